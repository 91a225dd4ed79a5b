"""IDS: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, new, put, told

FAULTS = [
    Fault(
        "a spell's id names another party",
        put("arcadia-nam-member", id="carpania-nam-member"),
        (
            "memberships.json: carpania-nam-member: id: IDS001 expected arcadia-nam-member, and"
            " no more but a number",
        ),
    ),
    Fault(
        "an id has more than a number behind it",
        put("arcadia-nam-member", id="arcadia-nam-member-x"),
        (
            "memberships.json: arcadia-nam-member-x: id: IDS001 expected arcadia-nam-member, "
            "and no more but a number",
            "memberships.json: arcadia-nam-member-x: id: IDS006 'x' stands nowhere else",
        ),
    ),
    Fault(
        "a participation's id names another party",
        put("arcadia-at-summit-2", id="borduria-at-summit-2"),
        (
            "participations.json: borduria-at-summit-2: id: IDS001 expected "
            "arcadia-at-summit-2, and no more but a number",
        ),
    ),
    Fault(
        "a term's id names another year",
        both(
            put("chair-arcadia-1968", id="chair-arcadia-1969"),
            put("chair-borduria-1964", succeeded_by="chair-arcadia-1969"),
            put("ada-chair-1968", term="chair-arcadia-1969"),
            put("cy-chair-1969", term="chair-arcadia-1969"),
        ),
        (
            "chairmanships.json: chair-arcadia-1969: id: IDS001 expected chair-arcadia-1968, "
            "and no more but a number",
        ),
    ),
    Fault(
        "the id of somebody in the chair names another year",
        put("cy-chair-1969", id="cy-chair-1968"),
        (
            "chairpersons.json: cy-chair-1968: id: IDS001 expected cy-chair-1969, and no more "
            "but a number",
        ),
    ),
    Fault(
        "an item's id names another number",
        put("rules-2", id="rules-1-2"),
        ("principles.json: rules-1-2: id: IDS001 expected rules-2, and no more but a number",),
    ),
    Fault(
        "an application's id names another party",
        put("borduria-application-1964", id="arcadia-application-1964"),
        (
            "applications.json: arcadia-application-1964: id: IDS001 expected "
            "borduria-application, and no more but a number",
        ),
    ),
    Fault(
        "a claim's id names another source",
        put("claim-visit-until-almanac", id="claim-visit-until-yearbook-2"),
        (
            "claims.json: claim-visit-until-yearbook-2: id: IDS001 expected "
            "claim-visit-until-almanac, and no more but a number",
        ),
    ),
    Fault(
        "the id of a meeting is of another year",
        both(
            put("ministers-1", id="ministers-1962"),
        ),
        (
            "meetings.json: ministers-1962: opened: IDS002 the id names 1962, the date is "
            "1961-09-02",
        ),
    ),
    Fault(
        "the id of a document is of another year",
        like("declaration-1", id="declaration-1962", symbols=[]),
        (
            "documents.json: declaration-1962: date: IDS002 the id names 1962, the date is "
            "1961-09-06",
        ),
    ),
    Fault(
        "the id of an event is of another year",
        like("visit", id="visit-1969", summary="Again."),
        ("events.json: visit-1969: date: IDS002 the id names 1969, the date is 1966-03-01",),
    ),
    Fault(
        "the id of a vote is of another year",
        put("election-1971", id="election-1970"),
        ("votes.json: election-1970: date: IDS002 the id names 1970, the date is 1971-05-02",),
    ),
    Fault(
        "the id of an application is of another year",
        put("borduria-application-1964", id="borduria-application-1968"),
        (
            "applications.json: borduria-application-1968: applied: IDS002 the id names 1968, "
            "the date is 1964-09-01",
        ),
    ),
    Fault(
        "the id of a meeting names another city",
        both(
            like("ministers-1", id="ministers-brod-1961", city="Arx", host="arcadia"),
        ),
        ("meetings.json: ministers-brod-1961: city: IDS003 the id names brod, the city is Arx",),
    ),
    Fault(
        "the id of a meeting names another kind",
        put("ministers-1", kind="youth"),
        ("meetings.json: ministers-1: kind: IDS004 the id names a ministers, the kind is youth",),
    ),
    Fault(
        "a record stands twice",
        like("visit", id="visit-2"),
        ("events.json: visit-2: id: IDS005 says the same as visit",),
    ),
    Fault(
        "a word of an id is none",
        both(
            put("vote-res-7", symbol="NAC 7", document="nac-res-7-resolushun"),
            put("nac-res-7", id="nac-res-7-resolushun", symbols=["NAC 7"]),
        ),
        ("documents.json: nac-res-7-resolushun: id: IDS006 'resolushun' stands nowhere else",),
        spoken=False,
    ),
    Fault(
        "an assertion's id names another source",
        new("assertions", id="almanac-visits", statement="Visits are long.", kind="judgement"),
        ("assertions.json: almanac-visits: id: IDS007 expected yearbook- and more words",),
    ),
    Fault(
        "the id of a meeting is another city",
        like("ministers-1", id="brod-1961", city="Arx", host="arcadia"),
        ("meetings.json: brod-1961: city: IDS003 the id names brod, the city is Arx",),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
