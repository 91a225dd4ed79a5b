"""Collections as tables in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from .store import Row

__all__ = ["table"]

# Kept out of the table: what is about the record rather than in it.
_ASIDE = ("sources", "note")


def table(names: Sequence[str], rows: Iterable[Row]) -> str:
    """An HTML table of rows, with those of the named columns that any row fills."""
    held = list(rows)
    used = [name for name in names if name not in _ASIDE and any(name in row for row in held)]
    head = "".join(f"<th>{escape(name)}</th>" for name in used)
    body = "".join(
        "<tr>" + "".join(f"<td>{_cell(row.get(name, ''))}</td>" for name in used) + "</tr>"
        for row in held
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict):
        return " ".join(map(_cell, value.values()))
    return escape(str(value))
