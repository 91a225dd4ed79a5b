"""Dates that say how much is known."""

from __future__ import annotations

import datetime as dt
import enum
import functools

__all__ = ["Bound", "PartialDate", "as_bound", "as_date", "day_numbers"]

_FORMS = "YYYY, YYYY-MM, YYYY-MM-DD or two of these with '..' between"


class Bound(enum.StrEnum):
    """What stands in place of an end that is no date.

    `OPEN`: it lasts. `UNKNOWN`: it ended, or may have, on a day nobody has evidenced.
    """

    OPEN = "open"
    UNKNOWN = "unknown"


def _span(text: str) -> tuple[dt.date, dt.date]:
    """First and last day that the plain form `text` may mean."""
    if not text.isascii():
        raise ValueError
    match len(text), text.count("-"):
        case 10, 2 if text[4] == text[7] == "-":
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

    # No attrs class: it is needed for a first answer, which is not to wait for attrs.
    __slots__ = ("earliest", "latest", "text")

    text: str
    earliest: dt.date
    latest: dt.date

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise TypeError(f"expected a date as text, got {text!r}")
        earliest, latest = _parse(text)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a date cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a date cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __hash__(self) -> int:
        return hash((PartialDate, self.text))

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
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """A total order: by first possible day, then last possible day, then as written."""
        return (self.earliest, self.latest, self.text)

    def certainly_before(self, other: PartialDate) -> bool:
        """Whether this is the earlier day, whichever days the two turn out to be."""
        return self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Whether this may be the earlier day."""
        return self.earliest < other.latest

    def may_be(self, day: str | dt.date | PartialDate) -> bool:
        """Whether this may be the same day as `day`."""
        other = as_date(day)
        return self.earliest <= other.latest and other.earliest <= self.latest


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


def day_numbers(start: PartialDate, end: PartialDate | Bound) -> tuple[int, float, int, float]:
    """Ordinals from and until which a day certainly, then possibly, lies from `start` to `end`.

    Both are half open; where nothing lies certainly within, the first pair is empty. An open
    end, and the possible end of an unknown one, is infinity. Since the start lies before the end,
    a vague end also bounds the start and the other way round.
    """
    first, last = start.earliest.toordinal(), start.latest.toordinal()
    if isinstance(end, PartialDate):
        latest_end = end.latest.toordinal()
        earliest_end = max(first + 1, end.earliest.toordinal())
        return min(last, latest_end - 1), earliest_end, first, latest_end
    far = float("inf")
    return last, far if end is Bound.OPEN else first + 1, first, far
