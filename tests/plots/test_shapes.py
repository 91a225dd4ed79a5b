"""The shapes of the countries: whole, flat, in the right place, and matched with the states."""

from __future__ import annotations

import itertools
import math
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Dataset
from nam_azerbaijan.plots.shapes import (
    SMALL,
    Point,
    Ring,
    dot_of,
    equal_earth,
    is_small,
    shape_of,
    shapes,
)

BY_NAME = {shape.name: shape for shape in shapes()}


def turning(ring: Ring) -> float:
    """Twice the area within a ring in degrees; below zero where it runs clockwise."""
    return sum(x * v - u * y for (x, y), (u, v) in itertools.pairwise(ring))


def within(place: Point, ring: Ring) -> bool:
    x, y = place
    crossed = [
        x < (u - p) * (y - q) / (v - q) + p
        for (p, q), (u, v) in itertools.pairwise(ring)
        if (q > y) != (v > y)
    ]
    return sum(crossed) % 2 == 1


def shapes_at(place: Point) -> list[str]:
    return [
        shape.name
        for shape in shapes()
        if any(
            within(place, outer) and not any(within(place, hole) for hole in holes)
            for outer, *holes in shape.polygons
        )
    ]


def test_every_ring_is_closed_and_flat() -> None:
    for shape in shapes():
        for polygon in shape.polygons:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert len(ring) > 3
                assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring), shape.name
                steps = [abs(x - u) for (x, _), (u, _) in itertools.pairwise(ring)]
                assert max(steps) < 181 or shape.name == "Antarctica", shape.name


def test_holes_run_the_other_way_around() -> None:
    holed = [polygon for shape in shapes() for polygon in shape.polygons if len(polygon) > 1]
    assert holed
    for outer, *holes in holed:
        if abs(turning(outer)) > 0:
            assert all(turning(outer) * turning(hole) <= 0 for hole in holes)


def test_codes_are_those_of_one_shape_each() -> None:
    assert max(Counter(shape.code or shape.name for shape in shapes()).values()) == 1
    assert len(shapes()) > 230


@pytest.mark.parametrize(
    ("name", "square_kilometres"),
    [
        ("Azerbaijan", 86_600),
        ("Russia", 17_098_000),
        ("Fiji", 18_300),
        ("South Africa", 1_221_000),
        ("Antarctica", 12_300_000),
        ("Australia", 7_688_000),
    ],
)
def test_areas_are_about_those_of_handbooks(name: str, square_kilometres: int) -> None:
    assert BY_NAME[name].area == pytest.approx(square_kilometres, rel=0.06)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ((49.9, 40.4), ["Azerbaijan"]),
        ((45.4, 39.2), ["Azerbaijan"]),
        ((44.5, 40.2), ["Armenia"]),
        ((28.2, -29.6), ["Lesotho"]),
        ((-175.0, 66.5), ["Russia"]),
        ((178.0, -17.8), ["Fiji"]),
        ((0.0, -89.0), ["Antarctica"]),
        ((-30.0, 30.0), []),
    ],
)
def test_places_lie_in_the_right_shape(place: Point, name: list[str]) -> None:
    assert shapes_at(place) == name


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ((41.2, 43.0), "Georgia"),
        ((43.96, 42.25), "Georgia"),
        ((29.6, 46.85), "Moldova"),
        ((46.75, 39.82), "Azerbaijan"),
        ((34.1, 45.2), "Russia"),
        ((37.8, 48.0), "Ukraine"),
        ((21.15, 42.66), "Kosovo"),
        ((33.6, 35.25), "N. Cyprus"),
        ((44.06, 9.56), "Somaliland"),
        ((47.35, 8.48), "Somaliland"),
        ((-10.56, 26.16), "W. Sahara"),
        ((-13.0, 27.0), "Morocco"),
        ((35.24, 31.78), "Palestine"),
        ((34.42, 31.45), "Palestine"),
        ((35.8, 33.0), "Israel"),
        ((74.8, 34.1), "India"),
        ((74.3, 35.9), "Pakistan"),
        ((79.3, 35.2), "China"),
        ((35.5, 22.2), "Egypt"),
        ((28.5, 9.8), "Sudan"),
        ((35.4, 4.9), "Kenya"),
        ((-58.7, -51.8), "Falkland Is."),
    ],
)
def test_the_file_draws_disputed_areas_as_its_readme_says(place: Point, name: str) -> None:
    assert shapes_at(place) == [name]


def test_states_without_a_shape_are_those_of_the_past_and_tuvalu(nam: Dataset) -> None:
    lacking = {state.id for state in nam.states if shape_of(state) is None}
    assert "tuvalu" in lacking
    today = f"{nam.as_of}"
    for state in nam.states:
        exists = any(period.contains(today) for period in state.existence)
        assert exists == (dot_of(state) is not None), state.id
    assert {state.id for state in nam.states if dot_of(state) is None} == lacking - {"tuvalu"}


def test_a_shape_without_a_code_is_found_by_its_name(nam: Dataset) -> None:
    assert nam.states["kosovo"].iso3n is None
    assert shape_of(nam.states["kosovo"]) is BY_NAME["Kosovo"]
    kept = {shape.name for state in nam.states if (shape := shape_of(state))}
    assert not kept & {"N. Cyprus", "Somaliland", "Siachen Glacier", "W. Sahara"}


def test_no_shape_stands_for_two_states(nam: Dataset) -> None:
    names = [shape.name for state in nam.states if (shape := shape_of(state))]
    assert len(names) == len(set(names))


def test_what_is_small_has_a_dot_in_its_shape(nam: Dataset) -> None:
    for state in nam.states:
        shape = shape_of(state)
        assert is_small(state) == (dot_of(state) is not None and (not shape or shape.area < SMALL))
    assert is_small(nam.states["tuvalu"])
    assert is_small(nam.states["maldives"])
    assert not is_small(nam.states["azerbaijan"])
    assert not is_small(nam.states["yugoslavia"])
    assert shapes_at(dot_of(nam.states["azerbaijan"]) or (0, 0)) == ["Azerbaijan"]


@given(st.floats(-180, 180), st.floats(-89, 89))
def test_the_projection_keeps_areas(longitude: float, latitude: float) -> None:
    step = 1e-4
    corners = [
        equal_earth(longitude + x * step, latitude + y * step)
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    ]
    exact = math.radians(step) * (
        math.sin(math.radians(latitude + step)) - math.sin(math.radians(latitude))
    )
    assert turning(tuple(corners)) / 2 == pytest.approx(exact, rel=1e-3)


def test_the_projection_is_symmetric_and_has_its_known_ends() -> None:
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert equal_earth(0, 90)[1] == pytest.approx(1.31736, abs=1e-5)
    x, y = equal_earth(30, 50)
    assert equal_earth(-30, -50) == (-x, -y)


def test_the_shapes_need_no_other_package() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = sys.modules['numpy'] = None;"
        "from nam_azerbaijan.plots.shapes import shapes; assert len(shapes()) > 200"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
