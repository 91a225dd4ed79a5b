"""What disputes and lists of principles are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nam_azerbaijan import Dataset, Dispute, Principle
from nam_azerbaijan.tables.lines import called

from .words import path_words, spelled

__all__ = ["dispute_title", "set_title"]


def dispute_title(dispute: Dispute, nam: Dataset) -> str:
    """What a dispute is called: its key in words, or its record with the field."""
    keyed = not dispute.claims or any(one.dispute for one in dispute.claims)
    if not keyed:
        subject = called(dispute.records[0], nam.get)
        return f"{subject}: {', '.join(map(path_words, dispute.paths))}"
    words = spelled(dispute.id.removeprefix("dispute-"), " ".join(_texts(dispute, nam)))
    return words[:1].upper() + words[1:]


def set_title(items: Sequence[Principle], nam: Dataset) -> str:
    """What a list of principles is called: its key in words, and who alone tells of it, if any."""
    key = items[0].set
    state, _, rest = key.partition("-")
    texts = " ".join(text for one in items for text in (one.name, one.statement))
    if rest and state in nam.states:
        words = f"{nam.states[state].name}: {spelled(rest, texts)}"
    else:
        words = spelled(key, texts)
        words = words[:1].upper() + words[1:]
    tellers = {cited.source for one in items for cited in one.sources}
    if len(tellers) > 1:
        return words
    source = nam.sources[tellers.pop()]
    return f"{words} (told by {source.author or source.publisher or source.title})"


def _texts(dispute: Dispute, nam: Dataset) -> Iterator[str]:
    """What is said in a dispute, and what it is about."""
    yield from (one.statement for one in dispute.assertions)
    yield from (one.reason for one in dispute.claims)
    for key in dispute.records:
        record = nam.get(key)
        yield called(key, nam.get)
        yield " ".join(getattr(record, "symbols", ()))
        yield f"in {getattr(record, 'city', '')}"
