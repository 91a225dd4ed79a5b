"""The data as chosen sources have it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Dataset, Status, UnknownRecordError, check
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.records.walk import value_at

from factory import Rows, dataset, row, small

NAM = nam_azerbaijan.load()
SOURCES = sorted({claim.sources[0].source for claim in NAM.claims})
SLOW = settings(deadline=None, max_examples=25)
orders = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=4, unique=True)


def held(nam: Dataset, record: str, path: str) -> object:
    return plain(value_at(nam.get(record), path))


def test_another_source_gives_another_day() -> None:
    page = NAM.prefer("azerbaijan-nam-page")
    assert NAM.status("Azerbaijan", on="2011-05-25") is Status.MEMBER
    assert page.status("Azerbaijan", on="2011-05-25") is Status.OBSERVER
    assert page.status("Azerbaijan", on="2011-05-26") is Status.MEMBER
    (one,) = [one for one in page.moved if one.record == "azerbaijan-nam-member"]
    assert (one.path, one.before, one.after) == ("start", "2011-05-25", "2011-05-26")
    assert NAM.claims[one.claim_after].sources[0].source == "azerbaijan-nam-page"


def test_nothing_moves_unless_asked() -> None:
    assert NAM.moved == ()
    assert NAM.preferred == ()
    assert NAM.prefer().moved == ()
    assert NAM.prefer().diff(NAM) == ()


@SLOW
@given(orders)
def test_each_field_has_the_packaged_value_or_that_of_a_preferred_source(order: list[str]) -> None:
    preferred = NAM.prefer(*order)
    moved = {(one.record, one.path): one for one in preferred.moved}
    sides: dict[tuple[str, str], dict[str, list[object]]] = {}
    for claim in NAM.claims:
        said = sides.setdefault((claim.record, claim.path), {})
        said.setdefault(claim.sources[0].source, []).append(plain(claim.value))
    for (record, path), said in sides.items():
        first = next((said[source] for source in order if source in said), None)
        before = held(NAM, record, path)
        impossible = {(one.record, one.path) for one in preferred.refused}
        if first is None or before in first or (record, path) in impossible:
            one = moved.get((record, path))  # A number may be the same and be hedged otherwise.
            assert one is None or one.before == one.after
            continue
        one = moved[record, path]
        assert one.before == before
        assert one.after == first[0]


@SLOW
@given(orders)
def test_ids_stay_and_what_is_not_in_dispute_does_not_change(order: list[str]) -> None:
    preferred = NAM.prefer(*order)
    touched = {one.record for one in preferred.moved}
    claims = {key for one in preferred.moved for key in (one.claim_before, one.claim_after)}
    for name in COLLECTIONS:
        before, after = NAM.collection(name), preferred.collection(name)
        assert [one.id for one in before] == [one.id for one in after]
        for one in before:
            follows = getattr(one, "succeeded_by", None) in touched
            if one.id not in touched | claims and not follows:
                assert after[one.id] == one


@SLOW
@given(orders, orders)
def test_what_is_preferred_last_comes_first(first: list[str], then: list[str]) -> None:
    twice = NAM.prefer(*first).prefer(*then)
    assert twice.preferred == tuple(dict.fromkeys([*then, *first]))
    assert twice.moved == NAM.prefer(*then, *first).moved


@SLOW
@given(orders, st.randoms())
def test_order_matters_only_where_two_of_them_differ(order: list[str], random: object) -> None:
    shuffled = list(order)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (
        {(moved.record, moved.path): moved.after for moved in NAM.prefer(*some).moved}
        for some in (order, shuffled)
    )
    for place in one.keys() | other.keys():
        if one.get(place) != other.get(place):
            said = {
                claim.sources[0].source
                for claim in NAM.claims
                if (claim.record, claim.path) == place
            }
            assert len(said & set(order)) > 1


@pytest.mark.parametrize("source", ["strakes-2015", "azerbaijan-nam-page", "wikipedia-nam"])
def test_check_says_what_a_reading_breaks(source: str) -> None:
    found = check(NAM.prefer(source))
    assert found
    assert not {"CLM002", "CLM003", "CLM004", "CLM005"} & {one.code for one in found}


def test_all_sources_at_once_can_be_read_whole() -> None:
    preferred = NAM.prefer(*SOURCES)
    assert preferred.moved
    for name in COLLECTIONS:
        assert len(list(preferred.collection(name))) == len(NAM.collection(name))


def test_names_and_records_of_sources_will_do() -> None:
    by_record = NAM.prefer(NAM.sources["strakes-2015"])
    assert by_record.preferred == ("strakes-2015",)
    assert by_record.moved == NAM.prefer(NAM.sources["strakes-2015"].title).moved
    assert "strakes-2015" in repr(by_record)
    with pytest.raises(UnknownRecordError, match="strakes-2015"):
        NAM.prefer("strakes-2014")


def test_it_lasts_through_pickling_and_overlays(tmp_path: Path) -> None:
    preferred = NAM.prefer("azerbaijan-nam-page")
    copied = pickle.loads(pickle.dumps(preferred))
    assert copied.preferred == preferred.preferred
    assert copied.moved == preferred.moved
    (tmp_path / "persons.json").write_text("[]", encoding="utf-8")
    assert preferred.overlay(tmp_path).moved == preferred.moved


def test_an_end_that_a_successor_gives_can_be_another(nam: Dataset) -> None:
    term = "chair-azerbaijan-2019"
    preferred = nam.prefer("azerbaijan-nam-page")
    assert str(nam.chairmanships[term].end).startswith("2024-01")
    assert str(preferred.chairmanships[term].end) == "2023"


def started(rows: Rows, record: str, first: str, then: str) -> None:
    """Two claims on the start of a record: the yearbook's, preferred, and the almanac's."""
    for source, value in (("yearbook", first), ("almanac", then)):
        rows["claims"].append(
            {
                "id": f"claim-{record}-start-{source}",
                "record": record,
                "path": "start",
                "value": value,
                "reason": "For the test.",
                "sources": [{"source": source, "locator": "p. 3"}],
                **({"preferred": True} if source == "yearbook" else {"nature": "conflict"}),
            }
        )


def test_what_would_end_before_it_starts_cannot_win() -> None:
    rows = small()
    started(rows, "chair-arcadia-1961", "1961-09-01", "1965-01-01")
    nam = dataset(rows).prefer("almanac")
    (refused,) = nam.refused
    assert (refused.record, refused.after) == ("chair-arcadia-1961", "1965-01-01")
    assert [one.record for one in nam.moved] == ["visit"]
    assert nam.chair(on="1962-01-01") is not None
    found = [str(one) for one in check(nam) if one.code == "CLM008"]
    assert found == [
        "claims.json: claim-chair-arcadia-1961-start-almanac: value: CLM008 claims '1965-01-01', "
        "with which chair-arcadia-1961 would end before it starts"
    ]


def test_a_start_cannot_come_before_what_it_ends() -> None:
    rows = small()
    started(rows, "borduria-nam-member", "1964-10-05..1964-10-06", "1960-01-01")
    nam = dataset(rows).prefer("almanac")
    assert [one.record for one in nam.refused] == ["borduria-nam-member"]
    assert len(nam.memberships) == len(list(nam.memberships))


def test_bounds_that_fit_together_move_together() -> None:
    rows = small()
    started(rows, "chair-arcadia-1961", "1961-09-01", "1965-01-01")
    started(rows, "chair-borduria-1964", "1964-10-06", "1966-01-01")
    nam = dataset(rows).prefer("almanac")
    assert nam.refused == ()
    assert str(nam.chairmanships["chair-arcadia-1961"].end) == "1966-01-01"


def test_of_two_claims_of_one_source_the_preferred_one_stays() -> None:
    rows = small()
    second = {**row(rows, "claim-visit-until-yearbook")}
    second.update(
        id="claim-visit-until-yearbook-2", value="1966-03-09", nature="self-contradiction"
    )
    second.pop("preferred")
    rows["claims"].append(second)
    assert dataset(rows).prefer("yearbook").moved == ()
    (one,) = dataset(rows).prefer("almanac").moved
    assert one.claim_after == "claim-visit-until-almanac"
