"""What queries are asked with: choices, and ranges of days."""

from __future__ import annotations

from typing import Any

from .dates import PartialDate, as_date
from .spans import Day

__all__ = ["choice_of", "require_order", "within"]


def choice_of(cls: Any, value: str) -> Any:
    """The choice of a vocabulary that a text names.

    Raises:
        ValueError: it names none.
    """
    try:
        return cls(value)
    except ValueError:
        known = ", ".join(member.value for member in cls)
        raise ValueError(f"unknown {cls.__name__} {value!r}; known: {known}") from None


def require_order(since: Day | None, until: Day | None) -> None:
    """Pass over two days of which the second may lie after the first.

    Raises:
        ValueError: it cannot, or one is no date.
    """
    if since is not None and until is not None and as_date(until).certainly_before(as_date(since)):
        raise ValueError(f"since {since} lies after until {until}")


def within(
    first: PartialDate | None, last: PartialDate | None, since: Day | None, until: Day | None
) -> bool:
    """Whether a thing that went from `first` to `last` may touch the days asked for."""
    if since is None and until is None:
        return True
    if first is None:
        return False
    return (since is None or as_date(since).earliest <= (last or first).latest) and (
        until is None or first.earliest <= as_date(until).latest
    )
