"""Faults that are put into the small data set, and what is to be found then."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from nam_azerbaijan import check

from factory import Rows, dataset, row, small, speak

Change = Callable[[Rows], object]


class Fault(NamedTuple):
    """A fault and the findings that it makes, each as it prints, and no others.

    Attributes:
        name: what is wrong.
        change: puts it into the rows.
        found: the findings, in order.
        spoken: whether the words of the citations go with the values, so that nothing is found
            but the fault itself.
    """

    name: str
    change: Change
    found: tuple[str, ...]
    spoken: bool = True


def told(*faults: Fault) -> pytest.MarkDecorator:
    """A parameter `fault` for a test: each of the faults, by name."""
    return pytest.mark.parametrize("fault", faults, ids=[one.name for one in faults])


def assert_found(fault: Fault) -> None:
    """Assert that a fault makes its findings and no others."""
    rows = small()
    fault.change(rows)
    if fault.spoken:
        speak(rows)
    found = [str(finding) for finding in check(dataset(rows))]
    assert found == list(fault.found)


def put(key: str, **values: Any) -> Change:
    """Give fields of a row other values; `...` takes a field away."""

    def change(rows: Rows) -> None:
        one = row(rows, key)
        for name, value in values.items():
            if value is ...:
                one.pop(name, None)
            else:
                one[name] = copy.deepcopy(value)

    return change


def part(key: str, field: str, place: int = 0, **values: Any) -> Change:
    """Give fields of a part of a row other values; `...` takes a field away."""

    def change(rows: Rows) -> None:
        one = row(rows, key)[field][place]
        for name, value in values.items():
            if value is ...:
                one.pop(name, None)
            else:
                one[name] = value

    return change


def more(key: str, field: str, *parts: Any) -> Change:
    """Put parts behind those that a row has."""

    def change(rows: Rows) -> None:
        one = row(rows, key)
        one[field] = [*one.get(field, ()), *copy.deepcopy(parts)]

    return change


def like(key: str, **values: Any) -> Change:
    """Put a row like another one beside it, under another id."""

    def change(rows: Rows) -> None:
        held = next(held for held in rows.values() if any(one["id"] == key for one in held))
        one = {**copy.deepcopy(row(rows, key)), **copy.deepcopy(values)}
        held.append({name: value for name, value in one.items() if value is not ...})

    return change


def new(collection: str, **values: Any) -> Change:
    """Put a row into a collection, cited from the yearbook."""
    cited = [{"source": "yearbook", "locator": "p. 2"}]
    return lambda rows: rows[collection].append({"sources": cited, **copy.deepcopy(values)})


def said(name: str = "parties", *parameters: list[Any], **values: Any) -> Change:
    """A sound statement of the almanac that there was one member in 1962, or one changed."""
    made: dict[str, Any] = {
        "id": "yearbook-count",
        "statement": "The yearbook counts one member in 1962.",
        "kind": "count",
        "about": ["arcadia", "arcadia-nam-member"],
        "computation": {"name": name, "parameters": list(parameters) or [["on", "1962-01-01"]]},
        "comparison": "equal",
        "value": 1,
    } | values
    return new("assertions", **{name: one for name, one in made.items() if one is not ...})


def both(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(rows: Rows) -> None:
        for one in changes:
            one(rows)

    return change


def undisputed(rows: Rows) -> None:
    """Take away the claims, and the source that only they cite."""
    rows["claims"].clear()
    rows["sources"] = [one for one in rows["sources"] if one["id"] != "almanac"]


GUEST = both(
    put("carpania", existence=[]),
    new(
        "memberships",
        id="carpania-nam-guest",
        party="carpania",
        status="guest",
        start="1961-09-01",
        end="1961-09-07",
        began="participated",
        began_at="summit-1",
        ended="completed",
        ended_at="summit-1",
    ),
)
"""A guest of the first summit, sound but for the fault that is put into it."""
