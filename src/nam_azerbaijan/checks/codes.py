"""COD: codes and names of states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate
from ..records.parties import Dated, StateKind
from ..records.periods import Period
from ..text import did_you_mean, fold
from .code_lists import LINES, NO_CODE
from .lasting import lifetime
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.parties import State

FORMS = {
    "iso2c": re.compile(r"[A-Z]{2}"),
    "iso3c": re.compile(r"[A-Z]{3}"),
    "iso3n": re.compile(r"[0-9]{3}"),
    "cown": re.compile(r"[1-9][0-9]{0,2}"),
    "cowc": re.compile(r"[A-Z]{3}"),
    "gwn": re.compile(r"[1-9][0-9]{0,3}"),
    "gwc": re.compile(r"[A-Z]{3}"),
    "m49": re.compile(r"[0-9]{3}"),
    "vdem": re.compile(r"[1-9][0-9]{0,2}"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
}


@rule("COD001", "Codes are well formed", "{value!r} is no {system} code{hint}")
def malformed(nam: Dataset) -> Iterator[Hit]:
    """Each code belongs to a known system and has its form."""
    for state in nam.states:
        for number, code in enumerate(state.codes):
            form = FORMS.get(code.system)
            if form is None or not form.fullmatch(code.value):
                hint = (
                    "" if form else f", which no list is called; {did_you_mean(code.system, FORMS)}"
                )
                yield hit(
                    state, f"codes[{number}]", value=code.value, system=code.system, hint=hint
                )


def _in_use(dated: Dated, existence: tuple[Period, ...]) -> Period | None:
    """When a dated name or code is in use: its own dates, or else those of the state."""
    whole = lifetime(existence)
    if whole is None:
        return None
    start, end = dated.start or whole.start, dated.end or whole.end
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
            if one.id != two.id and first.overlaps(second):
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
    users: dict[str, list[tuple[Any, str, Period]]] = defaultdict(list)
    for state in nam.states:
        for name in state.names:
            period = _in_use(name, state.existence)
            if period is not None:
                users[fold(name.name)].append((state, name.name, period))
    for held in users.values():
        for (one, _, first), (two, called, second) in combinations(held, 2):
            if one.id != two.id and first.overlaps(second):
                yield hit(two, "names", name=called, other=one.id)


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


# What stands in which place of which lines, by system and code. Numbers of M49 are those of ISO.
_LISTED: dict[str, dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
for _systems, _lines in LINES.items():
    for _line in _lines:
        for _system, _value in zip(_systems, _line, strict=True):
            _LISTED[_system][_value].append(_line)
_LISTED["m49"] = _LISTED["iso3n"]


def _known(state: State) -> bool:
    """Whether any list has a code of a state; it has none of a state that a user has made up."""
    return any(code.value in _LISTED.get(code.system, ()) for code in state.codes)


@rule("COD008", "Codes stand in their lists", "the list of {system} codes has no {value}")
def unlisted(nam: Dataset) -> Iterator[Hit]:
    """Each code stands in the list of its system, as `checks/code_lists.py` has it.

    States of which no list has any code, such as those of a user's own, are left alone, and so are
    items of Wikidata.
    """
    for state in filter(_known, nam.states):
        for number, code in enumerate(state.codes):
            if code.system in _LISTED and code.value not in _LISTED[code.system]:
                yield hit(state, f"codes[{number}]", value=code.value, system=code.system)


@rule(
    "COD009",
    "Codes of one list belong together",
    "{value} stands beside {listed} in the list, and not beside {system} {held}",
)
def torn_apart(nam: Dataset) -> Iterator[Hit]:
    """Codes that a state has in the systems of one list stand in one line of it."""
    for state in nam.states:
        held: dict[str, list[str]] = defaultdict(list)
        for code in state.codes:
            held[code.system].append(code.value)
        for systems in LINES:
            for here, there in permutations(systems, 2):
                for value in held[here]:
                    lines = _LISTED[here].get(value, ())
                    beside = {line[systems.index(there)] for line in lines} - {NO_CODE}
                    if held[there] and beside and beside.isdisjoint(held[there]):
                        yield hit(
                            state,
                            "codes",
                            value=value,
                            listed=" or ".join(sorted(beside)),
                            system=there,
                            held=" or ".join(held[there]),
                        )


@rule("COD010", "Codes are those of states", "is a {kind}, and yet has the code {value}")
def coded_movements(nam: Dataset) -> Iterator[Hit]:
    """A movement or a provisional government has no code: lists of states have only states."""
    for state in nam.states:
        if state.kind is not StateKind.STATE and state.codes:
            kind = state.kind.value.replace("-", " ")
            yield hit(state, "kind", kind=kind, value=state.codes[0].value)
