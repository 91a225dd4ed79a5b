"""A coding of your own, of years or days, held against the spells row by row."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from ..dates import PartialDate
from ..errors import AmbiguousStateError, CoverageError, UnknownRecordError, UnknownStateError
from ..records.status import Status
from .cases import Case, Explainer, category_of
from .grounds import Ground
from .holdings import Holdings
from .period_status import DaySpan, Partial, PeriodStatus, year_span
from .results import Category

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..lookup.state_names import Key
    from ..records.parties import State

__all__ = ["CodedRow", "ComparedPeriod", "OwnCoding"]

IDS = "id"
"""The system of codes that the ids of states are."""
_NOUNS = {len("1994"): "year", len("1994-05"): "month", len("1994-05-31"): "day"}


@attrs.frozen
class CodedRow:
    """What a coding says of one state in one period.

    Attributes:
        number: the number of the row.
        key: what names the state: a code, an id or a name; `None` where nothing does.
        date: the period: a day, a month or a year.
        status: the status; empty where it says that there is none, `None` where it does not know.
    """

    number: int
    key: Key | None
    date: PartialDate
    status: str | None


@attrs.frozen(kw_only=True)
class ComparedPeriod:
    """One state in one period, as a coding and the spells have it.

    Attributes:
        row: the number of the row of the coding; `None` where it has none.
        state: id of the state; empty where the key means none.
        name: its name then.
        date: the period.
        theirs: the status there; empty where there is none.
        ours: the status here; empty where none is certain.
        category: how the two stand to each other; `None` where one of them does not know.
        explanation: id of the record that explains a difference; empty where there is none, or
            nothing explains it.
        ground: on what ground it does.
        text: the explanation, or why the data does not know, in a few words.
    """

    row: int | None
    state: str
    name: str
    date: PartialDate
    theirs: str
    ours: str = ""
    category: Category | None
    explanation: str = ""
    ground: Ground = Ground.NONE
    text: str = ""


@attrs.frozen(kw_only=True)
class _Located:
    """Where a row belongs: the states that its key means, and the days."""

    states: tuple[State, ...]
    span: DaySpan
    noun: str


class OwnCoding:
    """A coding, the spells, and the rules that explain where the two differ.

    Args:
        nam: the data set.
        rows: the coding.
        code: the system of codes of its keys; `id` where they are ids, `None` where they are names
            or ISO codes.
        counted: the statuses that count as one, the higher first.
        partial: when a part of a period counts.
        body: id of the body.
        source: id of the source that the coding is, whose recorded claims explain first; or empty.
    """

    def __init__(  # noqa: PLR0913
        self,
        nam: Dataset,
        rows: Iterable[CodedRow],
        *,
        code: str | None,
        counted: Sequence[Status],
        partial: Partial,
        body: str,
        source: str,
    ) -> None:
        self._nam = nam
        self._rows = tuple(rows)
        self._code = code
        self._counted = tuple(counted)
        self._partial = partial
        self._body = body
        self._here = Holdings(nam, source, body)
        self._explainer = Explainer(nam, self._here, self, partial, self._counted)
        self._located: dict[tuple[Key, PartialDate], _Located | str] = {}
        self._said: dict[tuple[str, DaySpan], dict[str, str | None]] = {}
        for row in self._rows:
            place = self._place(row)
            if isinstance(place, _Located):
                for state in place.states:
                    held = self._said.setdefault((state.id, place.span), {})
                    held[str(row.key)] = row.status

    def _place(self, row: CodedRow) -> _Located | str:
        """Where a row belongs, or why it belongs nowhere."""
        if row.key is None:
            return "no state is named"
        place = self._located.get((row.key, row.date))
        if place is None:
            place = self._located[row.key, row.date] = self._found(row.key, row.date)
        return place

    def _found(self, key: Key, date: PartialDate) -> _Located | str:
        days = (date.earliest, date.latest)
        try:
            if self._code == IDS:
                states = [self._nam.states[str(key)]]
            else:
                states = [self._nam.state(key, self._code, on=day) for day in days]
        except (UnknownRecordError, UnknownStateError, AmbiguousStateError) as error:
            return str(error)
        noun = _NOUNS.get(len(date.text), "period")
        return _Located(states=tuple(dict.fromkeys(states)), span=DaySpan(*date.numbers), noun=noun)

    def compared(self) -> Iterator[ComparedPeriod]:
        """Each row beside the spells, in order."""
        for row in self._rows:
            place = self._place(row)
            if isinstance(place, str):
                yield ComparedPeriod(
                    row=row.number, state="", name="", date=row.date, theirs=row.status or "",
                    category=None, text=place,
                )  # fmt: skip
            else:
                yield self._compared(row.number, str(row.key), row.date, place, row.status)

    def left_out(self) -> Iterator[ComparedPeriod]:
        """The years, from the first to the last of the coding, in which it has no row for a state
        that has a status here.
        """  # noqa: D205
        years = {row.date.earliest.year for row in self._rows}
        for party in self._here.parties():
            state = self._nam.states.get(party)
            if state is None:
                continue
            for year in range(min(years, default=0), max(years, default=-1) + 1):
                date, span = PartialDate(str(year)), year_span(year)
                ours = self._explainer.status((party,), span)
                if ours.spell is None or (party, span) in self._said:
                    continue
                place = _Located(states=(state,), span=span, noun="year")
                named = self._code in (None, IDS)
                key = party if named else state.code(str(self._code), on=year) or ""
                made = self._compared(None, key, date, place, "")
                if made.category is not None:
                    yield made

    def _compared(
        self, number: int | None, key: str, date: PartialDate, place: _Located, status: str | None
    ) -> ComparedPeriod:
        parties = tuple(state.id for state in place.states)
        ours = self._explainer.status(parties, place.span)
        state = self._nam.states[ours.spell.party] if ours.spell else place.states[-1]
        made = ComparedPeriod(
            row=number, state=state.id, name=state.name_on(date), date=date, theirs=status or "",
            category=None,
        )  # fmt: skip
        if reason := self._beyond(parties, place, ours):
            return attrs.evolve(made, text=reason)
        if status is None and ours.spell is None:
            return made
        made = attrs.evolve(made, ours=ours.status, category=category_of(made.theirs, ours.status))
        if made.category is Category.CONFIRMED:
            return made
        found = self._explainer.explain(
            Case(state=state, parties=parties, code=key, span=place.span, noun=place.noun,
                 theirs=made.theirs, ours=ours)
        )  # fmt: skip
        return attrs.evolve(made, explanation=found.record, ground=found.ground, text=found.text)

    def _beyond(self, parties: tuple[str, ...], place: _Located, ours: PeriodStatus) -> str:
        """Why the data does not know, in a few words; empty where it does."""
        if max(self._partial.asked(*place.span)) > self._nam.as_of.toordinal():
            return f"the data knows the days up to {self._nam.as_of}"
        if ours.spell is None:
            try:
                for party, status in itertools.product(parties, self._counted):
                    self._nam.manifest.require_covered(
                        "memberships", party=party, body=self._body, status=status.value
                    )
            except CoverageError as error:
                return str(error)
        return ""

    # What the rules ask.

    def not_covered(self, case: Case) -> str:
        """Why the coding says nothing of the case; empty where it does."""
        known = [
            status
            for party in case.parties
            for status in self._said.get((party, case.span), {}).values()
        ]
        return "the coding says that it does not know" if known and None in known else ""

    def counted(self, state: State, case: Case) -> Iterator[str]:
        """What the coding says of another state in the period, under another key."""
        for key, status in self._said.get((state.id, case.span), {}).items():
            if key != case.code and status is not None:
                yield status

    def not_coded(self, case: Case) -> str:
        """Why the coding has no code for the party; empty where it has one."""
        return "" if case.code else f"has no {self._code} code then"
