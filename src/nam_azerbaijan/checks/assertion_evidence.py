"""EVD: what assertions say, and what decides them, is borne out by the words about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..findings import Severity
from ..records.constants import MOVEMENT
from ..records.evidence import Comparison
from ..records.walk import references
from ..text import fold
from ..verdicts.registry import RecordId, parameters
from ..verdicts.values import Ruling
from .assertions import rulings
from .evidence import word_set
from .rules import Hit, hit, rule
from .wording import is_date, names_of, numbers_in, ordinals_in, stated_in

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Assertion


def _own(one: Assertion) -> str:
    """The words of a statement and of its citations."""
    return " \n ".join([one.statement, one.note, *(cited.says for cited in one.sources)])


@rule(
    "EVD016",
    "Asserted values are borne out",
    "neither the words about it nor the data say {value}",
    Severity.WARNING,
)
def asserted(nam: Dataset) -> Iterator[Hit]:
    """What a statement asserts stands in its words, or else the data gives it too."""
    supported = {one.id for one, ruling in rulings(nam) if ruling is Ruling.SUPPORTED}
    for one in nam.assertions:
        if one.id in supported or one.value is None:
            continue
        items = one.value if isinstance(one.value, tuple) else (one.value,)
        for item in items:
            if not _says(nam, one, item):
                yield hit(one, "value", value=item)


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_SHARE = re.compile(rf"(\w+)[ -]({'|'.join(_PARTS)})s?\b")
_PER_CENT = re.compile(r"(\S+) per ?cent")


def _shares(text: str) -> Iterator[float]:
    """The shares that stand in a text: parts in words, and per cent."""
    for match in _SHARE.finditer(text):
        yield next(iter(numbers_in(match[1])), 1) / _PARTS[match[2]]
    for match in _PER_CENT.finditer(text):
        yield from (number / 100 for number in numbers_in(match[1]))
    if "majority" in text:
        yield 0.5


def _says(nam: Dataset, one: Assertion, value: Any) -> bool:
    """Whether the words of a statement bear out a value; yes or no need not be."""
    said = _own(one).lower()
    if isinstance(value, float):
        return any(abs(share - value) < _CLOSE for share in _shares(said))
    if type(value) is int:
        found = numbers_in(said) | ordinals_in(said)
        beyond = one.comparison is Comparison.AT_LEAST and value - 1 in found
        return value in found or (beyond and "more than" in said)
    if not isinstance(value, str):
        return True
    if is_date(value):
        return stated_in(said).bears_out(PartialDate(value))
    if value in nam.home:
        return _named(nam, value, word_set(said))
    return fold(value) in fold(said)


_CLOSE = 0.005


def _named(nam: Dataset, key: str, said: frozenset[str]) -> bool:
    return any(words <= said for words in names_of(nam.get(key)))


@rule(
    "EVD017",
    "What decides a statement is what it is about",
    "{key} decides it, but it is not about it",
    Severity.WARNING,
)
def deciding(nam: Dataset) -> Iterator[Hit]:
    """The records that a computation names are those that the statement is about or names.

    One to which these refer will do; and so will a list that decides another statement as well.
    """
    named = [(one, list(_named_by(one))) for one in nam.assertions]
    lists = Counter(frozenset(keys) for _, given in named for _, keys in given)
    for one, given in named:
        known = {MOVEMENT, *one.about}
        for key in one.about:
            known.update(found.key for found in references(nam.get(key)))
        said = word_set(_own(one))
        for name, keys in given:
            strange = [key for key in keys if key not in known and not _named(nam, key, said)]
            if strange and not _repeated(frozenset(keys), lists):
                for key in strange:
                    yield hit(one, f"computation/{name}", key=key)


def _repeated(keys: frozenset[str], lists: Counter[frozenset[str]]) -> bool:
    """Whether a list of ids is that of another computation too, or part of it."""
    return len(keys) > 1 and (lists[keys] > 1 or any(keys < other for other in lists))


def _named_by(one: Assertion) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The records that the computation of a statement names, by parameter."""
    if one.computation is not None:
        for name, hint, value in parameters(one.computation):
            if hint == RecordId:
                yield name, (value,) if isinstance(value, str) else tuple(value)
