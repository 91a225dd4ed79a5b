"""What pages say of versions is so."""

from __future__ import annotations

from pathlib import Path

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_a_page_says_the_versions_of_code_and_data(page: str, nam: Dataset) -> None:
    text = " ".join((ROOT / page).read_text("utf-8").split())
    said = f"Code {nam_azerbaijan.__version__}, data {nam.version}, which knows the world up to "
    assert said + str(nam.as_of) in text


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_a_page_says_how_to_cite(page: str, nam: Dataset) -> None:
    text = (ROOT / page).read_text("utf-8").replace("\n> ", " ")
    assert nam_azerbaijan.cite(nam, style="text").strip() in text
