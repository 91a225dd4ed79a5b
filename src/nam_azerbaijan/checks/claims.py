"""CLM: claims and the values they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ..dates import Bound, PartialDate
from ..evidence.disputes import key_of
from ..findings import Severity
from ..records.base import Answer, Figure, Qualifier, Standing, plain
from ..records.votes import Ballot, Choice
from ..records.walk import NO_VALUE, FieldType, field_types, part_at, value_at
from .rules import Hit, hit, rule
from .wording import is_date

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Claim

_SILENT = (Answer.UNKNOWN.value, Bound.UNKNOWN.value, Standing.UNCONFIRMED.value)


def _held(nam: Dataset, claim: Claim) -> Any:
    """What stands where a claim points, as JSON knows it."""
    return plain(value_at(nam.get(claim.record), claim.path))


def _figure(nam: Dataset, claim: Claim) -> Figure | None:
    """The figure that a claim is about; `None` where it is about something else."""
    part = part_at(nam.get(claim.record), claim.path)
    return part if isinstance(part, Figure) else None


@rule("CLM001", "Claims point at a value", "{path!r} leads nowhere in {record}")
def nowhere(nam: Dataset) -> Iterator[Hit]:
    """The path of a claim names a field of its record."""
    for claim in nam.claims:
        if _held(nam, claim) is NO_VALUE:
            yield hit(claim, "path", path=claim.path, record=claim.record)


@rule("CLM002", "The preferred claim is the value", "claims {value!r}, but {record} has {held!r}")
def not_held(nam: Dataset) -> Iterator[Hit]:
    """A record holds the value of the claim that is preferred for it, hedged in the same way."""
    for claim in nam.claims.where(preferred=True):
        held, figure = _held(nam, claim), _figure(nam, claim)
        if held is not NO_VALUE and held != plain(claim.value):
            yield hit(claim, "value", value=plain(claim.value), record=claim.record, held=held)
        elif figure and figure.qualifier is not claim.qualifier:
            said, kept = claim.qualifier.value, figure.qualifier.value
            yield hit(claim, "qualifier", value=said, record=claim.record, held=kept)


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
    """A claim that is not preferred says something else than the record.

    Where the user prefers a source, others may agree with it.
    """
    moved = {(one.record, one.path) for one in nam.moved}
    for claim in nam.claims.where(preferred=False):
        if (claim.record, claim.path) in moved:
            continue
        held, figure = _held(nam, claim), _figure(nam, claim)
        hedged = figure is not None and figure.qualifier is not claim.qualifier
        if held == plain(claim.value) and not hedged:
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


@rule("CLM006", "A claim has the form of its field", "{value!r} is no value there: {expected}")
def wrong_form(nam: Dataset) -> Iterator[Hit]:
    """A claim has a value that its path can hold: a date, a number, a choice, an id or a list.

    Only a claim on a figure or a tally is hedged.
    """
    for claim in nam.claims:
        field = field_at(nam.get(claim.record), claim.path)
        if field is not None and not _fits(nam, claim.value, field):
            yield hit(claim, "value", value=plain(claim.value), expected=_expected(field))
        if claim.qualifier is not Qualifier.EXACTLY and _figure(nam, claim) is None:
            said, only = claim.qualifier.value, "only a figure or a tally is hedged"
            yield hit(claim, "qualifier", value=said, expected=only)


def field_at(record: Any, path: str) -> FieldType | None:
    """What may stand where a path leads; `None` where it leads nowhere."""
    outer, _, last = path.rpartition("/")
    holder = value_at(record, outer) if outer else record
    if isinstance(holder, tuple):
        field = field_at(record, outer)
        if field is None or value_at(record, path) is NO_VALUE:
            return None
        one = {Figure: int, Ballot: Choice}.get(field.cls, field.cls)
        return attrs.evolve(field, cls=one, many=False, optional=False)
    return field_types(type(holder)).get(last) if attrs.has(type(holder)) else None


def _fits(nam: Dataset, value: Any, field: FieldType) -> bool:
    """Whether a field may hold a value of a data file."""
    if value is None:
        return field.optional
    if field.many:
        one = attrs.evolve(field, many=False)
        return isinstance(value, tuple) and all(_fits(nam, item, one) for item in value)
    if field.refers:
        return field.refers == ("*",) or nam.home.get(value) in field.refers
    if field.choices:
        return value in field.choices
    if field.cls is PartialDate:
        return isinstance(value, str) and (
            is_date(value) or (field.bound and value in tuple(Bound))
        )
    return field.cls is object or type(value) is field.cls


def _expected(field: FieldType) -> str:
    """What a field may hold, in words."""
    if field.has_parts:
        return "the path leads to a part of the record"
    words = {str: "text", int: "a whole number", bool: "true or false", PartialDate: "a date"}
    one = words.get(field.cls, "a value")
    if field.refers:
        one = f"an id of the {' or '.join(field.refers)}"
    elif field.choices:
        one = f"one of {', '.join(field.choices)}"
    elif field.bound:
        one = "a date, open or unknown"
    return f"expected a list, each {one}" if field.many else f"expected {one}"


@rule("CLM007", "One claim is one source's", "rests on {count} citations")
def many_sources(nam: Dataset) -> Iterator[Hit]:
    """A claim is what one source says, so it has one citation."""
    for claim in nam.claims:
        if len(claim.sources) != 1:
            yield hit(claim, "sources", count=len(claim.sources))


@rule(
    "CLM008",
    "A preferred claim can win",
    "claims {value!r}, with which {record} would end before it starts",
    Severity.WARNING,
)
def refused(nam: Dataset) -> Iterator[Hit]:
    """Where the user prefers a source, each of its claims takes effect."""
    for one in nam.refused:
        yield hit(nam.claims[one.claim_after], "value", value=one.after, record=one.record)


@rule(
    "CLM009",
    "Claims on one value are of one dispute",
    "belongs to {key}, but {other} to {its}",
)
def scattered(nam: Dataset) -> Iterator[Hit]:
    """All claims on one value of one record belong to the same dispute."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in nam.claims:
        other = first.setdefault((claim.record, claim.path), claim)
        if key_of(claim) != key_of(other):
            yield hit(claim, "dispute", key=key_of(claim), other=other.id, its=key_of(other))


@rule("CLM010", "A claim says something", "{value!r} is no value that a source says")
def says_nothing(nam: Dataset) -> Iterator[Hit]:
    """A claim is what a source says: its value is neither "unknown" nor "unconfirmed".

    Where a source is silent, the record has that value, and its note says why.
    """
    for claim in nam.claims:
        if claim.value in _SILENT:
            yield hit(claim, "value", value=claim.value)
