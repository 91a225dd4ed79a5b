"""PRN: lists of principles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


@rule("PRN001", "Lists are numbered from one", "number {number} of {set} is not number {expected}")
def numbers(nam: Dataset) -> Iterator[Hit]:
    """The items of a list have the numbers from one to their count."""
    sets: dict[str, list[int]] = defaultdict(list)
    for principle in nam.principles:
        sets[principle.set].append(principle.number)
    for principle in nam.principles:
        held = sorted(sets[principle.set])
        place = held.index(principle.number)
        if principle.number != place + 1 or held.count(principle.number) > 1:
            yield hit(
                principle, "number", number=principle.number, set=principle.set, expected=place + 1
            )


@rule("PRN002", "Correspondence goes both ways", "{other} {problem}")
def one_sided(nam: Dataset) -> Iterator[Hit]:
    """Where an item corresponds to another, that one corresponds to it, and is of another list."""
    for principle in nam.principles:
        for key in principle.corresponds_to:
            other = nam.principles[key]
            if principle.id not in other.corresponds_to:
                yield hit(
                    principle, "corresponds_to", other=key, problem="does not name it in turn"
                )
            if principle.set == other.set:
                yield hit(principle, "corresponds_to", other=key, problem="is of the same list")


@rule(
    "PRN003",
    "Items of a list are stated in one document",
    "{document} is not where the other items of {set} are stated",
)
def scattered(nam: Dataset) -> Iterator[Hit]:
    """The items of a list name the same document, or none does."""
    sets: dict[str, list[str | None]] = defaultdict(list)
    for principle in nam.principles:
        sets[principle.set].append(principle.stated_in)
    for principle in nam.principles:
        named = sets[principle.set]
        if named.count(principle.stated_in) * 2 <= len(named):
            yield hit(
                principle, "stated_in", document=principle.stated_in or "none", set=principle.set
            )
