"""Rows of other data sets, read strictly: what is wrong is named by row and column."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

__all__ = ["Cells", "PathOrRows", "SoughtColumn", "read_table"]

PathOrRows = str | os.PathLike[str] | Iterable[Mapping[str, Any]]

_DELIMITERS = ",\t;"


@attrs.frozen
class SoughtColumn:
    """The heading of a column that is looked for.

    Attributes:
        field: what the column holds.
        names: what may stand there, compared without case.
        required: whether a table without it is refused.
    """

    field: str
    names: tuple[str, ...]
    required: bool = True


@attrs.frozen
class Cells:
    """The cells of one row that are of use.

    Attributes:
        place: where the row stands, such as `line 5` of a file or `row 4` of an iterable.
        names: the name of each column in the table, by field.
        values: the cells by field.
    """

    place: str
    names: Mapping[str, str]
    values: Mapping[str, Any]

    def wrong(self, field: str, expected: str) -> ValueError:
        """The error that says what was expected of a cell, and where it stands."""
        return ValueError(
            f"{self.place}, column {self.names[field]!r}: expected {expected}, "
            f"found {self.values[field]!r}"
        )

    def text(self, field: str) -> str:
        """A cell as text without surrounding space; empty where the table has no such column.

        Raises:
            ValueError: the cell is no text.
        """
        value = self.values.get(field, "")
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(field, "text")
        return value.strip()

    def number(self, field: str, expected: str) -> int:
        """A cell as a whole number, which may be written `2.0`.

        Raises:
            ValueError: the cell is no whole number.
        """
        value = self.values[field]
        try:
            if isinstance(value, bool):
                raise self.wrong(field, expected)
            number = float(value.strip() if isinstance(value, str) else value)
            if not number.is_integer():
                raise self.wrong(field, expected)
        except (TypeError, ValueError, OverflowError, AttributeError):
            raise self.wrong(field, expected) from None
        return int(number)

    def year(self, field: str) -> int:
        """A cell as a year.

        Raises:
            ValueError: the cell is no year.
        """
        expected = "a year such as 1961"
        year = self.number(field, expected)
        if not 1000 <= year <= 9998:  # noqa: PLR2004  Four digits, and a year after it.
            raise self.wrong(field, expected)
        return year


def read_table(given: PathOrRows, columns: Iterable[SoughtColumn]) -> Iterator[Cells]:
    """The rows of a table, with the cells of the columns that are looked for.

    Args:
        given: the path of a file with a header, its values parted by commas, tabs or semicolons,
            in UTF-8; or rows, each a mapping from the names of columns to values.
        columns: the columns looked for; others are passed over.

    Raises:
        ValueError: the file is no such table; a required column is missing, or two columns fit
            one; a row is no mapping, or has more or fewer cells than the header.
        OSError: the file cannot be read.
    """
    wanted = tuple(columns)
    if isinstance(given, str | os.PathLike):
        yield from _from_file(Path(given), wanted)
    else:
        yield from _from_mappings(given, wanted)


def _found(
    header: Iterable[object], wanted: tuple[SoughtColumn, ...], place: str
) -> dict[str, Any]:
    """The name that each column has in this header, by field."""
    names: dict[str, list[str]] = {}
    for name in header:
        if isinstance(name, str):
            names.setdefault(name.strip().casefold(), []).append(name)
    found = {}
    for column in wanted:
        fits = [name for known in column.names for name in names.get(known, ())]
        if len(fits) > 1:
            raise ValueError(f"{place}: the columns {', '.join(map(repr, fits))} mean the same")
        if fits:
            found[column.field] = fits[0]
        elif column.required:
            shown = [*map(repr, names)][:6] + ["..."] * (len(names) > 6)  # noqa: PLR2004
            raise ValueError(
                f"{place}: expected a column {' or '.join(map(repr, column.names))}, "
                f"found only {', '.join(shown)}"
            )
    return found


def _from_file(path: Path, wanted: tuple[SoughtColumn, ...]) -> Iterator[Cells]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            first = file.readline()
            delimiter = max(_DELIMITERS, key=first.count)
            header = next(csv.reader([first], delimiter=delimiter), [])
            names = _found(header, wanted, f"{path.name}, line 1")
            places = {field: header.index(name) for field, name in names.items()}
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for cells in reader:
                if not cells:
                    continue
                place = f"{path.name}, line {reader.line_num + 1}"
                if len(cells) != len(header):
                    raise ValueError(f"{place}: {len(cells)} cells under {len(header)} columns")
                yield Cells(
                    place, names, {field: cells[number] for field, number in places.items()}
                )
        except UnicodeDecodeError as error:
            raise ValueError(f"{path.name}: expected UTF-8, found another encoding") from error
        except csv.Error as error:
            raise ValueError(f"{path.name}: no table of values: {error}") from error


def _from_mappings(given: Iterable[Any], wanted: tuple[SoughtColumn, ...]) -> Iterator[Cells]:
    names: dict[str, Any] = {}
    keys: object = None
    for number, row in enumerate(given, start=1):
        if not isinstance(row, Mapping):
            raise ValueError(  # noqa: TRY004  One kind of error for all that is wrong with rows.
                f"row {number}: expected a mapping from columns to values, found {row!r}"
            )
        if keys is None or row.keys() != keys:
            names = _found(row, wanted, f"row {number}")
            keys = row.keys()
        yield Cells(f"row {number}", names, {field: row[name] for field, name in names.items()})
