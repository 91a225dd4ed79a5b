"""The meetings as a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.export import to_icalendar

from factory import dataset, row, small


def lines(nam: Dataset, folder: Path) -> list[str]:
    """The lines of a calendar, unfolded."""
    (file,) = to_icalendar(nam, folder / "meetings.ics")
    text = file.read_bytes().decode("utf-8")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    return text.replace("\r\n ", "").split("\r\n")


def test_it_says_what_it_is(nam: Dataset, tmp_path: Path) -> None:
    found = lines(nam, tmp_path)
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert f"X-NAM-AZERBAIJAN-VERSION:{nam.version}" in found
    assert f"X-NAM-AZERBAIJAN-AS-OF:{nam.as_of}" in found
    assert "X-NAM-AZERBAIJAN-LICENCE:CC-BY-4.0" in found


def test_days_of_the_small_data_set(tmp_path: Path) -> None:
    rows = small()
    row(rows, "summit-1")["theme"] = "Peace; work, bread"
    row(rows, "summit-2")["closed"] = "1964-10-06..1964-10-10"
    row(rows, "summit-3").update(opened="1968-01", closed=None)
    row(rows, "ministers-1")["standing"] = "unconfirmed"
    found = lines(dataset(rows), tmp_path)
    assert "X-NAM-AZERBAIJAN-LICENCE" not in "".join(found)
    first = found.index("UID:summit-1@nam-azerbaijan")
    assert found[first + 1 : first + 7] == [
        "DTSTAMP:20010131T000000Z",
        "DTSTART;VALUE=DATE:19610901",
        "DTEND;VALUE=DATE:19610907",
        "TRANSP:TRANSPARENT",
        "SUMMARY:First summit",
        r"LOCATION:Arx\, Arcadia",
    ]
    assert r"\nTheme: Peace\; work\, bread\n" in found[first + 7]
    # The last day is not known: the days on which it certainly was held.
    assert "DTEND;VALUE=DATE:19641007" in found
    # The first day is not known: a note.
    note = found.index("UID:summit-3@nam-azerbaijan")
    assert found[note - 1] == "BEGIN:VJOURNAL"
    assert not [line for line in found[note : note + 6] if line.startswith(("DTSTART", "DTEND"))]
    assert "From 1968-01 to an unknown day" in "".join(found[note : note + 6])
    assert "UID:ministers-1@nam-azerbaijan" not in found


def test_a_reader_takes_it(nam: Dataset, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    (file,) = to_icalendar(nam, tmp_path / "meetings.ics")
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    events = {str(one["UID"]).partition("@")[0]: one for one in calendar.walk("VEVENT")}
    notes = {str(one["UID"]).partition("@")[0]: one for one in calendar.walk("VJOURNAL")}
    held = {one.id: one for one in nam.meetings.where(standing="held")}
    assert events.keys() | notes.keys() == held.keys()
    assert not events.keys() & notes.keys()
    for key, event in events.items():
        meeting = held[key]
        assert not event.errors
        assert str(event["SUMMARY"]) == meeting.name
        days = event.decoded("DTSTART"), event.decoded("DTEND") - dt.timedelta(days=1)
        closed = meeting.closed or meeting.opened
        assert days == (meeting.opened.earliest, max(days[0], closed.earliest))
        for one in meeting.sources:
            assert one.source in str(event["DESCRIPTION"])
    assert all(not held[key].opened.exact for key in notes)
    assert str(calendar["DESCRIPTION"]).startswith("The nam_azerbaijan authors (2026).")


def test_letters_are_never_cut(tmp_path: Path) -> None:
    rows = small()
    row(rows, "summit-1")["name"] = "Conférence " + "Бакы ə " * 40
    assert f"SUMMARY:{row(rows, 'summit-1')['name']}" in lines(dataset(rows), tmp_path)
