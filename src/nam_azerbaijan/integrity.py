"""Whether ids lead somewhere: what a data set must have for no query to fail on it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from .errors import DatasetError
from .findings import Finding
from .fold import near
from .store import COLLECTIONS

if TYPE_CHECKING:
    from .dataset import Dataset

# A guess goes through all ids; a directory in which nothing fits is not to take for ever.
MOST_GUESSES = 50

__all__ = ["references", "require_integrity", "successor_cycles", "unresolved", "unresolved_in"]


Reference = tuple[str, str, tuple[str, ...]]


@functools.lru_cache(maxsize=16384)
def references(record: Any) -> tuple[Reference, ...]:
    """Path, id and permitted collections of each reference in a record."""
    return tuple(_references(record, ""))


def _references(record: Any, path: str) -> Iterator[Reference]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        where = f"{path}{field.name}"
        permitted = field.metadata.get("refers")
        if permitted:
            for key in value if isinstance(value, tuple) else (value,):
                if key is not None:
                    yield where, key, permitted
        elif isinstance(value, tuple):
            for number, part in enumerate(value):
                if attrs.has(type(part)):
                    yield from _references(part, f"{where}[{number}].")
        elif attrs.has(type(value)):
            yield from _references(value, f"{where}.")


def unresolved(
    collections: Mapping[str, Iterable[Any]], home: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding for each reference that leads to no record of a permitted kind.

    Args:
        collections: records by collection.
        home: the collection of each id that may be referred to.
    """
    guesses = MOST_GUESSES
    for collection, held in collections.items():
        for record in held:
            for path, key, permitted in references(record):
                if key not in home:
                    guess = near(key, home) if guesses else []
                    guesses -= bool(guesses)
                    message = f"{key!r} is the id of no record"
                    message += f"; did you mean {guess[0]!r}?" if guess else ""
                elif permitted != ("*",) and home[key] not in permitted:
                    message = (
                        f"{key!r} is one of the {home[key]}; expected one of the "
                        f"{' or '.join(permitted)}"
                    )
                else:
                    continue
                yield Finding(
                    code="REF001",
                    message=message,
                    file=f"{collection}.json",
                    record=record.id,
                    field=path,
                )


def unresolved_in(nam: Dataset) -> Iterator[Finding]:
    """A finding for each reference in a data set that leads to no record of a permitted kind."""
    return unresolved({name: nam.collection(name) for name in COLLECTIONS}, nam.home)


def successor_cycles(nam: Dataset) -> Iterator[Finding]:
    """A finding for each record that comes to succeed itself."""
    for collection, field in (
        ("memberships", "succeeded_by"),
        ("chairmanships", "succeeded_by"),
        ("chairpersons", "succeeded_by"),
        ("meetings", "part_of"),
        ("organizations", "parent"),
        ("organizations", "predecessor"),
    ):
        held = nam.collection(collection)
        for record in held:
            seen, key = {record.id}, getattr(record, field)
            while key is not None and key not in seen and key in held:
                seen.add(key)
                key = getattr(held[key], field)
            if key == record.id:
                yield Finding(
                    code="REF002",
                    message="following this field leads back to the record itself",
                    file=f"{collection}.json",
                    record=record.id,
                    field=field,
                )


def _wrongly_renamed(nam: Dataset) -> Iterator[Finding]:
    home = nam.home
    for former, present in nam.manifest.renamed.items():
        wrong = (
            f"{former!r} is the id of one of the {home[former]}"
            if former in home
            else f"{present!r} is the id of no record"
            if present not in home
            else ""
        )
        if wrong:
            yield Finding(
                code="FMT009",
                message=f"a former id leads to a present one, but {wrong}",
                file="dataset.json",
                field=f"renamed/{former}",
            )


def require_integrity(nam: Dataset) -> None:
    """Pass over a data set that has no cycle of successors and whose former ids lead to records.

    That references lead somewhere was seen when its directory was read.

    Raises:
        DatasetError: with everything that is wrong.
    """
    findings = [*successor_cycles(nam), *_wrongly_renamed(nam)]
    if findings:
        raise DatasetError(findings)
