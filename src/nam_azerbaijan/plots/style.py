"""What the figures share: colours, hatches and sizes, an Axes to draw on, and an axis of days.

Nothing but the fonts comes from the settings of the user, so that a figure looks the same anywhere.
Colours are those of Okabe and Ito, which people tell apart whatever their sight; each comes with a
hatch, a marker or words, so that a figure is read in black and white, too.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, ParamSpec

import matplotlib as mpl
from matplotlib import dates
from matplotlib import pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.textpath import text_to_path
from matplotlib.transforms import BboxBase, ScaledTranslation

__all__ = [
    "BLACK",
    "BLUE",
    "DARK",
    "GREEN",
    "GREY",
    "ORANGE",
    "PALE",
    "PURPLE",
    "SKY",
    "SMALL_TEXT",
    "TEXT",
    "TITLE",
    "VERMILION",
    "WHITE",
    "WIDTH",
    "YELLOW",
    "Mark",
    "Surface",
    "axes_for",
    "bar",
    "below",
    "day_axis",
    "day_place",
    "height_of",
    "legend_below",
    "own_style",
    "point",
    "shortened",
    "text_width",
    "titled",
    "width_of",
    "words",
    "wrapped",
]

BLACK, WHITE = "#000000", "#ffffff"
ORANGE, SKY, GREEN, YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
BLUE, VERMILION, PURPLE = "#0072b2", "#d55e00", "#cc79a7"
DARK, GREY, PALE = "#333333", "#8c8c8c", "#e6e6e6"

TITLE, TEXT, SMALL_TEXT = 10.0, 8.0, 7.0
"""Sizes of text in points."""

WIDTH = 6.5
"""How wide, in inches, a figure is that is made for a caller who gives no Axes: a printed page."""

# What of the settings would change a figure that does not say it.
_SET = ("axes.", "lines.", "patch.", "hatch.", "legend.", "xtick.", "ytick.", "grid.", "scatter.")
_DATES: Any = dates  # It has no types.
_HINTED = 1.05  # What letters may gain in width when they are fitted to the pixels of a screen.
_NARROW = 4.5  # In inches; what is narrower has a smaller title.

P = ParamSpec("P")


class Surface(NamedTuple):
    """How an area is filled.

    Attributes:
        colour: of the ground.
        hatch: the pattern on it, empty for none.
        ink: the colour of the pattern and the edge.
    """

    colour: str
    hatch: str = ""
    ink: str = WHITE


class Mark(NamedTuple):
    """How a point is drawn.

    Attributes:
        marker: its form.
        colour: of its edge, and of its inside where it is filled.
        filled: whether it is.
    """

    marker: str
    colour: str
    filled: bool = True


def own_style(draw: Callable[P, Axes]) -> Callable[P, Axes]:
    """A drawing function that runs with the settings of matplotlib itself, but for the fonts."""

    @functools.wraps(draw)
    def drawn(*args: P.args, **options: P.kwargs) -> Axes:
        own: dict[Any, Any] = {
            key: value for key, value in mpl.rcParamsDefault.items() if key.startswith(_SET)
        }
        with mpl.rc_context(own):
            return draw(*args, **options)

    return drawn


def axes_for(ax: Axes | None, height: float, *, width: float = WIDTH, frame: str = "") -> Axes:
    """The Axes to draw on: the one that is given, or that of a new white figure.

    Args:
        ax: an Axes, or `None`.
        height: of a new figure, in inches.
        width: of a new figure, in inches.
        frame: which sides have a line and ticks: some of `left` and `bottom`.

    Raises:
        TypeError: `ax` is no Axes.
    """
    if ax is None:
        room = ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.08)
        _, ax = plt.subplots(figsize=(width, height), layout=room, facecolor=WHITE)
    elif not isinstance(ax, Axes):
        raise TypeError(f"expected a matplotlib Axes as ax, got {ax!r}")
    ax.set_facecolor(WHITE)
    ax.grid(visible=False)
    for side, spine in ax.spines.items():
        spine.set(visible=side in frame, color=GREY, linewidth=0.8)
    ax.tick_params(
        which="both", direction="out", color=GREY, labelcolor=DARK, labelsize=TEXT, length=3,
        width=0.8, left="left" in frame, labelleft="left" in frame, bottom="bottom" in frame,
        labelbottom="bottom" in frame, right=False, top=False, labelright=False, labeltop=False,
    )  # fmt: skip
    ax.minorticks_off()
    return ax


def width_of(ax: Axes) -> float:
    """About how wide an Axes and what stands beside it may be, in inches."""
    return float(_room(ax).width) / ax.figure.dpi


def height_of(ax: Axes) -> float:
    """About how high an Axes and what stands under it may be, in inches."""
    return float(_room(ax).height) / ax.figure.dpi


def _room(ax: Axes) -> BboxBase:
    """Where an Axes is: all of a figure that it has for itself and that makes room for labels."""
    alone = len(ax.figure.axes) == 1 and ax.figure.get_layout_engine() is not None
    return ax.figure.bbox if alone else ax.get_window_extent()


def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """How wide a line of text is, in inches, in the font of the user."""
    weight = "bold" if bold else "normal"
    return _width(text, size, weight, tuple(mpl.rcParams["font.family"]))


@functools.lru_cache(maxsize=4096)
def _width(text: str, size: float, weight: str, family: tuple[str, ...]) -> float:
    font = FontProperties(family=list(family), size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) / 72 * _HINTED


def wrapped(text: str, inches: float, size: float = TEXT, *, bold: bool = False) -> str:
    """Text in lines of a width at most, broken between words, and long words within them."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for piece in _pieces(paragraph, inches, size, bold=bold):
            if line and text_width((line + piece).rstrip(), size, bold=bold) > inches:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return "\n".join(lines)


def _pieces(text: str, inches: float, size: float, *, bold: bool) -> Iterator[str]:
    """What a line is broken between: words, and the parts of those that are wider than a line."""
    for word in re.findall(r"\S+\s*", text):
        if text_width(word.rstrip(), size, bold=bold) > inches:
            yield from re.findall(r"[^-/_]*[-/_]+|[^-/_]+", word)
        else:
            yield word


def shortened(text: str, inches: float, size: float = TEXT) -> str:
    """Text that is cut, with dots at its end, where it is wider than that."""
    if text_width(text, size) <= inches:
        return text
    while text and text_width(f"{text.rstrip()}…", size) > inches:
        text = text[:-1]
    return f"{text.rstrip()}…"


def titled(ax: Axes, text: str, *, margin: float = 0) -> None:
    """Write a title above the left end of an Axes, in as many lines as it takes.

    Args:
        ax: the Axes.
        text: the title.
        margin: about how wide, in inches, the labels are that stand left of the Axes.
    """
    size = TITLE if width_of(ax) > _NARROW else TITLE - 1
    ax.set_title(
        wrapped(text, width_of(ax) - margin - 0.1, size, bold=True), loc="left",
        fontsize=size, fontweight="bold", color=BLACK, pad=7,
    )  # fmt: skip


def words(slug: str) -> str:
    """A value of the data, such as `bureau-ministerial`, as words."""
    return slug.replace("-", " ").replace("_", " ")


def bar(surface: Surface, label: str) -> Patch:
    """A legend's sample of a surface."""
    colour, hatch, ink = surface
    edge = GREY if ink == WHITE and not hatch else ink
    line = 0 if edge == WHITE else 0.5
    return Patch(facecolor=colour, hatch=hatch, edgecolor=edge, linewidth=line, label=label)


def point(mark: Mark, label: str) -> Line2D:
    """A legend's sample of a mark."""
    inside = mark.colour if mark.filled else WHITE
    return Line2D(
        [], [], linestyle="none", marker=mark.marker, markersize=6, markeredgewidth=1.2,
        markeredgecolor=mark.colour, markerfacecolor=inside, label=label,
    )  # fmt: skip


def legend_below(
    ax: Axes, handles: Iterable[Artist], *, gap: float = 22, inches: float | None = None
) -> float:
    """A legend under an Axes, in as many columns as there is room for.

    It takes no part in the layout of the figure, which would make room for its width beside the
    Axes: `below` keeps the room for its height.

    Args:
        ax: the Axes.
        handles: samples with their labels.
        gap: the distance from the Axes in points: the labels of its axis stand there.
        inches: how wide it may be; as wide as the Axes unless said.

    Returns:
        Its height in points.
    """
    held = list(handles)
    longest = max((text_width(str(one.get_label())) for one in held), default=0)
    column = longest + 3.8 * TEXT / 72
    room = width_of(ax) * 0.98 if inches is None else inches
    columns = max(1, min(len(held), int(room / column)))
    rows = -(-len(held) // columns)
    legend = ax.legend(
        handles=held, loc="upper center", bbox_to_anchor=(0.5, 0),
        bbox_transform=ax.transAxes + ScaledTranslation(0, -gap / 72, ax.figure.dpi_scale_trans),
        ncols=-(-len(held) // rows), fontsize=TEXT, labelcolor=DARK, frameon=False,
        borderaxespad=0, borderpad=0.2, columnspacing=1.2, handlelength=1.8, handletextpad=0.6,
        labelspacing=0.45,
    )  # fmt: skip
    legend.set_in_layout(False)
    return float(legend.get_window_extent().height) / ax.figure.dpi * 72


def below(ax: Axes, text: str, pad: float, *, inches: float | None = None) -> None:
    """Write lines under an Axes, and under a legend where there is one.

    Args:
        ax: the Axes.
        text: the lines, which may be none.
        pad: the distance in points from the Axes and the labels of its axis.
        inches: how wide the lines may be; as wide as the Axes unless said.
    """
    room = width_of(ax) * 0.98 if inches is None else inches
    ax.set_xlabel(
        wrapped(text, room, SMALL_TEXT) or " ", fontsize=SMALL_TEXT, color=DARK, labelpad=pad,
        linespacing=1.3, loc="left",
    )  # fmt: skip


def day_place(day: dt.date) -> float:
    """The place of a day on an axis of days."""
    return float(_DATES.date2num(day))


def day_axis(ax: Axes, first: dt.date, last: dt.date, *, inches: float | None = None) -> None:
    """Make the horizontal axis one of days, written in figures.

    Args:
        ax: the Axes.
        first: the day at the left end.
        last: the day at the right end.
        inches: how wide the axis is about; as wide as the Axes unless said.
    """
    room = width_of(ax) if inches is None else inches
    days = (last - first).days
    locator, form = next(
        (locator, form)
        for length, inches_each, form, locator in _ticks()
        if days * inches_each <= room * length
    )
    ax.set_xlim(day_place(first), day_place(last))
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(_DATES.DateFormatter(form, tz=dt.UTC))


def _ticks() -> Iterator[tuple[float, float, str, Any]]:
    """The ticks that an axis of days may have, the closest first.

    Of each the days from one to the next, the room in inches that one needs, how days are written
    (in figures only, which are the same in every locale), and the locator.
    """
    for step in (1, 2, 5, 10, 20):
        yield step, 0.85, "%Y-%m-%d", _DATES.DayLocator(interval=step, tz=dt.UTC)
    for step in (1, 2, 3, 6):
        months = tuple(range(1, 13, step))
        yield 30 * step, 0.65, "%Y-%m", _DATES.MonthLocator(bymonth=months, tz=dt.UTC)
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500):
        yield 365 * step, 0.45, "%Y", _DATES.YearLocator(step, tz=dt.UTC)
    yield 0, 0, "%Y", _DATES.YearLocator(1000, tz=dt.UTC)
