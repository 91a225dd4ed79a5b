"""JSON Schemas: current, right, and of use to who writes a file."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from nam_azerbaijan.export import json_schema, write_schemas
from nam_azerbaijan.files.packaged import read_packaged
from nam_azerbaijan.files.structure import structure
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.testing import MANIFEST, dataset_rows

from factory import SMALL

jsonschema = pytest.importorskip("jsonschema")
FILES = (*COLLECTIONS, "dataset")


def faults(name: str, value: Any) -> list[str]:
    """What a validator says of the contents of a file."""
    validator = jsonschema.Draft202012Validator(json_schema(name))
    return [one.message for one in validator.iter_errors(value)]


@pytest.mark.parametrize("name", FILES)
def test_packaged_files_are_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(name))
    assert faults(name, read_packaged(f"{name}.json")) == []


def test_the_schemas_that_are_checked_in_are_current(root: Path, tmp_path: Path) -> None:
    held = root / "data" / "schema"
    if not held.exists():
        pytest.skip("no checkout")
    files = write_schemas(tmp_path)
    assert {file.name for file in files} == {file.name for file in held.iterdir()}
    for file in files:
        assert file.read_bytes() == (held / file.name).read_bytes(), "run docs/generate.py"


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(dataset_rows())
def test_generated_files_are_valid(rows: dict[str, list[dict[str, Any]]]) -> None:
    for name, held in rows.items():
        assert faults(name, held) == []
    assert faults("dataset", MANIFEST) == []


def spoiled(name: str, **fields: Any) -> list[Any]:
    """The small file of a collection, its first record changed."""
    rows = copy.deepcopy(SMALL[name])
    rows[0].update(fields)
    return rows


# What is wrong in a form that the reader of a directory refuses too.
WRONG = [
    ("memberships", {"status": "membr"}),
    ("memberships", {"start": "25.05.2011"}),
    ("memberships", {"start": "2011-13"}),
    ("memberships", {"start": 2011}),
    ("memberships", {"end": "closed"}),
    ("memberships", {"statuz": "member"}),
    ("meetings", {"number": "1"}),
    ("meetings", {"opened": None}),
    ("meetings", {"figures": {}}),
    ("meetings", {"figures": [{"name": "heads"}]}),
    ("documents", {"symbols": "NAC/1"}),
    ("documents", {"provisions": [{"locator": "7"}]}),
    ("claims", {"preferred": "yes"}),
    ("claims", {"value": {}}),
]


@pytest.mark.parametrize(("name", "fields"), WRONG)
def test_what_is_refused_is_wrong_here_too(name: str, fields: dict[str, Any]) -> None:
    rows = spoiled(name, **fields)
    whole = [{**one, "end": one.get("end", "unknown")} if "start" in one else one for one in rows]
    assert structure(record_class(name), whole)[1]
    assert faults(name, rows)


def test_form_that_is_looked_at_apart() -> None:
    assert faults("meetings", spoiled("meetings", id="Not a slug"))
    assert faults("meetings", spoiled("meetings", sources=[]))
    assert faults("meetings", spoiled("meetings", host="Arcadia"))
    assert faults("states", spoiled("states", names=[]))
    assert faults("meetings", {})
    # An end, or a successor whose start is the end: one of the two.
    assert faults("memberships", spoiled("memberships", succeeded_by="other"))
    rows = copy.deepcopy(SMALL["memberships"])
    assert faults("memberships", rows) == []
    del rows[0]["end"]
    assert faults("memberships", rows)
    rows[0]["succeeded_by"] = "borduria-nam-member"
    assert faults("memberships", rows) == []


def test_dates_in_every_form_are_taken() -> None:
    for date in ("1994", "1994-05", "1994-05-31", "1994..1995", "[1994-05..1994-06-04]"):
        assert faults("memberships", spoiled("memberships", start=date, end="unknown")) == []


def test_fields_say_what_they_mean() -> None:
    schema = json_schema("memberships")
    assert schema["description"].startswith("A spell: ")
    assert schema["items"]["properties"]["party"]["description"] == "id of a state or organization."
    assert schema["$defs"]["Status"]["enum"][:2] == ["member", "observer"]
    assert json_schema("dataset")["type"] == "object"


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(KeyError, match="no data file 'membership'; did you mean 'memberships'"):
        json_schema("membership")
