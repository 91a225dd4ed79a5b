"""Who is in the chair, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dataset import Dataset
from ...dates import PartialDate
from ...records.constants import MOVEMENT
from ..registry import Found, RecordId, formula
from ..values import Amount, IdSet, Single

if TYPE_CHECKING:
    from ...records.chairs import Chairmanship


@formula
def chair(nam: Dataset, *, on: PartialDate) -> Found:
    """The state in the chair on a day."""
    term = nam.chair(on=on)
    if term is None:
        perhaps = nam.chair(on=on, possible=True)
        return Found(value=Single(None), records=() if perhaps is None else (perhaps.id,))
    return Found(value=Single(term.state), records=(term.id,))


@formula
def chairs(nam: Dataset, *, since: PartialDate, until: PartialDate) -> Found:
    """The states whose term touches the days from one to another."""
    certain, possible = set(), []
    for term in _terms(nam):
        numbers = term.period.day_numbers
        first, last = since.numbers[0], until.numbers[1]
        if numbers.possible_from <= last and first < numbers.possible_until:
            possible.append(term)
            if numbers.certain_from <= last and first < numbers.certain_until:
                certain.add(term.state)
    return Found(
        value=IdSet(frozenset(certain), frozenset(term.state for term in possible)),
        records=tuple(term.id for term in possible),
    )


@formula
def person_in_chair(nam: Dataset, *, on: PartialDate) -> Found:
    """The person in the chair on a day."""
    term = nam.chairperson_term(on=on)
    if term is None:
        return Found(value=Single(None), records=())
    return Found(value=Single(term.person), records=(term.id,))


@formula
def terms_of_years(nam: Dataset, *, years: int, slack_months: int, until: PartialDate) -> Found:
    """The share of the terms that ended up to a day and lasted so many years, give or take."""
    least, most = (years * 365.2425 + sign * slack_months * 30.436875 for sign in (-1, 1))
    ended: list[Chairmanship] = []
    fit = may_fit = 0
    for term in _terms(nam):
        if not isinstance(term.end, PartialDate) or term.end.latest > until.latest:
            continue
        ended.append(term)
        shortest = (term.end.earliest - term.start.latest).days
        longest = (term.end.latest - term.start.earliest).days
        fit += least <= shortest and longest <= most
        may_fit += least <= longest and shortest <= most
    if not ended:
        return Found(value=Single(None), records=())
    count = len(ended)
    return Found(
        value=Amount(fit / count, may_fit / count), records=tuple(term.id for term in ended)
    )


@formula
def chairing_summits_at_home(nam: Dataset, *, since: PartialDate, until: PartialDate) -> Found:
    """The share of the summits held by the state that took the chair there."""
    found = [
        term
        for term in _terms(nam)
        if term.began_at and since.earliest <= term.start.earliest <= until.latest
    ]
    home = [term for term in found if nam.meetings[term.began_at or ""].host == term.state]
    records = tuple(key for term in found for key in (term.id, term.began_at or ""))
    if not found:
        return Found(value=Single(None), records=())
    part = len(home) / len(found)
    return Found(value=Amount(part, part), records=records)


@formula
def times_in_chair(nam: Dataset, *, state: RecordId, until: PartialDate) -> Found:
    """How many terms a state has begun up to a day."""
    terms = [term for term in _terms(nam) if term.state == state]
    sure = sum(term.start.latest <= until.latest for term in terms)
    maybe = sum(term.start.earliest <= until.latest for term in terms)
    return Found(value=Amount(sure, maybe), records=tuple(term.id for term in terms))


def _terms(nam: Dataset) -> list[Chairmanship]:
    held = nam.chairmanships.where(body=MOVEMENT, standing="held")
    return sorted(held, key=lambda term: term.start.sort_key)
