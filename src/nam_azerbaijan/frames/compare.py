"""A coding of your own, in a data frame, held against the data."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..compare.own_coding import CodedRow, ComparedPeriod, OwnCoding
from ..compare.period_status import COUNTED, Partial
from ..dates import PartialDate, as_date
from ..records import MOVEMENT
from ..records.status import Status
from ..text import did_you_mean
from .arguments import require_known
from .native import ENGINES, ColumnKind, FrameMaker, missing_package
from .unmatched import POLICIES

if TYPE_CHECKING:
    import narwhals as nw

    from ..dataset import Dataset
    from ..records.parties import Organization

__all__ = ["compare"]

_STATUSES = {status.value: status for status in Status}
_UNKNOWN = "unknown"
_MOST_NAMED = 5


def compare(  # noqa: PLR0913
    frame: Any,
    nam: Dataset,
    *,
    state: str,
    status: str,
    year: str | None = None,
    on: str | None = None,
    code: str | None = None,
    values: Mapping[Any, str | None] | None = None,
    partial: Literal["any", "first", "last", "all"] = "any",
    body: str | Organization = MOVEMENT,
    source: str | None = None,
    complete: bool = False,
    unknown: Literal["raise", "warn", "ignore"] = "warn",
) -> Any:
    """A coding of membership of your own, row by row beside this one, each difference explained.

    The frame has a row for each state and year, or each state and day. Rows are compared one by
    one: with `category` `confirmed` both say the same; with `conflict` both give a status, and not
    the same; with `missing-here` only the frame gives one, with `missing-there` only the data. Of
    a difference `explanation` is the id of the record that explains it, such as a claim of a
    source or a spell with vague dates, `ground` says how, as `compare.Ground` has it, and `text`
    says it in words; they are missing where no record explains it.

    Args:
        frame: a data frame of pandas, Polars or PyArrow.
        nam: the data set.
        state: the column that names the state: what `nam.state` takes, read by the period.
        status: the column of the status. Text is a status such as `member`, and empty or missing
            text is none. Truth values, and numbers that are 1 or 0, say whether the state is a
            member, and one that is missing is not known; then only members count here, too.
        year: the column of the year, for a yearly coding.
        on: the column of the day, or month, for a dated coding; either this or `year`.
        code: the system of codes of the column `state`, such as `cown`; `id` where it has ids of
            this data set, as panels do; without it names and ISO codes are read, and ids as names,
            which in another time may mean another state.
        values: what the values of the column `status` mean: a status, `None` for none, or
            `unknown`; others mean what they mean without it. Where the column is no text, only
            these statuses count: `{True: "observer"}` is a coding of observers.
        partial: when a part of a period counts: `any` day of it, its `first` or its `last` day, or
            `all` of it.
        body: the body, by id, name or abbreviation; the Movement unless said.
        source: id of the source that the coding is; its recorded claims explain first.
        complete: whether the coding means to have every year of every state, from its first year
            to its last. Then years with a status here that it leaves out are rows, too.
        unknown: what to do about rows that cannot be compared: raise, warn once, or nothing. They
            have no category, and `text` says why.

    Returns:
        A data frame of the same engine: `row`, the number of the row in the frame from 0, missing
        where it has none; `state`, the id, and `name`; `year` or `on`; `theirs` and `ours`,
        missing where there is no status; `category`, `explanation`, `ground` and `text`.

    Raises:
        ValueError: a column is missing; neither or both of `year` and `on`; a status, a year or a
            day that is none, its row named; rows that cannot be compared, if they are to raise.
        TypeError: no data frame, or one that is not in memory.
        LookupError: there is no such body or source, or several.
        ImportError: narwhals is missing; the message says which extra has it.
    """
    if (year is None) is (on is None):
        raise ValueError("give the column of the year or that of the day: year= or on=")
    if complete and year is None:
        raise ValueError("complete is of years, and the coding is by day")
    require_known("value of unknown", unknown, POLICIES)
    counts = Partial.of(partial)
    held = _in_memory(frame)
    time = "on" if year is None else "year"
    keys = _cells(held, state)
    dates = _dates(_cells(held, on if year is None else year), time)
    said, counted = _said(_cells(held, status), values or {}, status, text=_is_text(held, status))
    coding = OwnCoding(
        nam,
        [
            CodedRow(number, key, date, one)
            for number, (key, date, one) in enumerate(zip(keys, dates, said, strict=True))
        ],
        code=code,
        counted=counted,
        partial=counts,
        body=MOVEMENT if body == MOVEMENT else nam.organization(body).id,
        source="" if source is None else nam.sources[source].id,
    )
    rows = [*coding.compared(), *(coding.left_out() if complete else ())]
    _tell(rows, unknown)
    return _result(FrameMaker(held.implementation.value), rows, time)


def _in_memory(frame: Any) -> nw.DataFrame[Any]:
    """The frame as narwhals has it."""
    try:
        import narwhals  # noqa: PLC0415  Nothing else needs it.
    except ImportError as error:
        raise missing_package("narwhals") from error
    try:
        held: nw.DataFrame[Any] = narwhals.from_native(frame, eager_only=True)
    except TypeError as error:
        raise TypeError(
            f"expected a data frame in memory of {', '.join(ENGINES)}, got {type(frame)!r}"
        ) from error
    if held.implementation.value not in ENGINES:
        raise TypeError(f"expected a data frame of {', '.join(ENGINES)}, got {type(frame)!r}")
    return held


def _cells(frame: nw.DataFrame[Any], name: Any) -> list[Any]:
    """The values of a column; `None` where one is missing."""
    if name not in frame.columns:
        hint = did_you_mean(str(name), map(str, frame.columns))
        raise ValueError(f"the frame has no column {name!r}; {hint}")
    column = frame[name]
    return [
        None if gap or value != value else value  # noqa: PLR0124  NaN is not itself.
        for value, gap in zip(column.to_list(), column.is_null().to_list(), strict=True)
    ]


def _dates(cells: Iterable[Any], time: str) -> list[PartialDate]:
    """The periods of a coding."""
    found = []
    for number, cell in enumerate(cells):
        try:
            date = as_date(cell)
        except (TypeError, ValueError) as error:
            raise ValueError(f"row {number}: {error}") from error
        if time == "year" and len(date.text) != len("1994"):
            raise ValueError(f"row {number}: expected a year, found {cell!r}; `on` takes days")
        found.append(date)
    return found


def _is_text(frame: nw.DataFrame[Any], name: str) -> bool:
    import narwhals  # noqa: PLC0415  Nothing else needs it.

    return bool(frame[name].dtype == narwhals.String)


def _said(
    cells: Sequence[Any], values: Mapping[Any, str | None], name: str, *, text: bool
) -> tuple[list[str | None], tuple[Status, ...]]:
    """What a column says: statuses, empty for none, `None` for not known; and which of them count.

    Where it is text, members and observers count, and whatever else it has; else those of `values`,
    or members.
    """
    missing = "" if text else None
    meant: dict[Any, str | None] = {}
    for number, cell in enumerate(cells):
        if cell not in meant:
            meant[cell] = _meaning(cell, values, missing, f"row {number}, column {name!r}")
    used = {*meant.values(), *values.values(), *(COUNTED if text else ())}
    counted = tuple(one for one in Status if one.value in used)
    return [meant[cell] for cell in cells], counted if text or values else (Status.MEMBER,)


def _meaning(
    cell: Any, values: Mapping[Any, str | None], missing: str | None, place: str
) -> str | None:
    """The status that a value means; empty for none, `None` for not known."""
    if cell in values:
        given = values[cell]
        return None if given == _UNKNOWN else (given or "")
    if cell is None:
        return missing
    if isinstance(cell, str):
        word = cell.strip().casefold()
        if word in _STATUSES or not word:
            return word
    elif cell in (0, 1):
        return Status.MEMBER.value if cell else ""
    expected = f"{', '.join(_STATUSES)}, a truth value, 1 or 0"
    raise ValueError(
        f"{place}: expected {expected}, found {cell!r}; `values` says what others mean"
    )


def _tell(rows: Iterable[ComparedPeriod], unknown: str) -> None:
    """Raise or warn of rows that cannot be compared."""
    lost = Counter(one.text for one in rows if one.category is None and one.text)
    if not lost or unknown == "ignore":
        return
    named = [f"{text} ({count})" for text, count in lost.most_common(_MOST_NAMED)]
    more = f"; and {len(lost) - _MOST_NAMED} reasons more" if len(lost) > _MOST_NAMED else ""
    message = f"{sum(lost.values())} rows cannot be compared: {'; '.join(named)}{more}"
    if unknown == "raise":
        raise ValueError(message)
    warnings.warn(message, stacklevel=3)


def _result(maker: FrameMaker, rows: Sequence[ComparedPeriod], time: str) -> Any:
    """The rows as a data frame."""

    def column(name: str, values: Iterable[Any], kind: ColumnKind = ColumnKind.TEXT) -> Any:
        return maker.column(name, list(values), kind)

    when = (
        column(time, (one.date.earliest.year for one in rows), ColumnKind.WHOLE)
        if time == "year"
        else column(time, (one.date.text for one in rows))
    )
    texts: dict[str, list[str | None]] = {
        "theirs": [one.theirs for one in rows],
        "ours": [one.ours for one in rows],
        "category": [one.category and one.category.value for one in rows],
        "explanation": [one.explanation for one in rows],
        "ground": [one.ground.value for one in rows],
        "text": [one.text for one in rows],
    }
    return maker.frame(
        {
            "row": column("row", (one.row for one in rows), ColumnKind.WHOLE),
            "state": column("state", (one.state or None for one in rows)),
            "name": column("name", (one.name or None for one in rows)),
            time: when,
            **{name: column(name, (one or None for one in held)) for name, held in texts.items()},
        }
    )
