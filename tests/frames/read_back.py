"""Data frames of every engine, read back as rows of plain values."""

from __future__ import annotations

import datetime as dt
import importlib.util
from typing import Any

import pytest

_INSTALLED = {
    engine: importlib.util.find_spec(engine) is not None
    for engine in ("pandas", "polars", "pyarrow")
}
ENGINE = next((engine for engine, there in _INSTALLED.items() if there), None)
"""An engine that is installed."""
ENGINES = [
    pytest.param(engine, marks=pytest.mark.skipif(not there, reason=f"{engine} is not installed"))
    for engine, there in _INSTALLED.items()
]


def rows(frame: Any) -> list[dict[str, Any]]:
    """The rows of a data frame; `None` where a value is missing."""
    import narwhals as nw

    held = nw.from_native(frame, eager_only=True)
    gaps = {name: held[name].is_null().to_list() for name in held.columns}
    cells = {
        name: [
            None if gap else plain(value)
            for value, gap in zip(held[name].to_list(), gaps[name], strict=True)
        ]
        for name in held.columns
    }
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


def plain(value: Any) -> Any:
    """A value as Python has it, whatever the engine."""
    if hasattr(value, "tolist") and not isinstance(value, str):
        value = value.tolist()
    if isinstance(value, dt.datetime):
        return value.date()
    return list(value) if isinstance(value, tuple) else value
