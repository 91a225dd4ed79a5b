"""Periods between dates, which answer twice: what is certain, and what is possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import (
    Bound,
    Day,
    DayNumbers,
    PartialDate,
    as_bound,
    as_date,
    day_numbers,
    require_order,
)
from .convert import parts

__all__ = ["Period"]


@attrs.frozen
class Period:
    """The days from `start` up to, and without, `end`; at least one day.

    Attributes:
        start: the first day.
        end: the first day after it, `Bound.OPEN` where it lasts, `Bound.UNKNOWN` where nobody
            has evidenced its end.

    Raises:
        ValueError: `end` cannot lie after `start`.
    """

    start: PartialDate = attrs.field(converter=as_date)
    end: PartialDate | Bound = attrs.field(default=Bound.OPEN, converter=as_bound)

    def __attrs_post_init__(self) -> None:
        require_order(self.start, self.end)

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    @property
    def day_numbers(self) -> DayNumbers:
        """The day numbers between which it certainly, and possibly, lasts."""
        return day_numbers(self.start, self.end)

    def contains(self, day: Day, *, possible: bool = False) -> bool:
        """Whether `day` certainly lies within, or with `possible` whether it may.

        Raises:
            ValueError, TypeError: `day` is no day.
        """
        return self.day_numbers.hold(*as_date(day).numbers, possible=possible)

    def overlaps(self, other: Period, *, possible: bool = False) -> bool:
        """Whether the two certainly share a day, or with `possible` whether they may."""
        one, two = self.day_numbers, other.day_numbers
        if possible:
            return one.possible_from < two.possible_until and two.possible_from < one.possible_until
        return one.certain_from < two.certain_until and two.certain_from < one.certain_until

    def exceeds(self, other: Period) -> bool:
        """Whether it certainly begins before the other, or does not end with it."""
        late = isinstance(other.end, PartialDate) and (
            not isinstance(self.end, PartialDate) or other.end.certainly_before(self.end)
        )
        return self.start.certainly_before(other.start) or late

    def gap(self, other: Period) -> tuple[int, int]:
        """The fewest and the most days that lie between the two, whichever comes first."""
        one, two = self.day_numbers, other.day_numbers
        fewest = max(
            0.0, two.possible_from - one.possible_until, one.possible_from - two.possible_until
        )
        most = max(0.0, two.certain_from - one.certain_until, one.certain_from - two.certain_until)
        return int(fewest), int(most)


def as_periods(items: Iterable[Period | Mapping[str, Any]]) -> tuple[Period, ...]:
    """Periods, made from objects where they are given as such."""
    return parts(Period, items)


def as_optional_period(value: Period | Mapping[str, Any] | None) -> Period | None:
    """A period, made from an object where it is given as such."""
    return value if value is None or isinstance(value, Period) else Period(**value)
