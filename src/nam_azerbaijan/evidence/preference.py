"""The data as chosen sources have it: a layer of rows made from their claims."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from typing import Any

import attrs

from ..findings import DatasetError, Finding
from ..records import record_class
from ..store import Row, Rows, Store, linked
from .rows import with_value

__all__ = ["Moved"]


@attrs.frozen(kw_only=True)
class Moved:
    """A field that has another value because another source is preferred.

    Attributes:
        record: id of the record.
        path: the field, as claims name it.
        before: the value that is preferred in the data.
        after: the value of the preferred source.
        claim_before: id of the claim that is preferred in the data.
        claim_after: id of the claim of the preferred source.
    """

    record: str
    path: str
    before: Any
    after: Any
    claim_before: str
    claim_after: str


class PreferenceLayer:
    """Rows in which the claims of some sources win, first sources first.

    Args:
        store: the rows as they are without it.
        sources: ids of the preferred sources.
    """

    def __init__(self, store: Store, sources: tuple[str, ...]) -> None:
        self._store = store
        self._sources = sources

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._store, self._sources)

    def rows(self, collection: str) -> list[dict[str, Any]]:
        """The rows of one collection that differ from those below.

        Raises:
            DatasetError: under this reading a spell or term would end before it starts.
        """
        if collection == "claims":
            return list(self._claims())
        rows, claims = self._store.rows(collection), self._store.rows("claims")
        cls = record_class(collection)
        moved: dict[str, dict[str, Any]] = {}
        for one in self.moved:
            if one.record in rows:
                row = moved.get(one.record) or _own(rows[one.record])
                hedge = claims[one.claim_after].get("qualifier", "exactly")
                moved[one.record] = with_value(cls, row, one.path, one.after, hedge=hedge)
        if findings := tuple(_impossible(collection, cls, {**rows, **moved}, moved.keys())):
            raise DatasetError(findings)
        return list(moved.values())

    @functools.cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The fields whose value changes, in order of records and paths."""
        sides: dict[tuple[str, str], list[Row]] = {}
        for claim in self._store.rows("claims").values():
            sides.setdefault((claim["record"], claim["path"]), []).append(claim)
        found = (_moved(claims, self._sources) for claims in sides.values())
        return tuple(sorted(filter(None, found), key=lambda one: (one.record, one.path)))

    def _claims(self) -> Iterator[dict[str, Any]]:
        """The claims that change sides: the old choice differs now in the way of the new one."""
        claims = self._store.rows("claims")
        for one in self.moved:
            old, new = dict(claims[one.claim_before]), dict(claims[one.claim_after])
            old["nature"] = new.pop("nature", "conflict")
            del old["preferred"]
            new["preferred"] = True
            chosen = new["sources"][0]["source"]
            old["reason"] = f"Set aside, since {chosen} is preferred. {old.get('reason', '')}"
            new["reason"] = f"Chosen, since {chosen} is preferred. {new.get('reason', '')}"
            yield from (old, new)


def _impossible(
    collection: str, cls: type, rows: Rows, moved: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with changed rows, and with those that end where one of them starts."""
    for key, row in linked(rows).items():
        if key in moved or row.get("succeeded_by") in moved:
            try:
                cls(**row)
            except ValueError as error:
                yield Finding(
                    code="DAT001", message=str(error), file=f"{collection}.json", record=key
                )


def _own(row: Row) -> dict[str, Any]:
    """A row without the end that its successor's start gives it."""
    return {
        name: value
        for name, value in row.items()
        if name != "end" or row.get("succeeded_by") is None
    }


def _moved(claims: list[Row], sources: tuple[str, ...]) -> Moved | None:
    """How the value changes on which these claims differ, if it does.

    Of two claims of one source the one that the data prefers wins, or else the first.
    """
    held = next((claim for claim in claims if claim.get("preferred")), None)
    for source in sources:
        own = [one for one in claims if any(c["source"] == source for c in one["sources"])]
        if not own:
            continue
        if held is None or held in own:
            return None
        new = own[0]
        return Moved(
            record=new["record"],
            path=new["path"],
            before=held["value"],
            after=new["value"],
            claim_before=held["id"],
            claim_after=new["id"],
        )
    return None
