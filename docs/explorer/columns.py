"""The lists of what there is of each kind: which columns they have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from nam_azerbaijan import CoverageError, Source, Standing, State
from nam_azerbaijan.records.constants import MOVEMENT

from .page import NOTHING, Page
from .words import NO_STATUS, worded

__all__ = [
    "LISTINGS",
    "SOURCE_COLUMNS",
    "Cell",
    "Listing",
    "date_cell",
    "field_cell",
    "standing_cell",
]

Cell = Callable[[Page, Any], Markup]


class Listing(NamedTuple):
    """A page that lists records of a kind.

    Attributes:
        path: where it goes.
        title: its title.
        intro: a sentence before its tables.
        collection: the kind of record.
        columns: the heads of its columns, and what gives their cells; the first leads to the page.
    """

    path: str
    title: str
    intro: str
    collection: str
    columns: Sequence[tuple[str, Cell]]


def _name(page: Page, record: Any) -> Markup:
    return page.link(record.id)


def field_cell(name: str) -> Cell:
    """A column with the value of a field."""
    return lambda page, record: page.field(record, name, short=True)


def date_cell(name: str) -> Cell:
    """A column with the date in a field or a property, as far as it is known."""

    def cell(page: Page, record: Any) -> Markup:
        date = getattr(record, name)
        return page.when(date, aside=False) if date else NOTHING

    return cell


def standing_cell(page: Page, record: Any) -> Markup:
    """Whether it came true; nothing is said where it did."""
    held = record.standing is Standing.HELD
    return NOTHING if held else escape(worded(record.standing))


def _status(page: Page, state: State) -> Markup:
    """What it is today."""
    try:
        status = page.library.nam.status(state)
    except CoverageError:
        return NOTHING
    if status is None:
        return escape("former" if _spells(page, state) else NO_STATUS)
    return Markup('<span class="status {0}">{0}</span>').format(status.value)


def _spells(page: Page, state: State) -> list[Any]:
    held = page.library.nam.memberships.where(party=state.id, body=MOVEMENT)
    real = [one for one in held if one.standing is Standing.HELD]
    return sorted(real, key=lambda one: one.start.sort_key)


def _since(page: Page, state: State) -> Markup:
    spells = _spells(page, state)
    return page.when(spells[0].start, aside=False) if spells else NOTHING


def _number(of: Callable[[Page, Any], Sequence[Any]]) -> Cell:
    return lambda page, record: escape(len(of(page, record)) or NOTHING)


def _terms(page: Page, state: State) -> Sequence[Any]:
    return page.library.nam.chairmanships.where(state=state.id)


def _code(system: str) -> Cell:
    return lambda page, state: escape(state.code(system) or NOTHING)


def _offices(page: Page, person: Any) -> Markup:
    titles = dict.fromkeys(office.title for office in person.offices)
    return escape("; ".join(titles))


def _paragraphs(page: Page, document: Any) -> Sequence[Any]:
    return tuple(document.provisions)


def _who(page: Page, source: Source) -> Markup:
    return escape(source.author or source.publisher)


LISTINGS = (
    Listing(
        "states/index.html",
        "States",
        "States since 1955, and movements that were parties. Status is that of the last day known.",
        "states",
        [
            ("Name", _name),
            ("Status", _status),
            ("First status from", _since),
            ("Times with a status", _number(_spells)),
            ("In the chair", _number(_terms)),
            ("Region in the Movement", field_cell("region")),
            ("ISO", _code("iso3c")),
            ("COW", _code("cown")),
        ],
    ),
    Listing(
        "meetings/index.html",
        "Meetings",
        "Meetings of the Movement and others, in order of time.",
        "meetings",
        [
            ("Meeting", _name),
            ("Opened", date_cell("opened")),
            ("Closed", date_cell("closed")),
            ("City", field_cell("city")),
            ("Host", field_cell("host")),
            ("Kind", field_cell("kind")),
            ("Whether it came true", standing_cell),
        ],
    ),
    Listing(
        "documents/index.html",
        "Documents",
        "Documents, and how many of their paragraphs are on record.",
        "documents",
        [
            ("Document", _name),
            ("Date", date_cell("date")),
            ("Kind", field_cell("kind")),
            ("Symbols", field_cell("symbols")),
            ("Paragraphs", _number(_paragraphs)),
            ("Whether it came true", standing_cell),
        ],
    ),
    Listing(
        "organizations/index.html",
        "Organizations",
        "Organizations, organs, programmes, missions, formats and projects.",
        "organizations",
        [
            ("Name", _name),
            ("Abbreviation", field_cell("abbreviation")),
            ("Kind", field_cell("kind")),
            ("Belongs to", field_cell("parent")),
            ("Whether it came true", standing_cell),
        ],
    ),
    Listing(
        "votes/index.html",
        "Votes",
        "Recorded votes and elections, with the official result.",
        "votes",
        [
            ("Vote", _name),
            ("Date", date_cell("date")),
            ("Body", field_cell("body")),
            ("Symbol", field_cell("symbol")),
            ("Official result", field_cell("tally")),
        ],
    ),
    Listing(
        "persons/index.html",
        "Persons",
        "Persons who chaired, led a delegation, or are named by a source.",
        "persons",
        [("Name", _name), ("Offices", _offices), ("Other spellings", field_cell("spellings"))],
    ),
    Listing(
        "events/index.html",
        "Events",
        "Dated steps that are no meeting and no document.",
        "events",
        [
            ("Event", _name),
            ("Date", date_cell("date")),
            ("Kind", field_cell("kind")),
            ("Place", field_cell("place")),
            ("Whether it came true", standing_cell),
        ],
    ),
)

SOURCE_COLUMNS: Sequence[tuple[str, Cell]] = [
    ("Source", _name),
    ("By", _who),
    ("Published", date_cell("published")),
    ("Kind", field_cell("kind")),
    ("Seen", field_cell("seen")),
]
