"""EVD: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Change, Fault, assert_found, both, like, new, part, put, told


def unspoken(name: str, change: Change, found: tuple[str, ...]) -> Fault:
    """A fault in a value beside which the words stay as they are."""
    return Fault(name, change, found, spoken=False)


FAULTS = [
    unspoken(
        "no words say the day",
        put("cy-chair-1969", end="1969-02-02"),
        (
            "chairpersons.json: cy-chair-1969: end: EVD001 neither a claim nor the words about "
            "it say 1969-02-02",
        ),
    ),
    unspoken(
        "no words say the month",
        put("cy-chair-1969", end="1969-03"),
        (
            "chairpersons.json: cy-chair-1969: end: EVD001 neither a claim nor the words about "
            "it say 1969-03",
        ),
    ),
    unspoken(
        "no words say the year",
        put("cy-chair-1969", end="1970"),
        (
            "chairpersons.json: cy-chair-1969: end: EVD001 neither a claim nor the words about "
            "it say 1970",
        ),
    ),
    unspoken(
        "no words say the first day of a range",
        put("cy-chair-1969", end="[1969-01-30..1969-02-01]"),
        (
            "chairpersons.json: cy-chair-1969: end: EVD001 neither a claim nor the words about "
            "it say [1969-01-30..1969-02-01]",
        ),
    ),
    unspoken(
        "no words say either day of a document",
        put("nac-res-7", signed="1970-06-03"),
        (
            "documents.json: nac-res-7: signed: EVD001 neither a claim nor the words about it "
            "say 1970-06-03",
        ),
    ),
    unspoken(
        "no words say a figure",
        put("summit-1", figures=[{"name": "heads", "value": 25}]),
        (
            "meetings.json: summit-1: figures/heads: EVD002 neither a claim nor the words about"
            " it say 25",
        ),
    ),
    unspoken(
        "a day is no count",
        put("visit", figures=[{"name": "heads", "value": 4}], note="From 1 to 4 March 1966."),
        ("events.json: visit: figures/heads: EVD002 neither a claim nor the words about it say 4",),
    ),
    unspoken(
        "no words say what is counted",
        part("vote-res-7", "tally", value=3),
        (
            "votes.json: vote-res-7: tally/yes: EVD002 neither a claim nor the words about it"
            " say 3",
            "votes.json: vote-res-7: tally/yes: VOT001 1 votes are recorded as yes, but the "
            "official result is 3",
        ),
    ),
    unspoken(
        "no words name who acted",
        put("visit", actors=["ada", "carpania"]),
        ("events.json: visit: actors: EVD003 the words about it do not name carpania",),
    ),
    unspoken(
        "no words name the person who acted",
        put("visit", actors=["cy", "borduria"]),
        ("events.json: visit: actors: EVD003 the words about it do not name cy",),
    ),
    unspoken(
        "no words name the organization",
        put("visit", about=["assembly"]),
        ("events.json: visit: about: EVD003 the words about it do not name assembly",),
    ),
    unspoken(
        "no words name the meeting",
        put("visit", about=["summit-2"]),
        ("events.json: visit: about: EVD003 the words about it do not name summit-2",),
    ),
    unspoken(
        "nothing else says the number of a place",
        part("declaration-1", "provisions", locator="8"),
        (
            "documents.json: declaration-1: provisions[0].locator: EVD004 nothing else about it"
            " says '8'",
        ),
    ),
    unspoken(
        "nothing else says the number of a symbol",
        put("declaration-1", symbols=["NAC/2"]),
        ("documents.json: declaration-1: symbols: EVD004 nothing else about it says 'NAC/2'",),
    ),
    unspoken(
        "no words say that somebody was there",
        put("borduria-at-summit-3", attended="yes"),
        (
            "participations.json: borduria-at-summit-3: attended: EVD005 the words about it do "
            "not say that the answer is yes",
        ),
    ),
    unspoken(
        "no words say that somebody was absent",
        put("arcadia-at-summit-2", attended="no", head_of_delegation=...),
        (
            "participations.json: arcadia-at-summit-2: attended: EVD005 the words about it do "
            "not say that the answer is no",
        ),
    ),
    unspoken(
        "no words say that nothing is known",
        put("borduria-at-summit-3", attended="unknown"),
        (
            "participations.json: borduria-at-summit-3: attended: EVD005 the words about it do "
            "not say that the answer is unknown",
        ),
    ),
    unspoken(
        "words say that who was there was absent",
        part("arcadia-at-summit-2", "sources", says="It took part, though it did not attend."),
        (
            "participations.json: arcadia-at-summit-2: head_of_delegation: EVD003 the words "
            "about it do not name ada",
            "participations.json: arcadia-at-summit-2: attended: EVD005 the words about it do "
            "not say that the answer is yes",
        ),
    ),
    unspoken(
        "the name of a meeting says another number",
        put("summit-2", name="Another summit"),
        ("meetings.json: summit-2: number: EVD006 its names do not say 2",),
    ),
    unspoken(
        "no words name the host",
        put("ministers-1", city="Elsewhere", host="borduria"),
        (
            "meetings.json: ministers-1: host: EVD007 neither another meeting in Elsewhere nor "
            "the words about it name borduria",
        ),
    ),
    unspoken(
        "no words name what was sought",
        new(
            "applications",
            id="carpania-application-1999",
            party="carpania",
            sought="observer",
            outcome="rejected",
            decided="1999-05-01",
            note="It failed on 1 May 1999.",
        ),
        (
            "applications.json: carpania-application-1999: sought: EVD008 the words about it do"
            " not say observer",
        ),
    ),
    unspoken(
        "no words say that an end is unknown",
        put("arcadia-nam-member", end="unknown"),
        (
            "memberships.json: arcadia-nam-member: end: EVD009 ends nobody knows when, which "
            "the words about it do not say; or else it is open",
        ),
    ),
    unspoken(
        "no words say the symbol of a vote",
        like(
            "vote-res-7",
            id="vote-9",
            symbol="NAC/9",
            document=...,
            title="Another vote",
            kind="decision",
        ),
        ("votes.json: vote-9: symbol: EVD010 nothing else about it says 'NAC/9'",),
    ),
    unspoken(
        "no words say that something was only planned",
        put("visit", standing="planned"),
        (
            "events.json: visit: standing: EVD011 the words about it do not bear out that it is"
            " planned",
        ),
    ),
    unspoken(
        "words say that something was planned and not that it came to nothing",
        put("visit", standing="unrealized", summary="It was (planned)."),
        (
            "events.json: visit: standing: EVD011 the words about it do not bear out that it is"
            " unrealized",
        ),
    ),
    unspoken(
        "words say that something came to nothing and not that it was turned down",
        put("visit", standing="rejected", summary="It was (planned) and given up."),
        (
            "events.json: visit: standing: EVD011 the words about it do not bear out that it is"
            " rejected",
        ),
    ),
    unspoken(
        "words say that what was held was not",
        put("visit", summary="It was (planned)."),
        (
            "events.json: visit: standing: EVD011 the words about it do not bear out that it "
            "is held",
        ),
    ),
    unspoken(
        "words say other days of a meeting",
        put("summit-2", note="From 4 to 10 October 1964; 5 October."),
        (
            "meetings.json: summit-2: opened: EVD012 the words about it say 4 October to 10 "
            "October, and not 1964-10-05 to 1964-10-10",
        ),
    ),
    unspoken(
        "no words say that a meeting was online",
        put("summit-2", format="online"),
        (
            "meetings.json: summit-2: format: EVD013 the words about it do not bear out that it"
            " was online",
        ),
    ),
    unspoken(
        "words say that a meeting was online",
        put("summit-2", note="By video link."),
        (
            "meetings.json: summit-2: format: EVD013 the words about it do not bear out that it"
            " was in-person",
        ),
    ),
    unspoken(
        "only the day of a report says the day",
        both(
            put("yearbook", published="1969-02-02"),
            put("cy-chair-1969", end="1969-02-02"),
        ),
        (
            "chairpersons.json: cy-chair-1969: end: EVD001 neither a claim nor the words about "
            "it say 1969-02-02",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
