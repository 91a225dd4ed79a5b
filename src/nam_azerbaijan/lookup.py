"""From what a user types to the state that is meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from .errors import AmbiguousStateError, UnknownStateError
from .fold import fold
from .store import Row, Rows

__all__ = ["StateIndex"]

_LETTER_CODES = ("iso2c", "iso3c")
_SYSTEMS = ("iso2c", "iso3c", "iso3n", "cown", "gwn", "m49", "wikidata")


class StateIndex:
    """Names and codes of states, in tiers of which the first that knows a key answers.

    First ids, then the present names and letter codes of states that exist, then the last ones
    of states that do not, then former names, aliases and former codes, last numbers, which mean
    different states in different systems.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._tiers: list[dict[str, list[str]]] = [{}, {}, {}, {}]
        numbers: dict[str, dict[str, list[str]]] = {}
        self._codes: dict[str, tuple[dict[str, list[str]], ...]] = {
            system: ({}, {}, {}) for system in _SYSTEMS
        }
        for key, row in rows.items():
            ended = bool(row.get("existence")) and "end" in row["existence"][-1]
            self._add(0, key, key)
            *former, last = row["names"]
            self._add(2 if ended else 1, last["name"], key)
            for name in (*(dated["name"] for dated in former), *row.get("aliases", ())):
                self._add(3, name, key)
            self._add_codes(key, row, ended=ended, numbers=numbers)
        self._numbers = numbers

    def _add(self, tier: int, name: str, key: str) -> None:
        held = self._tiers[tier].setdefault(fold(name), [])
        if key not in held:
            held.append(key)

    def _add_codes(
        self, key: str, row: Row, *, ended: bool, numbers: dict[str, dict[str, list[str]]]
    ) -> None:
        last = {code["system"]: code["value"] for code in row.get("codes", ())}
        for code in row.get("codes", ()):
            system, value = code["system"], code["value"]
            current = value == last[system]
            tier = (2 if ended else 1) if current else 3
            folded = _code(value)
            held = self._codes[system][tier - 1].setdefault(folded, [])
            if key not in held:
                held.append(key)
            if system in _LETTER_CODES:
                self._add(tier, value, key)
            elif folded.isdigit():
                numbers.setdefault(folded, {}).setdefault(key, []).append(system)

    def find(self, key: object, code: str | None = None) -> str:
        """The id of the state that `key` means.

        Raises:
            UnknownStateError: none is meant; near names are suggested.
            AmbiguousStateError: several are meant.
            ValueError: there is no such system of codes.
        """
        if code is not None:
            return self._by_code(key, code)
        folded = fold(str(key))
        for tier in self._tiers:
            if folded in tier:
                return self._only(key, tier[folded])
        meant = self._numbers.get(_code(folded))
        if meant:
            if len(meant) == 1:
                return next(iter(meant))
            raise AmbiguousStateError(
                key,
                sorted(f"{self._name(state)} ({', '.join(held)})" for state, held in meant.items()),
            )
        raise UnknownStateError(key, self._near(folded))

    def _by_code(self, key: object, code: str) -> str:
        if code not in self._codes:
            raise ValueError(f"unknown system of codes {code!r}; known: {', '.join(_SYSTEMS)}")
        folded = _code(str(key))
        for tier in self._codes[code]:
            if folded in tier:
                return self._only(key, tier[folded])
        known: Iterable[str] = (value for tier in self._codes[code] for value in tier)
        near = difflib.get_close_matches(folded, sorted(known), n=3)
        raise UnknownStateError(key, (value.upper() for value in near), code)

    def _only(self, key: object, found: list[str]) -> str:
        if len(found) > 1:
            raise AmbiguousStateError(key, sorted(map(self._name, found)))
        return found[0]

    def _near(self, folded: str) -> list[str]:
        """The names that are nearest, each state once."""
        known: dict[str, str] = {}
        for tier in self._tiers:
            for name, keys in tier.items():
                known.setdefault(name, keys[0])
        near = difflib.get_close_matches(folded, known, n=6, cutoff=0.7)
        return list(dict.fromkeys(self._name(known[name]) for name in near))[:3]

    def _name(self, key: str) -> str:
        names: list[Mapping[str, str]] = self._rows[key]["names"]
        return names[-1]["name"]


def _code(value: str) -> str:
    """A code as it is compared: without case, numbers without leading zeros."""
    value = value.strip().casefold()
    return value.lstrip("0") or "0" if value.isdigit() else value
