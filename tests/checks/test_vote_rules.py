"""VOT: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, part, put, told

FAULTS = [
    Fault(
        "more are counted than are recorded",
        put("vote-res-7", tally=[{"name": "yes", "value": 2}, {"name": "no", "value": 1}]),
        (
            "votes.json: vote-res-7: tally/yes: VOT001 1 votes are recorded as yes, but the "
            "official result is 2",
        ),
    ),
    Fault(
        "fewer are counted than are recorded",
        put("vote-res-7", tally=[{"name": "yes", "value": 1}, {"name": "no", "value": 0}]),
        (
            "votes.json: vote-res-7: tally/no: VOT001 1 votes are recorded as no, but the "
            "official result is 0",
        ),
    ),
    Fault(
        "who votes does not exist",
        part("vote-res-7", "votes", 1, state="carpania"),
        (
            "votes.json: vote-res-7: votes[1].state: VOT002 carpania votes, but does not exist "
            "on 1970-06-01",
        ),
    ),
    Fault(
        "a state votes twice",
        part("vote-res-7", "votes", 1, state="arcadia"),
        ("votes.json: vote-res-7: votes: VOT003 arcadia has 2 votes",),
    ),
    Fault(
        "the result is not that of the last round",
        part("election-1971", "tally", value=5),
        ("votes.json: election-1971: tally: VOT004 the last round gives arcadia 4, the result 5",),
    ),
    Fault(
        "the result leaves a candidate out",
        put("election-1971", tally=[{"name": "arcadia", "value": 4}]),
        (
            "votes.json: election-1971: tally: VOT004 the last round gives borduria 3, the "
            "result none",
        ),
    ),
    Fault(
        "two rounds have one number",
        part("election-1971", "rounds", number=2),
        (
            "votes.json: election-1971: rounds: VOT005 round 2 on 1971-05-02 does not follow "
            "round 2 on 1971-05-01",
        ),
    ),
    Fault(
        "a round is held before the one before",
        part("election-1971", "rounds", date="1971-05-03"),
        (
            "votes.json: election-1971: rounds: VOT005 round 2 on 1971-05-02 does not follow "
            "round 1 on 1971-05-03",
        ),
    ),
    Fault(
        "the result is of another day than the last round",
        put("election-1971", date="1971-05-03"),
        (
            "votes.json: election-1971: date: VOT005 round of the result on 1971-05-03 does not"
            " follow round 2 on 1971-05-02",
        ),
    ),
    Fault(
        "a vote is of another day",
        put("vote-res-7", date="1970-06-02"),
        (
            "votes.json: vote-res-7: date: VOT006 the document nac-res-7 has 1970-06-01, the "
            "vote 1970-06-02",
        ),
    ),
    Fault(
        "a vote has another symbol",
        put("vote-res-7", symbol="NAC/RES/8"),
        (
            "votes.json: vote-res-7: symbol: VOT006 the document nac-res-7 has NAC/RES/7, the "
            "vote NAC/RES/8",
        ),
    ),
    Fault(
        "a vote has a symbol where its document has none",
        put("nac-res-7", symbols=[]),
        (
            "votes.json: vote-res-7: symbol: VOT006 the document nac-res-7 has no symbol, the "
            "vote NAC/RES/7",
        ),
    ),
    Fault(
        "another body votes",
        put("nac-res-7", adopted_by=["arcadia", "nam"]),
        (
            "votes.json: vote-res-7: body: VOT006 the document nac-res-7 has arcadia, nam, the "
            "vote assembly",
        ),
    ),
    Fault(
        "an election has no candidates",
        put("vote-res-7", kind="election"),
        (
            "votes.json: vote-res-7: kind: VOT007 is of kind election, but the tally is that of "
            "something else",
            "votes.json: vote-res-7: kind: VOT007 is of kind election, but what it adopted is"
            " something else",
        ),
    ),
    Fault(
        "a resolution has candidates",
        put("election-1971", kind="resolution"),
        (
            "votes.json: election-1971: id: IDS006 'election' stands nowhere else",
            "votes.json: election-1971: kind: VOT007 is of kind resolution, but the tally is "
            "that of "
            "something else",
        ),
    ),
    Fault(
        "a decision adopts a resolution",
        put("vote-res-7", kind="decision"),
        (
            "votes.json: vote-res-7: kind: VOT007 is of kind decision, but what it adopted is"
            " something else",
        ),
    ),
    Fault(
        "a resolution adopts no resolution",
        put("vote-res-7", symbol=..., document=...),
        (
            "votes.json: vote-res-7: kind: VOT007 is of kind resolution, but what it adopted is"
            " something else",
        ),
    ),
    Fault(
        "a decision has the symbol of a resolution",
        both(
            put("vote-res-7", kind="decision", document=...),
        ),
        (
            "votes.json: vote-res-7: kind: VOT007 is of kind decision, but what it adopted is "
            "something else",
        ),
    ),
    Fault(
        "what votes is no organ",
        put("assembly", kind="programme"),
        (
            "votes.json: election-1971: body: VOT008 assembly is no organ of an organization",
            "votes.json: vote-res-7: body: VOT008 assembly is no organ of an organization",
        ),
    ),
    Fault(
        "a candidate is no state",
        both(
            put("election-1971", rounds=[], tally=[{"name": "arcadja", "value": 4}]),
        ),
        ("votes.json: election-1971: tally: VOT009 'arcadja' is no state and no way to vote",),
    ),
    Fault(
        "a candidate of a round is no state",
        put(
            "election-1971",
            rounds=[
                {"number": 1, "date": "1971-05-01", "tally": [{"name": "bo", "value": 4}]},
                {"number": 2, "date": "1971-05-02"},
            ],
        ),
        ("votes.json: election-1971: rounds[0].tally: VOT009 'bo' is no state and no way to vote",),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
