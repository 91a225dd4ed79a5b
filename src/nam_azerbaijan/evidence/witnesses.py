"""Which sources are witnesses of their own, and which repeat another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..records.walk import value_at

if TYPE_CHECKING:
    from ..records.base import Citation, Identified
    from ..records.evidence import Source

__all__ = ["roots", "witnesses"]


def roots(sources: Mapping[str, Source] | Any, key: str) -> frozenset[str]:
    """The ids of the sources that a source repeats in the end; its own where it repeats none.

    Args:
        sources: the sources by id.
        key: id of the source.
    """
    source = sources[key]
    before = (*source.derives_from, *filter(None, [source.cited_through]))
    if not before:
        return frozenset({key})
    return frozenset().union(*(roots(sources, one) for one in before))


def witnesses(sources: Any, claims: Any, record: Identified, path: str = "") -> frozenset[str]:
    """The sources on which a record, or a field of it, rests, each by those that it repeats.

    Args:
        sources: the sources by id.
        claims: the collection of claims.
        record: the record.
        path: the field, as claims name it; empty for the record as a whole.
    """
    part = value_at(record, path.rpartition("/")[0]) if path.count("/") > 1 else None
    cited = (*getattr(record, "sources", ()), *getattr(part, "sources", ()))
    held = value_at(record, path) if path else None
    said = [one.source for one in cited if _speaks_of(one, path, held)]
    for claim in claims.where(record=record.id, preferred=True):
        if not path or claim.path == path:
            said.extend(one.source for one in claim.sources)
    return frozenset().union(*(roots(sources, one) for one in said))


_COUNTED = ("figures", "tally")
"""Fields whose numbers differ from source to source, so that only who says one bears it out."""


def _speaks_of(citation: Citation, path: str, held: Any) -> bool:
    """Whether a citation bears out a field, which holds some value."""
    first = path.partition("/")[0]
    if citation.fields:
        return not path or bool({first, path} & set(citation.fields))
    return first not in _COUNTED or str(held) in re.findall(r"[0-9]+", citation.says)
