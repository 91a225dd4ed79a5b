"""A column of days as a line on which zones can be laid, by one expression on every engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from numbers import Real
from typing import Any, TypeVar

import attrs
import narwhals.stable.v2 as nw

from ..dates import as_date
from .engines import Kind
from .grain import Grain

__all__ = ["DayLine", "as_written", "line_of", "missing"]

Held = TypeVar("Held", nw.Expr, nw.Series[Any])

# ISO text in the forms that `as_date` reads, but for a range of days.
_TIME = r"[T ][0-9]{2}(?::?[0-9]{2}){0,2}(?:[.,][0-9]+)?[ ]*(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
_YEAR = "[1-9][0-9]{3}"  # From 1000 on, so that no digit is lost where text becomes a number.
_ISO = (
    rf"^(?:{_YEAR}(?:-[0-9]{{2}})?"
    rf"|{_YEAR}(?:-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{4}})(?:{_TIME})?)$"
)
_LONG_MONTHS = [1.0, 3.0, 5.0, 7.0, 8.0, 10.0, 12.0]
_MONTHS = [float(month) for month in range(1, 13)]


@attrs.frozen(kw_only=True)
class DayLine:
    """Where the days of rows lie, and how zones are laid there.

    Attributes:
        place: gives the place of a row from its day; null where it has no day.
        kind: what places are: dates, days at midnight, or written numbers.
        limits: the first tick of each grain that is not covered.
    """

    place: nw.Expr
    kind: Kind
    limits: Mapping[Grain, int]

    def bound(self, tick: int | None, grain: Grain) -> float | dt.date:
        """The place at which a tick begins; without one the least place that there is."""
        if self.kind == "float":
            return float(grain.least if tick is None else grain.written(tick))
        date = dt.date.min if tick is None else dt.date.fromordinal(tick)
        return date if self.kind == "date" else dt.datetime.combine(date, dt.time())

    def covers(self, place: Held) -> Held:
        """Whether a place is that of a day that the data covers; false or null without a day."""
        if self.kind == "float":
            return ~place.is_null()
        return place < self.bound(self.limits[Grain.DAY], Grain.DAY)

    def grain(self, place: nw.Expr) -> nw.Expr:
        """The number of the grain of a place."""
        day, month, year = (nw.lit(int(one), nw.Int64) for one in reversed(Grain))
        finer = nw.when(place < Grain.DAY.least).then(month).otherwise(day)
        return nw.when(place < Grain.MONTH.least).then(year).otherwise(finer)

    def day_number(self, place: nw.Expr, *, last: bool) -> nw.Expr:
        """The number of the day at a place; of a month or year of its first or last day."""
        if self.kind != "float":
            return _days_of_years(place.dt.year() - 1) + place.dt.ordinal_day()
        # The first day, or that of the next month or year, which in March is the first of two.
        of_year = place * 10000 + (1301 if last else 101)
        of_month = (place + int(last)) * 100 + 1
        finer = nw.when(place < Grain.DAY.least).then(of_month).otherwise(place)
        written = nw.when(place < Grain.MONTH.least).then(of_year).otherwise(finer)
        back = nw.when(place < Grain.DAY.least).then(int(last)).otherwise(0)
        return _ordinal(*_parts(written)) - back


def line_of(
    day: nw.Expr, dtype: Any, limits: Mapping[Grain, int], *, has_dates: bool
) -> DayLine | None:
    """The line of a column of days; `None` where days are not known to come in its type.

    Args:
        day: the column.
        dtype: its type.
        limits: the first tick of each grain that is not covered.
        has_dates: whether the engine has dates of its own.
    """
    if dtype in (nw.Date, nw.Datetime) and has_dates:
        place = day if dtype == nw.Date else day.dt.date()
        return DayLine(place=place, kind="date", limits=limits)
    if dtype in (nw.Date, nw.Datetime):
        local = day if dtype == nw.Date else day.dt.replace_time_zone(None)
        return DayLine(place=local.cast(nw.Datetime("us")), kind="time", limits=limits)
    if dtype in (nw.String, nw.Unknown):  # Unknown is what holds nothing.
        text = (day if dtype == nw.String else day.cast(nw.String)).str.strip_chars()
        iso = nw.when(text.fill_null("").str.contains(_ISO)).then(text)
        plain = iso.str.slice(0, 10).str.replace_all("-", "", literal=True).str.slice(0, 8)
        number: nw.Expr = plain.cast(nw.Float64)
    elif dtype.is_numeric():
        number = day.cast(nw.Float64)
    else:
        return None
    known = _known(number, limits)
    if not dtype.is_integer():
        known &= number % 1 == 0
    return DayLine(place=nw.when(known).then(number), kind="float", limits=limits)


def missing(held: Held, dtype: Any) -> Held:
    """Whether there is no value in each row of a column of some type."""
    return held.is_null() | held.is_nan() if dtype.is_float() else held.is_null()


def as_written(day: Any) -> float:
    """The number by which people write a day, a month or a year; 0 for what is none of these."""
    if isinstance(day, Real) and not isinstance(day, bool):
        return float(day)
    try:
        text = str(as_date(day))
    except (TypeError, ValueError):
        return 0.0
    return 0.0 if ".." in text else float(text.replace("-", ""))


def _known(number: nw.Expr, limits: Mapping[Grain, int]) -> nw.Expr:
    """Whether a number is a year, a month or a day of the calendar that the data covers."""
    within = {
        grain: (number >= grain.least) & (number < grain.written(limit))
        for grain, limit in limits.items()
    }
    year, month, day = _parts(number)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    exists = (
        (day <= 28)  # noqa: PLR2004
        | ((day <= 30) & (month != 2))  # noqa: PLR2004
        | ((day == 31) & month.is_in(_LONG_MONTHS))  # noqa: PLR2004
        | ((day == 29) & leap)  # noqa: PLR2004
    )
    return (
        within[Grain.YEAR]
        | (within[Grain.MONTH] & (day >= 1) & (day <= 12))  # noqa: PLR2004
        | (within[Grain.DAY] & month.is_in(_MONTHS) & (day >= 1) & exists)
    )


def _parts(number: nw.Expr) -> tuple[nw.Expr, nw.Expr, nw.Expr]:
    """The year, the month and the day of a day as written."""
    return _whole(number, 10000), _whole(number % 10000, 100), number % 100


def _ordinal(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """The number of a day, as `date.toordinal` has it; the month after December is the 13th.

    Years are taken to begin in March, so that a leap day is the last day of one.
    """
    early = nw.when(month <= 2).then(1).otherwise(0)  # noqa: PLR2004
    since_march = month + early * 12 - 3
    return _days_of_years(year - early) + _whole(since_march * 153 + 2, 5) + day - 306


def _days_of_years(years: nw.Expr) -> nw.Expr:
    """How many days the first years of the calendar have."""
    return years * 365 + _whole(years, 4) - _whole(years, 100) + _whole(years, 400)


def _whole(number: nw.Expr, divisor: int) -> nw.Expr:
    """How many times a divisor goes into a number."""
    return (number / divisor).floor()
