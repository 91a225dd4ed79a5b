"""The zones of keys as a small table, and how it is laid on the rows of a frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals.stable.v2 as nw

from ..dataset import Meaning
from .days import Line
from .engines import AnyFrame, Kind, SmallColumn, beside
from .grain import Grain
from .keys import Meanings
from .zones import Cutter, Zone

__all__ = ["lay", "zone_table"]

_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("member", "observer", "chair", "certain"), "bool"),
    "days": "int",
}


def zone_table(
    meanings: Meanings, cutter: Cutter, line: Line, grains: tuple[Grain, ...], key: Kind
) -> dict[str, SmallColumn]:
    """The zones of keys, one row for each, with the answer that may hold in it.

    Args:
        meanings: what the keys mean.
        cutter: cuts their time into zones.
        line: the line on which the zones are to be laid.
        grains: the grains in which days are given there.
        key: what keys are.
    """
    cut: dict[tuple[tuple[Meaning, ...], Grain], list[Zone]] = {}
    rows: list[tuple[Any, ...]] = []
    for name, held in meanings.items():
        for grain in grains:
            if (held, grain) not in cut:
                cut[held, grain] = cutter.zones(held, grain)
            for zone in cut[held, grain]:
                ends = (
                    None if tick is None else line.bound(tick, grain)
                    for tick in (zone.start, zone.stop)
                )
                holds = (line.bound(tick, grain) for tick in (zone.since, zone.until))
                rows.append((name, int(grain), *ends, *holds, *zone.values))
    kinds: dict[str, Kind] = {
        "key": key,
        "grain": "int",
        **dict.fromkeys(("start", "stop", "since", "until"), line.kind),
        **{f"its_{column}": _KINDS.get(column, "text") for column in cutter.columns},
    }
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    made = {
        name: SmallColumn(kind, held)
        for (name, kind), held in zip(kinds.items(), columns, strict=True)
    }
    if len(grains) == 1:
        del made["grain"]
    return made


def lay(  # noqa: PLR0913
    frame: AnyFrame,
    table: Mapping[str, SmallColumn],
    line: Line,
    *,
    key: str,
    place: str,
    no_key: nw.Expr,
    no_day: nw.Expr,
    to_first: bool,
    inner: str = "",
) -> tuple[AnyFrame, dict[str, nw.Expr]]:
    """Put beside each row of a frame the zone in which its day lies.

    A row whose key is not in the table stays, without a zone; of a row without a day the first
    zone is as good as any, since no answer holds there.

    Args:
        frame: the frame.
        table: the zones, as `zone_table` gives them.
        line: the line on which they lie.
        key: the column of keys.
        place: the column of the places of days on the line.
        no_key: whether a row has no key.
        no_day: whether a row has no day.
        to_first: whether `days` of a month or year are counted to its first day; else to its last.
        inner: what names are to begin with so that they are none of the frame's.

    Returns:
        The frame with the zones, and for each column of the answer what gives it.
    """
    small = beside(frame, {f"{inner}{name}": column for name, column in table.items()})
    start, stop, since, until = (
        nw.col(f"{inner}{name}") for name in ("start", "stop", "since", "until")
    )
    at = nw.col(place)
    left, right = [key], [f"{inner}key"]
    if "grain" in table:
        frame = frame.with_columns(line.grain(at).alias(f"{inner}of_day"))
        left.append(f"{inner}of_day")
        right.append(f"{inner}grain")
    frame = frame.join(small, how="left", left_on=left, right_on=right)
    if any(one is not None for one in table["start"].values):
        after = start.is_null() | (start <= at)
        frame = frame.filter(after & (stop.is_null() | at.is_null() | (at < stop)))
    holds = (since <= at) & (at < until)
    given = {}
    for name in table:
        if name.startswith("its_"):
            column = name.removeprefix("its_")
            value = nw.col(f"{inner}{name}")
            if column == "days":
                passed = line.day_number(at, last=not to_first) - value
                value = nw.when(passed > 0).then(passed).otherwise(0).cast(nw.Int64)
            given[column] = nw.when(holds).then(value)
    if "unknown" in given:
        lack = nw.col(f"{inner}its_unknown")
        late = nw.when(~no_day & ~line.covers(at)).then(nw.lit("day"))
        told = nw.when(holds & ~lack.is_null()).then(lack).otherwise(late)
        given["unknown"] = nw.when(~no_key & since.is_null()).then(nw.lit("state")).otherwise(told)
    return frame, given
