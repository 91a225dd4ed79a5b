"""Figures, drawn by matplotlib from what the queries of the library answer.

Each function takes the data and, with `ax=`, an Axes to draw on, and returns the Axes; without one
it makes a figure of its own, as wide as a printed page (6.5 inches), which `ax.figure.savefig`
writes. On a narrow Axes, as for a column or a phone (about 3.2 inches), labels and legends take
more lines, so that it should be higher. Figures are made for white ground and look the same
whatever the settings of matplotlib, but for the fonts. Colours can be told apart without colour
vision, and whatever a colour says is said by a hatch, a mark or words, too. The same data gives the
same figure on every machine with the same version of matplotlib.

Needs the extra `plots`; `nam_azerbaijan.plots.shapes`, the shapes of the countries, does without.
"""

from __future__ import annotations

__all__ = [
    "attendance",
    "chairs",
    "dispute_sides",
    "members_over_time",
    "state_history",
    "votes_by_group",
    "wording",
    "world",
]

try:
    import matplotlib as mpl
except ImportError:
    # The shapes are to be had all the same, so that only who wants a figure learns what is missing.
    def __getattr__(name: str) -> object:
        if name in __all__:
            raise ImportError(
                "figures need the package matplotlib: pip install 'nam-azerbaijan[plots]'",
                name="matplotlib",
            )
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
else:
    from .attendance_table import attendance
    from .chair_terms import chairs
    from .over_time import members_over_time
    from .paragraphs import wording
    from .sides import dispute_sides
    from .state_in_time import state_history
    from .vote_bars import votes_by_group
    from .world_map import world

    del mpl
