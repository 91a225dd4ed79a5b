"""Records as flat rows with typed columns: one row a record, or one for each of its parts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from ..dates import PartialDate
from ..errors import UnknownRecordError
from ..records import SYSTEMS, record_class
from ..records.base import Identified, plain
from ..records.documents import Document
from ..records.parties import State
from ..records.walk import FieldType, citations, field_types
from ..text import did_you_mean

__all__ = ["Get", "Heading", "Table", "heading_of", "name_of", "part_table", "record_table"]

Get = Callable[[str], Identified]
"""Gives the record of any kind that has an id."""


@attrs.frozen
class Heading:
    """What a column of a table holds.

    Attributes:
        name: the name of the column.
        cls: what its values are: `str`, `int`, `bool`; `PartialDate` where they are dates as
            text, or `open` or `unknown`; `date` where they are days as text, never less; `object`
            where they are JSON values of any kind.
        many: whether a value is a list of these.
    """

    name: str
    cls: type = str
    many: bool = False


@attrs.frozen
class Table:
    """Rows that all have the same columns.

    The values of rows are as JSON knows them; `None` stands where there is none.

    Attributes:
        headings: the columns, in order.
        rows: the rows, their values by the name of the column.
        shown: the names of the columns that a narrow place shows, such as a terminal.
    """

    headings: tuple[Heading, ...]
    rows: tuple[Mapping[str, Any], ...]
    shown: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(heading.name for heading in self.headings)

    def showing(self, *names: str) -> Table:
        """The same table of which a narrow place shows other columns."""
        return attrs.evolve(self, shown=names)


Extra = Mapping[Heading, Callable[[Any], Any]]
"""Further columns of a table of records, and what gives their values."""

# What a narrow place shows of each collection, where an answer does not say otherwise.
SHOWN = {
    "states": ("name", "iso3c", "cown", "region", "id"),
    "organizations": ("name", "abbreviation", "kind", "id"),
    "memberships": ("party_name", "body_name", "status", "start", "end", "id"),
    "applications": ("party_name", "sought", "outcome", "applied", "decided", "id"),
    "meetings": ("opened", "closed", "city", "name", "id"),
    "participations": ("party_name", "meeting_name", "capacity", "attended", "id"),
    "chairmanships": ("state_name", "start", "end", "standing", "id"),
    "chairpersons": ("person_name", "office", "capacity", "start", "end", "id"),
    "persons": ("name", "spellings", "id"),
    "documents": ("date", "title", "symbols", "id"),
    "principles": ("set", "number", "name", "statement", "id"),
    "events": ("date", "title", "place", "id"),
    "votes": ("date", "title", "symbol", "id"),
    "sources": ("id", "author", "title", "published", "kind"),
    "claims": ("record", "path", "value", "preferred", "source", "locator"),
    "assertions": ("id", "kind", "statement", "source", "locator"),
}

# What a record says by a property rather than a field, and after which field it stands.
_DERIVED: Mapping[type, tuple[str, tuple[Heading, ...]]] = {
    State: ("id", tuple(map(Heading, ("name", *SYSTEMS)))),
    Document: ("title", (Heading("date", PartialDate),)),
}
_LAST = ("sources", "note")


class _Reader(NamedTuple):
    """Gives the values of a column of records or parts.

    Attributes:
        heading: the column.
        read: gives the value for a record or part.
        refers: whether the values are ids of records, or lists of these.
    """

    heading: Heading
    read: Callable[[Any], Any]
    refers: bool = False


def record_table(
    collection: str,
    records: Iterable[Identified],
    get: Get | None = None,
    extra: Extra | None = None,
) -> Table:
    """A row for each record.

    Each field is a column. Beside one that refers to records stands, under its name and `_name`,
    what they are called. At the end stand `source` and `locator` of the first citation, the ids
    of all `sources` cited, and the note.

    Args:
        collection: the kind of record.
        records: the records, in the order of the rows.
        get: gives the records that are referred to; without it there are no columns of names.
        extra: further columns.
    """
    readers = [
        *_with_names(_readers(record_class(collection)), get),
        *(_Reader(heading, read) for heading, read in (extra or {}).items()),
    ]
    rows = tuple({one.heading.name: one.read(record) for one in readers} for record in records)
    return Table(tuple(one.heading for one in readers), rows, SHOWN[collection])


@functools.cache
def _readers(cls: type) -> tuple[_Reader, ...]:
    """The columns of a class of records."""
    fields = field_types(cls)
    after, derived = _DERIVED.get(cls, ("", ()))
    found: list[_Reader] = []
    for name in ("id", *(name for name in fields if name not in ("id", *_LAST))):
        found.append(_of_field(fields[name]))
        if name == after:
            found.extend(_Reader(one, _attribute(one.name)) for one in derived)
    if "sources" in fields:
        found += [
            _Reader(Heading("source"), lambda record: record.sources[0].source),
            _Reader(Heading("locator"), lambda record: record.sources[0].locator),
            _Reader(Heading("sources", many=True), _all_sources),
        ]
    return (*found, _of_field(fields["note"]))


def _of_field(field: FieldType) -> _Reader:
    return _Reader(heading_of(field), _attribute(field.name), bool(field.refers))


def heading_of(field: FieldType) -> Heading:
    """The column of a field."""
    if field.has_parts:
        return Heading(field.name, object, field.many)
    simple = field.cls in (int, bool, object, PartialDate)
    return Heading(field.name, field.cls if simple else str, field.many)


def _attribute(name: str) -> Callable[[Any], Any]:
    return lambda record: plain(getattr(record, name))


def _all_sources(record: Any) -> list[str]:
    """The ids of the sources that a record and its parts cite, each once."""
    return list(dict.fromkeys(citation.source for _, citation in citations(record)))


def _with_names(readers: Iterable[_Reader], get: Get | None) -> Iterator[_Reader]:
    """Columns, and behind those that hold ids the columns of what these name."""
    for one in readers:
        yield one
        if one.refers and get is not None:
            heading = Heading(f"{one.heading.name}_name", many=one.heading.many)
            yield _Reader(heading, functools.partial(_named, one.read, get))


def _named(read: Callable[[Any], Any], get: Get, record: Any) -> Any:
    key = read(record)
    return (
        [name_of(get, one) for one in key] if isinstance(key, list) else key and name_of(get, key)
    )


def name_of(get: Get, key: str) -> str:
    """What the record with an id is called; the id itself where there is no such record."""
    try:
        return get(key).label
    except UnknownRecordError:
        return key


def part_table(
    collection: str, field: str, records: Iterable[Identified], get: Get | None = None
) -> Table:
    """A row for each part of records, such as each citation or each provision.

    Args:
        collection: the kind of record.
        field: the field that holds the parts; `sources` for the citations of a record and of its
            parts, each with the `path` at which it stands.
        records: the records, in the order of the rows.
        get: gives the records that are referred to; without it there are no columns of names.

    Returns:
        A table with the `id` of the record, the `place` of the part in it from 1, its `path`, and
        the fields of the part.

    Raises:
        ValueError: the records have no such field, or it holds no parts.
    """
    fields = field_types(record_class(collection))
    known = [name for name, one in fields.items() if one.has_parts and one.many]
    if field not in known:
        hint = did_you_mean(field, known) if known else "they have no parts at all"
        raise ValueError(f"{collection} have no parts {field!r}; {hint}")
    of_part = map(_of_field, field_types(fields[field].cls).values())
    readers = tuple(_with_names(of_part, get))
    lead = (Heading("id"), Heading("place", int), Heading("path"))
    rows = tuple(
        {
            "id": record.id,
            "place": place,
            "path": path,
            **{one.heading.name: one.read(part) for one in readers},
        }
        for record in records
        for place, (path, part) in enumerate(_parts(record, field), 1)
    )
    names = [one.heading.name for one in readers]
    named = [name for name in names if f"{name}_name" in names and name != "source"]
    # What is looked up further is the id of a source, not its title.
    shown = ("id", *(name for name in names if name not in (*named, "source_name")))
    return Table((*lead, *(one.heading for one in readers)), rows, shown)


def _parts(record: Identified, field: str) -> Iterable[tuple[str, Any]]:
    """The parts of a record in a field, each with its path."""
    if field == "sources":
        return citations(record)
    return ((f"{field}[{n}]", part) for n, part in enumerate(getattr(record, field)))
