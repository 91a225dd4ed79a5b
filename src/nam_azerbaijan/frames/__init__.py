"""The data in data frames of pandas, Polars or PyArrow, made through narwhals.

`panel` makes rows of states by year, month or meeting, and of pairs of states; `table` makes a
data frame of a collection; `compare` holds a coding of your own against the data.

Needs the extra `frames`, and the engine that is asked for.
"""

from __future__ import annotations

from .compare import compare
from .panel import panel
from .tables import table

__all__ = ["compare", "panel", "table"]
