"""SRC: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, more, part, put, told

FAULTS = [
    Fault(
        "a record cites nothing",
        put("cy", sources=[]),
        ("persons.json: cy: sources: SRC001 has no source",),
    ),
    Fault(
        "a source is not cited",
        like("yearbook", id="gazette", title="Gazette"),
        ("sources.json: gazette: id: SRC002 no record cites it, and no source derives from it",),
    ),
    Fault(
        "a source from which only itself derives is not cited",
        like(
            "yearbook", id="gazette", title="Gazette", cited_through=..., derives_from=["yearbook"]
        ),
        ("sources.json: gazette: id: SRC002 no record cites it, and no source derives from it",),
    ),
    Fault(
        "a citation names a field that is none",
        part("visit", "sources", fields=["date", "until", "colour"]),
        ("events.json: visit: sources[0]: SRC003 'colour' is no field of the record",),
    ),
    Fault(
        "a citation names a part that is none",
        both(
            put("summit-1", figures=[{"name": "heads", "value": 25}]),
            more("summit-1", "sources", {"source": "yearbook", "fields": ["figures/head"]}),
        ),
        ("meetings.json: summit-1: sources[1]: SRC003 'figures/head' is no field of the record",),
    ),
    Fault(
        "a citation of a part names a field that is none",
        part(
            "declaration-1",
            "provisions",
            sources=[{"source": "yearbook", "locator": "7", "fields": ["summary", "title"]}],
        ),
        (
            "documents.json: declaration-1: provisions[0].sources[0]: SRC003 'title' is no "
            "field of the record",
        ),
    ),
    Fault(
        "an address has no scheme",
        put("declaration-1", url="example.org/declaration"),
        (
            "documents.json: declaration-1: url: SRC004 'example.org/declaration' is no address"
            " of a page",
        ),
    ),
    Fault(
        "an address has another scheme",
        put("yearbook", url="ftp://example.org/yearbook"),
        (
            "sources.json: yearbook: url: SRC004 'ftp://example.org/yearbook' is no address "
            "of a page",
        ),
    ),
    Fault(
        "an address has no host",
        put("yearbook", url="https://yearbook"),
        ("sources.json: yearbook: url: SRC004 'https://yearbook' is no address of a page",),
    ),
    Fault(
        "an address has a space",
        put("yearbook", url="https://example.org/year book"),
        (
            "sources.json: yearbook: url: SRC004 'https://example.org/year book' is no address "
            "of a page",
        ),
    ),
    Fault(
        "an address is none at all",
        put("yearbook", url="https://[example.org/"),
        ("sources.json: yearbook: url: SRC004 'https://[example.org/' is no address of a page",),
    ),
    Fault(
        "nobody says when a source was read",
        put("yearbook", accessed=...),
        ("sources.json: yearbook: accessed: SRC005 was seen, but has no day of access",),
    ),
    Fault(
        "a source was read after the compilation",
        put("yearbook", accessed="2001-02-01"),
        ("sources.json: yearbook: accessed: SRC006 accessed on 2001-02-01, after 2001-01-31",),
    ),
    Fault(
        "a source that was seen is cited through another",
        put("yearbook", cited_through="almanac"),
        (
            "sources.json: yearbook: cited_through: SRC007 was seen, and yet is "
            "cited through another",
        ),
    ),
    Fault(
        "a source that was not seen is cited through none",
        put("almanac", seen="cited-through"),
        (
            "sources.json: almanac: cited_through: SRC007 was not seen, and does not say what "
            "cites it",
        ),
    ),
    Fault(
        "a source that was not seen is cited through another such",
        both(
            put("almanac", seen="cited-through", cited_through="digest"),
            like(
                "almanac",
                id="digest",
                title="Digest",
                seen="cited-through",
                cited_through="yearbook",
            ),
        ),
        (
            "sources.json: almanac: cited_through: SRC008 is cited through digest, which was "
            "not seen itself",
        ),
    ),
    Fault(
        "no citation supports a date",
        put(
            "visit",
            sources=[{"source": "yearbook", "locator": "p. 1", "fields": ["date", "title"]}],
        ),
        ("events.json: visit: until: SRC009 no citation supports until",),
    ),
    Fault(
        "no citation supports an end, nor the dates of an application",
        both(
            part("arcadia-nam-member", "sources", fields=["status"]),
            part("borduria-nam-observer", "sources", fields=["start"]),
            part("borduria-nam-member", "sources", fields=["start"]),
            part("borduria-application-1964", "sources", fields=["party"]),
        ),
        (
            "applications.json: borduria-application-1964: applied: SRC009 no citation supports"
            " applied",
            "applications.json: borduria-application-1964: decided: SRC009 no citation supports"
            " decided",
            "memberships.json: arcadia-nam-member: start: SRC009 no citation supports start",
            "memberships.json: borduria-nam-member: end: SRC009 no citation supports end",
        ),
    ),
    Fault(
        "a source was published after it was read",
        put("yearbook", published="2000-06-02"),
        (
            "sources.json: yearbook: published: SRC010 published on 2000-06-02, after it was "
            "read on 2000-06-01",
        ),
    ),
    Fault(
        "a source was published after the compilation",
        both(
            put("almanac", published="2001-02-01", accessed=...),
            put("almanac", seen="cited-through", cited_through="yearbook"),
        ),
        (
            "sources.json: almanac: published: SRC010 published on 2001-02-01, after the "
            "compilation on 2001-01-31",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
