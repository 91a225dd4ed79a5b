"""The whole data set as Parquet files."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..tables.rows import Heading
from .tables import tables_of
from .writing import about, as_one_text, folder_at, json_text

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["to_parquet"]


def to_parquet(nam: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the whole data set as Parquet files: the tables of `to_csv`, with typed columns.

    Lists of texts are lists, days are dates; what may hold values of any kind is text, as in
    `to_csv`. The schema of each file says under `nam_azerbaijan` what the data set is, as JSON, and
    of each column what it means.

    Args:
        nam: the data set.
        folder: where to write; made if it is not there. Files of these names are replaced.

    Returns:
        The files.

    Raises:
        ImportError: pyarrow is not installed.
        OSError: they cannot be written.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  An extra, which few need.
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise ImportError(
            "Parquet needs pyarrow: python -m pip install 'nam-azerbaijan[parquet]'"
        ) from error

    where = folder_at(folder)
    said = {"nam_azerbaijan": json_text(about(nam))}
    files = []
    for one in tables_of(nam):
        columns, fields = [], []
        for heading in one.table.headings:
            kind = _kind(pa, heading)
            values = [_held(row[heading.name], heading) for row in one.table.rows]
            columns.append(pa.array(values, kind))
            meaning = {"description": one.meanings[heading.name]}
            fields.append(pa.field(heading.name, kind, heading.name not in one.required, meaning))
        files.append(where / f"{one.name}.parquet")
        table = pa.Table.from_arrays(columns, schema=pa.schema(fields, said))
        parquet.write_table(table, files[-1])
    return tuple(files)


def _kind(pa: Any, heading: Heading) -> Any:
    """The type of a column."""
    kinds = {int: pa.int64(), bool: pa.bool_(), dt.date: pa.date32()}
    kind = kinds.get(heading.cls, pa.string())
    return pa.list_(kind) if heading.many and heading.cls is not object else kind


def _held(value: Any, heading: Heading) -> Any:
    """A value as a column of that type takes it."""
    if value is None:
        return None
    if heading.cls is dt.date:
        return dt.date.fromisoformat(value)
    return as_one_text(value, heading) if heading.cls is object else value
