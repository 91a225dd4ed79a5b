"""AST: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from typing import Any

from faults import Change, Fault, assert_found, both, new, put, told

from nam_azerbaijan.verdicts.registry import FORMULAS


def said(name: str = "parties", *parameters: list[Any], **values: Any) -> Change:
    """A sound statement of the almanac that there was one member in 1962, or one changed."""
    made: dict[str, Any] = {
        "id": "yearbook-count",
        "statement": "The yearbook counts one member in 1962.",
        "kind": "count",
        "about": ["nam"],
        "computation": {"name": name, "parameters": list(parameters) or [["on", "1962-01-01"]]},
        "comparison": "equal",
        "value": 1,
    } | values
    return new("assertions", **{name: one for name, one in made.items() if one is not ...})


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
]


@told(*FAULTS)
def test_a_fault_is_found(fault: Fault) -> None:
    assert_found(fault)


def test_every_computation_says_what_it_gives() -> None:
    for name, function in FORMULAS.items():
        assert function.__doc__, name
