"""CSV files: read back, safe in spreadsheets, the same every time."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import cells, contents, value

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.export import FORMATS, to_csv
from nam_azerbaijan.export.tables import tables_of
from nam_azerbaijan.export.writing import csv_text
from nam_azerbaijan.tables.rows import Heading, Table

from factory import dataset, row, small


@pytest.fixture(scope="module")
def csv_folder(nam: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged data set as CSV."""
    folder = tmp_path_factory.mktemp("csv")
    to_csv(nam, folder)
    return folder


FORMULA = ("=", "+", "-", "@", "\t", "\r")


def test_values_come_back(nam: Dataset, csv_folder: Path) -> None:
    tables = tables_of(nam)
    assert {file.name for file in csv_folder.iterdir()} == {
        "about.json",
        *(f"{one.name}.csv" for one in tables),
    }
    for one in tables:
        header, *rows = cells((csv_folder / f"{one.name}.csv").read_text("utf-8"))
        assert tuple(header) == one.table.names
        back = [
            {
                heading.name: value(cell, heading)
                for heading, cell in zip(one.table.headings, line, strict=True)
            }
            for line in rows
        ]
        assert back == list(one.table.rows), one.name


def test_the_folder_says_what_it_holds(nam: Dataset, csv_folder: Path) -> None:
    said = json.loads((csv_folder / "about.json").read_text("utf-8"))
    assert said["version"] == nam.version
    assert said["as_of"] == str(nam.as_of)
    assert said["licence"] == "CC-BY-4.0"
    assert said["licence_url"].startswith("https://creativecommons.org/")
    assert said["citation"] == nam_azerbaijan.cite(nam, style="text").strip()
    assert "preferred" not in said


def test_a_reading_is_exported_as_it_reads(nam: Dataset, tmp_path: Path) -> None:
    to_csv(nam.prefer("azerbaijan-nam-page"), tmp_path / "made" / "here")
    lines = (tmp_path / "made" / "here" / "memberships.csv").read_text("utf-8").splitlines()
    (line,) = (one for one in lines if one.startswith("azerbaijan-nam-member,"))
    assert ",2011-05-26," in line
    said = json.loads((tmp_path / "made" / "here" / "about.json").read_text("utf-8"))
    assert said["preferred"] == ["azerbaijan-nam-page"]


def test_a_data_set_that_says_nothing_of_itself(tmp_path: Path) -> None:
    files = to_csv(dataset(), tmp_path)
    assert [file.name for file in files][-1] == "about.json"
    assert "licence" not in json.loads(files[-1].read_text("utf-8"))


# Spreadsheets


def test_no_cell_of_the_data_needs_a_guard(csv_folder: Path) -> None:
    for file in csv_folder.glob("*.csv"):
        for line in cells(file.read_text("utf-8")):
            assert not [one for one in line if re.match(r"'*[=+\-@\t\r]", one)], file.name


def test_a_formula_is_written_as_text(tmp_path: Path) -> None:
    rows = small()
    row(rows, "ada")["name"] = '=HYPERLINK("x")'
    to_csv(dataset(rows), tmp_path)
    lines = (tmp_path / "persons.csv").read_text("utf-8").splitlines()
    assert lines[1].startswith("""ada,"'=HYPERLINK(""x"")",""")


KINDS = [Heading("x"), Heading("x", object), Heading("x", many=True), Heading("x", int)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text(), inner, min_size=1),
    max_leaves=4,
)
VALUES = {
    "str": st.text(min_size=1) | st.text("'=+-@\t\r ", min_size=1),
    "object": JSON.filter(lambda one: one != "") | st.sampled_from(["1", "null", "NaN", "[1]"]),
    "many": st.lists(st.text(), min_size=1),
    "int": st.integers(),
}


@given(st.data())
def test_any_value_comes_back_and_no_text_is_a_formula(data: st.DataObject) -> None:
    heading, kind = data.draw(st.sampled_from(list(zip(KINDS, VALUES.values(), strict=True))))
    held: list[Any] = data.draw(st.lists(st.none() | kind))
    # A second column, since a line that is empty otherwise is no row to some readers.
    table = Table((heading, Heading("y")), tuple({"x": one, "y": "y"} for one in held), ())
    _, *rows = cells(csv_text(table))
    assert [value(line[0], heading) for line in rows] == held
    for one, line in zip(held, rows, strict=True):
        if isinstance(one, str):
            assert not line[0].startswith(FORMULA)


# The same bytes

TEXTS = [name for name in FORMATS if name != "parquet"]


def test_text_is_utf_8_with_line_feeds(csv_folder: Path) -> None:
    for name, held in contents(csv_folder).items():
        assert held.decode("utf-8").endswith("\n"), name
        assert b"\r" not in held, name


WRITE = """
import sys
from pathlib import Path
import nam_azerbaijan
from nam_azerbaijan.export import FORMATS
for name in sys.argv[2:]:
    Path(sys.argv[1], name).mkdir()
    FORMATS[name](nam_azerbaijan.load(), Path(sys.argv[1], name, "x"))
"""


def test_the_same_data_gives_the_same_bytes(nam: Dataset, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    there.mkdir()
    for name in TEXTS:
        (here / name).mkdir(parents=True)
        FORMATS[name](nam, here / name / "x")
    other = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    command: list[str | Path] = [sys.executable, "-c", WRITE, there, *TEXTS]
    env = {**os.environ, **other, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(command, check=True, env=env)
    assert contents(here) == contents(there)
    assert len(contents(here)) > 100


@pytest.mark.parametrize("room", ["bibliography", "export"])
def test_nothing_asks_for_the_time(room: str) -> None:
    folder = Path(nam_azerbaijan.__file__).parent / room
    for file in folder.glob("*.py"):
        names = {
            node.attr
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
        }
        assert not names & {"today", "now", "utcnow", "time", "strftime", "getlocale"}, file


def test_files_are_replaced_and_others_left(nam: Dataset, tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("old", encoding="utf-8")
    (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
    to_csv(dataset(), tmp_path)
    assert (tmp_path / "persons.csv").read_text("utf-8").startswith("id,name,")
    assert (tmp_path / "mine.csv").read_text("utf-8") == "mine"
