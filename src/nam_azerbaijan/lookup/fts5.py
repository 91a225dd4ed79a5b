"""The full-text table of a search: SQLite's FTS5 in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import SearchUnavailableError
from .passages import COLUMNS

if TYPE_CHECKING:
    import sqlite3

__all__ = ["ADDED", "END", "MARKED", "RANKED", "START", "any_of", "connect"]

START, END = "\x02", "\x03"  # Marks about what was found.

ADDED = f"INSERT INTO record (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
RANKED = "SELECT rowid, bm25(record, ?, ?, ?, ?) FROM record WHERE record MATCH ?"
_LIT = ", ".join(f"highlight(record, {n}, '{START}', '{END}')" for n in range(len(COLUMNS)))
MARKED = f"SELECT rowid, {_LIT} FROM record WHERE record MATCH ?"  # noqa: S608


def connect(*, keep: bool) -> sqlite3.Connection:
    """A database in memory with an empty table for the records, which may keep their text.

    Raises:
        SearchUnavailableError: this Python has no SQLite, or one without FTS5.
    """
    try:
        import sqlite3  # noqa: PLC0415  Needed for a search only.
    except ImportError as error:
        raise SearchUnavailableError("the module sqlite3") from error
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    content = "" if keep else "content = '', "
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE record USING fts5({', '.join(COLUMNS)}, {content}"
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
    except sqlite3.OperationalError as error:
        connection.close()
        raise SearchUnavailableError("SQLite's FTS5") from error
    return connection


def any_of(ways: Iterable[str]) -> str:
    """What FTS5 is asked: any of some phrases. A phrase in quotes has no syntax to break."""
    return " OR ".join(f'"{way}"' for way in ways)
