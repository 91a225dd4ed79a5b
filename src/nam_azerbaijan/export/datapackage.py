"""The whole data set as a Frictionless Data Package: CSV files and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..bibliography.works import licence_of, short_name
from ..dates import PartialDate
from ..tables.keyed import KeyedTable
from ..tables.rows import Heading
from .tables import tables_of, write_tables
from .writing import about, folder_at, json_text, write_text

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["to_datapackage"]

PROFILES = "https://datapackage.org/profiles/2.0"
DESCRIPTION = """\
Records of the Non-Aligned Movement, each with the sources of its values: a table for each kind of
record, for each field that holds several parts or ids, of all citations, and of all records.

A date is `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of these with `..` between for one unknown day
from the first to the last; an end may be `open` or `unknown`. The columns ending in `_earliest`
and `_latest` have the first and the last day that a date may be. A text that a spreadsheet would
take for a formula has an apostrophe before it. In a column of values of any kind, a text stands in
quotation marks where it would be read as another JSON value.
"""

_TYPES = {str: "string", int: "integer", bool: "boolean", dt.date: "date", PartialDate: "string"}


def to_datapackage(nam: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the whole data set as a Data Package, version 2 of the standard.

    The tables are those of `to_csv`. `datapackage.json` describes each: its columns, their types
    and vocabularies, its primary key, and its foreign keys; and the whole: title, version, licence,
    sources, citation, coverage.

    Args:
        nam: the data set.
        folder: where to write; made if it is not there. Files of these names are replaced.

    Returns:
        The files.

    Raises:
        OSError: they cannot be written.
    """
    where = folder_at(folder)
    tables = tables_of(nam)
    files = write_tables(tables, where)
    resources = [_resource(table, file) for table, file in zip(tables, files, strict=True)]
    descriptor = json_text(_package(nam, resources))
    return (*files, write_text(where / "datapackage.json", descriptor))


def _package(nam: Dataset, resources: list[dict[str, Any]]) -> dict[str, Any]:
    said = about(nam)
    licence = licence_of(nam)
    package = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": short_name(nam),
        "title": said["title"],
        "description": DESCRIPTION,
        "version": said["version"],
        "created": f"{said['compiled']}T00:00:00Z",
        "as_of": said["as_of"],
        "preferred": list(nam.preferred),
        "citation": said["citation"],
        "licenses": licence
        and [
            {
                "name": licence.name,
                "title": licence.title,
                **({"path": licence.url} if licence.url else {}),
            }
        ],
        "contributors": [{"title": name, "roles": ["creator"]} for name in nam.manifest.authors],
        "coverage": {
            name: {
                "since": str(cover.since),
                "until": str(cover.until),
                "scope": cover.scope,
                "complete": cover.complete,
            }
            for name, cover in nam.coverage.items()
        },
        "sources": [
            {"title": source.title, **({"path": source.url} if source.url else {})}
            for source in nam.sources
        ],
        "resources": resources,
    }
    return {name: value for name, value in package.items() if value}


def _resource(one: KeyedTable, file: Path) -> dict[str, Any]:
    held = file.read_bytes()
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": one.name,
        "type": "table",
        "path": file.name,
        "description": one.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(held),
        "hash": f"sha256:{hashlib.sha256(held).hexdigest()}",
        "schema": _schema(one),
    }


def _schema(one: KeyedTable) -> dict[str, Any]:
    foreign = [
        {"fields": [column], "reference": _reference(one, target)}
        for column, target in one.refers.items()
    ]
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": list(_fields(one)),
        "missingValues": [""],
        "primaryKey": list(one.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _reference(one: KeyedTable, target: str) -> dict[str, Any]:
    """What a foreign key leads to; a table that leads to itself does not name itself."""
    return {**({} if target == one.name else {"resource": target}), "fields": ["id"]}


def _fields(one: KeyedTable) -> Iterable[dict[str, Any]]:
    for heading in one.table.headings:
        limits: dict[str, Any] = {}
        if heading.name in one.required:
            limits["required"] = True
        if heading.name in one.choices:
            limits["enum"] = list(one.choices[heading.name])
        yield {
            "name": heading.name,
            "type": _type(heading),
            "description": one.meanings[heading.name],
            **({"constraints": limits} if limits else {}),
        }


def _type(heading: Heading) -> str:
    return "array" if heading.many else _TYPES.get(heading.cls, "any")
