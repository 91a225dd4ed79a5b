"""Where a claim points: the value of a record that a path names."""

from __future__ import annotations

from typing import Any

import attrs

__all__ = ["NO_VALUE", "value_at"]

NO_VALUE = object()
"""What stands at a path that leads nowhere."""

# What names a part in a path: `figures/heads`, `votes/pakistan`, `provisions/391`.
_KEYS = ("name", "state", "locator", "topic", "system", "title", "number")


def value_at(record: Any, path: str) -> Any:
    """The value that `path` names in a record, or `NO_VALUE`.

    A step is the name of a field, the number of a part, or what names a part among its like. A
    part that is a number or a choice under a name, such as a figure or a ballot, stands for that.
    """
    value = record
    for step in path.split("/"):
        value = _step(value, step)
        if value is NO_VALUE:
            return NO_VALUE
    if type(value).__name__ in ("Figure", "Ballot"):
        return value.value if hasattr(value, "value") else value.choice
    return value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, tuple):
        for key in _KEYS:
            for part in value:
                if str(getattr(part, key, NO_VALUE)) == step:
                    return part
        return value[int(step)] if step.isdigit() and int(step) < len(value) else NO_VALUE
    if attrs.has(type(value)) and step in attrs.fields_dict(type(value)):
        return getattr(value, step)
    return NO_VALUE
