"""Who was what in which body from when to when, and who applied for it."""

from __future__ import annotations

import enum

import attrs

from ..dates import Bound, PartialDate, as_bound, as_date, as_optional_date
from .base import MEETING, ORGANIZATION, PARTY, LastingRecord, Record, Standing, refers
from .constants import MOVEMENT
from .status import Status

__all__ = ["Application", "Began", "Ended", "Membership", "Outcome"]


class Began(enum.StrEnum):
    """How a spell began.

    `FOUNDING`: by taking part in the founding. `ADMITTED`, `READMITTED`: by decision of the
    body. `PARTICIPATED`: by taking part, at a time without acts of admission. `SUCCEEDED`:
    took over another party's place. `UPGRADED`, `DOWNGRADED`: from another status. `JOINED`:
    by treaty, signature or notice. `FIRST_SEEN`: no act is evidenced, only presence.
    """

    FOUNDING = "founding"
    ADMITTED = "admitted"
    READMITTED = "readmitted"
    PARTICIPATED = "participated"
    SUCCEEDED = "succeeded"
    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    JOINED = "joined"
    FIRST_SEEN = "first-seen"


class Ended(enum.StrEnum):
    """How a spell ended; `LAPSED` where no act is evidenced."""

    WITHDREW = "withdrew"
    SUSPENDED = "suspended"
    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    SUCCEEDED = "succeeded"
    MERGED = "merged"
    DISSOLVED = "dissolved"
    COMPLETED = "completed"
    LAPSED = "lapsed"


class Outcome(enum.StrEnum):
    """What became of an application."""

    GRANTED = "granted"
    REJECTED = "rejected"
    NO_CONSENSUS = "no-consensus"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    PENDING = "pending"


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Membership(LastingRecord, Record):
    """A spell: one party in one status in one body without a break.

    Half open: the day of admission counts, the day of withdrawal does not.

    Attributes:
        party: id of a state or organization.
        status: member, observer, guest, suspended, ...
        start: the first day.
        end: the first day after it, open or unknown. Where `succeeded_by` names a spell, its
            start is this end and is stored there only.
        body: id of the organization, `nam` unless said.
        began: how it began.
        ended: how it ended.
        began_at: id of the meeting that decided the beginning.
        ended_at: id of the meeting that decided the end.
        succeeded_by: id of the spell that follows without a day between.
        standing: whether it came true.
    """

    party: str = attrs.field(metadata=PARTY)
    status: Status = attrs.field(converter=Status)
    start: PartialDate = attrs.field(converter=as_date)
    end: PartialDate | Bound = attrs.field(converter=as_bound)
    body: str = attrs.field(default=MOVEMENT, metadata=ORGANIZATION)
    began: Began | None = attrs.field(default=None, converter=attrs.converters.optional(Began))
    ended: Ended | None = attrs.field(default=None, converter=attrs.converters.optional(Ended))
    began_at: str | None = attrs.field(default=None, metadata=MEETING)
    ended_at: str | None = attrs.field(default=None, metadata=MEETING)
    succeeded_by: str | None = attrs.field(default=None, metadata=refers("memberships"))
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Application(Record):
    """An application for a status in a body, and its outcome.

    Attributes:
        party: id of a state or organization.
        sought: the status asked for.
        outcome: what became of it.
        body: id of the organization, `nam` unless said.
        applied: when it was made.
        decided: when it was decided, or last failed.
        meeting: id of the meeting that dealt with it.
        reason: the reason that the sources give, in neutral words.
    """

    party: str = attrs.field(metadata=PARTY)
    sought: Status | None = attrs.field(converter=attrs.converters.optional(Status))
    outcome: Outcome = attrs.field(converter=Outcome)
    body: str = attrs.field(default=MOVEMENT, metadata=ORGANIZATION)
    applied: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    decided: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    meeting: str | None = attrs.field(default=None, metadata=MEETING)
    reason: str = ""
