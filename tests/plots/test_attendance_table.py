"""Who was at which meeting, held against the records."""

from __future__ import annotations

import pytest

pytest.importorskip("matplotlib")

from drawing import xs
from matplotlib import pyplot as plt

from nam_azerbaijan import Answer, CoverageError, Dataset, MeetingKind
from nam_azerbaijan.plots.attendance_table import KINDS, attendance, attended_meetings
from nam_azerbaijan.plots.presence import ANSWERS, presences, whole_note

from factory import dataset


def test_every_meeting_on_record_is_there_once(nam: Dataset) -> None:
    state = nam.states["azerbaijan"]
    expected = {one.id for one in nam.participations if one.party == "azerbaijan"}
    assert {one.participation.id for one in attended_meetings(nam, state, None)} == expected
    days = [one.meeting.opened.sort_key for one in presences(nam, state)]
    assert days == sorted(days)
    summits = attended_meetings(nam, state, ["summit"])
    assert [one.meeting for one in summits] == [
        one for one in nam.find_meetings(kind="summit") if one.opened.earliest.year > 1994
    ]


def test_marks_say_what_the_records_say(nam: Dataset) -> None:
    held = attended_meetings(nam, nam.states["azerbaijan"])
    ax = attendance(nam)
    marks = [line for line in ax.lines if line.get_linestyle() == "None"]
    assert len(marks) == len(held)
    for one, mark in zip(held, marks, strict=True):
        assert mark.get_marker() == ANSWERS[one.answer].marker
        filled = mark.get_markerfacecolor() == ANSWERS[one.answer].colour
        assert filled == (one.answer is not Answer.UNKNOWN)
        assert KINDS[int(xs(mark)[0])] is one.meeting.kind
    capacities = [one.get_text() for one in ax.texts]
    assert capacities == [one.participation.capacity.value for one in held]
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels[0] == "1994-05 Cairo"
    assert "2021-07 online" in labels
    plt.close("all")


def test_a_no_is_told_apart_from_not_known() -> None:
    small = dataset()
    ax = attendance(small, "Borduria")
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["did not"]
    assert ANSWERS[Answer.NO].marker != ANSWERS[Answer.UNKNOWN].marker
    plt.close("all")


def test_a_party_that_is_not_covered_is_marked(nam: Dataset) -> None:
    assert whole_note(nam, nam.states["azerbaijan"]) == ""
    assert "some of the meetings" in whole_note(nam, nam.states["armenia"])
    assert "some of the meetings" in attendance(nam, "Armenia").get_xlabel().replace("\n", " ")
    plt.close("all")


def test_what_cannot_be_drawn_is_refused(nam: Dataset) -> None:
    with pytest.raises(CoverageError):
        attendance(nam, "Ghana")
    with pytest.raises(ValueError, match="no meeting of these kinds is on record of Armenia"):
        attendance(nam, "Armenia", kinds=["youth"])
    with pytest.raises(ValueError, match="sumit"):
        attendance(nam, kinds=["sumit"])
    assert set(KINDS) < set(MeetingKind)
