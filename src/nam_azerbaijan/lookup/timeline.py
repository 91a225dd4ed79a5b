"""Dated entries from every kind of record, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from ..dates import PartialDate
from ..records.base import Answer, Standing
from ..records.chairs import ChairCapacity, Chairmanship, Chairperson
from ..records.documents import Document, DocumentKind, Event
from ..records.meetings import Meeting, Participation
from ..records.memberships import Application, Membership
from ..records.parties import Organization, State
from ..records.persons import Person
from ..records.votes import Vote
from ..records.walk import references
from .filters import Collections

__all__ = ["Entry", "entries"]


@attrs.frozen(kw_only=True)
class Entry:
    """One dated step.

    Attributes:
        date: when.
        text: what, in one line.
        collection: the kind of record it is read from.
        record: id of that record.
        standing: whether it came true.
    """

    date: PartialDate
    text: str
    collection: str
    record: str
    standing: Standing = Standing.HELD


FIRST_YEAR = 1945
Step = tuple[PartialDate | None, str]


def entries(records: Collections, subject: str | None = None) -> tuple[Entry, ...]:
    """All entries, or those that concern one state, organization, person or meeting, in order.

    Args:
        records: the collections of a data set by name.
        subject: id of the state, organization, person or meeting.
    """
    made: list[Entry] = []
    for collection, steps in _KINDS.items():
        for record in records[collection]:
            if subject is None or _concerns(records, record, subject):
                made.extend(
                    Entry(
                        date=date,
                        text=text,
                        collection=collection,
                        record=record.id,
                        standing=getattr(record, "standing", Standing.HELD),
                    )
                    for date, text in steps(records, record)
                    if date is not None
                )
    return tuple(sorted(made, key=lambda entry: (entry.date.sort_key, entry.record, entry.text)))


def _name(records: Collections, key: str) -> str:
    return next(str(held[key].label) for held in records.values() if key in held)


def _dated(value: object) -> PartialDate | None:
    return value if isinstance(value, PartialDate) else None


def _of_state(records: Collections, state: State) -> Iterator[Step]:
    for period in state.existence:
        if period.start.latest.year >= FIRST_YEAR:  # Older ones are the first days of lists.
            yield period.start, f"{state.name}: existence as a state begins"
        yield _dated(period.end), f"{state.name}: existence as a state ends"
    for former, later in zip(state.names, state.names[1:], strict=False):
        yield later.start, f"{former.name} is called {later.name} from now on"


def _of_organization(records: Collections, organization: Organization) -> Iterator[Step]:
    for period in organization.existence:
        yield period.start, f"{organization.name} begins"
        yield _dated(period.end), f"{organization.name} ends"


def _of_person(records: Collections, person: Person) -> Iterator[Step]:
    for office in person.offices:
        if office.period is not None:
            yield office.period.start, f"{person.name} becomes {office.title}"
            yield _dated(office.period.end), f"{person.name} is no longer {office.title}"
        else:
            yield office.seen, f"{person.name} is seen as {office.title}"


def _of_membership(records: Collections, spell: Membership) -> Iterator[Step]:
    who, where = _name(records, spell.party), _name(records, spell.body)
    how = f" ({spell.began.value})" if spell.began else ""
    yield spell.start, f"{who}: {spell.status.value} in {where}{how}"
    if spell.succeeded_by is None:
        ended = f" ({spell.ended.value})" if spell.ended else ""
        yield _dated(spell.end), f"{who}: no longer {spell.status.value} in {where}{ended}"


def _of_application(records: Collections, application: Application) -> Iterator[Step]:
    who, where = _name(records, application.party), _name(records, application.body)
    sought = f"{application.sought.value} status" if application.sought else "a status"
    yield application.applied, f"{who} applies for {sought} in {where}"
    yield application.decided, f"{who}: application for {sought} {application.outcome.value}"


def _of_meeting(records: Collections, meeting: Meeting) -> Iterator[Step]:
    place = f", {meeting.city}" if meeting.city and meeting.city not in meeting.name else ""
    yield meeting.opened, f"{meeting.name}{place}"


def _of_term(records: Collections, term: Chairmanship) -> Iterator[Step]:
    who = _name(records, term.state)
    yield term.start, f"{who} takes the chair"
    if term.succeeded_by is None:
        yield _dated(term.end), f"{who} leaves the chair"


def _of_chairperson(records: Collections, chair: Chairperson) -> Iterator[Step]:
    acting = "acting chairperson" if chair.capacity is ChairCapacity.ACTING else "chairperson"
    yield chair.start, f"{_name(records, chair.person)} becomes {acting} ({chair.office})"


def _of_document(records: Collections, document: Document) -> Iterator[Step]:
    symbol = f" ({document.symbols[0]})" if document.symbols else ""
    given = "given" if document.kind is DocumentKind.STATEMENT else "adopted"
    yield document.adopted, f"{document.title}{symbol} {given}"
    yield document.signed, f"{document.title}{symbol} signed"
    yield document.in_force, f"{document.title}{symbol} in force"


def _of_event(records: Collections, event: Event) -> Iterator[Step]:
    yield event.date, event.title


def _of_vote(records: Collections, vote: Vote) -> Iterator[Step]:
    tally = ", ".join(f"{figure.name} {figure.value}" for figure in vote.tally)
    yield vote.date, f"{vote.title} ({tally})" if tally else vote.title


_ATTENDANCE = {
    Answer.YES: "takes part in",
    Answer.NO: "does not take part in",
    Answer.UNKNOWN: "not known whether it takes part in",
}


def _of_participation(records: Collections, participation: Participation) -> Iterator[Step]:
    meeting = records["meetings"][participation.meeting]
    who = _name(records, participation.party)
    led = participation.head_of_delegation
    leader = f", led by {_name(records, led)}" if led else ""
    yield (
        meeting.opened,
        f"{who} ({participation.capacity.value}{leader}): "
        f"{_ATTENDANCE[participation.attended]} {meeting.name}",
    )


def _concerns(records: Collections, record: Any, subject: str) -> bool:
    """Whether a record is of a subject, or refers to it.

    A state, organization or person has its own steps only, not those of its successors or parts.
    """
    if record.id == subject:
        return True
    match record:
        case State() | Organization() | Person():
            return False
        case Chairperson():
            return subject in (record.person, records["chairmanships"][record.term].state)
        case Vote() if any(figure.name == subject for figure in record.tally):
            return True
    return any(reference.key == subject for reference in references(record))


_KINDS: dict[str, Callable[[Collections, Any], Iterator[Step]]] = {
    "states": _of_state,
    "organizations": _of_organization,
    "memberships": _of_membership,
    "applications": _of_application,
    "meetings": _of_meeting,
    "participations": _of_participation,
    "chairmanships": _of_term,
    "chairpersons": _of_chairperson,
    "persons": _of_person,
    "documents": _of_document,
    "events": _of_event,
    "votes": _of_vote,
}
