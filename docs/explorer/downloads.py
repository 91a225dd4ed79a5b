"""What each page offers to take away: its records as JSON, and a citation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import AnyRecord, Dispute
from nam_azerbaijan.records.base import plain

from .library import Library

__all__ = [
    "citations_of",
    "dispute_citation",
    "dispute_json",
    "list_json",
    "record_json",
    "row_citations",
]


def record_json(record: AnyRecord, library: Library) -> str:
    """A record, and under `with` those that have their permanent place on its page."""
    page = library.addresses[record.id].partition("#")[0]
    others: dict[str, list[dict[str, Any]]] = {}
    for key in library.on_page(page):
        if key != record.id:
            name = library.nam.home[key]
            others.setdefault(name, []).append(library.nam.get(key).to_dict())
    held = {"collection": library.nam.home[record.id], "record": record.to_dict()}
    return _text(library, {**held, "with": others} if others else held)


def list_json(collection: str, records: Iterable[AnyRecord], library: Library) -> str:
    """Records of one kind that share a page."""
    rows = [record.to_dict() for record in records]
    return _text(library, {"collection": collection, "records": rows})


def dispute_json(dispute: Dispute, library: Library) -> str:
    """A dispute with the claims and statements that are its sides."""
    held: dict[str, Any] = {
        "id": dispute.id,
        "natures": plain(dispute.natures),
        "records": list(dispute.records),
        "paths": list(dispute.paths),
        "claims": [one.to_dict() for one in dispute.claims],
        "assertions": [one.to_dict() for one in dispute.assertions],
    }
    return _text(library, {"dispute": held})


def _text(library: Library, held: dict[str, Any]) -> str:
    """JSON that says first of what data set it is a part, and its terms."""
    nam = library.nam
    said = {
        "title": nam.manifest.title,
        "version": nam.version,
        "as_of": nam.as_of.isoformat(),
        "licence": nam.manifest.licence,
        "citation": library.citation,
    }
    return json.dumps({"data_set": said, **held}, ensure_ascii=False, indent=1) + "\n"


def citations_of(record: AnyRecord, library: Library) -> Iterator[tuple[str, str]]:
    """How to cite a record with its sources: name and text of each style."""
    for name, style in (("Text", "text"), ("BibTeX", "bibtex")):
        yield name, nam_azerbaijan.cite(library.nam, record, style=style)


def row_citations(path: str, own: str, library: Library) -> Iterator[tuple[str, list[str]]]:
    """How to cite each record that has its place on a page: its id, and the text of each style.

    Args:
        path: the page.
        own: id of the record whose page it is, which is left out.
        library: the data.
    """
    for key in library.on_page(path):
        if key != own:
            texts = [nam_azerbaijan.cite(library.nam, key, style=one) for one in ("text", "bibtex")]
            yield key, texts


def dispute_citation(dispute: Dispute, title: str, library: Library) -> Iterator[tuple[str, str]]:
    """How to cite a dispute, which is a part of the data set as records are."""
    yield "Text", f"{title} ({dispute.id}). In: {library.citation}\n"
