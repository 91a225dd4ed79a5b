"""Which spells hold on a day, held against a walk over all of them and all days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Bound, PartialDate, Period
from nam_azerbaijan.lookup.on_day import Intervals, SpellIndex
from nam_azerbaijan.store import Row
from nam_azerbaijan.testing import partial_dates, periods

FIRST, LAST = dt.date(2000, 1, 1), dt.date(2000, 1, 12)
DAYS = partial_dates(FIRST, LAST)
PARTIES = ("arcadia", "borduria")


@st.composite
def spells(draw: st.DrawFn) -> list[Row]:
    """Spells of two parties in two bodies, within a few days."""
    rows: list[Row] = []
    for number in range(draw(st.integers(0, 4))):
        period = draw(periods(DAYS))
        row = {
            "id": str(number),
            "party": draw(st.sampled_from(PARTIES)),
            "start": str(period.start),
            "end": str(period.end),
        }
        if draw(st.booleans()):
            row["body"] = draw(st.sampled_from(["nam", "un"]))
        if draw(st.booleans()):
            row["standing"] = draw(st.sampled_from(["held", "planned"]))
        rows.append(row)
    return rows


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Those that came true, in order of their start."""
    held = [row for row in rows if row.get("standing") != "planned"]
    return sorted(held, key=lambda row: PartialDate(row["start"]).sort_key)


def period(row: Row) -> Period:
    return Period(row["start"], row["end"])


EXACT = st.dates(FIRST, LAST).map(lambda day: PartialDate(day.isoformat()))


@given(spells(), DAYS | EXACT)
def test_the_rows_of_a_day_are_those_whose_period_holds_it(
    rows: list[Row], day: PartialDate
) -> None:
    held = Intervals(rows)
    assert held.rows == tuple(in_order(rows))
    for possible in (False, True):
        expected = [row for row in in_order(rows) if period(row).contains(day, possible=possible)]
        assert held.on(day, possible=possible) == expected


@given(spells(), DAYS | EXACT)
def test_one_is_the_certain_one_or_else_the_first_possible(
    rows: list[Row], day: PartialDate
) -> None:
    held = Intervals(rows)
    certain, possible = held.on(day), held.on(day, possible=True)
    assert held.one_on(day) == (certain[0] if certain else None)
    expected = certain or possible
    assert held.one_on(day, possible=True) == (expected[0] if expected else None)


@given(spells(), EXACT, EXACT)
def test_days_of_one_stretch_have_one_answer(
    rows: list[Row], one: PartialDate, two: PartialDate
) -> None:
    held = Intervals(rows)
    for possible in (False, True):
        places = [held.segment(day, possible=possible) for day in (one, two)]
        if places[0] == places[1]:
            assert held.on(one) == held.on(two)
            assert not possible or held.on(one, possible=True) == held.on(two, possible=True)
        elif one.certainly_before(two):
            assert places[0] < places[1]


def test_stretches_are_no_smaller_than_they_need_be() -> None:
    rows = [
        {"party": "a", "start": "2000-01-03", "end": "2000-01-05"},
        {"party": "b", "start": "2000-01-05", "end": "2000-01-07..2000-01-09"},
        {"party": "c", "start": "2000-01-10", "end": "open"},
    ]
    held = Intervals(rows)
    days = [PartialDate(f"2000-01-{day:02}") for day in range(1, 12)]
    assert [held.segment(day) for day in days] == [0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4]
    possible = [held.segment(day, possible=True) for day in days]
    assert possible == [0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 5]


@given(spells(), st.sampled_from(PARTIES), st.sampled_from(["nam", "un", "eu"]))
def test_spells_are_kept_by_body_and_party(rows: list[Row], party: str, body: str) -> None:
    index = SpellIndex({row["id"]: row for row in rows})
    inside = [row for row in rows if row.get("body", "nam") == body]
    assert list(index.of(party, body).rows) == in_order(
        [row for row in inside if row["party"] == party]
    )
    found = index.within(body).rows
    assert sorted(row["id"] for row in found) == sorted(row["id"] for row in in_order(inside))
    assert list(found) == in_order(found)
    assert index.of(party, body) is index.of(party, body)
    assert index.within(body) is index.within(body)


def test_an_unknown_end_is_neither_open_nor_certain() -> None:
    held = Intervals([{"start": "2000-01-03", "end": str(Bound.UNKNOWN)}])
    on = [
        [bool(held.on(PartialDate(f"2000-01-{day:02}"), possible=maybe)) for day in (2, 3, 4)]
        for maybe in (False, True)
    ]
    assert on == [[False, True, False], [False, True, True]]
