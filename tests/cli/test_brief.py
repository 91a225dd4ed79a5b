"""A state in the Movement on one screen."""

from __future__ import annotations

import csv
import io

import pytest
from running import as_json, run

from nam_azerbaijan import Dataset

STATES = [
    "azerbaijan", "india", "cuba", "yugoslavia", "egypt", "uganda", "uzbekistan", "argentina",
    "armenia", "brazil", "norway", "bosnia-and-herzegovina",
]  # fmt: skip


def test_it_says_what_matters(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    for expected in (
        "observer", "member", "2011-05-25", "2019-10-25", "2024-01-19", "Ilham Aliyev",
        "Baku 2019", "Durban 1998", "not known", "391", "662", "strakes-2015", "OIC 1991-",
        "Cartagena 1995", "Alignments",
    ):  # fmt: skip
        assert expected in out, expected
    assert "\033" not in out


def test_it_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys) == run(capsys, "brief") == run(capsys, "brief", "AZE")


@pytest.mark.parametrize("state", STATES)
def test_any_state_has_one(capsys: pytest.CaptureFixture[str], nam: Dataset, state: str) -> None:
    status, out, err = run(capsys, "brief", state)
    assert (status, err) == (0, "")
    assert out.startswith(f"{nam.states[state].name} in the Non-Aligned Movement\n")
    rows = as_json(capsys, "brief", state)
    assert [one["record"] for one in rows if one["section"] == "status"] == [
        spell.id for spell in nam.spells(state)
    ]
    assert {one["record"] for one in rows if one["section"] == "chair"} == {
        term.id for term in nam.chairmanships.where(state=state)
    }
    assert ("never member or observer" in out) == (not nam.spells(state))
    assert "until open" not in out
    assert "until unknown" not in out
    assert "None" not in out
    for row in rows:
        assert nam.get(row["record"])
        assert row["source"] in nam.sources
        assert row["sources"] >= 1
        if row["section"] not in ("attendance", "alignments", "conflict paragraphs"):
            assert row["source"] in out


def test_csv_and_json_are_complete(capsys: pytest.CaptureFixture[str]) -> None:
    lines = as_json(capsys, "brief")
    _, out, _ = run(capsys, "brief", "--format", "csv")
    assert list(csv.DictReader(io.StringIO(out))) == [
        {name: str(value) for name, value in line.items()} for line in lines
    ]
    unclear = [line["subject"] for line in lines if line["answer"] == "not known"]
    assert "Durban 1998" in unclear
    assert any(line["answer"] == "391" for line in lines)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("cuba", "Fidel Castro, Raúl Castro from 2006-09-15 until 2009-07-15"),
        ("uganda", "Yoweri Museveni from 2024-01-19 to this day"),
        ("uzbekistan", "planned: from 2027 until 2029"),
        (
            "yugoslavia",
            "Janez Drnovšek, Borisav Jović, Stjepan Mesić, Branko Kostić, Dobrica Ćosić"
            " from 1989-09-04 until 1992-09-01",
        ),
    ],
)
def test_who_was_in_the_chair(capsys: pytest.CaptureFixture[str], state: str, said: str) -> None:
    assert said in " ".join(run(capsys, "brief", state)[1].split())


def test_periods_do_not_outlast_their_ends(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(run(capsys, "brief")[1].split())
    assert "IPAP 2005 until 2007" in text
    assert "2005-2008" not in text
    assert "NACC 1992 until 1997" in text
    assert "UNSC 2012-2013" in text
    assert "BRICS 2024-?" in text


@pytest.mark.parametrize("state", ["azerbaijan", "armenia"])
def test_answers_of_all_sides_stand_beside_the_paragraphs(
    capsys: pytest.CaptureFixture[str], nam: Dataset, state: str
) -> None:
    rows = [one for one in as_json(capsys, "brief", state) if one["section"] == "answers"]
    by = {key for one in rows for key in nam.documents[one["record"]].adopted_by}
    assert by == {"armenia", "azerbaijan"}
    out = run(capsys, "brief", state)[1]
    assert out.index("Paragraphs on the") < out.index("Statements on these paragraphs")


def test_a_state_without_paragraphs_has_no_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Statements on these" not in run(capsys, "brief", "cuba")[1]
