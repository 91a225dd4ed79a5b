"""The data set: its collections, look-ups and queries by date."""

from __future__ import annotations

import datetime as dt
import functools
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .dates import Day, PartialDate, as_date
from .errors import CoverageError, UnknownRecordError
from .files.packaged import PackagedLayer, read_packaged
from .frozen import Frozen
from .lookup.filters import choice_of, require_range, touches
from .lookup.names import Names
from .lookup.on_day import Intervals, SpellIndex
from .lookup.state_names import Key
from .records import COLLECTIONS, MOVEMENT
from .records.status import Status
from .store import HeldLayer, Row, Store
from .text import did_you_mean, fold, near

if TYPE_CHECKING:
    from .collection import Collection
    from .evidence.agreement import Agreement
    from .evidence.difference import Difference
    from .evidence.disputes import Dispute, DisputeIndex
    from .evidence.preference import Moved, PreferenceLayer
    from .evidence.roll_call import RollCallRows
    from .evidence.tally import Tally, TallyTable
    from .evidence.teller import Teller
    from .files.manifest import Coverage, Manifest
    from .findings import Finding
    from .lookup.cited import CitationIndex, Cited
    from .lookup.find import Finder
    from .lookup.search import SearchHit, SearchIndex
    from .lookup.timeline import Entry
    from .records.chairs import Chairmanship, Chairperson
    from .records.documents import Document, Event, Principle
    from .records.evidence import Assertion, Claim, Nature, Source
    from .records.meetings import Meeting, Participation
    from .records.memberships import Application, Membership
    from .records.parties import Organization, State
    from .records.persons import Person
    from .records.union import AnyRecord
    from .records.votes import Vote

__all__ = ["Dataset", "DatedMeaning", "Troika", "load"]

AS_OF = "as-of"
"""The day that queries mean where none is given: the last one that the data knows."""


_STATUSES = {status.value: status for status in Status}


class Troika(NamedTuple):
    """The former, the present and the next chair.

    Attributes:
        former: the term before; `None` before the second term.
        present: the term in force.
        next: the term after, which may be planned; `None` where none is known.
    """

    former: Chairmanship | None
    present: Chairmanship
    next: Chairmanship | None


class DatedMeaning(NamedTuple):
    """What a name or code means from a day on.

    Attributes:
        since: the first day; `None` means from the beginning.
        party: the state or organization; `None` where several may be meant.
    """

    since: dt.date | None
    party: State | Organization | None


class Dataset(Frozen):
    """All records of a data set, and what can be asked of them.

    Immutable, and safe to use from several threads. Collections are read when first asked for.

    Days are given as dates, datetimes, partial dates, ISO text or years, as `dates.as_date` says;
    where a query takes `on`, the default is `as_of`. Answers are for what is certain, whichever
    day a vague `on` or a vague date of a record turns out to be; `possible=True` adds what that
    leaves open. An empty answer means that nothing is so; what the data does not cover raises
    `CoverageError`.
    """

    _store: Store
    _unmoved: Store
    _preferred: tuple[str, ...]
    _preference: PreferenceLayer | None
    _described: Mapping[str, Any]
    _as_of: PartialDate
    _parties_on: dict[tuple[str, str, str, int], tuple[Any, ...]]
    _day_of_text: Callable[[str], PartialDate]
    _spells_of_text: Callable[[str, str], Intervals | None]

    def __init__(
        self, store: Store, described: Mapping[str, Any], preferred: tuple[str, ...] = ()
    ) -> None:
        as_of = as_date(described["as_of"])
        self._set(_store=store, _described=described, _as_of=as_of, _parties_on={})
        self._set(_unmoved=store, _preferred=preferred, _preference=None)
        if preferred:
            from .evidence.preference import PreferenceLayer  # noqa: PLC0415

            layer = PreferenceLayer(store, preferred)
            self._set(_store=store.with_layer(layer), _preference=layer)
        # Only text is remembered: what it means depends on nothing but the text.
        remember = functools.lru_cache(maxsize=4096)
        self._set(
            _day_of_text=remember(self._known_day), _spells_of_text=remember(self._find_spells)
        )

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        made = (Dataset, (self._unmoved, self._described, self._preferred))
        return (load, ()) if self is _packaged else made

    def __repr__(self) -> str:
        preferring = f", preferring {', '.join(self._preferred)}" if self._preferred else ""
        return f"<Dataset {self.version}, as of {self.as_of}{preferring}>"

    def overlay(self, path: str | os.PathLike[str]) -> Dataset:
        """A data set with the records of a directory on top of this one's.

        A record of the directory takes the place of the one with its id. Files may be missing.

        Args:
            path: a directory laid out like the packaged data.

        Raises:
            DatasetError: with every problem of every file.
        """
        from .files.directory import read_directory  # noqa: PLC0415
        from .files.manifest import merged  # noqa: PLC0415

        upper, rows = read_directory(path, partial=True, known=self.home)
        store = self._unmoved.with_layer(HeldLayer(rows))
        return _sound(store, merged(self._described, upper), self._preferred)

    # What the data set says of itself

    @functools.cached_property
    def manifest(self) -> Manifest:
        """Version, coverage, waivers and former ids, as `dataset.json` has them."""
        from .files.manifest import Manifest  # noqa: PLC0415

        return Manifest(**self._described)

    @property
    def version(self) -> str:
        """The version of the data, apart from that of the library."""
        return self.manifest.version

    @property
    def as_of(self) -> dt.date:
        """The last day about which the data knows."""
        return self._as_of.earliest

    @property
    def overlaid(self) -> bool:
        """Whether records of a directory lie on top of others."""
        return len(self._unmoved.layers) > 1

    @property
    def coverage(self) -> Mapping[str, Coverage]:
        """What each collection aims to hold."""
        return self.manifest.coverage

    # Collections

    @property
    def _renamed(self) -> Mapping[str, str]:
        return self._described.get("renamed", {})  # type: ignore[no-any-return]

    @functools.cached_property
    def collections(self) -> Mapping[str, Collection[Any]]:
        """The collections by name."""
        from .collection import Collection  # noqa: PLC0415

        made: Mapping[str, Collection[Any]] = MappingProxyType(
            {
                name: Collection(name, self._store, self._renamed, self._names.resolve)
                for name in COLLECTIONS
            }
        )
        # Of several threads the first one's are kept, so that a record is built once.
        return self.__dict__.setdefault("collections", made)  # type: ignore[no-any-return]

    def collection(self, name: str) -> Collection[Any]:
        """The collection called `name`, such as `memberships`.

        Raises:
            KeyError: there is none.
        """
        if name not in self.collections:
            raise KeyError(f"no collection {name!r}; {did_you_mean(name, COLLECTIONS)}")
        return self.collections[name]

    @property
    def states(self) -> Collection[State]:
        """States since 1955, and movements and governments that were parties to NAM."""
        return self.collections["states"]

    @property
    def organizations(self) -> Collection[Organization]:
        """Organizations, organs, programmes, missions, treaties, formats and projects."""
        return self.collections["organizations"]

    @property
    def memberships(self) -> Collection[Membership]:
        """Spells of members, observers and others, in NAM and in other bodies."""
        return self.collections["memberships"]

    @property
    def applications(self) -> Collection[Application]:
        """Applications and what became of them."""
        return self.collections["applications"]

    @property
    def meetings(self) -> Collection[Meeting]:
        """Meetings of every kind."""
        return self.collections["meetings"]

    @property
    def participations(self) -> Collection[Participation]:
        """Who took part in which meeting, or did not."""
        return self.collections["participations"]

    @property
    def chairmanships(self) -> Collection[Chairmanship]:
        """Terms of countries in the chair."""
        return self.collections["chairmanships"]

    @property
    def chairpersons(self) -> Collection[Chairperson]:
        """Persons in the chair."""
        return self.collections["chairpersons"]

    @property
    def persons(self) -> Collection[Person]:
        """Persons and the offices they held."""
        return self.collections["persons"]

    @property
    def documents(self) -> Collection[Document]:
        """Documents and what their paragraphs say."""
        return self.collections["documents"]

    @property
    def principles(self) -> Collection[Principle]:
        """Items of lists of principles, criteria and the like."""
        return self.collections["principles"]

    @property
    def events(self) -> Collection[Event]:
        """Dated steps that are no meeting and no document."""
        return self.collections["events"]

    @property
    def votes(self) -> Collection[Vote]:
        """Recorded votes and elections."""
        return self.collections["votes"]

    @property
    def sources(self) -> Collection[Source]:
        """The sources that records cite."""
        return self.collections["sources"]

    @property
    def claims(self) -> Collection[Claim]:
        """What single sources say about values on which sources differ."""
        return self.collections["claims"]

    @property
    def assertions(self) -> Collection[Assertion]:
        """Statements of sources that are no plain value of a record."""
        return self.collections["assertions"]

    @functools.cached_property
    def home(self) -> Mapping[str, str]:
        """The collection of each record, by its id."""
        return MappingProxyType(
            {key: name for name in COLLECTIONS for key in self._store.rows(name)}
        )

    def get(self, id: str) -> AnyRecord:  # noqa: A002
        """Any record by its id, or by a former id of it.

        Raises:
            UnknownRecordError: no record has it; near ids are suggested.
        """
        key = self._renamed.get(id, id)
        for name in COLLECTIONS:
            if key in self._store.rows(name):
                return self.collections[name][key]  # type: ignore[no-any-return]
        raise UnknownRecordError(id, near(str(id), self.home, 3))

    # Names

    def state(self, key: Key | State, code: str | None = None, *, on: Day | None = None) -> State:
        """The state that `key` means, without case or accents.

        Args:
            key: an id, a name, a former name, an alias, or an ISO code of two or three letters;
                a number where all systems that use it mean one state.
            code: a system of codes: then `key` is a code of it (`iso2c`, `iso3c`, `iso3n`,
                `cown`, `cowc`, `gwn`, `gwc`, `m49`, `vdem`, `wikidata`).
            on: a day by which names and codes are read: Yemen in 1970 is the Yemen Arab
                Republic, Serbia in 1985 Yugoslavia, and so is the code 345. A code that a state
                got later is known for it before. Ids are names here too; only a record means
                itself on every day. Without a day the present or last holder is meant.

        Raises:
            UnknownStateError: no state is meant; near names are suggested.
            AmbiguousStateError: several are meant; they are named.
            ValueError: `code` is no system of codes, or `on` is no day.
            TypeError: `key` is no text, number or state, or `on` is no day.
        """
        from .records.parties import State  # noqa: PLC0415

        if isinstance(key, State):
            return key
        day = None if on is None else as_date(on)
        return self.states[self._names.states.find(key, code, day)]

    def meanings(self, key: Key, code: str | None = None) -> tuple[DatedMeaning, ...]:
        """What a name or code means in the course of time, each meaning until the next.

        What `status` takes as a party, or with `code` what `state` takes, read by every day:
        `YEM` is the Yemen Arab Republic up to 22 May 1990 and Yemen from then on.

        Args:
            key: a name, an id or a code, of an organization too where no system is given.
            code: a system of codes, as in `state`.

        Returns:
            The meanings in order; none where the key means nothing that is known.

        Raises:
            ValueError, TypeError: as in `state`.
        """
        return tuple(
            DatedMeaning(since, None if party is None else self._party(party))
            for since, party in self._names.meanings(key, code)
        )

    def _party(self, key: str) -> State | Organization:
        """The state or organization with an id."""
        return self.states.get(key) or self.organizations[key]

    @functools.cached_property
    def _names(self) -> Names:
        return Names(self._store, self._renamed)

    def _body(self, body: str | Organization) -> str:
        """The id of the organization that is meant."""
        return body if body == MOVEMENT else self._names.resolve(("organizations",), body)

    # Members and observers

    def _day(self, on: Day) -> PartialDate:
        """The day that is meant.

        Raises:
            CoverageError: it may lie after `as_of`.
        """
        return self._day_of_text(on) if type(on) is str else self._known_day(on)

    def _known_day(self, on: Day) -> PartialDate:
        day = self._as_of if isinstance(on, str) and on == AS_OF else as_date(on)
        if day.latest > self.as_of:
            raise CoverageError(str(day), f"the days up to {self.as_of}")
        return day

    @functools.cached_property
    def _spells(self) -> SpellIndex:
        return SpellIndex(self._store.rows("memberships"))

    def _find_spells(self, key: str, body: str) -> Intervals | None:
        """The spells of the party that a text means, or `None` where that depends on the day."""
        party = self._names.states.whatever_the_day(key)
        return None if party is None else self._spells.of(party, self._body(body))

    def _spell_row(
        self,
        state: Key | State | Organization,
        on: Day,
        body: str | Organization,
        possible: bool,  # noqa: FBT001
    ) -> Row | None:
        # As `_day` has it; written out, since every `status` comes through here.
        day = self._day_of_text(on) if type(on) is str else self._known_day(on)
        spells = self._spells_of_text(state, body) if type(state) is type(body) is str else None
        row = None if spells is None else spells.one_on(day)
        if row is not None:
            return row
        party, body = self._names.party(state, day), self._body(body)
        row = self._spells.of(party, body).one_on(day, possible=possible)
        if row is None:
            self.manifest.require_covered("memberships", party=party, body=body)
        return row

    def spell(
        self,
        state: Key | State | Organization,
        on: Day = AS_OF,
        *,
        body: str | Organization = MOVEMENT,
        possible: bool = False,
    ) -> Membership | None:
        """The spell in which a state or organization is on a day, with its citations.

        Args:
            state: what `state()` takes, read by the day, or an organization.
            on: the day.
            body: the body, by id, name or abbreviation; the Movement unless said.
            possible: whether a spell that only may hold that day will do.

        Returns:
            The spell, or `None` where there is none. Of several possible ones the earliest.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            UnknownRecordError, AmbiguousRecordError: there is no such body, or several.
            CoverageError: the day lies after `as_of`, or the party in that body is not covered.
            ValueError, TypeError: `on` is no day.
        """
        row = self._spell_row(state, on, body, possible)
        return None if row is None else self.memberships[row["id"]]

    def status(
        self,
        state: Key | State | Organization,
        on: Day = AS_OF,
        *,
        body: str | Organization = MOVEMENT,
        possible: bool = False,
    ) -> Status | None:
        """What a state or organization is in a body on a day; arguments as in `spell`.

        Returns:
            The status, or `None`.

        Raises:
            LookupError, CoverageError, ValueError, TypeError: as in `spell`.
        """
        row = self._spell_row(state, on, body, possible)
        return None if row is None else _STATUSES[row["status"]]

    def spells(
        self, state: Key | State | Organization, body: str | Organization = MOVEMENT
    ) -> tuple[Membership, ...]:
        """All spells of a state or organization in a body that came true, in order.

        Those that are not confirmed are in `memberships`, with that standing.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            UnknownRecordError, AmbiguousRecordError: there is no such body, or several.
            CoverageError: the party in that body is not covered.
        """
        party, body = self._names.party(state), self._body(body)
        rows = self._spells.of(party, body).rows
        if not rows:
            self.manifest.require_covered("memberships", party=party, body=body)
        return tuple(self.memberships[row["id"]] for row in rows)

    def members(
        self, on: Day = AS_OF, *, body: str | Organization = MOVEMENT, possible: bool = False
    ) -> tuple[State, ...]:
        """The members on a day, by name.

        Raises:
            UnknownRecordError, AmbiguousRecordError: there is no such body, or several.
            CoverageError: the day lies after `as_of`, or the body is not covered.
            ValueError, TypeError: `on` is no day.
        """
        return self._parties("member", "states", on, body, possible=possible)

    def observers(
        self, on: Day = AS_OF, *, body: str | Organization = MOVEMENT, possible: bool = False
    ) -> tuple[State, ...]:
        """The observer states on a day, by name.

        Raises:
            LookupError, CoverageError, ValueError, TypeError: as in `members`.
        """
        return self._parties("observer", "states", on, body, possible=possible)

    def observer_organizations(
        self, on: Day = AS_OF, *, body: str | Organization = MOVEMENT, possible: bool = False
    ) -> tuple[Organization, ...]:
        """The observer organizations on a day, by name.

        Raises:
            LookupError, CoverageError, ValueError, TypeError: as in `members`.
        """
        return self._parties("observer", "organizations", on, body, possible=possible)

    def _parties(
        self, status: str, kind: str, on: Day, body: str | Organization, *, possible: bool
    ) -> tuple[Any, ...]:
        day, body = self._day(on), self._body(body)
        spells = self._spells.within(body)
        if possible or not day.exact:
            self.manifest.require_covered("memberships", body=body, status=status)
            return self._by_name(status, kind, spells.on(day, possible=possible))
        key = (status, kind, body, spells.segment(day))
        parties = self._parties_on.get(key)
        if parties is None:
            self.manifest.require_covered("memberships", body=body, status=status)
            made = self._by_name(status, kind, spells.on(day))
            parties = self._parties_on.setdefault(key, made)
        return parties

    def _by_name(self, status: str, kind: str, spells: Iterable[Row]) -> tuple[Any, ...]:
        """The parties of one kind that spells give a status, by name."""
        held = self.collections[kind]
        parties = {row["party"] for row in spells if row["status"] == status}
        found = (held[key] for key in parties if key in held)
        return tuple(sorted(found, key=lambda party: (fold(party.name), party.id)))

    # The chair

    @functools.cached_property
    def _terms(self) -> Intervals:
        rows = self._store.rows("chairmanships").values()
        return Intervals(row for row in rows if row.get("body", MOVEMENT) == MOVEMENT)

    @functools.cached_property
    def _chairpersons(self) -> Mapping[str, Intervals]:
        """The times of persons in the chair, by capacity."""
        rows = self._store.rows("chairpersons").values()
        return {
            capacity: Intervals(row for row in rows if row.get("capacity", "titular") == capacity)
            for capacity in ("titular", "acting")
        }

    def chair(self, on: Day = AS_OF, *, possible: bool = False) -> Chairmanship | None:
        """The term of the country in the chair on a day.

        Args:
            on: the day.
            possible: whether a term that only may hold that day will do; of several the earliest.

        Returns:
            The term, or `None` where no one term holds for certain: before the first one, or
            where a vague `on`, such as a year, may lie in several.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError, TypeError: `on` is no day.
        """
        row = self._terms.one_on(self._day(on), possible=possible)
        return None if row is None else self.chairmanships[row["id"]]

    def chairperson(self, on: Day = AS_OF, *, possible: bool = False) -> Person | None:
        """The person who held the chair on a day; arguments and answers as in `chair`.

        `chairperson_term` gives the record behind it, with office and citations.

        Returns:
            The person, or `None` where nobody held it for certain, as in a vacancy.

        Raises:
            CoverageError, ValueError, TypeError: as in `chair`.
        """
        return self._presiding("titular", on, possible=possible)

    def acting_on(self, on: Day = AS_OF, *, possible: bool = False) -> Person | None:
        """The person who acted for the chairperson on a day, if anybody did; as `chairperson`.

        Raises:
            CoverageError, ValueError, TypeError: as in `chair`.
        """
        return self._presiding("acting", on, possible=possible)

    def chairperson_term(
        self, on: Day = AS_OF, *, capacity: str = "titular", possible: bool = False
    ) -> Chairperson | None:
        """The record of the person in the chair on a day, `titular` or `acting`; as in `chair`.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no day, or there is no such capacity.
            TypeError: `on` is no day.
        """
        from .records.chairs import ChairCapacity  # noqa: PLC0415

        held = self._chairpersons[choice_of(ChairCapacity, capacity)]
        row = held.one_on(self._day(on), possible=possible)
        return None if row is None else self.chairpersons[row["id"]]

    def _presiding(self, capacity: str, on: Day, *, possible: bool) -> Person | None:
        held = self.chairperson_term(on, capacity=capacity, possible=possible)
        return None if held is None else self.persons[held.person]

    def troika(self, on: Day = AS_OF, *, possible: bool = False) -> Troika | None:
        """The former, the present and the next chair on a day; arguments as in `chair`.

        The next chair may be a term that is only planned, as its `standing` says.

        Returns:
            The troika, or `None` where `chair` gives none.

        Raises:
            CoverageError, ValueError, TypeError: as in `chair`.
        """
        present = self.chair(on, possible=possible)
        if present is None:
            return None
        terms = sorted(
            self.chairmanships.where(body=MOVEMENT), key=lambda term: term.start.sort_key
        )
        place = terms.index(present)
        return Troika(
            former=terms[place - 1] if place else None,
            present=present,
            next=terms[place + 1] if place + 1 < len(terms) else None,
        )

    # Meetings, documents, time, words

    @functools.cached_property
    def _find(self) -> Finder:
        from .lookup.find import Finder  # noqa: PLC0415

        return Finder(self.collections, self._names, self.manifest)

    def find_meetings(  # noqa: PLR0913
        self,
        *,
        kind: str | None = None,
        series: str | None = None,
        number: int | None = None,
        host: Key | State | None = None,
        city: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        attended_by: Key | State | Organization | None = None,
        standing: str | None = "held",
        possible: bool = False,
    ) -> tuple[Meeting, ...]:
        """Meetings in order of their opening.

        Args:
            kind: `summit`, `ministerial-conference`, `bureau-ministerial`, ...
            series: the series they are numbered in.
            number: their number in it.
            host: the host state; what `state()` takes.
            city: where they were held, without case or accents.
            since: a day before which they have not closed.
            until: a day after which they have not opened.
            attended_by: a state or organization that took part.
            standing: `held`, `planned`, `unconfirmed`, `unrealized` or `rejected`; `None` for all.
            possible: whether to add those that only may lie within these days, or at which it is
                not known whether the party took part.

        Raises:
            ValueError: an unknown kind, series, city or standing, or no day.
            TypeError: no day, or a number that is none.
            UnknownStateError, AmbiguousStateError: see `state`.
            CoverageError: who took part is not covered for that party, or on none of these days.
        """
        return self._find.meetings(
            kind=kind, series=series, number=number, host=host, city=city, since=since,
            until=until, attended_by=attended_by, standing=standing, possible=possible,
        )  # fmt: skip

    def find_documents(  # noqa: PLR0913
        self,
        *,
        kind: str | None = None,
        topic: str | None = None,
        meeting: str | Meeting | None = None,
        since: Day | None = None,
        until: Day | None = None,
        possible: bool = False,
    ) -> tuple[Document, ...]:
        """Documents in order of their date, undated ones last.

        Args:
            kind: `final-document`, `declaration`, `resolution`, ...
            topic: a topic that the document, or a provision of it, speaks of.
            meeting: the meeting that adopted them: its id, its name, or its place and year, such
                as "Baku 2019", which of several means the one of the highest level.
            since: the first day.
            until: the last day.
            possible: whether to add those that only may be of these days.

        Raises:
            ValueError: an unknown kind or topic, or no day.
            TypeError: no day.
            LookupError: there is no such meeting, or several.
        """
        return self._find.documents(
            kind=kind, topic=topic, meeting=meeting, since=since, until=until, possible=possible
        )

    def find_participations(  # noqa: PLR0913
        self,
        *,
        party: Key | State | Organization | None = None,
        meeting: str | Meeting | None = None,
        attended: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        possible: bool = False,
    ) -> tuple[Participation, ...]:
        """Who was at which meeting, or was not, in the order in which the meetings opened.

        Args:
            party: a state or organization.
            meeting: the meeting, as in `find_documents`.
            attended: `yes`, `no` or `unknown`.
            since: a day before which the meeting has not closed.
            until: a day after which it has not opened.
            possible: whether to add meetings that only may lie within these days, and those of
                which it is not known whether the party attended.

        Raises:
            ValueError: an unknown answer, or no day.
            TypeError: no day.
            LookupError: there is no such party or meeting, or several.
            CoverageError: nothing is on record of a party that is not covered.
        """
        return self._find.participations(
            party=party, meeting=meeting, attended=attended, since=since, until=until,
            possible=possible,
        )  # fmt: skip

    def find_principles(
        self,
        *,
        set: str | None = None,  # noqa: A002
        corresponds_to: str | Principle | None = None,
    ) -> tuple[Principle, ...]:
        """Items of lists of principles, by list and number.

        Args:
            set: the list: `bandung`, `panchsheel`, `cairo-criteria`, ...
            corresponds_to: an item of another list that says the same or part of it, whichever of
                the two refers to the other.

        Raises:
            ValueError: there is no such list.
            LookupError: there is no such item, or several.
        """
        return self._find.principles(set=set, corresponds_to=corresponds_to)

    def named(self, name: Key) -> AnyRecord:
        """Any record by an id or a name: of a state, organization, person, meeting, or another.

        A meeting also goes by its place and year, such as "Baku 2019".

        Raises:
            UnknownRecordError, AmbiguousRecordError: there is no such record, or several.
            TypeError: `name` is neither text nor a number.
        """
        return self.get(self._find.named(name))

    def person(self, name: str | Person) -> Person:
        """The person who goes by an id or a name, in any of its spellings.

        Raises:
            UnknownRecordError, AmbiguousRecordError: there is no such person, or several.
            TypeError: `name` is no text.
        """
        return self.persons[self._names.resolve(("persons",), name)]

    def organization(self, key: str | Organization) -> Organization:
        """The organization that goes by an id, a name or an abbreviation.

        Raises:
            UnknownRecordError, AmbiguousRecordError: there is no such organization, or several.
            TypeError: `key` is no text.
        """
        return self.organizations[self._body(key)]

    def timeline(
        self,
        state: Key | State | Organization | Person | Meeting | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        possible: bool = False,
    ) -> tuple[Entry, ...]:
        """Dated entries from every kind of record, in order, each naming its record.

        Args:
            state: a state or organization, by name too, or a person or a meeting: then only what
                concerns it. A text that names no state or organization may name one of these.
            since: the first day.
            until: the last day.
            possible: whether to add entries that only may be of these days.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            ValueError, TypeError: no day.
        """
        from .lookup.timeline import entries  # noqa: PLC0415

        require_range(since, until)
        subject = None if state is None else self._find.subject(state)
        return tuple(
            entry
            for entry in entries(self.collections, subject)
            if touches(entry.date, None, since, until, possible=possible)
        )

    # Votes

    @functools.cached_property
    def _teller(self) -> Teller:
        from .evidence.teller import Teller  # noqa: PLC0415

        return Teller(self.collections, self._names, self._spells, self.manifest)

    def _grouped_by(self, by: str | Organization) -> str:
        """What voters are grouped by: `status`, `region` or the id of a body."""
        return by if isinstance(by, str) and by in ("status", "region") else self._body(by)

    def tally(
        self,
        vote: str | Vote | RollCallRows,
        by: str | Organization = "status",
        on: Day | None = None,
        *,
        possible: bool = False,
    ) -> Tally:
        """How the states of each group voted, by what they were on the day of the vote.

        Args:
            vote: a vote on record, its symbol or its id; or rows of one resolution, as `tallies`
                takes them.
            by: `status` for members, observers and others of the Movement; `region` for the
                regions within it; or a body, by id, name or abbreviation, for the statuses in it:
                those that the data covers, all other states are `none`.
            on: another day by which the states are grouped. Names are read by the day of the
                vote, or by this day where the rows do not say one.
            possible: whether a status that a state only may have had counts.

        Raises:
            UnknownRecordError, AmbiguousRecordError: there is no such vote and no such file, or
                no such body, or there are several.
            RollCallError: the rows are not those of one resolution, or wrong.
            CoverageError: it is not on record how each state voted; the body is not covered; or
                the day lies after `as_of`.
            ValueError, TypeError: `on` is no day.
        """
        from .errors import RollCallError  # noqa: PLC0415
        from .evidence.teller import Counting  # noqa: PLC0415

        day = None if on is None else self._day(on)
        asked = Counting(by=self._grouped_by(by), on=day, possible=possible)
        key = self._vote(vote)
        if key is not None:
            return self._teller.of_vote(self.votes[key], asked)
        found = self._teller.of_rows(vote, asked)  # type: ignore[arg-type]
        if len(found) != 1:
            held = ", ".join([*found][:3]) + ", ..." * (len(found) > 3)  # noqa: PLR2004
            said = f"{len(found)}: {held}; `tallies` takes them" if found else "none"
            raise RollCallError([f"expected the rows of one resolution, found {said}"])
        return next(iter(found.values()))

    def _vote(self, given: object) -> str | None:
        """The id of the vote on record that is meant; `None` where the rows of a user are."""
        from .records.base import Identified  # noqa: PLC0415

        if not isinstance(given, str | Identified):
            return None
        try:
            return self._names.resolve(("votes",), given)
        except UnknownRecordError:
            if isinstance(given, str) and os.path.isfile(given):  # noqa: PTH113  Never raises.
                return None
            raise

    def tallies(  # noqa: PLR0913
        self,
        rows: RollCallRows,
        by: str | Organization = "status",
        *,
        on: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        possible: bool = False,
    ) -> TallyTable:
        """The tally of each roll call of a voting file, by what tells it apart.

        There is a row for each state and roll call, in one of three layouts, told by the columns:
        of Voeten's data (`rcid`, `ccode`, `vote`; 1 yes, 2 abstain, 3 no, 8 absent, 9 no member),
        of unvotes (`rcid`, `country`, `country_code`, `vote`), or of the United Nations Digital
        Library (`resolution`, `ms_name`, `ms_code`, `ms_vote`; Y, N, A, X). The day is in a column
        `date`, or in `year`, which is vague. Names and codes are read by it; those that are not
        understood are listed in `unknown`. A state without a row, or that was no member, has no
        vote, not even as absent.

        Args:
            rows: the path of a CSV file with a header; rows as mappings; or a data frame.
            by: as in `tally`.
            on: another day by which the states are grouped, as in `tally`.
            since: the first day of the votes that count.
            until: the last day of the votes that count.
            possible: whether a status that a state only may have had counts, and a vote that only
                may be of these days.

        Returns:
            The tallies by `resolution` or `rcid`, in the order of the rows; two votes on one
            symbol as `A/RES/1 (7)`, with their `undl_id`.

        Raises:
            RollCallError: no such layout, or cells that cannot be read: all of them are named.
            CoverageError: a day lies after `as_of`, or the body is not covered.
            LookupError: there is no such body, or several.
            OSError: the file cannot be read.
            ValueError, TypeError: no day.
        """
        from .evidence.teller import Counting  # noqa: PLC0415

        require_range(since, until)
        day = None if on is None else self._day(on)
        return self._teller.of_rows(
            rows,
            Counting(by=self._grouped_by(by), on=day, since=since, until=until, possible=possible),
        )

    def agreement(  # noqa: PLR0913
        self,
        rows: RollCallRows,
        state: Key | State,
        body: str | Organization = MOVEMENT,
        *,
        since: Day | None = None,
        until: Day | None = None,
        possible: bool = False,
    ) -> Agreement:
        """In which share of votes a state voted with the majority of a body's members, by year.

        The majority is the choice, yes, no or abstain, that more of the members of the day made
        than any other; the state is one of them while it is a member. Roll calls in which two
        choices led, no member voted, or the state itself cast no vote do not count; years without
        one that counts are left out. A state is not followed to its successors.

        Args:
            rows: as in `tallies`.
            state: what `state()` takes.
            body: the body, by id, name or abbreviation; the Movement unless said.
            since: the first day of the votes that count.
            until: the last day of the votes that count.
            possible: whether those count who only may have been members on the day.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            RollCallError, CoverageError, LookupError, OSError, ValueError, TypeError: as in
                `tallies`.
        """
        from .evidence.teller import Counting  # noqa: PLC0415

        require_range(since, until)
        asked = Counting(by=self._body(body), since=since, until=until, possible=possible)
        return self._teller.agreement(rows, self.state(state), asked)

    # Words and sources

    def search(
        self, text: str, *, kind: str | None = None, source: str | Source | None = None
    ) -> tuple[AnyRecord, ...]:
        """The records that fit a text, best first.

        Words count more in the name of a record than in the names of records that it refers to,
        there more than in what else it says, and there more than in its citations. They are
        compared without case, accents and endings, British and American spelling alike; dates may
        be written in any usual way ("31 March 2020"), and ordinals as words, figures or Roman
        numerals. Not all words need match, and small ones count little. What is called exactly as
        the text says comes first, and a source where its author or title is asked for.

        Args:
            text: words, names, symbols, numbers and dates.
            kind: the only kind of record wanted, as a collection (`meetings`) or a class
                (`Meeting`) is called.
            source: a source that they cite: its id, its title or its author's name.

        Returns:
            The records; none where nothing fits, or there is nothing to look for.

        Raises:
            ValueError: there is no such kind of record.
            LookupError: there is no such source, or several.
            TypeError: an argument is no text.
            SearchUnavailableError: this Python's SQLite cannot search.
        """
        return self._search_index.records(text, kind=kind, among=self._citing(source))

    def search_hits(
        self, text: str, *, kind: str | None = None, source: str | Source | None = None
    ) -> tuple[SearchHit, ...]:
        """What `search` gives, each record with its score and what was found in it.

        Args, Raises: as in `search`.
        """
        return self._search_index.hits(text, kind=kind, among=self._citing(source))

    def _citing(self, source: str | Source | None) -> frozenset[str] | None:
        """The ids of the records that cite a source; `None` without one."""
        if source is None:
            return None
        return frozenset(one.record.id for one in self.cited(source))

    @functools.cached_property
    def _search_index(self) -> SearchIndex:
        from .lookup.search import SearchIndex  # noqa: PLC0415

        rows = {name: self._store.rows(name) for name in COLLECTIONS}
        return SearchIndex(rows, self.collections)

    def cited(self, source: str | Source, *, locator: str | None = None) -> tuple[Cited, ...]:
        """Every record, claim and assertion that cites a source, in the source's own order.

        Args:
            source: its id, its title or its author's name.
            locator: a place in it: then only what cites that place. "fn. 25" and "footnote 25"
                are the same; "25" is a number of any kind; "section 3" is all that is cited from
                there; a place named in words ("abstract") has all of them in its locator. A note
                is also the text at it, and a range holds the numbers within it.

        Returns:
            Each citation with its record; none where nothing cites the source at that place.

        Raises:
            LookupError: there is no such source, or several.
            ValueError: `locator` names no place.
            TypeError: an argument is of the wrong kind.
        """
        return self._citations.of(self._names.resolve(("sources",), source), locator)

    @functools.cached_property
    def _citations(self) -> CitationIndex:
        from .lookup.cited import CitationIndex  # noqa: PLC0415

        return CitationIndex(self.collections)

    def about(self, record: str | AnyRecord) -> tuple[Claim | Assertion, ...]:
        """What sources say about a record: the claims, then the assertions, each in order of id.

        Of a meeting also what they say about its parts. Documents and events that concern a
        record are found by `documents.where(about=...)` and `events.where(about=...)`.

        Args:
            record: the record, its id or a name.

        Raises:
            LookupError: there is no such record, or several.
            TypeError: `record` is neither text nor a record.
        """
        from .lookup.cited import about  # noqa: PLC0415

        return about(self.collections, self._names.resolve(("*",), record))

    # Where sources differ

    @functools.cached_property
    def _disputes(self) -> DisputeIndex:
        from .evidence.disputes import DisputeIndex  # noqa: PLC0415

        return DisputeIndex(self.collections)

    def disputes(
        self,
        *,
        about: str | AnyRecord | None = None,
        nature: str | Nature | None = None,
        source: str | Source | None = None,
    ) -> tuple[Dispute, ...]:
        """Where sources differ, in order of id.

        Args:
            about: a record, its id or a name: disputes on its own values, on those of records
                that refer to it, such as the spells of a state, and on statements about it.
            nature: why the sides differ: `conflict`, `scope`, `garbled`, ... on any side.
            source: a source that takes a side: its id, its title or its author's name.

        Raises:
            LookupError: there is no such record or source, or several.
            ValueError: there is no such nature.
            TypeError: an argument is of the wrong kind.
        """
        from .records.evidence import Nature  # noqa: PLC0415

        return self._disputes.find(
            None if about is None else self._names.resolve(("*",), about),
            None if nature is None else choice_of(Nature, nature),
            None if source is None else self._names.resolve(("sources",), source),
        )

    def dispute(self, id: str) -> Dispute:  # noqa: A002
        """A dispute by its id.

        Raises:
            UnknownRecordError: there is none; near ids are suggested.
        """
        held = self._disputes.disputes
        if id not in held:
            raise UnknownRecordError(id, near(str(id), held, 3))
        return held[id]

    def prefer(self, *sources: str | Source) -> Dataset:
        """The data as these sources have it.

        Where one of them has a claim on a value, that claim wins, of the first source that has
        one; everything else is as before. Every query can be asked of the new data set: `moved`
        says what changed, and `check` what this reading breaks. A claim with which a spell or term
        would end before it starts cannot win: `refused` has it. `nam.prefer(a, b)` prefers `a` to
        `b`; `nam.prefer(a).prefer(b)` prefers `b` to `a`.

        Args:
            sources: their ids, titles, or authors' names; none for the data as it is.

        Raises:
            LookupError: there is no such source, or several.
            TypeError: one is of the wrong kind.
        """
        first = [self._names.resolve(("sources",), one) for one in sources]
        order = tuple(dict.fromkeys([*first, *self._preferred]))
        return Dataset(self._unmoved, self._described, order)

    @property
    def preferred(self) -> tuple[str, ...]:
        """Ids of the sources that `prefer` was given, the first first."""
        return self._preferred

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The fields that `prefer` gave another value; none where nothing is preferred."""
        return self._preference.moved if self._preference else ()

    @property
    def refused(self) -> tuple[Moved, ...]:
        """The changes that `prefer` could not make; none where nothing is preferred."""
        return self._preference.refused if self._preference else ()

    def diff(self, other: Dataset) -> tuple[Difference, ...]:
        """What differs between this data set and another one, such as a later edition.

        Args:
            other: the other data set.

        Returns:
            Each value that they do not have alike, in order of collection and record; `before`
            is that of this one. A record renamed in the other one is the same record.

        Raises:
            TypeError: `other` is no data set.
        """
        from .evidence.difference import differences  # noqa: PLC0415

        if not isinstance(other, Dataset):
            raise TypeError(f"expected a data set, got {other!r}")
        return tuple(differences(self.collections, other.collections, other._renamed))

    def form_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the form and the references of the rows that it is made of."""
        from .files.directory import form_findings  # noqa: PLC0415

        rows = {name: self._store.rows(name) for name in COLLECTIONS}
        return tuple(form_findings(rows, self._renamed))


def _sound(store: Store, described: Mapping[str, Any], preferred: tuple[str, ...] = ()) -> Dataset:
    """A data set whose rows are of the right form.

    Raises:
        DatasetError: they do not hang together.
    """
    from .files.directory import sound_together  # noqa: PLC0415
    from .findings import DatasetError  # noqa: PLC0415

    made = Dataset(store, described, preferred)
    rows = {name: store.rows(name) for name in COLLECTIONS}
    if findings := sound_together(rows, described.get("renamed", {}), made.home):
        raise DatasetError(findings)
    return made


_lock = threading.Lock()
_packaged: Dataset | None = None


def load(path: str | os.PathLike[str] | None = None) -> Dataset:
    """The packaged data set, or the one in a directory.

    The packaged one is made once and read as it is asked for. A directory is read and checked
    whole: files, shapes and references.

    Args:
        path: a directory laid out like the packaged data.

    Raises:
        DatasetError: with every problem of every file of the directory.
    """
    global _packaged  # noqa: PLW0603
    if path is None:
        if _packaged is None:
            with _lock:
                if _packaged is None:
                    store = Store((PackagedLayer(),))
                    _packaged = Dataset(store, read_packaged("dataset.json"))
        return _packaged
    from .files.directory import read_directory  # noqa: PLC0415

    described, rows = read_directory(path)
    assert described is not None  # noqa: S101  A whole directory has one.
    return _sound(Store((HeldLayer(rows),)), described)
