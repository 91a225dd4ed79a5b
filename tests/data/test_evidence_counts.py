"""How well the data is evidenced never gets worse than it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from nam_azerbaijan import Dataset

from factory import script

# At most so many, or with a minus sign at least.
BOUNDS = {
    "seen": -900,
    "tables": 0,
    "hosts": 0,
    "titles": 0,
    "locators": 80,
    "spells": 22,
    "chairs": 0,
    "speakers": 0,
}


@pytest.mark.parametrize("measure", BOUNDS)
def test_counts(nam: Dataset, root: Path, measure: str) -> None:
    counts = script(root / "benchmarks" / "evidence.py")
    found = list(counts.MEASURES[measure][0](nam))
    bound = BOUNDS[measure]
    assert len(found) >= -bound if bound < 0 else len(found) <= bound, found[:20]


def test_every_measure_has_a_bound(root: Path) -> None:
    counts = script(root / "benchmarks" / "evidence.py")
    assert set(counts.MEASURES) == set(counts.SAYS) == set(BOUNDS)


def test_spells_on_one_source_say_what_was_tried(nam: Dataset, root: Path) -> None:
    counts = script(root / "benchmarks" / "evidence.py")
    bare = [key for key in counts.spells_on_one_source(nam) if not nam.memberships[key].note]
    assert bare == []
