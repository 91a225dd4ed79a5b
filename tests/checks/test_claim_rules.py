"""CLM: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Change, Fault, assert_found, both, like, put, told


def claimed(path: str, held: object, value: object, record: str = "summit-2") -> Change:
    """A dispute on a field: a sound claim on what is held, and another."""
    name = f"claim-{record}-{path.replace('/', '-').replace('_', '-').replace('²', '')}".strip("-")
    place = {"record": record, "path": path}
    return both(
        like("claim-visit-until-yearbook", id=f"{name}-yearbook", value=held, **place),
        like("claim-visit-until-almanac", id=f"{name}-almanac", value=value, **place),
    )


FAULTS = [
    Fault(
        "claims on one value are of two disputes",
        put("claim-visit-until-almanac", dispute="dispute-length"),
        (
            "claims.json: claim-visit-until-almanac: dispute: AST004 no other side belongs to "
            "dispute-length",
            "claims.json: claim-visit-until-yearbook: dispute: AST004 no other side belongs to "
            "dispute-visit-until",
            "claims.json: claim-visit-until-yearbook: dispute: CLM009 belongs to "
            "dispute-visit-until, but claim-visit-until-almanac to dispute-length",
        ),
    ),
    Fault(
        "claims lead nowhere",
        claimed("colour", "red", "blue"),
        (
            "claims.json: claim-summit-2-colour-almanac: path: CLM001 'colour' leads nowhere in"
            " summit-2",
            "claims.json: claim-summit-2-colour-yearbook: path: CLM001 'colour' leads nowhere "
            "in summit-2",
        ),
    ),
    Fault(
        "a claim leads to a part that is none",
        claimed("figures/heads", 1, 2),
        (
            "claims.json: claim-summit-2-figures-heads-almanac: path: CLM001 'figures/heads' "
            "leads nowhere in summit-2",
            "claims.json: claim-summit-2-figures-heads-yearbook: path: CLM001 'figures/heads' "
            "leads nowhere in summit-2",
        ),
    ),
    Fault(
        "a claim leads to a number that is none",
        claimed("aliases/²", "A", "B"),
        (
            "claims.json: claim-summit-2-aliases-almanac: path: CLM001 'aliases/²' leads "
            "nowhere in summit-2",
            "claims.json: claim-summit-2-aliases-yearbook: path: CLM001 'aliases/²' leads "
            "nowhere in summit-2",
        ),
    ),
    Fault(
        "what is preferred is not held",
        put("claim-visit-until-yearbook", value="1966-03-06"),
        (
            "claims.json: claim-visit-until-yearbook: value: CLM002 claims '1966-03-06', but "
            "visit has '1966-03-04'",
        ),
    ),
    Fault(
        "what is preferred is hedged in another way",
        both(
            put("visit", figures=[{"name": "heads", "value": 3, "qualifier": "about"}]),
            claimed("figures/heads", 3, 4, "visit"),
        ),
        (
            "claims.json: claim-visit-figures-heads-yearbook: qualifier: CLM002 claims "
            "'exactly', but visit has 'about'",
            "events.json: visit: figures/heads: FIG003 3 is about here, and exactly in what is "
            "cited",
        ),
    ),
    Fault(
        "the same number is hedged in another way",
        both(
            put("visit", figures=[{"name": "heads", "value": 3}]),
            claimed("figures/heads", 3, 3, "visit"),
            put("claim-visit-figures-heads-almanac", qualifier="more-than"),
        ),
        (),
    ),
    Fault(
        "what is no figure is hedged",
        put("claim-visit-until-almanac", qualifier="about"),
        (
            "claims.json: claim-visit-until-almanac: qualifier: CLM006 'about' is no value "
            "there: only a figure or a tally is hedged",
        ),
    ),
    Fault(
        "nothing is preferred",
        put("claim-visit-until-yearbook", preferred=False, nature="scope", value="1966"),
        (
            "claims.json: claim-visit-until-almanac: preferred: CLM003 0 claims on until of "
            "visit are preferred",
        ),
    ),
    Fault(
        "two claims are preferred",
        put("claim-visit-until-almanac", preferred=True, nature=..., value="1966-03-04"),
        (
            "claims.json: claim-visit-until-almanac: preferred: CLM003 2 claims on until of "
            "visit are preferred",
        ),
    ),
    Fault(
        "a claim that is not preferred says the same",
        put("claim-visit-until-almanac", value="1966-03-04"),
        (
            "claims.json: claim-visit-until-almanac: value: CLM004 claims '1966-03-04', which "
            "is the preferred value too, as a conflict",
        ),
    ),
    Fault(
        "a claim has no reason",
        put("claim-visit-until-almanac", reason=" "),
        ("claims.json: claim-visit-until-almanac: reason: CLM005 has no reason",),
    ),
    Fault(
        "a claim has no nature",
        put("claim-visit-until-almanac", nature=...),
        ("claims.json: claim-visit-until-almanac: nature: CLM005 has no nature",),
    ),
    Fault(
        "a preferred claim has a nature",
        put("claim-visit-until-yearbook", nature="scope"),
        ("claims.json: claim-visit-until-yearbook: nature: CLM005 is preferred, but has a nature",),
    ),
    Fault(
        "a date is none",
        put("claim-visit-until-almanac", value="some day"),
        (
            "claims.json: claim-visit-until-almanac: value: CLM006 'some day' is no value "
            "there: expected a date",
        ),
    ),
    Fault(
        "a date is a number",
        put("claim-visit-until-almanac", value=1966),
        (
            "claims.json: claim-visit-until-almanac: value: CLM006 1966 is no value there: "
            "expected a date",
        ),
    ),
    Fault(
        "a last day is open",
        put("claim-visit-until-almanac", value="open"),
        (
            "claims.json: claim-visit-until-almanac: value: CLM006 'open' is no value there: "
            "expected a date",
        ),
    ),
    Fault(
        "an end is no bound",
        claimed("end", "open", "never", "arcadia-nam-member"),
        (
            "claims.json: claim-arcadia-nam-member-end-almanac: value: CLM006 'never' is no "
            "value there: expected a date, open or unknown",
        ),
    ),
    Fault(
        "a first day is nothing",
        claimed("opened", "1964-10-05", None),
        (
            "claims.json: claim-summit-2-opened-almanac: value: CLM006 None is no value there: "
            "expected a date",
        ),
    ),
    Fault(
        "a number is a text",
        claimed("number", 2, "2"),
        (
            "claims.json: claim-summit-2-number-almanac: value: CLM006 '2' is no value there: "
            "expected a whole number",
        ),
    ),
    Fault(
        "a number is a truth",
        claimed("number", 2, value=True),
        (
            "claims.json: claim-summit-2-number-almanac: value: CLM006 True is no value there: "
            "expected a whole number",
        ),
    ),
    Fault(
        "a text is a number",
        claimed("city", "Brod", 2),
        (
            "claims.json: claim-summit-2-city-almanac: value: CLM006 2 is no value there: "
            "expected text",
        ),
    ),
    Fault(
        "a choice is none",
        claimed("format", "in-person", "on foot"),
        (
            "claims.json: claim-summit-2-format-almanac: value: CLM006 'on foot' is no value "
            "there: expected one of in-person, online, hybrid",
        ),
    ),
    Fault(
        "an id is of another kind",
        claimed("host", "borduria", "nam"),
        (
            "claims.json: claim-summit-2-host-almanac: value: CLM006 'nam' is no value there: "
            "expected an id of the states",
        ),
    ),
    Fault(
        "an id is of nothing",
        claimed("host", "borduria", "bordurja"),
        (
            "claims.json: claim-summit-2-host-almanac: value: CLM006 'bordurja' is no value "
            "there: expected an id of the states",
        ),
    ),
    Fault(
        "a list is a text",
        claimed("adopted_by", ["assembly"], "nam", "nac-res-7"),
        (
            "claims.json: claim-nac-res-7-adopted-by-almanac: value: CLM006 'nam' is no value "
            "there: expected a list, each an id of the meetings or organizations or states",
        ),
    ),
    Fault(
        "a list holds an id of another kind",
        claimed("adopted_by", ["assembly"], ["ada"], "nac-res-7"),
        (
            "claims.json: claim-nac-res-7-adopted-by-almanac: value: CLM006 ['ada'] is no value"
            " there: expected a list, each an id of the meetings or organizations or states",
        ),
    ),
    Fault(
        "a figure is a text",
        claimed("tally/yes", 1, "one", "vote-res-7"),
        (
            "claims.json: claim-vote-res-7-tally-yes-almanac: value: CLM006 'one' is no value "
            "there: expected a whole number",
        ),
    ),
    Fault(
        "a ballot is no choice",
        claimed("votes/arcadia", "yes", "maybe", "vote-res-7"),
        (
            "claims.json: claim-vote-res-7-votes-arcadia-almanac: value: CLM006 'maybe' is no "
            "value there: expected one of yes, no, abstain, absent",
        ),
    ),
    Fault(
        "a ballot is nothing",
        claimed("votes/arcadia", "yes", None, "vote-res-7"),
        (
            "claims.json: claim-vote-res-7-votes-arcadia-almanac: value: CLM006 None is no "
            "value there: expected one of yes, no, abstain, absent",
        ),
    ),
    Fault(
        "a date of a part is none",
        claimed("existence/0/start", "1955-01-01", "x", "arcadia"),
        (
            "claims.json: claim-arcadia-existence-0-start-almanac: value: CLM006 'x' is no "
            "value there: expected a date",
        ),
    ),
    Fault(
        "a part is a text",
        claimed("existence/0", "1955-01-01", "1956", "arcadia"),
        (
            "claims.json: claim-arcadia-existence-0-almanac: value: CLM006 '1956' is no value "
            "there: the path leads to a part of the record",
            "claims.json: claim-arcadia-existence-0-yearbook: value: CLM002 claims "
            "'1955-01-01', but arcadia has {'start': '1955-01-01'}",
            "claims.json: claim-arcadia-existence-0-yearbook: value: CLM006 '1955-01-01' is no "
            "value there: the path leads to a part of the record",
        ),
    ),
    Fault(
        "a standing is unconfirmed",
        claimed("standing", "held", "unconfirmed", "arcadia-nam-member"),
        (
            "claims.json: claim-arcadia-nam-member-standing-almanac: value: CLM010 "
            "'unconfirmed' is no value that a source says",
        ),
    ),
    Fault(
        "an end is unknown",
        claimed("end", "open", "unknown", "arcadia-nam-member"),
        (
            "claims.json: claim-arcadia-nam-member-end-almanac: value: CLM010 'unknown' is no "
            "value that a source says",
        ),
    ),
    Fault(
        "a claim is two sources'",
        put(
            "claim-visit-until-almanac",
            id="claim-visit-until-almanac-almanac",
            sources=[{"source": "almanac"}, {"source": "almanac"}],
        ),
        ("claims.json: claim-visit-until-almanac-almanac: sources: CLM007 rests on 2 citations",),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
