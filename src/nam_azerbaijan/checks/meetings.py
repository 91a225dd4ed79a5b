"""MTG: meetings, their numbers, hosts and parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..findings import Severity
from ..records import MOVEMENT
from ..records.base import Answer, Standing
from ..records.meetings import Capacity, MeetingKind
from ..records.status import Status
from . import vocabulary
from .lasting import held_spells, may_exist, members_on, statuses
from .rules import Hit, hit, named_by, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.meetings import Meeting


# Meetings that are none of the Movement.
_OF_OTHERS = (MeetingKind.EXTERNAL, MeetingKind.PREDECESSOR)


def _series(nam: Dataset) -> dict[str, list[Meeting]]:
    numbered: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in nam.meetings.where(standing="held"):
        if meeting.series and meeting.number is not None:
            numbered[meeting.series].append(meeting)
    for meetings in numbered.values():
        meetings.sort(key=lambda meeting: (meeting.number or 0, meeting.id))
    return numbered


@rule("MTG001", "Numbers follow one another", "number {number} of {series} follows number {former}")
def numbers(nam: Dataset) -> Iterator[Hit]:
    """The meetings of a series are numbered without repeats, summits from 1 without gaps."""
    for series, meetings in _series(nam).items():
        before = [0, *(meeting.number or 0 for meeting in meetings)]
        for former, meeting in zip(before, meetings, strict=False):
            expected = meeting.number == former + 1
            later = (meeting.number or 0) > former
            if not (expected if series == "nam-summit" else later):
                yield hit(meeting, "number", number=meeting.number, series=series, former=former)


@rule(
    "MTG002",
    "Numbers go with the dates",
    "opened on {opened}, but number {number} follows {former}",
)
def order(nam: Dataset) -> Iterator[Hit]:
    """A later number in a series belongs to a later meeting."""
    for meetings in _series(nam).values():
        for former, later in pairwise(meetings):
            if later.opened.certainly_before(former.opened):
                yield hit(
                    later, "number", opened=later.opened, number=later.number, former=former.id
                )


@rule(
    "MTG003",
    "Parts lie within the whole",
    "{opened} to {closed} does not lie within {whole}, {first} to {last}",
)
def parts(nam: Dataset) -> Iterator[Hit]:
    """A part of a meeting lies within the days of the meeting it is a part of."""
    for meeting in nam.meetings:
        whole = named_by(nam.meetings, meeting.part_of)
        if whole is None:
            continue
        closed = meeting.closed or meeting.opened
        if not (whole.may_include(meeting.opened) and whole.may_include(closed)):
            yield hit(
                meeting,
                "opened",
                opened=meeting.opened,
                closed=closed,
                whole=whole.id,
                first=whole.opened,
                last=whole.closed or "an unknown day",
            )


@rule(
    "MTG004",
    "A summit's host takes the chair",
    "hosted by {host}, but the chair on {day} is {chair}",
)
def hosts(nam: Dataset) -> Iterator[Hit]:
    """The country that hosts a summit is in the chair on its last day."""
    for meeting in nam.meetings.where(kind=MeetingKind.SUMMIT, standing="held"):
        day = meeting.closed or meeting.opened
        if day.latest > nam.as_of:
            continue
        term = nam.chair(day)
        if term is None or term.state != meeting.host:
            chair = term.state if term else "nobody"
            yield hit(meeting, "host", host=meeting.host or "nobody", day=day, chair=chair)


@rule("MTG005", "Hosts exist", "hosted by {host}, which does not exist on {day}")
def absent_hosts(nam: Dataset) -> Iterator[Hit]:
    """The host of a meeting exists on its first day."""
    for meeting in nam.meetings:
        host = named_by(nam.states, meeting.host)
        if host is not None and not may_exist(host, meeting.opened):
            yield hit(meeting, "host", host=host.id, day=meeting.opened)


@rule(
    "MTG006",
    "Capacity agrees with the status",
    "takes part as {capacity}, but is {status} on {day}",
)
def capacity(nam: Dataset) -> Iterator[Hit]:
    """Who takes part in a meeting of the Movement as member or observer is one on a day of it."""
    spells = held_spells(nam)
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        if (
            one.capacity not in (Capacity.MEMBER, Capacity.OBSERVER)
            or meeting.standing is not Standing.HELD
            or meeting.kind in _OF_OTHERS
        ):
            continue
        held = statuses(spells, one.party, meeting.opened, meeting.closed)
        if one.capacity.value not in held:
            yield hit(
                one,
                "capacity",
                capacity=one.capacity.value,
                status=" or ".join(sorted(held)) or "nothing",
                day=meeting.opened,
            )


@rule(
    "MTG007",
    "One participation for a party and a meeting",
    "{other} describes the same party at the same meeting",
)
def repeated(nam: Dataset) -> Iterator[Hit]:
    """A party has one participation in a meeting."""
    first: dict[tuple[str, str], str] = {}
    for one in nam.participations:
        key = one.party, one.meeting
        if key in first:
            yield hit(one, "meeting", other=first[key])
        first.setdefault(key, one.id)


@rule("MTG008", "A city lies in one country", "{city} is in {host} here, but in {others} elsewhere")
def cities(nam: Dataset) -> Iterator[Hit]:
    """The meetings in a city have one host, or one and the states that came after it."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for meeting in nam.meetings:
        if meeting.host and meeting.city:
            hosts[meeting.city].add(meeting.host)
    for meeting in nam.meetings:
        if not meeting.host:
            continue
        state = nam.states.get(meeting.host)
        kin = {meeting.host, *(state.successors + state.predecessors if state else ())}
        others = hosts[meeting.city] - kin
        if others:
            yield hit(
                meeting,
                "host",
                city=meeting.city,
                host=meeting.host,
                others=", ".join(sorted(others)),
            )


# Meetings of others than the states of the Movement, with chairs of their own.
_APART = (MeetingKind.EXTERNAL, MeetingKind.PARLIAMENTARY, MeetingKind.YOUTH)


@rule("MTG009", "Who chairs or hosts does", "takes part as {capacity}, but {who}")
def roles(nam: Dataset) -> Iterator[Hit]:
    """The host of a meeting is its host, and its chair is in the chair on a day of it.

    The state that is in the chair from the first day to the last takes part as chair or as host.
    """
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        if meeting.kind in _APART:
            continue
        if one.capacity is Capacity.HOST and meeting.host != one.party:
            yield hit(
                one, "capacity", capacity="host", who=f"the host is {meeting.host or 'nobody'}"
            )
        days = [meeting.opened, meeting.closed or meeting.opened]
        terms = [nam.chair(day) for day in days if day.latest <= nam.as_of]
        chairs = [term.state if term else "nobody" for term in terms]
        if one.capacity is Capacity.CHAIR and one.party not in chairs:
            who = " or ".join(sorted(set(chairs))) or "nobody known yet"
            yield hit(one, "capacity", capacity="chair", who=f"the chair is with {who}")
        if one.capacity is Capacity.MEMBER and set(chairs) == {one.party}:
            yield hit(one, "capacity", capacity="member", who="is in the chair")


@rule("MTG010", "Who leads a delegation is there", "{person} led a delegation that did not attend")
def absent_leaders(nam: Dataset) -> Iterator[Hit]:
    """A delegation with a head attended."""
    for one in nam.participations:
        if one.head_of_delegation and one.attended is not Answer.YES:
            yield hit(one, "attended", person=one.head_of_delegation)


@rule(
    "MTG011",
    "Members take part as such",
    "takes part as {capacity}, but has a status of its own on {day}",
)
def demoted(nam: Dataset) -> Iterator[Hit]:
    """States that are members or observers take part in meetings of the Movement as such."""
    lesser = (Capacity.GUEST, Capacity.INVITED, Capacity.NONE, Capacity.PARTICIPANT)
    spells = held_spells(nam)
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        if meeting.kind in _OF_OTHERS or one.party not in nam.states:
            continue
        if one.capacity in lesser and any(
            spell.status in (Status.MEMBER, Status.OBSERVER)
            and spell.period.contains(meeting.opened)
            for spell in spells[one.party, MOVEMENT]
        ):
            yield hit(one, "capacity", capacity=one.capacity.value, day=meeting.opened)


# Meetings to which all members are invited, so that a report of one says how many there are.
_WHOLE = (
    MeetingKind.SUMMIT,
    MeetingKind.MINISTERIAL_CONFERENCE,
    MeetingKind.BUREAU_MINISTERIAL,
)


@rule(
    "MTG012",
    "Members number as stated",
    "there were {stated} members by the sources, but {counted} by the spells on {day}",
)
def strength(nam: Dataset) -> Iterator[Hit]:
    """The member states that a meeting counts are as many as the spells on its last day.

    Where the days of spells are not exactly known, both the least and the most will do. So the
    admissions between two meetings add up to the difference of their counts.
    """
    spells = held_spells(nam)
    for meeting in nam.meetings.where(standing="held"):
        day = meeting.closed or meeting.opened
        counts = [figure for figure in meeting.figures if figure.name == "member-states"]
        if not counts or meeting.kind not in _WHOLE or day.latest > nam.as_of:
            continue
        least, most = (members_on(nam, spells, day, possible=one) for one in (False, True))
        for figure in counts:
            if not least <= figure.value <= most:
                counted = f"{least} to {most}" if least < most else str(least)
                yield hit(
                    meeting,
                    f"figures/{figure.name}",
                    stated=figure.value,
                    counted=counted,
                    day=day,
                )


_PARTS = (MeetingKind.MINISTERIAL_SEGMENT, MeetingKind.SENIOR_OFFICIALS, MeetingKind.HEADS_SEGMENT)


@rule("MTG013", "A part has a whole", "is of the kind {kind}, and a part of {whole}")
def whole(nam: Dataset) -> Iterator[Hit]:
    """Segments and senior officials' meetings are parts of a meeting, preparatory ones are not."""
    for meeting in nam.meetings:
        if (meeting.kind in _PARTS and not meeting.part_of) or (
            meeting.kind is MeetingKind.PREPARATORY and meeting.part_of
        ):
            yield hit(meeting, "kind", kind=meeting.kind.value, whole=meeting.part_of or "nothing")


@rule("MTG014", "Ministers make a ministerial meeting", "is called {name!r}, but is of kind {kind}")
def ministers(nam: Dataset) -> Iterator[Hit]:
    """A meeting of the Bureau is a ministerial one where its name says so."""
    for meeting in nam.meetings:
        named = "ministerial" in meeting.name.lower()
        if meeting.kind is (MeetingKind.BUREAU if named else MeetingKind.BUREAU_MINISTERIAL):
            yield hit(meeting, "kind", name=meeting.name, kind=meeting.kind.value)


@rule("MTG015", "Who was there had a part", "takes part as {capacity}, attended: {attended}")
def parts_taken(nam: Dataset) -> Iterator[Hit]:
    """Who attended did so in some capacity, at meetings of others as participant, guest or host."""
    others = (Capacity.PARTICIPANT, Capacity.GUEST, Capacity.HOST, Capacity.INVITED)
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        absent = one.capacity in (Capacity.NONE, Capacity.INVITED)
        apart = meeting.kind in _OF_OTHERS
        if (absent and one.attended is Answer.YES) or (apart and one.capacity not in others):
            yield hit(one, "capacity", capacity=one.capacity.value, attended=one.attended.value)


@rule("MTG016", "Who takes part exists", "{party} does not exist from {opened} to {closed}")
def absent_parties(nam: Dataset) -> Iterator[Hit]:
    """A state takes part in a meeting only where it exists on a day of it."""
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        state = nam.states.get(one.party)
        if not may_exist(state, meeting.opened, meeting.closed):
            closed = meeting.closed or meeting.opened
            yield hit(one, "party", party=one.party, opened=meeting.opened, closed=closed)


@rule("MTG017", "Series are known", "no series is called {series!r}{hint}", Severity.WARNING)
def unknown_series(nam: Dataset) -> Iterator[Hit]:
    """A series is listed in `checks/vocabulary.py`, or has two meetings at least."""
    known = vocabulary.known(vocabulary.SERIES, (meeting.series for meeting in nam.meetings))
    for meeting in nam.meetings:
        if meeting.series and meeting.series not in known:
            hint = vocabulary.meant(meeting.series, known)
            yield hit(meeting, "series", series=meeting.series, hint=hint)


@rule("MTG018", "A series has numbers", "is number {number} of {series}")
def unnumbered(nam: Dataset) -> Iterator[Hit]:
    """A meeting has a number where, and only where, it is of a series."""
    for meeting in nam.meetings:
        if bool(meeting.series) != (meeting.number is not None):
            number = "none" if meeting.number is None else meeting.number
            yield hit(meeting, "number", number=number, series=meeting.series or "no series")


@rule("MTG019", "Officials come first, heads last", "is of {day}, but {whole} {does} on {other}")
def first_and_last(nam: Dataset) -> Iterator[Hit]:
    """A meeting opens with the part of its senior officials and closes with that of the heads."""
    for kind, field, does in (
        (MeetingKind.SENIOR_OFFICIALS, "opened", "opens"),
        (MeetingKind.HEADS_SEGMENT, "closed", "closes"),
    ):
        for meeting in nam.meetings.where(kind=kind):
            whole = named_by(nam.meetings, meeting.part_of)
            if whole is not None and getattr(meeting, field) != getattr(whole, field):
                yield hit(
                    meeting,
                    field,
                    day=getattr(meeting, field) or "an unknown day",
                    whole=whole.id,
                    does=does,
                    other=getattr(whole, field) or "an unknown day",
                )
