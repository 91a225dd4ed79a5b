"""How a page calls the records that refer to what it is about."""

from __future__ import annotations

__all__ = ["HEADINGS", "PASSED_OVER"]

HEADINGS = {
    ("memberships", "body"): "Who was what in it",
    ("memberships", "began_at"): "Memberships and other statuses that began here",
    ("memberships", "ended_at"): "Memberships and other statuses that ended here",
    ("applications", "body"): "Applications to it",
    ("applications", "meeting"): "Applications that it dealt with",
    ("meetings", "host"): "Meetings hosted",
    ("meetings", "part_of"): "Parts of this meeting",
    ("participations", "party"): "Meetings on record",
    ("participations", "meeting"): "Who was there, as far as it is recorded",
    ("participations", "head_of_delegation"): "Delegations led",
    ("chairmanships", "state"): "Terms in the chair",
    ("chairmanships", "body"): "Terms in the chair",
    ("chairmanships", "began_at"): "Terms in the chair that began here",
    ("chairmanships", "ended_at"): "Terms in the chair that ended here",
    ("chairpersons", "person"): "In the chair",
    ("documents", "adopted_by"): "Documents adopted",
    ("documents", "about"): "Documents that concern it",
    ("principles", "stated_in"): "Principles stated",
    ("events", "actors"): "Events in which it acted or was acted on",
    ("events", "about"): "Events that concern it",
    ("organizations", "parent"): "What belongs to it",
    ("organizations", "predecessor"): "What continues it",
    ("persons", "offices.state"): "Persons who held an office of it",
    ("persons", "offices.organization"): "Persons who held an office of it",
    ("votes", "body"): "Votes",
    ("votes", "document"): "Votes on it",
    ("sources", "derives_from"): "Sources that repeat it",
    ("sources", "cited_through"): "Sources known only through it",
}
"""The heading over records of a collection that refer by a field, in the order of a page."""

PASSED_OVER = frozenset(
    (
        # Shown by sections of their own.
        ("memberships", "party"),
        ("applications", "party"),
        ("assertions", "about"),
        ("claims", "record"),
        ("votes", "votes.state"),
        # Said by the other side as well, or by the row before.
        ("states", "predecessors"),
        ("states", "successors"),
        ("memberships", "succeeded_by"),
        ("chairmanships", "succeeded_by"),
        ("chairpersons", "succeeded_by"),
        ("chairpersons", "term"),
        ("principles", "corresponds_to"),
    )
)
"""References that need no section."""
