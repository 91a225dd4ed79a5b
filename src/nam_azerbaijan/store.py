"""Where the rows of a data set come from: the packaged files, a user's directory, layers of both.

A row is one JSON object of a data file. Records are built from rows elsewhere; this module reads,
checks the shape of what is not its own, lays layers over one another and fills in what is stored
once in a neighbour.
"""

from __future__ import annotations

import datetime as dt
import functools
import importlib
import json
import os
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .manifest import Manifest

__all__ = ["COLLECTIONS", "MOVEMENT", "Held", "Row", "Rows", "Store"]

Row = dict[str, Any]
Rows = Mapping[str, Row]

COLLECTIONS = {
    "states": "State",
    "organizations": "Organization",
    "memberships": "Membership",
    "applications": "Application",
    "meetings": "Meeting",
    "participations": "Participation",
    "chairmanships": "Chairmanship",
    "chairpersons": "Chairperson",
    "persons": "Person",
    "documents": "Document",
    "principles": "Principle",
    "events": "Event",
    "votes": "Vote",
    "sources": "Source",
    "claims": "Claim",
    "assertions": "Assertion",
}
"""The collections of a data set and the class of their records; also the names of the files."""


MOVEMENT = "nam"
"""The id of the organization that a spell or a term is in where nothing else is said."""


class Layer(Protocol):
    """Something that has rows by collection."""

    def rows(self, collection: str) -> list[Row]:
        """The rows of one collection, in file order."""
        ...


class _Packaged:
    """The data that comes with the library; its own tests vouch for it."""

    def read(self, name: str) -> Any:
        # The loader serves zip files too, and costs a tenth of importlib.resources.
        data: Any = importlib.import_module(".data", __package__)
        folder = os.path.dirname(data.__file__)  # noqa: PTH120
        return json.loads(data.__spec__.loader.get_data(os.path.join(folder, name)))  # noqa: PTH118

    def rows(self, collection: str) -> list[Row]:
        return self.read(f"{collection}.json")  # type: ignore[no-any-return]


class Held:
    """A layer of rows that have been read and found well shaped."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        self._rows = rows

    def rows(self, collection: str) -> list[Row]:
        """The rows of one collection, in file order."""
        return self._rows.get(collection, [])


class Store:
    """Rows by collection, read when first asked for, from layers of which later ones win."""

    def __init__(self, described: Row, layers: tuple[Layer, ...]) -> None:
        self._described = described
        self._layers = layers
        self._lock = threading.RLock()
        self._rows: dict[str, Rows] = {}
        self.as_of = dt.date.fromisoformat(described["as_of"])

    def __reduce__(self) -> tuple[type[Store], tuple[Row, tuple[Layer, ...]]]:
        return Store, (self._described, self._layers)

    @functools.cached_property
    def manifest(self) -> Manifest:
        """What the data set says of itself."""
        from .manifest import manifest_from  # noqa: PLC0415  Needed for few answers.

        return manifest_from(self._described)

    @property
    def renamed(self) -> dict[str, str]:
        """Former ids of records and their present ones."""
        return self._described.get("renamed", {})  # type: ignore[no-any-return]

    def rows(self, collection: str) -> Rows:
        """The rows of one collection by id.

        Raises:
            ValueError: two rows of one layer have the same id.
        """
        rows = self._rows.get(collection)
        if rows is None:
            with self._lock:
                rows = self._rows.get(collection)
                if rows is None:  # Built in full before anybody sees it.
                    rows = self._rows[collection] = self._merge(collection)
        return rows

    def _merge(self, collection: str) -> Rows:
        merged: dict[str, Row] = {}
        for layer in self._layers:
            rows = layer.rows(collection)
            keyed = {row["id"]: row for row in rows}
            if len(keyed) != len(rows):
                raise ValueError(f"{collection}.json holds an id more than once")
            merged.update(keyed)
        if len(self._layers) > 1:
            from .fold import by_number  # noqa: PLC0415

            merged = {key: merged[key] for key in sorted(merged, key=by_number)}
        _link(merged)
        return merged

    @classmethod
    def packaged(cls) -> Store:
        """The store of the packaged data."""
        layer = _Packaged()
        return cls(layer.read("dataset.json"), (layer,))

    def under(self, described: Row | None, layer: Layer) -> Store:
        """A store in which `layer` lies on top of this one's.

        A manifest that comes with the layer says how far the whole knows; what it says of
        coverage, waivers and former ids is added to what is there.
        """
        mine, theirs = self._described, described or {}
        return Store(
            {
                **mine,
                **theirs,
                "coverage": {**mine.get("coverage", {}), **theirs.get("coverage", {})},
                "waivers": [*mine.get("waivers", ()), *theirs.get("waivers", ())],
                "renamed": {**mine.get("renamed", {}), **theirs.get("renamed", {})},
            },
            (*self._layers, layer),
        )


def _link(rows: dict[str, Row]) -> None:
    """Give rows that name a successor its start as their end."""
    for key, row in rows.items():
        if row.get("succeeded_by") is not None:
            successor = rows.get(row["succeeded_by"], {})
            rows[key] = {**row, "end": successor.get("start", "unknown")}
