"""Who chaired the Movement from when to when, and the summits."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from matplotlib.axes import Axes

from ..dataset import Dataset
from ..dates import PartialDate
from ..records.base import Standing
from ..records.chairs import Chairmanship
from ..records.constants import MOVEMENT
from ..records.meetings import Meeting, MeetingKind
from ..tables.lines import meeting_place
from .style import (
    BLUE,
    DARK,
    PALE,
    SMALL_TEXT,
    VERMILION,
    WHITE,
    Mark,
    Surface,
    axes_for,
    bar,
    below,
    day_axis,
    day_place,
    legend_below,
    own_style,
    point,
    titled,
    width_of,
)

__all__ = ["TermInChair", "chairs", "terms_and_summits"]

_TERM = Surface(BLUE)
_PLANNED = Surface(WHITE, "////", BLUE)
_SUMMIT = Mark("D", VERMILION)


class TermInChair(NamedTuple):
    """A row of the figure.

    Attributes:
        term: the term of the chair.
        name: the name of the state, as the data has it today.
        first: the first day that it may have begun on.
        last: the first day after it, or the last day drawn where it lasts.
        summit: the summit that began it, `None` where no summit did.
    """

    term: Chairmanship
    name: str
    first: dt.date
    last: dt.date
    summit: Meeting | None


def terms_and_summits(nam: Dataset, *, planned: bool = False) -> tuple[TermInChair, ...]:
    """The terms of the chair in order, each with the summit that began it.

    Args:
        nam: the data.
        planned: whether terms that are only planned are among them.
    """
    standings = (Standing.HELD, Standing.PLANNED) if planned else (Standing.HELD,)
    terms = [one for one in nam.chairmanships.where(body=MOVEMENT) if one.standing in standings]
    terms.sort(key=lambda one: one.start.sort_key)
    rows = []
    for term in terms:
        meeting = nam.meetings.get(term.began_at) if term.began_at else None
        summit = meeting if meeting and meeting.kind is MeetingKind.SUMMIT else None
        rows.append(
            TermInChair(
                term=term,
                name=nam.states[term.state].name,
                first=term.start.earliest,
                last=term.end.latest
                if isinstance(term.end, PartialDate)
                else max(nam.as_of, term.start.latest),
                summit=summit,
            )
        )
    return tuple(rows)


@own_style
def chairs(nam: Dataset, *, planned: bool = False, ax: Axes | None = None) -> Axes:
    """Draw who chaired the Movement from when to when, and the summits that began the terms.

    A row for each term, the earliest at the top: a bar from the first day of the term to the first
    day after it, a diamond on the day on which the summit opened that began it, and its city. A
    term of which only a month or a year is known is drawn at its longest. A term that lasts ends
    on `nam.as_of`.

    Args:
        nam: the data.
        planned: whether to draw terms that are only planned, hatched.
        ax: an Axes to draw on; a new one of 6.5 inches by 0.2 for each term unless given.

    Returns:
        The Axes, with a horizontal axis of days.

    Raises:
        TypeError: `ax` is no Axes.
    """
    rows = terms_and_summits(nam, planned=planned)
    ax = axes_for(ax, 1.3 + 0.2 * len(rows), frame="left bottom")
    if rows:
        first, last = rows[0].first, max(row.last for row in rows)
        _draw_rows(ax, rows, (day_place(first) + day_place(last)) / 2)
        day_axis(ax, first, last, inches=width_of(ax) - 1.2)
        ax.set_xlim(day_place(first) - 200, day_place(last) + 200)
    ax.set_yticks(range(len(rows)), [row.name for row in rows])
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    samples = [bar(_TERM, "term of the chair"), point(_SUMMIT, "summit")]
    if any(row.term.standing is not Standing.HELD for row in rows):
        samples.insert(1, bar(_PLANNED, "planned"))
    below(ax, "", legend_below(ax, samples, inches=width_of(ax) - 1.4))
    titled(ax, "Chairs and summits of the Non-Aligned Movement", margin=1.4)
    return ax


def _draw_rows(ax: Axes, rows: tuple[TermInChair, ...], middle: float) -> None:
    """Draw the bars, with cities at that end of each where there is more room."""
    for place, row in enumerate(rows):
        start, end = day_place(row.first), day_place(row.last)
        colour, hatch, ink = _TERM if row.term.standing is Standing.HELD else _PLANNED
        ax.axhline(place, color=PALE, linewidth=0.6, zorder=0)
        ax.barh(
            place, end - start, left=start, height=0.62, facecolor=colour, hatch=hatch,
            edgecolor=ink, linewidth=0.6,
        )  # fmt: skip
        if row.summit is None:
            continue
        held = row.summit.standing is Standing.HELD
        ax.plot(
            day_place(row.summit.opened.earliest), place, linestyle="none", markersize=5.5,
            marker=_SUMMIT.marker, markerfacecolor=_SUMMIT.colour if held else WHITE,
            markeredgecolor=WHITE if held else _SUMMIT.colour, markeredgewidth=0.7, zorder=3,
        )  # fmt: skip
        late = start > middle
        ax.annotate(
            meeting_place(row.summit), (start if late else end, place),
            xytext=(-7 if late else 6, 0), textcoords="offset points", va="center_baseline",
            ha="right" if late else "left", fontsize=SMALL_TEXT, color=DARK, zorder=4,
            bbox={"facecolor": WHITE, "edgecolor": "none", "pad": 1},
        )  # fmt: skip
