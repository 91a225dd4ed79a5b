"""One state in the Movement: its spells, its terms in the chair, and its meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matplotlib.axes import Axes

from ..dataset import Dataset
from ..dates import Bound
from ..errors import CoverageError
from ..lookup.state_names import Key
from ..records.base import Standing
from ..records.constants import MOVEMENT
from ..records.meetings import MeetingKind
from ..records.parties import State
from ..records.periods import Period
from .presence import ANSWERS, Presence, answer_samples, presences, whole_note
from .style import (
    GREY,
    PALE,
    WHITE,
    Surface,
    axes_for,
    bar,
    below,
    day_axis,
    day_place,
    legend_below,
    own_style,
    titled,
    width_of,
    words,
)
from .world_map import LOOKS

__all__ = ["Stretch", "state_history", "stretches"]

_CHAIR = "in the chair"
_SUMMITS, _OTHERS = "summits", "other meetings"
_LAST = {_CHAIR: 1, _SUMMITS: 2, _OTHERS: 3}
_SEEN = 200  # The share of the axis from which on a vague stretch is seen, as 1 in so many.
_POSSIBLE = Surface(WHITE, "////", GREY)


class Stretch(NamedTuple):
    """A bar of the figure.

    Attributes:
        lane: the status, or `in the chair`.
        period: from when to when.
        certain: the first day on which it certainly holds and the first after it; `None` where
            it holds on no day for certain.
        possible: likewise for the days on which it may hold.
    """

    lane: str
    period: Period
    certain: tuple[dt.date, dt.date] | None
    possible: tuple[dt.date, dt.date]


def stretches(nam: Dataset, state: State) -> tuple[Stretch, ...]:
    """The spells of a state in the Movement in order, then its terms in the chair.

    Nothing reaches beyond the day after `nam.as_of`.
    """
    terms = nam.chairmanships.where(body=MOVEMENT, state=state.id, standing=Standing.HELD)
    held = [(words(spell.status.value), spell.period) for spell in nam.spells(state)]
    held += [(_CHAIR, term.period) for term in sorted(terms, key=lambda one: one.start.sort_key)]
    return tuple(_stretch(lane, period, nam.as_of.toordinal() + 1) for lane, period in held)


def _stretch(lane: str, period: Period, end: int) -> Stretch:
    days = period.day_numbers
    certain = int(days.certain_from), int(min(days.certain_until, end))
    possible = int(days.possible_from), int(min(days.possible_until, end))
    first, last = (dt.date.fromordinal(number) for number in possible)
    return Stretch(
        lane=lane,
        period=period,
        certain=(dt.date.fromordinal(certain[0]), dt.date.fromordinal(certain[1]))
        if certain[0] < certain[1]
        else None,
        possible=(first, last),
    )


@own_style
def state_history(nam: Dataset, state: Key | State, *, ax: Axes | None = None) -> Axes:
    """Draw what a state was in the Movement over time, and at which meetings it was.

    A row for each status that it had, one for its terms in the chair, and one each for the summits
    and the other meetings of which it is on record whether it was there. A bar is solid on the days
    on which the status certainly holds, and hatched where vague dates leave it open. A mark stands
    on the day on which a meeting opened. Below, the dates as the data has them; an end is the first
    day on which the status no longer held.

    Args:
        nam: the data.
        state: what `nam.state` takes.
        ax: an Axes to draw on; a new one, 6.5 inches wide, unless given.

    Returns:
        The Axes, with a horizontal axis of days up to `nam.as_of`.

    Raises:
        UnknownStateError, AmbiguousStateError: see `nam.state`.
        CoverageError: the data does not cover the state.
        ValueError: nothing is on record of the state in the Movement.
        TypeError: `ax` is no Axes, or `state` is no key.
    """
    party = nam.state(state)
    bars, meetings = stretches(nam, party), _meetings(nam, party)
    if not bars and not meetings:
        raise ValueError(f"nothing is on record of {party.name} in the Movement")
    present = [*(one.lane for one in bars), *map(_lane, meetings)]
    lanes = sorted(dict.fromkeys(present), key=lambda lane: _LAST.get(lane, 0))
    captions = list(_captions(bars))
    note = "\n".join(filter(None, [*captions, whole_note(nam, party) if meetings else ""]))
    ax = axes_for(ax, 1.35 + 0.3 * len(lanes) + 0.15 * len(captions), frame="bottom left")
    for one in bars:
        _draw(ax, lanes.index(one.lane), one)
    for held in meetings:
        colour = ANSWERS[held.answer].colour
        inside = colour if ANSWERS[held.answer].filled else WHITE
        ax.plot(
            day_place(held.day), lanes.index(_lane(held)), linestyle="none", markersize=6,
            marker=ANSWERS[held.answer].marker, markerfacecolor=inside, markeredgecolor=colour,
            markeredgewidth=1.2, zorder=3, clip_on=False,
        )  # fmt: skip
    first = min([*(one.possible[0] for one in bars), *(held.day for held in meetings)])
    day_axis(ax, first - dt.timedelta(days=250), nam.as_of, inches=width_of(ax) - 1.1)
    ax.set_yticks(range(len(lanes)), lanes)
    ax.set_ylim(len(lanes) - 0.5, -0.5)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    samples = [*answer_samples({held.answer for held in meetings})]
    vague = any(_unsure(one) > (nam.as_of - first).days / _SEEN for one in bars)
    handles = [*samples, *([bar(_POSSIBLE, "possible")] if vague else [])]
    pad = legend_below(ax, handles, inches=width_of(ax) - 1.2) + 12 if handles else 6
    below(ax, note, pad, inches=width_of(ax) - 1.1)
    titled(ax, f"{party.name} in the Non-Aligned Movement", margin=1.1)
    return ax


def _meetings(nam: Dataset, state: State) -> tuple[Presence, ...]:
    """The meetings on record of a state; none where the data covers none of it."""
    try:
        return presences(nam, state)
    except CoverageError:
        return ()


def _unsure(one: Stretch) -> int:
    """On how many days it is not certain whether it holds."""
    first, last = one.possible
    certain = (one.certain[1] - one.certain[0]).days if one.certain else 0
    return (last - first).days - certain


def _lane(held: Presence) -> str:
    return _SUMMITS if held.meeting.kind is MeetingKind.SUMMIT else _OTHERS


def _captions(bars: Iterable[Stretch]) -> Iterator[str]:
    """The dates of each bar as the data has them."""
    for one in bars:
        end = one.period.end
        until = "" if end is Bound.OPEN else f" to {end}"
        unknown = ", its end is unknown"
        yield f"{one.lane} from {one.period.start}{unknown if end is Bound.UNKNOWN else until}"


def _draw(ax: Axes, place: int, one: Stretch) -> None:
    """Draw a bar: where it may hold hatched, where it certainly holds solid."""
    look = LOOKS.get("chair" if one.lane == _CHAIR else one.lane, LOOKS["guest"])
    plain = Surface(look.colour, "", look.colour)  # Its edge lets a single day be seen.
    ax.axhline(place, color=PALE, linewidth=0.6, zorder=0)
    for days, surface in ((one.possible, _POSSIBLE), (one.certain, plain)):
        if days:
            start, end = map(day_place, days)
            ax.barh(
                place, end - start, left=start, height=0.5, facecolor=surface.colour,
                hatch=surface.hatch, edgecolor=surface.ink, linewidth=1,
            )  # fmt: skip
