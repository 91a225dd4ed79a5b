"""Citations as CSL-JSON, which Zotero, pandoc and every processor of citation styles read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..dates import PartialDate
from .works import Work

__all__ = ["as_csl"]

_TYPES = {
    "data-set": "dataset",
    "record": "entry",
    "media": "article-newspaper",
    "official-record": "report",
    "academic": "article",
}
_CONTAINED = ("article-newspaper", "webpage")


def as_csl(works: Iterable[Work]) -> str:
    """Works as a CSL-JSON list, an item each."""
    return json.dumps([_item(work) for work in works], indent=2, ensure_ascii=False) + "\n"


def _item(work: Work) -> dict[str, Any]:
    kind = _TYPES.get(work.kind, "webpage" if work.url else "document")
    published_as = "container-title" if kind in _CONTAINED else "publisher"
    fields = {
        "id": work.key,
        "type": kind,
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        published_as: work.publisher,
        **({"container-title": work.within} if work.within else {}),
        "issued": work.issued_parts and {"date-parts": [list(work.issued_parts)]},
        "version": work.version,
        "URL": work.url,
        "accessed": work.accessed and _date(work.accessed),
        "note": work.remarks,
    }
    return {name: value for name, value in fields.items() if value}


def _date(date: PartialDate) -> dict[str, Any]:
    day = date.earliest
    return {"date-parts": [[day.year, day.month, day.day]]}
