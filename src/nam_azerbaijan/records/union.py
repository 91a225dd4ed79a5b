"""Any record: the union of the record classes."""

from __future__ import annotations

from .chairs import Chairmanship, Chairperson
from .documents import Document, Event, Principle
from .evidence import Assertion, Claim, Source
from .meetings import Meeting, Participation
from .memberships import Application, Membership
from .parties import Organization, State
from .persons import Person
from .votes import Vote

__all__ = ["AnyRecord"]

AnyRecord = (
    State
    | Organization
    | Membership
    | Application
    | Meeting
    | Participation
    | Chairmanship
    | Chairperson
    | Person
    | Document
    | Principle
    | Event
    | Vote
    | Source
    | Claim
    | Assertion
)
"""A record of any collection."""
