"""What a party is in a body; apart, because a first answer needs no more of the records."""

from __future__ import annotations

import enum

__all__ = ["Status"]


class Status(enum.StrEnum):
    """What a party is in a body."""

    MEMBER = "member"
    OBSERVER = "observer"
    GUEST = "guest"
    SUSPENDED = "suspended"
    PARTNER = "partner"
    PARTICIPANT = "participant"
    SIGNATORY = "signatory"
    APPLICANT = "applicant"
