"""JSON objects to records, strictly, with every problem named.

Packaged rows are trusted and go straight to the classes, whose converters build the parts. Rows
of a user's directory come through here: nothing is converted, nothing unknown is passed over.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import reprlib
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

import attrs
import cattrs
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn

from . import records
from .dates import Bound, PartialDate, as_bound
from .findings import Finding
from .fold import near

T = TypeVar("T")

__all__ = ["structure"]

_KINDS = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


def _kind(value: object) -> str:
    if value is None:
        return "null"
    return _KINDS.get(type(value), type(value).__name__)


def _exactly(cls: type) -> typing.Callable[[Any, Any], Any]:
    def check(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise TypeError(f"expected {_KINDS[cls]}, got {_kind(value)}: {_short(value)}")
        return value

    return check


def _short(value: object) -> str:
    return reprlib.repr(value)


def _enum(value: Any, cls: type[enum.Enum]) -> enum.Enum:
    allowed = [member.value for member in cls]
    if not isinstance(value, str) or value not in allowed:
        hint = ""
        if isinstance(value, str) and (guess := near(value, allowed)):
            hint = f"; did you mean {guess[0]!r}?"
        raise ValueError(f"expected one of {', '.join(allowed)}, got {_short(value)}{hint}")
    return cls(value)


def _date(value: Any, _: Any) -> PartialDate:
    if not isinstance(value, str):
        raise TypeError(f"expected a date as text, got {_kind(value)}: {_short(value)}")
    return PartialDate(value)


def _bound(value: Any, _: Any) -> PartialDate | Bound:
    if not isinstance(value, str):
        raise TypeError(
            f"expected a date, 'open' or 'unknown', got {_kind(value)}: {_short(value)}"
        )
    return as_bound(value)


def _day(value: Any, _: Any) -> dt.date:
    try:
        day = PartialDate(value)
    except (TypeError, ValueError):
        day = None
    if day is None or not day.exact:
        raise ValueError(f"expected a day as YYYY-MM-DD, got {_short(value)}")
    return day.earliest


def _plain_json(value: Any, _: Any) -> Any:
    if isinstance(value, list):
        return tuple(_plain_json(item, _) for item in value)
    if isinstance(value, dict):
        raise TypeError("expected text, a number, true, false, null or a list, got an object")
    return value


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for cls in (str, int, bool):
        converter.register_structure_hook(cls, _exactly(cls))
    for name in records.__all__:  # Each by itself, since a choice is a text too.
        choice = getattr(records, name)
        if isinstance(choice, enum.EnumMeta):
            converter.register_structure_hook(choice, _enum)
    converter.register_structure_hook(PartialDate, _date)
    converter.register_structure_hook(dt.date, _day)
    converter.register_structure_hook_func(
        lambda hint: (
            isinstance(hint, types.UnionType) and set(get_args(hint)) == {PartialDate, Bound}
        ),
        _bound,
    )
    converter.register_structure_hook_func(lambda hint: hint is Any, _plain_json)

    def structured(cls: type) -> typing.Callable[[Any, Any], Any]:
        structure_dict: typing.Callable[[Any, Any], Any] = make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
        )

        def check(value: Any, hint: Any) -> Any:
            if not isinstance(value, dict):
                raise TypeError(f"expected an object, got {_kind(value)}: {_short(value)}")
            return structure_dict(value, hint)

        return check

    converter.register_structure_hook_factory(
        lambda hint: isinstance(hint, type) and attrs.has(hint), structured
    )

    def tuples(hint: Any) -> typing.Callable[[Any, Any], Any]:
        inner = get_args(hint)[0]

        def check(value: Any, _: Any) -> Any:
            if not isinstance(value, list):
                raise TypeError(f"expected a list, got {_kind(value)}: {_short(value)}")
            return tuple(converter.structure(value, list[inner]))  # type: ignore[valid-type]

        return check

    converter.register_structure_hook_factory(
        lambda hint: str(hint).startswith("tuple[") and get_args(hint)[-1:] == (...,), tuples
    )
    return converter


@functools.cache
def _shared() -> cattrs.Converter:
    return _converter()


def structure(
    cls: type[T], rows: Iterable[Mapping[str, Any]], file: str = ""
) -> tuple[list[T], list[Finding]]:
    """Records of `cls` from the objects of a data file, and all that is wrong with those.

    Args:
        cls: the record class.
        rows: the objects of the file.
        file: its name, for the findings.

    Returns:
        The records that are right, in the order of the rows, and the findings on the others.
    """
    records: list[T] = []
    findings: list[Finding] = []
    for number, row in enumerate(rows, start=1):
        try:
            records.append(_shared().structure(row, cls))
        except Exception as error:  # noqa: BLE001  Hooks and classes raise what they like.
            name = row.get("id") if isinstance(row, Mapping) else None
            record = name if isinstance(name, str) else f"record {number}"
            findings.extend(
                Finding(code="FMT005", message=message, file=file, record=record, field=path)
                for path, message in _problems(error, cls)
            )
    return records, findings


def _problems(error: BaseException, cls: type, path: str = "") -> Iterator[tuple[str, str]]:
    """The path and the message of each leaf of a tree of errors."""
    if isinstance(error, IterableValidationError):
        indexed, plain = error.group_exceptions()
        for inner, note in indexed:
            yield from _problems(inner, cls, f"{path}[{note.index}]")
        for inner in plain:
            yield from _problems(inner, cls, path)
    elif isinstance(error, ClassValidationError):
        named, plain = error.group_exceptions()
        for inner, attribute in named:
            joined = f"{path}.{attribute.name}" if path else attribute.name
            yield from _problems(inner, error.cl, joined)
        for inner in plain:
            yield from _problems(inner, error.cl, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        for name in sorted(error.extra_fields):
            guess = near(name, known)
            hint = f"; did you mean {guess[0]!r}?" if guess else f"; known: {', '.join(known)}"
            yield path, f"unknown field {_short(name)}{hint}"
    elif isinstance(error, KeyError):
        yield path, "required, but missing"
    else:
        yield path, str(error)
