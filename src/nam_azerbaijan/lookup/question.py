"""What a text asks for, and the ways in which a record may say it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..dates import MONTHS
from ..text import LETTERS
from .words import ways_to_write

__all__ = ["Question", "Term", "asked"]

Term = tuple[str, ...]
"""Words, or phrases of words, in lower case: any one of them will do."""


class Question(NamedTuple):
    """What a text asks for.

    Attributes:
        text: the text.
        terms: what is looked for.
        pairs: words that follow one another, which say more where they do so in a record, too.
    """

    text: str
    terms: tuple[Term, ...]
    pairs: tuple[Term, ...]


# Words too small to be looked for where there are others.
_SMALL = frozenset(
    """
    a about all also am an and any are as at be became because become becomes been being but by
    came can come comes could did do does doing done for from get gets give gives go goes got
    had happen happened has have having he her him his how i if in into is it its made make
    makes me much my no not of off on or our out over please s said say says shall she
    should so some such take taken takes tell than that the their them then there these they
    this those to too took tried tries try under up upon us very want wanted wants was we went
    were what when where whether which while who whom whose why will with would you your
    """.split()  # noqa: SIM905
)

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b", re.IGNORECASE)


def asked(text: str) -> Question:
    """What a text asks for: its dates, symbols and words; small words where there are no others.

    A small word in capitals ("WHO") is an abbreviation, unless all of the text is in capitals.
    """
    found: list[Term] = []
    small: list[Term] = []
    pairs: list[Term] = []
    before: Term = ()
    shouted = text.isupper()
    for token, date in _tokens(_POSSESSIVE.sub("", text)):
        term = date or _word_term(token)
        if token.lower() in _SMALL and not (len(token) > 1 and token.isupper() and not shouted):
            small.append(term)
            before = ()
            continue
        if before and not date:
            pairs.append((f"{before[0]} {term[0]}",))
        found.append(term)
        before = () if date else term
    terms = dict.fromkeys(found or small)
    return Question(text.strip(), tuple(terms), tuple(dict.fromkeys(pairs)))


def _tokens(text: str) -> Iterator[tuple[str, Term]]:
    """The words and symbols of a text, and the dates, each with what asks for it."""
    end = 0
    for match in _DATE.finditer(text):
        if date := _date_term(match[0]):
            for token in _TOKEN.findall(text, end, match.start()):
                yield token, ()
            yield match[0], date
            end = match.end()
    for token in _TOKEN.findall(text, end):
        yield token, ()


def _word_term(token: str) -> Term:
    """What asks for a word, or for the words of a symbol or a compound in their order."""
    parts = _WORD.findall(token.lower().translate(LETTERS))
    if len(parts) == 1:
        return ways_to_write(token)
    ways = [" ".join(parts)]
    if "/" in token and parts[1] == "res":
        ways.append(f"resolution {' '.join(parts[2:])}")
    elif token.replace("-", "").isalpha():
        ways.append("".join(parts))
    return tuple(ways)


# Dates as people write them

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|\N{EN DASH}|to|and)\s*"
_DAY = rf"(?:{_NTH}{_TO})?{_NTH}"
_DATE = re.compile(
    rf"""(?aix) (?<![\w/.-]) (?:
        \d{{4}}-\d\d(?:-\d\d)?                              # 2020-03-31, 2020-03
        | \d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark)\d{{4}} # 31.3.2020, 3/31/2020
        | {_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?      # 31 March 2020, 31 March
        | {_MONTH}\s+{_DAY}(?:,?\s+\d{{4}}\b|\b)            # March 31, 2020
        | {_MONTH},?(?:\s+of)?\s+\d{{4}}                    # March 2020
    ) (?![\w/-])"""
)
_TWO_DAYS = re.compile(rf"(?ai)(?<![\d-])({_NTH}){_TO}({_NTH})(?![\d-])")


def _date_term(written: str) -> Term:
    """What asks for a date, or for either day of two; nothing if it is no date.

    A date by numbers is read day first and month first.
    """
    text = re.sub(r"(?i)\bof\b", "", written)
    found: dict[str, None] = {}
    for one in dict.fromkeys((_TWO_DAYS.sub(r"\1", text), _TWO_DAYS.sub(r"\2", text))):
        for day_first in (False,) if re.match(r"\d{4}", one) else (True, False):
            found.update(dict.fromkeys(_ways_to_write(one, day_first=day_first)))
    return tuple(found)


def _ways_to_write(text: str, *, day_first: bool) -> Iterator[str]:
    """A date as the data files write it, day first, and month first; nothing if it is none."""
    from dateutil import parser  # noqa: PLC0415  Needed for a date only.

    # What the text leaves open is what the default says.
    try:
        one = parser.parse(text, dayfirst=day_first, default=dt.datetime(2000, 1, 1))  # noqa: DTZ001
        two = parser.parse(text, dayfirst=day_first, default=dt.datetime(2004, 1, 2))  # noqa: DTZ001
    except (ValueError, OverflowError):
        return
    year = f"{one.year}" if one.year == two.year else ""
    day = one.day if one.day == two.day else 0
    name = MONTHS[one.month - 1].lower()
    yield f"{year} {one.month:02} {f'{day:02}' if day else ''}".strip()
    if day:
        yield f"{day} {name} {year}".strip()
        yield f"{name} {day} {year}".strip()
    else:
        yield f"{name} {year}".strip()
