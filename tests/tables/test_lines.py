"""What records say in one line."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Bound, Dataset, PartialDate
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.walk import value_at
from nam_azerbaijan.tables.lines import (
    field_words,
    held_value,
    lasting,
    line,
    meeting_place,
    speaker,
    years,
)

from factory import claim, dataset, row, small


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1994-05-31", "1999-01-01", "1994-1998"),  # The end is the first day after it.
        ("1994-05-31", "1999-01-02", "1994-1999"),
        ("1994", "1994-12-31", "1994"),
        ("2001", "2002-01-01", "2001"),
        ("1992", Bound.OPEN, "1992-"),
        ("1992", Bound.UNKNOWN, "1992-?"),
        ("2001..2002", Bound.OPEN, "2001?-"),
        ("2005", "2007..2008-03-07", "2005 until 2007"),
        ("1992-03", "1997", "1992 until 1997"),
        ("1999-09", "2008-03-04..2008-04-17", "1999-2008"),
        ("2002", "2014-12-28..2015-01-01", "2002-2014"),
    ],
)
def test_years(start: str, end: str | Bound, expected: str) -> None:
    until = end if isinstance(end, Bound) else PartialDate(end)
    assert years(PartialDate(start), until) == expected


days = st.dates(dt.date(1960, 1, 1), dt.date(2020, 1, 1))


@given(st.lists(days, min_size=3, max_size=3, unique=True).map(sorted))
def test_no_year_is_added_in_which_it_may_not_have_lasted(three: list[dt.date]) -> None:
    start, first, last = three
    said = years(PartialDate(str(start)), PartialDate(f"{first}..{last}"))
    named = {int(year) for year in said.replace(" until ", "-").split("-")}
    assert max(named) <= first.year
    assert min(named) == start.year


def test_from_when_until_when() -> None:
    start = PartialDate("1992-03")
    assert lasting(start, Bound.OPEN) == "from 1992-03"
    assert lasting(start, Bound.UNKNOWN) == "from 1992-03 until an unknown day"
    assert lasting(start, PartialDate("1997")) == "from 1992-03 until 1997"


def test_fields_are_words() -> None:
    assert field_words("start") == "start"
    assert field_words("existence/0/start") == "existence, start"
    assert field_words("figures/foreign-ministers") == "figures, foreign ministers"
    assert field_words("new_end") == "new end"


def test_the_better_known_place_stands_for_a_meeting(nam: Dataset) -> None:
    for meeting in nam.meetings:
        place = meeting_place(meeting)
        assert "(" not in place
        assert place in meeting.city
        assert bool(place) == bool(meeting.city)
    assert meeting_place(nam.meetings["ministerial-bali-2011"]) == "Bali"


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_record_says_something_in_one_line(nam: Dataset, name: str) -> None:
    for record in nam.collection(name):
        text = line(record, nam.get)
        assert text.strip()
        assert "\n" not in text
        assert speaker(record) in nam.sources


def test_claims_name_the_speaker_and_say_what_the_data_holds(nam: Dataset) -> None:
    for one in nam.claims:
        text, held = line(one, nam.get), held_value(one, nam.get)
        assert text.startswith(f"{one.sources[0].source}: ")
        assert ("(data: " in text) is (held is not None)
        if one.preferred:
            assert held is None, one.id


def test_assertions_name_the_speaker(nam: Dataset) -> None:
    for one in nam.assertions:
        assert line(one, nam.get).startswith(f"{one.sources[0].source}: {one.statement}")
    off = nam.assertions["azerbaijan-nam-page-admission-bali"]
    assert held_value(off, nam.get) == "2011-05-25"
    assert line(off, nam.get).endswith("(data: 2011-05-25)")


@pytest.mark.parametrize(
    ("path", "value", "held"),
    [
        ("start", "1961-09-01", None),
        ("start", "1961-09-02", "1961-09-01"),
        ("status", "observer", "member"),
        ("end", "1970", "open"),
        ("ended", "withdrew", "nothing"),
        ("nowhere", "x", "nothing"),
    ],
)
def test_another_value_is_told(path: str, value: str, held: str | None) -> None:
    rows = small()
    rows["claims"] = [claim("arcadia-nam-member", path, value)]
    nam = dataset(rows)
    (one,) = nam.claims
    assert held_value(one, nam.get) == held
    assert value_at(nam.memberships["arcadia-nam-member"], "start") == PartialDate("1961-09-01")


@pytest.mark.parametrize(
    ("value", "qualifier", "said", "held"),
    [
        (25, "about", "about 25", None),
        (25, "exactly", "25", "about 25"),
        (20, "more-than", "more than 20", "about 25"),
    ],
)
def test_a_hedged_number_says_so(value: int, qualifier: str, said: str, held: str | None) -> None:
    rows = small()
    row(rows, "summit-1")["figures"] = [{"name": "heads", "value": 25, "qualifier": "about"}]
    rows["claims"] = [{**claim("summit-1", "figures/heads", value), "qualifier": qualifier}]
    nam = dataset(rows)
    (one,) = nam.claims
    assert held_value(one, nam.get) == held
    assert f" is {said}" in line(one, nam.get)


def test_what_did_not_come_true_says_so() -> None:
    rows = small()
    row(rows, "summit-3")["standing"] = "planned"
    nam = dataset(rows)
    assert line(nam.meetings["summit-3"], nam.get) == "Third summit, Arx, 1968-01-02 [planned]"
    assert "[" not in line(nam.meetings["summit-2"], nam.get)


def test_a_participation_says_whether() -> None:
    nam = dataset()
    assert line(nam.participations["borduria-at-summit-3"], nam.get) == (
        "Borduria (member) did not attend: Third summit, Arx, 1968-01-02"
    )
    assert line(nam.participations["arcadia-at-summit-2"], nam.get) == (
        "Arcadia (member) attended, led by Ada: Second summit, Brod, 1964-10-05"
    )
