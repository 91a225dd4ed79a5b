"""Full-text search over the rows of all collections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..store import Row, Rows
from ..text import fold

__all__ = ["SearchIndex"]

# Fields that name a record; a match there is the better one.
_NAMING = ("name", "names", "title", "aliases", "symbols", "abbreviation", "spellings")
# Fields that hold ids of other records, codes and addresses rather than words about the record.
_SILENT = frozenset(
    {
        "about",
        "actors",
        "adopted_by",
        "began_at",
        "body",
        "codes",
        "corresponds_to",
        "document",
        "ended_at",
        "existence",
        "head_of_delegation",
        "host",
        "meeting",
        "organization",
        "parent",
        "part_of",
        "party",
        "person",
        "predecessor",
        "predecessors",
        "record",
        "sources",
        "state",
        "stated_in",
        "succeeded_by",
        "successors",
        "term",
        "url",
        "votes",
    }
)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in _SILENT:
                yield from _texts(item)


class SearchIndex:
    """Folded text of every record: that of its names, and all of it."""

    def __init__(self, collections: Mapping[str, Rows]) -> None:
        self._entries = tuple(
            (collection, key, _folded(_naming(row)), _folded(row))
            for collection, rows in collections.items()
            for key, row in rows.items()
        )

    def search(self, text: str) -> Iterator[tuple[str, str]]:
        """Collection and id of the records that have all words of `text`, best first."""
        sought = fold(text)
        if not sought:
            return
        words = [f" {word}" for word in sought.split()]
        found = []
        for place, (collection, key, names, everything) in enumerate(self._entries):
            if all(word in everything for word in words):
                if f"\n {sought} \n" in names:
                    rank = 0
                elif f" {sought} " in names:
                    rank = 1
                elif all(word in names for word in words):
                    rank = 2
                else:
                    rank = 3 if f" {sought} " in everything else 4
                found.append((rank, place, collection, key))
        for _, _, collection, key in sorted(found):
            yield collection, key


def _naming(row: Row) -> Row:
    return {name: row[name] for name in _NAMING if name in row}


def _folded(row: Row) -> str:
    return "".join(f"\n {fold(text)} \n" for text in _texts(row))
