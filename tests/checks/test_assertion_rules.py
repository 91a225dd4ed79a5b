"""AST: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, new, put, said, told

from nam_azerbaijan import check
from nam_azerbaijan.verdicts.registry import FORMULAS

from factory import dataset, small

HEAD = "assertions.json: yearbook-count: "

FAULTS = [
    Fault("a sound statement", said(), ()),
    Fault(
        "no such computation",
        said("partys"),
        (f"{HEAD}computation: AST001 there is no formula 'partys'; did you mean 'parties'?",),
    ),
    Fault(
        "no such parameter",
        said("parties", ["on", "1962"], ["states", "member"]),
        (f"{HEAD}computation: AST001 parties has no parameter 'states'; did you mean 'status'?",),
    ),
    Fault(
        "a parameter is missing",
        said("chair_of", ["on", "1962"]),
        (f"{HEAD}computation: AST001 there is no formula 'chair_of'; did you mean 'chair'?",),
    ),
    Fault(
        "a needed parameter is missing",
        said("status_of", ["on", "1962"], value="member"),
        (f"{HEAD}computation: AST001 status_of needs a parameter 'party'",),
    ),
    Fault(
        "no such day",
        said("parties", ["on", "1962-13"]),
        (
            f"{HEAD}computation: AST001 on: '1962-13' is no date: expected YYYY, YYYY-MM, "
            "YYYY-MM-DD or two of these with '..' between",
        ),
    ),
    Fault(
        "no such choice",
        said("parties", ["on", "1962"], ["status", ["membre"]]),
        (f"{HEAD}computation: AST001 status: 'membre' is not a valid Status",),
    ),
    Fault(
        "no list",
        said("parties", ["on", "1962"], ["status", "member"]),
        (f"{HEAD}computation: AST001 status: expected a list, got 'member'",),
    ),
    Fault(
        "no such record",
        said("parties", ["on", "1962"], ["among", ["arcadia", "nowhere"]]),
        (f"{HEAD}computation: AST001 among: 'nowhere' is no record",),
    ),
    Fault(
        "no number",
        said("start_of", ["party", "arcadia"], ["number", True], value="1961"),
        (f"{HEAD}computation: AST001 number: expected int, got True",),
    ),
    Fault(
        "a computation inside another",
        said(
            "share",
            ["part", ["parties", [["on", "1962"]]]],
            ["whole", ["parties", [["among", ["nowhere"]]]]],
        ),
        (f"{HEAD}computation: AST001 whole: among: 'nowhere' is no record",),
    ),
    Fault(
        "nothing is asserted",
        said(value=...),
        (f"{HEAD}value: AST002 is missing, so that nothing can be compared",),
    ),
    Fault(
        "no comparison",
        said(comparison=...),
        (f"{HEAD}comparison: AST002 is missing, so that nothing can be compared",),
    ),
    Fault(
        "nothing is computed",
        said(computation=...),
        (f"{HEAD}comparison: AST002 compares, but nothing is computed",),
    ),
    Fault(
        "a number is asserted as text",
        said(value="one"),
        (f"{HEAD}value: AST002 expected a number, got 'one'",),
    ),
    Fault(
        "a date is compared as a set",
        said("start_of", ["party", "arcadia"], value="1961", comparison="same-set"),
        (f"{HEAD}value: AST002 a date is not compared as same-set",),
    ),
    Fault(
        "a day that the data does not know",
        said(as_of="2001-01-01"),
        (f"{HEAD}as_of: AST003 2001-01-01 lies after 2000-12-31",),
    ),
    Fault(
        "a dispute with one side",
        said(dispute="dispute-count"),
        (f"{HEAD}dispute: AST004 no other side belongs to dispute-count",),
    ),
    Fault(
        "a dispute with the id of a record",
        both(
            said(dispute="visit"),
            put("claim-visit-until-almanac", dispute="visit"),
            put("claim-visit-until-yearbook", dispute="visit"),
        ),
        (
            f"{HEAD}dispute: AST005 'visit' does not begin with 'dispute-'",
            "claims.json: claim-visit-until-almanac: dispute: AST005 'visit' does not begin "
            "with 'dispute-'",
            "claims.json: claim-visit-until-yearbook: dispute: AST005 'visit' does not begin "
            "with 'dispute-'",
        ),
    ),
    Fault(
        "a nature of nothing",
        said(nature="scope"),
        (f"{HEAD}nature: AST006 differs as scope, but from nothing",),
    ),
    Fault(
        "what is wrong is not explained",
        said(value=2, statement="The yearbook counts two members in 1962."),
        (
            f"{HEAD}value: AST007 the data contradicts it, but neither a note nor its nature "
            "says why",
        ),
    ),
    Fault(
        "what is wrong is explained in a note",
        said(value=2, statement="It counts two members in 1962.", note="It may count guests."),
        (),
    ),
    Fault(
        "what is wrong has a nature",
        both(
            said(value=2, statement="Two in 1962.", dispute="dispute-count", nature="conflict"),
            said(id="yearbook-count-2", dispute="dispute-count"),
        ),
        (),
    ),
    Fault(
        "there is no such field",
        said("value_of", ["record", "arcadia"], ["path", "colour"], value="red"),
        (f"{HEAD}computation: AST008 'colour' leads nowhere in arcadia",),
    ),
    Fault(
        "the field is empty",
        said("value_of", ["record", "arcadia-nam-member"], ["path", "succeeded_by"], value="red"),
        (f"{HEAD}computation: AST008 'succeeded_by' leads nowhere in arcadia-nam-member",),
    ),
    Fault(
        "there is no such field in a computation inside another",
        said(
            "share",
            ["part", ["value_of", [["record", "arcadia"], ["path", "number"]]]],
            ["whole", ["parties", []]],
            value=0.5,
            comparison="about",
            statement="It has about half of them in 1962.",
        ),
        (f"{HEAD}computation: AST008 'number' leads nowhere in arcadia",),
    ),
    Fault(
        "a date is computed from what is none",
        said(
            "date_of",
            ["record", "arcadia-nam-member"],
            ["path", "end"],
            value="1962",
            statement="It ended in 1962.",
        ),
        (f"{HEAD}computation: AST008 'end' of arcadia-nam-member is no date",),
    ),
    Fault(
        "a number is asserted of what is none",
        said("value_of", ["record", "arcadia-nam-member"], ["path", "status"], note="So it is."),
        (f"{HEAD}computation: AST008 'status' of arcadia-nam-member is not what 1 is",),
    ),
    Fault(
        "there is no such list",
        said("items_in_list", ["set", "ruls"], note="So it is."),
        (f"{HEAD}computation: AST008 no set is called 'ruls'",),
    ),
    Fault(
        "the sides of a dispute have nothing in common",
        both(
            said(dispute="dispute-quarrel", about=["nam"]),
            new(
                "assertions",
                id="yearbook-virtues",
                statement="Peacefulness is number 1 of the virtues.",
                kind="judgement",
                about=["virtues-1"],
                dispute="dispute-quarrel",
            ),
        ),
        tuple(
            f"assertions.json: yearbook-{key}: dispute: AST009 has nothing in common with the "
            "other sides of dispute-quarrel, nor with its words"
            for key in ("count", "virtues")
        ),
        spoken=False,
    ),
    Fault(
        "the sides of a dispute have a word of its id in common",
        both(
            said(dispute="dispute-quarrel", note="A quarrel."),
            new(
                "assertions",
                id="yearbook-quarrel",
                statement="Peacefulness is number 1 of the virtues.",
                kind="judgement",
                about=["virtues-1"],
                dispute="dispute-quarrel",
            ),
        ),
        (),
    ),
    Fault(
        "a claim and a statement speak of one record",
        said(
            "date_of",
            ["record", "visit"],
            ["path", "until"],
            value="1966-03-04",
            statement="Ada visits Borduria until 4 March 1966.",
            about=["visit"],
            dispute="dispute-visit-until",
        ),
        (),
    ),
    Fault(
        "a statement on a disputed value stands apart",
        said(
            "date_of",
            ["record", "visit"],
            ["path", "until"],
            value="1966-03-04",
            statement="Ada visits Borduria until 4 March 1966.",
            about=["visit"],
        ),
        (f"{HEAD}dispute: AST010 until of visit is disputed in dispute-visit-until",),
    ),
    Fault(
        "a statement on a disputed start stands apart",
        both(
            like(
                "claim-visit-until-yearbook",
                id="claim-arcadia-nam-member-start-yearbook",
                record="arcadia-nam-member",
                path="start",
                value="1961-09-01",
            ),
            like(
                "claim-visit-until-almanac",
                id="claim-arcadia-nam-member-start-almanac",
                record="arcadia-nam-member",
                path="start",
                value="1962-01-01",
            ),
            said(
                "start_of",
                ["party", "arcadia"],
                value="1961",
                statement="Arcadia became a member in 1961.",
            ),
        ),
        (
            f"{HEAD}dispute: AST010 start of arcadia-nam-member is disputed in "
            "dispute-arcadia-nam-member-start",
        ),
    ),
]


@told(*FAULTS)
def test_a_fault_is_found(fault: Fault) -> None:
    assert_found(fault)


def test_every_computation_says_what_it_gives() -> None:
    for name, function in FORMULAS.items():
        assert function.__doc__, name


def test_what_the_data_does_not_cover_is_no_fault_of_a_statement() -> None:
    rows = small()
    said("start_of", ["party", "arcadia"], ["body", "assembly"], value="1961")(rows)
    scope = {"since": "1961-01-01", "until": "2000-12-31", "scope": "The Movement."}
    whole = [{"bodies": ["nam"]}]
    found = check(dataset(rows, coverage={"memberships": {**scope, "whole": whole}}))
    assert [one for one in found if one.code.startswith("AST")] == []
