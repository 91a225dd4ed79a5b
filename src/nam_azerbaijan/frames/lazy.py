"""Lazy frames with statuses beside their rows: nothing is computed."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from .asking import AUTO, Request
from .days import missing
from .engines import finished, plainly_named
from .grain import Grain
from .keys import known_keys, meanings_of
from .laying import zone_table

__all__ = ["annotated_later"]


def annotated_later(frame: nw.LazyFrame[Any], request: Request) -> nw.LazyFrame[Any]:
    """A lazy frame with the new columns.

    Raises:
        ValueError: the system of the keys was to be recognized.
        TypeError: a column is of a type that holds no keys or days.
    """
    if request.code == AUTO:
        raise ValueError("the keys of a lazy frame are not looked at: say their system by code=")
    names = frame.collect_schema().names()
    frame = plainly_named(frame)
    schema = frame.collect_schema()
    state, on = (schema.names()[names.index(column)] for column in (request.state, request.on))
    lead = "nam_"
    while any(name.casefold().startswith(lead) for name in schema.names()):
        lead += "_"
    types = schema[state], schema[on]
    columns = nw.col(state), nw.col(on)
    key, kind = request.keys(columns[0], types[0])
    sheet = request.sheet(frame, columns[1], types[1], lead)
    gaps = missing(columns[0], types[0]), missing(columns[1], types[1])
    needed = sheet.columns(key, gaps if "unknown" in request.names else None)
    grains = tuple(Grain) if sheet.line.kind == "float" else (Grain.DAY,)
    keys = known_keys(request.nam, request.code, text=kind == "text")
    meanings = meanings_of(request.nam, keys, request.code)
    table = zone_table(meanings, request.cutter, sheet.line, grains, kind)
    wide, given = sheet.lay(frame.with_columns(**needed), table, schema.names())
    new = [given[column].alias(name) for column, name in request.names.items()]
    return finished(wide.select(*schema.names(), *new), names, request.names)
