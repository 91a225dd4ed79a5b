"""What disputes and lists of principles are called."""

from __future__ import annotations

from collections.abc import Sequence

from nam_azerbaijan import Dataset, Dispute, Principle
from nam_azerbaijan.evidence.titles import title_of
from nam_azerbaijan.tables.lines import author_of

from .words import path_words, spelled

__all__ = ["dispute_title", "set_title"]


def dispute_title(dispute: Dispute, nam: Dataset) -> str:
    """What a dispute is called, in the words of the explorer."""
    return title_of(dispute, nam.get, field=path_words, slug=spelled)


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
    return f"{words} (told by {author_of(nam.sources[tellers.pop()])})"
