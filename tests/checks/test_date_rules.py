"""DAT: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, more, new, part, put, told, undisputed

FAULTS = [
    Fault(
        "an event ends before it begins",
        both(undisputed, put("visit", until="1966-02-28")),
        ("events.json: visit: until: DAT002 begins on 1966-03-01, after its last day 1966-02-28",),
    ),
    Fault(
        "a meeting closes before it opens",
        put("ministers-1", opened="1961-09-03", closed="1961-09-02"),
        (
            "meetings.json: ministers-1: closed: DAT002 begins on 1961-09-03, after its last "
            "day 1961-09-02",
        ),
    ),
    Fault(
        "an application is decided before it is made",
        put("borduria-application-1964", applied="1964-10-07"),
        (
            "applications.json: borduria-application-1964: decided: DAT002 begins on "
            "1964-10-07, after its last day 1964-10-06",
        ),
    ),
    Fault(
        "an event of which only the range moves back ends before it begins",
        both(
            undisputed, put("visit", date="1966-03-01..1966-03-05", until="1966-02-28..1966-03-04")
        ),
        (
            "events.json: visit: until: DAT002 begins on 1966-03-01..1966-03-05, after its last"
            " day 1966-02-28..1966-03-04",
        ),
    ),
    Fault(
        "a spell begins after the last day known",
        put("arcadia-nam-member", start="2001"),
        (
            "chairmanships.json: chair-arcadia-1961: state: CHR006 the state in the chair is "
            "nothing in the Movement on 1961-09-01",
            "chairmanships.json: chair-arcadia-1968: state: CHR006 the state in the chair is "
            "nothing in the Movement on 1968-01-02",
            "memberships.json: arcadia-nam-member: start: DAT003 2001 lies after 2000-12-31, "
            "and it is held",
            "memberships.json: arcadia-nam-member: start: MEM004 starts on 2001, but summit-1 "
            "lasted from 1961-09-01 to 1961-09-06",
            "memberships.json: arcadia-nam-member: began: MEM007 began on 2001, which does not "
            "go with how it began",
            "participations.json: arcadia-at-summit-2: capacity: MTG006 takes part as member, "
            "but is nothing on 1964-10-05",
        ),
    ),
    Fault(
        "a term begins after the last day known",
        put("chair-arcadia-1968", start="2001-01-01"),
        (
            "chairmanships.json: chair-arcadia-1968: start: CHR005 2001-01-01 is no day of "
            "summit-3, 1968-01-02 to 1968-01-03",
            "chairmanships.json: chair-arcadia-1968: start: DAT003 2001-01-01 lies after "
            "2000-12-31, and it is held",
            "chairmanships.json: chair-arcadia-1968: id: IDS001 expected chair-arcadia-2001, "
            "and no more but a number",
            "chairmanships.json: chair-borduria-1964: extensions: CHR004 lasted 13236 days, "
            "and no extension gives the reason",
            "chairpersons.json: ada-chair-1968: term: CHR003 in the chair from 1968-01-02 to "
            "open, but the term lasts from 2001-01-01 to open",
            "chairpersons.json: cy-chair-1969: term: CHR003 in the chair from 1969-01-01 to "
            "1969-02-01, but the term lasts from 2001-01-01 to open",
            "meetings.json: summit-3: host: MTG004 hosted by arcadia, but the chair on "
            "1968-01-03 is borduria",
            "participations.json: borduria-at-summit-3: capacity: MTG009 takes part as "
            "member, but is in the chair",
        ),
    ),
    Fault(
        "somebody is in the chair after the last day known",
        put("cy-chair-1969", start="2001-01-01", end="2001-02-01"),
        (
            "chairpersons.json: cy-chair-1969: start: DAT003 2001-01-01 lies after 2000-12-31, "
            "and it is held",
            "chairpersons.json: cy-chair-1969: id: IDS001 expected cy-chair-2001, and no more "
            "but a number",
            "chairpersons.json: cy-chair-1969: id: IDS006 '1969' stands nowhere else",
        ),
    ),
    Fault(
        "a meeting opens after the last day known",
        put("summit-3", opened="2001-01-02"),
        (
            "chairmanships.json: chair-arcadia-1968: start: CHR005 1968-01-02 is no day of "
            "summit-3, 2001-01-02 to 1968-01-03",
            "meetings.json: summit-3: closed: DAT002 begins on 2001-01-02, after its last day "
            "1968-01-03",
            "meetings.json: summit-3: opened: DAT003 2001-01-02 lies after 2000-12-31, and it"
            " is held",
            "participations.json: borduria-at-summit-3: capacity: MTG006 takes part as member, "
            "but is nothing on 2001-01-02",
            "participations.json: borduria-at-summit-3: party: MTG016 borduria does not exist "
            "from 2001-01-02 to 1968-01-03",
        ),
    ),
    Fault(
        "an event begins after the last day known",
        both(undisputed, put("visit", date="2001-01-01", until="2001-01-02")),
        ("events.json: visit: date: DAT003 2001-01-01 lies after 2000-12-31, and it is held",),
    ),
    Fault(
        "a document is of a day not known yet",
        put("nac-res-7", adopted="2001-01-01"),
        (
            "documents.json: nac-res-7: date: DAT003 2001-01-01 lies after 2000-12-31, and it"
            " is held",
            "votes.json: vote-res-7: date: VOT006 the document nac-res-7 has 2001-01-01, the "
            "vote 1970-06-01",
        ),
    ),
    Fault(
        "a vote is of a day not known yet",
        both(put("vote-res-7", date="2001-06-01"), put("nac-res-7", adopted=...)),
        (
            "votes.json: vote-res-7: date: DAT003 2001-06-01 lies after 2000-12-31, and it is held",
            "votes.json: vote-res-7: votes[1].state: VOT002 borduria votes, but does not exist "
            "on 2001-06-01",
        ),
    ),
    Fault(
        "a document is in force before it is adopted",
        put("declaration-1", in_force="1961-01-01"),
        (
            "documents.json: declaration-1: in_force: DAT004 in force on 1961-01-01 comes "
            "before adopted on 1961-09-06",
        ),
    ),
    Fault(
        "a document is signed before it is adopted",
        put("declaration-1", signed="1961-09-05"),
        (
            "documents.json: declaration-1: signed: DAT004 signed on 1961-09-05 comes before "
            "adopted on 1961-09-06",
        ),
    ),
    Fault(
        "a document is in force before it is signed",
        put("declaration-1", signed="1962-01-02"),
        (
            "documents.json: declaration-1: in_force: DAT004 in force on 1962-01-01 comes "
            "before signed on 1962-01-02",
        ),
    ),
    Fault(
        "a name ends before the next begins",
        part("arcadia", "names", 0, end="1969"),
        (
            "states.json: arcadia: names[1].start: DAT005 Old Arcadia is in use until 1969, but"
            " the next from 1970-01-01",
        ),
    ),
    Fault(
        "a name lasts although another follows",
        part("arcadia", "names", 0, end=...),
        (
            "states.json: arcadia: names[1].start: DAT005 Old Arcadia is in use until the last,"
            " but the next from 1970-01-01",
        ),
    ),
    Fault(
        "a later name has no start",
        part("arcadia", "names", 1, start=...),
        (
            "states.json: arcadia: names[1].start: DAT005 Old Arcadia is in use until "
            "1970-01-01, but the next from the beginning",
        ),
    ),
    Fault(
        "two codes of one system are in use at once",
        more("arcadia", "codes", {"system": "iso3c", "value": "QAB"}),
        (
            "states.json: arcadia: codes[5].start: DAT005 QAA is in use until the last, but the"
            " next from the beginning",
        ),
    ),
    Fault(
        "a code ends before the next of its system begins",
        both(
            part("arcadia", "codes", 4, end="1980-01-01"),
            more("arcadia", "codes", {"system": "cown", "value": "982", "start": "1981-01-01"}),
        ),
        (
            "states.json: arcadia: codes[5].start: DAT005 981 is in use until 1980-01-01, but "
            "the next from 1981-01-01",
        ),
    ),
    Fault(
        "a state exists anew before it had ended",
        put(
            "borduria",
            existence=[
                {"start": "1950-01-01", "end": "1980-01-01"},
                {"start": "1979-12-31", "end": "1999-01-01"},
            ],
        ),
        (
            "states.json: borduria: existence[1]: DAT006 1979-12-31 to 1999-01-01 does not "
            "follow 1950-01-01 to 1980-01-01",
        ),
    ),
    Fault(
        "a state exists anew although it lasts",
        put("arcadia", existence=[{"start": "1955-01-01"}, {"start": "1990-01-01"}]),
        (
            "states.json: arcadia: existence[1]: DAT006 1990-01-01 to open does not follow "
            "1955-01-01 to open",
        ),
    ),
    Fault(
        "the times of an organization stand in the wrong order",
        put(
            "assembly",
            existence=[
                {"start": "1990-01-01", "end": "1999-01-01"},
                {"start": "1970-01-01", "end": "1980-01-01"},
            ],
        ),
        (
            "organizations.json: assembly: existence[1]: DAT006 1970-01-01 to 1980-01-01 does "
            "not follow 1990-01-01 to 1999-01-01",
        ),
    ),
    Fault(
        "a name ends before it begins",
        both(
            part("arcadia", "names", 0, start="1970-01-01"),
        ),
        (
            "states.json: arcadia: names[0]: DAT007 Old Arcadia is in use from 1970-01-01, "
            "which cannot lie before its end 1970-01-01",
        ),
    ),
    Fault(
        "a code ends before it begins",
        part("arcadia", "codes", 4, start="1990-01-01", end="1989-12-31"),
        (
            "states.json: arcadia: codes[4]: DAT007 981 is in use from 1990-01-01, which cannot"
            " lie before its end 1989-12-31",
        ),
    ),
    Fault(
        "a meeting is still planned for a past year",
        new(
            "meetings",
            id="talks",
            kind="external",
            name="Talks",
            opened="1999",
            standing="planned",
            note="They are planned.",
        ),
        ("meetings.json: talks: opened: DAT009 1999 lies before 2000-12-31, and it is planned",),
    ),
    Fault(
        "a spell is still planned for a past day",
        like(
            "arcadia-nam-member",
            id="arcadia-assembly-member",
            body="assembly",
            began=...,
            began_at=...,
            start="2000-12-30",
            standing="planned",
            note="It is planned for 2000-12-30.",
        ),
        (
            "memberships.json: arcadia-assembly-member: start: DAT009 2000-12-30 lies before "
            "2000-12-31, and it is planned",
        ),
    ),
    Fault(
        "a term is still planned for a past day",
        like(
            "chair-arcadia-1968",
            id="chair-borduria-2000",
            state="borduria",
            start="2000-12-30",
            began_at=...,
            standing="planned",
        ),
        (
            "chairmanships.json: chair-borduria-2000: start: DAT009 2000-12-30 lies before "
            "2000-12-31, and it is planned",
        ),
    ),
    Fault(
        "somebody is seen in an office after the time in it",
        put(
            "cy",
            offices=[
                {
                    "title": "Vice-President",
                    "period": {"start": "1968-01-01", "end": "1970-01-01"},
                    "seen": "1970-01-01",
                }
            ],
        ),
        (
            "persons.json: cy: offices[0].seen: DAT008 seen in office on 1970-01-01, but "
            "Vice-President from 1968-01-01 to 1970-01-01",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
