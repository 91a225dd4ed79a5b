"""How what was found meets what is asserted: never decided where it may be otherwise."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Comparison, PartialDate, Ruling
from nam_azerbaijan.verdicts.values import Amount, IdSet, Single, When

SAYS = {
    Comparison.EQUAL: lambda found, said: found == said,
    Comparison.AT_LEAST: lambda found, said: found >= said,
    Comparison.AT_MOST: lambda found, said: found <= said,
}
small = st.integers(-5, 20)
ids = st.frozensets(st.sampled_from("abcdef"))


def decided(answers: set[bool]) -> Ruling:
    """The ruling where these are the answers for each thing that may be so."""
    if answers == {True}:
        return Ruling.SUPPORTED
    return Ruling.CONTRADICTED if answers == {False} else Ruling.UNDECIDED


@given(small, st.integers(0, 5), small, st.sampled_from(sorted(SAYS)))
def test_a_number_is_decided_where_every_possible_one_agrees(
    least: int, more: int, said: int, comparison: Comparison
) -> None:
    found = Amount(least, least + more)
    every = {SAYS[comparison](one, said) for one in range(least, least + more + 1)}
    expected = decided(every)
    if comparison is Comparison.EQUAL and len(every) == 2:
        expected = Ruling.UNDECIDED
    assert found.ruling(comparison, said) is expected


@given(ids, ids, st.lists(st.sampled_from("abcdef"), unique=True))
def test_a_set_is_decided_where_every_possible_one_agrees(
    certain: frozenset[str], more: frozenset[str], said: list[str]
) -> None:
    found = IdSet(certain, certain | more)
    ruling = found.ruling(Comparison.SAME_SET, said)
    if not more - certain:
        assert ruling is decided({frozenset(said) == certain})
    else:
        assert ruling is not Ruling.SUPPORTED
        fits = certain <= set(said) <= certain | more
        assert (ruling is Ruling.UNDECIDED) == fits
    off = found.off(said)
    assert (off is None) == (ruling is not Ruling.CONTRADICTED)


@given(ids, ids)
def test_a_set_meets_a_number_by_its_size(certain: frozenset[str], more: frozenset[str]) -> None:
    found = IdSet(certain, certain | more)
    assert found.count == Amount(len(certain), len(certain | more))
    assert found.ruling(Comparison.EQUAL, 3) is found.count.ruling(Comparison.EQUAL, 3)


DAY = dt.date(2000, 1, 1)
days = st.integers(0, 40).map(lambda n: DAY + dt.timedelta(n))
ranges = st.sets(days, min_size=1, max_size=2).map(
    lambda some: PartialDate("..".join(day.isoformat() for day in sorted(some)))
)


@given(ranges, ranges)
def test_a_date_fits_one_that_holds_all_its_days(found: PartialDate, said: PartialDate) -> None:
    span = (found.latest - found.earliest).days + 1
    held = {said.earliest <= found.earliest + dt.timedelta(n) <= said.latest for n in range(span)}
    ruling = When(found).ruling(Comparison.EQUAL, said.text)
    assert ruling is decided(held)
    off = When(found).off(said.text)
    assert (off == 0) == (ruling is not Ruling.CONTRADICTED)


@pytest.mark.parametrize(
    ("found", "comparison", "said", "ruling"),
    [
        (Amount(32, 32), "about", 35, Ruling.SUPPORTED),
        (Amount(32, 32), "about", 36, Ruling.CONTRADICTED),
        (Amount(6.36, 6.36), "about", 6, Ruling.SUPPORTED),
        (Amount(2.0, 4.0), "about", 7, Ruling.CONTRADICTED),
        (Amount(6.0, 9.0), "about", 7, Ruling.UNDECIDED),
        (Amount(0.622, 0.622), "about", 0.667, Ruling.SUPPORTED),
        (When(PartialDate("1992-09-01..1992-09-06")), "equal", "1993", Ruling.CONTRADICTED),
        (When(PartialDate("1992-09-01..1992-09-06")), "equal", "1992", Ruling.SUPPORTED),
        (When(PartialDate("1992")), "equal", "1992-09-03", Ruling.UNDECIDED),
        (When(PartialDate("1999-09")), "at-least", "2001", Ruling.CONTRADICTED),
        (When(PartialDate("1999-09")), "at-most", "2001", Ruling.SUPPORTED),
        (When(None), "equal", "1993", Ruling.UNDECIDED),
        (Single("cuba"), "equal", "cuba", Ruling.SUPPORTED),
        (Single("cuba"), "equal", "india", Ruling.CONTRADICTED),
        (Single(None), "equal", "india", Ruling.UNDECIDED),
        (Single(value=False), "equal", False, Ruling.SUPPORTED),
        (Single(18), "at-least", 17, Ruling.SUPPORTED),
    ],
)
def test_rulings(found: object, comparison: str, said: object, ruling: Ruling) -> None:
    assert found.ruling(Comparison(comparison), said) is ruling  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("found", "comparison", "said"),
    [
        (Amount(1, 1), "equal", "one"),
        (Amount(1, 1), "equal", True),
        (Amount(1, 1), "same-set", 1),
        (IdSet(frozenset(), frozenset()), "same-set", 3),
        (IdSet(frozenset(), frozenset()), "equal", ["a"]),
        (When(PartialDate("1999")), "about", "1999"),
        (Single("cuba"), "about", "cuba"),
    ],
)
def test_what_cannot_be_compared_raises(found: object, comparison: str, said: object) -> None:
    with pytest.raises(TypeError):
        found.ruling(Comparison(comparison), said)  # type: ignore[attr-defined]


def test_values_as_json() -> None:
    assert Amount(1, 1).plain() == 1
    assert Amount(0.12345, 2).plain() == [0.123, 2]
    assert IdSet(frozenset("ba"), frozenset("abc")).plain() == ["a", "b"]
    assert When(PartialDate("1999-09")).plain() == "1999-09"
    assert When(None).plain() is None
    assert Amount(30, 32).off(35) == 3
    assert Amount(30, 32).off(31) == 0
    assert IdSet(frozenset("a"), frozenset("ab")).off(["c"]) == {"missing": ["a"], "extra": ["c"]}
    assert When(PartialDate("2024-01-19")).off("2023") == -19
    assert Single("x").off("y") is None
