"""Full-text search over the records of all collections, by SQLite's FTS5."""

from __future__ import annotations

import math
import os
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ..errors import SearchUnavailableError
from ..records import COLLECTIONS, record_class
from ..store import Row, Rows
from ..text import did_you_mean
from .passages import COLUMNS, Passage, names_of, passages
from .words import Question, Term, asked, compared, words

if TYPE_CHECKING:
    import sqlite3

    from ..records.union import AnyRecord

__all__ = ["SearchHit"]

WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""How much a match in each of the `COLUMNS` counts."""
PAIRED = 0.5
"""How much two words count, beside themselves, where they follow one another as asked."""
REFERRED = 0.1
"""How much it counts that other records refer to a record, by the logarithm of their number."""
LEAST = 0.3
"""The part of a question, by the rarity of its words, that a record must have to be found."""
COMMON = 0.3
"""The rarity of a word that most records have."""

_START, _END = "\x02", "\x03"
_LONGEST = 160


@attrs.frozen(kw_only=True)
class SearchHit:
    """A record that a search found.

    Attributes:
        record: the record.
        score: how well it fits; more is better, comparable within one answer only.
        fields: the fields in which words were found, in order; `id` also for the kind of record.
        snippet: the text that fits best, shortened; empty where only the names of the record's
            author or list, or its id, were asked for.
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
    """What is found by words, in the records of a data set.

    The index is made when it is first asked, once in each process: a connection to SQLite does
    not outlive a fork. Threads share it and take turns.

    Raises:
        SearchUnavailableError: by the first search, where this Python has no SQLite with FTS5.
    """

    def __init__(self, rows: Mapping[str, Rows], records: Mapping[str, Any]) -> None:
        """Take the rows and the records of all collections by name."""
        self._rows = rows
        self._records = records
        self._made: dict[int, _Turns] = {}

    def records(
        self, text: str, *, kind: str | None = None, source: str | None = None
    ) -> tuple[AnyRecord, ...]:
        """The records that fit a text, best first.

        Args:
            text: words, names, symbols, numbers and dates.
            kind: the only kind of record wanted, as `collection_of` takes it.
            source: the id of a source that they cite.

        Raises:
            TypeError, ValueError: `text` is no text, or `kind` no kind of record.
        """
        with self._turn() as index:
            found = index.find(_question(text), _filter(kind), source)
            return tuple(self._record(index.places[number]) for number, _ in found)

    def hits(
        self, text: str, *, kind: str | None = None, source: str | None = None
    ) -> tuple[SearchHit, ...]:
        """What `records` gives, each with its score and what was found in it."""
        question = _question(text)
        with self._turn() as index:
            found = index.find(question, _filter(kind), source)
            marked = index.marked(question, {number for number, _ in found})
            hits = []
            for number, score in found:
                collection, key = index.places[number]
                seen = passages(collection, self._rows[collection][key], index.linked)
                fields, snippet = _shown(seen, marked.get(number, ("",) * len(COLUMNS)))
                record = self._record((collection, key))
                hits.append(SearchHit(record=record, score=score, fields=fields, snippet=snippet))
            return tuple(hits)

    def _record(self, place: tuple[str, str]) -> AnyRecord:
        collection, key = place
        return self._records[collection][key]  # type: ignore[no-any-return]

    def _turn(self) -> _Turns:
        return self._made.setdefault(os.getpid(), _Turns(self._rows))


def _question(text: str) -> Question:
    if not isinstance(text, str):
        raise TypeError(f"expected words to look for, got {text!r}")
    return asked(text)


def _filter(kind: str | None) -> str | None:
    return None if kind is None else collection_of(kind)


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


class _Index:
    """The index itself.

    Attributes:
        places: the collection and id of each record, in the order of collections and ids.
    """

    def __init__(self, rows: Mapping[str, Rows]) -> None:
        self._rows = rows
        self.places = [(name, key) for name, held in rows.items() for key in held]
        self._home = {key: name for name, key in self.places}
        self._called: dict[str, str] = {}
        self._referred: Counter[str] = Counter()
        self._citing: dict[str, set[int]] = {}
        self._named: dict[str, dict[int, bool]] = {}
        self._connection = _connect()
        self._fill()
        self._prior = [1 + REFERRED * math.log1p(self._referred[key]) for _, key in self.places]

    def linked(self, key: str) -> str:
        """What the record with an id is called where another refers to it."""
        self._referred[key] += 1
        called = self._called.get(key)
        if called is None:
            home = self._home.get(key)
            called = key if home is None else names_of(home, self._rows[home][key], self.linked)
            self._called[key] = called
        return called

    def _fill(self) -> None:
        forms: dict[str, str] = {}
        filled: list[tuple[int | str, ...]] = []
        for number, (name, key) in enumerate(self.places):
            row = self._rows[name][key]
            columns: tuple[list[str], ...] = ([], [], [], [])
            for column, field, text in passages(name, row, self.linked):
                form = forms.get(text)
                if form is None:
                    form = forms[text] = compared(text)
                columns[column].append(form)
                if column == 0:
                    self._named.setdefault(form, {})[number] = field == "set"
            self._named.setdefault(compared(key), {})[number] = False
            for author in _called_authors(row.get("author", "")):
                self._named.setdefault(compared(author), {})[number] = False
            for cited in _cited(row):
                self._citing.setdefault(cited, set()).add(number)
            filled.append((number, *map("\n".join, columns)))
        with self._connection as connection:
            connection.executemany(
                "INSERT INTO record VALUES (?, ?, ?, ?)".replace(
                    "record", "record(rowid, name, linked, body, citations)"
                ).replace("(?, ?, ?, ?)", "(?, ?, ?, ?, ?)"),
                filled,
            )

    def find(
        self, question: Question, kind: str | None, source: str | None
    ) -> list[tuple[int, float]]:
        """The numbers and scores of the records that fit, best first."""
        scores: dict[int, float] = {}
        shares: dict[int, float] = {}
        whole = 0.0
        for term in question.terms:
            rows = self._matching(term)
            rarity = max(COMMON, math.log((len(self.places) + 1) / (len(rows) + 0.5)))
            whole += rarity
            for number, rank in rows:
                scores[number] = scores.get(number, 0.0) - rank
                shares[number] = shares.get(number, 0.0) + rarity
        for pair in question.pairs:
            for number, rank in self._matching(pair):
                scores[number] -= rank * PAIRED
        prior = self._prior
        scores = {
            number: score * shares[number] / whole * prior[number]
            for number, score in scores.items()
            if shares[number] >= LEAST * whole
        }
        best = max(scores.values(), default=0.0)
        for number, listed in self._named.get(question.plain, {}).items():
            scores[number] = best + (1.0 if listed else prior[number])
        wanted = self._citing.get(source, set()) if source is not None else scores
        return sorted(
            (
                (number, score)
                for number, score in scores.items()
                if number in wanted and kind in (None, self.places[number][0])
            ),
            key=lambda found: (-found[1], found[0]),
        )

    def _matching(self, term: Term) -> list[tuple[int, float]]:
        """The numbers of the records that have a term, each with its rank, less than nothing."""
        return self._connection.execute(_RANKED, (_match(term), *WEIGHTS)).fetchall()

    def marked(self, question: Question, numbers: set[int]) -> dict[int, tuple[str, ...]]:
        """The columns of some records, with marks about the words found."""
        if not question.terms:
            return {}
        found = self._connection.execute(
            _MARKED, (_match(way for term in question.terms for way in term),)
        )
        return {number: tuple(columns) for number, *columns in found if number in numbers}


_TABLE = (
    f"CREATE VIRTUAL TABLE record USING fts5({', '.join(COLUMNS)}, "
    "tokenize = 'porter unicode61 remove_diacritics 2')"
)
_RANKED = "SELECT rowid, bm25(record, ?2, ?3, ?4, ?5) FROM record WHERE record MATCH ?1"
_MARKED = (
    "SELECT rowid, "
    + ", ".join(f"highlight(record, {n}, '{_START}', '{_END}')" for n in range(len(COLUMNS)))
    + " FROM record WHERE record MATCH ?"
)


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


def _match(ways: Iterable[str]) -> str:
    """What FTS5 is asked: any of some phrases. A phrase in quotes has no syntax to break."""
    return " OR ".join(f'"{way}"' for way in ways)


def _called_authors(author: str) -> Iterator[str]:
    """How else people call an author, or each of several: by surname, or without the middle."""
    for one in re.split(r",| and |;", author):
        parts = one.split()
        if len(parts) in (2, 3):
            yield parts[-1]
        if len(parts) == 3:
            yield f"{parts[0]} {parts[-1]}"


def _cited(value: Any) -> Iterator[str]:
    """The ids of the sources that a row and its parts cite."""
    if isinstance(value, Mapping):
        for name, held in value.items():
            if name == "source":
                yield held
            elif isinstance(held, list | tuple):
                yield from _cited(held)
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, Mapping):
                yield from _cited(item)


def _shown(seen: Iterable[Passage], columns: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The fields in which words are marked, and the text with most of them, shortened."""
    lines = [iter(column.split("\n")) for column in columns]
    fields: dict[str, None] = {}
    best, snippet = 0, ""
    for column, field, text in seen:
        marked = next(lines[column], "").split(" ")
        places = [n for n, word in enumerate(marked) if _START in word or _END in word]
        if places:
            fields[field] = None
            found = len({marked[n] for n in places})
            if found > best and field != "id":
                best, snippet = found, _shortened(text, places[0])
    return tuple(fields), snippet


def _shortened(text: str, place: int) -> str:
    """Some text around its word at a place."""
    if len(text) <= _LONGEST:
        return text
    spans = [match.span() for match in words(text)]
    start = max((s for s, _ in spans if s <= max(0, spans[place][0] - _LONGEST // 3)), default=0)
    start = 0 if start < 20 else start
    end = max(e for _, e in spans if e <= start + _LONGEST)
    return f"{'... ' if start else ''}{text[start:end]}{' ...' if end < spans[-1][1] else ''}"
