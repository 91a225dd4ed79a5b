"""What a record is called besides its title, as people ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nam_azerbaijan import AnyRecord, Dataset, Meeting, Source, State
from nam_azerbaijan.lookup.words import ordinal
from nam_azerbaijan.tables.lines import meeting_label

from .words import phrase

__all__ = ["names"]

_FIELDS = ("label", "abbreviation", "aliases", "spellings", "symbol", "symbols")


def names(record: AnyRecord, nam: Dataset) -> tuple[str, ...]:
    """The names, abbreviations, codes and symbols of a record, and for a meeting `Baku summit`."""
    return tuple(dict.fromkeys(filter(None, _names(record, nam))))


def _names(record: Any, nam: Dataset) -> Iterator[str]:
    for name in _FIELDS:
        value = getattr(record, name, None) or ()
        yield from value if isinstance(value, tuple) else (value,)
    if isinstance(record, State):
        yield from (one.name for one in record.names)
        yield from (one.name for one in record.local_names)
        yield from (one.value for one in record.codes if one.system.startswith("iso"))
        yield from (one.value for one in record.codes if one.system.startswith(("cow", "gw")))
    if isinstance(record, Source):
        yield record.id.replace("-", " ")  # Who speaks and the year, as a source is cited.
    if isinstance(record, Meeting):
        yield from _meeting_names(record, nam)


def _meeting_names(meeting: Meeting, nam: Dataset) -> Iterator[str]:
    """A meeting by its kind, with its number, its place and its year."""
    kind, year = phrase(meeting.kind.value), meeting.opened.text[:4]
    if meeting.number:
        yield f"{ordinal(meeting.number)} {kind}"
    if meeting.city:
        yield from (meeting_label(meeting), f"{meeting_label(meeting)} {kind}")
        yield f"{meeting_label(meeting).removesuffix(year)}{kind}"
    if meeting.host:
        yield f"{nam.states[meeting.host].name} {kind}"
