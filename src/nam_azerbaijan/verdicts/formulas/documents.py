"""Which documents speak of a topic, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dataset import Dataset
from ...dates import PartialDate
from ...records.base import Answer
from ...records.constants import MOVEMENT
from ...records.documents import DocumentKind
from ...records.meetings import MeetingKind
from ..registry import Found, RecordId, formula
from ..values import IdSet, Single

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...records.documents import Document


def _speaks(document: Document, topic: str) -> Answer:
    """Whether a document speaks of a topic: unknown where nobody who entered it could see."""
    if topic in document.topics or any(one.topic == topic for one in document.provisions):
        return Answer.YES
    said = [one.answer for one in document.mentions if one.topic == topic]
    return said[0] if said else Answer.UNKNOWN


def _dated(
    nam: Dataset, kinds: Iterable[DocumentKind], adopted_by: str | None, since: PartialDate | None,
    until: PartialDate,
) -> list[Document]:  # fmt: skip
    wanted = set(kinds)
    return [
        one
        for one in nam.find_documents(since=since, until=until, possible=True)
        if one.adopted is not None
        and (not wanted or one.kind in wanted)
        and (adopted_by is None or _adopted_by(nam, one, adopted_by))
    ]


_ELSEWHERE = (MeetingKind.EXTERNAL, MeetingKind.PREDECESSOR)
"""Meetings that are not of the Movement."""


def _adopted_by(nam: Dataset, document: Document, body: str) -> bool:
    """Whether an organization, an organ of it, or a meeting of the Movement adopted a document."""
    for key in document.adopted_by:
        organ, meeting = nam.organizations.get(key), nam.meetings.get(key)
        if key == body or (organ is not None and organ.parent == body):
            return True
        if meeting is not None and body == MOVEMENT and meeting.kind not in _ELSEWHERE:
            return True
    return False


@formula
def documents_on(
    nam: Dataset,
    *,
    topic: str,
    until: PartialDate,
    since: PartialDate | None = None,
    kinds: tuple[DocumentKind, ...] = (),
    adopted_by: RecordId | None = None,
) -> Found:
    """The documents of some days that speak of a topic.

    What is not known may speak of it, and there may be more documents than the data holds.
    """
    held = _dated(nam, kinds, adopted_by, since, until)
    certain = frozenset(one.id for one in held if _speaks(one, topic) is Answer.YES)
    perhaps = frozenset(one.id for one in held if _speaks(one, topic) is not Answer.NO)
    return Found(
        value=IdSet(certain, perhaps, more=not nam.manifest.holds_all("documents")),
        records=tuple(one.id for one in held if one.id in perhaps),
    )


@formula
def every_document_on(
    nam: Dataset,
    *,
    topic: str,
    until: PartialDate,
    since: PartialDate | None = None,
    kinds: tuple[DocumentKind, ...] = (),
    adopted_by: RecordId | None = None,
) -> Found:
    """Whether all documents of some days speak of a topic.

    One that does not says no; to say yes the data must hold them all.
    """
    held = _dated(nam, kinds, adopted_by, since, until)
    silent = tuple(one.id for one in held if _speaks(one, topic) is Answer.NO)
    if silent:
        return Found(value=Single(value=False), records=silent)
    spoken = [_speaks(one, topic) is Answer.YES for one in held]
    whole = nam.manifest.holds_all("documents") and bool(spoken) and all(spoken)
    return Found(value=Single(True if whole else None), records=tuple(one.id for one in held))


@formula
def first_document_on(
    nam: Dataset, *, topic: str, until: PartialDate, adopted_by: RecordId | None = None
) -> Found:
    """The first document that speaks of a topic.

    Not known where an earlier one may speak of it, or two are of one day, or where there may be
    documents that the data does not hold.
    """
    held = _dated(nam, (), adopted_by, None, until)
    spoken = [one for one in held if _speaks(one, topic) is Answer.YES]
    if not spoken or spoken[0].adopted is None:
        return Found(value=Single(None), records=())
    day = spoken[0].adopted
    rivals = [
        one
        for one in held
        if one is not spoken[0]
        and _speaks(one, topic) is not Answer.NO
        and one.adopted is not None
        and not day.certainly_before(one.adopted)
    ]
    whole = nam.manifest.holds_all("documents")
    return Found(
        value=Single(spoken[0].id if whole and not rivals else None),
        records=(spoken[0].id, *(one.id for one in rivals)),
    )
