"""The collections of a data set, and what it says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from . import records
from .collection import Collection
from .store import COLLECTIONS, Store

if TYPE_CHECKING:
    from .manifest import Coverage, Manifest
    from .records import (
        Application,
        Assertion,
        Chairmanship,
        Chairperson,
        Claim,
        Document,
        Event,
        Meeting,
        Membership,
        Organization,
        Participation,
        Person,
        Principle,
        Source,
        State,
        Vote,
    )

__all__ = ["Catalogue"]


class Catalogue:
    """The collections of a data set, each read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._collections: dict[str, Collection[Any]] = {}

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("_"):
            raise AttributeError(f"a data set cannot be changed: {name}")
        super().__setattr__(name, value)

    def collection(self, name: str) -> Collection[Any]:
        """The collection called `name`, such as `memberships`.

        Raises:
            KeyError: there is none.
        """
        held = self._collections.get(name)
        if held is None:
            if name not in COLLECTIONS:
                raise KeyError(f"no collection {name!r}; there are {', '.join(COLLECTIONS)}")
            cls = getattr(records, COLLECTIONS[name])
            made: Collection[Any] = Collection(
                name, cls, self._store.rows(name), self._store.renamed
            )
            held = self._collections.setdefault(name, made)
        return held

    @property
    def home(self) -> dict[str, str]:
        """The collection of each record, by its id."""
        return {key: name for name in COLLECTIONS for key in self._store.rows(name)}

    @property
    def states(self) -> Collection[State]:
        """States since 1955, and movements and governments that were parties to NAM."""
        return self.collection("states")

    @property
    def organizations(self) -> Collection[Organization]:
        """Organizations, organs, programmes, missions, treaties, formats and projects."""
        return self.collection("organizations")

    @property
    def memberships(self) -> Collection[Membership]:
        """Spells of members, observers and others, in NAM and in other bodies."""
        return self.collection("memberships")

    @property
    def applications(self) -> Collection[Application]:
        """Applications and what became of them."""
        return self.collection("applications")

    @property
    def meetings(self) -> Collection[Meeting]:
        """Meetings of every kind."""
        return self.collection("meetings")

    @property
    def participations(self) -> Collection[Participation]:
        """Who took part in which meeting, or did not."""
        return self.collection("participations")

    @property
    def chairmanships(self) -> Collection[Chairmanship]:
        """Terms of countries in the chair."""
        return self.collection("chairmanships")

    @property
    def chairpersons(self) -> Collection[Chairperson]:
        """Persons in the chair."""
        return self.collection("chairpersons")

    @property
    def persons(self) -> Collection[Person]:
        """Persons and the offices they held."""
        return self.collection("persons")

    @property
    def documents(self) -> Collection[Document]:
        """Documents and what their paragraphs say."""
        return self.collection("documents")

    @property
    def principles(self) -> Collection[Principle]:
        """Items of lists of principles, criteria and the like."""
        return self.collection("principles")

    @property
    def events(self) -> Collection[Event]:
        """Dated steps that are no meeting and no document."""
        return self.collection("events")

    @property
    def votes(self) -> Collection[Vote]:
        """Recorded votes and elections."""
        return self.collection("votes")

    @property
    def sources(self) -> Collection[Source]:
        """The sources that records cite."""
        return self.collection("sources")

    @property
    def claims(self) -> Collection[Claim]:
        """What single sources say about values on which sources differ."""
        return self.collection("claims")

    @property
    def assertions(self) -> Collection[Assertion]:
        """Statements of sources that are no plain value of a record."""
        return self.collection("assertions")

    @property
    def manifest(self) -> Manifest:
        """Version, coverage, waivers and former ids, as `dataset.json` has them."""
        return self._store.manifest

    @property
    def version(self) -> str:
        """The version of the data, apart from that of the library."""
        return self.manifest.version

    @property
    def as_of(self) -> dt.date:
        """The last day about which the data knows."""
        return self._store.as_of

    @property
    def coverage(self) -> Mapping[str, Coverage]:
        """What each collection aims to hold."""
        return self.manifest.coverage
