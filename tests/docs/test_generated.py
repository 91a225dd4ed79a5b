"""Whole generated data sets: sound, read back as they are, and broken without a crash."""

from __future__ import annotations

import copy
import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Bound, Dataset, DatasetError, check
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.testing import MANIFEST, dataset_rows, datasets
from nam_azerbaijan.text import by_number

from factory import write

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@SLOW
@given(datasets())
def test_generated_data_sets_are_sound(nam: Dataset) -> None:
    assert [str(finding) for finding in check(nam)] == []


@SLOW
@given(dataset_rows())
def test_generated_data_sets_are_read_back(rows: dict[str, list[dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        nam = nam_azerbaijan.load(write(Path(folder), rows, MANIFEST))
        for name in COLLECTIONS:
            expected = sorted(rows[name], key=lambda row: by_number(row["id"]))
            assert [record.to_row() for record in nam.collection(name)] == expected


@SLOW
@given(datasets(), st.dates(dt.date(1961, 1, 1), dt.date(2000, 12, 31)))
def test_members_of_generated_data_sets_agree_with_a_count(nam: Dataset, day: Any) -> None:
    expected = {
        spell.party
        for spell in nam.memberships
        if spell.start.latest <= day
        and (
            spell.end is Bound.OPEN
            or (not isinstance(spell.end, Bound) and day < spell.end.earliest)
        )
    }
    assert {state.id for state in nam.members(on=day)} == expected


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, Any]:
    """A packaged file with one value somewhere in a few of its rows replaced or taken away."""
    name = draw(st.sampled_from(list(COLLECTIONS)))
    rows = list(nam_azerbaijan.load()._store.rows(name).values())
    place = draw(st.integers(0, len(rows) - 1))
    held: Any = copy.deepcopy(rows[place : place + 2])
    target: Any = held
    while True:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if isinstance(target[key], dict | list) and target[key] and draw(st.booleans()):
            target = target[key]
            continue
        if draw(st.booleans()):
            target[key] = draw(st.none() | st.integers() | st.text(max_size=6) | st.just([]))
        else:
            del target[key]
        break
    return name, held


@SLOW
@given(mutations())
def test_mutated_packaged_files_end_in_a_dataset_or_in_its_error(spoiled: tuple[str, Any]) -> None:
    name, rows = spoiled
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
        try:
            both = nam_azerbaijan.load().overlay(made)
        except DatasetError as error:
            assert error.findings
        else:  # What is taken in can be asked everything.
            check(both)
            both.status("AZE", on="2012-01-01")
            both.members(on="1999", possible=True)
            both.timeline("AZE")
            assert all(map(repr, both.collection(name)))


def test_broken_generated_data_is_refused() -> None:
    with tempfile.TemporaryDirectory() as made:
        write(Path(made), {name: [] for name in COLLECTIONS}, {"version": "0"})
        with pytest.raises(DatasetError, match="as_of"):
            nam_azerbaijan.load(made)
