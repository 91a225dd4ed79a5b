"""The formulas by which computations are run, and the reading of their parameters."""

from __future__ import annotations

import enum
import functools
import inspect
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any

import attrs

from ..dates import PartialDate
from ..records.evidence import Computation
from ..text import did_you_mean
from .values import Value

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = [
    "FORMULAS",
    "Found",
    "Nested",
    "RecordId",
    "formula",
    "inside",
    "parameters",
    "problems",
    "run",
]


@attrs.frozen(kw_only=True)
class Found:
    """What a formula found.

    Attributes:
        value: the value.
        records: ids of the records that decide it.
        path: the field of these records that decides it, where it is one.
        needs: records and fields without any one of which it would not stand.
    """

    value: Value
    records: tuple[str, ...]
    path: str = ""
    needs: tuple[tuple[str, str], ...] = ()


_Function = Callable[..., Found]
FORMULAS: dict[str, _Function] = {}
"""The formulas by name, which is the name of a computation."""

_AS_OF = ("on", "until")
"""Parameters that are the as-of day of an assertion where it does not give them."""

RecordId = typing.Annotated[str, "id"]
"""A parameter that is the id of a record."""
Nested = typing.Annotated[Computation, "nested"]
"""A parameter that is itself a computation: a list of its name and its list of parameters."""


def formula(function: _Function) -> _Function:
    """Enter a function among the formulas, under its own name.

    It takes a data set and keyword parameters whose annotations say what may stand there: `str`,
    `int`, `bool`, `RecordId`, a vocabulary, `PartialDate`, `Nested`, a tuple of one of these, or
    `None` besides. A parameter `on` or `until` that an assertion leaves out is its as-of day.
    """
    FORMULAS[function.__name__] = function
    return function


def run(nam: Dataset, what: Computation, as_of: PartialDate) -> Found:
    """What a computation finds.

    Args:
        nam: the data set.
        what: the computation with its parameters, which `problems` finds nothing wrong with.
        as_of: the day that is meant where it needs one and none is given.
    """
    function = FORMULAS[what.name]
    given: dict[str, Any] = {}
    for name, hint in _hints(function).items():
        if name in (held := dict(what.parameters)):
            given[name] = _read(hint, held[name])
        elif name in _AS_OF:
            given[name] = as_of
    return function(nam, **given)


def problems(nam: Dataset, what: Computation) -> Iterator[str]:
    """What is wrong with a computation and its parameters, in sentences."""
    function = FORMULAS.get(what.name)
    if function is None:
        yield f"there is no formula {what.name!r}; {did_you_mean(what.name, FORMULAS)}"
        return
    hints = _hints(function)
    given = dict(what.parameters)
    needed = inspect.signature(function).parameters
    for name, value in given.items():
        if name not in hints:
            yield f"{what.name} has no parameter {name!r}; {did_you_mean(name, hints)}"
            continue
        try:
            read = _read(hints[name], value)
        except (TypeError, ValueError, KeyError) as error:
            yield f"{name}: {error}"
        else:
            yield from (f"{name}: {one}" for one in _unknown(nam, hints[name], read))
    for name in hints:
        required = needed[name].default is inspect.Parameter.empty and name not in _AS_OF
        if required and name not in given:
            yield f"{what.name} needs a parameter {name!r}"


def inside(what: Computation) -> Iterator[Computation]:
    """A computation and those inside it.

    Args:
        what: the computation, which `problems` finds nothing wrong with.
    """
    yield what
    hints = _hints(FORMULAS[what.name])
    for name, value in what.parameters:
        if _inner(hints[name]) == Nested:
            yield from inside(_one(Nested, value))


def parameters(what: Computation) -> Iterator[tuple[str, Any, Any]]:
    """Each parameter of a computation: its name, what it is, its value.

    What it is: `RecordId`, `Nested`, `PartialDate`, a vocabulary and so on; of a list that of its
    items.

    Args:
        what: the computation, which `problems` finds nothing wrong with.
    """
    hints = _hints(FORMULAS[what.name])
    for name, value in what.parameters:
        yield name, _inner(hints[name]), value


@functools.cache
def _hints(function: _Function) -> Mapping[str, Any]:
    hints = typing.get_type_hints(function, include_extras=True)
    return {name: hint for name, hint in hints.items() if name not in ("nam", "return")}


def _inner(hint: Any) -> Any:
    """A hint without `None`, and the hint of the items of a tuple."""
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0]
    kept = [one for one in typing.get_args(hint) if one is not NoneType]
    is_optional = NoneType in typing.get_args(hint)
    return _inner(kept[0]) if is_optional else hint


def _many(hint: Any) -> bool:
    options = (hint, *typing.get_args(hint))
    return any(typing.get_origin(one) is tuple for one in options)


def _read(hint: Any, value: Any) -> Any:
    """A parameter as its function takes it.

    Raises:
        TypeError, ValueError: it is of another type, or no such day or choice.
    """
    inner = _inner(hint)
    if _many(hint):
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise TypeError(f"expected a list, got {value!r}")
        return tuple(_one(inner, item) for item in value)
    return _one(inner, value)


def _one(hint: Any, value: Any) -> Any:
    if hint == Nested:
        name, parameters = value
        return Computation(name=name, parameters=parameters)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(value)
    if hint is PartialDate:
        return PartialDate(value)
    cls = str if hint == RecordId else hint
    if type(value) is not cls:
        raise TypeError(f"expected {cls.__name__}, got {value!r}")
    return value


def _unknown(nam: Dataset, hint: Any, read: Any) -> Iterator[str]:
    """Ids that lead nowhere, and what is wrong with a computation inside another."""
    inner = _inner(hint)
    for one in read if _many(hint) else (read,):
        if inner == RecordId and one not in nam.home:
            yield f"{one!r} is no record"
        elif inner == Nested:
            yield from problems(nam, one)
