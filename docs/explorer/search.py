"""The page that searches the explorer, and the index that it reads."""

from __future__ import annotations

import json

from nam_azerbaijan import Dataset
from nam_azerbaijan.text import LETTERS

from .search_entries import search_entries
from .site import Site

__all__ = ["write"]

INDEX = "search-index.js"


def write(nam: Dataset, site: Site) -> None:
    """Write `find.html` and the index of all that was listed; call it last."""
    entries = search_entries(nam, site.entries)
    kinds = list(dict.fromkeys(one.kind for one in entries))
    index = {
        "letters": {chr(letter): plain for letter, plain in LETTERS.items()},
        "kinds": kinds,
        "entries": [(kinds.index(kind), *rest) for kind, *rest in entries],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # A script and no JSON file: a page that was opened as a file may load no other kind.
    site.write_text(INDEX, f"globalThis.namSearchIndex = {text};\n")
    site.render("search.html", "find.html", index=INDEX, entries=len(entries))
