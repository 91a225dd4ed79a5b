"""What disputes are called."""

from __future__ import annotations

from collections.abc import Iterator

from nam_azerbaijan import Dataset, Dispute
from nam_azerbaijan.tables.lines import called

from .words import path_words, spelled

__all__ = ["dispute_title"]


def dispute_title(dispute: Dispute, nam: Dataset) -> str:
    """What a dispute is called: its key in words, or its record with the field."""
    keyed = not dispute.claims or any(one.dispute for one in dispute.claims)
    if not keyed:
        subject = called(dispute.records[0], nam.get)
        return f"{subject}: {', '.join(map(path_words, dispute.paths))}"
    words = spelled(dispute.id.removeprefix("dispute-"), " ".join(_texts(dispute, nam)))
    return words[:1].upper() + words[1:]


def _texts(dispute: Dispute, nam: Dataset) -> Iterator[str]:
    """What is said in a dispute, and what it is about."""
    yield from (one.statement for one in dispute.assertions)
    yield from (one.reason for one in dispute.claims)
    yield from (called(key, nam.get) for key in dispute.records)
