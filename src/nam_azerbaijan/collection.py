"""A read-only collection of records of one kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar, overload

from .errors import UnknownRecordError
from .fold import near
from .store import Row, Rows

__all__ = ["Collection"]

R = TypeVar("R")
D = TypeVar("D")


class Collection(Generic[R]):
    """Records of one kind, by id and in order of id.

    Iterates over records, has a length, knows by `in` whether it holds an id or a record, and
    gives a record by `[id]`. A record is built when it is first asked for and kept.
    """

    __slots__ = ("_built", "_cls", "_indexes", "_renamed", "_rows", "name")

    def __init__(
        self,
        name: str,
        cls: type[R],
        rows: Rows,
        renamed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.name = name
        self._cls = cls
        self._rows = rows
        self._renamed = renamed
        self._built: dict[str, R] = {}
        self._indexes: dict[str, dict[Any, tuple[str, ...]]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return map(self._record, self._rows)

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return item in self._rows
        return isinstance(item, self._cls) and self.get(item.id) == item  # type: ignore[attr-defined]

    def __getitem__(self, key: str) -> R:
        if key not in self._rows:
            if (present := self._renamed.get(key, "")) in self._rows:
                return self._record(present)
            suggestions = near(str(key), self._rows, 3)
            raise UnknownRecordError(key, suggestions)
        return self._record(key)

    @overload
    def get(self, key: str) -> R | None: ...
    @overload
    def get(self, key: str, default: D) -> R | D: ...
    def get(self, key: str, default: Any = None) -> Any:
        """The record with this id, or a former id of it, or else `default`."""
        if key not in self._rows:
            key = self._renamed.get(key, key)
        return self._record(key) if key in self._rows else default

    def where(self, **fields: object) -> tuple[R, ...]:
        """The records whose fields have all these values, in order of id.

        Args:
            fields: names and values of fields. A value may be given as the record holds it or
                as the data files do (`status="member"`); for a field that holds several, it
                matches where it is among them.

        Raises:
            TypeError: the records have no such field, or one whose parts have fields of their own.
            ValueError: a value is none of those that the field may have.
        """
        from .records.base import defaults, plain  # noqa: PLC0415  Not for a first answer.

        known = defaults(self._cls)
        fields = {name: _asked(value) for name, value in fields.items()}
        for name, value in fields.items():
            if name not in known:
                guess = near(name, known)
                hint = f"; did you mean {guess[0]!r}?" if guess else f"; fields: {', '.join(known)}"
                raise TypeError(f"{self.name} have no field {name!r}{hint}")
            choices = known[name][1]
            if choices and value is not None and str(value) not in choices:
                raise ValueError(f"{name} is one of {', '.join(choices)}, not {value!r}")
        if not fields:
            return tuple(self)
        wanted = {name: _key(plain(value)) for name, value in fields.items()}
        for name, value in wanted.items():
            if _has_fields(value):
                raise TypeError(f"{name} cannot be looked for by value: {fields[name]!r}")
        first, *rest = sorted(wanted)  # One index is enough; the others are read off the rows.
        keys = self._index(first, known[first][0]).get(wanted[first], ())
        return tuple(
            self._record(key)
            for key in keys
            if all(wanted[name] in _entries(self._rows[key], name, known[name][0]) for name in rest)
        )

    def _record(self, key: str) -> R:
        record = self._built.get(key)
        if record is None:
            record = self._built.setdefault(key, self._cls(**self._rows[key]))
        return record

    def _index(self, name: str, default: object) -> dict[Any, tuple[str, ...]]:
        index = self._indexes.get(name)
        if index is None:
            gathered: dict[Any, list[str]] = {}
            for key, row in self._rows.items():
                for entry in _entries(row, name, default):
                    gathered.setdefault(entry, []).append(key)
            index = {entry: tuple(keys) for entry, keys in gathered.items()}
            self._indexes[name] = index
        return index

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}>"

    def _repr_html_(self) -> str:
        from .notebook import table  # noqa: PLC0415  Needed in notebooks only.
        from .records.base import defaults  # noqa: PLC0415

        return table(list(defaults(self._cls)), self._rows.values())


def _key(value: Any) -> Any:
    return tuple(map(_key, value)) if isinstance(value, list) else value


def _asked(value: Any) -> Any:
    """A value as rows have it: a record by its id, a day as text."""
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return getattr(value, "id", value)


def _has_fields(value: Any) -> bool:
    return any(map(_has_fields, value)) if isinstance(value, tuple) else isinstance(value, dict)


def _entries(row: Row, name: str, default: object) -> set[Any]:
    """What a query may ask of a field: its value, and each part of it where it has several."""
    value = row.get(name, default)
    if isinstance(value, list):
        parts = [_key(part) for part in value if not isinstance(part, dict)]
        return {tuple(parts), *parts}
    return {value}
