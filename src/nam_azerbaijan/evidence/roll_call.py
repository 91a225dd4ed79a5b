"""Roll calls as users bring them: one row a state and resolution, in the layouts of the field."""

from __future__ import annotations

import csv
import functools
import itertools
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal, Protocol

import attrs

from ..dates import PartialDate, as_date
from ..errors import RollCallError
from ..lookup.state_names import as_key
from ..records.votes import Choice

__all__ = [
    "LAYOUTS",
    "Faults",
    "Layout",
    "RollCall",
    "RollCallRows",
    "VotingFile",
    "is_missing",
    "read_roll_calls",
]


class _RowFrame(Protocol):
    """A data frame with the method of pandas, recognized without pandas."""

    def to_dict(self, orient: Literal["records"]) -> Any: ...


class _NamedRowFrame(Protocol):
    """A data frame with the method of Polars, recognized without Polars."""

    def iter_rows(self, *, named: Literal[True]) -> Any: ...


RollCallRows = str | os.PathLike[str] | Iterable[Mapping[str, Any]] | _RowFrame | _NamedRowFrame
"""The path of a CSV file, rows as mappings from columns to values, or a data frame."""


@attrs.frozen(kw_only=True)
class Layout:
    """The columns that a kind of voting data has.

    Attributes:
        name: whose data it is.
        resolution: what tells roll calls apart: the columns that are there, together; a roll call
            is called by the first one that is not empty.
        voters: columns that name the state, each with its system of codes, a name where `None`;
            the first one that is understood counts.
        choice: the column of the vote.
        month_first: whether days may be written `3/14/2008`.
    """

    name: str
    resolution: tuple[str, ...]
    voters: tuple[tuple[str, str | None], ...]
    choice: str
    month_first: bool = False

    def __str__(self) -> str:
        voter = " or ".join(column for column, _ in self.voters)
        return f"{self.name}: {' or '.join(self.resolution)}, {voter}, {self.choice}"


LAYOUTS = (
    Layout(
        name="Voeten",
        resolution=("rcid",),
        voters=(("ccode", "cown"), ("countryname", None)),
        choice="vote",
        month_first=True,
    ),
    Layout(
        name="unvotes",
        resolution=("rcid",),
        voters=(("country", None), ("country_code", "iso2c")),
        choice="vote",
    ),
    Layout(
        name="UN Digital Library",
        resolution=("resolution", "undl_id"),
        voters=(("ms_name", None), ("ms_code", "iso3c")),
        choice="ms_vote",
    ),
)
"""The layouts that are known; where a table has the columns of several, the first one counts."""

DAYS = ("date", "year")
"""The columns of the day, in every layout; the first one that is not empty counts."""

_CHOICES = {
    **dict.fromkeys(("yes", "y", "1"), Choice.YES.value),
    **dict.fromkeys(("no", "n", "3"), Choice.NO.value),
    **dict.fromkeys(("abstain", "a", "2"), Choice.ABSTAIN.value),
    **dict.fromkeys(("absent", "x", "8"), Choice.ABSENT.value),
    "9": None,  # Not a member.
}
_DELIMITERS = ",\t;"
_MONTH_FIRST = re.compile(r"(?a)(\d{1,2})/(\d{1,2})/(\d{4})")


@attrs.define(kw_only=True)
class RollCall:
    """One roll call.

    Attributes:
        resolution: what tells it apart, such as a symbol or the number of the roll call.
        date: its day, if the rows say it.
        row: the number of its first row.
        voters: the numbers of those who voted, or were absent, among the voters of the file.
        choices: how each of them voted.
        outsiders: the numbers of those who were no members of the body that voted.
    """

    resolution: str
    date: PartialDate | None
    row: int
    voters: list[int] = attrs.Factory(list)
    choices: list[str] = attrs.Factory(list)
    outsiders: list[int] = attrs.Factory(list)


@attrs.frozen(kw_only=True)
class VotingFile:
    """The roll calls of a file.

    Attributes:
        calls: the roll calls, in order of their first rows.
        voters: what names each voter: the cells of its columns.
        systems: the systems of codes of these columns; `None` for names.
    """

    calls: tuple[RollCall, ...] = ()
    voters: tuple[tuple[Any, ...], ...] = ()
    systems: tuple[str | None, ...] = ()


class Faults:
    """What is wrong with rows: each fault once, with the first row that has it."""

    def __init__(self) -> None:
        self._rows: dict[str, list[int]] = {}

    def add(self, row: int, what: object) -> None:
        """Note what is wrong with a row."""
        self._rows.setdefault(str(what), []).append(row)

    def require_none(self) -> None:
        """Raise if anything is wrong.

        Raises:
            RollCallError: with every fault.
        """
        if self._rows:
            raise RollCallError(
                f"row {rows[0]}{f' and {len(rows) - 1} more' if len(rows) > 1 else ''}: {what}"
                for what, rows in self._rows.items()
            )


def read_roll_calls(given: RollCallRows, faults: Faults) -> VotingFile:
    """The roll calls of a table.

    Args:
        given: the path of a file with a header, its values parted by commas, tabs or semicolons,
            in UTF-8; or rows; or a data frame.
        faults: takes what is wrong with single rows; a row counts from 1, below the header.

    Raises:
        RollCallError: the columns are those of no layout, or the file is no table.
        TypeError: `given` is nothing of the kind.
        OSError: the file cannot be read.
    """
    if isinstance(given, str | os.PathLike):
        path = Path(given)
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                first = file.readline()
                delimiter = max(_DELIMITERS, key=first.count)
                header = next(csv.reader([first], delimiter=delimiter), [])
                columns = [(name, place) for place, name in enumerate(header)]
                rows = _even(csv.reader(file, delimiter=delimiter, strict=True), header, faults)
                return _read(columns, rows, faults)
        except UnicodeDecodeError as error:
            raise RollCallError([f"{path.name}: expected UTF-8, found another encoding"]) from error
        except csv.Error as error:
            raise RollCallError([f"{path.name}: no table of values: {error}"]) from error
    mappings = iter(_mappings(given))
    top = next(mappings, None)
    if top is None:
        return VotingFile()
    columns = [(name, name) for name in (top if isinstance(top, Mapping) else ())]
    return _read(columns, itertools.chain([top], mappings), faults)


def _mappings(given: Any) -> Iterable[Any]:
    """The rows of a data frame, or of what is rows already."""
    if hasattr(given, "iter_rows"):
        return given.iter_rows(named=True)  # type: ignore[no-any-return]
    if hasattr(given, "to_dict"):
        return given.to_dict("records")  # type: ignore[no-any-return]
    if not isinstance(given, Iterable):
        raise TypeError(f"expected a path, rows or a data frame, got {given!r}")
    return given


def _even(rows: Iterable[list[str]], header: list[str], faults: Faults) -> Iterator[Any]:
    """The rows that have a cell in every column; `None` in place of others."""
    width = len(header)
    for number, row in enumerate(rows, start=1):
        if len(row) == width:
            yield row
        else:
            if row:
                faults.add(number, f"expected {width} cells as in the header, found {len(row)}")
            yield None


def _recognized(columns: list[tuple[Any, Any]]) -> tuple[Layout, dict[str, Any]]:
    """The layout that columns have, and where each of its columns is.

    Raises:
        RollCallError: there is none, or one of its columns is there twice.
    """
    places: dict[str, list[Any]] = {}
    for name, place in columns:
        if isinstance(name, str):
            places.setdefault(name.strip().casefold(), []).append(place)
    for layout in LAYOUTS:
        voters = [name for name, _ in layout.voters if name in places]
        resolution = [name for name in layout.resolution if name in places]
        if voters and resolution and layout.choice in places:
            used = [
                *resolution,
                *voters,
                layout.choice,
                *(day for day in DAYS if day in places),
            ]
            twice = [f"two columns are called {name!r}" for name in used if places[name][1:]]
            if twice:
                raise RollCallError(twice)
            return layout, {name: places[name][0] for name in used}
    found = ", ".join(map(repr, places)) or "none"
    known = "; ".join(map(str, LAYOUTS))
    raise RollCallError([f"no layout has the columns {found}; expected those of one of: {known}"])


def _read(columns: list[tuple[Any, Any]], rows: Iterable[Any], faults: Faults) -> VotingFile:
    layout, places = _recognized(columns)
    names = [name for name, _ in layout.voters if name in places]
    key_of = itemgetter(*(places[name] for name in layout.resolution if name in places))
    vote_of = itemgetter(places[layout.choice])
    voter_of = itemgetter(*(places[name] for name in names))
    days = [places[name] for name in DAYS if name in places]
    # With the first column twice it gives a tuple, also of one column.
    day_of: Callable[[Any], Any] = itemgetter(days[0], *days) if days else _no_day
    choice_of = functools.lru_cache(maxsize=1024, typed=True)(_choice)
    numbers: dict[Any, int] = {}
    opened: dict[Any, RollCall] = {}
    on: dict[Any, Any] = {}
    for number, row in enumerate(rows, start=1):
        try:
            key, voter, vote, day = key_of(row), voter_of(row), vote_of(row), day_of(row)
            if on.get(key, on) != day:
                _open(key, day, number, opened, layout)
                on[key] = day
            call, choice = opened[key], choice_of(vote)
            who = numbers.get(voter)
            if who is None:
                who = numbers[voter] = len(numbers)
            if choice is None:
                call.outsiders.append(who)
            else:
                call.voters.append(who)
                call.choices.append(choice)
        except KeyError as error:
            faults.add(number, f"has no column {error}, as the first row has")
        except TypeError:
            if row is not None:
                faults.add(
                    number, f"expected a mapping from columns to plain values, found {row!r}"
                )
        except ValueError as error:
            faults.add(number, error)
    return VotingFile(
        calls=_told_apart(opened),
        voters=tuple(cells if len(names) > 1 else (cells,) for cells in numbers),
        systems=tuple(system for name, system in layout.voters if name in places),
    )


def _open(key: Any, day: Any, row: int, opened: dict[Any, RollCall], layout: Layout) -> None:
    """Open the roll call that cells tell apart, unless it is open, also by other cells.

    3 and "3.0" tell the same one apart.

    Raises:
        ValueError: the cells tell none apart, or the day is none, or not that of its first row.
    """
    date = _date(day, month_first=layout.month_first)
    name = _resolution(key if isinstance(key, tuple) else (key,))
    call = opened.get(name)
    if call is None:
        call = opened[name] = RollCall(resolution=next(filter(None, name)), date=date, row=row)
    elif call.date != date:
        days = f"another day, {date or 'none'}, than row {call.row}, {call.date or 'none'}"
        raise ValueError(f"roll call {call.resolution} has {days}")
    opened[key] = call


def _told_apart(opened: Mapping[Any, RollCall]) -> tuple[RollCall, ...]:
    """The roll calls, in order; those of one symbol are called by what else tells them apart."""
    names: dict[int, Any] = {}
    for name, call in opened.items():
        names.setdefault(id(call), name)
    calls = tuple({id(call): call for call in opened.values()}.values())
    count = Counter(call.resolution for call in calls)
    for call in calls:
        more = ", ".join(filter(None, names[id(call)][1:]))
        if more and count[call.resolution] > 1:
            call.resolution += f" ({more})"
    return calls


def _no_day(row: Any) -> tuple[()]:
    """The cells of the day where there is no column for it."""
    return ()


def is_missing(cell: Any) -> bool:
    """Whether a cell says nothing: `None`, empty text, or a number or day that is none."""
    if cell is None or isinstance(cell, str):
        return not (cell and cell.strip())
    try:
        return bool(cell != cell)  # noqa: PLR0124  Nothing else differs from itself.
    except TypeError:  # What pandas.NA is, it does not say.
        return True


def _resolution(cells: tuple[Any, ...]) -> tuple[str, ...]:
    """What tells a roll call apart, as text.

    Raises:
        ValueError: nothing does.
    """
    try:
        name = tuple("" if is_missing(cell) else as_key(cell) for cell in cells)
    except TypeError:
        name = ()
    if not any(name):
        found = " and ".join(map(repr, cells))
        raise ValueError(f"expected what tells the roll call apart, found {found}")
    return name


def _choice(cell: Any) -> str | None:
    """How a state voted; `None` where it was no member.

    Raises:
        ValueError: the cell says nothing of the kind.
    """
    try:
        return _CHOICES[as_key(cell).casefold()]
    except (KeyError, TypeError):
        known = ", ".join(_CHOICES)
        raise ValueError(f"expected a vote as one of {known}, found {cell!r}") from None


def _date(cells: tuple[Any, ...], *, month_first: bool) -> PartialDate | None:
    """The day that the cells of a row say, the first that says one.

    Raises:
        ValueError: it is no day.
    """
    for cell in cells:
        if is_missing(cell) or cell == "NA":
            continue
        text = as_key(cell) if isinstance(cell, str) else cell
        if month_first and isinstance(text, str) and (parts := _MONTH_FIRST.fullmatch(text)):
            month, day, year = parts.groups()
            text = f"{year}-{month:0>2}-{day:0>2}"
        try:
            return as_date(text)
        except TypeError as error:
            raise ValueError(str(error)) from None
    return None
