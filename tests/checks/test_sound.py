"""Data that is out of the ordinary and yet sound: no rule finds fault with it."""

from __future__ import annotations

import pytest
from faults import GUEST, Change, both, like, more, new, part, put

from nam_azerbaijan import check

from factory import dataset, small, speak

CODES = (
    "iso2c AE", "iso3c ARE", "iso3n 784", "m49 784", "cown 696", "cowc UAE", "gwn 696", "gwc UAE",
    "vdem 207", "wikidata Q878",
)  # fmt: skip

SOUND: dict[str, Change] = {
    "a name and a code pass on to the state that follows": put(
        "carpania",
        names=[{"name": "Borduria"}],
        codes=[{"system": "iso3c", "value": "QBB"}],
        aliases=["Carpania"],
    ),
    "a state had one code twice": put(
        "arcadia",
        codes=[
            {"system": "cown", "value": "981", "end": "1970-01-01"},
            {"system": "cown", "value": "982", "start": "1970-01-01", "end": "1980-01-01"},
            {"system": "cown", "value": "981", "start": "1980-01-01"},
        ],
    ),
    "a state came back on the day on which it ended": put(
        "borduria",
        existence=[
            {"start": "1950-01-01", "end": "1980-01-01"},
            {"start": "1980-01-01", "end": "1999-01-01"},
        ],
    ),
    "a name lasted one day": put(
        "arcadia",
        names=[
            {"name": "Old Arcadia", "end": "1970-01-01"},
            {"name": "New Arcadia", "start": "1970-01-01", "end": "1970-01-02"},
            {"name": "Arcadia", "start": "1970-01-02"},
        ],
    ),
    "codes of the lists stand in one line": put(
        "arcadia", codes=[dict(zip(("system", "value"), one.split(), strict=True)) for one in CODES]
    ),
    "a document is adopted, signed and in force on one day": put(
        "declaration-1", signed="1961-09-06", in_force="1961-09-06"
    ),
    "an event lasts one day": both(
        put("visit", until="1966-03-01"),
        put("claim-visit-until-yearbook", value="1966-03-01"),
    ),
    "a meeting opens on the last day known": new(
        "meetings",
        id="talks",
        kind="external",
        name="Talks",
        opened="2000-12-31",
        city="Arx",
        host="arcadia",
    ),
    "what is planned lies after the last day known": both(
        new(
            "meetings",
            id="talks",
            kind="external",
            name="Talks",
            opened="2001-05-01",
            standing="planned",
            note="They are planned.",
        ),
    ),
    "what came to nothing says so": new(
        "meetings",
        id="talks",
        kind="external",
        name="Talks",
        opened="1999",
        standing="unrealized",
        note="They were given up.",
    ),
    "what was turned down says so": new(
        "meetings",
        id="talks",
        kind="external",
        name="Talks",
        opened="1999",
        standing="rejected",
        note="Arcadia declined.",
    ),
    "an office was held when it was seen": put(
        "cy",
        offices=[
            {
                "title": "Vice-President",
                "period": {"start": "1968", "end": "1970-01-01"},
                "seen": "1969-12-31",
            }
        ],
    ),
    "a term of three years and three months": both(
        put("chair-arcadia-1968", end="1971-04-02"), put("ada-chair-1968", end="1971-04-02")
    ),
    "a long term with a reason": both(
        put(
            "chair-arcadia-1968",
            end="1975-01-01",
            extensions=[{"planned_end": "1971", "reason": "It was late."}],
        ),
        put("ada-chair-1968", end="1975-01-01"),
    ),
    "a term ends on a day of its summit": put(
        "chair-borduria-1964", succeeded_by=..., end="1968-01-02"
    ),
    "the chair is vacant for a while": both(
        put("ada-chair-1968", end="1970-01-01"),
        like("ada-chair-1968", id="ada-chair-1970", start="1970-03-01", end="open"),
        more("chair-arcadia-1968", "vacancies", {"start": "1970-01-01", "end": "1970-03-01"}),
    ),
    "a spell ends on a day of the meeting that ended it": put(
        "borduria-nam-member", end="1968-01-03", ended="withdrew", ended_at="summit-3"
    ),
    "a spell ends on the day after the meeting that ended it": put(
        "borduria-nam-member", end="1968-01-04", ended="withdrew", ended_at="summit-3"
    ),
    "a guest of one meeting": GUEST,
    "what was granted began some months before, at the most": put(
        "borduria-application-1964", decided="1965-01-06", meeting=...
    ),
    "what was granted begins some months later, at the most": put(
        "borduria-application-1964", applied="1964-06", decided="1964-07", meeting=...
    ),
    "what failed is not had": put(
        "borduria-application-1964", outcome="rejected", sought="observer"
    ),
    "one party is an observer until it is a member": put(
        "borduria-nam-observer", start="1961-09-06"
    ),
    "a member joins another body": both(
        new("organizations", id="club", name="Club"),
        new(
            "memberships",
            id="carpania-club-member",
            party="carpania",
            body="club",
            status="member",
            start="1999-02-01",
            end="open",
            began="joined",
        ),
    ),
    "who takes part becomes an observer on the last day": both(
        put("borduria-nam-observer", start="1961-09-06"),
        like(
            "arcadia-at-summit-2",
            id="borduria-at-summit-1",
            party="borduria",
            meeting="summit-1",
            capacity="observer",
            head_of_delegation=...,
        ),
    ),
    "two members are counted where one or two are certain": both(
        put("summit-2", figures=[{"name": "member-states", "value": 2}]),
    ),
    "another kind of meeting counts other members": put(
        "ministers-1", figures=[{"name": "member-states", "value": 9}]
    ),
    "a guest is the host": both(
        put("arcadia-at-summit-2", id="arcadia-at-summit-1", meeting="summit-1", capacity="host"),
    ),
    "who is in the chair takes part as chair": both(
        put("arcadia-at-summit-2", id="arcadia-at-ministers-1"),
        put("arcadia-at-ministers-1", meeting="ministers-1", capacity="chair"),
    ),
    "a part lasts as long as the whole": put(
        "ministers-1", opened="1961-09-01", closed="1961-09-06"
    ),
    "senior officials meet first and heads last": both(
        put("ministers-1", kind="senior-officials", id="senior-officials-1", opened="1961-09-01"),
        like(
            "summit-1",
            id="heads-1",
            kind="heads-segment",
            part_of="summit-1",
            opened="1961-09-04",
            name="Heads at the first summit",
            series=...,
            number=...,
        ),
    ),
    "a series is used twice": both(
        *(
            new(
                "meetings",
                id=f"talks-{number}",
                kind="external",
                name=f"{name} talks",
                opened=f"197{number}-02-01",
                series="talks",
                number=number,
            )
            for number, name in ((1, "First"), (2, "Second"))
        )
    ),
    "a state takes part on the first of its days": both(
        new(
            "meetings",
            id="talks",
            kind="external",
            name="Talks",
            opened="1998-12-31",
            closed="1999-01-01",
        ),
        like(
            "arcadia-at-summit-2",
            id="carpania-at-talks",
            party="carpania",
            meeting="talks",
            capacity="participant",
            head_of_delegation=...,
        ),
    ),
    "a source counts nothing": new(
        "assertions", id="yearbook-visits", statement="None came.", kind="count", value=0
    ),
    "the words about a meeting that opened on a vague day say other days": both(
        put("summit-2", opened="1964-10-04..1964-10-05", note="From 3 to 10 October, or 4."),
    ),
    "a figure is nothing": put("visit", figures=[{"name": "heads", "value": 0}]),
    "a claim says that there is no last day": put("claim-visit-until-almanac", value=None),
    "a claim says another end of a spell": both(
        like(
            "claim-visit-until-yearbook",
            id="claim-arcadia-nam-member-end-yearbook",
            record="arcadia-nam-member",
            path="end",
            value="open",
        ),
        like(
            "claim-visit-until-almanac",
            id="claim-arcadia-nam-member-end-almanac",
            record="arcadia-nam-member",
            path="end",
            value="1999-01-01",
        ),
    ),
    "a source is known through one that was seen": both(
        put("almanac", seen="cited-through", cited_through="yearbook", accessed=...),
    ),
    "a source is published on the day on which it is read": put(
        "yearbook", published="2000-06-01", accessed="2000-06-01"
    ),
    "sources are read on the day of the compilation": put("yearbook", accessed="2001-01-31"),
    "citations support one date each": both(
        part("visit", "sources", fields=["date"]),
        more("visit", "sources", {"source": "yearbook", "locator": "p. 3", "fields": ["until"]}),
    ),
    "a vote is taken on the day on which a state ends": part(
        "vote-res-7", "votes", 1, state="borduria"
    ),
    "one date of an election is of two rounds": both(
        part("election-1971", "rounds", date="1971-05-02"),
    ),
    "the words about a vague meeting say other days": both(
        put("summit-2", closed="1964-10-10..1964-10-11", note="From 4 to 10 October, or 11."),
        put("summit-3", opened="1968-01-02", closed="1968-01-03"),
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_found(name: str) -> None:
    rows = small()
    SOUND[name](rows)
    speak(rows)
    assert [str(finding) for finding in check(dataset(rows))] == []
