"""The page on what changed in the data, made from the changelog."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["page"]

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"

HEAD = """# Data news

<!-- Written by docs/generate.py from CHANGELOG.md. Do not edit. -->

What changed in the data, version by version. Code and data have versions of their own;
`nam.version` is that of the data. The [changelog](../CHANGELOG.md) has the changes of the code,
too.
"""

# What the changelog says to those who change the data: how its tests know the answers.
_DIGEST = re.compile(r"\s*\(golden answers `\w+`\)")
_ANSWERS = "Answers in tests/golden that changed. "
_OF_TESTS = re.compile(r"golden answers|tests/golden")
_VERSION = re.compile(r"\bdata (\d{4}\.\d+\.\d+)")


def page() -> str:
    """The parts of the changelog that are about data, by the version of the data.

    What is about the tests alone is left out. A release that names no version of the data is
    headed by its own.
    """
    lines = [HEAD]
    for release in CHANGELOG.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = release.partition("\n")
        parts = re.findall(r"^### Data\n(.*?)(?=^#|\Z)", body, re.MULTILINE | re.DOTALL)
        items = [item for part in parts for item in _items(part)]
        if items:
            lines += [f"## {_heading(name, items)}", "", *items, ""]
    return "\n".join(lines).rstrip() + "\n"


def _items(part: str) -> list[str]:
    """The items of a list, without what is about the tests."""
    items = re.split(r"^(?=- )", part.strip(), flags=re.MULTILINE)
    told = [_DIGEST.sub("", item).replace(_ANSWERS, "").rstrip() for item in items]
    return [item for item in told if item and not _OF_TESTS.search(item)]


def _heading(name: str, items: list[str]) -> str:
    """What a release is headed by: the version of the data, then that of the code and the day."""
    code, _, day = name.replace("[", "").replace("]", "").partition(" - ")
    version = next((found[1] for item in items if (found := _VERSION.search(item))), "")
    said = f"Data {version}, with code {code}" if version else f"With code {code}"
    return f"{said}, {day}" if day else said
