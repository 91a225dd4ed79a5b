"""What a record says, in one line of text, and what the data holds against it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from ..dates import Bound, PartialDate
from ..errors import UnknownRecordError
from ..records.base import Answer, Figure, Identified, Qualifier, Standing, plain
from ..records.chairs import ChairCapacity, Chairmanship, Chairperson
from ..records.documents import Document, Event, Principle
from ..records.evidence import Assertion, Claim, Source
from ..records.meetings import Meeting, Participation
from ..records.memberships import Application, Membership
from ..records.persons import Person
from ..records.votes import Vote
from ..records.walk import NO_VALUE, part_at, value_at
from .rows import Get, name_of

__all__ = [
    "author_of",
    "called",
    "field_words",
    "hedged",
    "held_value",
    "lasting",
    "line",
    "meeting_label",
    "meeting_place",
    "speaker",
    "years",
]


def line(record: Identified, get: Get) -> str:
    """What a record says, in one line.

    The statement of a source names the source. Where the data holds another value, the line says
    so; where a thing did not come true, or is not sure to have, it says that.

    Args:
        record: any record.
        get: gives the records that it refers to.
    """
    write = _LINES.get(type(record))
    text = record.label if write is None else write(record, get)
    standing = getattr(record, "standing", Standing.HELD)
    return text if standing is Standing.HELD else f"{text} [{standing.value}]"


def speaker(record: Any) -> str:
    """The id of the source that a record cites first; of a source its own."""
    return str(record.id if isinstance(record, Source) else record.sources[0].source)


def held_value(record: Identified, get: Get) -> str | None:
    """What the data holds, where it is not what a claim or an assertion says.

    Returns:
        The value as text; `None` where it is the same, or the record says nothing of a value.
    """
    if isinstance(record, Claim):
        return _other(get, record.record, record.path, record.value, record.qualifier)
    if isinstance(record, Assertion) and record.computation is not None:
        asked = dict(record.computation.parameters)
        if record.computation.name == "date_of":  # Other computations need more than a record.
            return _other(get, asked["record"], asked["path"], record.value)
    return None


def _other(
    get: Get, key: str, path: str, value: Any, qualifier: Qualifier = Qualifier.EXACTLY
) -> str | None:
    """What stands at a path of a record, where it is another value than this one."""
    try:
        record = get(key)
    except UnknownRecordError:
        return None
    held, part = value_at(record, path), part_at(record, path)
    if held is NO_VALUE:
        return "nothing"
    hedge = part.qualifier if isinstance(part, Figure) else qualifier
    same = plain(held) == plain(value) and hedge is qualifier
    return None if same else hedged(held, hedge)


def hedged(value: Any, qualifier: Qualifier) -> str:
    """A value as text, such as `more than 100` where a number is hedged."""
    text = as_text(plain(value))
    exact = qualifier is Qualifier.EXACTLY
    return text if exact else f"{qualifier.value.replace('-', ' ')} {text}"


def as_text(value: Any) -> str:
    """A value as JSON knows it, as text: lists with commas, objects with their names."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, list):
        return ", ".join(map(as_text, value)) or "nothing"
    if isinstance(value, Mapping):
        return " ".join(f"{name}: {as_text(held)}" for name, held in value.items())
    return value if isinstance(value, str) else json.dumps(value)


def lasting(start: PartialDate, end: PartialDate | Bound) -> str:
    """From when until when, such as `from 2011-05-25`, `from 1992-03 until 1997`."""
    if end is Bound.OPEN:
        return f"from {start}"
    return f"from {start} until {'an unknown day' if end is Bound.UNKNOWN else end}"


def years(start: PartialDate, end: PartialDate | Bound) -> str:
    """A period in years.

    `1994-1999` where these are its first and its last year, `1992-` where it lasts, `2002-?`
    where its end is not known, and `2005 until 2007` where it is not certain that it lasted into
    the year in which its end may first be.
    """
    first, last = start.earliest.year, start.latest.year
    begin = f"{first}?" if first != last else f"{first}"
    if not isinstance(end, PartialDate):
        return f"{begin}-" if end is Bound.OPEN else f"{begin}-?"
    final, latest = (dt.date.fromordinal(number - 1).year for number in end.numbers)
    if final != latest:
        return f"{begin} until {end.earliest.year}"
    return begin if final == last else f"{begin}-{final}"


def meeting_label(meeting: Meeting) -> str:
    """Place and year of a meeting, such as `Durban 1998`; the better known place is in brackets."""
    return f"{meeting_place(meeting) or meeting.format.value} {meeting.opened.text[:4]}"


def meeting_place(meeting: Meeting) -> str:
    """The place of a meeting, the better known one where one is in brackets; empty for none."""
    return meeting.city.partition(" (")[2].rstrip(")") or meeting.city


def _claim(claim: Claim, get: Get) -> str:
    held = held_value(claim, get)
    about = called(claim.record, get)
    against = "" if held is None else f" (data: {held})"
    return f"{claim.sources[0].source}: {claim.path} of {about} is {_value(claim)}{against}"


def called(key: str, get: Get) -> str:
    """What a record is called in a sentence on one of its fields."""
    try:
        record = get(key)
    except UnknownRecordError:
        return key
    match record:
        case Membership():
            who, where = name_of(get, record.party), name_of(get, record.body)
            return f"{who} as {record.status.value} in {where}"
        case Participation():
            return f"{name_of(get, record.party)} at {name_of(get, record.meeting)}"
        case Chairmanship():
            return f"{name_of(get, record.state)} in the chair"
        case Chairperson():
            return f"{name_of(get, record.person)} in the chair"
    return record.label


def field_words(path: str) -> str:
    """A path in words, without the numbers of parts: `existence/0/start` is `existence, start`."""
    steps = (step for step in path.split("/") if not step.isdigit())
    return ", ".join(re.sub("[-_]", " ", step) for step in steps)


def _value(claim: Claim) -> str:
    return hedged(claim.value, claim.qualifier)


def _assertion(assertion: Assertion, get: Get) -> str:
    held = held_value(assertion, get)
    words = f"{assertion.sources[0].source}: {assertion.statement}"
    return words if held is None else f"{words} (data: {held})"


def _membership(spell: Membership, get: Get) -> str:
    who, where = name_of(get, spell.party), name_of(get, spell.body)
    return f"{who}: {spell.status.value} in {where} {lasting(spell.start, spell.end)}"


def _application(application: Application, get: Get) -> str:
    who, where = name_of(get, application.party), name_of(get, application.body)
    sought = f" for {application.sought.value} status" if application.sought else ""
    when = application.applied or application.decided
    outcome = application.outcome.value.replace("-", " ")
    return f"{who}: application{sought} in {where}: {outcome}{f', {when}' if when else ''}"


def _meeting(meeting: Meeting, get: Get) -> str:
    city = f", {meeting.city}" if meeting.city and meeting.city not in meeting.name else ""
    return f"{meeting.name}{city}, {meeting.opened}"


_ATTENDED = {
    Answer.YES: "attended",
    Answer.NO: "did not attend",
    Answer.UNKNOWN: "not known whether it attended",
}


def _participation(one: Participation, get: Get) -> str:
    who, meeting = name_of(get, one.party), get(one.meeting)
    what = _meeting(meeting, get) if isinstance(meeting, Meeting) else meeting.label
    led = f", led by {name_of(get, one.head_of_delegation)}" if one.head_of_delegation else ""
    said = f": {one.summary}" if one.summary else ""
    return f"{who} ({one.capacity.value}) {_ATTENDED[one.attended]}{led}: {what}{said}"


def _term(term: Chairmanship, get: Get) -> str:
    return f"{name_of(get, term.state)} in the chair {lasting(term.start, term.end)}"


def _chairperson(chair: Chairperson, get: Get) -> str:
    acting = "acting in the chair" if chair.capacity is ChairCapacity.ACTING else "in the chair"
    who = name_of(get, chair.person)
    return f"{who} ({chair.office}) {acting} {lasting(chair.start, chair.end)}"


def _person(person: Person, get: Get) -> str:
    offices = ", ".join(office.title for office in person.offices)
    return f"{person.name} ({offices})" if offices else person.name


def _document(document: Document, get: Get) -> str:
    symbols = f" ({', '.join(document.symbols)})" if document.symbols else ""
    return f"{document.title}{symbols}{f', {document.date}' if document.date else ''}"


def _principle(principle: Principle, get: Get) -> str:
    return f"{principle.set} {principle.number}: {principle.name}: {principle.statement}"


def _event(event: Event, get: Get) -> str:
    return f"{event.title}, {event.date}"


def _vote(vote: Vote, get: Get) -> str:
    tally = ", ".join(f"{figure.name} {figure.value}" for figure in vote.tally)
    return f"{vote.title}, {vote.date}{f': {tally}' if tally else ''}"


def author_of(source: Source) -> str:
    """Who speaks in a source: its author, or who published it, or, of neither, its title."""
    return source.author or source.publisher or source.title


def _source(source: Source, get: Get) -> str:
    by = source.author or source.publisher
    return f"{by}: {source.title}" if by else source.title


_LINES: Mapping[type, Callable[[Any, Get], str]] = {
    Membership: _membership,
    Application: _application,
    Meeting: _meeting,
    Participation: _participation,
    Chairmanship: _term,
    Chairperson: _chairperson,
    Person: _person,
    Document: _document,
    Principle: _principle,
    Event: _event,
    Vote: _vote,
    Source: _source,
    Claim: _claim,
    Assertion: _assertion,
}
