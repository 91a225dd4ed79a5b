"""The status of states beside the rows of a frame."""

from __future__ import annotations

import functools
from collections.abc import Collection as Sized
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar, cast

import narwhals.stable.v2 as nw

from ..compare.period_status import Partial
from ..dataset import Dataset
from ..records import MOVEMENT, SYSTEMS
from ..records.parties import Organization
from ..text import did_you_mean
from .arguments import require_known
from .asking import AUTO, Request
from .eager import annotated
from .engines import AnyFrame, tells_case
from .history import PartyHistories
from .lazy import annotated_later
from .unmatched import POLICIES, Policy, report
from .zones import VALUES, Cutter

__all__ = ["annotate"]

FrameT = TypeVar("FrameT")


def annotate(  # noqa: PLR0913
    frame: FrameT,
    nam: Dataset,
    *,
    state: Any,
    on: Any,
    code: str | None = None,
    body: str | Organization = MOVEMENT,
    name: str | None = None,
    columns: Iterable[str] | Mapping[str, str] = (),
    partial: Literal["any", "first", "last", "all"] = "any",
    possible: bool = False,
    unknown: Policy = "warn",
) -> FrameT:
    """Put the status that states had on the days of rows beside the rows of a frame.

    The frame comes back on its engine: pandas, Polars (eager or lazy), PyArrow, DuckDB, Dask or
    PySpark. It has the same rows and, before the new columns, the same columns, in the same order
    and with the same index. Lazy engines (DuckDB, Dask, PySpark, lazy Polars) compute nothing, and
    do not keep the order of rows. A status is text, or the engine's null where there is none.

    Keys and days are read as `Dataset.status` reads them: names and codes by the day of the row,
    answers for what is certain. The keys of a lazy frame cannot be looked at. They are held against
    the names as the data writes them, and the codes, which may also stand in small letters, without
    leading zeros, or with the ".0" of numbers that had gaps.

    Further columns, by what they hold:

    * `member`, `observer`: whether that is the status.
    * `start`, `end`: of the spell, as the data writes them; `spell`: its id, by which
      `nam.memberships` gives its sources.
    * `days`: from the last day on which the spell may have begun to the day of the row; of a month
      or year to its last day, with `first` or `all` to its first.
    * `chair`: whether the state was in the chair.
    * `state`: the id of the state that is meant; `region`: its region.
    * `certain`: whether vague dates leave no other status open.
    * `unknown`: why a row has no answer: `state` where the key means no one state, `day` where the
      day is none or lies after `as_of`, `coverage` where the data does not cover the state in that
      body. It is null where a key or a day is missing.

    Args:
        frame: the frame.
        nam: the data set.
        state: the column of keys: ids, names or codes of states or organizations, as text or as
            numbers; floats where gaps made numbers such.
        on: the column of days: dates; times, which count by their own calendar day; ISO text; or
            numbers such as 2011, 201105 and 20110525. Text and numbers may be years and months.
        code: the system of the codes, as in `Dataset.state`; `None` for names, ids, and ISO codes
            of letters; `auto`, of frames that are not lazy, for the system, or names, that knows
            the most of the keys, if no other that knows about as many means anything else.
        body: the body, by id, name or abbreviation; the Movement unless said.
        name: the name of the column of statuses; `nam_status`, or so of another body, unless said.
        columns: further columns; their names are such as `nam_member`, or what a mapping gives.
        partial: when a part of a month or year counts: `any` for the highest status on any day
            of it, `first` or `last` for the status on its first or last day, `all` for a status
            that lasts through all of it.
        possible: whether to give a status that vague dates leave open where none is certain.
        unknown: what to do where rows have no answer though they have a key and a day, in a frame
            that is not lazy: `warn` once, with numbers and names, `raise`, or `ignore`. Of a lazy
            frame ask for the column `unknown`.

    Returns:
        The frame with its new columns at the end.

    Raises:
        UnmatchedRowsError: rows have no answer, and `unknown` is `raise`.
        ValueError: an argument is none of those that it may be, a name is taken, or the keys leave
            doubt about their system.
        KeyError: the frame has no such column.
        LookupError: there is no such body.
        CoverageError: the body is not covered.
        TypeError: a column is of a type that holds no keys or days, or the frame of no engine that
            is known.
    """
    counts = Partial.of(partial)
    require_known("value of unknown", unknown, POLICIES)
    if code is not None:
        require_known("code", code, (*SYSTEMS, AUTO))
    histories = _histories(nam, body)
    names = _names(histories.body, name, columns)
    if "chair" in names and not histories.has_chair:
        raise ValueError(f"nothing is on record of a chair of {histories.body}")
    held: AnyFrame = nw.from_native(cast("Any", frame))
    lazy = isinstance(held, nw.LazyFrame)
    if lazy and unknown == "raise":
        raise ValueError("nothing is computed of a lazy frame: ask for the column 'unknown'")
    taken = held.collect_schema().names()
    _require_columns(taken, state, on)
    _require_free(taken, names.values(), cased=tells_case(held))
    told = not lazy and unknown != "ignore"
    answer = tuple({**names, "unknown": ""} if told else names)
    cutter = _cutter(histories, answer, counts, possible=possible)
    request = Request(nam=nam, cutter=cutter, names=names, state=state, on=on, code=code)
    made: Any
    if isinstance(held, nw.LazyFrame):
        made = annotated_later(held, request).to_native()
    else:
        whole, why = annotated(held, request, told=told)
        if why is not None and unknown != "ignore":
            report(unknown, held, why, request)
        made = whole.to_native()
    return cast("FrameT", made)


# What was cut is kept, since the next frame is often asked the same.
@functools.lru_cache(maxsize=16)
def _histories(nam: Dataset, body: str | Organization) -> PartyHistories:
    return PartyHistories(nam, body)


@functools.lru_cache(maxsize=64)
def _cutter(
    histories: PartyHistories, columns: tuple[str, ...], partial: Partial, *, possible: bool
) -> Cutter:
    return Cutter(histories=histories, columns=columns, partial=partial, possible=possible)


def _names(
    body: str, name: str | None, columns: Iterable[str] | Mapping[str, str]
) -> dict[str, str]:
    """The names of the new columns, by what they hold.

    Raises:
        ValueError: there is no such column, or two have one name.
    """
    if isinstance(columns, str):
        raise TypeError(f"expected names of columns, got one text: {columns!r}")
    lead = body.replace("-", "_")
    names = {"status": name or f"{lead}_status"}
    for column in columns:
        require_known("column", column, [one for one in VALUES if one != "status"])
        names[column] = columns[column] if isinstance(columns, Mapping) else f"{lead}_{column}"
    if len(set(names.values())) < len(names):
        raise ValueError(f"two new columns have one name: {', '.join(names.values())}")
    return names


def _require_columns(taken: Sized[Any], *needed: Any) -> None:
    """Raise unless a frame has the columns that are needed.

    Raises:
        KeyError: it does not.
    """
    for column in needed:
        if column not in taken:
            hint = did_you_mean(str(column), map(str, taken))
            raise KeyError(f"the frame has no column {column!r}; {hint}")


def _require_free(taken: Iterable[Any], names: Iterable[str], *, cased: bool) -> None:
    """Raise unless the names of new columns are free.

    Args:
        taken: the columns of the frame.
        names: the names.
        cased: whether the engine tells capitals from small letters.

    Raises:
        ValueError: one is taken.
    """
    held = {one if cased else str(one).casefold() for one in taken}
    for name in names:
        if (name if cased else name.casefold()) in held:
            raise ValueError(f"the frame has a column {name!r}; give the new one another name")
