"""Which rows hold on which day, answered from day numbers."""

from __future__ import annotations

import datetime as dt
import functools
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from .dates import PartialDate, as_bound, as_date, day_numbers
from .store import Row

__all__ = ["Day", "Span", "Spans", "days"]

Day = str | dt.date | PartialDate


@functools.lru_cache(maxsize=65536)
def days(on: Day) -> tuple[int, int]:
    """The numbers of the first and the last day that `on` may mean.

    Raises:
        ValueError: text that is no date.
        TypeError: neither text nor a date.
    """
    date = as_date(on)
    return date.earliest.toordinal(), date.latest.toordinal()


class Span(NamedTuple):
    """The day numbers between which a row certainly, and possibly, holds."""

    certain_from: int
    certain_until: float
    possible_from: int
    possible_until: float
    row: Row

    def holds(self, first: int, last: int, *, possible: bool = False) -> bool:
        """Whether the row holds on all, or with `possible` on any, of the days given."""
        if possible:
            return self.possible_from <= last and first < self.possible_until
        return self.certain_from <= first and last < self.certain_until


class Spans:
    """The rows that came true, in order of their start, to be asked which hold on a day."""

    def __init__(self, rows: Iterable[Row]) -> None:
        held = [row for row in rows if row.get("standing", "held") == "held"]
        starts = {row["id"]: as_date(row["start"]) for row in held}
        held.sort(key=lambda row: starts[row["id"]].sort_key)
        self.all = tuple(
            Span(*day_numbers(starts[row["id"]], as_bound(row["end"])), row) for row in held
        )

    @functools.cached_property
    def _changes(self) -> list[float]:
        changes = {float(span.certain_from) for span in self.all}
        return sorted(changes.union(span.certain_until for span in self.all))

    def segment(self, day: int) -> int:
        """The number of the stretch of days with one answer in which `day` lies."""
        return bisect_right(self._changes, day)

    def on(self, first: int, last: int, *, possible: bool = False) -> list[Row]:
        """The rows that hold on the days given, in order of their start."""
        return [span.row for span in self.all if span.holds(first, last, possible=possible)]
