"""Who is, was or became what in a body."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...dataset import Dataset
from ...dates import Bound, PartialDate
from ...records.constants import MOVEMENT
from ...records.parties import StateKind
from ...records.status import Status
from ..registry import Found, RecordId, formula
from ..values import Amount, IdSet, Single, When

if TYPE_CHECKING:
    from ...records.memberships import Membership

OPEN = PartialDate("9999-12-31")
"""Stands for an end that has not come, where days are compared."""


def spells_of(
    nam: Dataset, body: str, status: Iterable[Status], among: Iterable[str] = ()
) -> list[Membership]:
    """The spells that came true in a body with one of these statuses, in order of their start."""
    wanted, parties = set(status), set(among)
    for one, party in itertools.product(wanted, parties or (None,)):
        nam.manifest.require_covered("memberships", party=party, body=body, status=one.value)
    found = [
        one
        for one in nam.memberships.where(body=body, standing="held")
        if one.status in wanted and (not parties or one.party in parties)
    ]
    return sorted(found, key=lambda one: one.start.sort_key)


@formula
def parties(
    nam: Dataset,
    *,
    on: PartialDate,
    status: tuple[Status, ...] = (Status.MEMBER,),
    body: RecordId = MOVEMENT,
    among: tuple[RecordId, ...] = (),
    organizations: bool = False,
) -> Found:
    """The states, or the organizations, that have one of these statuses in a body on a day."""
    home = "organizations" if organizations else "states"
    spells = [one for one in spells_of(nam, body, status, among) if nam.home[one.party] == home]
    certain = [one for one in spells if one.period.contains(on)]
    possible = [one for one in spells if one.period.contains(on, possible=True)]
    return Found(
        value=IdSet(frozenset(s.party for s in certain), frozenset(s.party for s in possible)),
        records=tuple(one.id for one in possible),
    )


@formula
def regions(
    nam: Dataset,
    *,
    on: PartialDate,
    status: tuple[Status, ...] = (Status.MEMBER,),
    body: RecordId = MOVEMENT,
) -> Found:
    """The regions of the states that have one of these statuses in a body on a day."""
    found = parties(nam, on=on, status=status, body=body)
    assert isinstance(found.value, IdSet)  # noqa: S101
    certain, possible = (
        frozenset(nam.states[key].region for key in keys)
        for keys in (found.value.certain, found.value.possible)
    )
    return Found(value=IdSet(certain, possible), records=found.records)


@formula
def joined(
    nam: Dataset,
    *,
    since: PartialDate,
    until: PartialDate,
    status: tuple[Status, ...] = (Status.MEMBER,),
    body: RecordId = MOVEMENT,
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The parties whose spell in a body began from one day to another, both included."""
    spells = [one for one in spells_of(nam, body, status, among) if not _continues(nam, one)]
    return _within(spells, [one.start for one in spells], since, until)


@formula
def left(
    nam: Dataset,
    *,
    since: PartialDate,
    until: PartialDate,
    status: tuple[Status, ...] = (Status.MEMBER,),
    body: RecordId = MOVEMENT,
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The parties whose spell in a body ended from one day to another, both included.

    An end that is not known may lie on any day after the start.
    """
    spells = [one for one in spells_of(nam, body, status, among) if not one.succeeded_by]
    return _within(spells, [_end(one) for one in spells], since, until)


def _continues(nam: Dataset, spell: Membership) -> bool:
    """Whether a spell goes on from one of the same status of a state, so that nobody joined.

    A state that takes the seat of a movement joins.
    """
    return any(
        one.status is spell.status and _is_state(nam, one.party)
        for one in nam.memberships.where(succeeded_by=spell.id)
    )


def _is_state(nam: Dataset, party: str) -> bool:
    held = nam.states.get(party)
    return held is not None and held.kind is StateKind.STATE


def _end(spell: Membership) -> PartialDate:
    if spell.end is Bound.OPEN:
        return OPEN
    if spell.end is Bound.UNKNOWN:
        return PartialDate(f"{spell.start.earliest}..{OPEN}")
    return spell.end


def _within(
    spells: list[Membership], days: list[PartialDate], since: PartialDate, until: PartialDate
) -> Found:
    """The parties of the spells whose day lies within a range."""
    certain, possible = set(), []
    for spell, day in zip(spells, days, strict=True):
        if since.earliest <= day.latest and day.earliest <= until.latest:
            possible.append(spell)
            if since.earliest <= day.earliest and day.latest <= until.latest:
                certain.add(spell.party)
    return Found(
        value=IdSet(frozenset(certain), frozenset(one.party for one in possible)),
        records=tuple(one.id for one in possible),
    )


@formula
def start_of(
    nam: Dataset,
    *,
    party: RecordId,
    status: Status = Status.MEMBER,
    body: RecordId = MOVEMENT,
    number: int = 1,
) -> Found:
    """The day on which a party's spell of a status began: its first one, or another by number."""
    return _bound(nam, party, status, body, number, end=False)


@formula
def end_of(
    nam: Dataset,
    *,
    party: RecordId,
    status: Status = Status.MEMBER,
    body: RecordId = MOVEMENT,
    number: int = 1,
) -> Found:
    """The day on which a party's spell of a status ended: its first one, or another by number."""
    return _bound(nam, party, status, body, number, end=True)


def _bound(nam: Dataset, party: str, status: Status, body: str, number: int, *, end: bool) -> Found:
    nam.manifest.require_covered("memberships", party=party, body=body, status=status.value)
    spells = spells_of(nam, body, (status,), (party,))
    if len(spells) < number:
        return Found(value=When(None), records=())
    spell = spells[number - 1]
    day = spell.end if end else spell.start
    return Found(
        value=When(None if isinstance(day, Bound) else day),
        records=(spell.id,),
        path="end" if end else "start",
    )


@formula
def status_of(
    nam: Dataset, *, party: RecordId, on: PartialDate, body: RecordId = MOVEMENT
) -> Found:
    """The status of a party in a body on a day; `none` where it has none."""
    spell = nam.spell(party, on=on, body=body)
    if spell is not None:
        return Found(value=Single(spell.status.value), records=(spell.id,))
    perhaps = nam.spell(party, on=on, body=body, possible=True)
    return Found(
        value=Single(None if perhaps else "none"),
        records=tuple(one.id for one in nam.spells(party, body)) or (body,),
    )


@formula
def throughout(
    nam: Dataset,
    *,
    party: RecordId,
    since: PartialDate,
    until: PartialDate,
    status: Status = Status.MEMBER,
    body: RecordId = MOVEMENT,
) -> Found:
    """Whether a party has a status in a body on every day from one to another."""
    spells = spells_of(nam, body, (status,), (party,))
    held = [one for one in spells if one.period.contains(since, possible=True)]
    sure = any(one.period.contains(since) and one.period.contains(until) for one in held)
    maybe = any(one.period.contains(until, possible=True) for one in held)
    answer = True if sure else None if maybe else False
    return Found(value=Single(answer), records=tuple(one.id for one in spells) or (body,))


@formula
def ever(
    nam: Dataset,
    *,
    party: RecordId,
    until: PartialDate,
    status: tuple[Status, ...] = (Status.MEMBER,),
    body: RecordId = MOVEMENT,
) -> Found:
    """Whether a party had one of these statuses in a body on some day up to another."""
    spells = spells_of(nam, body, status, (party,))
    sure = any(one.start.latest <= until.latest for one in spells)
    maybe = any(one.start.earliest <= until.latest for one in spells)
    return Found(
        value=Single(True if sure else None if maybe else False),
        records=tuple(one.id for one in spells) or (body,),
    )


@formula
def parties_in_all(
    nam: Dataset,
    *,
    on: PartialDate,
    bodies: tuple[RecordId, ...],
    status: tuple[Status, ...] = (Status.MEMBER,),
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The states that have one of these statuses in each of several bodies on a day."""
    found = [parties(nam, on=on, status=status, body=body, among=among) for body in bodies]
    groups = [one.value for one in found if isinstance(one.value, IdSet)]
    return Found(
        value=IdSet(
            frozenset.intersection(*(one.certain for one in groups)),
            frozenset.intersection(*(one.possible for one in groups)),
        ),
        records=tuple(dict.fromkeys(key for one in found for key in one.records)),
    )


@formula
def bodies_of(
    nam: Dataset,
    *,
    party: RecordId,
    among: tuple[RecordId, ...],
    until: PartialDate,
    since: PartialDate | None = None,
    status: tuple[Status, ...] = tuple(Status),
) -> Found:
    """The bodies, of several, in which a party had one of these statuses within some days.

    Without `since` these are all days up to the last.
    """
    certain, possible, spells = set(), set(), []
    for body in among:
        nam.manifest.require_covered("memberships", party=party, body=body)
        for spell in (one for one in nam.spells(party, body) if one.status in status):
            days = spell.period.day_numbers
            begun = since is None or since.numbers[0] < days.possible_until
            if begun and days.possible_from <= until.numbers[1]:
                possible.add(body)
                spells.append(spell.id)
            begun = since is None or since.numbers[1] < days.certain_until
            if begun and days.certain_from <= until.numbers[0]:
                certain.add(body)
    return Found(
        value=IdSet(frozenset(certain), frozenset(possible)),
        records=(*spells, *(body for body in among if body not in possible)),
    )


@formula
def order_of(
    nam: Dataset,
    *,
    party: RecordId,
    among: tuple[RecordId, ...],
    status: Status = Status.MEMBER,
    body: RecordId = MOVEMENT,
) -> Found:
    """The place of a party among others by the day on which each first had a status."""
    first: dict[str, Membership] = {}
    for spell in spells_of(nam, body, (status,), (*among, party)):
        first.setdefault(spell.party, spell)
    own = first.pop(party, None)
    if own is None:
        return Found(value=Single(None), records=())
    before = [one for one in first.values() if one.start.certainly_before(own.start)]
    perhaps = [one for one in first.values() if one.start.possibly_before(own.start)]
    return Found(
        value=Amount(1 + len(before), 1 + len(perhaps)),
        records=(own.id, *(one.id for one in perhaps)),
    )
