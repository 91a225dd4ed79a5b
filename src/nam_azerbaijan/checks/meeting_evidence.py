"""EVD: what the record of a meeting holds is borne out by the words about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..dates import MONTHS
from ..findings import Severity
from ..records.meetings import Format
from .evidence import claimed, word_set
from .rules import Hit, hit, named_by, rule
from .wording import names_of, ordinals_in, spans_in, words_of

if TYPE_CHECKING:
    from ..dataset import Dataset


@rule(
    "EVD006",
    "Numbers are borne out by names",
    "its names do not say {number}",
    Severity.WARNING,
)
def ordinals(nam: Dataset) -> Iterator[Hit]:
    """The number of a meeting stands in its name, or in another name of it."""
    for meeting in nam.meetings:
        if meeting.number is not None and meeting.number not in ordinals_in(
            f"{meeting.name} {' '.join(meeting.aliases)}"
        ):
            yield hit(meeting, "number", number=meeting.number)


@rule(
    "EVD007",
    "Hosts are borne out",
    "neither another meeting in {city} nor the words about it name {host}",
    Severity.WARNING,
)
def hosts(nam: Dataset) -> Iterator[Hit]:
    """The host of a meeting is that of another one in the city, or is named in words."""
    there = Counter((meeting.city, meeting.host) for meeting in nam.meetings)
    for meeting in nam.meetings:
        host = named_by(nam.states, meeting.host)
        if host is None or there[meeting.city, meeting.host] > 1:
            continue
        said = word_set(words_of(nam, meeting))
        if not any(words <= said for words in names_of(host)):
            yield hit(meeting, "host", city=meeting.city, host=host.id)


@rule(
    "EVD012",
    "The days of a meeting stand together",
    "the words about it say {said}, and not {opened} to {closed}",
    Severity.WARNING,
)
def spans(nam: Dataset) -> Iterator[Hit]:
    """Where the words about a meeting say from when to when something was, one such span is its.

    Meetings on whose days sources differ are left to their claims.
    """
    claims = claimed(nam)
    for meeting in nam.meetings:
        opened, closed = meeting.opened, meeting.closed
        disputed = any((meeting.id, field) in claims for field in ("opened", "closed"))
        if disputed or closed is None or not (opened.exact and closed.exact) or opened == closed:
            continue
        days = [(day.earliest.month, day.earliest.day) for day in (opened, closed)]
        said = spans_in(words_of(nam, meeting))
        if said and (days[0], days[1]) not in said:
            told = " or ".join(f"{_day(first)} to {_day(last)}" for first, last in sorted(said))
            yield hit(meeting, "opened", said=told, opened=opened, closed=closed)


def _day(day: tuple[int, int]) -> str:
    month, number = day
    return f"{number} {MONTHS[month - 1]}"


_APART = re.compile(r"online|video|virtual|remote|by link")


@rule(
    "EVD013",
    "The format is borne out by words",
    "the words about it do not bear out that it was {format}",
    Severity.WARNING,
)
def formats(nam: Dataset) -> Iterator[Hit]:
    """What is said of a meeting says that it was online where it was, in whole or in part."""
    for meeting in nam.meetings:
        cited = [citation.says for citation in meeting.sources]
        said = " ".join([meeting.name, *meeting.aliases, meeting.theme, meeting.note, *cited])
        apart = bool(_APART.search(said.lower()))
        if apart != (meeting.format is not Format.IN_PERSON):
            yield hit(meeting, "format", format=meeting.format.value)
