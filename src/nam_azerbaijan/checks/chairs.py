"""CHR: terms of chairmanship and the persons in the chair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from ..dates import PartialDate
from ..records.chairs import ChairCapacity
from ..records.meetings import MeetingKind
from ..records.status import Status
from .lasting import held_spells, statuses
from .rules import Hit, hit, named_by, outside, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.chairs import Chairmanship, Chairperson

LONGEST_TERM = 39
"""The most months of a term: three years, and those by which a summit may come late."""


def _terms(nam: Dataset) -> list[Chairmanship]:
    held = nam.chairmanships.where(body="nam", standing="held")
    return sorted(held, key=lambda term: term.start.sort_key)


def _titular(nam: Dataset) -> list[Chairperson]:
    held = (one for one in nam.chairpersons if one.capacity is ChairCapacity.TITULAR)
    return sorted(held, key=lambda one: one.start.sort_key)


def _joints(held: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Neighbours of which the later does not begin where the earlier ends."""
    for former, later in pairwise(held):
        if former.end != later.start:
            yield former, later


@rule(
    "CHR001", "Terms follow without a day between", "ends on {end}, but {later} begins on {start}"
)
def broken_terms(nam: Dataset) -> Iterator[Hit]:
    """Each term of the Movement's chair ends on the day on which the next begins."""
    for former, later in _joints(_terms(nam)):
        yield hit(former, "end", end=former.end, later=later.id, start=later.start)


@rule(
    "CHR002",
    "Every day of a term has a chairperson",
    "the chair is with {former} until {end} and with {later} from {start}",
)
def broken_chairpersons(nam: Dataset) -> Iterator[Hit]:
    """Titular chairpersons follow without a day between, but for recorded vacancies."""
    vacancies = {
        (period.start, period.end) for term in nam.chairmanships for period in term.vacancies
    }
    for former, later in _joints(_titular(nam)):
        if (former.end, later.start) not in vacancies:
            yield hit(
                later,
                "start",
                former=former.person,
                end=former.end,
                later=later.person,
                start=later.start,
            )


@rule(
    "CHR003",
    "Chairpersons lie within their term",
    "in the chair from {start} to {end}, but the term lasts from {first} to {last}",
)
def outside_term(nam: Dataset) -> Iterator[Hit]:
    """Nobody is in the chair before or after the term of the country."""
    for one in nam.chairpersons:
        term = nam.chairmanships[one.term]
        if one.period.exceeds(term.period):
            yield hit(one, "term", start=one.start, end=one.end, first=term.start, last=term.end)


@rule("CHR004", "A long term has a reason", "lasted {days} days, and no extension gives the reason")
def unexplained_length(nam: Dataset) -> Iterator[Hit]:
    """A term runs three years and three months at most, or has an extension with a reason."""
    for term in _terms(nam):
        if not isinstance(term.end, PartialDate):
            continue
        lasted = relativedelta(term.end.earliest, term.start.latest)
        overlong = (12 * lasted.years + lasted.months, lasted.days) > (LONGEST_TERM, 0)
        if overlong and not any(extension.reason for extension in term.extensions):
            days = (term.end.earliest - term.start.latest).days
            yield hit(term, "extensions", days=days)


@rule(
    "CHR005",
    "Terms begin and end at their summits",
    "{date} is no day of {meeting}, {opened} to {closed}",
)
def outside_summit(nam: Dataset) -> Iterator[Hit]:
    """A term begins on a day of the meeting that began it, and ends on one of that which ended it.

    An end that is the start of the following term is the business of that one.
    """
    for term in nam.chairmanships:
        began = named_by(nam.meetings, term.began_at)
        yield from outside(began, term, "start")
        ended = named_by(nam.meetings, term.ended_at)
        if term.succeeded_by is None:
            yield from outside(ended, term, "end")


@rule(
    "CHR006",
    "Who chairs is a member",
    "the state in the chair is {status} in the Movement on {day}",
)
def no_member(nam: Dataset) -> Iterator[Hit]:
    """The country in the chair is a member on the first day of its term."""
    spells = held_spells(nam)
    for term in _terms(nam):
        held = statuses(spells, term.state, term.start)
        if term.start.latest <= nam.as_of and Status.MEMBER not in held:
            yield hit(term, "state", status=" or ".join(sorted(held)) or "nothing", day=term.start)


@rule(
    "CHR007", "A term ends where the next begins", "ended at {ended}, but {later} began at {began}"
)
def handovers(nam: Dataset) -> Iterator[Hit]:
    """The meeting that ended a term is the one that began the next."""
    for term in nam.chairmanships:
        later = named_by(nam.chairmanships, term.succeeded_by)
        if later is not None and term.ended_at != later.began_at:
            yield hit(
                term,
                "ended_at",
                ended=term.ended_at or "no meeting",
                later=later.id,
                began=later.began_at or "no meeting",
            )


@rule("CHR008", "Summits begin terms", "{meeting} is no summit that {state} hosts")
def strange_beginnings(nam: Dataset) -> Iterator[Hit]:
    """The meeting that began a term is a summit, hosted by the state in the chair."""
    for term in nam.chairmanships:
        meeting = named_by(nam.meetings, term.began_at)
        if meeting is None:
            continue
        if meeting.kind is not MeetingKind.SUMMIT or meeting.host not in (term.state, None):
            yield hit(term, "began_at", meeting=meeting.id, state=term.state)


@rule(
    "CHR009",
    "An extension prolongs its term",
    "planned to end on {planned}, but {what} on {end}",
)
def idle_extensions(nam: Dataset) -> Iterator[Hit]:
    """The new end of an extension, and that of its term, are later than was planned."""
    for term in nam.chairmanships:
        for number, extension in enumerate(term.extensions):
            planned, new = extension.planned_end, extension.new_end
            for what, end in (("the term ends", term.end), ("is to end now", new)):
                if isinstance(end, PartialDate) and not planned.possibly_before(end):
                    yield hit(term, f"extensions[{number}]", planned=planned, what=what, end=end)


@rule(
    "CHR010",
    "Vacancies lie within their term",
    "the chair is vacant {vacancy}, but the term lasts from {first} to {last}",
)
def strange_vacancies(nam: Dataset) -> Iterator[Hit]:
    """The chair is vacant during the term that says so, and somebody left it."""
    left = {one.end for one in nam.chairpersons}
    for term in nam.chairmanships:
        for number, vacancy in enumerate(term.vacancies):
            if vacancy.exceeds(term.period) or vacancy.start not in left:
                yield hit(
                    term,
                    f"vacancies[{number}]",
                    vacancy=vacancy,
                    first=term.start,
                    last=term.end,
                )
