"""From what a user types to the state that is meant."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .dates import Bound, PartialDate, as_date
from .errors import AmbiguousStateError, UnknownStateError
from .fold import fold, near
from .store import Row, Rows

__all__ = ["StateIndex"]

_SYSTEMS = ("iso2c", "iso3c", "iso3n", "cown", "gwn", "m49", "wikidata")
_LETTERS = ("iso2c", "iso3c")
_NUMBERS = ("iso3n", "cown", "gwn", "m49")

Tier = dict[str, list[str]]


class StateIndex:
    """Names and codes of states, in tiers of which the first that knows a key answers.

    First ids, then letter codes and then names: in each case those that states have now, then
    the last ones of states that have ended, then former ones, among them aliases. Numbers come
    last, since they mean different states in different systems.
    """

    def __init__(self, rows: Rows, renamed: Mapping[str, str] = MappingProxyType({})) -> None:
        self._rows = rows
        self._renamed = renamed
        self._by_system: dict[tuple[str, ...], tuple[Tier, Tier, Tier]] = {}

    def find(self, key: object, code: str | None = None, on: PartialDate | None = None) -> str:
        """The id of the state that `key` means, as a code on a day if one is given.

        Raises:
            UnknownStateError: none is meant; near names are suggested.
            AmbiguousStateError: several are meant.
            ValueError: there is no such system of codes.
        """
        if code is not None:
            return self._by_code(key, code, on)
        text = str(key).strip()
        text = self._renamed.get(text, text)
        if text in self._rows:
            return text
        if text.isalpha() and text.isascii() and len(text) in (2, 3):
            for tier in self._codes(*_LETTERS):
                if text.upper() in tier:
                    return self._only(key, tier[text.upper()])
        folded = fold(text)
        for tier in self._names:
            if folded in tier:
                return self._only(key, tier[folded])
        if meant := self._numbers(text):
            return self._one_number(key, meant)
        raise UnknownStateError(key, self._near(folded))

    def _ended(self, row: Row) -> bool:
        return bool(row.get("existence")) and "end" in row["existence"][-1]

    def _codes(self, *systems: str) -> tuple[Tier, Tier, Tier]:
        """Codes of some systems: present, last and former."""
        if systems in self._by_system:
            return self._by_system[systems]
        tiers: tuple[Tier, Tier, Tier] = ({}, {}, {})
        for key, row in self._rows.items():
            codes = [code for code in row.get("codes", ()) if code["system"] in systems]
            last = {code["system"]: code["value"] for code in codes}
            for code in codes:
                current = code["value"] == last[code["system"]]
                tier = (1 if self._ended(row) else 0) if current else 2
                _add(tiers[tier], _code(code["value"]), key)
        return self._by_system.setdefault(systems, tiers)

    @functools.cached_property
    def _names(self) -> tuple[Tier, Tier, Tier, Tier]:
        """Ids, present names, last names, and former names with aliases, as they are compared."""
        tiers: tuple[Tier, Tier, Tier, Tier] = ({}, {}, {}, {})
        for key, row in self._rows.items():
            *former, last = row["names"]
            _add(tiers[0], fold(key), key)
            _add(tiers[2 if self._ended(row) else 1], fold(last["name"]), key)
            for name in (*(dated["name"] for dated in former), *row.get("aliases", ())):
                _add(tiers[3], fold(name), key)
        return tiers

    def _numbers(self, text: str) -> dict[str, list[str]]:
        """The states that a number means, and in which systems."""
        meant: dict[str, list[str]] = {}
        if text.isdigit():
            for system in _NUMBERS:
                for tier in self._codes(system):
                    for key in tier.get(_code(text), ()):
                        meant.setdefault(key, []).append(system)
        return meant

    def _one_number(self, key: object, meant: dict[str, list[str]]) -> str:
        if len(meant) > 1:
            readings = (f"{self._name(state)} ({', '.join(held)})" for state, held in meant.items())
            raise AmbiguousStateError(key, sorted(readings))
        return next(iter(meant))

    def _by_code(self, key: object, code: str, on: PartialDate | None) -> str:
        if code not in _SYSTEMS:
            raise ValueError(f"unknown system of codes {code!r}; known: {', '.join(_SYSTEMS)}")
        asked = _code(str(key))
        tiers = self._codes(code)
        if on is not None:
            users = {id_: None for tier in tiers for id_ in tier.get(asked, ())}
            held = [id_ for id_ in users if self._uses(id_, code, asked, on)]
            if held:
                return self._only(key, held)
            raise UnknownStateError(key, (), f"{code} (on {on})")
        for tier in tiers:
            if asked in tier:
                return self._only(key, tier[asked])
        known: Iterator[str] = (value for tier in tiers for value in tier)
        raise UnknownStateError(key, near(asked, sorted(known), 3), code)

    def _uses(self, id_: str, system: str, value: str, on: PartialDate) -> bool:
        """Whether a state exists on a day and has a code then."""
        row = self._rows[id_]
        spells = [
            (code.get("start"), code.get("end"))
            for code in row.get("codes", ())
            if code["system"] == system and _code(code["value"]) == value
        ]
        there = [(one["start"], one.get("end")) for one in row.get("existence", ())]
        return any(_holds(*one, on) for one in spells) and (
            not there or any(_holds(*one, on) for one in there)
        )

    def _only(self, key: object, found: list[str]) -> str:
        if len(found) > 1:
            raise AmbiguousStateError(key, sorted(map(self._name, found)))
        return found[0]

    def _near(self, folded: str) -> list[str]:
        """The names that are nearest, each state once."""
        known = {name: keys[0] for tier in reversed(self._names) for name, keys in tier.items()}
        guesses = near(folded, known, 6)
        return list(dict.fromkeys(self._name(known[name]) for name in guesses))[:3]

    def _name(self, key: str) -> str:
        return str(self._rows[key]["names"][-1]["name"])


def _holds(start: str | None, end: str | None, on: PartialDate) -> bool:
    """Whether all days that `on` may mean may lie from `start` to `end`."""
    return (start is None or as_date(start).earliest <= on.earliest) and (
        end is None or end in tuple(Bound) or on.latest < as_date(end).latest
    )


def _add(tier: Tier, name: str, key: str) -> None:
    held = tier.setdefault(name, [])
    if key not in held:
        held.append(key)


def _code(value: str) -> str:
    """A code as it is compared: in capitals, numbers without leading zeros."""
    value = value.strip().upper()
    return value.lstrip("0") or "0" if value.isdigit() else value
