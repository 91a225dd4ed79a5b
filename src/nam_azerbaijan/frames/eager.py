"""Frames that hold their rows, with statuses beside these."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw

from ..lookup.state_names import as_key
from .asking import Asked
from .days import as_written, line_of, missing_in
from .engines import has_dates
from .grain import Grain
from .keys import meanings_of, recognized
from .lazy import as_key_column
from .zone_table import lay, zone_table

__all__ = ["annotated"]

_LOOSE = (nw.Object, nw.Unknown)
"""Types of columns that may hold anything."""


def annotated(
    frame: nw.DataFrame[Any], asked: Asked
) -> tuple[nw.DataFrame[Any], nw.Series[Any] | None]:
    """A frame with the new columns; beside it why rows have no answer, where that is asked.

    Only keys and days are joined with the zones, so that all else of the frame stays as it is.

    Raises:
        ValueError: the keys leave doubt about their system.
        TypeError: a column is of a type that holds no keys or days.
    """
    keys, days = _keys(frame, asked.state), _days(frame, asked.on)
    narrow = keys.alias("key").to_frame().with_columns(days.alias("day")).with_row_index("row")
    key, kind = as_key_column("key", keys.dtype)
    line = line_of("day", days.dtype, asked.limits, has_dates=has_dates(frame))
    no_key, no_day = missing_in("key", keys.dtype), missing_in("day", days.dtype)
    gaps = {"no_key": no_key, "no_day": no_day} if "unknown" in asked.cutter.columns else {}
    narrow = narrow.select("row", key, line.place.alias("place"), **gaps)
    distinct = [one for one in narrow["key"].drop_nulls().unique().to_list() if one == one]
    if asked.code == "auto":
        meanings = recognized(asked.nam, distinct, asked.state)
    else:
        meanings = meanings_of(asked.nam, distinct, asked.code)
    grains = _grains(narrow["place"]) if line.kind == "float" else (Grain.DAY,)
    wide, given = lay(
        narrow,
        zone_table(meanings, asked.cutter, line, grains, kind),
        line,
        key="key",
        place="place",
        no_key=nw.col("no_key"),
        no_day=nw.col("no_day"),
        to_first=asked.to_first,
    )
    made = wide.select("row", **given)
    if not made["row"].is_sorted():
        made = made.sort("row")
    new = [made[column].alias(name) for column, name in asked.names.items()]
    return frame.with_columns(*new), made["unknown"] if "unknown" in given else None


def _keys(frame: nw.DataFrame[Any], column: Any) -> nw.Series[Any]:
    """The column of keys; those of a column of all kinds of things as text."""
    keys = frame.get_column(column)
    if keys.dtype == nw.String and frame.implementation.is_pyarrow():
        return keys.cast(nw.String)  # Which has texts of two lengths.
    if keys.dtype not in _LOOSE:
        return keys
    found: dict[tuple[type, Any], str] = {}
    texts = []
    for key, none in zip(keys.to_list(), keys.is_null().to_list(), strict=True):
        if none:
            texts.append(None)
            continue
        if (type(key), key) not in found:
            found[type(key), key] = _as_text(key)
        texts.append(found[type(key), key])
    return nw.new_series("key", texts, nw.String, backend=frame.implementation)


def _as_text(key: object) -> str:
    try:
        return as_key(key)
    except TypeError:  # It means nothing, and is named in a warning.
        return repr(key)


def _days(frame: nw.DataFrame[Any], column: Any) -> nw.Series[Any]:
    """The column of days; those of a column of all kinds of things as they are written."""
    days = frame.get_column(column)
    if days.dtype not in _LOOSE:
        return days
    written = as_written(days.to_list(), days.is_null().to_list())
    return nw.new_series("day", written, nw.Float64, backend=frame.implementation)


def _grains(places: nw.Series[Any]) -> tuple[Grain, ...]:
    """The grain in which the days at some places are given; all where it is not one."""
    least, most = places.min(), places.max()
    if least is None or least != least:  # There is no day.  # noqa: PLR0124
        return (Grain.DAY,)
    coarsest, finest = (
        max(grain for grain in Grain if grain.least <= place) for place in (least, most)
    )
    return (finest,) if coarsest is finest else tuple(Grain)
