"""AST: statements, what decides them, and the disputes to which they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from ..dates import PartialDate
from ..errors import CoverageError
from ..evidence.disputes import key_of
from ..findings import Severity
from ..records.constants import MOVEMENT
from ..records.evidence import Assertion, Claim
from ..records.walk import NO_VALUE, references, value_at
from ..text import fold
from ..verdicts.registry import Found, inside, problems, run
from ..verdicts.values import Ruling
from ..verdicts.verify import as_of
from .evidence import word_set
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.documents import Document
    from ..records.evidence import Computation


class Ruled(NamedTuple):
    """A statement that can be computed, and what came of it.

    Attributes:
        statement: the statement.
        found: what the data gives; `None` where it does not cover what is asked.
        ruling: the ruling on the statement, if there is one.
        problem: why its value cannot be compared with what was found.
    """

    statement: Assertion
    found: Found | None = None
    ruling: Ruling | None = None
    problem: str = ""


_RULED: WeakKeyDictionary[Dataset, tuple[Ruled, ...]] = WeakKeyDictionary()


def ruled(nam: Dataset) -> tuple[Ruled, ...]:
    """Each statement that can be computed, with what came of it.

    It is kept for a data set, since several rules ask for it.
    """
    if nam not in _RULED:
        _RULED[nam] = tuple(_ruled(nam))
    return _RULED[nam]


def computation_of(one: Assertion) -> Computation:
    """The computation of a statement of which `ruled` tells."""
    assert one.computation is not None  # noqa: S101
    return one.computation


def _ruled(nam: Dataset) -> Iterator[Ruled]:
    for one in nam.assertions:
        if one.computation is None or one.comparison is None or one.value is None:
            continue
        if any(problems(nam, one.computation)):
            continue
        found = None
        try:
            found = run(nam, one.computation, as_of(nam, one))
            yield Ruled(one, found, found.value.ruling(one.comparison, one.value))
        except CoverageError:
            yield Ruled(one)
        except (TypeError, ValueError) as error:
            yield Ruled(one, found, problem=str(error))


@rule("AST001", "A computation can be run", "{problem}")
def cannot_be_run(nam: Dataset) -> Iterator[Hit]:
    """The computation of a statement exists and takes its parameters."""
    for one in nam.assertions:
        if one.computation is not None:
            for problem in problems(nam, one.computation):
                yield hit(one, "computation", problem=problem)


@rule("AST002", "What is computed can be compared", "{problem}")
def cannot_be_compared(nam: Dataset) -> Iterator[Hit]:
    """A statement with a computation says which value it asserts, and how the two compare."""
    for one in nam.assertions:
        if one.computation is None:
            if one.comparison is not None:
                yield hit(one, "comparison", problem="compares, but nothing is computed")
            continue
        for name in ("comparison", "value"):
            if getattr(one, name) is None:
                yield hit(one, name, problem="is missing, so that nothing can be compared")
    for one, _, _, problem in ruled(nam):
        if problem:
            yield hit(one, "value", problem=problem)


@rule("AST003", "A statement is of a day that the data knows", "{day} lies after {last}")
def too_late(nam: Dataset) -> Iterator[Hit]:
    """The as-of day of a statement is not later than the data knows."""
    last = PartialDate(nam.as_of.isoformat())
    for one in nam.assertions:
        if one.as_of is not None and last.certainly_before(one.as_of):
            yield hit(one, "as_of", day=one.as_of, last=last)


@rule("AST004", "A dispute has two sides", "no other side belongs to {key}")
def one_sided(nam: Dataset) -> Iterator[Hit]:
    """No claim stands alone, and the dispute that a statement names has another side."""
    for dispute in nam.disputes():
        sides: list[Claim | Assertion] = [*dispute.claims, *dispute.assertions]
        if len(sides) == 1:
            yield hit(sides[0], "dispute", key=dispute.id)


@rule("AST005", "A dispute has an id of its own", "{key!r} does not begin with 'dispute-'")
def misnamed(nam: Dataset) -> Iterator[Hit]:
    """The id of a dispute begins with "dispute-", so that no record has it."""
    sides: list[Claim | Assertion] = [*nam.claims, *nam.assertions]
    for one in sides:
        if one.dispute and not one.dispute.startswith("dispute-"):
            yield hit(one, "dispute", key=one.dispute)


@rule("AST006", "A nature is that of a side", "differs as {nature}, but from nothing")
def differs_from_nothing(nam: Dataset) -> Iterator[Hit]:
    """A statement that has a nature belongs to a dispute."""
    for one in nam.assertions:
        if one.nature is not None and not one.dispute:
            yield hit(one, "nature", nature=one.nature.value)


@rule(
    "AST007",
    "What the data contradicts is explained",
    "the data contradicts it, but neither a note nor its nature says why",
    Severity.WARNING,
)
def unexplained(nam: Dataset) -> Iterator[Hit]:
    """A statement that the data contradicts has a nature in a dispute, or a note."""
    for one, _, ruling, _ in ruled(nam):
        if ruling is Ruling.CONTRADICTED and one.nature is None and not one.note.strip():
            yield hit(one, "value")


@rule("AST008", "A computation reads what is there", "{problem}")
def reads_nothing(nam: Dataset) -> Iterator[Hit]:
    """Where the computation of a statement names a record and a path, a value stands there.

    It is a date where one is computed, and a number where a number is asserted. A list, a series
    or a topic that it names is one of the data set.
    """
    known = {
        "set": {one.set for one in nam.principles},
        "series": {one.series for one in nam.meetings},
        "topic": {topic for one in nam.documents for topic in _topics(one)},
    }
    for one, *_ in ruled(nam):
        for what in inside(computation_of(one)):
            asserted = one.value if what is one.computation and what.name == "value_of" else None
            for problem in _unread(nam, what, asserted):
                yield hit(one, "computation", problem=problem)
            for name, held in known.items():
                value = dict(what.parameters).get(name)
                if value is not None and value not in held:
                    yield hit(one, "computation", problem=f"no {name} is called {value!r}")


def _topics(document: Document) -> Iterator[str]:
    yield from document.topics
    yield from (one.topic for one in document.provisions)
    yield from (one.topic for one in document.mentions)


def _unread(nam: Dataset, what: Computation, asserted: Any) -> Iterator[str]:
    """What is wrong with the paths that a computation reads."""
    given = dict(what.parameters)
    for key, path in (("record", "path"), ("first", "first_path"), ("second", "second_path")):
        if path in given:
            value = value_at(nam.get(given[key]), given[path])
            if value is NO_VALUE or value is None:
                yield f"{given[path]!r} leads nowhere in {given[key]}"
            elif what.name in _OF_DATES and not isinstance(value, PartialDate):
                yield f"{given[path]!r} of {given[key]} is no date"
            elif asserted is not None and isinstance(asserted, int) != isinstance(value, int):
                yield f"{given[path]!r} of {given[key]} is not what {asserted!r} is"


_OF_DATES = ("date_of", "time_between")


@rule(
    "AST009",
    "Sides of a dispute speak of the same",
    "has nothing in common with the other sides of {key}, nor with its words",
    Severity.WARNING,
)
def off_the_point(nam: Dataset) -> Iterator[Hit]:
    """Who names a dispute is about what its other sides are about, or says a word of its id.

    That all of them refer to the Movement, or to Azerbaijan, is not enough.
    """
    for dispute in nam.disputes():
        sides: list[Claim | Assertion] = [*dispute.claims, *dispute.assertions]
        if len(sides) == 1 or not any(side.dispute for side in sides):
            continue
        about = [_about(side) for side in sides]
        more = [_about_more(nam, keys) for keys in about]
        words = set(fold(dispute.id.replace("-", " ")).split()) - _EMPTY
        for place, side in enumerate(sides):
            others = set[str]().union(*(one for at, one in enumerate(more) if at != place))
            named = set[str]().union(*(one for at, one in enumerate(about) if at != place))
            if about[place] & named or (more[place] & others) - _HUBS:
                continue
            if not words & _words(side, more[place]):
                yield hit(side, "dispute", key=dispute.id)


_HUBS = {MOVEMENT, "azerbaijan"}
_EMPTY = {
    "dispute", "azerbaijan", "a", "and", "at", "by", "for", "from", "had", "how", "in", "nam", "of",
    "on", "the", "to", "was", "whether", "who", "why", "with",
}  # fmt: skip


def _about(side: Claim | Assertion) -> set[str]:
    """Ids of the records that a side speaks of."""
    return {side.record} if isinstance(side, Claim) else set(side.about)


def _about_more(nam: Dataset, keys: set[str]) -> set[str]:
    """These records and those to which they refer, but for sources."""
    found = (one for key in keys for one in references(nam.get(key)))
    return keys | {one.key for one in found if "sources" not in one.permitted}


def _words(side: Claim | Assertion, keys: set[str]) -> frozenset[str]:
    """The words of a side, of its id and of the ids of what it is about."""
    own = (side.path, side.reason) if isinstance(side, Claim) else (side.statement,)
    cited = (one.says for one in side.sources)
    return word_set(" ".join([side.id, side.note, *own, *cited, *keys]))


@rule(
    "AST010",
    "A statement on a disputed value is a side of it",
    "{path} of {record} is disputed in {key}",
    Severity.WARNING,
)
def apart(nam: Dataset) -> Iterator[Hit]:
    """A statement that is decided by a value on which claims differ belongs to their dispute."""
    keys = {(claim.record, claim.path): key_of(claim) for claim in nam.claims}
    for one, found, *_ in ruled(nam):
        what = computation_of(one)
        given = dict(what.parameters)
        record, path = given.get("record", ""), given.get("path", "")
        if what.name in ("start_of", "end_of") and found is not None:
            record, path = "".join(found.records), found.path
        key = keys.get((record, path), one.dispute)
        if key != one.dispute:
            yield hit(one, "dispute", path=path, record=record, key=key)
