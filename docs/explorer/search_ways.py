"""Which words of the index answer another word: the library's synonyms, spellings, ordinals."""

from __future__ import annotations

from collections.abc import Iterable

from nam_azerbaijan.lookup.words import ways_to_write
from nam_azerbaijan.text import fold

__all__ = ["ways"]

# Numbers are asked for as they are where only their ordinals stand in the index.
_NUMBERS = tuple(map(str, range(1, 100)))


def ways(texts: Iterable[str]) -> dict[str, list[str]]:
    """For each word that stands for others of some texts, these others, in order."""
    held = {word for text in texts for word in fold(text).split() if word.isalnum()}
    asked = {way for word in held for way in ways_to_write(word) if " " not in way}
    found = {}
    for word in sorted({*held, *asked, *_NUMBERS}):
        others = [one for one in ways_to_write(word) if one in held and one != word]
        if others:
            found[word] = others
    return found
