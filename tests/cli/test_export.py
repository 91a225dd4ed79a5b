"""The command that exports."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import run

from nam_azerbaijan.cli.parser import EXPORTS
from nam_azerbaijan.export import FORMATS

from factory import small, write

FOLDERS = ("csv", "parquet", "datapackage", "schema")


def test_every_format_is_offered() -> None:
    assert tuple(FORMATS) == EXPORTS


@pytest.mark.parametrize("form", [one for one in EXPORTS if one != "parquet"])
def test_formats_are_written(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    data = str(write(tmp_path / "in", small()))
    status, out, err = run(capsys, "export", "--format", form, str(target), "--data", data)
    assert (status, err) == (0, "")
    assert target.is_dir() is (form in FOLDERS)
    head, *lines = out.splitlines()
    assert head.split() == ["file", "bytes"]
    for line in lines:
        name, size = line.split()
        assert Path(name).stat().st_size == int(size)
    if form != "schema":
        held = (tmp_path / "out").rglob("*") if target.is_dir() else [target]
        text = "".join(file.read_text("utf-8") for file in held)
        assert "azerbaijan-nam-member" not in text  # What is exported is the other data set.


def test_a_reading_is_exported(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "groups.csv"
    argv = ["export", "--format", "groups", str(target), "--prefer", "azerbaijan-nam-page"]
    assert run(capsys, *argv)[0] == 0
    assert ",AZE,Azerbaijan,2011-05-26," in target.read_text("utf-8")


def test_what_is_missing_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, out, err = run(capsys, "export", "--format", "parquet", str(tmp_path))
    assert (status, out) == (2, "")
    assert "nam-azerbaijan[parquet]" in err


def test_what_cannot_be_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "no" / "x.ics"
    status, out, err = run(capsys, "export", "--format", "ical", str(target))
    assert (status, out) == (1, "")
    assert err == f"nam-azerbaijan: cannot write {target}: No such file or directory\n"


def test_a_format_has_to_be_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "export", str(tmp_path))[0] == 2
    assert run(capsys, "export", "--format", "xlsx", str(tmp_path))[0] == 2
