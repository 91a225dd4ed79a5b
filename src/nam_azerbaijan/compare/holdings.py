"""What is held here of a body: its spells by party, and the claims on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..records import MOVEMENT
from .period_status import came_true

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Claim
    from ..records.memberships import Membership

__all__ = ["Holdings", "first_source"]


class Holdings:
    """The spells of a body by party, and the claims on them, that explanations rest on.

    Attributes:
        source: id of the source that the other data set is.
    """

    def __init__(self, nam: Dataset, source: str, body: str = MOVEMENT) -> None:
        self.source = source
        self._spells: dict[str, list[Membership]] = {}
        for spell in sorted(nam.memberships.where(body=body), key=lambda s: s.start.sort_key):
            self._spells.setdefault(spell.party, []).append(spell)
        self._claims: dict[str, list[Claim]] = {}
        for claim in nam.claims:
            if claim.record in nam.memberships:
                self._claims.setdefault(claim.record, []).append(claim)

    def parties(self) -> Iterator[str]:
        """The ids of the parties that have spells."""
        return iter(self._spells)

    def all_spells(self, *parties: str) -> tuple[Membership, ...]:
        """The spells of parties in order, those that did not come true among them."""
        return tuple(spell for party in parties for spell in self._spells.get(party, ()))

    def spells(self, *parties: str) -> tuple[Membership, ...]:
        """The spells of parties that came true, in order."""
        return tuple(filter(came_true, self.all_spells(*parties)))

    def claims(self, spells: tuple[Membership, ...]) -> Iterator[tuple[Claim, ...]]:
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
            by_source.setdefault(first_source(claim), []).append(claim)
        for held in by_source.values():
            if len(held) > 1:
                yield tuple(held)

    def is_own(self, claims: tuple[Claim, ...]) -> bool:
        """Whether claims are those of the other data set itself."""
        return all(first_source(claim) == self.source for claim in claims)


def first_source(claim: Claim) -> str:
    """The id of the source that makes a claim."""
    return claim.sources[0].source if claim.sources else ""
