"""Text as it is compared, without case, accents or punctuation, and what is near it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["by_number", "fold", "near"]

_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Letters that do not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ə": "e",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
    }
)
_WORDS = {"st": "saint", "the": ""}


def fold(text: str) -> str:
    """`text` in lower case, without accents, its words parted by single spaces.

    "&" counts as "and", "St." as "Saint", and the article "the" does not count.
    """
    text = text.casefold().replace("&", " and ")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = _NOT_WORD.sub(" ", text).split()
    return " ".join(folded for word in words if (folded := _WORDS.get(word, word)))


def near(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """At most `count` of the known words that are nearest to `word`, nearest first."""
    import difflib  # noqa: PLC0415  Needed for a mistake only, not for a first answer.

    return difflib.get_close_matches(word, list(known), n=count, cutoff=0.65)


def by_number(key: str) -> list[tuple[int, str]]:
    """What ids are sorted by: their words, and their numbers by value, so that 10 follows 2."""
    return [(int(word), "") if word.isdigit() else (-1, word) for word in re.split(r"(\d+)", key)]
