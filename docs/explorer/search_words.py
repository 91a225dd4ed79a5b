"""What a record or a dispute says in a line, besides what it is called, for a search's results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from nam_azerbaijan import (
    AnyRecord,
    Assertion,
    Chairmanship,
    Dataset,
    Dispute,
    Membership,
    PartialDate,
    Principle,
    State,
)
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.tables.lines import as_text, line

from .lasting import day_words
from .words import date_words

__all__ = ["named_in", "said", "sides"]

_NAME = re.compile(r"\b[^\W\d_a-z][\w'-]+")
"""A word with a capital."""


def said(record: AnyRecord, nam: Dataset) -> str:
    """Its summary, or what its line has beyond its name; nothing where the name says it all."""
    match record:
        case State():
            spell = nam.spell(record)
            return f"{spell.status} since {day_words(spell.start)}" if spell else ""
        case Chairmanship():
            held = nam.chairpersons.where(term=record.id)
            return ", ".join(dict.fromkeys(nam.persons[one.person].name for one in held))
        case Principle():
            return record.statement
        case Assertion() | Membership():
            return ""
    summary = str(getattr(record, "summary", ""))
    return summary or line(record, nam.get).replace(record.label, "").strip(" ,:")


def named_in(record: AnyRecord) -> str:
    """The words with capitals in what a record and its citations say: persons, places, bodies."""
    words = _NAME.findall(" ".join(_texts(attrs.asdict(record))))
    return " ".join(sorted(set(words)))


def _texts(value: Any) -> Iterator[str]:
    """The sentences in the values of a record."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and " " in value:
        yield value


def sides(dispute: Dispute) -> str:
    """The values that the sides of a dispute give."""
    values = (_in_words(plain(one.value)) for one in dispute.claims)
    return " or ".join(dict.fromkeys(values))


def _in_words(value: Any) -> str:
    """A value, written as people say it where it is a date."""
    try:
        return date_words(PartialDate(value))
    except (TypeError, ValueError):
        return as_text(value)
