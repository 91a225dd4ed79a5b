"""What differs between two data sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..lookup.filters import Collections
from ..records import COLLECTIONS
from .rows import changed_paths

__all__ = ["Difference"]


@attrs.frozen(kw_only=True)
class Difference:
    """A value that two data sets do not have alike.

    Attributes:
        collection: the kind of record.
        record: id of the record, in the second data set where it has one there.
        path: the field, as claims name it; empty where only one of the two has the record.
        before: the value in the first, as data files have it; `None` where it has none.
        after: the value in the second; likewise.
    """

    collection: str
    record: str
    path: str
    before: Any
    after: Any


def differences(
    before: Collections, after: Collections, renamed: Mapping[str, str]
) -> Iterator[Difference]:
    """The differences in order of collection and record.

    Args:
        before: the collections of the first data set.
        after: those of the second.
        renamed: former ids of the second, so that a renamed record is the same.
    """
    for name in COLLECTIONS:
        was = {renamed.get(one.id, one.id): one.to_row() for one in before[name]}
        now = {one.id: one.to_row() for one in after[name]}
        for key in dict.fromkeys([*was, *now]):
            for path, first, second in changed_paths(was.get(key), now.get(key)):
                yield Difference(collection=name, record=key, path=path, before=first, after=second)
