"""EVD: what assertions say, and what decides them, is borne out by the words about them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..findings import Severity
from ..records.base import Answer
from ..records.constants import MOVEMENT
from ..records.evidence import Comparison
from ..records.walk import field_types, references
from ..text import fold
from ..verdicts.registry import RecordId, parameters
from ..verdicts.values import Ruling
from .assertions import computation_of, rulings
from .evidence import word_set
from .rules import Hit, hit, rule
from .wording import Stated, is_date, names_of, numbers_in, ordinals_in, stated_in

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Assertion, Computation


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
    supported = {one.id for one, ruling, _ in rulings(nam) if ruling is Ruling.SUPPORTED}
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
    if not isinstance(value, str) or value in tuple(Answer):
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
    named = [(one, list(_named_by(one))) for one, _, _ in rulings(nam)]
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
    for name, hint, value in parameters(computation_of(one)):
        if hint == RecordId:
            yield name, (value,) if isinstance(value, str) else tuple(value)


@rule(
    "EVD018",
    "Days of statements are borne out",
    "neither the words about it nor what it is about say {day}",
    Severity.WARNING,
)
def days(nam: Dataset) -> Iterator[Hit]:
    """The as-of day of a statement, and those of its computation, stand in the words about it.

    So does one that is next to a day of a record that it is about, and one at the turn of a year,
    its middle or the turn of a month that is named. The words are those of its source too.
    """
    computed = {one.id: computation_of(one) for one, _, _ in rulings(nam)}
    for one in nam.assertions:
        given = [] if one.as_of is None else [("as_of", one.as_of)]
        for name, hint, value in parameters(computed[one.id]) if one.id in computed else ():
            if hint is PartialDate:
                given.append((f"computation/{name}", PartialDate(value)))
        stated = _stated(nam, one) if given else None
        for path, day in given:
            if stated and not _at_a_turn(stated, day) and not stated.bears_out(day):
                known = [*_days(nam, one), *_days_named(nam, computed.get(one.id))]
                if not any(abs(day.numbers[0] - number) <= 1 for number in known):
                    yield hit(one, path, day=day)


def _stated(nam: Dataset, one: Assertion) -> Stated:
    """The dates in the words of a statement, and in those of its sources."""
    sources = [nam.sources[cited.source] for cited in one.sources]
    more = (f"{source.title} \n {source.note} \n {source.published or ''}" for source in sources)
    return stated_in(" \n ".join([_own(one), *more]))


def _at_a_turn(stated: Stated, day: PartialDate) -> bool:
    """Whether a day is the first or last of a stated month, or at a turn of a stated year."""
    first, last = day.earliest, day.latest
    if first.year not in stated.years:
        return False
    ends = {f"{one:%m-%d}" for one in (first, last)}
    following = dt.date.fromordinal(last.toordinal() + 1)
    turns = first.day == 1 or following.day == 1
    return bool(ends & {"01-01", "06-30", "12-31"}) or (turns and first.month in stated.months)


def _days(nam: Dataset, one: Assertion) -> Iterator[int]:
    """The numbers of the days of what a statement is about, and of what that refers to."""
    for key in one.about:
        yield from _days_of(nam.get(key))
        for found in references(nam.get(key)):
            yield from _days_of(nam.get(found.key))
    for cited in one.sources:
        yield from _days_of(nam.sources[cited.source])


def _days_named(nam: Dataset, what: Computation | None) -> Iterator[int]:
    """The numbers of the days of the records that a computation names."""
    for _, hint, value in parameters(what) if what else ():
        if hint == RecordId and isinstance(value, str):
            yield from _days_of(nam.get(value))


def _days_of(record: Any) -> Iterator[int]:
    for name, field in field_types(type(record)).items():
        value = getattr(record, name)
        # The day on which a page was read says nothing.
        if field.cls is PartialDate and isinstance(value, PartialDate) and name != "accessed":
            yield from value.numbers


_HEDGED = {
    Comparison.AT_LEAST: r"more than|at least|\bover\b|exceed|majority|largest|second|again",
    Comparison.AT_MOST: r"at most|up to|within|less than|fewer than",
    Comparison.ABOUT: r"about|around|roughly|nearly|almost|some|years?\b|months?\b|thirds?\b",
}


@rule(
    "EVD019",
    "Comparisons are borne out by words",
    "the words about it do not say that it compares as {comparison}",
    Severity.WARNING,
)
def comparisons(nam: Dataset) -> Iterator[Hit]:
    """Where a statement is compared in another way than as equal, it hedges what it asserts.

    And where it hedges a number, it is compared so.
    """
    for one in nam.assertions:
        said = one.statement.lower()
        if one.comparison is None or one.comparison is Comparison.SAME_SET:
            continue
        if one.comparison in _HEDGED:
            sound = bool(re.search(_HEDGED[one.comparison], said))
        else:
            numbers = f"{one.value}|{one.value - 1}" if type(one.value) is int else "$^"
            sound = not re.search(
                rf"(?:more than|at least|over|nearly|about) (?:{numbers})\b", said
            )
        if not sound:
            yield hit(one, "comparison", comparison=one.comparison.value)
