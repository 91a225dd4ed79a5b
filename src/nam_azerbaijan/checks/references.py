"""REF: references lead to records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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
                other = nam.states.get(key)
                if other is not None and state.id not in getattr(other, back):
                    yield hit(state, there, other=key, back=back[:-1])
