"""DOC: documents, their symbols, dates and provisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Severity
from ..records.base import Answer
from ..records.documents import COMPARED, DocumentKind, KnownThrough
from ..text import fold
from . import vocabulary
from .rules import Hit, hit, outside, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.documents import Document

# The first autumn of a session of the General Assembly is that of 1945 and its number.
_ASSEMBLY = re.compile(r"A/(?:RES/|C\.\d+/)?(\d{2})/.+")
_COUNCIL = re.compile(r"S/RES/\d+ \((\d{4})\)")
_MOVEMENT = re.compile(r"NAM ?(\d{4})/.+")

_LOCATOR = re.compile(r"[^\s;,](?:[^\n]{0,78}[^\s;,])?")


@rule(
    "DOC001",
    "Documents are adopted at their meeting",
    "adopted on {date}, not a day of {meeting}, {opened} to {closed}",
)
def outside_meeting(nam: Dataset) -> Iterator[Hit]:
    """A document that a meeting adopted was adopted on a day of it."""
    for document in nam.documents:
        for key in document.adopted_by:
            yield from outside(nam.meetings.get(key), document, "adopted")


def _years(symbol: str) -> tuple[int, int] | None:
    """The years in which a document with this symbol may be dated."""
    if match := _ASSEMBLY.fullmatch(symbol):
        return 1945 + int(match[1]), 1946 + int(match[1])
    if match := _COUNCIL.fullmatch(symbol) or _MOVEMENT.fullmatch(symbol):
        return int(match[1]), int(match[1])
    return None


@rule(
    "DOC002", "Symbols go with the date", "{symbol} is of {years}, but the document is dated {date}"
)
def symbols(nam: Dataset) -> Iterator[Hit]:
    """The session or year in the symbol of a UN or NAM document is that of its date."""
    for document in nam.documents:
        for symbol in document.symbols:
            years = _years(symbol)
            if years is None or document.date is None:
                continue
            if document.date.latest.year < years[0] or document.date.earliest.year > years[1]:
                span = str(years[0]) if years[0] == years[1] else f"{years[0]} or {years[1]}"
                yield hit(document, "symbols", symbol=symbol, years=span, date=document.date)


@rule("DOC003", "Locators are well formed", "{locator!r} names no place")
def locators(nam: Dataset) -> Iterator[Hit]:
    """A locator has no stray spaces or stops and fits on a line."""
    for document in nam.documents:
        for number, provision in enumerate(document.provisions):
            if provision.locator and not _LOCATOR.fullmatch(provision.locator):
                yield hit(document, f"provisions[{number}].locator", locator=provision.locator)


@rule("DOC004", "A place is named once for a topic", "{locator!r} stands twice for {topic}")
def repeated(nam: Dataset) -> Iterator[Hit]:
    """A document has one provision for a place and a topic."""
    for document in nam.documents:
        count = Counter((one.locator, one.topic) for one in document.provisions if one.locator)
        for (locator, topic), times in count.items():
            if times > 1:
                yield hit(document, "provisions", locator=locator, topic=topic)


@rule("DOC005", "A symbol means one document", "{symbol} is also the symbol of {other}")
def shared_symbol(nam: Dataset) -> Iterator[Hit]:
    """No two documents have the same symbol."""
    first: dict[str, Document] = {}
    for document in nam.documents:
        for symbol in document.symbols:
            if symbol in first and first[symbol] is not document:
                yield hit(document, "symbols", symbol=symbol, other=first[symbol].id)
            first.setdefault(symbol, document)


@rule("DOC006", "Symbols are repeated in the id", "the id does not go with the symbol {symbol}")
def symbol_in_id(nam: Dataset) -> Iterator[Hit]:
    """The id of a resolution is made of its symbol."""
    for document in nam.documents:
        for symbol in document.symbols:
            if "/RES/" in symbol:
                slug = re.sub(r"[^a-z0-9]+", "-", symbol.split(" ")[0].casefold())
                if document.id != slug:
                    yield hit(document, "id", symbol=symbol)


# Words of which one stands in the title, the id or the symbol of a document of a kind.
_KIND_WORDS = {
    DocumentKind.FINAL_DOCUMENT: "final document outcome basic",
    DocumentKind.DECLARATION: "declaration declarations statement message motion thanks programme",
    DocumentKind.SPECIAL_DECLARATION: "special",
    DocumentKind.COMMUNIQUE: "communique",
    DocumentKind.RESOLUTION: "resolution resolutions res hrc",
    DocumentKind.DECISION: "decision",
    DocumentKind.PLAN: "plan concept",
    DocumentKind.ACCORD: "accord",
    DocumentKind.REPORT: "report activities performance summary list criteria",
    DocumentKind.METHODOLOGY: "methodology",
    DocumentKind.STATEMENT: "statement address message",
    DocumentKind.LETTER: "letter note",
    DocumentKind.MEETING_RECORD: "pv record meeting",
    DocumentKind.CONSTITUTION: "constitution",
    DocumentKind.LAW: "law act regulations",
    DocumentKind.CONCEPT: "concept",
    DocumentKind.DOCTRINE: "doctrine",
    DocumentKind.AGREEMENT: "agreement memorandum treaty protocol",
    DocumentKind.PAPER: "paper papers information list draft criteria arrangements",
}


@rule(
    "DOC007", "The kind stands in the title", "nothing in its title or id says that it is a {kind}"
)
def kind_words(nam: Dataset) -> Iterator[Hit]:
    """A word for the kind of a document stands in its title, id or symbol."""
    for document in nam.documents:
        words = set(fold(" ".join((document.title, document.id, *document.symbols))).split())
        if not words & set(_KIND_WORDS[document.kind].split()):
            yield hit(document, "kind", kind=document.kind.value.replace("-", " "))


@rule("DOC008", "Topics are known", "no topic is called {topic!r}{hint}", Severity.WARNING)
def unknown_topics(nam: Dataset) -> Iterator[Hit]:
    """A topic is listed in `checks/vocabulary.py`, or two documents at least speak of it."""
    spoken = (topic for document in nam.documents for topic in {t for _, t in _topics(document)})
    known = vocabulary.known(vocabulary.TOPICS, spoken)
    for document in nam.documents:
        for path, topic in _topics(document):
            if topic not in known:
                yield hit(document, path, topic=topic, hint=vocabulary.meant(topic, known))


def _topics(document: Document) -> Iterator[tuple[str, str]]:
    """Path and topic of each topic that a document names."""
    for number, topic in enumerate(document.topics):
        yield f"topics[{number}]", topic
    for field in ("mentions", "provisions"):
        for number, part in enumerate(getattr(document, field)):
            yield f"{field}[{number}].topic", part.topic


@rule(
    "DOC009", "Mentions say what provisions do not", "is said to be {answer} on {topic}, but {why}"
)
def idle_mentions(nam: Dataset) -> Iterator[Hit]:
    """A document answers for a topic once: by its provisions, or else by one mention."""
    for document in nam.documents:
        shown = {*document.topics, *(provision.topic for provision in document.provisions)}
        count = Counter(mention.topic for mention in document.mentions)
        for number, mention in enumerate(document.mentions):
            why = "a provision or a topic shows it" if mention.topic in shown else "more than once"
            if mention.topic in shown or count[mention.topic] > 1:
                yield hit(
                    document,
                    f"mentions[{number}]",
                    answer=mention.answer.value,
                    topic=mention.topic,
                    why=why,
                )


@rule(
    "DOC010",
    "No needs the whole provision",
    "{aspect} is no, but the provision is known only through {known}",
)
def unread_no(nam: Dataset) -> Iterator[Hit]:
    """That a provision leaves a thing out is answered only where it was read or quoted whole."""
    for document in nam.documents:
        for number, provision in enumerate(document.provisions):
            if provision.known_through in (KnownThrough.TEXT, KnownThrough.QUOTATION):
                continue
            for aspect in COMPARED:
                if getattr(provision, aspect) is Answer.NO:
                    known = provision.known_through.value
                    field = f"provisions[{number}].{aspect}"
                    yield hit(document, field, aspect=aspect.replace("_", " "), known=known)
