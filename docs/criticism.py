"""The pages on where sources differ and on what the data says of their statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import (
    Assertion,
    AssertionKind,
    Claim,
    Dataset,
    Dispute,
    Nature,
    Ruling,
)
from nam_azerbaijan.records.base import Qualifier, plain
from nam_azerbaijan.tables.lines import line

__all__ = ["disputes", "verdicts"]

FIVE = ("strakes-2015", "azerbaijan-nam-page", "gurbanov", "mammadov-2020", "fuller")

DISPUTES_HEAD = """# Where sources differ

<!-- Written by docs/generate.py from the data. Do not edit. -->

What a reader of the five documents should know before quoting them, and every other dispute that
the data holds. `nam.disputes()` gives them, `nam-azerbaijan disputes ID` shows one with every
side, and `nam-azerbaijan why RECORD FIELD` says why a value is what it is. Nothing here is decided
for good: `nam.prefer("azerbaijan-nam-page")` is the data as that source has it.

The value that the data holds stands first, in bold. The [codebook](../data/README.md) says how the
natures are told apart.
"""

VERDICTS_HEAD = """# What the data says of the statements of the literature

<!-- Written by docs/generate.py from the data. Do not edit. -->

Each statement here has a computation over the data: `nam_azerbaijan.verify(nam)` gives the
verdicts, `nam-azerbaijan verify` prints them. A statement is *undecided* where imprecise dates
leave it open, where the data does not cover what it is about, or where the data has the matter
from the same source alone: no source bears itself out. A verdict is about the statement as it
stands, on the day that it is about, and not about its author.
"""

# The most instructive first: what is counted and compared before what is dated.
_KINDS = (
    AssertionKind.COUNT, AssertionKind.SHARE, AssertionKind.FIRST, AssertionKind.ORDER,
    AssertionKind.COMPARISON, AssertionKind.FACT, AssertionKind.DATE,
)  # fmt: skip


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _value(claim: Claim) -> str:
    held = plain(claim.value)
    text = ", ".join(map(str, held)) if isinstance(held, list) else str(held)
    if claim.qualifier is not Qualifier.EXACTLY:
        text = f"{claim.qualifier.value.replace('-', ' ')} {text}"
    return text


def _side(claim: Claim) -> str:
    text = f"{_value(claim)} (`{claim.sources[0].source}`)"
    return f"**{text}**" if claim.preferred else text


def _subject(nam: Dataset, one: Dispute) -> str:
    named = "; ".join(line(nam.get(key), nam.get) for key in one.records[:2])
    return f"{named}: {', '.join(one.paths)}" if one.paths else named


def _entry(nam: Dataset, one: Dispute) -> Iterator[str]:
    """A dispute in full: its sides, each with the reason, and the statements that belong to it."""
    yield f"### {_subject(nam, one)}"
    yield ""
    yield f"`{one.id}`, {one.nature.value.replace('-', ' ')}."
    yield ""
    for claim in one.claims:
        place = claim.sources[0].locator
        yield f"- {_side(claim)}, {place}: {claim.reason}"
    for said in one.assertions:
        note = f" {said.note}" if said.note else ""
        yield f"- {said.statement} ({said.sources[0].locator}).{note}"
    yield ""


def _table(nam: Dataset, found: Iterable[Dispute]) -> Iterator[str]:
    yield _row("dispute", "nature", "what", "sides")
    yield "|---|---|---|---|"
    for one in found:
        sides = [*map(_side, one.claims), *(said.statement for said in one.assertions)]
        yield _row(f"`{one.id}`", one.nature.value, _subject(nam, one), "; ".join(sides))


def _set_aside(one: Dispute, source: str) -> bool:
    """Whether a source takes a side that the data does not prefer."""
    claims = any(not claim.preferred and claim.sources[0].source == source for claim in one.claims)
    return claims or any(said.sources[0].source == source for said in one.assertions)


def disputes() -> str:
    """The page on disputes."""
    nam = nam_azerbaijan.load()
    every = nam.disputes()
    counts = Counter(one.nature for one in every)
    lines = [DISPUTES_HEAD, _row("nature", "disputes"), "|---|---|"]
    lines += [_row(nature.value, counts[nature]) for nature in Nature]
    lines += [_row("all", len(every)), ""]
    told: set[str] = set()
    order = list(Nature)
    for source in FIVE:
        found = [one for one in every if one.id not in told and _set_aside(one, source)]
        found.sort(key=lambda one: (not one.assertions, order.index(one.nature), one.id))
        lines += [f"## Before quoting {nam.sources[source].title}", ""]
        if not found:
            lines += ["The data sets aside nothing that it says.", ""]
        for one in found:
            told.add(one.id)
            lines += _entry(nam, one)
    lines += ["## All others", ""]
    lines += _table(nam, (one for one in every if one.id not in told))
    return "\n".join(lines).rstrip() + "\n"


def _importance(said: Assertion) -> tuple[Any, ...]:
    place = _KINDS.index(said.kind) if said.kind in _KINDS else len(_KINDS)
    return place, said.id


def verdicts() -> str:
    """The page on verdicts."""
    nam = nam_azerbaijan.load()
    every = nam_azerbaijan.verify(nam)
    said = {one.id: one for one in nam.assertions}
    counts = Counter(one.verdict for one in every)
    lines = [VERDICTS_HEAD, _row("verdict", "statements"), "|---|---|"]
    lines += [_row(ruling.value, counts[ruling]) for ruling in Ruling]
    lines += [""]
    headings = {
        Ruling.CONTRADICTED: "Contradicted",
        Ruling.UNDECIDED: "Undecided",
        Ruling.SUPPORTED: "Supported",
    }
    for ruling, heading in headings.items():
        found = [one for one in every if one.verdict is ruling]
        found.sort(key=lambda one: _importance(said[one.assertion]))
        lines += [f"## {heading}", ""]
        if ruling is Ruling.SUPPORTED:
            lines += [_row("statement", "place", "id"), "|---|---|---|"]
            for one in found:
                statement = said[one.assertion]
                place = statement.sources[0].locator
                lines.append(_row(statement.statement, place, f"`{statement.id}`"))
            lines.append("")
            continue
        for one in found:
            statement = said[one.assertion]
            lines += [f"- {statement.statement} ({statement.sources[0].locator}) {one.sentence}"]
            lines[-1] += f" {statement.note}" if statement.note else ""
            lines[-1] += f" (`{statement.id}`)"
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
