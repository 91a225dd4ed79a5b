"""The page on what changed in the data, made from the changelog."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["page"]

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"

HEAD = """# Data news

<!-- Written by docs/generate.py from CHANGELOG.md. Do not edit. -->

What changed in the data, release by release. Code and data have versions of their own;
`nam.version` is that of the data. The [changelog](../CHANGELOG.md) has the changes of the code,
too.
"""


def page() -> str:
    """The parts of the changelog that are about data, by release."""
    lines = [HEAD]
    for release in CHANGELOG.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = release.partition("\n")
        parts = re.findall(r"^### Data\n(.*?)(?=^#|\Z)", body, re.MULTILINE | re.DOTALL)
        news = "\n".join(part.strip() for part in parts)
        if news:
            lines += [f"## {name.replace('[', '').replace(']', '')}", "", news, ""]
    return "\n".join(lines).rstrip() + "\n"
