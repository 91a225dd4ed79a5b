"""The Correlates of War column of the Movement held against the spells, year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from ..errors import CoverageError
from .cases import Case, Explainer, category_of
from .cow_column import CowColumn
from .grounds import UNEXPLAINED, Ground
from .holdings import Holdings
from .period_status import Partial, year_span
from .results import (
    Category,
    Group,
    Summary,
    spelled_years,
    summarize,
)
from .table_reader import PathOrRows

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.parties import DatedCode, State

__all__ = ["StateYear", "StateYearTable", "cow_igo"]

SOURCE = "cow-igo-v3"


@attrs.frozen(kw_only=True)
class StateYear:
    """One state in one year, as both data sets have it.

    Attributes:
        state: id of the state, movement or government.
        cown: its Correlates of War number in that year; empty where it has none.
        year: the year.
        theirs: `member`, `associate` or `observer`, or empty, as the column has it.
        ours: `member` or `observer`, or empty, as the spells have it for certain.
        category: how the two stand to each other.
        explanation: id of the record that explains a difference: a claim, a spell, a state, a
            source; empty where there is no difference, or nothing explains it.
        ground: on what ground it does.
        text: the explanation in a few words.
    """

    state: str
    cown: str
    year: int
    theirs: str
    ours: str
    category: Category
    explanation: str = ""
    ground: Ground = Ground.NONE
    text: str = ""


@attrs.frozen(kw_only=True)
class StateYearTable:
    """The column beside the spells: every state-year that has a status in either.

    Attributes:
        rows: the state-years, by number of the state and year; parties without a number last.
        partial: when a part of a year counted: `any`, `first`, `last` or `all`.
        since: the first year compared.
        until: the last year compared.
        skipped: rows of the other data set with a status in years that were not compared.
    """

    rows: tuple[StateYear, ...]
    partial: str
    since: int
    until: int
    skipped: int

    def groups(self) -> tuple[Group[StateYear], ...]:
        """The differences, state-years that differ in the same way for the same reason together."""
        held: dict[tuple[object, ...], list[StateYear]] = {}
        for row in self.rows:
            if row.category is not Category.CONFIRMED:
                key = (row.state, row.cown, row.theirs, row.ours, row.ground, row.explanation)
                held.setdefault(key, []).append(row)
        return tuple(Group(rows=tuple(rows), label=_label(rows)) for rows in held.values())

    def summary(self) -> Summary[StateYear]:
        """Counts by category and ground, shares, and the groups that nothing explains."""
        return summarize(
            self.rows, tuple(group for group in self.groups() if not group.rows[0].explanation)
        )


def _label(rows: list[StateYear]) -> str:
    first = rows[0]
    years = spelled_years(row.year for row in rows)
    return f"{first.state} {years}: {first.theirs or 'none'} there, {first.ours or 'none'} here"


def cow_igo(
    nam: Dataset,
    path_or_rows: PathOrRows,
    *,
    partial: str = "any",
    since: int | None = None,
    until: int | None = None,
) -> StateYearTable:
    """Hold the NAM column of the Correlates of War IGO data, version 3, against the spells.

    The column counts whole years. Its own documentation, as far as it was seen, does not say
    which part of a year makes it a year; the column itself does. With `any` more of its
    state-years are confirmed than with `last` or `first`: a state has its status in the year in
    which it was admitted, and keeps it through the year in which it left (Burma 1979, Chile 1973,
    Yugoslavia 1992), with Cyprus in 2004 as the exception. So `any` is the default. Of several
    statuses in one year the higher counts: member before observer. Guests and suspended parties
    have no status.

    A number that passed from one state to another, as 345 did from Yugoslavia to Serbia in 1992,
    is one row in the year of the change: that of the state with the higher status. Parties
    without a number, such as the Palestine Liberation Organization, are rows too, since the
    column misses them.

    Args:
        nam: the data set.
        path_or_rows: the official state-year file, or its rows as mappings: columns `ccode`,
            `year` and `NAM`, any case, others passed over; or its reduced form with the columns
            `cow_code`, `year` and `status_code`, in which zeros may be left out. Every state of
            the column is expected: one that is left out counts as without status.
        partial: when a part of a year counts: `any` day of it, its `first` or its `last` day, or
            `all` of it.
        since: the first year to compare; where it is left out, the first that the rows have, but
            for those in which the column says that the organization does not exist.
        until: the last year to compare; where it is left out, the last that the rows have and
            that the data set knows whole.

    Raises:
        ValueError: `partial` is none of the four; the rows are no such table, have an unknown
            value or number, or one state-year twice: row and column are named.
        CoverageError: `until` lies after the last year that the data set knows whole.
        OSError: the file cannot be read.
    """
    counts = Partial.of(partial)
    theirs = CowColumn(path_or_rows)
    known_until = (nam.as_of + dt.timedelta(days=1)).year - 1
    if until is not None and until > known_until:
        raise CoverageError(str(until), f"the years up to {known_until}")
    if since is not None and until is not None and since > until:
        raise ValueError(f"since {since} lies after until {until}")
    first = theirs.first if since is None else since
    last = min(theirs.last, known_until) if until is None else until
    comparison = _ColumnComparison(nam, theirs, counts)
    rows = tuple(comparison.rows(first, last))
    return StateYearTable(
        rows=rows,
        partial=counts.value,
        since=first,
        until=last,
        skipped=sum(not first <= year <= last for _, year in theirs.having_status()),
    )


class _ColumnComparison:
    """The column, the spells, and the rules that explain where the two differ."""

    def __init__(self, nam: Dataset, theirs: CowColumn, partial: Partial) -> None:
        self._nam = nam
        self._theirs = theirs
        self._here = Holdings(nam, SOURCE)
        self._explainer = Explainer(nam, self._here, self, partial)
        self._coded: dict[str, list[tuple[State, DatedCode]]] = {}
        for state in nam.states:
            for code in _numbers(state):
                self._coded.setdefault(_number(code), []).append((state, code))
        for held in self._coded.values():
            held.sort(key=lambda pair: pair[1].start.earliest if pair[1].start else dt.date.min)
        for cown, year in theirs.having_status():
            if cown not in self._coded:
                raise theirs.unknown_number(cown, year)

    def rows(self, first: int, last: int) -> Iterator[StateYear]:
        """The state-years from the first to the last year that have a status in either."""
        for cown in sorted(self._coded, key=lambda number: (len(number), number)):
            for year in range(first, last + 1):
                yield from self._row(cown, year, self._meant(cown, year))
        for party in self._here.parties():
            state = self._nam.states.get(party)
            if state is not None:
                for year in range(first, last + 1):
                    if not any(_in_use(code, year) for code in _numbers(state)):
                        yield from self._row("", year, [state])

    def _meant(self, cown: str, year: int) -> list[State]:
        """The states that have a number in a year; if none has but the column does, its last."""
        held = self._coded[cown]
        meant = {state.id: state for state, code in held if _in_use(code, year)}
        if not meant and self._theirs.status(cown, year):
            return [held[-1][0]]
        return list(meant.values())

    def _row(self, cown: str, year: int, states: list[State]) -> Iterator[StateYear]:
        parties = tuple(state.id for state in states)
        span = year_span(year)
        ours = self._explainer.status(parties, span)
        theirs = self._theirs.status(cown, year)
        if not (states and (theirs or ours.status)):
            return
        state = self._nam.states[ours.spell.party] if ours.spell else states[-1]
        category = category_of(theirs, ours.status)
        found = UNEXPLAINED
        if category is not Category.CONFIRMED:
            found = self._explainer.explain(
                Case(state=state, parties=parties, code=cown, span=span, noun="year",
                     theirs=theirs, ours=ours)
            )  # fmt: skip
        yield StateYear(
            state=state.id,
            cown=cown,
            year=year,
            theirs=theirs,
            ours=ours.status,
            category=category,
            explanation=found.record,
            ground=found.ground,
            text=found.text,
        )

    # What the rules ask.

    def not_covered(self, case: Case) -> str:
        """Why the column says nothing of the case; empty where it does."""
        if self._theirs.is_missing(case.code, _year(case)):
            return "the column says that it does not know"
        if not self._theirs.first <= _year(case) <= self._theirs.last:
            return f"the column goes from {self._theirs.first} to {self._theirs.last}"
        return ""

    def counted(self, state: State, case: Case) -> Iterator[str]:
        """What the column says of another state in the year, under another number."""
        for number in {_number(code) for code in _numbers(state)} - {case.code}:
            yield self._theirs.status(number, _year(case))

    def not_coded(self, case: Case) -> str:
        """Why the column has no number for the party; empty where it has one."""
        return "" if case.code else "has no Correlates of War number in that year"


def _year(case: Case) -> int:
    return dt.date.fromordinal(case.span.first).year


def _numbers(state: State) -> list[DatedCode]:
    return [code for code in state.codes if code.system == "cown"]


def _number(code: DatedCode) -> str:
    """The number as the column writes it, without leading zeros."""
    return code.value.lstrip("0") or "0"


def _in_use(code: DatedCode, year: int) -> bool:
    """Whether a code may have been in use on a day of a year."""
    return (code.start is None or code.start.earliest.year <= year) and (
        code.end is None or dt.date(year, 1, 1) < code.end.latest
    )
