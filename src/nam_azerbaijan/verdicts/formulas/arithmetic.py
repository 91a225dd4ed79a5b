"""Computations from the results of others: how many, what share, how much more."""

from __future__ import annotations

from ...dataset import Dataset
from ...dates import PartialDate
from ..registry import Found, Nested, formula, run
from ..values import Amount, IdSet, Single


def _amount(found: Found) -> Amount | None:
    """A result as a number: of a group how many it has."""
    if isinstance(found.value, IdSet):
        return found.value.count
    if isinstance(found.value, Single) and isinstance(found.value.value, int | float):
        return Amount(found.value.value, found.value.value)
    return found.value if isinstance(found.value, Amount) else None


@formula
def share(nam: Dataset, *, part: Nested, whole: Nested, on: PartialDate) -> Found:
    """What share one result is of another."""
    one, two = run(nam, part, on), run(nam, whole, on)
    records = tuple(dict.fromkeys((*one.records, *two.records)))
    small, large = _amount(one), _amount(two)
    if small is None or large is None or large.least <= 0:
        return Found(value=Single(None), records=records)
    return Found(value=Amount(small.least / large.most, small.most / large.least), records=records)


@formula
def difference(nam: Dataset, *, of: Nested, less: Nested, on: PartialDate) -> Found:
    """How much more one result is than another."""
    one, two = run(nam, of, on), run(nam, less, on)
    records = tuple(dict.fromkeys((*one.records, *two.records)))
    first, second = _amount(one), _amount(two)
    if first is None or second is None:
        return Found(value=Single(None), records=records)
    return Found(
        value=Amount(first.least - second.most, first.most - second.least), records=records
    )
