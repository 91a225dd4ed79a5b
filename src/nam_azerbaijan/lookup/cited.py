"""What a source says, in its own order, and what sources say about a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from ..records.base import Citation
from ..records.walk import citations
from ..text import fold
from .filters import Collections

if TYPE_CHECKING:
    from ..records.evidence import Assertion, Claim
    from ..records.union import AnyRecord

__all__ = ["Cited"]


@attrs.frozen(kw_only=True)
class Cited:
    """A record that cites a source at one place.

    Attributes:
        record: the record.
        path: where in the record the citation stands, such as `sources[0]` or
            `provisions[2].sources[0]`.
        citation: the citation, with the locator of the place.
    """

    record: AnyRecord
    path: str
    citation: Citation


class CitationIndex:
    """All citations of a data set by source, in the order of each source's own places."""

    def __init__(self, records: Collections) -> None:
        found: dict[str, list[Cited]] = {}
        for collection in records.values():
            for record in collection:
                for path, citation in citations(record):
                    one = Cited(record=record, path=path, citation=citation)
                    found.setdefault(citation.source, []).append(one)
        self._of = {source: _in_order(cited) for source, cited in found.items()}

    def of(self, source: str, locator: str | None = None) -> tuple[Cited, ...]:
        """What cites a source, or one place of it; see `Dataset.cited`.

        Raises:
            TypeError: `locator` is no text.
            ValueError: `locator` names no place.
        """
        cited = self._of.get(source, ())
        if locator is None:
            return cited
        if not isinstance(locator, str):
            raise TypeError(f"expected a place such as 'paragraph 7', got {locator!r}")
        wanted = _place(locator)
        if not wanted.numbers and not wanted.words:
            raise ValueError(f"{locator!r} names no place; say 'paragraph 7', 'fn 25', 'abstract'")
        return tuple(one for one in cited if wanted.within(_place(one.citation.locator)))


def about(records: Collections, key: str) -> tuple[Claim | Assertion, ...]:
    """The claims and assertions about a record, and about the meetings that are parts of it."""
    keys = {key}
    while more := {m.id for m in records["meetings"] if m.part_of in keys} - keys:
        keys |= more
    return (
        *(claim for claim in records["claims"] if claim.record in keys),
        *(one for one in records["assertions"] if not keys.isdisjoint(one.about)),
    )


# Places in a source

# How locators call the parts of a source that have numbers, in the order in which they nest.
_KINDS = {
    "section": ("section", "sections", "sect", "sec"),
    "article": ("article", "articles", "art"),
    "page": ("page", "pages", "pp", "p"),
    "paragraph": ("paragraph", "paragraphs", "paras", "para", "par"),
    "item": ("item", "items"),
    "footnote": ("footnote", "footnotes", "fns", "fn", "notes", "note", "n"),
}
_KIND_OF = {word: kind for kind, written in _KINDS.items() for word in written}
_LISTED = r"\d+(?:\s*(?:-|\N{EN DASH}|,|to|and)+\s*\d+)*"
_NUMBERED = re.compile(rf"(?ai)\b({'|'.join(_KIND_OF)})\b\.?\s*({_LISTED})|\b({_LISTED})\b")
_COUNTED = re.compile(r"(?i)\b(first|second|third|fourth|fifth|sixth|seventh|last)\s+paragraph\b")
_COUNTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_LAST = 10**4
_ASIDE = re.compile(r"\([^)]*\)")
_FILLING = frozenset(("after", "and", "at", "before", "of", "on", "section", "text", "to"))
_FRONT = frozenset(("abstract", "byline", "heading", "opening", "preamble", "title", "whole"))
_BACK = frozenset(("annex", "appendix", "closing", "last", "references"))


class _Locus(NamedTuple):
    """What a locator says.

    Attributes:
        numbers: the kinds of part that it names by number; without a kind, under "".
        words: its other words.
        section: the name of the section, where that has no number.
        behind: 1 for the text after a footnote, -1 for that before it.
    """

    numbers: Mapping[str, frozenset[int]]
    words: frozenset[str]
    section: str
    behind: int

    def within(self, other: _Locus) -> bool:
        """Whether another locator names all that this one does."""
        return self.words <= other.words and all(
            not numbers.isdisjoint(
                frozenset().union(*other.numbers.values())
                if kind == ""
                else other.numbers.get(kind, frozenset())
            )
            for kind, numbers in self.numbers.items()
        )

    def first(self, kind: str) -> int:
        """The first number of a kind; -1 where it names none."""
        return min(self.numbers.get(kind, (-1,)))

    @property
    def part(self) -> tuple[int, int, str]:
        """The part of the source: before all, introduction, sections, conclusion, behind all."""
        section = self.first("section")
        if section < 0 and self.words & _FRONT:
            return 0, -1, ""
        if "introduction" in self.words:
            return 1, -1, ""
        if "conclusion" in self.words:
            return 3, -1, ""
        if section < 0 and self.words & _BACK:
            return 4, -1, ""
        return 2, section, self.section


def _place(locator: str) -> _Locus:
    numbers: dict[str, set[int]] = {}

    def take(match: re.Match[str]) -> str:
        kind = _KIND_OF[match[1].lower()] if match[1] else ""
        numbers.setdefault(kind, set()).update(_listed(match[2] or match[3]))
        return " "

    def count(match: re.Match[str]) -> str:
        numbers.setdefault("paragraph", set()).add(_COUNTS.get(match[1].lower(), _LAST))
        return " "

    rest = _NUMBERED.sub(take, _COUNTED.sub(count, locator))
    named = fold(rest)
    return _Locus(
        {kind: frozenset(held) for kind, held in numbers.items()},
        frozenset(named.split()) - _FILLING,
        named.removeprefix("section ") if named.startswith("section ") else "",
        1 if " after fn" in locator else -1 if " before fn" in locator else 0,
    )


def _listed(text: str) -> Iterator[int]:
    """The numbers of a list such as "44-48, 50 and 52"."""
    for one in re.split(r",|and", text):
        ends = [int(number) for number in re.findall(r"\d+", one)]
        if len(ends) > 1 and 0 < ends[-1] - ends[0] < _LAST:
            yield from range(ends[0], ends[-1] + 1)
        else:
            yield from ends


def _in_order(cited: list[Cited]) -> tuple[Cited, ...]:
    """CitationIndex in the order of their places; at one place in that of collections and ids.

    A footnote without a section stands in the section that the notes around it have.
    """
    places = [_place(_ASIDE.sub("", one.citation.locator.partition(";")[0])) for one in cited]
    begins: dict[tuple[int, int, str], int] = {}
    for place in places:
        note = place.first("footnote")
        if note >= 0 and place.part != (2, -1, ""):
            begins[place.part] = min(note, begins.get(place.part, note))

    def part(place: _Locus) -> tuple[int, int, str]:
        note = place.first("footnote")
        if place.part == (2, -1, "") and note >= 0:
            return max((one for one, start in begins.items() if start <= note), default=place.part)
        return place.part

    def key(numbered: tuple[int, _Locus]) -> tuple[Any, ...]:
        number, place = numbered
        inner = [place.first(kind) for kind in ("article", "page", "paragraph", "item", "footnote")]
        return (*part(place), place.first(""), *inner, place.behind, number)

    return tuple(cited[number] for number, _ in sorted(enumerate(places), key=key))
