"""The registry of rules, and how they are run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ..findings import Finding, Severity
from ..store import COLLECTIONS

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records import Meeting

__all__ = ["RULES", "Hit", "Rule", "check", "hit", "outside", "rule"]


@attrs.frozen
class Hit:
    """A place where a rule is broken.

    Attributes:
        record: the record concerned.
        field: path of the field concerned.
        parameters: what the rule's message says about it.
    """

    record: Any
    field: str
    parameters: dict[str, Any]


def hit(record: Any, field: str = "", /, **parameters: Any) -> Hit:
    """A hit on a field of a record, with the parameters of the message."""
    return Hit(record, field, parameters)


def outside(meeting: Meeting | None, record: Any, field: str) -> Iterator[Hit]:
    """A hit where the date in a field of a record is certainly no day of a meeting."""
    date = getattr(record, field)
    if meeting is not None and date is not None and not meeting.may_include(date):
        yield hit(
            record,
            field,
            meeting=meeting.id,
            opened=meeting.opened,
            closed=meeting.closed or "an unknown day",
            **{field: date},
        )


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
                file=_FILES.get(type(found.record).__name__, "dataset.json"),
                record=getattr(found.record, "id", ""),
                field=found.field,
            )


_FILES = {cls: f"{collection}.json" for collection, cls in COLLECTIONS.items()}

RULES: dict[str, Rule] = {}
"""Every rule by its code."""

Finder = Callable[["Dataset"], Iterable[Hit]]


def rule(
    code: str, title: str, message: str, severity: Severity = Severity.ERROR
) -> Callable[[Finder], Finder]:
    """Register a function that gives hits as a rule; its docstring is the description."""

    def register(find: Finder) -> Finder:
        if code in RULES:
            raise ValueError(f"the code {code} is taken by {RULES[code].title!r}")
        RULES[code] = Rule(
            code=code,
            title=title,
            description=inspect.getdoc(find) or "",
            severity=severity,
            message=message,
            find=find,
        )
        return find

    return register


def check(
    nam: Dataset, *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Everything that the rules find wrong with a data set, by file and record.

    Args:
        nam: the data set.
        select: codes, or beginnings of codes, of the rules to run; all where empty. One code may
            stand alone.
        ignore: codes, or beginnings of codes, of rules to leave out; in the same way.

    Raises:
        ValueError: no rule has such a code.
    """
    chosen = (select,) if isinstance(select, str) else tuple(select)
    dropped = (ignore,) if isinstance(ignore, str) else tuple(ignore)
    known = sorted([*RULES, *_ON_WAIVERS])
    for prefix in (*chosen, *dropped):
        if not any(code.startswith(prefix) for code in known):
            families = ", ".join(sorted({code[:3] for code in known}))
            raise ValueError(f"no rule has the code {prefix!r}; families: {families}")
    run = [
        code
        for code in known
        if (not chosen or code.startswith(chosen)) and not code.startswith(dropped or ("-",))
    ]
    waived = {(waiver.rule, waiver.record) for waiver in nam.manifest.waivers}
    used: set[tuple[str, str]] = set()
    kept = []
    for code in (code for code in run if code in RULES):
        for finding in RULES[code].findings(nam):
            if (finding.code, finding.record) in waived:
                used.add((finding.code, finding.record))
            else:
                kept.append(finding)
    kept.extend(one for one in _wrong_waivers(nam, used, run) if one.code in run)
    return tuple(sorted(kept, key=lambda f: (f.file, f.record, f.code, f.field, f.message)))


_ON_WAIVERS = ("WVR001", "WVR002")


def _wrong_waivers(
    nam: Dataset, used: set[tuple[str, str]], run: Collection[str]
) -> Iterator[Finding]:
    """Waivers without a reason, and idle ones: whether one is, its own rule tells when it runs."""
    for waiver in nam.manifest.waivers:
        idle = (waiver.rule, waiver.record) not in used
        if idle and (waiver.rule in run or waiver.rule not in RULES):
            yield Finding(
                code="WVR001",
                message=f"waives {waiver.rule}, which finds nothing wrong with the record",
                severity=Severity.WARNING,
                file="dataset.json",
                record=waiver.record,
                field="waivers",
            )
        if not waiver.reason.strip():
            yield Finding(
                code="WVR002",
                message=f"waives {waiver.rule} without a reason",
                file="dataset.json",
                record=waiver.record,
                field="waivers",
            )
