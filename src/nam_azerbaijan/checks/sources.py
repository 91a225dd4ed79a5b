"""SRC: sources and citations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs

from ..records import COLLECTIONS
from ..records.base import Citation
from ..records.evidence import Seen
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


def citations(record: Any, path: str = "") -> Iterator[tuple[str, Citation]]:
    """Path and citation of each citation in a record and its parts."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            for number, part in enumerate(value):
                where = f"{path}{field.name}[{number}]"
                if isinstance(part, Citation):
                    yield where, part
                elif attrs.has(type(part)):
                    yield from citations(part, f"{where}.")


def _records(nam: Dataset) -> Iterator[Any]:
    for collection in COLLECTIONS:
        if collection != "sources":
            yield from nam.collection(collection)


@rule("SRC001", "Every record is cited", "has no source")
def uncited(nam: Dataset) -> Iterator[Hit]:
    """Every record says where its values can be found."""
    for record in _records(nam):
        if not record.sources:
            yield hit(record, "sources")


@rule("SRC002", "Every source is used", "no record cites it, and no source derives from it")
def unused(nam: Dataset) -> Iterator[Hit]:
    """A source is in the data because a record, or another source, rests on it."""
    used = {citation.source for record in _records(nam) for _, citation in citations(record)}
    for source in nam.sources:
        used.update(source.derives_from)
        used.add(source.cited_through or "")
    for source in nam.sources:
        if source.id not in used:
            yield hit(source, "id")


@rule("SRC003", "Citations name fields that exist", "{field!r} is no field of the record")
def strange_fields(nam: Dataset) -> Iterator[Hit]:
    """The fields that a citation supports are fields of its record."""
    for record in _records(nam):
        known = set(attrs.fields_dict(type(record)))
        for path, citation in citations(record):
            if "." in path:
                continue
            for field in citation.fields:
                if field.partition("/")[0] not in known:
                    yield hit(record, path, field=field)


@rule("SRC004", "Addresses are well formed", "{url!r} is no address of a page")
def malformed_url(nam: Dataset) -> Iterator[Hit]:
    """The addresses of sources and documents are those of pages."""
    for record in (*nam.sources, *nam.documents):
        if record.url:
            try:
                parts = urlsplit(record.url)
                sound = parts.scheme in ("http", "https") and "." in parts.netloc
            except ValueError:
                sound = False
            if not sound or any(character.isspace() for character in record.url):
                yield hit(record, "url", url=record.url)


@rule("SRC005", "What was read has a day of access", "was seen, but has no day of access")
def unaccessed(nam: Dataset) -> Iterator[Hit]:
    """A source that was seen says when; one that was not says through what it is cited."""
    for source in nam.sources:
        if source.seen is Seen.CITED_THROUGH:
            continue
        if source.accessed is None:
            yield hit(source, "accessed")


@rule(
    "SRC006",
    "Days of access lie before the compilation",
    "accessed on {accessed}, after {compiled}",
)
def accessed_later(nam: Dataset) -> Iterator[Hit]:
    """Nothing was read after the day on which the data was compiled."""
    for source in nam.sources:
        if source.accessed is not None and source.accessed.earliest > nam.manifest.compiled:
            yield hit(source, "accessed", accessed=source.accessed, compiled=nam.manifest.compiled)


@rule(
    "SRC007",
    "What was not seen says through what it is cited",
    "was not seen, and does not say what cites it",
)
def through_nothing(nam: Dataset) -> Iterator[Hit]:
    """A source known only through another one names that one."""
    for source in nam.sources:
        if (source.seen is Seen.CITED_THROUGH) != (source.cited_through is not None):
            yield hit(source, "cited_through")
