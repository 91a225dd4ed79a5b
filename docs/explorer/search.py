"""The page that searches the explorer, and the index that it reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from nam_azerbaijan import Dataset
from nam_azerbaijan.text import LETTERS, fold

from .search_entries import Entry, search_entries
from .search_guide import GUIDE_INDEX, guide_pages
from .search_ways import ways
from .site import Site

__all__ = ["write"]

INDEX = "search-index.js"


def write(nam: Dataset, site: Site) -> None:
    """Write `find.html` and the index of all that was listed; call it last.

    Where a guide stands beside the explorer, its pages are found too.
    """
    guide = site.out / GUIDE_INDEX if site.templates.globals["guide"] else None
    entries = search_entries(nam, [*site.entries, *(guide_pages(guide) if guide else ())])
    kinds = list(dict.fromkeys(one.kind for one in entries))
    index = {
        "letters": {chr(letter): plain for letter, plain in LETTERS.items()},
        "kinds": kinds,
        "ways": ways(text for one in entries for text in _texts(one)),
        "entries": [_row(one, kinds) for one in entries],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # A script and no JSON file: a page that was opened as a file may load no other kind.
    site.write_text(INDEX, f"globalThis.namSearchIndex = {text};\n")
    site.render("search.html", "find.html", index=INDEX, entries=len(entries))


def _texts(entry: Entry) -> list[str]:
    """What is searched of an entry."""
    return [entry.title, *entry.names, entry.said, entry.keywords, entry.named]


def _row(entry: Entry, kinds: Sequence[str]) -> tuple[int | float | str | list[str], ...]:
    """An entry as the page reads it; no word stands twice in it that is only to be found."""
    called = {fold(one): one for one in reversed((entry.title, *entry.names))}
    names = [one for one in dict.fromkeys(reversed(called.values())) if one != entry.title]
    known = [entry.title, *names, entry.said]
    keywords = _new(entry.keywords, known)
    named = _new(entry.named, [*known, keywords])
    kind = kinds.index(entry.kind)
    return kind, entry.path, entry.title, keywords, entry.said, entry.weight, names, named


def _new(words: str, texts: Iterable[str]) -> str:
    """The words that the texts do not have, each once."""
    held = {word for text in texts for word in fold(text).split()}
    held.add("")  # What "the" folds to.
    return " ".join(word for word in dict.fromkeys(words.split()) if fold(word) not in held)
