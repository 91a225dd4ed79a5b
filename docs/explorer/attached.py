"""What stands beside the values of a record: its citations, and the disputes about it."""

from __future__ import annotations

from collections.abc import Iterable

from nam_azerbaijan import AnyRecord, Citation, Dispute

from .library import Library

__all__ = ["Attached"]


class Attached:
    """Citations and disputes of a record, each at the value shown to which it belongs.

    Of the values shown, one belongs where its path names most of the way; what belongs to none of
    them, or to the whole record, stands at `whole`.

    Args:
        record: the record.
        shown: the paths of the values that are shown.
        library: the data.
        whole: the path of what stands for the record as a whole.
        cited: whether the citations are wanted.
    """

    def __init__(
        self,
        record: AnyRecord,
        shown: Iterable[str],
        library: Library,
        *,
        whole: str = "",
        cited: bool = True,
    ) -> None:
        paths = frozenset(shown)
        self._citations: dict[str, list[Citation]] = {}
        self._disputes: dict[str, dict[str, tuple[str, Dispute]]] = {}
        for citation in getattr(record, "sources", ()) if cited else ():
            fields = citation.fields or ("",)
            for path in dict.fromkeys(_place(one, paths) or whole for one in fields):
                self._citations.setdefault(path, []).append(citation)
        for path, dispute in library.disputed.get(record.id, ()):
            place = _place(path, paths)
            held = self._disputes.setdefault(place or whole, {})
            held.setdefault(dispute.id, (path.removeprefix(place).strip("/"), dispute))

    def citations(self, path: str) -> list[Citation]:
        """The citations that belong to a path."""
        return self._citations.get(path, [])

    def disputes(self, path: str) -> Iterable[tuple[str, Dispute]]:
        """The disputes that belong to a path, each with the rest of the path that it is on."""
        return self._disputes.get(path, {}).values()


def _place(path: str, shown: frozenset[str]) -> str:
    """The path shown that names most of the way; the empty one where none does."""
    while path and path not in shown:
        path = path.rpartition("/")[0]
    return path
