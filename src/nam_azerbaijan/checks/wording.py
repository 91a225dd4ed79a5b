"""What the words of a record say: the days, numbers and names that stand in them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from ..dates import MONTHS, PartialDate
from ..records.base import Record
from ..text import fold

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Source

__all__ = [
    "Stated",
    "in_words",
    "is_date",
    "names_of",
    "numbers_in",
    "ordinals_in",
    "own_words",
    "spans_in",
    "stated_in",
    "without_dates",
    "words_of",
]

_MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_MONTH = r"\b(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_AND = r"(?:\s*(?:\.\.|[-/,]|\b(?:to|and|or|until|till|through)\b)\s*(?:the\s+)?)*"
_DAYS = r"((?:\b\d{1,2}(?:st|nd|rd|th)?\b" + _AND + r")+)"
_DAY_FIRST = re.compile(_DAYS + r"\s*(?:of\s+)?" + _MONTH)
_MONTH_FIRST = re.compile(_MONTH + r"\s+" + _DAYS)
_PLAIN = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")

_TENS = (
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip


# Longer ones, such as numbers of telephones, count nothing.
MOST_DIGITS = 18


def is_date(text: str) -> bool:
    """Whether a text is a date as the data files write it."""
    try:
        PartialDate(text)
    except ValueError:
        return False
    return True


class Stated(NamedTuple):
    """The dates that stand in a text.

    Attributes:
        days: the days, each as month and day.
        months: the months.
        years: the years.
    """

    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    years: frozenset[int]

    def bears_out(self, date: PartialDate) -> bool:
        """Whether year, month and day of a date, and of both ends of a range, are stated."""
        for part in date.text.strip("[]").split(".."):
            year, *rest = (int(number) for number in part.split("-"))
            if year not in self.years or (rest and rest[0] not in self.months):
                return False
            if len(rest) > 1 and (rest[0], rest[1]) not in self.days:
                return False
        return True

    def __or__(self, other: Stated) -> Stated:
        """What stands in either of two texts."""
        return Stated(self.days | other.days, self.months | other.months, self.years | other.years)


@functools.lru_cache(maxsize=16384)
def stated_in(text: str) -> Stated:
    """The dates that stand in an English text, in words or as figures."""
    text = text.lower()
    days: set[tuple[int, int]] = set()
    months = {_MONTHS[match[1]] for match in re.finditer(_MONTH, text)}
    for match in _PLAIN.finditer(text):
        months.add(int(match[2]))
        if match[3]:
            days.add((int(match[2]), int(match[3])))
    for pattern, month, numbers in ((_DAY_FIRST, 2, 1), (_MONTH_FIRST, 1, 2)):
        for match in pattern.finditer(text):
            days.update(
                (_MONTHS[match[month]], int(day)) for day in re.findall(r"\d{1,2}", match[numbers])
            )
    years = frozenset(int(year) for year in _YEAR.findall(text))
    return Stated(frozenset(days), frozenset(months), years)


_TO = r"\s*(?:-|\u2013|\bto\b|\band\b|\buntil\b|\bthrough\b|\btill\b)\s*(?:the\s+)?"
_DAY = r"\b(\d{1,2})(?:st|nd|rd|th)?\b"
# Day or month, of the first and of the last day, by the numbers of groups: month, day, month, day.
_SPANS = (
    (re.compile(_DAY + _TO + _DAY + r"\s+(?:of\s+)?" + _MONTH), (3, 1, 3, 2)),
    (re.compile(_MONTH + r"\s+" + _DAY + _TO + _DAY), (1, 2, 1, 3)),
    (re.compile(_DAY + r"\s+" + _MONTH + _TO + _DAY + r"\s+" + _MONTH), (2, 1, 4, 3)),
    (re.compile(_MONTH + r"\s+" + _DAY + _TO + _MONTH + r"\s+" + _DAY), (1, 2, 3, 4)),
    (re.compile(r"\b\d{4}-(\d\d)-(\d\d)\.\.\d{4}-(\d\d)-(\d\d)\b"), (1, 2, 3, 4)),
)

DayOfYear = tuple[int, int]
"""Month and day."""


@functools.lru_cache(maxsize=4096)
def spans_in(text: str) -> frozenset[tuple[DayOfYear, DayOfYear]]:
    """The spans from a day to a later one of the year that stand in an English text."""
    found = set()
    for pattern, groups in _SPANS:
        for match in pattern.finditer(text.lower()):
            month, day, later, last = (
                _MONTHS.get(match[group]) or int(match[group]) for group in groups
            )
            found.add(((month, day), (later, last)))
    return frozenset((first, last) for first, last in found if first < last)


@functools.lru_cache(maxsize=16384)
def numbers_in(text: str) -> frozenset[int]:
    """The whole numbers that stand in an English text, in figures or, to 99, in words."""
    figures = (number.replace(",", "") for number in re.findall(r"\d[\d,]*", text))
    found = {int(number) for number in figures if len(number) <= MOST_DIGITS}
    words = re.findall(r"[a-z]+", text.lower())
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word in _UNITS:
            found.add(_UNITS.index(word))
        elif word in _TENS:
            found.add(10 * _TENS.index(word))
            if following in _UNITS[1:10]:
                found.add(10 * _TENS.index(word) + _UNITS.index(following))
    return frozenset(found)


def in_words(number: int) -> str:
    """A whole number to 99 in words; as figures if it is another."""
    if number in range(len(_UNITS)):
        return _UNITS[number]
    tens, units = divmod(number, 10)
    if tens not in range(len(_TENS)):
        return str(number)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]


def without_dates(text: str) -> str:
    """A text without the days, months and years that stand in it, so that its counts are left."""
    text = text.lower()
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _PLAIN, _YEAR):
        text = pattern.sub(" ", text)
    return text


_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def ordinals_in(text: str) -> frozenset[int]:
    """The ordinal numbers up to 20 that stand in a name: `18th`, `XVIII` or `Eighteenth`."""
    words = fold(text).split()
    found = {int(word[:-2]) for word in words if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", word)}
    for known in (_ORDINALS, _ROMAN):
        found.update(known.index(word) + 1 for word in words if word in known)
    return frozenset(found)


def _texts(value: Any, aside: frozenset[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, aside)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in aside:
                yield from _texts(item, aside)


_DATES = frozenset(
    {
        "start", "end", "opened", "closed", "adopted", "signed", "in_force", "date", "until",
        "applied", "decided", "value",
    }
)  # fmt: skip


def words_of(nam: Dataset, record: Record) -> str:
    """The words about a record: its own, and the titles and days of the sources it cites.

    Left out are its ids of other records and its dates, which the words are to bear out.
    """
    return _words(record, tuple(map(nam.sources.get, (c.source for c in record.sources))))


@functools.lru_cache(maxsize=16384)
def _words(record: Any, sources: tuple[Source | None, ...]) -> str:
    known = [f"{source.title} {source.id} {source.published or ''}" for source in sources if source]
    return " \n ".join([own_words(record), *known])


def own_words(record: Any, *, with_id: bool = True) -> str:
    """The words in a record itself, without references and dates."""
    aside = _DATES | _referring(type(record)) | (set() if with_id else {"id"})
    return " \n ".join(_texts(record.to_dict(), aside))


def _referring(cls: type) -> frozenset[str]:
    """The names of the fields of a class, and of its parts, that hold ids of other records."""
    found = {field.name for field in attrs.fields(cls) if field.metadata.get("refers")}
    return frozenset(found | {"state", "organization", "source"})


_GENERAL = frozenset(["nam", "non", "aligned", "movement", "the", "of", "and"])


@functools.lru_cache(maxsize=16384)
def names_of(record: Any) -> Iterable[frozenset[str]]:
    """Sets of words of which one set, whole, tells that a text names the record."""
    if hasattr(record, "names"):
        named = [dated.name for dated in record.names] + list(record.aliases)
    elif hasattr(record, "spellings"):
        named = [full.split()[-1] for full in (record.name, *record.spellings) if full.split()]
    elif hasattr(record, "abbreviation"):
        named = [record.name, *record.aliases, record.abbreviation]
    else:
        telling = [word for word in record.id.split("-") if word not in _GENERAL]
        return _pairs(telling)
    return [frozenset(words) for name in named if (words := fold(name).split())]


def _pairs(words: list[str]) -> list[frozenset[str]]:
    if len(words) < 2:  # noqa: PLR2004
        return [frozenset(words)]
    return [frozenset({one, two}) for place, one in enumerate(words) for two in words[place + 1 :]]
