"""How states voted, by what they were on the day."""

from __future__ import annotations

from ...dataset import Dataset
from ...records.constants import MOVEMENT
from ...records.status import Status
from ...records.votes import Choice
from ..registry import Found, RecordId, formula
from ..values import IdSet
from .parties import parties


@formula
def voters(
    nam: Dataset,
    *,
    vote: RecordId,
    choice: tuple[Choice, ...],
    status: tuple[Status, ...] = (),
    body: RecordId = MOVEMENT,
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The states that voted so; of one status in a body on the day of the vote, if one is given.

    A state whose status on that day is not certain may be one of them.
    """
    held = nam.votes[vote]
    voted = frozenset(
        one.state
        for one in held.votes
        if one.choice in choice and (not among or one.state in among)
    )
    if not status:
        return Found(value=IdSet(voted, voted), records=(vote,))
    found = parties(nam, on=held.date, status=status, body=body)
    assert isinstance(found.value, IdSet)  # noqa: S101
    certain, possible = voted & found.value.certain, voted & found.value.possible
    spells = (key for key in found.records if nam.memberships[key].party in possible)
    return Found(value=IdSet(certain, possible), records=(vote, *spells))
