"""Why another data set differs from this one for a party in a period: the rules, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

import attrs

from ..dates import day_numbers
from ..records.status import Status
from .grounds import UNEXPLAINED, Explanation, Ground, by_claim, by_unconfirmed, moved_in, vague
from .holdings import Holdings
from .period_status import COUNTED, DaySpan, Partial, PeriodStatus, status_in_period
from .results import Category

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.memberships import Membership
    from ..records.parties import State

__all__ = ["Case", "Coding", "Explainer", "category_of"]


@attrs.frozen(kw_only=True)
class Case:
    """A party in a period in which the two data sets differ.

    Attributes:
        state: the party.
        parties: ids of all parties that the code of the other data set means then.
        code: that code; empty where it has none for the party.
        span: the days of the period.
        noun: what such a period is called: `year`, `month`, `day`.
        theirs: the status there; empty where there is none.
        ours: what the spells say.
    """

    state: State
    parties: tuple[str, ...]
    code: str
    span: DaySpan
    noun: str
    theirs: str
    ours: PeriodStatus


class Coding(Protocol):
    """What the rules ask of the other data set."""

    def not_covered(self, case: Case) -> str:
        """Why it says nothing of the case, in a few words; empty where it does say something."""
        ...

    def counted(self, state: State, case: Case) -> Iterable[str]:
        """What it says of another state in the period, under other codes than the case's."""
        ...

    def not_coded(self, case: Case) -> str:
        """Why it has no code for the party, in a few words; empty where it has one."""
        ...


def category_of(theirs: str, ours: str) -> Category:
    """How the statuses of one party in one period stand to each other; empty ones are none."""
    if theirs == ours:
        return Category.CONFIRMED
    if theirs and ours:
        return Category.CONFLICT
    return Category.MISSING_HERE if theirs else Category.MISSING_THERE


class Explainer:
    """Finds the record that explains a difference.

    Args:
        nam: the data set.
        here: its spells and the claims on them.
        coding: the other data set.
        partial: when a part of a period counts.
        counted: the statuses that count as one, the higher first.
    """

    def __init__(
        self,
        nam: Dataset,
        here: Holdings,
        coding: Coding,
        partial: Partial,
        counted: Sequence[Status] = COUNTED,
    ) -> None:
        self._nam = nam
        self._here = here
        self._coding = coding
        self._partial = partial
        self._counted = counted

    def status(self, parties: Iterable[str], span: DaySpan) -> PeriodStatus:
        """What the spells say of parties that stand for one another in a period."""
        return self._status(self._here.spells(*parties), span, self._partial)

    def _status(
        self, spells: Iterable[Membership], span: DaySpan, partial: Partial
    ) -> PeriodStatus:
        return status_in_period(spells, span, partial, self._counted)

    def explain(self, case: Case) -> Explanation:
        """The record that explains a difference, by the first rule that finds one."""
        rules: tuple[Callable[[Case], Explanation | None], ...] = (
            self._not_covered,
            self._vague,
            self._own_claim,
            self._succession,
            self._not_coded,
            self._part_of_period,
            self._capacity,
            self._other_claim,
            self._unconfirmed,
        )
        found = (rule(case) for rule in rules)
        return next((one for one in found if one is not None), UNEXPLAINED)

    def _not_covered(self, case: Case) -> Explanation | None:
        text = self._coding.not_covered(case)
        if not text:
            return None
        fallback = case.ours.spell.id if case.ours.spell else ""
        source = self._here.source
        record = source if source in self._nam.sources else fallback
        return Explanation(Ground.NOT_COVERED, record, text)

    def _vague(self, case: Case) -> Explanation | None:
        return vague(case.ours, case.theirs, case.noun)

    def _own_claim(self, case: Case) -> Explanation | None:
        return by_claim(self._here, self._all(case), self._agrees(case), own=True)

    def _succession(self, case: Case) -> Explanation | None:
        """A predecessor or successor that is what the other is, and is counted in its place."""
        for key in (*case.state.successors, *case.state.predecessors):
            other = self._nam.states[key]
            held = self._status(self._here.spells(key), case.span, Partial.ANY)
            counted = set(self._coding.counted(other, case))
            if case.theirs:
                fits = held.status == case.theirs and case.theirs not in counted
            else:
                fits = case.ours.status in counted
            if fits and held.spell is not None:
                text = f"counted there as {case.state.name if case.theirs else other.name}"
                return Explanation(Ground.SUCCESSION, held.spell.id, text)
        return None

    def _not_coded(self, case: Case) -> Explanation | None:
        if case.theirs:
            return None
        if text := self._coding.not_coded(case):
            return Explanation(Ground.NOT_CODED, case.state.id, text)
        existence = case.state.existence
        if existence and not any(
            one.day_numbers.hold(*case.span, possible=True) for one in existence
        ):
            periods = ", ".join(map(str, existence))
            return Explanation(Ground.NOT_CODED, case.state.id, f"independent {periods}")
        return None

    def _part_of_period(self, case: Case) -> Explanation | None:
        spells = self._here.spells(*case.parties)
        if any(self._status(spells, case.span, partial).allows(case.theirs) for partial in Partial):
            for spell, text in moved_in(spells, case.span, self._counted):
                return Explanation(Ground.PART_OF_YEAR, spell.id, f"within the {case.noun}: {text}")
        return None

    def _capacity(self, case: Case) -> Explanation | None:
        begun, lasting = Partial.ANY.asked(*case.span)
        for spell in self._here.spells(*case.parties):
            if case.theirs and spell.status not in self._counted:
                late, early, _, _ = day_numbers(spell.start, spell.end)
                if late <= begun and lasting < early:
                    text = f"{spell.status.value} from {spell.start}"
                    return Explanation(Ground.CAPACITY, spell.id, text)
        return None

    def _other_claim(self, case: Case) -> Explanation | None:
        return by_claim(self._here, self._all(case), self._agrees(case), own=False)

    def _unconfirmed(self, case: Case) -> Explanation | None:
        return by_unconfirmed(self._all(case), self._agrees(case))

    def _all(self, case: Case) -> tuple[Membership, ...]:
        return self._here.all_spells(*case.parties)

    def _agrees(self, case: Case) -> Callable[[tuple[Membership, ...]], bool]:
        return lambda spells: self._status(spells, case.span, self._partial).allows(case.theirs)
