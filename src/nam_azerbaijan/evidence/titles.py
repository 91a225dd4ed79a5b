"""What disputes are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..tables.lines import called, field_words
from ..tables.rows import Get
from .disputes import Dispute

__all__ = ["as_written", "spelled", "title_of"]


def spelled(slug: str, text: str) -> str:
    """A slug as words, those that are names with the letters and the signs that a text has."""
    return as_written(slug.replace("-", " "), text)


def title_of(
    dispute: Dispute,
    get: Get,
    *,
    field: Callable[[str], str] = field_words,
    slug: Callable[[str, str], str] = spelled,
) -> str:
    """What a dispute is called: its record with the fields, or the words of its key.

    Args:
        dispute: a dispute.
        get: gives the records that it refers to.
        field: the words of the path of a field.
        slug: the words of a slug, given with a text in which names are written.
    """
    if dispute.claims and not any(claim.dispute for claim in dispute.claims):
        fields = dict.fromkeys(map(field, dispute.paths))
        return f"{called(dispute.records[0], get)}: {', '.join(fields)}"
    title = slug(dispute.id.removeprefix("dispute-"), " ".join(_texts(dispute, get)))
    return title[:1].upper() + title[1:]


def _texts(dispute: Dispute, get: Get) -> Iterator[str]:
    """What is said in a dispute, and what it is about."""
    yield from (one.statement for one in dispute.assertions)
    yield from (one.reason for one in dispute.claims)
    for key in dispute.records:
        record = get(key)
        yield called(key, get)
        yield " ".join(getattr(record, "symbols", ()))
        yield f"in {getattr(record, 'city', '')}"


def as_written(words: str, text: str) -> str:
    """Words with the letters and the signs that names among them have in a text."""
    words = " ".join(_written(word, text) for word in words.split())
    for pair in re.findall(r"(?=\b(\w+ \w+)\b)", words):
        joined = re.search(re.escape(pair).replace(r"\ ", "[-/\u2013]"), text)
        if joined and not re.search(rf"\b{re.escape(pair)}\b", text):
            words = words.replace(pair, joined[0])
    return words


def _written(word: str, text: str) -> str:
    """A word as the text has it within sentences."""
    within = rf"(?<=[a-z0-9,] |[a-z]-){re.escape(word)}\b"
    found = re.findall(within, text, re.IGNORECASE)
    return word if not found or word in found else str(found[0])
