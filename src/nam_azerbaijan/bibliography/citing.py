"""Citations of the data set and of its records, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..records.base import Identified
from ..text import did_you_mean
from .bibtex import as_bibtex
from .csl import as_csl
from .works import Work, work_of_data_set, works_of_record

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.union import AnyRecord

__all__ = ["as_lines", "cite"]


def cite(nam: Dataset, record: str | AnyRecord | None = None, style: str = "bibtex") -> str:
    """A citation of the data set, or of one record in it with the sources that the record cites.

    The data set is cited with its version and the last day that it knows, and with the sources
    that `prefer` put first, if any. A record is cited as a part of it; then come the sources, each
    with the places that the record cites. A source is cited as itself.

    Args:
        nam: the data set.
        record: a record, its id or a name; none for the whole data set.
        style: `bibtex`; `csl`, a CSL-JSON list; or `text`, a line for each work.

    Returns:
        Text that ends with a line break.

    Raises:
        ValueError: there is no such style.
        LookupError: there is no such record, or several.
        TypeError: `record` is neither text nor a record.
    """
    if style not in _STYLES:
        raise ValueError(f"no style {style!r}; {did_you_mean(style, _STYLES)}")
    if record is None:
        return _STYLES[style]([work_of_data_set(nam)])
    if isinstance(record, Identified):
        record = record.id
    return _STYLES[style](works_of_record(nam, nam.named(record)))


def as_lines(works: Iterable[Work]) -> str:
    """Works as people write them in a list, a line each."""
    return "".join(f"{_line(work)}\n" for work in works)


def _line(work: Work) -> str:
    by = ", ".join(work.authors) or work.publisher
    year = f"({work.issued_parts[0]})" if work.issued_parts else "(undated)"
    parts = (
        f"{by} {year}".strip(),
        work.title,
        f"In: {work.within}" if work.within else work.publisher if work.authors else "",
        f"Version {work.version}" if work.version else "",
        work.note,
        f"Licence: {work.licence}" if work.licence else "",
        work.url and f"{work.url}{f' (read {work.accessed})' if work.accessed else ''}",
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


_STYLES: dict[str, Callable[[Iterable[Work]], str]] = {
    "bibtex": as_bibtex,
    "csl": as_csl,
    "text": as_lines,
}
