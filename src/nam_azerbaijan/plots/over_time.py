"""How many states were members, by region, over time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.axes import Axes

from ..dataset import Dataset
from ..dates import Day, as_date
from ..records.base import Standing
from ..records.constants import MOVEMENT
from ..records.status import Status
from .style import (
    BLUE,
    DARK,
    GREEN,
    GREY,
    ORANGE,
    SMALL_TEXT,
    TEXT,
    VERMILION,
    WHITE,
    Surface,
    axes_for,
    day_axis,
    day_place,
    height_of,
    own_style,
    titled,
    width_of,
    wrapped,
)

__all__ = ["counts_by_region", "members_over_time", "region_name"]

_REGIONS = {
    "africa": ("Africa", Surface(BLUE)),
    "asia": ("Asia", Surface(ORANGE, "////")),
    "latin-america-and-caribbean": ("Latin America and Caribbean", Surface(GREEN, "....")),
    "europe": ("Europe", Surface(VERMILION, "xxxx")),
    "": ("no region on record", Surface(GREY)),
}

_LEADER = {"arrowstyle": "-", "color": GREY, "linewidth": 0.8, "shrinkA": 1, "shrinkB": 0}


def counts_by_region(
    nam: Dataset, *, since: Day | None = None, until: Day | None = None
) -> tuple[tuple[dt.date, ...], dict[str, tuple[int, ...]]]:
    """The days on which membership changed for certain, and how many were members from then on.

    Args:
        nam: the data.
        since: the first day; that of the first member unless said. Of a vague day the first.
        until: the last day; `nam.as_of` unless said. Of a vague day the last.

    Returns:
        The days, the first and the last among them, and of each region the counts on these days.

    Raises:
        CoverageError: `until` lies after `as_of`, or memberships are not covered.
        ValueError: `since` lies after `until`, or one of them is no day.
        TypeError: one of them is no day.
    """
    changes = sorted(set(_changes(nam)))
    last = nam.as_of if until is None else as_date(until).latest
    first = min(changes, default=last) if since is None else as_date(since).earliest
    if first > last:
        raise ValueError(f"since, {first}, lies after until, {last}")
    days = [first, *(day for day in changes if first < day < last), last]
    counts = [Counter(state.region for state in nam.members(on=day)) for day in days]
    found = {region for held in counts for region in held}
    known = [*_REGIONS, *sorted(found - set(_REGIONS))]
    return tuple(days), {
        region: tuple(held[region] for held in counts) for region in known if region in found
    }


def _changes(nam: Dataset) -> Iterator[dt.date]:
    """The days on which a member's spell certainly begins to hold, or is no longer certain."""
    for spell in nam.memberships.where(body=MOVEMENT, status=Status.MEMBER):
        certain = spell.period.day_numbers
        if spell.standing is Standing.HELD:
            for number in (certain.certain_from, certain.certain_until):
                if dt.date.min.toordinal() <= number <= nam.as_of.toordinal():
                    yield dt.date.fromordinal(int(number))


@own_style
def members_over_time(
    nam: Dataset,
    *,
    since: Day | None = None,
    until: Day | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many states were members, by region, as stacked areas from day to day.

    Regions are those within the Movement (`State.region`). A state counts from the first day on
    which it was certainly a member up to the day of its withdrawal, as `nam.members` has it; the
    heights are exact on every day, not only at the end of a year. The number beside each region is
    that of the last day.

    Args:
        nam: the data.
        since: the first day drawn; that of the first member unless said. Of a vague day, such as a
            year, the first.
        until: the last day drawn; `nam.as_of` unless said. Of a vague day the last.
        ax: an Axes to draw on; a new one of 6.5 by 3.4 inches unless given.

    Returns:
        The Axes.

    Raises:
        CoverageError: `until` lies after `nam.as_of`, or the data does not cover memberships.
        ValueError: `since` lies after `until`, or one of them is no day.
        TypeError: one of them is no day; `ax` is no Axes.
    """
    days, counts = counts_by_region(nam, since=since, until=until)
    ax = axes_for(ax, 3.4, frame="left bottom")
    places = [day_place(day) for day in days]
    floor = np.zeros(len(days), dtype=int)
    middles = []
    gone = []
    for region, numbers in counts.items():
        top = floor + np.array(numbers)
        colour, hatch, ink = _look(region)[1]
        ax.fill_between(
            places, floor, top, step="post", facecolor=colour, hatch=hatch, edgecolor=ink,
            linewidth=0.6, label=region,
        )  # fmt: skip
        middles.append((floor[-1] + top[-1]) / 2)
        floor = top
        if not numbers[-1]:
            last = max(place for place, number in enumerate(numbers) if number)
            gone.append((places[last], int(top[last]), region))
    ax.set_ylim(0, max(1, int(floor.max(initial=0))) * 1.12)
    day_axis(ax, days[0], days[-1], inches=width_of(ax) - 1.3)
    ax.set_ylabel("members", fontsize=TEXT, color=DARK)
    _name_areas(ax, counts, middles)
    for place, height, region in gone:
        early = place < (places[0] * 2 + places[-1]) / 3
        ax.annotate(
            wrapped(region_name(region), 0.6, SMALL_TEXT), (place, height),
            xytext=(10 if early else -8, 10), textcoords="offset points",
            ha="left" if early else "right", fontsize=SMALL_TEXT, color=DARK, arrowprops=_LEADER,
            bbox={"facecolor": WHITE, "edgecolor": "none", "pad": 1},
        )  # fmt: skip
    titled(ax, "Members of the Non-Aligned Movement by region", margin=0.5)
    return ax


def region_name(region: str) -> str:
    """The name of a region of the Movement, as a legend has it."""
    return _look(region)[0]


def _look(region: str) -> tuple[str, Surface]:
    return _REGIONS.get(region, (region, Surface(GREY, "--")))


def _name_areas(ax: Axes, counts: dict[str, tuple[int, ...]], middles: Sequence[float]) -> None:
    """Write region and last number to the right of each area that is there on the last day."""
    line = TEXT * 1.25 / 72 / (height_of(ax) * 0.75) * ax.get_ylim()[1]
    there = [
        (wrapped(f"{region_name(region)} {numbers[-1]}", 1.1), middle)
        for (region, numbers), middle in zip(counts.items(), middles, strict=True)
        if numbers[-1]
    ]
    there.append((f"all {sum(numbers[-1] for numbers in counts.values())}", 0))
    reached = 0.0
    for number, (text, middle) in enumerate(there, 1):
        half = (text.count("\n") + 1) * line / 2
        height = max(middle, reached + half)
        reached = height + half
        ax.annotate(
            text, (1, height), xycoords=("axes fraction", "data"), xytext=(5, 0),
            textcoords="offset points", va="center", fontsize=TEXT, color=DARK, linespacing=1.1,
            annotation_clip=False, fontweight="bold" if number == len(there) else None,
        )  # fmt: skip
