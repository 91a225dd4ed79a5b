"""From what a user gives for a record to the id of the record that is meant."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..dates import PartialDate, as_date
from ..errors import AmbiguousRecordError, UnknownRecordError, UnknownStateError
from ..records import COLLECTIONS, record_class
from ..store import Rows, Store
from ..text import fold, near
from .state_names import Key, StateNames, as_key

if TYPE_CHECKING:
    from ..records.base import Identified

__all__ = ["Names"]

DatedParty = tuple[dt.date | None, str | None]
"""A first day and the id of a party."""


class RecordNames:
    """The names of the records of a collection: ids, names, titles, authors, aliases."""

    _SINGLE = ("name", "title", "abbreviation", "symbol", "author")
    _SEVERAL = ("aliases", "spellings", "symbols")

    def __init__(self, rows: Rows, renamed: Mapping[str, str]) -> None:
        self._rows = rows
        self._renamed = renamed

    def find(self, key: object) -> str:
        """The id of the record that `key` means.

        Raises:
            UnknownRecordError: none is meant; near names are suggested.
            AmbiguousRecordError: several are meant.
            TypeError: `key` is no text.
        """
        if not isinstance(key, str):
            raise TypeError(f"expected an id or a name, got {key!r}")
        found = self.meant(key)
        if not found:
            names = near(fold(key), self._names, 3)
            guesses = [*near(key, self._rows, 3), *(one for n in names for one in self._names[n])]
            raise UnknownRecordError(key, list(dict.fromkeys(guesses))[:3])
        if len(found) > 1:
            raise AmbiguousRecordError(key, sorted(found))
        return found[0]

    def meant(self, key: str) -> Sequence[str]:
        """The ids of the records that a key may mean; none where it means no record."""
        id_ = self._renamed.get(key, key)
        return (id_,) if id_ in self._rows else self._names.get(fold(key), ())

    @functools.cached_property
    def _names(self) -> dict[str, list[str]]:
        """The ids of each name, as it is compared."""
        found: dict[str, list[str]] = {}
        for key, row in self._rows.items():
            names = {fold(key.replace("-", " "))}
            names.update(fold(row.get(field, "")) for field in self._SINGLE)
            names.update(fold(name) for field in self._SEVERAL for name in row.get(field, ()))
            for name in names - {""}:
                found.setdefault(name, []).append(key)
        return found


class Names:
    """The names of all records of a data set."""

    def __init__(self, store: Store, renamed: Mapping[str, str]) -> None:
        self._store = store
        self._renamed = renamed
        # Only text is remembered: what it means depends on nothing but the text.
        self._meanings_of = functools.lru_cache(maxsize=16384)(self._find_meanings)

    @functools.cached_property
    def states(self) -> StateNames:
        """The names and codes of states."""
        return StateNames(self._store.rows("states"), self._renamed)

    @functools.cached_property
    def others(self) -> Mapping[str, RecordNames]:
        """The names of the records of each other collection."""
        return {
            name: RecordNames(self._store.rows(name), self._renamed)
            for name in COLLECTIONS
            if name != "states"
        }

    def party(self, key: Key | Identified, on: PartialDate | None = None) -> str:
        """The id of the state, by its name on a day if one is given, or organization.

        Raises:
            UnknownStateError, AmbiguousRecordError: none is meant, or several are.
            TypeError: `key` is neither text nor a whole number, state or organization.
        """
        if hasattr(key, "id"):
            return self.resolve(("states", "organizations"), key)
        try:
            return self.states.find(key, on=on)
        except UnknownStateError as unknown:
            try:
                return self.others["organizations"].find(str(key))
            except UnknownRecordError:
                raise unknown from None

    def meanings(self, key: Key, code: str | None = None) -> Sequence[DatedParty]:
        """From which day on a key means which party, in order; `None` as the first day: always.

        `None` stands for the party where several may be meant. There is nothing where the key
        means none; no near names are looked for, so that this is fast for many keys.

        Raises:
            ValueError, TypeError: as in `StateNames.find`.
        """
        return self._meanings_of(as_key(key), code)

    def _find_meanings(self, key: str, code: str | None) -> Sequence[DatedParty]:
        turns = self.states.turning_days(key, code)
        if turns is None:
            parties = () if code is not None else self.others["organizations"].meant(key)
            return [(None, parties[0] if len(parties) == 1 else None)] if parties else []
        found: list[DatedParty] = []
        for since in (dt.date.min, *map(dt.date.fromordinal, turns)):
            try:
                party = self.states.find(key, code, as_date(since))
            except AmbiguousRecordError:
                party = None
            if not found or found[-1][1] != party:
                found.append((since if found else None, party))
        return found

    def resolve(self, permitted: tuple[str, ...], value: object) -> str:
        """The id of the record of one of some collections (`*` for all) that `value` means.

        Raises:
            LookupError: none is meant, or several are.
            TypeError: `value` is no text, number or record.
        """
        collections = tuple(COLLECTIONS) if permitted == ("*",) else permitted
        if hasattr(value, "id"):
            return self._held(collections, value)
        if isinstance(value, str) and any(value in self._store.rows(one) for one in collections):
            return value
        if collections == ("states",):
            return self.states.find(value)
        suggestions: list[str] = []
        for name in collections:
            try:
                return (self.states if name == "states" else self.others[name]).find(value)
            except (UnknownRecordError, UnknownStateError) as error:
                suggestions.extend(error.suggestions)
        raise UnknownRecordError(value, near(str(value), suggestions, 3) or suggestions[:3])

    def _held(self, collections: Iterable[str], record: Any) -> str:
        """The id of a record that stands in one of some collections.

        Raises:
            TypeError: it is no record of their kinds.
            UnknownRecordError: it stands in none.
        """
        if not any(isinstance(record, record_class(name)) for name in collections):
            kinds = " or ".join(collections)
            raise TypeError(f"expected one of the {kinds} or what names it, got {record!r}")
        key: str = record.id
        if not any(key in self._store.rows(name) for name in collections):
            raise UnknownRecordError(key)
        return key
