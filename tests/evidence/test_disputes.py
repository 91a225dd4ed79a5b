"""Disputes: every claim in one, tied sides together, found by what they are about."""

from __future__ import annotations

import pickle

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset, Nature, UnknownRecordError

from factory import dataset, row, small


def test_there_are_many(nam: Dataset) -> None:
    assert len(nam.disputes()) >= 300


def test_every_claim_and_every_tied_statement_is_in_one(nam: Dataset) -> None:
    claims = [claim.id for one in nam.disputes() for claim in one.claims]
    assert sorted(claims) == sorted(claim.id for claim in nam.claims)
    said = [statement.id for one in nam.disputes() for statement in one.assertions]
    assert sorted(said) == sorted(one.id for one in nam.assertions if one.dispute)


def test_each_has_an_id_of_its_own_and_two_sides(nam: Dataset) -> None:
    found = nam.disputes()
    assert len({one.id for one in found}) == len(found)
    assert not {one.id for one in found} & set(nam.home)
    for one in found:
        assert len(one.claims) + len(one.assertions) > 1, one.id
        assert one.records, one.id


def test_the_preferred_claim_comes_first(nam: Dataset) -> None:
    for one in nam.disputes():
        if one.claims:
            assert one.claims[0].preferred, one.id


def test_the_day_of_admission() -> None:
    nam = nam_azerbaijan.load()
    one = nam.dispute("dispute-azerbaijan-nam-member-start")
    assert one.records == ("azerbaijan-nam-member",)
    assert one.paths == ("start",)
    assert [claim.value for claim in one.claims] == ["2011-05-25", "2011-05-26"]
    assert one.nature is Nature.CONFLICT
    assert one.sources[:2] == ("strakes-2015", "azerbaijan-nam-page")
    assert one in nam.disputes(about="Azerbaijan")
    assert one in nam.disputes(about="azerbaijan-nam-member")
    assert one in nam.disputes(source="azerbaijan-nam-page", nature="conflict")
    assert one not in nam.disputes(nature="garbled")
    assert one not in nam.disputes(about="India")


def test_filters_agree_with_a_plain_scan(nam: Dataset) -> None:
    every = nam.disputes()
    for nature in Nature:
        held = tuple(one for one in every if nature in one.natures)
        assert nam.disputes(nature=nature) == held
    for key in ("strakes-2015", "azerbaijan-nam-page", "cow-igo-v3"):
        held = tuple(
            one
            for one in every
            if any(
                cited.source == key
                for side in (*one.claims, *one.assertions)
                for cited in side.sources
            )
        )
        assert held
        assert nam.disputes(source=key) == held


def test_what_is_not_known_raises(nam: Dataset) -> None:
    with pytest.raises(UnknownRecordError, match="dispute-azerbaijan-nam-member-start"):
        nam.dispute("dispute-azerbaijan-nam-member-strat")
    with pytest.raises(ValueError, match="garbled"):
        nam.disputes(nature="gabled")
    with pytest.raises(LookupError):
        nam.disputes(about="nobody at all")
    with pytest.raises(LookupError):
        nam.disputes(source="no such paper")


def test_a_key_ties_sides_of_several_records() -> None:
    rows = small()
    for key in ("claim-visit-until-yearbook", "claim-visit-until-almanac"):
        row(rows, key)["dispute"] = "dispute-visit"
    rows["assertions"].append(
        {
            "id": "almanac-two-summits",
            "statement": "The almanac counts two summits.",
            "kind": "count",
            "about": ["summit-1", "summit-2"],
            "dispute": "dispute-visit",
            "nature": "scope",
            "sources": [{"source": "almanac", "locator": "p. 9"}],
        }
    )
    (one,) = [one for one in dataset(rows).disputes() if one.id == "dispute-visit"]
    assert one.records == ("visit",)
    assert [said.id for said in one.assertions] == ["almanac-two-summits"]
    assert Nature.SCOPE in one.natures
    assert one in dataset(rows).disputes(about="summit-1")


def test_statements_alone_make_a_dispute() -> None:
    rows = small()
    for source, count in (("almanac", "two"), ("yearbook", "three")):
        rows["assertions"].append(
            {
                "id": f"{source}-summits",
                "statement": f"The {source} counts {count} summits.",
                "kind": "count",
                "about": ["nam"],
                "dispute": "dispute-summits",
                "sources": [{"source": source, "locator": "p. 9"}],
            }
        )
    one = dataset(rows).dispute("dispute-summits")
    assert one.records == ("nam",)
    assert not one.claims
    assert not one.paths
    assert one.nature is Nature.CONFLICT


def test_disputes_can_be_pickled(nam: Dataset) -> None:
    found = nam.disputes(about="azerbaijan")
    assert pickle.loads(pickle.dumps(found)) == found
