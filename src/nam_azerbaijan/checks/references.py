"""REF: references lead to records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..records.walk import references
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


@rule(
    "REF003", "Predecessors and successors agree", "{other} does not name this state as its {back}"
)
def one_sided(nam: Dataset) -> Iterator[Hit]:
    """Where a state names another as successor, that one names it as predecessor, and back."""
    for state in nam.states:
        for there, back in (("successors", "predecessors"), ("predecessors", "successors")):
            for key in getattr(state, there):
                if state.id not in getattr(nam.states[key], back):
                    yield hit(state, there, other=key, back=back[:-1])


# What a record cannot be about: what sources say of it in turn, and the sources themselves.
_NO_SUBJECT = {
    "documents": ("sources", "claims", "assertions"),
    "events": ("sources", "claims", "assertions"),
    "assertions": ("claims", "assertions"),
    "claims": ("claims",),
}


@rule("REF004", "What a record is about is no statement on it", "{key} is one of the {kind}")
def strange_subjects(nam: Dataset) -> Iterator[Hit]:
    """Documents and events are about no source, and nothing is about a claim on it.

    A claim may be about an assertion, and an assertion about a source.
    """
    for collection, barred in _NO_SUBJECT.items():
        for record in nam.collection(collection):
            for path, key, _ in references(record):
                if path in ("about", "record") and nam.home.get(key) in barred:
                    yield hit(record, path, key=key, kind=nam.home[key])
