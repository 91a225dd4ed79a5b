"""What stands on the page of a record: its fields, and the sections below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from nam_azerbaijan import AnyRecord, Assertion
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.records.constants import MOVEMENT
from nam_azerbaijan.records.meaning import meanings
from nam_azerbaijan.records.walk import field_types

from .attached import Attached
from .headings import HEADINGS, PASSED_OVER
from .library import Library
from .page import Page
from .provisions import provision_paths
from .sections import Section, part_section, record_section, shown_paths
from .states import summit_section, vote_section
from .telling import (
    cited_section,
    deciding_section,
    dispute_section,
    statement_section,
    timeline_section,
)
from .votes import ballot_section, tally_section

__all__ = ["FieldLine", "Head", "sections_of"]

TABLED = {
    "states": ("names", "codes", "local_names"),
    "documents": ("provisions",),
    "votes": ("votes",),
}
"""Fields of several parts that have a section of their own."""
_ASIDE = frozenset(("id", "name", "title", "statement", "note", "sources"))


class FieldLine(NamedTuple):
    """A field of a record on its page.

    Attributes:
        name: its name.
        meaning: what it means.
        value: what it holds, with what stands beside it.
    """

    name: str
    meaning: str
    value: Markup


class Head:
    """The top of the page of a record: all that it holds itself.

    Attributes:
        record: the record.
        attached: its citations and disputes.
    """

    def __init__(self, page: Page, collection: str, record: AnyRecord) -> None:
        self.record = record
        self._page = page
        tabled = TABLED.get(collection, ())
        self._names = [
            name
            for name in field_types(type(record))
            if name not in _ASIDE and name not in tabled and _tells(record, name)
        ]
        shown = shown_paths(record, [*self._names, "note", *tabled])
        self.attached = Attached(record, [*shown, *provision_paths(record)], page.library)

    def fields(self) -> Iterator[FieldLine]:
        """The fields that say anything, in order."""
        cls: Any = type(self.record)
        said = meanings(cls)
        for name in self._names:
            yield FieldLine(
                name, said.get(name, ""), self._page.field(self.record, name, self.attached)
            )

    def beside(self, path: str = "") -> Markup:
        """What stands beside the record as a whole, its name included, or beside its note."""
        return self._page.beside(self.attached, path)


def _tells(record: AnyRecord, name: str) -> bool:
    """Whether a field holds anything but its default."""
    default: object = field_types(type(record))[name].default
    return bool(plain(getattr(record, name)) != default)


def sections_of(collection: str, record: AnyRecord, library: Library) -> list[Section]:
    """The sections of the page of a record, in order; none of them is empty."""
    found = [
        *_FIRST.get(collection, _nothing)(record, library),
        *_referring(record, library),
        *_told(collection, record, library),
        *_LAST.get(collection, _nothing)(record, library),
    ]
    return [one for one in found if one is not None and one.rows]


Maker = Callable[[Any, Library], Iterator[Section | None]]


def _nothing(record: Any, library: Library) -> Iterator[Section | None]:
    yield from ()


def _of_party(record: Any, library: Library) -> Iterator[Section | None]:
    """Spells, terms in the chair and applications, which have their place on a party's page."""
    nam, key = library.nam, record.id
    inside = [one for one in _spells(key, library) if one.body == MOVEMENT]
    yield record_section(
        "movement", "In the Movement", "memberships", inside, nam,
        of=(key, MOVEMENT), here=True,
        intro="The start counts; the end is the first day after.",
    )  # fmt: skip
    terms = library.referring_by(key, "chairmanships", "state")
    yield record_section(
        "chair", "In the chair", "chairmanships", terms, nam, of=(key, MOVEMENT), here=True
    )
    held = {term.id for term in terms}
    persons = [one for one in nam.chairpersons if one.term in held]
    yield record_section(
        "chairpersons", "Persons in the chair", "chairpersons", persons, nam, of=held, here=True
    )
    yield summit_section(record, library)
    applications = library.referring_by(key, "applications", "party")
    yield record_section(
        "applications", "Applications", "applications", applications, nam, of=(key,), here=True
    )
    yield vote_section(record, library)


def _spells(key: str, library: Library) -> list[Any]:
    return library.referring_by(key, "memberships", "party")


def _other_bodies(record: Any, library: Library) -> Iterator[Section | None]:
    others = [one for one in _spells(record.id, library) if one.body != MOVEMENT]
    yield record_section(
        "other-bodies", "In other bodies", "memberships", others, library.nam,
        of=(record.id,), here=True,
    )  # fmt: skip


def _names(record: Any, library: Library) -> Iterator[Section | None]:
    yield from _other_bodies(record, library)
    for name, heading in (
        ("names", "Names by date"),
        ("codes", "Codes by date"),
        ("local_names", "Names in other languages"),
    ):
        yield part_section(name.replace("_", "-"), heading, record, name)


def _of_vote(record: Any, library: Library) -> Iterator[Section | None]:
    yield tally_section(record, library)
    yield ballot_section(record, library)


def _of_source(record: Any, library: Library) -> Iterator[Section | None]:
    nam = library.nam
    cited = nam.cited(record)  # In the order of the source.
    firsts = (one.record for one in cited if one.path == "sources[0]")
    said = [one for one in firsts if isinstance(one, Assertion)]
    yield statement_section("statements", "Its statements", said, library, own=record.id)
    yield dispute_section(
        "disputes", "Disputes in which it takes a side", nam.disputes(source=record.id)
    )
    known = {one.id for one in said}
    others = [one for one in cited if one.record.id not in known]
    yield cited_section("cited", "What cites it", others)


def _of_statement(record: Any, library: Library) -> Iterator[Section | None]:
    if record.id in library.verdicts:
        yield deciding_section(library.verdicts[record.id].records)


_FIRST: dict[str, Maker] = {
    "states": _of_party,
    "organizations": _of_party,
    "votes": _of_vote,
    "sources": _of_source,
    "assertions": _of_statement,
}
"""What comes first on the page of a kind."""
_LAST: dict[str, Maker] = {"states": _names, "organizations": _other_bodies}
"""What comes last."""


def _referring(record: AnyRecord, library: Library) -> Iterator[Section]:
    """A section for each field by which other records refer to this one."""
    found: dict[tuple[str, str], list[AnyRecord]] = {}
    for one in library.referring(record.id):
        found.setdefault((one.collection, one.path), []).append(one.record)
    own = ("chairmanships", "state")  # Told before, by their place on the page.
    for pair in sorted(found.keys() - PASSED_OVER - {own}, key=list(HEADINGS).index):
        name, path = pair
        yield record_section(
            f"{name}-{path.replace('.', '-').replace('_', '-')}",
            HEADINGS[pair],
            name,
            found[pair],
            library.nam,
            of=(record.id,),
            here=pair == ("participations", "meeting"),
        )


def _told(collection: str, record: Any, library: Library) -> Iterator[Section]:
    """Statements, disputes and the time line."""
    key = record.id
    if collection == "sources":
        return
    disputes: Sequence[Any] = library.nam.disputes(about=key)
    yield dispute_section("disputes", "Where sources differ", disputes)
    statements = library.statements(key)
    yield statement_section("statements", "Statements about it", statements, library)
    if collection in ("states", "organizations", "persons", "meetings"):
        yield timeline_section("timeline", "Time line", library.nam.timeline(record))
