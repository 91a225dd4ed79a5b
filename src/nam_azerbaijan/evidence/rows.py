"""Rows changed at the paths that claims name, and where two rows differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..records.base import Figure
from ..records.walk import PART_KEYS, STANDS_FOR, FieldType, field_types
from ..store import Row

__all__ = ["changed_paths", "with_value"]

Change = tuple[str, Any, Any]
"""A path, the value before and the value after; `None` where there was, or is, nothing."""


def with_value(
    cls: type, row: Row, path: str, value: Any, *, hedge: str = "exactly"
) -> dict[str, Any]:
    """A copy of a row in which another value stands at a path.

    Args:
        cls: the class of the record or part that the row makes.
        row: the row.
        path: steps as `records.walk.value_at` takes them; they lead somewhere.
        value: the value, as data files have it.
        hedge: where the path leads to a figure, its new qualifier.
    """
    name, _, rest = path.partition("/")
    field = field_types(cls)[name]
    held = row.get(name, field.default)
    made = {**row, name: _replaced(field, held, rest, value, hedge)}
    if made[name] == field.default:
        del made[name]
    return made


def _replaced(field: FieldType, held: Any, path: str, value: Any, hedge: str) -> Any:
    """What a field holds after the change; `path` leads on from there."""
    if not path:
        return value
    if not field.many:
        return with_value(field.cls, held, path, value, hedge=hedge)
    step, _, rest = path.partition("/")
    place = _place(held, step)
    part = _part(field.cls, held[place], rest, value, hedge)
    return [*held[:place], part, *held[place + 1 :]]


def _part(cls: type, held: Any, path: str, value: Any, hedge: str) -> Any:
    """What one of several parts, or values, is after the change."""
    if path:
        return with_value(cls, held, path, value, hedge=hedge)
    if cls not in STANDS_FOR:
        return value
    part = with_value(cls, held, STANDS_FOR[cls], value)
    return with_value(cls, part, "qualifier", hedge) if cls is Figure else part


def _place(parts: list[Any], step: str) -> int:
    """The number of the part that a step of a path means."""
    for key in PART_KEYS:
        for number, part in enumerate(parts):
            if isinstance(part, Mapping) and str(part.get(key)) == step:
                return number
    return int(step)


def changed_paths(before: Any, after: Any, path: str = "") -> Iterator[Change]:
    """Where two rows, or values in them, differ: no deeper than both have parts to compare."""
    if before == after:
        return
    ways = _ways(before, after)
    if ways is None:
        yield path, before, after
        return
    for step, was, now in ways:
        yield from changed_paths(was, now, f"{path}/{step}" if path else step)


def _ways(before: Any, after: Any) -> Iterator[Change] | None:
    """Steps into two values, with what each has there; `None` where they have no common ones."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return ((key, before.get(key), after.get(key)) for key in dict.fromkeys([*before, *after]))
    if isinstance(before, list) and isinstance(after, list):
        for key in PART_KEYS:
            was, now = _keyed(before, key), _keyed(after, key)
            if was is not None and now is not None:
                return ((one, was.get(one), now.get(one)) for one in dict.fromkeys([*was, *now]))
    return None


def _keyed(parts: list[Any], key: str) -> dict[str, Any] | None:
    """Parts by what names them, or `None` where they have no such names, or not each its own."""
    if not all(isinstance(part, Mapping) and key in part for part in parts):
        return None
    named = {str(part[key]): part for part in parts}
    return named if len(named) == len(parts) else None
