"""PRN: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, put, told

FAULTS = [
    Fault(
        "a number is left out",
        put("rules-3", number=4, id="rules-4"),
        ("principles.json: rules-4: number: PRN001 number 4 of rules is not number 3",),
    ),
    Fault(
        "a number stands twice",
        put("rules-3", number=2, id="rules-2-2"),
        (
            "principles.json: rules-2: number: PRN001 number 2 of rules is not number 2",
            "principles.json: rules-2-2: number: PRN001 number 2 of rules is not number 2",
        ),
    ),
    Fault(
        "a correspondence is not returned",
        put("virtues-1", corresponds_to=[]),
        ("principles.json: rules-1: corresponds_to: PRN002 virtues-1 does not name it in turn",),
    ),
    Fault(
        "an item corresponds to itself",
        put("rules-2", corresponds_to=["rules-2"]),
        ("principles.json: rules-2: corresponds_to: PRN002 rules-2 is of the same list",),
    ),
    Fault(
        "an item corresponds to another of its list",
        both(
            put("rules-2", corresponds_to=["rules-3"]), put("rules-3", corresponds_to=["rules-2"])
        ),
        (
            "principles.json: rules-2: corresponds_to: PRN002 rules-3 is of the same list",
            "principles.json: rules-3: corresponds_to: PRN002 rules-2 is of the same list",
        ),
    ),
    Fault(
        "an item is stated elsewhere",
        put("rules-3", stated_in="nac-res-7"),
        (
            "principles.json: rules-3: stated_in: PRN003 nac-res-7 is not where the other items"
            " of rules are stated",
        ),
    ),
    Fault(
        "an item is stated nowhere",
        put("rules-3", stated_in=...),
        (
            "principles.json: rules-3: stated_in: PRN003 none is not where the other items of "
            "rules are stated",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
