"""Periods between dates, which answer twice: what is certain, and what is possible."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

import attrs

from .dates import Bound, PartialDate, as_bound, as_date, day_numbers

__all__ = ["Lasting", "Period", "sticks_out"]


class Lasting(Protocol):
    """What lasts from `start` up to, and without, `end`."""

    @property
    def start(self) -> PartialDate:
        """The first day."""

    @property
    def end(self) -> PartialDate | Bound:
        """The first day after it, open or unknown."""


def sticks_out(inner: Lasting, outer: Lasting) -> bool:
    """Whether `inner` certainly begins before `outer`, or does not end with it."""
    early = inner.start.certainly_before(outer.start)
    late = isinstance(outer.end, PartialDate) and (
        not isinstance(inner.end, PartialDate) or outer.end.certainly_before(inner.end)
    )
    return early or late


@attrs.frozen(slots=True)
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
        if isinstance(self.end, PartialDate) and not self.start.possibly_before(self.end):
            raise ValueError(f"the end {self.end} does not lie after the start {self.start}")

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    def contains(self, day: str | dt.date | PartialDate, *, possible: bool = False) -> bool:
        """Whether `day` certainly lies within, or with `possible` whether it may.

        Raises:
            ValueError, TypeError: `day` is no date.
        """
        date = as_date(day)
        first, last = date.earliest.toordinal(), date.latest.toordinal()
        latest_start, earliest_end, earliest_start, latest_end = day_numbers(self.start, self.end)
        if possible:
            return earliest_start <= last and first < latest_end
        return latest_start <= first and last < earliest_end

    def overlaps(self, other: Period, *, possible: bool = False) -> bool:
        """Whether the two certainly share a day, or with `possible` whether they may."""
        latest_start, earliest_end, earliest_start, latest_end = day_numbers(self.start, self.end)
        late, early, first, last = day_numbers(other.start, other.end)
        if possible:
            return earliest_start < last and first < latest_end
        return latest_start < early and late < earliest_end

    def gap(self, other: Period) -> tuple[int, int]:
        """The fewest and the most days that lie between the two, whichever comes first."""
        latest_start, earliest_end, earliest_start, latest_end = day_numbers(self.start, self.end)
        late, early, first, last = day_numbers(other.start, other.end)
        fewest = max(0.0, first - latest_end, earliest_start - last)
        most = max(0.0, late - earliest_end, latest_start - early)
        return int(fewest), int(most)
