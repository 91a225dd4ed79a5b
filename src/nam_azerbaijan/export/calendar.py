"""The meetings as a calendar."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..records.base import Standing
from .writing import about, write_text

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.meetings import Meeting

__all__ = ["to_icalendar"]

_NAME = "Non-Aligned Movement: meetings"
_MOST_OCTETS = 75  # Of a line, without its end.


def to_icalendar(nam: Dataset, file: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the meetings that were held as an iCalendar file (RFC 5545), whole days each.

    A meeting whose first day is not known to the day is no event but a note (`VJOURNAL`) without a
    day; its text says what is known. One whose last day is not known to the day stands on those
    days on which it certainly was held. Lines end with carriage return and line feed, as the
    standard asks for. The time stamp of every entry is the day on which the sources of the data
    were last read.

    Args:
        nam: the data set.
        file: the file, such as `meetings.ics`.

    Returns:
        The file.

    Raises:
        OSError: it cannot be written.
    """
    lines = (part for line in _calendar(nam) for part in _folded(line))
    return (write_text(file, "".join(f"{line}\r\n" for line in lines)),)


def _calendar(nam: Dataset) -> Iterator[str]:
    said = about(nam)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//nam_azerbaijan//meetings//EN"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME:{_NAME}"
    yield f"X-WR-CALNAME:{_NAME}"
    yield f"DESCRIPTION:{_text(said['citation'])}"
    for name in ("version", "as_of", "licence"):
        if name in said:
            yield f"X-NAM-AZERBAIJAN-{name.replace('_', '-').upper()}:{_text(said[name])}"
    held = nam.meetings.where(standing=Standing.HELD)
    for meeting in sorted(held, key=lambda one: (one.opened.sort_key, one.id)):
        yield from _entry(nam, meeting)
    yield "END:VCALENDAR"


def _entry(nam: Dataset, meeting: Meeting) -> Iterator[str]:
    kind = "VEVENT" if meeting.opened.exact else "VJOURNAL"
    yield f"BEGIN:{kind}"
    yield f"UID:{meeting.id}@nam-azerbaijan"
    yield f"DTSTAMP:{nam.manifest.compiled:%Y%m%d}T000000Z"
    if kind == "VEVENT":
        yield f"DTSTART;VALUE=DATE:{meeting.opened.earliest:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{_day_after(meeting):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(meeting.name)}"
    host = nam.states[meeting.host].name if meeting.host else ""
    place = ", ".join(filter(None, (meeting.city, host)))
    if place and kind == "VEVENT":
        yield f"LOCATION:{_text(place)}"
    yield f"DESCRIPTION:{_text(_described(nam, meeting, place))}"
    yield f"CATEGORIES:{_text(meeting.kind.value)}"
    yield f"END:{kind}"


def _day_after(meeting: Meeting) -> dt.date:
    """The day after the last on which a meeting certainly was held."""
    last = meeting.opened.earliest
    if meeting.closed is not None:
        last = max(last, meeting.closed.earliest)
    return last + dt.timedelta(days=1)


def _described(nam: Dataset, meeting: Meeting, place: str) -> str:
    """When and where, as far as it is known, the theme, and who says so."""
    closed = "an unknown day" if meeting.closed is None else meeting.closed
    cited = (
        f"{nam.sources[one.source].title}{f', {one.locator}' if one.locator else ''} ({one.source})"
        for one in meeting.sources
    )
    lines = (
        f"From {meeting.opened} to {closed}{f', {place}' if place else ''}.",
        meeting.theme and f"Theme: {meeting.theme}",
        meeting.note,
        f"Sources: {'; '.join(cited)}",
        f"Record: {meeting.id}",
    )
    return "\n".join(filter(None, lines))


def _text(text: str) -> str:
    """A text as a value of a property."""
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, the later ones behind a space; no letter is cut."""
    part, octets = "", 0
    for letter in line:
        width = len(letter.encode())
        if octets + width > _MOST_OCTETS:
            yield part
            part, octets = " ", 1
        part += letter
        octets += width
    yield part
