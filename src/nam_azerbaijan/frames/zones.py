"""Time cut into zones, for each key and grain, within each of which one answer may hold."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from ..compare.period_status import Partial
from ..dataset import DatedMeaning
from ..records.memberships import Membership
from ..records.parties import State
from ..records.status import Status
from .grain import Grain
from .history import History, PartyHistories, Piece, Situation, situation

__all__ = ["VALUES", "Cutter", "Zone"]

Cell = str | int | bool | None


def _is(status: Status) -> Callable[[Situation], Cell]:
    def told(one: Situation) -> Cell:
        return None if one.lack else one.spell is not None and one.spell.status is status

    return told


def _state(one: Situation) -> Cell:
    return None if one.party is None else one.party.id


def _region(one: Situation) -> Cell:
    return (one.party.region or None) if isinstance(one.party, State) else None


def _of_spell(read: Callable[[Membership], Cell]) -> Callable[[Situation], Cell]:
    return lambda one: None if one.spell is None else read(one.spell)


VALUES: Mapping[str, Callable[[Situation], Cell]] = {
    "status": _of_spell(lambda spell: spell.status.value),
    "member": _is(Status.MEMBER),
    "observer": _is(Status.OBSERVER),
    "start": _of_spell(lambda spell: str(spell.start)),
    "end": _of_spell(lambda spell: str(spell.end)),
    "days": _of_spell(lambda spell: spell.period.day_numbers.certain_from),
    "spell": _of_spell(lambda spell: spell.id),
    "state": _state,
    "region": _region,
    "chair": lambda one: one.chair if one.party else None,
    "certain": lambda one: None if one.lack else one.certain,
    "unknown": lambda one: one.lack or None,
}
"""What a situation says, by the name of the column; of `days` the day from which they count."""


class Zone(NamedTuple):
    """A part of time in which one answer holds on some stretch of days, and no other on any.

    The zones of a key cut the whole of time without gap or overlap. Numbers are ticks.

    Attributes:
        start: the first tick; `None` for the first zone.
        stop: the tick after the last one; `None` for the last zone.
        since: the first tick on which the answer holds; `None` where it holds from the beginning.
        until: the tick after the last one on which it holds; where it is `since` it never does.
        values: the answer.
    """

    start: int | None
    stop: int | None
    since: int | None
    until: int | None
    values: tuple[Cell, ...]


@attrs.frozen(kw_only=True)
class Cutter:
    """Cuts the time of keys into zones.

    Attributes:
        histories: what the parties were.
        columns: names of `VALUES` that make up an answer.
        partial: when a part of a month or year counts.
        possible: whether a status counts that may hold.
    """

    histories: PartyHistories
    columns: tuple[str, ...]
    partial: Partial
    possible: bool
    _cut: dict[tuple[tuple[DatedMeaning, ...], Grain], tuple[Zone, ...]] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    def limit(self, grain: Grain) -> int:
        """The first tick that is not covered: days of it that are asked about lie too late."""
        as_of = self.histories.as_of
        tick = grain.tick(as_of)
        asked = grain.first(tick) if self.partial is Partial.FIRST else grain.last(tick)
        return tick + (asked <= as_of)

    def zones(self, meanings: tuple[DatedMeaning, ...], grain: Grain) -> tuple[Zone, ...]:
        """The zones of a key, by what it means in the course of time."""
        cut = self._cut.get((meanings, grain))
        if cut is None:
            cut = self._cut[meanings, grain] = tuple(self._zones(meanings, grain))
        return cut

    def _zones(self, meanings: Sequence[DatedMeaning], grain: Grain) -> Iterator[Zone]:
        limit = self.limit(grain)
        starts = [1 if one.since is None else one.since.toordinal() for one in meanings]
        histories = [
            None if one.party is None else self.histories.of(one.party) for one in meanings
        ]
        ticks = {1 if grain is Grain.DAY else grain.tick(1)}
        for number in (*starts, *(turn for one in histories if one for turn in one.turns)):
            tick = grain.tick(number)
            ticks.update((tick, tick + 1))
        answers = [
            (tick, self._values(_pieces(starts, histories, *self._asked(tick, grain))))
            for tick in sorted(ticks)
            if tick < limit
        ]
        return _zones(answers, limit)

    def _asked(self, tick: int, grain: Grain) -> tuple[int, int]:
        """The numbers of the first and the last day of a tick that are asked about."""
        first, last = grain.first(tick), grain.last(tick)
        if self.partial is Partial.FIRST:
            return first, first
        return (last, last) if self.partial is Partial.LAST else (first, last)

    def _values(self, pieces: list[Piece]) -> tuple[Cell, ...]:
        throughout = self.partial is Partial.ALL and pieces[0].first < pieces[-1].last
        told = situation(pieces, throughout=throughout, possible=self.possible)
        return tuple(VALUES[name](told) for name in self.columns)


def _pieces(
    starts: list[int], histories: Sequence[History | None], first: int, last: int
) -> list[Piece]:
    """Some days, cut where a key begins to mean another party."""
    place = bisect_right(starts, first) - 1
    cuts = [first, *(start for start in starts[place + 1 :] if start <= last), last + 1]
    return [
        Piece(histories[place + number], since, until - 1)
        for number, (since, until) in enumerate(itertools.pairwise(cuts))
    ]


def _zones(answers: Iterable[tuple[int, tuple[Cell, ...]]], limit: int) -> Iterator[Zone]:
    """The zones of answers that hold from a tick on, each until the next, the last to a limit.

    What has no value at all needs no zone of its own: it is left to the zone that follows.
    """
    runs: list[tuple[int | None, tuple[Cell, ...]]] = []
    for tick, values in answers:
        if not runs or runs[-1][1] != values:
            runs.append((tick if runs else None, values))
    ends: list[int | None] = [*(tick for tick, _ in runs[1:]), limit]
    held = [
        (since, until, values)
        for (since, values), until in zip(runs, ends, strict=True)
        if any(value is not None for value in values)
    ]
    if not held:
        yield Zone(None, None, limit, limit, runs[0][1])
    for number, (since, until, values) in enumerate(held):
        start = held[number - 1][1] if number else None
        stop = until if number < len(held) - 1 else None
        yield Zone(start, stop, since, until, values)
