"""Lists of years of admission held against the spells, party by party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from ..dates import Bound, PartialDate
from ..records.status import Status
from ..text import fold, near
from .grounds import UNEXPLAINED, Explanation, Ground, by_claim, by_unconfirmed
from .holdings import Holdings
from .period_status import COUNTED
from .results import (
    Category,
    Group,
    Summary,
    summarize,
)
from .table_reader import Cells, PathOrRows, SoughtColumn, read_table

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.memberships import Membership

__all__ = ["Admission", "AdmissionTable", "membership_years"]

SOURCE = "wikipedia-nam"

_COLUMNS = (
    SoughtColumn("name", ("name",)),
    SoughtColumn("iso3", ("iso3", "iso3c"), required=False),
    SoughtColumn("status", ("status",)),
    SoughtColumn("start", ("start",)),
    SoughtColumn("end", ("end",)),
    SoughtColumn("current", ("current",), required=False),
)
_STATUSES = {
    "member": Status.MEMBER,
    "observer": Status.OBSERVER,
    "observer-organization": Status.OBSERVER,
}


@attrs.frozen
class Listed:
    """What a list says of one party in one status.

    Attributes:
        start: the first year; `None` where it gives none.
        end: the last year; `None` where it gives none.
        current: whether the party has the status still.
    """

    start: int | None
    end: int | None
    current: bool

    def __str__(self) -> str:
        return f"{self.start or '?'}-{self.end or ('' if self.current else '?')}"


@attrs.frozen(kw_only=True)
class Admission:
    """One party in one status, as the list and the spells have it.

    Attributes:
        party: id of the state or organization.
        status: `member` or `observer`.
        listed: what the list says; `None` where it does not have the party in this status.
        start: the first day here; `None` where there is no such spell.
        end: the end of the last such spell here; gaps between the two are not shown.
        category: how the two stand to each other.
        explanation: id of the record that explains a difference; empty where there is none, or
            nothing explains it.
        ground: on what ground it does.
        text: the explanation in a few words.
    """

    party: str
    status: str
    listed: Listed | None
    start: PartialDate | None
    end: PartialDate | Bound | None
    category: Category
    explanation: str = ""
    ground: Ground = Ground.NONE
    text: str = ""

    @property
    def theirs(self) -> str:
        """The years of the list, such as `1961-2004` or `?-`; empty where it has none."""
        return "" if self.listed is None else str(self.listed)

    @property
    def ours(self) -> str:
        """The dates here, such as `1961-09-01 to open`; empty where there are none."""
        return "" if self.start is None else f"{self.start} to {self.end}"


@attrs.frozen(kw_only=True)
class AdmissionTable:
    """A list of years of admission beside the spells.

    Attributes:
        rows: every party and status that either has, by party.
    """

    rows: tuple[Admission, ...]

    def groups(self) -> tuple[Group[Admission], ...]:
        """The differences, each by itself."""
        return tuple(
            Group(
                rows=(row,),
                label=(
                    f"{row.party}, {row.status}: {row.theirs or 'none'} there, "
                    f"{row.ours or 'none'} here"
                ),
            )
            for row in self.rows
            if row.category is not Category.CONFIRMED
        )

    def summary(self) -> Summary[Admission]:
        """Counts by category and ground, shares, and the differences that nothing explains."""
        return summarize(
            self.rows, tuple(group for group in self.groups() if not group.rows[0].explanation)
        )


def membership_years(
    nam: Dataset, path_or_rows: PathOrRows, *, source: str = SOURCE
) -> AdmissionTable:
    """Hold a list of members and observers with years against the spells.

    A year is confirmed where the date here may lie in it, and an end left out where the status
    lasts here. A list shows no gaps: a party that left and came back is compared by its first
    start and last end.

    Args:
        nam: the data set.
        path_or_rows: a file or rows, one per party and status, with the columns `name`, `status`
            (`member`, `observer` or `observer-organization`), `start` and `end` (years, or
            empty), and where there are such `iso3` and `current` (`yes` or `no`; without it a
            status lasts that has no end).
        source: id of the source that the list is, whose recorded claims explain first.

    Raises:
        ValueError: the rows are no such table, have an unknown party, status or year, or one
            party twice in one status: row and column are named.
        OSError: the file cannot be read.
    """
    comparison = _ListComparison(nam, Holdings(nam, source))
    return AdmissionTable(rows=tuple(comparison.rows(_listed(nam, path_or_rows))))


PartyStatus = tuple[str, Status]


def _listed(nam: Dataset, given: PathOrRows) -> dict[PartyStatus, Listed]:
    """What the list says, by party and status."""
    parties = _PartyFinder(nam)
    found: dict[PartyStatus, Listed] = {}
    places: dict[PartyStatus, str] = {}
    for cells in read_table(given, _COLUMNS):
        status = _STATUSES.get(cells.text("status"))
        if status is None:
            raise cells.wrong("status", " or ".join(_STATUSES))
        key = parties.find(cells), status
        if key in found:
            raise ValueError(
                f"{cells.place}: {key[0]} as {status.value} stands at {places[key]} already"
            )
        start, end = _year(cells, "start"), _year(cells, "end")
        current = cells.text("current") or ("no" if end else "yes")
        if current not in ("yes", "no"):
            raise cells.wrong("current", "yes or no")
        found[key] = Listed(start, end, current == "yes")
        places[key] = cells.place
    if not found:
        raise ValueError("there are no rows to compare with")
    return found


def _year(cells: Cells, field: str) -> int | None:
    if cells.values[field] in ("", None):
        return None
    return cells.year(field)


class _PartyFinder:
    """The parties that names and codes mean."""

    def __init__(self, nam: Dataset) -> None:
        self._nam = nam
        self._organizations = {
            fold(name): one.id
            for one in nam.organizations
            for name in (one.id, one.name, one.abbreviation, *one.aliases)
            if name
        }

    def find(self, cells: Cells) -> str:
        """The id of the party that a row is about: by its code, else by its name.

        Raises:
            ValueError: there is no such party.
        """
        name, iso3 = cells.text("name"), cells.text("iso3")
        for key, code in ((iso3, "iso3c"), (name, None)):
            try:
                if key:
                    return self._nam.state(key, code=code).id
            except LookupError:
                continue
        if fold(name) in self._organizations:
            return self._organizations[fold(name)]
        known = {fold(state.name): state.name for state in self._nam.states}
        guess = near(fold(name), known)
        hint = f" such as {known[guess[0]]!r}" if guess else ""
        raise cells.wrong("name", f"the name of a state or organization{hint}")


class _ListComparison:
    """A list, the spells, and the rules that explain where the two differ."""

    def __init__(self, nam: Dataset, here: Holdings) -> None:
        self._nam = nam
        self._here = here

    def rows(self, listed: dict[PartyStatus, Listed]) -> Iterator[Admission]:
        """The parties and statuses of either, by party."""
        held: dict[PartyStatus, list[Membership]] = {}
        for party in self._here.parties():
            for spell in self._here.spells(party):
                if spell.status in COUNTED:
                    held.setdefault((party, spell.status), []).append(spell)
        for key in sorted({*listed, *held}, key=lambda key: (key[0], COUNTED.index(key[1]))):
            theirs, spells = listed.get(key), tuple(held.get(key, ()))
            category = _category(theirs, spells)
            found = UNEXPLAINED
            if category is not Category.CONFIRMED:
                found = self._explain(key, theirs, listed)
            yield Admission(
                party=key[0],
                status=key[1].value,
                listed=theirs,
                start=spells[0].start if spells else None,
                end=spells[-1].end if spells else None,
                category=category,
                explanation=found.record,
                ground=found.ground,
                text=found.text,
            )

    def _explain(
        self, key: PartyStatus, theirs: Listed | None, listed: dict[PartyStatus, Listed]
    ) -> Explanation:
        party, status = key

        def agrees(spells: tuple[Membership, ...]) -> bool:
            of_status = tuple(spell for spell in spells if spell.status is status)
            return _agree(theirs, of_status)

        spells = self._here.all_spells(party)
        return (
            by_claim(self._here, spells, agrees, own=True)
            or self._succession(key, theirs, listed)
            or by_claim(self._here, spells, agrees, own=False)
            or by_unconfirmed(spells, agrees)
            or UNEXPLAINED
        )

    def _succession(
        self, key: PartyStatus, theirs: Listed | None, listed: dict[PartyStatus, Listed]
    ) -> Explanation | None:
        """What the list has under the spell that follows, or counts from the one before."""
        party, status = key
        spells = [one for one in self._here.spells(party) if one.status is status]
        if theirs is None:
            for spell in spells:
                later = spell
                while later.succeeded_by is not None:
                    later = self._nam.memberships[later.succeeded_by]
                    if (later.party, later.status) in listed:
                        text = f"listed as {later.status.value} under {later.party}"
                        return Explanation(Ground.SUCCESSION, later.id, text)
            return None
        for spell in spells[:1]:
            for former in self._nam.memberships.where(succeeded_by=spell.id):
                if former.status is status and _agree(theirs, (former, *spells)):
                    text = f"counted from {former.start}, the start of {former.party}"
                    return Explanation(Ground.SUCCESSION, former.id, text)
        return None


def _category(theirs: Listed | None, spells: tuple[Membership, ...]) -> Category:
    if _agree(theirs, spells):
        return Category.CONFIRMED
    if theirs is None:
        return Category.MISSING_THERE
    return Category.CONFLICT if spells else Category.MISSING_HERE


def _agree(theirs: Listed | None, spells: tuple[Membership, ...]) -> bool:
    """Whether the spells of one party in one status may have the years that the list has."""
    if theirs is None or not spells:
        return theirs is None and not spells
    start, end = spells[0].start, spells[-1].end
    if theirs.start is not None and not _may_lie_in(start, theirs.start):
        return False
    if isinstance(end, PartialDate):
        return not theirs.current and (theirs.end is None or _may_lie_in(end, theirs.end))
    return theirs.current or end is Bound.UNKNOWN


def _may_lie_in(date: PartialDate, year: int) -> bool:
    return date.earliest.year <= year <= date.latest.year
