"""Words for what records hold: fields, values, dates and places in documents."""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from collections.abc import Mapping

from nam_azerbaijan import (
    Answer,
    Bound,
    ChairCapacity,
    KnownThrough,
    Nature,
    PartialDate,
    Ruling,
    Standing,
)
from nam_azerbaijan.dates import MONTHS
from nam_azerbaijan.evidence.titles import as_written

__all__ = [
    "MONTHS",
    "NO_STATUS",
    "RULED",
    "VERDICTS",
    "anchor",
    "count",
    "date_words",
    "dated",
    "in_words",
    "known_words",
    "label",
    "path_words",
    "phrase",
    "provision_title",
    "spelled",
    "unseen_words",
    "worded",
]

NOT_KNOWN = "day not known"
NO_STATUS = "no status"
"""What a state is that is nothing in the Movement."""
VERDICTS = {
    Ruling.SUPPORTED: "agrees with the data",
    Ruling.CONTRADICTED: "differs from the data",
    Ruling.UNDECIDED: "not decided by the data",
}
"""What a statement is beside the data; a word on the statement, and on nobody who made it."""
RULED = {
    Ruling.SUPPORTED: "The records of this data agree with this statement.",
    Ruling.CONTRADICTED: "The records of this data differ from this statement.",
    Ruling.UNDECIDED: "The records of this data do not decide this statement.",
}
_KNOWN = {
    KnownThrough.TEXT: ("the text was read whole, in the document or a copy", ""),
    KnownThrough.QUOTATION: (
        "a source quotes it whole; the document itself was not seen",
        "text seen only as quoted",
    ),
    KnownThrough.EXTRACT: (
        "only a part was read, in a copy or a quotation; what the rest says is not known",
        "text not seen whole",
    ),
    KnownThrough.REPORT: (
        "a source tells what stands there, in its own words; the text was not seen",
        "text not seen",
    ),
}
# How values and fields read whose names are not words for what they mean.
_VALUES: Mapping[enum.Enum, str] = {
    Answer.UNKNOWN: "not known",
    ChairCapacity.TITULAR: "holder of the office",
    Nature.CONFLICT: "sources say different things",
    Nature.SCOPE: "they do not speak of quite the same thing",
    Nature.SELF_CONTRADICTION: "the source contradicts itself",
    Nature.GARBLED: "the source is garbled here",
    Nature.UNREALIZED_PLAN: "a plan that did not come true",
    Nature.OVERTAKEN: "overtaken by what came later",
    Nature.CONTRADICTED_BY_RECORD: "an official record has it otherwise",
    Standing.HELD: "came true",
    Standing.UNREALIZED: "did not come true",
    Standing.UNCONFIRMED: "not confirmed",
}
_FIELDS = {
    "standing": "whether it came true",
    "region": "region in the Movement",
    "known_through": "how its words are known",
}
# Slugs and parts of them that are not written as they are pronounced.
_PROPER = {
    "africa": "Africa",
    "asia": "Asia",
    "europe": "Europe",
    "latin-america-and-caribbean": "Latin America and the Caribbean",
    "armenia-azerbaijan-conflict": "Armenia-Azerbaijan conflict",
    "ipap": "IPAP",
    "naasp": "NAASP",
    "nam": "NAM",
    "turkiye": "Türkiye",
    "un": "UN",
    "unsc": "UNSC",
    "url": "URL",
    "us": "US",
}
# Words that are written with a hyphen, which a slug cannot tell from a space.
_HYPHENED = {
    one.replace("-", " ").lower(): one
    for one in (
        "mid-term",
        "Nagorno-Karabakh",
        "non-aligned",
        "non-alignment",
        "self-determination",
    )
}
_WRITTEN = re.compile(
    r"(?<![\w./-])\d{4}(?:(?:-\d\d){0,2}\.\.\d{4}(?:-\d\d){0,2}|(?:-\d\d){1,2})(?![\w/-]|\.[\w.])"
)
"""Dates as the data has them in running text; a year alone reads as it is."""
_DAY, _MONTH = 3, 2  # Parts of a date that is written to the day, to the month.


def phrase(slug: str) -> str:
    """A slug or the name of a field as words: `first-seen` is `first seen`."""
    if slug in _PROPER:
        return _PROPER[slug]
    words = " ".join(_PROPER.get(word, word) for word in re.split(r"[-_]", slug))
    for apart, written in _HYPHENED.items():
        words = re.sub(rf"\b{apart}\b", written, words)
    return words


def worded(value: enum.Enum) -> str:
    """A word of a vocabulary as readers are told it: `unrealized` is `did not come true`."""
    return _VALUES.get(value) or phrase(str(value.value))


def known_words(known: KnownThrough) -> str:
    """How the words of a provision are known, in a sentence without its full stop."""
    return _KNOWN[known][0]


def unseen_words(known: KnownThrough) -> str:
    """How far the text of a provision was not seen, in short; empty where it was."""
    return _KNOWN[known][1]


def spelled(slug: str, text: str) -> str:
    """A slug as words, those that are names with the letters and the signs that a text has."""
    return as_written(phrase(slug), text)


def label(slug: str) -> str:
    """A slug or the name of a field as the words at the head of a column or a line."""
    words = _FIELDS.get(slug) or phrase(slug)
    return words[:1].upper() + words[1:]


def path_words(path: str) -> str:
    """The path of a field as words: `existence/0/start`, without the numbers of parts.

    A provision is called by its place, as `provisions/391/topic` is `paragraph 391, topic`.
    """
    _, among, inside = path.partition("provisions/")
    if among:
        place, *rest = inside.split("/")
        title = provision_title(place)
        head = title if title == place else title[:1].lower() + title[1:]
        return ", ".join([head, *map(_step, rest)])
    return ", ".join(_step(step) for step in path.split("/") if not step.isdigit())


def _step(step: str) -> str:
    """A step of a path as words, unless it is a name already."""
    if not re.fullmatch(r"[a-z0-9_-]+", step):
        return step
    return _FIELDS.get(step) or phrase(step)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 source`, `2 sources`, `1,434 sources`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def date_words(date: PartialDate | Bound) -> str:
    """A date as people say it: `25 May 2011`, `May 1994`, `between 31 May and 3 June 1994`."""
    if isinstance(date, Bound):
        return "open" if date is Bound.OPEN else "not known"
    first, dots, second = date.text.strip("[]").partition("..")
    if not dots:
        return " ".join(_parts(first))
    one, two = _parts(first), _parts(second)
    shared = 0
    while len(one) == len(two) and one[shared - 1 :] == two[shared - 1 :]:
        shared -= 1
    one = one[:shared] if shared else one
    return f"between {' '.join(one)} and {' '.join(two)}"


def in_words(text: str) -> str:
    """A text with dates and slugs of several words as people say them, not as the data has them."""
    for slug, words in _PROPER.items():
        if "-" in slug:
            text = re.sub(rf"(?<![\w-]){slug}(?![\w-])", words, text)
    return _WRITTEN.sub(lambda match: _day(PartialDate(match[0])), text)


def _day(date: PartialDate) -> str:
    """A date as it stands in a sentence."""
    return date_words(date) if dated(date) else f"a day {date_words(date)}"


def _parts(text: str) -> list[str]:
    """Day, month and year in words, as far as they are written."""
    numbers = [int(part) for part in text.split("-")]
    words = [str(numbers[0])]
    if len(numbers) >= _MONTH:
        words.insert(0, MONTHS[numbers[1] - 1])
    if len(numbers) == _DAY:
        words.insert(0, str(numbers[2]))
    return words


def dated(date: PartialDate | dt.date) -> str:
    """A date as a machine reads it; empty where it is one unknown day of a range."""
    text = str(date)
    return "" if ".." in text else text


def anchor(text: str) -> str:
    """Text as an anchor on a page: `382 (p. 106)` is `382-p-106`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def provision_title(locator: str) -> str:
    """What a place in a document is called: `391` is `Paragraph 391`."""
    if not locator:
        return "Place not known"
    return f"Paragraph {locator}" if locator[0].isdigit() else locator[0].upper() + locator[1:]
