"""Walking over the fields of record classes and the parts, references and values of records."""

from __future__ import annotations

import enum
import functools
import typing
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, NamedTuple

import attrs

from ..dates import Bound, PartialDate
from .base import Citation, Figure, Identified, plain
from .votes import Ballot

__all__ = [
    "NO_VALUE",
    "PART_KEYS",
    "STANDS_FOR",
    "FieldType",
    "Reference",
    "citations",
    "field_types",
    "part_at",
    "references",
    "value_at",
    "vocabularies",
]

NO_VALUE = object()
"""What stands at a path that leads nowhere."""

PART_KEYS = ("name", "state", "locator", "topic", "system", "title", "number")
"""What names a part in a path: `figures/heads`, `votes/pakistan`, `provisions/391`."""
STANDS_FOR = {Figure: "value", Ballot: "choice"}
"""The field for which a part stands that is a number or a choice under a name."""


@attrs.frozen(kw_only=True)
class FieldType:
    """What a field of a record class, or of the class of a part, holds.

    Attributes:
        name: its name.
        cls: the class of its value, or of each of its values: `str`, `int`, `bool`, `PartialDate`,
            a vocabulary, the class of a part, or `object` where any JSON value may stand.
        many: whether it holds a tuple of them.
        optional: whether it may be `None`.
        bound: whether it may be open or unknown instead of a date.
        required: whether it has no default.
        default: its default as JSON knows it.
        refers: the collections whose ids it holds; `*` for all; empty where it holds none.
    """

    name: str
    cls: type
    many: bool = False
    optional: bool = False
    bound: bool = False
    required: bool = False
    default: Any = None
    refers: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of its vocabulary; empty where it has none."""
        return tuple(self.cls) if issubclass(self.cls, enum.StrEnum) else ()

    @property
    def has_parts(self) -> bool:
        """Whether its values have fields of their own."""
        return attrs.has(self.cls)


def field_types(cls: Any) -> Mapping[str, FieldType]:
    """What each field of an attrs class holds, by name."""
    return _field_types(cls)


@functools.cache
def _field_types(cls: Any) -> Mapping[str, FieldType]:
    hints = typing.get_type_hints(cls)
    return {
        field.name: FieldType(
            name=field.name,
            required=field.default is attrs.NOTHING,
            default=None if field.default is attrs.NOTHING else plain(field.default),
            refers=field.metadata.get("refers", ()),
            **_of_hint(hints[field.name]),
        )
        for field in attrs.fields(cls)
    }


def _of_hint(hint: Any) -> dict[str, Any]:
    """What an annotation says of the values of its field."""
    inner = [one for one in typing.get_args(hint) if one not in (NoneType, ...)]
    if typing.get_origin(hint) is tuple:
        return {"cls": _class(inner[0]), "many": True}
    optional = NoneType in typing.get_args(hint)
    if Bound in inner:
        return {"cls": PartialDate, "bound": True, "optional": optional}
    return {"cls": _class(inner[0] if inner else hint), "optional": optional or hint is Any}


def _class(hint: Any) -> type:
    return hint if isinstance(hint, type) and hint is not Any else object


def vocabularies(cls: type) -> Iterator[type[enum.Enum]]:
    """The vocabularies of the fields of a class and of its parts."""
    for field in field_types(cls).values():
        if issubclass(field.cls, enum.Enum):
            yield field.cls
        elif field.has_parts:
            yield from vocabularies(field.cls)


def _parts(record: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """A record and its parts, each with what its fields' paths begin with."""
    yield path, record
    for name, field in field_types(type(record)).items():
        value = getattr(record, name)
        if not field.has_parts or value is None:
            continue
        if field.many:
            for number, part in enumerate(value):
                yield from _parts(part, f"{path}{name}[{number}].")
        else:
            yield from _parts(value, f"{path}{name}.")


class Reference(NamedTuple):
    """An id in a field of a record that names another record.

    Attributes:
        path: path of the field.
        key: the id.
        permitted: the collections in which it may be; `*` for all.
    """

    path: str
    key: str
    permitted: tuple[str, ...]


@functools.lru_cache(maxsize=16384)
def references(record: Identified) -> tuple[Reference, ...]:
    """The references in a record and its parts."""
    return tuple(
        Reference(f"{path}{field.name}", key, field.refers)
        for path, part in _parts(record)
        for field in field_types(type(part)).values()
        if field.refers
        for key in _keys(getattr(part, field.name))
    )


def _keys(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def citations(record: Identified) -> Iterator[tuple[str, Citation]]:
    """Path and citation of each citation in a record and its parts."""
    for path, part in _parts(record):
        if isinstance(part, Citation):
            yield path.removesuffix("."), part


def value_at(record: Identified, path: str) -> Any:
    """The value that `path` names in a record, or `NO_VALUE`.

    A step is the name of a field, the number of a part, or what names a part among its like. A
    part that is a number or a choice under a name, such as a figure or a ballot, stands for that.
    """
    value = part_at(record, path)
    kept = STANDS_FOR.get(type(value))
    return getattr(value, kept) if kept else value


def part_at(record: Identified, path: str) -> Any:
    """What `path` names in a record, a figure or a ballot whole, or `NO_VALUE`."""
    value: Any = record
    for step in path.split("/"):
        value = _step(value, step)
        if value is NO_VALUE:
            return NO_VALUE
    return value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, tuple):
        for key in PART_KEYS:
            for part in value:
                if str(getattr(part, key, NO_VALUE)) == step:
                    return part
        places = {str(number): part for number, part in enumerate(value)}
        return places.get(step, NO_VALUE)
    if attrs.has(type(value)) and step in attrs.fields_dict(type(value)):
        return getattr(value, step)
    return NO_VALUE
