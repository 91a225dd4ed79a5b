"""The values that claims have, in words and links."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from nam_azerbaijan import Claim, PartialDate
from nam_azerbaijan.dates import as_bound
from nam_azerbaijan.records.walk import STANDS_FOR, FieldType, field_types
from nam_azerbaijan.tables.lines import as_text

from .page import Page
from .provisions import provision_at, unseen
from .words import phrase, worded

__all__ = ["claimed"]


def claimed(page: Page, claim: Claim) -> Markup:
    """The value of a claim: dates in words, ids as links, numbers with their hedge."""
    field = _field_at(type(page.library.nam.get(claim.record)), claim.path)
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    shown = Markup(", ").join(_value(page, field, one) for one in values)
    hedge = worded(claim.qualifier)
    shown = shown if hedge == "exactly" else Markup("{} {}").format(hedge, shown)
    return shown + unseen(provision_at(page.library.nam.get(claim.record), claim.path))


def _value(page: Page, field: FieldType | None, value: Any) -> Markup:
    """One value; without a field one of the parts under names, which is plain."""
    if value is None or value == "":
        return Markup("nothing")
    if field is not None and field.refers and value in page.library.addresses:
        return page.link(value)
    if field is not None and field.cls is PartialDate:
        return page.when(as_bound(value), aside=False)
    if isinstance(value, int) and not isinstance(value, bool):
        return escape(f"{value:,}")
    return escape(phrase(value) if field is not None and field.choices else as_text(value))


def _field_at(cls: type, path: str) -> FieldType | None:
    """What the field at a path holds; `None` where it is a number or a choice under a name."""
    first, *rest = path.split("/")
    field = field_types(cls)[first]
    if field.cls in STANDS_FOR and rest:
        return field_types(field.cls)[STANDS_FOR[field.cls]]
    while rest and field.has_parts:
        if field.many:
            rest = rest[1:]
        if not rest:
            return None
        field, rest = field_types(field.cls)[rest[0]], rest[1:]
        if field.cls in STANDS_FOR and rest:
            return field_types(field.cls)[STANDS_FOR[field.cls]]
    return field
