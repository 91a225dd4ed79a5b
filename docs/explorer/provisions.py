"""What the paragraphs of a document say, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from nam_azerbaijan import AnyRecord, Document, Provision
from nam_azerbaijan.records.documents import COMPARED
from nam_azerbaijan.records.meaning import meanings

from .attached import Attached
from .page import Page
from .words import anchor, known_words, phrase, provision_title, unseen_words, worded

__all__ = [
    "Answered",
    "ProvisionView",
    "provision_anchors",
    "provision_at",
    "provision_paths",
    "provision_views",
    "unseen",
]


class Answered(NamedTuple):
    """A question to a provision, with the answer.

    Attributes:
        question: what is asked.
        meaning: the question with examples.
        answer: the answer, with what stands beside it.
        word: the answer alone.
    """

    question: str
    meaning: str
    answer: Markup
    word: str


class ProvisionView(NamedTuple):
    """A provision on the page of its document.

    Attributes:
        anchor: its anchor.
        title: what it is called.
        topic: what it speaks of.
        known: how its words are known, in a sentence.
        unseen: how far its text was not seen, if it was not.
        summary: what it says, with what stands beside it.
        beside: what stands beside the provision as a whole.
        answers: the questions that wordings are compared by.
    """

    anchor: str
    title: str
    topic: str
    known: str
    unseen: Markup
    summary: Markup
    beside: Markup
    answers: list[Answered]


def provision_anchors(document: Document) -> list[str]:
    """An anchor for each provision of a document, made from its locator, or else its number."""
    found: list[str] = []
    for number, one in enumerate(document.provisions, 1):
        wanted = anchor(one.locator) or f"provision-{number}"
        found.append(wanted if wanted not in found else f"{wanted}-{number}")
    return found


def provision_paths(record: AnyRecord) -> Iterator[str]:
    """The paths of all that is shown of the provisions of a document; of other records none."""
    if isinstance(record, Document):
        for one in record.provisions:
            yield f"provisions/{one.locator}"
            yield from (f"provisions/{one.locator}/{name}" for name in ("summary", *COMPARED))


def provision_at(record: AnyRecord, path: str) -> Provision | None:
    """The provision that a path of a document leads to or into; `None` where it leads elsewhere."""
    if not isinstance(record, Document):
        return None
    inside = (
        one for one in record.provisions if f"{path}/".startswith(f"provisions/{one.locator}/")
    )
    return next(inside, None)


def unseen(provision: Provision | None) -> Markup:
    """A word that the text of a provision was not seen, or not whole; nothing where it was."""
    words = unseen_words(provision.known_through) if provision else ""
    return Markup(' <span class="unseen">{}</span>').format(words) if words else Markup()


def provision_views(page: Page, document: Document, attached: Attached) -> Iterator[ProvisionView]:
    """The provisions of a document, each made when the page comes to it."""
    for place, one in zip(provision_anchors(document), document.provisions, strict=True):
        path = f"provisions/{one.locator}"
        yield ProvisionView(
            anchor=place,
            title=provision_title(one.locator),
            topic=phrase(one.topic),
            known=known_words(one.known_through),
            unseen=unseen(one),
            beside=page.cite(one.sources) + page.beside(attached, path),
            summary=page.text(one.summary) + page.beside(attached, f"{path}/summary"),
            answers=list(_answers(page, one, attached, path)),
        )


def _answers(page: Page, provision: Provision, attached: Attached, path: str) -> Iterator[Answered]:
    said = meanings(Provision)
    for name in COMPARED:
        word = str(getattr(provision, name).value)
        answer = escape(worded(getattr(provision, name))) + page.beside(attached, f"{path}/{name}")
        meaning = said.get(name, name)
        question = meaning.partition(". Yes:")[0].rstrip(".")
        yield Answered(f"{question[:1].upper()}{question[1:]}?", meaning, answer, word)
