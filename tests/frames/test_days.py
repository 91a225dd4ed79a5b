"""How days are read from columns, held against how a single day is read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from frame_engines import QUIET, Column, frame, need
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import PartialDate
from nam_azerbaijan.dates import as_date

pytest.importorskip("narwhals")

import narwhals.stable.v2 as nw

from nam_azerbaijan.frames.days import DayLine, as_written, line_of
from nam_azerbaijan.frames.grain import Grain

pytestmark = QUIET

LIMITS = {grain: grain.tick(dt.date(2026, 1, 1).toordinal()) for grain in Grain}
ENGINES = ("pandas", "polars", "pyarrow", "duckdb")


def line(kind: str) -> DayLine:
    types = {"text": nw.String(), "int": nw.Int64(), "float": nw.Float64()}
    made = line_of(nw.col("when"), types[kind], LIMITS, has_dates=True)
    assert made is not None
    return made


def places(engine: str, kind: str, values: list[Any]) -> list[float | None]:
    """The places of days."""
    need(engine)
    held = nw.from_native(frame(engine, {"when": Column(kind, values)}))
    found = held.select(at=line(kind).place)
    if isinstance(found, nw.LazyFrame):
        found = found.collect()
    return [
        None if missing else place
        for place, missing in zip(found["at"], found["at"].is_null(), strict=True)
    ]


def wanted(day: Any) -> float | None:
    """The number by which people write a day that is covered."""
    try:
        date = as_date(day)
    except (TypeError, ValueError):
        return None
    text = str(date)
    if ".." in text or date.latest > dt.date(2025, 12, 31) or date.earliest < dt.date(1000, 1, 1):
        return None
    return float(text.replace("-", ""))


def two(last: int) -> st.SearchStrategy[str]:
    return st.integers(0, last).map(lambda number: f"{number:02}")


YEARS = st.integers(900, 2100).map(lambda year: f"{year:04}")
DATED = st.tuples(YEARS, two(13), two(32))
CLOCKS = st.sampled_from(
    ["", "T10", " 10:20", "T10:20:30", "T102030", "T10:20:30.5", " 10:20Z", "T10+02", "T10:20-0500",
     "T10:20 Z", "T10:20 +01:00", "T", "T1", "x", " ", "T10:20:30:40", "Z"]
)  # fmt: skip
TEXTS = st.one_of(
    st.builds(lambda date, clock: "-".join(date) + clock, DATED, CLOCKS),
    st.builds(lambda date, clock: "".join(date) + clock, DATED, CLOCKS),
    st.builds(lambda date: "-".join(date[:2]), DATED),
    st.builds(lambda date: "".join(date[:2]), DATED),
    st.builds(lambda date: date[0], DATED),
    st.builds(lambda date: ".".join(reversed(date)), DATED),
    st.builds(lambda text: f" {text}  ", st.dates().map(str)),
    st.text("0123456789-T:.", max_size=12),
    st.sampled_from(["", " ", "1994-05-31..1994-06-04", "[1994..1996]", "open", "2011.0"]),
)


@pytest.mark.parametrize("engine", ENGINES)
@settings(deadline=None, max_examples=50)
@given(texts=st.lists(TEXTS, min_size=1, max_size=20))
def test_text_is_read_as_a_single_day_is(engine: str, texts: list[str]) -> None:
    assert places(engine, "text", texts) == [wanted(text) for text in texts]


NUMBERS = st.one_of(
    st.integers(-10, 3000),
    st.integers(99990, 202700),
    st.integers(9999900, 20271231),
    st.dates(dt.date(1950, 1, 1), dt.date(2026, 3, 1)).map(lambda day: int(f"{day:%Y%m%d}")),
    st.sampled_from([20110229, 20120229, 19000229, 20000229, 20110431, 20110031, 20111301]),
)


def from_number(number: int) -> float | None:
    """The same for a number, whose digits say what it is."""
    text = str(number)
    forms = {4: text, 6: f"{text[:4]}-{text[4:]}", 8: f"{text[:4]}-{text[4:6]}-{text[6:]}"}
    return wanted(forms.get(len(text), "none"))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", ["int", "float"])
@settings(deadline=None, max_examples=40)
@given(numbers=st.lists(NUMBERS, min_size=1, max_size=20))
def test_numbers_are_read_by_their_digits(engine: str, kind: str, numbers: list[int]) -> None:
    given_ = [float(number) if kind == "float" else number for number in numbers]
    assert places(engine, kind, given_) == [from_number(number) for number in numbers]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_no_whole_number_is_no_day(engine: str) -> None:
    odd = [2011.5, float("inf"), float("-inf"), None, 2011.0]
    assert places(engine, "float", odd) == [None, None, None, None, 2011.0]


@pytest.mark.parametrize("engine", ENGINES)
@settings(deadline=None, max_examples=40)
@given(
    days=st.lists(st.dates(dt.date(1001, 1, 1), dt.date(2025, 12, 31)), min_size=1, max_size=9),
    grain=st.sampled_from(Grain),
    last=st.booleans(),
)
def test_days_are_numbered_as_the_calendar_does(
    engine: str,
    days: list[dt.date],
    grain: Grain,
    last: bool,  # noqa: FBT001
) -> None:
    need(engine)
    ticks = [grain.tick(day.toordinal()) for day in days]
    numbers = [float(grain.written(tick)) for tick in ticks]
    held = nw.from_native(frame(engine, {"when": Column("float", numbers)}))
    found = held.select(number=line("float").day_number(nw.col("when"), last=last))
    if isinstance(found, nw.LazyFrame):
        found = found.collect()
    assert found["number"].to_list() == [
        grain.last(tick) if last else grain.first(tick) for tick in ticks
    ]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (dt.date(2011, 5, 25), 20110525),
        (dt.datetime(2011, 5, 25, 23, tzinfo=dt.UTC), 20110525),
        ("2011-05", 201105),
        (2011, 2011),
        (2011.0, 2011),
        (PartialDate("2011-05"), 201105),
        (PartialDate("2011-05-24..2011-05-26"), 0),
        ("25.05.2011", 0),
        (None, 0),
        (b"2011", 0),
        (True, 0),
        (20110525, 20110525),
        (2011.5, 2011.5),
    ],
)
def test_days_of_any_kind_are_written(day: Any, number: int) -> None:
    assert as_written(day) == number
