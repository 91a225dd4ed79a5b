"""Whole generated data sets: sound, read back as they are, and broken without a crash."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Bound, Dataset, DatasetError, check
from nam_azerbaijan.store import COLLECTIONS
from nam_azerbaijan.testing import MANIFEST, dataset_rows, datasets
from test_reading import write

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
            assert [record.to_row() for record in nam.collection(name)] == [
                {key: value for key, value in record.items() if key in record}
                for record in sorted(rows[name], key=lambda row: row["id"])
            ]


@SLOW
@given(datasets(), st.dates(max_value=nam_azerbaijan.load().as_of))
def test_members_of_generated_data_sets_agree_with_a_count(nam: Dataset, day: Any) -> None:
    if day > nam.as_of:
        return
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
        else:
            assert len(both.collection(name)) > 0


def test_broken_generated_data_is_refused() -> None:
    with tempfile.TemporaryDirectory() as made:
        write(Path(made), {name: [] for name in COLLECTIONS}, {"version": "0"})
        with pytest.raises(DatasetError, match="as_of"):
            nam_azerbaijan.load(made)
