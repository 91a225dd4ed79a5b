"""What queries filter by: choices, ranges of days, and values of fields."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ..dates import Day, PartialDate, as_bound, as_date
from ..text import did_you_mean

if TYPE_CHECKING:
    from ..records.walk import FieldType

__all__ = ["Collections", "Resolve", "choice_of", "require_range", "touches", "wanted"]

E = TypeVar("E", bound=enum.Enum)

Collections = Mapping[str, Any]
"""The collections of a data set by name."""

Resolve = Callable[[tuple[str, ...], object], str]
"""Gives the id of a record of some collections that a value means."""


def choice_of(cls: type[E], value: str) -> E:
    """The choice of a vocabulary that a text names.

    Raises:
        ValueError: it names none.
    """
    try:
        return cls(value)
    except ValueError:
        known = [str(member.value) for member in cls]
        hint = did_you_mean(str(value), known)
        raise ValueError(f"unknown {cls.__name__} {value!r}; {hint}") from None


def require_range(since: Day | None, until: Day | None) -> None:
    """Raise unless `until` may lie on or after `since`; `None` is no limit.

    Raises:
        ValueError: it cannot, or one is no day.
    """
    first = None if since is None else as_date(since)
    last = None if until is None else as_date(until)
    if first is not None and last is not None and last.certainly_before(first):
        raise ValueError(f"since {first} lies after until {last}")


def touches(
    first: PartialDate | None,
    last: PartialDate | None,
    since: Day | None,
    until: Day | None,
    *,
    possible: bool,
) -> bool:
    """Whether what went from `first` to `last` touches the days from `since` to `until`.

    Args:
        first: the first day; `None` where none is known.
        last: the last day; `None` where it is the first, or not known.
        since: the first day asked for; of a year or month its first.
        until: the last day asked for; of a year or month its last.
        possible: whether it is enough that it may.
    """
    if since is None and until is None:
        return True
    if first is None:
        return possible
    begin = None if since is None else as_date(since).earliest
    end = None if until is None else as_date(until).latest
    final = last or first
    if possible:
        return (begin is None or begin <= final.latest) and (end is None or first.earliest <= end)
    return (begin is None or begin <= final.earliest) and (end is None or first.latest <= end)


def wanted(field: FieldType, value: Any, resolve: Resolve) -> Any:
    """The value that `value` means for a field, as records hold it.

    Args:
        field: the field.
        value: as the record holds it or as the data files do; a record stands for its id.
        resolve: gives the ids of references.

    Raises:
        TypeError: the field cannot hold such a value, or has parts that cannot be compared.
        ValueError: the value is none of those that the field may have.
        LookupError: a reference names no record, or several.
    """
    if field.has_parts:
        raise TypeError(f"{field.name} has parts and cannot be looked for by value")
    if value is None:
        if not field.optional:
            raise TypeError(f"{field.name} is never None")
        return None
    if field.many and isinstance(value, list | tuple):
        return tuple(_single(field, item, resolve) for item in value)
    return _single(field, value, resolve)


def _single(field: FieldType, value: Any, resolve: Resolve) -> Any:
    if field.refers:
        return resolve(field.refers, value)
    if issubclass(field.cls, enum.Enum):
        return choice_of(field.cls, value)
    if field.cls is PartialDate:
        return as_bound(value) if field.bound else as_date(value)
    if field.cls is object:
        from ..records.convert import json_value  # noqa: PLC0415

        return json_value(value)
    if field.cls is int and isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, field.cls) or (field.cls is int and isinstance(value, bool)):
        expected = {int: "a whole number", bool: "True or False"}.get(field.cls, "text")
        raise TypeError(f"{field.name} holds {expected}, not {value!r}")
    return value
