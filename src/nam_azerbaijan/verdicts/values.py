"""What computations find, with what imprecise data leaves open, and how it meets a statement."""

from __future__ import annotations

import enum
import math
from typing import Any, Protocol

import attrs

from ..dates import PartialDate, as_date
from ..records.evidence import Comparison

__all__ = ["ABOUT", "Amount", "IdSet", "Ruling", "Single", "Value", "When"]


class Ruling(enum.StrEnum):
    """What the data says of a statement."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"


class Value(Protocol):
    """What a computation found."""

    def ruling(self, comparison: Comparison, asserted: Any) -> Ruling:
        """How it meets an asserted value.

        Raises:
            TypeError: it cannot be compared so, or with such a value.
            ValueError: likewise.
        """
        ...

    def off(self, asserted: Any) -> Any:
        """How far the asserted value is from it; `None` where that means nothing."""
        ...

    def plain(self) -> Any:
        """It as JSON has it; `None` where the data does not know."""
        ...


def _decided(*, surely: bool, possibly: bool) -> Ruling:
    if surely:
        return Ruling.SUPPORTED
    return Ruling.UNDECIDED if possibly else Ruling.CONTRADICTED


ABOUT = 0.1
"""How far, as a share of what is found, "about" reaches; below ten, one half."""


def _short(number: float) -> Any:
    """A number to three places; a whole one as it is; `None` for one without a bound."""
    if math.isinf(number):
        return None
    return number if isinstance(number, int) else round(number, 3)


@attrs.frozen
class Amount:
    """A number that lies between two, both included.

    Attributes:
        least: the least that it may be.
        most: the most that it may be.
    """

    least: float
    most: float

    def ruling(self, comparison: Comparison, asserted: Any) -> Ruling:
        """How it meets an asserted number."""
        if isinstance(asserted, bool) or not isinstance(asserted, int | float):
            raise TypeError(f"expected a number, got {asserted!r}")
        least, most = self.least, self.most
        match comparison:
            case Comparison.EQUAL:
                return _decided(
                    surely=least == asserted == most, possibly=least <= asserted <= most
                )
            case Comparison.AT_LEAST:
                return _decided(surely=least >= asserted, possibly=most >= asserted)
            case Comparison.AT_MOST:
                return _decided(surely=most <= asserted, possibly=least <= asserted)
            case Comparison.ABOUT:
                slack = [max(0.5 if one >= 1 else 0, ABOUT * one) for one in (least, most)]
                return _decided(
                    surely=most - slack[1] <= asserted <= least + slack[0],
                    possibly=least - slack[0] <= asserted <= most + slack[1],
                )
        raise TypeError(f"a number is not compared as {comparison.value}")

    def off(self, asserted: Any) -> float | None:
        """How much more the asserted number is; of a range, than its nearer end."""
        nearest = min(max(asserted, self.least), self.most)
        off: float | None = _short(asserted - nearest)
        return off

    def plain(self) -> Any:
        """The number, or the two between which it lies, `None` for one that has no bound."""
        least, most = self.bounds
        return least if least == most else [least, most]

    @property
    def bounds(self) -> tuple[Any, Any]:
        """The two numbers to three places, `None` for one that has no bound."""
        return _short(self.least), _short(self.most)


@attrs.frozen
class IdSet:
    """Ids of records that certainly belong together, and of those that possibly do.

    Attributes:
        certain: the ids that certainly belong to it.
        possible: these, and the ids that may.
        more: whether there may be others, which the data does not hold.
    """

    certain: frozenset[str]
    possible: frozenset[str]
    more: bool = False

    @property
    def count(self) -> Amount:
        """How many they are."""
        return Amount(len(self.certain), math.inf if self.more else len(self.possible))

    def ruling(self, comparison: Comparison, asserted: Any) -> Ruling:
        """How it meets an asserted set of ids, or their number."""
        if comparison is not Comparison.SAME_SET:
            return self.count.ruling(comparison, asserted)
        if not isinstance(asserted, list | tuple):
            raise TypeError(f"expected a list of ids, got {asserted!r}")
        said = frozenset(asserted)
        return _decided(
            surely=self.certain == said == self.possible and not self.more,
            possibly=self.certain <= said and (self.more or said <= self.possible),
        )

    def off(self, asserted: Any) -> Any:
        """Of a set what is missing and what is too much; of a number how much more it is."""
        if not isinstance(asserted, list | tuple):
            return self.count.off(asserted)
        said = frozenset(asserted)
        missing = sorted(self.certain - said)
        extra = [] if self.more else sorted(said - self.possible)
        return {"missing": missing, "extra": extra} if missing or extra else None

    def plain(self) -> Any:
        """The ids in order."""
        return sorted(self.certain)


@attrs.frozen
class When:
    """A day, or one unknown day of several.

    Attributes:
        date: the day; `None` where there is none yet, or none is known.
    """

    date: PartialDate | None

    def ruling(self, comparison: Comparison, asserted: Any) -> Ruling:
        """How it meets an asserted date: the same, not before it, or not after it."""
        said = as_date(asserted)
        if self.date is None:
            return Ruling.UNDECIDED
        first, last = self.date.earliest, self.date.latest
        match comparison:
            case Comparison.EQUAL:
                return _decided(
                    surely=said.earliest <= first and last <= said.latest,
                    possibly=said.earliest <= last and first <= said.latest,
                )
            case Comparison.AT_LEAST:
                return _decided(surely=first >= said.earliest, possibly=last >= said.earliest)
            case Comparison.AT_MOST:
                return _decided(surely=last <= said.latest, possibly=first <= said.latest)
        raise TypeError(f"a date is not compared as {comparison.value}")

    def off(self, asserted: Any) -> int | None:
        """How many days the asserted date is later, at least; 0 where it fits."""
        if self.date is None:
            return None
        said = as_date(asserted)
        late = (said.earliest - self.date.latest).days
        early = (said.latest - self.date.earliest).days
        return late if late > 0 else min(early, 0)

    def plain(self) -> str | None:
        """The date as text."""
        return None if self.date is None else str(self.date)


@attrs.frozen
class Single:
    """One value: an id, a text, a choice, yes or no, a whole number.

    Attributes:
        value: the value; `None` where the data does not know it.
    """

    value: Any

    def ruling(self, comparison: Comparison, asserted: Any) -> Ruling:
        """Whether it is the asserted value; of whole numbers also whether it is more or less."""
        if self.value is None:
            return Ruling.UNDECIDED
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return Amount(self.value, self.value).ruling(comparison, asserted)
        if comparison is not Comparison.EQUAL:
            raise TypeError(f"such a value is not compared as {comparison.value}")
        return _decided(surely=self.value == asserted, possibly=False)

    def off(self, asserted: Any) -> Any:
        """Of numbers how much more the asserted one is."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return Amount(self.value, self.value).off(asserted)
        return None

    def plain(self) -> Any:
        """The value."""
        return self.value
