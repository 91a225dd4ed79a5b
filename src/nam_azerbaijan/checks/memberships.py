"""MEM: spells of members, observers and others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..dates import Bound, PartialDate
from ..records import MOVEMENT
from ..records.base import Standing
from ..records.memberships import Began, Ended, Outcome
from ..records.status import Status
from .lasting import held_spells, lifetime
from .rules import Hit, hit, named_by, outside, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


@rule(
    "MEM001",
    "One status a day",
    "is {status} on days on which {other} has the party as {other_status}",
)
def overlaps(nam: Dataset) -> Iterator[Hit]:
    """No party has two statuses in one body on one day.

    Spells that follow one another on a day that is not exactly known share none for certain.
    """
    for spells in held_spells(nam).values():
        for first, second in combinations(spells, 2):
            if first.period.overlaps(second.period):
                yield hit(
                    second,
                    "start",
                    status=second.status.value,
                    other=first.id,
                    other_status=first.status.value,
                )


@rule(
    "MEM002",
    "A successor is the same party, or takes its place",
    "is succeeded by {successor}, a spell of {party} in {body}",
)
def strange_successor(nam: Dataset) -> Iterator[Hit]:
    """A spell is succeeded by one of the same party in the same body, or of what follows them."""
    for spell in nam.memberships:
        later = named_by(nam.memberships, spell.succeeded_by)
        if later is None:
            continue
        if not (
            _continues(nam, spell.party, later.party) and _continues(nam, spell.body, later.body)
        ):
            yield hit(spell, "succeeded_by", successor=later.id, party=later.party, body=later.body)


@rule("MEM003", "Members exist", "the party does not exist from {start} to {end}")
def before_existence(nam: Dataset) -> Iterator[Hit]:
    """No state is in a body before it exists or after its end."""
    for (party, _), spells in held_spells(nam).items():
        state = nam.states.get(party)
        whole = lifetime(state.existence) if state else None
        if whole is None:
            continue
        for spell in spells:
            if not spell.period.overlaps(whole, possible=True) or spell.period.exceeds(whole):
                yield hit(spell, "start", start=spell.start, end=spell.end)


def _continues(nam: Dataset, former: str, later: str) -> bool:
    """Whether two ids are one, or the later state or organization follows the former."""
    state, organization = nam.states.get(former), nam.organizations.get(later)
    return (
        former == later
        or (state is not None and later in state.successors)
        or (organization is not None and organization.predecessor == former)
    )


@rule(
    "MEM004",
    "Admissions fall into the meeting that admitted",
    "starts on {date}, but {meeting} lasted from {opened} to {closed}",
)
def outside_meeting(nam: Dataset) -> Iterator[Hit]:
    """A spell that a meeting began starts on a day of it."""
    for spell in nam.memberships:
        meeting = named_by(nam.meetings, spell.began_at)
        yield from outside(meeting, spell, "start")


@rule("MEM005", "What is upgraded goes on", "ended as {ended}, but no spell follows on {end}")
def upgraded_to_nothing(nam: Dataset) -> Iterator[Hit]:
    """A spell that ended by a change of status or by succession names what follows it."""
    following = {Ended.UPGRADED, Ended.DOWNGRADED, Ended.SUCCEEDED}
    for spell in nam.memberships:
        if spell.ended in following and spell.succeeded_by is None:
            yield hit(spell, "ended", ended=_value(spell.ended), end=spell.end)


@rule(
    "MEM006",
    "Nobody is a member before the founding",
    "starts on {start}, before the founding on {founding}",
)
def before_founding(nam: Dataset) -> Iterator[Hit]:
    """No spell in the Movement begins before its first summit."""
    first = min(
        (meeting.opened for meeting in nam.meetings.where(series="nam-summit")),
        key=lambda date: date.sort_key,
        default=None,
    )
    for spell in nam.memberships.where(body="nam"):
        if first is not None and spell.start.certainly_before(first):
            yield hit(spell, "start", start=spell.start, founding=first)


@rule("MEM007", "Only one founding", "began on {start}, which does not go with how it began")
def late_founders(nam: Dataset) -> Iterator[Hit]:
    """The founding members of the Movement are members from the first summit on."""
    firsts = nam.meetings.where(series="nam-summit", number=1)
    for spell in nam.memberships.where(body="nam", began="founding"):
        if spell.status is not Status.MEMBER or any(
            spell.start != meeting.opened for meeting in firsts
        ):
            yield hit(spell, "began", start=spell.start)
    for spell in nam.memberships.where(body="nam", status=Status.MEMBER):
        if spell.began is not Began.FOUNDING and any(
            spell.start == meeting.opened for meeting in firsts
        ):
            yield hit(spell, "began", start=spell.start)


_FOLLOWING = {Began.UPGRADED, Began.DOWNGRADED, Began.SUCCEEDED}


@rule("MEM008", "A spell begins as it follows another", "began as {began}, but {former}")
def beginnings(nam: Dataset) -> Iterator[Hit]:
    """What is upgraded or succeeds follows a spell that names it; what is readmitted had one."""
    before = {spell.succeeded_by: spell for spell in nam.memberships if spell.succeeded_by}
    for spell in nam.memberships:
        former = before.get(spell.id)
        if spell.began in _FOLLOWING and former is None:
            yield hit(spell, "began", began=_value(spell.began), former="no spell names it")
        if former is not None and spell.began not in _FOLLOWING:
            yield hit(spell, "began", began=_value(spell.began), former=f"{former.id} names it")
        if former is not None and former.body == spell.body:
            other_party = former.party != spell.party
            if other_party != (spell.began is Began.SUCCEEDED):
                yield hit(spell, "began", began=_value(spell.began), former=f"follows {former.id}")
        if spell.began is Began.READMITTED and not any(
            other.start.possibly_before(spell.start) and other.id != spell.id
            for other in nam.memberships.where(party=spell.party, body=spell.body)
        ):
            yield hit(spell, "began", began="readmitted", former="no spell lies before it")


# How a spell begins that follows on one with this ending.
_FOLLOWED_BY = {
    Ended.UPGRADED: {Began.UPGRADED},
    Ended.DOWNGRADED: {Began.DOWNGRADED},
    Ended.SUSPENDED: {Began.DOWNGRADED, Began.SUCCEEDED},
    Ended.SUCCEEDED: {Began.SUCCEEDED},
    Ended.MERGED: {Began.SUCCEEDED},
    Ended.DISSOLVED: {Began.SUCCEEDED},
}


@rule("MEM009", "A spell ends as it is followed", "ended as {ended}, but {later} follows")
def endings(nam: Dataset) -> Iterator[Hit]:
    """A spell with a successor was upgraded, downgraded, suspended, merged or succeeded."""
    for spell in nam.memberships:
        later = named_by(nam.memberships, spell.succeeded_by)
        fitting = _FOLLOWED_BY.get(spell.ended) if spell.ended else None
        if later is not None and (fitting is None or later.began not in fitting):
            yield hit(spell, "ended", ended=_value(spell.ended), later=later.id)
        if spell.end is Bound.OPEN and spell.ended is not None:
            yield hit(spell, "ended", ended=_value(spell.ended), later="nothing, since it is open,")


@rule("MEM010", "What is granted begins", "was {outcome}, and yet {state}")
def outcomes(nam: Dataset) -> Iterator[Hit]:
    """A granted application leads to the status sought, and any other to none at that time."""
    for one in nam.applications:
        if one.sought is None or one.decided is None:
            continue
        got = [
            spell
            for spell in nam.memberships.where(party=one.party, body=one.body)
            if spell.status is one.sought
            and spell.standing is Standing.HELD
            and spell.start.numbers[0] <= one.decided.numbers[1] + SOON
            and one.decided.numbers[0] <= spell.start.numbers[1] + SOON
        ]
        if (one.outcome is Outcome.GRANTED) != bool(got):
            state = f"{got[0].id} begins then" if got else f"it is no {one.sought.value} then"
            yield hit(one, "outcome", outcome=one.outcome.value, state=state)


SOON = 92
"""Within how many days of a decision a status is taken to follow from it."""


@rule(
    "MEM011",
    "What a meeting ended ended at it",
    "ended on {date}, but {meeting} lasted from {opened} to {closed}",
)
def ended_elsewhere(nam: Dataset) -> Iterator[Hit]:
    """A spell that a meeting ended ends on a day of it, or with its last day.

    An end is the first day after, so that a guest of one meeting ends on the day after it.
    """
    for spell in nam.memberships:
        meeting = named_by(nam.meetings, spell.ended_at)
        yield from outside(meeting, spell, "end", half_open=True)
        if meeting is not None and spell.end is Bound.OPEN:
            yield hit(
                spell,
                "ended_at",
                date="no day, since it is open",
                meeting=meeting.id,
                opened=meeting.opened,
                closed=meeting.closed or "an unknown day",
            )


@rule(
    "MEM012",
    "What a meeting decided was decided at it",
    "decided on {date}, but {meeting} lasted from {opened} to {closed}",
)
def decided_elsewhere(nam: Dataset) -> Iterator[Hit]:
    """An application that a meeting dealt with was decided, or last failed, on a day of it."""
    for one in nam.applications:
        meeting = named_by(nam.meetings, one.meeting)
        yield from outside(meeting, one, "decided")


@rule("MEM013", "How a spell began goes with where", "began as {began}, but {why}")
def strange_beginnings(nam: Dataset) -> Iterator[Hit]:
    """No meeting decides what is joined by a signature or only seen; taking part is the Movement's.

    Members and observers of the Movement do not join by a signature, and those whose spells one
    meeting began in one status came all by admission or all by taking part.
    """
    ways: dict[tuple[str | None, Status], set[Began]] = defaultdict(set)
    for spell in nam.memberships.where(body=MOVEMENT):
        if spell.began in _WAYS:
            ways[spell.began_at, spell.status].add(spell.began)
    for spell in nam.memberships:
        why = ""
        if spell.began in (Began.JOINED, Began.FIRST_SEEN) and spell.began_at:
            why = f"{spell.began_at} decided it"
        elif spell.body != MOVEMENT:
            why = "it is not in the Movement" if spell.began is Began.PARTICIPATED else ""
        elif spell.began is Began.JOINED and spell.status in (Status.MEMBER, Status.OBSERVER):
            why = "nobody becomes a member or an observer of the Movement by a signature"
        elif spell.began_at and len(ways[spell.began_at, spell.status]) > 1:
            why = f"others came otherwise at {spell.began_at}"
        if why:
            yield hit(spell, "began", began=_value(spell.began), why=why)


_WAYS = (Began.ADMITTED, Began.PARTICIPATED)


@rule("MEM014", "How a spell ended goes with where", "ended as {ended}, but {meeting} ended it")
def strange_endings(nam: Dataset) -> Iterator[Hit]:
    """What lapsed no meeting ended, and who was the guest of one meeting completed it."""
    for spell in nam.memberships:
        if spell.ended_at is None or spell.ended is None:
            continue
        guest = spell.began_at == spell.ended_at
        if spell.ended is Ended.LAPSED or guest != (spell.ended is Ended.COMPLETED):
            yield hit(spell, "ended", ended=spell.ended.value, meeting=spell.ended_at)


@rule(
    "MEM015",
    "A guest of one meeting is so while it lasts",
    "lasts from {start} to {end}, but {meeting} from {opened} to {closed}",
)
def guests(nam: Dataset) -> Iterator[Hit]:
    """A spell that one meeting began and ended lasts from its first day to its last.

    The end is the day after, since it is the first that does not count.
    """
    for spell in nam.memberships:
        meeting = named_by(nam.meetings, spell.began_at)
        if meeting is None or spell.began_at != spell.ended_at or meeting.closed is None:
            continue
        days = meeting.opened.numbers[0], meeting.closed.numbers[1] + 1
        end = spell.end.numbers[1] if isinstance(spell.end, PartialDate) else None
        if (spell.start.numbers[0], end) != days:
            yield hit(
                spell,
                "start",
                start=spell.start,
                end=spell.end,
                meeting=meeting.id,
                opened=meeting.opened,
                closed=meeting.closed,
            )


def _value(choice: Began | Ended | None) -> str:
    return choice.value if choice else "nothing"
