"""The Data Package: its own rules, and a reader that nobody here wrote."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.export import to_datapackage
from nam_azerbaijan.records import COLLECTIONS

from factory import dataset


@pytest.fixture(scope="module")
def package(nam: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged data set as a Data Package."""
    folder = tmp_path_factory.mktemp("package")
    to_datapackage(nam, folder)
    return folder


@pytest.fixture(scope="module")
def said(package: Path) -> dict[str, Any]:
    return json.loads((package / "datapackage.json").read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def rows(package: Path, said: dict[str, Any]) -> dict[str, list[dict[str, str]]]:
    found = {}
    for one in said["resources"]:
        with (package / one["path"]).open(encoding="utf-8", newline="") as file:
            found[one["name"]] = list(csv.DictReader(file))
    return found


def test_it_says_what_it_is(nam: Dataset, said: dict[str, Any]) -> None:
    assert said["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert said["name"] == "nam-azerbaijan"
    assert (said["version"], said["as_of"]) == (nam.version, str(nam.as_of))
    assert said["created"] == f"{nam.manifest.compiled}T00:00:00Z"
    assert [one["name"] for one in said["licenses"]] == ["CC-BY-4.0"]
    assert said["contributors"] == [{"title": "The nam_azerbaijan authors", "roles": ["creator"]}]
    assert nam.version in said["citation"]
    assert len(said["sources"]) == len(nam.sources)
    assert set(said["coverage"]) == set(nam.coverage)
    assert "preferred" not in said


def test_each_file_is_described(package: Path, said: dict[str, Any]) -> None:
    assert set(COLLECTIONS) < {one["name"] for one in said["resources"]}
    for one in said["resources"]:
        held = (package / one["path"]).read_bytes()
        assert one["bytes"] == len(held)
        assert one["hash"] == f"sha256:{hashlib.sha256(held).hexdigest()}"
        header = held.decode().partition("\n")[0].split(",")
        assert [field["name"] for field in one["schema"]["fields"]] == header
        assert all(field["description"] for field in one["schema"]["fields"])


def test_keys_hold(said: dict[str, Any], rows: dict[str, list[dict[str, str]]]) -> None:
    foreign = 0
    for one in said["resources"]:
        held, schema = rows[one["name"]], one["schema"]
        keys = {tuple(row[name] for name in schema["primaryKey"]) for row in held}
        assert len(keys) == len(held)
        for key in schema.get("foreignKeys", ()):
            target = key["reference"].get("resource", one["name"])
            # A table that refers to itself leaves its name out.
            assert key["reference"].get("resource") != one["name"]
            (column,), (there,) = key["fields"], key["reference"]["fields"]
            ids = {row[there] for row in rows[target]}
            assert {row[column] for row in held} - {""} <= ids, (one["name"], column)
            foreign += 1
    assert foreign > 80


def test_constraints_hold(said: dict[str, Any], rows: dict[str, list[dict[str, str]]]) -> None:
    for one in said["resources"]:
        for field in one["schema"]["fields"]:
            limits = field.get("constraints", {})
            held = {row[field["name"]] for row in rows[one["name"]]}
            assert not limits.get("required") or "" not in held
            assert "enum" not in limits or held - {""} <= set(limits["enum"])
            if field["type"] == "array":
                assert all(isinstance(json.loads(cell), list) for cell in held - {""})


def test_a_reader_takes_it(package: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.flatten(["name", "fieldName", "message"])[:5]
    assert report.stats["warnings"] == 0


def test_a_reader_notices_a_key_that_leads_nowhere(package: Path, tmp_path: Path) -> None:
    """Foreign keys are looked up, not only described."""
    frictionless = pytest.importorskip("frictionless")
    for file in package.iterdir():
        text = file.read_text("utf-8")
        if file.name == "chairmanships.csv":
            text = text.replace(",nam,", ",nobody,", 1)
        (tmp_path / file.name).write_text(text, encoding="utf-8", newline="\n")
    report = frictionless.validate(str(tmp_path / "datapackage.json"), skip_errors=["hash-count"])
    found = {kind for (kind,) in report.flatten(["type"])}
    assert "foreign-key" in found


def test_a_data_set_that_says_nothing_of_itself(tmp_path: Path) -> None:
    to_datapackage(dataset().prefer("almanac"), tmp_path)
    said = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert said["name"] == "data-set"
    assert said["preferred"] == ["almanac"]
    assert not {"licenses", "contributors", "coverage"} & set(said)
    frictionless = pytest.importorskip("frictionless")
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_a_licence_of_which_no_more_is_known(tmp_path: Path, nam: Dataset) -> None:
    (tmp_path / "in").mkdir()
    manifest = {
        "version": "Mine 1", "as_of": "2025-12-31", "compiled": "2026-11-27", "licence": "CC0-1.0",
    }  # fmt: skip
    (tmp_path / "in" / "dataset.json").write_text(json.dumps(manifest), encoding="utf-8")
    to_datapackage(nam.overlay(tmp_path / "in"), tmp_path / "out")
    said = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert said["name"] == "nam-azerbaijan"
    assert said["licenses"] == [{"name": "CC0-1.0", "title": "CC0-1.0"}]
    assert said["version"] == "Mine 1"
    assert "with records of another directory on top" in said["citation"]
