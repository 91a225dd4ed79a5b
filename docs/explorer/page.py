"""A page that is being written: its links, dates and values as HTML, and its citations."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from markupsafe import Markup, escape

from nam_azerbaijan import (
    AnyRecord,
    Bound,
    Citation,
    Computation,
    Dispute,
    Figure,
    Meeting,
    PartialDate,
    Period,
    Source,
)
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.records.parties import LocalName
from nam_azerbaijan.records.walk import PART_KEYS, STANDS_FOR, FieldType, field_types
from nam_azerbaijan.tables.lines import as_text, author_of, line, meeting_label

from .addresses import citations_path
from .attached import Attached
from .library import Library
from .notes import Notes
from .words import (
    NOT_KNOWN,
    date_words,
    dated,
    in_words,
    path_words,
    phrase,
    spelled,
    worded,
)

__all__ = ["Page"]

NOTHING = Markup()
_WEB = ("http://", "https://")
_ID = re.compile(r"(?<![\w/-])([a-z0-9]+(?:-[a-z0-9]+)+)(?![\w/-])")
"""What may be an id in a text."""
RUNNING = frozenset(("summary", "reason", "note", "statement", "stance"))
"""Fields of text that runs on."""
_SLUGS = frozenset(("region", "series", "set", "topic", "topics"))
"""Fields whose values are words written as slugs."""


class Page:
    """A page of the explorer.

    Args:
        library: the data.
        path: where the page goes, relative to the folder.

    Attributes:
        library: the data.
        path: where the page goes.
        root: what leads from the page to the folder.
        notes: the citations so far.
    """

    def __init__(self, library: Library, path: str) -> None:
        self.library = library
        self.path = path
        self.root = "../" * path.count("/")
        self.notes = Notes()

    # Links

    def url(self, target: str) -> str:
        """A relative link to a path of the explorer, an anchor included."""
        page, _, place = target.partition("#")
        return f"#{place}" if place and page == self.path else f"{self.root}{target}"

    def link(self, key: str, text: str = "") -> Markup:
        """A link to a record or a dispute, called by its name unless said."""
        target = self.library.addresses[key]
        called = text or self.name(key)
        return Markup('<a href="{}">{}</a>').format(self.url(target), called)

    def short_link(self, key: str) -> Markup:
        """A link for narrow places: a meeting is called by its place, year and kind."""
        record = self.library.nam.get(key)
        if not isinstance(record, Meeting):
            return self.link(key)
        kind = Markup(" <small>{}</small>").format(worded(record.kind))
        return self.link(key, meeting_label(record) if record.city else record.name) + kind

    def text(self, text: str) -> Markup:
        """Text that runs on, in which the ids of records are links."""
        known = self.library.addresses
        pieces = (
            self.link(piece, self._called(piece))
            if "-" in piece and piece in known
            else escape(piece)
            for piece in _ID.split(text)
        )
        return NOTHING.join(pieces)

    def _called(self, key: str) -> str:
        """What an id in a text reads as: a record by its name, a source by who speaks."""
        if key in self.library.nam.sources:
            source = self.library.nam.sources[key]
            return f"{author_of(source)}{_year(source)}"
        return self.name(key)

    def permanent(self, key: str) -> Markup:
        """Small links to the permanent place of a record, and to how it is cited."""
        address = self.library.addresses[key]
        place = Markup(' <a class="place" href="{}" title="Permanent address of {}">#</a>')
        page, _, anchor = address.partition("#")
        if not anchor:
            return place.format(self.url(address), key)
        cite = Markup('<a class="place" href="{}#{}" title="How to cite {}">cite</a>')
        cited = cite.format(self.url(citations_path(page)), anchor, key)
        return place.format(self.url(address), key) + cited

    def name(self, key: str) -> str:
        """What a record is called in a link."""
        if key in self.library.titles:
            return self.library.titles[key]
        record = self.library.nam.get(key)
        return record.label if record.label != record.id else self.line(record)

    def line(self, record: AnyRecord) -> str:
        """What a record says, in one line."""
        said = getattr(record, "statement", "") if not hasattr(record, "set") else ""
        return said or in_words(line(record, self.library.nam.get))

    def is_here(self, key: str) -> bool:
        """Whether this page is the permanent place of a record."""
        return self.library.addresses[key].partition("#")[0] == self.path

    def anchors(self, key: str) -> Markup:
        """Anchors of the former ids of a record, so that links to these still lead to it."""
        former = self.library.former.get(key, ())
        return NOTHING.join(Markup('<span id="{}"></span>').format(one) for one in former)

    def source(self, key: str) -> Markup:
        """Who speaks in a source, with a link to it, its year and its kind."""
        source = self.library.nam.sources[key]
        who = source.author or source.publisher
        kind = Markup(" <small>{}</small>").format(worded(source.kind))
        return escape(f"{who}, " if who else "") + self.link(key) + _year(source) + kind

    def speaker(self, key: str) -> Markup:
        """Who speaks in a source, in short, and the kind of source."""
        source = self.library.nam.sources[key]
        return Markup("{}{}, {}").format(author_of(source), _year(source), worded(source.kind))

    # What stands beside a value

    def cite(self, citations: Iterable[Citation]) -> Markup:
        """Numbers that lead to the citations at the end of the page."""
        return self.notes.cite(citations)

    def disputed(self, dispute: Dispute, of: str = "") -> Markup:
        """A mark that leads to a dispute; `of` is the path of what is in dispute, if not plain."""
        words = path_words(of)
        return Markup(' <a class="disputed" href="{}">disputed{}</a>').format(
            self.url(self.library.addresses[dispute.id]), f": {words}" if words else ""
        )

    def beside(self, attached: Attached | None, path: str) -> Markup:
        """The disputes and citations of a path."""
        if attached is None:
            return NOTHING
        marks = (self.disputed(one, rest) for rest, one in attached.disputes(path))
        return NOTHING.join(marks) + self.cite(attached.citations(path))

    # Values

    def when(self, date: PartialDate | Bound, *, aside: bool = True) -> Markup:
        """A date in words, with its written form where these differ.

        Args:
            date: the date, or what stands in its place.
            aside: whether to say that the day is not known where the date ends before it.
        """
        words = date_words(date)
        if isinstance(date, Bound):
            return Markup('<span class="bound">{}</span>').format(words)
        if machine := dated(date):
            made = Markup('<time datetime="{}">{}</time>').format(machine, words)
            short = aside and not date.exact
            return made + Markup(" <small>({})</small>").format(NOT_KNOWN) if short else made
        return Markup('<span title="{}">{}</span>').format(date.text, words)

    def field(
        self,
        record: Any,
        name: str,
        attached: Attached | None = None,
        path: str = "",
        *,
        short: bool = False,
    ) -> Markup:
        """The value of a field of a record or part, with what stands beside it.

        Args:
            record: the record or part.
            name: the name of the field.
            attached: citations and disputes; none are shown without it.
            path: the path of the field, where that is not its name.
            short: whether to call records as narrow places do.
        """
        field, path = field_types(type(record))[name], path or name
        value = getattr(record, name)
        aside = hasattr(record, "sources")  # The day of a publication is not missed.
        if not field.many:
            shown = self._one(field, value, aside=aside, short=short)
        elif field.cls in STANDS_FOR:
            text = _said(record)
            shown = self._list(self._standing(part, text, attached, path) for part in value)
        else:
            shown = self._list(self._one(field, one, aside=aside, short=short) for one in value)
        return shown + self.beside(attached, path)

    def _one(self, field: FieldType, value: Any, *, aside: bool, short: bool) -> Markup:
        """One value of a field."""
        if value is None or value == "":
            shown = NOTHING
        elif field.refers or (field.name == "dispute" and value in self.library.addresses):
            shown = self.short_link(value) if short else self.link(value)
        elif field.has_parts:
            shown = self.part(value)
        elif isinstance(value, PartialDate | Bound):
            shown = self.when(value, aside=aside)
        elif field.cls is object:
            shown = self.text(as_text(plain(value)))
        elif isinstance(value, str) and value.startswith(_WEB):
            shown = Markup('<a class="external" href="{0}" rel="noreferrer">{0}</a>').format(value)
        elif isinstance(value, enum.Enum):
            shown = escape(worded(value))
        elif field.name in _SLUGS:
            shown = escape(phrase(value))
        else:
            shown = self.text(value) if field.name in RUNNING else escape(str(value))
        return shown

    @staticmethod
    def _list(items: Iterable[Markup]) -> Markup:
        """Values one behind the other, as a list where there are several."""
        shown = list(items)
        if len(shown) < 2:  # noqa: PLR2004
            return shown[0] if shown else NOTHING
        lines = NOTHING.join(Markup("<li>{}</li>").format(one) for one in shown)
        return Markup('<ul class="run">{}</ul>').format(lines)

    def _standing(self, part: Any, text: str, attached: Attached | None, path: str) -> Markup:
        """A figure or a ballot: what it is of, as the text spells it, and its number or choice."""
        key = part.name if isinstance(part, Figure) else part.state
        held = self.number(part) if isinstance(part, Figure) else escape(worded(part.choice))
        known = key in self.library.nam.states
        words = spelled(key, text)
        called = self.link(key) if known else escape(words[:1].upper() + words[1:])
        return Markup("{}: {}").format(called, held) + self.beside(attached, f"{path}/{key}")

    def number(self, figure: Figure) -> Markup:
        """The number of a figure, hedged as its source has it."""
        hedge = figure.qualifier.value.replace("-", " ")
        return escape(f"{figure.value:,}" if hedge == "exactly" else f"{hedge} {figure.value:,}")

    def part(self, part: Any) -> Markup:
        """A part of a record in a line: what names it, then the rest."""
        if isinstance(part, Period):
            return self.period(part.start, part.end)
        if isinstance(part, LocalName):
            return Markup('<bdi lang="{0}">{1}</bdi> <small>({0})</small>').format(
                part.language, part.name
            )
        if isinstance(part, Computation):
            asked = (
                Markup("{} {}").format(phrase(name), self._asked(name, value))
                for name, value in part.parameters
            )
            head = escape(phrase(part.name))
            return (
                Markup("{}: {}").format(head, Markup("; ").join(asked)) if part.parameters else head
            )
        shown = dict(self._subfields(part))
        lead = next((name for name in shown if name in PART_KEYS), "")
        head = shown.pop(lead, NOTHING)
        types = field_types(type(part))
        rest = Markup("; ").join(
            one
            if types[name].refers or types[name].cls is Period
            else Markup("{} {}").format(phrase(name), one)
            for name, one in shown.items()
        )
        return head + (Markup(" ({})").format(rest) if head and rest else rest)

    def _asked(self, name: str, value: Any) -> Markup:
        """What a computation is asked with: records as links, paths and words in words."""
        if isinstance(value, tuple):
            return Markup(", ").join(self._asked(name, one) for one in value)
        if isinstance(value, str) and value in self.library.addresses:
            return self.link(value)
        if not isinstance(value, str):
            return escape(as_text(plain(value)))
        return escape(in_words(path_words(value) if name.endswith("path") else phrase(value)))

    def _subfields(self, part: Any) -> Iterator[tuple[str, Markup]]:
        for field in attrs.fields(type(part)):
            if shown := self.field(part, field.name):
                yield field.name, shown

    def period(self, start: PartialDate, end: PartialDate | Bound) -> Markup:
        """From when until when; the end is the first day after."""
        since = Markup("from {}").format(self.day(start))
        return since if end is Bound.OPEN else since + Markup(" until ") + self.day(end)

    def day(self, date: PartialDate | Bound) -> Markup:
        """A date as it stands in a sentence: `a day between 31 May and 3 June 1994`."""
        if date is Bound.UNKNOWN:
            return escape("a day that is not known")
        several = isinstance(date, PartialDate) and not dated(date)
        return Markup("a day ") * several + self.when(date)


def _year(source: Source) -> str:
    """When a source was published, in brackets; empty where that is not known."""
    return f" ({source.published.text[:4]})" if source.published else ""


def _said(record: Any) -> str:
    """What a record says in sentences."""
    cited = (one.says for one in getattr(record, "sources", ()))
    own = (getattr(record, name, "") for name in ("title", "place", *RUNNING))
    return " ".join((*own, *cited))
