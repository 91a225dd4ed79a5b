"""The data in data frames, made and read through narwhals.

`annotate` puts the status of states beside the rows of a frame, on pandas, Polars, PyArrow, DuckDB,
Dask and Spark; `panel` makes rows of states by year, month or meeting, and of pairs of states;
`table` makes a data frame of a collection; `compare` holds a coding of your own against the data.

Needs the extra `frames`, and the engine that is asked for.
"""

from __future__ import annotations

try:
    import narwhals.stable.v2  # noqa: F401
except ImportError:
    raise ImportError(
        "data frames need the package narwhals: pip install 'nam-azerbaijan[frames]'",
        name="narwhals",
    ) from None

from .annotate import annotate
from .compare import compare
from .panel import panel
from .tables import table
from .unmatched import UnmatchedRowsError, UnmatchedRowsWarning

__all__ = [
    "UnmatchedRowsError",
    "UnmatchedRowsWarning",
    "annotate",
    "compare",
    "panel",
    "table",
]
