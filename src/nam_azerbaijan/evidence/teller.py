"""Counts the votes of states by what they were on the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from ..dates import Day, PartialDate
from ..errors import CoverageError
from ..frozen import FrozenMap
from ..lookup.filters import Collections, touches
from ..records.constants import MOVEMENT
from ..records.status import Status
from ..records.votes import Choice
from .agreement import Agreement, YearAgreement
from .roll_call import (
    Faults,
    RollCall,
    RollCallRows,
    VotingFile,
    is_missing,
    read_roll_calls,
)
from .tally import CHOICES, GroupedVotes, Tally, TallyTable, by_name

if TYPE_CHECKING:
    from ..files.manifest import Manifest
    from ..lookup.names import Names
    from ..lookup.on_day import Intervals, SpellIndex
    from ..lookup.state_names import StateNames
    from ..records.parties import State
    from ..records.votes import Vote
    from ..store import Row

__all__ = ["Counting", "Teller"]

NONE = "none"
"""The group of the states that belong to no other."""


@attrs.frozen(kw_only=True)
class Counting:
    """How votes are to be counted.

    Attributes:
        by: `status`, `region` or the id of a body.
        on: the day by which states are grouped; `None` for that of each vote.
        since: the first day of the roll calls that count; `None` for no limit.
        until: the last day of them; `None` for no limit.
        possible: whether what only may be counts.
    """

    by: str
    on: PartialDate | None = None
    since: Day | None = None
    until: Day | None = None
    possible: bool = False


_EVER_ASKED = (Status.MEMBER.value, Status.OBSERVER.value)
"""The statuses that a tally has also where nobody had them, unless the data does not cover them."""


class _Grouped(NamedTuple):
    """The group of each state that is in one on a day; states of which it is not certain."""

    groups: Mapping[str, str]
    uncertain: frozenset[str]


class _ByRegion:
    """States by their region within the Movement."""

    def __init__(self, states: Iterable[State]) -> None:
        self._grouped = _Grouped({one.id: one.region for one in states if one.region}, frozenset())
        self.order = self.always = (*sorted({*self._grouped.groups.values()}), NONE)

    def on(self, day: PartialDate) -> _Grouped:  # noqa: ARG002  As statuses are asked.
        """The regions, which are the same on every day."""
        return self._grouped


class _ByStatus:
    """States by their status in a body on a day, remembered for as long as it stays the same."""

    def __init__(self, spells: Intervals, covered: frozenset[str], possible: bool) -> None:  # noqa: FBT001
        self.order = (*(status.value for status in Status if status in covered), NONE)
        self.always = (*(one for one in self.order if one in _EVER_ASKED), NONE)
        self._spells = spells
        self._covered = covered
        self._possible = possible
        self._found: dict[object, _Grouped] = {}

    def on(self, day: PartialDate) -> _Grouped:
        """The statuses on a day; of those that only may be the earliest, if they count."""
        stretch = self._spells.segment(day, possible=True) if day.exact else day
        found = self._found.get(stretch)
        if found is None:
            groups: dict[str, str] = {}
            for row in self._of_covered(self._spells.on(day)):
                groups.setdefault(row["party"], row["status"])
            possible = self._of_covered(self._spells.on(day, possible=True))
            maybe = [row for row in possible if row["party"] not in groups]
            for row in maybe if self._possible else ():
                groups.setdefault(row["party"], row["status"])
            uncertain = frozenset(row["party"] for row in maybe)
            found = self._found[stretch] = _Grouped(groups, uncertain)
        return found

    def _of_covered(self, spells: Iterable[Row]) -> list[Row]:
        """The spells of those statuses of which the data has all."""
        return [row for row in spells if row["status"] in self._covered]


class _VoterNames:
    """The states that the voters of a file are, remembered for as long as they mean the same."""

    def __init__(self, names: StateNames, file: VotingFile) -> None:
        self._names = names
        self._file = file
        self._always = [self._whatever_the_day(cells) for cells in file.voters]
        self._found: dict[object, list[str]] = {}

    def on(self, day: PartialDate) -> list[str]:
        """The id of the state that each voter is on a day; empty for none."""
        stretch = self._names.segment(day) if day.exact else day
        found = self._found.get(stretch)
        if found is None:
            found = self._found[stretch] = [
                state or self._on(cells, day)
                for state, cells in zip(self._always, self._file.voters, strict=True)
            ]
        return found

    def _whatever_the_day(self, cells: tuple[Any, ...]) -> str | None:
        """The state that the first cell means, if it means the same one on every day."""
        try:
            return self._names.whatever_the_day(cells[0], self._file.systems[0])
        except TypeError:
            return None

    def _on(self, cells: tuple[Any, ...], day: PartialDate) -> str:
        for cell, system in zip(cells, self._file.systems, strict=True):
            try:
                return self._names.find(cell, system, day)
            except (LookupError, TypeError):
                continue
        return ""


class _Cast(NamedTuple):
    """Who voted how in a roll call, and the day by which they are grouped."""

    resolution: str
    date: PartialDate | None
    on: PartialDate
    ballots: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    official: Mapping[str, int] | None = None


class Teller:
    """Counts votes; see `Dataset.tally`, `Dataset.tallies` and `Dataset.agreement`.

    Args:
        records: the collections of a data set by name.
        names: gives the states that names and codes mean.
        spells: says who was what.
        manifest: says what is covered.
    """

    def __init__(
        self, records: Collections, names: Names, spells: SpellIndex, manifest: Manifest
    ) -> None:
        self._states = {state.id: state for state in by_name(records["states"])}
        self._names = names.states
        self._spells = spells
        self._manifest = manifest

    def of_vote(self, vote: Vote, asked: Counting) -> Tally:
        """The tally of a vote on record.

        Raises:
            CoverageError: it is not on record how the states voted, or the body is not covered.
        """
        name = vote.symbol or vote.id
        official = {one.name: one.value for one in vote.tally if one.name in CHOICES}
        ballots = {ballot.state: ballot.choice.value for ballot in vote.votes}
        known = {*ballots.values()}
        if not ballots or any(count and choice not in known for choice, count in official.items()):
            raise CoverageError(f"how each state voted on {name}", "the result as a whole")
        on = asked.on or vote.date
        cast = _Cast(name, vote.date, on, ballots, official=FrozenMap(official))
        return self._tally(cast, self._grouping(asked), asked.by)

    def of_rows(self, rows: RollCallRows, asked: Counting) -> TallyTable:
        """The tallies of the roll calls of a user.

        Raises:
            RollCallError: with all that is wrong with the rows.
            CoverageError: the body is not covered, or the data does not know a day.
            OSError: the file cannot be read.
        """
        grouping = self._grouping(asked)
        return TallyTable(
            {
                one.resolution: self._tally(one, grouping, asked.by)
                for one in self._cast(rows, asked)
            }
        )

    def agreement(self, rows: RollCallRows, state: State, asked: Counting) -> Agreement:
        """How often a state voted with the majority of a body's members, by year.

        Raises:
            RollCallError, CoverageError, OSError: as in `of_rows`.
        """
        grouping = self._grouping(asked)
        years: dict[int, Counter[str]] = {}
        unknown: dict[str, None] = {}
        for one in self._cast(rows, asked):
            unknown.update(dict.fromkeys(one.unknown))
            count = years.setdefault(one.on.earliest.year, Counter())
            own = one.ballots.get(state.id, Choice.ABSENT.value)
            if own == Choice.ABSENT:
                count["absent"] += 1
                continue
            majority = _majority(one.ballots, grouping.on(one.on).groups)
            count["tied" if majority is None else "of"] += 1
            count["agreed"] += own == majority
        fields = ("agreed", "of", "tied", "absent")
        made = {
            year: YearAgreement(year=year, **{field: count[field] for field in fields})
            for year, count in sorted(years.items())
            if count["of"]
        }
        return Agreement(made, state, asked.by, tuple(unknown))

    def _cast(self, rows: RollCallRows, asked: Counting) -> list[_Cast]:
        """The roll calls that are asked for, with the states that voted in each."""
        faults = Faults()
        file = read_roll_calls(rows, faults)
        meant_by = _VoterNames(self._names, file)
        found = []
        for call in file.calls:
            on = asked.on or call.date
            if on is None:
                faults.add(call.row, "no day: expected a column 'date' or 'year', or `on`")
            elif touches(call.date, None, asked.since, asked.until, possible=asked.possible):
                meant = meant_by.on(call.date or on)
                ballots = self._ballots(call, meant, faults)
                unknown = _unknown(file, call, meant) if "" in meant else ()
                found.append(_Cast(call.resolution, call.date, on, ballots, unknown))
        faults.require_none()
        last = self._manifest.as_of
        if late := sum(one.on.latest > last for one in found):
            raise CoverageError(f"{late} roll calls after {last}", f"the days `until` {last}")
        return found

    def _ballots(self, call: RollCall, meant: list[str], faults: Faults) -> dict[str, str]:
        """How each state voted that is understood."""
        states = [meant[voter] for voter in call.voters]
        ballots = dict(zip(states, call.choices, strict=True))
        if len(ballots) < len(states):
            for state, count in Counter(states).items():
                if state and count > 1:
                    name = self._states[state].name
                    faults.add(call.row, f"roll call {call.resolution}: {count} votes of {name}")
        ballots.pop("", None)
        return ballots

    def _grouping(self, asked: Counting) -> _ByRegion | _ByStatus:
        """By what states are grouped.

        Raises:
            CoverageError: the members of the body are not covered.
        """
        if asked.by == "region":
            return _ByRegion(self._states.values())
        body = MOVEMENT if asked.by == "status" else asked.by
        self._manifest.require_covered("memberships", body=body, status=Status.MEMBER)
        covered = frozenset(status for status in Status if self._covers(body, status))
        return _ByStatus(self._spells.within(body), covered, asked.possible)

    def _covers(self, body: str, status: Status) -> bool:
        """Whether the data has all who had a status in a body."""
        try:
            self._manifest.require_covered("memberships", body=body, status=status)
        except CoverageError:
            return False
        return True

    def _tally(self, cast: _Cast, grouping: _ByRegion | _ByStatus, by: str) -> Tally:
        groups, uncertain = grouping.on(cast.on)
        grouped = tuple(groups.get(state, NONE) for state in cast.ballots)
        there = {*grouped, *grouping.always}
        return Tally(
            resolution=cast.resolution,
            date=cast.date,
            on=cast.on,
            by=by,
            groups=tuple(group for group in grouping.order if group in there),
            votes=GroupedVotes(
                tuple(map(self._states.__getitem__, cast.ballots)),
                grouped,
                tuple(cast.ballots.values()),
            ),
            official=cast.official,
            unknown=cast.unknown,
            uncertain=by_name(self._states[state] for state in cast.ballots.keys() & uncertain),
        )


def _majority(ballots: Mapping[str, str], groups: Mapping[str, str]) -> str | None:
    """What more of the members voted than anything else, or `None`; absence is no vote."""
    votes = Counter(
        choice for state, choice in ballots.items() if groups.get(state) == Status.MEMBER
    )
    del votes[Choice.ABSENT.value]
    best = votes.most_common(2)
    tied = len(best) == 2 and best[0][1] == best[1][1]  # noqa: PLR2004
    return None if tied or not best else best[0][0]


def _unknown(file: VotingFile, call: RollCall, meant: list[str]) -> tuple[str, ...]:
    """What names no state: the first of the cells of a row that is not empty."""
    names = (
        next((str(cell).strip() for cell in file.voters[voter] if not is_missing(cell)), "(empty)")
        for voter in (*call.voters, *call.outsiders)
        if not meant[voter]
    )
    return tuple(dict.fromkeys(names))
