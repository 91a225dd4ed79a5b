"""What a party was in a body in a period, which is a day, a month or a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..dataset import Dataset
from ..dates import DayNumbers
from ..errors import CoverageError
from ..records.base import Standing
from ..records.memberships import Membership
from ..records.parties import Organization, State
from ..records.status import Status

__all__ = ["History", "PartyHistories", "Piece", "Situation", "situation"]

_RANKS = {status: rank for rank, status in enumerate(Status)}


class History:
    """What one party was in a body, and when it was in the chair.

    Attributes:
        party: the state or organization.
        covered: whether it had no status where none is recorded.
        turns: the numbers of the days on which something changes, or may.
    """

    def __init__(
        self,
        party: State | Organization,
        spells: Iterable[Membership],
        terms: Iterable[DayNumbers],
        *,
        covered: bool,
    ) -> None:
        self.party = party
        self.covered = covered
        held = sorted(spells, key=lambda spell: spell.start.sort_key)
        self._spells = [(spell.period.day_numbers, spell) for spell in held]
        self._terms = list(terms)
        bounds = [number for days in self._all_days() for number in days]
        self.turns = frozenset(int(number) for number in bounds if number < float("inf"))

    def _all_days(self) -> Iterable[DayNumbers]:
        return (*(days for days, _ in self._spells), *self._terms)

    def touching(self, first: int, last: int, *, possible: bool) -> list[Membership]:
        """The spells that certainly, or possibly, hold on some of the days, in order."""
        return [
            spell for days, spell in self._spells if _touches(days, first, last, possible=possible)
        ]

    def throughout(self, first: int, last: int, *, possible: bool) -> dict[Status, Membership]:
        """The statuses that certainly, or possibly, hold on all of the days, each with a spell.

        Two spells that follow on one another count together; the spell is the first of them.
        """
        found = {}
        for spell in self.touching(first, last, possible=possible):
            same = [days for days, one in self._spells if one.status is spell.status]
            if spell.status not in found and _cover(same, first, last, possible=possible):
                found[spell.status] = spell
        return found

    def chairs(self, first: int, last: int, *, throughout: bool) -> bool:
        """Whether the party was certainly in the chair on some, or all, of the days."""
        if throughout:
            return _cover(self._terms, first, last, possible=False)
        return any(_touches(days, first, last, possible=False) for days in self._terms)


def _touches(days: DayNumbers, first: int, last: int, *, possible: bool) -> bool:
    """Whether what lasts from a start to an end certainly, or possibly, holds on some days."""
    if possible:
        return days.possible_from <= last and first < days.possible_until
    return days.certain_from <= last and first < days.certain_until


def _cover(held: Iterable[DayNumbers], first: int, last: int, *, possible: bool) -> bool:
    """Whether on each of some days one of some periods certainly, or possibly, lasts."""
    reached: float = first
    for since, until in sorted(days[2:] if possible else days[:2] for days in held):
        if since <= reached < until:
            reached = until
    return reached > last


class PartyHistories:
    """The histories of the parties of a body, made when first asked for.

    Attributes:
        body: the id of the body.
        as_of: the number of the last day about which the data knows.
        has_chair: whether anything is on record of its chair.
    """

    def __init__(self, nam: Dataset, body: str | Organization) -> None:
        spells = nam.memberships.where(body=body)
        if isinstance(body, Organization):
            self.body = body.id
        else:
            self.body = spells[0].body if spells else nam.organizations[body].id
        if not spells:
            nam.members(body=self.body)  # Which says so where the body is not covered.
        self.as_of = nam.as_of.toordinal()
        self._nam = nam
        self._spells: dict[str, list[Membership]] = {}
        for spell in spells:
            if spell.standing is Standing.HELD:
                self._spells.setdefault(spell.party, []).append(spell)
        self._terms: dict[str, list[DayNumbers]] = {}
        for term in nam.chairmanships.where(body=self.body, standing=Standing.HELD):
            self._terms.setdefault(term.state, []).append(term.period.day_numbers)
        self.has_chair = bool(self._terms)
        self._made: dict[str, History] = {}

    def of(self, party: State | Organization) -> History:
        """The history of a party."""
        made = self._made.get(party.id)
        if made is None:
            spells, terms = self._spells.get(party.id, ()), self._terms.get(party.id, ())
            made = History(party, spells, terms, covered=self._covered(party.id))
            self._made[party.id] = made
        return made

    def _covered(self, party: str) -> bool:
        try:
            self._nam.manifest.require_covered("memberships", party=party, body=self.body)
        except CoverageError:
            return False
        return True


class Piece(NamedTuple):
    """A part of a period in which a key means one party.

    Attributes:
        history: that of the party; `None` where the key means none, or may mean several.
        first: the number of the first day.
        last: the number of the last day.
    """

    history: History | None
    first: int
    last: int


class Situation(NamedTuple):
    """What a key's party was in a period.

    Attributes:
        party: the party; `None` where none, or not one, is meant.
        spell: the spell that gives it a status; `None` where it has none.
        certain: whether vague dates leave no other status open.
        chair: whether the party was in the chair.
        lack: why no status can be told: `state` where the key means no one state, `coverage`
            where the data does not cover the party; empty where it can.
    """

    party: State | Organization | None
    spell: Membership | None
    certain: bool
    chair: bool
    lack: str


def situation(pieces: Sequence[Piece], *, throughout: bool, possible: bool) -> Situation:
    """What a key's party was in a period, on a single day as `Dataset.status` says it.

    Args:
        pieces: the parts of the period, in order.
        throughout: whether a status counts only that holds on all days of the period; else the
            highest counts that holds on any.
        possible: whether a status counts that may hold.
    """
    sure = _spells(pieces, throughout=throughout, possible=False)
    maybe = _spells(pieces, throughout=throughout, possible=True)
    chosen = next(iter([*sure, *maybe] if possible else sure), None)
    rank = len(_RANKS) if chosen is None else _RANKS[chosen.status]
    certain = (chosen is None or chosen in sure) and all(
        rank <= _RANKS[spell.status] for spell in maybe
    )
    told = [piece for piece in pieces if piece.history is not None]
    parties = [piece.history.party for piece in told if piece.history is not None]
    lack = ""
    if chosen is not None:
        parties = [party for party in parties if party.id == chosen.party]
    elif len(told) < len(pieces):
        lack = "state"
    elif not all(piece.history.covered for piece in told if piece.history is not None):
        lack = "coverage"
    chairs = [
        piece.history is not None
        and piece.history.chairs(piece.first, piece.last, throughout=throughout)
        for piece in pieces
    ]
    return Situation(
        party=parties[0 if throughout else -1] if parties else None,
        spell=chosen,
        certain=certain,
        chair=all(chairs) if throughout else any(chairs),
        lack=lack,
    )


def _spells(pieces: Sequence[Piece], *, throughout: bool, possible: bool) -> list[Membership]:
    """The spells that give a status that counts, the one that counts first."""
    if throughout:
        held = [
            {} if history is None else history.throughout(first, last, possible=possible)
            for history, first, last in pieces
        ]
        common = set.intersection(*(set(one) for one in held))
        return [held[0][status] for status in sorted(common, key=_RANKS.__getitem__)]
    found = [
        spell
        for history, first, last in pieces
        if history is not None
        for spell in history.touching(first, last, possible=possible)
    ]
    if pieces[0].first < pieces[-1].last:  # Of a single day the earliest spell counts.
        found.sort(key=lambda spell: _RANKS[spell.status])
    return found
