"""What is shown of a record that a search found: the fields, and the text that fits best."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterable

from .fts5 import ADDED, END, MARKED, START, any_of, connect
from .passages import COLUMNS, Passage
from .question import Term

__all__ = ["marked", "shown"]

_SHOWN = 160
"""How long a snippet may be."""


def marked(terms: Iterable[Term], seen: list[list[Passage]]) -> list[tuple[str, ...]]:
    """The columns of some records, given by their passages, with marks about what was asked for.

    A line of a column is a passage; a record in which nothing is marked has no columns.
    """
    columns: list[tuple[str, ...]] = [()] * len(seen)
    ways = dict.fromkeys(way for term in terms for way in term)
    if not ways or not seen:
        return columns
    with contextlib.closing(connect(keep=True)) as connection:
        connection.executemany(ADDED, map(_texts, itertools.count(), seen))
        # Words that begin as asked are marked where no whole word is.
        for asked in (any_of(ways), " OR ".join(f"{any_of((way,))} *" for way in ways)):
            for number, *found in connection.execute(MARKED, (asked,)):
                columns[number] = columns[number] or tuple(found)
    return columns


def _texts(number: int, passages: list[Passage]) -> tuple[int | str, ...]:
    """The number and the columns of a record, a line for each passage."""
    return number, *(
        "\n".join(_line(text) for own, _, text in passages if own == column)
        for column in range(len(COLUMNS))
    )


def _line(text: str) -> str:
    """A text on one line, without marks."""
    return re.sub(rf"[\s{START}{END}]+", " ", text)


def shown(seen: Iterable[Passage], columns: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The fields in which something is marked, and the text with most of it, shortened."""
    lines = [iter(column.split("\n")) for column in columns]
    fields: dict[str, None] = {}
    best, snippet = 0, ""
    for column, field, _ in seen if lines else ():
        line = next(lines[column])
        if START in line or END in line:
            fields[field] = None
            found = len(set(_BETWEEN.findall(line.lower())))
            if field != "id" and found > best:
                best, snippet = found, _shortened(line)
    return tuple(fields), snippet


_BETWEEN = re.compile(rf"{START}([^{END}]*)")


def _shortened(line: str) -> str:
    """A line without its marks; around the first one, where it is too long to be shown whole."""
    text = line.replace(START, "").replace(END, "")
    if len(text) <= _SHOWN:
        return text
    start = max(0, line.find(START) - _SHOWN // 3)
    start = text.rfind(" ", 0, start) + 1
    end = text.rfind(" ", start, start + _SHOWN) if start + _SHOWN < len(text) else len(text)
    end = end if end > start else start + _SHOWN
    return f"{'... ' if start else ''}{text[start:end]}{' ...' if end < len(text) else ''}"
