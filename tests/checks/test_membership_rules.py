"""MEM: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import GUEST, Fault, assert_found, both, like, new, put, told

FAULTS = [
    Fault(
        "a party is an observer while it is a member",
        like("borduria-nam-member", id="borduria-nam-observer-2", status="observer", began=...),
        (
            "memberships.json: borduria-nam-observer-2: start: MEM001 is observer on days on "
            "which borduria-nam-member has the party as member",
        ),
    ),
    Fault(
        "a party is a member twice on one day",
        both(
            like("arcadia-nam-member", id="arcadia-nam-member-2"),
            put("arcadia-nam-member-2", start="1980-01-01", began="readmitted", began_at=...),
        ),
        (
            "memberships.json: arcadia-nam-member-2: start: MEM001 is member on days on which "
            "arcadia-nam-member has the party as member",
        ),
    ),
    Fault(
        "a spell is succeeded by one of another party",
        both(
            like(
                "borduria-nam-member",
                id="arcadia-nam-observer",
                party="arcadia",
                status="observer",
                start="1999-01-01",
                end="1999-06-01",
                began="succeeded",
                began_at=...,
                standing="unconfirmed",
                note="No list has it: unknown whether it is so.",
            ),
            put(
                "borduria-nam-member",
                end=...,
                ended="succeeded",
                succeeded_by="arcadia-nam-observer",
            ),
        ),
        (
            "memberships.json: borduria-nam-member: succeeded_by: MEM002 is succeeded by "
            "arcadia-nam-observer, a spell of arcadia in nam",
        ),
    ),
    Fault(
        "a spell is succeeded by one in another body",
        both(
            new("organizations", id="club", name="Club"),
            like(
                "borduria-nam-member",
                id="carpania-club-member",
                party="carpania",
                body="club",
                start="1999-01-01",
                end="2000-01-01",
                began="succeeded",
                began_at=...,
            ),
            put(
                "borduria-nam-member",
                end=...,
                ended="succeeded",
                succeeded_by="carpania-club-member",
            ),
        ),
        (
            "memberships.json: borduria-nam-member: succeeded_by: MEM002 is succeeded by "
            "carpania-club-member, a spell of carpania in club",
        ),
    ),
    Fault(
        "a spell outlives the state",
        put("borduria-nam-member", end="1999-01-02"),
        (
            "memberships.json: borduria-nam-member: start: MEM003 the party does not exist from"
            " 1964-10-05..1964-10-06 to 1999-01-02",
        ),
    ),
    Fault(
        "a spell begins before the state",
        put("arcadia", existence=[{"start": "1961-09-02"}]),
        (
            "meetings.json: summit-1: host: MTG005 hosted by arcadia, which does not exist on "
            "1961-09-01",
            "memberships.json: arcadia-nam-member: start: MEM003 the party does not exist from "
            "1961-09-01 to open",
        ),
    ),
    Fault(
        "a spell lies before the state, whose times stand in the wrong order",
        both(
            put(
                "arcadia",
                existence=[
                    {"start": "1990-01-01"},
                    {"start": "1980-01-01", "end": "1985-01-01"},
                ],
            ),
            put("summit-1", host=...),
        ),
        (
            "meetings.json: summit-1: host: MTG004 hosted by nobody, but the chair on 1961-09-06 "
            "is arcadia",
            "meetings.json: summit-3: host: MTG005 hosted by arcadia, which does not exist on "
            "1968-01-02",
            "memberships.json: arcadia-nam-member: start: MEM003 the party does not exist from "
            "1961-09-01 to open",
            "participations.json: arcadia-at-summit-2: party: MTG016 arcadia does not exist "
            "from 1964-10-05 to 1964-10-10",
            "states.json: arcadia: existence[1]: DAT006 1980-01-01 to 1985-01-01 does not "
            "follow 1990-01-01 to open",
            "votes.json: vote-res-7: votes[0].state: VOT002 arcadia votes, but does not exist "
            "on 1970-06-01",
        ),
    ),
    Fault(
        "a spell begins after the meeting that began it",
        put("borduria-nam-observer", start="1961-09-07"),
        (
            "memberships.json: borduria-nam-observer: start: MEM004 starts on 1961-09-07, but "
            "summit-1 lasted from 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a spell begins before the meeting that began it",
        put("borduria-nam-member", start="1964-10-04"),
        (
            "memberships.json: borduria-nam-member: start: MEM004 starts on 1964-10-04, but "
            "summit-2 lasted from 1964-10-05 to 1964-10-10",
        ),
    ),
    Fault(
        "a spell ends as succeeded by none",
        put("borduria-nam-member", ended="succeeded"),
        (
            "memberships.json: borduria-nam-member: ended: MEM005 ended as succeeded, but no "
            "spell follows on 1999-01-01",
        ),
    ),
    Fault(
        "a spell ends as upgraded to none",
        put("borduria-nam-member", ended="upgraded"),
        (
            "memberships.json: borduria-nam-member: ended: MEM005 ended as upgraded, but no "
            "spell follows on 1999-01-01",
        ),
    ),
    Fault(
        "a spell ends as downgraded to none",
        put("borduria-nam-member", ended="downgraded"),
        (
            "memberships.json: borduria-nam-member: ended: MEM005 ended as downgraded, but no"
            " spell follows on 1999-01-01",
        ),
    ),
    Fault(
        "a spell begins before the founding",
        put("borduria-nam-observer", start="1960", began_at=...),
        (
            "memberships.json: borduria-nam-observer: start: MEM006 starts on 1960, before the "
            "founding on 1961-09-01",
        ),
    ),
    Fault(
        "a founder begins later",
        both(put("arcadia-nam-member", start="1961-09-02")),
        (
            "chairmanships.json: chair-arcadia-1961: state: CHR006 the state in the chair is "
            "nothing in the Movement on 1961-09-01",
            "memberships.json: arcadia-nam-member: began: MEM007 began on 1961-09-02, which "
            "does not go with how it began",
        ),
    ),
    Fault(
        "an observer founds",
        put("borduria-nam-observer", start="1961-09-01", began="founding"),
        (
            "memberships.json: borduria-nam-observer: began: MEM007 began on 1961-09-01, which "
            "does not go with how it began",
        ),
    ),
    Fault(
        "a member from the first day on does not found",
        put("arcadia-nam-member", began="admitted"),
        (
            "memberships.json: arcadia-nam-member: began: MEM007 began on 1961-09-01, which "
            "does not go with how it began",
        ),
    ),
    Fault(
        "a spell begins by an upgrade of none",
        like(
            "arcadia-nam-member",
            id="carpania-nam-member",
            party="carpania",
            start="1999-05-01",
            began="upgraded",
            began_at=...,
        ),
        (
            "memberships.json: carpania-nam-member: began: MEM008 began as upgraded, but no "
            "spell names it",
        ),
    ),
    Fault(
        "a spell follows one and is admitted",
        put("borduria-nam-member", began="admitted"),
        (
            "memberships.json: borduria-nam-member: began: MEM008 began as admitted, but "
            "borduria-nam-observer names it",
            "memberships.json: borduria-nam-observer: ended: MEM009 ended as upgraded, but "
            "borduria-nam-member follows",
        ),
    ),
    Fault(
        "a spell succeeds one of the same party",
        put("borduria-nam-member", began="succeeded"),
        (
            "memberships.json: borduria-nam-member: began: MEM008 began as succeeded, but "
            "follows borduria-nam-observer",
            "memberships.json: borduria-nam-observer: ended: MEM009 ended as upgraded, but "
            "borduria-nam-member follows",
        ),
    ),
    Fault(
        "a spell upgrades one of another party",
        both(
            like(
                "arcadia-nam-member",
                id="carpania-nam-member",
                party="carpania",
                start="1999-01-01",
                began="upgraded",
                began_at=...,
            ),
            put(
                "borduria-nam-member",
                end=...,
                ended="upgraded",
                succeeded_by="carpania-nam-member",
            ),
        ),
        (
            "memberships.json: carpania-nam-member: began: MEM008 began as upgraded, but "
            "follows borduria-nam-member",
        ),
    ),
    Fault(
        "a party is readmitted that was never in",
        like(
            "arcadia-nam-member",
            id="carpania-nam-member",
            party="carpania",
            start="1999-05-01",
            began="readmitted",
            began_at=...,
        ),
        (
            "memberships.json: carpania-nam-member: began: MEM008 began as readmitted, but no "
            "spell lies before it",
        ),
    ),
    Fault(
        "a party is readmitted that came in later only",
        both(
            like(
                "arcadia-nam-member",
                id="carpania-nam-member",
                party="carpania",
                start="1999-05-01",
                end="1999-06-01",
                began="readmitted",
                began_at=...,
            ),
            like(
                "arcadia-nam-member",
                id="carpania-nam-member-2",
                party="carpania",
                start="2000-05-01",
                began="admitted",
                began_at=...,
            ),
        ),
        (
            "memberships.json: carpania-nam-member: began: MEM008 began as readmitted, but no "
            "spell lies before it",
        ),
    ),
    Fault(
        "a spell that is followed withdrew",
        put("borduria-nam-observer", ended="withdrew"),
        (
            "memberships.json: borduria-nam-observer: ended: MEM009 ended as withdrew, but "
            "borduria-nam-member follows",
        ),
    ),
    Fault(
        "a spell that is followed ended as nothing",
        put("borduria-nam-observer", ended=...),
        (
            "memberships.json: borduria-nam-observer: ended: MEM009 ended as nothing, but "
            "borduria-nam-member follows",
        ),
    ),
    Fault(
        "a spell that is upgraded ended as downgraded",
        put("borduria-nam-observer", ended="downgraded"),
        (
            "memberships.json: borduria-nam-observer: ended: MEM009 ended as downgraded, but "
            "borduria-nam-member follows",
        ),
    ),
    Fault(
        "an open spell has ended",
        put("arcadia-nam-member", ended="withdrew"),
        (
            "memberships.json: arcadia-nam-member: ended: MEM009 ended as withdrew, but "
            "nothing, since it is open, follows",
        ),
    ),
    Fault(
        "what was granted does not begin",
        put("borduria-application-1964", sought="observer"),
        (
            "applications.json: borduria-application-1964: outcome: MEM010 was granted, and yet"
            " it is no observer then",
        ),
    ),
    Fault(
        "what was granted begins long after",
        put("borduria-application-1964", decided="1964-07-01", applied="1964-06-01", meeting=...),
        (
            "applications.json: borduria-application-1964: outcome: MEM010 was granted, and yet"
            " it is no member then",
        ),
    ),
    Fault(
        "what was granted began long before",
        put("borduria-application-1964", decided="1965-02-01", meeting=...),
        (
            "applications.json: borduria-application-1964: outcome: MEM010 was granted, and yet"
            " it is no member then",
        ),
    ),
    Fault(
        "what was rejected begins",
        put("borduria-application-1964", outcome="rejected"),
        (
            "applications.json: borduria-application-1964: outcome: MEM010 was rejected, and "
            "yet borduria-nam-member begins then",
        ),
    ),
    Fault(
        "a guest's spell ends at another meeting",
        like(
            "borduria-nam-member",
            id="carpania-nam-guest",
            party="carpania",
            status="guest",
            start="1999-03-01",
            end="1999-03-02",
            began=...,
            began_at=...,
            ended="withdrew",
            ended_at="summit-3",
        ),
        (
            "memberships.json: carpania-nam-guest: end: MEM011 ended on 1999-03-02, but "
            "summit-3 lasted from 1968-01-02 to 1968-01-03",
        ),
    ),
    Fault(
        "a spell ends two days after the meeting that ended it",
        both(
            put("borduria", existence=[{"start": "1950-01-01"}]),
            put("borduria-nam-member", end="1968-01-05", ended="withdrew", ended_at="summit-3"),
        ),
        (
            "memberships.json: borduria-nam-member: end: MEM011 ended on 1968-01-05, but "
            "summit-3 lasted from 1968-01-02 to 1968-01-03",
        ),
    ),
    Fault(
        "a meeting ended an open spell",
        put("arcadia-nam-member", ended_at="summit-3"),
        (
            "memberships.json: arcadia-nam-member: ended_at: MEM011 ended on no day, since it "
            "is open, but summit-3 lasted from 1968-01-02 to 1968-01-03",
        ),
    ),
    Fault(
        "an application is decided after its meeting",
        put("borduria-application-1964", decided="1964-10-11"),
        (
            "applications.json: borduria-application-1964: decided: MEM012 decided on "
            "1964-10-11, but summit-2 lasted from 1964-10-05 to 1964-10-10",
        ),
    ),
    Fault(
        "a meeting decided what was only seen",
        both(
            put("borduria-nam-observer", began="first-seen"),
        ),
        (
            "memberships.json: borduria-nam-observer: began: MEM013 began as first-seen, but "
            "summit-1 decided it",
        ),
    ),
    Fault(
        "an observer of the Movement joined",
        put("borduria-nam-observer", began="joined"),
        (
            "memberships.json: borduria-nam-observer: began: MEM013 began as joined, but "
            "summit-1 decided it",
        ),
    ),
    Fault(
        "of two observers from one meeting on one was admitted",
        both(
            put("borduria-nam-observer", began="participated"),
            like("borduria-nam-observer", id="arcadia-nam-observer", party="arcadia"),
            put(
                "arcadia-nam-observer",
                start="1961-09-02",
                began="admitted",
                succeeded_by="arcadia-nam-member",
            ),
            put("arcadia-nam-member", start="1964-10-05", began="upgraded", began_at="summit-2"),
        ),
        (
            "chairmanships.json: chair-arcadia-1961: state: CHR006 the state in the chair is "
            "nothing in the Movement on 1961-09-01",
            "memberships.json: arcadia-nam-observer: began: MEM013 began as admitted, but "
            "others came otherwise at summit-1",
            "memberships.json: borduria-nam-observer: began: MEM013 began as participated, but "
            "others came otherwise at summit-1",
        ),
    ),
    Fault(
        "a meeting ended what lapsed",
        both(
            put("borduria-nam-member", end="1968-01-03", ended="lapsed", ended_at="summit-3"),
        ),
        (
            "memberships.json: borduria-nam-member: ended: MEM014 ended as lapsed, but summit-3"
            " ended it",
        ),
    ),
    Fault(
        "a guest of one meeting withdrew",
        like(
            "borduria-nam-member",
            id="arcadia-nam-guest",
            party="borduria",
            status="guest",
            start="1961-09-01",
            end="1961-09-07",
            began="participated",
            began_at="summit-1",
            ended="withdrew",
            ended_at="summit-1",
            standing="unconfirmed",
            note="No list has it: unknown whether it is so.",
        ),
        (
            "memberships.json: arcadia-nam-guest: id: IDS001 expected borduria-nam-guest, and "
            "no more but a number",
            "memberships.json: arcadia-nam-guest: ended: MEM014 ended as withdrew, but summit-1"
            " ended it",
        ),
    ),
    Fault(
        "a member completed its spell at another meeting",
        put("borduria-nam-member", end="1968-01-03", ended="completed", ended_at="summit-3"),
        (
            "memberships.json: borduria-nam-member: ended: MEM014 ended as completed, but "
            "summit-3 ended it",
        ),
    ),
    Fault(
        "an observer of the Movement joined by a signature",
        put("borduria-nam-observer", began="joined", began_at=...),
        (
            "memberships.json: borduria-nam-observer: began: MEM013 began as joined, but nobody"
            " becomes a member or an observer of the Movement by a signature",
        ),
    ),
    Fault(
        "a party came into another body by taking part",
        both(
            new("organizations", id="club", name="Club"),
            new(
                "memberships",
                id="carpania-club-member",
                party="carpania",
                body="club",
                status="member",
                start="1999-02-01",
                end="open",
                began="participated",
            ),
        ),
        (
            "memberships.json: carpania-club-member: began: MEM013 began as participated, but "
            "it is not in the Movement",
        ),
    ),
    Fault(
        "a guest of one meeting comes on its second day",
        both(GUEST, put("carpania-nam-guest", start="1961-09-02")),
        (
            "memberships.json: carpania-nam-guest: start: MEM015 lasts from 1961-09-02 to "
            "1961-09-07, but summit-1 from 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a guest of one meeting leaves on its last day",
        both(GUEST, put("carpania-nam-guest", end="1961-09-06")),
        (
            "memberships.json: carpania-nam-guest: start: MEM015 lasts from 1961-09-01 to "
            "1961-09-06, but summit-1 from 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "nobody knows when the guest of one meeting left",
        both(GUEST, put("carpania-nam-guest", end="unknown", note="Unknown when.")),
        (
            "memberships.json: carpania-nam-guest: start: MEM015 lasts from 1961-09-01 to "
            "unknown, but summit-1 from 1961-09-01 to 1961-09-06",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
