"""The form in which a search compares words.

Texts and questions are read alike: "XVI" and "sixteenth" are "16th", British spelling is American,
and of words that the field uses for one thing one stands for all. Each word becomes one word, so
that places in a text stay the same; endings are left to the stemming of the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import fold

__all__ = ["compared", "ordinal", "words"]

# A hyphen parts words, but for the one of "co-operation".
_WORD = re.compile(r"[Cc]o-o[^\W_]+|[^\W_]+")

# Words that mean one thing here, led by the one that stands for them.
_GROUPS = """
    join: accede acceded accession admission admissions admit admitted
    aid: assistance
    art: article articles
    attend: attendance attendee attendees participant participants participate participated
        participating participation
    chair: chairman chairmen chairmanship chairmanships chairperson chairpersons preside presided
        presidency presides presiding
    claim: disagree disagreement disagrees dispute disputes
    count: counts many number numbers
    covid: coronavirus
    elect: election elections
    establish: establishment foundation founded founding
    extend: extension extensions prolong prolongation prolonged
    fn: footnote footnotes
    karabakh: garabag garabagh karabagh qarabag qarabagh
    leave: left withdraw withdrawal withdrawals withdrawn withdraws withdrew
    minister: ministerial ministerials
    nam: movement
    occupation: occupant occupied occupier occupy occupying
    para: paragraph paragraphs paras
    reject: decline declined declines refusal refuse refused refuses rejection
    suspend: suspension
    virtual: online video videoconference videoconferences
    vote: ballot ballots
    war: fighting hostilities
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
""".split()  # noqa: SIM905
_TENS = ("", "x", "xx", "xxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

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


_ALIKE = dict(_alike())
_SHORT = 4
"""The length of words that are spelled one way."""


class _Compared(dict[str, str]):
    """The form in which each word is compared, worked out when first met."""

    def __missing__(self, word: str) -> str:
        if word in ("V", "X"):
            form = ordinal(5 if word == "V" else 10)
        else:
            form = fold(word.replace("-", "")).replace(" ", "") or word.lower()
            if form not in _ALIKE and len(form) > _SHORT:
                form = _SPELLING.sub(lambda match: _AMERICAN[str(match.lastgroup)], form)
            form = _ALIKE.get(form, form)
        self[word] = form
        return form


_COMPARED = _Compared()


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, and where they stand."""
    return _WORD.finditer(text)


def compared(text: str) -> str:
    """The words of a text in the form in which they are compared, parted by spaces."""
    return " ".join(map(_COMPARED.__getitem__, _WORD.findall(text)))
