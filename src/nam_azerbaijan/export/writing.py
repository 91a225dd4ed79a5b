"""How files are written, and what each says of the data set that it comes from."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..bibliography import cite
from ..bibliography.works import UNTITLED, licence_of
from ..tables.rows import Heading, Table

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = [
    "about",
    "as_one_text",
    "csv_text",
    "described_csv",
    "folder_at",
    "json_text",
    "write_text",
]

# A spreadsheet takes such a text for a formula.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def about(nam: Dataset) -> dict[str, Any]:
    """What an export says of the data set; without what the data set does not say."""
    licence = licence_of(nam)
    said = {
        "title": nam.manifest.title or UNTITLED,
        "version": nam.version,
        "as_of": str(nam.as_of),
        "compiled": str(nam.manifest.compiled),
        "preferred": list(nam.preferred),
        "licence": licence and licence.name,
        "licence_url": licence and licence.url,
        "citation": cite(nam, style="text").strip(),
    }
    return {name: value for name, value in said.items() if value}


def folder_at(path: str | os.PathLike[str]) -> Path:
    """The folder at a path, made if it is not there."""
    folder = Path(path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """Write a text as it is, in UTF-8, and return where it went."""
    file = Path(path)
    file.write_bytes(text.encode())
    return file


def json_text(value: object) -> str:
    """A JSON value as a file has it."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def csv_text(table: Table) -> str:
    """A table as CSV with a header.

    An empty cell is no value; `true` and `false` are what they say. A list stands as JSON. Where a
    column takes values of any kind, a text stands as it is, unless it would be read as another JSON
    value: then it stands in quotation marks. A text that a spreadsheet would take for a formula,
    because it begins with `=`, `+`, `-`, `@`, a tab or a carriage return, has an apostrophe before
    it; so that this can be undone, one that begins with apostrophes and then one of these has one
    more.
    """
    lines = [
        table.names,
        *([_cell(row[one.name], one) for one in table.headings] for row in table.rows),
    ]
    return "".join(f"{','.join(map(_quoted, line))}\n" for line in lines)


def _quoted(text: str) -> str:
    """A cell in quotation marks where it needs them; the csv module forgets carriage returns."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",\r\n]', text) else text


def _cell(value: Any, heading: Heading) -> str:
    if value is None:
        return ""
    text = as_one_text(value, heading)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text


def as_one_text(value: Any, heading: Heading) -> str:
    """A value as one text, from which it can be had again."""
    if isinstance(value, str) and not (heading.cls is object and _reads_as_json(value)):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_as_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def described_csv(  # noqa: PLR0913
    nam: Dataset,
    path: str | os.PathLike[str],
    table: Table,
    *,
    title: str,
    meanings: Mapping[str, str],
    key: Iterable[str],
) -> tuple[Path, ...]:
    """Write a single CSV file, and beside it what it says of itself.

    The description is called as the file with `-metadata.json` behind it, and has the form that
    the W3C recommends for tables on the web.

    Args:
        nam: the data set that it comes from.
        path: the CSV file.
        table: its rows.
        title: what it holds.
        meanings: what its columns mean, by name.
        key: the columns that tell one row from every other.
    """
    file = write_text(path, csv_text(table))
    said = about(nam)
    licence = licence_of(nam)
    types = {int: "integer", bool: "boolean", str: "string"}
    columns = [
        {
            "name": heading.name,
            "datatype": types.get(heading.cls, "date"),
            "dc:description": meanings[heading.name],
        }
        for heading in table.headings
    ]
    description = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": file.name,
        "dc:title": title,
        **(
            {"dc:license": {"@id": licence.url} if licence.url else licence.name} if licence else {}
        ),
        "dc:bibliographicCitation": said["citation"],
        "dc:source": said["title"],
        "schema:version": said["version"],
        "dc:temporal": f"until {said['as_of']}",
        "tableSchema": {"columns": columns, "primaryKey": list(key)},
    }
    return file, write_text(f"{file}-metadata.json", json_text(description))
