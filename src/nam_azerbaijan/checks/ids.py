"""IDS: ids say what a record is, so that a wrong value beside a right id is noticed."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..findings import Severity
from ..records import COLLECTIONS
from ..text import fold
from .rules import Hit, hit, rule
from .wording import own_words

if TYPE_CHECKING:
    from ..dataset import Dataset

_YEAR = re.compile(r"(?:^|-)(1[89]\d\d|20\d\d)(?=-|$)")


def _expected(nam: Dataset) -> Iterator[tuple[Any, str]]:
    """Records that join others, each with what its id is made of."""
    for spell in nam.memberships:
        yield spell, f"{spell.party}-{spell.body}-{spell.status.value}"
    for one in nam.participations:
        yield one, f"{one.party}-at-{one.meeting}"
    for term in nam.chairmanships:
        yield term, f"chair-{term.state}-{term.start.earliest.year}"
    for person in nam.chairpersons:
        yield person, f"{person.person}-chair-{person.start.earliest.year}"
    for principle in nam.principles:
        yield principle, f"{principle.set}-{principle.number}"
    for application in nam.applications:
        yield application, f"{application.party}-application"
    for claim in nam.claims:
        path = re.sub(r"[^a-z0-9]+", "-", claim.path.casefold()).strip("-")
        yield claim, "-".join(["claim", claim.record, path, *(c.source for c in claim.sources)])


@rule("IDS001", "An id is made of what it joins", "expected {expected}, and no more but a number")
def joined(nam: Dataset) -> Iterator[Hit]:
    """The id of a record that joins others is made of theirs, with a number where it needs one."""
    for record, expected in _expected(nam):
        if record.id != expected and not re.fullmatch(re.escape(expected) + r"(-\d+)*", record.id):
            yield hit(record, "id", expected=expected)


@rule("IDS002", "A year in an id is that of the date", "the id names {year}, the date is {date}")
def years(nam: Dataset) -> Iterator[Hit]:
    """Where the id of a meeting, document, event, vote or application names a year, it is its."""
    for collection, fields in (
        ("meetings", ("opened",)),
        ("documents", ("date",)),
        ("events", ("date", "until")),
        ("votes", ("date",)),
        ("applications", ("applied", "decided")),
    ):
        for record in nam.collection(collection):
            dates = [date for name in fields if (date := getattr(record, name)) is not None]
            named = _YEAR.findall(record.id)
            if named and dates:
                year = int(named[-1])
                if not any(date.earliest.year <= year <= date.latest.year for date in dates):
                    yield hit(record, fields[0], year=year, date=dates[0])


@rule(
    "IDS003", "A place in an id is that of the meeting", "the id names {place}, the city is {city}"
)
def places(nam: Dataset) -> Iterator[Hit]:
    """Where the id of a meeting ends in a place and a year, the place is its city."""
    cities = {fold(part) for meeting in nam.meetings for part in _places(meeting.city)}
    for meeting in nam.meetings:
        words = _YEAR.sub("", meeting.id).replace("-", " ")
        named = [city for city in cities if words.endswith(f" {city}") or words == city]
        if named and meeting.city:
            place = max(named, key=len)
            if place not in {fold(part) for part in _places(meeting.city)}:
                yield hit(meeting, "city", place=place, city=meeting.city)


def _places(city: str) -> list[str]:
    """The names in a field such as `Porlamar (Margarita Island)` or `Baku and Shusha`."""
    parts = re.split(r" \(|\)| and |, ", city)
    return [name for part in parts if part for name in (part, part.removesuffix(" Island"))]


_KINDS = {
    "summit": {"summit"},
    "ministerial": {"ministerial-conference"},
    "bureau": {"bureau-ministerial", "bureau", "extraordinary-ministerial"},
    "ministers": {"ministerial-segment", "preparatory"},
    "senior-officials": {"senior-officials", "preparatory"},
    "heads": {"heads-segment"},
    "preparatory": {"preparatory"},
    "extraordinary": {"extraordinary-ministerial"},
    "assembly-ministerial": {"assembly-ministerial"},
    "commemorative": {"commemorative"},
    "contact-group": {"contact-group"},
    "parliamentary": {"parliamentary"},
    "palestine-committee": {"committee"},
    "youth": {"youth"},
    "youth-forum": {"external"},
    "asian-african": {"external", "predecessor"},
    "naasp": {"external"},
    "lldc": {"external"},
    "women": {"special-ministerial"},
    "mediterranean": {"special-ministerial"},
    "interfaith": {"special-ministerial"},
    "human-rights": {"special-ministerial"},
    "special": {"special-ministerial"},
    "food": {"sectoral"},
    "womens-rights": {"sectoral"},
    "health": {"sectoral"},
    "labour": {"sectoral"},
    "information": {"sectoral"},
}


@rule(
    "IDS004", "A kind in an id is that of the meeting", "the id names a {named}, the kind is {kind}"
)
def kinds(nam: Dataset) -> Iterator[Hit]:
    """Where the id of a meeting begins with a kind, it is its."""
    for meeting in nam.meetings:
        named = max(
            (key for key in _KINDS if meeting.id.startswith(f"{key}-")), key=len, default=""
        )
        if named and meeting.kind.value not in _KINDS[named]:
            yield hit(meeting, "kind", named=named, kind=meeting.kind.value)


@functools.lru_cache(maxsize=16384)
def _without_id(record: Any) -> str:
    return json.dumps({**record.to_dict(), "id": ""}, ensure_ascii=False)


@rule("IDS005", "No record stands twice", "says the same as {other}")
def twins(nam: Dataset) -> Iterator[Hit]:
    """No two records of a kind are the same but for their id."""
    for collection in COLLECTIONS:
        first: dict[str, str] = {}
        for record in nam.collection(collection):
            text = _without_id(record)
            if text in first:
                yield hit(record, "id", other=first[text])
            first.setdefault(text, record.id)


@functools.lru_cache(maxsize=16384)
def _vocabulary(record: Any) -> frozenset[str]:
    return frozenset(fold(own_words(record, with_id=False)).split())


def vocabulary(nam: Dataset) -> frozenset[str]:
    """Every word that a record says, its citations too, but for ids and values."""
    every = (record for name in COLLECTIONS for record in nam.collection(name))
    return frozenset[str]().union(*map(_vocabulary, every))


@rule("IDS006", "The words of an id are words", "{word!r} stands nowhere else", Severity.WARNING)
def words(nam: Dataset) -> Iterator[Hit]:
    """Each word of an id stands in another id, or in the words of a record."""
    every = [record for name in COLLECTIONS for record in nam.collection(name)]
    used = Counter(word for record in every for word in set(record.id.split("-")))
    said = vocabulary(nam)
    for collection in COLLECTIONS:
        if collection == "sources":  # Each is cited, so that a slip leads to nothing.
            continue
        for record in nam.collection(collection):
            for word in record.id.split("-"):
                if used[word] == 1 and word not in said:
                    yield hit(record, "id", word=word)


@rule("IDS007", "An assertion's id begins with its source's", "expected {expected} and more words")
def speakers(nam: Dataset) -> Iterator[Hit]:
    """The id of an assertion begins with that of a source that it cites."""
    for one in nam.assertions:
        begins = [f"{citation.source}-" for citation in one.sources]
        if begins and not one.id.startswith(tuple(begins)):
            yield hit(one, "id", expected=" or ".join(begins))
