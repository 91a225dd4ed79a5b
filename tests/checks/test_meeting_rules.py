"""MTG: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, new, put, told

TALKS = new(
    "meetings",
    id="talks",
    kind="external",
    name="Talks",
    opened="1970-02-01",
    closed="1970-02-02",
    city="Arx",
    host="arcadia",
)


FAULTS = [
    Fault(
        "a summit's number is left out",
        put("summit-3", number=4, name="Fourth summit"),
        ("meetings.json: summit-3: number: MTG001 number 4 of nam-summit follows number 2",),
    ),
    Fault(
        "a number of another series falls",
        both(
            put("summit-1", series="talks"),
            put("summit-2", series="talks"),
            put("summit-3", series="talks", number=2, name="Second summit"),
        ),
        ("meetings.json: summit-3: number: MTG001 number 2 of talks follows number 2",),
    ),
    Fault(
        "numbers do not go with the dates",
        both(
            put("summit-3", number=2, name="Second summit"),
            put("summit-2", number=3, name="Third summit"),
        ),
        (
            "meetings.json: summit-2: number: MTG002 opened on 1964-10-05, but number 3 follows"
            " summit-3",
        ),
    ),
    Fault(
        "a part opens before the whole",
        put("ministers-1", opened="1961-08-31"),
        (
            "meetings.json: ministers-1: opened: MTG003 1961-08-31 to 1961-09-03 does not lie "
            "within summit-1, 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a part closes after the whole",
        put("ministers-1", closed="1961-09-07"),
        (
            "meetings.json: ministers-1: opened: MTG003 1961-09-02 to 1961-09-07 does not lie "
            "within summit-1, 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a part of one day lies after the whole",
        put("ministers-1", opened="1961-09-07", closed=...),
        (
            "meetings.json: ministers-1: opened: MTG003 1961-09-07 to 1961-09-07 does not lie "
            "within summit-1, 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a summit's host is not in the chair",
        put("summit-2", host=...),
        (
            "meetings.json: summit-2: host: MTG004 hosted by nobody, but the chair on 1964-10-10 "
            "is borduria",
        ),
    ),
    Fault(
        "a summit lies before all chairs",
        both(
            put("chair-arcadia-1961", start="1961-09-07", began_at=...),
            put("ada-chair-1961", start="1961-09-07"),
        ),
        (
            "meetings.json: summit-1: host: MTG004 hosted by arcadia, but the chair on "
            "1961-09-06 is nobody",
        ),
    ),
    Fault(
        "a host does not exist yet",
        put("ministers-1", host="carpania"),
        (
            "meetings.json: ministers-1: host: MTG005 hosted by carpania, which does not exist "
            "on 1961-09-02",
        ),
    ),
    Fault(
        "a member takes part as observer",
        put("arcadia-at-summit-2", capacity="observer"),
        (
            "participations.json: arcadia-at-summit-2: capacity: MTG006 takes part as observer,"
            " but is member on 1964-10-05",
        ),
    ),
    Fault(
        "who takes part as member becomes one after the meeting",
        both(
            like(
                "arcadia-at-summit-2",
                id="borduria-at-summit-1",
                party="borduria",
                meeting="summit-1",
                head_of_delegation=...,
            ),
        ),
        (
            "participations.json: borduria-at-summit-1: capacity: MTG006 takes part as member, "
            "but is observer on 1961-09-01",
        ),
    ),
    Fault(
        "a party takes part twice",
        like("arcadia-at-summit-2", id="arcadia-at-summit-2-2", summary="Spoke at length."),
        (
            "participations.json: arcadia-at-summit-2-2: meeting: MTG007 arcadia-at-summit-2 "
            "describes the same party at the same meeting",
        ),
    ),
    Fault(
        "a city lies in two countries",
        put("ministers-1", city="Arx", host="borduria"),
        (
            "meetings.json: ministers-1: host: MTG008 Arx is in borduria here, but in arcadia "
            "elsewhere",
            "meetings.json: summit-1: host: MTG008 Arx is in arcadia here, but in borduria "
            "elsewhere",
            "meetings.json: summit-3: host: MTG008 Arx is in arcadia here, but in borduria "
            "elsewhere",
        ),
    ),
    Fault(
        "a guest is called the host",
        put("arcadia-at-summit-2", capacity="host"),
        (
            "participations.json: arcadia-at-summit-2: capacity: MTG009 takes part as host, "
            "but the host is borduria",
        ),
    ),
    Fault(
        "a meeting without a host has one",
        both(
            put("arcadia-at-summit-2", capacity="host", meeting="ministers-1"),
            put("arcadia-at-summit-2", id="arcadia-at-ministers-1"),
        ),
        (
            "participations.json: arcadia-at-ministers-1: capacity: MTG009 takes part as "
            "host, but the host is nobody",
        ),
    ),
    Fault(
        "who is not in the chair takes part as chair",
        put("borduria-at-summit-3", capacity="chair"),
        (
            "participations.json: borduria-at-summit-3: capacity: MTG009 takes part as chair,"
            " but the chair is with arcadia",
        ),
    ),
    Fault(
        "who is in the chair throughout takes part as a member",
        both(
            put("arcadia-at-summit-2", id="arcadia-at-ministers-1", meeting="ministers-1"),
        ),
        (
            "participations.json: arcadia-at-ministers-1: capacity: MTG009 takes part as "
            "member, but is in the chair",
        ),
    ),
    Fault(
        "somebody led a delegation of which nobody knows whether it was there",
        put("arcadia-at-summit-2", attended="unknown"),
        (
            "participations.json: arcadia-at-summit-2: attended: MTG010 ada led a delegation "
            "that did not attend",
        ),
    ),
    Fault(
        "a member takes part as guest",
        put("arcadia-at-summit-2", capacity="guest"),
        (
            "participations.json: arcadia-at-summit-2: capacity: MTG011 takes part as guest, "
            "but has a status of its own on 1964-10-05",
        ),
    ),
    Fault(
        "more members are counted than there are",
        put("summit-2", figures=[{"name": "member-states", "value": 3}]),
        (
            "meetings.json: summit-2: figures/member-states: MTG012 there were 3 members by the"
            " sources, but 2 by the spells on 1964-10-10",
        ),
    ),
    Fault(
        "fewer members are counted than there are",
        put("summit-2", figures=[{"name": "member-states", "value": 1}]),
        (
            "meetings.json: summit-2: figures/member-states: MTG012 there were 1 members by the"
            " sources, but 2 by the spells on 1964-10-10",
        ),
    ),
    Fault(
        "more members are counted than there may be",
        both(
            put("borduria-nam-member", start="1964-10-10..1964-10-11", began_at=...),
            put("summit-2", figures=[{"name": "member-states", "value": 3}]),
            put("borduria-application-1964", decided=...),
        ),
        (
            "chairmanships.json: chair-borduria-1964: state: CHR006 the state in the chair is "
            "observer in the Movement on 1964-10-06",
            "meetings.json: summit-2: figures/member-states: MTG012 there were 3 members by the"
            " sources, but 1 to 2 by the spells on 1964-10-10",
        ),
    ),
    Fault(
        "a part has no whole",
        put("ministers-1", part_of=...),
        (
            "meetings.json: ministers-1: kind: MTG013 is of the kind ministerial-segment, and a"
            " part of nothing",
        ),
    ),
    Fault(
        "a preparatory meeting is a part",
        put("ministers-1", kind="preparatory"),
        (
            "meetings.json: ministers-1: kind: MTG013 is of the kind preparatory, and a part of"
            " summit-1",
        ),
    ),
    Fault(
        "a ministerial meeting of the Bureau is called a mere one",
        both(TALKS, put("talks", kind="bureau", name="Ministerial talks")),
        (
            "meetings.json: talks: kind: MTG014 is called 'Ministerial talks', but is of kind "
            "bureau",
        ),
    ),
    Fault(
        "a meeting of the Bureau is called ministerial",
        both(TALKS, put("talks", kind="bureau-ministerial")),
        (
            "meetings.json: talks: kind: MTG014 is called 'Talks', but is of kind "
            "bureau-ministerial",
        ),
    ),
    Fault(
        "who is in no capacity attended",
        put("arcadia-at-summit-2", capacity="none"),
        (
            "participations.json: arcadia-at-summit-2: capacity: MTG011 takes part as none, but"
            " has a status of its own on 1964-10-05",
            "participations.json: arcadia-at-summit-2: capacity: MTG015 takes part as none, "
            "attended: yes",
        ),
    ),
    Fault(
        "who was only invited attended",
        both(
            TALKS,
            put("arcadia-at-summit-2", id="arcadia-at-talks", meeting="talks", capacity="invited"),
        ),
        (
            "participations.json: arcadia-at-talks: capacity: MTG015 takes part as invited, "
            "attended: yes",
        ),
    ),
    Fault(
        "a member takes part as such in a meeting of others",
        both(TALKS, put("arcadia-at-summit-2", id="arcadia-at-talks", meeting="talks")),
        (
            "participations.json: arcadia-at-talks: capacity: MTG015 takes part as member, "
            "attended: yes",
        ),
    ),
    Fault(
        "who takes part exists no more",
        both(
            TALKS,
            put("talks", opened="1999-01-01", closed="1999-01-02"),
            put(
                "borduria-at-summit-3",
                id="borduria-at-talks",
                meeting="talks",
                capacity="participant",
            ),
        ),
        (
            "participations.json: borduria-at-talks: party: MTG016 borduria does not exist from"
            " 1999-01-01 to 1999-01-02",
        ),
    ),
    Fault(
        "a series is misspelt",
        both(TALKS, put("talks", series="nam-minsterial", number=1, name="First talks")),
        (
            "meetings.json: talks: series: MTG017 no series is called 'nam-minsterial'; did you"
            " mean 'nam-ministerial'?",
        ),
    ),
    Fault(
        "a series is like none",
        both(TALKS, put("talks", series="zzz", number=1, name="First talks")),
        ("meetings.json: talks: series: MTG017 no series is called 'zzz'",),
    ),
    Fault(
        "a meeting of a series has no number",
        put("summit-3", number=...),
        ("meetings.json: summit-3: number: MTG018 is number none of nam-summit",),
    ),
    Fault(
        "a meeting of no series has a number",
        both(TALKS, put("talks", number=2, name="Second talks")),
        ("meetings.json: talks: number: MTG018 is number 2 of no series",),
    ),
    Fault(
        "senior officials meet after the opening",
        put("ministers-1", kind="senior-officials", id="senior-officials-1"),
        (
            "meetings.json: senior-officials-1: opened: MTG019 is of 1961-09-02, but summit-1 "
            "opens on 1961-09-01",
        ),
    ),
    Fault(
        "a meeting goes on after its heads",
        put("ministers-1", kind="heads-segment", id="heads-1"),
        (
            "meetings.json: heads-1: closed: MTG019 is of 1961-09-03, but summit-1 closes on "
            "1961-09-06",
        ),
    ),
    Fault(
        "nobody knows when the whole of a meeting closed",
        both(
            put("summit-1", closed=...),
            put("ministers-1", kind="heads-segment", id="heads-1"),
        ),
        (
            "meetings.json: heads-1: closed: MTG019 is of 1961-09-03, but summit-1 closes on an"
            " unknown day",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
