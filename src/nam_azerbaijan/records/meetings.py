"""Meetings and who took part in them."""

from __future__ import annotations

import enum

import attrs

from ..dates import PartialDate, as_date, as_optional_date
from .base import (
    MEETING,
    PARTY,
    PERSON,
    STATE,
    Answer,
    Figure,
    Record,
    Standing,
    as_figures,
)
from .convert import texts

__all__ = ["Capacity", "Format", "Meeting", "MeetingKind", "Participation"]

LONGEST = 21
"""How many days a meeting whose last day is not known may have lasted."""


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

    `PARTICIPANT` is the full part at a meeting that is not one of the Movement; `GUEST` is whoever
    took part without a status of their own, a body or its head too.
    """

    MEMBER = "member"
    CHAIR = "chair"
    HOST = "host"
    OBSERVER = "observer"
    GUEST = "guest"
    INVITED = "invited"
    PARTICIPANT = "participant"
    NONE = "none"


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
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
        host: id of the host state; at a seat of the United Nations the state in which that lies.
        format: in person, online or both.
        theme: its official theme.
        part_of: id of the meeting it is a part of.
        aliases: other names.
        standing: whether it was held.
        figures: numbers of those present, as claimed.
    """

    kind: MeetingKind = attrs.field(converter=MeetingKind)
    name: str
    opened: PartialDate = attrs.field(converter=as_date)
    closed: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    series: str = ""
    number: int | None = None
    city: str = ""
    host: str | None = attrs.field(default=None, metadata=STATE)
    format: Format = attrs.field(default=Format.IN_PERSON, converter=Format)
    theme: str = ""
    part_of: str | None = attrs.field(default=None, metadata=MEETING)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts)
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=as_figures)

    def may_include(self, day: PartialDate) -> bool:
        """Whether `day` may be a day of the meeting.

        Where its last day is not known, it is taken to have lasted at most `LONGEST` days.
        """
        if day.certainly_before(self.opened):
            return False
        if self.closed is None:
            return day.numbers[0] <= self.opened.numbers[1] + LONGEST
        return not self.closed.certainly_before(day)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
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
    capacity: Capacity = attrs.field(converter=Capacity)
    attended: Answer = attrs.field(converter=Answer)
    head_of_delegation: str | None = attrs.field(default=None, metadata=PERSON)
    summary: str = ""
