"""Who chaired the Movement: countries, and the persons in the chair."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import Bound, PartialDate, as_bound, as_date, as_optional_date
from .base import MEETING, ORGANIZATION, PERSON, STATE, LastingRecord, Record, Standing, refers
from .constants import MOVEMENT
from .convert import parts
from .periods import Period, as_periods

__all__ = ["ChairCapacity", "Chairmanship", "Chairperson", "Extension"]


class ChairCapacity(enum.StrEnum):
    """Whether a chairperson held the chair or stood in for its holder."""

    TITULAR = "titular"
    ACTING = "acting"


@attrs.frozen(kw_only=True, cache_hash=True)
class Extension:
    """The prolongation of a term.

    Attributes:
        planned_end: the end foreseen before.
        new_end: the end foreseen by the extension; `None` where no source gives it.
        reason: the reason that the sources give, in neutral words.
    """

    planned_end: PartialDate = attrs.field(converter=as_date)
    new_end: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    reason: str = ""


def as_extensions(items: Iterable[Extension | Mapping[str, Any]]) -> tuple[Extension, ...]:
    """Extensions, made from objects where they are given as such."""
    return parts(Extension, items)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Chairmanship(LastingRecord, Record):
    """A country's term in the chair; half open, like a spell.

    Attributes:
        state: id of the presiding state.
        start: the first day.
        end: the first day after it; stored in the following term where `succeeded_by` names it.
        body: id of the organization chaired, `nam` unless said.
        began_at: id of the meeting that began it.
        ended_at: id of the meeting that ended it.
        succeeded_by: id of the term that follows without a day between.
        extensions: prolongations, with reasons.
        vacancies: periods in which nobody held the chair.
        standing: whether it came true.
    """

    state: str = attrs.field(metadata=STATE)
    start: PartialDate = attrs.field(converter=as_date)
    end: PartialDate | Bound = attrs.field(converter=as_bound)
    body: str = attrs.field(default=MOVEMENT, metadata=ORGANIZATION)
    began_at: str | None = attrs.field(default=None, metadata=MEETING)
    ended_at: str | None = attrs.field(default=None, metadata=MEETING)
    succeeded_by: str | None = attrs.field(default=None, metadata=refers("chairmanships"))
    extensions: tuple[Extension, ...] = attrs.field(default=(), converter=as_extensions)
    vacancies: tuple[Period, ...] = attrs.field(default=(), converter=as_periods)
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Chairperson(LastingRecord, Record):
    """A person in the chair during a term; half open, like a spell.

    Attributes:
        term: id of the chairmanship.
        person: id of the person.
        office: the office that made him or her chair.
        start: the first day.
        end: the first day after it; stored in the following one where `succeeded_by` names it.
        capacity: titular or acting.
        succeeded_by: id of the chairperson that follows without a day between.
    """

    term: str = attrs.field(metadata=refers("chairmanships"))
    person: str = attrs.field(metadata=PERSON)
    office: str
    start: PartialDate = attrs.field(converter=as_date)
    end: PartialDate | Bound = attrs.field(converter=as_bound)
    capacity: ChairCapacity = attrs.field(default=ChairCapacity.TITULAR, converter=ChairCapacity)
    succeeded_by: str | None = attrs.field(default=None, metadata=refers("chairpersons"))
