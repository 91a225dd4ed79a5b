"""The zones into which time is cut, held against the answer of every single day."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import Dataset, PartialDate, Period, State
from nam_azerbaijan.store import HeldLayer, Store
from nam_azerbaijan.testing import MANIFEST, partial_dates, periods

pytest.importorskip("narwhals")

from nam_azerbaijan.compare.period_status import Partial
from nam_azerbaijan.frames.grain import Grain
from nam_azerbaijan.frames.history import PartyHistories
from nam_azerbaijan.frames.zones import Cutter, Zone

CITED = [{"source": "yearbook"}]
FIRST, LAST = dt.date(1999, 11, 1), dt.date(2000, 3, 31)
AS_OF = dt.date(2000, 12, 31)
STATUSES = ("member", "observer", "guest")


@st.composite
def histories(draw: st.DrawFn) -> Dataset:
    """Up to four spells and two terms of one state, dated as vaguely as may be."""
    dates = partial_dates(FIRST, LAST)
    spells: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 4))):
        period = draw(periods(dates))
        spells.append(
            {
                "id": f"spell-{number}",
                "party": "arcadia",
                "status": draw(st.sampled_from(STATUSES)),
                "start": str(period.start),
                "end": str(period.end),
                "standing": draw(st.sampled_from(["held", "held", "planned"])),
                "sources": CITED,
            }
        )
    terms: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 2))):
        period = draw(periods(dates))
        terms.append(
            {
                "id": f"term-{number}",
                "state": "arcadia",
                "start": str(period.start),
                "end": str(period.end),
                "sources": CITED,
            }
        )
    rows = {
        "states": [{"id": "arcadia", "names": [{"name": "Arcadia"}], "sources": CITED}],
        "organizations": [{"id": "nam", "name": "Movement", "sources": CITED}],
        "memberships": spells,
        "chairmanships": terms,
    }
    return Dataset(Store((HeldLayer(rows),)), MANIFEST)


def zones(nam: Dataset, grain: Grain, partial: Partial, *, possible: bool) -> tuple[Zone, ...]:
    cutter = Cutter(
        histories=PartyHistories(nam, "nam"),
        columns=("status", "spell", "chair", "certain"),
        partial=partial,
        possible=possible,
    )
    return cutter.zones(nam.meanings("arcadia"), grain)


def days_of(grain: Grain, tick: int) -> list[dt.date]:
    return [dt.date.fromordinal(day) for day in range(grain.first(tick), grain.last(tick) + 1)]


@settings(deadline=None)
@given(histories(), st.sampled_from(Grain))
def test_zones_cut_the_whole_of_time_without_gap_or_overlap(nam: Dataset, grain: Grain) -> None:
    cut = zones(nam, grain, Partial.ANY, possible=False)
    assert cut[0].start is None
    assert cut[-1].stop is None
    for one, two in itertools.pairwise(cut):
        assert one.stop == two.start
    for zone in cut:
        held = range(zone.since or 0, zone.until or 10**9)
        assert zone.start is None or (zone.since is not None and zone.start <= zone.since)
        assert zone.stop is None or (zone.until is not None and zone.until <= zone.stop)
        assert len(held) > 0 or not any(zone.values)


def answer(cut: tuple[Zone, ...], tick: int) -> tuple[Any, ...]:
    """What zones say of a tick: the values of the only one in which it lies, or nothing."""
    (zone,) = [
        zone
        for zone in cut
        if (zone.start is None or zone.start <= tick) and (zone.stop is None or tick < zone.stop)
    ]
    holds = (zone.since is None or zone.since <= tick) and zone.until is not None
    return zone.values if holds and tick < (zone.until or 0) else (None,) * len(zone.values)


@settings(deadline=None)
@given(histories(), st.dates(FIRST - dt.timedelta(40), AS_OF), st.booleans())
def test_a_day_has_the_answer_of_the_queries(nam: Dataset, day: dt.date, possible: bool) -> None:  # noqa: FBT001
    spell = nam.spell("arcadia", day, possible=possible)
    told = answer(zones(nam, Grain.DAY, Partial.ANY, possible=possible), day.toordinal())
    in_chair = any(term.period.contains(day) for term in nam.chairmanships.where(standing="held"))
    assert told[:3] == (spell and spell.status.value, spell and spell.id, in_chair)


@settings(deadline=None, max_examples=60)
@given(histories(), st.sampled_from([Grain.MONTH, Grain.YEAR]), st.integers(0, 7), st.booleans())
def test_a_month_or_year_has_the_answer_of_its_days(
    nam: Dataset,
    grain: Grain,
    later: int,
    possible: bool,  # noqa: FBT001
) -> None:
    tick = grain.tick(FIRST.toordinal()) + (later if grain is Grain.MONTH else later % 2)
    days = days_of(grain, tick)
    whole = Period(days[0], days[-1] + dt.timedelta(1))
    held = [spell for spell in nam.memberships if spell.standing.value == "held"]
    for partial in Partial:
        told = answer(zones(nam, grain, partial, possible=possible), tick)
        if partial in (Partial.FIRST, Partial.LAST):
            day = days[0] if partial is Partial.FIRST else days[-1]
            assert told[0] == nam.status("arcadia", day, possible=possible)
            continue
        found = []
        for maybe in (False, True):
            if partial is Partial.ANY:
                found.append(
                    {one.status for one in held if one.period.overlaps(whole, possible=maybe)}
                )
            else:
                found.append(
                    {
                        one.status
                        for one in held
                        if all(
                            any(
                                other.status is one.status
                                and other.period.contains(day, possible=maybe)
                                for other in held
                            )
                            for day in days
                        )
                    }
                )
        counted = (found[0] or found[1]) if possible else found[0]
        best = min(counted, key=lambda status: STATUSES.index(status.value), default=None)
        assert told[0] == best


@pytest.mark.parametrize(
    ("partial", "grain", "limit"),
    [
        (Partial.ANY, Grain.YEAR, 2000),
        (Partial.LAST, Grain.YEAR, 2000),
        (Partial.FIRST, Grain.YEAR, 2001),
        (Partial.ALL, Grain.MONTH, 2000 * 12 + 5),
        (Partial.FIRST, Grain.MONTH, 2000 * 12 + 6),
        (Partial.ANY, Grain.DAY, dt.date(2000, 6, 16).toordinal()),
    ],
)
def test_what_is_not_known_whole_is_not_covered(partial: Partial, grain: Grain, limit: int) -> None:
    rows = {"states": [], "organizations": [{"id": "nam", "name": "NAM", "sources": CITED}]}
    nam = Dataset(Store((HeldLayer(rows),)), {**MANIFEST, "as_of": "2000-06-15"})
    made = Cutter(histories=PartyHistories(nam, "nam"), columns=(), partial=partial, possible=False)
    assert made.limit(grain) == limit


# Grains


@given(st.dates(), st.sampled_from(Grain))
def test_a_tick_has_the_days_that_its_number_says(day: dt.date, grain: Grain) -> None:
    tick = grain.tick(day.toordinal())
    text = {Grain.YEAR: "%Y", Grain.MONTH: "%Y%m", Grain.DAY: "%Y%m%d"}[grain]
    assert grain.written(tick) == int(day.strftime(text))
    if day.year < 9999:
        date = PartialDate(day.isoformat()[: {1: 4, 2: 7, 3: 10}[grain]])
        assert (grain.first(tick), grain.last(tick)) == date.numbers
        assert grain.tick(grain.last(tick) + 1) == tick + 1


def test_no_number_is_written_in_two_grains() -> None:
    far = dt.date(9999, 12, 31).toordinal()
    for grain in (Grain.YEAR, Grain.MONTH):
        assert grain.written(grain.tick(far)) < Grain(grain + 1).least


# What keys mean


def test_meanings_say_from_when_a_key_means_what(nam: Dataset) -> None:
    def told(key: str | int, code: str | None = None) -> list[tuple[str | None, str | None]]:
        return [
            (str(one.since) if one.since else None, one.party.id if one.party else None)
            for one in nam.meanings(key, code)
        ]

    assert told("YEM", "iso3c")[1:] == [("1918-10-30", "north-yemen"), ("1990-05-22", "yemen")]
    assert told(345, "cown")[1:] == [("1918-12-01", "yugoslavia"), ("1992-04-27", "serbia")]
    assert told("Azerbaijan") == told("373.0", "cown") == [(None, "azerbaijan")]
    assert told("Organisation of Islamic Cooperation") == [(None, "oic")]
    assert told("Korea")[-1] == ("1948-09-09", None)
    assert told("Atlantis") == told("XXX", "iso3c") == []
    with pytest.raises(ValueError, match="no system of codes"):
        nam.meanings("AZE", "iso3")
    with pytest.raises(TypeError):
        nam.meanings(2.5)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_meanings_agree_with_the_state_of_every_day(nam: Dataset, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(list(nam.states)))
    keys = [
        (state.id, None),
        *((one.name, None) for one in state.names),
        *((one.name, None) for one in state.local_names),
        *((alias, None) for alias in state.aliases),
        *((code.value, code.system) for code in state.codes),
    ]
    key, code = data.draw(st.sampled_from(keys))
    day = data.draw(st.dates(dt.date(1900, 1, 1), dt.date(2025, 12, 31)))
    meant = [one.party for one in nam.meanings(key, code) if not one.since or one.since <= day][-1]
    try:
        found: State | None = nam.state(key, code, on=day)
    except LookupError:
        found = None
    assert meant == found
