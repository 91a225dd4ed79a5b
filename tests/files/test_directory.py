"""Directories that are not ours: every problem named, nothing half loaded."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Dataset, DatasetError
from nam_azerbaijan.records import COLLECTIONS

from factory import row, small, undisputed, write


def problems(folder: Path) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        nam_azerbaijan.load(folder)
    return [str(finding) for finding in caught.value.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "data", undisputed())


def change(folder: Path, key: str, **fields: Any) -> None:
    rows = undisputed()
    row(rows, key).update(fields)
    write(folder, rows)


def test_a_sound_directory_answers(folder: Path) -> None:
    nam = nam_azerbaijan.load(folder)
    assert nam.status("Arcadia", on="1999-01-01") == "member"
    assert nam_azerbaijan.check(nam) == ()
    assert nam.version == "0"


def test_the_packaged_data_reads_as_a_directory(root: Path, nam: Dataset) -> None:
    mine = nam_azerbaijan.load(root / "data")
    for name in COLLECTIONS:
        assert list(mine.collection(name)) == list(nam.collection(name))
    assert mine.manifest == nam.manifest


def test_every_problem_is_in_one_error(folder: Path) -> None:
    rows = small()
    row(rows, "arcadia-nam-member").update(status="membre", start="1961-09-31", party=7, strat="x")
    row(rows, "visit").update(kind=None)
    del row(rows, "ada")["name"]
    write(folder, rows)
    (folder / "votes.json").write_text("[{", encoding="utf-8")
    (folder / "claims.json").unlink()
    found = problems(folder)
    for expected in (
        "memberships.json: arcadia-nam-member: status: FMT005 expected one of member, observer,",
        "'1961-09-31' is no date",
        "memberships.json: arcadia-nam-member: party: FMT005 expected text, got a whole number: 7",
        "unknown field 'strat'; did you mean 'start'?",
        "events.json: visit: kind: FMT005 expected one of statement,",
        "persons.json: ada: name: FMT005 required, but missing",
        "votes.json: FMT002 no JSON:",
        "claims.json: FMT001 expected this file, but it is missing",
    ):
        assert any(expected in problem for problem in found), expected
    assert len(found) == 8


def test_a_wrong_shape_does_not_hide_a_reference_to_nothing(folder: Path) -> None:
    rows = undisputed()
    row(rows, "visit").update(kind="visti")
    row(rows, "summit-1").update(host="arkadia")
    write(folder, rows)
    assert sorted(problem.split(":")[0] for problem in problems(folder)) == [
        "events.json",
        "meetings.json",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfe[]", "expected UTF-8"),
        (b"\xef\xbb\xbf[]", "no JSON"),
        (b"", "no JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b"9" * 5000 + b"]", "more than 15 digits"),
        (b"[NaN]", "NaN is no JSON number"),
        (b'[{"id": "a", "id": "b"}]', "the key 'id' stands more than once in an object of 'b'"),
        (b"{}", "expected a list of objects"),
        (b"[1]", "expected an object, got a whole number"),
    ],
)
def test_files_that_are_no_data(folder: Path, content: bytes, expected: str) -> None:
    (folder / "events.json").write_bytes(content)
    (problem,) = problems(folder)
    assert problem.startswith("events.json")
    assert expected in problem


FIGURE = {"name": "people", "value": 5}
WRONG = [
    ("visit", {"actors": "ada"}, "actors: FMT005 expected a list, got text: 'ada'"),
    ("visit", {"title": 5}, "title: FMT005 expected text, got a whole number: 5"),
    ("visit", {"title": None}, "title: FMT005 expected text, got null"),
    ("visit", {"date": 1966}, "date: FMT005 expected a date as text, got a whole number"),
    (
        "visit",
        {"figures": [{**FIGURE, "value": "5"}]},
        "figures[0].value: FMT005 expected a whole number, got text",
    ),
    (
        "visit",
        {"figures": [FIGURE, {**FIGURE, "value": True}]},
        "figures[1].value: FMT005 expected a whole number, got true",
    ),
    ("arcadia-nam-member", {"end": 5}, "end: FMT005 expected a date, 'open' or 'unknown'"),
    (
        "arcadia",
        {"existence": [{"start": "1990", "end": "1980"}]},
        "existence[0]: FMT005 the end 1980 does not lie after the start 1990",
    ),
    ("borduria-nam-observer", {"end": "1970"}, "end: FMT007 stands beside succeeded_by"),
    ("visit", {"sources": []}, "sources: FMT008 expected at least one citation"),
    ("visit", {"id": "Visit 1"}, "id: FMT006 'Visit 1' is no id"),
    ("visit", {"id": "ada"}, "id: FMT004 the id stands in persons.json already"),
    (
        "visit",
        {"actors": ["adda"]},
        "actors: REF001 'adda' is the id of no record; did you mean 'ada'?",
    ),
    (
        "visit",
        {"actors": ["summit-1"]},
        "'summit-1' is one of the meetings; expected one of the states or organizations",
    ),
    ("summit-1", {"part_of": "summit-1"}, "part_of: REF002 following this field leads back"),
]


@pytest.mark.parametrize(("key", "fields", "expected"), WRONG)
def test_records_that_are_none(
    folder: Path, key: str, fields: dict[str, Any], expected: str
) -> None:
    change(folder, key, **fields)
    assert any(expected in problem for problem in problems(folder))


def test_a_claim_holds_plain_values(folder: Path) -> None:
    claim = {"id": "c", "record": "visit", "path": "date", "value": {"a": 1}}
    rows = small()
    rows["claims"] = [{**claim, "sources": row(rows, "visit")["sources"]}]
    write(folder, rows)
    (problem,) = problems(folder)
    assert "value: FMT005 expected text, a number, true, false, null or a list" in problem
    rows["claims"][0]["value"] = ["a", ["b", 1]]
    assert nam_azerbaijan.load(write(folder, rows)).claims["c"].value == ("a", ("b", 1))


def test_two_records_with_one_id(folder: Path) -> None:
    rows = small()
    rows["persons"].append(row(rows, "ada"))
    write(folder, rows)
    (problem,) = problems(folder)
    assert "persons.json: ada: id: FMT004" in problem


def test_successors_in_a_circle(folder: Path) -> None:
    rows = small()
    spell = row(rows, "borduria-nam-member")
    del spell["end"]
    spell.update(succeeded_by="borduria-nam-observer")
    write(folder, rows)
    assert len(problems(folder)) == 2


def test_a_file_that_nobody_asked_for(folder: Path) -> None:
    (folder / "memberhsips.json").write_text("[]")
    (folder / "notes.txt").write_text("Not data.")
    assert problems(folder) == [
        "memberhsips.json: FMT001 no data file has this name; did you mean 'memberships.json'?"
    ]


def test_a_manifest_of_the_wrong_shape(folder: Path) -> None:
    write(folder, small(), {"version": 1, "as_of": "yesterday"})
    found = problems(folder)
    assert len(found) == 3
    assert any(
        "as_of: FMT005 expected a day as YYYY-MM-DD, got 'yesterday'" in one for one in found
    )


def test_links_do_not_lead_out(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "events.json"
    outside.write_text("[]")
    (folder / "events.json").unlink()
    (folder / "events.json").symlink_to(outside)
    (problem,) = problems(folder)
    assert "a link that leads out of the directory" in problem
    (folder / "events.json").unlink()
    (folder / "events.json").symlink_to(folder / "nowhere.json")
    (problem,) = problems(folder)
    assert "cannot be read" in problem


def test_what_is_no_file(folder: Path) -> None:
    (folder / "events.json").unlink()
    (folder / "events.json").mkdir()
    (problem,) = problems(folder)
    assert "expected a file" in problem


def test_an_enormous_file(folder: Path) -> None:
    with (folder / "events.json").open("wb") as file:
        os.truncate(file.fileno(), 65 * 2**20)
    (problem,) = problems(folder)
    assert "larger than" in problem


def test_no_directory(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "nowhere")
    assert "expected a directory" in problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([*COLLECTIONS, "dataset"]), JSON)
def test_arbitrary_json_ends_in_a_dataset_or_in_its_error(name: str, value: object) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        folder = write(Path(made), small())
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
        try:
            assert isinstance(nam_azerbaijan.load(folder), Dataset)
        except DatasetError as error:
            assert error.findings


# Overlays


def test_an_overlay_lies_on_top(nam: Dataset, tmp_path: Path) -> None:
    spell = nam.memberships["azerbaijan-nam-member"].to_dict()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "memberships.json").write_text(json.dumps([{**spell, "start": "2011-05-27"}]))
    both = nam.overlay(mine)
    assert str(both.memberships["azerbaijan-nam-member"].start) == "2011-05-27"
    assert str(both.memberships["azerbaijan-nam-observer"].end) == "2011-05-27"
    assert nam.memberships["azerbaijan-nam-member"].to_dict() == spell
    assert len(both.memberships) == len(nam.memberships)
    assert both.version == nam.version
    assert list(both.memberships) == sorted(both.memberships, key=lambda one: one.id)


def test_an_overlay_may_have_a_manifest(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    waiver = {"rule": "DAT001", "record": "visit", "reason": "It is a test."}
    coverage = {"votes": {"since": "1955-01-01", "until": "2005-12-31", "scope": "All of them."}}
    manifest = {"version": "1", "as_of": "2005-12-31", "compiled": "2006-01-01"}
    (mine / "dataset.json").write_text(
        json.dumps(
            {**manifest, "waivers": [waiver], "coverage": coverage, "renamed": {"brod": "borduria"}}
        )
    )
    both = nam_azerbaijan.load(folder).overlay(mine)
    assert (both.version, both.as_of.year) == ("1", 2005)
    assert both.coverage["votes"].scope == "All of them."
    assert both.get("brod").label == "Borduria"
    assert [one.record for one in both.manifest.waivers] == ["visit"]


def test_an_overlay_is_checked(nam: Dataset, tmp_path: Path) -> None:
    (tmp_path / "persons.json").write_text(
        '[{"id": "p", "name": "P", "sources": [{"source": "x"}]}]'
    )
    with pytest.raises(DatasetError, match="'x' is the id of no record"):
        nam.overlay(tmp_path)
    (tmp_path / "persons.json").write_text('[{"id": "p"}]')
    with pytest.raises(DatasetError, match="2 problems"):
        nam.overlay(tmp_path)
