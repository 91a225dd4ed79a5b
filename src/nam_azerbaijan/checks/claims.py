"""CLM: claims and the values they are about."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import Bound, PartialDate
from ..records.base import plain
from ..records.walk import NO_VALUE, value_at
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Claim


def _held(nam: Dataset, claim: Claim) -> Any:
    """What stands where a claim points, as JSON knows it."""
    try:
        record = nam.get(claim.record)
    except LookupError:
        return NO_VALUE
    value = value_at(record, claim.path)
    return value if value is NO_VALUE else plain(value)


@rule("CLM001", "Claims point at a value", "{path!r} leads nowhere in {record}")
def nowhere(nam: Dataset) -> Iterator[Hit]:
    """The path of a claim names a field of its record."""
    for claim in nam.claims:
        if _held(nam, claim) is NO_VALUE:
            yield hit(claim, "path", path=claim.path, record=claim.record)


@rule("CLM002", "The preferred claim is the value", "claims {value!r}, but {record} has {held!r}")
def not_held(nam: Dataset) -> Iterator[Hit]:
    """A record holds the value of the claim that is preferred for it."""
    for claim in nam.claims.where(preferred=True):
        held = _held(nam, claim)
        if held is not NO_VALUE and held != plain(claim.value):
            yield hit(claim, "value", value=plain(claim.value), record=claim.record, held=held)


@rule(
    "CLM003",
    "A dispute has one preferred claim",
    "{count} claims on {path} of {record} are preferred",
)
def preferences(nam: Dataset) -> Iterator[Hit]:
    """Of the claims on one value of one record exactly one is preferred."""
    disputes: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in nam.claims:
        disputes[claim.record, claim.path].append(claim)
    for (record, path), claims in disputes.items():
        count = sum(claim.preferred for claim in claims)
        if count != 1:
            yield hit(claims[0], "preferred", count=count, path=path, record=record)


@rule(
    "CLM004",
    "A dispute differs",
    "claims {value!r}, which is the preferred value too, as a {nature}",
)
def same_value(nam: Dataset) -> Iterator[Hit]:
    """A claim that is not preferred says something else than the record."""
    for claim in nam.claims.where(preferred=False):
        held = _held(nam, claim)
        if held == plain(claim.value):
            nature = claim.nature.value if claim.nature else "dispute"
            yield hit(claim, "value", value=held, nature=nature)


@rule("CLM005", "Claims say why", "{problem}")
def unexplained(nam: Dataset) -> Iterator[Hit]:
    """A claim has a reason, and where it is not preferred a nature; a preferred one has none."""
    for claim in nam.claims:
        if not claim.reason.strip():
            yield hit(claim, "reason", problem="has no reason")
        if (claim.nature is None) != claim.preferred:
            problem = "is preferred, but has a nature" if claim.preferred else "has no nature"
            yield hit(claim, "nature", problem=problem)


@rule(
    "CLM006",
    "A claim has the form of its field",
    "{value!r} is no value for a field that holds {held!r}",
)
def wrong_form(nam: Dataset) -> Iterator[Hit]:
    """Where a record holds a date, a number or a list, a claim on it is one."""
    for claim in nam.claims:
        held = _held(nam, claim)
        if held is NO_VALUE or held is None:
            continue
        value = plain(claim.value)
        sound = type(held) is type(value) or value is None
        word = value_at(nam.get(claim.record), claim.path)
        if isinstance(word, enum.Enum) and not isinstance(word, Bound):
            sound = value in {plain(member) for member in type(word)}
        elif sound and isinstance(held, str) and _is_date(held):
            sound = value is None or _is_date(value)
        if not sound:
            yield hit(claim, "value", value=value, held=held)


def _is_date(text: str) -> bool:
    if text in ("open", "unknown"):
        return True
    try:
        PartialDate(text)
    except ValueError:
        return False
    return True


@rule("CLM007", "One claim is one source's", "rests on {count} citations")
def many_sources(nam: Dataset) -> Iterator[Hit]:
    """A claim is what one source says, so it has one citation."""
    for claim in nam.claims:
        if len(claim.sources) != 1:
            yield hit(claim, "sources", count=len(claim.sources))
