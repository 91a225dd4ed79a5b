"""A read-only collection of records of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, overload

from .errors import UnknownRecordError
from .frozen import Frozen
from .lookup.filters import Resolve, wanted
from .records import record_class
from .records.base import Identified
from .records.walk import field_types
from .store import Rows, Store
from .text import did_you_mean, near

__all__ = ["Collection"]

R = TypeVar("R", bound=Identified)
D = TypeVar("D")


class Collection(Frozen, Generic[R]):
    """Records of one kind, by id and in order of id.

    Iterates over records, has a length, knows by `in` whether it holds an id or a record, and
    gives a record by `[id]`. A record is built when it is first asked for and kept.

    Attributes:
        name: what it is called, such as `memberships`.
    """

    __slots__ = ("_built", "_indexes", "_renamed", "_resolve", "_store", "name")
    name: str
    _store: Store
    _renamed: Mapping[str, str]
    _resolve: Resolve
    _built: dict[str, R]
    _indexes: dict[str, dict[Any, dict[str, None]]]

    def __init__(
        self, name: str, store: Store, renamed: Mapping[str, str], resolve: Resolve
    ) -> None:
        self._set(name=name, _store=store, _renamed=renamed, _resolve=resolve)
        self._set(_built={}, _indexes={})

    @property
    def _rows(self) -> Rows:
        return self._store.rows(self.name)

    @property
    def record_class(self) -> type[R]:
        """The class of its records."""
        return record_class(self.name)  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return map(self._record, self._rows)

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return item in self._rows
        return isinstance(item, Identified) and self.get(item.id) == item

    def __getitem__(self, key: str) -> R:
        if key not in self._rows:
            if (present := self._renamed.get(key, "")) in self._rows:
                return self._record(present)
            raise UnknownRecordError(key, near(str(key), self._rows, 3))
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
            fields: names and values of fields. A value may be given as the record holds it or as
                the data files do (`status="member"`); where a field refers to records, also as a
                name, a code or a record. For a field that holds several values, one of them
                matches where it is among them.

        Raises:
            TypeError: the records have no such field, it has parts, or cannot hold such a value.
            ValueError: a value is none of those that the field may have.
            LookupError: a reference names no record, or several.
        """
        types = field_types(self.record_class)
        for name in fields:
            if name not in types:
                known = [field.name for field in types.values() if not field.has_parts]
                hint = did_you_mean(name, known)
                raise TypeError(f"{self.name} have no field {name!r}; {hint}")
        asked = {name: wanted(types[name], fields[name], self._resolve) for name in fields}
        if not asked:
            return tuple(self)
        shortest, *others = sorted(
            (self._index(name).get(value, {}) for name, value in asked.items()), key=len
        )
        return tuple(self._record(key) for key in shortest if all(key in other for other in others))

    def _record(self, key: str) -> R:
        record = self._built.get(key)
        if record is None:
            record = self._built.setdefault(key, self.record_class(**self._rows[key]))
        return record

    def _index(self, name: str) -> dict[Any, dict[str, None]]:
        """The ids, in order, of the records that have each value in a field."""
        index = self._indexes.get(name)
        if index is None:
            index = {}
            for record in self:
                value = getattr(record, name)
                for entry in {value, *value} if isinstance(value, tuple) else {value}:
                    index.setdefault(entry, {})[record.id] = None
            index = self._indexes.setdefault(name, index)
        return index

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}>"

    def _repr_html_(self) -> str:
        from .tables.html import html_table  # noqa: PLC0415  Needed in notebooks only.
        from .tables.rows import record_table  # noqa: PLC0415

        return html_table(record_table(self.name, self))
