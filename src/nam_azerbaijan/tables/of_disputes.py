"""Rows of what sources differ on: disputes, their sides, and verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..records.base import Identified, plain
from ..records.evidence import Claim
from .lines import line
from .rows import Get, Heading, Table

if TYPE_CHECKING:
    from ..records.evidence import Assertion

__all__ = ["dispute_table", "side_table", "verdict_table"]


def dispute_table(disputes: Iterable[Any], get: Get) -> Table:
    """Disputes: what is in dispute, what is preferred, and who says what else."""
    headings = (
        *map(Heading, ("id", "nature", "subject")),
        *(Heading(name, many=True) for name in ("records", "paths", "sources")),
        *(Heading(name, object, many=True) for name in ("values", "assertions")),
        Heading("says"),
    )
    rows = tuple(
        {
            "id": one.id,
            "nature": one.nature.value,
            "subject": "; ".join(line(get(key), get) for key in one.records),
            "records": list(one.records),
            "paths": list(one.paths),
            "sources": list(one.sources),
            "values": [plain(claim.value) for claim in one.claims],
            "assertions": [statement.id for statement in one.assertions],
            "says": "; ".join(_says(side) for side in (*one.claims, *one.assertions)),
        }
        for one in disputes
    )
    return Table(headings, rows, ("id", "nature", "says"))


def _says(side: Claim | Assertion) -> str:
    source = side.sources[0].source
    if isinstance(side, Claim):
        chosen = " (preferred)" if side.preferred else ""
        return f"{plain(side.value)}: {source}{chosen}"
    return side.statement


_SIDE = ("id", "record", "path", "side", "source", "locator", "says", "nature", "reason")


def side_table(sides: Iterable[Claim | Assertion], get: Get) -> Table:
    """Claims and statements: a row each, with the place in the source and the reason."""
    headings = (*map(Heading, _SIDE), Heading("value", object))
    rows = tuple(_side(one, get) for one in sides)
    return Table(headings, rows, ("path", "value", "side", "source", "locator", "reason"))


def _side(one: Claim | Assertion, get: Get) -> dict[str, Any]:
    shared = {
        "id": one.id,
        "source": one.sources[0].source,
        "locator": one.sources[0].locator,
        "says": line(one, get),
        "nature": one.nature.value if one.nature else "",
        "value": plain(one.value),
    }
    if isinstance(one, Claim):
        side = "preferred" if one.preferred else "other"
        return {
            **shared, "record": one.record, "path": one.path, "side": side, "reason": one.reason
        }  # fmt: skip
    about = ", ".join(one.about)
    return {**shared, "record": about, "path": "", "side": "statement", "reason": one.note}


def verdict_table(verdicts: Iterable[Any], get: Get) -> Table:
    """Verdicts, with the statement and its source."""
    headings = (
        *map(Heading, ("assertion", "verdict", "statement")),
        *(Heading(name, object) for name in ("asserted", "computed", "off")),
        *(Heading("records", many=True), *map(Heading, ("sentence", "source", "locator"))),
    )
    rows = []
    for one in verdicts:
        said: Identified = get(one.assertion)
        cited = said.sources[0]  # type: ignore[attr-defined]
        rows.append(
            {
                "assertion": one.assertion,
                "verdict": one.verdict.value,
                "statement": said.statement,  # type: ignore[attr-defined]
                "asserted": one.asserted,
                "computed": one.computed,
                "off": one.off,
                "records": list(one.records),
                "sentence": one.sentence,
                "source": cited.source,
                "locator": cited.locator,
            }
        )
    return Table(headings, tuple(rows), ("verdict", "statement", "sentence"))
