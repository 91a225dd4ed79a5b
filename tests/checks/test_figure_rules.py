"""FIG: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Change, Fault, assert_found, both, like, more, new, part, put, told


def counted(key: str, field: str, *values: int) -> Change:
    """Figures of one name in a record."""
    return put(key, **{field: [{"name": "heads", "value": value} for value in values]})


def more_said(key: str, words: str) -> Change:
    """A further citation of a record, for its figures."""
    cited = {"source": "yearbook", "locator": "p. 7", "fields": ["figures/heads"], "says": words}
    return more(key, "sources", cited)


FAULTS = [
    Fault(
        "a figure in words is not hedged",
        both(counted("visit", "figures", 60), more_said("visit", "more than sixty heads")),
        (
            "events.json: visit: figures/heads: FIG003 60 is exactly here, and more-than in "
            "what is cited",
        ),
        spoken=False,
    ),
    Fault(
        "another figure in words is hedged",
        both(counted("visit", "figures", 60), more_said("visit", "more than sixty-one heads")),
        (),
        spoken=False,
    ),
    Fault(
        "a figure is not hedged",
        both(counted("visit", "figures", 1200), more_said("visit", "more than 1,200 heads")),
        (
            "events.json: visit: figures/heads: FIG003 1200 is exactly here, and more-than in "
            "what is cited",
        ),
        spoken=False,
    ),
    Fault(
        "a figure is hedged in one of two places",
        both(counted("visit", "figures", 12), more_said("visit", "some 12 heads; 12 heads")),
        (),
        spoken=False,
    ),
    Fault(
        "a claim on a figure is not hedged",
        both(
            counted("visit", "figures", 3),
            like(
                "claim-visit-until-yearbook",
                id="claim-visit-figures-heads-yearbook",
                path="figures/heads",
                value=3,
            ),
            like(
                "claim-visit-until-almanac",
                id="claim-visit-figures-heads-almanac",
                path="figures/heads",
                value=5,
            ),
            part("claim-visit-figures-heads-almanac", "sources", says="at least 5 heads"),
        ),
        (
            "claims.json: claim-visit-figures-heads-almanac: qualifier: FIG003 5 is exactly "
            "here, and at-least in what is cited",
        ),
        spoken=False,
    ),
    Fault(
        "a figure of a meeting is negative",
        counted("summit-1", "figures", -25),
        (
            "meetings.json: summit-1: figures/heads: EVD002 neither a claim nor the words about"
            " it say -25",
            "meetings.json: summit-1: figures/heads: FIG001 -25 is no count",
        ),
    ),
    Fault(
        "a figure of an event is negative",
        counted("visit", "figures", -1),
        (
            "events.json: visit: figures/heads: EVD002 neither a claim nor the words about it"
            " say -1",
            "events.json: visit: figures/heads: FIG001 -1 is no count",
        ),
    ),
    Fault(
        "a tally is negative",
        put("vote-res-7", votes=[], tally=[{"name": "yes", "value": -1}]),
        (
            "votes.json: vote-res-7: tally/yes: EVD002 neither a claim nor the words about it "
            "say -1",
            "votes.json: vote-res-7: tally/yes: FIG001 -1 is no count",
        ),
    ),
    Fault(
        "a tally of a round is negative",
        put(
            "election-1971",
            rounds=[
                {"number": 1, "date": "1971-05-01", "tally": [{"name": "arcadia", "value": -3}]},
                {"number": 2, "date": "1971-05-02"},
            ],
        ),
        ("votes.json: election-1971: rounds[0].tally/arcadia: FIG001 -3 is no count",),
    ),
    Fault(
        "a claim on a figure is negative",
        both(
            counted("visit", "figures", 3),
            put("claim-visit-until-almanac", id="claim-visit-figures-heads-almanac"),
            put("claim-visit-figures-heads-almanac", path="figures/heads", value=-3),
            put("claim-visit-until-yearbook", id="claim-visit-figures-heads-yearbook"),
            put("claim-visit-figures-heads-yearbook", path="figures/heads", value=3),
        ),
        ("claims.json: claim-visit-figures-heads-almanac: value: FIG001 -3 is no count",),
    ),
    Fault(
        "a source asserts a negative count",
        new(
            "assertions",
            id="yearbook-visits",
            statement="There were few visits.",
            kind="count",
            value=-1,
        ),
        ("assertions.json: yearbook-visits: value: FIG001 -1 is no count",),
    ),
    Fault(
        "two figures have one name",
        counted("summit-1", "figures", 25, 24),
        ("meetings.json: summit-1: figures: FIG002 2 figures are called 'heads'",),
    ),
    Fault(
        "two candidates have one name",
        put(
            "election-1971",
            rounds=[],
            tally=[{"name": "arcadia", "value": 3}, {"name": "arcadia", "value": 4}],
        ),
        ("votes.json: election-1971: tally: FIG002 2 figures are called 'arcadia'",),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
