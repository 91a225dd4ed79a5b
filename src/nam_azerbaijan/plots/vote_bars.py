"""How the states of each group voted."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.axes import Axes

from ..dataset import Dataset
from ..dates import Day
from ..evidence.tally import CHOICES, Tally
from ..records.parties import Organization
from ..records.votes import Vote
from .over_time import region_name
from .style import (
    BLUE,
    DARK,
    GREY,
    PALE,
    TEXT,
    VERMILION,
    YELLOW,
    Surface,
    axes_for,
    bar,
    below,
    legend_below,
    own_style,
    titled,
    width_of,
    words,
    wrapped,
)

__all__ = ["votes_by_group"]

_LOOKS = {
    "yes": Surface(BLUE),
    "no": Surface(VERMILION, "xxxx"),
    "abstain": Surface(YELLOW, "////", GREY),
    "absent": Surface(PALE, "", GREY),
}
_ALL = "all"


@own_style
def votes_by_group(
    nam: Dataset,
    vote: str | Vote | Tally,
    *,
    by: str | Organization = "status",
    on: Day | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how the members of the Movement, the observers and the others voted, as stacked bars.

    A bar for each group that has voters, and one for all; the length of each piece is the number of
    votes, which also stands above the bar.

    Args:
        nam: the data.
        vote: a vote on record, its symbol or its id, of which it is on record how each state voted;
            or a `Tally`, for instance one of your own rows.
        by: `status`, `region` or a body, as in `nam.tally`; not asked of a `Tally`.
        on: another day by which the states are grouped, as in `nam.tally`; not asked of a `Tally`.
        ax: an Axes to draw on; a new one of 6.5 inches by 0.5 for each group unless given.

    Returns:
        The Axes, with a horizontal axis of votes.

    Raises:
        LookupError, CoverageError, ValueError: as in `nam.tally`; `by` or `on` with a `Tally`.
        TypeError: `on` is no day; `ax` is no Axes.
    """
    if isinstance(vote, Tally):
        if by != "status" or on is not None:
            raise ValueError("a Tally is grouped already: leave out by and on")
        tally = vote
    else:
        tally = nam.tally(vote, by=by, on=on)
    groups = {group: held for group, held in tally.items() if any(held.values())}
    rows = {**groups, _ALL: tally.total}
    ax = axes_for(ax, 1.2 + 0.5 * len(rows), frame="bottom")
    for place, (group, held) in enumerate(rows.items()):
        name = region_name(group) if tally.by == "region" else words(group)
        _draw(ax, place, held)
        ax.annotate(
            wrapped(_said(name, held), width_of(ax) * 0.97), (0, place), xytext=(0, 8.5),
            textcoords="offset points", va="bottom", fontsize=TEXT, color=DARK,
            fontweight="bold" if group == _ALL else None, annotation_clip=False,
        )  # fmt: skip
    ax.set_ylim(len(rows) - 0.55, -0.85)
    ax.set_xlim(0, max(1, sum(tally.total.values())))
    samples = [bar(_LOOKS[choice], choice) for choice in CHOICES if tally.total[choice]]
    below(ax, "", legend_below(ax, samples))
    grouped = "status in the Movement" if tally.by == "status" else words(tally.by)
    titled(ax, f"{tally.resolution} by {grouped}, {tally.on}")
    return ax


def _draw(ax: Axes, place: int, held: Mapping[str, int]) -> None:
    """Draw the pieces of a bar one after the other."""
    start = 0
    for choice in CHOICES:
        colour, hatch, ink = _LOOKS[choice]
        ax.barh(
            place, held[choice], left=start, height=0.38, facecolor=colour, hatch=hatch,
            edgecolor=ink, linewidth=0.6,
        )  # fmt: skip
        start += held[choice]


def _said(group: str, held: Mapping[str, int]) -> str:
    """A group and its votes in words."""
    votes = ", ".join(f"{held[choice]} {choice}" for choice in CHOICES if held[choice])
    return f"{group} {sum(held.values())}: {votes}"
