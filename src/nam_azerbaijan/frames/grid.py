"""States by periods: what each was then, as arrays, without a data frame."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ..compare.period_status import Partial
from ..records import MOVEMENT
from ..records.base import Standing
from ..records.status import Status
from .native import ColumnKind
from .time_axis import TimeAxis

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..dataset import Dataset
    from ..files.manifest import Coverage
    from ..records.memberships import Membership
    from ..records.parties import DatedCode, Organization, State

__all__ = ["Picks", "StateGrid", "both"]

_STATUSES = tuple(Status)
_NO, _YES, _NULL = 0, 1, 2
_ANSWERS = (False, True, None)


class Picks(NamedTuple):
    """The values of a column, each kept once, and where in them that of each cell stands.

    Attributes:
        values: the values.
        kind: what they are.
        places: their places by state and period, with one row or one column where all have the
            same; or those of the rows of a data frame.
    """

    values: Sequence[Any]
    kind: ColumnKind
    places: NDArray[Any]

    def of(self, shape: tuple[int, ...], rows: NDArray[Any] | slice) -> Picks:
        """The column of some rows, each a cell of a grid of states and periods."""
        import numpy as np  # noqa: PLC0415

        return self._replace(places=np.broadcast_to(self.places, shape).ravel()[rows])

    def whole(self, shape: tuple[int, ...]) -> NDArray[Any]:
        """The numbers of all cells of a grid; -1 where there is none."""
        import numpy as np  # noqa: PLC0415

        numbers = np.array([-1 if value is None else value for value in self.values])
        found: NDArray[Any] = numbers[np.broadcast_to(self.places, shape).ravel()]
        return found


class StateGrid:
    """What states were in a body in each of some periods.

    Args:
        nam: the data set.
        states: the states.
        axis: the periods.
        partial: when a part of a period counts.
        body: the body.
        possible: whether a status that is not certain will do where none is.

    Raises:
        LookupError: there is no such body, or several.
    """

    def __init__(  # noqa: PLR0913
        self,
        nam: Dataset,
        states: Sequence[State],
        axis: TimeAxis,
        partial: Partial,
        *,
        body: str | Organization,
        possible: bool,
    ) -> None:
        self._nam = nam
        self._states = states
        self._axis = axis
        self._any = partial is Partial.ANY
        self._body = MOVEMENT if body == MOVEMENT else nam.organization(body).id
        self._possible = possible
        self._place = {state.id: place for place, state in enumerate(states)}
        early, self._known = axis.within(
            self._cover.since if self._cover else dt.date.min, nam.as_of
        )
        self._inside = early & self._known

    @property
    def shape(self) -> tuple[int, int]:
        """How many states and how many periods there are."""
        return len(self._states), len(self._axis)

    @property
    def _cover(self) -> Coverage | None:
        return self._nam.coverage.get("memberships")

    def _filled(self, value: Any) -> NDArray[Any]:
        """An array of one value for each state and period."""
        import numpy as np  # noqa: PLC0415

        return np.full(self.shape, value)

    # Spells

    @functools.cached_property
    def _spells(self) -> list[Membership]:
        """The spells of these states in the body that came true, in order of their start."""
        held = [
            spell
            for spell in self._nam.memberships.where(body=self._body)
            if spell.standing is Standing.HELD and spell.party in self._place
        ]
        return sorted(held, key=lambda spell: spell.start.sort_key)

    def _best(self, *, possible: bool) -> NDArray[Any]:
        """The spell that counts for each state and period, as its number; -1 where none does."""
        chosen = self._filled(-1)
        ranks = [_STATUSES.index(spell.status) if self._any else 0 for spell in self._spells]
        order = sorted(range(len(ranks)), key=lambda number: (ranks[number], number))
        for number in reversed(order):  # What is written last stays.
            spell = self._spells[number]
            counts = self._axis.hold(spell.period.day_numbers, possible=possible)
            chosen[self._place[spell.party], counts & self._known] = number
        return chosen

    @functools.cached_property
    def _certain(self) -> NDArray[Any]:
        return self._best(possible=False)

    @functools.cached_property
    def _allowed(self) -> NDArray[Any]:
        return self._best(possible=True)

    @functools.cached_property
    def _chosen(self) -> NDArray[Any]:
        """The spell behind the status."""
        import numpy as np  # noqa: PLC0415

        if not self._possible:
            return self._certain
        return np.where(self._certain < 0, self._allowed, self._certain)

    def _by_spell(self, values: Sequence[int]) -> NDArray[Any]:
        """What each cell has by its spell: one of the values, a spell each; -1 without a spell."""
        import numpy as np  # noqa: PLC0415

        found: NDArray[Any] = np.array([*values, -1])[self._chosen]
        return found

    @functools.cached_property
    def _held(self) -> NDArray[Any]:
        """The status of each cell as its number among all; -1 where there is none."""
        return self._by_spell([_STATUSES.index(spell.status) for spell in self._spells])

    def status(self) -> Picks:
        """The status."""
        values = (*(status.value for status in _STATUSES), None)
        return Picks(values, ColumnKind.TEXT, self._held % len(values))

    def certain(self) -> Picks:
        """Whether the status is the same, or as surely none, whichever days vague dates are."""
        import numpy as np  # noqa: PLC0415

        if self._any:
            known = np.array([*(_STATUSES.index(spell.status) for spell in self._spells), -1])
            sure = known[self._certain] == known[self._allowed]
        else:
            sure = (self._certain >= 0) | (self._allowed < 0)
        return _answers(sure & self._known)

    def spell(self) -> Picks:
        """The number of the spell among those of the state in the body, from 1."""
        counts: dict[str, int] = {}
        numbers = []
        for spell in self._spells:
            counts[spell.party] = counts.get(spell.party, 0) + 1
            numbers.append(counts[spell.party])
        return _whole(self._by_spell(numbers))

    def years_since_admission(self) -> Picks:
        """Calendar years since that in which the spell began; none where that is not known."""
        import numpy as np  # noqa: PLC0415

        starts = [spell.start for spell in self._spells]
        sure = [start.earliest.year == start.latest.year for start in starts]
        began = self._by_spell(
            [s.earliest.year if ok else -1 for s, ok in zip(starts, sure, strict=True)]
        )
        years = np.array([-1 if one is None else one for one in self._axis.columns["year"][0]])
        return _whole(np.where((began < 0) | (years < 0), -1, years - began))

    # Answers of yes and no

    def _is(self, status: Status) -> Picks:
        import numpy as np  # noqa: PLC0415

        unknown = (self._held < 0) & ~self._covered(status)
        return _answers(np.where(unknown, _NULL, self._held == _STATUSES.index(status)))

    def member(self) -> Picks:
        """Whether the status is that of a member."""
        return self._is(Status.MEMBER)

    def observer(self) -> Picks:
        """Whether the status is that of an observer."""
        return self._is(Status.OBSERVER)

    def _covered(self, status: Status | None) -> NDArray[Any]:
        """For which states and periods no status means that there is none, or not this one."""
        import numpy as np  # noqa: PLC0415

        scopes = self._cover.whole if self._cover else ()
        covered = [
            not scopes or any(scope.includes(self._body, state.id, status) for scope in scopes)
            for state in self._states
        ]
        found: NDArray[Any] = np.array(covered, dtype=bool)[:, None] & self._known
        return found

    def covered(self) -> Picks:
        """Whether the period lies within the coverage, and no status means that there is none."""
        return _answers(self._inside & ((self._held >= 0) | self._covered(None)))

    def chair(self) -> Picks:
        """Whether the state held the chair of the body."""
        terms = self._nam.chairmanships.where(body=self._body)
        found = self._filled(_NO if terms else _NULL)
        for term in terms:
            if term.standing is Standing.HELD and term.state in self._place:
                counts = self._axis.hold(term.period.day_numbers, possible=self._possible)
                found[self._place[term.state], counts] = _YES
        found[:, ~self._known] = _NULL
        return _answers(found)

    def exists(self) -> Picks:
        """Whether the state existed; not known where no source says when."""
        found = self._filled(_NO)
        for place, state in enumerate(self._states):
            for period in state.existence:
                counts = self._axis.hold(period.day_numbers, possible=self._possible)
                found[place, counts] = _YES
            if not state.existence:
                found[place] = _NULL
        found[:, ~self._known] = _NULL
        return _answers(found)

    @functools.cached_property
    def there(self) -> NDArray[Any]:
        """For which states and periods there is anything to say: they existed, or had a status."""
        found: NDArray[Any] = (self.exists().places == _YES) | (self._held >= 0)
        return found

    # Codes and names

    def _in_use(self, code: DatedCode) -> NDArray[Any]:
        """In which periods a code was in use on the day by which codes are read."""
        used: NDArray[Any] = self._axis.day >= (code.start.numbers[1] if code.start else 0)
        return used if code.end is None else used & (self._axis.day < code.end.numbers[0])

    def code(self, system: str) -> Picks:
        """The code in a system on the day by which codes are read."""
        values: list[Any] = [None]
        places = self._filled(0)
        for place, state in enumerate(self._states):
            for code in state.codes:  # Of several in use the last counts.
                if code.system == system:
                    places[place, self._in_use(code)] = len(values)
                    values.append(code.value)
        return Picks(values, ColumnKind.TEXT, places)

    def present_code(self, system: str) -> Picks:
        """The code that a state has today; that of the day where it has none, or not it alone."""
        values, kind, places = self.code(system)
        values = list(values)
        holders: dict[str, list[tuple[State, DatedCode]]] = {}
        for state in self._nam.states:
            for code in state.codes:
                if code.system == system:
                    holders.setdefault(code.value, []).append((state, code))
        for place, state in enumerate(self._states):
            today = [code for code in state.codes if code.system == system and code.end is None]
            if today:
                free = self._filled(True)[0]  # noqa: FBT003  A value, no option.
                for other, code in holders[today[-1].value]:
                    if other is not state:
                        free &= ~self._in_use(code)
                places[place, free] = len(values)
                values.append(today[-1].value)
        return Picks(values, kind, places)

    def number(self, system: str) -> Picks:
        """The code in a system whose codes are whole numbers.

        Raises:
            ValueError: one is none.
        """
        values, _, places = self.code(system)
        wrong = [value for value in values if value is not None and not value.isdecimal()]
        if wrong:
            raise ValueError(f"{system} codes are whole numbers, but there is {wrong[0]!r}")
        return Picks([value and int(value) for value in values], ColumnKind.WHOLE, places)

    def name(self) -> Picks:
        """The name on the day by which names are read."""
        values: list[str] = []
        places = self._filled(0)
        for place, state in enumerate(self._states):
            for name in reversed(state.names):  # The first that has not ended counts.
                if name.end is None or name is state.names[-1]:
                    places[place] = len(values)
                else:
                    places[place, self._axis.day < name.end.numbers[0]] = len(values)
                values.append(name.name)
        return Picks(values, ColumnKind.TEXT, places)

    def state(self) -> Picks:
        """The id."""
        import numpy as np  # noqa: PLC0415

        places = np.arange(len(self._states))[:, None]
        return Picks([state.id for state in self._states], ColumnKind.TEXT, places)

    def period(self, name: str) -> Picks:
        """What says which period it is."""
        import numpy as np  # noqa: PLC0415

        values, kind = self._axis.columns[name]
        return Picks(values, kind, np.arange(len(self._axis))[None, :])

    # Meetings

    def _taking_part(self, field: str) -> Picks:
        """What the participations of these states at the meetings say in a field."""
        found = [
            None,
            *dict.fromkeys(getattr(one, field).value for one in self._nam.participations),
        ]
        meetings = {key: place for place, key in enumerate(self._axis.columns["meeting"][0])}
        places = self._filled(0)
        for one in self._nam.participations:
            if one.party in self._place and one.meeting in meetings:
                at = self._place[one.party], meetings[one.meeting]
                places[at] = found.index(getattr(one, field).value)
        return Picks(found, ColumnKind.TEXT, places)

    def capacity(self) -> Picks:
        """In what capacity the state was at the meeting, or would have been."""
        return self._taking_part("capacity")

    def attended(self) -> Picks:
        """Whether it attended: yes, no or unknown; none where nothing is recorded."""
        return self._taking_part("attended")


def _answers(places: NDArray[Any]) -> Picks:
    """A column of yes, no and not known."""
    return Picks(_ANSWERS, ColumnKind.YES_NO, places.astype(int))


def _whole(numbers: NDArray[Any]) -> Picks:
    """A column of whole numbers from 0; smaller ones stand for none."""
    import numpy as np  # noqa: PLC0415

    most = int(numbers.max(initial=0))
    places = np.where(numbers < 0, most + 1, numbers)
    return Picks([*range(most + 1), None], ColumnKind.WHOLE, places)


def both(one: Picks, two: Picks) -> Picks:
    """Whether two answers are yes; not known where one is not, and none of them is no."""
    import numpy as np  # noqa: PLC0415

    no = (one.places == _NO) | (two.places == _NO)
    null = (one.places == _NULL) | (two.places == _NULL)
    return _answers(np.where(no, _NO, np.where(null, _NULL, _YES)))
