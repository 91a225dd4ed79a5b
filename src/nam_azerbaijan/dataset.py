"""The data set: its collections, look-ups and queries by date."""

from __future__ import annotations

import datetime as dt
import functools
import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from . import records
from .directory import Directory
from .errors import CoverageError
from .fold import fold, near
from .ranges import choice_of, require_order, within
from .records.status import Status
from .spans import Day, Span, Spans, days
from .store import COLLECTIONS, MOVEMENT, Held, Row, Store

if TYPE_CHECKING:
    import os

    from .records import (
        Chairmanship,
        Chairperson,
        Document,
        Meeting,
        Membership,
        Organization,
        Person,
        Record,
        Source,
        State,
    )
    from .searching import SearchIndex
    from .timeline import Entry

__all__ = ["Dataset", "Troika", "load"]


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


class Dataset(Directory):
    """All records of a data set, and what can be asked of them.

    Immutable, and safe to use from several threads. Collections are read when first asked for.
    Days are given as ISO strings, dates, datetimes or partial dates; where a query takes `on`,
    the default is `as_of`. Answers are for what is certain; `possible=True` adds what the
    imprecision of dates leaves open.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._as_of = store.as_of.toordinal()
        self._spells_by_body: dict[str, dict[object, tuple[Span, ...]]] = {}
        self._bodies: dict[str, Spans] = {}
        self._answers: dict[tuple[str, str, str, int], tuple[Any, ...]] = {}

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return (load, ()) if self is _packaged else (Dataset, (self._store,))

    def __repr__(self) -> str:
        return f"<Dataset {self.version}, as of {self.as_of}>"

    def overlay(self, path: str | os.PathLike[str]) -> Dataset:
        """A data set with the records of a directory on top of this one's.

        A record of the directory takes the place of the one with its id. Files may be missing.

        Args:
            path: a directory laid out like the packaged data.

        Raises:
            DatasetError: with every problem of every file.
        """
        from .integrity import require_integrity  # noqa: PLC0415
        from .reading import read_directory  # noqa: PLC0415

        manifest, rows = read_directory(path, partial=True, known=self.home)
        made = Dataset(self._store.under(manifest, Held(rows)))
        require_integrity(made)
        return made

    # Members and observers

    def _days(self, on: Day | None) -> tuple[int, int]:
        if on is None:
            return self._as_of, self._as_of
        first, last = days(on)
        if last > self._as_of:
            raise CoverageError(dt.date.fromordinal(last), self.as_of)
        return first, last

    def _body_rows(self, body: str) -> Iterator[Row]:
        rows = self._store.rows("memberships").values()
        return (row for row in rows if row.get("body", MOVEMENT) == body)

    def _spells(self, party: str | State | Organization, body: str) -> tuple[Span, ...]:
        try:
            return self._spells_by_body[body][party]
        except KeyError:
            id_, known = self._party(party), self._known_body(body)
            found = (row for row in self._body_rows(known) if row["party"] == id_)
            held = self._spells_by_body.setdefault(body, {})
            return held.setdefault(party, Spans(found).all)

    def _body(self, body: str) -> Spans:
        spans = self._bodies.get(body)
        if spans is None:
            known = self._known_body(body)
            spans = self._bodies.setdefault(body, Spans(self._body_rows(known)))
        return spans

    def _span(
        self,
        party: str | State | Organization,
        on: Day | None,
        body: str,
        possible: bool,  # noqa: FBT001  Passed by place: this is the path of most questions.
    ) -> Span | None:
        try:
            spans = self._spells_by_body[body][party]
        except KeyError:
            spans = self._spells(party, body)
        first, last = self._days(on)
        for span in spans:
            if span[0] <= first and last < span[1]:
                return span
        if possible:
            for span in spans:
                if span.holds(first, last, possible=True):
                    return span
        return None

    def spell(
        self,
        state: str | State | Organization,
        on: Day | None = None,
        *,
        body: str = MOVEMENT,
        possible: bool = False,
    ) -> Membership | None:
        """The spell in which a state or organization is on a day, with its citations.

        Args:
            state: what `state()` takes, or an organization.
            on: the day.
            body: the body, by id, name or abbreviation; the Movement unless said.
            possible: whether a spell that only may hold that day will do.

        Returns:
            The spell, or `None` where there is none. Of several possible ones the earliest.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            UnknownRecordError: there is no such body.
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        span = self._span(state, on, body, possible)
        return None if span is None else self.memberships[span.row["id"]]

    def status(
        self,
        state: str | State | Organization,
        on: Day | None = None,
        *,
        body: str = MOVEMENT,
        possible: bool = False,
    ) -> Status | None:
        """What a state or organization is in a body on a day; arguments as in `spell`.

        Returns:
            The status, or `None`.

        Raises:
            UnknownStateError, AmbiguousStateError, CoverageError, ValueError: as in `spell`.
        """
        span = self._span(state, on, body, possible)
        return None if span is None else _STATUSES[span[4]["status"]]

    def spells(
        self, state: str | State | Organization, body: str = MOVEMENT
    ) -> tuple[Membership, ...]:
        """All spells of a state or organization in a body that came true, in order.

        Those that are not confirmed are in `memberships`, with that standing.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            UnknownRecordError: there is no such body.
        """
        return tuple(self.memberships[span.row["id"]] for span in self._spells(state, body))

    def members(
        self, on: Day | None = None, *, body: str = MOVEMENT, possible: bool = False
    ) -> tuple[State, ...]:
        """The members on a day, by name.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        return self._parties("member", "states", on, body, possible)

    def observers(
        self, on: Day | None = None, *, body: str = MOVEMENT, possible: bool = False
    ) -> tuple[State, ...]:
        """The observer states on a day, by name.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        return self._parties("observer", "states", on, body, possible)

    def observer_organizations(
        self, on: Day | None = None, *, body: str = MOVEMENT, possible: bool = False
    ) -> tuple[Organization, ...]:
        """The observer organizations on a day, by name.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        return self._parties("observer", "organizations", on, body, possible)

    def _parties(
        self,
        status: str,
        kind: str,
        on: Day | None,
        body: str,
        possible: bool,  # noqa: FBT001
    ) -> tuple[Any, ...]:
        first, last = self._days(on)
        spans = self._body(body)
        if possible or first != last:
            return self._named(status, kind, spans.on(first, last, possible=possible))
        key = (status, kind, body, spans.segment(first))
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._named(status, kind, spans.on(first, last))
        return answer

    def _named(self, status: str, kind: str, spells: Iterable[Row]) -> tuple[Any, ...]:
        held = self.collection(kind)
        parties = {
            spell["party"]
            for spell in spells
            if spell["status"] == status and spell["party"] in held
        }
        return tuple(
            sorted((held[key] for key in parties), key=lambda party: (fold(party.name), party.id))
        )

    # The chair

    @functools.cached_property
    def _terms(self) -> Spans:
        rows = self._store.rows("chairmanships").values()
        return Spans(row for row in rows if row.get("body", MOVEMENT) == MOVEMENT)

    @functools.cached_property
    def _chairpersons(self) -> Spans:
        return Spans(self._store.rows("chairpersons").values())

    def chair(self, on: Day | None = None) -> Chairmanship | None:
        """The term of the country in the chair on a day; `None` before the first.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        for row in self._terms.on(*self._days(on)):
            return self.chairmanships[row["id"]]
        return None

    def chairperson(self, on: Day | None = None) -> Person | None:
        """The person who held the chair on a day; `None` where nobody did.

        `chairperson_term` gives the record behind it, with office and citations.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        return self._presiding("titular", on)

    def acting_on(self, on: Day | None = None) -> Person | None:
        """The person who acted for the chairperson on a day, if anybody did.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        return self._presiding("acting", on)

    def chairperson_term(
        self, on: Day | None = None, *, capacity: str = "titular"
    ) -> Chairperson | None:
        """The record of the person in the chair on a day, `titular` or `acting`.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date, or there is no such capacity.
        """
        choice_of(records.ChairCapacity, capacity)
        held = (self.chairpersons[row["id"]] for row in self._chairpersons.on(*self._days(on)))
        return next((one for one in held if one.capacity.value == capacity), None)

    def _presiding(self, capacity: str, on: Day | None) -> Person | None:
        held = self.chairperson_term(on, capacity=capacity)
        return None if held is None else self.persons[held.person]

    def troika(self, on: Day | None = None) -> Troika | None:
        """The former, the present and the next chair on a day; `None` before the first term.

        The next chair may be a term that is only planned, as its `standing` says.

        Raises:
            CoverageError: the day lies after `as_of`.
            ValueError: `on` is no date.
        """
        present = self.chair(on)
        if present is None:
            return None
        terms = sorted(self.chairmanships.where(body="nam"), key=lambda term: term.start.sort_key)
        place = terms.index(present)
        return Troika(
            former=terms[place - 1] if place else None,
            present=present,
            next=terms[place + 1] if place + 1 < len(terms) else None,
        )

    # Meetings, documents, time, words

    def find_meetings(  # noqa: PLR0913
        self,
        *,
        kind: str | None = None,
        series: str | None = None,
        number: int | None = None,
        host: str | State | None = None,
        since: Day | None = None,
        until: Day | None = None,
        attended_by: str | State | Organization | None = None,
        standing: str | None = "held",
    ) -> tuple[Meeting, ...]:
        """Meetings in order of their opening.

        Args:
            kind: `summit`, `ministerial-conference`, `bureau-ministerial`, ...
            series: the series they are numbered in.
            number: their number in it.
            host: the host state; what `state()` takes.
            since: a day before which they have not closed.
            until: a day after which they have not opened.
            attended_by: a state or organization that certainly took part.
            standing: `held`, `planned`, `unconfirmed` or `rejected`; `None` for all.

        Raises:
            ValueError: an unknown kind, series or standing, or no date.
            UnknownStateError, AmbiguousStateError: see `state`.
        """
        require_order(since, until)
        known = {row.get("series") for row in self._store.rows("meetings").values()}
        if series is not None and series not in known:
            named = ", ".join(sorted(one for one in known if one))
            raise ValueError(f"no meeting is of the series {series!r}; known: {named}")
        if number is not None and not isinstance(number, int):
            raise TypeError(f"expected the number of a meeting, got {number!r}")
        wanted: dict[str, object] = {
            "kind": kind and choice_of(records.MeetingKind, kind),
            "series": series,
            "number": number,
            "host": host and self._party(host),
            "standing": standing and choice_of(records.Standing, standing),
        }
        found: Iterable[Meeting] = self.meetings.where(
            **{name: value for name, value in wanted.items() if value is not None}
        )
        if attended_by is not None:
            party = self._party(attended_by)
            at = {p.meeting for p in self.participations.where(party=party, attended="yes")}
            found = (meeting for meeting in found if meeting.id in at)
        return tuple(
            sorted(
                (
                    meeting
                    for meeting in found
                    if within(meeting.opened, meeting.closed, since, until)
                ),
                key=lambda meeting: (meeting.opened.sort_key, meeting.id),
            )
        )

    def find_documents(
        self,
        *,
        kind: str | None = None,
        topic: str | None = None,
        meeting: str | Meeting | None = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Document, ...]:
        """Documents in order of their date, undated ones last.

        Args:
            kind: `final-document`, `declaration`, `resolution`, ...
            topic: a topic that the document, or a provision of it, speaks of.
            meeting: the meeting that adopted them, or its id.
            since: the first day.
            until: the last day.

        Raises:
            ValueError: an unknown kind or topic, or no date.
            UnknownRecordError: there is no such meeting.
        """
        require_order(since, until)
        wanted: dict[str, object] = {
            "kind": kind and choice_of(records.DocumentKind, kind),
            "adopted_by": None if meeting is None else self._meeting(meeting),
        }
        if topic is not None and topic not in self._topics:
            guess = near(topic, self._topics, 3)
            hint = f"did you mean {', '.join(guess)}?" if guess else ""
            known = f"topics: {', '.join(sorted(self._topics))}"
            raise ValueError(f"no document speaks of the topic {topic!r}; {hint or known}")
        found = self.documents.where(
            **{name: value for name, value in wanted.items() if value is not None}
        )
        return tuple(
            sorted(
                (
                    document
                    for document in found
                    if (topic is None or topic in document.all_topics)
                    and within(document.date, None, since, until)
                ),
                key=lambda document: (
                    document.date is None,
                    document.date.sort_key if document.date else (),
                    document.id,
                ),
            )
        )

    def _meeting(self, meeting: str | Meeting) -> str:
        return self.meetings[meeting].id if isinstance(meeting, str) else meeting.id

    @functools.cached_property
    def _topics(self) -> frozenset[str]:
        return frozenset().union(*(document.all_topics for document in self.documents))

    def timeline(
        self,
        state: str | State | Organization | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
    ) -> tuple[Entry, ...]:
        """Dated entries from every kind of record, in order, each naming its record.

        Args:
            state: a state or organization: then only what concerns it.
            since: the first day.
            until: the last day.

        Raises:
            UnknownStateError, AmbiguousStateError: see `state`.
            ValueError: no date.
        """
        from .timeline import entries  # noqa: PLC0415

        require_order(since, until)
        party = None if state is None else self._party(state)
        return tuple(
            entry for entry in entries(self, party) if within(entry.date, None, since, until)
        )

    def search(self, text: str) -> tuple[Record | Source, ...]:
        """The records that have all words of `text`, best first, without case or accents.

        A word also finds longer ones that begin with it. A record whose name or title matches
        comes before one whose other text does.

        Raises:
            TypeError: `text` is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected words to look for, got {text!r}")
        return tuple(self.collection(name)[key] for name, key in self._search_index.search(text))

    @functools.cached_property
    def _search_index(self) -> SearchIndex:
        from .searching import SearchIndex  # noqa: PLC0415

        return SearchIndex({name: self._store.rows(name) for name in COLLECTIONS})


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
                    _packaged = Dataset(Store.packaged())
        return _packaged
    from .integrity import require_integrity  # noqa: PLC0415
    from .reading import read_directory  # noqa: PLC0415

    manifest, rows = read_directory(path)
    assert manifest is not None  # noqa: S101  A whole directory has one.
    made = Dataset(Store(manifest, (Held(rows),)))
    require_integrity(made)
    return made
