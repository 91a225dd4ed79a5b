"""Who says what in a dispute: its sides, with their sources and what kind these are."""

from __future__ import annotations

import datetime as dt
import enum
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from ..dataset import Dataset
from ..dates import PartialDate, as_date
from ..evidence.disputes import Dispute
from ..evidence.titles import title_of
from ..records.evidence import Assertion, Claim, SourceKind
from ..tables.lines import author_of, called, field_words
from .style import (
    BLACK,
    BLUE,
    DARK,
    GREEN,
    ORANGE,
    PALE,
    PURPLE,
    SKY,
    SMALL_TEXT,
    VERMILION,
    WHITE,
    WIDTH,
    Mark,
    axes_for,
    below,
    day_axis,
    day_place,
    legend_below,
    own_style,
    point,
    shortened,
    titled,
    width_of,
    words,
    wrapped,
)

__all__ = ["Scale", "Side", "dispute_sides", "scale_of", "sides_of"]

_MARKS = {
    SourceKind.ACADEMIC: Mark("o", BLUE),
    SourceKind.OFFICIAL_RECORD: Mark("s", BLACK),
    SourceKind.GOVERNMENT: Mark("D", VERMILION),
    SourceKind.MEDIA: Mark("^", ORANGE),
    SourceKind.COMMENTARY: Mark("v", PURPLE),
    SourceKind.REFERENCE: Mark("P", GREEN),
    SourceKind.DATA_SET: Mark("X", SKY),
}
_YEARS = range(1000, 10000)
_LONG = 3.0  # How wide the name of a source may be, in inches.
_FILLED = "Filled: the value that the data holds."
_JOINED = "Joined: one unknown day between the two."
_BEYOND = "Arrow: one unknown day, which may lie beyond the axis, too."
_ALL = 4  # How many times as long as what parts the dates the axis may be, to show them all.
_LINE = 0.145  # The height of a line of text in inches.


class Scale(enum.StrEnum):
    """What the sides of a dispute can be compared by."""

    DAYS = "days"
    NUMBERS = "numbers"
    WORDS = "words"


class Side(NamedTuple):
    """What one source says in a dispute.

    Attributes:
        said: the claim or the statement.
        source: who says it, and the year.
        kind: what kind of source it is.
        about: of which value, where the dispute is about several; else nothing.
    """

    said: Claim | Assertion
    source: str
    kind: SourceKind
    about: str

    @property
    def preferred(self) -> bool:
        """Whether the data holds this value."""
        return isinstance(self.said, Claim) and self.said.preferred

    @property
    def valued(self) -> bool:
        """Whether it says a value; a statement may say none."""
        return isinstance(self.said, Claim) or self.said.value is not None


def sides_of(nam: Dataset, dispute: Dispute) -> tuple[Side, ...]:
    """The sides of a dispute, claims first, each with the first source that it cites."""
    several = len({(claim.record, claim.path) for claim in dispute.claims}) > 1
    found = []
    sides: tuple[Claim | Assertion, ...] = (*dispute.claims, *dispute.assertions)
    for one in sides:
        source = nam.sources[one.sources[0].source]
        who = shortened(author_of(source), _LONG, SMALL_TEXT)
        year = source.published.text[:4] if source.published else "no date"
        about = _about(nam, one) if several and isinstance(one, Claim) else ""
        found.append(Side(one, f"{who}, {year}", source.kind, about))
    return tuple(found)


def _about(nam: Dataset, claim: Claim) -> str:
    return f"{called(claim.record, nam.get)}, {field_words(claim.path)}"


def scale_of(sides: Iterable[Side]) -> Scale:
    """What the sides that say a value can be compared by: days, numbers, or else words."""
    values = [side.said.value for side in sides if side.valued]
    if values and all(_is_number(one) for one in values):
        years = all(one in _YEARS for one in values)
        return Scale.DAYS if years else Scale.NUMBERS
    return Scale.DAYS if values and all(_day(one) for one in values) else Scale.WORDS


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _day(value: Any) -> PartialDate | None:
    """The date that a value is; a whole number is a year."""
    if not isinstance(value, str) and value not in _YEARS:
        return None
    try:
        return as_date(value)
    except ValueError:
        return None


@own_style
def dispute_sides(nam: Dataset, dispute: str | Dispute, *, ax: Axes | None = None) -> Axes:
    """Draw who says what in a dispute, each side with its source and the kind of source it is.

    Where all values are days, or all are numbers, they stand on a common axis: a row for each
    source, and for each value where the dispute is about several; a vague date is two marks joined
    by a line, on the first and the last day that it may be. The axis is as long as it takes to tell
    the values apart, so that a vague date may go on beyond it, with an arrow. A filled mark is the
    value that the data holds. Statements without a value are written below. Where the values are
    words, or there are none, each side is written out. The form of a mark is that of the kind of
    source. Of a side that cites several sources the first is named. Order says nothing about who is
    right, but the value that the data holds comes first.

    Args:
        nam: the data.
        dispute: a dispute or its id.
        ax: an Axes to draw on; a new one, 6.5 inches wide, unless given. What is written out needs
            0.15 inches of height for each line.

    Returns:
        The Axes.

    Raises:
        UnknownRecordError: there is no such dispute.
        TypeError: `ax` is no Axes.
    """
    one = dispute if isinstance(dispute, Dispute) else nam.dispute(dispute)
    sides = sides_of(nam, one)
    scale = scale_of(sides)
    ax = _write(ax, sides) if scale is Scale.WORDS else _draw(ax, sides, scale)
    margin = 0 if scale is Scale.WORDS else _margin(width_of(ax))
    titled(ax, title_of(one, nam.get), margin=margin)
    return ax


def _write(ax: Axes | None, sides: Sequence[Side]) -> Axes:
    """Write the sides out, one after the other."""
    width = (WIDTH if ax is None else width_of(axes_for(ax, 0))) - 0.4
    blocks = []
    for side in sides:
        head = wrapped(f"{side.source} ({words(side.kind.value)})", width, SMALL_TEXT, bold=True)
        lines = [(line, "bold") for line in head.splitlines()]
        lines += [(line, "normal") for line in wrapped(_text(side), width, SMALL_TEXT).splitlines()]
        blocks.append((side, lines))
    whole = sum(len(lines) + 0.6 for _, lines in blocks)
    ax = axes_for(ax, 0.75 + whole * _LINE)
    place = 0.5
    for side, lines in blocks:
        _mark(ax, [0.0], place, side, clipped=False)
        for number, (line, weight) in enumerate(lines):
            ax.annotate(
                line, (0, place + number), xytext=(10, 0), textcoords="offset points",
                va="center_baseline", fontsize=SMALL_TEXT, color=DARK, fontweight=weight,
                annotation_clip=False,
            )  # fmt: skip
        place += len(lines) + 0.6
    ax.set_ylim(whole, 0)
    ax.set_xlim(-0.02, 1)
    below(ax, _FILLED if any(side.preferred for side in sides) else "", 4)
    return ax


def _text(side: Side) -> str:
    """What a side says, in words."""
    if isinstance(side.said, Assertion):
        return side.said.statement
    value = side.said.value
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"{side.about}: {text}" if side.about else text


def _draw(ax: Axes | None, sides: Sequence[Side], scale: Scale) -> Axes:
    """Draw the sides on an axis of days or numbers."""
    rows: dict[tuple[str, SourceKind, str], list[Side]] = {}
    valued = [side for side in sides if side.valued]
    for side in valued:
        rows.setdefault((side.source, side.kind, side.about), []).append(side)
    width = WIDTH if ax is None else width_of(axes_for(ax, 0))
    inches = width - _margin(width)
    labels = [_label(held, _margin(width)) for held in rows.values()]
    sizes = [label.count("\n") + 1.5 for label in labels]
    dates = [_places(side, scale) for side in valued]
    ends = _span(dates)
    notes = [" ".join([_FILLED, *_explained(dates, *ends)])]
    rest = "\n".join([*notes, *(_text(side) for side in sides if not side.valued)])
    under = wrapped(rest, inches, SMALL_TEXT).count("\n") + 1
    ax = axes_for(ax, 1.2 + (sum(sizes) + under) * _LINE, frame="bottom left")
    middles = [sum(sizes[:number]) + size / 2 for number, size in enumerate(sizes)]
    for middle, held in zip(middles, rows.values(), strict=True):
        ax.axhline(middle, color=PALE, linewidth=0.6, zorder=0)
        for side in sorted(held, key=lambda one: one.preferred):
            _mark(ax, _places(side, scale), middle, side)
            _arrows(ax, _places(side, scale), ends, middle, side)
    _scale_axis(ax, ends, scale, whole=all(one.is_integer() for one in itertools.chain(*dates)))
    ax.set_yticks(middles, labels, fontsize=SMALL_TEXT)
    ax.set_ylim(sum(sizes), 0)
    ax.tick_params(axis="y", length=0, pad=8)  # Beside arrows.
    ax.spines["left"].set_visible(False)
    kinds = [kind for kind in SourceKind if any(kind is held for _, held, _ in rows)]
    samples = [point(_MARKS[kind], words(kind.value)) for kind in kinds]
    below(ax, rest, legend_below(ax, samples, inches=inches) + 12, inches=inches)
    return ax


def _margin(width: float) -> float:
    """How wide the labels left of the axis may be."""
    return min(2.4, width * 0.45)


def _label(held: Sequence[Side], room: float) -> str:
    """Who says it, and what."""
    first = held[0]
    texts = dict.fromkeys(str(side.said.value) for side in held)
    about = f"{first.about}: " if first.about else ""
    values = wrapped(f"{about}{'; '.join(texts)}", room, SMALL_TEXT)
    return f"{wrapped(first.source, room, SMALL_TEXT)}\n{values}"


def _places(side: Side, scale: Scale) -> list[float]:
    """Where a value lies on the axis: one place, or the two ends of a vague date."""
    day = _day(side.said.value) if scale is Scale.DAYS else None
    if day is None:
        return [float(side.said.value)]
    return [day_place(one) for one in dict.fromkeys([day.earliest, day.latest])]


def _span(dates: Sequence[Sequence[float]]) -> tuple[float, float]:
    """From where to where an axis goes.

    What parts the dates lies between the first day on which one may have ended and the last on
    which one may have begun. The axis is that long where showing all would make it very long.
    """
    whole = min(map(min, dates)), max(map(max, dates))
    parted = sorted((min(map(max, dates)), max(map(min, dates))))
    length = parted[1] - parted[0]
    low, high = whole if not 0 < length * _ALL < whole[1] - whole[0] else parted
    room = max((high - low) * 0.08, 1)
    return low - room, high + room


def _explained(dates: Sequence[Sequence[float]], low: float, high: float) -> Iterator[str]:
    """What marks beside the filled ones are."""
    vague = [one for one in dates if len(one) > 1]
    if any(low <= min(one) and max(one) <= high for one in vague):
        yield _JOINED
    if any(min(one) < low or high < max(one) for one in vague):
        yield _BEYOND


def _arrows(
    ax: Axes, places: Sequence[float], ends: tuple[float, float], height: float, side: Side
) -> None:
    """Draw an arrow at each end of the axis beyond which a date goes on."""
    beyond = ((ends[0], "<", min(places) < ends[0]), (ends[1], ">", max(places) > ends[1]))
    for end, marker, goes_on in beyond:
        if goes_on:
            ax.scatter(
                [end], [height], marker=marker, s=40, color=_MARKS[side.kind].colour, zorder=3,
                clip_on=False,
            )  # fmt: skip


def _mark(
    ax: Axes, places: Sequence[float], height: float, side: Side, *, clipped: bool = True
) -> None:
    """Draw a side: a mark, or two with a line between them."""
    mark = _MARKS[side.kind]
    ax.plot(
        places, [height] * len(places), color=mark.colour, linewidth=1.6, marker=mark.marker,
        markersize=7, markeredgecolor=mark.colour, markeredgewidth=1.3, zorder=3, clip_on=clipped,
        markerfacecolor=mark.colour if side.preferred else WHITE,
    )  # fmt: skip


def _scale_axis(ax: Axes, ends: tuple[float, float], scale: Scale, *, whole: bool) -> None:
    """Make the axis one of days or numbers; only whole ones are named where all are."""
    inches = width_of(ax) - _margin(width_of(ax))
    if scale is Scale.DAYS:
        start = dt.date(2000, 1, 1)
        first, last = (start + dt.timedelta(days=round(end - day_place(start))) for end in ends)
        day_axis(ax, first, last, inches=inches)
        ax.set_xlim(*ends)
    else:
        ax.set_xlim(*ends)
        ax.xaxis.set_major_locator(MaxNLocator(max(2, int(inches / 0.6)), integer=whole))
