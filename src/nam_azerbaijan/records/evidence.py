"""Sources, what they say of single values, and what they assert beyond them."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any

import attrs

from ..dates import PartialDate, as_optional_date
from .base import ANY_RECORD, SOURCE, Identified, Qualifier, Record
from .convert import json_value, texts

__all__ = [
    "Assertion",
    "AssertionKind",
    "Claim",
    "Comparison",
    "Computation",
    "Nature",
    "Seen",
    "Source",
    "SourceKind",
]


class SourceKind(enum.StrEnum):
    """Who speaks."""

    ACADEMIC = "academic"
    GOVERNMENT = "government"
    COMMENTARY = "commentary"
    MEDIA = "media"
    REFERENCE = "reference"
    DATA_SET = "data-set"
    OFFICIAL_RECORD = "official-record"


class Seen(enum.StrEnum):
    """How much of a source was seen by those who entered it.

    `WHOLE`; the `PASSAGE`s that are cited, read where they stand; an `EXCERPT`, which does not
    hold every place cited; or nothing but what another source cites (`CITED_THROUGH`).
    """

    WHOLE = "whole"
    PASSAGE = "passage"
    EXCERPT = "excerpt"
    CITED_THROUGH = "cited-through"


class Nature(enum.StrEnum):
    """Why a claim differs from others on the same value."""

    CONFLICT = "conflict"
    SCOPE = "scope"
    SELF_CONTRADICTION = "self-contradiction"
    GARBLED = "garbled"
    UNREALIZED_PLAN = "unrealized-plan"
    OVERTAKEN = "overtaken"
    CONTRADICTED_BY_RECORD = "contradicted-by-record"


class AssertionKind(enum.StrEnum):
    """What kind of statement."""

    COUNT = "count"
    ORDER = "order"
    SHARE = "share"
    FIRST = "first"
    DATE = "date"
    COMPARISON = "comparison"
    MOTIVE = "motive"
    JUDGEMENT = "judgement"
    INFERENCE = "inference"
    QUOTATION = "quotation"
    DESCRIPTION = "description"
    FORECAST = "forecast"
    FACT = "fact"


class Comparison(enum.StrEnum):
    """How an asserted value is to agree with the computed one."""

    EQUAL = "equal"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    SAME_SET = "same-set"


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Source(Identified):
    """A text, page or data set that records cite.

    Attributes:
        id: a readable slug.
        title: its title, as it has it.
        kind: who speaks: academic, government, commentary, media, ...
        seen: how much of it was seen.
        author: who wrote it.
        publisher: who published it.
        published: when.
        stance: who stands behind it and how near to a party, in neutral words.
        url: where it is, or was.
        accessed: when it was read.
        derives_from: ids of sources it repeats, so that it is no second witness.
        cited_through: id of the source that cites it, where it was not seen itself.
        licence: its terms, where stated.
        note: what a reader should know besides.
    """

    title: str
    kind: SourceKind = attrs.field(converter=SourceKind)
    seen: Seen = attrs.field(converter=Seen)
    author: str = ""
    publisher: str = ""
    published: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    stance: str = ""
    url: str = ""
    accessed: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    derives_from: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=SOURCE)
    cited_through: str | None = attrs.field(default=None, metadata=SOURCE)
    licence: str = ""


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Claim(Record):
    """What one source says about one field of one record.

    Where sources differ on a value, each statement is a claim, the preferred one among them.

    Attributes:
        record: id of the record.
        path: the field: `start`, `figures/heads`, `votes/pakistan`, `standing`.
        value: what the source says it is, in the form the field has in the data files.
        qualifier: how the source hedges the number, in a claim on a figure or a tally.
        preferred: whether the record holds this value.
        nature: why it differs, for a claim that is not preferred.
        reason: why it is, or is not, preferred.
        dispute: id of the dispute to which it belongs, where that is more than this one value.
    """

    record: str = attrs.field(metadata=ANY_RECORD)
    path: str
    value: Any = attrs.field(converter=json_value)
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACTLY, converter=Qualifier)
    preferred: bool = False
    nature: Nature | None = attrs.field(default=None, converter=attrs.converters.optional(Nature))
    reason: str = ""
    dispute: str = ""


@attrs.frozen(kw_only=True, cache_hash=True)
class Computation:
    """A computation that decides an assertion from the data.

    Attributes:
        name: which computation.
        parameters: names and values it takes.
    """

    name: str
    parameters: tuple[tuple[str, Any], ...] = attrs.field(default=(), converter=json_value)


def as_computation(value: Computation | Mapping[str, Any] | None) -> Computation | None:
    """A computation, made from an object where it is given as such."""
    return value if value is None or isinstance(value, Computation) else Computation(**value)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Assertion(Record):
    """A statement of a source that is no plain value of a record.

    Attributes:
        statement: what it says, in own words, as that source's statement.
        kind: count, order, share, first, motive, judgement, ...
        about: ids of the records it concerns.
        attributed_to: whose words they are, where the source quotes or reports another.
        computation: what decides it, where the data can.
        comparison: how the asserted value is to agree with the computed one.
        value: the asserted value.
        as_of: the day on which it is to be true; where none is said, that of its source.
        dispute: id of the dispute to which it belongs.
        nature: why it differs from the other sides of that dispute, where it does.
    """

    statement: str
    kind: AssertionKind = attrs.field(converter=AssertionKind)
    about: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=ANY_RECORD)
    attributed_to: str = ""
    computation: Computation | None = attrs.field(default=None, converter=as_computation)
    comparison: Comparison | None = attrs.field(
        default=None, converter=attrs.converters.optional(Comparison)
    )
    value: Any = attrs.field(default=None, converter=json_value)
    as_of: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    dispute: str = ""
    nature: Nature | None = attrs.field(default=None, converter=attrs.converters.optional(Nature))
