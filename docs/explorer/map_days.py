"""What each party is in the Movement, from day to day, as the library answers for each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nam_azerbaijan import Dataset, Membership, Organization, State, Status

from .lasting import day_words, lasting

__all__ = ["Kept", "Party", "Year", "histories", "names_by_day", "years"]

Party = State | Organization


class Kept(NamedTuple):
    """What a party is from a day on, until the next of its like.

    Attributes:
        since: the first of the days, as ISO text.
        kind: `member`, `observer`, `suspended` or `guest` where that is certain; `unsure` where
            vague dates leave a status possible; `former` after a membership; `past` where
            another party then took the place of the member, or the member is no more; else `none`.
        chair: whether it is in the chair.
        words: since when, and what else there is to say.
    """

    since: str
    kind: str
    chair: bool
    words: str


class Year(NamedTuple):
    """What a year of the slider stands for.

    Attributes:
        year: the year.
        day: its last day that the data knows.
        members: how many members there were on that day.
        observers: how many observer states.
    """

    year: int
    day: dt.date
    members: int
    observers: int


def years(nam: Dataset) -> list[Year]:
    """The years from the first spell in the Movement to the last day that the data knows."""
    first = min(spell.start.earliest for spell in nam.memberships.where(body="nam"))
    found = []
    for year in range(first.year, nam.as_of.year + 1):
        day = min(dt.date(year, 12, 31), nam.as_of)
        found.append(Year(year, day, len(nam.members(on=day)), len(nam.observers(on=day))))
    return found


def histories(nam: Dataset, first: dt.date) -> dict[str, list[Kept]]:
    """What each party with a spell in the Movement is from `first` to the end, by its id.

    The library is asked for every day on which anything may change; no rule about dates is here.
    """
    days = [first, *(day for day in _turns(nam) if first < day <= nam.as_of)]
    parties = sorted({spell.party for spell in nam.memberships.where(body="nam")})
    return {party: list(_changes(_kept(nam, party, day) for day in days)) for party in parties}


def names_by_day(state: State, first: dt.date, last: dt.date) -> list[tuple[str, str]]:
    """The names of a state from `first` to `last`, each with the day from which it is in use."""
    ends = sorted(name.end.earliest for name in state.names if name.end)
    days = [first, *(day for day in ends if first < day <= last)]
    return [(day.isoformat(), state.name_on(day)) for day in days]


def _turns(nam: Dataset) -> list[dt.date]:
    """The days on which a spell or term begins or ends, or may, in order."""
    periods = [spell.period for spell in nam.memberships.where(body="nam")]
    periods += [term.period for term in nam.chairmanships.where(body="nam")]
    numbers = {number for period in periods for number in period.day_numbers}
    return [dt.date.fromordinal(int(one)) for one in sorted(numbers) if one < float("inf")]


def _changes(kept: Iterable[Kept]) -> Iterator[Kept]:
    """What differs, but for its day, from what comes before it."""
    last: Kept | None = None
    for one in kept:
        if last is None or one[1:] != last[1:]:
            yield one
        last = one


def _kept(nam: Dataset, party: str, day: dt.date) -> Kept:
    record = nam.states.get(party) or nam.organizations[party]
    kind, words = _status(nam, record, day)
    term = nam.chair(on=day)
    chair = term is not None and term.state == party
    if chair and term:
        words = f"{words}, in the chair since {day_words(term.start)}"
    return Kept(day.isoformat(), kind, chair, words)


def _status(nam: Dataset, party: Party, day: dt.date) -> tuple[str, str]:
    """What a party is on a day, as a kind and in words."""
    spells = nam.spells(party) if _has_held(nam, party) else ()
    after = _after(nam, party, day, [spell for spell in spells if _is_over(spell, day)])
    spell = nam.spell(party, on=day)
    if spell:
        over = f", member {after[1]}" if after and spell.status is Status.GUEST else ""
        return spell.status.value, f"since {day_words(spell.start)}{over}"
    maybe = [spell for spell in spells if spell.period.contains(day, possible=True)]
    if maybe:
        return "unsure", " or ".join(
            f"{spell.status.value} {lasting(spell.start, spell.end)}" for spell in maybe
        )
    kind, words = after or ("none", "")
    return kind, f"member {words}" if kind == "past" else words


def _has_held(nam: Dataset, party: Party) -> bool:
    return bool(nam.memberships.where(party=party.id, body="nam", standing="held"))


def _is_over(spell: Membership, day: dt.date) -> bool:
    return spell.period.day_numbers.possible_until <= day.toordinal()


def _after(
    nam: Dataset, party: Party, day: dt.date, spells: Iterable[Membership]
) -> tuple[str, str] | None:
    """What a party is after the last membership among its spells, where there is one."""
    members = [spell for spell in spells if spell.status is Status.MEMBER]
    if not members:
        return None
    last = members[-1]
    words = f"until {day_words(last.end)}"
    heir = nam.memberships[last.succeeded_by].party if last.succeeded_by else party.id
    if heir != party.id:
        return "past", f"{words}, succeeded by {nam.states[heir].name}"
    lasts = any(period.contains(day) for period in party.existence)
    return "former" if lasts else "past", words
