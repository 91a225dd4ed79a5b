"""What pages on sources share: how a source is named there, and rows of tables."""

from __future__ import annotations

from nam_azerbaijan import Dataset
from nam_azerbaijan.tables.lines import author_of

__all__ = ["FIVE", "anchor", "named", "row"]

FIVE = {
    "strakes-2015": "Strakes (2015)",
    "gurbanov": "Gurbanov (2020)",
    "azerbaijan-nam-page": "The Azerbaijani government page",
    "mammadov-2020": "Mammadov (2020)",
    "fuller": "Fuller (2011)",
}
"""The documents that the data set starts from, the longest first, by what they are called."""


def named(nam: Dataset, key: str) -> str:
    """What a source is called in a heading: who speaks, and the year."""
    if key in FIVE:
        return FIVE[key]
    source = nam.sources[key]
    return f"{author_of(source)} ({source.published.text[:4] if source.published else 'no date'})"


def anchor(heading: str) -> str:
    """Where a heading is found on its page."""
    kept = "".join(one for one in heading.lower() if one.isalnum() or one in " -_")
    return kept.replace(" ", "-")


def row(*cells: object) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")
