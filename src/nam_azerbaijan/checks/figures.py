"""FIG: figures, tallies and other counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..findings import Severity
from ..records.base import Citation, Figure, Qualifier
from ..records.evidence import Assertion, AssertionKind, Claim
from .rules import Hit, hit, rule
from .wording import in_words

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


_HEDGES = {
    Qualifier.ABOUT: ("about", "around", "some", "approximately", "nearly", "almost", "close to"),
    Qualifier.AT_LEAST: ("at least",),
    Qualifier.MORE_THAN: ("more than", "over"),
    Qualifier.AT_MOST: ("at most", "up to"),
    Qualifier.LESS_THAN: ("less than", "fewer than"),
}
_HEDGE = {word: one for one, words in _HEDGES.items() for word in words}


def _hedges(citations: Iterable[Citation], path: str, value: int) -> set[Qualifier]:
    """How a number is hedged in what the citations for a figure say, where they name it."""
    words = "|".join(_HEDGE)
    written = rf"{value}|{value:,}|{in_words(value)}\b(?!-)"
    number = rf"(?:\b({words})\s+)?(?<![\d.,-])(?:{written})(?!\d|[.,]\d)"
    said = (one.says.lower() for one in citations if not one.fields or path in one.fields)
    found = (match[1] for text in said for match in re.finditer(number, text))
    return {_HEDGE[word] if word else Qualifier.EXACTLY for word in found}


@rule(
    "FIG003",
    "Numbers are hedged as in their sources",
    "{value} is {qualifier} here, and {cited} in what is cited",
    Severity.WARNING,
)
def hedged_otherwise(nam: Dataset) -> Iterator[Hit]:
    """What is cited for a figure, or for a claim on one, hedges the number in the same way.

    Where places that name it hedge it in several ways, one of these will do.
    """
    stated: list[tuple[Any, str, str, int, Qualifier]] = [
        (record, f"{path}/{figure.name}", f"{path}/{figure.name}", figure.value, figure.qualifier)
        for record, path, figures in _figures(nam)
        for figure in figures
    ]
    stated += [
        (claim, "qualifier", claim.path, claim.value, claim.qualifier)
        for claim in nam.claims
        if _COUNTED.fullmatch(claim.path) and isinstance(claim.value, int)
    ]
    for record, field, path, value, qualifier in stated:
        cited = _hedges(record.sources, path, value)
        if cited and qualifier not in cited:
            said = " or ".join(sorted(cited))
            yield hit(record, field, value=value, qualifier=qualifier.value, cited=said)
