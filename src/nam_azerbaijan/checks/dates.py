"""DAT: dates in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ..dates import PartialDate
from ..records.base import Standing
from ..records.parties import Dated, State
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset


def _earlier(one: PartialDate, other: PartialDate) -> bool:
    """Whether the first and the last day that one may be lie before those of the other."""
    return one.earliest < other.earliest and one.latest < other.latest


@rule("DAT002", "Begins before it ends", "begins on {first}, after its last day {last}")
def closed_first(nam: Dataset) -> Iterator[Hit]:
    """A meeting does not close before it opens, nor an event end before it begins.

    No application is decided before it is made.
    """
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
    """A document is not signed before it was adopted, nor in force before either."""
    for document in nam.documents:
        for earlier, later in combinations(("adopted", "signed", "in_force"), 2):
            first, second = getattr(document, earlier), getattr(document, later)
            if first and second and second.certainly_before(first):
                yield hit(
                    document,
                    later,
                    later=later.replace("_", " "),
                    second=second,
                    earlier=earlier,
                    first=first,
                )


@rule(
    "DAT005",
    "Names and codes follow one another",
    "{what} is in use until {end}, but the next from {start}",
)
def name_order(nam: Dataset) -> Iterator[Hit]:
    """Each former name of a state ends where the next begins, and so do codes of one system.

    So each day between the first and the last has one name, and one code in each system.
    """
    for state in nam.states:
        for held in _in_order(state):
            for (_, former), (path, later) in pairwise(held):
                if former.end is None or former.end != later.start:
                    yield hit(
                        state,
                        f"{path}.start",
                        what=_called(former),
                        end=former.end or "the last",
                        start=later.start or "the beginning",
                    )


def _in_order(state: State) -> list[Sequence[tuple[str, Dated]]]:
    """The names of a state, and its codes by system, each with its path."""
    codes: dict[str, list[tuple[str, Dated]]] = defaultdict(list)
    for number, code in enumerate(state.codes):
        codes[code.system].append((f"codes[{number}]", code))
    names = [(f"names[{number}]", name) for number, name in enumerate(state.names)]
    return [names, *codes.values()]


def _called(dated: Dated) -> str:
    return str(getattr(dated, "name", "") or getattr(dated, "value", ""))


@rule(
    "DAT006",
    "Times of existence follow one another",
    "{later} does not follow {former}",
)
def existence_order(nam: Dataset) -> Iterator[Hit]:
    """A state or organization that came back exists again only after it had ended."""
    for party in (*nam.states, *nam.organizations):
        for number, (former, later) in enumerate(pairwise(party.existence), start=1):
            if not isinstance(former.end, PartialDate) or later.start.certainly_before(former.end):
                yield hit(party, f"existence[{number}]", former=former, later=later)


@rule(
    "DAT007",
    "Names and codes are in use before they end",
    "{what} is in use from {start}, which cannot lie before its end {end}",
)
def backwards(nam: Dataset) -> Iterator[Hit]:
    """A name or a code of a state is in use on one day at least."""
    for state in nam.states:
        for path, dated in (one for held in _in_order(state) for one in held):
            start, end = dated.start, dated.end
            if start is not None and end is not None and not start.possibly_before(end):
                yield hit(state, path, what=_called(dated), start=start, end=end)


@rule(
    "DAT008",
    "Who is seen in an office holds it",
    "seen in office on {seen}, but {title} from {period}",
)
def seen_outside(nam: Dataset) -> Iterator[Hit]:
    """A day on which a source shows a person in an office lies within the time in it."""
    for person in nam.persons:
        for number, office in enumerate(person.offices):
            period, seen = office.period, office.seen
            if period and seen and not period.contains(seen, possible=True):
                yield hit(
                    person, f"offices[{number}].seen", seen=seen, title=office.title, period=period
                )


@rule(
    "DAT009",
    "What is planned lies ahead",
    "{date} lies before {limit}, and it is planned",
)
def past_plans(nam: Dataset) -> Iterator[Hit]:
    """Nothing is still planned for a day before that as of which the data knows.

    It came true, or it did not, or it is not known whether it did.
    """
    for collection, field in (
        ("memberships", "start"),
        ("chairmanships", "start"),
        ("meetings", "opened"),
    ):
        for record in nam.collection(collection):
            date = getattr(record, field)
            if record.standing is Standing.PLANNED and date.latest < nam.as_of:
                yield hit(record, field, date=date, limit=nam.as_of)
