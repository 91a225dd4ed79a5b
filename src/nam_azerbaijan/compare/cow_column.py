"""The Correlates of War column of the Movement, as its file or rows have it."""

from __future__ import annotations

from collections.abc import Iterator

from .table_reader import Cells, PathOrRows, SoughtColumn, read_table

__all__ = ["CowColumn"]

_COLUMNS = (
    SoughtColumn("cown", ("ccode", "cow_code", "cown")),
    SoughtColumn("year", ("year",)),
    SoughtColumn("status", ("nam", "status_code")),
)
_MISSING, _NOT_THERE = "missing", "not there"
_VALUES = {-9: _MISSING, -1: _NOT_THERE, 0: "", 1: "member", 2: "associate", 3: "observer"}
_EXPECTED = "-9, -1, 0, 1, 2 or 3"


class CowColumn:
    """A status by number and year.

    Attributes:
        first: the first year that has a row; years of an organization that is not there yet do
            not count, unless there are no others.
        last: the last such year.

    Raises:
        ValueError: the rows are no such table, have a value that the column cannot have, one
            state-year twice, or there are none.
        OSError: the file cannot be read.
    """

    def __init__(self, given: PathOrRows) -> None:
        self._cells: dict[tuple[str, int], Cells] = {}
        self._values: dict[tuple[str, int], str] = {}
        for cells in read_table(given, _COLUMNS):
            number = cells.number("cown", "a Correlates of War number such as 373")
            key = str(number), cells.year("year")
            if key in self._cells:
                first = self._cells[key].place
                raise ValueError(f"{cells.place}: {number} in {key[1]} stands at {first} already")
            value = cells.number("status", _EXPECTED)
            if value not in _VALUES:
                raise cells.wrong("status", _EXPECTED)
            self._cells[key] = cells
            self._values[key] = _VALUES[value]
        if not self._cells:
            raise ValueError("there are no rows to compare with")
        years = [year for (_, year), value in self._values.items() if value != _NOT_THERE]
        years = years or [year for _, year in self._values]
        self.first, self.last = min(years), max(years)

    def status(self, cown: str, year: int) -> str:
        """`member`, `associate` or `observer`; empty where the column has no status."""
        value = self._values.get((cown, year), "")
        return "" if value in (_MISSING, _NOT_THERE) else value

    def is_missing(self, cown: str, year: int) -> bool:
        """Whether the column says that the status is not known."""
        return self._values.get((cown, year)) == _MISSING

    def having_status(self) -> Iterator[tuple[str, int]]:
        """The numbers and years that have a status."""
        return (key for key in self._values if self.status(*key))

    def unknown_number(self, cown: str, year: int) -> ValueError:
        """The error that says where a number stands that is no state's."""
        return self._cells[cown, year].wrong("cown", "the number of a state since 1955")
