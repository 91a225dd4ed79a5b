"""`annotate` on every engine, held against a row-by-row oracle."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from frame_engines import ALL, EAGER, QUIET, ZONE, Column, frame, need, rows
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from nam_azerbaijan import (
    AmbiguousStateError,
    CoverageError,
    Membership,
    Organization,
    Period,
    State,
    Status,
    UnknownStateError,
    load,
)

pytest.importorskip("narwhals")

from nam_azerbaijan.frames import UnmatchedRowsWarning, annotate

pytestmark = QUIET

COLUMNS = (
    *("member", "observer", "start", "end", "spell", "days", "chair", "state", "region"),
    *("certain", "unknown"),
)
NAM = load()
RANKS = list(Status)


# The oracle: one row at a time, through the public queries


def party(key: Any, code: str | None, day: dt.date) -> State | Organization | None:
    """The party that a key means on a day."""
    try:
        return NAM.state(key, code, on=day)
    except AmbiguousStateError:
        return None
    except UnknownStateError:
        if code is not None:
            return None
    try:
        found = NAM.named(key)
    except LookupError:
        return None
    return found if isinstance(found, Organization) else None


def days_of(period: str) -> list[dt.date]:
    """The days of a day, a month or a year."""
    year, _, rest = period.partition("-")
    if len(rest) == 5:
        return [dt.date.fromisoformat(period)]
    months = [int(rest)] if rest else range(1, 13)
    return [
        dt.date(int(year), month, day)
        for month in months
        for day in range(1, calendar.monthrange(int(year), month)[1] + 1)
    ]


def covered(who: State | Organization, body: str) -> bool:
    try:
        NAM.manifest.require_covered("memberships", party=who.id, body=body)
    except CoverageError:
        return False
    return True


def known(key: Any, code: str | None) -> bool:
    """Whether a key means one party on any day."""
    return any(one.party for one in NAM.meanings(key, code))


@functools.cache
def spells_of(who: State | Organization, body: str) -> list[Membership]:
    held = [
        spell
        for spell in NAM.memberships.where(party=who.id, body=body)
        if spell.standing.value == "held"
    ]
    return sorted(held, key=lambda spell: spell.start.sort_key)


def chairs(who: State | Organization, day: dt.date) -> bool:
    term = NAM.chair(day)
    return term is not None and term.state == who.id


def expected(  # noqa: PLR0913
    key: Any, period: str | None, code: str | None, body: str, partial: str, *, possible: bool
) -> dict[str, Any]:
    """What a row should have."""
    nothing = dict.fromkeys(("status", *COLUMNS))
    if period is None:
        return nothing if key is None or known(key, code) else {**nothing, "unknown": "state"}
    days = days_of(period)
    asked = {"first": days[:1], "last": days[-1:]}.get(partial, days)
    if key is None:
        return nothing if asked[-1] <= NAM.as_of else {**nothing, "unknown": "day"}
    if asked[-1] > NAM.as_of:
        return {**nothing, "unknown": "day" if known(key, code) else "state"}
    held = [(day, party(key, code, day)) for day in asked]
    whole = partial == "all" and len(asked) > 1
    spell, certain = told(held, body, whole=whole, possible=possible)
    parties = [one for _, one in held if one is not None]
    lack = None
    if spell is not None:
        parties = [one for one in parties if one.id == spell.party]
    elif len(parties) < len(held):
        lack = "state"
    elif not all(covered(one, body) for one in {one.id: one for one in parties}.values()):
        lack = "coverage"
    who = (parties[0] if whole else parties[-1]) if parties else None
    if who is None:
        return {**nothing, "unknown": "state"}
    in_chair = [one is not None and chairs(one, day) for day, one in held]
    until = asked[0] if partial in ("first", "all") else asked[-1]
    return {
        "status": spell and spell.status.value,
        "member": None if lack else spell is not None and spell.status is Status.MEMBER,
        "observer": None if lack else spell is not None and spell.status is Status.OBSERVER,
        "start": spell and str(spell.start),
        "end": spell and str(spell.end),
        "spell": spell and spell.id,
        "days": spell and max(0, until.toordinal() - spell.period.day_numbers.certain_from),
        "chair": (all if whole else any)(in_chair) if body == "nam" else False,
        "state": who.id,
        "region": (who.region or None) if isinstance(who, State) else None,
        "certain": None if lack else certain,
        "unknown": lack,
    }


def told(
    held: list[tuple[dt.date, State | Organization | None]],
    body: str,
    *,
    whole: bool,
    possible: bool,
) -> tuple[Membership | None, bool]:
    """The spell that counts, and whether no other one may."""
    sure, maybe = (counted(held, body, whole=whole, possible=one) for one in (False, True))
    found = (sure or maybe) if possible else sure
    spell = found[0] if found else None
    rank = RANKS.index(spell.status) if spell else len(RANKS)
    certain = (spell is None or spell in sure) and all(
        RANKS.index(one.status) >= rank for one in maybe
    )
    return spell, certain


def counted(
    held: list[tuple[dt.date, State | Organization | None]],
    body: str,
    *,
    whole: bool,
    possible: bool,
) -> list[Membership]:
    """The spells that may count, the one that does first."""
    if whole:
        kept: list[Membership] = []
        for status in Status:
            first = None
            for day, who in held:
                now = [
                    spell
                    for spell in (spells_of(who, body) if who else ())
                    if spell.status is status and spell.period.contains(day, possible=possible)
                ]
                if not now:
                    break
                first = first or now[0]
            else:
                kept += [first] if first else []
        return kept
    found: list[Membership] = []
    runs: list[tuple[State | Organization | None, list[dt.date]]] = []
    for day, who in held:
        if not runs or runs[-1][0] != who:
            runs.append((who, []))
        runs[-1][1].append(day)
    for who, days in runs:
        stretch = Period(days[0], days[-1] + dt.timedelta(1))
        found += [
            spell
            for spell in (spells_of(who, body) if who else ())
            if spell.period.overlaps(stretch, possible=possible)
        ]
    return sorted(found, key=lambda one: RANKS.index(one.status)) if len(held) > 1 else found


# The rows


KEYS: dict[str | None, list[Any]] = {
    "iso3c": ["AZE", "YEM", "VNM", "YUG", "XXX", "IND", "FJI", "CHE", "ARG", "CYP", "PSE", "DDR"],
    "cown": [373, 345, 678, 679, 999, 31, 816, 817, 347, 750, 352],
    "gwn": [373, 345, 340, 678, 816],
    "iso2c": ["AZ", "CS", "YU", "YE", "in", "ZZ"],
    None: [
        *("Azerbaijan", "Yemen", "Serbia", "Yugoslavia", "Burma", "Korea", "oic", "azerbaijan"),
        *("Atlantis", "IND", "MM", "Russia", "Palestine Liberation Organization"),
    ],
}
TURNS = sorted(
    {
        dt.date.fromordinal(int(number))
        for spell in NAM.memberships
        if spell.body in ("nam", "un", "oic")
        for number in spell.period.day_numbers
        if number < dt.date(2027, 1, 1).toordinal()
    }
)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2026, 6, 30)) | st.builds(
    lambda day, more: day + dt.timedelta(more), st.sampled_from(TURNS), st.integers(-2, 2)
)
WRITTEN: dict[str, tuple[str, int, Callable[[dt.date], Any]]] = {
    "date": ("date", 10, lambda day: day),
    "time": ("time", 10, lambda day: dt.datetime.combine(day, dt.time(23, 59))),
    "zoned": ("zoned", 10, lambda day: dt.datetime.combine(day, dt.time(0, 1), ZONE)),
    "iso": ("text", 10, lambda day: f" {day} "),
    "iso time": ("text", 10, lambda day: f"{day}T23:59:59.5+02:00"),
    "compact": ("text", 10, lambda day: f"{day:%Y%m%d}"),
    "number": ("int", 10, lambda day: int(f"{day:%Y%m%d}")),
    "month": ("text", 7, lambda day: f"{day:%Y-%m}"),
    "month number": ("int", 7, lambda day: int(f"{day:%Y%m}")),
    "year": ("int", 4, lambda day: day.year),
    "year text": ("text", 4, lambda day: f"{day:%Y}"),
    "float year": ("float", 4, lambda day: float(day.year)),
    "month float": ("float", 7, lambda day: float(f"{day:%Y%m}")),
}


class Case(NamedTuple):
    """Rows, what is asked about them, and what is wanted of them in the order of their numbers."""

    columns: dict[str, Column]
    asked: dict[str, Any]
    wanted: list[dict[str, Any]]


EMPTY = Case(
    {"number": Column("int", []), "who": Column("text", []), "when": Column("date", [])},
    {"state": "who", "on": "when", "columns": COLUMNS, "body": "nam"},
    [],
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    code = draw(st.sampled_from(list(KEYS)))
    written = draw(st.sampled_from(list(WRITTEN)))
    kind, length, write = WRITTEN[written]
    body = draw(st.sampled_from(["nam", "nam", "un", "oic"]))
    partial = draw(st.sampled_from(["any", "first", "last", "all"]))
    possible = draw(st.booleans())
    keys = draw(st.lists(st.none() | st.sampled_from(KEYS[code]), max_size=8))
    days = draw(st.lists(st.none() | DAYS, min_size=len(keys), max_size=len(keys)))
    number = isinstance(KEYS[code][0], int)
    key_kind = draw(st.sampled_from(["text", "int", "float"])) if number else "text"
    as_key: Callable[[Any], Any] = {"text": str, "int": int, "float": float}[key_kind]
    periods = [None if day is None else str(day)[:length] for day in days]
    numbers = draw(st.permutations(range(len(keys))))
    wanted = {
        number: expected(key, period, code, body, partial, possible=possible)
        for number, key, period in zip(numbers, keys, periods, strict=True)
    }
    columns = {
        "number": Column("int", numbers),
        "who": Column(key_kind, [None if key is None else as_key(key) for key in keys]),
        "when": Column(kind, [None if day is None else write(day) for day in days]),
        "nam_key": Column("text", [f"row {number}" for number in range(len(keys))]),
    }
    further = [one for one in COLUMNS if one != "chair" or body == "nam"]
    asked = {
        "state": "who", "on": "when", "code": code, "body": body, "columns": further,
        "partial": partial, "possible": possible,
    }  # fmt: skip
    return Case(columns, asked, [wanted[number] for number in range(len(keys))])


def check(engine: str, case: Case, session: Any = None) -> None:
    """Hold what an engine makes of a case against what is wanted."""
    before = frame(engine, case.columns, session)
    after = annotated(before, case)
    held, made = rows(before), rows(after)
    assert [row["number"] for row in made] == list(range(len(case.wanted)))
    if engine in EAGER:
        assert list(after["number"]) == list(before["number"])
    for old, new, wanted in zip(held, made, case.wanted, strict=True):
        found = {
            name: new.pop(f"{case.asked['body']}_{name}")
            for name in ("status", *case.asked["columns"])
        }
        assert new == old
        assert found == {name: wanted[name] for name in found}, (old, case.asked)


def annotated(before: Any, case: Case) -> Any:
    """A frame with what is asked, which warns of nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnmatchedRowsWarning)
        return annotate(before, NAM, **case.asked)


LIGHT = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)
HEAVY = settings(LIGHT, max_examples=6)


@pytest.mark.parametrize("engine", [one for one in ALL if one not in ("dask", "pyspark")])
@LIGHT
@given(case=cases())
@example(case=EMPTY)
def test_rows_have_what_the_queries_say(engine: str, case: Case) -> None:
    need(engine)
    check(engine, case)


@HEAVY
@given(case=cases())
@example(case=EMPTY)
def test_rows_of_dask_have_what_the_queries_say(case: Case) -> None:
    need("dask")
    check("dask", case)


@settings(HEAVY, phases=set(Phase) - {Phase.shrink})
@given(case=cases())
@example(case=EMPTY)
def test_rows_of_spark_have_what_the_queries_say(session: Any, case: Case) -> None:
    need("pyspark")
    check("pyspark", case, session)


@LIGHT
@given(case=cases(), data=st.data())
def test_pandas_keeps_whatever_index_there_is(case: Case, data: st.DataObject) -> None:
    need("pandas")
    before = frame("pandas", case.columns)
    labels = st.integers(-2, 2) | st.sampled_from(["a", "b"]) | st.none() | st.dates()
    before.index = data.draw(st.lists(labels, min_size=len(before), max_size=len(before)))
    after = annotated(before, case)
    assert after.index.equals(before.index)
    lead = case.asked["body"]
    order = before["number"]
    wanted = [case.wanted[number]["state"] for number in order]
    assert [one if isinstance(one, str) else None for one in after[f"{lead}_state"]] == wanted
