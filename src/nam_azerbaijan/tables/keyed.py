"""A whole data set as flat tables that refer to one another by keys.

A table for each collection; one for each field that holds several parts or several ids, a row
each; `citations`, a row for each citation of any record; and `records`, which says of every id in
which table it stands, so that what may refer to records of several kinds has one place to refer to.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from ..dates import PartialDate, as_bound
from ..records import record_class
from ..records.base import Citation, Identified
from ..records.meaning import meanings, overview
from ..records.walk import FieldType, field_types
from ..store import Row
from .rows import Get, Heading, Table, heading_of, name_of, part_table, record_table

__all__ = ["CITATIONS", "RECORDS", "KeyedTable", "keyed_tables"]

CITATIONS = "citations"
"""The name of the table of all citations."""
RECORDS = "records"
"""The name of the table of all ids."""

_SAYS = {
    "id": "the id of the record",
    "place": "the place among its like in the record, from 1",
    "path": "where it stands in the record, as in `provisions[0]`",
    "source": "the source that the record cites first",
    "locator": "the place in that source",
    "sources": "all sources that the record or a part of it cites",
    "collection": "the collection, and the table, in which the record stands",
    "label": "what people call it: its name or title, or else its id",
}


@attrs.frozen(kw_only=True)
class KeyedTable:
    """A table with its keys, and with what its columns mean.

    Attributes:
        name: what it is called, such as `documents_adopted_by`.
        meaning: what a row of it is.
        table: the rows.
        key: the columns that tell one row from every other.
        refers: the tables to whose `id` columns refer, by the name of the column.
        required: the columns that are never empty.
        choices: the values that a column may have, by its name, where it has a vocabulary.
        meanings: what the columns mean, by name.
    """

    name: str
    meaning: str
    table: Table
    key: tuple[str, ...]
    refers: Mapping[str, str]
    required: frozenset[str]
    choices: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, str]


class _Reading(NamedTuple):
    """A column made from the rows of another table.

    Attributes:
        heading: the column.
        read: gives its value for a row.
        meaning: what it means.
        field: the field whose value it holds as the record does; `None` for any other column.
    """

    heading: Heading
    read: Callable[[Row], Any]
    meaning: str
    field: FieldType | None = None


def keyed_tables(collections: Mapping[str, Iterable[Identified]], get: Get) -> list[KeyedTable]:
    """The tables of a data set.

    Columns that hold parts are left out where these have a table of their own; a single part is
    spread over columns. Beside each date stand, as `_earliest` and `_latest`, the first and the
    last day that it may be; both are empty for an end that is open or unknown. An empty text or
    list is no value.

    Args:
        collections: the records by collection.
        get: gives the records that are referred to.
    """
    held = {name: tuple(records) for name, records in collections.items()}
    return [
        _all_records(held),
        *(table for name, records in held.items() for table in _of_collection(name, records, get)),
        _all_citations(held, get),
    ]


def _all_records(held: Mapping[str, tuple[Identified, ...]]) -> KeyedTable:
    headings = tuple(map(Heading, ("id", "collection", "label")))
    rows = (
        {"id": record.id, "collection": name, "label": record.label}
        for name, records in held.items()
        for record in records
    )
    readings = [_plain(heading, _SAYS[heading.name]) for heading in headings]
    return _keyed(RECORDS, "A record of any kind.", readings, rows, key=("id",))


def _all_citations(held: Mapping[str, tuple[Identified, ...]], get: Get) -> KeyedTable:
    cited = [
        part_table(name, "sources", records, get)
        for name, records in held.items()
        if "sources" in field_types(record_class(name))
    ]
    rows = (row for table in cited for row in table.rows)
    readings = list(_readings(cited[0].headings, Citation))
    meaning = overview(Citation)
    return _keyed(CITATIONS, meaning, readings, rows, key=("id", "place"), refers={"id": RECORDS})


def _of_collection(name: str, records: tuple[Identified, ...], get: Get) -> Iterator[KeyedTable]:
    """The table of a collection, then those of its parts and of its lists of ids."""
    cls = record_class(name)
    table = record_table(name, records, get)
    refers = {"id": RECORDS, "source": "sources"} if "source" in table.names else {"id": RECORDS}
    yield _keyed(
        name, overview(cls), list(_readings(table.headings, cls)), table.rows,
        key=("id",), refers=refers,
    )  # fmt: skip
    for field in field_types(cls).values():
        if field.many and field.has_parts and field.cls is not Citation:
            parts = part_table(name, field.name, records, get)
            readings = list(_readings(parts.headings, field.cls))
            meaning = overview(field.cls)
            rows: Iterable[Row] = parts.rows
        elif field.many and field.refers:
            meaning = f"{meanings(cls).get(field.name, '')}: one of them"
            readings, rows = _ids(cls, field), _id_rows(field.name, records, get)
        else:
            continue
        yield _keyed(
            f"{name}_{field.name}", meaning, readings, rows, key=("id", "place"),
            refers={"id": name},
        )  # fmt: skip


def _ids(cls: type, field: FieldType) -> list[_Reading]:
    """The columns of a table of the ids in a field."""
    one = attrs.evolve(field, many=False)
    return [
        _plain(Heading("id"), _SAYS["id"]),
        _plain(Heading("place", int), _SAYS["place"]),
        _plain(Heading(field.name), meanings(cls).get(field.name, ""), one),
        _plain(Heading(f"{field.name}_name"), f"what {field.name} is called"),
    ]


def _id_rows(name: str, records: Iterable[Identified], get: Get) -> Iterator[Row]:
    return (
        {"id": record.id, "place": place, name: key, f"{name}_name": name_of(get, key)}
        for record in records
        for place, key in enumerate(getattr(record, name), 1)
    )


def _readings(headings: Iterable[Heading], cls: type) -> Iterator[_Reading]:
    """The columns of a table of records or parts, from those of rows that hold all of them."""
    fields, said = field_types(cls), meanings(cls)
    for heading in headings:
        field = fields.get(heading.name)
        if field is None or heading != heading_of(field):
            yield from _with_days(_plain(heading, _meaning(cls, heading.name)))
        elif not field.has_parts:
            yield from _with_days(_plain(heading, said.get(field.name, ""), field))
        elif not field.many:
            yield from _spread(field)
        elif field.cls is not Citation and not issubclass(cls, Identified):
            yield _plain(heading, said.get(field.name, ""))  # Parts of parts.


def _meaning(cls: type, name: str) -> str:
    """What a column means that holds no field as it is."""
    if isinstance(own := getattr(cls, name, None), property):
        return own.__doc__ or ""
    stem = name.removesuffix("_name")
    return _SAYS.get(name, f"what {stem} is called")


def _spread(field: FieldType) -> Iterator[_Reading]:
    """The columns of a single part."""
    for sub in field_types(field.cls).values():
        heading = attrs.evolve(heading_of(sub), name=f"{field.name}_{sub.name}")
        read = functools.partial(_of_part, field.name, sub)
        yield from _with_days(_Reading(heading, read, meanings(field.cls).get(sub.name, "")))


def _of_part(name: str, sub: FieldType, row: Row) -> Any:
    part = row[name]
    return None if part is None else part.get(sub.name, sub.default)


def _with_days(one: _Reading) -> Iterator[_Reading]:
    """A column, and behind one of dates those of the days between which they lie."""
    yield one
    if one.heading.cls is PartialDate and not one.heading.many:
        for word, of in (("earliest", "first"), ("latest", "last")):
            heading = Heading(f"{one.heading.name}_{word}", dt.date)
            read = functools.partial(_day, one.read, word)
            yield _Reading(heading, read, f"the {of} day that {one.heading.name} may be")


def _day(read: Callable[[Row], Any], word: str, row: Row) -> str | None:
    date = as_bound(text) if (text := read(row)) else None
    return getattr(date, word).isoformat() if isinstance(date, PartialDate) else None


def _plain(heading: Heading, meaning: str, field: FieldType | None = None) -> _Reading:
    """A column that holds what the row holds under its name."""
    return _Reading(heading, lambda row: row[heading.name], meaning, field)


def _keyed(  # noqa: PLR0913
    name: str,
    meaning: str,
    readings: list[_Reading],
    rows: Iterable[Row],
    *,
    key: tuple[str, ...],
    refers: Mapping[str, str] | None = None,
) -> KeyedTable:
    """A table of these columns."""
    fields = {one.heading.name: one.field for one in readings if one.field is not None}
    targets = {
        column: field.refers[0] if len(field.refers) == 1 and field.refers != ("*",) else RECORDS
        for column, field in fields.items()
        if field.refers and not field.many
    }
    made = tuple({one.heading.name: _value(one.read(row)) for one in readings} for row in rows)
    return KeyedTable(
        name=name,
        meaning=meaning,
        table=Table(tuple(one.heading for one in readings), made, key),
        key=key,
        refers={**targets, **(refers or {})},
        required=frozenset(key).union(
            column for column, field in fields.items() if field.required and not field.optional
        ),
        choices={column: field.choices for column, field in fields.items() if field.choices},
        meanings={one.heading.name: one.meaning for one in readings},
    )


def _value(value: Any) -> Any:
    """A value, or `None` for a text or list that says nothing."""
    return None if value in ("", []) else value
