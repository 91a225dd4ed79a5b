"""Sections of pages: tables whose rows are records, or what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs
from markupsafe import Markup, escape

from nam_azerbaijan import Dataset, Figure, PartialDate, Standing
from nam_azerbaijan.records import record_class
from nam_azerbaijan.records.meaning import meanings
from nam_azerbaijan.records.walk import STANDS_FOR, field_types
from nam_azerbaijan.tables.rows import SHOWN
from nam_azerbaijan.text import fold

from .addresses import PAGES
from .attached import Attached
from .page import NOTHING, Page
from .words import label

__all__ = [
    "Column",
    "Row",
    "Section",
    "chronological",
    "part_section",
    "record_section",
    "shown_paths",
]

MOST_CITED = 60
"""Up to how many rows carry their citations where the records have their place elsewhere."""
RUNNING = ("summary", "reason", "note")
"""Fields of text that stands below the row."""
_ASIDE = frozenset(("id", "sources", "succeeded_by", *RUNNING))
_NAMES = ("name", "title")


@attrs.frozen
class Column:
    """The head of a column.

    Attributes:
        head: its words.
        meaning: what it means, where the words do not say it all.
    """

    head: str
    meaning: str = ""


@attrs.frozen
class Row:
    """A row of a table.

    Attributes:
        cells: its cells, the first of which names it.
        id: the anchor of the row; empty for none.
        detail: what runs on below the row.
    """

    cells: Sequence[Markup]
    id: str = ""
    detail: Markup = NOTHING


def _nothing(page: Page) -> Markup:
    return NOTHING


@attrs.frozen
class Section:
    """A part of a page under a heading of its own: a table.

    Attributes:
        slug: its anchor.
        heading: its heading.
        columns: the heads of its columns.
        rows: what its rows are of.
        row: makes the row on a page.
        intro: a sentence before the table.
        stays: whether it stays on its page however long it is, since its rows have their
            permanent place there.
        beside: gives what stands beside its heading.
    """

    slug: str
    heading: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    row: Callable[[Page, Any], Row]
    intro: str = ""
    stays: bool = False
    beside: Callable[[Page], Markup] = _nothing


def shown_paths(record: Any, names: Sequence[str]) -> list[str]:
    """The paths of fields that are shown, and of the numbers and choices under names in them."""
    found = list(names)
    types = field_types(type(record))
    for name in names:
        if name in types and types[name].cls in STANDS_FOR:
            keys = (
                one.name if isinstance(one, Figure) else one.state for one in getattr(record, name)
            )
            found.extend(f"{name}/{key}" for key in keys)
    return found


def record_section(  # noqa: PLR0913
    slug: str,
    heading: str,
    collection: str,
    records: Sequence[Any],
    nam: Dataset,
    *,
    of: Iterable[str] = (),
    intro: str = "",
    here: bool = False,
) -> Section:
    """A table of records in order of time, a column for each field that any of them fills.

    Args:
        slug: its anchor.
        heading: its heading.
        collection: the kind of record.
        records: the records.
        nam: the data set.
        of: ids of what the section is about: a column that only names these is left out.
        intro: a sentence before the table.
        here: whether the records have their permanent place in it.
    """
    ordered = sorted(records, key=lambda one: chronological(one, nam))
    names = _columns(collection, ordered, {*of, Standing.HELD})
    cls = record_class(collection)
    said = meanings(cls)
    columns = [Column(label(name), said.get(name, "")) for name in names]
    if dated := collection == "participations" and "meeting" in names:
        columns.insert(0, Column("Opened", "the first day of the meeting"))
    cited = here or len(ordered) <= MOST_CITED

    def row(page: Page, record: Any) -> Row:
        running = [name for name in RUNNING if getattr(record, name, "")]
        shown = shown_paths(record, [*names, *running])
        attached = Attached(record, shown, page.library, whole=names[0], cited=cited)
        cells = [_cell(page, record, name, attached) for name in names]
        if dated:
            cells.insert(0, page.when(nam.meetings[record.meeting].opened, aside=False))
        if collection not in PAGES:
            former = page.anchors(record.id) if here else NOTHING
            cells[0] = former + cells[0] + page.permanent(record.id)
        texts = [page.field(record, name, attached) for name in running]
        detail = NOTHING.join(Markup("<p>{}</p>").format(text) for text in texts)
        return Row(cells, record.id if here else "", detail)

    return Section(slug, heading, columns, ordered, row, intro, stays=here)


def _columns(collection: str, records: Sequence[Any], plain: set[str]) -> list[str]:
    """The fields that are columns: those that any record fills with more than is plain here.

    The first names the row: a name, or else a field that all records fill.
    """
    if collection in PAGES:
        names = [name for name in SHOWN[collection] if name != "id" and _filled(records, name)]
        return sorted(names, key=lambda name: name not in _NAMES)
    names = [
        name
        for name in field_types(record_class(collection))
        if name not in _ASIDE
        and _filled(records, name)
        and any(getattr(one, name) not in plain for one in records)
    ]
    whole = next((name for name in names if all(_filled((one,), name) for one in records)), "")
    return sorted(names, key=lambda name: name != whole)


def _filled(records: Sequence[Any], name: str) -> bool:
    return any(getattr(one, name) not in (None, "", ()) for one in records)


def _cell(page: Page, record: Any, name: str, attached: Attached) -> Markup:
    """A cell; the name of a record that has a page leads to it."""
    if name in _NAMES and record.label == getattr(record, name):
        return page.link(record.id) + page.beside(attached, name)
    if name in field_types(type(record)):
        return page.field(record, name, attached, short=True)
    value = getattr(record, name)  # What a record says by a property.
    if isinstance(value, PartialDate):
        return page.when(value, aside=False) + page.beside(attached, name)
    return escape("" if value is None else value)


def part_section(slug: str, heading: str, record: Any, field: str) -> Section:
    """A table of the parts in a field of a record."""
    cls = field_types(type(record))[field].cls
    parts = getattr(record, field)
    names = [name for name in field_types(cls) if _filled(parts, name)]
    names.sort(key=lambda name: name in ("start", "end"))  # What it is comes before when.
    said = meanings(cls)
    paths = [field, *(f"{field}/{number}" for number in range(len(parts)))]

    def beside(page: Page, path: str = field) -> Markup:
        return page.beside(Attached(record, paths, page.library), path)

    def row(page: Page, numbered: tuple[int, Any]) -> Row:
        number, part = numbered
        first, *rest = (page.field(part, name) for name in names)
        return Row([first + beside(page, f"{field}/{number}"), *rest])

    columns = [Column(label(name), said.get(name, "")) for name in names]
    rows = list(enumerate(parts))
    return Section(slug, heading, columns, rows, row, stays=True, beside=beside)


_DATES = ("start", "opened", "date", "applied", "decided", "published")


def chronological(record: Any, nam: Dataset) -> tuple[Any, ...]:
    """A key that puts records in order of time, without a day last, then of number and name."""
    if hasattr(record, "meeting") and hasattr(record, "attended"):
        record = nam.meetings[record.meeting]
    date = next((held for name in _DATES if (held := getattr(record, name, None))), None)
    when = (0, *date.sort_key) if isinstance(date, PartialDate) else (1,)
    return (*when, getattr(record, "number", None) or 0, fold(record.label), record.id)
