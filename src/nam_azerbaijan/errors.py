"""The exceptions that the library raises on purpose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .findings import Finding

__all__ = [
    "AmbiguousStateError",
    "CoverageError",
    "DatasetError",
    "UnknownRecordError",
    "UnknownStateError",
]


class UnknownStateError(LookupError):
    """No state or organization goes by this name or code.

    Attributes:
        key: what was asked for.
        suggestions: names that are near it.
    """

    def __init__(
        self, key: object, suggestions: Iterable[str] = (), code: str | None = None
    ) -> None:
        self.key = key
        self.suggestions = tuple(suggestions)
        self.code = code
        text = f"no state with {code} code {key!r}" if code else f"no state is called {key!r}"
        if self.suggestions:
            text += f"; did you mean {', '.join(self.suggestions)}?"
        super().__init__(text)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.key, self.suggestions, self.code)


class AmbiguousStateError(LookupError):
    """Several states go by this name or code.

    Attributes:
        key: what was asked for.
        candidates: what each reading of it means.
    """

    def __init__(self, key: object, candidates: Iterable[str]) -> None:
        self.key = key
        self.candidates = tuple(candidates)
        super().__init__(f"{key!r} may mean {' or '.join(self.candidates)}; say which")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.key, self.candidates)


class UnknownRecordError(LookupError):
    """No record has this id.

    Attributes:
        key: what was asked for.
        suggestions: ids that are near it.
    """

    def __init__(self, key: object, suggestions: Iterable[str] = ()) -> None:
        self.key = key
        self.suggestions = tuple(suggestions)
        text = f"no record has the id {key!r}"
        if self.suggestions:
            text += f"; did you mean {', '.join(self.suggestions)}?"
        super().__init__(text)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.key, self.suggestions)


class CoverageError(ValueError):
    """The day asked about lies after the last day that the data knows.

    Attributes:
        day: the day asked about.
        as_of: the last day that the data knows.
    """

    def __init__(self, day: dt.date, as_of: dt.date) -> None:
        self.day = day
        self.as_of = as_of
        super().__init__(f"the data is known up to {as_of}; it cannot say what holds on {day}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.day, self.as_of)


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
