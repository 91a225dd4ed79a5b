"""Text as it is compared: without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

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
