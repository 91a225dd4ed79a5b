"""The record classes, one module a group, and which collection holds which.

A module is imported when a record of its group is first asked for, so that a first answer waits
for none that it does not need.
"""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["COLLECTIONS", "MOVEMENT", "SYSTEMS", "record_class"]

SYSTEMS = ("iso2c", "iso3c", "iso3n", "cown", "cowc", "gwn", "gwc", "m49", "vdem", "wikidata")
"""The systems of codes, by the names that countrycode gives them."""

MOVEMENT = "nam"
"""The id of the organization that a spell or a term is in where nothing else is said."""

COLLECTIONS = {
    "states": "parties.State",
    "organizations": "parties.Organization",
    "memberships": "memberships.Membership",
    "applications": "memberships.Application",
    "meetings": "meetings.Meeting",
    "participations": "meetings.Participation",
    "chairmanships": "chairs.Chairmanship",
    "chairpersons": "chairs.Chairperson",
    "persons": "persons.Person",
    "documents": "documents.Document",
    "principles": "documents.Principle",
    "events": "documents.Event",
    "votes": "votes.Vote",
    "sources": "evidence.Source",
    "claims": "evidence.Claim",
    "assertions": "evidence.Assertion",
}
"""The collections of a data set and the class of their records; also the names of the files."""


def record_class(collection: str) -> Any:
    """The class of the records of a collection.

    Raises:
        KeyError: there is no such collection.
    """
    module, _, name = COLLECTIONS[collection].partition(".")
    return getattr(importlib.import_module(f".{module}", __name__), name)
