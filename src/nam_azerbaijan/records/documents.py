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
    "KnownThrough",
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


class KnownThrough(enum.StrEnum):
    """How the words of a provision are known.

    `TEXT`: the provision was read whole in the document or a copy of it. `QUOTATION`: a source
    quotes it whole. `EXTRACT`: only a part was read, in a copy or a quotation. `REPORT`: a source
    says in its own words what stands there. An extract and a report show what a provision speaks
    of, never what it leaves out.
    """

    TEXT = "text"
    QUOTATION = "quotation"
    EXTRACT = "extract"
    REPORT = "report"


@attrs.frozen(kw_only=True, cache_hash=True)
class Provision:
    """What one place of a document says on one topic.

    The attributes compare wordings across documents. Each says whether words of a kind stand
    there, not whether they are right. `no` is given only where the whole provision was read
    (`known_through` is `text` or `quotation`), else `unknown`. Topic names follow the wording of
    the documents and imply no view.

    Attributes:
        locator: the place: `391`, `382 (p. 106)`, `art. 9.II`; empty where no source gives it.
        topic: what it speaks of, as a slug; `armenia-azerbaijan-conflict`, after the documents of
            the Movement, for the Nagorno-Karabakh conflict.
        summary: what it says, in own words; as reported by whom, where it is known by report.
        known_through: how its words are known.
        territorial_integrity: does it refer to the territorial integrity of one state or of all.
            Yes: "on the basis of the territorial integrity of the States of the region".
        self_determination: does it refer to self-determination or equal rights of peoples.
            Yes: "the right of peoples to self-determination".
        unsc_resolutions: does it refer to resolutions of the UN Security Council.
            Yes: "recalling resolution 822". No: a call on the Council to act.
        non_use_of_force: does it refer to the non-use of force, or to its use to acquire territory
            as inadmissible. Yes: "the principle of the non-use of force". No: a mere ceasefire.
        mediation_format: does it name a mediator or a format of talks. Yes: "the Minsk Group of
            the CSCE". No: "a negotiated settlement".
        occupation: does it speak of occupation, or of occupied territories or forces.
            Yes: "all occupying forces". No: "invasion", "seizure" and the like by themselves.
        non_recognition: does it speak of not recognizing a situation or an act.
            Yes: "no State shall recognize as lawful". No: a mere rejection or condemnation.
        displaced_persons: does it speak of people displaced, expelled or fled, of either side.
            Yes: "the displacement of large numbers of civilians".
        communities: does it speak of the people or the communities of a region, or of their rights
            or security. Yes: "the Armenian and Azerbaijani communities". No: "civilians".
        names_state: does it name a state as the one that occupies, attacks or has to withdraw.
            Yes: "the attack by State A". No: "the conflict between State A and State B", or a call
            on a government to use its influence, for which see `calls_on_state`.
        names_forces: does it say whose forces occupy, attack or have to withdraw, by a state or a
            people. Yes: "all Armenian forces", "the armed forces of Azerbaijan". No: "occupying
            forces".
        calls_on_state: does it call on a state or its government by name.
            Yes: "urges the Government of State A". No: "the parties concerned".
        sources: where this provision can be found, where not the document's own citations.
    """

    locator: str = ""
    topic: str
    summary: str
    known_through: KnownThrough = attrs.field(converter=KnownThrough)
    territorial_integrity: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    self_determination: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    unsc_resolutions: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    non_use_of_force: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    mediation_format: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    occupation: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    non_recognition: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    displaced_persons: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    communities: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    names_state: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    names_forces: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    calls_on_state: Answer = attrs.field(default=Answer.UNKNOWN, converter=Answer)
    sources: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


# What a provision can be asked, in the order of the codebook.
COMPARED = (
    "territorial_integrity",
    "self_determination",
    "unsc_resolutions",
    "non_use_of_force",
    "mediation_format",
    "occupation",
    "non_recognition",
    "displaced_persons",
    "communities",
    "names_state",
    "names_forces",
    "calls_on_state",
)


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
