"""Collections as tables in a notebook."""

from __future__ import annotations

from html import escape
from typing import Any

from .lines import as_text
from .rows import Table

__all__ = ["html_table"]

MOST_ROWS = 60
"""How many rows are shown; of more the first and the last, as data frames do."""
MOST_LETTERS = 80
"""How many letters of a value are shown."""
# Kept out of the table: what is about the record rather than in it.
_ASIDE = frozenset(("source", "locator", "sources", "note"))


def html_table(table: Table, called: str = "records") -> str:
    """A table as HTML: the columns that any of the rows shown fills, values shortened.

    Args:
        table: the table.
        called: what its rows are called below it.
    """
    rows, half = table.rows, MOST_ROWS // 2
    shown = rows if len(rows) <= MOST_ROWS else (*rows[:half], *rows[-half:])
    names = [
        name
        for name in table.names
        if name not in _ASIDE and any(row[name] not in (None, "", []) for row in shown)
    ]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    lines = [
        "<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in names) + "</tr>"
        for row in shown
    ]
    if len(shown) < len(rows):
        lines.insert(half, f'<tr><td colspan="{len(names)}">...</td></tr>')
    foot = f"<p>{len(rows)} {called}</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>{foot}"


def _cell(value: Any) -> str:
    text = "" if value in (None, "", []) else as_text(value)
    return escape(text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 3]}...")
