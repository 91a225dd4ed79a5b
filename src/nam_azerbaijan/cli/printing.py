"""Tables on a terminal, as CSV or as JSON."""

from __future__ import annotations

import csv
import itertools
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from ..tables.lines import as_text
from ..tables.rows import Table

__all__ = ["FORMATS", "bold", "print_grid", "print_labelled", "print_table", "width", "wrapped"]

FORMATS = ("table", "csv", "json")
WIDEST = 120
LEAST = 24
"""How many cells a column keeps, if its texts fill as many, however little room there is."""


def width() -> int:
    """How many cells wide what is printed should be."""
    return max(40, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def bold(text: str) -> str:
    """A text as a terminal shows a heading; as it is where no terminal shows it."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return f"\033[1m{text}\033[0m"
    return text


def print_table(table: Table, form: str) -> None:
    """Print a table.

    CSV and JSON have all columns, CSV a header also where there are no rows; values that are
    lists or have parts stand in CSV as JSON. A terminal gets what the table shows.

    Args:
        table: the table.
        form: one of `FORMATS`.
    """
    if form == "json":
        print(json.dumps(list(table.rows), indent=2, ensure_ascii=False))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, table.names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(row[name]) for name in table.names} for row in table.rows)
    elif table.rows:
        head = [name.removesuffix("_name").replace("_", " ") for name in table.shown]
        print_grid(head, [[_shown(row[name]) for name in table.shown] for row in table.rows])


def _cell(value: Any) -> Any:
    """What a cell of a CSV file holds."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _shown(value: Any) -> str:
    """What a terminal shows of a value: nothing where there is none."""
    return "" if value in (None, "", []) else as_text(value)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(
        0
        if unicodedata.combining(letter)
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - _cells(text))


def print_grid(head: Sequence[str], rows: Iterable[Sequence[str]], indent: str = "") -> None:
    """Print rows under a head.

    Where they are too wide the widest columns give way, as far as their longest words allow: an
    id, an address or any other word is never broken; sooner the grid is wider than the terminal.
    """
    held = [list(row) for row in rows]
    columns = list(zip(head, *held, strict=True))
    widths = [max(map(_cells, column)) for column in columns]
    least = [max(LEAST, _cells(name), *map(_longest_word, cells)) for name, *cells in columns]
    room = width() - len(indent) - 2 * (len(widths) - 1)
    while sum(widths) > room:
        can_shrink = [n for n, cells in enumerate(widths) if cells > least[n]]
        if not can_shrink:
            break
        widths[max(can_shrink, key=widths.__getitem__)] -= 1
    print(indent + bold("  ".join(map(_padded, head, widths)).rstrip()))
    for row in held:
        parts = [wrapped(cell, cells) for cell, cells in zip(row, widths, strict=True)]
        for line in itertools.zip_longest(*parts, fillvalue="") if any(parts) else [("",)]:
            print((indent + "  ".join(map(_padded, line, widths))).rstrip())


def _longest_word(text: str) -> int:
    return max(map(_cells, text.split()), default=0)


def wrapped(text: str, cells: int, first: str = "", others: str = "") -> list[str]:
    """Lines of at most so many cells, words whole; `first` and `others` stand before them."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else (others if lines else first) + word
        if line and _cells(longer) > cells:
            lines.append(line)
            longer = others + word
        line = longer
    return [*lines, line] if line else lines


def print_labelled(label: str, text: str, label_width: int = 22) -> None:
    """Print a paragraph with a label before it, or above it where the label is long."""
    if _cells(label) > label_width:
        print("\n".join(wrapped(label, width(), "  ", "    ")))
        label = ""
    lead = f"  {_padded(label, label_width)}  "
    lines = wrapped(text, width(), lead, " " * _cells(lead))
    print("\n".join(lines) if lines else lead.rstrip())
