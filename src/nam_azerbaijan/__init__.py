"""The Non-Aligned Movement since 1955 and Azerbaijan's place in it.

A typed data set in which every value cites its source. Begin with `load()`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import compare as compare
    from .checks import check
    from .collection import Collection
    from .dataset import Dataset, Troika, load
    from .dates import Bound, PartialDate
    from .errors import (
        AmbiguousStateError,
        CoverageError,
        DatasetError,
        UnknownRecordError,
        UnknownStateError,
    )
    from .findings import Finding, Severity
    from .periods import Period
    from .records import (
        Answer,
        Application,
        Assertion,
        AssertionKind,
        Ballot,
        Began,
        Capacity,
        ChairCapacity,
        Chairmanship,
        Chairperson,
        Choice,
        Citation,
        Claim,
        Document,
        DocumentKind,
        Ended,
        Event,
        EventKind,
        Extension,
        Figure,
        Format,
        Meeting,
        MeetingKind,
        Membership,
        Nature,
        Office,
        Organization,
        OrganizationKind,
        Outcome,
        Participation,
        Person,
        Principle,
        Provision,
        Record,
        Seen,
        Source,
        SourceKind,
        Standing,
        State,
        StateKind,
        Status,
        Vote,
        VoteKind,
    )
    from .timeline import Entry

__version__ = "0.1.0"

__all__ = [
    "AmbiguousStateError",
    "Answer",
    "Application",
    "Assertion",
    "AssertionKind",
    "Ballot",
    "Began",
    "Bound",
    "Capacity",
    "ChairCapacity",
    "Chairmanship",
    "Chairperson",
    "Choice",
    "Citation",
    "Claim",
    "Collection",
    "CoverageError",
    "Dataset",
    "DatasetError",
    "Document",
    "DocumentKind",
    "Ended",
    "Entry",
    "Event",
    "EventKind",
    "Extension",
    "Figure",
    "Finding",
    "Format",
    "Meeting",
    "MeetingKind",
    "Membership",
    "Nature",
    "Office",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "PartialDate",
    "Participation",
    "Period",
    "Person",
    "Principle",
    "Provision",
    "Record",
    "Seen",
    "Severity",
    "Source",
    "SourceKind",
    "Standing",
    "State",
    "StateKind",
    "Status",
    "Troika",
    "UnknownRecordError",
    "UnknownStateError",
    "Vote",
    "VoteKind",
    "check",
    "load",
]

# Names are fetched when first used, so that a first answer waits for nothing it does not need.
_MODULES = {
    "checks": "check",
    "collection": "Collection",
    "dataset": "Dataset Troika load",
    "dates": "Bound PartialDate",
    "errors": (
        "AmbiguousStateError CoverageError DatasetError UnknownRecordError UnknownStateError"
    ),
    "findings": "Finding Severity",
    "periods": "Period",
    "timeline": "Entry",
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}


if not TYPE_CHECKING:  # A name that is not there is to be found by a type checker.

    def __getattr__(name: str) -> Any:
        if name == "compare":
            return importlib.import_module(".compare", __name__)
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = importlib.import_module(f".{_MODULE_OF.get(name, 'records')}", __name__)
        value = globals()[name] = getattr(module, name)
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
