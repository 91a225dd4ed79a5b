"""What is particular to the page of a vote: tallies by status, and each state's vote."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from nam_azerbaijan import Choice, Tally, Vote
from nam_azerbaijan.errors import CoverageError

from .attached import Attached
from .library import Library
from .page import NOTHING, Page
from .sections import Column, Row, Section
from .words import NO_STATUS, label

__all__ = ["ballot_section", "tally_section"]

CHOICES = tuple(choice.value for choice in Choice)
OTHERS = "none"
"""How a tally calls the states that were nothing in the Movement."""


def _tally(vote: Vote, library: Library) -> Tally | None:
    """How states voted by what they were in the Movement; `None` where that is not on record."""
    try:
        return library.nam.tally(vote)
    except CoverageError:
        return None


def tally_section(vote: Vote, library: Library) -> Section | None:
    """The votes by what states were on the day, their sum, and the official result beside it."""
    tally = _tally(vote, library)
    if tally is None:
        return None
    rows: list[tuple[str, Mapping[str, int]]] = [
        (_group(name), counts) for name, counts in tally.items() if any(counts.values())
    ]
    rows.append(("All states on record", tally.total))
    if tally.official:
        rows.append(("Official result", tally.official))
    columns = [Column("What they were on the day"), *(Column(label(one)) for one in CHOICES)]

    def row(page: Page, pair: tuple[str, Mapping[str, int]]) -> Row:
        name, counts = pair
        numbers = [escape(counts[one]) if one in counts else NOTHING for one in CHOICES]
        return Row([escape(name), *numbers])

    return Section("tally", "Votes by status in the Movement", columns, rows, row)


def _group(name: str) -> str:
    return label(NO_STATUS) if name == OTHERS else label(name)


def ballot_section(vote: Vote, library: Library) -> Section | None:
    """How each state voted, by what it was and then by name."""
    tally = _tally(vote, library)
    if tally is None:
        return None
    rows = [
        (state.id, group, choice)
        for group in tally
        for choice in CHOICES
        for state in tally.states(group, choice)
    ]
    columns = [Column("State"), Column("In the Movement"), Column("Vote")]
    paths = ["votes", *(f"votes/{state}" for state, _, _ in rows)]
    attached = Attached(vote, paths, library)

    def row(page: Page, ballot: tuple[str, str, str]) -> Row:
        state, group, choice = ballot
        mark = Markup('<span class="choice {0}">{0}</span>').format(choice)
        mark += page.beside(attached, f"votes/{state}")
        return Row([page.link(state), escape(_group(group)), mark])

    return Section(
        "ballots", "How each state voted", columns, rows, row,
        stays=True, beside=lambda page: page.beside(attached, "votes"),
    )  # fmt: skip
