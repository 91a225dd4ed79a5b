"""What disputes are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nam_azerbaijan import Dataset, Dispute
from nam_azerbaijan.tables.lines import called

from .words import label, path_words, phrase

__all__ = ["dispute_title"]


def dispute_title(dispute: Dispute, nam: Dataset) -> str:
    """What a dispute is called: its key in words, or its record with the field."""
    keyed = not dispute.claims or any(one.dispute for one in dispute.claims)
    if not keyed:
        subject = called(dispute.records[0], nam.get)
        return f"{subject}: {', '.join(map(path_words, dispute.paths))}"
    text = " ".join(_texts(dispute, nam))
    words = phrase(dispute.id.removeprefix("dispute-")).split()
    return label(" ".join(_written(word, text) for word in words))


def _texts(dispute: Dispute, nam: Dataset) -> Iterator[str]:
    """What is said in a dispute, and what it is about."""
    yield from (one.statement for one in dispute.assertions)
    yield from (one.reason for one in dispute.claims)
    yield from (called(key, nam.get) for key in dispute.records)


def _written(word: str, text: str) -> str:
    """A word as the text has it within sentences, such as a name with its capital letter."""
    found = re.findall(rf"(?<=[a-z0-9,] ){re.escape(word)}\b", text, re.IGNORECASE)
    return word if not found or word in found else str(found[0])
