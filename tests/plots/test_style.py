"""What the figures share: text that fits, ticks in figures, an Axes made ready."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from drawing import render
from matplotlib import pyplot as plt
from matplotlib.figure import SubFigure

from nam_azerbaijan.plots.style import (
    TEXT,
    axes_for,
    day_axis,
    height_of,
    shortened,
    text_width,
    width_of,
    wrapped,
)

WORDS = st.lists(st.text("abcdefgi -/_", min_size=1, max_size=20), max_size=12).map(" ".join)


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    plt.close("all")


@given(WORDS, st.floats(1.5, 6))
@settings(deadline=None)
def test_wrapped_text_keeps_its_letters_and_its_width(text: str, inches: float) -> None:
    lines = wrapped(text, inches).splitlines()
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line) <= inches or not any(mark in line for mark in " -/_")


def test_text_is_broken_between_words_first() -> None:
    assert wrapped("Non-Aligned Movement", 1.0) == "Non-Aligned\nMovement"
    assert wrapped("chair-azerbaijan-2019", 0.8) == "chair-\nazerbaijan-\n2019"
    assert wrapped("one\n\ntwo", 3) == "one\n\ntwo"
    assert wrapped("", 3) == ""


def test_bold_and_large_text_is_wider() -> None:
    assert text_width("member", bold=True) > text_width("member")
    assert text_width("member", TEXT * 2) == pytest.approx(2 * text_width("member"), rel=0.05)


def test_long_text_is_cut() -> None:
    assert shortened("brief", 1) == "brief"
    cut = shortened("a title that goes on and on", 1)
    assert cut.endswith("…")
    assert text_width(cut) <= 1


@pytest.mark.parametrize(
    ("first", "last", "inches", "form"),
    [
        (dt.date(1961, 9, 1), dt.date(2025, 12, 31), 5, "%Y"),
        (dt.date(1961, 9, 1), dt.date(2025, 12, 31), 1.2, "%Y"),
        (dt.date(1994, 1, 1), dt.date(2025, 12, 31), 3, "%Y"),
        (dt.date(2011, 1, 1), dt.date(2012, 1, 31), 3, "%Y-%m"),
        (dt.date(2011, 5, 1), dt.date(2011, 6, 10), 3, "%Y-%m-%d"),
        (dt.date(2011, 5, 20), dt.date(2011, 5, 28), 4, "%Y-%m-%d"),
        (dt.date(1000, 1, 1), dt.date(2000, 1, 1), 2, "%Y"),
    ],
)
def test_ticks_are_days_in_figures_that_have_room(
    first: dt.date, last: dt.date, inches: float, form: str
) -> None:
    _, ax = plt.subplots(figsize=(inches, 1))
    day_axis(axes_for(ax, 1, frame="bottom"), first, last, inches=inches)
    render(ax)
    low, high = ax.get_xlim()
    ticks = [tick for tick in ax.xaxis.get_major_ticks() if low <= tick.get_loc() <= high]
    labels = [tick.label1.get_text() for tick in ticks]
    assert 1 <= len(labels) <= max(2, inches / 0.4)
    assert len(set(labels)) == len(labels)
    assert all(dt.datetime.strptime(label.zfill(4), form) for label in labels)  # noqa: DTZ007


def test_the_room_of_an_axes() -> None:
    made = axes_for(None, 3)
    assert (width_of(made), height_of(made)) == (6.5, 3)
    _, (left, _) = plt.subplots(1, 2, figsize=(6, 3))
    assert width_of(left) < 3
    part = plt.figure(figsize=(6, 3), layout="constrained").subfigures()
    assert isinstance(part, SubFigure)
    assert width_of(part.subplots()) == 6
