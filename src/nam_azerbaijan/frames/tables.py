"""The collections of a data set as data frames."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..dates import PartialDate, as_bound
from ..tables.rows import Heading, part_table, record_table
from .native import ColumnKind, FrameMaker

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["table"]

_KINDS = {int: ColumnKind.WHOLE, bool: ColumnKind.YES_NO}


def table(
    nam: Dataset,
    collection: str,
    *,
    per: str | None = None,
    backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
) -> Any:
    """A collection as a data frame: a row for each record, or for each part of one.

    Each field is a column. Beside one that refers to records stands, under its name and `_name`,
    what they are called; of states, also the present codes and name. At the end stand `source`
    and `locator` of the first citation, the ids of all `sources` cited, and the note.

    * A date is text, as the record holds it: `1994-05`, `1973-09-05..1973-09-09`, `open`. Behind
      it stand, under its name and `_earliest` and `_latest`, the first and the last day that it
      may be, as days; missing where it is open, unknown or not given.
    * Several ids, names or symbols are a list: of text in Polars and PyArrow, in pandas as an
      object.
    * What has parts, such as the provisions of a document, and a value of any kind, such as that
      of a claim, is JSON; a value that is text stands as it is.

    With `per` each part is a row of its own, with the `id` of the record, its `place` among the
    parts of the record from 1, its `path`, and its own fields.

    Args:
        nam: the data set.
        collection: the collection, such as `memberships`.
        per: a field of the records that holds several parts, such as `provisions`, `codes` or
            `votes`; `sources` for all citations of a record and of its parts.
        backend: the engine: `pandas`, `polars` or `pyarrow`.

    Returns:
        A data frame of the engine, in order of id. Whole numbers and answers of yes and no are of
        types that can have gaps: `Int64` and `boolean` in pandas.

    Raises:
        KeyError: there is no such collection.
        ValueError: the records have no such parts, or the engine is unknown.
        ImportError: a package is missing; the message says which extra has it.
    """
    records = nam.collection(collection)
    maker = FrameMaker(backend)
    if per is None:
        made = record_table(collection, records, nam.get)
    else:
        made = part_table(collection, per, records, nam.get)
    return maker.frame(
        {
            name: maker.column(name, values, kind)
            for heading in made.headings
            for name, values, kind in _columns(heading, [row[heading.name] for row in made.rows])
        }
    )


def _columns(
    heading: Heading, values: Sequence[Any]
) -> Iterator[tuple[str, Sequence[Any], ColumnKind]]:
    """The columns that one of a table becomes."""
    name = heading.name
    if heading.cls is object:
        yield name, [_as_text(value) for value in values], ColumnKind.TEXT
    elif heading.many:
        yield name, values, ColumnKind.TEXTS
    else:
        yield name, values, _KINDS.get(heading.cls, ColumnKind.TEXT)
        if heading.cls is PartialDate:
            days = [_days(value) for value in values]
            yield f"{name}_earliest", [first for first, _ in days], ColumnKind.DATE
            yield f"{name}_latest", [last for _, last in days], ColumnKind.DATE


def _as_text(value: Any) -> str | None:
    return (
        value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    )


def _days(text: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that a date may be."""
    date = as_bound(text) if text else None
    return (date.earliest, date.latest) if isinstance(date, PartialDate) else (None, None)
