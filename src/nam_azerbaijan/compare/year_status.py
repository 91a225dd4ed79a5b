"""What a party was in a year, by the spells as they are held or as a claim would have them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from ..dates import PartialDate, day_numbers
from ..records.base import Standing
from ..records.status import Status

if TYPE_CHECKING:
    from ..records.evidence import Claim
    from ..records.memberships import Membership

__all__ = ["COUNTED", "Partial", "YearStatus", "as_claimed", "came_true", "status_in_year"]

COUNTED = (Status.MEMBER, Status.OBSERVER)
"""The statuses that count as one, the higher first: guests and suspended parties have none."""

_PATHS = ("start", "end", "standing", "status")


class Partial(enum.Enum):
    """When a part of a year counts for the year.

    `ANY`: the status on any day of it, the highest where there were several. `FIRST`, `LAST`:
    the status on its first or last day.
    """

    ANY = "any"
    FIRST = "first"
    LAST = "last"

    def days(self, year: int) -> tuple[int, int]:
        """The numbers of the first and the last day of a year that are asked about."""
        first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
        if self is Partial.FIRST:
            return first, first
        return (last, last) if self is Partial.LAST else (first, last)


@attrs.frozen
class YearStatus:
    """What the spells say of one year.

    Attributes:
        spell: the spell behind the status that is certain; `None` where none is.
        others: spells that may give the year a higher status, the dates being vague.
    """

    spell: Membership | None
    others: tuple[Membership, ...] = ()

    @property
    def status(self) -> str:
        """The status that is certain, empty where there is none."""
        return "" if self.spell is None else self.spell.status.value

    def allows(self, status: str) -> bool:
        """Whether this may be the status of the year, the dates being as vague as they are."""
        return status == self.status or any(spell.status.value == status for spell in self.others)


def status_in_year(spells: Iterable[Membership], year: int, partial: Partial) -> YearStatus:
    """What spells say of a year: certain is what holds whichever days vague dates turn out to be.

    Args:
        spells: the spells of one party, or of parties that stand for one another.
        year: the year.
        partial: when a part of it counts.
    """
    first, last = partial.days(year)
    certain: list[Membership] = []
    possible: list[Membership] = []
    for spell in spells:
        if spell.status in COUNTED:
            late, early, earliest, latest = day_numbers(spell.start, spell.end)
            if late <= last and first < early:
                certain.append(spell)
            elif earliest <= last and first < latest:
                possible.append(spell)
    certain.sort(key=_rank)
    if not certain:
        return YearStatus(None, tuple(possible))
    best = certain[0]
    return YearStatus(best, tuple(spell for spell in possible if _rank(spell) < _rank(best)))


def _rank(spell: Membership) -> int:
    return COUNTED.index(spell.status)


def came_true(spell: Membership) -> bool:
    """Whether a spell came true and has at least one day."""
    return spell.standing is Standing.HELD and (
        not isinstance(spell.end, PartialDate) or spell.start.possibly_before(spell.end)
    )


def as_claimed(spells: tuple[Membership, ...], claims: Iterable[Claim]) -> tuple[Membership, ...]:
    """The spells as they would be if claims on their start, end, status or standing were right.

    A spell that names its successor goes on to the successor's start, so that it moves with a
    claim on that. What would not have come true, or have no day left, is left out. A claim whose
    value is none that the field can have changes nothing.

    Args:
        spells: all spells of the parties concerned, those that did not come true among them.
        claims: claims on them; others are passed over.
    """
    held = {spell.id: spell for spell in spells}
    for claim in claims:
        if claim.record in held and claim.path in _PATHS:
            try:
                read = attrs.evolve(held[claim.record], **{claim.path: claim.value})
            except (TypeError, ValueError):
                continue
            held[read.id] = read
            for other in held.values():
                if claim.path == "start" and other.succeeded_by == read.id:
                    held[other.id] = attrs.evolve(other, end=read.start)
    return tuple(spell for spell in held.values() if came_true(spell))
