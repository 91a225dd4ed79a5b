"""JSON objects to records, strictly, with every problem named.

The classes convert what they are given; here a value is held against its field before, so that
nothing is converted that a data file does not write so, and nothing unknown is passed over.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import reprlib
import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, get_args

import attrs
import cattrs
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from ..dates import Bound, PartialDate, as_bound, as_calendar_day
from ..findings import Finding
from ..records import COLLECTIONS, record_class
from ..records.convert import json_value
from ..records.walk import vocabularies
from ..text import did_you_mean, near

__all__ = ["structure"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

_KINDS = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def _got(value: object) -> str:
    kind = _KINDS.get(type(value), type(value).__name__)
    return kind if value is None else f"{kind}: {reprlib.repr(value)}"


def _exactly(cls: type) -> Hook:
    """A hook that passes values of one JSON type and of no other."""

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise TypeError(f"expected {_KINDS[cls]}, got {_got(value)}")
        return value

    return hook


def _from_text(convert: Callable[[str], Any], expected: str) -> Hook:
    """A hook that passes text on to the converter of the classes."""

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise TypeError(f"expected {expected}, got {_got(value)}")
        return convert(value)

    return hook


def _bound(text: str) -> PartialDate | Bound:
    return as_bound(text) if text in tuple(Bound) else PartialDate(text)


def _choice(value: Any, cls: type[enum.Enum]) -> enum.Enum:
    allowed = [member.value for member in cls]
    if not isinstance(value, str) or value not in allowed:
        guess = near(value, allowed) if isinstance(value, str) else []
        hint = f"; did you mean {guess[0]!r}?" if guess else ""
        expected = f"expected one of {', '.join(allowed)}"
        raise ValueError(f"{expected}, got {reprlib.repr(value)}{hint}")
    return cls(value)


def _any_value(value: Any, _: Any) -> Any:
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, dict) for one in values):
        raise TypeError("expected text, a number, true, false, null or a list, got an object")
    for one in values:
        if isinstance(one, list):
            _any_value(one, _)
    return json_value(value)


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for cls in (str, int, bool):
        converter.register_structure_hook(cls, _exactly(cls))
    # Each by itself, since a choice is a text too.
    for name in COLLECTIONS:
        for vocabulary in vocabularies(record_class(name)):
            converter.register_structure_hook(vocabulary, _choice)
    converter.register_structure_hook(PartialDate, _from_text(PartialDate, "a date as text"))
    converter.register_structure_hook(dt.date, _from_text(as_calendar_day, "a day as YYYY-MM-DD"))
    converter.register_structure_hook_func(
        lambda hint: isinstance(hint, types.UnionType) and Bound in get_args(hint),
        _from_text(_bound, "a date, 'open' or 'unknown'"),
    )
    converter.register_structure_hook_func(lambda hint: hint is Any, _any_value)

    def of_class(cls: type) -> Hook:
        fields: Hook = make_dict_structure_fn(
            cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
        )
        is_object = _exactly(dict)
        return lambda value, hint: fields(is_object(value, hint), hint)

    def of_tuple(hint: Any) -> Hook:
        items: Any = types.GenericAlias(list, get_args(hint)[:1])
        is_list = _exactly(list)
        return lambda value, _: tuple(converter.structure(is_list(value, _), items))

    converter.register_structure_hook_factory(
        lambda hint: isinstance(hint, type) and attrs.has(hint), of_class
    )
    converter.register_structure_hook_factory(
        lambda hint: str(hint).startswith("tuple[") and get_args(hint)[-1:] == (...,), of_tuple
    )
    return converter


def structure(
    cls: type[T], rows: Iterable[object], file: str = ""
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
            records.append(_converter().structure(row, cls))
        except Exception as error:  # noqa: BLE001  Hooks and classes raise what they like.
            key = row.get("id") if isinstance(row, Mapping) else None
            record = key if isinstance(key, str) else f"record {number}"
            for problem in cattrs.transform_error(error, path="", format_exception=_message):
                message, _, path = problem.rpartition(" @ ")
                findings.append(
                    Finding(
                        code="FMT005",
                        message=message,
                        file=file,
                        record=record,
                        field=path.removeprefix("."),
                    )
                )
    return records, findings


def _message(error: BaseException, _: type | None) -> str:
    """What one error of cattrs, of a hook or of a class means to a reader of the file."""
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        hints = (
            f"unknown field {reprlib.repr(name)}; {did_you_mean(name, known)}"
            for name in sorted(error.extra_fields)
        )
        return "; ".join(hints)
    return "required, but missing" if isinstance(error, KeyError) else str(error)
