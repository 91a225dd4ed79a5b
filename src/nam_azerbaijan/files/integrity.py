"""Whether records hang together: what a data set must have for no query to fail on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from ..dates import as_bound, as_date, require_order
from ..findings import Finding
from ..records import COLLECTIONS, record_class
from ..records.base import Identified
from ..records.walk import field_types, references
from ..store import Rows
from ..text import near

__all__ = ["disorderly", "renamed_to_nothing", "unresolved"]

# A guess goes through all ids; a directory in which nothing fits is not to take for ever.
MOST_GUESSES = 50

# Fields in which two records name each other.
_MUTUAL = ("corresponds_to",)


def unresolved(
    collections: Mapping[str, Iterable[Identified]], home: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each reference that leads to no record of a permitted kind.

    Args:
        collections: records by collection.
        home: the collection of each id that may be referred to.
    """
    guesses = MOST_GUESSES
    for collection, held in collections.items():
        for record in held:
            for path, key, permitted in references(record):
                if key not in home:
                    guess = near(key, home) if guesses else []
                    guesses -= bool(guesses)
                    message = f"{key!r} is the id of no record"
                    message += f"; did you mean {guess[0]!r}?" if guess else ""
                elif permitted != ("*",) and home[key] not in permitted:
                    expected = " or ".join(permitted)
                    message = f"{key!r} is one of the {home[key]}; expected one of the {expected}"
                else:
                    continue
                yield _finding("REF001", message, collection, record.id, path)


def disorderly(rows_of: Mapping[str, Rows]) -> Iterator[Finding]:
    """A finding for each record that comes to follow itself, or ends before it starts.

    Args:
        rows_of: rows by collection and id, with the ends that successors give.
    """
    for collection in COLLECTIONS:
        rows = rows_of.get(collection, {})
        circular: set[str] = set()
        for field in field_types(record_class(collection)).values():
            if field.refers == (collection,) and field.name not in _MUTUAL:
                for key in _in_cycles(rows, field.name):
                    circular.add(key)
                    message = "following this field leads back to the record itself"
                    yield _finding("REF002", message, collection, key, field.name)
        for key, row in rows.items():
            # Other ends were held against their starts when the record was read.
            if row.get("succeeded_by") is not None and key not in circular:
                try:
                    require_order(as_date(row["start"]), as_bound(row["end"]))
                except ValueError as error:
                    yield _finding("DAT001", str(error), collection, key, "succeeded_by")


def _in_cycles(rows: Rows, field: str) -> Iterator[str]:
    """The ids of the records from which a field leads back to themselves."""
    graph = {key: _listed(row.get(field)) for key, row in rows.items()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            _, cycle = error.args
            for key in cycle[1:]:
                graph[key] = []
                yield key
        else:
            return


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


def renamed_to_nothing(renamed: Mapping[str, str], home: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each former id that is one still, or leads to no record."""
    for former, present in renamed.items():
        if former in home:
            wrong = f"{former!r} is the id of one of the {home[former]}"
        elif present not in home:
            wrong = f"{present!r} is the id of no record"
        else:
            continue
        yield Finding(
            code="FMT009",
            message=f"a former id leads to a present one, but {wrong}",
            file="dataset.json",
            field=f"renamed/{former}",
        )


def _finding(code: str, message: str, collection: str, record: str, field: str) -> Finding:
    return Finding(
        code=code, message=message, file=f"{collection}.json", record=record, field=field
    )
