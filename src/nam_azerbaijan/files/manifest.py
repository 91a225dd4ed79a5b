"""What a data set says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import PartialDate, as_calendar_day
from ..errors import CoverageError
from ..frozen import FrozenMap
from ..records.convert import parts, texts

__all__ = ["Coverage", "Manifest", "Scope", "Waiver", "merged"]


@attrs.frozen(kw_only=True)
class Scope:
    """A part of a collection that is covered whole, so that what is not recorded is not so.

    Attributes:
        bodies: ids of the organizations that it holds for; all where empty.
        parties: ids of the states and organizations that it holds for; all where empty.
        statuses: the statuses in the bodies that it holds for; all where empty.
    """

    bodies: tuple[str, ...] = attrs.field(default=(), converter=texts)
    parties: tuple[str, ...] = attrs.field(default=(), converter=texts)
    statuses: tuple[str, ...] = attrs.field(default=(), converter=texts)

    def includes(self, body: str | None, party: str | None, status: str | None) -> bool:
        """Whether all of a body, a party and a status (`None`: of every one) lies within."""
        return (
            (not self.bodies or body in self.bodies)
            and (not self.parties or party in self.parties)
            and (not self.statuses or status in self.statuses)
        )

    def __str__(self) -> str:
        who = _some(self.parties) or "every party"
        what = f" as {' and '.join(self.statuses)}" if self.statuses else ""
        return f"{who}{what} in {_some(self.bodies)}" if self.bodies else f"{who}{what}"


def _some(names: tuple[str, ...], most: int = 5) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def as_scopes(items: Iterable[Scope | Mapping[str, Any]]) -> tuple[Scope, ...]:
    """Scopes, made from objects where they are given as such."""
    return parts(Scope, items)


@attrs.frozen(kw_only=True)
class Coverage:
    """What a collection aims to hold.

    Attributes:
        since: the first day it covers.
        until: the last day it covers.
        scope: what belongs in it, in words.
        complete: whether all that belongs in it is recorded.
        whole: the parts about which an empty answer means none; questions by party or body that
            lie outside raise `CoverageError`.
    """

    since: dt.date = attrs.field(converter=as_calendar_day)
    until: dt.date = attrs.field(converter=as_calendar_day)
    scope: str
    complete: bool = False
    whole: tuple[Scope, ...] = attrs.field(default=(), converter=as_scopes)


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


def as_waivers(items: Iterable[Waiver | Mapping[str, Any]]) -> tuple[Waiver, ...]:
    """Waivers, made from objects where they are given as such."""
    return parts(Waiver, items)


def as_coverage(items: Mapping[str, Coverage | Mapping[str, Any]]) -> Mapping[str, Coverage]:
    """Coverage by collection, made from objects where it is given as such."""
    return FrozenMap(
        {
            name: item if isinstance(item, Coverage) else Coverage(**item)
            for name, item in items.items()
        }
    )


def as_renamed(items: Mapping[str, str]) -> Mapping[str, str]:
    """Former ids and the present ones, as a mapping that cannot be changed."""
    return FrozenMap(items)


@attrs.frozen(kw_only=True)
class Manifest:
    """What `dataset.json` says about the data set as a whole.

    Attributes:
        version: the version of the data.
        as_of: the last day about which it knows.
        compiled: the day on which its sources were last read.
        title: what it is called, for those who cite it.
        authors: who made it.
        licence: its terms, as an SPDX identifier such as `CC-BY-4.0`.
        coverage: what each collection aims to hold.
        waivers: exceptions to rules.
        renamed: former ids of records and their present ones.
    """

    version: str
    as_of: dt.date = attrs.field(converter=as_calendar_day)
    compiled: dt.date = attrs.field(converter=as_calendar_day)
    title: str = ""
    authors: tuple[str, ...] = attrs.field(default=(), converter=texts)
    licence: str = ""
    coverage: Mapping[str, Coverage] = attrs.field(
        default=FrozenMap({}), converter=as_coverage, hash=False
    )
    waivers: tuple[Waiver, ...] = attrs.field(default=(), converter=as_waivers)
    renamed: Mapping[str, str] = attrs.field(
        default=FrozenMap({}), converter=as_renamed, hash=False
    )

    def holds_all(self, collection: str) -> bool:
        """Whether all that belongs in a collection is recorded; where nothing is said, it is."""
        cover = self.coverage.get(collection)
        return cover is None or cover.complete

    def require_covered(  # noqa: PLR0913
        self,
        collection: str,
        *,
        party: str | None = None,
        body: str | None = None,
        status: str | None = None,
        since: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> None:
        """Raise unless an empty answer from a collection means that there is none.

        Args:
            collection: the collection that answers.
            party: id of the party that is asked about; `None` where all are.
            body: id of the body that is asked about; `None` where none is.
            status: the only status that is asked about; `None` where any is.
            since: the first day asked about; `None` for no limit.
            until: the last day asked about; `None` for no limit.

        Raises:
            CoverageError: some of what may be is not recorded, or none of these days is covered.
        """
        cover = self.coverage.get(collection)
        if cover is None or not cover.whole:
            return
        asked = f"{collection} of {party or 'every party'}" + (f" in {body}" if body else "")
        if not any(scope.includes(body, party, status) for scope in cover.whole):
            raise CoverageError(asked, "; ".join(map(str, cover.whole)))
        early = until is not None and until.latest < cover.since
        late = since is not None and since.earliest > cover.until
        if early or late:
            raise CoverageError(f"{asked} then", f"{cover.since} to {cover.until}")


def merged(lower: Mapping[str, Any], upper: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What `dataset.json` would say of a data set with another one on top.

    The upper one says how far the whole knows. What it covers, waives and renames is added.
    """
    if upper is None:
        return lower
    coverage = dict(lower.get("coverage", {}))
    for name, cover in upper.get("coverage", {}).items():
        whole = [*coverage.get(name, {}).get("whole", ()), *cover.get("whole", ())]
        coverage[name] = {**cover, "whole": whole}
    return {
        **lower,
        **upper,
        "coverage": coverage,
        "waivers": [*lower.get("waivers", ()), *upper.get("waivers", ())],
        "renamed": {**lower.get("renamed", {}), **upper.get("renamed", {})},
    }
