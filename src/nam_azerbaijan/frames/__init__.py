"""Data frames: the status of states beside the rows of a frame, on any engine.

Needs narwhals, which comes with the extra `frames`.
"""

from __future__ import annotations

try:
    import narwhals.stable.v2  # noqa: F401
except ImportError:
    raise ImportError('data frames need narwhals: pip install "nam-azerbaijan[frames]"') from None

from .annotate import annotate
from .unmatched import UnmatchedRowsError, UnmatchedRowsWarning

__all__ = ["UnmatchedRowsError", "UnmatchedRowsWarning", "annotate"]
