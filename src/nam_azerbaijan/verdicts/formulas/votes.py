"""How states voted, by what they were on the day."""

from __future__ import annotations

from ...dataset import Dataset
from ...records.constants import MOVEMENT
from ...records.status import Status
from ...records.votes import Choice
from ..registry import Found, RecordId, formula
from ..values import IdSet


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
    certain, possible, spells = set(), set(), []
    if status:
        nam.manifest.require_covered("memberships", body=body)
    for ballot in held.votes:
        if ballot.choice not in choice or (among and ballot.state not in among):
            continue
        if not status:
            certain.add(ballot.state)
            possible.add(ballot.state)
            continue
        spell = nam.spell(ballot.state, on=held.date, body=body)
        maybe = spell or nam.spell(ballot.state, on=held.date, body=body, possible=True)
        if spell is not None and spell.status in status:
            certain.add(ballot.state)
        if maybe is not None and maybe.status in status:
            possible.add(ballot.state)
            spells.append(maybe.id)
    return Found(value=IdSet(frozenset(certain), frozenset(possible)), records=(vote, *spells))
