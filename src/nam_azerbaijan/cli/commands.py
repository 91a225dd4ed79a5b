"""What each command of the command line answers."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Iterable
from typing import Any

from ..checks import check
from ..dataset import Dataset, load
from ..dates import PartialDate, as_date
from ..findings import DatasetError, Severity
from ..records import record_class
from ..records.base import plain
from ..records.chairs import ChairCapacity
from ..records.status import Status
from ..records.walk import FieldType, field_types
from ..tables import of_queries
from ..tables.lines import as_text
from ..tables.rows import Heading, Table, part_table, record_table
from .brief import brief_table
from .pages import print_brief, print_cited, print_findings, print_hits, print_record
from .reply import Reply

MISSED = 1
MOST_HITS = 20
"""How many results of a search a terminal shows unless told otherwise."""


def brief(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """A state in the Movement on one screen."""
    state = nam.state(asked.state)
    table = brief_table(nam, state)
    return Reply(table=table, page=functools.partial(print_brief, nam, state, table))


def state(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The state that a name or code means, with its codes."""
    on = asked.on
    found = nam.state(asked.state, code=asked.code, on=on)
    extra = {} if on is None else {Heading("name_on_day"): lambda one: one.name_on(on)}
    table = record_table("states", [found], nam.get, extra)
    shown = ("name", *(heading.name for heading in extra), "iso3c", "cown", "gwn", "m49", "id")
    return Reply(table=table.showing(*shown))


# Members and observers

_NOUNS = {Status.MEMBER: "a member", Status.OBSERVER: "an observer"}


def members(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The members on a day."""
    if asked.observers:
        asked.organizations = False
        return observers(nam, asked)
    return _parties(nam, asked, Status.MEMBER, nam.members)


def observers(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The observer states, or organizations, on a day."""
    query = nam.observer_organizations if asked.organizations else nam.observers
    return _parties(nam, asked, Status.OBSERVER, query)


def _parties(
    nam: Dataset, asked: argparse.Namespace, status: Status, query: Callable[..., tuple[Any, ...]]
) -> Reply:
    on, body = asked.on, asked.body
    found = query(on=on, body=body, possible=asked.possible)
    if asked.former:
        return _former(nam, asked, status)
    day = as_date(nam.as_of if on == "as-of" else on)
    spells = [
        next(
            one
            for one in nam.spells(party, body)
            if one.status is status and one.period.contains(day, possible=asked.possible)
        )
        for party in found
    ]
    notes: tuple[str, ...] = ()
    if not asked.possible and (more := len(query(on=on, body=body, possible=True)) - len(found)):
        notes = (f"{more} more may be; --possible adds them",)
    table = of_queries.spell_table(spells, nam.get)
    return Reply(
        table=table.showing("party_name", "iso3c", "start", "end", "source", "locator"),
        none=f"nobody was {_NOUNS[status]} {_when(day)}",
        notes=notes,
    )


def _former(nam: Dataset, asked: argparse.Namespace, status: Status) -> Reply:
    """The parties that had a status once and have it on a day no more."""
    day = as_date(nam.as_of if asked.on == "as-of" else asked.on)
    ended = [
        one
        for one in nam.memberships.where(body=asked.body, status=status, standing="held")
        if isinstance(one.end, PartialDate)
        and not day.possibly_before(one.end)
        and nam.status(one.party, on=asked.on, body=asked.body, possible=True) is not status
    ]
    ended.sort(key=lambda one: (one.end.sort_key, one.id))  # type: ignore[union-attr]
    table = of_queries.spell_table(ended, nam.get)
    return Reply(
        table=table.showing("party_name", "iso3c", "start", "end", "ended", "id", "source"),
        none=f"nobody had stopped being {_NOUNS[status]} by {day}",
    )


def _when(day: PartialDate) -> str:
    """A day in a sentence, vague or not."""
    return f"{'on' if day.exact else 'in'} {day}"


def status(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """What a state is in the Movement, or in another body, on a day."""
    party: Any = asked.state
    on, body = asked.on, asked.body
    if asked.code:
        party = nam.state(party, code=asked.code, on=None if on == "as-of" else on)
    held = nam.organizations.get(body)
    where = body if held is None else held.label
    if asked.all:
        spells = nam.spells(party, body)
        none = f"{asked.state} never had a status in {where}"
    else:
        spell = nam.spell(party, on=on, body=body, possible=asked.possible)
        spells = () if spell is None else (spell,)
        day = as_date(nam.as_of if on == "as-of" else on)
        none = f"{asked.state} had no status in {where} {_when(day)}"
        if not spells and nam.spell(party, on=on, body=body, possible=True):
            none = f"no one status of {asked.state} is certain for all of {day}; see --possible"
    return Reply(
        table=of_queries.spell_table(spells, nam.get), none=none, notes=_disputed(nam, spells)
    )


def _disputed(nam: Dataset, records: Iterable[Any]) -> tuple[str, ...]:
    """Notes on the fields of records about which sources differ."""
    notes = []
    for one in records:
        paths = sorted({claim.path for claim in nam.claims.where(record=one.id)})
        if paths:
            which = " and ".join(path.replace("_", " ") for path in paths)
            notes.append(f"sources differ on its {which}: nam-azerbaijan show {one.id}")
    return tuple(notes)


# The chair


def chair(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Who is in the chair on a day, or has ever been."""
    none = "nobody was in the chair then"
    if asked.all:
        persons = sorted(nam.chairpersons, key=lambda one: one.start.sort_key)
        held = [(nam.chairmanships[one.term], one) for one in persons]
        return Reply(table=of_queries.chair_table(held, nam.get), none=none)
    on, possible = asked.on, asked.possible
    seats = (nam.chairperson_term(on=on, capacity=one, possible=possible) for one in ChairCapacity)
    seated: list[Any] = [(nam.chairmanships[one.term], one) for one in seats if one is not None]
    term = nam.chair(on=on, possible=possible)
    notes: tuple[str, ...] = ()
    if term is not None and not seated:
        seated = [(term, None)]
        exact = on == "as-of" or as_date(on).exact
        notes = ("the chair was vacant" if exact else "in the chair then: several, or nobody",)
    if term is None and nam.chair(on=on, possible=True) is not None:
        none = "no one was in the chair on all of these days; see --possible, or --all"
    return Reply(table=of_queries.chair_table(seated, nam.get), none=none, notes=notes)


def troika(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The former, the present and the next chair on a day."""
    found = nam.troika(on=asked.on, possible=asked.possible)
    terms = {} if found is None else found._asdict()
    none = "there was no chair then, or no one chair on all of these days"
    return Reply(table=of_queries.troika_table(terms, nam.get), none=none)


# Meetings, documents, principles, persons


def meetings(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Meetings in order."""
    found = nam.find_meetings(
        kind=asked.kind,
        series=asked.series,
        number=asked.number,
        host=asked.host,
        city=asked.city,
        since=asked.since,
        until=asked.until,
        attended_by=asked.attended_by,
        standing=None if asked.standing == "all" else asked.standing,
        possible=asked.possible,
    )
    table = record_table("meetings", found, nam.get)
    return Reply(table=table, none="no such meeting is on record")


def documents(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Documents in order."""
    found = nam.find_documents(
        kind=asked.kind,
        topic=asked.topic,
        meeting=asked.meeting,
        since=asked.since,
        until=asked.until,
        possible=asked.possible,
    )
    table = of_queries.document_table(found, nam.get, asked.topic)
    return Reply(table=table, none="no such document is on record")


def participations(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Who was at which meeting, and who was not."""
    found = nam.find_participations(
        party=asked.party,
        meeting=asked.meeting,
        attended=asked.attended,
        since=asked.since,
        until=asked.until,
        possible=asked.possible,
    )
    table = of_queries.participation_table(found, nam.get)
    return Reply(table=table, none="nothing of the kind is on record")


def principles(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Lists of principles, criteria and reasons, item by item."""
    found = nam.find_principles(set=asked.set, corresponds_to=asked.corresponds_to)
    return Reply(table=record_table("principles", found, nam.get), none="no item is on record")


def persons(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Persons and the offices they held."""
    found = nam.persons if asked.name is None else (nam.person(asked.name),)
    return Reply(table=of_queries.person_table(found, nam.get), none="no person is on record")


# Time, words, sources


def timeline(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Dated entries from every kind of record."""
    entries = nam.timeline(
        asked.subject, since=asked.since, until=asked.until, possible=asked.possible
    )
    return Reply(table=of_queries.entry_table(entries), none="nothing is on record then")


def search(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Records that fit a text, best first."""
    hits = nam.search_hits(" ".join(asked.text), kind=asked.kind, source=asked.source)
    most = asked.limit
    if most is not None and most < 1:
        raise ValueError("--limit takes a number from 1")
    if most is None:
        most = MOST_HITS if asked.format == "table" else len(hits)
    more = len(hits) - most
    notes = (f"{more} more fit less well; --limit {len(hits)} shows all",) if more > 0 else ()
    table = of_queries.hit_table(hits[:most], nam.get)
    return Reply(
        table=table,
        none="no record fits these words",
        notes=notes,
        page=functools.partial(print_hits, table),
    )


def source(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """What a source says, in its own order, and to which record it went."""
    found = nam.cited(asked.source, locator=asked.locator)
    where = f" at {asked.locator!r}" if asked.locator else ""
    table = of_queries.citation_table(found, nam.get)
    return Reply(
        table=table,
        none=f"nothing cites the source{where}",
        page=functools.partial(print_cited, table),
    )


def show(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """One record whole, by its id or name."""
    record = nam.named(asked.record)
    table = record_table(nam.home[record.id], [record], nam.get)
    if asked.format == "json":
        said = [one.to_dict() for one in nam.about(record)]
        headings = (*map(Heading, record.to_dict()), Heading("said_about_it", object, many=True))
        table = Table(headings, ({**record.to_dict(), "said_about_it": said},), ())
    return Reply(table=table, page=functools.partial(print_record, nam, record))


# Collections and checks


def listing(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The records of a collection, or the collections."""
    name = asked.collection
    if name is None:
        return Reply(table=of_queries.coverage_table(nam.collections, nam.coverage))
    types = field_types(record_class(name))
    wanted: dict[str, Any] = {}
    stated: dict[str, str] = {}  # Of values that may be text, numbers or lists: as they read.
    for one in asked.where:
        field, equals, value = one.partition("=")
        if not equals or field in wanted or field in stated:
            raise ValueError(f"--where takes FIELD=VALUE, each field once, not {one!r}")
        if field in types and types[field].cls is object:
            stated[field] = value
        else:
            wanted[field] = _typed(types[field], value) if field in types else value
    try:
        found = nam.collection(name).where(**wanted)
    except TypeError as error:
        raise ValueError(str(error)) from None
    for field, value in stated.items():
        found = tuple(one for one in found if as_text(plain(getattr(one, field))) == value)
    if asked.source is not None:
        citing = {one.record.id for one in nam.cited(asked.source)}
        found = tuple(one for one in found if one.id in citing)
    if asked.per is not None:
        table = part_table(name, asked.per, found, nam.get)
    elif name in ("claims", "assertions"):
        table = of_queries.statement_table(name, found, nam.get)
    else:
        table = record_table(name, found, nam.get)
    return Reply(table=table, none=f"no such record among the {name}")


def _typed(field: FieldType, text: str) -> Any:
    """The value of a field that a text of the command line means."""
    if field.cls is int and text.lstrip("-").isdecimal():
        return int(text)
    if field.cls is bool and text.lower() in ("true", "yes", "false", "no"):
        return text.lower() in ("true", "yes")
    return None if text == "" and field.default is None else text


def checked(nam: Dataset | None, asked: argparse.Namespace) -> Reply:
    """What is wrong with the packaged data, or with a directory."""
    del nam  # A directory that is no data set is what this is for.
    if not all(map(str.strip, (*asked.select, *asked.ignore))):
        raise ValueError("--select and --ignore take the code of a rule or the beginning of one")
    try:
        findings = check(load(asked.directory), select=asked.select, ignore=asked.ignore)
    except DatasetError as error:
        findings = error.findings
    failed = any(one.severity is Severity.ERROR for one in findings)
    return Reply(
        table=of_queries.finding_table(findings),
        page=functools.partial(print_findings, findings),
        status=MISSED if failed else 0,
    )


def exported(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Files that other programs read, and which they are."""
    from ..export import FORMATS  # noqa: PLC0415  Needed for no other command.

    try:
        files = FORMATS[asked.form](nam, asked.target)
    except ImportError as error:
        raise ValueError(str(error)) from None
    rows = tuple({"file": str(file), "bytes": file.stat().st_size} for file in files)
    table = Table((Heading("file"), Heading("bytes", int)), rows, ("file", "bytes"))
    return Reply(table=table)
