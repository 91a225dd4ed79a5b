"""Tallies of votes on record, and agreement, against a count by single states."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import (
    CoverageError,
    Dataset,
    Tally,
    UnknownRecordError,
    load,
)

from factory import dataset, small

CHOICES = ("yes", "no", "abstain", "absent")
DAYS = st.dates(dt.date(1955, 1, 1), dt.date(2025, 12, 31))


def numbers(tally: Tally) -> dict[str, list[int]]:
    return {group: [*counts.values()] for group, counts in tally.items()}


def test_the_vote_of_2008(nam: Dataset) -> None:
    tally = nam.tally("A/RES/62/243")
    assert tally["member"]["yes"] == 32
    assert numbers(tally) == {
        "member": [32, 3, 46, 36],
        "observer": [3, 1, 9, 2],
        "guest": [0, 0, 1, 0],
        "none": [4, 3, 44, 8],
    }
    assert tally.total == {"yes": 39, "no": 7, "abstain": 100, "absent": 46}
    assert tally.official == tally.total
    assert [state.name for state in tally.states("member", "no")] == ["Angola", "India", "Vanuatu"]
    in_favour = [state.id for state in tally.states("observer", "yes")]
    assert in_favour == ["azerbaijan", "serbia", "ukraine"]
    assert tally.states("guest", "yes") == ()
    assert (tally.unknown, tally.uncertain) == ((), ())
    assert (str(tally.date), str(tally.on), tally.by) == ("2008-03-14", "2008-03-14", "status")


def test_the_official_result_stands_beside_the_sums(nam: Dataset) -> None:
    tally = nam.tally("A/RES/48/16")
    assert tally.official == {"yes": 88, "no": 4, "abstain": 57, "absent": 35}
    assert tally.total == {"yes": 87, "no": 4, "abstain": 57, "absent": 35}


def test_a_vote_has_several_names(nam: Dataset) -> None:
    vote = nam.votes["vote-a-res-62-243"]
    for key in (vote, vote.id, vote.symbol, "a/res/62/243"):
        assert nam.tally(key) == nam.tally("A/RES/62/243")
    with pytest.raises(UnknownRecordError, match="vote-a-res-62-243"):
        nam.tally("A/RES/62/2433")


def test_states_are_grouped_by_region_or_body(nam: Dataset) -> None:
    regions = nam.tally("A/RES/62/243", by="region")
    assert [*regions] == ["africa", "asia", "europe", "latin-america-and-caribbean", "none"]
    assert sum(counts["yes"] for counts in regions.values()) == 39
    assert {state.region for state in regions.states("africa", "absent")} == {"africa"}
    in_movement = nam.tally("A/RES/62/243", by="Non-Aligned Movement")
    assert in_movement == nam.tally("A/RES/62/243", "status") == nam.tally("A/RES/62/243", "nam")
    assert in_movement.by == "nam"
    for by in ("council-of-europe", "CoE", nam.organizations["council-of-europe"]):
        with pytest.raises(CoverageError, match="every party in council-of-europe"):
            nam.tally("A/RES/62/243", by=by)
    with pytest.raises(UnknownRecordError, match="regions"):
        nam.tally("A/RES/62/243", by="regions")


def test_statuses_in_another_body() -> None:
    rows = small()
    rows["memberships"].append(
        {**rows["memberships"][0], "id": "borduria-assembly-partner", "party": "borduria",
         "body": "assembly", "status": "partner"}
    )  # fmt: skip
    tally = dataset(rows).tally("NAC/RES/7", by="assembly")
    assert numbers(tally) == {
        "member": [0, 0, 0, 0],
        "observer": [0, 0, 0, 0],
        "partner": [0, 1, 0, 0],
        "none": [1, 0, 0, 0],
    }


def test_a_body_of_which_only_the_members_are_covered(nam: Dataset) -> None:
    united = nam.tally("A/RES/62/243", by="un")
    assert united["member"] == united.total == united.official
    assert [*united] == ["member", "none"]
    conference = nam.tally("A/RES/62/243", by="oic")
    members = {state.id for state in nam.members(on="2008-03-14", body="oic")}
    voters = {state.id for choice in CHOICES for state in conference.states("member", choice)}
    assert voters == members - {"palestine"}
    commonwealth = nam.tally("A/RES/62/243", by="CIS")
    assert [*commonwealth][:2] == ["member", "observer"]


def test_the_statuses_of_another_day(nam: Dataset) -> None:
    later = nam.tally("A/RES/62/243", on="2012-01-01")
    assert "azerbaijan" in [state.id for state in later.states("member", "yes")]
    assert (str(later.date), str(later.on)) == ("2008-03-14", "2012-01-01")
    before = nam.tally("A/RES/62/243", on=1955)
    assert numbers(before)["member"] == [0, 0, 0, 0]
    assert before.total == later.total
    with pytest.raises(CoverageError, match="up to 2025-12-31"):
        nam.tally("A/RES/62/243", on="2026-01-01")


@pytest.mark.parametrize("symbol", ["A/RES/75/4", "A/RES/76/175", "S-31/L.1", "election-unsc-2011"])
def test_a_vote_without_the_votes_of_states_is_not_covered(nam: Dataset, symbol: str) -> None:
    with pytest.raises(CoverageError, match="how each state voted"):
        nam.tally(symbol)


def test_what_is_not_certain_is_said() -> None:
    rows = small()
    rows["votes"][1]["date"] = "1964-10-05"
    made = dataset(rows)
    tally = made.tally("NAC/RES/7")
    assert numbers(tally) == {"member": [1, 0, 0, 0], "observer": [0] * 4, "none": [0, 1, 0, 0]}
    assert [state.id for state in tally.uncertain] == ["borduria"]
    possible = made.tally("NAC/RES/7", possible=True)
    assert numbers(possible)["observer"] == [0, 1, 0, 0]
    assert possible.uncertain == tally.uncertain
    vague = made.tally("NAC/RES/7", on=1961)
    assert [state.id for state in vague.uncertain] == ["arcadia", "borduria"]
    assert numbers(vague)["none"] == [1, 1, 0, 0]
    assert numbers(made.tally("NAC/RES/7", on=1961, possible=True))["member"] == [1, 0, 0, 0]


def test_a_tally_cannot_be_changed_and_travels(nam: Dataset) -> None:
    tally = nam.tally("A/RES/48/16")
    with pytest.raises(AttributeError):
        tally.by = "region"
    with pytest.raises(TypeError):
        tally["member"]["yes"] = 1  # type: ignore[index]
    with pytest.raises(TypeError):
        tally["member"] = {}  # type: ignore[index]
    for twin in (pickle.loads(pickle.dumps(tally)), copy.deepcopy(tally)):
        assert twin.to_dict() == tally.to_dict()
        assert twin.states("none", "no") == tally.states("none", "no")
    with pytest.raises(ValueError, match="no group 'members'; did you mean 'member'"):
        tally.states("members", "yes")
    with pytest.raises(ValueError, match="no choice 'abstained'; did you mean 'abstain'"):
        tally.states("member", "abstained")
    with pytest.raises(KeyError):
        tally["suspended"]


def test_a_tally_can_be_read_and_written(nam: Dataset) -> None:
    tally = nam.tally("A/RES/48/16")
    written = json.loads(json.dumps(tally.to_dict()))
    assert written["groups"]["member"] == {"yes": 64, "no": 0, "abstain": 21, "absent": 22}
    assert written["uncertain"] == [state.id for state in tally.uncertain] != []
    assert written["official"] == {"yes": 88, "no": 4, "abstain": 57, "absent": 35}
    assert (written["resolution"], written["date"], written["on"], written["by"]) == (
        "A/RES/48/16", "1993-11-03", "1993-11-03", "status",
    )  # fmt: skip
    rows = [
        {"rcid": 1, "country": "Cuba", "vote": "yes"},
        {"rcid": 1, "country": "Q", "vote": "no"},
    ]
    written = nam.tally(rows, "region", on=1999).to_dict()
    assert (written["date"], written["on"], written["official"]) == (None, "1999", None)
    assert (written["unknown"], written["uncertain"]) == (["Q"], [])
    assert repr(nam.tallies(rows[:1], on=1999)) == "<1 tallies>"
    assert repr(tally).startswith(
        "<Tally of A/RES/48/16 by status: member yes 64, no 0, abstain 21"
    )
    page = tally._repr_html_()
    assert page.count("<tr>") == 1 + 3 + 2
    assert "<td>official</td><td>88</td>" in page
    assert page.endswith("<p>5 votes by status, 1993-11-03</p>")


# Against a count by single states

BALLOTS = [
    (ballot.state, ballot.choice.value) for ballot in load().votes["vote-a-res-62-243"].votes
]


@given(st.sets(st.sampled_from(BALLOTS)), DAYS, st.booleans())
def test_every_cell_is_what_single_states_say(
    ballots: set[tuple[str, str]],
    day: dt.date,
    possible: bool,  # noqa: FBT001
) -> None:
    nam = load()
    rows = [{"rcid": 1, "country": nam.states[s].name, "vote": c} for s, c in sorted(ballots)]
    expected: Counter[tuple[str, str]] = Counter()
    unsure = set()
    if not rows:
        assert nam.tallies(rows) == {}
        return
    for row in rows:
        state = nam.state(str(row["country"]), on=day)
        status = nam.status(state, on=day, possible=possible)
        expected[status or "none", str(row["vote"])] += 1
        if nam.status(state, on=day) is None and nam.status(state, on=day, possible=True):
            unsure.add(state)
    tally = nam.tally(rows, on=day, possible=possible)
    cells = {(group, choice): tally[group][choice] for group in tally for choice in CHOICES}
    assert {cell: count for cell, count in cells.items() if count} == expected
    assert {*tally.uncertain} == unsure
    assert {cell: len(tally.states(*cell)) for cell in cells} == cells
    assert tally.total == {choice: sum(c == choice for _, c in ballots) for choice in CHOICES}


# Agreement


def rows_of(*calls: tuple[str, str]) -> list[dict[str, Any]]:
    """Rows of roll calls, each a day and the choices of Arcadia, Borduria and Carpania in turn."""
    names = ("Arcadia", "Borduria", "Carpania")
    words = {"y": "yes", "n": "no", "a": "abstain", "-": "absent"}
    return [
        {"rcid": number, "country": name, "vote": words[vote], "date": day}
        for number, (day, votes) in enumerate(calls)
        for name, vote in zip(names, votes, strict=True)
        if vote != " "
    ]


def test_agreement_counts_what_it_says() -> None:
    made = dataset(small())  # Arcadia and Borduria are members, Carpania is none.
    rows = rows_of(
        ("1990-01-01", "yyn"),
        ("1990-02-01", "yny"),  # A tie.
        ("1990-03-01", "y-n"),  # Only members who are there count.
        ("1991-01-01", "nn "),  # No vote of the state itself.
        ("1992-01-01", "aay"),
        ("1992-02-01", "--y"),  # No member is there.
        ("1993-01-01", "yy-"),
    )
    found = made.agreement(rows, "Carpania")
    assert {**found} == {1990: found[1990], 1992: found[1992]}
    assert found[1990].to_dict() == {
        "year": 1990, "agreed": 0, "of": 2, "tied": 1, "absent": 0, "share": 0.0,
    }  # fmt: skip
    assert (found[1992].agreed, found[1992].of, found[1992].tied) == (0, 1, 1)
    own = made.agreement(rows, "Arcadia")
    assert [(one.year, one.agreed, one.of, one.share) for one in own.values()] == [
        (1990, 2, 2, 1.0),
        (1991, 1, 1, 1.0),
        (1992, 1, 1, 1.0),
        (1993, 1, 1, 1.0),
    ]
    assert own[1992].absent == 1
    assert made.agreement(rows, "Arcadia", since=1992).keys() == {1992, 1993}
    assert made.agreement([], "Arcadia") == {}


def test_an_agreement_can_be_read_and_travels() -> None:
    made = dataset(small())
    rows = [*rows_of(("1990-01-01", "yy ")), {"rcid": 0, "country": "Nowhere", "vote": "no",
                                               "date": "1990-01-01"}]  # fmt: skip
    found = made.agreement(rows, "Arcadia")
    assert repr(found) == "<Agreement of Arcadia with nam: 1 of 1 votes in 1 years>"
    assert json.loads(json.dumps(found.to_dict())) == {
        "state": "arcadia",
        "body": "nam",
        "years": [found[1990].to_dict()],
        "unknown": ["Nowhere"],
    }
    assert found._repr_html_().endswith("<p>1 years</p>")
    twin = pickle.loads(pickle.dumps(found))
    assert (twin, twin.state, twin.unknown) == (found, found.state, ("Nowhere",))


VOTERS = ("cuba", "india", "mali", "ghana", "peru", "fiji", "yugoslavia", "azerbaijan", "france")


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(1975, 1, 1), dt.date(2020, 12, 31)),
            st.lists(st.sampled_from("yna- "), min_size=len(VOTERS), max_size=len(VOTERS)),
        )
    ),
    st.sampled_from(VOTERS),
    st.sampled_from([{}, {"since": 1990}, {"until": "2001-05-31"}]),
)
def test_agreement_is_what_single_votes_say(
    calls: list[tuple[dt.date, list[str]]], own: str, limit: dict[str, Any]
) -> None:
    nam = load()
    words = {"y": "yes", "n": "no", "a": "abstain", "-": "absent"}
    rows = []
    counts: dict[int, Counter[str]] = {}
    for number, (day, votes) in enumerate(calls):
        # Yugoslavia is another state from 1992 on, which the test leaves out.
        held = {one: words[vote] for one, vote in zip(VOTERS, votes, strict=True) if vote != " "
                and (one != "yugoslavia" or day.year < 1992)}  # fmt: skip
        rows += [
            {"rcid": number, "country": nam.states[one].name, "vote": vote, "date": day}
            for one, vote in held.items()
        ]
        if not held or day.year < limit.get("since", 0) or str(day) > limit.get("until", "9"):
            continue
        cast = Counter(
            vote
            for one, vote in held.items()
            if vote != "absent" and nam.status(nam.states[one], on=day) == "member"
        )
        best = [vote for vote in cast if cast[vote] == max(cast.values())]
        count = counts.setdefault(day.year, Counter())
        if held.get(own, "absent") == "absent":
            count["absent"] += 1
        elif len(best) == 1:
            count["of"] += 1
            count["agreed"] += best == [held[own]]
        else:
            count["tied"] += 1
    found = nam.agreement(rows, nam.states[own], **limit)
    assert [*found] == sorted(year for year, count in counts.items() if count["of"])
    for year, one in found.items():
        expected = tuple(counts[year][name] for name in ("agreed", "of", "tied", "absent"))
        assert (one.year, one.agreed, one.of, one.tied, one.absent) == (year, *expected)
        assert one.share == one.agreed / one.of
