"""Meetings, who took part, who chaired the Movement, and the persons concerned."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from ..dates import Bound, PartialDate
from ..periods import Period
from .base import (
    MEETING,
    ORGANIZATION,
    PARTY,
    PERSON,
    STATE,
    Answer,
    Figure,
    Record,
    Spell,
    Standing,
    record,
    refers,
)

__all__ = [
    "Capacity",
    "ChairCapacity",
    "Chairmanship",
    "Chairperson",
    "Extension",
    "Format",
    "Meeting",
    "MeetingKind",
    "Office",
    "Participation",
    "Person",
]

LONGEST = dt.timedelta(days=21)
"""How long a meeting whose last day is not known may have lasted."""


class MeetingKind(enum.StrEnum):
    """What kind of meeting.

    The `*_SEGMENT` and `SENIOR_OFFICIALS` kinds are parts of a larger meeting.
    """

    PREDECESSOR = "predecessor"
    PREPARATORY = "preparatory"
    SUMMIT = "summit"
    HEADS_SEGMENT = "heads-segment"
    MINISTERIAL_SEGMENT = "ministerial-segment"
    SENIOR_OFFICIALS = "senior-officials"
    MINISTERIAL_CONFERENCE = "ministerial-conference"
    BUREAU_MINISTERIAL = "bureau-ministerial"
    BUREAU = "bureau"
    EXTRAORDINARY_MINISTERIAL = "extraordinary-ministerial"
    SPECIAL_MINISTERIAL = "special-ministerial"
    ASSEMBLY_MINISTERIAL = "assembly-ministerial"
    COMMITTEE = "committee"
    COMMEMORATIVE = "commemorative"
    CONTACT_GROUP = "contact-group"
    PARLIAMENTARY = "parliamentary"
    YOUTH = "youth"
    SECTORAL = "sectoral"
    EXTERNAL = "external"


class Format(enum.StrEnum):
    """How those present met."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Capacity(enum.StrEnum):
    """In what capacity a party was, or would have been, at a meeting.

    `PARTICIPANT` is the full part at a meeting that is not one of the Movement.
    """

    MEMBER = "member"
    CHAIR = "chair"
    HOST = "host"
    OBSERVER = "observer"
    GUEST = "guest"
    INVITED = "invited"
    PARTICIPANT = "participant"
    NONE = "none"


class ChairCapacity(enum.StrEnum):
    """Whether a chairperson held the chair or stood in for its holder."""

    TITULAR = "titular"
    ACTING = "acting"


@record
class Meeting(Record):
    """A meeting; both `opened` and `closed` are days of it.

    Attributes:
        kind: summit, ministerial conference, meeting of the Coordinating Bureau, ...
        name: its name in English.
        opened: the first day.
        closed: the last day; `None` where no source gives it.
        series: the series it is numbered in, such as `nam-summit`.
        number: its number in the series.
        city: where it was held, or from where an online meeting was led.
        host: id of the host state.
        format: in person, online or both.
        theme: its official theme.
        part_of: id of the meeting it is a part of.
        aliases: other names.
        standing: whether it was held.
        figures: numbers of those present, as claimed.
    """

    kind: MeetingKind
    name: str
    opened: PartialDate
    closed: PartialDate | None = None
    series: str = ""
    number: int | None = None
    city: str = ""
    host: str | None = attrs.field(default=None, metadata=STATE)
    format: Format = Format.IN_PERSON
    theme: str = ""
    part_of: str | None = attrs.field(default=None, metadata=MEETING)
    aliases: tuple[str, ...] = ()
    standing: Standing = Standing.HELD
    figures: tuple[Figure, ...] = ()

    def may_include(self, day: PartialDate) -> bool:
        """Whether `day` may be a day of the meeting.

        Where its last day is not known, it is taken to have lasted at most `LONGEST` days.
        """
        if day.certainly_before(self.opened):
            return False
        if self.closed is None:
            return day.earliest <= self.opened.latest + LONGEST
        return not self.closed.certainly_before(day)


@record
class Participation(Record):
    """One party at one meeting.

    Attributes:
        party: id of a state or organization.
        meeting: id of the meeting.
        capacity: in what capacity it was, or would have been, there.
        attended: yes, no or unknown.
        head_of_delegation: id of the person who led the delegation.
        summary: what it said or did there, in neutral words.
    """

    party: str = attrs.field(metadata=PARTY)
    meeting: str = attrs.field(metadata=MEETING)
    capacity: Capacity
    attended: Answer
    head_of_delegation: str | None = attrs.field(default=None, metadata=PERSON)
    summary: str = ""


@record
class Extension:
    """The prolongation of a term.

    Attributes:
        planned_end: the end foreseen before.
        new_end: the end foreseen by the extension; `None` where no source gives it.
        reason: the reason that the sources give, in neutral words.
    """

    planned_end: PartialDate
    new_end: PartialDate | None = None
    reason: str = ""


@record
class Chairmanship(Spell):
    """A country's term in the chair; half open, like a spell.

    Attributes:
        state: id of the presiding state.
        start: the first day.
        end: the first day after it; stored in the following term where `succeeded_by` names it.
        body: id of the organization chaired, `nam` unless said.
        began_at: id of the meeting that began it.
        ended_at: id of the meeting that ended it.
        succeeded_by: id of the term that follows without a day between.
        extensions: prolongations, with reasons.
        vacancies: periods in which nobody held the chair.
        standing: whether it came true.
    """

    state: str = attrs.field(metadata=STATE)
    start: PartialDate
    end: PartialDate | Bound
    body: str = attrs.field(default="nam", metadata=ORGANIZATION)
    began_at: str | None = attrs.field(default=None, metadata=MEETING)
    ended_at: str | None = attrs.field(default=None, metadata=MEETING)
    succeeded_by: str | None = attrs.field(default=None, metadata=refers("chairmanships"))
    extensions: tuple[Extension, ...] = ()
    vacancies: tuple[Period, ...] = ()
    standing: Standing = Standing.HELD


@record
class Chairperson(Spell):
    """A person in the chair during a term; half open, like a spell.

    Attributes:
        term: id of the chairmanship.
        person: id of the person.
        office: the office that made him or her chair.
        start: the first day.
        end: the first day after it; stored in the following one where `succeeded_by` names it.
        capacity: titular or acting.
        succeeded_by: id of the chairperson that follows without a day between.
    """

    term: str = attrs.field(metadata=refers("chairmanships"))
    person: str = attrs.field(metadata=PERSON)
    office: str
    start: PartialDate
    end: PartialDate | Bound
    capacity: ChairCapacity = ChairCapacity.TITULAR
    succeeded_by: str | None = attrs.field(default=None, metadata=refers("chairpersons"))


@record
class Office:
    """An office that a person held.

    Attributes:
        title: the office, such as Minister of Foreign Affairs.
        state: id of the state it belongs to.
        organization: id of the organization it belongs to.
        period: when it was held, where evidenced.
        seen: a day on which a source shows the person in it.
    """

    title: str
    state: str | None = attrs.field(default=None, metadata=STATE)
    organization: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    period: Period | None = None
    seen: PartialDate | None = None


@record
class Person(Record):
    """A person who chaired, led a delegation, or is named by a source.

    Attributes:
        name: the name as English sources mostly write it.
        spellings: other spellings.
        offices: offices held.
    """

    name: str
    spellings: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
