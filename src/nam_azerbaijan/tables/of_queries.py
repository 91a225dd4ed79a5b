"""The rows that answer a query: of spells, of the chair, of meetings, of what a source says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..findings import Finding
from ..records import COLLECTIONS
from ..records.base import Citation, Identified
from ..records.votes import Choice
from .lines import held_value, line, speaker
from .rows import Get, Heading, Table, name_of, record_table

if TYPE_CHECKING:
    from ..records.chairs import Chairmanship, Chairperson
    from ..records.documents import Document
    from ..records.meetings import Participation
    from ..records.memberships import Membership
    from ..records.persons import Person

__all__ = [
    "agreement_table",
    "chair_table",
    "citation_table",
    "coverage_table",
    "document_table",
    "entry_table",
    "finding_table",
    "hit_table",
    "participation_table",
    "person_table",
    "spell_table",
    "statement_table",
    "troika_table",
    "vote_table",
]


def spell_table(spells: Iterable[Membership], get: Get) -> Table:
    """Spells, with the ISO code of the party."""

    def code(spell: Membership) -> str | None:
        return getattr(get(spell.party), "iso3c", None)

    table = record_table("memberships", spells, get, {Heading("iso3c"): code})
    return table.showing("party_name", "status", "start", "end", "began", "id", "source")


_IN_CHAIR = ("state_name", "person_name", "office", "capacity", "start", "end", "id", "source")


def chair_table(held: Iterable[tuple[Chairmanship, Chairperson | None]], get: Get) -> Table:
    """Terms with the person in the chair: a row for each.

    Args:
        held: terms and persons; without a person the row is that of the term, and the columns of
            the person are empty.
        get: gives the records that are referred to.
    """
    headings = (
        *map(Heading, ("term", "state", "state_name", "person", "person_name")),
        *map(Heading, ("office", "capacity")),
        *(Heading(name, PartialDate) for name in ("start", "end")),
        *map(Heading, ("id", "source", "locator")),
    )
    rows = tuple(
        {
            "term": term.id,
            "state": term.state,
            "state_name": name_of(get, term.state),
            "person": chair and chair.person,
            "person_name": chair and name_of(get, chair.person),
            "office": chair and chair.office,
            "capacity": chair and chair.capacity.value,
            "start": str((chair or term).start),
            "end": str((chair or term).end),
            "id": (chair or term).id,
            "source": (chair or term).sources[0].source,
            "locator": (chair or term).sources[0].locator,
        }
        for term, chair in held
    )
    return Table(headings, rows, _IN_CHAIR)


def troika_table(troika: Mapping[str, Chairmanship | None], get: Get) -> Table:
    """The former, the present and the next chair, as far as there is one."""
    place = {term.id: name for name, term in troika.items() if term is not None}
    terms = [term for term in troika.values() if term is not None]
    table = record_table(
        "chairmanships", terms, get, {Heading("place"): lambda term: place[term.id]}
    )
    return table.showing("place", "state_name", "start", "end", "standing", "id", "source")


def participation_table(participations: Iterable[Participation], get: Get) -> Table:
    """Who was at which meeting, with the day on which the meeting opened and its city."""

    def of_meeting(name: str) -> Callable[[Participation], str]:
        return lambda one: str(getattr(get(one.meeting), name))

    extra = {
        Heading("opened", PartialDate): of_meeting("opened"),
        Heading("city"): of_meeting("city"),
        Heading("meeting_kind"): of_meeting("kind"),
    }
    table = record_table("participations", participations, get, extra)
    return table.showing(
        "opened", "city", "meeting_kind", "party_name", "capacity", "attended", "id", "source"
    )


def document_table(documents: Iterable[Document], get: Get, topic: str | None = None) -> Table:
    """Documents, with the places that speak of a topic, or all that are on record."""

    def places(document: Document) -> list[str]:
        return [
            provision.locator
            for provision in document.provisions
            if provision.locator and topic in (None, provision.topic)
        ]

    extra = {Heading("paragraphs", many=True): places}
    table = record_table("documents", documents, get, extra)
    return table.showing("date", "title", "paragraphs", "id", "source")


def person_table(persons: Iterable[Person], get: Get) -> Table:
    """Persons, with the offices that they held, in words."""

    def held(person: Person) -> list[str]:
        return [
            f"{office.title} ({name_of(get, key)})" if key else office.title
            for office in person.offices
            for key in (office.organization or office.state,)
        ]

    table = record_table("persons", persons, get, {Heading("held", many=True): held})
    return table.showing("name", "held", "id", "source")


def _line(record: Identified, get: Get, citation: Citation | None = None) -> dict[str, Any]:
    """What a record says, by the words of one of its citations or else of the first."""
    cited = citation or next(iter(getattr(record, "sources", ())), None)
    return {
        "id": record.id,
        "kind": type(record).__name__,
        "text": line(record, get),
        "data": held_value(record, get),
        "source": cited.source if cited else speaker(record),
        "locator": cited.locator if cited else "",
        "says": cited.says if cited else "",
    }


def statement_table(collection: str, records: Iterable[Identified], get: Get) -> Table:
    """Claims or assertions, with what the data holds where it is another value."""

    def data(record: Identified) -> str | None:
        return held_value(record, get)

    table = record_table(collection, records, get, {Heading("data"): data})
    if collection == "claims":
        return table.showing("record", "path", "value", "data", "preferred", "source", "locator")
    return table.showing("id", "kind", "statement", "data", "source", "locator")


_OF_LINE = tuple(map(Heading, ("id", "kind", "text", "data", "source", "locator", "says")))


def hit_table(hits: Iterable[Any], get: Get) -> Table:
    """What a search found: what each record says in one line, and who says so.

    `data` is what the data holds where it is another value than the one that the record states;
    `fields` are those in which words were found, and `found` is the text that fits best.

    Args:
        hits: records with what was found in them.
        get: gives the records that are referred to.
    """
    rows = tuple(
        {**_line(hit.record, get), "fields": list(hit.fields), "found": hit.snippet} for hit in hits
    )
    headings = (*_OF_LINE, Heading("fields", many=True), Heading("found"))
    return Table(headings, rows, ("id", "kind", "text", "source"))


def citation_table(cited: Iterable[Any], get: Get) -> Table:
    """What a source says: a row for each citation, with the record that it went to.

    Args:
        cited: records, each with a citation and the path at which it stands.
        get: gives the records that are referred to.
    """
    rows = tuple({**_line(one.record, get, one.citation), "path": one.path} for one in cited)
    return Table((*_OF_LINE, Heading("path")), rows, ("locator", "text", "says", "id"))


def entry_table(entries: Iterable[Any]) -> Table:
    """Entries of a timeline."""
    headings = (
        Heading("date", PartialDate),
        *map(Heading, ("text", "standing", "collection", "record")),
    )
    rows = tuple(
        {
            "date": str(entry.date),
            "text": entry.text,
            "standing": entry.standing.value,
            "collection": entry.collection,
            "record": entry.record,
        }
        for entry in entries
    )
    return Table(headings, rows, ("date", "text", "record"))


def finding_table(findings: Iterable[Finding]) -> Table:
    """What is wrong with data."""
    names = ("file", "record", "field", "code", "severity", "message")
    rows = tuple({name: str(getattr(one, name)) for name in names} for one in findings)
    return Table(tuple(map(Heading, names)), rows, names)


def coverage_table(collections: Mapping[str, Any], coverage: Mapping[str, Any]) -> Table:
    """The collections of a data set, how many records they have, and what they aim to hold."""
    headings = (
        Heading("collection"),
        Heading("records", int),
        *(Heading(name, PartialDate) for name in ("since", "until")),
        Heading("complete", bool),
        Heading("scope"),
    )
    rows = []
    for name in COLLECTIONS:
        cover = coverage.get(name)
        rows.append(
            {
                "collection": name,
                "records": len(collections[name]),
                "since": cover and str(cover.since),
                "until": cover and str(cover.until),
                "complete": cover and cover.complete,
                "scope": cover.scope if cover else "",
            }
        )
    return Table(headings, tuple(rows), ("collection", "records", "since", "until", "scope"))


_OF_TALLY = (
    Heading("resolution"),
    Heading("date", PartialDate),
    Heading("group"),
    *(Heading(choice.value, int) for choice in Choice),
)


def vote_table(tallies: Iterable[Any], *, totals: bool = False) -> Table:
    """Tallies of votes: a row for each group of each.

    Args:
        tallies: the tallies.
        totals: whether the sum of the groups and the official result follow as rows.
    """
    rows = []
    for tally in tallies:
        counts = {**tally}
        if totals:
            counts["total"] = tally.total
            counts.update({} if tally.official is None else {"official": tally.official})
        date = None if tally.date is None else tally.date.text
        rows += [
            {
                "resolution": tally.resolution,
                "date": date,
                "group": group,
                **{choice.value: held.get(choice.value) for choice in Choice},
            }
            for group, held in counts.items()
        ]
    return Table(_OF_TALLY, tuple(rows), tuple(heading.name for heading in _OF_TALLY))


_OF_AGREEMENT = (
    *(Heading(name, int) for name in ("year", "agreed", "of", "tied", "absent")),
    Heading("share", float),
)


def agreement_table(years: Iterable[Any]) -> Table:
    """How often a state voted with a majority: a row for each year."""
    rows = tuple(one.to_dict() for one in years)
    return Table(_OF_AGREEMENT, rows, ("year", "share", "agreed", "of", "tied", "absent"))
