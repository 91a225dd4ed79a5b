"""What all records share: the record itself, its citations, figures, and small vocabularies."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import Bound, PartialDate, require_order
from .convert import parts, texts
from .periods import Period

__all__ = ["Answer", "Citation", "Figure", "Qualifier", "Record", "Standing"]


def refers(*collections: str) -> dict[str, tuple[str, ...]]:
    """Metadata of a field that holds ids of records of these collections."""
    return {"refers": collections}


ANY_RECORD = refers("*")
MEETING = refers("meetings")
ORGANIZATION = refers("organizations")
PARTY = refers("states", "organizations")
PERSON = refers("persons")
SOURCE = refers("sources")
STATE = refers("states")


class Standing(enum.StrEnum):
    """Whether a thing came true. Queries answer with what was held unless asked for more.

    `HELD`; `PLANNED` for a day to come; `UNCONFIRMED`, where it is not known; `UNREALIZED`: a plan
    that did not come true, a body announced but not known to have opened, or, as a source says,
    a spell that never was; or `REJECTED`: somebody turned it down.
    """

    HELD = "held"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    UNREALIZED = "unrealized"
    REJECTED = "rejected"


class Answer(enum.StrEnum):
    """Yes, no, or not known; what could not be seen is unknown, not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Qualifier(enum.StrEnum):
    """How a source hedges a number: `ABOUT` stands for some, around, nearly and almost too."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"


@attrs.frozen(kw_only=True, cache_hash=True)
class Citation:
    """Where a value can be found.

    Attributes:
        source: id of the `Source`.
        locator: the place in it: section, paragraph, footnote or page; empty where none is
            recorded, as for a short page or a table keyed by the record's code.
        fields: the fields of the record that the place supports, such as `start` or
            `figures/heads`; empty where it supports the whole record.
        says: what the place says, in own words, where that is not plain from the record.
    """

    source: str = attrs.field(metadata=SOURCE)
    locator: str = ""
    fields: tuple[str, ...] = attrs.field(default=(), converter=texts)
    says: str = ""


def as_citations(items: Iterable[Citation | Mapping[str, Any]]) -> tuple[Citation, ...]:
    """Citations, made from objects where they are given as such."""
    return parts(Citation, items)


@attrs.frozen(kw_only=True, cache_hash=True)
class Figure:
    """A number that a source claims, such as the countries present at a meeting.

    Attributes:
        name: what is counted, as a slug; unique within its record.
        value: the number.
        qualifier: how the source hedges it.
    """

    name: str
    value: int
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACTLY, converter=Qualifier)


def as_figures(items: Iterable[Figure | Mapping[str, Any]]) -> tuple[Figure, ...]:
    """Figures, made from objects where they are given as such."""
    return parts(Figure, items)


def plain(value: Any) -> Any:
    """`value` as JSON knows it: records and parts as objects without their defaults."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if attrs.has(type(value)):
        return {
            field.name: plain(held)
            for field in attrs.fields(type(value))
            if (held := getattr(value, field.name)) != field.default
        }
    return value


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Identified:
    """What every record has, a `Source` too.

    Attributes:
        id: a readable slug, unique across the data set and never reused.
        note: what a reader should know besides, in the project's neutral words.
    """

    id: str
    note: str = ""

    @property
    def label(self) -> str:
        """The name or title by which people call it, or else its id."""
        return str(getattr(self, "name", "") or getattr(self, "title", "") or self.id)

    def stored_elsewhere(self) -> frozenset[str]:
        """The fields whose value is kept in another record, so that it is stored once."""
        return frozenset()

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON objects and lists, without defaults."""
        row: dict[str, Any] = {"id": self.id, **plain(self)}
        for name in ("sources", "note"):  # Read last, so written last.
            if name in row:
                row[name] = row.pop(name)
        return row

    def to_row(self) -> dict[str, Any]:
        """The record as it stands in its data file: without what is stored in another record."""
        kept = self.stored_elsewhere()
        return {name: value for name, value in self.to_dict().items() if name not in kept}

    def __repr__(self) -> str:
        row = self.to_dict()
        cited = row.pop("sources", [])
        row.pop("note", None)
        shown = [f"id={row.pop('id')!r}", *(f"{name}={_short(row[name])}" for name in row)]
        if cited:
            place = " ".join(part for part in (cited[0]["source"], cited[0].get("locator")) if part)
            more = f" and {len(cited) - 1} more" if len(cited) > 1 else ""
            shown.append(f"sources={place!r}{more}")
        return f"{type(self).__name__}({', '.join(shown)})"


_MOST_PARTS, _MOST_LETTERS = 3, 80


def _short(value: Any) -> str:
    """A value as a repr shows it: of many parts the first, of long texts the beginning."""
    if isinstance(value, list):
        more = [f"... {len(value) - _MOST_PARTS} more"] if len(value) > _MOST_PARTS else []
        return f"[{', '.join([*map(_short, value[:_MOST_PARTS]), *more])}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name!r}: {_short(held)}' for name, held in value.items())}}}"
    if isinstance(value, str) and len(value) > _MOST_LETTERS:
        return repr(f"{value[: _MOST_LETTERS - 3]}...")
    return repr(value)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Record(Identified):
    """A record that cites its sources: every one but a `Source`.

    Attributes:
        id: a readable slug, unique across the data set and never reused.
        sources: where its values can be found; never empty.
        note: what a reader should know besides, in the project's neutral words.
    """

    sources: tuple[Citation, ...] = attrs.field(converter=as_citations)


class LastingRecord:
    """What records have in common that last from `start` up to, and without, `end`.

    Attributes:
        start: the first day.
        end: the first day after it, open or unknown. Where `succeeded_by` names the record that
            follows, its start is this end and is stored there only.
        succeeded_by: id of the record that follows without a day between.

    Raises:
        ValueError: `end` cannot lie after `start`.
    """

    __slots__ = ()
    start: PartialDate
    end: PartialDate | Bound
    succeeded_by: str | None

    def __attrs_post_init__(self) -> None:
        require_order(self.start, self.end)

    def stored_elsewhere(self) -> frozenset[str]:
        """The end, where a successor's start gives it."""
        return frozenset({"end"}) if self.succeeded_by else frozenset()

    @property
    def period(self) -> Period:
        """The days from the start to the end."""
        return Period(self.start, self.end)
