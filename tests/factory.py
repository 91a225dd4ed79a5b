"""A small sound data set, made to be broken in one place at a time."""

from __future__ import annotations

import copy
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import attrs

from nam_azerbaijan import Dataset
from nam_azerbaijan.files.manifest import Waiver
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.store import HeldLayer, Store

Rows = dict[str, list[dict[str, Any]]]

MANIFEST = {"version": "0", "as_of": "2000-12-31", "compiled": "2001-01-31"}

CITED = [{"source": "yearbook", "locator": "p. 1", "says": ""}]

_ANSWERS = {"yes": "took part", "no": "did not attend", "unknown": "does not say whether"}

SMALL: Rows = {
    "states": [
        {
            "id": "arcadia",
            "names": [
                {"name": "Old Arcadia", "end": "1970-01-01"},
                {"name": "Arcadia", "start": "1970-01-01"},
            ],
            "codes": [
                {"system": "iso2c", "value": "QM"},
                {"system": "iso3c", "value": "QAA"},
                {"system": "iso3n", "value": "901"},
                {"system": "m49", "value": "901"},
                {"system": "cown", "value": "981"},
            ],
            "aliases": ["Qa Arcadia"],
            "existence": [{"start": "1955-01-01"}],
        },
        {
            "id": "borduria",
            "names": [{"name": "Borduria"}],
            "codes": [{"system": "iso3c", "value": "QBB"}],
            "aliases": ["Qb Borduria"],
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
    "organizations": [
        {"id": "assembly", "name": "Assembly", "kind": "organ", "parent": "nam"},
        {"id": "nam", "name": "Non-Aligned Movement"},
    ],
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
            "began": "upgraded",
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
            "ended_at": "summit-3",
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
            "provisions": [
                {
                    "locator": "7",
                    "topic": "peace",
                    "summary": "Peace is better.",
                    "known_through": "text",
                    "occupation": "no",
                }
            ],
        },
        {
            "id": "nac-res-7",
            "kind": "resolution",
            "title": "Resolution on peace",
            "symbols": ["NAC/RES/7"],
            "adopted": "1970-06-01",
            "adopted_by": ["assembly"],
            "mentions": [{"topic": "peace", "answer": "unknown"}],
        },
    ],
    "principles": [
        {
            "id": "rules-1",
            "set": "rules",
            "number": 1,
            "name": "Peace",
            "statement": "Keep it.",
            "corresponds_to": ["virtues-1"],
            "stated_in": "declaration-1",
        },
        {
            "id": "rules-2",
            "set": "rules",
            "number": 2,
            "name": "Quiet",
            "statement": "Keep it too.",
            "stated_in": "declaration-1",
        },
        {
            "id": "rules-3",
            "set": "rules",
            "number": 3,
            "name": "Patience",
            "statement": "Keep that as well.",
            "stated_in": "declaration-1",
        },
        {
            "id": "virtues-1",
            "set": "virtues",
            "number": 1,
            "name": "Peacefulness",
            "statement": "Have it.",
            "corresponds_to": ["rules-1"],
        },
    ],
    "votes": [
        {
            "id": "election-1971",
            "kind": "election",
            "title": "A seat",
            "body": "assembly",
            "date": "1971-05-02",
            "tally": [{"name": "arcadia", "value": 4}, {"name": "borduria", "value": 3}],
            "rounds": [
                {
                    "number": 1,
                    "date": "1971-05-01",
                    "tally": [{"name": "arcadia", "value": 3}, {"name": "borduria", "value": 4}],
                },
                {
                    "number": 2,
                    "date": "1971-05-02",
                    "tally": [{"name": "arcadia", "value": 4}, {"name": "borduria", "value": 3}],
                },
            ],
        },
        {
            "id": "vote-res-7",
            "kind": "resolution",
            "title": "The vote on peace",
            "body": "assembly",
            "date": "1970-06-01",
            "symbol": "NAC/RES/7",
            "document": "nac-res-7",
            "tally": [{"name": "yes", "value": 1}, {"name": "no", "value": 1}],
            "votes": [
                {"state": "arcadia", "choice": "yes"},
                {"state": "borduria", "choice": "no"},
            ],
        },
    ],
    "applications": [
        {
            "id": "borduria-application-1964",
            "party": "borduria",
            "sought": "member",
            "outcome": "granted",
            "reason": "The application was complete.",
            "applied": "1964-09-01",
            "decided": "1964-10-06",
            "meeting": "summit-2",
        },
    ],
    "claims": [
        {
            "id": "claim-visit-until-almanac",
            "record": "visit",
            "path": "until",
            "value": "1966-03-05",
            "nature": "conflict",
            "reason": "It was written later.",
        },
        {
            "id": "claim-visit-until-yearbook",
            "record": "visit",
            "path": "until",
            "value": "1966-03-04",
            "preferred": True,
            "reason": "It was written that week.",
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
            "id": "almanac",
            "title": "Almanac",
            "kind": "reference",
            "seen": "excerpt",
            "accessed": "2000-06-01",
        },
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


def speak(rows: Rows) -> None:
    """Let what the citations say bear out what the rows hold."""
    names = {
        one["id"]: one.get("names", [{}])[-1].get("name", one.get("name", one["id"]))
        for held in rows.values()
        for one in held
    }
    for collection, held in rows.items():
        for one in held:
            if collection == "sources" or not one.get("sources"):
                continue
            words = [v for name, v in one.items() if isinstance(v, str) and name != "id"]
            for field in ("actors", "about", "adopted_by"):
                words.extend(one.get(field, ()))
            named = ("host", "parent", "predecessor", "meeting", "head_of_delegation")
            words.extend(str(one.get(field) or "") for field in named)
            words.extend(names.get(word, "") for word in tuple(words))
            words.extend(str(figure["value"]) for figure in one.get("figures", ()))
            words.extend(str(figure["value"]) for figure in one.get("tally", ()))
            if isinstance(one.get("value"), int):
                words.append(f"{one.get('qualifier', '').replace('-', ' ')} {one['value']}")
            words.extend(one.get("symbols", ()))
            words.extend(part["locator"] for part in one.get("provisions", ()))
            words.append(_ANSWERS.get(one.get("attended", ""), ""))
            one["sources"] = [
                {**one["sources"][0], "says": " ; ".join(words)},
                *one["sources"][1:],
            ]


for _collection, _rows in SMALL.items():
    if _collection != "sources":
        for _row in _rows:
            almanac = _row["id"].endswith("almanac")
            _row["sources"] = [{**CITED[0], "source": "almanac"}] if almanac else CITED
        _rows.sort(key=lambda row: row["id"])
speak(SMALL)


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


def dataset(
    rows: Rows | None = None,
    waivers: tuple[Waiver, ...] = (),
    renamed: Mapping[str, str] = MappingProxyType({}),
    coverage: Mapping[str, Any] = MappingProxyType({}),
) -> Dataset:
    """A data set of these rows, made without any check."""
    described: dict[str, Any] = {
        **MANIFEST,
        "coverage": dict(coverage),
        "waivers": [attrs.asdict(waiver) for waiver in waivers],
        "renamed": {"old-arcadia": "arcadia", **renamed},
    }
    return Dataset(Store((HeldLayer(small() if rows is None else rows),)), described)


def write(folder: Path, rows: Rows, manifest: Any = MANIFEST) -> Path:
    """Write rows and a manifest as a data directory."""
    folder.mkdir(exist_ok=True)
    for name, held in rows.items():
        (folder / f"{name}.json").write_text(json.dumps(held), encoding="utf-8")
    (folder / "dataset.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def undisputed() -> Rows:
    """A copy of the rows without claims, and without the source that only a claim cites."""
    rows = small()
    rows["claims"] = []
    rows["sources"] = [one for one in rows["sources"] if one["id"] != "almanac"]
    return rows


def script(file: Path) -> ModuleType:
    """A script of the project as a module."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
