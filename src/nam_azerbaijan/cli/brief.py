"""A state in the Non-Aligned Movement on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..dates import PartialDate, as_bound, as_date
from ..records import MOVEMENT
from ..records.base import Answer, Standing
from ..records.documents import DocumentKind
from ..records.meetings import Meeting, MeetingKind
from ..store import Row
from ..tables.lines import meeting_label, years
from ..tables.of_queries import chair_table, participation_table, spell_table
from ..tables.rows import Heading, Table, part_table, record_table
from ..text import fold

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.documents import Document
    from ..records.parties import State

__all__ = ["ASPECTS", "brief_table", "in_years"]

CONFLICT = "armenia-azerbaijan-conflict"

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
_ATTENDED = {Answer.YES: "attended", Answer.NO: "absent", Answer.UNKNOWN: "not known"}
ASPECTS = {
    "territorial_integrity": "TI",
    "self_determination": "SD",
    "unsc_resolutions": "SC",
    "non_use_of_force": "NF",
    "mediation_format": "MF",
    "occupation": "OC",
    "non_recognition": "NR",
    "displaced_persons": "DP",
    "communities": "CO",
    "names_state": "ST",
    "names_forces": "FO",
    "calls_on_state": "CS",
}
"""What a paragraph may refer to, and how a narrow column calls it."""

_HEADINGS = (
    Heading("section"),
    Heading("date", PartialDate),
    Heading("until", PartialDate),
    *map(Heading, ("subject", "answer", "detail", "record", "source", "locator")),
    Heading("sources", int),
)


def brief_table(nam: Dataset, state: State) -> Table:
    """A state's status, chairmanships, attendance, paragraphs on the conflict and alignments.

    Beside the paragraphs stand the answers to them, of whichever side.

    Columns are `section`; `date` and `until`, the first day on which it no longer holds; what is
    said of which `subject`; the `record` behind it, its first `source` and `locator`, and how many
    `sources` it cites.
    """
    rows = (
        *_status(nam, state.id),
        *_applications(nam, state.id),
        *_chair(nam, state.id),
        *_attendance(nam, state.id),
        *_paragraphs(nam, state.id),
        *_answers(nam, state.id),
        *_alignments(nam, state.id),
    )
    return Table(_HEADINGS, rows, tuple(heading.name for heading in _HEADINGS))


def _row(section: str, record: Row, subject: str, answer: str, **more: str) -> Row:
    """A row of the brief from one of another table."""
    return {
        "section": section,
        "date": record.get("date") or record.get("start") or "",
        "until": record.get("end") or "",
        "subject": subject,
        "answer": answer,
        "detail": "",
        "record": record["id"],
        "source": record["source"],
        "locator": record["locator"],
        "sources": len(record["sources"]),
        **more,
    }


def _status(nam: Dataset, state: str) -> Iterator[Row]:
    for spell in spell_table(nam.spells(state), nam.get).rows:
        where = spell["began_at"]
        detail = meeting_label(nam.meetings[where]) if where else ""
        yield _row("status", spell, spell["status"], spell["began"] or "", detail=detail)


def _applications(nam: Dataset, state: str) -> Iterator[Row]:
    made = nam.applications.where(party=state, body=MOVEMENT)
    for one in record_table("applications", made).rows:
        date = one["applied"] or one["decided"] or ""
        sought = one["sought"] or "a status"
        yield _row("applications", one, sought, one["outcome"], date=date)


def _chair(nam: Dataset, state: str) -> Iterator[Row]:
    for term in nam.chairmanships.where(state=state):
        people = sorted(
            nam.chairpersons.where(term=term.id), key=lambda one: (one.start.sort_key, one.id)
        )
        held = chair_table([(term, one) for one in people], nam.get).rows
        (row,) = record_table("chairmanships", [term]).rows
        extended = (
            f"extended from {one.planned_end} to {one.new_end or 'no set day'}"
            for one in term.extensions
        )
        names = ", ".join(dict.fromkeys(one["person_name"] for one in held))
        yield _row("chair", row, names, row["standing"], detail="; ".join(extended))


def _attendance(nam: Dataset, state: str) -> Iterator[Row]:
    held = nam.participations.where(party=state)
    meetings = {one.id: nam.meetings[one.meeting] for one in held}
    held = tuple(one for one in held if meetings[one.id].kind in _LEVELS)
    rows = participation_table(held, nam.get).rows
    for row in sorted(rows, key=lambda row: (as_date(row["opened"]).sort_key, row["meeting"])):
        meeting = meetings[row["id"]]
        leader = row["head_of_delegation_name"]
        parts = (_LEVELS[meeting.kind], row["capacity"], f"led by {leader}" if leader else "")
        yield _row(
            "attendance",
            row,
            meeting_label(meeting),
            _ATTENDED[Answer(row["attended"])],
            date=row["opened"],
            detail=", ".join(filter(None, parts)),
        )


def _paragraphs(nam: Dataset, state: str) -> Iterator[Row]:
    """What documents of the Movement say on the conflict, of a state that they speak of."""
    found = [one for one in nam.find_documents(topic=CONFLICT) if state in one.about]
    for document in found:
        by = [nam.get(key) for key in document.adopted_by]
        if not any(isinstance(one, Meeting) or one.id == "coordinating-bureau" for one in by):
            continue
        (row,) = record_table("documents", [document]).rows
        provisions = part_table("documents", "provisions", [document]).rows
        for one in provisions:
            if one["topic"] == CONFLICT:
                own = one["sources"]
                cited = {"source": own[0]["source"], "locator": own[0].get("locator", "")}
                yield {
                    **_row(
                        "conflict paragraphs",
                        {**row, **cited, "sources": {c["source"] for c in own}} if own else row,
                        _document_label(nam, document),
                        one["locator"] or "paragraph not known",
                        detail="; ".join(f"{n.replace('_', ' ')}: {one[n]}" for n in ASPECTS),
                    )
                }
    for document in nam.find_documents(kind=DocumentKind.FINAL_DOCUMENT) if found else ():
        if any(one.topic == CONFLICT and one.answer is Answer.UNKNOWN for one in document.mentions):
            (row,) = record_table("documents", [document]).rows
            subject = _document_label(nam, document).partition(",")[0]
            yield _row("conflict paragraphs", row, subject, "text not seen")


def _answers(nam: Dataset, state: str) -> Iterator[Row]:
    """Statements and letters about documents of the Movement that have such paragraphs."""
    found = [one for one in nam.find_documents(topic=CONFLICT) if state in one.about]
    meant = {one.id for one in found}
    for document in nam.find_documents(topic=CONFLICT):
        if document.kind in (DocumentKind.STATEMENT, DocumentKind.LETTER) and meant & {
            *document.about
        }:
            (row,) = record_table("documents", [document]).rows
            date = document.date.text if document.date else ""
            subject = document.title.removeprefix("(").removesuffix(")")
            yield _row("answers", row, subject, document.standing.value, date=date)


def _document_label(nam: Dataset, document: Document) -> str:
    """Place, year and kind of a document, such as `Tehran 2012, final document`."""
    kind = document.kind.value.replace("-", " ")
    for key in document.adopted_by:
        if key in nam.meetings:
            return f"{meeting_label(nam.meetings[key])}, {kind}"
    return f"Bureau {document.date.text[:7] if document.date else ''}, {kind}"


def _alignments(nam: Dataset, state: str) -> Iterator[Row]:
    spells = [
        spell
        for spell in nam.memberships.where(party=state)
        if spell.body != MOVEMENT and spell.standing is Standing.HELD
    ]
    spells.sort(key=lambda spell: (spell.start.sort_key, spell.id))
    for row in spell_table(spells, nam.get).rows:
        body = nam.organizations[row["body"]]
        subject = body.abbreviation or body.name
        yield _row("alignments", row, subject, row["status"], detail=body.name)


def in_years(rows: Iterable[Row]) -> list[str]:
    """Rows by their subject, with their years."""
    return [
        f"{row['subject']} {years(as_date(row['date']), as_bound(row['until']))}"
        for row in sorted(rows, key=lambda row: fold(row["subject"]))
    ]
