"""The keys of a frame, and what they mean in the course of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..dataset import Dataset, DatedMeaning
from ..records import SYSTEMS
from ..records.parties import Organization, State

__all__ = ["Meanings", "known_keys", "meanings_of", "recognized"]

Meanings = Mapping[Any, tuple[DatedMeaning, ...]]
"""What each of some keys means; keys that never mean one party are not among them."""


def meanings_of(nam: Dataset, keys: Iterable[Any], code: str | None) -> Meanings:
    """What each of some keys means, as codes of a system if one is given."""
    found = {}
    for key in keys:
        try:
            meanings = nam.meanings(key, code)
        except TypeError:  # It is neither text nor a whole number.
            continue
        if any(one.party for one in meanings):
            found[key] = meanings
    return found


def recognized(nam: Dataset, keys: Sequence[Any], column: object) -> Meanings:
    """What keys mean in the system of codes that they come from, or as names.

    The system is the one that knows the most of them, at least half. Another one fits too that
    leaves no more than twice as many unknown. All that fit must mean the same states on the days
    that the data covers, and none a key that the first does not know.

    Args:
        nam: the data set.
        keys: the distinct keys.
        column: what the column of keys is called.

    Raises:
        ValueError: no system leaves no doubt.
    """
    read = {code: meanings_of(nam, keys, code) for code in SYSTEMS}
    read["names"] = meanings_of(nam, (key for key in keys if not _is_number(key)), None)
    unknown = {system: len(keys) - len(found) for system, found in read.items()}
    best = min(unknown, key=unknown.__getitem__)
    doubt = f"code='auto' leaves doubt about the keys in {column!r}; say their system by code=: "
    if 2 * unknown[best] > len(keys):
        raise ValueError(f"{doubt}at most {len(read[best])} of {len(keys)} are known, as {best}")
    fitting = [system for system, number in unknown.items() if number <= 2 * unknown[best]]
    cover = nam.coverage.get("memberships")
    since = cover.since if cover else dt.date.min
    meant = _parties(read[best], since)
    if not all(_parties(read[system], since).items() <= meant.items() for system in fitting):
        raise ValueError(f"{doubt}they may be {', '.join(fitting)}")
    return read[best]


def _parties(meanings: Meanings, since: dt.date) -> dict[Any, dict[dt.date, str | None]]:
    """The ids of the parties that keys mean on a day and later, by the day from which they do."""
    return {
        key: {max(one.since or since, since): one.party.id if one.party else None for one in held}
        for key, held in meanings.items()
    }


def known_keys(nam: Dataset, code: str | None, *, text: bool) -> set[Any]:
    """The keys by which a frame whose keys cannot be looked at may call the parties.

    Args:
        nam: the data set.
        code: a system of codes; without one ids, names, and codes that need no system.
        text: whether the keys are text; else numbers.

    Returns:
        Names as the data writes them; codes also in small letters, without leading zeros and, as
        numbers become text where there were gaps, with a zero behind a point.
    """
    codes = {
        held.value
        for state in nam.states
        for held in state.codes
        if code is None or held.system == code
    }
    numbers = {key for key in codes if key.isdecimal()}
    bare = {key.lstrip("0") for key in numbers} - {""}
    if not text:
        return set(map(int, numbers))
    pointed = {f"{key}.0" for key in numbers | bare}
    names: set[str] = set()
    if code is None:
        names.update(*map(_names, nam.states), *map(_names, nam.organizations))
    return codes | {key.lower() for key in codes} | bare | pointed | names


def _is_number(key: object) -> bool:
    return not isinstance(key, str) or key.strip().isdecimal()


def _names(party: State | Organization) -> Iterator[str]:
    """The id of a party and its names, as the data writes them."""
    yield party.id
    yield from party.aliases
    if isinstance(party, State):
        yield from (one.name for one in party.names)
        yield from (one.name for one in party.local_names)
    else:
        yield from filter(None, (party.name, party.abbreviation))
