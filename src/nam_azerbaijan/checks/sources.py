"""SRC: sources and citations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..dates import PartialDate
from ..records import COLLECTIONS
from ..records.evidence import Seen
from ..records.walk import NO_VALUE, citations, field_types, value_at
from .rules import Hit, hit, named_by, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


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
    """The fields that a citation supports are fields of its record, or of the part that cites."""
    for record in _records(nam):
        for path, citation in citations(record):
            outer, _, _ = path.rpartition(".")
            cited = value_at(record, outer.replace("[", "/").replace("]", "")) if outer else record
            for field in citation.fields:
                if value_at(cited, field) is NO_VALUE:
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
    """A source that was seen says when it was read."""
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
    "{problem}",
)
def through_nothing(nam: Dataset) -> Iterator[Hit]:
    """A source known only through another one names that one."""
    for source in nam.sources:
        if (source.seen is Seen.CITED_THROUGH) != (source.cited_through is not None):
            seen = source.seen is not Seen.CITED_THROUGH
            problem = "was seen, and yet is cited through another"
            yield hit(
                source,
                "cited_through",
                problem=problem if seen else "was not seen, and does not say what cites it",
            )


@rule("SRC008", "What cites was seen", "is cited through {other}, which was not seen itself")
def through_unseen(nam: Dataset) -> Iterator[Hit]:
    """A source that was not seen is known through one that was."""
    for source in nam.sources:
        other = named_by(nam.sources, source.cited_through)
        if other is not None and other.seen is Seen.CITED_THROUGH:
            yield hit(source, "cited_through", other=other.id)


@rule("SRC009", "Dates are cited", "no citation supports {field}")
def uncited_dates(nam: Dataset) -> Iterator[Hit]:
    """Each date of a record is supported by a citation of the whole record, or of that field.

    An end that is the start of what follows is cited there.
    """
    for record in _records(nam):
        cited = {field.split("/")[0] for one in record.sources for field in one.fields}
        if not record.sources or not all(one.fields for one in record.sources):
            continue
        for name, field in field_types(type(record)).items():
            here = field.cls is PartialDate and name not in record.stored_elsewhere()
            if here and name not in cited and isinstance(getattr(record, name), PartialDate):
                yield hit(record, name, field=name)


@rule(
    "SRC010", "What was read had been published", "published on {published}, after {what} on {day}"
)
def read_before(nam: Dataset) -> Iterator[Hit]:
    """No source was published after it was read, or after the data was compiled."""
    for source in nam.sources:
        published, compiled = source.published, nam.manifest.compiled
        if published is None:
            continue
        if source.accessed is not None and source.accessed.certainly_before(published):
            yield hit(
                source,
                "published",
                published=published,
                what="it was read",
                day=source.accessed,
            )
        elif published.earliest > compiled:
            what = "the compilation"
            yield hit(source, "published", published=published, what=what, day=compiled)
