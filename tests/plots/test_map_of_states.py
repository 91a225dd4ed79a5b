"""What states are on the map, held against the queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.collections import Collection, PathCollection
from matplotlib.colors import to_rgba_array

from nam_azerbaijan import CoverageError, Dataset, State
from nam_azerbaijan.plots.shapes import dot_of, equal_earth, is_small, shape_of, shapes
from nam_azerbaijan.plots.world_map import LOOKS, statuses_on, world

DAYS = st.dates(dt.date(1961, 9, 1), dt.date(2025, 12, 31))
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=30)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    plt.close("all")


@SLOW
@given(DAYS)
@example(dt.date(1992, 10, 1))
def test_every_state_is_what_the_queries_say(nam: Dataset, day: dt.date) -> None:
    found = statuses_on(nam, day)
    chair = nam.chair(on=day)
    assert chair is not None
    assert found[chair.state] == "chair"
    members = {state.id for state in nam.members(on=day)}
    assert {key for key, value in found.items() if value in ("member", "chair")} == members
    observers = {state.id for state in nam.observers(on=day)}
    assert {key for key, value in found.items() if value == "observer"} == observers
    for key, value in found.items():
        if value in ("former", "past", "none"):
            assert nam.status(nam.states[key], on=day) is None
            was = any(
                spell.status == "member" and spell.start.latest < day
                for spell in nam.spells(nam.states[key])
            )
            assert was == (value != "none")
        if value in ("former", "past"):
            assert (dot_of(nam.states[key]) is None) == (value == "past")


def filled(ax: Axes, colour: str) -> list[Collection]:
    """What is drawn in a colour with shapes, not with dots."""
    return [
        one
        for one in ax.collections
        if isinstance(one, PathCollection)
        and one.get_zorder() < 3
        and to_rgba_array(one.get_facecolor()).tolist() == to_rgba_array(colour).tolist()
    ]


def corner(state: State) -> tuple[float, ...]:
    """The first point of the shape of a state on the map."""
    shape = shape_of(state)
    assert shape is not None
    return equal_earth(*shape.polygons[0][0][0])


@pytest.mark.parametrize("day", ["1961-09-06", "1985-06-01", "2000-01-01", "2025-12-31"])
def test_the_shapes_in_a_colour_are_those_of_the_states(nam: Dataset, day: str) -> None:
    ax = world(nam, on=day)
    found = statuses_on(nam, day)
    for kind in LOOKS:
        expected = {
            corner(state)
            for state in nam.states
            if found[state.id] == kind and shape_of(state) is not None
        }
        paths = [path for one in filled(ax, LOOKS[kind].colour) for path in one.get_paths()]
        assert {tuple(np.asarray(path.vertices)[0].tolist()) for path in paths} == expected, kind


def test_small_states_have_dots(nam: Dataset) -> None:
    ax = world(nam, on="2025-12-31")
    offsets = {
        (round(float(x), 6), round(float(y), 6))
        for one in ax.collections
        if one.get_zorder() == 3
        for x, y in np.asarray(one.get_offsets()).tolist()
    }
    found = statuses_on(nam, "2025-12-31")
    for state in nam.states:
        place = dot_of(state)
        if place and is_small(state):
            x, y = equal_earth(*place)
            assert ((round(x, 6), round(y, 6)) in offsets) == (found[state.id] != "none")


def test_every_shape_but_antarctica_is_drawn_once(nam: Dataset) -> None:
    ax = world(nam)
    paths = [p for one in ax.collections if one.get_zorder() < 3 for p in one.get_paths()]
    assert len(paths) == len(shapes()) - 1


def explained(ax: Axes) -> str:
    legend = ax.get_legend()
    assert legend is not None
    said = "; ".join(text.get_text() for text in legend.get_texts())
    return f"{said}; {ax.get_xlabel()}".replace("\n", " ")


def test_the_legend_counts_all_parties(nam: Dataset) -> None:
    for day in ("1985-06-01", "2012-08-30"):
        said = explained(world(nam, on=day))
        assert f"member {len(nam.members(on=day))}" in said
        assert f"observer {len(nam.observers(on=day))}" in said
    assert "chair: Iran" in said


def test_former_members_are_states_of_today(nam: Dataset) -> None:
    said = explained(world(nam, on="2012-08-30"))
    assert "former 1;" in said
    named = said.partition("members of the past: ")[2]
    for name in ("Democratic Yemen", "Palestine Liberation Organization", "Yugoslavia"):
        assert name in named


def test_who_has_no_shape_is_named(nam: Dataset) -> None:
    said = explained(world(nam, on="1985-06-01"))
    assert "member: Democratic Yemen" in said
    assert "Yugoslavia" in said
    assert "Shapes of today; boundaries as Natural Earth draws them." in said


def test_a_vague_day_shows_what_is_certain(nam: Dataset) -> None:
    found = statuses_on(nam, 2011)
    assert found["azerbaijan"] == "none"
    assert {key for key, value in found.items() if value in ("member", "chair")} == {
        state.id for state in nam.members(on=2011)
    }


def test_what_cannot_be_drawn_is_refused(nam: Dataset) -> None:
    with pytest.raises(CoverageError):
        world(nam, on="2030-01-01")
    with pytest.raises(ValueError, match=r"25\.05\.2011"):
        world(nam, on="25.05.2011")
