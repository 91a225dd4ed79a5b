"""Meetings, documents, participations and principles, by what is asked about them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..dates import Day, PartialDate, as_optional_date
from ..errors import AmbiguousRecordError, UnknownRecordError, UnknownStateError
from ..text import did_you_mean, fold, near
from .filters import choice_of, require_range, touches

if TYPE_CHECKING:
    from ..files.manifest import Manifest
    from ..records.base import Identified
    from ..records.documents import Document, Principle
    from ..records.meetings import Meeting, Participation
    from .names import Names
    from .state_names import Key

__all__ = ["Finder"]

_SUBJECTS = ("states", "organizations", "persons", "meetings")


class Finder:
    """Finds records by what `Dataset.find_meetings` and its like take.

    Args:
        collections: the collections of a data set by name.
        names: gives the records that names mean.
        manifest: says what is covered.
    """

    def __init__(self, collections: Mapping[str, Any], names: Names, manifest: Manifest) -> None:
        self._collections = collections
        self._names = names
        self._manifest = manifest

    def meetings(  # noqa: PLR0913
        self,
        *,
        kind: str | None,
        series: str | None,
        number: int | None,
        host: object,
        city: str | None,
        since: Day | None,
        until: Day | None,
        attended_by: Any,
        standing: str | None,
        possible: bool,
    ) -> tuple[Meeting, ...]:
        """Meetings in order of their opening; see `Dataset.find_meetings`."""
        require_range(since, until)
        meetings: Any = self._collections["meetings"]
        _require_known(series, {one.series for one in meetings}, "meeting is of the series")
        found: Iterable[Meeting] = meetings.where(
            **_given(kind=kind, series=series, number=number, host=host, standing=standing)
        )
        if city is not None:
            wanted = self._city(city)
            found = (one for one in found if wanted & _cities(one))
        if attended_by is not None:
            party = self._names.party(attended_by)
            self._require_covered(party, since, until)
            there = {"yes", "unknown"} if possible else {"yes"}
            part = self._collections["participations"].where(party=party)
            at = {one.meeting for one in part if one.attended in there}
            found = (one for one in found if one.id in at)
        return tuple(
            sorted(
                (
                    one
                    for one in found
                    if touches(one.opened, one.closed, since, until, possible=possible)
                ),
                key=_by_opening,
            )
        )

    def _require_covered(self, party: str, since: Day | None, until: Day | None) -> None:
        """Raise unless it is recorded whether a party took part in meetings of these days.

        Raises:
            CoverageError: it is not.
        """
        self._manifest.require_covered(
            "participations",
            party=party,
            since=as_optional_date(since),
            until=as_optional_date(until),
        )

    def _city(self, city: object) -> set[str]:
        """A city as it is compared.

        Raises:
            ValueError: no meeting is on record there; near ones are suggested.
            TypeError: `city` is no text.
        """
        if not isinstance(city, str):
            raise TypeError(f"expected the name of a city, got {city!r}")
        if fold(city) not in self._places:
            guesses = near(fold(city), self._places, 3)
            hint = f"; did you mean {', '.join(self._places[one] for one in guesses)}?"
            raise ValueError(f"no meeting was in the city {city!r}{hint if guesses else ''}")
        return {fold(city)}

    @functools.cached_property
    def _places(self) -> dict[str, str]:
        """The cities of meetings, by how they are compared."""
        cities = sorted(one.city for one in self._collections["meetings"])
        return {place: city for city in cities for place in _parts_of(city)}

    def meeting(self, key: object) -> str:
        """The id of the meeting that a name means, or a place and a year, such as "Baku 2019".

        Of several meetings in that place and year the one of the highest level is meant, if
        there is one: a summit before ministers, ministers before officials.

        Raises:
            UnknownRecordError: there is none.
            AmbiguousRecordError: there are several.
            TypeError: `key` is no text and no meeting.
        """
        try:
            return self._names.resolve(("meetings",), key)
        except UnknownRecordError:
            place, _, year = str(key).strip().rpartition(" ")
            if not (place and year.isascii() and year.isdecimal()):
                raise
            found = [
                one
                for one in self._collections["meetings"]
                if fold(place) in _cities(one) and one.opened.text[:4] == year
            ]
            if not found:
                raise
            best = min(_level(one) for one in found)
            of_level: list[str] = [one.id for one in found if _level(one) == best]
            if len(of_level) > 1:
                raise AmbiguousRecordError(key, of_level) from None
            return of_level[0]

    def subject(self, key: Any) -> str:
        """The id of the state, organization, person or meeting that is meant, in that order.

        Raises:
            UnknownStateError: none is; near names of states are suggested.
            AmbiguousRecordError: several are.
            TypeError: `key` is neither text, a number nor such a record.
        """
        if hasattr(key, "id"):
            return self._names.resolve(_SUBJECTS, key)
        try:
            return self._names.party(key)
        except UnknownStateError as unknown:
            for find in (functools.partial(self._names.resolve, ("persons",)), self.meeting):
                try:
                    return find(key)
                except UnknownRecordError:
                    continue
            raise unknown from None

    def named(self, name: Key | Identified) -> str:
        """The id of the record that is meant: this id, what `subject` gives, or one of any kind.

        Raises:
            UnknownRecordError: none is; near ids and names are suggested.
            AmbiguousRecordError: several are.
            TypeError: `name` is neither text, a number nor a record.
        """
        if isinstance(name, str) and any(name in held for held in self._collections.values()):
            return name  # `nam` is the Movement, though NAM is a code of Namibia.
        try:
            return self.subject(name)
        except UnknownStateError:
            return self._names.resolve(("*",), name)

    def documents(  # noqa: PLR0913
        self,
        *,
        kind: str | None,
        topic: str | None,
        meeting: object,
        since: Day | None,
        until: Day | None,
        possible: bool,
    ) -> tuple[Document, ...]:
        """Documents in order of their date; see `Dataset.find_documents`."""
        require_range(since, until)
        _require_known(topic, self._topics, "document speaks of the topic")
        adopted_by = None if meeting is None else self.meeting(meeting)
        found: Iterable[Document] = self._collections["documents"].where(
            **_given(kind=kind, adopted_by=adopted_by)
        )
        return tuple(
            sorted(
                (
                    one
                    for one in found
                    if (topic is None or topic in one.all_topics)
                    and touches(one.date, None, since, until, possible=possible)
                ),
                key=_by_date,
            )
        )

    @functools.cached_property
    def _topics(self) -> frozenset[str]:
        documents: Any = self._collections["documents"]
        return frozenset().union(*(one.all_topics for one in documents))

    def participations(  # noqa: PLR0913
        self,
        *,
        party: Any,
        meeting: object,
        attended: str | None,
        since: Day | None,
        until: Day | None,
        possible: bool,
    ) -> tuple[Participation, ...]:
        """Participations in order of the meetings; see `Dataset.find_participations`."""
        from ..records.base import Answer  # noqa: PLC0415

        require_range(since, until)
        who = None if party is None else self._names.party(party)
        at = None if meeting is None else self.meeting(meeting)
        found: Iterable[Participation] = self._collections["participations"].where(
            **_given(party=who, meeting=at)
        )
        if attended is not None:
            answers = {choice_of(Answer, attended)}
            found = [
                one
                for one in found
                if one.attended in (answers | {Answer.UNKNOWN} if possible else answers)
            ]
        meetings = self._collections["meetings"]
        held = [(meetings[one.meeting], one) for one in found]
        kept = [
            pair
            for pair in held
            if touches(pair[0].opened, pair[0].closed, since, until, possible=possible)
        ]
        if who is not None and not kept:
            self._require_covered(who, since, until)
        return tuple(one for _, one in sorted(kept, key=lambda p: (*_by_opening(p[0]), p[1].id)))

    def principles(self, *, set: str | None, corresponds_to: object) -> tuple[Principle, ...]:  # noqa: A002
        """Principles by list and number; see `Dataset.find_principles`."""
        principles: Any = self._collections["principles"]
        _require_known(set, {one.set for one in principles}, "principle is of the list")
        found = principles.where(**_given(set=set))
        if corresponds_to is not None:
            key = self._names.resolve(("principles",), corresponds_to)
            said = principles[key].corresponds_to
            found = tuple(one for one in found if key in one.corresponds_to or one.id in said)
        return tuple(sorted(found, key=lambda one: (one.set, one.number, one.id)))


def _given(**asked: Any) -> dict[str, Any]:
    """What is asked for, without what is left open."""
    return {name: value for name, value in asked.items() if value is not None}


def _require_known(value: str | None, known: Iterable[str], what: str) -> None:
    """Raise unless a value is left open or is one of the known ones.

    Raises:
        ValueError: it is not.
    """
    names = sorted({*known} - {""})
    if value is not None and value not in names:
        raise ValueError(f"no {what} {value!r}; {did_you_mean(str(value), names)}")


def _parts_of(city: str) -> set[str]:
    """A city as it is compared: as written, and the places before and in brackets by themselves."""
    before, _, inside = city.partition(" (")
    return {fold(part) for part in (city, before, inside.rstrip(")"))} - {""}


def _cities(meeting: Meeting) -> set[str]:
    return _parts_of(meeting.city)


def _by_opening(meeting: Meeting) -> tuple[Any, str]:
    return (meeting.opened.sort_key, meeting.id)


def _by_date(document: Document) -> tuple[Any, ...]:
    """Documents by their date, undated ones last."""
    date: PartialDate | None = document.date
    return (date is None, date.sort_key if date else (), document.id)


# From heads of state down; all other kinds stand behind these.
_LEVELS = (
    "summit",
    "ministerial-conference",
    "extraordinary-ministerial",
    "bureau-ministerial",
    "special-ministerial",
    "assembly-ministerial",
)


def _level(meeting: Meeting) -> int:
    """How high a meeting stands; the lower the higher."""
    return _LEVELS.index(meeting.kind) if meeting.kind in _LEVELS else len(_LEVELS)
