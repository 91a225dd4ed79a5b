"""What all records share: the record itself, its citations, figures, and small vocabularies."""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, dataclass_transform

import attrs

from ..dates import PartialDate, as_bound, as_date
from ..periods import Lasting, Period

__all__ = [
    "ANY_RECORD",
    "MEETING",
    "ORGANIZATION",
    "PARTY",
    "PERSON",
    "SOURCE",
    "STATE",
    "Answer",
    "Citation",
    "Figure",
    "Qualifier",
    "Record",
    "Spell",
    "Standing",
    "defaults",
    "plain",
    "record",
    "refers",
]

T = TypeVar("T")


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


def texts(items: Iterable[str]) -> tuple[str, ...]:
    """A tuple of strings; a bare string is refused, because it would fall into letters."""
    if isinstance(items, str):
        raise TypeError(f"expected a list of texts, got the text {items!r}")
    return tuple(items)


def json_value(value: Any) -> Any:
    """A JSON value that can be hashed: lists as tuples."""
    return tuple(map(json_value, value)) if isinstance(value, list | tuple) else value


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "PartialDate": as_date,
    "PartialDate | Bound": as_bound,
    "tuple[str, ...]": texts,
    "tuple[tuple[str, Any], ...]": json_value,
    "Any": json_value,
}


def _converter(hint: str, names: dict[str, Any]) -> Callable[[Any], Any] | None:
    """What turns JSON into a value of the type that the annotation `hint` names."""
    if hint.endswith(" | None"):
        inner = _converter(hint.removesuffix(" | None"), names)
        return inner and (lambda value: None if value is None else inner(value))
    if hint in _CONVERTERS:
        return _CONVERTERS[hint]
    if hint.startswith("tuple["):
        part = names[hint.removeprefix("tuple[").removesuffix(", ...]")]
        return lambda items: tuple(
            item if isinstance(item, part) else part(**item) for item in items
        )
    cls = names.get(hint)
    if isinstance(cls, enum.EnumMeta):
        return cls
    if isinstance(cls, type):
        return lambda value: value if isinstance(value, cls) else cls(**value)
    return None


def _convert(cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Give each field the converter that its annotation calls for.

    The annotation is the one truth of two entrances: packaged rows go through these converters,
    rows of a user's directory through cattrs, which reads the same annotations strictly.
    """
    names = vars(sys.modules[cls.__module__])
    return [
        field if field.converter else field.evolve(converter=_converter(str(field.type), names))
        for field in fields
    ]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def record(cls: type[T]) -> type[T]:
    """Make `cls` a frozen, slotted, keyword-only attrs class that builds its parts from JSON."""
    return attrs.frozen(
        cls,
        kw_only=True,
        cache_hash=True,
        repr="__repr__" not in vars(cls) and not hasattr(cls, "to_dict"),
        field_transformer=_convert,
    )


class Standing(enum.StrEnum):
    """Whether a thing came true. Queries answer with what was held unless asked for more."""

    HELD = "held"
    PLANNED = "planned"
    UNCONFIRMED = "unconfirmed"
    REJECTED = "rejected"


class Answer(enum.StrEnum):
    """Yes, no, or not known; what could not be seen is unknown, not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Qualifier(enum.StrEnum):
    """How a source hedges a number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"


@record
class Citation:
    """Where a value can be found.

    Attributes:
        source: id of the `Source`.
        locator: the place in it: section, paragraph, footnote or page. Empty only for a page
            short enough to be seen at a glance, or a table keyed by the record's code.
        fields: the fields of the record that the place supports, such as `start` or
            `figures/heads`; empty where it supports the whole record.
        says: what the place says, in own words, where that is not plain from the record.
    """

    source: str = attrs.field(metadata=SOURCE)
    locator: str = ""
    fields: tuple[str, ...] = ()
    says: str = ""


@record
class Figure:
    """A number that a source claims, such as the countries present at a meeting.

    Attributes:
        name: what is counted, as a slug; unique within its record.
        value: the number.
        qualifier: how the source hedges it.
    """

    name: str
    value: int
    qualifier: Qualifier = Qualifier.EXACTLY


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


def defaults(cls: type) -> dict[str, tuple[Any, tuple[str, ...]]]:
    """The fields of a record class: the default as JSON knows it, and the choices if limited."""
    names = vars(sys.modules[cls.__module__])
    found = {}
    for field in attrs.fields(cls):
        hint = field.type
        if isinstance(hint, str):
            hint = names.get(hint.removesuffix(" | None"))
        choices = tuple(hint) if isinstance(hint, enum.EnumMeta) else ()
        found[field.name] = plain(field.default), tuple(map(str, choices))
    return found


@record
class Record:
    """What every record has; the base of all record classes but `Source`.

    Attributes:
        id: a readable slug, unique across the data set and never reused.
        sources: where its values can be found; never empty.
        note: what a reader should know besides, in the project's neutral words.
    """

    id: str
    sources: tuple[Citation, ...]
    note: str = ""

    def _stored_elsewhere(self) -> frozenset[str]:
        """Fields whose value is kept in another record, so that it is stored once."""
        return frozenset()

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON objects and lists, without defaults."""
        row: dict[str, Any] = plain(self)
        for name in ("sources", "note"):  # Read last, so written last.
            if name in row:
                row[name] = row.pop(name)
        return row

    def to_row(self) -> dict[str, Any]:
        """The record as it stands in its data file: without what is stored in another record."""
        kept = self._stored_elsewhere()
        return {name: value for name, value in self.to_dict().items() if name not in kept}

    def __repr__(self) -> str:
        shown = (
            f"{name}={value!r}"
            for name, value in self.to_dict().items()
            if name not in ("sources", "note")
        )
        return f"{type(self).__name__}({', '.join(shown)})"


class _Successive(Lasting, Protocol):
    @property
    def succeeded_by(self) -> str | None: ...


@record
class Spell(Record):
    """A record that lasts from a `start` up to, and without, an `end`.

    Where `succeeded_by` names the record that follows, its start is this end and stored there.
    """

    def _stored_elsewhere(self: _Successive) -> frozenset[str]:
        return frozenset({"end"}) if self.succeeded_by else frozenset()

    @property
    def period(self: Lasting) -> Period:
        """The days from the start to the end.

        Raises:
            ValueError: the end cannot lie after the start.
        """
        return Period(self.start, self.end)
