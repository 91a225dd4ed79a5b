"""Rows that have no answer, though they have a key and a day."""

from __future__ import annotations

import warnings
from collections import Counter
from typing import Any, Literal

import narwhals.stable.v2 as nw

from .asking import Request

__all__ = ["POLICIES", "Policy", "UnmatchedRowsError", "UnmatchedRowsWarning", "report"]

Policy = Literal["raise", "warn", "ignore"]
POLICIES = ("raise", "warn", "ignore")

_NAMED = 5  # How many keys or days a message names.


class UnmatchedRowsError(LookupError):
    """Rows of a frame have a key that means no one state, or a day that is not covered."""


class UnmatchedRowsWarning(UserWarning):
    """Rows of a frame have a key that means no one state, or a day that is not covered."""


def report(policy: Policy, frame: nw.DataFrame[Any], why: nw.Series[Any], request: Request) -> None:
    """Say which rows have no answer, and why.

    Raises:
        UnmatchedRowsError: there are such rows, and the policy is to raise.
    """
    rows = (~why.is_null()).arg_true().to_list()
    if not rows:
        return
    causes = why[rows].to_list()
    keys, days = (_written(frame.get_column(one)[rows]) for one in (request.state, request.on))
    counts: dict[str, Counter[str]] = {"state": Counter(), "day": Counter(), "coverage": Counter()}
    for cause, key, day in zip(causes, keys, days, strict=True):
        counts[cause][day if cause == "day" else repr(key)] += 1
    said = {
        "state": "with a key that means no one state",
        "day": f"with a day that is no date and no ISO text or lies after {request.nam.as_of}",
        "coverage": f"of states that the data does not cover in {request.cutter.histories.body}",
    }
    parts = [
        f"{count.total()} {said[cause]}: {_named(count)}"
        for cause, count in counts.items()
        if count
    ]
    message = (
        f"{len(rows)} of {len(frame)} rows have no answer: {'; '.join(parts)}. "
        "The column 'unknown' says it of each row"
    )
    if counts["state"] and request.code is None and frame[request.state].dtype.is_numeric():
        message += "; numbers are read by one system where code= names it"
    if policy == "raise":
        raise UnmatchedRowsError(message)
    warnings.warn(UnmatchedRowsWarning(message), stacklevel=3)


def _written(values: nw.Series[Any]) -> list[str]:
    """Values as text, which some engines can make of days that Python does not know."""
    if values.dtype.is_temporal():
        values = values.cast(nw.String)
    return [str(value) for value in values.to_list()]


def _named(counts: Counter[str]) -> str:
    """The most frequent of some names, each with its number."""
    named = [f"{name} ({count})" for name, count in counts.most_common(_NAMED)]
    rest = len(counts) - len(named)
    return ", ".join([*named, f"{rest} more"] if rest else named)
