"""Hypothesis strategies for dates, periods and data sets, for tests of code that uses this library.

Needs the package hypothesis, which the library itself does not.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from .dataset import Dataset
from .dates import Bound, PartialDate
from .records import COLLECTIONS
from .records.periods import Period
from .store import HeldLayer, Store
from .text import by_number

RowDict = dict[str, Any]

__all__ = ["dataset_rows", "datasets", "partial_dates", "periods"]

_YEAR, _MONTH, _DAY = 4, 7, 10  # How many letters of an ISO date say so much.


@st.composite
def partial_dates(
    draw: st.DrawFn,
    min_value: dt.date = dt.date(1955, 1, 1),
    max_value: dt.date = dt.date(2025, 12, 31),
) -> PartialDate:
    """Dates of every form that lie, or may lie, between two days.

    Args:
        draw: given by Hypothesis.
        min_value: the first day.
        max_value: the last day.
    """
    days = st.dates(min_value, max_value)
    length = draw(st.sampled_from((_DAY, _MONTH, _YEAR)))
    first = PartialDate(draw(days).isoformat()[:length])
    if draw(st.booleans()):
        return first
    second = PartialDate(draw(days).isoformat()[:length])
    first, second = sorted((first, second), key=lambda date: date.sort_key)
    apart = first.earliest < second.earliest and first.latest < second.latest
    return PartialDate(f"{first}..{second}") if apart else first


@st.composite
def periods(draw: st.DrawFn, dates: st.SearchStrategy[PartialDate] | None = None) -> Period:
    """Periods, also open ones and ones whose end is unknown.

    Args:
        draw: given by Hypothesis.
        dates: the dates that they begin and end with; any where not given.
    """
    held = partial_dates() if dates is None else dates
    start = draw(held)
    later = held.filter(start.possibly_before)
    return Period(start, draw(st.sampled_from(Bound) | later))


MANIFEST: RowDict = {"version": "0", "as_of": "2000-12-31", "compiled": "2001-01-31"}
_FIRST = dt.date(1961, 9, 1)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
_LETTERS = "MNOPQRSTUVWXYZ"  # Codes from QM on are left to users.


def _cited(*words: object) -> list[RowDict]:
    """A citation whose words bear out what a record holds."""
    return [{"source": "yearbook", "locator": "p. 1", "says": "; ".join(map(str, words))}]


def _state(number: int) -> RowDict:
    letter = _LETTERS[number]
    name = f"Q{letter.lower()}{letter.lower()}land"
    return {
        "id": name.lower(),
        "names": [{"name": name}],
        "codes": [
            {"system": "iso2c", "value": f"Q{letter}"},
            {"system": "iso3c", "value": f"Q{letter}{letter}"},
            {"system": "cown", "value": str(901 + number)},
        ],
        "existence": [{"start": "1950-01-01"}],
        "sources": _cited(name),
    }


@st.composite
def dataset_rows(draw: st.DrawFn) -> dict[str, list[RowDict]]:
    """Rows of a whole data set, by collection, in which `check` finds nothing.

    One to five states, as many summits as the draw gives, each host in the chair until the next
    summit, every state a member from a summit on and some of them withdrawn later.
    """
    states = [_state(number) for number in range(draw(st.integers(1, 5)))]
    keys = [state["id"] for state in states]
    hosts = [keys[0], *draw(st.lists(st.sampled_from(keys), max_size=4))]
    rows: dict[str, list[RowDict]] = {name: [] for name in COLLECTIONS}
    rows["states"] = states
    rows["organizations"] = [{"id": "nam", "name": "Movement", "sources": _cited("Movement")}]
    rows["sources"] = [
        {
            "id": "yearbook",
            "title": "Yearbook",
            "kind": "reference",
            "seen": "whole",
            "accessed": "2000-06-01",
        }
    ]
    opened = _FIRST
    for number, host in enumerate(hosts):
        rows["meetings"].append(_summit(number, host, opened))
        opened += dt.timedelta(days=draw(st.integers(300, 1100)))
    joined = {key: draw(st.integers(0, len(hosts) - 1)) for key in keys}
    for number, host in enumerate(hosts):  # Who hosts is a member by then.
        joined[host] = min(joined[host], number)
    for key in keys:
        rows["memberships"].append(_spell(draw, key, rows["meetings"][joined[key]], hosts))
    _chairs(rows, hosts)
    return {name: sorted(held, key=lambda row: by_number(row["id"])) for name, held in rows.items()}


def _summit(number: int, host: str, opened: dt.date) -> RowDict:
    closed = opened + dt.timedelta(days=4)
    return {
        "id": f"summit-{host}-{opened.year}-{number + 1}",
        "kind": "summit",
        "name": f"{_ORDINALS[number]} summit of {opened.year}",
        "opened": opened.isoformat(),
        "closed": closed.isoformat(),
        "series": "nam-summit",
        "number": number + 1,
        "city": f"{host.capitalize()} City",
        "host": host,
        "sources": _cited("summit", opened, closed, host),
    }


def _spell(draw: st.DrawFn, key: str, meeting: RowDict, hosts: list[str]) -> RowDict:
    founding = meeting["number"] == 1
    spell: RowDict = {
        "id": f"{key}-nam-member",
        "party": key,
        "status": "member",
        "start": meeting["opened"],
        "end": "open",
        "began": "founding" if founding else "admitted",
        "began_at": meeting["id"],
    }
    if key not in hosts and draw(st.booleans()):
        left = dt.date.fromisoformat(meeting["opened"]) + dt.timedelta(draw(st.integers(1, 3000)))
        spell.update(end=left.isoformat(), ended="withdrew")
    return {**spell, "sources": _cited(spell["start"], spell["end"])}


def _chairs(rows: dict[str, list[RowDict]], hosts: list[str]) -> None:
    """A term and a chairperson for each summit, each until the next."""
    meetings = rows["meetings"]
    for number, (host, meeting) in enumerate(zip(hosts, meetings, strict=True)):
        year = meeting["opened"][:4]
        person = f"president-{number + 1}"
        rows["persons"].append(
            {"id": person, "name": f"President {number + 1}", "sources": _cited(person)}
        )
        term: RowDict = {
            "id": f"chair-{host}-{year}-{number + 1}",
            "state": host,
            "start": meeting["opened"],
            "began_at": meeting["id"],
            "sources": _cited(meeting["opened"]),
        }
        chair: RowDict = {
            "id": f"{person}-chair-{year}-{number + 1}",
            "term": term["id"],
            "person": person,
            "office": "President",
            "start": meeting["opened"],
            "sources": _cited(meeting["opened"]),
        }
        if number + 1 < len(hosts):
            following = meetings[number + 1]
            later = f"{following['opened'][:4]}-{number + 2}"
            term.update(ended_at=following["id"], succeeded_by=f"chair-{hosts[number + 1]}-{later}")
            chair.update(succeeded_by=f"president-{number + 2}-chair-{later}")
        else:
            term.update(end="open")
            chair.update(end="open")
        rows["chairmanships"].append(term)
        rows["chairpersons"].append(chair)


def datasets() -> st.SearchStrategy[Dataset]:
    """Whole data sets in which `check` finds nothing."""

    def made(rows: dict[str, list[dict[str, Any]]]) -> Dataset:
        return Dataset(Store((HeldLayer(rows),)), MANIFEST)

    return dataset_rows().map(made)
