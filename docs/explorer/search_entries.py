"""What the search finds: what pages listed, spells and terms, each with its words and weight."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nam_azerbaijan import (
    AnyRecord,
    Bound,
    Chairmanship,
    Dataset,
    Document,
    Meeting,
    MeetingKind,
    Membership,
    PartialDate,
)
from nam_azerbaijan.records.walk import references
from nam_azerbaijan.tables.lines import meeting_label

from .addresses import addresses
from .lasting import lasting
from .provisions import provision_anchors
from .search_names import names
from .search_words import named_in, said, sides
from .site import Listed
from .words import phrase, provision_title

__all__ = ["Entry", "search_entries"]

_SPELL = "join joined admitted admission accession entry entered left withdrew"
_TERM = "chaired chairman chairmanship presidency presided"
_NOW = "now today present current currently"
# Words that fit every entry of a kind, and names by which it is asked for.
_WORDS = {"state": "status", "map": "number count day year status"}
_CALLED: dict[str, tuple[str, ...]] = {"map": ("Members", "Observers", "World map")}
# Whether a party was at a meeting: as a line says it, and further words.
_ATTENDED = {
    "yes": ("attended", "present took part"),
    "no": ("did not attend", "missed absent"),
    "unknown": ("not known whether it attended", "missed absent unknown"),
}
# What readers look for comes before what is said of it, and that before where it is said.
_KINDS = {
    "state": 3.0, "meeting": 2.0, "document": 2.0, "provision": 2.0, "vote": 2.0, "person": 2.0,
    "organization": 1.6, "term in the chair": 1.6, "list": 1.6, "map": 1.6, "event": 1.4,
    "list of principles": 1.4, "page of the guide": 1.4, "principle": 1.2, "membership": 1.2,
    "participation": 1.0, "dispute": 1.0, "reference": 0.5, "statement": 0.5, "source": 0.4,
}  # fmt: skip
# A summit is what most mean by a meeting; others prepare or follow one.
_MEETINGS = {MeetingKind.SUMMIT: 4.0, MeetingKind.MINISTERIAL_CONFERENCE: 1.5}


class Entry(NamedTuple):
    """Something that the search finds.

    Attributes:
        kind: what kind of thing it is.
        path: its address.
        title: what it is called.
        keywords: further words by which it is found.
        said: what it says, which is shown and searched, too.
        weight: how much more it counts than another that matches as well.
        names: what it is called besides; who asks for just this, means it.
        named: persons, places and bodies that its text names.
    """

    kind: str
    path: str
    title: str
    keywords: str
    said: str
    weight: float
    names: tuple[str, ...] = ()
    named: str = ""


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
    disputes = {where[one.id]: sides(one) for one in nam.disputes()}
    found = []
    for one in (*listed, *_spells_and_terms(nam, where), *_participations(nam, where)):
        record = records.get(one.path)
        weight = _KINDS.get(one.kind, 1.0)
        keywords = f"{one.keywords} {_WORDS.get(one.kind, '')}".strip()
        if record is None:
            name, words = provisions.get(one.path, ("", disputes.get(one.path, "")))
            called = (name,) if name else ()
            held = (one.kind, one.path, one.title, keywords, words, weight)
            entry = Entry(*held, _CALLED.get(one.kind, called))
        else:
            if isinstance(record, Meeting):
                weight *= _MEETINGS.get(record.kind, 1.0)
            weight *= 1 + math.log1p(referring[record.id])
            title = _placed(one.title, record)
            words = said(record, nam)
            held = (one.kind, one.path, title, keywords, words, round(weight, 1))
            entry = Entry(*held, names(record, nam), named_in(record))
        found.append(entry)
    return found


def _placed(title: str, record: AnyRecord | None) -> str:
    """A title, of a meeting with its place and year where it does not have them."""
    if not isinstance(record, Meeting) or (record.city and record.city in title):
        return title
    label = meeting_label(record)
    return title if f"({label})" in title else f"{title} ({label})"


def _provisions(records: dict[str, AnyRecord]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The address of each provision, what it is called, and what it says."""
    for path, record in records.items():
        if isinstance(record, Document):
            for place, one in zip(provision_anchors(record), record.provisions, strict=True):
                yield f"{path}#{place}", (provision_title(one.locator), one.summary)


def _spells_and_terms(nam: Dataset, where: dict[str, str]) -> Iterator[Listed]:
    for spell in nam.memberships.where(body="nam", standing="held"):
        title = f"{nam.get(spell.party).label}: {spell.status} {lasting(spell.start, spell.end)}"
        words = " ".join((_SPELL, spell.began or "", spell.ended or "", _now(spell)))
        yield Listed(where[spell.id], title, "membership", words)
    for term in nam.chairmanships.where(body="nam", standing="held"):
        title = f"{nam.states[term.state].name}: in the chair {lasting(term.start, term.end)}"
        words = " ".join((_TERM, *_years(term, nam), _now(term)))
        yield Listed(where[term.id], title, "term in the chair", words)


def _years(term: Chairmanship, nam: Dataset) -> Iterator[str]:
    """The years in which a term lasted, or may have."""
    last = term.end.latest if isinstance(term.end, PartialDate) else nam.as_of
    yield from map(str, range(term.start.earliest.year, last.year + 1))


def _now(lasting: Membership | Chairmanship) -> str:
    """Words for the present, where something lasts."""
    return _NOW if lasting.end is Bound.OPEN else ""


def _participations(nam: Dataset, where: dict[str, str]) -> Iterator[Listed]:
    for one in nam.participations:
        meeting = nam.meetings[one.meeting]
        attended, words = _ATTENDED[one.attended.value]
        at = f"{meeting_label(meeting)}, {phrase(meeting.kind.value)}"
        title = f"{nam.get(one.party).label} at {at}: {attended}"
        yield Listed(where[one.id], title, "participation", words)
