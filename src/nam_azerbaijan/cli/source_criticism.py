"""Commands on where sources differ, and on what the data says of their statements."""

from __future__ import annotations

import argparse
import functools
from typing import Any

from ..dataset import Dataset
from ..records.base import plain
from ..records.evidence import Assertion, Claim
from ..records.walk import NO_VALUE, value_at
from ..tables.lines import as_text, line
from ..tables.of_disputes import dispute_table, side_table, verdict_table
from ..tables.rows import Table
from ..text import did_you_mean
from ..verdicts import Ruling, verify
from .pages import paragraph
from .printing import bold
from .reply import Reply


def disputes(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """Where sources differ; with an id, the sides of one dispute."""
    if asked.id is not None:
        one = nam.dispute(asked.id)
        table = side_table((*one.claims, *one.assertions), nam.get)
        return Reply(table=table, page=functools.partial(_print_sides, table))
    found = nam.disputes(about=asked.about, nature=asked.nature, source=asked.source)
    return Reply(table=dispute_table(found, nam.get), none="no such dispute is on record")


def why(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """The value of a record or a field, every claim on it, and what is asserted about it."""
    record: Any = nam.named(asked.record)
    path = asked.field
    if path is not None and value_at(record, path) is NO_VALUE:
        hint = did_you_mean(path, record.to_dict())
        raise ValueError(f"{record.id} has no field {path!r}; {hint}")
    said = [
        one
        for one in nam.about(record)
        if not isinstance(one, Claim)
        or (one.record == record.id and (path is None or _within(one.path, path)))
    ]
    said.sort(key=_order)
    table = side_table(said, nam.get)
    return Reply(table=table, page=functools.partial(_print_why, nam, record, path, table))


def _order(side: Claim | Assertion) -> tuple[Any, ...]:
    """Claims by path, the preferred one first; then statements."""
    return (0, side.path, not side.preferred) if isinstance(side, Claim) else (1,)


def _within(path: str, field: str) -> bool:
    """Whether a path leads to a field, or to a part of it."""
    return path == field or path.startswith(f"{field}/")


def _print_why(nam: Dataset, record: Any, path: str | None, table: Table) -> None:
    """Print a value, the citations that support it, the claims on it, and statements."""
    print(paragraph(line(record, nam.get), ""))
    if path is not None:
        print(f"\n{bold(path)}: {as_text(plain(value_at(record, path)))}")
    print(f"\n{bold('Citations')}")
    field = None if path is None else path.partition("/")[0]
    for one in record.sources:
        if field is None or not one.fields or field in one.fields:
            place = ", ".join(filter(None, (one.source, one.locator)))
            print(paragraph(f"{place}{f': {one.says}' if one.says else ''}"))
    _print_sides(table)


def _print_sides(table: Table) -> None:
    """Print claims with the reason for the choice, then statements."""
    claims = [row for row in table.rows if row["side"] != "statement"]
    statements = [row for row in table.rows if row["side"] == "statement"]
    if claims:
        print(f"\n{bold('Sources that differ')}")
    for row in claims:
        chosen = "preferred" if row["side"] == "preferred" else row["nature"].replace("-", " ")
        print(paragraph(f"{row['says']} [{row['locator']}] {chosen}: {row['reason']}"))
    if statements:
        print(f"\n{bold('What sources say about it')}")
    for row in statements:
        print(paragraph(f"{row['says']} [{row['locator']}] {row['reason']}".rstrip()))


def verdicts(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """What the data says of the statements of sources."""
    wanted = None if asked.verdict is None else Ruling(asked.verdict)
    found = [
        one for one in verify(nam, source=asked.source) if wanted is None or one.verdict is wanted
    ]
    counts = ", ".join(f"{sum(v.verdict is one for v in found)} {one.value}" for one in Ruling)
    return Reply(
        table=verdict_table(found, nam.get),
        none="no statement of the kind can be computed",
        notes=(counts,),
    )
