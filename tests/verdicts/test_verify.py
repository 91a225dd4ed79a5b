"""Verdicts on the statements of the packaged data, and of a small one that is changed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Ruling, Verdict, verify
from nam_azerbaijan.verdicts.registry import FORMULAS

from factory import Rows, dataset, row, small

NAM = nam_azerbaijan.load()
VERDICTS = {one.assertion: one for one in verify(NAM)}


def test_every_statement_with_a_computation_has_one() -> None:
    assert list(VERDICTS) == [one.id for one in NAM.assertions if one.computation]


def test_every_verdict_can_be_followed() -> None:
    for one in VERDICTS.values():
        assert all(key in NAM.home for key in one.records), one
        assert one.sentence.endswith("."), one
        if one.verdict is not Ruling.UNDECIDED:
            assert one.records, one
            assert one.computed is not None, one


NAMED = {
    "strakes-2015-yes-35-members": (Ruling.CONTRADICTED, 3),
    "strakes-2015-members-added-24": (Ruling.CONTRADICTED, -1),
    "strakes-2015-fourth-former-soviet": (Ruling.SUPPORTED, 0),
    "strakes-2015-members-120": (Ruling.SUPPORTED, 0),
    "azerbaijan-nam-page-admission-bali": (Ruling.CONTRADICTED, 1),
    "fuller-seven-months": (Ruling.UNDECIDED, 0),
    "strakes-2015-no-members": (Ruling.SUPPORTED, None),
}


@pytest.mark.parametrize("key", NAMED)
def test_named_statements(key: str) -> None:
    assert (VERDICTS[key].verdict, VERDICTS[key].off) == NAMED[key]


def test_32_members_voted_for_the_resolution() -> None:
    one = VERDICTS["strakes-2015-yes-35-members"]
    assert len(one.computed) == 32
    assert one.sentence == "Said: 35; the data gives 32."
    assert "vote-a-res-62-243" in one.records


def test_a_source_does_not_bear_itself_out() -> None:
    echo = [one for one in VERDICTS.values() if "same source alone" in one.sentence]
    assert echo
    assert all(one.verdict is Ruling.UNDECIDED for one in echo)


def test_those_of_one_source() -> None:
    one = verify(NAM, source="strakes-2015")
    assert {v.assertion for v in one} == {key for key in VERDICTS if key.startswith("strakes-2015")}
    with pytest.raises(LookupError):
        verify(NAM, source="no such paper")


def test_another_reading_gives_other_verdicts() -> None:
    page = {one.assertion: one for one in verify(NAM.prefer("azerbaijan-nam-page"))}
    key = "azerbaijan-nam-page-admission-bali"
    assert VERDICTS[key].verdict is Ruling.CONTRADICTED
    assert page[key].verdict is not Ruling.CONTRADICTED


# A small data set, in which what decides a statement is changed.


def said(name: str, parameters: dict[str, Any], value: Any, **more: Any) -> Rows:
    rows = small()
    rows["sources"].append(
        {"id": "essay", "title": "Essay", "kind": "commentary", "seen": "whole",
         "published": "1999-06-01"}
    )  # fmt: skip
    rows["assertions"].append(
        {
            "id": "essay-says",
            "statement": "The essay says so.",
            "kind": "count",
            "computation": {"name": name, "parameters": [list(one) for one in parameters.items()]},
            "comparison": more.pop("comparison", "equal"),
            "value": value,
            "sources": [{"source": "essay", "locator": "p. 1"}],
            **more,
        }
    )
    return rows


def verdict(rows: Rows) -> Verdict:
    (one,) = verify(dataset(rows))
    return one


# The name of a computation, its parameters, what it finds, and a change of a record that decides.
SAMPLE: list[tuple[str, dict[str, Any], Any, tuple[str, str, Any]]] = [
    ("parties", {"on": "1965-01-01"}, ["arcadia", "borduria"],
     ("arcadia-nam-member", "start", "1966-01-01")),
    ("parties", {"on": "1962-01-01", "status": ["observer"]}, ["borduria"],
     ("borduria-nam-observer", "status", "guest")),
    ("joined", {"since": "1961-01-01", "until": "1963-01-01"}, ["arcadia"],
     ("arcadia-nam-member", "start", "1964-01-01")),
    ("left", {"since": "1990-01-01", "until": "2000-01-01"}, ["borduria"],
     ("borduria-nam-member", "end", "1989-01-01")),
    ("start_of", {"party": "arcadia"}, "1961-09-01", ("arcadia-nam-member", "start", "1961-09-02")),
    ("end_of", {"party": "borduria"}, "1999-01-01", ("borduria-nam-member", "end", "1998-01-01")),
    ("status_of", {"party": "arcadia", "on": "1970-01-01"}, "member",
     ("arcadia-nam-member", "status", "observer")),
    ("throughout", {"party": "arcadia", "since": "1965-01-01", "until": "1966-01-01"}, True,
     ("arcadia-nam-member", "end", "1965-06-01")),
    ("ever", {"party": "borduria"}, True, ("borduria-nam-member", "status", "guest")),
    ("order_of", {"party": "borduria", "among": ["arcadia"]}, 2,
     ("arcadia-nam-member", "start", "1970-01-01")),
    ("parties_in_all", {"on": "1965-01-01", "bodies": ["nam"]}, ["arcadia", "borduria"],
     ("arcadia-nam-member", "start", "1966-01-01")),
    ("bodies_of", {"party": "arcadia", "among": ["nam", "assembly"], "until": "1965-01-01"},
     ["nam"], ("arcadia-nam-member", "start", "1966-01-01")),
    ("regions", {"on": "1965-01-01"}, [""], ("arcadia", "region", "europe")),
    ("date_of", {"record": "visit", "path": "date"}, "1966-03-01", ("visit", "date", "1966-03-02")),
    ("value_of", {"record": "summit-2", "path": "city"}, "Brod", ("summit-2", "city", "Ford")),
    ("items_of", {"record": "declaration-1", "path": "symbols"}, ["NAC/1"],
     ("declaration-1", "symbols", ["NAC/2"])),
    ("parts_of", {"organization": "nam"}, ["assembly"], ("assembly", "parent", None)),
    ("items_in_list", {"set": "rules"}, ["rules-1", "rules-2", "rules-3"],
     ("rules-2", "set", "virtues")),
    ("held", {"record": "summit-2"}, True, ("summit-2", "standing", "rejected")),
    ("time_between", {"first": "visit", "first_path": "date", "second": "visit",
                      "second_path": "until", "inclusive": True}, 4,
     ("visit", "until", "1966-03-06")),
    ("share", {"part": ["parties", [["on", "1965"]]],
               "whole": ["parties", [["on", "1965"], ["status", ["member", "observer"]]]]}, 1,
     ("arcadia-nam-member", "status", "observer")),
    ("difference", {"of": ["parties", [["on", "1965"]]],
                    "less": ["parties", [["on", "1965"], ["status", ["observer"]]]]}, 2,
     ("arcadia-nam-member", "status", "observer")),
    ("chair", {"on": "1963-01-01"}, "arcadia", ("chair-arcadia-1961", "state", "borduria")),
    ("chairs", {"since": "1962-01-01", "until": "1966-01-01"}, ["arcadia", "borduria"],
     ("chair-borduria-1964", "state", "arcadia")),
    ("person_in_chair", {"on": "1963-01-01"}, "ada", ("ada-chair-1961", "person", "bo")),
    ("terms_of_years", {"years": 3, "slack_months": 4}, 1,
     ("chair-arcadia-1961", "start", "1963-09-01")),
    ("chairing_summits_at_home", {"since": "1961-01-01", "until": "1990-01-01"}, 1,
     ("summit-2", "host", "arcadia")),
    ("times_in_chair", {"state": "arcadia"}, 2, ("chair-arcadia-1968", "state", "borduria")),
    ("meetings", {"since": "1961-01-01", "kinds": ["summit"]},
     ["summit-1", "summit-2", "summit-3"], ("summit-2", "standing", "rejected")),
    ("mean_interval", {"series": "nam-summit", "since": "1961-01-01"}, 3.168,
     ("summit-3", "opened", "1970-01-02")),
    ("attended", {"party": "arcadia"}, ["summit-2"], ("arcadia-at-summit-2", "attended", "no")),
    ("attendants", {"meeting": "summit-2", "among": ["arcadia"]}, ["arcadia"],
     ("arcadia-at-summit-2", "attended", "no")),
    ("documents_on", {"topic": "peace", "kinds": ["declaration"]}, ["declaration-1"],
     ("declaration-1", "adopted", "1999-12-31")),
    ("every_document_on", {"topic": "peace", "kinds": ["declaration"]}, True,
     ("declaration-1", "provisions", [])),
    ("parties_in_all", {"on": "1965", "bodies": ["nam"]}, ["arcadia", "borduria"],
     ("arcadia-nam-member", "status", "observer")),
    ("bodies_of", {"party": "arcadia", "among": ["nam", "assembly"]}, ["nam"],
     ("arcadia-nam-member", "party", "borduria")),
    ("first_document_on", {"topic": "peace"}, "declaration-1",
     ("declaration-1", "adopted", "1971-01-01")),
    ("voters", {"vote": "vote-res-7", "choice": ["no"]}, ["borduria"],
     ("vote-res-7", "votes", [])),
]  # fmt: skip


def comparison(value: Any) -> str:
    return "same-set" if isinstance(value, list) else "equal"


def test_every_computation_is_sampled() -> None:
    assert {name for name, *_ in SAMPLE} | {"place_in_office"} == set(FORMULAS)


@pytest.mark.parametrize("case", SAMPLE, ids=[f"{n}-{one[0]}" for n, one in enumerate(SAMPLE)])
def test_what_is_so_is_supported_and_changes_with_its_record(case: Any) -> None:
    name, parameters, value, (key, field, changed) = case
    rows = said(name, parameters, value, comparison=comparison(value))
    before = verdict(rows)
    if isinstance(value, float):
        assert before.computed == pytest.approx(value, abs=0.001)
    else:
        assert before.verdict is Ruling.SUPPORTED, before
    if changed is None:
        row(rows, key).pop(field)
    else:
        row(rows, key)[field] = changed
    after = verdict(rows)
    assert after.computed != before.computed
    assert after.verdict is not Ruling.SUPPORTED


def test_a_place_in_office_is_at_least_that_of_those_known() -> None:
    parameters = {"person": "ada", "state": "arcadia", "titles": ["President"]}
    rows = said("place_in_office", parameters, 1)
    assert verdict(rows).sentence == "The data does not know."
    office = {"title": "President", "state": "arcadia", "period": {"start": "1960-01-01"}}
    row(rows, "ada")["offices"] = [office]
    assert verdict(rows).verdict is Ruling.UNDECIDED  # The data may lack one before her.
    assert verdict(rows).computed == [1, None]
    row(rows, "bo")["offices"] = [office | {"period": {"start": "1950-01-01"}}]
    assert verdict(rows).verdict is Ruling.CONTRADICTED
    assert verdict(rows).computed == [2, None]


@given(st.integers(1955, 1999), st.integers(1955, 1999))
def test_counts_agree_with_the_queries(first: int, last: int) -> None:
    first, last = sorted((first, last))
    nam = dataset(said("parties", {"on": str(first)}, 0))
    (one,) = verify(nam)
    assert set(one.computed) == {state.id for state in nam.members(on=first)}


@given(st.dates(NAM.manifest.coverage["memberships"].since, NAM.as_of))
def test_members_of_any_day_agree_with_the_queries(day: Any) -> None:
    from nam_azerbaijan import Computation, PartialDate
    from nam_azerbaijan.verdicts.registry import run

    on = PartialDate(day.isoformat())
    found = run(NAM, Computation(name="parties", parameters=()), on)
    assert found.value.plain() == sorted(state.id for state in NAM.members(on=day))
    possible = {state.id for state in NAM.members(on=day, possible=True)}
    assert found.value.possible == possible  # type: ignore[attr-defined]


def test_the_day_is_that_of_the_source_unless_said() -> None:
    rows = said("status_of", {"party": "borduria"}, "none")
    assert verdict(rows).computed == "none"  # The essay is of June 1999.
    row(rows, "essay-says")["as_of"] = "1998-01-01"
    assert verdict(rows).computed == "member"
    row(rows, "essay-says").pop("as_of")
    row(rows, "essay").pop("published")
    assert verdict(rows).computed == "none"  # As of the last day that the data knows.


@pytest.mark.parametrize(
    ("place", "ruling"),
    [(1, Ruling.CONTRADICTED), (2, Ruling.UNDECIDED), (3, Ruling.UNDECIDED)],
)
def test_a_holder_of_an_office_may_be_a_later_one_than_is_known(place: int, ruling: Ruling) -> None:
    rows = said(
        "place_in_office", {"person": "bo", "state": "arcadia", "titles": ["President"]}, place
    )
    for person, start in (("ada", "1961-01-01"), ("bo", "1964-01-01")):
        row(rows, person)["offices"] = [
            {"title": "President", "state": "arcadia", "period": {"start": start}}
        ]
    assert verdict(rows).verdict is ruling
    row(rows, "ada").pop("offices")
    assert verdict(rows).verdict is Ruling.UNDECIDED


def test_the_data_may_lack_meetings_and_documents() -> None:
    cover = {"since": "1955-01-01", "until": "2000-12-31", "scope": "Some.", "complete": False}
    lacking = {"documents": cover, "meetings": cover}
    meetings = {"since": "1961-01-01", "kinds": ["summit"]}
    for name, parameters, value in (
        ("meetings", meetings, 3),
        ("documents_on", {"topic": "peace", "kinds": ["declaration"]}, 1),
        ("every_document_on", {"topic": "peace", "kinds": ["declaration"]}, True),
        ("first_document_on", {"topic": "peace"}, "declaration-1"),
    ):
        rows = said(name, parameters, value)
        assert verdict(rows).verdict is Ruling.SUPPORTED
        (one,) = verify(dataset(rows, coverage=lacking))
        assert one.verdict is Ruling.UNDECIDED
    (one,) = verify(dataset(said("meetings", meetings, 2), coverage=lacking))
    assert one.verdict is Ruling.CONTRADICTED


def test_what_rests_on_the_source_alone_is_undecided() -> None:
    rows = said("status_of", {"party": "arcadia", "on": "1970"}, "member")
    assert verdict(rows).verdict is Ruling.SUPPORTED
    row(rows, "arcadia-nam-member")["sources"] = [{"source": "essay", "locator": "p. 1"}]
    one = verdict(rows)
    assert one.verdict is Ruling.UNDECIDED
    assert "same source alone" in one.sentence
    rows["sources"].append(
        {"id": "copy", "title": "Copy", "kind": "media", "seen": "whole", "derives_from": ["essay"]}
    )
    row(rows, "arcadia-nam-member")["sources"].append({"source": "copy", "locator": "p. 1"})
    assert verdict(rows).verdict is Ruling.UNDECIDED
    row(rows, "arcadia-nam-member")["sources"].append({"source": "yearbook", "locator": "p. 1"})
    assert verdict(rows).verdict is Ruling.SUPPORTED
