"""What a comparison gives: rows with a category and an explanation, their groups and counts."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import attrs

from ..frozen import FrozenMap
from .grounds import Ground

__all__ = [
    "Category",
    "Group",
    "Summary",
    "spelled_years",
    "summarize",
]


class Category(enum.Enum):
    """How two data sets stand to each other in one row.

    `CONFIRMED`: both say the same. `CONFLICT`: both say something, and not the same.
    `MISSING_HERE`: only the other says something; `MISSING_THERE`: only this one does.
    """

    CONFIRMED = "confirmed"
    CONFLICT = "conflict"
    MISSING_HERE = "missing-here"
    MISSING_THERE = "missing-there"


def _frozen(counts: Mapping[Any, int]) -> Mapping[Any, int]:
    return FrozenMap(counts)


class _ComparedRow(Protocol):
    """What a row has for it to be counted."""

    @property
    def category(self) -> Category: ...
    @property
    def explanation(self) -> str: ...
    @property
    def ground(self) -> Ground: ...
    @property
    def theirs(self) -> object: ...


R = TypeVar("R", bound=_ComparedRow)


@attrs.frozen(kw_only=True)
class Group(Generic[R]):
    """Rows that differ in the same way for the same reason.

    Attributes:
        rows: the rows, in order.
        label: what they have in common, in a few words.
    """

    rows: tuple[R, ...]
    label: str


@attrs.frozen(kw_only=True)
class Summary(Generic[R]):
    """The counts of a comparison.

    Attributes:
        rows: how many rows there are.
        theirs: in how many of them the other data set says something.
        counts: rows by category.
        grounds: rows that are not confirmed, by the ground on which they are explained.
        unexplained: groups of rows that nothing explains.
    """

    rows: int
    theirs: int
    counts: Mapping[Category, int] = attrs.field(converter=_frozen)
    grounds: Mapping[Ground, int] = attrs.field(converter=_frozen)
    unexplained: tuple[Group[R], ...]

    @property
    def shares(self) -> Mapping[Category, float]:
        """The share of each category in all rows; zero where there are no rows."""
        return FrozenMap({one: _share(count, self.rows) for one, count in self.counts.items()})

    @property
    def agreement(self) -> float:
        """The share confirmed of the rows in which the other data set says something."""
        return _share(self.counts[Category.CONFIRMED], self.theirs)

    @property
    def unexplained_share(self) -> float:
        """The share of all rows that nothing explains."""
        return _share(self.grounds[Ground.NONE], self.rows)

    def __str__(self) -> str:
        lines = [
            f"{self.rows} rows; {self.theirs} in the other data set, "
            f"of which {self.agreement:.1%} confirmed",
            *(f"  {category.value}: {count}" for category, count in self.counts.items()),
            f"explained differences: {sum(self.grounds.values()) - self.grounds[Ground.NONE]}",
            *(f"  {g.value}: {count}" for g, count in self.grounds.items() if g.value and count),
            f"unexplained: {self.grounds[Ground.NONE]} ({self.unexplained_share:.2%})",
            *(f"  {group.label}" for group in self.unexplained),
        ]
        return "\n".join(lines)


def summarize(rows: Iterable[R], unexplained: tuple[Group[R], ...]) -> Summary[R]:
    """The counts of rows, beside the groups of those that nothing explains."""
    held = tuple(rows)
    counts = Counter(row.category for row in held)
    grounds = Counter(row.ground for row in held if row.category is not Category.CONFIRMED)
    return Summary(
        rows=len(held),
        theirs=sum(bool(row.theirs) for row in held),
        counts={category: counts[category] for category in Category},
        grounds={ground: grounds[ground] for ground in Ground},
        unexplained=unexplained,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def spelled_years(years: Iterable[int]) -> str:
    """Years in a few words, such as `1964, 1970-1972`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][1] == year - 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)
