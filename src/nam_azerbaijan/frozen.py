"""Objects and mappings that cannot be changed.

Kept apart from attrs, which record classes use, so that a first answer need not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

__all__ = ["Frozen", "FrozenMap"]

K = TypeVar("K")
V = TypeVar("V", covariant=True)  # noqa: PLC0105


class Frozen:
    """The base of classes whose instances cannot be changed by assignment or `del`."""

    __slots__ = ()

    def _set(self, **values: object) -> None:
        """Give attributes their values, once, in `__init__`."""
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")


class FrozenMap(Frozen, Mapping[K, V]):
    """A read-only copy of a mapping, in the same order; unlike a proxy it can be pickled."""

    __slots__ = ("_held",)
    _held: dict[K, V]

    def __init__(self, held: Mapping[K, V]) -> None:
        self._set(_held=dict(held))

    def __getitem__(self, key: K) -> V:
        return self._held[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)

    def __repr__(self) -> str:
        return repr(self._held)
