"""At which meetings of the Movement a state was, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.axes import Axes

from ..dataset import Dataset
from ..lookup.filters import choice_of
from ..lookup.state_names import Key
from ..records.meetings import MeetingKind
from ..records.parties import State
from ..tables.lines import meeting_place
from .presence import ANSWERS, Presence, answer_samples, presences, whole_note
from .style import (
    DARK,
    PALE,
    SMALL_TEXT,
    TEXT,
    WHITE,
    axes_for,
    below,
    legend_below,
    own_style,
    titled,
    width_of,
    words,
    wrapped,
)

__all__ = ["KINDS", "attendance", "attended_meetings"]

KINDS = (MeetingKind.SUMMIT, MeetingKind.MINISTERIAL_CONFERENCE, MeetingKind.BUREAU_MINISTERIAL)
"""The kinds of meeting that are drawn unless others are asked for."""

_MARGINS = 2.1  # How much of the width, in inches, is for what stands left and right of the marks.
_UPRIGHT = 0.8  # A column that is narrower has its name upright.


def attended_meetings(
    nam: Dataset, state: State, kinds: Iterable[str] | None = KINDS
) -> tuple[Presence, ...]:
    """The meetings of some kinds, or with `None` of all, on record of a state, in order.

    Raises:
        CoverageError: nothing is on record of a state that is not covered.
        ValueError: there is no such kind.
    """
    wanted = set(MeetingKind) if kinds is None else {choice_of(MeetingKind, one) for one in kinds}
    return tuple(one for one in presences(nam, state) if one.meeting.kind in wanted)


@own_style
def attendance(
    nam: Dataset,
    state: Key | State = "azerbaijan",
    *,
    kinds: Iterable[str] | None = KINDS,
    ax: Axes | None = None,
) -> Axes:
    """Draw at which meetings a state was, at which not, and of which it is not known.

    A row for each meeting that was held and of which the state's part is on record, the earliest at
    the top, with the month and the city; a column for each kind of meeting; at the right in what
    capacity it was there, or would have been. Not known means that no source that was seen says so.
    The data aims at all meetings of Azerbaijan; of other states it records some, and a line below
    says so.

    Args:
        nam: the data.
        state: what `nam.state` takes.
        kinds: kinds of meeting, such as `summit`; `None` for all.
        ax: an Axes to draw on; a new one of 6.5 inches by 0.18 for each meeting unless given.

    Returns:
        The Axes.

    Raises:
        UnknownStateError, AmbiguousStateError: see `nam.state`.
        CoverageError: nothing is on record of a state that is not covered.
        ValueError: there is no such kind of meeting, or no meeting of these kinds is on record.
        TypeError: `ax` is no Axes, or `state` is no key.
    """
    party = nam.state(state)
    held = attended_meetings(nam, party, kinds)
    if not held:
        raise ValueError(f"no meeting of these kinds is on record of {party.name}")
    columns = [kind for kind in MeetingKind if any(one.meeting.kind is kind for one in held)]
    ax = axes_for(ax, 1.3 + 0.18 * len(held), frame="left")
    for place, one in enumerate(held):
        mark = ANSWERS[one.answer]
        ax.axhline(place, color=PALE, linewidth=0.6, zorder=0)
        ax.plot(
            columns.index(one.meeting.kind), place, linestyle="none", marker=mark.marker,
            markersize=6.5, markerfacecolor=mark.colour if mark.filled else WHITE,
            markeredgecolor=mark.colour, markeredgewidth=1.2,
        )  # fmt: skip
        ax.annotate(
            one.participation.capacity.value, (1, place), xycoords=("axes fraction", "data"),
            xytext=(4, 0), textcoords="offset points", va="center", fontsize=SMALL_TEXT,
            color=DARK, annotation_clip=False,
        )  # fmt: skip
    ax.spines["left"].set_visible(False)
    ax.set_yticks(range(len(held)), [_label(one) for one in held])
    ax.set_ylim(len(held) - 0.4, -0.6)
    ax.set_xlim(-0.5, len(columns) - 0.5)
    room = (width_of(ax) - _MARGINS) / len(columns)
    ax.set_xticks(
        range(len(columns)), [wrapped(words(kind.value), max(room, 1)) for kind in columns],
        fontsize=TEXT, rotation=90 if room < _UPRIGHT else 0,
    )  # fmt: skip
    ax.tick_params(axis="both", length=0, labeltop=True)
    inches = width_of(ax) - _MARGINS
    samples = answer_samples({one.answer for one in held})
    note = whole_note(nam, party)
    below(ax, note, legend_below(ax, samples, gap=4, inches=inches) + 8, inches=inches)
    titled(ax, f"Meetings of the Movement: {party.name}", margin=1.4)
    return ax


def _label(one: Presence) -> str:
    """When and where a meeting was."""
    opened = one.meeting.opened
    month = opened.text[:7] if opened.exact else opened.text
    return f"{month} {meeting_place(one.meeting) or words(one.meeting.format.value)}"
