"""What a data set says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from .views import rebuilt, view

__all__ = ["Coverage", "Manifest", "Waiver", "manifest_from"]


@attrs.frozen(kw_only=True)
class Coverage:
    """What a collection aims to hold.

    Attributes:
        since: the first day it covers.
        until: the last day it covers.
        scope: what belongs in it, in words.
    """

    since: dt.date
    until: dt.date
    scope: str


@attrs.frozen(kw_only=True)
class Waiver:
    """A real-world exception to a rule.

    Attributes:
        rule: code of the rule.
        record: id of the record that is exempt from it.
        reason: why the data is right all the same.
    """

    rule: str
    record: str
    reason: str


@attrs.frozen(kw_only=True)
class Manifest:
    """What `dataset.json` says about the data set as a whole.

    Attributes:
        version: the version of the data.
        as_of: the last day about which it knows.
        compiled: the day on which its sources were last read.
        coverage: what each collection aims to hold.
        waivers: exceptions to rules.
        renamed: former ids of records and their present ones.
    """

    version: str
    as_of: dt.date
    compiled: dt.date
    coverage: Mapping[str, Coverage] = attrs.field(default=view({}), converter=view, hash=False)
    waivers: tuple[Waiver, ...] = ()
    renamed: Mapping[str, str] = attrs.field(default=view({}), converter=view, hash=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return rebuilt(self)


def manifest_from(row: Mapping[str, Any]) -> Manifest:
    """The manifest that a well-shaped `dataset.json` describes."""
    day = dt.date.fromisoformat
    return Manifest(
        version=row["version"],
        as_of=day(row["as_of"]),
        compiled=day(row["compiled"]),
        coverage={
            name: Coverage(
                since=day(cover["since"]), until=day(cover["until"]), scope=cover["scope"]
            )
            for name, cover in row.get("coverage", {}).items()
        },
        waivers=tuple(Waiver(**waiver) for waiver in row.get("waivers", ())),
        renamed=row.get("renamed", {}),
    )
