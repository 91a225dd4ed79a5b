"""How many were members over time, held against asking day by day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.collections import PolyCollection

from nam_azerbaijan import CoverageError, Dataset
from nam_azerbaijan.plots.over_time import counts_by_region, members_over_time
from nam_azerbaijan.plots.style import day_place
from nam_azerbaijan.testing import datasets

SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)


@given(st.dates(dt.date(1961, 9, 1), dt.date(2025, 12, 31)))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_the_counts_of_a_day_are_those_of_its_members(nam: Dataset, day: dt.date) -> None:
    days, counts = counts_by_region(nam)
    place = bisect_right(days, day) - 1
    expected = Counter(state.region for state in nam.members(on=day))
    assert {region: held[place] for region, held in counts.items() if held[place]} == expected


@SLOW
@given(datasets(), st.dates(dt.date(1961, 1, 1), dt.date(2000, 12, 31)))
def test_so_it_is_in_any_data_set(made: Dataset, day: dt.date) -> None:
    days, counts = counts_by_region(made, since="1961-01-01")
    place = bisect_right(days, day) - 1
    assert sum(held[place] for held in counts.values()) == len(made.members(on=day))


def test_every_area_is_as_high_as_its_counts(nam: Dataset) -> None:
    ax = members_over_time(nam)
    days, counts = counts_by_region(nam)
    areas = [one for one in ax.collections if isinstance(one, PolyCollection)]
    assert len(areas) == len(counts)
    floor = dict.fromkeys(days, 0)
    for area, numbers in zip(areas, counts.values(), strict=True):
        corners = np.asarray(area.get_paths()[0].vertices)
        for day, number in zip(days, numbers, strict=True):
            heights = [y for x, y in corners.tolist() if x == day_place(day)]
            assert floor[day] in heights
            assert floor[day] + number in heights
            floor[day] += number
    assert floor[nam.as_of] == len(nam.members())
    plt.close("all")


def test_the_numbers_beside_the_areas_are_those_of_the_last_day(nam: Dataset) -> None:
    ax = members_over_time(nam, until="1985-01-01")
    said = [one.get_text().replace("\n", " ") for one in ax.texts]
    members = nam.members(on="1985-01-01")
    assert f"Africa {sum(one.region == 'africa' for one in members)}" in said
    assert f"all {len(members)}" in said
    plt.close("all")


def test_a_vague_day_counts_from_its_first_and_to_its_last(nam: Dataset) -> None:
    days, _ = counts_by_region(nam, since=1970, until="1979-06")
    assert (days[0], days[-1]) == (dt.date(1970, 1, 1), dt.date(1979, 6, 30))


def test_what_cannot_be_drawn_is_refused(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="lies after until, 1970-12-31"):
        members_over_time(nam, since=1980, until=1970)
    with pytest.raises(CoverageError):
        members_over_time(nam, until="2030-01-01")
    with pytest.raises(ValueError, match="never"):
        members_over_time(nam, since="never")
