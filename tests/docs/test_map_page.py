"""What the map's page holds for each day, against what the library answers."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
import sys
from bisect import bisect_right
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import Dataset
from nam_azerbaijan.plots.shapes import equal_earth, shape_of

from factory import SMALL, dataset

pytest.importorskip("jinja2", reason="the explorer is written by jinja2, which is not here")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
map_days = importlib.import_module("explorer.map_days")
map_shapes = importlib.import_module("explorer.map_shapes")
world_map = importlib.import_module("explorer.world_map")
site = importlib.import_module("explorer.site")

FIRST, LAST = dt.date(1961, 1, 1), dt.date(2025, 12, 31)
DAYS = st.dates(FIRST, LAST)


@pytest.fixture(scope="module")
def kept(nam: Dataset) -> dict[str, Any]:
    found: dict[str, Any] = map_days.histories(nam, FIRST)
    return found


def held(rows: list[Any], day: dt.date) -> Any:
    """The last row whose day is not after a day, as the page's script finds it."""
    return rows[bisect_right([row[0] for row in rows], day.isoformat()) - 1]


@settings(deadline=None, max_examples=60)
@given(day=DAYS)
def test_every_party_is_on_every_day_what_the_library_says(
    nam: Dataset, kept: dict[str, Any], day: dt.date
) -> None:
    assert {one.party for one in nam.memberships.where(body="nam")} == set(kept)
    chair = nam.chair(on=day)
    for party, rows in kept.items():
        record = nam.states.get(party) or nam.organizations[party]
        now = held(rows, day)
        status = nam.status(record, on=day)
        if status:
            assert now.kind == status.value
        elif nam.status(record, on=day, possible=True):
            assert now.kind == "unsure"
        else:
            assert now.kind in ("former", "past", "none")
        assert now.chair == (chair is not None and chair.state == party)
    for kind, parties in (("member", nam.members(on=day)), ("observer", nam.observers(on=day))):
        counted = {key for key in kept if key in nam.states and held(kept[key], day).kind == kind}
        assert counted == {one.id for one in parties}


@settings(deadline=None)
@given(day=DAYS)
def test_former_members_had_been_members(nam: Dataset, kept: dict[str, Any], day: dt.date) -> None:
    for rows in kept.values():
        was = any(row.kind == "member" for row in rows if row.since <= day.isoformat())
        now = held(rows, day).kind
        assert was or now not in ("former", "past")
        assert not was or now != "none"


def test_what_is_said_of_a_status(kept: dict[str, Any]) -> None:
    azerbaijan = [(one.since, one.kind, one.words) for one in kept["azerbaijan"]]
    assert azerbaijan == [
        ("1961-01-01", "none", ""),
        (
            "1994-05-31",
            "unsure",
            "observer from a day between 31 May and 3 June 1994 until 25 May 2011",
        ),
        ("1994-06-03", "observer", "since a day between 31 May and 3 June 1994"),
        ("2011-05-25", "member", "since 25 May 2011"),
        ("2019-10-25", "member", "since 25 May 2011, in the chair since 25 October 2019"),
        ("2024-01-19", "member", "since 25 May 2011"),
    ]
    assert held(kept["plo"], LAST)[1:] == (
        "past", False, "member until 15 November 1988, succeeded by Palestine"
    )  # fmt: skip
    assert held(kept["malta"], LAST)[1:] == ("former", False, "until 1 May 2004")
    assert held(kept["cyprus"], LAST)[1:] == (
        "guest", False, "since 1 May 2004, member until 1 May 2004"
    )  # fmt: skip
    movements = held(kept["liberation-movements"], LAST)
    assert (movements.kind, movements.words) == (
        "unsure", "observer from a day between 8 and 12 August 1972 until a day that is not known"
    )  # fmt: skip


@settings(deadline=None)
@given(day=DAYS)
def test_names_are_those_of_the_day(nam: Dataset, day: dt.date) -> None:
    for state in nam.states:
        rows = map_days.names_by_day(state, FIRST, LAST)
        assert held(rows, day)[1] == state.name_on(day)


def test_who_left_and_who_is_no_more_are_told_apart(nam: Dataset, kept: dict[str, Any]) -> None:
    last = {party: rows[-1] for party, rows in kept.items()}
    over = {party: one for party, one in last.items() if one.kind in ("former", "past")}
    assert {party for party, one in over.items() if one.kind == "former"} == {"malta"}
    heirless = {party for party, one in over.items() if "succeeded by" not in one.words}
    assert heirless == {"malta", "angola-grae"}
    drawing = map_shapes.draw(nam)
    assert not {*drawing.states, *drawing.dots} & (over.keys() - {"malta"})


def test_parts_of_the_map_lie_in_it_and_hold_their_states(nam: Dataset) -> None:
    drawing = map_shapes.draw(nam)
    left, top, width, height = drawing.view
    held = {
        "Africa": ("egypt", "south-africa", "cabo-verde", "mauritius", "uganda"),
        "South Caucasus and around": ("azerbaijan", "armenia", "georgia", "iran", "turkmenistan"),
        "Asia": ("india", "indonesia", "iran", "mongolia", "azerbaijan"),
        "Europe": ("serbia", "belarus", "cyprus", "malta", "azerbaijan"),
        "Americas": ("cuba", "brazil", "mexico", "chile", "bahamas"),
    }
    assert set(drawing.parts) == set(held)
    for name, (x, y, across, down) in drawing.parts.items():
        assert left <= x < x + across <= left + width
        assert top <= y < y + down <= top + height
        for state in held[name]:
            column, row = drawing.centres[state]
            assert x <= column <= x + across, (name, state)
            assert y <= row <= y + down, (name, state)


def test_years_go_to_the_last_day_that_the_data_knows(nam: Dataset) -> None:
    years = map_days.years(nam)
    assert [one.year for one in years] == [*range(1961, nam.as_of.year + 1)]
    assert years[-1].day == nam.as_of
    for one in years:
        assert one.members == len(nam.members(on=one.day))
        assert one.observers == len(nam.observers(on=one.day))


def test_every_state_of_today_is_on_the_map_and_none_of_the_past(nam: Dataset) -> None:
    drawing = map_shapes.draw(nam)
    drawn = {*drawing.states, *drawing.dots}
    assert drawn == {one.id for one in nam.states if shape_of(one) or one.id == "tuvalu"}
    assert {"yugoslavia", "north-yemen", "plo", "zanzibar"}.isdisjoint(drawn)
    left, top, width, height = drawing.view
    for x, y in drawing.centres.values():
        assert left + 10 < x < left + width - 10
        assert top + 10 < y < top + height - 10


def points(path: str) -> list[list[tuple[int, int]]]:
    """The rings of a path, read as a browser does."""
    rings = []
    for part in path.split("z")[:-1]:
        x, y, *steps = map(int, re.findall(r"-?\d+", part))
        ring = [(x, y)]
        for step in zip(steps[::2], steps[1::2], strict=True):
            ring.append((ring[-1][0] + step[0], ring[-1][1] + step[1]))
        rings.append(ring)
    return rings


def area(ring: list[tuple[int, int]]) -> float:
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in turned)) / 2


def test_the_paths_have_the_areas_of_the_shapes(nam: Dataset) -> None:
    drawing = map_shapes.draw(nam)
    unit = 2 * equal_earth(180, 0)[0] / map_shapes.WIDTH * 6371
    for key in ("azerbaijan", "brazil", "india", "egypt", "mongolia"):
        shape = shape_of(nam.states[key])
        assert shape
        drawn = sum(map(area, points(drawing.states[key]))) * unit**2
        assert drawn == pytest.approx(shape.area, rel=0.04)


CELLS = st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=1, max_size=30)


@given(CELLS)
def test_corners_leave_out_only_what_lies_on_the_way(cells: list[tuple[int, int]]) -> None:
    corners = map_shapes._corners(cells)
    assert corners[0] == cells[0]
    assert corners[-1] == cells[-1]
    assert set(corners) <= set(cells)
    for one, two, three in zip(corners, corners[1:], corners[2:], strict=False):
        assert (two[0] - one[0]) * (three[1] - two[1]) != (two[1] - one[1]) * (three[0] - two[0])


@given(st.lists(st.integers(-99, 99), min_size=1))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    assert [int(one) for one in re.findall(r"-?\d+", map_shapes._joined(numbers))] == numbers


def test_a_page_is_made_of_any_data_set(tmp_path: Path) -> None:
    nam = dataset({**SMALL})
    shared = {"nam": nam, "guide": "", "citation": "", "today": "", "manifest": nam.manifest}
    made = site.Site(tmp_path, shared)
    world_map.write(nam, made)
    page = (tmp_path / "map.html").read_text("utf-8")
    found = re.search(r'<script type="application/json" id="map-data">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert data["last"] == nam.as_of.isoformat()
    assert f"{len(nam.members())} members, {len(nam.observers())} observer states" in page
    assert [one.path for one in made.entries] == ["map.html"]
