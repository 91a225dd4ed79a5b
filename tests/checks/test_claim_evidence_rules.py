"""EVD on claims: each branch of each rule finds its own fault, and says what is wrong."""

from __future__ import annotations

from faults import Change, Fault, assert_found, both, like, part, put, told

HEAD = "claims.json: claim-visit-until-almanac: value: EVD014 the words about it do not say"


def claimed(record: str, path: str, held: object, value: object, says: str) -> Change:
    """A dispute on a field: a sound claim on what is held, and another, whose citation says so."""
    name = f"claim-{record}-{path.replace('/', '-').replace('_', '-')}"
    place = {"record": record, "path": path}
    return both(
        like("claim-visit-until-yearbook", id=f"{name}-yearbook", value=held, **place),
        like("claim-visit-until-almanac", id=f"{name}-almanac", value=value, **place),
        part(f"{name}-almanac", "sources", says=says),
    )


def written(record: str, path: str, held: object, value: object, says: str) -> Fault:
    """A dispute on a field that the words of its citation bear out."""
    return Fault(f"{says} of {path}", claimed(record, path, held, value, says), (), spoken=False)


def unwritten(record: str, path: str, held: object, value: object, says: str) -> Fault:
    """A dispute on a field that the words of its citation do not bear out."""
    name = f"claim-{record}-{path.replace('/', '-').replace('_', '-')}-almanac"
    told_of = value[0] if isinstance(value, list) else value
    found = f"claims.json: {name}: value: EVD014 the words about it do not say {told_of}"
    change = claimed(record, path, held, value, says)
    return Fault(f"{says} of {path}", change, (found,), spoken=False)


def dated(says: str, published: object = ...) -> Change:
    """The claim on the last day of the visit with another citation."""
    return both(
        part("claim-visit-until-almanac", "sources", says=says),
        put("almanac", published=published),
    )


FAULTS = [
    Fault("a day that is said", dated("it lasted until 5 March"), (), spoken=False),
    Fault("no day is said", dated("it lasted"), (f"{HEAD} 1966-03-05",), spoken=False),
    Fault("another day", dated("it lasted until 6 March"), (f"{HEAD} 1966-03-05",), spoken=False),
    Fault("the day of the source", dated("it ended", "1966-03-05"), (), spoken=False),
    Fault(
        "the day of the source beside another one",
        dated("it ended on 6 March", "1966-03-05"),
        (f"{HEAD} 1966-03-05",),
        spoken=False,
    ),
    written("summit-2", "number", 2, 4, "the fourth summit"),
    written("summit-2", "number", 2, 4, "summit number 4"),
    unwritten("summit-2", "number", 2, 4, "a summit, from 4 to 6 May 1964"),
    written("summit-2", "host", "borduria", "arcadia", "met in Arcadia"),
    unwritten("summit-2", "host", "borduria", "arcadia", "met there"),
    unwritten("declaration-1", "adopted_by", ["summit-1"], ["assembly"], "was adopted"),
    written("arcadia-at-summit-2", "capacity", "member", "guest", "a guest"),
    unwritten("arcadia-at-summit-2", "capacity", "member", "guest", "took part"),
    written("arcadia-at-summit-2", "attended", "yes", "no", "was not there"),
    unwritten("arcadia-at-summit-2", "attended", "yes", "no", "was there"),
    Fault(
        "a misprint that nothing names",
        claimed("summit-2", "city", "Brod", "Broud", "met there"),
        ("claims.json: claim-summit-2-city-almanac: value: EVD015 'broud' stands nowhere else",),
        spoken=False,
    ),
    written("summit-2", "city", "Brod", "Broud", "prints Broud"),
    Fault(
        "two spaces",
        claimed("summit-2", "city", "Brod", "Arx  Brod", "Arx Brod"),
        ("claims.json: claim-summit-2-city-almanac: value: EVD015 '' stands nowhere else",),
        spoken=False,
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
