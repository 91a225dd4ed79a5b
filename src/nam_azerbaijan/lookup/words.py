"""How words are compared in a search, and what a question asks for.

Texts and questions are read as words of one form: "XVI" and "sixteenth" are "16th", British
spelling is American, words that the field uses for one thing are one word. Each word of a text
becomes one word, so that places in it stay the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text import fold

__all__ = ["Term", "compared", "terms", "words"]

# A hyphen parts words, but for the one of "co-operation".
_WORD = re.compile(r"[Cc]o-o[^\W_]+|[^\W_]+")
_TOKEN = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b", re.IGNORECASE)

# Words too small to be looked for where there are others.
_SMALL = frozenset(
    """
    a about all also am an and any are as at be because been being but by can could did do does
    doing done for from give gives had has have having he her him his how i if in into is it its
    many me much my no not of off on or our out over s say says said shall she should so some such
    tell than that the their them then there these they this those to too under up upon us very was
    we were what when where whether which while who whom whose why will with would you your
    """.split()
)

# Words that mean one thing here, led by the one that stands for them.
_GROUPS = """
    join: accede acceded accession admission admissions admit admitted
    aid: assistance
    art: article articles
    attend: attendance attendee attendees participant participants participate participated
        participating participation
    chair: chairman chairmen chairmanship chairmanships chairperson chairpersons preside presided
        presidency presides presiding
    covid: coronavirus
    elect: election elections
    establish: establishment foundation founded founding
    extend: extension extensions prolong prolongation prolonged
    fn: footnote footnotes
    karabakh: garabag garabagh karabagh qarabag qarabagh
    leave: left withdraw withdrawal withdrawals withdrawn withdraws withdrew
    nam: movement
    occupation: occupant occupied occupier occupy occupying
    para: paragraph paragraphs paras
    reject: decline declined declines refusal refuse refused refuses rejection
    suspend: suspension
    virtual: online video videoconference videoconferences
    vote: ballot ballots
    azerbaijan: azerbaijani azerbaijanis azeri azeris
    armenia: armenian armenians
    cuba: cuban
    india: indian
    indonesia: indonesian
    iran: iranian
    russia: russian
    ukraine: ukrainian
    yugoslavia: yugoslav
    january: jan
    february: feb
    april: apr
    june: jun
    july: jul
    august: aug
    september: sep sept
    october: oct
    november: nov
    december: dec
    2: two
    3: three
    4: four
    5: five
    6: six
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve
    gray: grey
    fulfill: fulfil
    enroll: enrol
    program: programme
    programs: programmes
    judgment: judgement
"""
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()
_TENS, _ONES = ("", "x", "xx", "xxx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

# From British to American endings.
_SPELLING = re.compile(
    r"(?P<z>is)(?=(?:e|ed|er|ers|es|ing|ation|ations|ational)$)"
    r"|(?<=..)(?P<o>our)(?=(?:s|ed|ing|able|ful|ite|hood|ly)?$)"
    r"|(?<=[bt])(?P<er>re)(?=s?$)"
    r"|(?<=en)(?P<s>c)(?=es?$)"
    r"|(?<=og)(?P<g>ue)(?=s?$)"
    r"|(?<=....[eio]l)(?P<l>l)(?=(?:ed|ing|er|ers)$)"
)
_AMERICAN = {"z": "iz", "o": "or", "er": "er", "s": "s", "g": "", "l": ""}


def ordinal(number: int) -> str:
    """A number as an ordinal: 1st, 2nd, 11th."""
    last = 0 if number // 10 % 10 == 1 else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _alike() -> Iterator[tuple[str, str]]:
    """Each word that another stands for, and that one."""
    lead = ""
    for word in _GROUPS.split():
        if word.endswith(":"):
            lead = word[:-1]
        else:
            yield word, lead
    for number, word in enumerate(_ORDINALS, 1):
        yield word, ordinal(number)
    for ten, tens in enumerate(_TENS):
        for one, ones in enumerate(_ONES):
            if len(tens + ones) > 1:
                yield tens + ones, ordinal(10 * ten + one)


class _Compared(dict[str, str]):
    """The form in which each word is compared, worked out when first met."""

    _ALIKE = dict(_alike())

    def __missing__(self, word: str) -> str:
        if word in ("V", "X"):
            form = ordinal(5 if word == "V" else 10)
        else:
            form = fold(word.replace("-", "")).replace(" ", "") or word.lower()
            if form not in self._ALIKE and len(form) > 4:
                form = _SPELLING.sub(lambda match: _AMERICAN[str(match.lastgroup)], form)
            form = self._ALIKE.get(form, form)
        self[word] = form
        return form


_COMPARED = _Compared()


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, and where they stand."""
    return _WORD.finditer(text)


def compared(text: str) -> str:
    """The words of a text in the form in which they are compared, parted by spaces."""
    return " ".join(map(_COMPARED.__getitem__, _WORD.findall(text)))


# Dates

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_UNTIL = r"(?:st|nd|rd|th)?\s*(?:-|\N{EN DASH}|to|and)\s*(?=\d)"
_DAY = rf"(?:\d{{1,2}}{_UNTIL})?\d{{1,2}}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""(?aix) (?<![\w/.-]) (?:
        \d{{4}}-\d\d(?:-\d\d)?                              # 2020-03-31, 2020-03
        | \d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark)\d{{4}} # 31.3.2020, 3/31/2020
        | {_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?      # 31 March 2020, 31 March
        | {_MONTH}\s+{_DAY}(?:,?\s+\d{{4}}\b|\b)            # March 31, 2020
        | {_MONTH},?(?:\s+of)?\s+\d{{4}}                    # March 2020
    ) (?![\w/-])"""
)
_FIRST_OF_TWO = re.compile(rf"(?ai)(?<![\d-])\d{{1,2}}{_UNTIL}(?=\d{{1,2}}(?!\d))")
_SECOND_OF_TWO = re.compile(rf"(?ai)(?<=\d){_UNTIL}\d{{1,2}}(?:st|nd|rd|th)?(?!\d)")


def _parsed(text: str, *, day_first: bool) -> tuple[int | None, int, int | None] | None:
    """The year, month and day that a date names; `None` for what it leaves open, or is no date."""
    from dateutil import parser  # noqa: PLC0415  Needed for a date only.

    ends = []
    for default in (dt.datetime(2000, 1, 1), dt.datetime(2004, 1, 2)):  # noqa: DTZ001
        try:
            ends.append(parser.parse(text, dayfirst=day_first, default=default))
        except (ValueError, OverflowError):
            return None
    one, other = ends
    return (
        one.year if one.year == other.year else None,
        one.month,
        one.day if one.day == other.day else None,
    )


def _ways(year: int | None, month: int, day: int | None) -> Iterator[str]:
    """How a text may write a date: as the data files do, day first, or month first."""
    name = compared(dt.date(2000, month, 1).strftime("%B"))
    behind = f" {year}" if year else ""
    yield f"{f'{year} ' if year else ''}{month:02}{f' {day:02}' if day else ''}"
    if day:
        yield f"{day} {name}{behind}"
        yield f"{name} {day}{behind}"
    else:
        yield f"{name}{behind}"


def _date_term(written: str) -> Term:
    """What asks for a date, or for either day of two; nothing if it is no date."""
    text = re.sub(r"(?i)\bof\b", "", written)
    both = _FIRST_OF_TWO.search(text)
    texts = [text] if both is None else [text.replace(both[0], ""), _SECOND_OF_TWO.sub("", text)]
    found: list[str] = []
    for one in texts:
        for day_first in (False,) if re.match(r"\d{4}", one) else (True, False):
            date = _parsed(one, day_first=day_first)
            if date is not None:
                found.extend(_ways(*date))
    return tuple(dict.fromkeys(found))


# Questions

Term = tuple[str, ...]
"""Words, or phrases of words, in the form in which they are compared: any one of them will do."""


class Question(NamedTuple):
    """What a text asks for.

    Attributes:
        terms: what is looked for.
        pairs: words that follow one another, which say more where they do so in a text, too.
        plain: all of it, as names are compared.
    """

    terms: tuple[Term, ...]
    pairs: tuple[Term, ...]
    plain: str


_LONG = {
    "eu": "european union",
    "uk": "united kingdom",
    "un": "united nations",
    "us": "united states",
    "usa": "united states",
    "ussr": "soviet union",
}


def asked(text: str) -> Question:
    """What a text asks for: its words, symbols and dates. Small words count only among their like."""
    found: list[Term] = []

    def take(match: re.Match[str]) -> str:
        term = _date_term(match[0])
        if term:
            found.append(term)
        return " | " if term else match[0]

    tokens = re.findall(rf"{_TOKEN.pattern}|\|", _DATE.sub(take, _POSSESSIVE.sub("", text)))
    shouted = text == text.upper()
    pairs: list[Term] = []
    last = ""
    for token in tokens:
        if token.lower() in _SMALL and (shouted or len(token) == 1 or not token.isupper()):
            last = ""
            continue
        if token == "|":
            last = ""
            continue
        term = _term(token)
        if last and term:
            pairs.append((f"{last} {term[0]}",))
        if term:
            found.append(term)
            last = term[0]
    if not found:
        found.extend((compared(token),) for token in tokens if token != "|")
    return Question(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(pairs)), compared(text))


def _term(token: str) -> Term:
    """What asks for a word, or for the words of a symbol or a compound in this order."""
    phrase = compared(token)
    ways = [phrase]
    parts = phrase.split()
    if "/" in token:
        if parts[0] in ("a", "s") and parts[1] == "res":
            ways.append(f"resolution {' '.join(parts[2:])}")
    elif len(parts) > 1 and token.replace("-", "").isalpha():
        ways.append(compared(token.replace("-", "")))
    elif re.fullmatch(r"(?a)\d{1,2}", token):
        ways.append(ordinal(int(token)))
    elif phrase in _LONG:
        ways.append(_LONG[phrase])
    elif phrase.startswith("non") and len(phrase) > 6:
        ways.append(f"non {phrase[3:]}")
    return tuple(dict.fromkeys(ways))
