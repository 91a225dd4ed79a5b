"""The strategies that users test their own code with."""

from __future__ import annotations

import datetime as dt

from hypothesis import find, given
from hypothesis import strategies as st

from nam_azerbaijan import Bound, Dataset, PartialDate, Period, check
from nam_azerbaijan.testing import datasets, partial_dates, periods

FIRST, LAST = dt.date(1994, 5, 31), dt.date(1994, 6, 4)


@given(partial_dates(FIRST, LAST))
def test_dates_may_lie_in_their_bounds(date: PartialDate) -> None:
    assert date.earliest <= LAST
    assert date.latest >= FIRST


def test_dates_of_every_form_are_drawn() -> None:
    for form in ("1994", "1994-05", "1994-06-01", "1994-05-31..1994-06-04", "1994-05..1994-06"):
        assert find(partial_dates(FIRST, LAST), lambda date, form=form: date.text == form)  # type: ignore[misc]


@given(periods())
def test_periods_have_a_day(period: Period) -> None:
    assert period.contains(period.start, possible=True)
    assert isinstance(period.end, Bound) or period.start.possibly_before(period.end)


def test_periods_of_every_end_are_drawn() -> None:
    for end in Bound:
        assert find(periods(), lambda period, end=end: period.end is end)  # type: ignore[misc]
    assert find(periods(st.just(PartialDate("1994"))), lambda one: one.end == PartialDate("1994"))


@given(datasets())
def test_data_sets_are_sound(nam: Dataset) -> None:
    assert check(nam) == ()
    assert nam.members(on=nam.as_of, possible=True)
