"""REF: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, new, put, told

FAULTS = [
    Fault(
        "a state is not named as a predecessor",
        put("carpania", predecessors=[]),
        (
            "states.json: borduria: successors: REF003 carpania does not name this state as its"
            " predecessor",
        ),
    ),
    Fault(
        "a state is not named as a successor",
        put("borduria", successors=[]),
        (
            "states.json: carpania: predecessors: REF003 borduria does not name this state as "
            "its successor",
        ),
    ),
    Fault(
        "a document is about a source",
        put("nac-res-7", about=["yearbook"]),
        ("documents.json: nac-res-7: about: REF004 yearbook is one of the sources",),
    ),
    Fault(
        "an event is about a claim",
        put("visit", about=["claim-visit-until-almanac"]),
        ("events.json: visit: about: REF004 claim-visit-until-almanac is one of the claims",),
    ),
    Fault(
        "an assertion is about another",
        both(
            new(
                "assertions",
                id="visit-said",
                statement="The visit was long.",
                kind="judgement",
                about=["visit-said-again"],
            ),
            new(
                "assertions",
                id="visit-said-again",
                statement="The visit, it was said, was long.",
                kind="judgement",
                about=["visit"],
            ),
        ),
        (
            "assertions.json: visit-said: id: IDS007 expected yearbook- and more words",
            "assertions.json: visit-said: about: REF004 visit-said-again is one of the assertions",
            "assertions.json: visit-said-again: id: IDS007 expected yearbook- and more words",
        ),
    ),
    Fault(
        "a claim is about a claim",
        put(
            "claim-visit-until-almanac",
            id="claim-claim-visit-until-yearbook-reason-almanac",
            record="claim-visit-until-yearbook",
            path="reason",
            value="None.",
        ),
        (
            "claims.json: claim-claim-visit-until-yearbook-reason-almanac: dispute: AST004 no "
            "other side belongs to dispute-claim-visit-until-yearbook-reason",
            "claims.json: claim-claim-visit-until-yearbook-reason-almanac: preferred: CLM003 0 "
            "claims on reason of claim-visit-until-yearbook are preferred",
            "claims.json: claim-claim-visit-until-yearbook-reason-almanac: record: REF004 "
            "claim-visit-until-yearbook is one of the claims",
            "claims.json: claim-visit-until-yearbook: dispute: AST004 no other side belongs to "
            "dispute-visit-until",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
