"""What turns JSON lists and objects into values that cannot be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

__all__ = ["json_value", "parts", "texts"]

T = TypeVar("T")


def texts(items: Iterable[str]) -> tuple[str, ...]:
    """A tuple of strings; a bare string is refused, because it would fall into letters."""
    if isinstance(items, str):
        raise TypeError(f"expected a list of texts, got the text {items!r}")
    return tuple(items)


def parts(cls: type[T], items: Iterable[T | Mapping[str, Any]]) -> tuple[T, ...]:
    """A tuple of parts of a record, made from objects where they are given as such."""
    return tuple(item if isinstance(item, cls) else cls(**item) for item in items)  # type: ignore[arg-type]


def json_value(value: Any) -> Any:
    """A JSON value that can be hashed: lists as tuples."""
    return tuple(map(json_value, value)) if isinstance(value, list | tuple) else value
