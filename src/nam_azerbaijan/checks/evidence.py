"""EVD: what a record holds is borne out by the words about it.

Values and words are entered together from a source, so that a slip in one stands against the
other. A claim of the same value bears it out as well, and so does a record that says the same.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..fold import fold
from ..integrity import references
from ..records.base import plain
from .rules import Hit, hit, rule
from .wording import names_of, numbers_in, stated_in, words_of

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records import Document

_DATED = {
    "organizations": (),
    "memberships": ("start", "end"),
    "applications": ("applied", "decided"),
    "meetings": ("opened", "closed"),
    "chairmanships": ("start", "end"),
    "chairpersons": ("start", "end"),
    "documents": ("adopted", "signed", "in_force"),
    "events": ("date", "until"),
    "votes": ("date",),
}


def _claimed(nam: Dataset) -> dict[tuple[str, str], list[str]]:
    """The values that are claimed for each field, as text."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in nam.claims:
        found.setdefault((claim.record, claim.path), []).append(str(plain(claim.value)))
    return found


def _neighbours(nam: Dataset, record: Any) -> Iterator[str]:
    """The days of meetings that a record names, which may be its own."""
    keys = [getattr(record, name, None) for name in ("began_at", "ended_at", "meeting")]
    for key in (*keys, *getattr(record, "adopted_by", ())):
        meeting = nam.meetings.get(key) if key else None
        if meeting is not None:
            yield f"{meeting.opened} {meeting.closed or ''}"
    document = nam.documents.get(getattr(record, "document", None) or "")
    if document is not None:
        yield str(document.adopted)


@rule("EVD001", "Dates are borne out by words", "neither a claim nor the words about it say {date}")
def dates(nam: Dataset) -> Iterator[Hit]:
    """Year, month and day of a date stand in what the citations say, in the record, or in a claim."""
    claimed = _claimed(nam)
    for collection, fields in _DATED.items():
        for record in nam.collection(collection):
            stored_elsewhere = record._stored_elsewhere()  # noqa: SLF001
            for field in fields:
                date = getattr(record, field)
                if not isinstance(date, PartialDate) or field in stored_elsewhere:
                    continue
                words = [
                    words_of(nam, record),
                    *_neighbours(nam, record),
                    *claimed.get((record.id, field), ()),
                ]
                if not stated_in(" \n ".join(words)).bears_out(date):
                    yield hit(record, field, date=date)


@rule(
    "EVD002", "Figures are borne out by words", "neither a claim nor the words about it say {value}"
)
def figures(nam: Dataset) -> Iterator[Hit]:
    """The number of a figure or a tally stands in what the citations say, or in a claim."""
    claimed = _claimed(nam)
    for field, collection in (("figures", "meetings"), ("figures", "events"), ("tally", "votes")):
        for record in nam.collection(collection):
            held = getattr(record, field)
            said = numbers_in(words_of(nam, record)) if held else frozenset()
            for figure in held:
                path = f"{field}/{figure.name}"
                if figure.value not in said and str(figure.value) not in claimed.get(
                    (record.id, path), ()
                ):
                    yield hit(record, path, value=figure.value)


# Fields whose references the words about a record bear out; others have rules of their own.
_NAMED = {
    "organizations": ("parent",),
    "applications": ("meeting",),
    "documents": ("about", "adopted_by"),
    "events": ("actors", "about"),
    "assertions": ("about",),
}


@functools.lru_cache(maxsize=8192)
def _word_set(text: str) -> frozenset[str]:
    words = fold(text).split()
    # A plural or a genitive names a thing too.
    return frozenset(words) | {word[:-1] for word in words if word.endswith("s")}


@rule("EVD003", "References are borne out by words", "the words about it do not name {key}")
def named(nam: Dataset) -> Iterator[Hit]:
    """What an event, a document or an assertion is about is named in the words about it."""
    home = {record.id: record for name in _ALL for record in nam.collection(name)}
    for collection, fields in _NAMED.items():
        for record in nam.collection(collection):
            said: frozenset[str] | None = None
            for path, key, _ in references(record):
                if path not in fields or key not in home:
                    continue
                if said is None:
                    said = _word_set(words_of(nam, record))
                if not any(words <= said for words in names_of(home[key])):
                    yield hit(record, path, key=key)


_ALL = (
    "states", "organizations", "memberships", "applications", "meetings", "participations",
    "chairmanships", "chairpersons", "persons", "documents", "principles", "events", "votes",
)  # fmt: skip


@rule("EVD004", "Symbols and places are borne out by words", "nothing else about it says {value!r}")
def symbols(nam: Dataset) -> Iterator[Hit]:
    """The numbers in a symbol or a locator stand elsewhere about the document too."""
    repeated = {vote.symbol for vote in nam.votes}
    for document in nam.documents:
        elsewhere = _numbers(nam, document, without="symbols")
        for symbol in document.symbols:
            if symbol not in repeated and not numbers_in(symbol) <= elsewhere:
                yield hit(document, "symbols", value=symbol)
        said = _numbers(nam, document, without="locator")
        for number, provision in enumerate(document.provisions):
            if not numbers_in(provision.locator) <= said:
                yield hit(document, f"provisions[{number}].locator", value=provision.locator)


def _numbers(nam: Dataset, document: Document, without: str) -> frozenset[int]:
    """The numbers in the words about a document, but for those of its symbols or its locators."""
    words = [document.id, document.title, document.note, document.url]
    if without == "locator":
        words.extend(document.symbols)
    else:
        words.extend(one.locator for one in document.provisions)
    cited = [*document.sources]
    for provision in document.provisions:
        words.append(provision.summary)
        cited.extend(provision.sources)
    for citation in cited:
        source = nam.sources.get(citation.source)
        words.extend([citation.says, citation.locator, source.title if source else ""])
        words.append(source.url if source else "")
    words.extend(claim.path for claim in nam.claims.where(record=document.id))
    return numbers_in(" \n ".join(words))
