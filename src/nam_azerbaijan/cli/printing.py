"""Rows on a terminal, as CSV or as JSON."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..cli.brief import ASPECTS, Line, grouped, in_order_of_name, short_sources, years

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["Row", "print_labelled", "show", "show_brief"]

Row = dict[str, Any]

WIDEST = 120
_NARROWEST_COLUMN = 12


def _width() -> int:
    return max(40, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


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


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _cells(text))


def _bold(text: str) -> str:
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        return f"\033[1m{text}\033[0m"
    return text


def show(rows: Sequence[Row], form: str, columns: Sequence[str] = ()) -> None:
    """Print rows.

    Args:
        rows: objects with the same names.
        form: `table`, `csv` or `json`.
        columns: the names that a table shows; all where empty. CSV and JSON always have all.
    """
    if form == "json":
        print(json.dumps(list(rows), indent=2, ensure_ascii=False))
    elif form == "csv":
        if rows:
            writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    elif rows:
        names = list(columns or rows[0])
        _table(names, [[str(row[name]) for name in names] for row in rows])


def _cell(value: Any) -> Any:
    """What a cell of a CSV file holds: objects and lists as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _table(head: list[str], rows: list[list[str]], indent: str = "") -> None:
    widths = [max(_cells(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    room = _width() - len(indent) - 2 * (len(widths) - 1)
    while sum(widths) > room:  # The widest column gives way.
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST_COLUMN:
            break
        widths[widest] -= 1
    print(indent + _bold("  ".join(map(_padded, head, widths)).rstrip()))
    for row in rows:
        wrapped = [
            textwrap.wrap(cell, width, break_on_hyphens=False) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for number in range(max(map(len, wrapped))):
            parts = (cell[number] if number < len(cell) else "" for cell in wrapped)
            print((indent + "  ".join(map(_padded, parts, widths))).rstrip())


def _labelled(label: str, text: str, source: str) -> None:
    """A labelled paragraph, its source behind it."""
    lead = f"  {_padded(label, 22)}  "
    lines = textwrap.wrap(
        f"{text} [{source}]",
        _width(),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
        break_long_words=False,
    )
    print("\n".join(lines))


def print_labelled(name: str, value: Any) -> None:
    """Print the value of a field, lists of objects as one line an object."""
    parts = value if isinstance(value, list) else [value]
    for number, part in enumerate(parts):
        text = "; ".join(f"{k}: {v}" for k, v in part.items()) if isinstance(part, dict) else part
        lead = f"  {_padded(name if number == 0 else '', 18)}  "
        wrapped = textwrap.wrap(
            str(text), _width(), initial_indent=lead, subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
        )  # fmt: skip
        print("\n".join(wrapped or [lead.rstrip()]))


def _listed(label: str, lines: Iterable[Line], texts: Iterable[str]) -> None:
    _labelled(label, ", ".join(texts), short_sources(lines))


def _by_answer(item: tuple[str, list[Line]]) -> int:
    return ("attended", "absent", "not known").index(item[0])


def show_brief(nam: Dataset, lines: Iterable[Line]) -> None:
    """Print the brief as a person reads it: what belongs together on one line."""
    sections = grouped(lines, "section")
    print(_bold("Azerbaijan in the Non-Aligned Movement"))
    print(f"Data {nam.version}, as of {nam.as_of}. In brackets: sources.")
    print()
    print(_bold("Status"))
    for line in sections.get("status", ()):
        until = f"until {line.until}" if line.until not in ("open", "unknown") else "to this day"
        detail = f", {line.detail}" if line.detail else ""
        text = f"since {line.date} ({line.answer}{detail}), {until}"
        _labelled(line.subject, text, line.source)
    print()
    print(_bold("In the chair"))
    for line in sections.get("chair", ()):
        detail = f"; {line.detail}" if line.detail else ""
        dates = f"from {line.date} until {line.until}"
        _labelled(line.subject, f"{dates}{detail}", line.source)
    print()
    print(_bold("Conferences and ministerial meetings"))
    attendance = sections.get("attendance", ())
    for level in dict.fromkeys(line.detail.split(", ")[0] for line in attendance):
        of_level = [line for line in attendance if line.detail.split(", ")[0] == level]
        print(f"  {level}")
        for answer, held in sorted(grouped(of_level, "answer").items(), key=_by_answer):
            _listed(f"  {answer} ({len(held)})", held, (line.subject for line in held))
    print()
    print(_bold("Paragraphs on the Armenia-Azerbaijan conflict in NAM documents"))
    paragraphs = sections.get("conflict paragraphs", ())
    rows = [
        [
            line.subject,
            line.answer.replace("paragraph not known", "?"),
            *(aspect.split(": ")[1].replace("unknown", "?") for aspect in line.detail.split("; ")),
            line.source,
        ]
        for line in paragraphs
        if line.detail
    ]
    if rows:
        _table(["document", "para.", *ASPECTS.values(), "source"], rows, "  ")
        legend = ", ".join(f"{short} {name.replace('_', ' ')}" for name, short in ASPECTS.items())
        legend = textwrap.fill(f"{legend}; ? not seen", _width() - 2).replace("unsc", "UNSC")
        print(textwrap.indent(legend, "  "))
    unseen = [line for line in paragraphs if not line.detail]
    if unseen:
        _listed("text not seen", unseen, (line.subject for line in unseen))

    print()
    print(_bold("Alignments"))
    for answer, held in grouped(sections.get("alignments", ()), "answer").items():
        named = in_order_of_name(held)
        _listed(answer, named, (f"{one.subject} {years(one.date, one.until)}" for one in named))
