"""On what ground a difference is explained: rules that look for the record that explains it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from ..dates import PartialDate
from ..records.base import Standing
from ..records.status import Status
from .holdings import Holdings, first_source
from .period_status import COUNTED, DaySpan, PeriodStatus, as_claimed, came_true

if TYPE_CHECKING:
    from ..records.memberships import Membership

__all__ = [
    "UNEXPLAINED",
    "Explanation",
    "Ground",
    "by_claim",
    "by_unconfirmed",
    "moved_in",
    "vague",
]

Agrees = Callable[[tuple["Membership", ...]], bool]


class Ground(enum.Enum):
    """On what ground a difference is explained, in the order in which they are tried.

    `NOT_COVERED`: the other data set does not go that far. `VAGUE`: the dates held here leave it
    open. `CLAIM`: what it says is a recorded claim, with the reason why another value is
    preferred; the claim, if right, would make the two agree. `SUCCESSION`: it counts the year
    under a predecessor or a successor. `NOT_CODED`: it has no code for the party, or the party was
    no independent state. `PART_OF_YEAR`: the status began or ended within the year, and counts or
    not by the day that is looked at. `CAPACITY`: the party was there in another capacity, such as
    guest. `OTHER_CLAIM`: not its own, but another source's recorded claim would make the two
    agree. `UNCONFIRMED`: a spell that is held as unconfirmed would. `NONE`: not explained.
    """

    NOT_COVERED = "not-covered"
    VAGUE = "vague"
    CLAIM = "claim"
    SUCCESSION = "succession"
    NOT_CODED = "not-coded"
    PART_OF_YEAR = "part-of-year"
    CAPACITY = "capacity"
    OTHER_CLAIM = "other-claim"
    UNCONFIRMED = "unconfirmed"
    NONE = ""


@attrs.frozen
class Explanation:
    """Why two data sets differ in a row.

    Attributes:
        ground: on what ground; `Ground.NONE` where nothing explains it.
        record: id of the record that explains it, by which its sources are found; or empty.
        text: the same in a few words.
    """

    ground: Ground = Ground.NONE
    record: str = ""
    text: str = ""


UNEXPLAINED = Explanation()


def by_claim(
    here: Holdings, spells: tuple[Membership, ...], agrees: Agrees, *, own: bool
) -> Explanation | None:
    """The recorded claim that, if it were right, would make the two data sets agree.

    Args:
        here: the claims.
        spells: all spells of the parties concerned.
        agrees: whether spells agree with the other data set.
        own: whether to ask the claims of the other data set itself, or those of all others.
    """
    for claims in here.claims(spells):
        if here.is_own(claims) is own and agrees(as_claimed(spells, claims)):
            said = "; ".join(
                f"{first_source(claim)} has {claim.path} {claim.value} for {claim.record}"
                for claim in claims
            )
            text = f"{said}. {claims[0].reason}".strip()
            return Explanation(Ground.CLAIM if own else Ground.OTHER_CLAIM, claims[0].id, text)
    return None


def by_unconfirmed(spells: tuple[Membership, ...], agrees: Agrees) -> Explanation | None:
    """The spell, not held as having come true, that would make the two data sets agree."""
    for spell in spells:
        if spell.standing is not Standing.HELD:
            held = attrs.evolve(spell, standing=Standing.HELD)
            others = (held if other is spell else other for other in spells)
            if agrees(tuple(filter(came_true, others))):
                text = f"{spell.status.value} from {spell.start} is {spell.standing.value} here"
                return Explanation(Ground.UNCONFIRMED, spell.id, text)
    return None


def moved_in(
    spells: tuple[Membership, ...], span: DaySpan, counted: Sequence[Status] = COUNTED
) -> Iterator[tuple[Membership, str]]:
    """The spells that count and may have begun or ended in a period, with what happened when."""
    for spell in spells:
        if spell.status in counted:
            if _in(spell.start, span):
                yield spell, f"{spell.status.value} from {spell.start}"
            if isinstance(spell.end, PartialDate) and _in(spell.end, span):
                yield spell, f"{spell.status.value} until {spell.end}"


def _in(date: PartialDate, span: DaySpan) -> bool:
    return date.numbers[0] <= span.last and span.first <= date.numbers[1]


def vague(held: PeriodStatus, status: str, noun: str) -> Explanation | None:
    """The spell whose vague dates leave it open that a period, called so, has a status."""
    for spell in held.others:
        if spell.status.value == status:
            text = f"{status} from {spell.start} to {spell.end}: the dates leave the {noun} open"
            return Explanation(Ground.VAGUE, spell.id, text)
    return None
