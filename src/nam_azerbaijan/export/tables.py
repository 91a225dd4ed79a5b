"""The whole data set as CSV files, a table each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..tables.keyed import KeyedTable, keyed_tables
from .writing import about, csv_text, folder_at, json_text, write_text

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["tables_of", "to_csv", "write_tables"]


def tables_of(nam: Dataset) -> list[KeyedTable]:
    """The tables of a data set, as every export of the whole has them."""
    return keyed_tables(nam.collections, nam.get)


def to_csv(nam: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the whole data set as CSV files, and `about.json`, which says what it is.

    There is a file for each collection, one for each field that holds several parts or ids, such as
    `documents_provisions.csv` and `events_actors.csv`, one of all `citations`, and one of all
    `records`, which says in which table an id stands.

    Args:
        nam: the data set.
        folder: where to write; made if it is not there. Files of these names are replaced.

    Returns:
        The files.

    Raises:
        OSError: they cannot be written.
    """
    where = folder_at(folder)
    return (
        *write_tables(tables_of(nam), where),
        write_text(where / "about.json", json_text(about(nam))),
    )


def write_tables(tables: list[KeyedTable], where: Path) -> tuple[Path, ...]:
    """Write tables as CSV files that are called as they are."""
    return tuple(write_text(where / f"{one.name}.csv", csv_text(one.table)) for one in tables)
