"""Zones as a small table, laid on the rows of a frame by one expression for every engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from .days import DayLine
from .engines import Frame, Kind, SmallColumn, beside
from .grain import Grain
from .keys import Meanings
from .zones import Cutter

__all__ = ["Sheet", "zone_table"]

ZoneTable = dict[str, SmallColumn]
"""Zones as a table; columns whose name begins with `its_` are the answer."""

_BOUNDS = ("start", "stop", "since", "until")
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("member", "observer", "chair", "certain"), "bool"),
    "days": "int",
}


def zone_table(
    meanings: Meanings, cutter: Cutter, line: DayLine, grains: tuple[Grain, ...], key: Kind
) -> ZoneTable:
    """The zones of keys as a table, one row for each.

    Args:
        meanings: what the keys mean.
        cutter: cuts their time into zones.
        line: the line on which the zones are to be laid.
        grains: the grains in which days are given there.
        key: what keys are.
    """
    rows: list[tuple[Any, ...]] = []
    for name, held in meanings.items():
        for grain in grains:
            for zone in cutter.zones(held, grain):
                ends = (
                    None if tick is None else line.bound(tick, grain)
                    for tick in (zone.start, zone.stop)
                )
                holds = (line.bound(tick, grain) for tick in (zone.since, zone.until))
                same = float(name) if key == "float" else name
                rows.append((same, int(grain), *ends, *holds, *zone.values))
    kinds: dict[str, Kind] = {
        "key": key,
        "grain": "int",
        **dict.fromkeys(_BOUNDS, line.kind),
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


@attrs.frozen(kw_only=True)
class Sheet:
    """Rows that have a key and the place of a day, in columns of their own.

    Attributes:
        line: the line on which the places lie.
        to_first: whether `days` of a month or year are counted to its first day; else to its last.
        lead: what the names of further columns begin with, so that they are none of the frame's.
    """

    line: DayLine
    to_first: bool
    lead: str = ""

    def name(self, column: str) -> str:
        """The name of a further column."""
        return f"{self.lead}{column}"

    def col(self, column: str) -> nw.Expr:
        """A further column."""
        return nw.col(self.name(column))

    def columns(self, key: nw.Expr, gaps: tuple[nw.Expr, nw.Expr] | None) -> dict[str, nw.Expr]:
        """The columns that a frame needs, by their names.

        Args:
            key: the key of a row, as the table of zones has keys.
            gaps: whether a row has no key, and no day, where it is to be told why a row has no
                answer.
        """
        needed = {"of_row": key, "at": self.line.place}
        if gaps is not None:
            needed["no_key"], needed["no_day"] = gaps
        return {self.name(column): made for column, made in needed.items()}

    def lay(
        self, frame: Frame, table: ZoneTable, kept: list[str]
    ) -> tuple[Frame, dict[str, nw.Expr]]:
        """Put beside each row of a frame the zone in which its day lies.

        A row whose key is not in the table stays, without a zone; of a row without a day the
        first zone is as good as any, since no answer holds there.

        Args:
            frame: the frame, with the `columns` that it needs.
            table: the zones.
            kept: the columns of the frame that are needed further.

        Returns:
            The frame, and for each column of the answer what gives it there.
        """
        start, stop, since, until = map(self.col, _BOUNDS)
        at = self.col("at")
        joined = {self.name("key"): self.name("of_row")}
        if "grain" in table:
            frame = frame.with_columns(self.line.grain(at).alias(self.name("grain_of_row")))
            joined[self.name("grain")] = self.name("grain_of_row")
        columns = {self.name(name): column for name, column in table.items()}
        frame = frame.join(
            beside(frame, columns, joined),
            how="left",
            left_on=list(joined.values()),
            right_on=list(joined),
        )
        gaps: tuple[str, ...] = ("no_key", "no_day") if "its_unknown" in table else ()
        needed = ("at", *gaps, *(name for name in table if name not in ("key", "grain")))
        frame = frame.select(*kept, *map(self.name, needed))
        if any(bound is not None for bound in table["start"].values):
            later = start.is_null() | (start <= at)
            frame = frame.filter(later & (stop.is_null() | at.is_null() | (at < stop)))
        holds = (since <= at) & (at < until)
        given: dict[str, nw.Expr] = {}
        for name in table:
            if name.startswith("its_"):
                given[name.removeprefix("its_")] = nw.when(holds).then(self.col(name))
        if "days" in given:
            since_day = self.col("its_days")
            passed = self.line.day_number(at, last=not self.to_first) - since_day
            whole = nw.when(passed > 0).then(passed).otherwise(0).cast(nw.Int64)
            given["days"] = nw.when(holds & ~since_day.is_null()).then(whole)
        if "unknown" in given:
            lack, late = self.col("its_unknown"), ~self.col("no_day") & ~self.line.covers(at)
            known = nw.when(holds & ~lack.is_null()).then(lack)
            told = known.otherwise(nw.when(late).then(nw.lit("day")))
            nobody = ~self.col("no_key") & since.is_null()
            given["unknown"] = nw.when(nobody).then(nw.lit("state")).otherwise(told)
        return frame, given
