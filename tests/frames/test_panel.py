"""Panels, held against asking for every state and period by itself."""

from __future__ import annotations

import datetime as dt
import itertools
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_back import ENGINE, ENGINES, rows

from nam_azerbaijan import Bound, CoverageError, Dataset, PartialDate, Period, State, Status
from nam_azerbaijan.testing import partial_dates, periods

from factory import Rows, dataset, row, small, spell

pytest.importorskip("narwhals")
pytest.importorskip("numpy")

from nam_azerbaijan.frames import panel

if ENGINE is None:
    pytest.skip("no engine is installed", allow_module_level=True)

PARTIALS = ("any", "first", "last", "all")
STATUSES = [status.value for status in Status]
FIRST, LAST = 1960, 1963


def made(nam: Dataset, since: Any, until: Any, **options: Any) -> list[dict[str, Any]]:
    return rows(panel(nam, since, until, **{"backend": ENGINE, **options}))


def period_of(row: dict[str, Any]) -> tuple[dt.date, dt.date]:
    """The first and the last day of the year or month of a row."""
    text = str(row["year"]) if "month" not in row else f"{row['year']}-{row['month']:02}"
    date = PartialDate(text)
    return date.earliest, date.latest


def counts(period: Period, first: dt.date, last: dt.date, partial: str, *, possible: bool) -> bool:
    """Whether a period counts, by trying the days that it may begin and end on."""
    start, end = period.start, period.end
    starts = {start.earliest, start.latest}
    if isinstance(end, PartialDate):
        ends = {end.earliest, end.latest}
        ends |= {min(one + dt.timedelta(days=1), end.latest) for one in starts}
        starts |= {max(one - dt.timedelta(days=1), start.earliest) for one in ends}
    else:
        ends = {dt.date.max}
        if end is Bound.UNKNOWN:
            ends |= {one + dt.timedelta(days=1) for one in starts}
    pairs = [
        (a, b)
        for a, b in itertools.product(starts, ends)
        if a < b and start.earliest <= a <= start.latest
        and (not isinstance(end, PartialDate) or end.earliest <= b <= end.latest)
    ]  # fmt: skip

    def has(a: dt.date, b: dt.date) -> bool:
        if partial == "any":
            return a <= last and first < b
        if partial == "all":
            return a <= first and last < b
        day = first if partial == "first" else last
        return a <= day < b

    held = [has(a, b) for a, b in pairs]
    return any(held) if possible else all(held)


# Random spells


@st.composite
def random_spells(draw: st.DrawFn) -> Rows:
    """The small data set with a few spells of any kind and existences, within some years."""
    dates = partial_dates(dt.date(FIRST, 1, 1), dt.date(LAST, 12, 31))
    states = small()
    states["memberships"] = []
    for number in range(draw(st.integers(0, 5))):
        period = draw(periods(dates))
        one = spell(
            draw(st.sampled_from(["arcadia", "borduria", "carpania"])),
            draw(st.sampled_from(["member", "observer", "guest", "suspended"])),
            str(period.start),
            str(period.end),
            standing=draw(st.sampled_from(["held", "held", "unconfirmed"])),
        )
        states["memberships"].append({**one, "id": f"spell-{number}"})
    for key in ("arcadia", "borduria"):
        held = draw(st.lists(periods(dates), max_size=2))
        row(states, key)["existence"] = [
            {"start": str(period.start), "end": str(period.end)} for period in held
        ]
    return states


SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(random_spells(), st.sampled_from(PARTIALS), st.booleans(), st.booleans())
def test_a_panel_is_what_each_state_was(
    states: Rows,
    partial: str,
    possible: bool,  # noqa: FBT001
    months: bool,  # noqa: FBT001
) -> None:
    nam = dataset(states)
    unit = "state-month" if months else "state-year"
    found = made(nam, FIRST, LAST, unit=unit, partial=partial, possible=possible)
    assert len(found) == 3 * (LAST - FIRST + 1) * (12 if months else 1)
    for one in found:
        state = nam.states[one["state"]]
        first, last = period_of(one)
        spells = nam.spells(state)

        def of(possibly: bool, spells: Any = spells, first: Any = first, last: Any = last) -> Any:  # noqa: FBT001
            held = [s for s in spells if counts(s.period, first, last, partial, possible=possibly)]
            if partial == "any":
                held.sort(key=lambda s: STATUSES.index(s.status.value))
            return held[0] if held else None

        certain, allowed = of(False), of(True)  # noqa: FBT003
        chosen = certain or (allowed if possible else None)
        assert one["status"] == (chosen.status.value if chosen else None)
        assert one["spell"] == (1 + spells.index(chosen) if chosen else None)
        if partial == "any":
            sure = (certain and certain.status) == (allowed and allowed.status)
        else:
            sure = certain is not None or allowed is None
        assert one["certain"] is sure
        if partial in ("first", "last"):
            day = first if partial == "first" else last
            assert one["status"] == nam.status(state, on=day, possible=possible)
        elif partial == "all" and not possible:
            assert one["status"] == nam.status(
                state, on=f"{first:%Y}" if not months else f"{first:%Y-%m}"
            )
        exists = [counts(p, first, last, partial, possible=possible) for p in state.existence]
        assert one["exists"] is (any(exists) if exists else None)
        began = chosen.start if chosen else None
        known = began is not None and began.earliest.year == began.latest.year
        assert one["years_since_admission"] == (
            one["year"] - began.earliest.year if known else None  # type: ignore[union-attr]
        )
        assert one["covered"] is True
        assert one["member"] is (one["status"] == "member")
        assert one["observer"] is (one["status"] == "observer")


@SLOW
@given(random_spells(), st.sampled_from(PARTIALS))
def test_any_day_is_no_less_than_each_day_says(states: Rows, partial: str) -> None:
    nam = dataset(states)
    for one in made(nam, FIRST, FIRST, partial=partial, states=["arcadia"]):
        first, last = period_of(one)
        days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
        held = {nam.status("arcadia", on=day) for day in days}
        if partial == "any":
            ranks = [STATUSES.index(status) for status in held if status]
            best = STATUSES.index(one["status"]) if one["status"] else len(STATUSES)
            assert best <= min(ranks, default=len(STATUSES))
        if partial == "all" and one["status"]:
            assert one["status"] in held
            assert None not in held


# The packaged data


@pytest.mark.parametrize("partial", ["first", "last"])
@pytest.mark.parametrize("unit", ["state-year", "state-month"])
def test_panels_agree_with_lists_of_members(nam: Dataset, partial: str, unit: str) -> None:
    since = 1961 if unit == "state-year" else 1989
    held: dict[dt.date, dict[str, set[str]]] = {}
    for one in made(nam, since, 2024, partial=partial, unit=unit):
        day = period_of(one)[0 if partial == "first" else 1]
        told = held.setdefault(day, {"member": set(), "observer": set(), "chair": set()})
        for name, parties in told.items():
            if one[name]:
                parties.add(one["state"])
    for day, told in held.items():
        assert told["member"] == {state.id for state in nam.members(on=day)}
        assert told["observer"] == {state.id for state in nam.observers(on=day)}
        term = nam.chair(on=day)
        assert told["chair"] == ({term.state} if term else set())


@SLOW
@given(
    st.integers(1955, 2025),
    st.integers(1, 12),
    st.sampled_from(PARTIALS),
    st.sampled_from(["nam", "un", "oic", "eu", "cis", "council-of-europe"]),
    st.booleans(),
    st.data(),
)
def test_panels_agree_with_status(  # noqa: PLR0913, PLR0917
    nam: Dataset,
    year: int,
    month: int,
    partial: str,
    body: str,
    possible: bool,  # noqa: FBT001
    data: st.DataObject,
) -> None:
    states = data.draw(st.lists(st.sampled_from(list(nam.states)), min_size=1, max_size=6))
    if partial == "all":
        possible = False
    text = f"{year}-{month:02}"
    for one in made(
        nam, text, text, unit="state-month", partial=partial, body=body, possible=possible,
        states=states,
    ):  # fmt: skip
        first, last = period_of(one)
        state = nam.states[one["state"]]
        days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
        some: dict[str, list[Any]] = {"first": [first], "last": [last], "all": [text]}
        asked = some.get(partial, days)
        found, lost = set(), False
        for day in asked:
            try:
                found.add(nam.status(state, on=day, body=body, possible=possible))
            except CoverageError:
                lost = True
        if lost and not any(found):
            assert (one["status"], one["covered"]) == (None, False)
            assert one["member"] is (None if body == "council-of-europe" else False)
            assert one["observer"] is None
            continue
        assert one["covered"]
        best = min((STATUSES.index(status) for status in found if status), default=None)
        assert one["status"] == (None if best is None else STATUSES[best])


def test_every_state_has_a_row_for_every_period(nam: Dataset) -> None:
    for unit, periods_ in (("state-year", 5), ("state-month", 60)):
        found = made(nam, 1989, 1993, unit=unit)
        keys = [(one["state"], one["year"], one.get("month")) for one in found]
        assert keys == sorted(set(keys))
        assert len(keys) == periods_ * len(nam.states)
    kept = made(nam, 1989, 1993, balanced=False)
    assert kept == [one for one in made(nam, 1989, 1993) if one["exists"] or one["status"]]
    assert {one["state"] for one in kept if not one["exists"]} == set()


def test_columns_stand_in_order(nam: Dataset) -> None:
    (one,) = made(nam, 2012, 2012, states=["azerbaijan"])
    assert one == {
        "state": "azerbaijan", "iso3c": "AZE", "cown": 373, "gwn": 373, "name": "Azerbaijan",
        "year": 2012, "status": "member", "certain": True, "member": True, "observer": False,
        "chair": False, "spell": 2, "years_since_admission": 1, "exists": True, "covered": True,
    }  # fmt: skip
    assert list(one)[:7] == ["state", "iso3c", "cown", "gwn", "name", "year", "status"]


@pytest.mark.parametrize("partial", PARTIALS)
@pytest.mark.parametrize("unit", ["state-year", "state-month"])
def test_numbers_and_names_are_those_of_the_period(nam: Dataset, unit: str, partial: str) -> None:
    since = 1961 if unit == "state-year" else 1989
    for one in made(nam, since, 1995, unit=unit, partial=partial):
        state = nam.states[one["state"]]
        day = period_of(one)[1 if partial == "last" else 0]
        assert one["name"] == state.name_on(day)
        for system in ("cown", "gwn"):
            code = state.code(system, on=day)
            assert one[system] == (code if code is None else int(code))


@pytest.mark.parametrize("partial", ["any", "last"])
def test_iso_codes_are_those_of_today_where_no_other_state_had_them(
    nam: Dataset, partial: str
) -> None:
    held: dict[tuple[dt.date, str], str] = {}
    for one in made(nam, 1955, 2025, partial=partial):
        state = nam.states[one["state"]]
        day = period_of(one)[1 if partial == "last" else 0]
        for other in nam.states:
            if (day, other.id) not in held:
                held[day, other.id] = other.code("iso3c", on=day) or ""
        today = [code.value for code in state.codes if code.system == "iso3c" and code.end is None]
        theirs = {held[day, other.id] for other in nam.states if other is not state}
        free = bool(today) and today[-1] not in theirs
        assert one["iso3c"] == (today[-1] if free else held[day, state.id] or None)
    chosen = made(nam, 1976, 1976, states=["Benin", "yemen", "north-yemen", "czechoslovakia"])
    assert [one["iso3c"] for one in chosen] == ["BEN", "CSK", "YEM", None]


@pytest.mark.parametrize("unit", ["state-year", "state-month"])
def test_no_code_stands_twice_in_a_period(nam: Dataset, unit: str) -> None:
    seen: set[tuple[Any, ...]] = set()
    for one in made(nam, 1961 if unit == "state-year" else 1989, 1995, unit=unit):
        for system in ("iso3c", "cown", "gwn"):
            if one[system] is not None:
                key = (system, one[system], one["year"], one.get("month"))
                assert key not in seen
                seen.add(key)


@pytest.mark.parametrize(
    ("systems", "number", "passed", "holders"),
    [
        ("cow", "cown", 345, ("yugoslavia", "serbia")),
        ("gw", "gwn", 678, ("north-yemen", "yemen")),
    ],
)
def test_the_numbers_of_a_system_are_a_key(
    nam: Dataset, systems: str, number: str, passed: int, holders: tuple[str, str]
) -> None:
    whole = made(nam, 1961, 2024, systems=systems)
    states = {state.id for state in nam.states if any(one.system == number for one in state.codes)}
    assert {one["state"] for one in whole} == states
    assert len(whole) == len(states) * 64
    found = made(nam, 1961, 2024, systems=systems, balanced=False)
    there = [one for one in whole if one["exists"] or one["status"]]
    assert found == [one for one in there if one[number] is not None]
    years = {one["year"]: one["state"] for one in found if one[number] == passed}
    assert (years[1961], years[2024], len(years)) == (*holders, 64)
    pairs_ = made(nam, 1991, 1993, unit="dyad-year", systems=systems, balanced=False)
    keys = [(one["dyadid"], one["year"]) for one in pairs_]
    assert None not in {key for key, _ in keys}
    assert len(keys) == len(set(keys))


def test_systems_choose_the_states(nam: Dataset) -> None:
    held = {
        systems: {one["state"] for one in made(nam, 2000, 2000, systems=systems)}
        for systems in ("all", "cow", "gw", "un")
    }
    assert held["all"] == {state.id for state in nam.states}
    assert {"plo", "swapo", "holy-see"} <= held["all"] - held["cow"]
    assert held["cow"] == {state.id for state in nam.states if state.cown}
    assert held["gw"] == {state.id for state in nam.states if state.gwn}
    parties = {one.party for one in nam.memberships.where(body="un", status="member")}
    assert held["un"] == parties & held["all"]
    assert "taiwan" not in held["un"] or "taiwan" in parties


def test_states_can_be_chosen(nam: Dataset) -> None:
    found = made(nam, 1961, 1962, states=["AZE", nam.states["india"], "Egypt"])
    assert [one["state"] for one in found] == [*["azerbaijan"] * 2, *["egypt"] * 2, *["india"] * 2]
    assert made(nam, 1961, 1962, states=[]) == []
    assert made(nam, 1961, 1962, states=[], unit="dyad-year") == []
    with pytest.raises(LookupError, match="Atlantis"):
        made(nam, 1961, 1962, states=["Atlantis"])
    with pytest.raises(TypeError, match=r"states are a list, such as \['Cuba'\]"):
        made(nam, 1961, 1962, states="Cuba")


def test_a_preference_gives_its_own_panel(nam: Dataset) -> None:
    other = nam.prefer("cow-igo-v3")
    one, two = (made(held, 1961, 2014, partial="last") for held in (nam, other))
    differ = [(a, b) for a, b in zip(one, two, strict=True) if a["status"] != b["status"]]
    assert len(differ) > 50
    for _, row_ in differ:
        assert nam.spells(nam.states[row_["state"]]) != other.spells(nam.states[row_["state"]])
    for row_ in two[::7]:
        day = period_of(row_)[1]
        assert row_["status"] == other.status(nam.states[row_["state"]], on=day)


def test_what_the_data_does_not_know_is_missing(nam: Dataset) -> None:
    found = made(nam, 2024, 2027, states=["india"])
    assert [one["covered"] for one in found] == [True, True, False, False]
    assert found[2]["name"] == "India"
    for name in ("status", "member", "observer", "chair", "spell", "exists"):
        assert [one[name] is None for one in found] == [False, False, True, True], name
    assert [one["certain"] for one in found] == [True, True, False, False]
    early = made(nam, 1953, 1955, states=["france"], body="un")
    assert [(one["status"], one["covered"]) for one in early] == [
        ("member", False), ("member", False), ("member", True),
    ]  # fmt: skip
    assert {one["chair"] for one in early} == {None}


def test_the_first_day_of_a_year_may_be_known_where_the_rest_is_not() -> None:
    states = small()
    nam = dataset(states)
    described = {"version": "0", "as_of": "2000-06-30", "compiled": "2001-01-31"}
    late = Dataset(nam._store, described)
    assert [one["covered"] for one in made(late, 2000, 2000, partial="first")] == [True] * 3
    assert [one["covered"] for one in made(late, 2000, 2000, partial="any")] == [False] * 3


# Pairs


def pairs(nam: Dataset, **options: Any) -> list[dict[str, Any]]:
    return made(nam, 1961, 2024, **options)


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("systems", ["all", "gw"])
def test_pairs_are_the_rows_of_their_states(nam: Dataset, directed: bool, systems: str) -> None:  # noqa: FBT001
    states = ["germany", "serbia", "yugoslavia", "plo", "palestine", "india", "chile"]
    unit = "directed-dyad-year" if directed else "dyad-year"
    single = {
        (one["state"], one["year"]): one
        for one in made(nam, 1961, 2024, states=states, systems=systems)
    }
    found = made(nam, 1961, 2024, states=states, unit=unit, systems=systems)
    code = "gwn" if systems == "gw" else "cown"
    keys = set()
    for one in found:
        sides = [single[one[f"state{n}"], one["year"]] for n in (1, 2)]
        for number, side in enumerate(sides, 1):
            for name, value in side.items():
                assert one["year" if name == "year" else f"{name}{number}"] == value
        codes = [side[code] for side in sides]
        if None in codes:
            assert one["dyadid"] is None
        else:
            assert one["dyadid"] == codes[0] * 1000 + codes[1]
        if not directed:
            assert codes[0] is not None or codes[1] is None
            assert None in codes or codes[0] < codes[1]
        assert one["both_members"] is (sides[0]["member"] and sides[1]["member"])
        keys.add((one["state1"], one["state2"], one["year"]))
    counts_ = Counter(year for _, year in single)
    assert len(found) == len(keys)
    assert len(found) == sum(n * (n - 1) // (1 if directed else 2) for n in counts_.values())
    known = [one["dyadid"] for one in found if one["dyadid"]]
    assert len({(one["dyadid"], one["year"]) for one in found if one["dyadid"]}) == len(known)


def test_pairs_change_places_when_their_numbers_do() -> None:
    states = small()
    row(states, "arcadia")["codes"] = [
        {"system": "cown", "value": "900", "end": "1963-01-01"},
        {"system": "cown", "value": "990", "start": "1963-01-01"},
    ]
    row(states, "borduria")["codes"] = [{"system": "cown", "value": "950"}]
    found = made(dataset(states), 1961, 1964, unit="dyad-year", states=["arcadia", "borduria"])
    assert [(one["state1"], one["state2"], one["dyadid"]) for one in found] == [
        *[("arcadia", "borduria", 900950)] * 2, *[("borduria", "arcadia", 950990)] * 2,
    ]  # fmt: skip


def test_pairs_may_leave_out_what_did_not_exist(nam: Dataset) -> None:
    options: dict[str, Any] = {"states": ["germany", "yugoslavia", "serbia"], "unit": "dyad-year"}
    found = made(nam, 1991, 1993, **options, balanced=False)
    assert [(one["state1"], one["state2"], one["year"]) for one in found] == [
        ("germany", "serbia", 1992),
        ("germany", "serbia", 1993),
        ("germany", "yugoslavia", 1991),
        ("germany", "yugoslavia", 1992),
        ("yugoslavia", "serbia", 1992),
    ]


# Meetings


def test_meetings_have_the_status_of_their_days(nam: Dataset) -> None:
    found = made(nam, 1961, 2025, unit="meeting-state", partial="first", kind="summit")
    meetings = nam.find_meetings(kind="summit", since=1961, until=2025)
    assert len(found) == len(meetings) * len(nam.states)
    assert list(dict.fromkeys(one["meeting"] for one in found)) == [one.id for one in meetings]
    attended = {(one.party, one.meeting): one for one in nam.participations}
    for one in found:
        meeting = nam.meetings[one["meeting"]]
        assert (one["meeting_name"], one["kind"]) == (meeting.name, "summit")
        assert PartialDate(f"{one['year']}-{one['month']:02}-{one['day']:02}") == meeting.opened
        state = nam.states[one["state"]]
        assert one["status"] == nam.status(state, on=meeting.opened)
        told = attended.get((state.id, meeting.id))
        assert one["capacity"] == (told.capacity.value if told else None)
        assert one["attended"] == (told.attended.value if told else None)


def test_a_state_admitted_at_a_meeting_is_a_member_on_a_day_of_it(nam: Dataset) -> None:
    found = {
        partial: {
            one["state"]
            for one in made(nam, 1973, 1973, unit="meeting-state", kind="summit", partial=partial)
            if one["member"]
        }
        for partial in PARTIALS
    }
    assert found["first"] < found["any"]
    assert "qatar" in found["any"] - found["first"]
    assert found["all"] <= found["first"]


@pytest.mark.parametrize(
    ("opened", "closed", "known"),
    [
        ("1966-03-04", None, (1966, 3, 4)),
        ("1966-03", "1966-03-20", (1966, 3, None)),
        ("1966", None, (1966, None, None)),
        ("1965-12-31..1966-01-01", None, (None, None, None)),
    ],
)
def test_a_vague_meeting_has_what_is_known(
    opened: str, closed: str | None, known: tuple[int | None, ...]
) -> None:
    states = small()
    states["meetings"] = [
        {"id": "talk", "kind": "bureau", "name": "Talk", "opened": opened, "closed": closed,
         "sources": [{"source": "yearbook"}]}
    ]  # fmt: skip
    states["memberships"] = [spell("arcadia", "member", "1966-03-10", "1966-03-15")]
    nam = dataset(states)
    for partial in PARTIALS:
        (one,) = made(nam, 1960, 1970, unit="meeting-state", states=["arcadia"], partial=partial)
        assert (one["year"], one["month"], one["day"]) == known
        start, end = PartialDate(opened), PartialDate(closed or opened)
        days = {
            "first": (start, start), "last": (end, end), "any": (end, start), "all": (start, end),
        }[partial]  # fmt: skip
        (held,) = nam.spells("arcadia")
        begun, ended = held.start, held.end
        assert isinstance(ended, PartialDate)
        sure = not days[0].possibly_before(begun) and days[1].certainly_before(ended)
        assert one["member"] is sure
        maybe = begun.earliest <= days[0].latest and days[1].earliest < ended.latest
        assert one["certain"] is (sure or not maybe)
        assert one["years_since_admission"] == (0 if sure and known[0] else None)


# Engines, arguments, packages


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "unit", ["state-year", "state-month", "dyad-year", "directed-dyad-year", "meeting-state"]
)
def test_every_engine_has_the_same_panel(nam: Dataset, engine: str, unit: str) -> None:
    import narwhals as nw

    options: dict[str, Any] = {"unit": unit, "states": ["plo", "serbia", "yemen", "cuba"]}
    frame = panel(nam, 1989, 2027, backend=engine, **options)  # type: ignore[arg-type]
    assert type(frame).__module__.startswith(engine)
    assert rows(frame) == made(nam, 1989, 2027, **options)
    types = nw.from_native(frame, eager_only=True).schema
    for name, dtype in types.items():
        base = name.rstrip("12")
        if base in (
            "dyadid",
            "cown",
            "gwn",
            "year",
            "month",
            "day",
            "spell",
            "years_since_admission",
        ):
            assert dtype == nw.Int64, name
        elif base in (
            "certain",
            "member",
            "observer",
            "chair",
            "exists",
            "covered",
            "both_members",
        ):
            assert dtype == nw.Boolean, name
        else:
            assert dtype == nw.String, name


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"unit": "state-yaer"}, "unknown unit 'state-yaer'; did you mean 'state-year'"),
        ({"systems": "icow"}, "unknown systems 'icow'"),
        ({"backend": "dask"}, "unknown backend 'dask'; known: pandas, polars, pyarrow"),
        ({"partial": "most"}, "unknown partial 'most'; known: any, first, last, all"),
        ({"kind": "summit"}, "kind is of meetings, and unit is 'state-year'"),
        ({"unit": "meeting-state", "kind": "sumit"}, "unknown MeetingKind 'sumit'"),
        ({"since": 1990, "until": 1980}, "since 1990 lies after until 1980"),
        ({"since": "soon"}, "'soon' is no day"),
    ],
)
def test_bad_arguments_are_named(options: dict[str, Any], message: str) -> None:
    asked = {"since": 1961, "until": 1970, **options}
    since, until = asked.pop("since"), asked.pop("until")
    with pytest.raises(ValueError, match=message):
        made(dataset(), since, until, **asked)


def test_a_body_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match="club"):
        made(dataset(), 1961, 1970, body="club")
    found = made(dataset(), 1961, 1961, body="Assembly")
    assert {(one["status"], one["member"], one["chair"]) for one in found} == {(None, False, None)}


def test_a_code_that_is_no_number_is_named() -> None:
    states = small()
    row(states, "arcadia")["codes"].append({"system": "gwn", "value": "ARC"})
    with pytest.raises(ValueError, match="gwn codes are whole numbers, but there is 'ARC'"):
        made(dataset(states), 1961, 1961)


def test_days_and_months_name_their_periods(nam: Dataset) -> None:
    found = made(nam, "1994-05-31", dt.date(1995, 1, 2), states=["cuba"])
    assert [one["year"] for one in found] == [1994, 1995]
    found = made(nam, "1994-11-30", "1995-01", states=["cuba"], unit="state-month")
    assert [(one["year"], one["month"]) for one in found] == [(1994, 11), (1994, 12), (1995, 1)]


MISSING = """
import sys
sys.modules[{package!r}] = None
from nam_azerbaijan import load
try:
    from nam_azerbaijan.frames import panel
    panel(load(), 1961, 1961, backend="polars")
except ImportError as error:
    print(error.name, error)
"""


@pytest.mark.parametrize("package", ["narwhals", "numpy", "polars"])
def test_a_missing_package_is_named_with_the_extra(package: str) -> None:
    pytest.importorskip("polars")
    code = MISSING.format(package=package)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    extra = "nam-azerbaijan[frames]"
    also = " polars" if package == "polars" else ""
    assert done.stdout.strip() == (
        f"{package} data frames need the package {package}: pip install '{extra}'{also}"
    )


def test_members_of_all_states_are_there(nam: Dataset) -> None:
    held: list[State] = list(nam.members())
    found = made(nam, 2025, 2025, states=held, unit="directed-dyad-year", partial="last")
    assert len(found) == 121 * 120
    assert all(one["both_members"] for one in found)
