"""EVD on statements: each branch of each rule finds its own fault, and says what is wrong."""

from __future__ import annotations

from typing import Any

from faults import Change, Fault, assert_found, both, like, put, said, told

HEAD = "assertions.json: yearbook-count: "


def uncomputed(statement: str, value: Any) -> Change:
    """A statement that nothing decides."""
    given = {"statement": statement, "value": value, "about": ["arcadia"]}
    return said(**given, computation=..., comparison=...)


def bare(name: str = "parties", *parameters: list[Any], **values: Any) -> Change:
    """A statement on Arcadia whose words name nothing but Arcadia, one member and 1962."""
    given = {"statement": "Arcadia was one member in 1962.", "about": ["arcadia"]} | values
    return said(name, *parameters, **given)


def unsaid(statement: str, value: Any) -> Fault:
    """A statement whose words do not say what it asserts."""
    told_of = value[0] if isinstance(value, list) else value
    found = f"{HEAD}value: EVD016 neither the words about it nor the data say {told_of}"
    return Fault(statement, uncomputed(statement, value), (found,), spoken=False)


def written(statement: str, value: Any) -> Fault:
    """A statement whose words say what it asserts."""
    return Fault(statement, uncomputed(statement, value), (), spoken=False)


def day(path: str, text: str) -> tuple[str, ...]:
    words = "neither the words about it nor what it is about say"
    return (f"{HEAD}{path}: EVD018 {words} {text}",)


def compared(comparison: str) -> tuple[str, ...]:
    words = "the words about it do not say that it compares as"
    return (f"{HEAD}comparison: EVD019 {words} {comparison}",)


def ended(path: str, value: str, words: str, record: str = "arcadia-nam-member") -> Change:
    """A statement on a day of a record."""
    given = {"value": value, "statement": f"Arcadia: {words}.", "about": [record]}
    return said("date_of", ["record", record], ["path", path], **given)


def voted(words: str, *choice: str) -> Change:
    """A statement on how one state voted, or two."""
    given = {"statement": f"{len(choice)} {words}.", "about": ["vote-res-7"], "note": "So it is."}
    parameters = (["vote", "vote-res-7"], ["choice", list(choice)])
    return said("voters", *parameters, value=len(choice), **given)


BOTH = ["among", ["arcadia", "borduria"]]
APART = said("parties", ["on", "1962"], BOTH, about=["arcadia"])

FAULTS = [
    written("Arcadia has seven.", 7),
    written("Arcadia is the seventh.", 7),
    unsaid("Arcadia has some.", 7),
    written("Arcadia has one fifth.", 0.2),
    written("Arcadia has a third.", 0.333),
    written("Arcadia has 20 per cent.", 0.2),
    written("Arcadia has a majority.", 0.5),
    unsaid("Arcadia has a fifth.", 0.3),
    written("Arcadia came on 5 May 1962.", "1962-05-05"),
    unsaid("Arcadia came on 6 May 1962.", "1962-05-05"),
    written("Arcadia came.", "arcadia"),
    unsaid("Arcadia saw it.", "borduria"),
    unsaid("Arcadia saw it", ["borduria"]),
    written("Arcadia says: Peace first.", "peace first"),
    unsaid("Arcadia says nothing.", "peace first"),
    written("Arcadia did.", value=True),
    Fault(
        "more than a number",
        said(statement="Arcadia: more than 0 members in 1962.", comparison="at-least"),
        (),
        spoken=False,
    ),
    Fault(
        "at least a number that is not said",
        said(statement="Arcadia: at least some members in 1962.", comparison="at-least"),
        (f"{HEAD}value: EVD016 neither the words about it nor the data say 1",),
        spoken=False,
    ),
    Fault("what the data gives", said(statement="Arcadia: a member in 1962."), (), spoken=False),
    Fault(
        "a date that the data gives, but that is not said",
        bare("start_of", ["party", "arcadia"], statement="Arcadia joined.", value="1961"),
        (f"{HEAD}value: EVD016 neither the words about it nor the data say 1961",),
        spoken=False,
    ),
    Fault(
        "another record decides",
        said("start_of", ["party", "borduria"], value="1964", statement="It joined in 1964."),
        (f"{HEAD}computation/party: EVD017 borduria decides it, but it is not about it",),
    ),
    Fault(
        "a record decides that is named",
        said("start_of", ["party", "borduria"], value="1964", statement="Borduria did in 1964."),
        (),
    ),
    Fault(
        "a spell decides that is not named by its own name",
        said(
            "date_of",
            ["record", "borduria-nam-member"],
            ["path", "start"],
            value="1964-10",
            statement="Borduria became a member in October 1964.",
        ),
        (
            f"{HEAD}computation/record: EVD017 borduria-nam-member decides it, but it is not "
            "about it",
        ),
    ),
    Fault(
        "a list that no other has",
        APART,
        (f"{HEAD}computation/among: EVD017 borduria decides it, but it is not about it",),
    ),
    Fault(
        "a list that another has",
        both(APART, like("yearbook-count", id="yearbook-visit", kind="fact")),
        (),
    ),
    Fault(
        "an as-of day that nothing says",
        bare(as_of="1962-05-05"),
        day("as_of", "1962-05-05"),
        spoken=False,
    ),
    Fault(
        "a day of a computation that nothing says",
        said("parties", ["on", "1962-05-05"]),
        day("computation/on", "1962-05-05"),
    ),
    Fault(
        "a day of a computation inside another that nothing says",
        said(
            "difference",
            ["of", ["parties", [["on", "1962-05-05"]]]],
            ["less", ["parties", [["status", ["guest"]]]]],
            statement="One more than there were guests in 1962.",
        ),
        day("computation/on", "1962-05-05"),
    ),
    Fault(
        "the day of a note", bare(as_of="1962-05-05", note="As of 5 May 1962."), (), spoken=False
    ),
    Fault(
        "the day of a source",
        both(bare(as_of="1962-05-05"), put("yearbook", published="1962-05-05")),
        (),
        spoken=False,
    ),
    Fault("the end of a year", bare(as_of="1962-12-31"), (), spoken=False),
    Fault(
        "the end of another year",
        bare(as_of="1963-12-31"),
        day("as_of", "1963-12-31"),
        spoken=False,
    ),
    Fault("the end of a month", bare(as_of="1962-05-31", note="In May."), (), spoken=False),
    Fault(
        "the end of another month",
        bare(as_of="1962-04-30"),
        day("as_of", "1962-04-30"),
        spoken=False,
    ),
    Fault(
        "a month that nothing says", bare(as_of="1962-05"), day("as_of", "1962-05"), spoken=False
    ),
    Fault(
        "a day of what it is about",
        bare(as_of="1961-09-01", about=["arcadia-nam-member"]),
        (),
        spoken=False,
    ),
    Fault("about, but exact in words", bare(comparison="about"), compared("about"), spoken=False),
    Fault(
        "at most, but exact in words", bare(comparison="at-most"), compared("at-most"), spoken=False
    ),
    Fault("an end that is none", ended("start", "1961-09-01", "1 September 1961"), ()),
    Fault(
        "a start that is called an end",
        ended("start", "1961-09-01", "the end of it, 1 September 1961"),
        (f"{HEAD}computation/path: EVD020 the words about it do not say that it is about 'start'",),
    ),
    Fault(
        "an end that nothing calls so",
        ended("closed", "1961-09-06", "6 September 1961", "summit-1"),
        (
            f"{HEAD}computation/path: EVD020 the words about it do not say that it is about "
            "'closed'",
        ),
    ),
    Fault("an end", ended("closed", "1961-09-06", "the end, 6 September 1961", "summit-1"), ()),
    Fault(
        "another status is counted",
        said("parties", ["on", "1962"], ["status", ["guest"]], value=0, note="None: 0."),
        (
            f"{HEAD}computation/status: EVD021 the words about it name member, but it is decided "
            "by guest",
        ),
    ),
    Fault(
        "another status is counted by default",
        bare(statement="Arcadia was one observer in 1962."),
        (
            f"{HEAD}computation/status: EVD021 the words about it name observer, but it is "
            "decided by member",
        ),
        spoken=False,
    ),
    Fault("one of two statuses is counted", said(statement="One member, no observer, 1962."), ()),
    Fault("no status is named", said(statement="One in 1962."), ()),
    Fault(
        "another vote is counted",
        voted("voted for it", "no"),
        (f"{HEAD}computation/choice: EVD021 the words about it name yes, but it is decided by no",),
    ),
    Fault(
        "another vote is counted too",
        voted("voted for it", "yes", "no"),
        (
            f"{HEAD}computation/choice: EVD021 the words about it name yes, but it is decided by "
            "no, yes",
        ),
    ),
    Fault("the votes in favour are counted", voted("voted for it", "yes"), ()),
    Fault("the votes are not named", voted("voted", "yes"), ()),
    Fault(
        "exact, but hedged in words",
        said(statement="Arcadia: more than 1 member in 1962."),
        compared("equal"),
        spoken=False,
    ),
    Fault(
        "exact, but hedged beside the next number",
        said(statement="Arcadia: more than 0 members in 1962."),
        compared("equal"),
        spoken=False,
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
