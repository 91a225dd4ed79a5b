"""Azerbaijan in the Non-Aligned Movement on one screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ..dates import Bound, PartialDate
from ..records.base import Answer, Standing
from ..records.meetings import MeetingKind
from ..text import fold

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.base import Citation
    from ..records.documents import Document, Provision
    from ..records.meetings import Meeting

__all__ = ["CONFLICT", "Line", "brief", "short_sources"]

CONFLICT = "armenia-azerbaijan-conflict"
PARTY = "azerbaijan"

# The meetings that the brief goes into, and under which heading.
_LEVELS = {
    MeetingKind.SUMMIT: "summits",
    MeetingKind.MINISTERIAL_CONFERENCE: "ministerial conferences",
    MeetingKind.BUREAU_MINISTERIAL: "ministerial conferences",
    MeetingKind.SPECIAL_MINISTERIAL: "other meetings",
    MeetingKind.CONTACT_GROUP: "other meetings",
    MeetingKind.ASSEMBLY_MINISTERIAL: "other meetings",
    MeetingKind.COMMEMORATIVE: "other meetings",
}
# What a paragraph may refer to, and how a narrow column calls it.
ASPECTS = {
    "territorial_integrity": "TI",
    "self_determination": "SD",
    "unsc_resolutions": "SC",
    "non_use_of_force": "NF",
    "mediation_format": "MF",
    "occupation": "OC",
    "non_recognition": "NR",
    "displaced_persons": "DP",
    "names_state": "ST",
    "names_forces": "FO",
}


@attrs.frozen(kw_only=True)
class Line:
    """One statement of the brief.

    Attributes:
        section: `status`, `chair`, `attendance`, `conflict paragraphs` or `alignments`.
        date: its first day, as known.
        until: the first day on which it no longer holds, `open` or `unknown`; may be empty.
        subject: what it is about.
        answer: what is said of it.
        detail: more of it.
        record: id of the record behind it.
        source: id of the first source of that record.
        locator: the place in the source.
        sources: how many sources the record cites.
    """

    section: str
    date: str = ""
    until: str = ""
    subject: str
    answer: str
    detail: str = ""
    record: str
    source: str
    locator: str = ""
    sources: int = 1


def brief(nam: Dataset) -> tuple[Line, ...]:
    """Status, chairmanship, attendance, paragraphs on the conflict, and alignments, in order."""
    return (
        *_status(nam),
        *_chair(nam),
        *_attendance(nam),
        *_paragraphs(nam),
        *_alignments(nam),
    )


def _cited(citations: Iterable[Citation]) -> dict[str, Any]:
    held = tuple(citations)
    return {
        "source": held[0].source,
        "locator": held[0].locator,
        "sources": len({citation.source for citation in held}),
    }


def _status(nam: Dataset) -> Iterator[Line]:
    for spell in nam.spells(PARTY):
        where = meeting_label(nam.meetings[spell.began_at]) if spell.began_at else ""
        yield Line(
            section="status",
            date=str(spell.start),
            until=str(spell.end),
            subject=spell.status.value,
            answer=spell.began.value if spell.began else "",
            detail=where,
            record=spell.id,
            **_cited(spell.sources),
        )


def _chair(nam: Dataset) -> Iterator[Line]:
    for term in nam.chairmanships.where(state=PARTY):
        people = [one.person for one in nam.chairpersons.where(term=term.id)]
        yield Line(
            section="chair",
            date=str(term.start),
            until=str(term.end),
            subject=", ".join(nam.persons[person].name for person in people),
            answer=term.standing.value,
            detail="; ".join(
                f"extended from {extension.planned_end} to {extension.new_end or 'no set day'}"
                for extension in term.extensions
            ),
            record=term.id,
            **_cited(term.sources),
        )


def meeting_label(meeting: Meeting) -> str:
    """Place and year of a meeting, such as `Durban 1998`; the better known place is in brackets."""
    place = meeting.city.partition(" (")[2].rstrip(")") or meeting.city or meeting.format.value
    return f"{place} {meeting.opened.text[:4]}"


def _attendance(nam: Dataset) -> Iterator[Line]:
    held = [(nam.meetings[one.meeting], one) for one in nam.participations.where(party=PARTY)]
    held = [pair for pair in held if pair[0].kind in _LEVELS]
    for meeting, one in sorted(held, key=lambda pair: (pair[0].opened.sort_key, pair[0].id)):
        leader = one.head_of_delegation
        yield Line(
            section="attendance",
            date=str(meeting.opened),
            subject=meeting_label(meeting),
            answer={Answer.YES: "attended", Answer.NO: "absent", Answer.UNKNOWN: "not known"}[
                one.attended
            ],
            detail=", ".join(
                part
                for part in (
                    _LEVELS[meeting.kind],
                    one.capacity.value,
                    f"led by {nam.persons[leader].name}" if leader else "",
                )
                if part
            ),
            record=one.id,
            **_cited(one.sources),
        )


def conflict_paragraphs(nam: Dataset) -> Iterator[tuple[Document, Provision]]:
    """The provisions of NAM documents on the conflict, in order of date."""
    for document in nam.find_documents(topic=CONFLICT):
        by = [nam.get(key) for key in document.adopted_by]
        if any(isinstance(one, Meeting) or one.id == "coordinating-bureau" for one in by):
            for provision in document.provisions:
                if provision.topic == CONFLICT:
                    yield document, provision


def _document_label(nam: Dataset, document: Document) -> str:
    """Place, year and kind of a document, such as `Tehran 2012, final document`."""
    kind = document.kind.value.replace("-", " ")
    for key in document.adopted_by:
        if key in nam.meetings:
            return f"{meeting_label(nam.meetings[key])}, {kind}"
    return f"Bureau {document.date.text[:7] if document.date else ''}, {kind}"


def _paragraphs(nam: Dataset) -> Iterator[Line]:
    for document, provision in conflict_paragraphs(nam):
        yield Line(
            section="conflict paragraphs",
            date=str(document.date or ""),
            subject=_document_label(nam, document),
            answer=provision.locator or "paragraph not known",
            detail="; ".join(
                f"{name.replace('_', ' ')}: {getattr(provision, name).value}" for name in ASPECTS
            ),
            record=document.id,
            **_cited(provision.sources or document.sources),
        )
    for document in nam.find_documents(kind="final-document"):
        if any(one.topic == CONFLICT and one.answer is Answer.UNKNOWN for one in document.mentions):
            yield Line(
                section="conflict paragraphs",
                date=str(document.date or ""),
                subject=_document_label(nam, document).partition(",")[0],
                answer="text not seen",
                record=document.id,
                **_cited(document.sources),
            )


def _alignments(nam: Dataset) -> Iterator[Line]:
    spells = [
        spell
        for spell in nam.memberships.where(party=PARTY)
        if spell.body != "nam" and spell.standing is Standing.HELD
    ]
    for spell in sorted(spells, key=lambda spell: (spell.start.sort_key, spell.id)):
        body = nam.organizations[spell.body]
        yield Line(
            section="alignments",
            date=str(spell.start),
            until=str(spell.end),
            subject=body.abbreviation or body.name,
            answer=spell.status.value,
            detail=body.name,
            record=spell.id,
            **_cited(spell.sources),
        )


def short_sources(lines: Iterable[Line]) -> str:
    """The sources of several lines in a few words."""
    used = list(dict.fromkeys(line.source for line in lines))
    more = f" and {len(used) - 2} more" if len(used) > 2 else ""  # noqa: PLR2004
    return ", ".join(used[:2]) + more


def years(date: str, until: str) -> str:
    """A period in years, such as `1994-1999`, `1992-` where it lasts, `2002-?`."""
    start = date[:4] + ("?" if ".." in date and date[:4] != date.split("..")[1][:4] else "")
    if until == str(Bound.OPEN):
        return f"{start}-"
    if until == str(Bound.UNKNOWN):
        return f"{start}-?"
    end = dt.date.fromordinal(PartialDate(until).latest.toordinal() - 1).year
    return start if str(end) == start else f"{start}-{end}"


def grouped(lines: Iterable[Line], key: str) -> dict[str, list[Line]]:
    """Lines by one of their attributes, in order of first appearance."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(getattr(line, key), []).append(line)
    return groups


def in_order_of_name(lines: Iterable[Line]) -> list[Line]:
    """Lines by their subject."""
    return sorted(lines, key=lambda line: fold(line.subject))
