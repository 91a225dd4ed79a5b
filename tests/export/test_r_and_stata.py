"""The two files for users of R and Stata."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from nam_azerbaijan import CoverageError, Dataset, Status, UnknownRecordError
from nam_azerbaijan.export import to_dated_groups_csv, to_state_year_csv

from factory import dataset, row, small


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


# State-years


def test_state_years_have_the_shape_of_igor(nam: Dataset, tmp_path: Path) -> None:
    file, beside = to_state_year_csv(nam, tmp_path / "state_year.csv")
    rows = read(file)
    assert list(rows[0])[:4] == ["ccode", "year", "state", "nam"]
    keys = [(int(one["ccode"]), int(one["year"])) for one in rows]
    assert keys == sorted(set(keys))
    assert {one["nam"] for one in rows} == {"0", "1", "3", "-9"}
    assert {one["version"] for one in rows} == {nam.version}
    assert (keys[0][1], max(year for _, year in keys)) == (1961, nam.as_of.year)
    by = {(one["ccode"], one["year"]): one["nam"] for one in rows}
    years = ("1993", "1994", "2010", "2011")
    assert [by["373", year] for year in years] == ["0", "3", "3", "1"]
    # A change within the year: the higher status; a number that two states had: one row.
    assert (by["345", "1991"], by["345", "1993"]) == ("1", "0")
    said = json.loads(beside.read_text("utf-8"))
    assert beside.name == "state_year.csv-metadata.json"
    assert said["url"] == "state_year.csv"
    assert [one["name"] for one in said["tableSchema"]["columns"]] == list(rows[0])
    assert said["schema:version"] == nam.version
    assert said["dc:license"]["@id"].startswith("https://creativecommons.org/")
    assert str(nam.as_of) in said["dc:temporal"]


@pytest.mark.parametrize(("partial", "day"), [("last", "12-31"), ("first", "01-01")])
def test_state_years_agree_with_the_status_on_a_day(
    nam: Dataset, tmp_path: Path, partial: str, day: str
) -> None:
    file, _ = to_state_year_csv(nam, tmp_path / "x.csv", partial=partial)
    numbers = {Status.MEMBER: "1", Status.OBSERVER: "3"}
    for one in read(file)[::17]:
        on = f"{one['year']}-{day}"
        try:
            state = nam.state(one["ccode"], code="cown", on=on)
        except LookupError:
            continue  # It got the number, or lost it, within the year.
        certain = nam.status(state, on=on)
        possible = nam.status(state, on=on, possible=True)
        if certain is None and possible in numbers:
            assert one["nam"] == "-9", one
        else:
            assert one["nam"] == numbers.get(certain, "0"), one  # type: ignore[arg-type]


def test_state_years_say_where_they_are_not_certain(tmp_path: Path) -> None:
    rows = small()
    row(rows, "arcadia-nam-member")["start"] = "1961-09-01..1963-02-01"
    file, _ = to_state_year_csv(dataset(rows), tmp_path / "x.csv")
    found = {one["year"]: one for one in read(file)}
    assert [found[year]["nam"] for year in ("1961", "1962", "1963", "2000")] == [
        "-9", "-9", "1", "1",
    ]  # fmt: skip
    assert {one["ccode"] for one in read(file)} == {"981"}
    assert found["1969"]["state"] == "oldarcadia"
    assert found["1971"]["state"] == "arcadia"


def test_state_years_of_nobody(tmp_path: Path) -> None:
    rows = small()
    rows["memberships"] = []
    file, _ = to_state_year_csv(dataset(rows), tmp_path / "x.csv")
    assert read(file) == []


def test_an_unknown_part_of_a_year(nam: Dataset, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no partial 'lst'; did you mean 'last'"):
        to_state_year_csv(nam, tmp_path / "x.csv", partial="lst")
    assert not (tmp_path / "x.csv").exists()


# Dated groups


def test_groups_have_the_shape_of_countryatlas(nam: Dataset, tmp_path: Path) -> None:
    file, beside = to_dated_groups_csv(nam, tmp_path / "groups.csv")
    rows = read(file)
    assert list(rows[0])[:5] == ["group", "iso3c", "country", "from", "to"]
    assert {one["group"] for one in rows} == {"NAM", "NAM observers"}
    (one,) = (one for one in rows if one["group"] == "NAM" and one["iso3c"] == "AZE")
    assert (one["from"], one["to"], one["spell"]) == ("2011-05-25", "", "azerbaijan-nam-member")
    said = json.loads(beside.read_text("utf-8"))
    assert said["tableSchema"]["primaryKey"] == ["spell"]
    assert said["tableSchema"]["columns"][3]["datatype"] == "date"


@pytest.mark.parametrize("day", ["1961-09-06", "1979-09-10", "1992-09-03", "2012-08-30"])
def test_groups_agree_with_the_members_on_a_day(nam: Dataset, tmp_path: Path, day: str) -> None:
    file, _ = to_dated_groups_csv(nam, tmp_path / "groups.csv")
    held = {"NAM": set[str](), "NAM observers": set[str]()}
    for one in read(file):
        if one["from"] <= day and (not one["to"] or day < one["to"]):
            held[one["group"]].add(one["country"])
    assert held["NAM"] == {state.name for state in nam.members(on=day)}
    assert held["NAM observers"] == {state.name for state in nam.observers(on=day)}


def test_groups_of_other_bodies(nam: Dataset, tmp_path: Path) -> None:
    file, _ = to_dated_groups_csv(nam, tmp_path / "groups.csv", bodies=("un", "eu"))
    rows = read(file)
    assert [one["group"] for one in rows] == sorted(one["group"] for one in rows)
    groups = {one["group"] for one in rows}
    assert {"UN", "EU"} <= groups
    assert "UN observers" not in groups  # Not covered whole.
    left = [one for one in rows if one["group"] == "EU" and one["to"]]
    assert [one["iso3c"] for one in left] == ["GBR"]
    assert dt.date.fromisoformat(left[0]["to"]) == dt.date(2020, 2, 1)


def test_a_spell_without_a_certain_day_is_left_out(tmp_path: Path) -> None:
    rows = small()
    row(rows, "borduria-nam-member").update(start="1964..1990", end="1980..1999")
    file, _ = to_dated_groups_csv(dataset(rows), tmp_path / "groups.csv")
    assert "borduria-nam-member" not in {one["spell"] for one in read(file)}


def test_an_end_that_nobody_knows(tmp_path: Path) -> None:
    rows = small()
    row(rows, "arcadia-nam-member")["end"] = "unknown"
    file, _ = to_dated_groups_csv(dataset(rows), tmp_path / "groups.csv")
    (one,) = (one for one in read(file) if one["spell"] == "arcadia-nam-member")
    assert (one["from"], one["to"], one["end"]) == ("1961-09-01", "1961-09-02", "unknown")
    assert one["group"] == "Non-Aligned Movement"


def test_bodies_that_are_no_group(nam: Dataset, tmp_path: Path) -> None:
    with pytest.raises(CoverageError):
        to_dated_groups_csv(nam, tmp_path / "groups.csv", bodies=("brics",))
    with pytest.raises(UnknownRecordError):
        to_dated_groups_csv(nam, tmp_path / "groups.csv", bodies=("nobody",))
