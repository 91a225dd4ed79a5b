"""The pages of the guide beside the explorer, as Sphinx lists them for its own search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .site import Listed

__all__ = ["GUIDE_INDEX", "guide_pages"]

GUIDE_INDEX = "searchindex.js"
"""What Sphinx writes for its search."""
_CALL = "Search.setIndex("
# A page with more headings lists what has a page of its own: the disputes, the changes.
_MOST = 60


def guide_pages(path: Path) -> Iterator[Listed]:
    """Each page of the guide with its headings; nothing where the guide was not written yet.

    Args:
        path: the index that Sphinx wrote.

    Raises:
        ValueError: Sphinx writes its index in another form.
    """
    if not path.is_file():
        return
    text = path.read_text("utf-8").strip()
    if not text.startswith(_CALL):
        message = f"{path} does not begin with {_CALL}"
        raise ValueError(message)
    index = json.loads(text.removeprefix(_CALL).removesuffix(")"))
    headings: dict[int, list[str]] = {}
    for heading, places in index["alltitles"].items():
        for page, _ in places:
            headings.setdefault(page, []).append(heading)
    for page, (name, title) in enumerate(zip(index["docnames"], index["titles"], strict=True)):
        own = sorted(headings.get(page, ()))
        words = " ".join(own) if len(own) <= _MOST else ""
        kind = "reference" if name.startswith("api/") else "page of the guide"
        yield Listed(f"{name}.html", title, kind, words)
