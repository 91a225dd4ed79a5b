"""AST: statements, what decides them, and the disputes to which they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..dates import PartialDate
from ..errors import CoverageError
from ..verdicts.registry import problems, run
from ..verdicts.verify import as_of
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Assertion, Claim


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
        if one.comparison is None or one.value is None or any(problems(nam, one.computation)):
            continue
        try:
            run(nam, one.computation, as_of(nam, one)).value.ruling(one.comparison, one.value)
        except CoverageError:
            continue
        except (TypeError, ValueError) as error:
            yield hit(one, "value", problem=str(error))


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
