"""What stands beside the values of a record: its citations, and the disputes about it."""

from __future__ import annotations

from collections.abc import Iterable

from nam_azerbaijan import AnyRecord, Citation, Dispute

from .library import Library

__all__ = ["Attached"]


class Attached:
    """Citations and disputes of a record, each at the value shown to which it belongs.

    Of the values shown, one belongs where its path names most of the way; what belongs to none of
    them, or to the whole record, stands at the empty path.

    Args:
        record: the record.
        shown: the paths of the values that are shown.
        library: the data.
        cited: whether the citations are wanted.
    """

    def __init__(
        self, record: AnyRecord, shown: Iterable[str], library: Library, *, cited: bool = True
    ) -> None:
        paths = frozenset(shown)
        self._citations: dict[str, list[Citation]] = {}
        self._disputes: dict[str, list[Dispute]] = {}
        for citation in getattr(record, "sources", ()) if cited else ():
            for path in dict.fromkeys(_place(one, paths) for one in citation.fields or ("",)):
                self._citations.setdefault(path, []).append(citation)
        for path, dispute in library.disputed.get(record.id, ()):
            held = self._disputes.setdefault(_place(path, paths), [])
            if dispute not in held:
                held.append(dispute)

    def citations(self, path: str) -> list[Citation]:
        """The citations that belong to a path."""
        return self._citations.get(path, [])

    def disputes(self, path: str) -> list[Dispute]:
        """The disputes that belong to a path."""
        return self._disputes.get(path, [])


def _place(path: str, shown: frozenset[str]) -> str:
    """The path shown that names most of the way; the empty one where none does."""
    while path and path not in shown:
        path = path.rpartition("/")[0]
    return path
