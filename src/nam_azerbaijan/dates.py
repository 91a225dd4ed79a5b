"""Dates that say how much is known, and the periods between them.

A `PartialDate` is one day of which only part may be known. A `Period` is half open: its start
counts, its end does not. Both answer twice: what is certain, and what is possible.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools

import attrs

__all__ = ["Bound", "PartialDate", "Period", "as_bound", "as_date"]

_FORMS = "YYYY, YYYY-MM, YYYY-MM-DD or two of these with '..' between"


class Bound(enum.Enum):
    """What stands in place of an end that is no date.

    `OPEN`: it lasts. `UNKNOWN`: it ended, or may have, on a day nobody has evidenced.
    """

    OPEN = "open"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return self.value


def _span(text: str) -> tuple[dt.date, dt.date]:
    """First and last day that the plain form `text` may mean."""
    if not text.isascii():
        raise ValueError
    match len(text), text.count("-"):
        case 10, 2:
            day = dt.date.fromisoformat(text)
            return day, day
        case 7, 1 if text[:4].isdigit() and text[4] == "-" and text[5:].isdigit():
            year, month = int(text[:4]), int(text[5:])
            from calendar import monthrange  # noqa: PLC0415  Most dates are whole.

            return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])
        case 4, 0 if text.isdigit():
            return dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
    raise ValueError


@functools.lru_cache(maxsize=16384)
def _parse(text: str) -> tuple[dt.date, dt.date]:
    first, dots, second = text.partition("..")
    try:
        earliest, latest = _span(first)
        if not dots:
            return earliest, latest
        later, last = _span(second)
    except ValueError:
        raise ValueError(f"{text!r} is no date: expected {_FORMS}") from None
    if not (earliest < later and latest < last):
        raise ValueError(f"{text!r} is no date: expected the second part to lie after the first")
    return earliest, last


@attrs.frozen(slots=True, repr=False)
class PartialDate:
    """One day of which all, or only its month, year or a range is known.

    Made from `1994-05-31`, `1994-05`, `1994`, or `1994-05-31..1994-06-04` (one unknown day from
    the first to the last, both possible). Prints as it was written. There is no `<` between
    partial dates: say `certainly_before` or `possibly_before`, or sort by `sort_key`.

    Attributes:
        text: the date as written.
        earliest: the first day that it may be.
        latest: the last day that it may be.

    Raises:
        ValueError: `text` is in none of the four forms, or names no day of the calendar.
    """

    text: str = attrs.field()
    earliest: dt.date = attrs.field(init=False, eq=False)
    latest: dt.date = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"expected a date as text, got {self.text!r}")
        earliest, latest = _parse(self.text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    @property
    def exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """A total order: by first possible day, then last possible day, then as written."""
        return (self.earliest, self.latest, self.text)

    def certainly_before(self, other: PartialDate) -> bool:
        """Whether this is the earlier day, whichever days the two turn out to be."""
        return self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Whether this may be the earlier day."""
        return self.earliest < other.latest

    def may_be(self, day: dt.date) -> bool:
        """Whether this may be `day`."""
        return self.earliest <= day <= self.latest


def as_date(value: str | dt.date | PartialDate) -> PartialDate:
    """The partial date that `value` means; a `datetime` counts by its date.

    Raises:
        ValueError: text that is no date.
        TypeError: neither text nor a date.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        return PartialDate(value)
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return PartialDate(value.isoformat())
    raise TypeError(f"expected a date, a datetime, a PartialDate or an ISO string, got {value!r}")


def as_bound(value: str | dt.date | PartialDate | Bound) -> PartialDate | Bound:
    """The end that `value` means: a date, or `open` or `unknown`."""
    if isinstance(value, Bound):
        return value
    if value == "open":
        return Bound.OPEN
    if value == "unknown":
        return Bound.UNKNOWN
    return as_date(value)


@attrs.frozen(slots=True)
class Period:
    """The days from `start` up to, and without, `end`; at least one day.

    Attributes:
        start: the first day.
        end: the first day after it, `Bound.OPEN` where it lasts, `Bound.UNKNOWN` where nobody
            has evidenced its end.

    Raises:
        ValueError: `end` cannot lie after `start`.
    """

    start: PartialDate = attrs.field(converter=as_date)
    end: PartialDate | Bound = attrs.field(default=Bound.OPEN, converter=as_bound)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.end, PartialDate) and not self.start.possibly_before(self.end):
            raise ValueError(f"the end {self.end} does not lie after the start {self.start}")

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    # The first day has ordinal a, the day after the last ordinal b. Since a < b, a vague end
    # also bounds the start and the other way round.

    @property
    def _latest_start(self) -> int:
        latest = self.start.latest.toordinal()
        if isinstance(self.end, PartialDate):
            return min(latest, self.end.latest.toordinal() - 1)
        return latest

    @property
    def _earliest_end(self) -> float:
        """Ordinal, or infinity for an open end."""
        if self.end is Bound.OPEN:
            return float("inf")
        earliest = self.start.earliest.toordinal() + 1
        if isinstance(self.end, PartialDate):
            return max(earliest, self.end.earliest.toordinal())
        return earliest

    @property
    def _latest_end(self) -> float:
        if isinstance(self.end, PartialDate):
            return self.end.latest.toordinal()
        return float("inf")

    @property
    def day_numbers(self) -> tuple[int, float, int, float]:
        """Ordinals from and until which a day certainly, then possibly, lies within.

        Both are half open; where nothing lies certainly within, the first pair is empty. An
        open end, and the possible end of an unknown one, is infinity.
        """
        return (
            self._latest_start,
            self._earliest_end,
            self.start.earliest.toordinal(),
            self._latest_end,
        )

    def contains(self, day: dt.date, *, possible: bool = False) -> bool:
        """Whether `day` certainly lies within, or with `possible` whether it may."""
        ordinal = day.toordinal()
        if possible:
            return self.start.earliest.toordinal() <= ordinal < self._latest_end
        return self._latest_start <= ordinal < self._earliest_end

    def overlaps(self, other: Period, *, possible: bool = False) -> bool:
        """Whether the two certainly share a day, or with `possible` whether they may."""
        if possible:
            return (
                self.start.earliest.toordinal() < other._latest_end
                and other.start.earliest.toordinal() < self._latest_end
            )
        return self._latest_start < other._earliest_end and other._latest_start < self._earliest_end

    def gap(self, other: Period) -> tuple[int, int]:
        """The fewest and the most days that lie between the two, whichever comes first."""
        fewest = max(
            0.0,
            other.start.earliest.toordinal() - self._latest_end,
            self.start.earliest.toordinal() - other._latest_end,
        )
        most = max(
            0.0,
            other._latest_start - self._earliest_end,
            self._latest_start - other._earliest_end,
        )
        return int(fewest), int(most)
