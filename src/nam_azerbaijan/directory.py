"""From names, codes and ids to records."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any, SupportsIndex

from .catalogue import Catalogue
from .dates import as_date
from .errors import UnknownRecordError, UnknownStateError
from .fold import fold, near
from .lookup import StateIndex
from .store import COLLECTIONS, MOVEMENT

if TYPE_CHECKING:
    from .records import Organization, State
    from .spans import Day

__all__ = ["Directory"]


class Directory(Catalogue):
    """The collections of a data set, and what leads to a record in them."""

    def get(self, id: str) -> Any:  # noqa: A002
        """Any record by its id, or by a former id of it.

        Raises:
            UnknownRecordError: no record has it; near ids are suggested.
        """
        key = self._store.renamed.get(id, id)
        for name in COLLECTIONS:
            if key in self._store.rows(name):
                return self.collection(name)[key]
        known = [known for name in COLLECTIONS for known in self._store.rows(name)]
        raise UnknownRecordError(id, near(str(id), known, 3))

    def state(
        self, key: str | SupportsIndex | State, code: str | None = None, *, on: Day | None = None
    ) -> State:
        """The state that `key` means, without case or accents.

        Args:
            key: an id, a name, a former name, an alias, or an ISO code of two or three letters;
                a number where all systems that use it mean one state.
            code: a system of codes: then `key` is a code of it (`iso2c`, `iso3c`, `iso3n`,
                `cown`, `gwn`, `m49`, `wikidata`).
            on: a day on which it was the code of the state. A few codes went from one state to
                the next, such as 345 from Yugoslavia to Serbia: without a day they mean the
                present or last holder.

        Raises:
            UnknownStateError: no state is meant; near names are suggested.
            AmbiguousStateError: several are meant; they are named.
            ValueError: `code` is no system of codes, `on` is no date or given without `code`.
            TypeError: `key` is no text, number or state.
        """
        if on is not None and code is None:
            raise ValueError("a day is for codes: say of which system, code=...")
        if isinstance(key, bool) or not (isinstance(key, str) or hasattr(key, "__index__")):
            if type(key).__name__ != "State" or code is not None:
                raise TypeError(f"expected a name, a code or a state, got {key!r}")
            return key  # type: ignore[return-value]
        text = key if isinstance(key, str) else str(operator.index(key))
        return self.states[self._index.find(text, code, None if on is None else as_date(on))]

    @functools.cached_property
    def _index(self) -> StateIndex:
        return StateIndex(self._store.rows("states"), self._store.renamed)

    def _party(self, key: str | State | Organization) -> str:
        """The id of the state or organization that `key` means."""
        if not isinstance(key, str):
            if type(key).__name__ not in ("State", "Organization"):
                raise TypeError(f"expected a state, an organization or a name, got {key!r}")
            return str(key.id)
        try:
            return self._index.find(key)
        except UnknownStateError as error:
            if (organization := self._organization(key)) is not None:
                return organization
            raise error from None

    def _organization(self, key: str) -> str | None:
        """The id of the organization with this id, name, abbreviation or alias."""
        rows = self._store.rows("organizations")
        key = self._store.renamed.get(key, key)
        if key in rows:
            return key
        folded = fold(key)
        for id_, row in rows.items():
            names = (row["name"], row.get("abbreviation", ""), *row.get("aliases", ()))
            if any(fold(name) == folded for name in names):
                return id_
        return None

    def _known_body(self, body: str) -> str:
        """The id of the body that is meant."""
        if body == MOVEMENT:
            return body
        if not isinstance(body, str):
            raise TypeError(f"expected the id or name of a body, got {body!r}")
        found = self._organization(body)
        if found is None:
            known = {row.get("body", MOVEMENT) for row in self._store.rows("memberships").values()}
            raise UnknownRecordError(body, near(body, sorted(known), 3))
        return found
