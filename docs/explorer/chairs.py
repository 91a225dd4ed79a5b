"""The list of all terms in the chair by date, with the persons and what is said of either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from nam_azerbaijan import Chairmanship, Chairperson, PartialDate

from .attached import Attached
from .columns import standing_cell
from .library import Library
from .page import NOTHING, Page
from .sections import Column, Row, Section
from .words import date_words

__all__ = ["CHAIRS", "CHAIRS_INTRO", "CHAIRS_TITLE", "chairs_section"]

CHAIRS = "chairs.html"
"""Where the list is."""
CHAIRS_TITLE = "Chairs of the Movement"
CHAIRS_INTRO = (
    "Who chaired the Movement, by date. The end is the first day after the term. Of the persons, "
    "two may stand for the same days, where one acted for the other, or none, where nobody held "
    "the office; the row then says so."
)
_HEADS = ("Country in the chair", "Persons in the chair", "From", "Until", "Began at", "Ended at")
_SHOWN = ("state", "start", "end", "began_at", "ended_at")


def chairs_section(library: Library) -> Section:
    """A row for each term; sources and disputes stand beside its values."""
    nam = library.nam
    terms = sorted(nam.chairmanships, key=lambda one: one.start.sort_key)

    def row(page: Page, term: Chairmanship) -> Row:
        attached = Attached(term, (*_SHOWN, "note"), library, whole="state")
        held = sorted(nam.chairpersons.where(term=term.id), key=lambda one: one.start.sort_key)
        state = page.link(term.id, nam.states[term.state].name) + page.beside(attached, "state")
        rest = [page.field(term, name, attached, short=True) for name in _SHOWN[1:]]
        persons = _persons(page, held)
        texts = [
            *map(escape, _unlike_a_line(page, held)),
            *([page.field(term, "note", attached)] if term.note else ()),
        ]
        detail = NOTHING.join(Markup("<p>{}</p>").format(text) for text in texts)
        cells = [page.anchors(term.id) + state, persons, *rest, standing_cell(page, term)]
        return Row(cells, term.id, detail)

    columns = [Column(head) for head in (*_HEADS, "Whether it came true")]
    return Section("list", CHAIRS_TITLE, columns, terms, row, stays=True)


def _persons(page: Page, held: Sequence[Chairperson]) -> Markup:
    """The persons, each with the days and what stands beside these."""
    lines = []
    for one in held:
        attached = Attached(one, ("person", "start", "end"), page.library, whole="person")
        beside = NOTHING.join(_beside(page, attached, name) for name in ("person", "start", "end"))
        days = page.period(one.start, one.end)
        line = Markup("<li>{} <small>{}</small>{}</li>")
        lines.append(line.format(page.link(one.person), days, beside))
    return Markup('<ul class="plain">{}</ul>').format(NOTHING.join(lines)) if held else NOTHING


def _beside(page: Page, attached: Attached, path: str) -> Markup:
    """The disputes, each with the value that it is on, and citations of a person's term."""
    marks = NOTHING.join(page.disputed(one, path) for _, one in attached.disputes(path))
    return marks + page.cite(attached.citations(path))


def _unlike_a_line(page: Page, held: Sequence[Chairperson]) -> Iterator[str]:
    """Where the persons of a term do not follow each other day by day, in sentences."""
    for number, one in enumerate(held):
        earlier = held[:number]
        for other in earlier:
            if isinstance(other.end, PartialDate) and one.start.earliest < other.end.earliest:
                names = f"{page.name(other.person)} and {page.name(one.person)}"
                yield f"{names} stand for some of the same days."
        ends = [before.end for before in earlier]
        known = [end for end in ends if isinstance(end, PartialDate)]
        if known and len(known) == len(ends):
            last = max(known, key=lambda end: end.sort_key)
            if last.latest < one.start.earliest:
                until = date_words(one.start)
                yield f"From {date_words(last)} until {until} no person is on record."
