"""The registry of rules, and how they are run.

Rules are run on data of the right form only, so that each reference in it leads to a record.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from ..dates import PartialDate
from ..files.manifest import Waiver
from ..findings import DatasetError, Finding, Severity
from ..records import COLLECTIONS, record_class
from ..records.base import Identified

if TYPE_CHECKING:
    from ..collection import Collection
    from ..dataset import Dataset
    from ..records.meetings import Meeting

__all__ = ["RULES", "Hit", "Rule", "check", "hit", "named_by", "outside", "rule"]

R = TypeVar("R", bound=Identified)


@attrs.frozen
class Hit:
    """A place where a rule is broken.

    Attributes:
        record: the record concerned; `None` for what the data set says of itself.
        field: path of the field concerned.
        parameters: what the rule's message says about it.
    """

    record: Identified | None
    field: str
    parameters: dict[str, Any]


def hit(record: Identified | None, field: str = "", /, **parameters: Any) -> Hit:
    """A hit on a field of a record, or of `dataset.json`, with the parameters of the message."""
    return Hit(record, field, parameters)


def outside(
    meeting: Meeting | None, record: Any, field: str, *, half_open: bool = False
) -> Iterator[Hit]:
    """A hit where the date in a field of a record is certainly no day of a meeting.

    Args:
        meeting: the meeting; none where the record names none.
        record: the record.
        field: the field with the date; where it holds none, there is nothing to compare.
        half_open: whether the day after the meeting will do, as for what ends with its last day.
    """
    date = getattr(record, field)
    if meeting is None or not isinstance(date, PartialDate) or meeting.may_include(date):
        return
    last = meeting.closed or meeting.opened
    if half_open and date.numbers[0] == last.numbers[1] + 1:
        return
    yield hit(
        record,
        field,
        date=date,
        meeting=meeting.id,
        opened=meeting.opened,
        closed=meeting.closed or "an unknown day",
    )


def named_by(held: Collection[R], key: str | None) -> R | None:
    """The record of a collection that a field names, or `None` where the field is empty."""
    return held[key] if key else None


@attrs.frozen(kw_only=True)
class Rule:
    """A rule that the data keeps.

    Attributes:
        code: three letters of the family and a number; never reused.
        title: the rule in a few words.
        description: what it demands, and why.
        severity: how bad it is to break it.
        message: what a finding says, with the parameters of a hit.
        find: gives the hits in a data set.
    """

    code: str
    title: str
    description: str
    severity: Severity
    message: str
    find: Callable[[Dataset], Iterable[Hit]] = attrs.field(repr=False)

    def findings(self, nam: Dataset) -> Iterator[Finding]:
        """A finding for each hit in a data set."""
        for found in self.find(nam):
            yield Finding(
                code=self.code,
                message=self.message.format(**found.parameters),
                severity=self.severity,
                file=_file_of(found.record),
                record=found.record.id if found.record else "",
                field=found.field,
            )


def _file_of(record: Identified | None) -> str:
    """The name of the data file that a record stands in."""
    if record is None:
        return "dataset.json"
    names = (name for name in COLLECTIONS if isinstance(record, record_class(name)))
    return f"{next(names)}.json"


_rules: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_rules)
"""Every rule by its code."""

FindHits = Callable[["Dataset"], Iterable[Hit]]


def rule(
    code: str, title: str, message: str, severity: Severity = Severity.ERROR
) -> Callable[[FindHits], FindHits]:
    """Register a function that gives hits as a rule; its docstring is the description."""

    def register(find: FindHits) -> FindHits:
        if code in _rules:
            raise ValueError(f"the code {code} is taken by {_rules[code].title!r}")
        _rules[code] = Rule(
            code=code,
            title=title,
            description=inspect.getdoc(find) or "",
            severity=severity,
            message=message,
            find=find,
        )
        return find

    return register


FORM_CODES = (
    "DAT001", "FMT004", "FMT005", "FMT009", "REF001", "REF002",
)  # fmt: skip
"""What may be wrong with rows before they are records, so that no rule can be run."""

_WAIVER_CODES = ("WVR001", "WVR002", "WVR003")


def check(
    nam: Dataset, *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Everything that the rules find wrong with a data set, by file and record.

    Where the form of the data or its references are wrong (`FORM_CODES`), that alone is told,
    whichever rules are chosen: a rule can only be run on records.

    Args:
        nam: the data set.
        select: codes, or beginnings of codes, of the rules to run; all where empty. One code may
            stand alone.
        ignore: codes, or beginnings of codes, of rules to leave out; in the same way.

    Raises:
        ValueError: no rule has such a code.
    """
    try:
        if findings := nam.form_findings():
            return _in_order(findings)
    except DatasetError as error:
        return _in_order(error.findings)
    run = _chosen(select, ignore)
    waived = {(waiver.rule, waiver.record) for waiver in nam.manifest.waivers}
    found = [finding for code in run if code in RULES for finding in RULES[code].findings(nam)]
    used = {(finding.code, finding.record) for finding in found} & waived
    kept = [finding for finding in found if (finding.code, finding.record) not in waived]
    kept.extend(one for one in _wrong_waivers(nam, used, run) if one.code in run)
    return _in_order(kept)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.file, f.record, f.code, f.field, f.message)))


def _chosen(select: str | Iterable[str], ignore: str | Iterable[str]) -> list[str]:
    """The codes of the rules that are to be run."""
    chosen = (select,) if isinstance(select, str) else tuple(select)
    dropped = (ignore,) if isinstance(ignore, str) else tuple(ignore)
    known = sorted([*RULES, *_WAIVER_CODES])
    for prefix in (*chosen, *dropped):
        if not prefix or not any(code.startswith(prefix) for code in (*known, *FORM_CODES)):
            families = ", ".join(sorted({code[:3] for code in known}))
            raise ValueError(f"no rule has the code {prefix!r}; families: {families}")
    return [
        code
        for code in known
        if (not chosen or code.startswith(chosen)) and not (dropped and code.startswith(dropped))
    ]


def _wrong_waivers(
    nam: Dataset, used: set[tuple[str, str]], run: Sequence[str]
) -> Iterator[Finding]:
    """Waivers that are idle, as far as their rules are run, unexplained, or entered twice."""

    def finding(code: str, message: str, waiver: Waiver, severity: Severity) -> Finding:
        return Finding(
            code=code,
            message=message,
            severity=severity,
            file="dataset.json",
            record=waiver.record,
            field="waivers",
        )

    seen: set[tuple[str, str]] = set()
    for waiver in nam.manifest.waivers:
        key = (waiver.rule, waiver.record)
        if key not in used and (waiver.rule in run or waiver.rule not in RULES):
            message = f"waives {waiver.rule}, which finds nothing wrong with the record"
            yield finding("WVR001", message, waiver, Severity.WARNING)
        if not waiver.reason.strip():
            message = f"waives {waiver.rule} without a reason"
            yield finding("WVR002", message, waiver, Severity.ERROR)
        if key in seen:
            yield finding("WVR003", f"waives {waiver.rule} twice", waiver, Severity.ERROR)
        seen.add(key)
