"""COD: codes and names of states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ..dates import Bound, PartialDate
from ..records.periods import Period
from ..text import fold
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.parties import State

FORMS = {
    "iso2c": re.compile(r"[A-Z]{2}"),
    "iso3c": re.compile(r"[A-Z]{3}"),
    "iso3n": re.compile(r"[0-9]{3}"),
    "cown": re.compile(r"[1-9][0-9]{0,2}"),
    "gwn": re.compile(r"[1-9][0-9]{0,3}"),
    "m49": re.compile(r"[0-9]{3}"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
}


@rule("COD001", "Codes are well formed", "{value!r} is no {system} code")
def malformed(nam: Dataset) -> Iterator[Hit]:
    """Each code belongs to a known system and has its form."""
    for state in nam.states:
        for number, code in enumerate(state.codes):
            form = FORMS.get(code.system)
            if form is None or not form.fullmatch(code.value):
                yield hit(state, f"codes[{number}]", value=code.value, system=code.system)


def _in_use(dated: Any, existence: tuple[Period, ...]) -> Period | None:
    """When a dated name or code is in use: its own dates, or else those of the state."""
    if not existence:
        return None
    start = dated.start or existence[0].start
    end: PartialDate | Bound = dated.end or existence[-1].end
    if isinstance(end, PartialDate) and not start.possibly_before(end):
        return None
    return Period(start, end)


@rule(
    "COD002",
    "A code means one state a day",
    "{system} code {value} is also that of {other} at the same time",
)
def shared(nam: Dataset) -> Iterator[Hit]:
    """No two states that exist together have the same code in a system."""
    users: dict[tuple[str, str], list[tuple[Any, Period]]] = defaultdict(list)
    for state in nam.states:
        for code in state.codes:
            period = _in_use(code, state.existence)
            if period is not None:
                users[code.system, code.value].append((state, period))
    for (system, value), held in users.items():
        for (one, first), (two, second) in combinations(held, 2):
            if first.overlaps(second):
                yield hit(two, "codes", system=system, value=value, other=one.id)


@rule("COD003", "ISO and M49 numbers agree", "ISO number {iso3n}, but M49 number {m49}")
def neighbours(nam: Dataset) -> Iterator[Hit]:
    """The ISO number of a state is its M49 number, where it has both."""
    for state in nam.states:
        if state.iso3n and state.m49 and state.iso3n != state.m49:
            yield hit(state, "codes", iso3n=state.iso3n, m49=state.m49)


@rule(
    "COD004",
    "A name means one state a day",
    "{name!r} is also the name of {other} at the same time",
)
def same_name(nam: Dataset) -> Iterator[Hit]:
    """No two states that exist together have the same name."""
    users: dict[str, list[tuple[Any, Period]]] = defaultdict(list)
    for state in nam.states:
        for name in state.names:
            period = _in_use(name, state.existence)
            if period is not None:
                users[fold(name.name)].append((state, period))
    for held in users.values():
        for (one, first), (two, second) in combinations(held, 2):
            if one.id != two.id and first.overlaps(second):
                yield hit(two, "names", name=two.name, other=one.id)


@rule(
    "COD005",
    "One code a day in each system",
    "has {first} and {second} as {system} code at the same time",
)
def two_codes(nam: Dataset) -> Iterator[Hit]:
    """A state has no two codes of one system on one day."""
    for state in nam.states:
        for one, two in combinations(state.codes, 2):
            if one.system != two.system:
                continue
            first, second = _in_use(one, state.existence), _in_use(two, state.existence)
            if first and second and first.overlaps(second):
                yield hit(state, "codes", first=one.value, second=two.value, system=one.system)


@rule(
    "COD006",
    "Correlates of War and Gleditsch-Ward numbers agree",
    "number {cown} in one list, {gwn} in the other",
)
def lists(nam: Dataset) -> Iterator[Hit]:
    """The two lists of states give the same number to a state, but for known exceptions."""
    for state in nam.states:
        if state.cown and state.gwn and state.cown != state.gwn:
            yield hit(state, "codes", cown=state.cown, gwn=state.gwn)


@rule("COD007", "Letter codes agree", "{code} does not go with {other}")
def letters(nam: Dataset) -> Iterator[Hit]:
    """The letters of an ISO code stand in their order in the longer code, and that in a name."""
    for state in nam.states:
        names = [fold(name).replace(" ", "") for name in (*_names(state), *state.aliases)]
        longer = [code.value for code in state.codes if code.system == "iso3c"]
        for code in state.codes:
            if code.system == "iso2c" and longer:
                if not any(_within(code.value, one) for one in longer):
                    yield hit(state, "codes", code=code.value, other=" or ".join(longer))
            elif code.system == "iso3c" and not any(
                _within(code.value.casefold(), name) for name in names
            ):
                yield hit(state, "codes", code=code.value, other="a name")


def _names(state: State) -> list[str]:
    return [dated.name for dated in state.names]


def _within(letters: str, name: str) -> bool:
    """Whether letters stand in a name in their order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)
