"""The record classes, loaded one group at a time when first asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .base import Answer, Citation, Figure, Qualifier, Record, Standing
    from .evidence import (
        Assertion,
        AssertionKind,
        Claim,
        Comparison,
        Computation,
        Nature,
        Seen,
        Source,
        SourceKind,
    )
    from .meetings import (
        Capacity,
        ChairCapacity,
        Chairmanship,
        Chairperson,
        Extension,
        Format,
        Meeting,
        MeetingKind,
        Office,
        Participation,
        Person,
    )
    from .parties import Dated, DatedCode, Organization, OrganizationKind, State, StateKind
    from .spells import Application, Began, Ended, Membership, Outcome
    from .status import Status
    from .texts import Document, DocumentKind, Event, EventKind, Mention, Principle, Provision
    from .votes import Ballot, Choice, Round, Vote, VoteKind

__all__ = [
    "Answer",
    "Application",
    "Assertion",
    "AssertionKind",
    "Ballot",
    "Began",
    "Capacity",
    "ChairCapacity",
    "Chairmanship",
    "Chairperson",
    "Choice",
    "Citation",
    "Claim",
    "Comparison",
    "Computation",
    "Dated",
    "DatedCode",
    "Document",
    "DocumentKind",
    "Ended",
    "Event",
    "EventKind",
    "Extension",
    "Figure",
    "Format",
    "Meeting",
    "MeetingKind",
    "Membership",
    "Mention",
    "Nature",
    "Office",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "Participation",
    "Person",
    "Principle",
    "Provision",
    "Qualifier",
    "Record",
    "Round",
    "Seen",
    "Source",
    "SourceKind",
    "Standing",
    "State",
    "StateKind",
    "Status",
    "Vote",
    "VoteKind",
]

_GROUPS = {
    "base": ("Answer Citation Figure Qualifier Record Standing"),
    "evidence": (
        "Assertion AssertionKind Claim Comparison Computation Nature Seen Source SourceKind"
    ),
    "meetings": (
        "Capacity ChairCapacity Chairmanship Chairperson Extension Format Meeting "
        "MeetingKind Office Participation Person"
    ),
    "parties": "Dated DatedCode Organization OrganizationKind State StateKind",
    "spells": "Application Began Ended Membership Outcome",
    "status": "Status",
    "texts": ("Document DocumentKind Event EventKind Mention Principle Provision"),
    "votes": ("Ballot Choice Round Vote VoteKind"),
}
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names.split()}


if not TYPE_CHECKING:  # A name that is not there is to be found by a type checker.

    def __getattr__(name: str) -> Any:
        if name not in _GROUP_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = importlib.import_module(f".{_GROUP_OF[name]}", __name__)
        value = globals()[name] = getattr(module, name)
        return value


def __dir__() -> list[str]:
    return __all__
