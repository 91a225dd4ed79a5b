"""What queries filter by, held against every reading of vague dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Answer, Bound, PartialDate, Status
from nam_azerbaijan.lookup.filters import choice_of, require_range, touches, wanted
from nam_azerbaijan.records.evidence import Claim
from nam_azerbaijan.records.meetings import Meeting
from nam_azerbaijan.records.memberships import Membership
from nam_azerbaijan.records.parties import State
from nam_azerbaijan.records.walk import field_types
from nam_azerbaijan.testing import partial_dates

DATES = partial_dates(dt.date(2000, 1, 1), dt.date(2000, 1, 12))


def days(date: PartialDate) -> range:
    return range(date.numbers[0], date.numbers[1] + 1)


@given(DATES, DATES | st.none(), DATES | st.none(), DATES | st.none())
def test_what_touches_a_range_is_what_does_on_every_reading(
    first: PartialDate,
    last: PartialDate | None,
    since: PartialDate | None,
    until: PartialDate | None,
) -> None:
    begin = since.numbers[0] if since else 0
    end = until.numbers[1] if until else 10**7
    if begin > end:
        return
    both = [(one, two) for one in days(first) for two in (days(last) if last else [one])]
    held = [begin <= two and one <= end for one, two in both]
    assert touches(first, last, since, until, possible=False) == all(held)
    assert touches(first, last, since, until, possible=True) == any(held)


@pytest.mark.parametrize("possible", [False, True])
def test_what_has_no_date_may_be_of_any(*, possible: bool) -> None:
    assert touches(None, None, None, None, possible=possible)
    assert touches(None, None, "2000", None, possible=possible) is possible
    assert touches(None, None, None, "2000", possible=possible) is possible


@given(DATES | st.none(), DATES | st.none())
def test_a_range_has_a_day(since: PartialDate | None, until: PartialDate | None) -> None:
    if since and until and until.certainly_before(since):
        with pytest.raises(ValueError, match=f"since {since} lies after until {until}"):
            require_range(since, until)
    else:
        require_range(since, until)


def test_no_day_is_no_limit() -> None:
    for limits in (("yesterday", None), (None, "yesterday")):
        with pytest.raises(ValueError, match="'yesterday' is no day"):
            require_range(*limits)


def test_choices_are_read_or_suggested() -> None:
    assert choice_of(Status, "member") is choice_of(Status, Status.MEMBER) is Status.MEMBER
    with pytest.raises(ValueError, match="unknown Status 'membr'; did you mean 'member'"):
        choice_of(Status, "membr")
    with pytest.raises(ValueError, match="unknown Answer 'qqq'; known: yes, no, unknown"):
        choice_of(Answer, "qqq")


def resolve(permitted: tuple[str, ...], value: object) -> str:
    """Ids in capitals, so that it shows what was asked."""
    return f"{value}".upper() + str(len(permitted))


def want(cls: Any, field: str, value: Any) -> Any:
    return wanted(field_types(cls)[field], value, resolve)


@pytest.mark.parametrize(
    ("cls", "field", "value", "meant"),
    [
        (Membership, "party", "cuba", "CUBA2"),
        (Membership, "status", "member", Status.MEMBER),
        (Membership, "status", Status.GUEST, Status.GUEST),
        (Membership, "start", "2011-05-25", PartialDate("2011-05-25")),
        (Membership, "start", dt.date(2011, 5, 25), PartialDate("2011-05-25")),
        (Membership, "end", "open", Bound.OPEN),
        (Membership, "end", Bound.UNKNOWN, Bound.UNKNOWN),
        (Membership, "end", 2011, PartialDate("2011")),
        (Membership, "began_at", None, None),
        (Meeting, "number", 18, 18),
        (Meeting, "number", 18.0, 18),
        (Meeting, "city", "Baku", "Baku"),
        (Meeting, "closed", None, None),
        (State, "aliases", ["a", "b"], ("a", "b")),
        (State, "aliases", ("a",), ("a",)),
        (State, "aliases", "a", "a"),
        (State, "successors", ["x", "y"], ("X1", "Y1")),
        (State, "successors", "x", "X1"),
        (Claim, "preferred", True, True),
        (Claim, "value", ["a", [1, None]], ("a", (1, None))),
        (Claim, "value", 5, 5),
    ],
)
def test_a_value_is_read_as_records_hold_it(cls: Any, field: str, value: Any, meant: Any) -> None:
    found = want(cls, field, value)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize(
    ("cls", "field", "value", "words"),
    [
        (State, "names", "Cuba", "names has parts and cannot be looked for by value"),
        (Membership, "start", None, "start is never None"),
        (Meeting, "number", "18", "number holds a whole number, not '18'"),
        (Meeting, "number", 18.5, "number holds a whole number, not 18.5"),
        (Meeting, "number", True, "number holds a whole number, not True"),
        (Meeting, "city", 5, "city holds text, not 5"),
        (Claim, "preferred", 1, "preferred holds True or False, not 1"),
        (State, "aliases", [1], "aliases holds text, not 1"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(cls: Any, field: str, value: Any, words: str) -> None:
    with pytest.raises(TypeError) as caught:
        want(cls, field, value)
    assert words in str(caught.value)


def test_a_date_is_no_open_end() -> None:
    with pytest.raises(ValueError, match="'open' is no day"):
        want(Membership, "start", "open")
