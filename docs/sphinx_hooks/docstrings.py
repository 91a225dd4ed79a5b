"""How docstrings of classes and functions become entries of the reference."""

from __future__ import annotations

import enum
import inspect
import typing
from typing import Any

import attrs
from sphinx.util.typing import stringify_annotation

from nam_azerbaijan import PartialDate
from nam_azerbaijan.records.meaning import meanings

from .offered import offered

__all__: list[str] = []

CONSTRUCTED = (PartialDate,)
"""Classes that users call. Those that the library makes for them are shown without parameters."""

LAST = ("sources", "note")
"""What every record has, shown behind what only some have."""


def _show_offered_bases(app: Any, name: str, cls: Any, options: Any, bases: list[Any]) -> None:
    """Of the bases of a class, name those that a reader may know."""
    bases[:] = [
        base
        for base in bases
        if offered(base) or (inspect.isclass(base) and issubclass(base, Exception))
    ]


def _hide_parameters(
    app: Any, what: str, name: str, held: Any, options: Any, given: Any, result: Any
) -> Any:
    hidden = inspect.isclass(held) and held not in CONSTRUCTED and given is not None
    return ("", "") if hidden else None


def _skip_fields(app: Any, what: str, name: str, held: Any, skip: bool, options: Any) -> Any:
    """Skip the fields of named tuples, which the docstring of the class describes."""
    return True if (held.__doc__ or "").startswith("Alias for field number") else None


def _values(held: enum.EnumType) -> list[str]:
    """The values of a vocabulary."""
    values: list[enum.Enum] = list(held)
    return [f"Values: {', '.join(f'``{one.name}`` (``{one.value!r}``)' for one in values)}.", ""]


def _attributes(held: Any) -> list[str]:
    """An entry for each attribute that the docstrings of a class or of its bases describe."""
    described = meanings(held)
    fields = [one.name for one in attrs.fields(held)] if attrs.has(held) else list(described)
    order = [one for one in fields if one not in LAST] + [one for one in LAST if one in fields]
    types = typing.get_type_hints(held)
    lines = []
    for name in sorted(described, key=lambda one: order.index(one) if one in order else -1):
        lines += [f".. attribute:: {name}"]
        lines += [f"   :type: {stringify_annotation(types[name])}"] if name in types else []
        lines += ["", f"   {described[name]}", ""]
    return lines


def _complete(app: Any, what: str, name: str, held: Any, options: Any, lines: list[str]) -> None:
    """Give a class what it has from others: attributes from its bases, values of a vocabulary."""
    if isinstance(held, enum.EnumType):
        lines += _values(held)
    elif inspect.isclass(held) and "Attributes:" in lines:
        start = lines.index("Attributes:")
        end = lines.index("", start) if "" in lines[start:] else len(lines)
        lines[start:end] = _attributes(held)
    elif "Returns:" in lines:  # What follows is no type, which a colon would end.
        at = lines.index("Returns:")
        lines[at : at + 2] = [f":returns: {lines[at + 1].strip()}"]


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx show docstrings so."""
    app.connect("autodoc-process-bases", _show_offered_bases)
    app.connect("autodoc-process-signature", _hide_parameters)
    app.connect("autodoc-skip-member", _skip_fields)
    app.connect("autodoc-process-docstring", _complete, priority=400)  # Before napoleon reads it.
    return {"parallel_read_safe": True, "parallel_write_safe": True}
