"""What the search may find of each kind of record: titles, and the words people look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nam_azerbaijan import AnyRecord, Dispute, Document, State
from nam_azerbaijan.lookup.words import ordinal

from .library import Library
from .provisions import provision_anchors
from .site import Site
from .words import phrase, provision_title

__all__ = ["list_dispute", "list_record"]

_SEARCHED = (
    "aliases", "spellings", "abbreviation", "symbols", "symbol", "city", "place", "number", "kind",
    "topics", "author", "publisher", "theme",
)  # fmt: skip
_SYSTEMS = ("iso2c", "iso3c", "cown", "cowc", "gwn")
_DATES = ("opened", "date", "adopted", "published")


def list_record(site: Site, library: Library, collection: str, record: AnyRecord) -> None:
    """List a record, and the provisions of a document."""
    path = library.addresses[record.id]
    kind = {"assertions": "statement"}.get(collection, collection.removesuffix("s"))
    title = getattr(record, "statement", "") or record.label
    site.list(path, title, kind, " ".join(dict.fromkeys(_keywords(record, library))))
    if isinstance(record, Document):
        for place, one in zip(provision_anchors(record), record.provisions, strict=True):
            called = f"{provision_title(one.locator)}, {record.title}"
            site.list(f"{path}#{place}", called, "provision", phrase(one.topic))


def _keywords(record: Any, library: Library) -> Iterator[str]:
    """Other names, codes, places, symbols, years."""
    yield record.id
    for name in _SEARCHED:
        value = getattr(record, name, None)
        if name == "number" and value:
            yield ordinal(value)
        elif value:
            yield from map(str, value if isinstance(value, tuple) else (value,))
    if host := getattr(record, "host", None):
        yield library.nam.states[host].name
    for name in _DATES:
        if date := getattr(record, name, None):
            yield str(date.earliest.year)
            break
    if isinstance(record, State):
        yield from (one.name for one in record.names)
        yield from (one.name for one in record.local_names)
        yield from (one.value for one in record.codes if one.system in _SYSTEMS)


def list_dispute(site: Site, library: Library, dispute: Dispute) -> None:
    """List a dispute."""
    words = " ".join((*dispute.paths, *(phrase(one.value) for one in dispute.natures)))
    site.list(library.addresses[dispute.id], library.titles[dispute.id], "dispute", words)
