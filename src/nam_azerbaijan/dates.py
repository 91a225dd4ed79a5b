"""Dates that say how much is known, and what a query takes as a day."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
from typing import NamedTuple, Protocol, SupportsFloat, SupportsIndex, runtime_checkable

from .frozen import Frozen

__all__ = ["MONTHS", "Bound", "Day", "PartialDate"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
"""The months by their English names."""

_FORMS = "YYYY, YYYY-MM, YYYY-MM-DD or two of these with '..' between"
_DAYS = f"a date, a datetime, a PartialDate, a year as a number, or text as {_FORMS}"
_FIRST_YEAR, _LAST_YEAR = 1000, 9999  # What four digits can say.

# The forms that people export: a day without hyphens, and a time of day behind a day.
_COMPACT = r"(?a)(\d{4})(\d\d)(\d\d)"
_TIMED = r"(?a)(\d{4}-?\d\d-?\d\d)[T ]\d\d(:?\d\d){0,2}([.,]\d+)?\s*(Z|[+-]\d\d(:?\d\d)?)?"
_DAY_FIRST = r"(?a)\d{1,2}[./-]\d{1,2}[./-]\d{4}"


class Bound(enum.StrEnum):
    """What stands in place of an end that is no date.

    `OPEN`: it lasts. `UNKNOWN`: it ended, or may have, on a day nobody has evidenced.
    """

    OPEN = "open"
    UNKNOWN = "unknown"


def _calendar_days(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of the year, month or day that `text` names."""
    if not text.isascii():
        raise ValueError
    match len(text), text.count("-"):
        case 10, 2 if text[4] == text[7] == "-":
            day = dt.date.fromisoformat(text)
            return day, day
        case 7, 1 if text[:4].isdigit() and text[5:].isdigit():
            year, month = int(text[:4]), int(text[5:])
            import calendar  # noqa: PLC0415  Most dates are whole days.

            last = calendar.monthrange(year, month)[1]
            return dt.date(year, month, 1), dt.date(year, month, last)
        case 4, 0 if text.isdigit():
            return dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
    raise ValueError


@functools.lru_cache(maxsize=16384)
def _parse(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day that a date as the data files write it may be."""
    plain = text[1:-1] if text.startswith("[") and text.endswith("]") and ".." in text else text
    first, dots, second = plain.partition("..")
    try:
        earliest, latest = _calendar_days(first)
        if not dots:
            return earliest, latest
        later, last = _calendar_days(second)
    except ValueError:
        raise ValueError(f"{text!r} is no date: expected {_FORMS}") from None
    if not (earliest < later and latest < last):
        raise ValueError(f"{text!r} is no date: expected the second part to lie after the first")
    return earliest, last


class PartialDate(Frozen):
    """One day of which all, or only its month, year or a range is known.

    Made from `1994-05-31`, `1994-05`, `1994`, or `1994-05-31..1994-06-04`: one unknown day from
    the first to the last, both possible; in brackets, as EDTF writes it, it is the same. Prints as
    it was written. Two are equal where the same days are possible. There is no `<` between
    partial dates: say `certainly_before` or `possibly_before`, or sort by `sort_key`.

    Attributes:
        text: the date as written.
        earliest: the first day that it may be.
        latest: the last day that it may be.
        numbers: the day numbers (proleptic Gregorian ordinals) of both.

    Raises:
        TypeError: `text` is no text.
        ValueError: `text` is in none of these forms, or names no day of the calendar.
    """

    # A value, as `datetime.date` is: `attrs.asdict` of a record is to leave it whole.
    __slots__ = ("earliest", "latest", "numbers", "text")

    text: str
    earliest: dt.date
    latest: dt.date
    numbers: tuple[int, int]

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(f"expected a date as text, got {text!r}")
        earliest, latest = _parse(text)
        numbers = earliest.toordinal(), latest.toordinal()
        self._set(text=text, earliest=earliest, latest=latest, numbers=numbers)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.numbers == other.numbers

    def __hash__(self) -> int:
        return hash(self.numbers)

    def __reduce__(self) -> tuple[type[PartialDate], tuple[str]]:
        return PartialDate, (self.text,)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """A total order, by the first possible day, then by the last."""
        return (self.earliest, self.latest)

    def certainly_before(self, other: PartialDate) -> bool:
        """Whether this is the earlier day, whichever days the two turn out to be."""
        return self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Whether this may be the earlier day."""
        return self.earliest < other.latest

    def may_be(self, day: Day) -> bool:
        """Whether this may be the same day as `day`.

        Raises:
            TypeError, ValueError: `day` is no day.
        """
        other = as_date(day)
        return self.earliest <= other.latest and other.earliest <= self.latest


@runtime_checkable
class _PandasPeriod(Protocol):
    """A `pandas.Period`, recognized without pandas."""

    @property
    def start_time(self) -> dt.datetime: ...
    @property
    def end_time(self) -> dt.datetime: ...


class _NumpyDay(Protocol):
    """A `numpy.datetime64`, recognized without numpy."""

    def astype(self, dtype: str, /) -> object: ...
    def item(self) -> object: ...


Day = str | SupportsIndex | SupportsFloat | dt.date | PartialDate | _PandasPeriod | _NumpyDay
"""What queries take as a day; see `as_date`."""


def as_date(day: Day) -> PartialDate:
    """The date that `day` means.

    Args:
        day: a `PartialDate`; a `date`; a `datetime` with or without a zone, which counts by its
            own calendar day; ISO text, also without hyphens or with a time of day behind it; a
            year as an integer or a whole float; a `numpy.datetime64`, `pandas.Timestamp` or
            `pandas.Period`. A year, a month or a longer period is one unknown day of it.

    Raises:
        ValueError: text or a number that names no day, or a missing value such as `NaT`.
        TypeError: anything else, `None` among it.
    """
    if isinstance(day, str):
        return _read(str(day))
    if isinstance(day, PartialDate):
        return day
    if isinstance(day, dt.date):
        if day != day:  # noqa: PLR0124  NaT calls itself a datetime.
            raise ValueError(f"{day!r} is no day: expected {_DAYS}")
        return PartialDate(day.isoformat()[:10])
    if isinstance(day, _PandasPeriod):
        return _between(day.start_time.date(), day.end_time.date())
    if type(day).__name__ == "datetime64":
        return _read(str(day))
    return _year(day)


@functools.lru_cache(maxsize=16384)
def _read(text: str) -> PartialDate:
    """The date that text means, as the data files write it or as people export it."""
    try:
        return PartialDate(text)
    except ValueError:
        pass
    plain = text.strip()
    if timed := re.fullmatch(_TIMED, plain):
        plain = timed[1]
    if compact := re.fullmatch(_COMPACT, plain):
        plain = "-".join(compact.groups())
    try:
        return PartialDate(plain)
    except ValueError:
        hint = "; the year comes first: YYYY-MM-DD" if re.fullmatch(_DAY_FIRST, plain) else ""
        raise ValueError(f"{text!r} is no day: expected {_DAYS}{hint}") from None


def _between(first: dt.date, last: dt.date) -> PartialDate:
    """One unknown day from the first to the last, as a year or a month where it is one."""
    for length in (10, 7, 4):
        text = first.isoformat()[:length]
        if _calendar_days(text) == (first, last):
            return PartialDate(text)
    return PartialDate(f"{first}..{last}")


def _year(number: object) -> PartialDate:
    """The year that a whole number means."""
    whole = hasattr(number, "__index__") or getattr(number, "is_integer", bool)()
    if isinstance(number, bool) or not hasattr(number, "__int__"):
        raise TypeError(f"{number!r} is no day: expected {_DAYS}")
    if not whole or not _FIRST_YEAR <= (year := int(number)) <= _LAST_YEAR:
        raise ValueError(f"{number!r} is no year: expected {_DAYS}")
    return PartialDate(str(year))


def as_optional_date(day: Day | None) -> PartialDate | None:
    """The date that `day` means, or `None` for none."""
    return None if day is None else as_date(day)


def as_bound(end: Day | Bound) -> PartialDate | Bound:
    """The end that `end` means: a date, or `open` or `unknown`."""
    if isinstance(end, str) and end in ("open", "unknown"):
        return Bound(end)
    return as_date(end)


def as_calendar_day(day: str | dt.date) -> dt.date:
    """The exact day that a date, or text as the data files write it, means.

    Raises:
        ValueError: it is no exact day.
    """
    try:
        date = PartialDate(str(day))
    except ValueError:
        date = None
    if date is None or not date.exact:
        raise ValueError(f"expected a day as YYYY-MM-DD, got {day!r}")
    return date.earliest


class DayNumbers(NamedTuple):
    """The day numbers from and until which something certainly, and possibly, lasts.

    Half open; where it certainly lasts on no day, or cannot last at all, the pair is empty. The
    possible end of what is open or unknown is infinity.
    """

    certain_from: int
    certain_until: float
    possible_from: int
    possible_until: float

    def hold(self, first: int, last: int, *, possible: bool = False) -> bool:
        """Whether it lasts on all, or with `possible` on any, of the days given."""
        if possible:
            return self.possible_from <= last and first < self.possible_until
        return self.certain_from <= first and last < self.certain_until


def day_numbers(start: PartialDate, end: PartialDate | Bound) -> DayNumbers:
    """The day numbers of what lasts from `start` up to, and without, `end`.

    Since the start lies before the end, a vague end also bounds the start and the other way round.
    """
    first, last = start.numbers
    if isinstance(end, PartialDate):
        earliest_end, latest_end = end.numbers
        earliest_end = max(first + 1, earliest_end)
        return DayNumbers(min(last, latest_end - 1), earliest_end, first, latest_end)
    far = float("inf")
    return DayNumbers(last, far if end is Bound.OPEN else first + 1, first, far)


def require_order(start: PartialDate, end: PartialDate | Bound) -> None:
    """Raise unless `end` may lie after `start`.

    Raises:
        ValueError: it cannot.
    """
    if isinstance(end, PartialDate) and not start.possibly_before(end):
        raise ValueError(f"the end {end} does not lie after the start {start}")
