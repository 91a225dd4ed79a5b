"""Who is in which spell on which day, answered from day numbers."""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

import attrs

from .dates import PartialDate, Period, as_date
from .records.base import Standing

__all__ = ["Day", "Span", "Spans", "days"]

Day = str | dt.date | PartialDate


class Dated(Protocol):
    """A record that holds for a period."""

    @property
    def period(self) -> Period: ...

    @property
    def start(self) -> PartialDate: ...


S = TypeVar("S", bound=Dated)


@functools.lru_cache(maxsize=65536)
def days(on: Day) -> tuple[int, int]:
    """The numbers of the first and the last day that `on` may mean.

    Raises:
        ValueError: text that is no date.
        TypeError: neither text nor a date.
    """
    date = as_date(on)
    return date.earliest.toordinal(), date.latest.toordinal()


@attrs.frozen(slots=True)
class Span(Generic[S]):
    """A record with the day numbers between which it certainly, and possibly, holds."""

    certain_from: int
    certain_until: float
    possible_from: int
    possible_until: float
    record: S

    @classmethod
    def of(cls, record: S) -> Span[S]:
        """The span of a record."""
        return cls(*record.period.day_numbers, record)

    def holds(self, first: int, last: int, *, possible: bool = False) -> bool:
        """Whether the record holds on all, or with `possible` on any, of the days given."""
        if possible:
            return self.possible_from <= last and first < self.possible_until
        return self.certain_from <= first and last < self.certain_until


class Spans(Generic[S]):
    """Spans that can be asked which of them hold on a day."""

    def __init__(self, records: Iterable[S]) -> None:
        held = (record for record in records if getattr(record, "standing", None) in _HELD)
        self.all = tuple(map(Span.of, sorted(held, key=lambda record: record.start.sort_key)))
        changes = {span.certain_from for span in self.all}
        changes.update(int(span.certain_until) for span in self.all if span.certain_until < _FAR)
        self._changes = sorted(changes)

    def segment(self, day: int) -> int:
        """The number of the stretch of days with one answer in which `day` lies."""
        return bisect_right(self._changes, day)

    def on(self, first: int, last: int, *, possible: bool = False) -> tuple[S, ...]:
        """The records that hold on the days given, in order of their start."""
        return tuple(span.record for span in self.all if span.holds(first, last, possible=possible))


_FAR = float("inf")
_HELD = (None, Standing.HELD)
