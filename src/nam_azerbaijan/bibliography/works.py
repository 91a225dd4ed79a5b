"""What is cited: the data set, a record of it, a source; whatever the form of the citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from ..dates import PartialDate
from ..records.evidence import Source
from ..records.walk import citations
from ..tables.lines import line

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.base import Identified

__all__ = [
    "Licence",
    "Work",
    "licence_of",
    "short_name",
    "work_of_data_set",
    "work_of_record",
    "work_of_source",
    "works_of_record",
]

UNTITLED = "A data set in the form of nam_azerbaijan"


@attrs.frozen(kw_only=True)
class Work:
    """What a citation says of a work.

    Attributes:
        key: the id by which a text refers to it.
        kind: what kind of source it is; `record` for a record of the data set.
        title: its title.
        authors: who wrote it, each as the data has it: persons, bodies, or several in one text.
        publisher: who published it.
        within: the title of what it is a part of.
        issued: when it was published.
        version: its version.
        licence: its terms, where they are known.
        url: where it is.
        accessed: the day on which it was read, where that is known.
        note: what a reader should know besides.
    """

    key: str
    kind: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    within: str = ""
    issued: PartialDate | None = None
    version: str = ""
    licence: str = ""
    url: str = ""
    accessed: PartialDate | None = None
    note: str = ""

    @property
    def issued_parts(self) -> tuple[int, ...]:
        """Year, month and day of its publication, as far as they are certain."""
        return () if self.issued is None else _certain_parts(self.issued)

    @property
    def remarks(self) -> str:
        """The note and the licence, for forms of citation that have no field for the latter."""
        return ". ".join(filter(None, (self.note, self.licence and f"Licence: {self.licence}")))


def _certain_parts(date: PartialDate) -> tuple[int, ...]:
    """The year, month and day that the first and the last possible day have in common."""
    known: list[int] = []
    for name in ("year", "month", "day"):
        part = getattr(date.earliest, name)
        if part != getattr(date.latest, name):
            break
        known.append(part)
    return tuple(known)


@attrs.frozen
class Licence:
    """The terms of a data set.

    Attributes:
        name: the SPDX identifier.
        title: what it is called.
        url: where it is; empty where that is not known.
    """

    name: str
    title: str
    url: str = ""


_CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)


def licence_of(nam: Dataset) -> Licence | None:
    """The terms of a data set; `None` where it does not say any."""
    name = nam.manifest.licence
    if not name:
        return None
    return _CC_BY if name == _CC_BY.name else Licence(name, name)


def work_of_data_set(nam: Dataset) -> Work:
    """The data set as a work, with its version, and the reading if sources are preferred."""
    said = nam.manifest
    notes = [f"data as of {nam.as_of}"]
    if nam.overlaid:
        notes.append("with records of another directory on top")
    if nam.preferred:
        notes.append(f"read as preferring {', '.join(nam.preferred)}")
    return Work(
        key=f"{short_name(nam)}-{_slug(nam.version)}",
        kind="data-set",
        title=said.title or UNTITLED,
        authors=said.authors,
        issued=PartialDate(str(said.compiled)),
        version=nam.version,
        licence=said.licence,
        note=_sentence(notes),
    )


def short_name(nam: Dataset) -> str:
    """What a data set is called in a key: the first words of its title as a slug."""
    return _slug(nam.manifest.title.partition(":")[0]) or "data-set"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")


def _sentence(notes: Iterable[str]) -> str:
    text = "; ".join(filter(None, notes))
    return text[:1].upper() + text[1:]


def work_of_record(nam: Dataset, record: Identified) -> Work:
    """A record as a part of the data set: what it says, and its id."""
    whole = work_of_data_set(nam)
    return attrs.evolve(
        whole,
        key=record.id,
        kind="record",
        title=line(record, nam.get),
        within=whole.title,
        note=_sentence([f"record {record.id}", whole.note[:1].lower() + whole.note[1:]]),
    )


def work_of_source(nam: Dataset, source: Source, places: Iterable[str] = ()) -> Work:
    """A source as a work.

    Args:
        nam: the data set.
        source: the source.
        places: the places in it that are cited.
    """
    notes = []
    if places := tuple(dict.fromkeys(filter(None, places))):
        notes.append(f"cited at {'; '.join(places)}")
    if source.published is not None and not _certain_parts(source.published):
        notes.append(f"published on a day of {source.published}")
    if source.cited_through is not None:
        through = nam.sources[source.cited_through]
        notes.append(f"not seen itself, cited through {through.title} ({through.id})")
    return Work(
        key=source.id,
        kind=source.kind.value,
        title=source.title,
        authors=(source.author,) if source.author else (),
        publisher=source.publisher,
        issued=source.published,
        licence=source.licence,
        url=source.url,
        accessed=source.accessed if source.accessed and source.accessed.exact else None,
        note=_sentence(notes),
    )


def works_of_record(nam: Dataset, record: Identified) -> Iterator[Work]:
    """A record, then the sources that it and its parts cite, each with the places cited."""
    if isinstance(record, Source):
        yield work_of_source(nam, record)
        return
    yield work_of_record(nam, record)
    places: dict[str, list[str]] = {}
    for _, citation in citations(record):
        places.setdefault(citation.source, []).append(citation.locator)
    for key, cited in places.items():
        yield work_of_source(nam, nam.sources[key], cited)
