"""The shapes of the world's countries, for maps: needs no other package.

They are today's shapes, whatever day a map is about, with boundaries as their source draws them
(Natural Earth through world-atlas; see `world/README.md` beside this file, which also says how
disputed areas are drawn there). They say nothing about the status of any state or territory.
States of the past have no shape.
"""

from __future__ import annotations

import functools
import itertools
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Any

import attrs

from ..records.parties import State

__all__ = [
    "SMALL",
    "Point",
    "Ring",
    "Shape",
    "dot_of",
    "equal_earth",
    "is_small",
    "shape_of",
    "shapes",
]

Point = tuple[float, float]
Ring = tuple[Point, ...]

# What is smaller, in square kilometres, is less than a millimetre wide on a printed page.
SMALL = 20_000

# States that the file lacks, and where they are: Funafuti.
_PLACES = {"798": (179.2, -8.52)}
_EARTH_RADIUS = 6371.0
# The coefficients of the Equal Earth projection (Savric, Patterson, Jenny 2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def equal_earth(longitude: float, latitude: float) -> Point:
    """Where a place in degrees is on the map of the Equal Earth projection.

    x goes from -2.71 to 2.71 and y from -1.32 to 1.32; areas on the map are as areas on a sphere of
    radius 1.
    """
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * slope)
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


@attrs.frozen(kw_only=True)
class Shape:
    """The shape of a country or territory.

    Attributes:
        code: its ISO 3166 numeric code, three digits as text, as in `State.iso3n`; `None` where
            the source gives none.
        name: its name in the source, for finding it, not for showing.
        polygons: its pieces; each is a ring around it and the rings of the holes in it, each ring
            points of longitude and latitude in degrees, the last the same as the first. What
            crosses the meridian of 180 degrees is cut there, so that every piece can be drawn flat.
    """

    code: str | None
    name: str
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def area(self) -> float:
        """Its area in square kilometres, as far as the drawing is exact."""
        return sum(
            _area(outer) - sum(_area(hole) for hole in holes) for outer, *holes in self.polygons
        )

    @property
    def centre(self) -> Point:
        """Longitude and latitude of the centroid of its largest piece."""
        return _centroid(max((polygon[0] for polygon in self.polygons), key=_area))


@functools.cache
def shapes() -> tuple[Shape, ...]:
    """All shapes, by code and name; what the source has under one code is one shape."""
    text = resources.files(__package__).joinpath("world/countries-50m.json").read_text("utf-8")
    topology = json.loads(text)
    arcs = [tuple(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    found: dict[str, Shape] = {}
    for one in topology["objects"]["countries"]["geometries"]:
        code, name = one.get("id"), one["properties"]["name"]
        pieces = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        polygons = tuple(
            cut for piece in pieces for cut in _cut([_joined(ring, arcs) for ring in piece])
        )
        shape = Shape(code=code, name=name, polygons=polygons)
        before = found.get(code or name)
        if before:
            largest = max(before, shape, key=lambda one: one.area)
            shape = attrs.evolve(largest, polygons=before.polygons + polygons)
        found[code or name] = shape
    return tuple(sorted(found.values(), key=lambda one: (one.code or "999", one.name)))


def shape_of(state: State) -> Shape | None:
    """The shape of a state: by its code, or where the shape has no code, by its name.

    `None` for states of the past, for movements, and for Tuvalu, which the source lacks.
    """
    known = _by_key()
    return known.get(state.iso3n) if state.iso3n else known.get(state.name)


def dot_of(state: State) -> Point | None:
    """Longitude and latitude of a dot that stands for a state; `None` as for `shape_of`.

    Tuvalu has a dot, though no shape.
    """
    shape = shape_of(state)
    return shape.centre if shape else _PLACES.get(state.iso3n or "")


def is_small(state: State) -> bool:
    """Whether a state of today needs a dot to be seen: its shape is below `SMALL`, or lacking."""
    shape = shape_of(state)
    return shape.area < SMALL if shape else dot_of(state) is not None


@functools.cache
def _by_key() -> dict[str, Shape]:
    return {shape.code or shape.name: shape for shape in shapes()}


def _decoded(arc: Iterable[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """The points of an arc, each kept as a step from the one before on a grid of whole numbers."""
    (x_scale, y_scale), (x_start, y_start) = transform["scale"], transform["translate"]
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * x_scale + x_start, y * y_scale + y_start


def _joined(ring: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """A ring made of arcs by number; a number below zero is an arc from its end to its start."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


def _cut(piece: Iterable[Ring]) -> Iterator[tuple[Ring, ...]]:
    """A piece in as many as it takes to have all longitudes from -180 to 180."""
    rings = [_unwound(ring) for ring in piece]
    west = min(x for ring in rings for x, _ in ring)
    east = max(x for ring in rings for x, _ in ring)
    for turn in (-360.0, 0.0, 360.0):
        if west < turn + 180 and east > turn - 180:
            found = [
                tuple((x - turn, y) for x, y in _half(_half(ring, turn - 180, 1), turn + 180, -1))
                for ring in rings
            ]
            # The ring around a piece comes first; of Antarctica the source has the pole there.
            yield tuple(sorted((ring for ring in found if ring), key=_area, reverse=True))


def _unwound(ring: Ring) -> Ring:
    """A ring whose longitudes go on beyond 180 degrees rather than leap; around a pole, with it."""
    points = [ring[0]]
    for x, y in ring[1:]:
        last = points[-1][0]
        points.append((x - 360 * round((x - last) / 360), y))
    if abs(points[-1][0] - points[0][0]) > 180:  # noqa: PLR2004
        pole = math.copysign(90, points[0][1])
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return tuple(points)


def _half(ring: Ring, meridian: float, side: int) -> Ring:
    """What of a ring lies east (1) or west (-1) of a meridian (Sutherland and Hodgman)."""
    points: list[Point] = []
    for (x, y), (u, v) in itertools.pairwise(ring):
        here, there = side * (x - meridian) >= 0, side * (u - meridian) >= 0
        if here:
            points.append((x, y))
        if here != there:
            points.append((meridian, y + (v - y) * (meridian - x) / (u - x)))
    return (*points, points[0]) if points else ()


def _doubled(ring: Iterable[Point]) -> Iterator[tuple[float, Point, Point]]:
    """Of each side of a ring its share of twice the area, and its two ends."""
    for (x, y), (u, v) in itertools.pairwise(ring):
        yield x * v - u * y, (x, y), (u, v)


def _area(ring: Ring) -> float:
    """The area within a ring in square kilometres."""
    flat = (equal_earth(*point) for point in ring)
    return abs(sum(share for share, _, _ in _doubled(flat))) / 2 * _EARTH_RADIUS**2


def _centroid(ring: Ring) -> Point:
    """The centroid of a ring in degrees."""
    sides = list(_doubled(ring))
    whole = 3 * sum(share for share, _, _ in sides)
    x = sum(share * (one[0] + two[0]) for share, one, two in sides)
    y = sum(share * (one[1] + two[1]) for share, one, two in sides)
    return x / whole, y / whole
