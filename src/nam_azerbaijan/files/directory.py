"""A directory of a user's own: everything in it is checked before it is used."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from ..findings import DatasetError, Finding
from ..records import COLLECTIONS, record_class
from ..store import Rows
from ..text import did_you_mean
from .integrity import disorderly, renamed_to_nothing, unresolved
from .manifest import Manifest
from .strict_json import read_json
from .structure import structure

__all__ = ["form_findings", "read_directory"]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MANIFEST = "dataset.json"
_FILES = (_MANIFEST, *(f"{collection}.json" for collection in COLLECTIONS))
# Where a file was not read, nobody can tell which references lead nowhere.
_UNREAD = ("FMT001", "FMT002", "FMT003")


def read_directory(
    path: str | os.PathLike[str],
    *,
    partial: bool = False,
    known: Mapping[str, str] = MappingProxyType({}),
) -> tuple[dict[str, Any] | None, dict[str, list[dict[str, Any]]]]:
    """The manifest and the rows of every collection in a directory.

    Args:
        path: a directory laid out like the packaged data.
        partial: whether files may be missing, as in an overlay.
        known: ids of records elsewhere that may be referred to, and their collections.

    Returns:
        What the manifest says (`None` where it may be missing, and is) and the rows by collection.

    Raises:
        DatasetError: with every problem of every file.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise DatasetError([_finding("FMT001", str(path), "expected a directory with data files")])
    findings = list(_strangers(folder))
    manifest: dict[str, Any] | None = None
    rows: dict[str, list[dict[str, Any]]] = {}
    sound: dict[str, list[Any]] = {}
    for name in _FILES:
        file = folder / name
        if not os.path.lexists(file):
            if not partial:
                findings.append(_finding("FMT001", name, "expected this file, but it is missing"))
            continue
        try:
            value = read_json(file, folder.resolve())
        except ValueError as error:
            findings.append(_finding("FMT002", name, str(error)))
            continue
        if name == _MANIFEST:
            _, wrong = structure(Manifest, [value], name)
            manifest = value
            findings.extend(attrs.evolve(finding, record="") for finding in wrong)
        elif not isinstance(value, list):
            findings.append(_finding("FMT003", name, "expected a list of objects"))
        else:
            rows[file.stem] = [row for row in value if _has_id(row)]
            sound[file.stem], wrong = _structured(file.stem, value)
            findings.extend(wrong)
            findings.extend(_form_of_ids(file.stem, rows[file.stem]))
    findings.extend(_repeated_ids(rows, known))
    if not any(finding.code in _UNREAD for finding in findings):
        home = dict(known)
        home.update((row["id"], collection) for collection in rows for row in rows[collection])
        findings.extend(unresolved(sound, home))
    if findings:
        raise DatasetError(findings)
    return manifest, rows


def form_findings(rows_of: Mapping[str, Rows], renamed: Mapping[str, str]) -> list[Finding]:
    """What is wrong with the form and the references of the rows of a data set.

    Args:
        rows_of: all rows by collection and id, with the ends that successors give.
        renamed: former ids and the present ones.
    """
    home = {key: collection for collection, rows in rows_of.items() for key in rows}
    sound: dict[str, list[Any]] = {}
    findings: list[Finding] = []
    for collection, rows in rows_of.items():
        sound[collection], wrong = _structured(collection, rows.values())
        findings.extend(wrong)
    findings.extend(unresolved(sound, home))
    # What only shows when all lie together can be asked of rows of the right form.
    return findings or sound_together(rows_of, renamed, home)


def sound_together(
    rows_of: Mapping[str, Rows], renamed: Mapping[str, str], home: Mapping[str, str]
) -> list[Finding]:
    """What is wrong with rows whose form is right: what only shows when all lie together."""
    return [*disorderly(rows_of), *renamed_to_nothing(renamed, home)]


def _finding(code: str, file: str, message: str, record: str = "", field: str = "") -> Finding:
    return Finding(code=code, message=message, file=file, record=record, field=field)


def _strangers(folder: Path) -> Iterator[Finding]:
    for name in sorted(entry.name for entry in folder.iterdir() if entry.suffix == ".json"):
        if name not in _FILES:
            message = f"no data file has this name; {did_you_mean(name, _FILES)}"
            yield _finding("FMT001", name, message)


def _has_id(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("id"), str)


def _structured(collection: str, rows: Iterable[object]) -> tuple[list[Any], list[Finding]]:
    """The records that rows make, and what is wrong with the others."""
    # Where a successor is named, its start is the end; that there is one is enough here.
    whole = (
        {**row, "end": "unknown"}
        if isinstance(row, dict) and row.get("succeeded_by") is not None
        else row
        for row in rows
    )
    return structure(record_class(collection), whole, f"{collection}.json")


def _form_of_ids(collection: str, rows: Iterable[dict[str, Any]]) -> Iterator[Finding]:
    file = f"{collection}.json"
    for row in rows:
        if not _SLUG.fullmatch(row["id"]):
            message = f"{row['id']!r} is no id: expected lower-case words joined by hyphens"
            yield _finding("FMT006", file, message, row["id"], "id")
        if row.get("succeeded_by") is not None and "end" in row:
            message = "stands beside succeeded_by; the successor's start is the end"
            yield _finding("FMT007", file, message, row["id"], "end")
        for field, part in (("sources", "citation"), ("names", "name")):
            if row.get(field) == []:
                message = f"expected at least one {part}"
                yield _finding("FMT008", file, message, row["id"], field)


def _repeated_ids(
    rows: Mapping[str, list[dict[str, Any]]], known: Mapping[str, str]
) -> Iterator[Finding]:
    """Ids that stand twice here, or elsewhere in another collection."""
    first: dict[str, str] = {}
    for collection, held in rows.items():
        for row in held:
            if row["id"] in first:
                message = f"the id stands in {first[row['id']]} already; ids are unique"
                yield _finding("FMT004", f"{collection}.json", message, row["id"], "id")
            elif known.get(row["id"], collection) != collection:
                message = f"the id is that of one of the {known[row['id']]} below; ids are unique"
                yield _finding("FMT004", f"{collection}.json", message, row["id"], "id")
            first.setdefault(row["id"], f"{collection}.json")
