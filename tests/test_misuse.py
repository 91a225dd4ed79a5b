"""What is asked for wrongly, or carried elsewhere, fails plainly or works."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import nam_azerbaijan
from nam_azerbaijan import (
    AmbiguousStateError,
    CoverageError,
    Dataset,
    DatasetError,
    Finding,
    PartialDate,
    Period,
    RollCallError,
    State,
    UnknownRecordError,
    UnknownStateError,
    check,
)
from nam_azerbaijan.checks import RULES

from factory import MANIFEST, row, undisputed, write

ERRORS = [
    UnknownStateError("Azerbaijann", ["Azerbaijan"]),
    UnknownStateError("999", (), "cown"),
    AmbiguousStateError("31", ["Bahamas (cown)", "Bahrain (iso3n)"]),
    UnknownRecordError("summit-99", ["summit-9"]),
    CoverageError("2150-01-01", "the days up to 2025-12-31"),
    RollCallError([f"row {number}: wrong" for number in range(20)]),
    DatasetError([Finding(code="FMT001", message="missing", file="states.json")]),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_travel(error: Exception) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


def test_what_the_data_set_says_of_itself_travels(nam: Dataset) -> None:
    twin = pickle.loads(pickle.dumps(nam.manifest))
    assert twin == nam.manifest
    assert hash(twin) == hash(nam.manifest)
    with pytest.raises(TypeError):
        twin.coverage["states"] = None
    summary = nam_azerbaijan.compare.cow_igo(nam, [{"ccode": 2, "year": 1990, "NAM": 0}]).summary()
    assert pickle.loads(pickle.dumps(summary)) == summary


def test_the_comparison_comes_with_the_package() -> None:
    code = "import nam_azerbaijan as n; print(n.compare.cow_igo.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "cow_igo\n"


def overlaid(nam: Dataset, folder: Path, **files: Any) -> Dataset:
    for name, value in files.items():
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    return nam.overlay(folder)


CITED = [{"source": "strakes-2015", "locator": "section 1"}]


def test_an_id_of_another_collection_is_taken(nam: Dataset, tmp_path: Path) -> None:
    event = {
        "id": "summit-baku-2019", "kind": "visit", "title": "X", "date": "2000", "sources": CITED,
    }  # fmt: skip
    with pytest.raises(DatasetError, match=r"FMT004 the id is that of one of the meetings"):
        overlaid(nam, tmp_path, events=[event])


def test_a_state_has_a_name(nam: Dataset, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"qland: names: FMT008 expected at least one name"):
        overlaid(nam, tmp_path, states=[{"id": "qland", "names": [], "sources": CITED}])


def test_a_former_id_leads_to_its_record_everywhere(nam: Dataset, tmp_path: Path) -> None:
    described = {**MANIFEST, "as_of": str(nam.as_of), "compiled": "2026-11-21"}
    renamed = {"old-az": "azerbaijan", "old-summit": "summit-baku-2019"}
    mine = overlaid(nam, tmp_path, dataset={**described, "renamed": renamed})
    assert mine.get("old-az").id == mine.states["old-az"].id == mine.state("old-az").id
    assert mine.status("old-az", on="2012-01-01") == "member"
    found = mine.meetings.get("old-summit")
    assert found is not None
    assert found.id == "summit-baku-2019"
    wrong = {"gone": "nowhere", "azerbaijan": "cuba"}
    with pytest.raises(DatasetError) as caught:
        overlaid(nam, tmp_path, dataset={**described, "renamed": wrong})
    assert [f.field for f in caught.value.findings] == ["renamed/gone", "renamed/azerbaijan"]


def test_no_successor_is_no_end(tmp_path: Path) -> None:
    rows = undisputed()
    spell = row(rows, "arcadia-nam-member")
    spell["succeeded_by"] = None
    assert nam_azerbaijan.load(write(tmp_path / "a", rows)).status("arcadia") == "member"
    del spell["end"]
    with pytest.raises(DatasetError, match="end"):
        nam_azerbaijan.load(write(tmp_path / "b", rows))


@pytest.mark.parametrize("text", ["2020-W01-1", "2020-001", "20200101", "2020-1-01", "+020-01-01"])
def test_other_forms_of_dates_are_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no date"):
        PartialDate(text)
    with pytest.raises(DatasetError, match="as_of: FMT005 expected a day as YYYY-MM-DD"):
        nam_azerbaijan.load(write(tmp_path / "data", undisputed(), {**MANIFEST, "as_of": text}))


def test_one_code_may_stand_alone(nam: Dataset) -> None:
    assert check(nam, select="MEM") == check(nam, select=["MEM"]) == ()
    with pytest.raises(ValueError, match="no rule has the code 'EME'"):
        check(nam, ignore="EME")
    assert any(code.startswith("MEM") for code in RULES)


def test_records_and_days_may_be_looked_for(nam: Dataset) -> None:
    azerbaijan = nam.states["azerbaijan"]
    assert nam.participations.where(party=azerbaijan) == nam.participations.where(
        party="azerbaijan"
    )
    (first,) = nam.meetings.where(opened=dt.date(1961, 9, 1))
    assert first.number == 1
    with pytest.raises(TypeError, match="sources has parts and cannot be looked for by value"):
        nam.meetings.where(sources=first.sources)


def test_a_code_on_a_day_means_its_holder_then(nam: Dataset) -> None:
    assert nam.state(345, code="cown").id == "serbia"
    assert nam.state("345", code="cown", on="1975-01-01").id == "yugoslavia"
    assert nam.state("678", code="gwn", on="1975").id == "north-yemen"
    assert nam.state("373", code="cown", on="1975-01-01").id == "azerbaijan"
    assert nam.state("345", on="1975-01-01").id == "yugoslavia"
    assert nam.state(Number(), code="cown").id == "azerbaijan"


class Number:
    """A number of another library."""

    def __index__(self) -> int:
        return 373


def test_other_things_are_refused(nam: Dataset) -> None:
    strange: Any
    for strange in (nam.meetings["summit-baku-2019"], nam.sources["strakes-2015"]):
        with pytest.raises(TypeError, match="expected one of the states or organizations"):
            nam.status(strange)
    for strange in (None, 3, nam.states["azerbaijan"]):
        with pytest.raises(TypeError, match=r"expected (an id|one of the organizations)"):
            nam.status("AZE", body=strange)
    with pytest.raises(TypeError, match="expected words"):
        nam.search(5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown ChairCapacity"):
        nam.chairperson_term(capacity="deputy")
    with pytest.raises(TypeError, match="number holds a whole number, not '18'"):
        nam.find_meetings(number="18")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"known: .*armenia-azerbaijan-conflict"):
        nam.find_documents(topic="qqqqq")
    with pytest.raises(ValueError, match=r"known: .*nam-summit"):
        nam.find_meetings(series="qqqqq")
    with pytest.raises(KeyError, match="no collection 'meting'; did you mean 'meetings'"):
        nam.collection("meting")


def test_periods_take_days_in_any_form() -> None:
    period = Period(start="1961-09-01", end="1994")
    assert period.contains("1970")
    assert period.contains(dt.datetime(1970, 1, 1, 12, tzinfo=dt.UTC))
    assert not period.contains(PartialDate("1961"))
    assert period.contains("1961", possible=True)
    assert not period.contains("1995", possible=True)
    assert PartialDate("1994-05").may_be("1994")
    assert not PartialDate("1994-05").may_be(dt.date(1994, 6, 1))


def test_a_record_is_told_by_its_class_not_by_its_name(nam: Dataset) -> None:
    azerbaijan = nam.states["azerbaijan"]

    class Republic(State):
        """A real subclass."""

    mine = Republic(**azerbaijan.to_dict())
    assert nam.status(mine, on="2012-01-01") == "member"
    assert nam.state(mine) is mine
    foreign: Any = type("State", (), {"id": "azerbaijan"})()
    with pytest.raises(TypeError, match="expected one of the states or organizations"):
        nam.status(foreign, on="2012-01-01")
    with pytest.raises(TypeError, match="expected a name, a code or a whole number"):
        nam.state(foreign)
    with pytest.raises(UnknownRecordError, match="atlantis"):
        nam.status(attrs.evolve(azerbaijan, id="atlantis"), on="2012-01-01")


def test_a_code_of_no_system_is_no_empty_answer(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="no system of codes 'iso3'; did you mean 'iso3"):
        nam.states["azerbaijan"].code("iso3")
    assert nam.states["angola-grae"].code("iso3c") is None


def test_an_impossible_spell_is_refused(nam: Dataset, tmp_path: Path) -> None:
    spell = nam.memberships["azerbaijan-nam-member"]
    with pytest.raises(ValueError, match="the end 2011-05-25 does not lie after the start 2011-05"):
        attrs.evolve(spell, end="2011-05-25")
    wrong = {**spell.to_dict(), "end": "2010-01-01"}
    with pytest.raises(DatasetError, match=r"azerbaijan-nam-member: FMT005 the end 2010-01-01"):
        overlaid(nam, tmp_path, memberships=[wrong])
    # Where the end is the start of another spell, moving that start is as wrong.
    later = {**spell.to_dict(), "start": "1993-01-01"}
    with pytest.raises(
        DatasetError, match=r"azerbaijan-nam-observer: succeeded_by: DAT001 the end"
    ):
        overlaid(nam, tmp_path, memberships=[later])


def test_every_name_of_the_package_can_be_had() -> None:
    for name in nam_azerbaijan.__all__:
        assert getattr(nam_azerbaijan, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'as_date'"):
        _ = nam_azerbaijan.as_date  # type: ignore[attr-defined]
