"""Write the pages of records, disputes and sets of principles, one renderer for all kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from nam_azerbaijan import AnyRecord, Dispute, Document
from nam_azerbaijan.tables.lines import meeting_label

from .addresses import PAGES, citations_path
from .composing import Head, sections_of
from .downloads import (
    citations_of,
    dispute_citation,
    dispute_json,
    list_json,
    record_json,
    row_citations,
)
from .finding import list_dispute, list_record
from .library import Library
from .page import NOTHING, Page
from .provisions import provision_views, unseen
from .sections import Section, record_section
from .sides import claimed
from .site import Site
from .states import state_lead
from .telling import asked_of, statement_section
from .words import RULED, count, in_words, path_words, worded

__all__ = ["write_disputes", "write_principles", "write_records"]

LONGEST = 20
"""A section with more rows gets pages of its own, unless its rows have their place in it."""
LONG_TITLE = 90
"""A title of more letters is set smaller."""
CHUNK = 200
"""How many rows such a page has at most."""
ONE = {
    "states": "state",
    "organizations": "organization",
    "meetings": "meeting",
    "documents": "document",
    "votes": "vote",
    "persons": "person",
    "events": "event",
    "sources": "source",
    "assertions": "statement",
}
"""What a record of a collection is called."""


class Elsewhere(NamedTuple):
    """A section on pages of its own.

    Attributes:
        slug: its anchor.
        heading: its heading.
        said: how many rows it has.
        pages: addresses of its pages, and what they are called.
    """

    slug: str
    heading: str
    said: str
    pages: list[tuple[str, str]]


def write_records(site: Site, library: Library) -> None:
    """Write a page for each record that has one."""
    for name in PAGES:
        for record in library.nam.collection(name):
            _write_record(site, library, name, record)
            list_record(site, library, name, record)


def _write_record(site: Site, library: Library, collection: str, record: AnyRecord) -> None:
    path = library.addresses[record.id]
    page = Page(library, path)
    head, title = Head(page, collection, record), page.name(record.id)
    sections: list[Section | Elsewhere] = []
    for section in sections_of(collection, record, library):
        apart = len(section.rows) > LONGEST and not section.stays
        sections.append(_write_apart(site, page, section, record) if apart else section)
    site.render(
        "record.html",
        path,
        page=page,
        title=title,
        long=len(title) > LONG_TITLE,
        kind=ONE[collection],
        collection=collection,
        listed=_listed(page, collection, record),
        record=record,
        head=head,
        lead=_lead(page, collection, record),
        provisions=_provisions(page, record, head),
        sections=sections,
        json=_beside(path, record_json(record, library), site),
        citations=list(citations_of(record, library)),
        each=_write_citations(site, page, title, record.id),
    )


def _listed(page: Page, collection: str, record: Any) -> str:
    """Where a record is one of a list: that of its kind, or of its source."""
    if collection != "assertions":
        place = "" if collection == "sources" else f"#{record.id}"  # Those are split by letter.
        return page.url(f"{collection}/index.html{place}")
    return page.url(f"{page.library.addresses[record.sources[0].source]}#{record.id}")


def _write_citations(site: Site, page: Page, title: str, own: str) -> str:
    """Write how to cite each value of a page; where that is, or nothing where there are none."""
    rows = list(row_citations(page.path, own, page.library))
    if not rows:
        return ""
    path = citations_path(page.path)
    shown = Page(page.library, path)
    site.render("citations.html", path, page=shown, title=title, of=own, rows=rows)
    return page.url(path)


def _beside(path: str, text: str, site: Site) -> str:
    """Write the JSON of a page; its address relative to the page."""
    target = path.removesuffix(".html") + ".json"
    site.write_text(target, text)
    return target.rpartition("/")[2]


def _lead(page: Page, collection: str, record: Any) -> Markup:
    """The sentence below the title; made when it is shown."""
    if collection == "states":
        return state_lead(page, record)
    if collection == "assertions":
        return _verdict(page, record)
    if collection == "meetings":
        return escape(meeting_label(record))
    return NOTHING


def _verdict(page: Page, record: Any) -> Markup:
    verdict = page.library.verdicts.get(record.id)
    if verdict is None:
        return NOTHING
    said = Markup("{} {}").format(RULED[verdict.verdict], page.text(in_words(verdict.sentence)))
    return said + unseen(asked_of(record, page.library))


def _provisions(page: Page, record: AnyRecord, head: Head) -> Iterator[Any]:
    if isinstance(record, Document):
        yield from provision_views(page, record, head.attached)


def _write_apart(site: Site, page: Page, section: Section, record: AnyRecord) -> Elsewhere:
    """Write a long section on pages of its own."""
    folder = page.path.removesuffix(".html")
    rows, places = section.rows, []
    for number, start in enumerate(range(0, len(rows), CHUNK), 1):
        slug = section.slug if number == 1 else f"{section.slug}-{number}"
        places.append((f"{folder}/{slug}.html", f"{start + 1} to {min(start + CHUNK, len(rows))}"))
    for number, (path, _) in enumerate(places):
        own = Page(page.library, path)
        part = rows[number * CHUNK : (number + 1) * CHUNK]
        site.render(
            "section.html", path, page=own, section=section, rows=part, record=record, places=places
        )
    return Elsewhere(section.slug, section.heading, count(len(rows), "entry", "entries"), places)


# Disputes and principles, which are shown together


def write_disputes(site: Site, library: Library) -> None:
    """Write a page for each dispute, with every side."""
    for dispute in library.nam.disputes():
        _write_dispute(site, library, dispute)
        list_dispute(site, library, dispute)


class Side(NamedTuple):
    """A claim as a side of a dispute.

    Attributes:
        claim: the claim.
        value: its value.
        about: the record and the field that it is on.
        reason: why it is, or is not, preferred, with its citations.
        nature: why it differs.
    """

    claim: Any
    value: Markup
    about: Markup
    reason: str
    nature: str


def _write_dispute(site: Site, library: Library, dispute: Dispute) -> None:
    path = library.addresses[dispute.id]
    page = Page(library, path)
    title = library.titles[dispute.id]
    site.render(
        "dispute.html",
        path,
        page=page,
        title=title,
        dispute=dispute,
        natures=[worded(one) for one in dispute.natures],
        sides=(_side(page, claim) for claim in dispute.claims),
        several=len(dispute.records) > 1 or len(dispute.paths) > 1,
        statements=statement_section(
            "statements", "Statements", dispute.assertions, library, own=dispute.id
        ),
        json=_beside(path, dispute_json(dispute, library), site),
        citations=list(dispute_citation(dispute, title, library)),
        each=_write_citations(site, page, title, dispute.id),
    )


def _side(page: Page, claim: Any) -> Side:
    about = page.link(claim.record) + f": {path_words(claim.path)}"
    return Side(
        claim=claim,
        value=claimed(page, claim),
        about=about,
        reason=claim.reason,
        nature=worded(claim.nature) if claim.nature else "",
    )


def write_principles(site: Site, library: Library) -> None:
    """Write a page for each list of principles."""
    nam = library.nam
    for name, title in library.sets.items():
        items = sorted(nam.principles.where(set=name), key=lambda one: one.number)
        path = f"principles/{name}.html"
        section = record_section("items", "Items", "principles", items, nam, of=(name,), here=True)
        site.render(
            "principles.html",
            path,
            page=Page(library, path),
            title=title,
            section=section,
            json=_beside(path, list_json("principles", items, library), site),
            each=_write_citations(site, Page(library, path), title, name),
            citations=[("Text", f"{title}: {count(len(items), 'item')}. In: {library.citation}\n")],
        )
        site.list(path, title, "list of principles", name)
        for one in items:
            address = library.addresses[one.id]
            site.list(address, f"{title} {one.number}: {one.name}", "principle", one.statement)
