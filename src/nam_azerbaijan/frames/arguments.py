"""What an argument may be."""

from __future__ import annotations

from collections.abc import Collection as Sized

from ..text import did_you_mean

__all__ = ["require_known"]


def require_known(name: str, value: object, known: Sized[str]) -> None:
    """Raise unless a value is one of those that are known.

    Args:
        name: what the value is of.
        value: the value.
        known: the values that are.

    Raises:
        ValueError: it is not; the nearest is named.
    """
    if value not in known:
        raise ValueError(f"unknown {name} {value!r}; {did_you_mean(str(value), known)}")
