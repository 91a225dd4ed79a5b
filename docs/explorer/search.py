"""The page that searches the explorer, and the index that it reads."""

from __future__ import annotations

import json
from typing import Any

from nam_azerbaijan import Dataset
from nam_azerbaijan.text import LETTERS

from .site import Listed, Site

__all__ = ["write"]

INDEX = "search-index.js"


def write(nam: Dataset, site: Site) -> None:
    """Write `search.html` and the index of all that was listed; call it last."""
    kinds = list(dict.fromkeys(one.kind for one in site.entries))
    index = {
        "letters": {chr(letter): plain for letter, plain in LETTERS.items()},
        "kinds": kinds,
        "entries": [_row(one, kinds) for one in site.entries],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # A script and no JSON file: a page that was opened as a file may load no other kind.
    site.write_text(INDEX, f"globalThis.namSearchIndex = {text};\n")
    site.render("search.html", "search.html", index=INDEX, entries=len(site.entries))


def _row(one: Listed, kinds: list[str]) -> list[Any]:
    """An entry as the script reads it: the number of its kind, address, title, keywords."""
    return [kinds.index(one.kind), one.path, one.title, one.keywords]
