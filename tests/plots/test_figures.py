"""What holds of every figure: the Axes, text in its place, the same whatever the settings."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import Any

import pytest

pytest.importorskip("matplotlib")

import matplotlib as mpl
from drawing import DRAWN, FIGURES, ONE_EACH, figure_of, overlaps, render, texts
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from nam_azerbaijan import Dataset, plots

from factory import dataset

every = pytest.mark.parametrize("name", FIGURES)
one_each = pytest.mark.parametrize("name", ONE_EACH)


@pytest.fixture(autouse=True)
def closed() -> Any:
    """Close the figures that a test made."""
    yield
    plt.close("all")


def test_every_function_that_is_offered_is_tried() -> None:
    tried = {name for name, *_ in DRAWN}
    assert tried == set(plots.__all__)


@one_each
def test_it_returns_the_axes_that_it_is_given(nam: Dataset, name: str) -> None:
    figure, (first, second) = plt.subplots(2)
    before = len(figure.axes)
    assert FIGURES[name][0](nam, second) is second
    assert len(figure.axes) == before
    assert first.get_title(loc="left") == ""
    assert second.get_title(loc="left") != ""


@every
def test_text_has_room_on_a_page(nam: Dataset, name: str) -> None:
    ax = FIGURES[name][0](nam, None)
    assert isinstance(ax, Axes)
    assert figure_of(ax).get_figwidth() == 6.5
    in_place(ax)


@pytest.mark.parametrize("name", [name for name, (_, height) in FIGURES.items() if height])
def test_text_has_room_on_a_phone(nam: Dataset, name: str) -> None:
    draw, height = FIGURES[name]
    _, ax = plt.subplots(figsize=(3.2, height), layout="constrained")
    in_place(draw(nam, ax))


def in_place(ax: Axes) -> None:
    """No text leaves the figure, and none lies on other text."""
    renderer = render(ax)
    whole = ax.figure.bbox
    for text in texts(ax):
        box = text.get_window_extent(renderer)
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= whole.x1 + 1 and box.y1 <= whole.y1 + 1
        assert inside, (text.get_text(), box, whole)
        assert float(text.get_fontsize()) >= 7
    assert overlaps(ax, renderer) == []


@one_each
def test_it_looks_the_same_whatever_the_settings(nam: Dataset, name: str) -> None:
    draw = FIGURES[name][0]
    plain = picture(draw(nam, None))
    odd: dict[Any, Any] = {
        "axes.grid": True, "axes.facecolor": "black", "axes.edgecolor": "red",
        "axes.labelsize": 30, "axes.titlesize": 30, "axes.titlecolor": "red",
        "axes.formatter.use_locale": True, "axes.spines.top": True, "axes.titlelocation": "right",
        "hatch.color": "red", "hatch.linewidth": 7, "lines.linewidth": 9, "lines.marker": "x",
        "legend.frameon": True, "legend.fontsize": 30, "patch.linewidth": 7,
        "patch.force_edgecolor": True, "scatter.edgecolors": "red", "xtick.direction": "in",
        "xtick.labelsize": 30, "xtick.minor.visible": True, "ytick.right": True,
        "figure.facecolor": "red", "timezone": "Asia/Baku",
    }  # fmt: skip
    with mpl.rc_context(odd):
        ax = draw(nam, None)
        assert mpl.rcParams["axes.grid"]
    assert picture(ax) == plain


def picture(ax: Axes) -> bytes:
    file = io.BytesIO()
    figure_of(ax).savefig(file, format="png", dpi=50, metadata={"Software": None})
    return file.getvalue()


@pytest.mark.parametrize("name", ["members", "world", "vote", "words"])
def test_it_has_a_white_ground(nam: Dataset, name: str) -> None:
    ax = FIGURES[name][0](nam, None)
    assert figure_of(ax).get_facecolor() == (1, 1, 1, 1)
    assert ax.get_facecolor() == (1, 1, 1, 1)


@one_each
def test_what_is_no_axes_is_refused(nam: Dataset, name: str) -> None:
    with pytest.raises(TypeError, match="expected a matplotlib Axes as ax, got 'here'"):
        FIGURES[name][0](nam, "here")  # type: ignore[arg-type]


def test_a_small_data_set_can_be_drawn() -> None:
    small = dataset()
    for draw in (plots.members_over_time, plots.world, plots.chairs):
        assert isinstance(draw(small), Axes)
    assert isinstance(plots.state_history(small, "Arcadia"), Axes)
    assert isinstance(plots.attendance(small, "Borduria"), Axes)
    assert isinstance(plots.wording(small, "peace"), Axes)
    assert isinstance(plots.votes_by_group(small, "NAC/RES/7"), Axes)
    assert isinstance(plots.dispute_sides(small, "dispute-visit-until"), Axes)


def test_the_library_imports_no_matplotlib() -> None:
    code = (
        "import sys, nam_azerbaijan as n; n.load().members(); n.checks, n.compare;"
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_matplotlib_the_extra_is_named() -> None:
    code = """
import sys
sys.modules["matplotlib"] = None
from nam_azerbaijan import plots
for name in plots.__all__:
    try:
        getattr(plots, name)
    except ImportError as error:
        assert error.name == "matplotlib" and "nam-azerbaijan[plots]" in str(error)
    else:
        raise AssertionError(name)
assert not hasattr(plots, "pie")
try:
    from nam_azerbaijan.plots import world
except ImportError as error:
    assert "nam-azerbaijan[plots]" in str(error)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
