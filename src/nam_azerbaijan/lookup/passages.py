"""What of a record is searched: the passages of its row, by what they are about."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..records import record_class
from ..records.base import Answer, Citation
from ..records.walk import FieldType, field_types
from ..store import Row
from .words import ordinal

__all__ = ["COLUMNS", "Passage", "names_of", "passages"]

COLUMNS = ("name", "linked", "body", "citations")
"""What a passage is about: the names of the record, the names of records that it refers to and
the kind of thing that it is, what else it says, what its citations say."""
_NAME, _LINKED, _BODY, _CITATIONS = range(4)

_NAMING = frozenset(
    {"abbreviation", "aliases", "author", "city", "name", "spellings", "symbol", "symbols", "title"}
)
# Records whose id is the only name that they have.
_NAMELESS = frozenset(
    {"applications", "chairmanships", "chairpersons", "memberships", "participations"}
)
# Addresses, codes and words about an entry rather than about what it records.
_SILENT = frozenset(
    {
        "accessed",
        "codes",
        "comparison",
        "computation",
        "id",
        "licence",
        "preferred",
        "seen",
        "series",
        "url",
    }
)


Passage = tuple[int, str, str]
"""The place in `COLUMNS` of what some words are about, the field that they stand in, the words."""
Linked = Callable[[str], str]
"""Gives what a record is called where another refers to it."""
_TextsOf = Callable[[Any, Linked], Iterator[tuple[int, str]]]
"""Gives the columns and texts of a value of a field."""


def passages(collection: str, row: Row, linked: Linked) -> Iterator[Passage]:
    """The passages of a record, in the order of its fields.

    Args:
        collection: the kind of record.
        row: its row.
        linked: gives what the records are called that it refers to.
    """
    yield (_NAME if collection in _NAMELESS else _LINKED), "id", row["id"]
    yield _LINKED, "id", _kind_of(collection)
    if collection == "principles":
        yield _NAME, "set", f"{row['set']} principles"
    if row.get("closed"):
        yield from ((_BODY, "closed", day) for day in _days_between(row["opened"], row["closed"]))
    for name, read in _readers_of(collection):
        value = row.get(name)
        if value is not None and value != "":
            for column, text in read(value, linked):
                yield column, name, text


def names_of(collection: str, row: Row, linked: Linked) -> str:
    """What a record is called where another refers to it: its name, and where or when it was."""
    match collection:
        case "states":
            return str(row["names"][-1]["name"])
        case "organizations":
            return f"{row['name']} {row.get('abbreviation', '')}"
        case "meetings":
            host = linked(row["host"]) if row.get("host") else ""
            return f"{row['name']}, {row.get('city', '')}, {host}, {row['opened']}"
        case "sources":
            return str(row.get("author") or row.get("publisher") or row["title"])
    return str(row.get("name") or row.get("title") or row["id"])


def _days_between(opened: str, closed: str) -> Iterator[str]:
    """The days between the first and the last of a meeting, where both are known."""
    try:
        first, last = map(dt.date.fromisoformat, (opened, closed))
    except ValueError:
        return
    for number in range(first.toordinal() + 1, last.toordinal()):
        yield dt.date.fromordinal(number).isoformat()


@functools.cache
def _kind_of(collection: str) -> str:
    return str(record_class(collection).__name__)


@functools.cache
def _readers_of(collection: str) -> tuple[tuple[str, _TextsOf], ...]:
    """How the fields of a kind of record are read, its citations and note last."""
    last = ("sources", "note")
    return tuple(sorted(_readers(record_class(collection)), key=lambda one: one[0] in last))


@functools.cache
def _readers(cls: type) -> tuple[tuple[str, _TextsOf], ...]:
    """How the fields of a class are read, but for those that say nothing."""
    return tuple(
        (field.name, _reader(field))
        for field in field_types(cls).values()
        if field.name not in _SILENT and field.cls is not bool
    )


def _reader(field: FieldType) -> _TextsOf:  # noqa: PLR0911
    column = _NAME if field.name in _NAMING else _BODY
    if field.refers:
        return _read_references
    if field.cls is Citation:
        return _read_citations
    if field.has_parts:
        return functools.partial(_read_parts, _readers(field.cls), column)
    if field.cls is Answer:
        return functools.partial(_read_answer, field.name.replace("_", " "))
    if issubclass(field.cls, enum.Enum):
        column = _LINKED
    if field.name == "number":
        return functools.partial(_read_number, column)
    if field.name == "locator":
        return functools.partial(_read_locator, column)
    return functools.partial(_read_value, column)


def _read_value(column: int, value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    if isinstance(value, str):
        yield column, value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _read_value(column, item, linked)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _read_value(column, item, linked)
    elif not isinstance(value, bool):
        yield column, str(value)


def _read_references(value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    for key in (value,) if isinstance(value, str) else value:
        yield _LINKED, linked(key)


def _read_citations(value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    for one in value:
        said = f"{linked(one['source'])}, {one.get('locator', '')}: {one.get('says', '')}"
        yield _CITATIONS, said.rstrip(": ")


def _read_parts(
    readers: tuple[tuple[str, _TextsOf], ...], column: int, value: Any, linked: Linked
) -> Iterator[tuple[int, str]]:
    for part in value if isinstance(value, list | tuple) else (value,):
        for name, read in readers:
            held = part.get(name)
            if held is not None and held != "":
                for own, text in read(held, linked):
                    yield (column if own == _BODY else own), text


def _read_answer(asked: str, value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    if value == "yes":
        yield _BODY, asked


def _read_number(column: int, value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    yield column, ordinal(value)


def _read_locator(column: int, value: Any, linked: Linked) -> Iterator[tuple[int, str]]:
    yield column, f"paragraph {value}" if value[:1].isdecimal() else value
