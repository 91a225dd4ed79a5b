"""Two single CSV files in shapes that users of R and Stata know."""

from __future__ import annotations

import contextlib
import datetime as dt
import math
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..compare.period_status import COUNTED, Partial, came_true, status_in_period, year_span
from ..dates import day_numbers
from ..errors import CoverageError
from ..records import MOVEMENT
from ..records.memberships import Membership
from ..records.parties import DatedCode, Organization, State
from ..records.periods import Period
from ..records.status import Status
from ..store import Row
from ..tables.rows import Heading, Table
from ..text import did_you_mean, fold
from .writing import described_csv

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["to_dated_groups_csv", "to_state_year_csv"]

NOT_CERTAIN = -9
_NUMBERS = {"": 0, Status.MEMBER.value: 1, Status.OBSERVER.value: 3}

_STATE_YEAR = {
    "ccode": "Correlates of War number of the state",
    "year": "year",
    "state": "name of the state in that year, in small letters and without spaces",
    "nam": "status in the Movement: 0 none, 1 member, 3 observer, -9 not certain",
    "iso3c": "ISO 3166-1 alpha-3 code of the state, current or last",
    "name": "name of the state in that year",
    "version": "version of the data",
}


def to_state_year_csv(
    nam: Dataset, file: str | os.PathLike[str], *, partial: str = "any"
) -> tuple[Path, ...]:
    """Write the status of every state in every year, shaped like igoR's `state_year_format3`.

    The first columns are `ccode`, `year`, `state` and `nam`, with the numbers that the Correlates
    of War data on intergovernmental organizations has: 0 none, 1 member, 3 observer, and -9 where
    the dates are too vague to tell; guests and suspended parties have no status. 2, for associate
    members, does not occur. Behind them stand `iso3c`, `name` and `version`.

    Rows are all states that were there in the year and have a Correlates of War number, some of
    them before that project counts them as members of the state system, from the first year in
    which the Movement had a member to the last that the data knows whole. Parties without a number
    are not in it. `state` is made from the names of this data and differs from that column of igoR
    for some states; the key is `ccode` and `year`. A number that passed from one state to another
    within a year is one row, with the higher status.

    Args:
        nam: the data set.
        file: the CSV file; beside it, `-metadata.json` behind its name, goes its description.
        partial: when a part of a year counts: `any` day of it, its `first` or its `last` day.

    Returns:
        Both files.

    Raises:
        ValueError: `partial` is none of the three.
        OSError: they cannot be written.
    """
    known = [one.value for one in Partial]
    if partial not in known:
        raise ValueError(f"no partial {partial!r}; {did_you_mean(partial, known)}")
    headings = tuple(
        Heading(name, int if name in ("ccode", "year", "nam") else str) for name in _STATE_YEAR
    )
    table = Table(headings, tuple(_state_years(nam, Partial(partial))), ())
    counted = f"by {'any' if partial == 'any' else f'the {partial}'} day of the year"
    return described_csv(
        nam, file, table, title=f"Status in the Non-Aligned Movement by state and year, {counted}",
        meanings=_STATE_YEAR, key=("ccode", "year"),
    )  # fmt: skip


def _state_years(nam: Dataset, partial: Partial) -> Iterator[Row]:
    spells: dict[str, list[Membership]] = {}
    for spell in filter(came_true, nam.memberships.where(body=MOVEMENT)):
        spells.setdefault(spell.party, []).append(spell)
    counted = [one for held in spells.values() for one in held if one.status in COUNTED]
    first = min((one.start.earliest.year for one in counted), default=dt.date.max.year)
    last = (nam.as_of + dt.timedelta(days=1)).year - 1
    for number, held in sorted(_holders(nam).items()):
        for year in range(first, last + 1):
            states = {one.id: one for one, code in held if _has(one, code, year)}
            if not states:
                continue
            theirs = [spell for key in states for spell in spells.get(key, ())]
            found = status_in_period(theirs, year_span(year), partial)
            state = states[found.spell.party] if found.spell else [*states.values()][-1]
            name = state.name_on(year)
            yield {
                "ccode": number,
                "year": year,
                "state": fold(name).replace(" ", ""),
                "nam": NOT_CERTAIN if found.others else _NUMBERS[found.status],
                "iso3c": state.iso3c,
                "name": name,
                "version": nam.version,
            }


def _holders(nam: Dataset) -> dict[int, list[tuple[State, DatedCode]]]:
    """The states that had each Correlates of War number, the first first."""
    found: dict[int, list[tuple[State, DatedCode]]] = {}
    for state in nam.states:
        for code in state.codes:
            if code.system == "cown":
                found.setdefault(int(code.value), []).append((state, code))
    for held in found.values():
        held.sort(key=lambda one: one[1].start.earliest if one[1].start else dt.date.min)
    return found


def _has(state: State, code: DatedCode, year: int) -> bool:
    """Whether a state may have been there, and had a code, on a day of a year."""
    days = Period(f"{year}-01-01", f"{year + 1}-01-01")
    there = not state.existence or any(one.overlaps(days, possible=True) for one in state.existence)
    return there and code.in_use(year, possible=True)


_GROUPS = {
    "group": "abbreviation or name of the body; its observers are a group of their own",
    "iso3c": "ISO 3166-1 alpha-3 code of the state, current or last; empty where it has none",
    "country": "name of the state, current or last",
    "from": "the first day on which it certainly was in the group",
    "to": "the first day after that on which it no longer certainly was; empty where it still is",
    "start": "the first day as the data has it, which may be vague",
    "end": "the first day after the last as the data has it: vague, open or unknown",
    "spell": "id of the record that says so",
    "version": "version of the data",
}


def to_dated_groups_csv(
    nam: Dataset, file: str | os.PathLike[str], *, bodies: Iterable[str] = (MOVEMENT,)
) -> tuple[Path, ...]:
    """Write who was in a group from when to when, shaped like `country_groups_history`.

    The first columns are those of that table of the R package countryatlas: `group`, `iso3c`,
    `country`, `from` and `to`. A row is a spell; members and observers are groups of their own,
    such as `NAM` and `NAM observers`, the latter where the data covers them whole. The days are
    those on which it certainly held: `from` counts, `to` does not. A spell of which no day is
    certain is left out; organizations and suspended parties are too. Behind them stand `start` and
    `end` as the data has them, the `spell`, and `version`.

    Args:
        nam: the data set.
        file: the CSV file; beside it, `-metadata.json` behind its name, goes its description.
        bodies: ids of the bodies that are groups.

    Returns:
        Both files.

    Raises:
        UnknownRecordError: there is no such body.
        CoverageError: the data does not cover all members of a body.
        OSError: they cannot be written.
    """
    headings = tuple(Heading(name, dt.date if name in ("from", "to") else str) for name in _GROUPS)
    rows = [row for body in bodies for row in _group_rows(nam, nam.organizations[body])]
    rows.sort(key=lambda row: (row["group"], row["country"], row["from"], row["spell"]))
    return described_csv(
        nam, file, Table(headings, tuple(rows), ()),
        title="Who was in which group from when to when", meanings=_GROUPS, key=("spell",),
    )  # fmt: skip


def _group_rows(nam: Dataset, body: Organization) -> Iterator[Row]:
    nam.manifest.require_covered("memberships", body=body.id, status=Status.MEMBER)
    counted = [Status.MEMBER]
    with contextlib.suppress(CoverageError):
        nam.manifest.require_covered("memberships", body=body.id, status=Status.OBSERVER)
        counted.append(Status.OBSERVER)
    for spell in filter(came_true, nam.memberships.where(body=body.id)):
        state = nam.states.get(spell.party)
        days = day_numbers(spell.start, spell.end)
        if state is None or spell.status not in counted or days.certain_from >= days.certain_until:
            continue
        name = body.abbreviation or body.name
        until = days.certain_until
        yield {
            "group": name if spell.status is Status.MEMBER else f"{name} observers",
            "iso3c": state.iso3c,
            "country": state.name,
            "from": dt.date.fromordinal(days.certain_from).isoformat(),
            "to": None if until == math.inf else dt.date.fromordinal(int(until)).isoformat(),
            "start": str(spell.start),
            "end": str(spell.end),
            "spell": spell.id,
            "version": nam.version,
        }
