"""How long something lasts, in words that can follow other words."""

from __future__ import annotations

from nam_azerbaijan import Bound, PartialDate

from .words import date_words

__all__ = ["day_words", "lasting"]


def day_words(date: PartialDate | Bound) -> str:
    """A date as it follows "since" or "until": `25 May 2011`, `a day in 1994`."""
    if date is Bound.UNKNOWN:
        return "a day that is not known"
    words = date_words(date)
    if isinstance(date, Bound) or date.exact:
        return words
    return f"a day {words if words.startswith('between') else f'in {words}'}"


def lasting(start: PartialDate, end: PartialDate | Bound) -> str:
    """From when until when; the end is the first day after, and is left out where it is open."""
    until = "" if end is Bound.OPEN else f" until {day_words(end)}"
    return f"from {day_words(start)}{until}"
