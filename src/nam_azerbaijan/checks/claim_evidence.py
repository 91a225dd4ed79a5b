"""EVD: what claims say is borne out by the words about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..dates import Bound, PartialDate
from ..findings import Severity
from ..records.base import Answer, plain
from ..records.walk import NO_VALUE, FieldType, value_at
from ..text import fold
from .claims import field_at
from .evidence import word_set
from .ids import vocabulary
from .rules import Hit, hit, rule
from .wording import is_date, names_of, numbers_in, ordinals_in, stated_in, without_dates

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..records.evidence import Claim

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")

# What says so in other words than the choice itself.
_TELLING = {
    "held": r"(?:observer|member)s? (?:in|since) |among .*(?:organizations|members|observers)",
    "in-person": r"held (?:in|at) ",
    "lapsed": r"not ratified",
    "no": r"\bno\b|\bnot\b|neutral|against",
    "open": r"no gap|same state|goes on|on through|since|own last day",
    "planned": r"planned|may host|to be held|announced",
    "suspended": r"suspension|deprived",
    "unrealized": r"not held|not opened|given up|no membership|not in the tables",
    "yes": r"\byes\b|in favour|armenia|occup|invader|speaks of",
}


@rule(
    "EVD014",
    "Claims are borne out by words",
    "the words about it do not say {value}",
    Severity.WARNING,
)
def claims(nam: Dataset) -> Iterator[Hit]:
    """What a claim that is not preferred gives stands in its words: a date, a number, a choice.

    So does the name of a record. Of a date, the words of its citation say month and day, or else
    the day on which its source was published does; the year may be that of its record. A preferred
    claim is held by its record, for which other rules stand.
    """
    for claim in nam.claims.where(preferred=False):
        field = field_at(nam.get(claim.record), claim.path)
        items = claim.value if isinstance(claim.value, tuple) else (claim.value,)
        for item in items:
            if field is not None and not _says(nam, claim, field, item):
                yield hit(claim, "value", value=item)


def _own(claim: Claim) -> str:
    """The words of a claim and of its citations."""
    cited = (f"{one.says} \n {one.locator}" for one in claim.sources)
    return " \n ".join([claim.reason, claim.note, *cited])


def _says(nam: Dataset, claim: Claim, field: FieldType, value: Any) -> bool:
    """Whether the words of a claim bear out a value; texts need not be, nor what is no value."""
    own = _own(claim)
    if type(value) is int and field.cls is int:
        return abs(value) in numbers_in(without_dates(own)) | ordinals_in(own)
    if not isinstance(value, str) or (field.refers and nam.home.get(value) not in field.refers):
        return True
    if field.refers:
        said = word_set(own)
        return any(words <= said for words in names_of(nam.get(value)))
    if value in field.choices or (field.bound and value in tuple(Bound)):
        return _chooses(claim, own.lower(), value)
    return field.cls is not PartialDate or not is_date(value) or _dates(nam, claim, own, value)


def _chooses(claim: Claim, own: str, value: str) -> bool:
    """Whether the words of a claim, or those of its citation in another way, say a choice."""
    cited = " \n ".join(one.says for one in claim.sources).lower() or own
    plain_word = value not in (Answer.YES, Answer.NO)  # These stand in words about anything.
    named = plain_word and re.search(rf"\b{re.escape(value.partition('-')[0])}", own)
    return bool(named or re.search(_TELLING.get(value, "$^"), cited))


def _dates(nam: Dataset, claim: Claim, own: str, value: str) -> bool:
    """Whether the words of a claim bear out a date."""
    sources = [nam.sources[one.source] for one in claim.sources]
    titles = " \n ".join([own, *(one.title for one in sources)])
    wide = " \n ".join([titles, *(str(one.published or "") for one in sources)])
    stated = stated_in(titles if stated_in(own).days else wide)
    held = plain(value_at(nam.get(claim.record), claim.path))
    known = f"{claim.record} {'' if held is NO_VALUE else held}"
    years = stated_in(wide).years | {int(year) for year in _YEAR.findall(known)}
    return stated._replace(years=stated.years | years).bears_out(PartialDate(value))


@rule(
    "EVD015",
    "The words of a claimed text are words",
    "{word!r} stands nowhere else",
    Severity.WARNING,
)
def claimed_texts(nam: Dataset) -> Iterator[Hit]:
    """Each word of a text that is claimed stands in the words of a record, its citations too.

    So a misprint that a source has is one that the words about the claim name.
    """
    said = vocabulary(nam)
    for claim in nam.claims.where(preferred=False):
        field = field_at(nam.get(claim.record), claim.path)
        if field is None or field.cls is not str or field.refers:
            continue
        text = str(claim.value)
        words = fold(text).split() + [""] * text.count("  ")
        for word in words:
            if word not in said:
                yield hit(claim, "value", word=word)
