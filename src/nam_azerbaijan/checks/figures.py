"""FIG: figures, tallies and other counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..records.base import Figure
from ..records.evidence import Assertion, AssertionKind, Claim
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset

_COUNTED = re.compile(r"(?:figures|(?:rounds/[^/]+/)?tally)/.+")


def _figures(nam: Dataset) -> Iterator[tuple[Any, str, tuple[Figure, ...]]]:
    """Record, path and figures of each list of figures."""
    for record in (*nam.meetings, *nam.events):
        yield record, "figures", record.figures
    for vote in nam.votes:
        yield vote, "tally", vote.tally
        for number, one in enumerate(vote.rounds):
            yield vote, f"rounds[{number}].tally", one.tally


@rule("FIG001", "Counts are not negative", "{value} is no count")
def negative(nam: Dataset) -> Iterator[Hit]:
    """No figure, tally, claim on one of these, or count that a source asserts is negative."""
    for record, path, figures in _figures(nam):
        for figure in figures:
            if figure.value < 0:
                yield hit(record, f"{path}/{figure.name}", value=figure.value)
    counts = (one for one in nam.assertions if one.kind is AssertionKind.COUNT)
    claims = (claim for claim in nam.claims if _COUNTED.fullmatch(claim.path))
    stated: tuple[Assertion | Claim, ...] = (*counts, *claims)
    for one in stated:
        if isinstance(one.value, int | float) and one.value < 0:
            yield hit(one, "value", value=one.value)


@rule("FIG002", "A figure has its own name", "{times} figures are called {name!r}")
def namesakes(nam: Dataset) -> Iterator[Hit]:
    """No two figures of a list have one name, so that a claim says which it is about."""
    for record, path, figures in _figures(nam):
        for name, times in Counter(figure.name for figure in figures).items():
            if times > 1:
                yield hit(record, path, name=name, times=times)
