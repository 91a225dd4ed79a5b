"""Verdicts: what the data says of the statements of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from ..dates import PartialDate
from ..errors import CoverageError
from ..evidence.witnesses import roots, witnesses
from ..records.base import plain
from ..records.evidence import Assertion, Comparison
from . import formulas  # noqa: F401  Its modules enter themselves in the registry.
from .registry import Found, run
from .values import Amount, IdSet, Ruling, Value

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["Ruling", "Verdict", "verify"]


@attrs.frozen(kw_only=True)
class Verdict:
    """What the data says of a statement.

    Attributes:
        assertion: id of the statement.
        verdict: supported, contradicted or undecided.
        asserted: the value that the statement gives.
        computed: the value that the data gives; two numbers between which it lies; `None` where
            the data does not know it.
        off: how far the asserted value is from it: of numbers how much more it is, of dates how
            many days later, of sets what is missing and what is too much; `None` for others.
        records: ids of the records that decide it.
        sentence: the ruling in a sentence.
    """

    assertion: str
    verdict: Ruling
    asserted: Any
    computed: Any
    off: Any
    records: tuple[str, ...]
    sentence: str


def verify(nam: Dataset, *, source: str | None = None) -> tuple[Verdict, ...]:
    """A verdict on each statement with a computation, in order of id.

    What imprecise data leaves open, what it does not cover, and what it has from the source of
    the statement alone is undecided.

    Args:
        nam: the data set.
        source: only statements of this source: its id, its title or its author's name.

    Raises:
        LookupError: there is no such source, or several.
    """
    citing = None if source is None else {one.record.id for one in nam.cited(source)}
    return tuple(
        _verdict(nam, one)
        for one in nam.assertions
        if one.computation is not None and (citing is None or one.id in citing)
    )


def as_of(nam: Dataset, assertion: Assertion) -> PartialDate:
    """The day on which a statement is to be true: its own, or that of its source.

    It is never later than the last day that the data knows.
    """
    last = PartialDate(nam.as_of.isoformat())
    said = assertion.as_of or nam.sources[assertion.sources[0].source].published or last
    return last if said.latest > nam.as_of else said


def _verdict(nam: Dataset, assertion: Assertion) -> Verdict:
    assert assertion.computation is not None  # noqa: S101
    asserted = plain(assertion.value)
    try:
        found = run(nam, assertion.computation, as_of(nam, assertion))
    except CoverageError as error:
        return _made(assertion, Ruling.UNDECIDED, asserted, None, f"The data cannot say: {error}.")
    ruling = found.value.ruling(assertion.comparison or Comparison.EQUAL, asserted)
    if ruling is not Ruling.UNDECIDED and _is_echo(nam, assertion, found):
        return _made(
            assertion, Ruling.UNDECIDED, asserted, found,
            "What the data has on this comes from the same source alone.",
        )  # fmt: skip
    return _made(assertion, ruling, asserted, found, _sentence(ruling, asserted, found))


def _made(
    assertion: Assertion, ruling: Ruling, asserted: Any, found: Found | None, sentence: str
) -> Verdict:
    return Verdict(
        assertion=assertion.id,
        verdict=ruling,
        asserted=asserted,
        computed=None if found is None else found.value.plain(),
        off=None if found is None else found.value.off(asserted),
        records=() if found is None else found.records,
        sentence=sentence,
    )


def _is_echo(nam: Dataset, assertion: Assertion, found: Found) -> bool:
    """Whether what decides a statement rests on the source of the statement alone.

    That is so where every record does, or one without which there would be no value.
    """
    own = frozenset().union(*(roots(nam.sources, one.source) for one in assertion.sources))

    def is_own(key: str, path: str) -> bool:
        return witnesses(nam.sources, nam.claims, nam.get(key), path) <= own

    alone = bool(found.records) and all(is_own(key, found.path) for key in found.records)
    return alone or any(is_own(key, path) for key, path in found.needs)


_MOST = 8


def _sentence(ruling: Ruling, asserted: Any, found: Found) -> str:
    """An ruling in a sentence."""
    computed, off = found.value.plain(), found.value.off(asserted)
    if computed is None:
        return "The data does not know."
    shown = _shown(found.value, asserted)
    if ruling is Ruling.SUPPORTED:
        return f"The data gives {shown}."
    if ruling is Ruling.UNDECIDED:
        return f"Imprecise data leaves it open: {_open(found.value, asserted)}."
    if isinstance(off, dict):
        told = [f"{word} {_words(off[name])}" for name, word in _SIDES.items() if off[name]]
        return f"The data differs: {'; '.join(told)}."
    return f"Said: {_words(asserted)}; the data gives {shown}."


def _open(value: Value, asserted: Any) -> str:
    """What imprecise data leaves open."""
    if isinstance(value, IdSet):
        if not _counted(asserted):
            also = sorted(value.possible - value.certain)
            return f"certain {_words(value.plain())}; possible also {_words(also)}"
        value = value.count
    if isinstance(value, Amount):
        least, most = (_words(one) for one in value.bounds)
        return f"at least {least}" if most == "None" else f"from {least} to {most}"
    return _words(value.plain())


_SIDES = {"missing": "not named are", "extra": "named in error are"}


def _shown(value: Value, asserted: Any) -> str:
    """What was found, as a sentence has it."""
    computed = value.plain()
    if isinstance(computed, list) and (isinstance(value, Amount) or _counted(asserted)):
        return str(len(computed)) if isinstance(value, IdSet) else _open(value, asserted)
    return _words(computed)


def _counted(asserted: Any) -> bool:
    return isinstance(asserted, int | float) and not isinstance(asserted, bool)


def _words(value: Any) -> str:
    """A value as a sentence has it."""
    if isinstance(value, list):
        more = [f"{len(value) - _MOST} more"] if len(value) > _MOST else []
        return ", ".join([*map(str, value[:_MOST]), *more]) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
