"""Findings: what is wrong with data, where, and what would be right."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any

import attrs

__all__ = ["DatasetError", "Finding", "Severity"]


class Severity(enum.StrEnum):
    """How bad a finding is; an error makes a user's directory unreadable as a data set."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong with one value.

    Attributes:
        code: code of the rule that found it.
        message: a sentence that says what is wrong and what would be right.
        severity: error, warning or info.
        file: name of the data file.
        record: id of the record; empty where the file as a whole is meant.
        field: path of the field within the record; empty where the record as a whole is meant.
    """

    code: str
    message: str
    severity: Severity = attrs.field(default=Severity.ERROR, converter=Severity)
    file: str = ""
    record: str = ""
    field: str = ""

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.record, self.field) if part)
        return f"{where}: {self.code} {self.message}" if where else f"{self.code} {self.message}"


class DatasetError(ValueError):
    """A directory holds no readable data set.

    Attributes:
        findings: everything that is wrong with it.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        count = len(self.findings)
        lines = "\n".join(f"  {finding}" for finding in self.findings)
        super().__init__(f"{count} problem{'s' if count != 1 else ''}:\n{lines}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.findings,)
