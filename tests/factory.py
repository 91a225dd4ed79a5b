"""A small sound data set, made to be broken in one place at a time."""

from __future__ import annotations

import copy
from typing import Any

import attrs

from nam_azerbaijan import Dataset
from nam_azerbaijan.manifest import Waiver
from nam_azerbaijan.store import COLLECTIONS, Held, Store

Rows = dict[str, list[dict[str, Any]]]

MANIFEST = {"version": "0", "as_of": "2000-12-31", "compiled": "2001-01-31"}

CITED = [{"source": "yearbook", "locator": "p. 1"}]

SMALL: Rows = {
    "states": [
        {
            "id": "arcadia",
            "names": [
                {"name": "Old Arcadia", "end": "1970-01-01"},
                {"name": "Arcadia", "start": "1970-01-01"},
            ],
            "codes": [
                {"system": "iso2c", "value": "QA"},
                {"system": "iso3c", "value": "QAA"},
                {"system": "iso3n", "value": "901"},
                {"system": "m49", "value": "901"},
                {"system": "cown", "value": "981"},
            ],
            "existence": [{"start": "1955-01-01"}],
        },
        {
            "id": "borduria",
            "names": [{"name": "Borduria"}],
            "codes": [{"system": "iso3c", "value": "QBB"}],
            "existence": [{"start": "1950-01-01", "end": "1999-01-01"}],
            "successors": ["carpania"],
        },
        {
            "id": "carpania",
            "names": [{"name": "Carpania"}],
            "existence": [{"start": "1999-01-01"}],
            "predecessors": ["borduria"],
        },
    ],
    "organizations": [{"id": "nam", "name": "Non-Aligned Movement"}],
    "memberships": [
        {
            "id": "arcadia-nam-member",
            "party": "arcadia",
            "status": "member",
            "start": "1961-09-01",
            "end": "open",
            "began": "founding",
            "began_at": "summit-1",
        },
        {
            "id": "borduria-nam-observer",
            "party": "borduria",
            "status": "observer",
            "start": "1961-09-01..1961-09-06",
            "ended": "upgraded",
            "began_at": "summit-1",
            "succeeded_by": "borduria-nam-member",
        },
        {
            "id": "borduria-nam-member",
            "party": "borduria",
            "status": "member",
            "start": "1964-10-05..1964-10-06",
            "began_at": "summit-2",
            "end": "1999-01-01",
            "ended": "dissolved",
        },
    ],
    "meetings": [
        {
            "id": "summit-1",
            "kind": "summit",
            "name": "First summit",
            "opened": "1961-09-01",
            "closed": "1961-09-06",
            "series": "nam-summit",
            "number": 1,
            "city": "Arx",
            "host": "arcadia",
        },
        {
            "id": "ministers-1",
            "kind": "ministerial-segment",
            "name": "Ministers of the first summit",
            "opened": "1961-09-02",
            "closed": "1961-09-03",
            "part_of": "summit-1",
        },
        {
            "id": "summit-2",
            "kind": "summit",
            "name": "Second summit",
            "opened": "1964-10-05",
            "closed": "1964-10-10",
            "series": "nam-summit",
            "number": 2,
            "city": "Brod",
            "host": "borduria",
        },
        {
            "id": "summit-3",
            "kind": "summit",
            "name": "Third summit",
            "opened": "1968-01-02",
            "closed": "1968-01-03",
            "series": "nam-summit",
            "number": 3,
            "city": "Arx",
            "host": "arcadia",
        },
    ],
    "participations": [
        {
            "id": "arcadia-at-summit-2",
            "party": "arcadia",
            "meeting": "summit-2",
            "capacity": "member",
            "attended": "yes",
            "head_of_delegation": "ada",
        },
        {
            "id": "borduria-at-summit-3",
            "party": "borduria",
            "meeting": "summit-3",
            "capacity": "member",
            "attended": "no",
        },
    ],
    "chairmanships": [
        {
            "id": "chair-arcadia-1961",
            "state": "arcadia",
            "start": "1961-09-01",
            "began_at": "summit-1",
            "ended_at": "summit-2",
            "succeeded_by": "chair-borduria-1964",
        },
        {
            "id": "chair-borduria-1964",
            "state": "borduria",
            "start": "1964-10-06",
            "began_at": "summit-2",
            "succeeded_by": "chair-arcadia-1968",
        },
        {
            "id": "chair-arcadia-1968",
            "state": "arcadia",
            "start": "1968-01-02",
            "end": "open",
            "began_at": "summit-3",
        },
    ],
    "chairpersons": [
        {
            "id": "ada-chair-1961",
            "term": "chair-arcadia-1961",
            "person": "ada",
            "office": "President",
            "start": "1961-09-01",
            "succeeded_by": "bo-chair-1964",
        },
        {
            "id": "bo-chair-1964",
            "term": "chair-borduria-1964",
            "person": "bo",
            "office": "President",
            "start": "1964-10-06",
            "succeeded_by": "ada-chair-1968",
        },
        {
            "id": "ada-chair-1968",
            "term": "chair-arcadia-1968",
            "person": "ada",
            "office": "President",
            "start": "1968-01-02",
            "end": "open",
        },
        {
            "id": "cy-chair-1969",
            "term": "chair-arcadia-1968",
            "person": "cy",
            "office": "Vice-President",
            "start": "1969-01-01",
            "end": "1969-02-01",
            "capacity": "acting",
        },
    ],
    "persons": [
        {"id": "ada", "name": "Ada"},
        {"id": "bo", "name": "Bo"},
        {"id": "cy", "name": "Cy"},
    ],
    "documents": [
        {
            "id": "declaration-1",
            "kind": "declaration",
            "title": "Declaration of Arx",
            "symbols": ["NAC/1"],
            "adopted": "1961-09-06",
            "in_force": "1962-01-01",
            "adopted_by": ["summit-1"],
            "url": "https://example.org/declaration",
            "provisions": [{"locator": "7", "topic": "peace", "summary": "Peace is better."}],
        },
    ],
    "events": [
        {
            "id": "visit",
            "kind": "visit",
            "title": "Ada visits Borduria",
            "date": "1966-03-01",
            "until": "1966-03-04",
            "actors": ["ada", "borduria"],
        },
    ],
    "sources": [
        {
            "id": "yearbook",
            "title": "Yearbook",
            "kind": "reference",
            "seen": "whole",
            "accessed": "2000-06-01",
            "url": "https://example.org/yearbook",
        },
    ],
}
for _collection, _rows in SMALL.items():
    if _collection != "sources":
        for _row in _rows:
            _row["sources"] = CITED
        _rows.sort(key=lambda row: row["id"])


def claim(record: str, path: str, value: object, source: str = "cow-igo-v3") -> dict[str, Any]:
    """A claim that is not preferred."""
    return {
        "id": f"claim-{record}-{path}-{source}",
        "record": record,
        "path": path,
        "value": value,
        "nature": "conflict",
        "reason": "A made reason.",
        "sources": [{"source": source}],
    }


def spell(party: str, status: str, start: str, end: str = "open", **more: Any) -> dict[str, Any]:
    """A spell; its id is party, status and first year."""
    return {
        "id": f"{party}-{status}-{start[:4]}",
        "party": party,
        "status": status,
        "start": start,
        "end": end,
        "sources": CITED,
        **more,
    }


def small() -> Rows:
    """A copy of the rows, to be changed at will."""
    return {name: copy.deepcopy(SMALL.get(name, [])) for name in COLLECTIONS}


def row(rows: Rows, key: str) -> dict[str, Any]:
    """The row with an id."""
    return next(one for held in rows.values() for one in held if one["id"] == key)


def dataset(rows: Rows | None = None, waivers: tuple[Waiver, ...] = ()) -> Dataset:
    """A data set of these rows, made without any check."""
    described = {
        **MANIFEST,
        "waivers": [attrs.asdict(waiver) for waiver in waivers],
        "renamed": {"old-arcadia": "arcadia"},
    }
    return Dataset(Store(described, (Held(small() if rows is None else rows),)))
