"""On what ground a difference is explained: rules that look for the record that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..dates import PartialDate
from ..records.base import Standing
from .readings import COUNTED, Answer, Spells, came_true, changed, reread
from .results import Explanation, Ground

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Claim
    from ..records.memberships import Membership

__all__ = ["Evidence", "by_claim", "by_unconfirmed", "moved_in", "vague"]

Agrees = Callable[[Spells], bool]


class Evidence:
    """The spells of the Movement by party, and the claims on them, that explanations rest on.

    Attributes:
        source: id of the source that the other data set is.
    """

    def __init__(self, nam: Dataset, source: str) -> None:
        self.source = source
        self._spells: dict[str, list[Membership]] = {}
        for spell in sorted(nam.memberships.where(body="nam"), key=lambda s: s.start.sort_key):
            self._spells.setdefault(spell.party, []).append(spell)
        self._claims: dict[str, list[Claim]] = {}
        for claim in nam.claims:
            if claim.record in nam.memberships:
                self._claims.setdefault(claim.record, []).append(claim)

    def parties(self) -> Iterator[str]:
        """The ids of the parties that have spells."""
        return iter(self._spells)

    def all_spells(self, *parties: str) -> Spells:
        """The spells of parties in order, those that did not come true among them."""
        return tuple(spell for party in parties for spell in self._spells.get(party, ()))

    def spells(self, *parties: str) -> Spells:
        """The spells of parties that came true, in order."""
        return tuple(filter(came_true, self.all_spells(*parties)))

    def claims(self, spells: Spells) -> Iterator[tuple[Claim, ...]]:
        """The claims on spells that are not preferred: one by one, then those of each source."""
        found = [
            claim
            for spell in spells
            for claim in self._claims.get(spell.id, ())
            if not claim.preferred
        ]
        by_source: dict[str, list[Claim]] = {}
        for claim in found:
            yield (claim,)
            by_source.setdefault(_source(claim), []).append(claim)
        for held in by_source.values():
            if len(held) > 1:
                yield tuple(held)

    def is_own(self, claims: tuple[Claim, ...]) -> bool:
        """Whether claims are those of the other data set itself."""
        return all(_source(claim) == self.source for claim in claims)


def _source(claim: Claim) -> str:
    return claim.sources[0].source if claim.sources else ""


def by_claim(
    evidence: Evidence, spells: Spells, agrees: Agrees, *, own: bool
) -> Explanation | None:
    """The recorded claim that, if it were right, would make the two data sets agree.

    Args:
        evidence: the claims.
        spells: all spells of the parties concerned.
        agrees: whether spells agree with the other data set.
        own: whether to ask the claims of the other data set itself, or those of all others.
    """
    for claims in evidence.claims(spells):
        if evidence.is_own(claims) is own and agrees(reread(spells, claims)):
            said = "; ".join(
                f"{_source(claim)} has {claim.path} {claim.value} for {claim.record}"
                for claim in claims
            )
            text = f"{said}. {claims[0].reason}".strip()
            return Explanation(Ground.CLAIM if own else Ground.OTHER_CLAIM, claims[0].id, text)
    return None


def by_unconfirmed(spells: Spells, agrees: Agrees) -> Explanation | None:
    """The spell, not held as having come true, that would make the two data sets agree."""
    for spell in spells:
        if spell.standing is not Standing.HELD:
            held = changed(spell, standing=Standing.HELD)
            others = (held if other is spell else other for other in spells)
            if agrees(tuple(filter(came_true, others))):
                text = f"{spell.status.value} from {spell.start} is {spell.standing.value} here"
                return Explanation(Ground.UNCONFIRMED, spell.id, text)
    return None


def moved_in(spells: Spells, year: int) -> Iterator[tuple[Membership, str]]:
    """The spells with a status that may have begun or ended in a year, with what happened when."""
    for spell in spells:
        if spell.status in COUNTED:
            if _in(spell.start, year):
                yield spell, f"{spell.status.value} from {spell.start}"
            if isinstance(spell.end, PartialDate) and _in(spell.end, year):
                yield spell, f"{spell.status.value} until {spell.end}"


def _in(date: PartialDate, year: int) -> bool:
    return date.earliest.year <= year <= date.latest.year


def vague(held: Answer, status: str) -> Explanation | None:
    """The spell whose vague dates leave it open that a year has a status."""
    for spell in held.others:
        if spell.status.value == status:
            text = f"{status} from {spell.start} to {spell.end}: the dates leave the year open"
            return Explanation(Ground.VAGUE, spell.id, text)
    return None
