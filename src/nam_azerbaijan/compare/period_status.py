"""What a party was in a period, by the spells as they are held or as a claim would have them."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import attrs

from ..dates import PartialDate, day_numbers
from ..records.base import Standing
from ..records.status import Status

if TYPE_CHECKING:
    from ..records.evidence import Claim
    from ..records.memberships import Membership

__all__ = [
    "COUNTED",
    "DaySpan",
    "Partial",
    "PeriodStatus",
    "as_claimed",
    "came_true",
    "status_in_period",
    "year_span",
]

COUNTED = (Status.MEMBER, Status.OBSERVER)
"""The statuses that count as one, the higher first: guests and suspended parties have none."""

_PATHS = ("start", "end", "standing", "status")


T = TypeVar("T")


class DaySpan(NamedTuple):
    """Days one after another.

    Attributes:
        first: the number of the first day.
        last: the number of the last day.
    """

    first: int
    last: int


def year_span(year: int) -> DaySpan:
    """The days of a year."""
    return DaySpan(dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal())


class Partial(enum.Enum):
    """When a part of a period, such as a year, counts for the period.

    `ANY`: what was so on any day of it, the highest status where there were several. `FIRST`,
    `LAST`: what was so on its first or last day. `ALL`: what was so throughout.
    """

    ANY = "any"
    FIRST = "first"
    LAST = "last"
    ALL = "all"

    @classmethod
    def of(cls, value: str) -> Partial:
        """The one that goes by a word.

        Raises:
            ValueError: none does.
        """
        try:
            return cls(value)
        except ValueError:
            known = ", ".join(member.value for member in cls)
            raise ValueError(f"unknown partial {value!r}; known: {known}") from None

    def asked(self, first: T, last: T) -> tuple[T, T]:
        """The day by which a thing has begun, and the day on which it still lasts, if it counts.

        Args:
            first: the first day of a period.
            last: its last day.
        """
        begun = first if self in (Partial.FIRST, Partial.ALL) else last
        lasting = last if self in (Partial.LAST, Partial.ALL) else first
        return begun, lasting


@attrs.frozen
class PeriodStatus:
    """What the spells say of a period.

    Attributes:
        spell: the spell behind the status that is certain; `None` where none is.
        others: spells that may give the period a higher status, the dates being vague.
    """

    spell: Membership | None
    others: tuple[Membership, ...] = ()

    @property
    def status(self) -> str:
        """The status that is certain, empty where there is none."""
        return "" if self.spell is None else self.spell.status.value

    def allows(self, status: str) -> bool:
        """Whether this may be the status of the period, the dates being as vague as they are."""
        return status == self.status or any(spell.status.value == status for spell in self.others)


def status_in_period(
    spells: Iterable[Membership],
    span: DaySpan,
    partial: Partial,
    counted: Sequence[Status] = COUNTED,
) -> PeriodStatus:
    """What spells say of a period: certain is what holds whichever days vague dates turn out to be.

    Args:
        spells: the spells of one party, or of parties that stand for one another.
        span: the days of the period.
        partial: when a part of it counts.
        counted: the statuses that count as one, the higher first.
    """
    begun, lasting = partial.asked(*span)
    certain: list[Membership] = []
    possible: list[Membership] = []
    for spell in spells:
        if spell.status in counted:
            late, early, earliest, latest = day_numbers(spell.start, spell.end)
            if late <= begun and lasting < early:
                certain.append(spell)
            elif earliest <= begun and lasting < latest:
                possible.append(spell)

    def rank(spell: Membership) -> int:
        return counted.index(spell.status)

    certain.sort(key=rank)
    if not certain:
        return PeriodStatus(None, tuple(possible))
    best = certain[0]
    return PeriodStatus(best, tuple(spell for spell in possible if rank(spell) < rank(best)))


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
