"""What the search finds: what pages listed, spells and terms, each with its words and weight."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nam_azerbaijan import AnyRecord, Chairmanship, Dataset, Document, Meeting, PartialDate
from nam_azerbaijan.records.walk import references
from nam_azerbaijan.tables.lines import meeting_label

from .addresses import addresses
from .lasting import lasting
from .provisions import provision_anchors
from .search_words import said
from .site import Listed

__all__ = ["Entry", "search_entries"]

_SPELL = "join joined admitted admission accession entry entered left withdrew"
_TERM = "chaired chairman chairmanship presidency presided"
# What readers look for comes before what is said of it, and that before where it is said.
_KINDS = {
    "state": 3.0, "meeting": 2.0, "document": 2.0, "provision": 2.0, "vote": 2.0, "person": 2.0,
    "organization": 1.6, "term in the chair": 1.6, "list": 1.6, "map": 1.6, "event": 1.4,
    "list of principles": 1.4, "principle": 1.2, "membership": 1.2, "dispute": 0.6,
    "statement": 0.5, "source": 0.4,
}  # fmt: skip


class Entry(NamedTuple):
    """Something that the search finds.

    Attributes:
        kind: what kind of thing it is.
        path: its address.
        title: what it is called.
        keywords: further words by which it is found.
        said: what it says, which is shown and searched, too.
        weight: how much more it counts than another that matches as well.
    """

    kind: str
    path: str
    title: str
    keywords: str
    said: str
    weight: float


def search_entries(nam: Dataset, listed: Iterable[Listed]) -> list[Entry]:
    """An entry for all that pages listed, and for each spell in the Movement and term of its chair.

    What more records refer to weighs more.
    """
    where = addresses(nam)
    records = {
        where[record.id]: record for collection in nam.collections.values() for record in collection
    }
    referring = Counter(one.key for record in records.values() for one in references(record))
    provisions = dict(_provisions(records))
    found = []
    for one in (*listed, *_spells_and_terms(nam, where)):
        record = records.get(one.path)
        words = provisions.get(one.path, "") if record is None else said(record, nam)
        known = 1 + math.log1p(referring[record.id] if record else 0)
        weight = round(_KINDS.get(one.kind, 1.0) * known, 1)
        title = _placed(one.title, record)
        found.append(Entry(one.kind, one.path, title, one.keywords, words, weight))
    return found


def _placed(title: str, record: AnyRecord | None) -> str:
    """A title, of a meeting with its place and year where it does not have them."""
    if not isinstance(record, Meeting) or (record.city and record.city in title):
        return title
    return f"{title} ({meeting_label(record)})"


def _provisions(records: dict[str, AnyRecord]) -> Iterator[tuple[str, str]]:
    """The address of each provision, and what it says."""
    for path, record in records.items():
        if isinstance(record, Document):
            for place, one in zip(provision_anchors(record), record.provisions, strict=True):
                yield f"{path}#{place}", one.summary


def _spells_and_terms(nam: Dataset, where: dict[str, str]) -> Iterator[Listed]:
    for spell in nam.memberships.where(body="nam", standing="held"):
        title = f"{nam.get(spell.party).label}: {spell.status} {lasting(spell.start, spell.end)}"
        words = " ".join((_SPELL, spell.began or "", spell.ended or ""))
        yield Listed(where[spell.id], title, "membership", words)
    for term in nam.chairmanships.where(body="nam", standing="held"):
        title = f"{nam.states[term.state].name}: in the chair {lasting(term.start, term.end)}"
        words = " ".join((_TERM, *_years(term, nam)))
        yield Listed(where[term.id], title, "term in the chair", words)


def _years(term: Chairmanship, nam: Dataset) -> Iterator[str]:
    """The years in which a term lasted, or may have."""
    last = term.end.latest if isinstance(term.end, PartialDate) else nam.as_of
    yield from map(str, range(term.start.earliest.year, last.year + 1))
