"""Recorded votes and elections."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import PartialDate, as_date
from .base import ORGANIZATION, STATE, Figure, Record, as_figures, refers
from .convert import parts

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


@attrs.frozen(kw_only=True, cache_hash=True)
class Ballot:
    """One state's vote.

    Attributes:
        state: id of the state.
        choice: how it voted.
    """

    state: str = attrs.field(metadata=STATE)
    choice: Choice = attrs.field(converter=Choice)


def as_ballots(items: Iterable[Ballot | Mapping[str, Any]]) -> tuple[Ballot, ...]:
    """Ballots, made from objects where they are given as such."""
    return parts(Ballot, items)


@attrs.frozen(kw_only=True, cache_hash=True)
class Round:
    """One round of an election.

    Attributes:
        number: its number.
        date: the day.
        tally: votes by candidate, named by the id of the state.
    """

    number: int
    date: PartialDate = attrs.field(converter=as_date)
    tally: tuple[Figure, ...] = attrs.field(default=(), converter=as_figures)


def as_rounds(items: Iterable[Round | Mapping[str, Any]]) -> tuple[Round, ...]:
    """Rounds, made from objects where they are given as such."""
    return parts(Round, items)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
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

    kind: VoteKind = attrs.field(converter=VoteKind)
    title: str
    body: str = attrs.field(metadata=ORGANIZATION)
    date: PartialDate = attrs.field(converter=as_date)
    symbol: str = ""
    document: str | None = attrs.field(default=None, metadata=refers("documents"))
    tally: tuple[Figure, ...] = attrs.field(default=(), converter=as_figures)
    rounds: tuple[Round, ...] = attrs.field(default=(), converter=as_rounds)
    votes: tuple[Ballot, ...] = attrs.field(default=(), converter=as_ballots)
