"""Full-text search over the records of all collections, by SQLite's FTS5."""

from __future__ import annotations

import math
import os
import re
import threading
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..errors import SearchUnavailableError
from ..records import COLLECTIONS
from ..store import Rows
from ..text import did_you_mean
from .passages import COLUMNS, Passage, names_of, passages
from .question import Question, Term, asked
from .words import compared, words

if TYPE_CHECKING:
    import sqlite3

    from ..records.union import AnyRecord

__all__ = ["SearchHit"]

# How records are weighed. Reasoned for the kinds of text that records have, and held by the
# figures of tests/lookup/test_questions.py; see there before changing one.
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

_START, _END = "\x02", "\x03"  # About a word found; they stand in no text that is compared.
_LONGEST = 160


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
            marked = index.marked(question)
            hits = []
            for (home, key), score in found:
                seen = passages(home, self._rows[home][key], index.called)
                fields, snippet = _shown(seen, marked.get((home, key), ()))
                record = self._records[home][key]
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


Place = tuple[str, str]
"""The collection and the id of a record."""


class _Index:
    """The index of the rows of a data set."""

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self._rows = rows
        self._places = [(home, key) for home, held in rows.items() for key in held]
        self._homes = {key: home for home, key in self._places}
        self._called: dict[str, str] = {}
        self._connection = _connect()
        named, lists, referred = self._fill()
        self._prior = [
            KINDS.get(home, 1.0) * (1 + REFERRED * math.log1p(referred[key]))
            for home, key in self._places
        ]
        # What is called as asked comes first, and of that what most others refer to; the items
        # of a list together, as many as refer to any of them.
        self._named: dict[str, dict[int, float]] = {}
        for name, numbers in named.items():
            self._named[name] = {n: math.log1p(referred[self._places[n][1]]) for n in numbers}
        for name, numbers in lists.items():
            rank = math.log1p(sum(referred[self._places[number][1]] for number in numbers))
            self._named.setdefault(name, {}).update(dict.fromkeys(numbers, rank))

    def called(self, key: str) -> str:
        """What the record with an id is called where another refers to it."""
        called = self._called.get(key)
        if called is None:
            home = self._homes.get(key)
            called = key if home is None else names_of(home, self._rows[home][key], self.called)
            self._called[key] = called
        return called

    def _fill(self) -> tuple[dict[str, list[int]], dict[str, list[int]], Counter[str]]:
        """Fill the table; which records have a name, or are of a list, and how many refer to one.

        Texts that stand in many records, such as names, are compared once.
        """
        named: dict[str, list[int]] = {}
        lists: dict[str, list[int]] = {}
        referred: Counter[str] = Counter()
        forms: dict[str, str] = {}
        filled: list[tuple[int | str, ...]] = []

        def called(key: str) -> str:
            referred[key] += 1
            return self._called.get(key) or self.called(key)

        for number, (home, key) in enumerate(self._places):
            row = self._rows[home][key]
            columns: tuple[list[str], ...] = ([], [], [], [])
            for column, field, text in passages(home, row, called):
                form = forms.get(text)
                if form is None:
                    form = forms[text] = compared(text)
                columns[column].append(form)
                if column == 0:
                    (lists if field == "set" else named).setdefault(form, []).append(number)
            for name in (key, *_also_called(row.get("author", ""))):
                named.setdefault(compared(name), []).append(number)
            filled.append((number, *map("\n".join, columns)))
        with self._connection as connection:
            connection.executemany(_ADDED, filled)
        return named, lists, referred

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
            rows = self._matching(term)
            rarity = max(COMMON, math.log((len(self._places) + 1) / (len(rows) + 0.5)))
            whole += rarity
            for number, rank in rows:
                scores[number] = scores.get(number, 0.0) - rank
                parts[number] = parts.get(number, 0.0) + rarity
        for pair in question.pairs:
            for number, rank in self._matching(pair):
                scores[number] -= rank * PAIRED
        found = {
            number: score * parts[number] / whole * self._prior[number]
            for number, score in scores.items()
            if parts[number] >= LEAST * whole
        }
        best = max(found.values(), default=0.0)
        if question.terms:
            for number, rank in self._named.get(question.plain, {}).items():
                found[number] = best + 1 + rank
        return [
            (self._places[number], score)
            for number, score in sorted(found.items(), key=lambda one: (-one[1], one[0]))
            if kind in (None, self._places[number][0])
            and (among is None or self._places[number][1] in among)
        ]

    def _matching(self, term: Term) -> list[tuple[int, float]]:
        """The numbers of the records that have a term, each with its rank, less than nothing."""
        return self._connection.execute(_RANKED, (_any_of(term), *WEIGHTS)).fetchall()

    def marked(self, question: Question) -> dict[Place, tuple[str, ...]]:
        """The columns of each record that has a word of a question, with marks about the words."""
        if not question.terms:
            return {}
        ways = _any_of(way for term in question.terms for way in term)
        found = self._connection.execute(_MARKED, (ways,))
        return {self._places[number]: tuple(columns) for number, *columns in found}


_TABLE = (
    f"CREATE VIRTUAL TABLE record USING fts5({', '.join(COLUMNS)}, "
    "tokenize = 'porter unicode61 remove_diacritics 2')"
)
_ADDED = f"INSERT INTO record (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
_RANKED = "SELECT rowid, bm25(record, ?2, ?3, ?4, ?5) FROM record WHERE record MATCH ?1"
_LIT = ", ".join(f"highlight(record, {n}, '{_START}', '{_END}')" for n in range(len(COLUMNS)))
_MARKED = f"SELECT rowid, {_LIT} FROM record WHERE record MATCH ?"  # noqa: S608


def _connect() -> sqlite3.Connection:
    """A database in memory with an empty table for the records.

    Raises:
        SearchUnavailableError: this Python has no SQLite, or one without FTS5.
    """
    try:
        import sqlite3  # noqa: PLC0415  Needed for a search only.
    except ImportError as error:
        raise SearchUnavailableError("the module sqlite3") from error
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        connection.execute(_TABLE)
    except sqlite3.OperationalError as error:
        connection.close()
        raise SearchUnavailableError("SQLite's FTS5") from error
    return connection


def _any_of(ways: Iterable[str]) -> str:
    """What FTS5 is asked: any of some phrases. A phrase in quotes has no syntax to break."""
    return " OR ".join(f'"{way}"' for way in ways)


def _also_called(author: str) -> Iterator[str]:
    """How else people call an author, or each of several: by surname, or without the middle."""
    for one in re.split(r",| and |;", author):
        parts = one.split()
        match len(parts):
            case 2:
                yield parts[1]
            case 3:
                yield from (parts[2], f"{parts[0]} {parts[2]}")


def _shown(seen: Iterable[Passage], columns: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The fields in which words are marked, and the text with most of them, shortened.

    Args:
        seen: the passages of a record.
        columns: its columns with marks, a line for each passage; none where nothing is marked.
    """
    lines = [iter(column.split("\n")) for column in columns]
    fields: dict[str, None] = {}
    best, snippet = 0, ""
    for column, field, text in seen if lines else ():
        marked = next(lines[column]).split(" ")
        places = [n for n, word in enumerate(marked) if _START in word or _END in word]
        if places:
            fields[field] = None
            found = len({marked[n] for n in places})
            if found > best and field != "id":
                best, snippet = found, _shortened(text, places[0])
    return tuple(fields), snippet


def _shortened(text: str, place: int) -> str:
    """The text around its word at a place, where it is too long to be shown whole."""
    if len(text) <= _LONGEST:
        return text
    spans = [match.span() for match in words(text)]
    wanted = spans[place][0] - _LONGEST // 3
    start = 0 if wanted <= 0 else next(first for first, _ in spans if first >= wanted)
    last = max(end for _, end in spans[place:] if end <= max(start + _LONGEST, spans[place][1]))
    before, behind = "... " if start else "", " ..." if last < spans[-1][1] else ""
    return f"{before}{text[start:last]}{behind}"
