"""EVD: what assertions say, and what decides them, is borne out by the words about them."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..findings import Severity
from ..records.base import Answer
from ..records.constants import MOVEMENT
from ..records.evidence import AssertionKind, Comparison
from ..records.status import Status
from ..records.votes import Choice
from ..records.walk import field_types, references
from ..verdicts.registry import FORMULAS, RecordId, inside, parameters
from ..verdicts.values import Ruling
from .assertions import computation_of, ruled
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
    """What a statement asserts stands in its words, or else the data gives the same.

    Dates stand in its words in any case.
    """
    given = {one.id for one, _, ruling, _ in ruled(nam) if _exact(one, ruling)}
    for one in nam.assertions:
        items = one.value if isinstance(one.value, tuple) else (one.value,)
        for item in items:
            dated = isinstance(item, str) and is_date(item)
            if (one.id not in given or dated) and not _says(nam, one, item):
                yield hit(one, "value", value=item)


def _exact(one: Assertion, ruling: Ruling | None) -> bool:
    """Whether the data gives just what a statement asserts."""
    exact = one.comparison in (Comparison.EQUAL, Comparison.SAME_SET)
    return exact and ruling is Ruling.SUPPORTED


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


def _counts(one: Assertion, said: str, number: int) -> bool:
    """Whether the words of a statement bear out a number."""
    if number < 0 and one.kind is AssertionKind.COUNT:
        return True  # Which is no count, as FIG001 tells.
    found = numbers_in(said) | ordinals_in(said)
    beyond = one.comparison is Comparison.AT_LEAST and number - 1 in found
    return number in found or (beyond and "more than" in said)


def _says(nam: Dataset, one: Assertion, value: Any) -> bool:
    """Whether the words of a statement bear out a value; yes or no need not be."""
    said = _own(one).lower()
    if isinstance(value, float):
        return any(abs(share - value) < _CLOSE for share in _shares(said))
    if type(value) is int:
        return _counts(one, said, value)
    if not isinstance(value, str) or value in tuple(Answer):
        return True
    if is_date(value):
        return stated_in(said).bears_out(PartialDate(value))
    if value in nam.home:
        return _named(nam, value, word_set(said))
    return value.lower() in said


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
    """The records that a computation names are those that the statement is about.

    One to which these refer will do, and so will a state, an organization or a person that the
    words about it name, and a list that decides another statement as well.
    """
    named = [(one, list(_named_by(one))) for one, *_ in ruled(nam)]
    lists = Counter(frozenset(keys) for _, given in named for _, keys in given)
    for one, given in named:
        known = {MOVEMENT, *one.about}
        for key in one.about:
            known.update(found.key for found in references(nam.get(key)))
        said = word_set(_own(one))
        for name, keys in given:
            strange = [
                key
                for key in keys
                if key not in known and (nam.home[key] not in _NAMED or not _named(nam, key, said))
            ]
            if strange and not _repeated(frozenset(keys), lists):
                for key in strange:
                    yield hit(one, f"computation/{name}", key=key)


_NAMED = ("states", "organizations", "persons")


def _repeated(keys: frozenset[str], lists: Counter[frozenset[str]]) -> bool:
    """Whether a list of ids is that of another computation too, or part of it."""
    return len(keys) > 1 and (lists[keys] > 1 or any(keys < other for other in lists))


def _named_by(one: Assertion) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The records that the computation of a statement names, by parameter."""
    for what in inside(computation_of(one)):
        for name, hint, value in parameters(what):
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

    Or else it is one of a record that it is about, or lies at the turn of a year, in its middle or
    at the turn of a month that is named. The words about its sources are words about it.
    """
    computed = {one.id: tuple(inside(computation_of(one))) for one, *_ in ruled(nam)}
    for one in nam.assertions:
        given = [] if one.as_of is None else [("as_of", one.as_of)]
        whats = computed.get(one.id, ())
        for what in whats:
            for name, hint, value in parameters(what):
                if hint is PartialDate:
                    given.append((f"computation/{name}", PartialDate(value)))
        texts = list(_texts(nam, one)) if given else []
        for path, day in given:
            if any(one.bears_out(day) or _at_a_turn(one, day) for one in texts):
                continue
            if day not in _days(nam, one, whats):
                yield hit(one, path, day=day)


def _texts(nam: Dataset, one: Assertion) -> Iterator[Stated]:
    """The dates in the words of a statement, and in those about each of its sources."""
    yield stated_in(_own(one))
    for cited in one.sources:
        source = nam.sources[cited.source]
        yield stated_in(f"{source.title} \n {source.note} \n {source.published or ''}")


def _at_a_turn(stated: Stated, day: PartialDate) -> bool:
    """Whether a day is the first or last of a stated month, or at a turn of a stated year."""
    if not day.exact or day.earliest.year not in stated.years:
        return False
    following = dt.date.fromordinal(day.numbers[0] + 1)
    turns = day.earliest.day == 1 or following.day == 1
    at_turn_of_year = f"{day.earliest:%m-%d}" in ("01-01", "06-30", "12-31")
    return at_turn_of_year or (turns and day.earliest.month in stated.months)


def _days(nam: Dataset, one: Assertion, whats: Iterable[Computation]) -> set[PartialDate]:
    """The days of what a statement is about, of what that refers to, and of what decides it."""
    keys = {*one.about, *(cited.source for cited in one.sources)}
    keys |= {found.key for key in one.about for found in references(nam.get(key))}
    for what in whats:
        given = (value for _, hint, value in parameters(what) if hint == RecordId)
        keys |= {value for value in given if isinstance(value, str)}
    return {day for key in keys for day in _days_of(nam.get(key))}


def _days_of(record: Any) -> Iterator[PartialDate]:
    """The dates of a record, and the first and last days that they may be."""
    for name, field in field_types(type(record)).items():
        value = getattr(record, name)
        # The day on which a page was read says nothing.
        if field.cls is PartialDate and isinstance(value, PartialDate) and name != "accessed":
            yield value
            yield from (PartialDate(f"{day}") for day in (value.earliest, value.latest))


_HEDGED = {
    Comparison.AT_LEAST: r"more than|at least|\bover\b|exceed|majority|largest|second|again",
    Comparison.AT_MOST: r"\b(?:at most|up to|within|less than|fewer than)\b",
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


_ENDS = ("closed", "end", "until", "new_end")
_STARTS = ("opened", "start", "date")
_OF_END = re.compile(r"\bend|\bclos|until|\blast|through|\bexit|\bleft\b")
_OF_ITS_END = re.compile(r"\bin its end\b|\bthe end of\b|\blast until\b|\bend on\b")


@rule(
    "EVD020",
    "Ends are borne out by words",
    "the words about it do not say that it is about {path!r}",
    Severity.WARNING,
)
def ends(nam: Dataset) -> Iterator[Hit]:
    """Where the end of something decides a statement, it speaks of an end, and only there."""
    for one, what in _computations(nam):
        said = one.statement.lower()
        for name, _, value in parameters(what):
            last = str(value).rpartition("/")[2] if name.endswith("path") else ""
            if (last in _ENDS and not _OF_END.search(said)) or (
                last in _STARTS and _OF_ITS_END.search(said)
            ):
                yield hit(one, f"computation/{name}", path=value)


def _computations(nam: Dataset) -> Iterator[tuple[Assertion, Computation]]:
    """Each statement that can be computed with its computation, and those inside it."""
    for one, *_ in ruled(nam):
        for what in inside(computation_of(one)):
            yield one, what


_STATUSES = {one: re.compile(rf"\b{one.value}(?:s|ship)?\b") for one in Status}
_CHOICES = {
    Choice.YES: re.compile(r"favour|voted for|support"),
    Choice.NO: re.compile(r"against"),
    Choice.ABSTAIN: re.compile(r"abst"),
    Choice.ABSENT: re.compile(r"absen"),
}


@rule(
    "EVD021",
    "What is counted is borne out by words",
    "the words about it name {named}, but it is decided by {given}",
    Severity.WARNING,
)
def counted(nam: Dataset) -> Iterator[Hit]:
    """A statement that names a status, or how states voted, is decided by one that it names."""
    for one, what in _computations(nam):
        for name, words, default in (
            ("status", _STATUSES, (Status.MEMBER,)),
            ("choice", _CHOICES, ()),
        ):
            if name not in inspect.signature(FORMULAS[what.name]).parameters:
                continue
            value = dict(what.parameters).get(name, default)
            given = {str(one) for one in ((value,) if isinstance(value, str) else value)}
            named = {
                str(word) for word, told in words.items() if told.search(one.statement.lower())
            }
            also = {str(word) for word, told in words.items() if told.search(_own(one).lower())}
            if named and (not given & also if name == "status" else given - also):
                told_of = {"named": ", ".join(sorted(named)), "given": ", ".join(sorted(given))}
                yield hit(one, f"computation/{name}", **told_of)
