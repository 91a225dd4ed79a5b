"""What a source says, in its order, and what sources say about a record."""

from __future__ import annotations

import itertools
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import Citation, Cited, Claim, Dataset, UnknownRecordError, load
from nam_azerbaijan.errors import AmbiguousRecordError
from nam_azerbaijan.records.walk import citations

from factory import dataset, row, small


def cite(*locators: str) -> Dataset:
    """A data set in which events cite one source at these places."""
    rows = small()
    rows["sources"].append({"id": "paper", "title": "Paper", "author": "P. Author", "kind": "media",
                            "seen": "whole"})  # fmt: skip
    rows["events"].extend(
        {
            "id": f"event-{number}",
            "kind": "other",
            "title": "Something",
            "date": "1970",
            "sources": [{"source": "paper", "locator": locator}],
        }
        for number, locator in enumerate(locators)
    )
    return dataset(rows)


def places(found: tuple[Cited, ...]) -> list[str]:
    return [one.citation.locator for one in found]


# Whole sources


@settings(deadline=None)
@given(st.data())
def test_every_citation_of_a_source_is_there_once(data: st.DataObject) -> None:
    nam = load()
    source = data.draw(st.sampled_from([source.id for source in nam.sources]))
    found = [(one.record.id, one.path, one.citation) for one in nam.cited(source)]
    assert len(set(found)) == len(found)
    assert set(found) == {
        (record.id, path, citation)
        for collection in nam.collections.values()
        for record in collection
        for path, citation in citations(record)
        if citation.source == source
    }


def test_a_citation_of_a_part_says_where(nam: Dataset) -> None:
    (one,) = [
        one
        for one in nam.cited("strakes-2015", locator="fn 76")
        if one.record.id == "final-document-tehran-2012" and one.path.startswith("provisions")
    ]
    assert isinstance(one, Cited)
    assert isinstance(one.citation, Citation)
    assert re.fullmatch(r"provisions\[\d+\]\.sources\[\d+\]", one.path)


def test_a_source_may_be_given_by_name(nam: Dataset) -> None:
    paper = cite("paragraph 1")
    by_id = paper.cited("paper")
    assert len(by_id) == 1
    for key in ("Paper", "p. author", "P Author", paper.sources["paper"]):
        assert paper.cited(key) == by_id
    assert nam.cited("Liz Fuller") == nam.cited("fuller")
    with pytest.raises(AmbiguousRecordError, match="strakes-2013 or strakes-2015"):
        nam.cited("Jason E. Strakes")
    with pytest.raises(UnknownRecordError, match="strakes"):
        nam.cited("Strakes 2015 paper")
    with pytest.raises(UnknownRecordError):
        nam.cited("summit-baku-2019")
    with pytest.raises(TypeError):
        nam.cited(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nam.cited(nam.meetings["summit-baku-2019"])  # type: ignore[arg-type]


def test_a_source_that_nothing_cites() -> None:
    rows = small()
    rows["sources"].append({"id": "idle", "title": "Idle", "kind": "media", "seen": "whole"})
    assert dataset(rows).cited("idle") == ()


# Order

PAPER = (
    "title page",
    "introduction, text at fn 2",
    "introduction, fn 9",
    "Introduction, fn 10",
    "section 1, text before fn 23",
    "section 1, fn 23",
    "section 1, text after fn 23",
    "fn 24, 71 and 82",
    "section 1, fn 25",
    "section 2, fn 31; section 1, fn 12",
    "section 10, text at fn 44 to 48 and fn 44-48",
    "Conclusion, text after fn 83",
)
PAGE = (
    "heading",
    "first paragraph",
    "paragraph 2",
    "paragraph 2, item 3",
    "paragraph 2, item 10",
    "paragraphs 9-12 (April 2020)",
    "paragraph 10",
    "paragraph 11 (October 2019)",
    "paragraph 11",
    "last paragraph",
)
COMMENTARY = (
    "abstract",
    "section Introduction, paragraph 1",
    "section Actions, paragraph 2",
    "section 'Actions', paragraph 10",
    "section Relevance, paragraph 1",
    "section Conclusion, paragraph 1",
)


@pytest.mark.parametrize("order", [PAPER, PAGE, COMMENTARY, ("p. 9", "p. 10", "pp. 99-101")])
def test_places_are_in_the_order_of_the_source(order: tuple[str, ...]) -> None:
    shuffled = list(order)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        found = places(cite(*shuffled).cited("paper"))
        if order is PAGE:  # The two are one place.
            found = [one.replace(" (October 2019)", "") for one in found]
            assert found == [one.replace(" (October 2019)", "") for one in order]
        else:
            assert found == list(order)


def test_at_one_place_the_order_is_that_of_collections_and_ids() -> None:
    found = cite(*["fn 2"] * 12).cited("paper")
    assert [one.record.id for one in found] == [f"event-{number}" for number in range(12)]


def test_the_notes_of_the_paper_are_in_order(nam: Dataset) -> None:
    notes = [
        int(match[1])
        for one in nam.cited("strakes-2015")
        if (match := re.search(r"\bfn (\d+)", one.citation.locator.partition(";")[0]))
    ]
    assert len(notes) > 300
    turns = [after for before, after in itertools.pairwise(notes) if after < before]
    assert len(turns) <= 3  # Where a locator names several parts, or a paragraph beside a note.


# Places


@pytest.mark.parametrize(
    ("locator", "wanted"),
    [
        ("fn 25", [0, 1, 5]),
        ("fn. 25", [0, 1, 5]),
        ("Footnote 25", [0, 1, 5]),
        ("note 25", [0, 1, 5]),
        ("25", [0, 1, 2, 5]),
        ("fn 2", []),
        ("fn 82", [4]),
        ("fn 77-82", [4]),
        ("fn 44", []),
        ("para. 25", [2]),
        ("paragraph 25", [2]),
        ("\N{SECTION SIGN} 3", [6]),
        ("section 1", [0, 1]),
        ("section 1, fn 25", [0, 1]),
        ("section 2, fn 25", []),
        ("abstract", [3]),
        ("ABSTRACT", [3]),
        ("introduction", [2]),
        ("introduction, paragraph 25", [2]),
        ("section introduction", [2]),
        ("conclusion", []),
    ],
)
def test_a_place(locator: str, wanted: list[int]) -> None:
    nam = cite(
        "section 1, fn 25",
        "section 1, text at fn 25",
        "Introduction, paragraph 25",
        "abstract",
        "fn 71, 82",
        "fn 24-26",
        "section 3",
    )
    found = {one.record.id for one in nam.cited("paper", locator=locator)}
    assert found == {f"event-{number}" for number in wanted}


def test_a_note_of_the_paper(nam: Dataset) -> None:
    found = nam.cited("strakes-2015", locator="footnote 25")
    assert "strakes-2015-observers-17" in {one.record.id for one in found}
    assert len(found) > 15
    assert all("25" in one.citation.locator for one in found)
    assert nam.cited("strakes-2015", locator="fn 25") == found


@settings(deadline=None)
@given(st.sampled_from(["", " ", "-", "?", "text at", "section"]))
def test_a_place_has_to_be_named(locator: str) -> None:
    with pytest.raises(ValueError, match="names no place"):
        cite("fn 1").cited("paper", locator=locator)


@pytest.mark.parametrize("strange", [25, ("fn", 25), b"25"])
def test_a_place_is_text(strange: Any) -> None:
    with pytest.raises(TypeError, match="expected a place"):
        cite("fn 1").cited("paper", locator=strange)


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4))
def test_any_locator_has_its_place(asked: str, held: list[str]) -> None:
    nam = cite(*held)
    assert sorted(places(nam.cited("paper"))) == sorted(held)
    try:
        found = nam.cited("paper", locator=asked)
    except ValueError as error:
        assert "names no place" in str(error)
    else:
        assert set(found) <= set(nam.cited("paper"))


# About


def test_about_a_spell(nam: Dataset) -> None:
    found = nam.about("azerbaijan-nam-member")
    keys = [one.id for one in found]
    assert "claim-azerbaijan-nam-member-start-azerbaijan-nam-page" in keys
    assert "strakes-2015-motive-reassure-moscow" in keys
    assert nam.about(nam.memberships["azerbaijan-nam-member"]) == found
    kinds = [isinstance(one, Claim) for one in found]
    assert kinds == sorted(kinds, reverse=True)  # Claims come first.


@settings(deadline=None)
@given(st.data())
def test_about_gives_all_that_names_the_record(data: st.DataObject) -> None:
    nam = load()
    named = [claim.record for claim in nam.claims] + [
        a for one in nam.assertions for a in one.about
    ]
    key = data.draw(st.sampled_from(sorted(set(named) - {m.part_of for m in nam.meetings})))
    found = {one.id for one in nam.about(key)}
    assert found == {claim.id for claim in nam.claims if claim.record == key} | {
        one.id for one in nam.assertions if key in one.about
    }


def test_about_a_meeting_is_also_about_its_parts() -> None:
    rows = small()
    part = row(rows, "ministers-1")
    rows["meetings"].append({**part, "id": "officials-1", "part_of": "ministers-1"})
    for claim, record in zip(rows["claims"], ("ministers-1", "officials-1"), strict=True):
        claim.update(record=record, path="closed")
    nam = dataset(rows)
    assert [one.id for one in nam.about("summit-1")] == [claim["id"] for claim in rows["claims"]]
    assert [one.id for one in nam.about("ministers-1")] == [c["id"] for c in rows["claims"]]
    assert [one.id for one in nam.about("officials-1")] == [rows["claims"][1]["id"]]
    assert nam.about("summit-2") == ()


def test_about_takes_former_ids_and_names() -> None:
    rows = small()
    rows["assertions"] = [
        {
            "id": "said",
            "statement": "It is old.",
            "kind": "judgement",
            "about": ["arcadia"],
            "sources": [{"source": "almanac"}],
        }
    ]
    nam = dataset(rows)
    for key in ("arcadia", "old-arcadia", "Arcadia", "QAA", nam.states["arcadia"]):
        assert [one.id for one in nam.about(key)] == ["said"]
    with pytest.raises(LookupError):
        nam.about("quokka")
    with pytest.raises(TypeError):
        nam.about(5)  # type: ignore[arg-type]
