"""Days, months and years as numbers: those that count them, and those that people write."""

from __future__ import annotations

import datetime as dt
import enum

__all__ = ["Grain"]

_MONTHS = 12


class Grain(enum.IntEnum):
    """How exact a day is given. The number of a grain says so in a table, too.

    Days, months and years are counted by ticks, one after the other without a gap. Written, a
    year is `2011`, a month `201105`, a day `20110525`; no number is written in two grains.
    """

    YEAR = 1
    MONTH = 2
    DAY = 3

    @property
    def least(self) -> int:
        """The least number that is written in this grain."""
        return (1000, 100001, 10000101)[self - 1]

    def tick(self, day: int) -> int:
        """The tick in which the day with a day number lies."""
        if self is Grain.DAY:
            return day
        date = dt.date.fromordinal(day)
        return date.year if self is Grain.YEAR else date.year * _MONTHS + date.month - 1

    def first(self, tick: int) -> int:
        """The number of the first day of a tick."""
        if self is Grain.DAY:
            return tick
        year, month = (tick, 0) if self is Grain.YEAR else divmod(tick, _MONTHS)
        return dt.date(year, month + 1, 1).toordinal()

    def last(self, tick: int) -> int:
        """The number of the last day of a tick."""
        return self.first(tick + 1) - 1

    def written(self, tick: int) -> int:
        """The number by which people write a tick."""
        if self is Grain.YEAR:
            return tick
        if self is Grain.MONTH:
            year, month = divmod(tick, _MONTHS)
            return year * 100 + month + 1
        return int(dt.date.fromordinal(tick).strftime("%Y%m%d"))
