"""Collections as tables in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from ..records.base import Identified

__all__ = ["html_table"]

MOST_ROWS = 60
# Kept out of the table: what is about the record rather than in it.
_ASIDE = ("sources", "note")


def html_table(records: Iterable[Identified]) -> str:
    """An HTML table of records, with the fields that any of them fills.

    Of many records only the first and the last are shown, as data frames do.
    """
    rows = [record.to_dict() for record in records]
    shown = rows if len(rows) <= MOST_ROWS else [*rows[: MOST_ROWS // 2], *rows[-MOST_ROWS // 2 :]]
    names = [name for name in dict.fromkeys(n for row in shown for n in row) if name not in _ASIDE]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    lines = [
        "<tr>" + "".join(f"<td>{_cell(row.get(name, ''))}</td>" for name in names) + "</tr>"
        for row in shown
    ]
    if len(shown) < len(rows):
        lines.insert(MOST_ROWS // 2, f'<tr><td colspan="{len(names)}">...</td></tr>')
    foot = f"<p>{len(rows)} records</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>{foot}"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict):
        return " ".join(map(_cell, value.values()))
    return escape(str(value))
