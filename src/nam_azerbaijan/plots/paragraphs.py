"""What paragraphs on one topic say, from document to document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ..dataset import Dataset
from ..lookup.filters import choice_of
from ..records.base import Answer, Standing
from ..records.documents import COMPARED, Document, DocumentKind, KnownThrough, Provision
from ..tables.lines import meeting_place
from .style import (
    BLACK,
    BLUE,
    GREY,
    PALE,
    SKY,
    SMALL_TEXT,
    WHITE,
    Mark,
    Surface,
    axes_for,
    bar,
    below,
    legend_below,
    own_style,
    point,
    shortened,
    text_width,
    titled,
    width_of,
    words,
)

__all__ = ["CONFLICT", "DocumentColumn", "ToldThrough", "columns_of", "wording"]

CONFLICT = "armenia-azerbaijan-conflict"
"""The topic that is drawn unless another is asked for, by the name that the data gives it."""

_TITLES = {CONFLICT: "Armenia-Azerbaijan conflict"}  # Others are no names, and words will do.
_MOVEMENT_KINDS = (
    DocumentKind.FINAL_DOCUMENT,
    DocumentKind.DECLARATION,
    DocumentKind.SPECIAL_DECLARATION,
    DocumentKind.COMMUNIQUE,
)
_YES = {
    KnownThrough.TEXT: Surface(BLUE),
    KnownThrough.QUOTATION: Surface(SKY, "", BLACK),
    KnownThrough.EXTRACT: Surface(SKY, "//////"),
    KnownThrough.REPORT: Surface(WHITE, "......", BLUE),
}
_LINES = dict.fromkeys(KnownThrough, BLACK) | {KnownThrough.TEXT: BLUE}
_NO = Surface(WHITE, "", GREY)
_UNKNOWN = Surface(PALE)
_LONG = 1.5  # How much of a title stands in a label, in inches.
_NOTE = (
    "Yes and no: whether words of a kind stand there, not whether they are right. "
    "Where no kind of document is named, it is a final document."
)


class ToldThrough(NamedTuple):
    """What the provisions of one document on a topic say to one question.

    Attributes:
        answer: yes where one of them does; no where all of them are known whole and none does.
        through: how the words are known that say yes, the best way of several; the way the
            provisions are known where the answer is no; `None` where it is not known.
    """

    answer: Answer
    through: KnownThrough | None


class DocumentColumn(NamedTuple):
    """A document, and what it says to each question.

    Attributes:
        document: the document.
        cells: the answers, by the names of the questions.
    """

    document: Document
    cells: dict[str, ToldThrough]


def columns_of(
    nam: Dataset, topic: str = CONFLICT, kinds: Iterable[str] | None = _MOVEMENT_KINDS
) -> tuple[DocumentColumn, ...]:
    """The documents of some kinds, or with `None` of all, with provisions on a topic, by date.

    Only what was adopted is among them, and what has a date.

    Raises:
        ValueError: there is no such topic or kind.
    """
    wanted = set(DocumentKind) if kinds is None else {choice_of(DocumentKind, one) for one in kinds}
    found = []
    for document in nam.find_documents(topic=topic):
        provisions = [one for one in document.provisions if one.topic == topic]
        held = document.standing is Standing.HELD and document.date is not None
        if provisions and held and document.kind in wanted:
            found.append(
                DocumentColumn(document, {name: _wording(provisions, name) for name in COMPARED})
            )
    return tuple(found)


def _wording(provisions: list[Provision], name: str) -> ToldThrough:
    """What provisions of one document say to a question together."""
    best = list(KnownThrough)
    said = {Answer(getattr(one, name)) for one in provisions}
    answer = Answer.YES if Answer.YES in said else said.pop() if len(said) == 1 else Answer.UNKNOWN
    ways = [one.known_through for one in provisions if getattr(one, name) is answer]
    return ToldThrough(answer, None if answer is Answer.UNKNOWN else min(ways, key=best.index))


@own_style
def wording(
    nam: Dataset,
    topic: str = CONFLICT,
    *,
    kinds: Iterable[str] | None = _MOVEMENT_KINDS,
    ax: Axes | None = None,
) -> Axes:
    """Draw what the paragraphs on a topic speak of, from document to document.

    A column for each document that has a provision on the topic, by date; a row for each question
    that the data asks of provisions (`Provision` says what counts as yes). A filled cell says yes,
    and its pattern how the words are known: from the text, a quotation of the whole paragraph, an
    extract, or the report of a source. A line across a white cell says no, which is said only where
    the whole paragraph was read. A grey cell is not known. Yes and no say whether words of a kind
    stand there, not whether they are right. A document that may speak of the topic, but of which no
    provision could be read, has no column.

    Args:
        nam: the data.
        topic: the topic of the provisions.
        kinds: kinds of document; those that the Movement adopts unless said: final documents,
            declarations, special declarations and communiques. `None` for all, such as letters of
            states and resolutions of the Security Council.
        ax: an Axes to draw on; a new one, 6.5 inches wide, unless given. Each document
            needs 0.11 inches of its width.

    Returns:
        The Axes.

    Raises:
        ValueError: there is no such topic or kind, or no such document has a provision on it.
        TypeError: `ax` is no Axes.
    """
    held = columns_of(nam, topic, kinds)
    if not held:
        raise ValueError(f"no document of these kinds has a provision on {topic!r}")
    labels = _labels(nam, [one.document for one in held])
    longest = max(text_width(label, SMALL_TEXT) for label in labels)
    ax = axes_for(ax, 1.4 + 0.17 * len(COMPARED) + longest, frame="left bottom")
    for x, column in enumerate(held):
        for y, name in enumerate(COMPARED):
            _draw_cell(ax, x, y, column.cells[name])
    ax.set_xlim(-0.5, len(held) - 0.5)
    ax.set_ylim(len(COMPARED) - 0.5, -0.5)
    ax.set_yticks(range(len(COMPARED)), [_question(name) for name in COMPARED])
    ax.set_xticks(range(len(held)), labels, rotation=90, fontsize=SMALL_TEXT)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.tick_params(axis="both", length=0, labeltop=True, labelbottom=False, pad=3)
    cells = {cell for column in held for cell in column.cells.values()}
    samples: list[Artist] = [
        bar(_YES[way], f"yes, by {way.value}")
        for way in KnownThrough
        if ToldThrough(Answer.YES, way) in cells
    ]
    samples += [
        point(Mark("_", _LINES[way]), f"no, by {way.value}")
        for way in KnownThrough
        if ToldThrough(Answer.NO, way) in cells
    ]
    samples.append(bar(_UNKNOWN, "not known"))
    inches = width_of(ax) - 1.2
    below(ax, _NOTE, legend_below(ax, samples, gap=4, inches=inches) + 8, inches=inches)
    titled(ax, f"Provisions: {_TITLES.get(topic, words(topic))}", margin=1.2)
    return ax


def _draw_cell(ax: Axes, x: int, y: int, cell: ToldThrough) -> None:
    """Draw an answer; a line across says no."""
    look = _UNKNOWN
    if cell.through is not None:
        look = _YES[cell.through]
        if cell.answer is Answer.NO:
            ax.plot([x - 0.2, x + 0.2], [y, y], color=_LINES[cell.through], linewidth=1.6, zorder=3)
            look = _NO
    drawn = Rectangle(
        (x - 0.45, y - 0.42), 0.9, 0.84, facecolor=look.colour, hatch=look.hatch or None,
        edgecolor=look.ink, linewidth=0.6,
    )  # fmt: skip
    ax.add_patch(drawn)


def _question(name: str) -> str:
    """A question in words, with the hyphens that names of fields cannot have."""
    return re.sub(r"^(non|self) ", r"\1-", words(name)).replace("unsc", "UNSC")


def _labels(nam: Dataset, documents: Sequence[Document]) -> list[str]:
    """When and where each was adopted, and what it is; its title where that is not enough."""
    labels = [_label(nam, one, _kind(one)) for one in documents]
    return [
        label
        if labels.count(label) == 1
        else _label(nam, one, shortened(one.title, _LONG, SMALL_TEXT))
        for label, one in zip(labels, documents, strict=True)
    ]


def _kind(document: Document) -> str:
    plain = document.kind is DocumentKind.FINAL_DOCUMENT
    return "" if plain else words(document.kind.value)


def _label(nam: Dataset, document: Document, what: str) -> str:
    date = document.date.earliest.isoformat()[:7] if document.date else ""
    meetings = (nam.meetings.get(key) for key in document.adopted_by)
    city = next((meeting_place(one) for one in meetings if one and one.city), "")
    return f"{date} {', '.join(filter(None, [city, what])) or 'final document'}".strip()
