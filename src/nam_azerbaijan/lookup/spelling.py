"""How names are spelt elsewhere: rules by which a text that is no known name may mean one.

A known name is compared by its words, whatever their order: "Korea, Democratic People's Republic
of" has those of "Democratic People's Republic of Korea". The tables say which words are written
short, which do not count, and which tell only what form of state it is. Names are spelt by rule
or not at all; what no rule covers is an alias in the data.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from ..text import fold

__all__ = ["NamedParts", "Spellings"]

# What stands for other words, and for which; alternatives are parted by "|".
SHORT = {
    "n": "north|northern",
    "s": "south|southern",
    "e": "east|eastern",
    "w": "west|western",
    "eq": "equatorial",
    "is": "islands",
    "isl": "islands|islamic",
    "isds": "islands",
    "sts": "states",
    "people": "peoples",
    "peop": "peoples",
    "dem": "democratic",
    "soc": "socialist",
    "fed": "federal|federated|federation",
    "rep": "republic",
    "repub": "republic",
    "r": "republic",
    "ar": "arab republic",
    "dr": "democratic republic",
    "dpr": "democratic peoples republic",
    "fr": "federal republic",
    "fs": "federated states",
    "fyr": "former yugoslav republic",
    "tfyr": "former yugoslav republic",
    "ir": "islamic republic",
    "pdr": "peoples democratic republic",
    "pr": "peoples republic",
    "rb": "bolivarian republic",
    "sr": "socialist republic",
    "sfr": "socialist federal republic",
    "ur": "united republic",
}

# Articles, "of" and "and" in languages that part them from the name.
SMALL = {
    *("and", "da", "das", "de", "del", "des", "do", "dos", "du", "el", "et"),
    *("la", "las", "le", "les", "los", "of", "y"),
}

# What tells a form of state. A name may lack words of its form, or have those of another name of
# the same state: "Republic of Turkey" by "Republic of Türkiye".
FORMS = {
    *("arab", "bolivarian", "co", "commonwealth", "confederation", "cooperative", "democratic"),
    *("duchy", "emirate", "empire", "federal", "federated", "federation", "federative", "grand"),
    *("hashemite", "independent", "islamic", "kingdom", "national", "operative", "oriental"),
    *("peoples", "plurinational", "popular", "principality", "republic", "socialist", "state"),
    *("sultanate", "union", "united"),
}
# Words of form that are given to states which do not call themselves so.
ANY_STATE = {"commonwealth", "republic"}

# Remarks beside a name that do not say which state is meant; "l" is the article of "Andorre (l')".
REMARKS = {"country", "former", "l", "mainland"}

# Words that tell too little beside words cut short: "Mar. Is." might be any islands.
COMMON = FORMS | {"east", "islands", "new", "north", "saint", "south", "west"}

_APOSTROPHE_S = re.compile(r"(?<=\w)['`\u00b4\u02bb\u02bc\u2018\u2019\u2032]s\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ALTERNATIVES = re.compile(r"[/|;:=]| [-\u2013\u2014] |\b(?:formerly|now|or)\b", re.IGNORECASE)
_FORMER = re.compile(r"^\W*(?:former|ex)\b|\bformer\W*$", re.IGNORECASE)
_EXCEPT = re.compile(r"\bexcl(?:\.|uding\b).*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_POSSESSIVE = re.compile(r"\bpeople s\b")
_ELIDED = re.compile(r"\b[dl] (?=[aeiouhy])")
_INITIALS = re.compile(r"\b\w(?: \w)+\b")
_CUT_SHORT = re.compile(r"(\w{3,})\.")
# No name needs as much; more would only cost time.
_LONGEST, _MOST_WORDS, _MOST_WAYS = 200, 14, 64

Id = TypeVar("Id", bound=Hashable)
Words = tuple[str, ...]
"""The words of a name that count, in the order of the alphabet."""


class NamedParts(NamedTuple):
    """What a text may mean.

    Attributes:
        parts: the known names that each part of the text may stand for; they must mean one state.
        year: the year that the text gives beside the name, if it does.
    """

    parts: tuple[frozenset[str], ...]
    year: str | None = None


class Spellings:
    """The known names of states, to be found by other spellings of them.

    Args:
        owners: the states of each known name, folded.
    """

    def __init__(self, owners: Mapping[str, frozenset[str]]) -> None:
        self._owners = owners

    def read(self, text: str) -> NamedParts | None:
        """What a text may mean, or `None` where no rule makes a known name of it.

        The text is taken whole if it can be, as an inverted name, and else in parts.
        """
        import html  # noqa: PLC0415  Large, and needed for no known name.

        if len(text) > _LONGEST:
            return None
        text = unicodedata.normalize("NFKC", _APOSTROPHE_S.sub("s", html.unescape(text)))
        bare = _EXCEPT.sub("", _BRACKETS.sub(_without_remark, text))
        for whole in (text, bare):
            if names := self._names_of(whole):
                return NamedParts((names,))
        outside, beside = _BRACKETS.sub(" ", bare), _BRACKETS.findall(bare)
        return self._read_parts(
            part for one in (outside, *beside) for part in _ALTERNATIVES.split(one)
        )

    def _read_parts(self, parts: Iterable[str]) -> NamedParts | None:
        """What a text of several parts means, or `None` where one of them is not known."""
        found: list[frozenset[str]] = []
        year = None
        for part in parts:
            if _is_remark(part):
                continue
            if year is None and _YEAR.fullmatch(part.strip()):
                year = part.strip()
                continue
            fewest = 1 if found else 2
            names = self._names_of(part, fewest) or self._names_of(_FORMER.sub("", part), fewest)
            if not names:
                return None
            found.append(names)
        return NamedParts(tuple(found), year) if found else None

    def _names_of(self, text: str, fewest: int = 2) -> frozenset[str]:
        """The known names that a text without remarks may stand for; none if it is not known.

        Args:
            text: the text.
            fewest: how many words it must have where it lacks those of the form of state:
                "Malagasy" names a state in "Madagascar (Malagasy)", but not alone.
        """
        folded = fold(text)
        if folded in self._owners:
            return frozenset({folded})
        # "Cote DIvoire", "U.A.E."
        if names := self._without_spaces.get(folded.replace(" ", "")):
            return frozenset(names)
        ways = list(itertools.islice(_ways(folded), _MOST_WAYS))
        names = [name for words in ways for name in self._by_words.get(words, ())]
        if not names:
            long = (words for words in ways if len(words) >= fewest)
            names = [name for words in long for name in self._of_one_form(words)]
        return frozenset(names or self._by_beginnings(text, ways))

    def _of_one_form(self, words: Words) -> Iterable[str]:
        """The names that differ from some words by words that tell the form of state.

        Where several states have such names, as the two Koreas, it is those with a name that has
        all the words. Else the words must be those that the state has in some name.
        """
        stem, form = _stem(words), FORMS.intersection(words)
        names = self._by_stem.get(stem, ()) if stem else ()
        owners = {owner for name in names for owner in self._owners[name]}
        if len(owners) != 1:
            return [name for name in names if form <= set(_words(name))]
        new = form - self._forms[owners.pop()]
        if not new <= ANY_STATE:
            return ()
        return [*names, *(self._beginning_alike(stem[0], form) if new else ())]

    def _beginning_alike(self, start: str, form: set[str]) -> Iterator[str]:
        """The names of some form with a word that begins in some way.

        So "Dominica Republic" may mean the Dominican Republic.
        """
        for name in self._owners:
            words = name.split()
            if form.issubset(words) and any(word.startswith(start) for word in words):
                yield name

    def _by_beginnings(self, text: str, ways: Iterable[Words]) -> Iterator[str]:
        """The names of two or more words some of which a text cuts short with a full stop."""
        cut = set(_counting(fold(word) for word in _CUT_SHORT.findall(text))) - SHORT.keys()
        for words in ways:
            whole = [word for word in words if word not in cut]
            beginnings = [word for word in words if word in cut]
            if len(beginnings) > 1 or (beginnings and not COMMON.issuperset(whole)):
                for known, names in self._by_words.items():
                    if _begin(known, whole, beginnings):
                        yield from names

    @functools.cached_property
    def _without_spaces(self) -> Mapping[str, list[str]]:
        return _grouped((name.replace(" ", ""), name) for name in self._owners)

    @functools.cached_property
    def _by_words(self) -> Mapping[Words, list[str]]:
        return _grouped((_words(name), name) for name in self._owners)

    @functools.cached_property
    def _by_stem(self) -> Mapping[Words, list[str]]:
        """The names by what is left of them without form, and with singulars for plurals."""
        stems = [(name, _stem(_words(name))) for name in self._owners]
        return _grouped(
            (key, name)
            for name, stem in stems
            # "Philippine Republic".
            for key in {stem, tuple(sorted(word.removesuffix("s") for word in stem))}
        )

    @functools.cached_property
    def _forms(self) -> Mapping[str, set[str]]:
        """The words of form that each state has in some name."""
        found: dict[str, set[str]] = {}
        for name, owners in self._owners.items():
            for owner in owners:
                found.setdefault(owner, set()).update(FORMS.intersection(_words(name)))
        return found


def _is_remark(text: str) -> bool:
    """Whether a text does not say which state is meant, as "(the)" and "(country)"."""
    return REMARKS.union(SMALL).issuperset(fold(text).split())


def _without_remark(bracket: re.Match[str]) -> str:
    return " " if _is_remark(bracket[1]) else bracket[0]


def _words(folded: str) -> Words:
    """The words of a known name that count."""
    return _counting(_plain(folded).split())


def _counting(words: Iterable[str]) -> Words:
    return tuple(sorted(word for word in words if word not in SMALL))


def _plain(folded: str) -> str:
    """A folded name with what an apostrophe parted: "people s" joined, "d ivoire" without "d"."""
    return _ELIDED.sub("", _POSSESSIVE.sub("peoples", folded))


def _begin(known: Words, whole: list[str], beginnings: list[str]) -> bool:
    """Whether a known name has some whole words, and others that begin in some ways."""
    if len(known) != len(whole) + len(beginnings):
        return False
    rest = list(known)
    for word in whole:
        if word not in rest:
            return False
        rest.remove(word)
    return all(map(str.startswith, rest, beginnings))


def _stem(words: Words) -> Words:
    return tuple(word for word in words if word not in FORMS)


def _ways(folded: str) -> Iterator[Words]:
    """The words that a folded text may stand for, what is short written out."""
    words = _INITIALS.sub(lambda found: found[0].replace(" ", ""), _plain(folded)).split()
    if len(words) <= _MOST_WORDS:
        for way in itertools.product(*(SHORT.get(word, word).split("|") for word in words)):
            yield _counting(" ".join(way).split())


def _grouped(pairs: Iterable[tuple[Id, str]]) -> dict[Id, list[str]]:
    found: dict[Id, list[str]] = {}
    for key, name in pairs:
        found.setdefault(key, []).append(name)
    return found
