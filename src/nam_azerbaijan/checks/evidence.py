"""EVD: what a record holds is borne out by the words about it.

Values and words are entered together from a source, so that a slip in one stands against the
other. A claim of the same value bears it out as well, and so does a record that says the same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import Bound, PartialDate
from ..findings import Severity
from ..records.base import Answer, Standing, plain
from ..records.walk import references
from ..text import fold
from .rules import Hit, hit, named_by, rule
from .wording import (
    names_of,
    numbers_in,
    own_words,
    stated_in,
    without_dates,
    words_of,
)

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.base import Citation

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


def claimed(nam: Dataset) -> dict[tuple[str, str], list[str]]:
    """The values that are claimed for each field, as text."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in nam.claims:
        found.setdefault((claim.record, claim.path), []).append(str(plain(claim.value)))
    return found


def _dating(nam: Dataset, record: Any, date: PartialDate) -> str:
    """The words that bear out a date of a record: its own, and the titles of its sources.

    For a day the dates of the sources count only where its own words name none: a report is often
    of the day after, which would bear out a slip.
    """
    own = own_words(record)
    if not (date.exact and stated_in(own).days):
        return words_of(nam, record)
    titles = [nam.sources[citation.source].title for citation in record.sources]
    return " \n ".join([own, *titles])


def _neighbours(nam: Dataset, record: Any) -> Iterator[str]:
    """The days of meetings that a record names, which may be its own."""
    keys = [getattr(record, name, None) for name in ("began_at", "ended_at", "meeting")]
    for key in (*keys, *getattr(record, "adopted_by", ())):
        meeting = nam.meetings.get(key or "")
        if meeting is not None:
            yield f"{meeting.opened} {meeting.closed or ''}"
    document = named_by(nam.documents, getattr(record, "document", None))
    if document is not None:
        yield str(document.adopted)


@rule(
    "EVD001",
    "Dates are borne out by words",
    "neither a claim nor the words about it say {date}",
    Severity.WARNING,
)
def dates(nam: Dataset) -> Iterator[Hit]:
    """Year, month and day of a date stand in what the citations say, in a note, or in a claim.

    Where these name no day, that on which a source was published will do.
    """
    claims = claimed(nam)
    for collection, fields in _DATED.items():
        for record in nam.collection(collection):
            stored_elsewhere = record.stored_elsewhere()
            for field in fields:
                date = getattr(record, field)
                if not isinstance(date, PartialDate) or field in stored_elsewhere:
                    continue
                beside = [*_neighbours(nam, record), *claims.get((record.id, field), ())]
                stated = stated_in(_dating(nam, record, date)) | stated_in(" \n ".join(beside))
                if not stated.bears_out(date):
                    yield hit(record, field, date=date)


@rule(
    "EVD002",
    "Figures are borne out by words",
    "neither a claim nor the words about it say {value}",
    Severity.WARNING,
)
def figures(nam: Dataset) -> Iterator[Hit]:
    """The number of a figure or a tally stands in what the citations say, or in a claim.

    Days and years that stand there are no counts.
    """
    claims = claimed(nam)
    for field, collection in (("figures", "meetings"), ("figures", "events"), ("tally", "votes")):
        for record in nam.collection(collection):
            held = getattr(record, field)
            said = numbers_in(without_dates(own_words(record, with_id=False)))
            for figure in held:
                path = f"{field}/{figure.name}"
                if figure.value not in said and str(figure.value) not in claims.get(
                    (record.id, path), ()
                ):
                    yield hit(record, path, value=figure.value)


# Fields whose references the words about a record bear out; others have rules of their own.
_NAMED = {
    "organizations": ("parent", "predecessor"),
    "applications": ("meeting", "body"),
    "participations": ("head_of_delegation",),
    "documents": ("about", "adopted_by"),
    "events": ("actors", "about"),
    "assertions": ("about",),
}


@functools.lru_cache(maxsize=8192)
def word_set(text: str) -> frozenset[str]:
    """The words of a text, folded, and each without an s at its end."""
    words = fold(text).split()
    # A plural or a genitive names a thing too.
    return frozenset(words) | {word[:-1] for word in words if word.endswith("s")}


@rule(
    "EVD003",
    "References are borne out by words",
    "the words about it do not name {key}",
    Severity.WARNING,
)
def named(nam: Dataset) -> Iterator[Hit]:
    """What a document, an event or an assertion is about is named in the words about it.

    So are those who acted, adopted or led a delegation, wholes and predecessors of organizations,
    and where an application was dealt with.
    """
    home = {record.id: record for name in _ALL for record in nam.collection(name)}
    for collection, fields in _NAMED.items():
        for record in nam.collection(collection):
            said: frozenset[str] | None = None
            for path, key, _ in references(record):
                if path not in fields or key not in home or key == "nam":
                    continue
                if said is None:
                    said = word_set(words_of(nam, record))
                if not any(words <= said for words in names_of(home[key])):
                    yield hit(record, path, key=key)


_ALL = (
    "states", "organizations", "memberships", "applications", "meetings", "participations",
    "chairmanships", "chairpersons", "persons", "documents", "principles", "events", "votes",
)  # fmt: skip


@rule(
    "EVD004",
    "Symbols and places are borne out by words",
    "nothing else about it says {value!r}",
    Severity.WARNING,
)
def symbols(nam: Dataset) -> Iterator[Hit]:
    """The numbers in a symbol or a locator stand in what is cited for them too."""
    repeated = {vote.symbol for vote in nam.votes}
    for document in nam.documents:
        claims = " ".join(claim.path for claim in nam.claims.where(record=document.id))
        own = f"{document.id} {document.title} {document.note} {document.url}"
        locators = " ".join(provision.locator for provision in document.provisions)
        said = numbers_in(f"{own} {locators} {_cited(nam, document.sources)}")
        for symbol in document.symbols:
            if symbol not in repeated and not numbers_in(symbol) <= said:
                yield hit(document, "symbols", value=symbol)
        for number, provision in enumerate(document.provisions):
            cited = _cited(nam, provision.sources or document.sources)
            # A claim on a provision names it in its path.
            if not numbers_in(provision.locator) <= numbers_in(f"{cited} {claims}"):
                yield hit(document, f"provisions[{number}].locator", value=provision.locator)


def _cited(nam: Dataset, citations: tuple[Citation, ...]) -> str:
    """What citations say, their places, and the titles and addresses of their sources."""
    words = []
    for citation in citations:
        source = nam.sources[citation.source]
        words.extend([citation.says, citation.locator, source.title, source.url])
    return " \n ".join(words)


_ATTENDED = {
    Answer.YES: re.compile(
        r"attend|took part|take part|spoke|speech|statement|represent|chair|host|present|"
        r"participa|address|sent|led |deleg|meeting|signed|admitted|granted|elected|recommend",
    ),
    Answer.NO: re.compile(r"\bno\b|\bnot\b|absent|without"),
    Answer.UNKNOWN: re.compile(
        r"invit|unclear|unknown|whether|silent|no page|who was present|"
        r"(?:is not stated|does not (?:say|name))",
    ),
}
_ABSENT = re.compile(r"(?:did|does) not (?:send|attend|take part)|no delegat|absent|stayed away")


@rule(
    "EVD005",
    "Attendance is borne out by words",
    "the words about it do not say that the answer is {answer}",
    Severity.WARNING,
)
def attendance(nam: Dataset) -> Iterator[Hit]:
    """What the citations of a participation say fits the answer to whether the party attended."""
    for one in nam.participations:
        cited = " ".join(citation.says for citation in one.sources).lower()
        absent = bool(_ABSENT.search(cited))
        # A note may say no to much else, but not that somebody was absent.
        note = "" if one.attended is Answer.NO else one.note
        said = f"{cited} {one.summary} {note}".lower()
        sound = bool(_ATTENDED[one.attended].search(said))
        if not sound or (absent and one.attended is Answer.YES):
            yield hit(one, "attended", answer=one.attended.value)


@rule(
    "EVD008",
    "What was sought is borne out by words",
    "the words about it do not say {sought}",
    Severity.WARNING,
)
def sought(nam: Dataset) -> Iterator[Hit]:
    """The status that an application sought is named in the words about it."""
    for one in nam.applications:
        said = f"{_cited(nam, one.sources)} {one.reason} {one.note}".lower()
        if one.sought is not None and one.sought.value not in said:
            yield hit(one, "sought", sought=one.sought.value)


_UNKNOWN = re.compile(
    r"unknown|not known|not evidenced|no (?:page|source|list|end|day|date|later)|not seen|"
    r"does not say|do not say|unclear|nothing (?:is|was)|last seen|how long|whether|until when"
)


@rule(
    "EVD009",
    "An unknown end is said to be unknown",
    "ends nobody knows when, which the words about it do not say; or else it is open",
    Severity.WARNING,
)
def unknown_ends(nam: Dataset) -> Iterator[Hit]:
    """Where a spell ended on an unknown day, or may have, the words about it say so."""
    for spell in nam.memberships:
        if spell.end is Bound.UNKNOWN and not _UNKNOWN.search(words_of(nam, spell).lower()):
            yield hit(spell, "end")


@rule(
    "EVD010",
    "Symbols of votes are borne out by words",
    "nothing else about it says {symbol!r}",
    Severity.WARNING,
)
def vote_symbols(nam: Dataset) -> Iterator[Hit]:
    """The symbol of a vote is that of its document, or stands in the words about it."""
    for vote in nam.votes:
        document = named_by(nam.documents, vote.document)
        if document is None and vote.symbol not in _cited(nam, vote.sources) + vote.note:
            yield hit(vote, "symbol", symbol=vote.symbol)


_IN_DOUBT = re.compile(
    r"\(planned|planned (?:at|for) |are planned|expected in|stands? for|bids to|are to meet|"
    r"declares that it will|recommend|propos|suggest|draft|is not adopted|not held|"
    r"no page seen|no list|no source seen|no (?:founding|opening) is evidenced|"
    r"only the announcement|not concluded|announcement made before|only the heading"
)
_NOT_SO = re.compile(
    r"\(planned|planned at |planned for 20|are planned|expected in|stands for an? |bids to|"
    r"are to meet|declares that it will|^draft statement|^not held|no page seen (?:shows|reports)|"
    r"no (?:founding|opening) is evidenced|only the announcement|not concluded|"
    r"announcement made before|only the heading|no list seen names the|no list of observers",
    re.MULTILINE,
)


_BORNE_OUT = {
    Standing.PLANNED: _IN_DOUBT,
    Standing.UNCONFIRMED: _IN_DOUBT,
    Standing.UNREALIZED: re.compile(
        r"not held|given up|no (?:founding|opening) is evidenced|did not come about|"
        r"later than announced|was held at|met at"
    ),
    Standing.REJECTED: re.compile(
        r"declin|defeat|reject|refus|turned down|withdr|not (?:agree|adopted|elected)"
    ),
}


@rule(
    "EVD011",
    "Standing is borne out by words",
    "the words about it do not bear out that it is {standing}",
    Severity.WARNING,
)
def standing(nam: Dataset) -> Iterator[Hit]:
    """What was planned, unrealized, rejected or not confirmed says so; what came true does not."""
    for collection in ("organizations", "memberships", "meetings", "documents", "events"):
        for record in nam.collection(collection):
            words = [getattr(record, name, "") for name in ("name", "title", "summary", "note")]
            said = "\n".join(words).lower()
            words_for = _BORNE_OUT.get(record.standing)
            if _NOT_SO.search(said) if words_for is None else not words_for.search(said):
                yield hit(record, "standing", standing=record.standing.value)
