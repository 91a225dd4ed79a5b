"""Persons and the offices they held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import PartialDate, as_optional_date
from .base import ORGANIZATION, STATE, Record
from .convert import parts, texts
from .periods import Period, as_optional_period

__all__ = ["Office", "Person"]


@attrs.frozen(kw_only=True, cache_hash=True)
class Office:
    """An office that a person held.

    Attributes:
        title: the office, such as Minister of Foreign Affairs.
        state: id of the state it belongs to.
        organization: id of the organization it belongs to.
        period: when it was held, where evidenced.
        seen: a day on which a source shows the person in it.
    """

    title: str
    state: str | None = attrs.field(default=None, metadata=STATE)
    organization: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    period: Period | None = attrs.field(default=None, converter=as_optional_period)
    seen: PartialDate | None = attrs.field(default=None, converter=as_optional_date)


def as_offices(items: Iterable[Office | Mapping[str, Any]]) -> tuple[Office, ...]:
    """Offices, made from objects where they are given as such."""
    return parts(Office, items)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Person(Record):
    """A person who chaired, led a delegation, or is named by a source.

    Attributes:
        name: the name as English sources mostly write it.
        spellings: other spellings.
        offices: offices held.
    """

    name: str
    spellings: tuple[str, ...] = attrs.field(default=(), converter=texts)
    offices: tuple[Office, ...] = attrs.field(default=(), converter=as_offices)
