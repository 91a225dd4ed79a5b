"""What is particular to the page of a state: its status in words, its summits, its votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from nam_azerbaijan import (
    Answer,
    Bound,
    CoverageError,
    Meeting,
    MeetingKind,
    Membership,
    Participation,
    Standing,
    State,
    Vote,
)
from nam_azerbaijan.records.constants import MOVEMENT

from .attached import Attached
from .library import Library
from .page import NOTHING, Page
from .sections import Column, Row, Section
from .words import NO_STATUS, count, phrase, worded

__all__ = ["state_lead", "summit_section", "vote_section"]


ATTENDED = {
    Answer.YES: "attended",
    Answer.NO: "did not attend",
    Answer.UNKNOWN: "not known",
}


def state_lead(page: Page, state: Any) -> Markup:
    """What a party is, and was, in the Movement: a sentence for each spell, the last first."""
    held = page.library.referring_by(state.id, "memberships", "party")
    real = [one for one in held if one.body == MOVEMENT and one.standing is Standing.HELD]
    spells = sorted(real, key=lambda one: one.start.sort_key, reverse=True)
    if not spells:
        return Markup("No status in the Movement is on record.")
    return Markup(" ").join(_sentence(page, spell) for spell in spells)


def _sentence(page: Page, spell: Membership) -> Markup:
    status = phrase(spell.status.value)
    attached = Attached(spell, ("status", "start", "end"), page.library, whole="status")
    beside = page.beside(attached, "status")
    start = page.day(spell.start) + page.beside(attached, "start")
    if spell.end is Bound.OPEN:
        said = Markup("<strong>{} of the Movement</strong>{} since {}.")
        return said.format(status.capitalize(), beside, start)
    end = page.day(spell.end) + page.beside(attached, "end")
    return Markup("Was {}{} from {} until {}.").format(status, beside, start, end)


def summit_section(state: State, library: Library) -> Section | None:
    """Every summit since the party first had a status, and whether it was there.

    `None` where the data does not cover who took part, or there is no such summit.
    """
    nam = library.nam
    try:
        nam.manifest.require_covered("participations", party=state.id)
    except CoverageError:
        return None
    seen = {one.meeting: one for one in nam.participations.where(party=state.id)}
    spells = nam.memberships.where(party=state.id, body=MOVEMENT)
    since = min((one.start.earliest for one in spells), default=nam.as_of)
    summits = [
        one
        for one in nam.find_meetings(kind=MeetingKind.SUMMIT)
        if one.id in seen or one.opened.latest >= since
    ]
    if not summits:
        return None

    def row(page: Page, meeting: Meeting) -> Row:
        one = seen.get(meeting.id)
        presence = _presence(page, one) if one else [escape("not recorded"), NOTHING]
        cells = [page.short_link(meeting.id), _heads_met(page, meeting), *presence]
        told = _told(page, one) if one else NOTHING
        return Row(cells, detail=told)

    answers = [seen[one.id].attended if one.id in seen else Answer.UNKNOWN for one in summits]
    counts = ", ".join(f"{words} {answers.count(answer)}" for answer, words in ATTENDED.items())
    intro = (
        f"Of {count(len(summits), 'summit')} since it first had a status in the Movement: "
        f"{counts}. "
        "Not known means that no source seen says whether it was there; it may have been. "
        "The day is that on which the heads of state or government began to meet; where their "
        "officials are on record as a part of the summit, it had opened with these before."
    )
    columns = [Column("Summit"), Column("Heads met from"), Column("Was it there?"), Column("As")]
    return Section("summits", "At which summits it was", columns, summits, row, intro)


def _heads_met(page: Page, meeting: Meeting) -> Markup:
    """When the heads began to meet; beside it when the summit had opened with its other parts."""
    parts = page.library.nam.meetings.where(part_of=meeting.id)
    heads = [one for one in parts if one.kind is MeetingKind.HEADS_SEGMENT]
    if not heads:
        return page.when(meeting.opened)
    before = Markup(" <small>(summit opened {})</small>").format(page.when(meeting.opened))
    return page.when(heads[0].opened) + before


def _told(page: Page, one: Participation) -> Markup:
    """What else is on record of its presence."""
    attached = Attached(one, ("summary", "note"), page.library, cited=False)
    texts = (page.field(one, name, attached) for name in ("summary", "note") if getattr(one, name))
    return NOTHING.join(Markup("<p>{}</p>").format(text) for text in texts)


def _presence(page: Page, one: Participation) -> Iterator[Markup]:
    attached = Attached(one, ("attended", "capacity"), page.library, whole="attended")
    mark = Markup('<span class="answer {}">{}</span>').format(
        one.attended.value, ATTENDED[one.attended]
    )
    yield mark + page.beside(attached, "attended")
    yield page.field(one, "capacity", attached)


def vote_section(state: State, library: Library) -> Section | None:
    """How the party voted, and what it was on the day; elections in which it stood."""
    nam = library.nam
    found: list[tuple[Vote, str]] = []
    for vote in nam.votes:
        found += [(vote, one.choice.value) for one in vote.votes if one.state == state.id]
        found += [
            (vote, f"{count(one.value, 'vote')} for it")
            for one in vote.tally
            if one.name == state.id
        ]
    if not found:
        return None
    found.sort(key=lambda pair: pair[0].date.sort_key)
    columns = [
        Column("Date"),
        Column("Vote"),
        Column("Its vote"),
        Column("What it was in the Movement"),
    ]

    def row(page: Page, pair: tuple[Vote, str]) -> Row:
        vote, choice = pair
        try:
            status = nam.status(state, on=vote.date)
        except CoverageError:
            status = None
        said = worded(status) if status else NO_STATUS
        cells = [page.when(vote.date), page.link(vote.id), escape(choice), escape(said)]
        return Row(cells)

    return Section("votes", "Votes", columns, found, row)
