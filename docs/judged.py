"""The page on what the data says of the statements of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cited import FIVE, anchor, named, row
from criticism import DISPUTE_PAGES

import nam_azerbaijan
from nam_azerbaijan import Assertion, AssertionKind, Dataset, Ruling, Verdict
from nam_azerbaijan.errors import UnknownRecordError
from nam_azerbaijan.records.evidence import Comparison

__all__ = ["page"]

HEAD = """# What the data says of the statements of the literature

<!-- Written by docs/generate.py from the data. Do not edit. -->

Each statement here has a computation over the data: `nam_azerbaijan.verify(nam)` gives the
verdicts, `nam-azerbaijan verify` prints them. A statement is *supported* where the records of this
data agree with it, and *contradicted* where they differ from it. It is *undecided* where imprecise
dates leave it open, where the data does not cover what it is about, or where the data has the
matter from the same source alone: no source bears itself out. A verdict is about the statement as
it stands, on the day that it is about, and not about its author. On the pages of the explorer the
three read *agrees with the data*, *differs from the data* and *not decided by the data*.
"""

DISPUTES = {key: f"{name}.md" for name, held in DISPUTE_PAGES.items() for key in held.sources}
# In the order in which a reader asks.
RULINGS = (Ruling.CONTRADICTED, Ruling.UNDECIDED, Ruling.SUPPORTED)
# The most instructive first: what is counted and compared before what is dated.
_KINDS = (
    AssertionKind.COUNT, AssertionKind.SHARE, AssertionKind.FIRST, AssertionKind.ORDER,
    AssertionKind.COMPARISON, AssertionKind.FACT, AssertionKind.DATE,
)  # fmt: skip
_BROKEN = re.compile(r"-?\b\d+\.\d+\b")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Judged = tuple[Assertion, Verdict]


def page() -> str:
    """The verdicts, by source and then by what they are."""
    nam = nam_azerbaijan.load()
    held: dict[str, list[Judged]] = {key: [] for key in FIVE}
    for one in nam_azerbaijan.verify(nam):
        said = nam.assertions[one.assertion]
        held.setdefault(said.sources[0].source, []).append((said, one))
    for found in held.values():
        found.sort(key=lambda one: _importance(one[0]))
    lines = [HEAD, row("source", *(one.value for one in RULINGS)), "|---|---|---|---|"]
    for key, found in held.items():
        name = named(nam, key)
        lines.append(row(f"[{name}](#{anchor(name)})", *_counts(found)))
    lines += [row("all", *_counts([one for found in held.values() for one in found])), ""]
    for key, found in held.items():
        lines += _section(nam, key, found)
    return "\n".join(lines).rstrip() + "\n"


def _importance(said: Assertion) -> tuple[Any, ...]:
    place = _KINDS.index(said.kind) if said.kind in _KINDS else len(_KINDS)
    return place, said.id


def _counts(found: Sequence[Judged]) -> list[int]:
    return [sum(verdict.verdict is ruling for _, verdict in found) for ruling in RULINGS]


def _section(nam: Dataset, key: str, found: Sequence[Judged]) -> Iterator[str]:
    """The verdicts on the statements of one source."""
    name = named(nam, key)
    yield f"## {name}"
    yield ""
    where = f" [Its disputes]({DISPUTES[key]})." if key in DISPUTES else ""
    yield f"The source is *{nam.sources[key].title}*.{where}"
    yield ""
    for ruling in RULINGS:
        ruled = [one for one in found if one[1].verdict is ruling]
        if ruled:
            yield f"### {name}: {ruling.value}"
            yield ""
            yield from _supported(ruled) if ruling is Ruling.SUPPORTED else _told(nam, ruled)
            yield ""


def _supported(found: Sequence[Judged]) -> Iterator[str]:
    yield row("statement", "place")
    yield "|---|---|"
    for said, _ in found:
        yield row(f"[{said.statement}]({_address(said)})", said.sources[0].locator)


def _told(nam: Dataset, found: Sequence[Judged]) -> Iterator[str]:
    for said, verdict in found:
        note = f" {said.note}" if said.note else ""
        place = said.sources[0].locator
        sentence = _sentence(nam, said, verdict)
        yield f"- [{said.statement}]({_address(said)}) ({place}) {sentence}{note}"


def _address(said: Assertion) -> str:
    return f"explorer:assertions/{said.id}.html"


def _sentence(nam: Dataset, said: Assertion, verdict: Verdict) -> str:
    """The sentence of a verdict, as people read it: numbers rounded, records by their names."""
    text = _BROKEN.sub(lambda match: _rounded(match[0]), verdict.sentence)
    if said.comparison in (Comparison.AT_LEAST, Comparison.AT_MOST):
        text = text.replace("Said: ", f"Said: {said.comparison.value.replace('-', ' ')} ")
    differing = verdict.off.values() if isinstance(verdict.off, dict) else ()
    keys = {key for keys in differing for key in keys}
    return _SLUG.sub(lambda match: _called(nam, match[0]) if match[0] in keys else match[0], text)


def _rounded(number: str) -> str:
    """A number to one place, such as `36` for `36.0` and `about 0.7` for `0.667`."""
    value = float(number)
    return f"{value:g}" if value.is_integer() else f"about {round(value, 1):g}"


def _called(nam: Dataset, key: str) -> str:
    """The name of a record; a region, which is none, in words."""
    try:
        return nam.get(key).label
    except UnknownRecordError:
        return " ".join(part if part == "and" else part.capitalize() for part in key.split("-"))
