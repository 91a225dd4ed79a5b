"""Frames that hold their rows, with statuses beside these."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from .asking import AUTO, Request
from .days import as_written, missing
from .engines import each, numbered, numpy_times, widened
from .grain import Grain
from .keys import meanings_of, recognized
from .laying import Sheet, ZoneTable, zone_table

__all__ = ["annotated"]

_LOOSE = (nw.Object, nw.Unknown)  # Types of columns that may hold anything.


def annotated(
    frame: nw.DataFrame[Any], request: Request, *, told: bool
) -> tuple[nw.DataFrame[Any], nw.Series[Any] | None]:
    """A frame with the new columns, and why rows have no answer.

    Only keys and days are joined with the zones, so that all else of the frame stays as it is.

    Args:
        frame: the frame.
        request: what is asked.
        told: whether it is to be told why rows have no answer.

    Returns:
        The frame; and for each row why it has no answer, or `None` where every row has one, or
        lacks a key or a day, or it is not to be told.

    Raises:
        ValueError: the keys leave doubt about their system.
        TypeError: a column is of a type that holds no keys or days.
    """
    keys, days = frame.get_column(request.state), frame.get_column(request.on)
    if days.implementation.is_pandas():
        days = each(days, as_written) if days.dtype in _LOOSE else numpy_times(days)
    if keys.dtype not in _LOOSE:
        request.keys(nw.col("key"), keys.dtype)  # Raises where these are no keys.
    values, distinct = numbered(keys)
    if request.code == AUTO:
        meanings = recognized(request.nam, distinct, request.state)
    else:
        meanings = meanings_of(request.nam, distinct, request.code)
    unknown = len(meanings) < len(distinct)
    if values is not keys:
        meanings = {place: meanings[key] for place, key in enumerate(distinct) if key in meanings}
    key, kind = request.keys(nw.col("key"), values.dtype)
    key = key.cast(nw.String) if kind == "text" else key  # PyArrow has texts of two types.
    sheet = request.sheet(frame, nw.col("day"), days.dtype)
    rows = nw.from_dict({"key": values, "day": days}).select(**sheet.columns(key, None))
    grains = _grains(rows["at"]) if sheet.line.kind == "float" else (Grain.DAY,)
    table = zone_table(meanings, request.cutter, sheet.line, grains, kind)
    no_day = missing(days, days.dtype)
    if told and not unknown and not any(table["its_unknown"].values):
        told = sheet.line.covers(rows["at"]).sum() + no_day.sum() < len(rows)
    if told or "unknown" in request.names:
        rows = rows.with_columns(no_key=missing(keys, keys.dtype), no_day=no_day)
    else:
        table.pop("its_unknown", None)
    made = _laid(rows.with_row_index("row"), sheet, table)
    new = {name: made[column] for column, name in request.names.items()}
    return widened(frame, new), made["unknown"] if told else None


def _laid(rows: nw.DataFrame[Any], sheet: Sheet, table: ZoneTable) -> nw.DataFrame[Any]:
    """The answer for each row, in the order of rows."""
    if rows.implementation.is_polars():  # Which does in one go what it puts off.
        later, given = sheet.lay(rows.lazy(), table, ["row"])
        made = later.select("row", **given).collect()
    else:
        wide, given = sheet.lay(rows, table, ["row"])
        made = wide.select("row", **given)
    return made if made["row"].is_sorted() else made.sort("row")


def _grains(places: nw.Series[Any]) -> tuple[Grain, ...]:
    """The grain in which the days at some places are given; all where it is not one."""
    given = places.drop_nulls()
    if given.is_empty():
        return (Grain.DAY,)
    ends = given.min(), given.max()
    grains = {max(one for one in Grain if one.least <= place) for place in ends}
    return tuple(grains) if len(grains) == 1 else tuple(Grain)
