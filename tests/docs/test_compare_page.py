"""The page on other data sets."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from factory import script


@pytest.fixture
def page(root: Path) -> ModuleType:
    return script(root / "docs" / "compare.py")


def test_the_page_is_current(root: Path, page: ModuleType, reference: Path) -> None:
    written = page.page(reference / "cow_igo_nam.csv", reference / "membership_wikipedia.csv")
    assert (root / "docs" / "compare.md").read_text("utf-8") == written, "run docs/compare.py"


def test_the_page_can_be_written_from_any_column(
    page: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    column_file, years_file = tmp_path / "column.csv", tmp_path / "years.csv"
    column_file.write_text("ccode,year,NAM\n373,2012,1\n31,1990,0\n", encoding="utf-8")
    years_file.write_text("name,status,start,end\nAzerbaijan,member,2010,\n", encoding="utf-8")
    asked = iter([str(column_file), str(years_file)])
    monkeypatch.setattr("builtins.input", lambda prompt: next(asked))
    monkeypatch.setattr(page, "TARGET", tmp_path / "compare.md")
    assert page.main([]) == 0
    text = (tmp_path / "compare.md").read_text("utf-8")
    assert "Azerbaijan" in text
    assert page.main([str(column_file), str(years_file)]) == 0
