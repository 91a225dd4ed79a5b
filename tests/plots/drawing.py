"""What the tests of the figures share: which figures there are, and what is drawn in an Axes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.importorskip("matplotlib")

import matplotlib as mpl
import numpy as np

mpl.use("agg")

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from nam_azerbaijan import Dataset, plots

Draw = Callable[[Dataset, Axes | None], Axes]


DRAWN: list[tuple[str, Any]] = []
"""The names of the functions that are tried, and with what."""


def drawn(name: str, *args: Any, **options: Any) -> Draw:
    DRAWN.append((name, (args, options)))
    return lambda nam, ax: getattr(plots, name)(nam, *args, ax=ax, **options)


# Of each figure some that are asked for, and how high it has to be on a phone, if it fits there.
FIGURES: dict[str, tuple[Draw, float | None]] = {
    "members": (drawn("members_over_time"), 3.0),
    "members 1990s": (drawn("members_over_time", since=1990, until=1999), 3.0),
    "world": (drawn("world"), 3.9),
    "world 1961": (drawn("world", on="1961-09-03"), 3.9),
    "world 1985": (drawn("world", on="1985-06-01"), 3.9),
    "world 2000": (drawn("world", on=2000), 3.9),
    "chairs": (drawn("chairs"), 5.2),
    "chairs planned": (drawn("chairs", planned=True), 5.4),
    "Azerbaijan": (drawn("state_history", "AZE"), 3.6),
    "Argentina": (drawn("state_history", "Argentina"), 3.2),
    "Serbia": (drawn("state_history", "Serbia"), 2.8),
    "Austria": (drawn("state_history", "Austria"), 3.0),
    "Armenia": (drawn("state_history", "Armenia"), 3.2),
    "attendance": (drawn("attendance"), 6.2),
    "attendance Armenia": (drawn("attendance", "Armenia"), 3.0),
    "attendance all": (drawn("attendance", kinds=None), None),
    "wording": (drawn("wording"), 5.6),
    "wording all": (drawn("wording", kinds=None), None),
    "vote": (drawn("votes_by_group", "A/RES/62/243"), 4.0),
    "vote by region": (drawn("votes_by_group", "A/RES/62/243", by="region"), 4.6),
    "days": (drawn("dispute_sides", "dispute-azerbaijan-nam-member-start"), 6.0),
    "numbers": (drawn("dispute_sides", "dispute-summit-baku-2019-figures-participants"), None),
    "words": (drawn("dispute_sides", "dispute-votes-of-members-on-62-243"), 5.0),
    "statements": (drawn("dispute_sides", "dispute-why-azerbaijan-joined"), 7.0),
}


ONE_EACH = (
    "members", "world 1985", "chairs planned", "Azerbaijan", "attendance", "wording", "vote",
    "days", "words",
)  # fmt: skip
"""At least one of each function."""


def figure_of(ax: Axes) -> Figure:
    """The figure of an Axes that is in no part of one."""
    assert isinstance(ax.figure, Figure)
    return ax.figure


def render(ax: Axes) -> Any:
    """Lay a figure out and draw it; what draws it."""
    canvas: Any = FigureCanvasAgg(figure_of(ax))
    canvas.draw()
    return canvas.get_renderer()


def texts(ax: Axes) -> Iterator[Text]:
    """The visible text of an Axes, its legend's too."""
    for artist in ax.findobj(Text):
        assert isinstance(artist, Text)
        if artist.get_visible() and artist.get_text().strip() and shown(artist, ax):
            yield artist


def shown(text: Text, ax: Axes) -> bool:
    """Whether a text is not the label of a tick that is out of sight."""
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
            if text in (tick.label1, tick.label2):
                return bool(low <= tick.get_loc() <= high)
    return True


def overlaps(ax: Axes, renderer: Any) -> list[tuple[str, str]]:
    """Pairs of text that lie on one another."""
    boxes = [(one.get_text(), one.get_window_extent(renderer)) for one in texts(ax)]
    return [
        (one, two)
        for (one, here), (two, there) in itertools.combinations(boxes, 2)
        if overlap(here, there) > 1
    ]


def overlap(one: Bbox, two: Bbox) -> float:
    """How many pixels two boxes share in the direction in which they share fewer."""
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    return float(min(across, min(one.y1, two.y1) - max(one.y0, two.y0)))


def xs(line: Line2D) -> tuple[float, ...]:
    """Where the points of a line are along the horizontal axis."""
    return tuple(np.asarray(line.get_xdata(), dtype=float).tolist())


def ys(line: Line2D) -> tuple[float, ...]:
    """Where the points of a line are along the vertical axis."""
    return tuple(np.asarray(line.get_ydata(), dtype=float).tolist())


def bars(ax: Axes) -> list[Rectangle]:
    """The bars and cells of an Axes."""
    return [one for one in ax.patches if isinstance(one, Rectangle)]
