"""Values of single records, and the time between two."""

from __future__ import annotations

import enum
import math
from typing import Any

from ...dataset import Dataset
from ...dates import Bound, PartialDate
from ...records.base import Qualifier, Standing, plain
from ...records.walk import NO_VALUE, value_at
from ..registry import Found, Id, computation
from ..values import ABOUT, Amount, Group, Single, When


class Unit(enum.StrEnum):
    """A unit of time."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_DAYS_OF = {Unit.DAYS: 1.0, Unit.MONTHS: 30.436875, Unit.YEARS: 365.2425}


@computation
def date_of(nam: Dataset, *, record: Id, path: str) -> Found:
    """A date in a record."""
    day = _date(nam, record, path)
    return Found(value=When(day), records=(record,), path=path)


def _date(nam: Dataset, record: str, path: str) -> PartialDate | None:
    value = value_at(nam.get(record), path)
    return value if isinstance(value, PartialDate) else None


@computation
def value_of(nam: Dataset, *, record: Id, path: str) -> Found:
    """A value in a record that is no date: a number, a choice, an id, a text.

    A number that is hedged may lie on that side of it, and "about" as far from it as the word
    reaches.
    """
    value = value_at(nam.get(record), path)
    if value is NO_VALUE or value is Bound.UNKNOWN or value == "unknown":
        value = None
    hedge = value_at(nam.get(record), f"{path}/qualifier")
    found = Single(plain(value)) if hedge is NO_VALUE else _hedged(value, hedge)
    return Found(value=found, records=(record,), path=path)


def _hedged(number: int, hedge: Qualifier) -> Amount:
    """The numbers that a hedged one may mean."""
    match hedge:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return Amount(number + (hedge is Qualifier.MORE_THAN), math.inf)
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return Amount(0, number - (hedge is Qualifier.LESS_THAN))
        case Qualifier.ABOUT:
            return Amount(number * (1 - ABOUT), number * (1 + ABOUT))
        case Qualifier.EXACTLY:
            return Amount(number, number)


@computation
def place_in_office(nam: Dataset, *, person: Id, state: Id, titles: tuple[str, ...]) -> Found:
    """Which holder of an office of a state a person was, by the days on which they took it.

    The data may lack a holder, so that it may be a later one.
    """
    first: dict[str, PartialDate] = {}
    for one in nam.persons:
        for office in one.offices:
            if office.state == state and office.title in titles and office.period is not None:
                first.setdefault(one.id, office.period.start)
    own = first.pop(person, None)
    if own is None:
        return Found(value=Single(None), records=(person,))
    before = tuple(key for key, day in first.items() if day.certainly_before(own))
    return Found(value=Amount(1 + len(before), math.inf), records=(person, *before), path="offices")


@computation
def items_of(nam: Dataset, *, record: Id, path: str) -> Found:
    """The ids or words in a list of a record."""
    items = frozenset(map(str, value_at(nam.get(record), path)))
    return Found(value=Group(items, items), records=(record,), path=path)


@computation
def parts_of(nam: Dataset, *, organization: Id) -> Found:
    """The organizations that have another one as their parent."""
    found = frozenset(one.id for one in nam.organizations.where(parent=organization))
    return Found(value=Group(found, found), records=tuple(sorted(found)), path="parent")


@computation
def items_in_list(nam: Dataset, *, set: str) -> Found:  # noqa: A002
    """The items of a list of principles."""
    found = frozenset(one.id for one in nam.principles.where(set=set))
    return Found(value=Group(found, found), records=tuple(sorted(found)), path="number")


@computation
def held(nam: Dataset, *, record: Id) -> Found:
    """Whether what was planned or said came true."""
    standing: Any = getattr(nam.get(record), "standing", None)
    known = {Standing.HELD: True, Standing.REJECTED: False}
    return Found(value=Single(known.get(standing)), records=(record,), path="standing")


@computation
def time_between(
    nam: Dataset,
    *,
    first: Id,
    first_path: str,
    second: Id,
    second_path: str,
    unit: Unit = Unit.DAYS,
    inclusive: bool = False,
) -> Found:
    """The time from a date of one record to a date of another one, or of the same.

    Months and years are of mean length; `inclusive` counts both days.
    """
    one, two = _date(nam, first, first_path), _date(nam, second, second_path)
    records = tuple(dict.fromkeys((first, second)))
    needs = ((first, first_path), (second, second_path))
    if one is None or two is None:
        return Found(value=Single(None), records=records, needs=needs)
    least: float = (two.earliest - one.latest).days + inclusive
    most: float = (two.latest - one.earliest).days + inclusive
    if unit is not Unit.DAYS:
        least, most = least / _DAYS_OF[unit], most / _DAYS_OF[unit]
    return Found(value=Amount(least, most), records=records, needs=needs)
