"""VOT: votes and elections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..records.documents import DocumentKind
from ..records.parties import OrganizationKind
from ..records.votes import Choice, VoteKind
from .lasting import may_exist
from .rules import Hit, hit, named_by, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


@rule(
    "VOT001",
    "Votes add up to the tally",
    "{count} votes are recorded as {choice}, but the official result is {tally}",
)
def sums(nam: Dataset) -> Iterator[Hit]:
    """Where the states that chose alike are recorded, they are as many as the result says."""
    for vote in nam.votes:
        if not vote.votes:
            continue
        counted = Counter(ballot.choice.value for ballot in vote.votes)
        official = {figure.name: figure.value for figure in vote.tally}
        for choice in (one.value for one in Choice):
            if choice in official and counted[choice] not in (0, official[choice]):
                yield hit(
                    vote,
                    f"tally/{choice}",
                    count=counted[choice],
                    choice=choice,
                    tally=official[choice],
                )


@rule("VOT002", "Voters exist", "{state} votes, but does not exist on {date}")
def absent_states(nam: Dataset) -> Iterator[Hit]:
    """Only states that exist on the day vote."""
    for vote in nam.votes:
        for number, ballot in enumerate(vote.votes):
            state = nam.states[ballot.state]
            if not may_exist(state, vote.date):
                yield hit(vote, f"votes[{number}].state", state=ballot.state, date=vote.date)


@rule("VOT003", "One vote for a state", "{state} has {times} votes")
def twice(nam: Dataset) -> Iterator[Hit]:
    """Each state has one vote."""
    for vote in nam.votes:
        for state, times in Counter(ballot.state for ballot in vote.votes).items():
            if times > 1:
                yield hit(vote, "votes", state=state, times=times)


@rule(
    "VOT004",
    "The last round is the result",
    "the last round gives {candidate} {value}, the result {tally}",
)
def last_round(nam: Dataset) -> Iterator[Hit]:
    """What the last round of an election gives a candidate is what the result gives."""
    for vote in nam.votes:
        if not vote.rounds:
            continue
        official = {figure.name: figure.value for figure in vote.tally}
        for figure in vote.rounds[-1].tally:
            if official.get(figure.name) != figure.value:
                yield hit(
                    vote,
                    "tally",
                    candidate=figure.name,
                    value=figure.value,
                    tally=official.get(figure.name, "none"),
                )


@rule(
    "VOT005",
    "Rounds follow one another",
    "round {later} on {second} does not follow round {former} on {first}",
)
def rounds(nam: Dataset) -> Iterator[Hit]:
    """Rounds have rising numbers and no falling dates; the last is held on the day of the vote."""
    for vote in nam.votes:
        for former, later in pairwise(vote.rounds):
            if later.number <= former.number or later.date.certainly_before(former.date):
                yield hit(
                    vote,
                    "rounds",
                    later=later.number,
                    second=later.date,
                    former=former.number,
                    first=former.date,
                )
        if vote.rounds and vote.rounds[-1].date != vote.date:
            last = vote.rounds[-1]
            yield hit(
                vote,
                "date",
                later="of the result",
                second=vote.date,
                former=last.number,
                first=last.date,
            )


@rule(
    "VOT006",
    "A vote and its document agree",
    "the document {document} has {theirs}, the vote {ours}",
)
def documents(nam: Dataset) -> Iterator[Hit]:
    """A vote has the date, the symbol and the body of the document that it adopted."""
    for vote in nam.votes:
        document = named_by(nam.documents, vote.document)
        if document is None:
            continue
        if document.adopted and document.adopted != vote.date:
            yield hit(vote, "date", document=document.id, theirs=document.adopted, ours=vote.date)
        if vote.symbol and vote.symbol not in document.symbols:
            theirs = ", ".join(document.symbols) or "no symbol"
            yield hit(vote, "symbol", document=document.id, theirs=theirs, ours=vote.symbol)
        if document.adopted_by and vote.body not in document.adopted_by:
            theirs = ", ".join(document.adopted_by)
            yield hit(vote, "body", document=document.id, theirs=theirs, ours=vote.body)


@rule("VOT007", "A kind goes with what was adopted", "is of kind {kind}, but {what}")
def kinds(nam: Dataset) -> Iterator[Hit]:
    """An election has candidates, not yes and no; a resolution or decision adopts its document."""
    for vote in nam.votes:
        named = {figure.name for figure in vote.tally}
        candidates = bool(vote.rounds) or bool(named - {choice.value for choice in Choice})
        if candidates != (vote.kind is VoteKind.ELECTION):
            yield hit(
                vote, "kind", kind=vote.kind.value, what="the tally is that of something else"
            )
        document = named_by(nam.documents, vote.document)
        resolution = document is not None and document.kind is DocumentKind.RESOLUTION
        symbol = "/RES/" in vote.symbol
        if not candidates and (vote.kind is VoteKind.RESOLUTION) != (resolution or symbol):
            yield hit(vote, "kind", kind=vote.kind.value, what="what it adopted is something else")


@rule("VOT008", "Organs vote", "{body} is no organ of an organization")
def bodies(nam: Dataset) -> Iterator[Hit]:
    """What votes is an organ of an organization, such as the General Assembly."""
    for vote in nam.votes:
        if nam.organizations[vote.body].kind is not OrganizationKind.ORGAN:
            yield hit(vote, "body", body=vote.body)


@rule("VOT009", "Candidates are states", "{name!r} is no state and no way to vote")
def candidates(nam: Dataset) -> Iterator[Hit]:
    """A tally counts ways to vote, or candidates by the ids of their states."""
    ways = {choice.value for choice in Choice}
    for vote in nam.votes:
        tallies = [("tally", vote.tally)]
        tallies += [
            (f"rounds[{number}].tally", one.tally) for number, one in enumerate(vote.rounds)
        ]
        for path, tally in tallies:
            for figure in tally:
                if figure.name not in ways and figure.name not in nam.states:
                    yield hit(vote, path, name=figure.name)
