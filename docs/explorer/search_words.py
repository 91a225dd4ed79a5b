"""What a record says in a line, besides what it is called, for the results of a search."""

from __future__ import annotations

from nam_azerbaijan import (
    AnyRecord,
    Assertion,
    Chairmanship,
    Dataset,
    Membership,
    Principle,
    State,
)
from nam_azerbaijan.tables.lines import line

from .lasting import day_words

__all__ = ["said"]


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
