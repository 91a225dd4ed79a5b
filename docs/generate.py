"""Write the pages that come from the code: the codebook and the catalogue of rules.

`python docs/generate.py` writes them; a test sees to it that they are current.
"""

from __future__ import annotations

import enum
import inspect
import re
import sys
import typing
from pathlib import Path
from typing import Any

import attrs

from nam_azerbaijan import records
from nam_azerbaijan.checks import RULES
from nam_azerbaijan.manifest import Coverage, Manifest, Waiver
from nam_azerbaijan.periods import Period
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.store import COLLECTIONS

ROOT = Path(__file__).resolve().parent.parent

FAMILIES = {
    "CHR": "chairmanship",
    "CLM": "claims",
    "COD": "codes and names",
    "DAT": "dates and order",
    "DOC": "documents and provisions",
    "MEM": "spells",
    "MTG": "meetings",
    "PRN": "principles",
    "REF": "references",
    "SRC": "sources and citations",
    "VOT": "votes",
}

CODEBOOK_HEAD = """# Codebook

<!-- Written by docs/generate.py from the record classes. Do not edit. -->

One JSON file per kind of record, a list of objects sorted by `id`. Fields that are equal to
their default are left out. Dates are `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of these with `..`
between for one unknown day from the first to the last. Spells, terms and periods are half open:
the start counts, the end does not; an end is a date, `open` (it lasts) or `unknown`. Meetings
include both of their days. Where `succeeded_by` names a record, its start is the end, and is
stored there only. An id is a slug, unique across all files.
"""

RULES_HEAD = """# Rules

<!-- Written by docs/generate.py from the registry of rules. Do not edit. -->

What `nam_azerbaijan.check(nam)` and `nam-azerbaijan check` look for. A real-world exception is
waived in `dataset.json`, by rule and record, with a reason.
"""


def _attributes(cls: type) -> dict[str, str]:
    """What the docstrings of a class and its bases say of their attributes."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        text = inspect.cleandoc(vars(base).get("__doc__") or "")
        _, _, section = text.partition("Attributes:\n")
        section = section.split("\n\n")[0]
        for match in re.finditer(r"^ {4}(\w+): (.*(?:\n {6,}.*)*)", section, re.MULTILINE):
            found[match[1]] = " ".join(match[2].split())
    return found


def _summary(cls: type) -> str:
    text = inspect.cleandoc(vars(cls).get("__doc__") or "")
    return text.partition("\n\nAttributes:")[0].partition("\n\nRaises:")[0]


def _type(hint: Any) -> str:
    if isinstance(hint, type):
        return {str: "text", int: "number", bool: "true or false"}.get(hint, hint.__name__)
    arguments = [part for part in typing.get_args(hint) if part not in (type(None), ...)]
    if typing.get_origin(hint) is tuple:
        return "list of " + _type(arguments[0])
    if arguments:
        return " or ".join(map(_type, arguments))
    return "any JSON value" if hint is Any else str(hint)


def _fields(cls: type) -> list[str]:
    said = _attributes(cls)
    hints = typing.get_type_hints(cls)
    lines = ["| field | type | default | meaning |", "|---|---|---|---|"]
    fields = [field for field in attrs.fields(cls) if field.init]
    fields.sort(key=lambda field: (field.name in ("sources", "note"), field.name == "note"))
    for field in fields:
        refers = field.metadata.get("refers", ())
        kind = _type(hints[field.name])
        if refers:
            target = "any record" if refers == ("*",) else " or ".join(refers)
            kind += f" (id: {target})"
        if field.default is attrs.NOTHING:
            default = "required"
        else:
            held = plain(field.default)
            default = f"`{held}`" if held not in ("", [], None, {}) else ""
        lines.append(f"| `{field.name}` | {kind} | {default} | {said.get(field.name, '')} |")
    return lines


def _values(cls: type[enum.Enum]) -> list[str]:
    values = ", ".join(f"`{member.value}`" for member in cls)
    return [f"### {cls.__name__}", "", _summary(cls), "", f"Values: {values}.", ""]


def codebook() -> str:
    """The codebook: every class, field and vocabulary."""
    lines = [CODEBOOK_HEAD]
    shown = [records.Record]
    for collection, name in COLLECTIONS.items():
        cls = getattr(records, name)
        shown.append(cls)
        lines += [f"## {collection}.json: {name}", "", _summary(cls), "", *_fields(cls), ""]
    others = [getattr(records, name) for name in records.__all__]
    parts = [cls for cls in others if attrs.has(cls) and cls not in shown]
    lines += ["## Parts of records", ""]
    for cls in sorted([*parts, Period], key=lambda cls: cls.__name__):
        lines += [f"### {cls.__name__}", "", _summary(cls), "", *_fields(cls), ""]
    lines += ["## Vocabularies", ""]
    for cls in others:
        if isinstance(cls, enum.EnumMeta):
            lines += _values(cls)
    lines += ["## dataset.json", ""]
    for cls in (Manifest, Coverage, Waiver):
        lines += [f"### {cls.__name__}", "", _summary(cls), "", *_fields(cls), ""]
    return "\n".join(lines).rstrip() + "\n"


def rules() -> str:
    """The catalogue of rules, by family."""
    lines = [RULES_HEAD]
    for family in sorted({code[:3] for code in RULES}):
        lines += [f"## {family}: {FAMILIES[family]}", ""]
        for code, rule in sorted(RULES.items()):
            if code.startswith(family):
                lines += [
                    f"### {code}: {rule.title}",
                    "",
                    rule.description,
                    "",
                    f"Severity: {rule.severity.value}. Finding: `{rule.message}`.",
                    "",
                ]
    return "\n".join(lines).rstrip() + "\n"


PAGES = {"data/README.md": codebook, "docs/rules.md": rules}


def main() -> int:
    """Write the pages."""
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
