"""The pictures of the pages: drawn from what the data says now."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("matplotlib")

import matplotlib as mpl
from matplotlib import pyplot as plt

from nam_azerbaijan import Dataset

from factory import script

mpl.use("agg")


@pytest.fixture(scope="module")
def pictures(root: Path) -> ModuleType:
    return script(root / "docs" / "pictures.py")


@pytest.fixture(scope="module")
def drawn(pictures: ModuleType) -> dict[str, str]:
    """What each picture would be drawn from now."""
    found = {}
    for name, figure in pictures.figures():
        found[name] = pictures.digest(figure)
        plt.close(figure)
    return found


def test_the_pictures_are_current(pictures: ModuleType, drawn: dict[str, str]) -> None:
    held = json.loads(pictures.DIGESTS.read_text("utf-8"))
    assert held == drawn, "run docs/pictures.py"


def test_there_is_a_file_for_each_and_no_other(pictures: ModuleType, drawn: dict[str, str]) -> None:
    files = {file.name for file in pictures.IMAGES.iterdir() if file.suffix == ".png"}
    assert files == set(drawn)


def test_every_figure_is_on_the_page(pictures: ModuleType) -> None:
    from nam_azerbaijan import plots

    text = pictures.PAGE.read_text("utf-8")
    assert set(re.findall(r"plots\.(\w+)\(nam", text)) == set(plots.__all__)
    for description in re.findall(r"!\[([^]]*)\]", text):
        assert len(description) > 40


def test_another_figure_has_another_digest(pictures: ModuleType, nam: Dataset) -> None:
    from nam_azerbaijan import plots

    one, two, three = (
        pictures.digest(plots.world(nam, on=day).figure)
        for day in ("2012-08-30", "2012-08-30", "2012-08-20")
    )
    assert one == two != three
    plt.close("all")


def test_a_picture_is_written_small(pictures: ModuleType, tmp_path: Path) -> None:
    figure = plt.figure(figsize=(2, 1), facecolor="white")
    figure.add_axes((0.1, 0.1, 0.8, 0.8)).plot([1, 2], color="#0072b2")
    pictures.save(figure, tmp_path / "line.png")
    data = (tmp_path / "line.png").read_bytes()
    assert struct.unpack(">II", data[16:24]) == (400, 200)
    assert b"Software" not in data
    assert b"\xff\xff\xff" in data[:2000]
    assert b"\x00\x72\xb2" in data[:2000]
    plt.close(figure)
