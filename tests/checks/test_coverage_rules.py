"""COV: what the data set says of itself is held against its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest

from nam_azerbaijan import Dataset, check
from nam_azerbaijan.store import HeldLayer, Store

from factory import MANIFEST, small

COVER = {"since": "1961-09-01", "until": "2000-12-31", "scope": "All."}


class Said(NamedTuple):
    """Something that a data set says wrongly of itself, and the findings on it."""

    name: str
    manifest: Mapping[str, Any]
    found: tuple[str, ...]


def covered(**collections: Mapping[str, Any]) -> dict[str, Any]:
    """A manifest with the coverage of collections."""
    return {"coverage": {name: {**COVER, **cover} for name, cover in collections.items()}}


def findings(manifest: Mapping[str, Any]) -> tuple[str, ...]:
    nam = Dataset(Store((HeldLayer(small()),)), {**MANIFEST, **manifest})
    return tuple(map(str, check(nam)))


WRONG = [
    Said(
        "a body is the id of nothing",
        covered(memberships={"whole": [{"bodies": ["nam"]}, {"bodies": ["namm"]}]}),
        (
            "dataset.json: coverage/memberships/whole/1/bodies: COV001 'namm' is the id of none "
            "of the organizations",
        ),
    ),
    Said(
        "a party is a person",
        covered(participations={"whole": [{"parties": ["arcadia", "ada"]}]}),
        (
            "dataset.json: coverage/participations/whole/0/parties: COV001 'ada' is the id of "
            "none of the states or organizations",
        ),
    ),
    Said(
        "a collection is misspelt",
        covered(membership={}),
        (
            "dataset.json: coverage/membership: COV002 there is no collection 'membership'; did "
            "you mean 'memberships'?",
        ),
    ),
    Said(
        "coverage ends before it begins",
        covered(meetings={"until": "1961-08-31"}),
        (
            "dataset.json: coverage/meetings/until: COV003 until is 1961-08-31, before since, "
            "1961-09-01",
        ),
    ),
    Said(
        "coverage goes on after the last day known",
        covered(meetings={"until": "2001-01-01"}),
        (
            "dataset.json: coverage/meetings/until: COV003 as_of is 2000-12-31, before until, "
            "2001-01-01",
        ),
    ),
    Said(
        "the data set was compiled before the last day known",
        {"compiled": "2000-12-30"},
        ("dataset.json: compiled: COV003 compiled is 2000-12-30, before as_of, 2000-12-31",),
    ),
    Said(
        "a party has no spell in a body that is covered",
        covered(memberships={"whole": [{"bodies": ["nam", "assembly"], "parties": ["arcadia"]}]}),
        (
            "dataset.json: coverage/memberships/whole/0: COV004 no spell of arcadia in assembly "
            "is recorded",
        ),
    ),
]


@pytest.mark.parametrize("said", WRONG, ids=[one.name for one in WRONG])
def test_each_fault_is_found(said: Said) -> None:
    assert findings(said.manifest) == said.found


def test_coverage_to_the_last_day_is_sound() -> None:
    sound = covered(
        memberships={"whole": [{"bodies": ["nam"]}, {"bodies": ["nam"], "parties": ["borduria"]}]},
        chairmanships={"since": "1961-09-01", "until": "1961-09-01"},
    )
    assert findings({**sound, "compiled": "2000-12-31"}) == ()
