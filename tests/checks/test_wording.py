"""The days, spans, numbers and names that stand in words."""

from __future__ import annotations

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.checks.wording import (
    in_words,
    names_of,
    numbers_in,
    ordinals_in,
    own_words,
    spans_in,
    stated_in,
    without_dates,
    words_of,
)
from nam_azerbaijan.dates import PartialDate

from factory import dataset


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 5 May 1964", {(5, 5)}),
        ("the 1st and 2nd of September", {(9, 1), (9, 2)}),
        ("from 31 August to 4 September", {(8, 31), (9, 4)}),
        ("3-6 Sept. 1961", {(9, 3), (9, 6)}),
        ("May 5, 6 and 7", {(5, 5), (5, 6), (5, 7)}),
        ("1964-10-05", {(10, 5)}),
        ("1964-10", set()),
        ("May 1964", set()),
        ("maybe 5 days", set()),
    ],
)
def test_days(text: str, days: set[tuple[int, int]]) -> None:
    assert stated_in(text).days == days


@pytest.mark.parametrize(
    ("text", "months", "years"),
    [
        ("in March 1964", {3}, {1964}),
        ("1964-10 or 1499", {10}, {1964}),
        ("JAN. and dec", {1, 12}, set()),
        ("2021 and 21000", set(), {2021}),
    ],
)
def test_months_and_years(text: str, months: set[int], years: set[int]) -> None:
    stated = stated_in(text)
    assert stated.months == months
    assert stated.years == years


@pytest.mark.parametrize(
    ("date", "text", "stated"),
    [
        ("1964-10-05", "5 October 1964", True),
        ("1964-10-05", "5 October", False),
        ("1964-10-05", "October 1964", False),
        ("1964-10-05", "5 May, October 1964", False),
        ("1964-10", "October 1964", True),
        ("1964-10", "5 May 1964", False),
        ("1964", "in 1964", True),
        ("1964", "in 1965", False),
        ("1964-10-05..1964-10-06", "5 or 6 October 1964", True),
        ("1964-10-05..1964-10-06", "5 October 1964", False),
        ("[1964-10-05..1964-10-06]", "5 or 6 October 1964", True),
        ("1964..1965", "1964 or 1965", True),
    ],
)
def test_a_date_is_borne_out_by_all_that_it_says(date: str, text: str, *, stated: bool) -> None:
    assert stated_in(text).bears_out(PartialDate(date)) is stated


def test_two_texts_may_bear_out_a_date_together() -> None:
    date = PartialDate("1964-10-05")
    assert (stated_in("on 5 October") | stated_in("in 1964")).bears_out(date)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("5-10 October 1964", {((10, 5), (10, 10))}),
        ("5th to the 10th of October", {((10, 5), (10, 10))}),
        ("October 5 until 10", {((10, 5), (10, 10))}),
        ("30 August to 2 September", {((8, 30), (9, 2))}),
        ("August 30 through September 2", {((8, 30), (9, 2))}),
        ("1964-10-05..1964-10-10", {((10, 5), (10, 10))}),
        ("1964-08-30..1964-09-02", {((8, 30), (9, 2))}),
        ("5 October and 1-2 May", {((10, 5), (5, 1)), ((5, 1), (5, 2))} - {((10, 5), (5, 1))}),
        ("10 to 5 October", set()),
        ("5 October to 5 October", set()),
        ("5 October 1964", set()),
    ],
)
def test_spans(text: str, spans: set[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    assert spans_in(text) == spans


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("25 heads", {25}),
        ("1,200 sources", {1200}),
        ("twenty-five heads and seven more", {20, 25, 5, 7}),
        ("eighty", {80}),
        ("ninety-nine", {90, 9, 99}),
        ("nineteen", {19}),
        ("ninety ten", {90, 10}),
        ("no one", {1}),
        ("9" * 18, {int("9" * 18)}),
        ("9" * 19, set()),
    ],
)
def test_numbers(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


def test_counts_are_not_dates() -> None:
    text = "25 heads met on 1-6 September 1961, May 5, 1961-09-04; 7 in 1964"
    assert numbers_in(without_dates(text)) == {25, 7}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("18th Summit", {18}),
        ("XVIII Summit", {18}),
        ("Eighteenth Summit", {18}),
        ("the first and the 2nd", {1, 2}),
        ("Summit 18", set()),
        ("118th", set()),
    ],
)
def test_ordinals(text: str, numbers: set[int]) -> None:
    assert ordinals_in(text) == numbers


def test_the_words_of_a_record_are_not_its_dates_and_references() -> None:
    nam = dataset()
    words = own_words(nam.memberships["borduria-nam-member"])
    assert "borduria-nam-member" in words
    assert "1999-01-01" not in words.replace(
        nam.memberships["borduria-nam-member"].sources[0].says, ""
    )
    assert "borduria-nam-member" not in own_words(
        nam.memberships["borduria-nam-member"], with_id=False
    )


def test_the_words_about_a_record_name_its_sources() -> None:
    nam = dataset()
    assert "Yearbook" in words_of(nam, nam.events["visit"])
    assert "Yearbook" not in own_words(nam.events["visit"])


@pytest.mark.parametrize(
    ("record", "named"),
    [
        ("arcadia", [{"old", "arcadia"}, {"arcadia"}, {"qa", "arcadia"}]),
        ("ada", [{"ada"}]),
        ("assembly", [{"assembly"}]),
        ("summit-2", [{"summit", "2"}]),
        ("nac-res-7", [{"nac", "res"}, {"nac", "7"}, {"res", "7"}]),
        ("visit", [{"visit"}]),
    ],
)
def test_names(record: str, named: list[set[str]]) -> None:
    assert list(names_of(dataset().get(record))) == named


def test_every_state_and_person_can_be_named(nam: Dataset) -> None:
    for held in (nam.states, nam.persons, nam.organizations):
        assert all(words for record in held for words in names_of(record))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "zero"),
        (1, "one"),
        (19, "nineteen"),
        (20, "twenty"),
        (61, "sixty-one"),
        (99, "ninety-nine"),
    ],
)
def test_numbers_in_words(number: int, text: str) -> None:
    assert in_words(number) == text
    assert number in numbers_in(text)


def test_other_numbers_are_left_in_figures() -> None:
    assert (in_words(100), in_words(-1)) == ("100", "-1")
