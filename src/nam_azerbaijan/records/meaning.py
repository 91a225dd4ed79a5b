"""What classes and their fields mean, as their docstrings say it."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Mapping
from typing import Any

__all__ = ["meanings", "overview"]


@functools.cache
def meanings(cls: Any) -> Mapping[str, str]:
    """What the docstrings of a class and of its bases say of their attributes, by name.

    Empty where Python was told to leave docstrings out.
    """
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        text = inspect.cleandoc(vars(base).get("__doc__") or "")
        _, _, section = text.partition("Attributes:\n")
        section = section.split("\n\n")[0]
        for match in re.finditer(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", section, re.MULTILINE):
            found[match[1]] = " ".join(match[2].split())
    return found


def overview(cls: type) -> str:
    """What the docstring of a class says before its attributes."""
    text = inspect.cleandoc(vars(cls).get("__doc__") or "")
    return text.partition("\n\nAttributes:")[0].partition("\n\nRaises:")[0]
