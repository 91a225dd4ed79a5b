"""Full-text search over the records of all collections, by SQLite's FTS5."""

from __future__ import annotations

import math
import os
import re
import threading
import weakref
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..records import COLLECTIONS
from ..store import Rows
from ..text import LETTERS, did_you_mean, fold
from .fts5 import ADDED, RANKED, any_of, connect
from .passages import Passage, names_of, passages
from .question import Question, Term, asked
from .snippets import marked, shown

if TYPE_CHECKING:
    from ..records.union import AnyRecord

__all__ = ["SearchHit"]

# How records are weighed. Reasoned for the kinds of text that records have, and held by the
# figures of tests/lookup/test_search.py; see there before changing one.
WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""How much a word counts in each of the `COLUMNS`."""
PAIRED = 0.25
"""How much two words count, beside themselves, where they follow one another as asked."""
REFERRED = 0.1
"""How much it counts that others refer to a record, by the logarithm of their number."""
KINDS = {"sources": 0.7, "claims": 0.8}
"""How much the kind of a record counts: evidence less than the record that it is for."""
LEAST = 0.3
"""The part of a question, by the rarity of its words, that a record must have to be found."""
COMMON = 0.3
"""The rarity of a word that most records have."""


@attrs.frozen(kw_only=True)
class SearchHit:
    """A record that a search found.

    Attributes:
        record: the record.
        score: how well it fits: more is better, comparable within one answer only.
        fields: the fields in which words were found, in the order of the record; `id` stands for
            the id and the kind of record.
        snippet: the text of the field that fits best, shortened; empty where nothing but the id
            or the kind does.
    """

    record: AnyRecord
    score: float
    fields: tuple[str, ...]
    snippet: str


def collection_of(kind: str) -> str:
    """The collection that a kind of record is named by: `meetings` or `Meeting`.

    Raises:
        ValueError: there is none.
        TypeError: `kind` is no text.
    """
    if not isinstance(kind, str):
        raise TypeError(f"expected the name of a collection or a kind of record, got {kind!r}")
    known = {name: name for name in COLLECTIONS}
    known |= {path.rpartition(".")[2].lower(): name for name, path in COLLECTIONS.items()}
    if kind.lower() not in known:
        raise ValueError(f"no kind of record {kind!r}; {did_you_mean(kind.lower(), known)}")
    return known[kind.lower()]


class SearchIndex:
    """What is found by words in the records of a data set.

    The index is made by the first search, once in each process: a connection to SQLite is not to
    outlive a fork. Threads share it and take turns.
    """

    def __init__(self, rows: Mapping[str, Rows], records: Mapping[str, Any]) -> None:
        """Take the rows and the records of all collections by name."""
        self._rows = rows
        self._records = records
        self._of_process: dict[int, _Turns] = {}

    def records(
        self, text: str, *, kind: str | None = None, among: Container[str] | None = None
    ) -> tuple[AnyRecord, ...]:
        """The records that fit a text, best first.

        Args:
            text: words, names, symbols, numbers and dates.
            kind: the only kind of record wanted, as `collection_of` takes it.
            among: the ids of the only records wanted.

        Raises:
            TypeError, ValueError: `text` is no text, or `kind` no kind of record.
            SearchUnavailableError: this Python has no SQLite with FTS5.
        """
        question, only = _question(text), None if kind is None else collection_of(kind)
        with self._turn() as index:
            found = index.find(question, only, among)
        return tuple(self._records[home][key] for (home, key), _ in found)

    def hits(
        self, text: str, *, kind: str | None = None, among: Container[str] | None = None
    ) -> tuple[SearchHit, ...]:
        """What `records` gives, each with its score and what was found in it."""
        question, only = _question(text), None if kind is None else collection_of(kind)
        with self._turn() as index:
            found = index.find(question, only, among)
            seen = index.passages_of(place for place, _ in found)
        hits = []
        for (place, score), passages_, columns in zip(
            found, seen, marked(question.terms, seen), strict=True
        ):
            fields, snippet = shown(passages_, columns)
            record = self._records[place[0]][place[1]]
            hits.append(SearchHit(record=record, score=score, fields=fields, snippet=snippet))
        return tuple(hits)

    def _turn(self) -> _Turns:
        return self._of_process.setdefault(os.getpid(), _Turns(self._rows))


def _question(text: str) -> Question:
    if not isinstance(text, str):
        raise TypeError(f"expected words to look for, got {text!r}")
    return asked(text)


class _Turns:
    """Lends the index of a process to one thread at a time."""

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self._rows = rows
        self._lock = threading.Lock()
        self._index: _Index | None = None

    def __enter__(self) -> _Index:
        self._lock.acquire()
        try:
            if self._index is None:
                self._index = _Index(self._rows)
        except BaseException:
            self._lock.release()
            raise
        return self._index

    def __exit__(self, *raised: object) -> None:
        self._lock.release()


SYMBOLS = ("symbol", "symbols")

Place = tuple[str, str]
"""The collection and the id of a record."""


class _Index:
    """The index of the rows of a data set."""

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self._rows = rows
        self._places = [(home, key) for home, held in rows.items() for key in held]
        self._homes = {key: home for home, key in self._places}
        self._called: dict[str, str] = {}
        self._connection = connect(keep=False)
        weakref.finalize(self, self._connection.close)  # Python 3.13 warns of one left open.
        self._named: dict[str, list[int]] = {}
        self._lists: dict[str, list[int]] = {}
        self._referred: Counter[str] = Counter()
        with self._connection as connection:
            connection.executemany(ADDED, self._lines())

    def called(self, key: str) -> str:
        """What the record with an id is called where another refers to it."""
        called = self._called.get(key)
        if called is None:
            home = self._homes.get(key)
            called = key if home is None else names_of(home, self._rows[home][key], self.called)
            self._called[key] = called
        return called

    def _lines(self) -> Iterator[tuple[int | str, ...]]:
        """The lines of the table; on the way, note names, lists, and how many refer to each."""

        def called(key: str) -> str:
            self._referred[key] += 1
            return self._called.get(key) or self.called(key)

        for number, (home, key) in enumerate(self._places):
            row = self._rows[home][key]
            columns: tuple[list[str], ...] = ([], [], [], [])
            for column, field, text in passages(home, row, called):
                columns[column].append(text)
                if column == 0:
                    known = self._lists if field == "set" else self._named
                    for name in (text, *_tails(text)) if field in SYMBOLS else (text,):
                        known.setdefault(_as_name(name), []).append(number)
            for name in (key, *_also_called(row["author"])) if "author" in row else (key,):
                self._named.setdefault(_as_name(name), []).append(number)
            yield number, *(_plain("\n".join(column)) for column in columns)

    def find(
        self, question: Question, kind: str | None, among: Container[str] | None
    ) -> list[tuple[Place, float]]:
        """Where the records are that fit, and their scores, best first.

        A score is the sum of what the words count, by the part of the question that is found and
        by the kind of record. Records that fit alike stand in the order of collections and ids.
        """
        scores: dict[int, float] = {}
        parts: dict[int, float] = {}
        whole = 0.0
        for term in question.terms:
            matching, rarity = self._matching(term)
            if matching:  # What stands nowhere is not missed.
                whole += rarity
            for number, score in matching.items():
                scores[number] = scores.get(number, 0.0) + score
                parts[number] = parts.get(number, 0.0) + rarity
        for pair in question.pairs:
            for number, score in self._matching(pair)[0].items():
                scores[number] += score * PAIRED
        found = {
            number: score * parts[number] / whole * self._weight(number)
            for number, score in scores.items()
            if parts[number] >= LEAST * whole
        }
        best = max(found.values(), default=0.0)
        for number, rank in self._called_so(question.text):
            found[number] = best + 1 + rank
        return [
            (self._places[number], score)
            for number, score in sorted(found.items(), key=lambda one: (-one[1], one[0]))
            if kind in (None, self._places[number][0])
            and (among is None or self._places[number][1] in among)
        ]

    def _weight(self, number: int) -> float:
        """How much a record counts by its kind and by how many refer to it."""
        home, key = self._places[number]
        return KINDS.get(home, 1.0) * (1 + REFERRED * math.log1p(self._referred[key]))

    def _called_so(self, text: str) -> Iterator[tuple[int, float]]:
        """The records that are called exactly so, and how many refer to them, by the logarithm.

        To the items of a list refer as many as to any of them, so that they stand together. What
        has the text as its id is before all.
        """
        name = _as_name(text)
        for number in self._named.get(name, ()):
            key = self._places[number][1]
            yield number, math.log1p(self._referred.total() if key == text else self._referred[key])
        items = self._lists.get(name, ())
        referred = sum(self._referred[self._places[number][1]] for number in items)
        for number in items:
            yield number, math.log1p(referred)

    def _matching(self, term: Term) -> tuple[dict[int, float], float]:
        """The numbers and scores of the records that have a term, and how rare it is.

        Whichever way a term is written in it, a record has it once, and the term is as rare as
        all ways together.
        """
        ways = [self._ranked(any_of((way,))) for way in term]
        if not any(ways):  # Of a word that stands nowhere, longer ones that begin with it.
            ways = [self._ranked(f"{any_of(term[:1])} *")]
        if len(ways) == 1:
            return {number: -rank for number, rank in ways[0]}, self._rarity(len(ways[0]))
        rarity = self._rarity(len({number for rows in ways for number, _ in rows}))
        scores: dict[int, float] = {}
        for rows in ways:
            share = rarity / self._rarity(len(rows))
            for number, rank in rows:
                scores[number] = max(scores.get(number, 0.0), -rank * share)
        return scores, rarity

    def _ranked(self, phrase: str) -> list[tuple[int, float]]:
        return self._connection.execute(RANKED, (*WEIGHTS, phrase)).fetchall()

    def _rarity(self, count: int) -> float:
        """How rare a word is that so many records have."""
        return max(COMMON, math.log((len(self._places) + 1) / (count + 0.5)))

    def passages_of(self, places: Iterable[Place]) -> list[list[Passage]]:
        """The passages of some records."""
        return [list(passages(home, self._rows[home][key], self.called)) for home, key in places]


def _plain(text: str) -> str:
    """A text with letters that FTS5 does not know to be others with an accent as those."""
    return text if text.isascii() else text.lower().translate(LETTERS)


def _as_name(text: str) -> str:
    """A name as it is compared with a whole question."""
    return text.lower().replace("-", " ") if text.isascii() else fold(text)


def _tails(symbol: str) -> Iterator[str]:
    """How people cut a symbol short: 62/243 for A/RES/62/243."""
    parts = symbol.split("/")
    for first in range(1, len(parts) - 1):
        if parts[first][:1].isdigit():
            yield "/".join(parts[first:])


def _also_called(author: str) -> Iterator[str]:
    """How else people call an author, or each of several: by surname, or without the middle."""
    for one in re.split(r",| and |;", author):
        parts = one.split()
        match len(parts):
            case 2:
                yield parts[1]
            case 3:
                yield from (parts[2], f"{parts[0]} {parts[2]}")
