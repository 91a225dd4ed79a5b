"""Recorded votes and elections."""

from __future__ import annotations

import enum

import attrs

from ..dates import PartialDate
from .base import ORGANIZATION, STATE, Figure, Record, record, refers

__all__ = ["Ballot", "Choice", "Round", "Vote", "VoteKind"]


class VoteKind(enum.StrEnum):
    """What was decided by the vote."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    ELECTION = "election"


class Choice(enum.StrEnum):
    """How a state voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


@record
class Ballot:
    """One state's vote.

    Attributes:
        state: id of the state.
        choice: how it voted.
    """

    state: str = attrs.field(metadata=STATE)
    choice: Choice


@record
class Round:
    """One round of an election.

    Attributes:
        number: its number.
        date: the day.
        tally: votes by candidate, named by the id of the state.
    """

    number: int
    date: PartialDate
    tally: tuple[Figure, ...] = ()


@record
class Vote(Record):
    """A recorded vote or an election.

    Attributes:
        kind: resolution, decision or election.
        title: what was decided, in neutral words.
        body: id of the organization that voted.
        date: the day of the (last) vote.
        symbol: the symbol of what was adopted, such as `A/RES/62/243`.
        document: id of the document that was adopted.
        tally: the official result, named `yes`, `no`, `abstain`, `absent`, or by candidate.
        rounds: rounds of an election.
        votes: each state's vote where known.
    """

    kind: VoteKind
    title: str
    body: str = attrs.field(metadata=ORGANIZATION)
    date: PartialDate
    symbol: str = ""
    document: str | None = attrs.field(default=None, metadata=refers("documents"))
    tally: tuple[Figure, ...] = ()
    rounds: tuple[Round, ...] = ()
    votes: tuple[Ballot, ...] = ()
