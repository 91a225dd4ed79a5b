"""Which spells and terms hold on a day, answered from day numbers."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable

from ..dates import PartialDate, as_bound, as_date, day_numbers
from ..records import MOVEMENT
from ..store import Row, Rows

__all__ = ["Intervals", "SpellIndex"]


class Intervals:
    """The rows that came true and last from a start to an end, in order of their start."""

    def __init__(self, rows: Iterable[Row]) -> None:
        held = [row for row in rows if row.get("standing", "held") == "held"]
        held.sort(key=lambda row: as_date(row["start"]).sort_key)
        self.rows = tuple(held)
        self._days = tuple(day_numbers(as_date(row["start"]), as_bound(row["end"])) for row in held)
        self._certain = tuple(
            (days.certain_from, days.certain_until, row)
            for days, row in zip(self._days, held, strict=True)
        )

    def on(self, day: PartialDate, *, possible: bool = False) -> list[Row]:
        """The rows that hold on a day, or with `possible` may, in order of their start."""
        first, last = day.numbers
        return [
            row
            for days, row in zip(self._days, self.rows, strict=True)
            if days.hold(first, last, possible=possible)
        ]

    def one_on(self, day: PartialDate, *, possible: bool = False) -> Row | None:
        """The row that holds on a day, if one does.

        With `possible` and where none does for certain, the earliest of those that may.
        """
        first, last = day.numbers
        # As `DayNumbers.hold` has it; written out, since every `status` comes through here.
        for since, until, row in self._certain:
            if since <= first and last < until:
                return row
        return next(iter(self.on(day, possible=True)), None) if possible else None

    @functools.cached_property
    def _changes(self) -> list[float]:
        bounds: set[float] = {days.certain_from for days in self._days}
        return sorted(bounds.union(days.certain_until for days in self._days))

    @functools.cached_property
    def _possible_changes(self) -> list[float]:
        return sorted({bound for days in self._days for bound in days})

    def segment(self, day: PartialDate, *, possible: bool = False) -> int:
        """The number of the stretch of days with one certain answer in which an exact day lies.

        With `possible` the possible answers are the same on all its days, too.
        """
        changes = self._possible_changes if possible else self._changes
        return bisect_right(changes, day.numbers[0])


class SpellIndex:
    """The spells of parties in bodies."""

    def __init__(self, rows: Rows) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {}
        for row in rows.values():
            body = self._rows.setdefault(row.get("body", MOVEMENT), {})
            body.setdefault(row["party"], []).append(row)
        self._made: dict[tuple[str, str], Intervals] = {}
        self._whole: dict[str, Intervals] = {}

    def of(self, party: str, body: str) -> Intervals:
        """The spells of a party in a body."""
        made = self._made.get((party, body))
        if made is None:
            spells = Intervals(self._rows.get(body, {}).get(party, ()))
            made = self._made.setdefault((party, body), spells)
        return made

    def within(self, body: str) -> Intervals:
        """The spells of all parties in a body."""
        made = self._whole.get(body)
        if made is None:
            rows = (row for held in self._rows.get(body, {}).values() for row in held)
            made = self._whole.setdefault(body, Intervals(rows))
        return made
