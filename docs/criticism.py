"""The pages on where sources differ and on what the data says of their statements."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

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

__all__ = [
    "DISPUTE_PAGES",
    "OTHERS",
    "before_quoting",
    "disputes",
    "other_disputes",
    "verdicts",
]


class _Page(NamedTuple):
    """A page of disputes.

    Attributes:
        quoted: whom one is about to quote.
        sources: the ids of the documents.
    """

    quoted: str
    sources: tuple[str, ...]


DISPUTE_PAGES = {
    "disputes-strakes-2015": _Page("Strakes (2015)", ("strakes-2015",)),
    "disputes-azerbaijan-nam-page": _Page(
        "the Azerbaijani government page", ("azerbaijan-nam-page",)
    ),
    "disputes-commentaries": _Page(
        "Gurbanov, Mammadov or Fuller", ("gurbanov", "mammadov-2020", "fuller")
    ),
}
"""The pages on what to know before quoting one of the five documents."""

OTHERS = "disputes-others"
"""The page on disputes among other sources."""

LONGEST_HEADING = 120

_WRITTEN = "<!-- Written by docs/generate.py from the data. Do not edit. -->"

DISPUTES_HEAD = f"""# Where sources differ

{_WRITTEN}

What a reader of the five documents should know before quoting them, and every other dispute that
the data holds. `nam.disputes()` gives them, `nam-azerbaijan disputes ID` shows one with every
side, and `nam-azerbaijan why RECORD FIELD` says why a value is what it is. Nothing here is decided
for good: `nam.prefer("azerbaijan-nam-page")` is the data as that source has it.

On these pages the value that the data holds stands first, in bold. The
[codebook](../data/README.md) says how the natures are told apart.
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
    text = f"{_value(claim)} ({claim.sources[0].source})"
    return f"**{text}**" if claim.preferred else text


def _linked(one: Dispute) -> str:
    """The id of a dispute, which on the site leads to its page in the explorer."""
    return f"[{one.id}](explorer:disputes/{one.id}.html)"


def _subject(nam: Dataset, one: Dispute) -> str:
    named = "; ".join(line(nam.get(key), nam.get) for key in one.records[:2])
    return f"{named}: {', '.join(one.paths)}" if one.paths else named


def _entry(nam: Dataset, one: Dispute, level: str) -> Iterator[str]:
    """A dispute in full: its sides, each with the reason, and the statements that belong to it."""
    yield f"{level} {textwrap.shorten(_subject(nam, one), LONGEST_HEADING, placeholder=' ...')}"
    yield ""
    yield f"{_linked(one)}, {one.nature.value.replace('-', ' ')}."
    yield ""
    for claim in one.claims:
        place = claim.sources[0].locator
        yield f"- {_side(claim)}{f', {place}' if place else ''}: {claim.reason}"
    for said in one.assertions:
        note = f" {said.note}" if said.note else ""
        yield f"- {said.statement} ({said.sources[0].locator}).{note}"
    yield ""


def _table(nam: Dataset, found: Iterable[Dispute]) -> Iterator[str]:
    yield _row("dispute", "nature", "what", "sides")
    yield "|---|---|---|---|"
    for one in found:
        sides = [*map(_side, one.claims), *(said.statement for said in one.assertions)]
        yield _row(_linked(one), one.nature.value, _subject(nam, one), "; ".join(sides))


def _set_aside(one: Dispute, source: str) -> bool:
    """Whether a source takes a side that the data does not prefer."""
    claims = any(not claim.preferred and claim.sources[0].source == source for claim in one.claims)
    return claims or any(said.sources[0].source == source for said in one.assertions)


def _told(nam: Dataset) -> dict[str, list[Dispute]]:
    """The disputes by the document before which they are told, once each; under "" all others."""
    found: dict[str, list[Dispute]] = {}
    documents = [source for page in DISPUTE_PAGES.values() for source in page.sources]
    for one in nam.disputes():
        first = next((source for source in documents if _set_aside(one, source)), "")
        found.setdefault(first, []).append(one)
    order = list(Nature)
    for source in documents:
        found.setdefault(source, []).sort(
            key=lambda one: (not one.assertions, order.index(one.nature), one.id)
        )
    return found


def disputes() -> str:
    """The page that counts the disputes and leads to those that tell them."""
    nam = nam_azerbaijan.load()
    told = _told(nam)
    counts = Counter(one.nature for one in nam.disputes())
    lines = [DISPUTES_HEAD, _row("before quoting", "disputes"), "|---|---|"]
    for name, page in DISPUTE_PAGES.items():
        for source in page.sources:
            title = nam.sources[source].title
            lines.append(_row(f"[{title}]({name}.md)", len(told[source])))
    lines += [_row(f"[other sources]({OTHERS}.md)", len(told[""])), ""]
    lines += [_row("nature", "disputes"), "|---|---|"]
    lines += [_row(nature.value, counts[nature]) for nature in Nature]
    lines += [_row("all", counts.total()), ""]
    return "\n".join(lines).rstrip() + "\n"


def before_quoting(name: str) -> str:
    """A page on what to know before quoting documents.

    Args:
        name: a key of `DISPUTE_PAGES`.
    """
    nam = nam_azerbaijan.load()
    told = _told(nam)
    page = DISPUTE_PAGES[name]
    lines = [f"# Before quoting {page.quoted}", "", _WRITTEN, ""]
    lines += ["[Where sources differ](disputes.md) says what this page shows.", ""]
    several = len(page.sources) > 1
    for source in page.sources:
        title = nam.sources[source].title
        lines += [f"## {title}" if several else f"The document is *{title}*.", ""]
        lines += [] if told[source] else ["The data sets aside nothing that it says.", ""]
        for one in told[source]:
            lines += _entry(nam, one, "###" if several else "##")
    return "\n".join(lines).rstrip() + "\n"


def other_disputes() -> str:
    """The page on disputes in which none of the five documents takes a side that is set aside."""
    nam = nam_azerbaijan.load()
    lines = ["# Where other sources differ", "", _WRITTEN, ""]
    lines += ["[Where sources differ](disputes.md) says what this page shows.", ""]
    lines += _table(nam, _told(nam)[""])
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
