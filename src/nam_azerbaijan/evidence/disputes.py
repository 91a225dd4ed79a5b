"""Disputes: where sources differ, drawn from the claims and assertions of a data set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from ..lookup.filters import Collections
from ..records.evidence import Assertion, Claim, Nature
from ..records.walk import references

if TYPE_CHECKING:
    from ..records.base import Identified

__all__ = ["Dispute"]

_NO_SLUG = re.compile(r"[^a-z0-9]+")


@attrs.frozen(kw_only=True)
class Dispute:
    """A question on which sources differ.

    Attributes:
        id: `dispute-` with the record and the path, or the key that ties its sides together.
        records: ids of the records whose values are in dispute.
        paths: the fields in dispute, as claims name them.
        claims: what each side says, the preferred one first.
        assertions: statements that belong to it.
        natures: why the sides differ, the most frequent first.
    """

    id: str
    records: tuple[str, ...]
    paths: tuple[str, ...]
    claims: tuple[Claim, ...]
    assertions: tuple[Assertion, ...]
    natures: tuple[Nature, ...]

    @property
    def nature(self) -> Nature:
        """Why its sides differ, mainly."""
        return self.natures[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that take a side, in the order of claims and assertions."""
        sides = (*self.claims, *self.assertions)
        return tuple(dict.fromkeys(one.source for side in sides for one in side.sources))


def key_of(side: Claim | Assertion) -> str:
    """The id of the dispute to which a claim or an assertion belongs; empty for none."""
    if side.dispute or isinstance(side, Assertion):
        return side.dispute
    return f"dispute-{side.record}-{_NO_SLUG.sub('-', side.path.lower()).strip('-')}"


class DisputeIndex:
    """The disputes of a data set, and to which records each belongs.

    Args:
        records: the collections of the data set by name.
    """

    def __init__(self, records: Collections) -> None:
        sides: dict[str, tuple[list[Claim], list[Assertion]]] = {}
        for claim in records["claims"]:
            sides.setdefault(key_of(claim), ([], []))[0].append(claim)
        for assertion in records["assertions"]:
            if assertion.dispute:
                sides.setdefault(assertion.dispute, ([], []))[1].append(assertion)
        self.disputes = {key: _dispute(key, *sides[key]) for key in sorted(sides)}
        self._concerned = {
            key: frozenset(_concerned(one, records)) for key, one in self.disputes.items()
        }

    def find(
        self, about: str | None, nature: Nature | None, source: str | None
    ) -> tuple[Dispute, ...]:
        """The disputes, in order of id, that fit; see `Dataset.disputes`."""
        return tuple(
            one
            for key, one in self.disputes.items()
            if (about is None or about in self._concerned[key])
            and (nature is None or nature in one.natures)
            and (source is None or source in one.sources)
        )


def _dispute(key: str, claims: list[Claim], assertions: list[Assertion]) -> Dispute:
    return Dispute(
        id=key,
        records=tuple(dict.fromkeys(claim.record for claim in claims))
        or tuple(dict.fromkeys(record for one in assertions for record in one.about)),
        paths=tuple(dict.fromkeys(claim.path for claim in claims)),
        claims=tuple(sorted(claims, key=lambda claim: not claim.preferred)),
        assertions=tuple(assertions),
        natures=_natures((*claims, *assertions)),
    )


def _natures(sides: Iterable[Claim | Assertion]) -> tuple[Nature, ...]:
    """The natures of sides, the most frequent first; a bare conflict where none says."""
    said = [side.nature for side in sides if side.nature is not None]
    order = list(Nature)
    found = sorted(set(said), key=lambda nature: (-said.count(nature), order.index(nature)))
    return tuple(found) or (Nature.CONFLICT,)


def _concerned(dispute: Dispute, records: Collections) -> Iterator[str]:
    """Ids of the records that a dispute is about, and of those to which these refer."""
    held: dict[str, Identified] = {}
    for collection in records.values():
        held.update({key: found for key in dispute.records if (found := collection.get(key))})
    for key, record in held.items():
        yield key
        yield from (one.key for one in references(record) if "sources" not in one.permitted)
    for assertion in dispute.assertions:
        yield from assertion.about
