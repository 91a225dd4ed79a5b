"""The ways to write a word: other words for it, other spellings, an ordinal in words or Roman.

Endings and accents are left to the index, which stems words and takes accents off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import LETTERS

__all__ = ["ordinal", "ways_to_write"]

# Words that mean one thing in this field, a line for each; of those with one stem one will do.
_GROUPS = """
    accession admission admit join
    aid assistance
    armenia armenian
    art article
    attend attendance participate participant
    azerbaijan azerbaijani azeri
    ballot vote
    chair chairman chairmanship chairperson preside
    claim disagree dispute
    coronavirus covid
    count many number
    cuba cuban
    decline refuse refusal reject
    establish founded foundation
    extend extension prolong
    fighting hostilities war
    fn footnote
    artsakh garabagh karabagh karabakh qarabag
    india indian
    indonesia indonesian
    iran iranian
    khankandi khankendi stepanakert xankendi
    leave left withdraw withdrawal withdrew
    minister ministerial
    movement nam
    occupant occupation occupier occupy
    online video videoconference virtual
    para paragraph
    russia russian
    saint st
    shusha shushi
    suspend suspension
    ukraine ukrainian
    yugoslav yugoslavia
    jan january
    feb february
    apr april
    jun june
    jul july
    aug august
    sep sept september
    oct october
    nov november
    dec december
    2 two
    3 three
    4 four
    5 five
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    eu european_union
    uk united_kingdom
    un united_nations
    united_states us usa
    soviet_union ussr
    enrol enroll
    fulfil fulfill
    gray grey
    judgement judgment
"""
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_TENS = ("", "x", "xx", "xxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

# British and American endings, in both directions.
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"(?<=..)is(e|ed|er|ers|es|ing|ation|ations|ational)$", r"iz\1"),
        (r"(?<=..)iz(e|ed|er|ers|es|ing|ation|ations|ational)$", r"is\1"),
        (r"(?<=..)our(|s|ed|ing|able|ful|ite|hood)$", r"or\1"),
        (r"(?<=..[^aeiou])or(|s|ed|ing|able|ful|ite|hood)$", r"our\1"),
        (r"(?<=[bt])re(|s|d)$", r"er\1"),
        (r"(?<=..[bt])er(|s|ed)$", r"re\1"),
        (r"(?<=..en)c(es?)$", r"s\1"),
        (r"(?<=..en)s(es?)$", r"c\1"),
        (r"(?<=og)ue(s?)$", r"\1"),
        (r"(?<=.[ao]log)(s?)$", r"ue\1"),
        (r"(?<=program)me(s?)$", r"\1"),
        (r"(?<=program)(s?)$", r"me\1"),
        (r"(?<=...[eio])ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=...[eio])l(ed|ing|er|ers)$", r"ll\1"),
    )
)
# What is taken off a word that stands in no group, where what is left does.
_ENDINGS = ("s", "es", "d", "ed", "ing")


def ordinal(number: int) -> str:
    """A number as an ordinal: 1st, 2nd, 11th."""
    last = 0 if number // 10 % 10 == 1 else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _groups() -> Iterator[tuple[str, ...]]:
    """Words of which one may stand for another."""
    for line in _GROUPS.strip().splitlines():
        yield tuple(word.replace("_", " ") for word in line.split())
    words = dict(enumerate(_ORDINALS.split(), 1))
    for ten, tens in enumerate(_TENS):
        for one, ones in enumerate(_ONES):
            number, roman = 10 * ten + one, tens + ones
            if number:
                written = (ordinal(number), words.get(number, ""), roman if number > 1 else "")
                yield tuple(word for word in written if word)


_ALIKE = {word: group for group in _groups() for word in group}


def ways_to_write(word: str) -> tuple[str, ...]:
    """How a text may write a word: as it stands, as others for it, in British and American.

    A figure may also be an ordinal, but an ordinal no mere figure. "v" and "x" are Roman numerals
    where they are capitals. A hyphen may part "co-operation" and "non-aligned", or none.
    """
    lower = word.lower().translate(LETTERS)
    ways = [lower]
    if lower not in ("v", "x") or word.isupper():
        ways.extend(_group_of(lower))
    if re.fullmatch(r"(?a)\d{1,2}", word):
        ways.append(ordinal(int(word)))
    for pattern, other in _SPELLINGS:
        if pattern.search(lower):
            ways.append(pattern.sub(other, lower))
    if match := re.fullmatch(r"(co|non)(o.+|(?<=non).+)", lower):
        ways.append(f"{match[1]} {match[2]}")
    return tuple(dict.fromkeys(ways))


def _group_of(word: str) -> tuple[str, ...]:
    """The words that may stand for a word, or for it without its ending."""
    stems = (word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)))
    return next((_ALIKE[stem] for stem in stems if stem in _ALIKE), ())
