"""Reading a directory that is not the library's own: everything is checked before it is used."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from . import records
from .codec import structure
from .errors import DatasetError
from .findings import Finding
from .fold import near
from .integrity import unresolved
from .manifest import Manifest
from .store import COLLECTIONS, Row

__all__ = ["read_directory"]

MAX_BYTES = 64 * 2**20
MAX_INTEGER_DIGITS = 15
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MANIFEST = "dataset.json"
# Where a file was not read, nobody can tell which references lead nowhere.
_UNREAD = ("FMT001", "FMT002", "FMT003")


def read_directory(
    path: str | os.PathLike[str],
    *,
    partial: bool = False,
    known: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Row | None, dict[str, list[Row]]]:
    """The manifest and the rows of every collection in a directory.

    Args:
        path: a directory laid out like the packaged data.
        partial: whether files may be missing, as in an overlay.
        known: ids of records elsewhere that may be referred to, and their collections.

    Returns:
        The manifest (`None` where it may be missing, and is) and the rows by collection.

    Raises:
        DatasetError: with every problem of every file.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise DatasetError([_finding("FMT001", str(path), "expected a directory with data files")])
    findings = list(_strangers(folder))
    manifest: Row | None = None
    rows: dict[str, list[Row]] = {}
    sound: dict[str, list[Any]] = {}
    for name in (_MANIFEST, *(f"{collection}.json" for collection in COLLECTIONS)):
        file = folder / name
        if not os.path.lexists(file):
            if not partial:
                findings.append(_finding("FMT001", name, "expected this file, but it is missing"))
            continue
        try:
            value = _parse(file, folder.resolve())
            if name == _MANIFEST:
                manifest = _manifest(value)
            else:
                rows[file.stem], sound[file.stem], wrong = _rows(value, file.stem)
                findings.extend(wrong)
        except DatasetError as error:
            findings.extend(error.findings)
    findings.extend(_repeated_ids(rows, known))
    if not any(finding.code in _UNREAD for finding in findings):
        home = dict(known)
        home.update((row["id"], collection) for collection in rows for row in rows[collection])
        findings.extend(unresolved(sound, home))
    if findings:
        raise DatasetError(findings)
    return manifest, rows


def _finding(code: str, file: str, message: str, record: str = "", field: str = "") -> Finding:
    return Finding(code=code, message=message, file=file, record=record, field=field)


def _strangers(folder: Path) -> Iterator[Finding]:
    known = [_MANIFEST, *(f"{collection}.json" for collection in COLLECTIONS)]
    for name in sorted(entry.name for entry in folder.iterdir() if entry.suffix == ".json"):
        if name not in known:
            guess = near(name, known)
            hint = f"; did you mean {guess[0]}?" if guess else f"; known: {', '.join(known)}"
            yield _finding("FMT001", name, f"no data file has this name{hint}")


class _RepeatedKeyError(ValueError):
    """A key that stands twice in one object."""


def _parse(file: Path, folder: Path) -> Any:
    """The JSON value in `file`, or a `DatasetError` that says why there is none."""
    try:
        return json.loads(
            _text(file, folder),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_constant=_constant,
        )
    except UnicodeDecodeError as error:
        problem = f"expected UTF-8, found another byte at position {error.start}"
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error.msg} (line {error.lineno}, column {error.colno})"
    except RecursionError:
        problem = "objects or lists are nested too deeply"
    except (OSError, RuntimeError) as error:
        problem = f"cannot be read: {type(error).__name__}"
    except ValueError as error:
        problem = str(error)
    raise DatasetError([_finding("FMT002", file.name, problem)])


def _text(file: Path, folder: Path) -> str:
    target = file.resolve(strict=True)
    if not target.is_relative_to(folder):
        raise ValueError("a link that leads out of the directory is not followed")
    if not target.is_file():
        raise ValueError("expected a file")
    if target.stat().st_size > MAX_BYTES:
        raise ValueError(f"the file is larger than {MAX_BYTES} bytes")
    return target.read_bytes().decode("utf-8")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated = sorted({key for key in keys if keys.count(key) > 1})
        where = f" of {value['id']!r}" if isinstance(value.get("id"), str) else ""
        raise _RepeatedKeyError(
            f"the key {repeated[0]!r} stands more than once in an object{where}"
        )
    return value


def _integer(text: str) -> int:
    if len(text) > MAX_INTEGER_DIGITS:
        raise ValueError(f"a number has more than {MAX_INTEGER_DIGITS} digits")
    return int(text)


def _constant(text: str) -> float:
    raise ValueError(f"{text} is no JSON number")


def _manifest(value: Any) -> Row:
    _, findings = structure(Manifest, [value], _MANIFEST)
    if findings:
        raise DatasetError(attrs.evolve(finding, record="") for finding in findings)
    return value  # type: ignore[no-any-return]


def _rows(value: Any, collection: str) -> tuple[list[Row], list[Any], list[Finding]]:
    """The rows of one file that have an id, the records among them, and what is wrong."""
    file = f"{collection}.json"
    if not isinstance(value, list):
        raise DatasetError([_finding("FMT003", file, "expected a list of objects")])
    cls = getattr(records, COLLECTIONS[collection])
    # Where a successor is named, its start is the end; any date stands in for it here.
    whole = [
        {**row, "end": "unknown"}
        if isinstance(row, dict) and row.get("succeeded_by") is not None and "end" not in row
        else row
        for row in value
    ]
    sound, findings = structure(cls, whole, file)
    rows = [row for row in value if isinstance(row, dict) and isinstance(row.get("id"), str)]
    for row in rows:
        if not _SLUG.fullmatch(row["id"]):
            message = f"{row['id']!r} is no id: expected lower-case words joined by hyphens"
            findings.append(_finding("FMT006", file, message, row["id"], "id"))
        if row.get("succeeded_by") is not None and "end" in row:
            message = "stands beside succeeded_by; the successor's start is the end"
            findings.append(_finding("FMT007", file, message, row["id"], "end"))
        if row.get("sources") == []:
            message = "expected at least one citation"
            findings.append(_finding("FMT008", file, message, row["id"], "sources"))
        if row.get("names") == []:
            message = "expected at least one name"
            findings.append(_finding("FMT008", file, message, row["id"], "names"))
    return rows, sound, findings


def _repeated_ids(rows: dict[str, list[Row]], known: Mapping[str, str]) -> Iterator[Finding]:
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
