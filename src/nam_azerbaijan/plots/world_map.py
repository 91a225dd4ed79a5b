"""The world on one day: who was what in the Movement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from ..dataset import Dataset
from ..dates import Day, as_date
from ..records.parties import State
from ..records.status import Status
from ..text import fold
from .shapes import Point, Ring, dot_of, equal_earth, is_small, shape_of, shapes
from .style import (
    BLACK,
    BLUE,
    DARK,
    GREY,
    ORANGE,
    PALE,
    PURPLE,
    SKY,
    VERMILION,
    WHITE,
    YELLOW,
    Mark,
    Surface,
    axes_for,
    bar,
    below,
    legend_below,
    own_style,
    point,
    titled,
    width_of,
    words,
)

__all__ = ["LOOKS", "statuses_on", "world"]

LOOKS = {
    "chair": Surface(VERMILION, "", BLACK),
    "member": Surface(BLUE),
    "observer": Surface(SKY, "//////"),
    "suspended": Surface(YELLOW, "xxxxxx", DARK),
    "guest": Surface(ORANGE, "......", DARK),
    "former": Surface(PURPLE, "------"),
}
"""How what a state may be is drawn, in the order of the legend."""
_MARKERS = dict(zip(LOOKS, "*osXD^", strict=True))
_OTHER = Surface(ORANGE, "......", DARK)
_NONE = Surface(PALE, "", WHITE)
_UNATTRIBUTED = Surface(WHITE, "", GREY)
_NOT_DRAWN = ("past", "none")  # Without a look of their own.
_THIN = 0.0015  # What is nearer on the map than this cannot be told apart on a page.
_ANTARCTICA = "010"
_EDGES = (-2.72, 2.72, -1.02, 1.32)


def statuses_on(nam: Dataset, on: Day) -> dict[str, str]:
    """What each state of the data is on a day.

    Args:
        nam: the data.
        on: the day; of a vague day what holds on all its days.

    Returns:
        By id of the state, in the order of the data: `chair`; or its status, `member`, `observer`,
        `suspended`, ...; or, where it certainly was a member before and now is nothing, `former`,
        and `past` where it has no shape today, since it ended or another took its place; or `none`.
        The chair is a member, too.

    Raises:
        CoverageError: `on` lies after `as_of`, or memberships are not covered.
        ValueError, TypeError: `on` is no day.
    """
    term = nam.chair(on=on)
    found = {}
    for state in nam.states:
        status = nam.status(state, on=on)
        if term is not None and term.state == state.id:
            found[state.id] = "chair"
        elif status is not None:
            found[state.id] = status.value
        else:
            gone = "past" if dot_of(state) is None else "former"
            found[state.id] = gone if _was_member(nam, state, on) else "none"
    return found


def _was_member(nam: Dataset, state: State, on: Day) -> bool:
    """Whether a state certainly was a member on a day before this one."""
    first = as_date(on).numbers[0]
    return any(
        spell.status is Status.MEMBER and spell.period.day_numbers.certain_from < first
        for spell in nam.spells(state)
    )


@own_style
def world(nam: Dataset, *, on: Day | None = None, ax: Axes | None = None) -> Axes:
    """Draw a map of the world with what each state was in the Movement on a day.

    The shapes are those of today, whatever the day, with boundaries as Natural Earth draws them;
    they say nothing about the status of any state or territory. States too small to be seen, and
    Tuvalu, which the shapes lack, have a dot, in the form of their status. Former members are
    states of today that were members before the day and are nothing on it. States of the past and
    movements, which have no shape, are named below: those with a status on the day, and those that
    were members before it. White are shapes that are no state of the data. Organizations are not
    drawn, nor is Antarctica.

    Args:
        nam: the data.
        on: the day; `nam.as_of` unless said. Of a vague day, such as a year, what holds for
            certain on all its days, as `nam.status` has it.
        ax: an Axes to draw on; a new one of 6.5 by 4 inches unless given.

    Returns:
        The Axes, in the units of the Equal Earth projection.

    Raises:
        CoverageError: `on` lies after `nam.as_of`, or the data does not cover memberships.
        ValueError: `on` is no day.
        TypeError: `on` is no day; `ax` is no Axes.
    """
    day = as_date(nam.as_of if on is None else on)
    statuses = statuses_on(nam, day)
    ax = axes_for(ax, 4.0)
    drawn = {state.id: state for state in nam.states if dot_of(state) is not None}
    _fill(ax, _rest(drawn.values()), _UNATTRIBUTED)
    kinds = [*LOOKS, *sorted(set(statuses.values()) - {*LOOKS, *_NOT_DRAWN})]
    held = {kind: [drawn[key] for key in drawn if statuses[key] == kind] for kind in kinds}
    _fill(ax, _paths(state for key, state in drawn.items() if statuses[key] == "none"), _NONE)
    for kind, states in held.items():
        _fill(ax, _paths(states), LOOKS.get(kind, _OTHER))
    for kind, states in held.items():
        _dot(ax, states, kind)
    ax.set_aspect("equal")
    ax.set(xlim=_EDGES[:2], ylim=_EDGES[2:])
    titled(ax, f"The Non-Aligned Movement on {day}")
    _explain(ax, nam, statuses, drawn)
    return ax


def _rest(states: Iterable[State]) -> list[Path]:
    """The shapes that belong to no state of the data."""
    known = {shape.name for state in states if (shape := shape_of(state))}
    return [
        _path(shape.polygons)
        for shape in shapes()
        if shape.name not in known and shape.code != _ANTARCTICA
    ]


def _paths(states: Iterable[State]) -> list[Path]:
    return [_path(shape.polygons) for state in states if (shape := shape_of(state))]


def _path(polygons: Iterable[Iterable[Ring]]) -> Path:
    """The rings of a shape on the map; holes stay free, since they run the other way around."""
    vertices: list[Point] = []
    codes: list[Any] = []
    for polygon in polygons:
        for ring in polygon:
            points = [*_thinned(ring)]
            vertices += points
            codes += [Path.MOVETO, *[Path.LINETO] * (len(points) - 2), Path.CLOSEPOLY]
    return Path(vertices, codes)


def _thinned(ring: Ring) -> Iterator[Point]:
    """A ring on the map, without points that nobody could see; at least four are left."""
    spare = len(ring) - 4
    last: Point | None = None
    for number, place in enumerate(ring):
        x, y = equal_earth(*place)
        near = last is not None and abs(x - last[0]) + abs(y - last[1]) < _THIN
        if near and spare > 0 and number < len(ring) - 1:
            spare -= 1
            continue
        last = (x, y)
        yield last


def _fill(ax: Axes, paths: list[Path], surface: Surface) -> None:
    """Draw shapes; all of one kind are one thing to draw."""
    drawn = PathCollection(
        paths, facecolors=surface.colour, edgecolors=surface.ink, hatch=surface.hatch or None,
        linewidths=0.3,
    )  # fmt: skip
    ax.add_collection(drawn)


def _dot(ax: Axes, states: Iterable[State], kind: str) -> None:
    """Draw the dots of small states, and that of the chair."""
    dots = [
        equal_earth(*place)
        for state in states
        if (is_small(state) or kind == "chair") and (place := dot_of(state))
    ]
    if dots:
        xs, ys = zip(*dots, strict=True)
        ax.scatter(
            xs, ys, s=3 * width_of(ax) * (4 if kind == "chair" else 1),
            marker=_MARKERS.get(kind, "D"), color=LOOKS.get(kind, _OTHER).colour, edgecolors=BLACK,
            linewidths=0.4, zorder=3,
        )  # fmt: skip


def _explain(ax: Axes, nam: Dataset, statuses: dict[str, str], drawn: dict[str, State]) -> None:
    """The legend, with counts of all parties on the day, and who is not on the map."""
    samples: list[Artist] = []
    for kind in dict.fromkeys([*LOOKS, *sorted(statuses.values())]):
        held = [key for key, value in statuses.items() if value == kind]
        if not held or kind in _NOT_DRAWN:
            continue
        if kind == "chair":
            label = f"chair: {nam.states[held[0]].name}"
        else:
            with_chair = len(held) + (kind == "member" and "chair" in statuses.values())
            label = f"{words(kind)} {with_chair}"
        surface = LOOKS.get(kind, _OTHER)
        chair = Mark(_MARKERS["chair"], surface.colour)
        samples.append(point(chair, label) if kind == "chair" else bar(surface, label))
    samples += [bar(_NONE, "none"), bar(_UNATTRIBUTED, "not in the data")]
    height = legend_below(ax, samples, gap=4)
    lines = []
    for kind in dict.fromkeys([*LOOKS, *sorted(statuses.values())]):
        past = [
            state.name
            for state in nam.states
            if statuses[state.id] == kind and state.id not in drawn
        ]
        if past and kind != "none":
            what = "members of the past" if kind == "past" else words(kind)
            lines.append(f"{what}: {', '.join(sorted(past, key=fold))}")
    note = "Shapes of today; boundaries as Natural Earth draws them."
    if lines:
        note = f"Not on the map, {'; '.join(lines)}.\n{note}"
    below(ax, note, height + 10)
