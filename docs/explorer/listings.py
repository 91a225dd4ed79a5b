"""Write the pages that list what there is of each kind, with an anchor for each record."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup, escape

from nam_azerbaijan import Dispute, Source
from nam_azerbaijan.tables.lines import author_of
from nam_azerbaijan.text import fold

from .chairs import CHAIRS, CHAIRS_INTRO, CHAIRS_TITLE, chairs_section
from .columns import (
    LISTINGS,
    SOURCE_COLUMNS,
    Cell,
    Listing,
)
from .library import Library
from .page import Page
from .sections import Column, Row, Section, chronological
from .site import Site
from .words import anchor, count, phrase, worded

__all__ = ["write_lists"]


def _section(
    slug: str, heading: str, columns: Sequence[tuple[str, Cell]], records: Sequence[Any]
) -> Section:
    def row(page: Page, record: Any) -> Row:
        cells = [cell(page, record) for _, cell in columns]
        return Row([page.anchors(record.id) + cells[0], *cells[1:]], record.id)

    heads = [Column(head) for head, _ in columns]
    return Section(slug, heading, heads, records, row, stays=True)


def write_lists(site: Site, library: Library) -> None:
    """Write a page that lists each kind."""
    for one in LISTINGS:
        records = sorted(library.nam.collection(one.collection), key=_order(one, library))
        section = _section("list", one.title, one.columns, records)
        _write(Page(library, one.path), site, one.title, one.intro, sections=[section])
    chairs = [chairs_section(library)]
    _write(Page(library, CHAIRS), site, CHAIRS_TITLE, CHAIRS_INTRO, sections=chairs)
    _write_sources(site, library)
    _write_disputes(site, library)
    _write_principles(site, library)


def _order(listing: Listing, library: Library) -> Callable[[Any], Any]:
    if any(head in ("Date", "Opened") for head, _ in listing.columns):
        return lambda record: chronological(record, library.nam)
    return lambda record: (fold(record.label), record.id)


def _write(page: Page, site: Site, title: str, intro: str, **context: Any) -> None:
    """Write a page of lists, given its `sections` and maybe the `parts` of the whole list."""
    context.setdefault("parts", ())
    site.render("list.html", page.path, page=page, title=title, intro=intro, **context)
    site.list(page.path, title, "list", intro)


# The lists that are not of one collection, or that need several pages


def _letter(source: Source) -> str:
    """The letter under which a source stands: that of who speaks, or else of its title."""
    called = author_of(source).lstrip("'\"([")
    first = unicodedata.normalize("NFKD", called)[:1].upper()
    return first if "A" <= first <= "Z" else "0-9"


def _write_sources(site: Site, library: Library) -> None:
    """The sources by letter, a page each, and a page that leads to these."""
    sources = sorted(library.nam.sources, key=lambda one: (fold(author_of(one)), one.id))
    letters: dict[str, list[Source]] = {}
    for one in sources:
        letters.setdefault(_letter(one), []).append(one)
    parts = [(f"sources-{anchor(one)}.html", one) for one in sorted(letters)]
    for path, letter in parts:
        section = _section("list", f"Sources, {letter}", SOURCE_COLUMNS, letters[letter])
        intro = count(len(letters[letter]), "source") + " by who speaks."
        page = Page(library, path)
        _write(page, site, f"Sources: {letter}", intro, sections=[section], parts=parts)
    path = "sources/index.html"
    site.render(
        "sources.html",
        path,
        page=Page(library, path),
        parts=[(target, letter, len(letters[letter])) for target, letter in parts],
        kinds=_counted(sources, "kind"),
        seen=_counted(sources, "seen"),
        total=len(sources),
    )
    site.list(path, "Sources", "list", "all sources")


def _counted(sources: Iterable[Source], name: str) -> list[tuple[str, int]]:
    held = [worded(getattr(one, name)) for one in sources]
    return sorted({word: held.count(word) for word in held}.items(), key=lambda one: -one[1])


def _write_disputes(site: Site, library: Library) -> None:
    """The disputes by the kind of record that they are about."""
    nam = library.nam
    groups: dict[str, list[Dispute]] = {}
    for one in nam.disputes():
        groups.setdefault(nam.home[one.records[0]], []).append(one)

    def title(page: Page, one: Dispute) -> Markup:
        return page.link(one.id)

    def natures(page: Page, one: Dispute) -> Markup:
        return escape("; ".join(worded(nature) for nature in one.natures))

    def sides(page: Page, one: Dispute) -> Markup:
        return escape(len(one.claims) + len(one.assertions))

    columns: list[tuple[str, Cell]] = [
        ("In dispute", title), ("Why the sides differ", natures), ("Sides", sides)
    ]  # fmt: skip
    sections = [
        _section(anchor(name), f"On {phrase(name)}", columns, groups[name])
        for name in nam.collections
        if name in groups
    ]
    intro = (
        "Where sources differ. Every side is kept with its source and its reason; the data holds "
        "one value, the preferred one, and says why. That is no verdict on a party."
    )
    _write(Page(library, "disputes/index.html"), site, "Disputes", intro, sections=sections)


def _write_principles(site: Site, library: Library) -> None:
    """The lists of principles."""
    nam = library.nam
    sets = list(library.sets)

    def name(page: Page, key: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(
            page.url(f"principles/{key}.html"), library.sets[key]
        )

    def row(page: Page, key: str) -> Row:
        items = nam.principles.where(set=key)
        stated = dict.fromkeys(one.stated_in for one in items if one.stated_in)
        documents = Markup(", ").join(page.link(one) for one in stated)
        return Row([name(page, key), escape(len(items)), documents], anchor(key))

    columns = [Column("List"), Column("Items"), Column("Stated in")]
    section = Section("list", "Lists of principles", columns, sets, row, stays=True)
    intro = "Lists of principles, criteria and reasons, item by item."
    page = Page(library, "principles/index.html")
    _write(page, site, "Principles", intro, sections=[section])
