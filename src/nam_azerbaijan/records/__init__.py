"""The record classes, one module a group, and which collection holds which.

A module is imported when a record of its group is first asked for, so that a first answer waits
for none that it does not need.
"""

from __future__ import annotations

import importlib
from typing import Any

from .constants import MOVEMENT, SYSTEMS

__all__ = ["COLLECTIONS", "MOVEMENT", "SYSTEMS", "record_class"]

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
