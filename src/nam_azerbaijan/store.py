"""Where the rows of a data set come from: the packaged files, a user's directory, layers of both.

A row is one JSON object of a data file. Records are built from rows elsewhere; this module reads,
checks the shape of what is not its own, lays layers over one another and fills in what is stored
once in a neighbour.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

import attrs

__all__ = [
    "COLLECTIONS",
    "Coverage",
    "Held",
    "Manifest",
    "Row",
    "Rows",
    "Store",
    "Waiver",
    "manifest_from",
]

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


@attrs.frozen(kw_only=True)
class Coverage:
    """What a collection aims to hold.

    Attributes:
        since: the first day it covers.
        until: the last day it covers.
        scope: what belongs in it, in words.
    """

    since: dt.date
    until: dt.date
    scope: str


@attrs.frozen(kw_only=True)
class Waiver:
    """A real-world exception to a rule.

    Attributes:
        rule: code of the rule.
        record: id of the record that is exempt from it.
        reason: why the data is right all the same.
    """

    rule: str
    record: str
    reason: str


@attrs.frozen(kw_only=True)
class Manifest:
    """What `dataset.json` says about the data set as a whole.

    Attributes:
        version: the version of the data.
        as_of: the last day about which it knows.
        compiled: the day on which its sources were last read.
        coverage: what each collection aims to hold.
        waivers: exceptions to rules.
        renamed: former ids of records and their present ones.
    """

    version: str
    as_of: dt.date
    compiled: dt.date
    coverage: Mapping[str, Coverage] = MappingProxyType({})
    waivers: tuple[Waiver, ...] = ()
    renamed: Mapping[str, str] = MappingProxyType({})


class Layer(Protocol):
    """Something that has rows by collection."""

    def rows(self, collection: str) -> list[Row]:
        """The rows of one collection, in file order."""
        ...


def manifest_from(row: Mapping[str, Any]) -> Manifest:
    """The manifest that a well-shaped `dataset.json` describes."""
    day = dt.date.fromisoformat
    return Manifest(
        version=row["version"],
        as_of=day(row["as_of"]),
        compiled=day(row["compiled"]),
        coverage=MappingProxyType(
            {
                name: Coverage(
                    since=day(cover["since"]), until=day(cover["until"]), scope=cover["scope"]
                )
                for name, cover in row.get("coverage", {}).items()
            }
        ),
        waivers=tuple(Waiver(**waiver) for waiver in row.get("waivers", ())),
        renamed=MappingProxyType(dict(row.get("renamed", {}))),
    )


class _Packaged:
    """The data that comes with the library; its own tests vouch for it."""

    def read(self, name: str) -> Any:
        # The loader serves zip files too, and costs a tenth of importlib.resources.
        from . import data  # noqa: PLC0415

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

    def __init__(self, manifest: Manifest, layers: tuple[Layer, ...]) -> None:
        self.manifest = manifest
        self.layers = layers
        self._lock = threading.RLock()
        self._rows: dict[str, Rows] = {}

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
        for layer in self.layers:
            rows = layer.rows(collection)
            keyed = {row["id"]: row for row in rows}
            if len(keyed) != len(rows):
                raise ValueError(f"{collection}.json holds an id more than once")
            merged.update(keyed)
        if len(self.layers) > 1:
            merged = dict(sorted(merged.items()))
        _link(merged)
        return merged

    @classmethod
    def packaged(cls) -> Store:
        """The store of the packaged data."""
        layer = _Packaged()
        return cls(manifest_from(layer.read("dataset.json")), (layer,))

    def under(self, manifest: Manifest | None, layer: Layer) -> Store:
        """A store in which `layer` lies on top of this one's.

        A manifest that comes with the layer says how far the whole knows; what it says of
        coverage, waivers and former ids is added to what is there.
        """
        mine = self.manifest
        if manifest is not None:
            mine = attrs.evolve(
                manifest,
                coverage={**mine.coverage, **manifest.coverage},
                waivers=(*mine.waivers, *manifest.waivers),
                renamed={**mine.renamed, **manifest.renamed},
            )
        return Store(mine, (*self.layers, layer))


def _link(rows: dict[str, Row]) -> None:
    """Give rows that name a successor its start as their end."""
    for key, row in rows.items():
        if "succeeded_by" in row:
            successor = rows.get(row["succeeded_by"], {})
            rows[key] = {**row, "end": successor.get("start", "unknown")}
