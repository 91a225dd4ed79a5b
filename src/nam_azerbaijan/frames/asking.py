"""What is asked about the rows of a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from ..compare.period_status import Partial
from ..dataset import Dataset
from .days import line_of
from .engines import AnyFrame, Kind, has_dates
from .grain import Grain
from .laying import Sheet
from .zones import Cutter

__all__ = ["AUTO", "Request"]

AUTO = "auto"
"""The system of codes is to be recognized by the keys."""


@attrs.frozen(kw_only=True)
class Request:
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

    def sheet(self, frame: AnyFrame, day: nw.Expr, dtype: Any, lead: str = "") -> Sheet:
        """How the rows of a frame are laid out whose days are in a column of some type.

        Raises:
            TypeError: days are not known to come in that type.
        """
        limits = {grain: self.cutter.limit(grain) for grain in Grain}
        line = line_of(day, dtype, limits, has_dates=has_dates(frame))
        if line is None:
            raise TypeError(
                f"the column {self.on!r} of days is of type {dtype}; expected dates, times, ISO "
                "text, or numbers such as 2011, 201105 and 20110525"
            )
        to_first = self.cutter.partial in (Partial.FIRST, Partial.ALL)
        return Sheet(line=line, to_first=to_first, lead=lead)

    def keys(self, keys: nw.Expr, dtype: Any) -> tuple[nw.Expr, Kind]:
        """Keys of some type as one of three types, and what they are then.

        Raises:
            TypeError: keys are not known to come in that type.
        """
        if dtype == nw.String:
            return keys, "text"
        if dtype in (nw.Categorical, nw.Enum, nw.Unknown):  # Unknown is what holds nothing.
            return keys.cast(nw.String), "text"
        if dtype == nw.Int64:
            return keys, "int"
        if dtype.is_numeric():
            return keys.cast(nw.Float64), "float"
        raise TypeError(
            f"the column {self.state!r} of keys is of type {dtype}; expected text or numbers"
        )
