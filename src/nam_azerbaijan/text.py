"""How text is compared: without case, accents or punctuation, and by nearness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["by_number", "did_you_mean", "fold", "near"]

# Letters that do not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ə": "e", "ø": "o", "đ": "d", "ł": "l", "æ": "ae"}
)
_NOT_ASCII_WORD = re.compile(r"[^a-z0-9]+")
_WORDS = {"st": "saint", "the": ""}


def fold(text: str) -> str:
    """`text` in lower case, without accents, its words parted by single spaces.

    Letters and digits of every script count. "&" counts as "and", "St." as "Saint", and the
    article "the" does not count. Text without a letter or a digit folds to nothing.
    """
    if text.isascii():
        words = _NOT_ASCII_WORD.sub(" ", text.lower().replace("&", " and ")).split()
    else:
        # Compatible forms come apart first, since some hide capitals, and again, since the lower
        # case of some letters is another such form.
        small = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
        plain = unicodedata.normalize("NFKD", small).translate(_LETTERS)
        words = "".join(map(_kept, plain)).split()
        words = [word for word in words if any(map(str.isalnum, word))]
    return " ".join(folded for word in words if (folded := _WORDS.get(word, word)))


def _kept(letter: str) -> str:
    """A letter, a digit or a vowel sign, such as those of Devanagari; nothing or a space else."""
    if letter.isalnum():
        return letter
    category = unicodedata.category(letter)
    if unicodedata.combining(letter) or category in ("Cf", "Me"):
        return ""  # Accents; marks that show the direction or a place to break a line.
    return letter if category in ("Mc", "Mn") else " "


def near(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """At most `count` of the known words that are nearest to `word`, nearest first."""
    import difflib  # noqa: PLC0415  Needed for a mistake only, not for a first answer.

    return difflib.get_close_matches(word, list(known), n=count, cutoff=0.65)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of an error message: the nearest known word, or else all of them."""
    words = list(known)
    guesses = near(word, words)
    return f"did you mean {guesses[0]!r}?" if guesses else f"known: {', '.join(words)}"


def by_number(key: str) -> list[tuple[int, str]]:
    """What ids are sorted by: their words, and their numbers by value, so that 10 follows 2."""
    parts = re.split(r"([0-9]+)", key)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
