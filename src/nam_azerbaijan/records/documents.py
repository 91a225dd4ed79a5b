"""Documents and what their paragraphs say, principles, and dated steps."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import PartialDate, as_date, as_optional_date
from .base import (
    ANY_RECORD,
    Answer,
    Citation,
    Figure,
    Record,
    Standing,
    as_citations,
    as_figures,
    refers,
)
from .convert import parts, texts

ADOPTER = refers("meetings", "organizations", "states")
ACTOR = refers("states", "organizations", "persons")

__all__ = [
    "Document",
    "DocumentKind",
    "Event",
    "EventKind",
    "Mention",
    "Principle",
    "Provision",
]


class DocumentKind(enum.StrEnum):
    """What kind of document."""

    FINAL_DOCUMENT = "final-document"
    DECLARATION = "declaration"
    SPECIAL_DECLARATION = "special-declaration"
    COMMUNIQUE = "communique"
    RESOLUTION = "resolution"
    DECISION = "decision"
    PLAN = "plan"
    ACCORD = "accord"
    REPORT = "report"
    METHODOLOGY = "methodology"
    STATEMENT = "statement"
    LETTER = "letter"
    MEETING_RECORD = "meeting-record"
    CONSTITUTION = "constitution"
    LAW = "law"
    CONCEPT = "concept"
    DOCTRINE = "doctrine"
    AGREEMENT = "agreement"
    PAPER = "paper"


class EventKind(enum.StrEnum):
    """What kind of step."""

    STATEMENT = "statement"
    INITIATIVE = "initiative"
    ASSISTANCE = "assistance"
    VISIT = "visit"
    INVITATION = "invitation"
    REQUEST = "request"
    PROPOSAL = "proposal"
    PLAN = "plan"
    FOUNDING = "founding"
    DECISION = "decision"
    ELECTION = "election"
    ANNOUNCEMENT = "announcement"
    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"
    TRAINING = "training"
    MILITARY = "military"
    DOMESTIC = "domestic"
    PROTEST = "protest"
    VACANCY = "vacancy"
    OTHER = "other"


@attrs.frozen(kw_only=True, cache_hash=True)
class Provision:
    """What one place of a document says on one topic.

    The attributes compare wordings across documents; `unknown` where the text was not seen.

    Attributes:
        locator: the place: `391`, `382 (p. 106)`, `art. 9.II`; empty where no source gives it.
        topic: what it speaks of, as a slug; `armenia-azerbaijan-conflict` for the conflict.
        summary: what it says, in own words.
        territorial_integrity: does it refer to territorial integrity.
        unsc_resolutions: does it refer to resolutions of the UN Security Council.
        non_use_of_force: does it refer to the non-use of force.
        occupation: does it speak of occupation or occupied territories.
        non_recognition: does it speak of not recognizing a situation or an act.
        displaced_persons: does it speak of displaced persons.
        names_party: does it name a party as the occupying or responsible one.
        sources: where this provision can be found, where not the document's own citations.
    """

    locator: str = ""
    topic: str
    summary: str
    territorial_integrity: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    unsc_resolutions: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    non_use_of_force: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    occupation: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    non_recognition: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    displaced_persons: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    names_party: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    sources: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def as_provisions(items: Iterable[Provision | Mapping[str, Any]]) -> tuple[Provision, ...]:
    """Provisions, made from objects where they are given as such."""
    return parts(Provision, items)


@attrs.frozen(kw_only=True, cache_hash=True)
class Mention:
    """Whether a document as a whole speaks of a topic.

    Attributes:
        topic: the topic, as in `Provision`.
        answer: yes, no or unknown.
    """

    topic: str
    answer: Answer = attrs.field(converter=Answer)


def as_mentions(items: Iterable[Mention | Mapping[str, Any]]) -> tuple[Mention, ...]:
    """Mentions, made from objects where they are given as such."""
    return parts(Mention, items)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Document(Record):
    """A document of NAM, of the UN, of a state or between states.

    Attributes:
        kind: final document, declaration, resolution, law, ...
        title: its title.
        symbols: its official symbols, such as `NAM 2012/Doc.1/Rev.2`.
        adopted: the day of adoption.
        signed: the day of signature.
        in_force: the day it came into force.
        adopted_by: ids of the meetings, organizations or states that adopted it.
        about: ids of the states and other records that it concerns.
        url: where the text is, or was.
        topics: topics of the document as a whole.
        mentions: whether it speaks of a topic, where no provision shows it.
        provisions: what its paragraphs say.
        standing: whether it was adopted.
    """

    kind: DocumentKind = attrs.field(converter=DocumentKind)
    title: str
    symbols: tuple[str, ...] = attrs.field(default=(), converter=texts)
    adopted: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    signed: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    in_force: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    adopted_by: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=ADOPTER)
    about: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=ANY_RECORD)
    url: str = ""
    topics: tuple[str, ...] = attrs.field(default=(), converter=texts)
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=as_mentions)
    provisions: tuple[Provision, ...] = attrs.field(default=(), converter=as_provisions)
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)

    @property
    def date(self) -> PartialDate | None:
        """The day of adoption, or else of signature, or else of coming into force."""
        return self.adopted or self.signed or self.in_force

    @property
    def all_topics(self) -> frozenset[str]:
        """The topics that it, or a provision of it, speaks of."""
        return frozenset(
            {
                *self.topics,
                *(provision.topic for provision in self.provisions),
                *(mention.topic for mention in self.mentions if mention.answer is Answer.YES),
            }
        )


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Principle(Record):
    """An item of a named list.

    Attributes:
        set: the list: `bandung`, `panchsheel`, `cairo-criteria`, ...
        number: its place in the list.
        name: a short name.
        statement: what it says, in own words.
        corresponds_to: ids of items of other lists that say the same or part of it.
        stated_in: id of the document that states the list.
    """

    set: str
    number: int
    name: str
    statement: str
    corresponds_to: tuple[str, ...] = attrs.field(
        default=(), converter=texts, metadata=refers("principles")
    )
    stated_in: str | None = attrs.field(default=None, metadata=refers("documents"))


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Event(Record):
    """A dated step that is no meeting and no document.

    Attributes:
        kind: statement, initiative, visit, ...
        title: what happened, in neutral words, without a full stop.
        date: the day, or the first day.
        until: the last day, where it lasted and the end is known.
        actors: ids of the states, organizations and persons that acted or were acted on.
        about: ids of other records that it concerns.
        place: where.
        summary: more of it, in neutral words.
        figures: numbers as claimed.
        standing: whether it came true.
    """

    kind: EventKind = attrs.field(converter=EventKind)
    title: str
    date: PartialDate = attrs.field(converter=as_date)
    until: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    actors: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=ACTOR)
    about: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=ANY_RECORD)
    place: str = ""
    summary: str = ""
    figures: tuple[Figure, ...] = attrs.field(default=(), converter=as_figures)
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)
