"""The data as chosen sources have it: a layer of rows made from their claims."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ..records import COLLECTIONS, record_class
from ..records.walk import field_types
from ..store import Row, Rows, Store, linked
from .rows import with_value

__all__ = ["Moved"]

_BOUNDS = ("start", "end")


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

    A claim with which a spell or term would end before it starts cannot win.

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
        """The rows of one collection that differ from those below."""
        if collection == "claims":
            return list(self._claims())
        return list(self._changed(collection, self.moved).values())

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The fields whose value changes, in order of records and paths."""
        return self._decided[0]

    @property
    def refused(self) -> tuple[Moved, ...]:
        """The changes that cannot be made, since what lasts would end before it starts."""
        return self._decided[1]

    @functools.cached_property
    def _decided(self) -> tuple[tuple[Moved, ...], tuple[Moved, ...]]:
        sides: dict[tuple[str, str], list[Row]] = {}
        for claim in self._store.rows("claims").values():
            sides.setdefault((claim["record"], claim["path"]), []).append(claim)
        found = (_moved(claims, self._sources) for claims in sides.values())
        moves = sorted(filter(None, found), key=lambda one: (one.record, one.path))
        at_odds: set[str] = set()
        if any(one.path in _BOUNDS for one in moves):
            for collection in COLLECTIONS:
                if "succeeded_by" in field_types(record_class(collection)):
                    at_odds |= self._at_odds(collection, moves)
        kept = tuple(one for one in moves if one.record not in at_odds or one.path not in _BOUNDS)
        return kept, tuple(one for one in moves if one not in kept)

    def _at_odds(self, collection: str, moves: Iterable[Moved]) -> set[str]:
        """The records whose bounds cannot change so, alone or with those of a neighbour."""
        cls = record_class(collection)
        found: set[str] = set()
        while True:
            left = [one for one in moves if one.path in _BOUNDS and one.record not in found]
            changed = self._changed(collection, left)
            rows = linked({**_without_ends(self._store.rows(collection)), **changed})
            wrong = {
                one
                for key, row in rows.items()
                if (key in changed or row.get("succeeded_by") in changed) and not _fits(cls, row)
                for one in (key, row.get("succeeded_by"))
                if one in changed
            }
            if not wrong:
                return found
            found |= wrong

    def _changed(self, collection: str, moves: Iterable[Moved]) -> dict[str, dict[str, Any]]:
        """The rows of a collection that moves change, as they are then."""
        rows, claims = self._store.rows(collection), self._store.rows("claims")
        cls = record_class(collection)
        changed: dict[str, dict[str, Any]] = {}
        for one in moves:
            if one.record in rows:
                row = changed.get(one.record) or _own(rows[one.record])
                hedge = claims[one.claim_after].get("qualifier", "exactly")
                changed[one.record] = with_value(cls, row, one.path, one.after, hedge=hedge)
        return changed

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


def _fits(cls: type, row: Row) -> bool:
    """Whether a row of what lasts does not end before it starts."""
    try:
        cls(**row)
    except ValueError:
        return False
    return True


def _without_ends(rows: Rows) -> dict[str, dict[str, Any]]:
    """Rows without the ends that their successors' starts give them."""
    return {key: _own(row) for key, row in rows.items()}


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
