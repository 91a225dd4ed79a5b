"""Exports read back: by the rules that they state, in a few lines."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from nam_azerbaijan.tables.rows import Heading


def cells(text: str) -> list[list[str]]:
    """The header and the rows of a CSV file."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def value(cell: str, heading: Heading) -> Any:
    """The value that a cell of a column stands for."""
    if cell == "":
        return None
    text = cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell
    if heading.many or heading.cls in (int, bool):
        return json.loads(text)
    if heading.cls is object:
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
