"""Each source can be followed: it has an address, or else what a library finds it by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from nam_azerbaijan import Citation, Dataset, Record, Source
from nam_azerbaijan.records import COLLECTIONS

TABLES = "reference-tables"
MARK = "unevidenced beyond an unpublished table"
# What was seen without an address; the note or the stance of each says so.
UNADDRESSED = {
    TABLES,
    "alexs-atlas-borders",
    "precedent-a-res-76-175",
    "public-code-country-names",
    "wikidata-ids-historical-states",
}
NO_ADDRESS = re.compile(
    r"\bno address\b|does not name the repositories|public (?:repositories|map package)|"
    r"compiled from stored excerpts"
)
WHERE = re.compile(r"\bPublished at [A-Z]|\bVol\. \d|\bCited in fn \d|\bwithout an address\b")
# Sources that are editions or parts of what stands at one address.
SHARED = [
    {"azerbaijan-nam-page", "azerbaijan-nam-page-older"},
    {"cow-states-2016", "cow-states-2024"},
    {"democracydata-2025", "vdem-v15"},
    {"wikipedia-2nd-summit", "wikipedia-2nd-summit-older"},
]


def citations(nam: Dataset) -> Iterator[tuple[Record, Citation]]:
    """Every citation of every record, those of provisions among them."""
    for name in COLLECTIONS:
        for record in nam.collection(name):
            if isinstance(record, Record):
                yield from ((record, one) for one in record.sources)
                for part in getattr(record, "provisions", ()):
                    yield from ((record, one) for one in part.sources)


def same_place(url: str) -> str:
    """`url` without what two addresses of one page may differ in."""
    return re.sub(r"^https?://(?:www\.|m\.)?", "", url.partition("?outputType=")[0]).rstrip("/")


def findable(source: Source) -> bool:
    """Whether a source without an address names its publisher, its year and where it is printed."""
    return bool(source.publisher and source.published and WHERE.search(source.note))


# The tables that are not published


def test_what_rests_on_the_tables_is_marked(nam: Dataset) -> None:
    cited = [(record.id, one.says) for record, one in citations(nam) if one.source == TABLES]
    assert [(record, says) for record, says in cited if MARK not in says] == []


def test_no_preferred_claim_rests_on_the_tables(nam: Dataset) -> None:
    assert [
        claim.id
        for claim in nam.claims
        if claim.preferred and any(one.source == TABLES for one in claim.sources)
    ] == []


def test_no_source_is_known_through_the_tables(nam: Dataset) -> None:
    assert [
        source.id
        for source in nam.sources
        if source.cited_through == TABLES or TABLES in source.derives_from
    ] == []


# Addresses


def test_a_source_has_an_address_or_is_found_in_a_library(nam: Dataset) -> None:
    lost = {source.id for source in nam.sources if not source.url and not findable(source)}
    assert lost == UNADDRESSED


def test_what_has_no_address_says_so(nam: Dataset) -> None:
    said = {one: f"{nam.sources[one].stance} {nam.sources[one].note}" for one in UNADDRESSED}
    assert {one: text for one, text in said.items() if not NO_ADDRESS.search(text)} == {}


def test_nothing_but_editions_shares_an_address(nam: Dataset) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for source in nam.sources:
        if source.url:
            found[same_place(source.url)].add(source.id)
    shared = sorted((ids for ids in found.values() if len(ids) > 1), key=min)
    assert shared == SHARED


def test_what_was_not_seen_is_cited_where_it_says(nam: Dataset) -> None:
    """A source known through another is cited with the place in that one."""
    through = {source.id for source in nam.sources if source.cited_through}
    wrong = [
        (record.id, one.source)
        for record, one in citations(nam)
        if one.source in through and not (one.locator or nam.sources[one.source].note)
    ]
    assert wrong == []


def test_what_was_seen_was_read_on_a_day(nam: Dataset) -> None:
    assert [s.id for s in nam.sources if not s.cited_through and s.accessed is None] == []
