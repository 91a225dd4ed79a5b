"""How long states last, and the spells in which parties are: what several rules ask for.

Rules read records and not the queries of a data set, which refuse what its coverage leaves out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..dates import PartialDate
from ..records import MOVEMENT
from ..records.base import Standing
from ..records.periods import Period
from ..records.status import Status

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.memberships import Membership
    from ..records.parties import State

__all__ = ["held_spells", "lifetime", "may_exist", "members_on", "statuses"]

Spells = dict[tuple[str, str], list["Membership"]]
"""Spells by party and body."""


def lifetime(existence: tuple[Period, ...]) -> Period | None:
    """The time from the first start to the last end, in whatever order the periods stand.

    Gaps between the periods are passed over. `None` where there are no periods.
    """
    if not existence:
        return None
    ordered = sorted(existence, key=lambda period: period.start.sort_key)
    return Period(ordered[0].start, ordered[-1].end)


def may_exist(state: State | None, first: PartialDate, last: PartialDate | None = None) -> bool:
    """Whether a state may exist on a day from `first` to `last`, or nothing is known of it."""
    if state is None or not state.existence:
        return True
    days = first.numbers[0], (last or first).numbers[1]
    return any(period.day_numbers.hold(*days, possible=True) for period in state.existence)


def held_spells(nam: Dataset) -> Spells:
    """The spells that came true, by party and body, in order of their starts."""
    grouped: Spells = defaultdict(list)
    for spell in nam.memberships.where(standing=Standing.HELD):
        grouped[spell.party, spell.body].append(spell)
    for spells in grouped.values():
        spells.sort(key=lambda spell: spell.start.sort_key)
    return grouped


def statuses(
    spells: Spells, party: str, first: PartialDate, last: PartialDate | None = None
) -> set[Status]:
    """The statuses that a party may have in the Movement on a day from `first` to `last`."""
    days = first.numbers[0], (last or first).numbers[1]
    return {
        spell.status
        for spell in spells.get((party, MOVEMENT), ())
        if spell.period.day_numbers.hold(*days, possible=True)
    }


def members_on(nam: Dataset, spells: Spells, day: PartialDate, *, possible: bool = False) -> int:
    """How many states are members of the Movement on a day, for certain or at most."""
    return sum(
        any(
            spell.status is Status.MEMBER and spell.period.contains(day, possible=possible)
            for spell in held
        )
        for (party, body), held in spells.items()
        if body == MOVEMENT and party in nam.states
    )
