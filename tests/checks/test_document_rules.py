"""DOC: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, more, part, put, told

FAULTS = [
    Fault(
        "a no rests on an extract",
        part("declaration-1", "provisions", 0, known_through="extract"),
        (
            "documents.json: declaration-1: provisions[0].occupation: DOC010 occupation is no, but"
            " the provision is known only through extract",
        ),
    ),
    Fault(
        "a no rests on a report",
        part("declaration-1", "provisions", 0, known_through="report"),
        (
            "documents.json: declaration-1: provisions[0].occupation: DOC010 occupation is no, but"
            " the provision is known only through report",
        ),
    ),
    Fault(
        "a document is adopted after its meeting",
        put("declaration-1", adopted="1961-09-07"),
        (
            "documents.json: declaration-1: adopted: DOC001 adopted on 1961-09-07, not a day of"
            " summit-1, 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a document is adopted before its meeting",
        put("declaration-1", adopted="1961-08-31"),
        (
            "documents.json: declaration-1: adopted: DOC001 adopted on 1961-08-31, not a day of"
            " summit-1, 1961-09-01 to 1961-09-06",
        ),
    ),
    Fault(
        "a symbol of the Assembly is of a later session",
        put("declaration-1", symbols=["A/17/9"]),
        (
            "documents.json: declaration-1: symbols: DOC002 A/17/9 is of 1962 or 1963, but the "
            "document is dated 1961-09-06",
        ),
    ),
    Fault(
        "a symbol of the Assembly is of an earlier session",
        put("declaration-1", symbols=["A/14/9"]),
        (
            "documents.json: declaration-1: symbols: DOC002 A/14/9 is of 1959 or 1960, but the "
            "document is dated 1961-09-06",
        ),
    ),
    Fault(
        "a symbol of the Council is of another year",
        put("declaration-1", symbols=["S/RES/100 (1962)"]),
        (
            "documents.json: declaration-1: symbols: DOC002 S/RES/100 (1962) is of 1962, but "
            "the document is dated 1961-09-06",
            "documents.json: declaration-1: id: DOC006 the id does not go with the symbol "
            "S/RES/100 (1962)",
        ),
    ),
    Fault(
        "a symbol of the Movement is of another year",
        put("declaration-1", symbols=["NAM 1962/Doc.1"]),
        (
            "documents.json: declaration-1: symbols: DOC002 NAM 1962/Doc.1 is of 1962, but the "
            "document is dated 1961-09-06",
        ),
    ),
    Fault(
        "a locator ends in a space",
        part("declaration-1", "provisions", locator="7 "),
        ("documents.json: declaration-1: provisions[0].locator: DOC003 '7 ' names no place",),
    ),
    Fault(
        "a locator fills two lines",
        part("declaration-1", "provisions", locator="7\n8"),
        ("documents.json: declaration-1: provisions[0].locator: DOC003 '7\\n8' names no place",),
    ),
    Fault(
        "a locator is long",
        part("declaration-1", "provisions", locator="7" + " a" * 40),
        (
            "documents.json: declaration-1: provisions[0].locator: DOC003 '7 a a a a a a a a a "
            "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a' names no place",
        ),
    ),
    Fault(
        "two provisions stand for one place and topic",
        more(
            "declaration-1",
            "provisions",
            {"locator": "7", "topic": "peace", "summary": "Best.", "known_through": "text"},
        ),
        ("documents.json: declaration-1: provisions: DOC004 '7' stands twice for peace",),
    ),
    Fault(
        "two documents have one symbol",
        put("nac-res-7", symbols=["NAC/RES/7", "NAC/1"]),
        ("documents.json: nac-res-7: symbols: DOC005 NAC/1 is also the symbol of declaration-1",),
    ),
    Fault(
        "the symbol of a resolution is not that in the id",
        both(put("nac-res-7", symbols=["NAC/RES/8"]), put("vote-res-7", symbol="NAC/RES/8")),
        ("documents.json: nac-res-7: id: DOC006 the id does not go with the symbol NAC/RES/8",),
    ),
    Fault(
        "no word says the kind",
        put("declaration-1", kind="doctrine"),
        (
            "documents.json: declaration-1: kind: DOC007 nothing in its title or id says that "
            "it is a doctrine",
        ),
    ),
    Fault(
        "a topic of a provision is misspelt",
        part("declaration-1", "provisions", topic="soverignty"),
        (
            "documents.json: declaration-1: provisions[0].topic: DOC008 no topic is called "
            "'soverignty'; did you mean 'sovereignty'?",
            "documents.json: nac-res-7: mentions[0].topic: DOC008 no topic is called 'peace'",
        ),
    ),
    Fault(
        "a topic of a document is unknown",
        put("nac-res-7", topics=["zzz"]),
        ("documents.json: nac-res-7: topics[0]: DOC008 no topic is called 'zzz'",),
    ),
    Fault(
        "a topic of a mention is misspelt",
        part("nac-res-7", "mentions", topic="palestin"),
        (
            "documents.json: declaration-1: provisions[0].topic: DOC008 no topic is called 'peace'",
            "documents.json: nac-res-7: mentions[0].topic: DOC008 no topic is called "
            "'palestin'; did you mean 'palestine'?",
        ),
    ),
    Fault(
        "a mention repeats a provision",
        put("declaration-1", mentions=[{"topic": "peace", "answer": "unknown"}]),
        (
            "documents.json: declaration-1: mentions[0]: DOC009 is said to be unknown on peace,"
            " but a provision or a topic shows it",
        ),
    ),
    Fault(
        "a mention repeats a topic",
        put("nac-res-7", topics=["peace"]),
        (
            "documents.json: nac-res-7: mentions[0]: DOC009 is said to be unknown on peace, but"
            " a provision or a topic shows it",
        ),
    ),
    Fault(
        "two mentions answer for one topic",
        more("nac-res-7", "mentions", {"topic": "peace", "answer": "no"}),
        (
            "documents.json: nac-res-7: mentions[0]: DOC009 is said to be unknown on peace, but"
            " more than once",
            "documents.json: nac-res-7: mentions[1]: DOC009 is said to be no on peace, but more"
            " than once",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
