"""The periods of a panel: years, months, or the days of meetings, as arrays of day numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ..compare.period_status import Partial
from ..dates import Day, DayNumbers, PartialDate, as_date
from ..lookup.filters import require_range
from .native import ColumnKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..records.meetings import Meeting

__all__ = ["TimeAxis", "meeting_axis", "month_axis", "year_axis"]

_DECEMBER = 12


@attrs.frozen(eq=False)
class TimeAxis:
    """Periods one after another, and what of them counts.

    A day of a period may be vague, as that of a meeting of which only the month is known: so each
    is a pair of day numbers, the first and the last that it may be.

    Attributes:
        columns: what says which period it is: values, a period each, and their kind, by name.
        begun: by which day a thing has begun if it counts.
        lasting: on which day it still lasts if it counts.
        day: the day by which codes and names are read.
    """

    columns: Mapping[str, tuple[Sequence[Any], ColumnKind]]
    begun: tuple[NDArray[Any], NDArray[Any]]
    lasting: tuple[NDArray[Any], NDArray[Any]]
    day: NDArray[Any]

    def __len__(self) -> int:
        return len(self.day)

    def hold(self, days: DayNumbers, *, possible: bool = False) -> NDArray[Any]:
        """In which periods a thing that lasts so long counts for certain, or may count."""
        if possible:
            begun, lasting = self.begun[1], self.lasting[0]
            return (days.possible_from <= begun) & (lasting < days.possible_until)
        begun, lasting = self.begun[0], self.lasting[1]
        return (days.certain_from <= begun) & (lasting < days.certain_until)

    def within(self, since: dt.date, until: dt.date) -> tuple[NDArray[Any], NDArray[Any]]:
        """Which periods do not begin before one day, and which do not end after another."""
        (begun, begun_last), (lasting, lasting_last) = self.begun, self.lasting
        early = (begun >= since.toordinal()) & (lasting >= since.toordinal())
        late = (begun_last <= until.toordinal()) & (lasting_last <= until.toordinal())
        return early, late


def _axis(
    columns: Mapping[str, tuple[Sequence[Any], ColumnKind]],
    first: Sequence[tuple[int, int]],
    last: Sequence[tuple[int, int]],
    partial: Partial,
) -> TimeAxis:
    import numpy as np  # noqa: PLC0415  Nothing else needs it.

    def pair(days: Sequence[tuple[int, int]]) -> tuple[NDArray[Any], NDArray[Any]]:
        held = np.array(days, dtype=np.int64).reshape(-1, 2)
        return held[:, 0], held[:, 1]

    firsts, lasts = pair(first), pair(last)
    begun, lasting = partial.asked(firsts, lasts)
    day = (lasts if partial is Partial.LAST else firsts)[0]
    return TimeAxis(columns, begun, lasting, day)


def _exact(day: dt.date) -> tuple[int, int]:
    return day.toordinal(), day.toordinal()


def _ends(since: Day, until: Day) -> tuple[dt.date, dt.date]:
    require_range(since, until)
    return as_date(since).earliest, as_date(until).latest


def year_axis(since: Day, until: Day, partial: Partial) -> TimeAxis:
    """The years from that of one day to that of another.

    Raises:
        ValueError, TypeError: one is no day, or the second lies before the first.
    """
    first, last = _ends(since, until)
    years = range(first.year, last.year + 1)
    return _axis(
        {"year": (years, ColumnKind.WHOLE)},
        [_exact(dt.date(year, 1, 1)) for year in years],
        [_exact(dt.date(year, 12, 31)) for year in years],
        partial,
    )


def month_axis(since: Day, until: Day, partial: Partial) -> TimeAxis:
    """The months from that of one day to that of another.

    Raises:
        ValueError, TypeError: one is no day, or the second lies before the first.
    """
    first, last = _ends(since, until)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    months = [divmod(number, _DECEMBER) for number in numbers]
    starts = [dt.date(year, month + 1, 1).toordinal() for year, month in months]
    ends = [PartialDate(f"{year:04}-{month + 1:02}").numbers[1] for year, month in months]
    return _axis(
        {
            "year": ([year for year, _ in months], ColumnKind.WHOLE),
            "month": ([month + 1 for _, month in months], ColumnKind.WHOLE),
        },
        [(day, day) for day in starts],
        [(day, day) for day in ends],
        partial,
    )


def meeting_axis(meetings: Iterable[Meeting], partial: Partial) -> TimeAxis:
    """The days of meetings; where it is not known when one closed, the day on which it opened."""
    held = tuple(meetings)
    opened = [one.opened for one in held]
    dates = [day.earliest for day in opened]
    same_year = [day.earliest.year == day.latest.year for day in opened]
    same_month = [day.earliest.replace(day=1) == day.latest.replace(day=1) for day in opened]
    known = (same_year, same_month, [day.exact for day in opened])
    parts = {
        name: [getattr(date, name) if sure else None for date, sure in zip(dates, of, strict=True)]
        for name, of in zip(("year", "month", "day"), known, strict=True)
    }
    return _axis(
        {
            "meeting": ([one.id for one in held], ColumnKind.TEXT),
            "meeting_name": ([one.name for one in held], ColumnKind.TEXT),
            "kind": ([one.kind.value for one in held], ColumnKind.TEXT),
            **{name: (values, ColumnKind.WHOLE) for name, values in parts.items()},
        },
        [day.numbers for day in opened],
        [(one.closed or one.opened).numbers for one in held],
        partial,
    )
