"""The Non-Aligned Movement since 1955 and Azerbaijan's place in it.

A typed data set in which every record cites its sources. Begin with `load()`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import checks as checks
    from . import compare as compare
    from .bibliography import *
    from .checks import *
    from .collection import *
    from .dataset import *
    from .dates import *
    from .errors import *
    from .evidence.agreement import *
    from .evidence.difference import *
    from .evidence.disputes import *
    from .evidence.preference import *
    from .evidence.tally import *
    from .files.manifest import *
    from .findings import *
    from .lookup.cited import *
    from .lookup.search import *
    from .lookup.timeline import *
    from .records.base import *
    from .records.chairs import *
    from .records.documents import *
    from .records.evidence import *
    from .records.meetings import *
    from .records.memberships import *
    from .records.parties import *
    from .records.periods import *
    from .records.persons import *
    from .records.status import *
    from .records.union import *
    from .records.votes import *
    from .verdicts import *

__version__ = "0.4.0"

__all__ = [
    "Agreement",
    "AmbiguousRecordError",
    "AmbiguousStateError",
    "Answer",
    "AnyRecord",
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
    "Cited",
    "Claim",
    "Collection",
    "Comparison",
    "Computation",
    "Coverage",
    "CoverageError",
    "Dataset",
    "DatasetError",
    "DatedCode",
    "DatedMeaning",
    "DatedName",
    "Day",
    "Difference",
    "Dispute",
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
    "KnownThrough",
    "LocalName",
    "Manifest",
    "Meeting",
    "MeetingKind",
    "Membership",
    "Mention",
    "Moved",
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
    "Qualifier",
    "Record",
    "RollCallError",
    "Round",
    "Ruling",
    "Scope",
    "SearchHit",
    "SearchUnavailableError",
    "Seen",
    "Severity",
    "Source",
    "SourceKind",
    "Standing",
    "State",
    "StateKind",
    "Status",
    "Tally",
    "TallyTable",
    "Troika",
    "UnknownRecordError",
    "UnknownStateError",
    "Verdict",
    "Vote",
    "VoteKind",
    "Waiver",
    "YearAgreement",
    "check",
    "cite",
    "load",
    "verify",
]

# Where the names are; a module is imported when a name is first used that none before it has, so
# that a first answer waits for nothing that it does not need.
_HOMES = (
    "dataset", "dates", "errors", "findings", "collection", "records.base", "records.parties",
    "records.status", "records.memberships", "records.meetings", "records.chairs",
    "records.periods", "records.persons", "records.documents", "records.votes", "records.evidence",
    "records.union", "files.manifest", "lookup.timeline", "lookup.cited",
    "lookup.search", "evidence.difference", "evidence.disputes", "evidence.preference",
    "evidence.tally", "evidence.agreement", "verdicts", "checks", "bibliography",
)  # fmt: skip
_SUBMODULES = ("checks", "compare")


if not TYPE_CHECKING:  # A name that is not there is to be found by a type checker.

    def __getattr__(name: str) -> Any:
        if name in _SUBMODULES:
            return importlib.import_module(f".{name}", __name__)
        if name in __all__:
            for home in _HOMES:
                module = importlib.import_module(f".{home}", __name__)
                if name in module.__all__:
                    value = globals()[name] = getattr(module, name)
                    return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, *_SUBMODULES, "__version__"])
