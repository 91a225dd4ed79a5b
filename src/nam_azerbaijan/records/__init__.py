"""The record classes, loaded one group at a time when first asked for."""

from __future__ import annotations

import importlib
from typing import Any

_GROUPS = {
    "base": "Answer Citation Figure Qualifier Record Standing",
    "parties": (
        "Application Began Dated DatedCode Ended Membership Organization OrganizationKind Outcome "
        "State StateKind Status"
    ),
    "meetings": (
        "Capacity ChairCapacity Chairmanship Chairperson Extension Format Meeting MeetingKind "
        "Office Participation Person"
    ),
    "texts": "Document DocumentKind Event EventKind Mention Principle Provision",
    "votes": "Ballot Choice Round Vote VoteKind",
    "evidence": (
        "Assertion AssertionKind Claim Comparison Computation Nature Seen Source SourceKind"
    ),
}
_GROUP_OF = {name: group for group, names in _GROUPS.items() for name in names.split()}

__all__ = sorted(_GROUP_OF)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    if name not in _GROUP_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(f".{_GROUP_OF[name]}", __name__)
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
