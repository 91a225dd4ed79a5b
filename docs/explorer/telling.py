"""Sections on what is told of a record: statements, disputes, its time line, who cites it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup, escape

from nam_azerbaijan import Assertion, Cited, Dispute, Entry, Provision, Standing

from .library import Library
from .page import NOTHING, Page
from .provisions import provision_at, unseen
from .sections import Column, Row, Section
from .sides import claimed
from .words import VERDICTS, count, in_words, path_words, phrase, worded

__all__ = [
    "asked_of",
    "cited_section",
    "deciding_section",
    "dispute_section",
    "statement_section",
    "timeline_section",
    "verdict_cell",
]

_MOST_SIDES = 4


def statement_section(
    slug: str, heading: str, statements: Sequence[Assertion], library: Library, *, own: str = ""
) -> Section:
    """Statements of sources, with what the data says of them.

    Args:
        slug: the anchor.
        heading: the heading.
        statements: the statements.
        library: the data.
        own: id of the source or the dispute whose page it is, which need not be named.
    """
    of_source = own in library.nam.sources
    columns = [Column("Place in the source" if of_source else "Source")]
    columns += [Column("Statement"), Column("Beside the data")]

    def row(page: Page, one: Assertion) -> Row:
        cited = one.sources[0]
        where = escape(cited.locator)
        if not of_source:
            source = page.source(cited.source)
            where = source + Markup("<small>, {}</small>").format(cited.locator)
        said = page.text(one.statement)
        if one.dispute and one.dispute != own:
            said += page.disputed(library.nam.dispute(one.dispute))
        cells = [where, said + page.permanent(one.id), verdict_cell(page, one)]
        return Row(cells, one.id if of_source else "")

    intro = (
        "Beside the data: whether the records of this data agree with a statement, where they can "
        "say. That is a word on the statement, not on who made it."
    )
    ruled = any(one.id in library.verdicts for one in statements)
    return Section(slug, heading, columns, statements, row, intro * ruled, stays=of_source)


def verdict_cell(page: Page, one: Assertion) -> Markup:
    """What the data says of a statement, where it can; a link to why."""
    verdict = page.library.verdicts.get(one.id)
    if verdict is None:
        return NOTHING
    link = Markup('<a class="verdict" href="{}" title="verdict: {}">{}</a>').format(
        page.url(page.library.addresses[one.id]), verdict.verdict.value, VERDICTS[verdict.verdict]
    )
    return link + unseen(asked_of(one, page.library))


def asked_of(one: Assertion, library: Library) -> Provision | None:
    """The provision that a statement is held against; `None` where it is held against others."""
    asked = dict(one.computation.parameters) if one.computation else {}
    record, path = asked.get("record"), asked.get("path")
    if not isinstance(record, str) or not isinstance(path, str):
        return None
    return provision_at(library.nam.get(record), path)


def dispute_section(slug: str, heading: str, disputes: Sequence[Dispute]) -> Section:
    """Disputes: what they are about, and what each side has."""
    columns = [
        Column("In dispute"),
        Column("Values", "the one that the data holds first, and in bold"),
        Column("Why the sides differ"),
    ]

    def row(page: Page, one: Dispute) -> Row:
        title = page.link(one.id)
        sides = [_side(page, claim) for claim in one.claims[:_MOST_SIDES]]
        if (more := len(one.claims) - _MOST_SIDES) > 0:
            sides.append(escape(f"{more} more"))
        if one.assertions:
            sides.append(escape(count(len(one.assertions), "statement")))
        lines = NOTHING.join(Markup("<li>{}</li>").format(side) for side in sides)
        natures = "; ".join(worded(nature) for nature in one.natures)
        return Row([title, Markup('<ul class="plain">{}</ul>').format(lines), escape(natures)])

    return Section(slug, heading, columns, disputes, row)


def _side(page: Page, claim: Any) -> Markup:
    value = claimed(page, claim)
    shown = Markup("<b>{}</b>").format(value) if claim.preferred else value
    return shown + Markup(" <small>{}</small>").format(page.speaker(claim.sources[0].source))


def timeline_section(slug: str, heading: str, entries: Sequence[Entry]) -> Section:
    """Dated entries from every kind of record."""
    columns = [Column("Date"), Column("What"), Column("Kind of record")]

    def row(page: Page, entry: Entry) -> Row:
        held = entry.standing is Standing.HELD
        what = entry.text if held else f"{entry.text} [{worded(entry.standing)}]"
        return Row(
            [
                page.when(entry.date, aside=False),
                page.link(entry.record, in_words(what)),
                escape(phrase(entry.collection)),
            ]
        )

    return Section(slug, heading, columns, entries, row)


def deciding_section(keys: Sequence[str]) -> Section:
    """The records that decide a statement."""

    def row(page: Page, key: str) -> Row:
        kind = page.library.nam.home[key]
        said = page.line(page.library.nam.get(key))
        return Row([page.link(key, said), escape(phrase(kind))])

    columns = [Column("Record"), Column("Kind")]
    return Section("deciding", "What decides it", columns, keys, row)


def cited_section(slug: str, heading: str, cited: Sequence[Cited]) -> Section:
    """What cites a source, in the source's own order."""
    columns = [Column("Place in the source"), Column("Record"), Column("For"), Column("Kind")]

    def row(page: Page, one: Cited) -> Row:
        fields = ", ".join(map(path_words, one.citation.fields)) or "the whole record"
        if not one.path.startswith("sources"):
            fields = phrase(one.path.partition("[")[0])
        collection = page.library.nam.home[one.record.id]
        return Row(
            [
                escape(one.citation.locator or "not said"),
                page.link(one.record.id, page.line(one.record)),
                escape(fields),
                escape(phrase(collection)),
            ]
        )

    return Section(slug, heading, columns, cited, row)
