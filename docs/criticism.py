"""The pages on where sources differ."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cited import FIVE, anchor, row

import nam_azerbaijan
from nam_azerbaijan import Assertion, Claim, Dataset, Dispute, Nature, Ruling
from nam_azerbaijan.tables.lines import called, field_words, hedged, line

__all__ = ["DISPUTE_PAGES", "OTHERS", "before_quoting", "disputes", "other_disputes"]


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

On these pages the value that the data holds stands in bold. A document *differs* where it says
another value, or where the data contradicts a statement of it ([verdicts](verdicts.md)); that says
nothing of its author. The [codebook](../data/README.md) says how the natures are told apart. A
dispute between two of the documents is on the pages of both.
"""


class _Rulings(NamedTuple):
    """What the data says of statements.

    Attributes:
        nam: the data.
        by_id: the verdicts by the id of the statement.
    """

    nam: Dataset
    by_id: dict[str, Ruling]

    @classmethod
    def of(cls, nam: Dataset) -> _Rulings:
        return cls(nam, {one.assertion: one.verdict for one in nam_azerbaijan.verify(nam)})

    def contradicted(self, one: Dispute, source: str) -> bool:
        """Whether the data contradicts a statement of a source."""
        return any(self.by_id.get(s.id) is Ruling.CONTRADICTED for s in _sides_by(one, source))

    def differing(self, one: Dispute, source: str) -> bool:
        """Whether a source says another value than the data holds, or is contradicted."""
        claims = (side for side in _sides_by(one, source) if isinstance(side, Claim))
        return self.contradicted(one, source) or any(not claim.preferred for claim in claims)

    def split(self, source: str) -> tuple[list[Dispute], list[Dispute]]:
        """The disputes in which a source takes a side: those where it differs, and the others.

        Those with a contradicted statement come first.
        """
        told = [one for one in self.nam.disputes() if any(_sides_by(one, source))]
        differ = [one for one in told if self.differing(one, source)]
        others = [one for one in told if one not in differ]
        for found in (differ, others):
            found.sort(key=lambda one: (not self.contradicted(one, source), *_importance(one)))
        return differ, others


def _importance(one: Dispute) -> tuple[bool, int, str]:
    """Statements first, then by nature."""
    return not one.assertions, list(Nature).index(one.nature), one.id


def _sides_by(one: Dispute, source: str) -> Iterator[Claim | Assertion]:
    """What a source itself says in a dispute."""
    sides: tuple[Claim | Assertion, ...] = (*one.claims, *one.assertions)
    return (side for side in sides if side.sources[0].source == source)


def _side(claim: Claim, source: str = "") -> str:
    """The value of a claim and who has it, with a word where that is `source` and it differs."""
    own = claim.sources[0].source
    mark = ", not the value held" if own == source and not claim.preferred else ""
    text = f"{hedged(claim.value, claim.qualifier)} ({own}{mark})"
    return f"**{text}**" if claim.preferred else text


def _linked(one: Dispute) -> str:
    """The id of a dispute, which on the site leads to its page in the explorer."""
    return f"[{one.id}](explorer:disputes/{one.id}.html)"


def _subject(nam: Dataset, one: Dispute) -> str:
    """What a dispute is about: records and, where claims say them, their fields."""
    told = "; ".join(_called(nam, key) for key in one.records[:2])
    fields = dict.fromkeys(field_words(path) for path in one.paths)
    return f"{told}: {', '.join(fields)}" if fields else told


def _called(nam: Dataset, key: str) -> str:
    """What a record is called; what it says where it has no name."""
    record, text = nam.get(key), called(key, nam.get)
    if isinstance(record, Assertion):
        return record.statement
    return line(record, nam.get) if text == key else text


def _entry(rulings: _Rulings, one: Dispute, source: str, level: str) -> Iterator[str]:
    """A dispute in full: its sides, each with the reason, and the statements that belong to it."""
    subject = _subject(rulings.nam, one)
    yield f"{level} {textwrap.shorten(subject, LONGEST_HEADING, placeholder=' ...')}"
    yield ""
    yield f"{_linked(one)}, {one.nature.value.replace('-', ' ')}."
    yield ""
    for claim in one.claims:
        place = claim.sources[0].locator
        yield f"- {_side(claim, source)}{f', {place}' if place else ''}: {claim.reason}"
    for said in one.assertions:
        note = f" {said.note}" if said.note else ""
        ruling = rulings.by_id.get(said.id) if said.sources[0].source == source else None
        verdict = f" **Verdict: {ruling.value}.**" if ruling is Ruling.CONTRADICTED else ""
        yield f"- {said.statement} ({said.sources[0].locator}).{note}{verdict}"
    yield ""


def _table(nam: Dataset, found: Iterable[Dispute]) -> Iterator[str]:
    yield row("dispute", "nature", "what", "sides")
    yield "|---|---|---|---|"
    for one in found:
        sides = [*map(_side, one.claims), *(said.statement for said in one.assertions)]
        yield row(
            _linked(one), one.nature.value.replace("-", " "), _subject(nam, one), "; ".join(sides)
        )
    yield ""


def _others(nam: Dataset) -> list[Dispute]:
    """The disputes in which none of the five documents takes a side."""
    return [one for one in nam.disputes() if not any(any(_sides_by(one, key)) for key in FIVE)]


def disputes() -> str:
    """The page that counts the disputes and leads to those that tell them."""
    nam = nam_azerbaijan.load()
    rulings = _Rulings.of(nam)
    counts = Counter(one.nature for one in nam.disputes())
    lines = [DISPUTES_HEAD, row("before quoting", "it differs", "other disputes")]
    lines += ["|---|---|---|"]
    for name, page in DISPUTE_PAGES.items():
        for source in page.sources:
            title, found = nam.sources[source].title, map(len, rulings.split(source))
            lines.append(row(f"[{title}]({name}.md)", *found))
    lines += [row(f"[other sources]({OTHERS}.md)", "", len(_others(nam))), ""]
    lines += [row("nature", "disputes"), "|---|---|"]
    lines += [row(nature.value, counts[nature]) for nature in Nature]
    lines += [row("all", counts.total()), ""]
    return "\n".join(lines).rstrip() + "\n"


def before_quoting(name: str) -> str:
    """A page on what to know before quoting documents.

    Args:
        name: a key of `DISPUTE_PAGES`.
    """
    rulings = _Rulings.of(nam_azerbaijan.load())
    page = DISPUTE_PAGES[name]
    lines = [f"# Before quoting {page.quoted}", "", _WRITTEN, ""]
    lines += ["[Where sources differ](disputes.md) says what this page shows.", ""]
    several = len(page.sources) > 1
    for source in page.sources:
        lines += [f"## {FIVE[source]}", ""] if several else []
        lines += _section(rulings, source, "###" if several else "##")
    return "\n".join(lines).rstrip() + "\n"


def _section(rulings: _Rulings, source: str, level: str) -> Iterator[str]:
    """The disputes of one document: in full where it differs, the others in a table."""
    nam, who = rulings.nam, FIVE[source]
    differ, others = rulings.split(source)
    yield f"The document is *{nam.sources[source].title}*. It differs from what the data holds in"
    yield f"{len(differ)} of the {len(differ) + len(others)} disputes in which it takes a side. The"
    yield f"[verdicts on its statements](verdicts.md#{anchor(who)}) say which the data contradicts."
    yield ""
    if differ:
        yield f"{level} {who}: where it differs"
        yield ""
        for one in differ:
            yield from _entry(rulings, one, source, f"{level}#")
    if others:
        yield f"{level} {who}: where it has the value held, or tells of the matter"
        yield ""
        yield from _table(nam, others)


def other_disputes() -> str:
    """The page on disputes in which none of the five documents takes a side."""
    nam = nam_azerbaijan.load()
    lines = ["# Where other sources differ", "", _WRITTEN, ""]
    lines += ["[Where sources differ](disputes.md) says what this page shows.", ""]
    lines += _table(nam, _others(nam))
    return "\n".join(lines).rstrip() + "\n"
