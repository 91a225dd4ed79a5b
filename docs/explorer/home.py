"""The first page: what there is, and the shortest ways to it."""

from __future__ import annotations

from typing import NamedTuple

from nam_azerbaijan.records.meaning import overview

from .library import Library
from .page import Page
from .site import Site

__all__ = ["write_home"]


class Kind(NamedTuple):
    """A kind of record on the first page.

    Attributes:
        target: where it is listed.
        name: its name.
        number: how many there are.
        meaning: what it is.
    """

    target: str
    name: str
    number: int
    meaning: str


def write_home(site: Site, library: Library) -> None:
    """Write the first page."""
    nam = library.nam
    listed = (
        "states",
        "meetings",
        "documents",
        "votes",
        "organizations",
        "principles",
        "persons",
        "events",
        "sources",
    )
    kinds = [
        Kind(
            f"{name}/index.html",
            name.capitalize(),
            len(nam.collection(name)),
            _first(nam.collection(name).record_class),
        )
        for name in listed
    ]
    kinds.insert(
        1,
        Kind(
            "chairs.html", "Chairs", len(nam.chairmanships), _first(nam.chairmanships.record_class)
        ),
    )
    kinds.insert(
        4,
        Kind(
            "disputes/index.html",
            "Disputes",
            len(nam.disputes()),
            "Where sources differ, with every side.",
        ),
    )
    site.render(
        "home.html",
        "explorer.html",
        page=Page(library, "explorer.html"),
        kinds=kinds,
        members=len(nam.members()),
        observers=len(nam.observers()),
        chair=nam.chair(),
    )


def _first(cls: type) -> str:
    """The first sentence of what a class is."""
    said = overview(cls).partition("\n")[0].partition(";")[0]
    return f"{said.rstrip('.')}."
