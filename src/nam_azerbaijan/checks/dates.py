"""DAT: dates in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


def _periods(nam: Dataset) -> Iterable[Any]:
    return (*nam.memberships, *nam.chairmanships, *nam.chairpersons)


@rule("DAT001", "Starts before it ends", "starts on {start}, which cannot lie before its end {end}")
def backwards(nam: Dataset) -> Iterator[Hit]:
    """A spell, a term or a time in the chair has at least one day."""
    for record in _periods(nam):
        if isinstance(record.end, PartialDate) and not record.start.possibly_before(record.end):
            yield hit(record, "end", start=record.start, end=record.end)


def _earlier(one: PartialDate, other: PartialDate) -> bool:
    """Whether the first and the last day that one may be lie before those of the other."""
    return one.earliest < other.earliest and one.latest < other.latest


@rule("DAT002", "Opens before it closes", "opened on {first}, after its last day {last}")
def closed_first(nam: Dataset) -> Iterator[Hit]:
    """A meeting does not close, nor an event end, before it begins."""
    for record, first, last, field in (
        *((meeting, meeting.opened, meeting.closed, "closed") for meeting in nam.meetings),
        *((event, event.date, event.until, "until") for event in nam.events),
        *((one, one.applied, one.decided, "decided") for one in nam.applications),
    ):
        if first is not None and last is not None and _earlier(last, first):
            yield hit(record, field, first=first, last=last)


@rule(
    "DAT003",
    "Dates lie within what the data knows",
    "{date} lies after {limit}, and it is {standing}",
)
def too_late(nam: Dataset) -> Iterator[Hit]:
    """What was held lies on or before the day as of which the data knows."""
    for collection, field in (
        ("memberships", "start"),
        ("chairmanships", "start"),
        ("chairpersons", "start"),
        ("meetings", "opened"),
        ("events", "date"),
        ("documents", "date"),
        ("votes", "date"),
    ):
        for record in nam.collection(collection):
            date = getattr(record, field)
            standing = getattr(record, "standing", None)
            held = standing is None or standing.value == "held"
            if held and date is not None and date.earliest > nam.as_of:
                yield hit(record, field, date=date, limit=nam.as_of, standing="held")


@rule(
    "DAT004",
    "Documents are adopted, signed and in force in this order",
    "{later} on {second} comes before {earlier} on {first}",
)
def document_steps(nam: Dataset) -> Iterator[Hit]:
    """A document does not come into force before it was adopted or signed."""
    for document in nam.documents:
        for earlier in ("adopted", "signed"):
            first, second = getattr(document, earlier), document.in_force
            if first and second and second.certainly_before(first):
                yield hit(
                    document,
                    "in_force",
                    later="in force",
                    second=second,
                    earlier=earlier,
                    first=first,
                )


@rule(
    "DAT005",
    "Names and codes follow one another",
    "{what} is in use until {end}, but the next begins on {start}",
)
def name_order(nam: Dataset) -> Iterator[Hit]:
    """Each former name of a state ends where the next begins, so that each day has one name."""
    for state in nam.states:
        for number, (former, later) in enumerate(zip(state.names, state.names[1:], strict=False)):
            if former.end is None or former.end != later.start:
                yield hit(
                    state,
                    f"names[{number}].end",
                    what=former.name,
                    end=former.end or "ever",
                    start=later.start or "the beginning",
                )
