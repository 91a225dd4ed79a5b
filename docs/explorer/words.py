"""Words for what records hold: fields, values, dates and places in documents."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from nam_azerbaijan import Bound, PartialDate

__all__ = [
    "anchor",
    "count",
    "date_words",
    "dated",
    "label",
    "path_words",
    "phrase",
    "provision_title",
    "spelled",
]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NOT_KNOWN = "day not known"
# Slugs and parts of them that are not written as they are pronounced.
_PROPER = {
    "africa": "Africa",
    "asia": "Asia",
    "europe": "Europe",
    "latin-america-and-caribbean": "Latin America and the Caribbean",
    "armenia-azerbaijan-conflict": "Armenia-Azerbaijan conflict",
    "nam": "NAM",
    "un": "UN",
    "unsc": "UNSC",
    "url": "URL",
    "us": "US",
}
_DAY, _MONTH = 3, 2  # Parts of a date that is written to the day, to the month.


def phrase(slug: str) -> str:
    """A slug or the name of a field as words: `first-seen` is `first seen`."""
    if slug in _PROPER:
        return _PROPER[slug]
    return " ".join(_PROPER.get(word, word) for word in re.split(r"[-_]", slug))


def spelled(slug: str, text: str) -> str:
    """A slug as words, those that are names with the capital letters that they have in a text."""
    return " ".join(_written(word, text) for word in phrase(slug).split())


def _written(word: str, text: str) -> str:
    """A word as the text has it within sentences."""
    within = rf"(?<=[a-z0-9,] |[a-z]-){re.escape(word)}\b"
    found = re.findall(within, text, re.IGNORECASE)
    return word if not found or word in found else str(found[0])


def label(slug: str) -> str:
    """A slug or the name of a field as the words at the head of a column or a line."""
    words = phrase(slug)
    return words[:1].upper() + words[1:]


def path_words(path: str) -> str:
    """The path of a field as words, without the numbers of parts: `existence/0/start`."""
    steps = [step for step in path.split("/") if not step.isdigit()]
    return ", ".join(phrase(step) if re.fullmatch(r"[a-z0-9_-]+", step) else step for step in steps)


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
