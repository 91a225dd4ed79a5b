"""Panels: what each state was in each year, month or meeting, alone or in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ..compare.period_status import Partial
from ..dates import Day
from ..records import MOVEMENT
from .arguments import require_known
from .grid import Picks, StateGrid, both
from .native import ColumnKind, FrameMaker, missing_package
from .time_axis import TimeAxis, meeting_axis, month_axis, year_axis

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..dataset import Dataset
    from ..lookup.state_names import Key
    from ..records.parties import Organization, State

__all__ = ["panel"]

_UNITS = ("state-year", "state-month", "dyad-year", "directed-dyad-year", "meeting-state")
_CODES = {"cow": "cown", "gw": "gwn"}
_SYSTEMS = ("all", *_CODES, "un")
_UNITED_NATIONS = "un"

_WHO = ("state", "iso3c", "cown", "gwn", "name")
_WHAT = (
    "status", "certain", "member", "observer", "chair", "spell", "years_since_admission",
    "exists", "covered",
)  # fmt: skip
_AT_MEETING = ("capacity", "attended")


def panel(  # noqa: PLR0913
    nam: Dataset,
    since: Day,
    until: Day,
    *,
    unit: Literal[
        "state-year", "state-month", "dyad-year", "directed-dyad-year", "meeting-state"
    ] = "state-year",
    backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
    systems: Literal["all", "cow", "gw", "un"] = "all",
    partial: Literal["any", "first", "last", "all"] = "any",
    body: str | Organization = MOVEMENT,
    possible: bool = False,
    states: Iterable[Key | State] | None = None,
    kind: str | None = None,
    balanced: bool = True,
) -> Any:
    """What each state was in a body in each year, month or meeting, as a data frame.

    Every state has a row for every period, by state and period. The columns:

    * `state`, the id; `iso3c`, and `cown` and `gwn` as whole numbers; `name`. Numbers and names are
      those of the first day of the period, with `partial="last"` of its last; `iso3c` is the code
      of today for all time, as in most data by ISO codes, but that of this day where the state has
      none today or another state had it then. So no code stands twice in a period. A code without
      dates is that of the state before and after it existed, too.
    * `year`; by months also `month`; by meetings `meeting`, `meeting_name`, `kind`, and `year`,
      `month` and `day` of the opening, as far as they are known.
    * `status`, missing where there is none; `certain`, false where vague dates leave the status
      open, or the data does not know of the period.
    * `member`, `observer`, `chair`: whether the state was that, for certain; where the data does
      not cover the question, as after its last day, missing.
    * `spell`: the number of the spell behind the status among those of the state, from 1;
      `years_since_admission`: calendar years since that in which this spell began.
    * `exists`: whether it existed as an independent state, or the movement as a party; missing
      where no source says when it did.
    * `covered`: whether the period lies within the coverage of the data, so that no status means
      that it had none.
    * by meetings also `capacity` and `attended`, where a participation is recorded.

    A dyad has each of these once for each of its two states, as `state1`, `state2` and so on, and
    `both_members`. `dyadid` is the smaller number times 1000 plus the larger, or of directed
    dyads the first times 1000 plus the second: of Correlates of War numbers, with `systems="gw"`
    of Gleditsch and Ward's. The state with the smaller number comes first, one without a number
    last.

    Args:
        nam: the data set; `nam.prefer(...)` for the panel as other sources have it.
        since: a day, month or year in the first period.
        until: a day, month or year in the last period.
        unit: `state-year`, `state-month`, `dyad-year`, `directed-dyad-year` or `meeting-state`.
        backend: the engine: `pandas`, `polars` or `pyarrow`.
        systems: which states: `all` that the data has, movements included; those that have a
            number of the Correlates of War (`cow`) or of Gleditsch and Ward (`gw`); those that
            are or were members of the United Nations (`un`). `exists` is about independence: for
            some small states that is earlier than their entry in the lists of these systems, of
            which the data has the numbers and not the dates.
        partial: when a part of a period counts: the highest status on `any` day of it, the status
            on its `first` or its `last` day, or that which lasted through `all` of it. The other
            columns follow the same rule.
        body: the body, by id, name or abbreviation; the Movement unless said.
        possible: whether a status that is not certain will do where none is; then `chair` and
            `exists`, too, say what may be so.
        states: the only states wanted, each as `nam.state` takes it, or as a `State`.
        kind: the only kind of meeting wanted, as `nam.find_meetings` takes it.
        balanced: whether to keep periods in which a state did not exist and had no status; or,
            with `systems` of numbers, had no number: without these the number is a key, and one
            that went from a state to the next stands once in each period.

    Returns:
        A data frame of the engine. Whole numbers and answers of yes and no are of types that can
        have gaps: `Int64` and `boolean` in pandas.

    Raises:
        ValueError: an unknown unit, backend, system, kind or way to count parts; no day; the
            last period lies before the first.
        TypeError: `since` or `until` is no day, or `states` a single text.
        LookupError: there is no such body or state, or several.
        ImportError: a package is missing; the message says which extra has it.
    """
    require_known("unit", unit, _UNITS)
    require_known("systems", systems, _SYSTEMS)
    if kind is not None and unit != "meeting-state":
        raise ValueError(f"kind is of meetings, and unit is {unit!r}")
    counts = Partial.of(partial)
    maker = FrameMaker(backend)
    try:
        import numpy  # noqa: ICN001, PLC0415  The grid is made of its arrays.
    except ImportError as error:
        raise missing_package("numpy") from error
    axis = _axis(nam, since, until, unit, counts, kind)
    grid = StateGrid(nam, _states(nam, systems, states), axis, counts, body=body, possible=possible)
    kept = numpy.full(grid.shape, fill_value=True) if balanced else grid.there
    if systems in _CODES and not balanced:
        kept = kept & (grid.number(_CODES[systems]).whole(grid.shape) >= 0).reshape(grid.shape)
    if unit in ("dyad-year", "directed-dyad-year"):
        code = _CODES.get(systems, "cown")
        rows = _pairs(grid, kept.ravel(), code=code, directed=unit != "dyad-year")
        picked = _of_pairs(grid, axis, rows, code=code)
    else:
        places = numpy.flatnonzero(kept)
        picked = {
            name: picks.of(grid.shape, places) for name, picks in _columns(grid, axis).items()
        }
    return maker.frame({name: maker.column(name, *picks) for name, picks in picked.items()})


def _axis(  # noqa: PLR0913, PLR0917
    nam: Dataset, since: Day, until: Day, unit: str, partial: Partial, kind: str | None
) -> TimeAxis:
    if unit == "meeting-state":
        return meeting_axis(nam.find_meetings(since=since, until=until, kind=kind), partial)
    return (month_axis if unit == "state-month" else year_axis)(since, until, partial)


def _states(nam: Dataset, systems: str, wanted: Iterable[Key | State] | None) -> tuple[State, ...]:
    """The states of the panel, in order of id."""
    held = tuple(nam.states)
    if systems in _CODES:
        held = tuple(
            state for state in held if any(code.system == _CODES[systems] for code in state.codes)
        )
    elif systems == _UNITED_NATIONS:
        spells = nam.memberships.where(body=_UNITED_NATIONS, status="member")
        parties = {spell.party for spell in spells}
        held = tuple(state for state in held if state.id in parties)
    if wanted is None:
        return held
    if isinstance(wanted, str):
        raise TypeError(f"states are a list, such as [{wanted!r}]")
    keys = {nam.state(key).id for key in wanted}
    return tuple(state for state in held if state.id in keys)


def _columns(grid: StateGrid, axis: TimeAxis) -> dict[str, Picks]:
    """The columns of states by periods, in order."""
    found = {
        "state": grid.state(),
        "iso3c": grid.present_code("iso3c"),
        "cown": grid.number("cown"),
        "gwn": grid.number("gwn"),
        "name": grid.name(),
        **{name: grid.period(name) for name in axis.columns},
        **{name: getattr(grid, name)() for name in _WHAT},
    }
    if "meeting" in axis.columns:
        found |= {name: getattr(grid, name)() for name in _AT_MEETING}
    return found


def _pairs(
    grid: StateGrid, kept: NDArray[Any], *, code: str, directed: bool
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Where in the grid the first and the second state of each pair and period stand.

    `kept` says which cells of the grid have a row; a pair has one where both have.
    """
    import numpy as np  # noqa: PLC0415

    count, periods = grid.shape
    if directed:
        one, two = np.divmod(np.arange(count * count), max(count, 1))
        one, two = one[one != two], two[one != two]
    else:
        one, two = np.triu_indices(count, 1)
    first, second = ((side[:, None] * periods + np.arange(periods)).ravel() for side in (one, two))
    rows = kept[first] & kept[second]
    first, second = first[rows], second[rows]
    if directed:
        return first, second
    numbers = grid.number(code).whole(grid.shape)
    after = numbers.max(initial=0) + 1 + np.arange(len(numbers))
    order = np.where(numbers < 0, after, numbers)  # Those without a number come last.
    swap = order[first] > order[second]
    return np.where(swap, second, first), np.where(swap, first, second)


def _of_pairs(
    grid: StateGrid, axis: TimeAxis, rows: tuple[NDArray[Any], NDArray[Any]], *, code: str
) -> dict[str, Picks]:
    """The columns of pairs, in order."""
    import numpy as np  # noqa: PLC0415

    columns = _columns(grid, axis)

    def of_both(names: Sequence[str]) -> dict[str, Picks]:
        return {
            f"{name}{number}": columns[name].of(grid.shape, side)
            for name in names
            for number, side in enumerate(rows, 1)
        }

    one, two = (columns[code].whole(grid.shape)[side] for side in rows)
    ids = np.where((one < 0) | (two < 0), -1, one * 1000 + two)
    values, places = np.unique(ids, return_inverse=True)
    member, other = (columns["member"].of(grid.shape, side) for side in rows)
    return {
        "dyadid": Picks(
            [None if one < 0 else one for one in values.tolist()], ColumnKind.WHOLE, places
        ),
        **of_both(_WHO),
        **{name: columns[name].of(grid.shape, rows[0]) for name in axis.columns},
        "both_members": both(member, other),
        **of_both(_WHAT),
    }
