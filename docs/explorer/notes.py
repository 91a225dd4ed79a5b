"""The citations of a page, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from nam_azerbaijan import Citation

__all__ = ["Note", "Notes"]


class Note(NamedTuple):
    """A citation in the list of a page.

    Attributes:
        number: its number.
        citation: the citation.
        marks: the anchors of the places that lead to it.
    """

    number: int
    citation: Citation
    marks: list[str]


class Notes:
    """The citations of a page: each place in a source, with what it says, once."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str, str], Note] = {}

    def __iter__(self) -> Iterator[Note]:
        return iter(self._held.values())

    def __len__(self) -> int:
        return len(self._held)

    def cite(self, citations: Iterable[Citation]) -> Markup:
        """Small numbers that lead to the citations; nothing where there are none."""
        marks = [self._mark(one) for one in dict.fromkeys(map(_place, citations))]
        return Markup("<sup>{}</sup>").format(Markup(" ").join(marks)) if marks else Markup()

    def _mark(self, citation: Citation) -> Markup:
        key = (citation.source, citation.locator, citation.says)
        note = self._held.setdefault(key, Note(len(self._held) + 1, citation, []))
        mark = f"r{note.number}" if not note.marks else f"r{note.number}-{len(note.marks) + 1}"
        note.marks.append(mark)
        return Markup('<a id="{0}" href="#n{1}" role="doc-noteref">{1}</a>').format(
            mark, escape(note.number)
        )


def _place(citation: Citation) -> Citation:
    """A citation without the fields that it supports."""
    return Citation(source=citation.source, locator=citation.locator, says=citation.says)
