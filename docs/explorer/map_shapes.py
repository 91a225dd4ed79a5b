"""Today's shapes of states as paths of an SVG picture, on a grid of whole numbers."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nam_azerbaijan import Dataset
from nam_azerbaijan.plots.shapes import Ring, Shape, dot_of, equal_earth, is_small, shape_of, shapes

__all__ = ["Drawing", "View", "draw"]

# How many units the map is wide: fine enough for a part of it on a large screen.
WIDTH = 4000
# Of what reaches no farther north the map has no need: Antarctica.
SOUTH = -60.0
# Room around the map, as much as a dot is wide.
MARGIN = 32

# Parts of the map that can be shown alone: from west to east and from south to north, in degrees.
PARTS = {
    "Africa": (-27, 60, -36, 38),
    "South Caucasus and around": (32, 62, 30, 48),
    "Asia": (34, 145, -11, 54),
    "Europe": (-12, 52, 34, 62),
    "Americas": (-118, -34, -56, 34),
}

Cell = tuple[int, int]
View = tuple[int, int, int, int]


class Drawing(NamedTuple):
    """A map of the world.

    Attributes:
        view: what the picture shows: left, top, width and height.
        parts: what it shows of a part of the world, by the name of the part.
        land: the path of all that belongs to no state of the data.
        states: the path of each state, by its id.
        centres: where each state is, by its id.
        dots: the ids of the small states, for which a dot stands.
    """

    view: View
    parts: dict[str, View]
    land: str
    states: dict[str, str]
    centres: dict[str, Cell]
    dots: tuple[str, ...]


def draw(nam: Dataset) -> Drawing:
    """Draw the shapes of the states of a data set, and of what else there is."""
    owned: dict[str, Shape] = {}
    for state in nam.states:
        shape = shape_of(state)
        if shape:
            owned[state.id] = shape
    taken = {id(shape) for shape in owned.values()}
    shown = [shape for shape in shapes() if _north(shape) > SOUTH]
    centres = {state.id: _cell(dot) for state in nam.states if (dot := dot_of(state))}
    corners = [
        _cell(point) for shape in shown for polygon in shape.polygons for point in polygon[0]
    ]
    return Drawing(
        view=_view([*corners, *centres.values()]),
        parts={name: _part(*edges) for name, edges in PARTS.items()},
        land="".join(_path(shape) for shape in shown if id(shape) not in taken),
        states={key: path for key, shape in owned.items() if (path := _path(shape))},
        centres=centres,
        dots=tuple(state.id for state in nam.states if is_small(state)),
    )


def _view(cells: Iterable[Cell], margin: int = MARGIN) -> View:
    """A frame around points, with room for the dots at its edge."""
    across, down = zip(*cells, strict=True)
    left, top = min(across) - margin, min(down) - margin
    return left, top, max(across) + margin - left, max(down) + margin - top


def _part(west: float, east: float, south: float, north: float) -> View:
    """A frame around what lies between two meridians and two parallels."""
    middle = min(max(0.0, south), north)  # Where parallels are longest: nearest to the equator.
    corners = [(west, middle), (east, middle), (west, south), (east, north)]
    return _view(map(_cell, corners), margin=0)


def _north(shape: Shape) -> float:
    return max(y for polygon in shape.polygons for _, y in polygon[0])


def _path(shape: Shape) -> str:
    return "".join(_subpath(ring) for polygon in shape.polygons for ring in polygon)


@functools.cache
def _scale() -> float:
    """Units of the picture for one of the projection, whose equator is the width."""
    return WIDTH / (2 * equal_earth(180, 0)[0])


def _cell(point: tuple[float, float]) -> Cell:
    """The point of the grid at which a place is; y grows downwards."""
    x, y = equal_earth(*point)
    return round(x * _scale()), round(-y * _scale())


def _subpath(ring: Ring) -> str:
    """A ring as a closed path, in steps from point to point; nothing where it has no area left."""
    corners = _corners(map(_cell, ring))
    if len(set(corners)) < 3:  # noqa: PLR2004
        return ""
    (x, y), *others = corners[:-1]
    return f"M{x} {y}l{_joined(_steps((x, y), others))}z"


def _corners(cells: Iterable[Cell]) -> list[Cell]:
    """The points of a line without those that stand still or lie on the way to the next."""
    kept: list[Cell] = []
    for cell in cells:
        if kept and kept[-1] == cell:
            continue
        while len(kept) > 1 and _straight(kept[-2], kept[-1], cell):
            kept.pop()
        kept.append(cell)
    return kept


def _straight(one: Cell, two: Cell, three: Cell) -> bool:
    return (two[0] - one[0]) * (three[1] - two[1]) == (two[1] - one[1]) * (three[0] - two[0])


def _steps(start: Cell, cells: Iterable[Cell]) -> Iterator[int]:
    before = start
    for cell in cells:
        yield cell[0] - before[0]
        yield cell[1] - before[1]
        before = cell


def _joined(numbers: Iterable[int]) -> str:
    """Numbers one behind the other; a minus parts as a space does."""
    return "".join(f"{' ' if number >= 0 else ''}{number}" for number in numbers).lstrip()
