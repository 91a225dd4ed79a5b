"""The permanent address of every record and dispute, made from its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nam_azerbaijan import (
    Application,
    Chairmanship,
    Chairperson,
    Dataset,
    Membership,
    Participation,
    Principle,
)

__all__ = ["PAGES", "addresses", "citations_path", "former_ids"]

PAGES = (
    "states", "organizations", "meetings", "documents", "votes", "persons", "events", "sources",
    "assertions",
)  # fmt: skip
"""The collections of which every record has a page; all others are a place on such a page."""


def addresses(nam: Dataset) -> dict[str, str]:
    """Where each record and each dispute is shown: a path from the folder, maybe with an anchor."""
    found = {
        record.id: f"{name}/{record.id}.html" for name in PAGES for record in nam.collection(name)
    }
    for name, home in _HOMES.items():
        for record in nam.collection(name):
            found[record.id] = f"{home(record, found, nam)}#{record.id}"
    for dispute in nam.disputes():
        page = found.setdefault(dispute.id, f"disputes/{dispute.id}.html")
        found.update({claim.id: f"{page}#{claim.id}" for claim in dispute.claims})
    return found


def citations_path(page: str) -> str:
    """Where it stands how to cite each record that has its place on a page."""
    return page.removesuffix(".html") + "/cite.html"


Home = Callable[[Any, Mapping[str, str], Dataset], str]


def _party(record: Membership | Application, found: Mapping[str, str], nam: Dataset) -> str:
    return found[record.party]


def _meeting(record: Participation, found: Mapping[str, str], nam: Dataset) -> str:
    return found[record.meeting]


def _presiding(record: Chairmanship, found: Mapping[str, str], nam: Dataset) -> str:
    return found[record.state]


def _term(record: Chairperson, found: Mapping[str, str], nam: Dataset) -> str:
    return found[nam.chairmanships[record.term].state]


def _set(record: Principle, found: Mapping[str, str], nam: Dataset) -> str:
    return f"principles/{record.set}.html"


# The page on which a record without one of its own is shown.
_HOMES: Mapping[str, Home] = {
    "memberships": _party,
    "applications": _party,
    "participations": _meeting,
    "chairmanships": _presiding,
    "chairpersons": _term,
    "principles": _set,
}


def former_ids(nam: Dataset) -> Iterator[tuple[str, str]]:
    """Each id that a record once had, with its present one."""
    for former in nam.manifest.renamed:
        yield former, nam.get(former).id
