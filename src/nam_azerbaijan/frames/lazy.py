"""Lazy frames with statuses beside their rows: nothing is computed."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from .asking import Asked
from .days import line_of, missing_in
from .engines import Kind, has_dates
from .grain import Grain
from .keys import known_keys, meanings_of
from .zone_table import lay, zone_table

__all__ = ["annotated_later"]


def annotated_later(frame: nw.LazyFrame[Any], asked: Asked) -> nw.LazyFrame[Any]:
    """A lazy frame with the new columns.

    Raises:
        ValueError: the system of the keys was to be recognized.
        TypeError: a column is of a type that holds no keys or days.
    """
    if asked.code == "auto":
        raise ValueError("the keys of a lazy frame are not looked at: say their system by code=")
    schema = frame.collect_schema()
    inner = "nam_"
    while any(str(name).casefold().startswith(inner) for name in schema.names()):
        inner += "_"
    key, kind = as_key_column(asked.state, schema[asked.state])
    line = line_of(asked.on, schema[asked.on], asked.limits, has_dates=has_dates(frame))
    grains = tuple(Grain) if line.kind == "float" else (Grain.DAY,)
    keys = known_keys(asked.nam, asked.code, text=kind == "text")
    table = zone_table(meanings_of(asked.nam, keys, asked.code), asked.cutter, line, grains, kind)
    wide, given = lay(
        frame.with_columns(key.alias(f"{inner}of_row"), line.place.alias(f"{inner}at")),
        table,
        line,
        key=f"{inner}of_row",
        place=f"{inner}at",
        no_key=missing_in(asked.state, schema[asked.state]),
        no_day=missing_in(asked.on, schema[asked.on]),
        to_first=asked.to_first,
        inner=inner,
    )
    new = [given[column].alias(name) for column, name in asked.names.items()]
    return wide.select(*schema.names(), *new)


def as_key_column(column: str, dtype: Any) -> tuple[nw.Expr, Kind]:
    """A column of keys as one of three types, and which one it is.

    Raises:
        TypeError: no keys come in its type.
    """
    held = nw.col(column)
    if dtype == nw.String:
        return held, "text"
    if dtype in (nw.Categorical, nw.Enum):
        return held.cast(nw.String), "text"
    if dtype.is_integer():
        return held.cast(nw.Int64), "int"
    if dtype.is_numeric():
        return held.cast(nw.Float64), "float"
    raise TypeError(
        f"the column {column!r} of keys is of type {dtype}; expected text or numbers"
    )
