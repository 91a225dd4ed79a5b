"""The formulas; each module enters its own in the registry."""

from . import arithmetic, chairs, documents, meetings, parties, records, votes

__all__ = ["arithmetic", "chairs", "documents", "meetings", "parties", "records", "votes"]
