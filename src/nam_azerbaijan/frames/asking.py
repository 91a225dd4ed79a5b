"""What is asked about a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..dataset import Dataset
from .grain import Grain
from .zones import Cutter

__all__ = ["Asked"]


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked about the rows of a frame.

    Attributes:
        nam: the data set.
        cutter: cuts time into zones, with what is to be known of each.
        names: the names of the new columns, by what they hold.
        state: the column of keys.
        on: the column of days.
        code: the system of the keys; `None` for names, `auto` for the one that they come from.
    """

    nam: Dataset
    cutter: Cutter
    names: Mapping[str, str]
    state: Any
    on: Any
    code: str | None

    @property
    def limits(self) -> dict[Grain, int]:
        """The first tick of each grain that is not covered."""
        return {grain: self.cutter.limit(grain) for grain in Grain}

    @property
    def to_first(self) -> bool:
        """Whether days of a month or year are counted to its first day; else to its last."""
        return self.cutter.partial in ("first", "all")
