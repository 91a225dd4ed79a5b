"""Which documents speak of a topic, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dataset import Dataset
from ...dates import PartialDate
from ...records.base import Answer
from ...records.documents import DocumentKind
from ..registry import Found, RecordId, formula
from ..values import Amount, IdSet, Single

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


def _adopted_by(nam: Dataset, document: Document, body: str) -> bool:
    """Whether an organization, or a meeting in a series of it, adopted a document."""
    for key in document.adopted_by:
        if key == body:
            return True
        meeting = nam.meetings.get(key)
        if meeting is not None and meeting.series.startswith(f"{body}-"):
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
    """The documents of some days that speak of a topic; what is not known may speak of it."""
    held = _dated(nam, kinds, adopted_by, since, until)
    certain = frozenset(one.id for one in held if _speaks(one, topic) is Answer.YES)
    perhaps = frozenset(one.id for one in held if _speaks(one, topic) is not Answer.NO)
    return Found(value=IdSet(certain, perhaps), records=tuple(one.id for one in held))


@formula
def share_of_documents_on(
    nam: Dataset,
    *,
    topic: str,
    until: PartialDate,
    since: PartialDate | None = None,
    kinds: tuple[DocumentKind, ...] = (),
    adopted_by: RecordId | None = None,
) -> Found:
    """What share of the documents of some days speaks of a topic."""
    held = _dated(nam, kinds, adopted_by, since, until)
    answers = [_speaks(one, topic) for one in held]
    if not held:
        return Found(value=Single(None), records=())
    least = answers.count(Answer.YES) / len(held)
    most = least + answers.count(Answer.UNKNOWN) / len(held)
    return Found(value=Amount(least, most), records=tuple(one.id for one in held))


@formula
def first_document_on(
    nam: Dataset, *, topic: str, until: PartialDate, adopted_by: RecordId | None = None
) -> Found:
    """The first document that speaks of a topic.

    Not known where an earlier one may speak of it, or two are of one day.
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
    return Found(
        value=Single(None if rivals else spoken[0].id),
        records=(spoken[0].id, *(one.id for one in rivals)),
    )
