"""The page that says what the fields of records mean, from the classes themselves."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.meaning import meanings, overview
from nam_azerbaijan.records.walk import FieldType, field_types

from .library import Library
from .page import Page
from .site import Site
from .words import label, phrase

__all__ = ["MEANINGS", "write_meanings"]

MEANINGS = "fields.html"
"""Where the page is; the anchors on it are the names of collections and of classes of parts."""


class Described(NamedTuple):
    """A class on the page.

    Attributes:
        anchor: its anchor.
        title: what it is called.
        meaning: what it is.
        fields: its fields: words, meaning, and the words that it may hold.
    """

    anchor: str
    title: str
    meaning: Markup
    fields: list[tuple[str, Markup, Markup]]


def write_meanings(site: Site, library: Library) -> None:
    """Write the page."""
    page = Page(library, MEANINGS)
    classes: dict[Any, str] = {record_class(name): name for name in COLLECTIONS}
    for cls in tuple(classes):
        for part in _parts(cls):
            classes.setdefault(part, part.__name__.lower())
    described = [_described(cls, name) for cls, name in classes.items()]
    site.render(MEANINGS, MEANINGS, page=page, classes=described)
    site.list(MEANINGS, "What the fields mean", "list", "codebook vocabulary meaning")


def _parts(cls: Any) -> Iterator[Any]:
    """The classes of the parts of a class, and of their parts."""
    for field in field_types(cls).values():
        if field.has_parts:
            yield field.cls
            yield from _parts(field.cls)


def _described(cls: Any, name: str) -> Described:
    said = meanings(cls)
    fields = [
        (label(field.name), _prose(said.get(field.name, "")), _words(field))
        for field in field_types(cls).values()
    ]
    title = label(name) if name in COLLECTIONS else _spaced(cls.__name__)
    return Described(name, title, _prose(overview(cls)), fields)


def _spaced(name: str) -> str:
    """The name of a class as words: `DatedName` is `Dated name`."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda match: f" {match[1].lower()}", name)


def _words(field: FieldType) -> Markup:
    """The words that a field may hold, and what its vocabulary says of them."""
    if not issubclass(field.cls, enum.Enum):
        return Markup()
    words = ", ".join(phrase(word) for word in field.choices)
    said = inspect.cleandoc(vars(field.cls).get("__doc__") or "").partition("\n\n")[2]
    more = Markup("<br><small>{}</small>").format(_prose(said)) if said else Markup()
    return escape(words) + more


def _prose(text: str) -> Markup:
    """Text of a docstring: one paragraph, names in code."""
    pieces = re.split(r"`([^`]*)`", " ".join(text.split()))
    return Markup().join(
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )
