"""Layers of rows, of which later ones win.

A row is one JSON object of a data file; records are built from rows elsewhere.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

from .frozen import Frozen
from .text import by_number

__all__ = ["HeldLayer", "Layer", "Row", "Rows", "Store", "linked"]

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
"""Rows by id."""


class Layer(Protocol):
    """Something that has rows by collection."""

    def rows(self, collection: str) -> list[dict[str, Any]]:
        """The rows of one collection, in file order."""
        ...


class HeldLayer:
    """A layer of rows that have been read."""

    def __init__(self, rows: Mapping[str, list[dict[str, Any]]]) -> None:
        self._rows = rows

    def rows(self, collection: str) -> list[dict[str, Any]]:
        """The rows of one collection, in file order."""
        return self._rows.get(collection, [])


class Store(Frozen):
    """Rows by collection, read from the layers when first asked for; later layers win."""

    __slots__ = ("_lock", "_merged", "layers")
    layers: tuple[Layer, ...]
    _merged: dict[str, Rows]
    _lock: threading.Lock

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._set(layers=layers, _merged={}, _lock=threading.Lock())

    def __reduce__(self) -> tuple[type[Store], tuple[tuple[Layer, ...]]]:
        return Store, (self.layers,)

    def rows(self, collection: str) -> Rows:
        """The rows of one collection by id, in the order of ids.

        Raises:
            DatasetError: two rows of one layer have the same id.
        """
        rows = self._merged.get(collection)
        if rows is None:
            with self._lock:
                rows = self._merged.get(collection)
                if rows is None:  # Built in full before anybody sees it.
                    rows = self._merged[collection] = MappingProxyType(self._merge(collection))
        return rows

    def _merge(self, collection: str) -> dict[str, Row]:
        merged: dict[str, Row] = {}
        for layer in self.layers:
            rows = layer.rows(collection)
            keyed = {row["id"]: row for row in rows}
            if len(keyed) != len(rows):
                raise _repeated(collection, rows)
            merged.update(keyed)
        if len(self.layers) > 1:
            merged = {key: merged[key] for key in sorted(merged, key=by_number)}
        return linked(merged)

    def with_layer(self, layer: Layer) -> Store:
        """A store in which `layer` lies on top of this one's."""
        return Store((*self.layers, layer))


def linked(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Rows in which each that names a successor has the successor's start as its end.

    A row that has an end all the same keeps it: a preferred source may say another day.
    """
    return {
        key: row
        if row.get("succeeded_by") is None or isinstance(row.get("end"), str)
        else {**row, "end": rows.get(row["succeeded_by"], {}).get("start", "unknown")}
        for key, row in rows.items()
    }


def _repeated(collection: str, rows: list[dict[str, Any]]) -> Exception:
    """The error that says which ids several rows of one file have."""
    from .findings import DatasetError, Finding  # noqa: PLC0415  Not for a first answer.

    return DatasetError(
        Finding(
            code="FMT004",
            message=f"the id stands {times} times; ids are unique",
            file=f"{collection}.json",
            record=key,
            field="id",
        )
        for key, times in Counter(row["id"] for row in rows).items()
        if times > 1
    )
