"""Values of single records, and the time between two."""

from __future__ import annotations

import enum
import math
from typing import Any

from ...dataset import Dataset
from ...dates import Bound, PartialDate
from ...records.base import Figure, Qualifier, Standing, plain
from ...records.walk import NO_VALUE, part_at, value_at
from ..registry import Found, RecordId, formula
from ..values import ABOUT, Amount, IdSet, Single, When


class Unit(enum.StrEnum):
    """A unit of time."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


_DAYS_OF = {Unit.DAYS: 1.0, Unit.MONTHS: 30.436875, Unit.YEARS: 365.2425}


@formula
def date_of(nam: Dataset, *, record: RecordId, path: str) -> Found:
    """A date in a record."""
    day = _date(nam, record, path)
    return Found(value=When(day), records=(record,), path=path)


def _date(nam: Dataset, record: str, path: str) -> PartialDate | None:
    value = value_at(nam.get(record), path)
    return value if isinstance(value, PartialDate) else None


@formula
def value_of(nam: Dataset, *, record: RecordId, path: str) -> Found:
    """A value in a record that is no date: a number, a choice, an id, a text."""
    part = part_at(nam.get(record), path)
    if isinstance(part, Figure):
        return Found(value=_amount(part), records=(record,), path=path)
    value = value_at(nam.get(record), path)
    if value is NO_VALUE or value is Bound.UNKNOWN or value == "unknown":
        value = None
    return Found(value=Single(plain(value)), records=(record,), path=path)


def _amount(figure: Figure) -> Amount:
    """What a figure may be: a hedged one is not exact."""
    number = figure.value
    least, most = {
        Qualifier.EXACTLY: (number, number),
        Qualifier.ABOUT: (number * (1 - ABOUT), number * (1 + ABOUT)),
        Qualifier.AT_LEAST: (number, math.inf),
        Qualifier.MORE_THAN: (number + 1, math.inf),
        Qualifier.AT_MOST: (0, number),
        Qualifier.LESS_THAN: (0, number - 1),
    }[figure.qualifier]
    return Amount(least, most)


@formula
def place_in_office(
    nam: Dataset, *, person: RecordId, state: RecordId, titles: tuple[str, ...]
) -> Found:
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


@formula
def items_of(nam: Dataset, *, record: RecordId, path: str) -> Found:
    """The ids or words in a list of a record."""
    items = frozenset(map(str, value_at(nam.get(record), path)))
    return Found(value=IdSet(items, items), records=(record,), path=path)


@formula
def parts_of(nam: Dataset, *, organization: RecordId) -> Found:
    """The organizations that have another one as their parent."""
    found = frozenset(one.id for one in nam.organizations.where(parent=organization))
    return Found(value=IdSet(found, found), records=tuple(sorted(found)), path="parent")


@formula
def items_in_list(nam: Dataset, *, set: str) -> Found:  # noqa: A002
    """The items of a list of principles."""
    found = frozenset(one.id for one in nam.principles.where(set=set))
    return Found(value=IdSet(found, found), records=tuple(sorted(found)), path="number")


@formula
def held(nam: Dataset, *, record: RecordId) -> Found:
    """Whether what was planned or said came true."""
    standing: Any = getattr(nam.get(record), "standing", None)
    known = {Standing.HELD: True, Standing.UNREALIZED: False, Standing.REJECTED: False}
    return Found(value=Single(known.get(standing)), records=(record,), path="standing")


@formula
def time_between(
    nam: Dataset,
    *,
    first: RecordId,
    first_path: str,
    second: RecordId,
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
