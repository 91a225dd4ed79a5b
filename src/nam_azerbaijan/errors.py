"""What queries raise on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = [
    "AmbiguousRecordError",
    "AmbiguousStateError",
    "CoverageError",
    "RollCallError",
    "SearchUnavailableError",
    "UnknownRecordError",
    "UnknownStateError",
]

_MOST_PROBLEMS = 10
"""How many problems a message tells; the error has all of them."""


def _suggested(suggestions: tuple[str, ...]) -> str:
    return f"; did you mean {', '.join(suggestions)}?" if suggestions else ""


class UnknownStateError(LookupError):
    """No state or organization goes by this name or code.

    Attributes:
        key: what was asked for.
        suggestions: names that are near it.
        code: the system of codes that was named, if one was.
    """

    def __init__(
        self, key: object, suggestions: Iterable[str] = (), code: str | None = None
    ) -> None:
        self.key = key
        self.suggestions = tuple(suggestions)
        self.code = code
        text = f"no state with {code} code {key!r}" if code else f"no state is called {key!r}"
        super().__init__(text + _suggested(self.suggestions))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.key, self.suggestions, self.code)


class AmbiguousRecordError(LookupError):
    """Several records go by this name.

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


class AmbiguousStateError(AmbiguousRecordError):
    """Several states go by this name or code; `key` and `candidates` say which."""


class UnknownRecordError(KeyError):
    """No record has this id or name.

    Attributes:
        key: what was asked for.
        suggestions: ids or names that are near it.
    """

    def __init__(self, key: object, suggestions: Iterable[str] = ()) -> None:
        self.key = key
        self.suggestions = tuple(suggestions)
        super().__init__(f"no record has the id or name {key!r}{_suggested(self.suggestions)}")

    def __str__(self) -> str:  # A KeyError shows its message in quotes.
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.key, self.suggestions)


class CoverageError(ValueError):
    """The data does not cover the question, so that an empty answer would say too much.

    Attributes:
        asked: what was asked about.
        covered: what the data does cover.
    """

    def __init__(self, asked: str, covered: str) -> None:
        self.asked = asked
        self.covered = covered
        super().__init__(f"the data does not cover {asked}; it covers {covered}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.asked, self.covered)


class RollCallError(ValueError):
    """Rows that cannot be read as votes of states.

    Attributes:
        problems: all that is wrong with them, with the row where it is first so.
    """

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        shown = "; ".join(self.problems[:_MOST_PROBLEMS])
        more = len(self.problems) - _MOST_PROBLEMS
        super().__init__(f"{shown}; and {more} more problems" if more > 0 else shown)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)


class SearchUnavailableError(RuntimeError):
    """The Python in use cannot search: it was built without a part that searching needs.

    Attributes:
        missing: the part.
    """

    def __init__(self, missing: str) -> None:
        self.missing = missing
        super().__init__(f"searching needs {missing}, which this Python was built without")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.missing,)
