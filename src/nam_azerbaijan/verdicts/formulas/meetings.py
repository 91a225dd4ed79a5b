"""Which meetings were held, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dataset import Dataset
from ...dates import PartialDate
from ...records.base import Answer
from ...records.meetings import Format, MeetingKind
from ..registry import Found, RecordId, formula
from ..values import Amount, IdSet, Single

if TYPE_CHECKING:
    from ...records.meetings import Meeting


@formula
def meetings(
    nam: Dataset,
    *,
    since: PartialDate,
    until: PartialDate,
    kinds: tuple[MeetingKind, ...] = (),
    series: str = "",
    host: RecordId | None = None,
    format: Format | None = None,  # noqa: A002
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The meetings that were held from one day to another, both included.

    There may be more than the data holds, unless they are looked for `among` some.
    """
    certain, possible = (
        [
            one
            for one in nam.find_meetings(
                host=host, since=since, until=until, possible=vague, series=series or None
            )
            if (not kinds or one.kind in kinds)
            and (format is None or one.format is format)
            and (not among or one.id in among)
        ]
        for vague in (False, True)
    )
    return Found(
        value=IdSet(
            frozenset(m.id for m in certain),
            frozenset(m.id for m in possible),
            more=not (among or nam.manifest.holds_all("meetings")),
        ),
        records=tuple(one.id for one in possible),
        needs=tuple((key, "opened") for key in among if key in {one.id for one in possible}),
    )


@formula
def mean_interval(nam: Dataset, *, series: str, since: PartialDate, until: PartialDate) -> Found:
    """The mean number of years between the openings of meetings of one series."""
    found: list[Meeting] = list(nam.find_meetings(series=series, since=since, until=until))
    if len(found) < 2:  # noqa: PLR2004
        return Found(value=Single(None), records=tuple(one.id for one in found))
    first, last = found[0].opened, found[-1].opened
    least, most = (last.earliest - first.latest).days, (last.latest - first.earliest).days
    gaps = 365.2425 * (len(found) - 1)
    return Found(value=Amount(least / gaps, most / gaps), records=tuple(one.id for one in found))


@formula
def attended(
    nam: Dataset,
    *,
    party: RecordId,
    answer: Answer = Answer.YES,
    since: PartialDate | None = None,
    until: PartialDate,
    among: tuple[RecordId, ...] = (),
) -> Found:
    """The meetings that a party attended, or did not, up to a day.

    Where it is not known whether it attended, it may have.
    """
    nam.manifest.require_covered("participations", party=party)
    found = nam.find_participations(party=party, since=since, until=until)
    held = [one for one in found if not among or one.meeting in among]
    certain = frozenset(one.meeting for one in held if one.attended is answer)
    unsure = frozenset(one.meeting for one in held if one.attended is Answer.UNKNOWN)
    return Found(
        value=IdSet(certain, certain | unsure),
        records=tuple(one.id for one in held),
        path="attended",
    )


@formula
def attendants(nam: Dataset, *, meeting: RecordId, among: tuple[RecordId, ...]) -> Found:
    """Which of some parties attended a meeting; one of which nothing is on record may have."""
    held = {one.party: one for one in nam.participations.where(meeting=meeting)}
    certain = frozenset(one for one in among if one in held and held[one].attended is Answer.YES)
    absent = frozenset(one for one in among if one in held and held[one].attended is Answer.NO)
    records = tuple(held[one].id for one in among if one in held)
    return Found(
        value=IdSet(certain, frozenset(among) - absent),
        records=records,
        path="attended",
        needs=tuple((key, "attended") for key in records),
    )
