"""From a name, a code or a number to the state that is meant."""

from __future__ import annotations

import functools
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, SupportsFloat, SupportsIndex

from ..dates import DayNumbers, PartialDate, as_bound, as_date, day_numbers
from ..errors import AmbiguousStateError, UnknownStateError
from ..records import SYSTEMS
from ..store import Row, Rows
from ..text import did_you_mean, fold, near

if TYPE_CHECKING:
    from .spelling import Spellings

__all__ = ["Key", "StateNames"]

Key = str | SupportsIndex | SupportsFloat
"""What names a state: an id, a name or a code, or a number as text, integer or whole float."""

_LETTERS = {2: "iso2c", 3: "iso3c"}
_NUMBERS = ("iso3n", "cown", "gwn", "m49")
# The numbers that a state hands on to the one that takes its place.
_HANDED_ON = ("cown", "gwn")
_FLOAT = re.compile(r"([0-9]+)\.0+")

# How well a key fits a state; the best fit answers where no day is given.
_ID, _PRESENT, _LAST, _FORMER = range(4)
# The parts of a text that means no single state name these.
_AT_ODDS = -1


def as_key(key: object) -> str:
    """What a user gives as a name, code or number, as text: 373, 373.0 and "373.0" are "373".

    Raises:
        TypeError: neither text nor a whole number.
    """
    if isinstance(key, str):
        text = key.strip()
        whole = _FLOAT.fullmatch(text)
        return whole[1] if whole else text
    if not isinstance(key, bool):
        if isinstance(key, SupportsIndex):
            return str(key.__index__())
        if isinstance(key, SupportsFloat) and float(key).is_integer():
            return str(int(float(key)))
    raise TypeError(f"expected a name, a code or a whole number, got {key!r}")


class _Fit(NamedTuple):
    """A state that a key may mean: how good a fit, and when the name or code was in use."""

    rank: int
    state: str
    dated: Row

    def in_use(self, on: PartialDate) -> bool:
        """Whether the name or code may have been in use on a day."""
        start, end = self.dated.get("start"), self.dated.get("end")
        return (start is None or as_date(start).earliest <= on.latest) and (
            end is None or on.earliest < as_date(end).latest
        )


class StateNames:
    """The names and codes of states.

    A key is first taken for an id, then for an ISO code of letters, then for a name; in each case
    present ones come before the last ones of states that have ended, and those before former
    ones, among them aliases and names in other languages. A number comes last, since it means
    different states in different systems.

    With a day, a key means a state that existed then, if one that it fits did: one that had the
    name or code then before one that had it at another time. Where none existed, it means the
    state that had the number of a fitting one then, such as Yugoslavia for Serbia in 1985.
    """

    def __init__(self, rows: Rows, renamed: Mapping[str, str]) -> None:
        self._rows = rows
        self._renamed = renamed
        self._fits = functools.lru_cache(maxsize=4096)(self._find_fits)
        self._near = functools.lru_cache(maxsize=1024)(self._find_near)
        self._coded = functools.cache(self._by_code)

    def find(self, key: object, code: str | None = None, on: PartialDate | None = None) -> str:
        """The id of the state that `key` means, as a code of a system if one is given.

        Raises:
            UnknownStateError: none is meant; near names are suggested.
            AmbiguousStateError: several are meant.
            ValueError: there is no such system of codes.
            TypeError: `key` is neither text nor a whole number.
        """
        text = as_key(key)
        fits = self._fits(text) if code is None else self._fits_of_code(key, text, code)
        if not fits:
            raise UnknownStateError(key, self._near(fold(text)))
        if on is not None and fits[0].rank != _AT_ODDS:
            fits = self._on_day(fits, on)
        best = {fit.state for fit in fits if fit.rank == fits[0].rank}
        if len(best) > 1:
            raise AmbiguousStateError(key, sorted(self._readings(best, text, code)))
        return best.pop()

    def whatever_the_day(self, key: object, code: str | None = None) -> str | None:
        """The id of the state that a key means on every day; `None` where that depends on it.

        Raises:
            TypeError: `key` is neither text nor a whole number.
        """
        text = as_key(key)
        fits = self._fits(text) if code is None else self._coded(code).get(_code(text), ())
        states = {fit.state for fit in fits}
        state = states.pop() if len(states) == 1 else None
        return None if state in self._same_number else state

    def segment(self, day: PartialDate) -> int:
        """The number of the stretch of days, each key with one meaning, of an exact day."""
        return bisect_right(self._changes, day.numbers[0])

    @functools.cached_property
    def _changes(self) -> list[int]:
        """The days on which something of a state may begin or end."""
        dated = (
            part
            for row in self._rows.values()
            for part in (*row["names"], *row.get("codes", ()), *row.get("existence", ()))
        )
        bounds = (
            as_bound(part[name]) for part in dated for name in ("start", "end") if name in part
        )
        return sorted({n for one in bounds if isinstance(one, PartialDate) for n in one.numbers})

    def turning_days(self, key: object, code: str | None = None) -> list[int] | None:
        """The day numbers, in order, from which on a key may mean another state than before.

        Returns:
            The day numbers; `None` where the key means no state on any day.

        Raises:
            ValueError, TypeError: as in `find`.
        """
        text = as_key(key)
        fits = self._fits(text) if code is None else self._having(text, code)
        if not fits:
            return None
        if fits[0].rank == _AT_ODDS:
            return []
        dated = [fit.dated for fit in fits]
        days = {as_date(row["start"]).numbers[0] for row in dated if row.get("start")}
        days.update(as_date(row["end"]).numbers[1] for row in dated if row.get("end"))
        for state in self._with_heirs({fit.state for fit in fits}):
            for held in map(_days_of, self._rows[state].get("existence", ())):
                days.add(held.possible_from)
                if held.possible_until < math.inf:
                    days.add(int(held.possible_until))
        return sorted(days)

    def _on_day(self, fits: tuple[_Fit, ...], on: PartialDate) -> tuple[_Fit, ...]:
        """Of the fits those that a day leaves, the best first."""
        alive = [fit for fit in fits if self._exists(fit.state, on)]
        if not alive:
            states = (id_ for fit in fits for id_ in self._same_number.get(fit.state, ()))
            alive = [_Fit(_FORMER, id_, {}) for id_ in states if self._exists(id_, on)]
        in_use = [fit for fit in alive if fit.in_use(on)]
        return tuple(in_use or alive or fits)

    def _exists(self, state: str, on: PartialDate) -> bool:
        """Whether a state may exist on a day; one of which nothing is said always does."""
        periods = self._rows[state].get("existence", ())
        return not periods or any(_days_of(one).hold(*on.numbers, possible=True) for one in periods)

    def _find_fits(self, text: str) -> tuple[_Fit, ...]:
        """The states that a text may mean, the best fit first."""
        text = self._renamed.get(text, text)
        if text in self._rows:
            return (_Fit(_ID, text, {}),)
        found: list[_Fit] = []
        if text.isascii() and text.isalpha() and len(text) in _LETTERS:
            found.extend(self._coded(_LETTERS[len(text)]).get(_code(text), ()))
        if not found and (folded := fold(text)):
            found.extend(self._names.get(folded, ()))
        if not found and text.isascii() and text.isdecimal():
            # No system before another: what several states have is ambiguous.
            found.extend(
                fit._replace(rank=_FORMER)
                for system in _NUMBERS
                for fit in self._coded(system).get(_code(text), ())
            )
        return _sorted(found) if found else self._fits_of_spelling(text)

    def _fits_of_spelling(self, text: str) -> tuple[_Fit, ...]:
        """The states that a text may mean by the rules of spelling, the best fit first."""
        reading = self._spellings.read(text)
        if reading is None:
            return ()
        parts = [self._fits_of_names(names) for names in reading.parts]
        fits = self._agreeing(parts)
        if not fits:
            best = (fit for part in parts for fit in part if fit.rank == part[0].rank)
            return tuple(fit._replace(rank=_AT_ODDS) for fit in best)
        return fits if reading.year is None else self._on_day(fits, as_date(reading.year))

    def _fits_of_names(self, names: Iterable[str]) -> tuple[_Fit, ...]:
        """The states of some known names; where there are several, none before another."""
        fits = [self._names[name] for name in names]
        if len(fits) == 1:
            return _sorted(fits[0])
        return tuple(fit._replace(rank=_FORMER) for one in fits for fit in one)

    def _agreeing(self, parts: list[tuple[_Fit, ...]]) -> tuple[_Fit, ...]:
        """The fits of the states that all parts may mean.

        If there are none, those of states that hand on their number to one another: "Serbia
        (Yugoslavia)" is either, by the day.
        """
        if len(parts) == 1:
            return parts[0]
        meant = [{fit.state for fit in fits} for fits in parts]
        common = set.intersection(*meant)
        if not common:
            common = {one for states in meant for one in states}
            common.intersection_update(*map(self._with_heirs, meant))
        return _sorted(
            fit._replace(rank=self._rank_of_present(self._rows[fit.state]))
            for fits in parts
            for fit in fits
            if fit.state in common
        )

    def _fits_of_code(self, key: object, text: str, system: str) -> tuple[_Fit, ...]:
        fits = self._having(text, system)
        if not fits:
            raise UnknownStateError(key, near(_code(text), sorted(self._coded(system)), 3), system)
        return fits

    def _having(self, text: str, system: str) -> tuple[_Fit, ...]:
        """The states that have had a code, the best fit first."""
        if system not in SYSTEMS:
            raise ValueError(f"no system of codes {system!r}; {did_you_mean(system, SYSTEMS)}")
        return _sorted(self._coded(system).get(_code(text), ()))

    def _by_code(self, system: str) -> dict[str, list[_Fit]]:
        """The states of each code of a system."""
        found: dict[str, list[_Fit]] = {}
        for key, row in self._rows.items():
            codes = [code for code in row.get("codes", ()) if code["system"] == system]
            for code in codes:
                current = code["value"] == codes[-1]["value"]
                rank = self._rank_of_present(row) if current else _FORMER
                fit = _Fit(rank, key, code)
                found.setdefault(_code(code["value"]), []).append(fit)
        return found

    @functools.cached_property
    def _names(self) -> dict[str, list[_Fit]]:
        """The states of each name, as it is compared."""
        found: dict[str, list[_Fit]] = {}
        for key, row in self._rows.items():
            *former, last = row["names"]
            local = (name["name"] for name in row.get("local_names", ()))
            for name, rank, dated in (
                (key.replace("-", " "), _ID, {}),
                (last["name"], self._rank_of_present(row), last),
                *((one["name"], _FORMER, one) for one in former),
                *((alias, _FORMER, {}) for alias in (*row.get("aliases", ()), *local)),
            ):
                found.setdefault(fold(name), []).append(_Fit(rank, key, dated))
        found.pop("", None)
        return found

    def _with_heirs(self, states: set[str]) -> set[str]:
        """Some states and those with which they share a number."""
        return states.union(*(self._same_number.get(state, ()) for state in states))

    @functools.cached_property
    def _spellings(self) -> Spellings:
        """The names, to be found by other spellings."""
        from .spelling import Spellings  # noqa: PLC0415  Needed for no known name.

        return Spellings(
            {name: frozenset(fit.state for fit in fits) for name, fits in self._names.items()}
        )

    @functools.cached_property
    def _same_number(self) -> dict[str, set[str]]:
        """The other states that have had a number of a state."""
        found: dict[str, set[str]] = {}
        for system in _HANDED_ON:
            for fits in self._coded(system).values():
                states = {fit.state for fit in fits}
                for state in states if len(states) > 1 else ():
                    found.setdefault(state, set()).update(states - {state})
        return found

    def _rank_of_present(self, row: Row) -> int:
        """How well the last name or code of a state fits: less if the state has ended."""
        ended = bool(row.get("existence")) and "end" in row["existence"][-1]
        return _LAST if ended else _PRESENT

    def _readings(self, states: Iterable[str], text: str, code: str | None) -> Iterator[str]:
        """What each of several states is called, and which numbers of it are meant."""
        for state in states:
            systems = [
                system
                for system in _NUMBERS
                if any(fit.state == state for fit in self._coded(system).get(_code(text), ()))
            ]
            name = self._name(state)
            yield f"{name} ({', '.join(systems)})" if systems and code is None else name

    def _find_near(self, folded: str) -> tuple[str, ...]:
        """The names that are nearest, each state once."""
        known = {name: fits[0].state for name, fits in self._names.items()}
        guesses = near(folded, known, 6)
        return tuple(dict.fromkeys(self._name(known[name]) for name in guesses))[:3]

    def _name(self, key: str) -> str:
        return str(self._rows[key]["names"][-1]["name"])


def _days_of(period: Row) -> DayNumbers:
    """The day numbers of a period of existence."""
    return day_numbers(as_date(period["start"]), as_bound(period.get("end", "open")))


def _sorted(fits: Iterable[_Fit]) -> tuple[_Fit, ...]:
    return tuple(sorted(fits, key=lambda fit: fit.rank))


def _code(value: str) -> str:
    """A code as it is compared: in capitals, numbers without leading zeros."""
    value = value.strip().upper()
    return value.lstrip("0") or "0" if value.isascii() and value.isdecimal() else value
