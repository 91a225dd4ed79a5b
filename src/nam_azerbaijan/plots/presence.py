"""At which meetings a party was, as far as it is on record, and how the answers are drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from matplotlib.lines import Line2D

from ..dataset import Dataset
from ..errors import CoverageError
from ..records.base import Answer, Standing
from ..records.meetings import Meeting, Participation
from ..records.parties import Organization, State
from .style import BLUE, GREY, VERMILION, Mark, point

__all__ = ["ANSWERS", "Presence", "answer_samples", "presences", "whole_note"]

ANSWERS = {
    Answer.YES: Mark("o", BLUE),
    Answer.NO: Mark("X", VERMILION),
    Answer.UNKNOWN: Mark("o", GREY, filled=False),
}
"""How it is drawn whether a party was at a meeting."""

_SAID = {Answer.YES: "attended", Answer.NO: "did not", Answer.UNKNOWN: "not known"}


class Presence(NamedTuple):
    """A party at a meeting, or not.

    Attributes:
        meeting: the meeting.
        participation: what is on record of the party there.
        day: the day on which the meeting opened; the middle one of those that it may have been.
    """

    meeting: Meeting
    participation: Participation
    day: dt.date

    @property
    def answer(self) -> Answer:
        """Whether the party was there."""
        return self.participation.attended


def presences(nam: Dataset, party: State | Organization) -> tuple[Presence, ...]:
    """The meetings that were held of which it is on record whether a party was there, in order.

    Raises:
        CoverageError: nothing is on record of a party that is not covered.
    """
    found = []
    for one in nam.find_participations(party=party):
        meeting = nam.meetings[one.meeting]
        if meeting.standing is Standing.HELD:
            first, last = meeting.opened.numbers
            found.append(Presence(meeting, one, dt.date.fromordinal((first + last) // 2)))
    return tuple(found)


def whole_note(nam: Dataset, party: State | Organization) -> str:
    """What a reader has to know where not all meetings of a party are recorded; else nothing."""
    try:
        nam.manifest.require_covered("participations", party=party.id)
    except CoverageError:
        return f"Of {party.name} the data records only some of the meetings that it attended."
    return ""


def answer_samples(answers: Collection[Answer]) -> list[Line2D]:
    """Legend's samples of the answers that occur."""
    return [point(mark, _SAID[one]) for one, mark in ANSWERS.items() if one in answers]
