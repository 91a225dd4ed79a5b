"""Lists of years of admission held against the spells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.compare import AdmissionTable, Category, Ground, membership_years

from factory import Rows, claim, dataset, row, small, spell

ARCADIAN = {"name": "Arcadia", "iso3": "QAA", "status": "member", "start": 1961, "end": ""}
BORDURIAN = {"name": "Borduria", "iso3": "QBB", "status": "member", "start": "1964", "end": 1999}
WATCHING = {"name": "borduria", "iso3": "", "status": "observer", "start": "", "end": "1964"}


def years(*rows: dict[str, Any], states: Rows | None = None) -> AdmissionTable:
    return membership_years(dataset(states), rows, source="wikipedia-nam")


def test_years_of_admission_that_agree() -> None:
    result = years(ARCADIAN, BORDURIAN, WATCHING)
    assert {one.category for one in result.rows} == {Category.CONFIRMED}
    assert [(one.party, one.status, one.theirs, one.ours) for one in result.rows] == [
        ("arcadia", "member", "1961-", "1961-09-01 to open"),
        ("borduria", "member", "1964-1999", "1964-10-05..1964-10-06 to 1999-01-01"),
        ("borduria", "observer", "?-1964", "1961-09-01..1961-09-06 to 1964-10-05..1964-10-06"),
    ]
    assert result.groups() == ()
    summary = result.summary()
    assert (summary.rows, summary.theirs, summary.agreement) == (3, 3, 1)


@pytest.mark.parametrize(
    ("changed", "category", "ground"),
    [
        ({"start": 1962}, Category.CONFLICT, Ground.NONE),
        ({"end": 1990}, Category.CONFLICT, Ground.CLAIM),
        ({"start": 1960}, Category.CONFLICT, Ground.OTHER_CLAIM),
        ({"current": "no"}, Category.CONFLICT, Ground.CLAIM),
        ({"current": "yes"}, Category.CONFIRMED, Ground.NONE),
    ],
)
def test_years_of_admission_that_differ(
    changed: dict[str, object], category: Category, ground: Ground
) -> None:
    states = small()
    states["claims"] = [
        claim("arcadia-nam-member", "end", "1990", "wikipedia-nam"),
        claim("arcadia-nam-member", "start", "1960", "yearbook"),
    ]
    one = years({**ARCADIAN, **changed}, BORDURIAN, WATCHING, states=states).rows[0]
    assert (one.category, one.ground) == (category, ground)
    assert bool(one.explanation) == (ground is not Ground.NONE)


def test_who_is_left_out_may_be_listed_under_what_follows() -> None:
    states = small()
    states["memberships"].append(spell("carpania", "member", "1999-01-01"))
    row(states, "borduria-nam-member").update(succeeded_by="carpania-member-1999")
    row(states, "borduria-nam-member").pop("end")
    carpanian = {"name": "Carpania", "status": "member", "start": 1964, "end": None}
    result = years(ARCADIAN, carpanian, states=states)
    assert [(one.party, one.status, one.category, one.explanation) for one in result.rows[1:]] == [
        ("borduria", "member", Category.MISSING_THERE, "carpania-member-1999"),
        ("borduria", "observer", Category.MISSING_THERE, "carpania-member-1999"),
        ("carpania", "member", Category.CONFLICT, "borduria-nam-member"),
    ]
    assert {one.ground for one in result.rows[1:]} == {Ground.SUCCESSION}


def test_who_is_only_in_the_list_or_only_here() -> None:
    states = small()
    states["memberships"].append(
        spell("nam", "observer", "1970-01-01", "unknown", standing="unconfirmed")
    )
    listed = {"name": "non-aligned movement", "status": "observer-organization", "start": "",
              "end": ""}  # fmt: skip
    carpanian = {"name": "Carpania", "status": "member", "start": 1999, "end": ""}
    result = years(BORDURIAN, WATCHING, listed, carpanian, states=states)
    found = {one.party: (one.category, one.ground) for one in result.rows}
    assert found == {
        "arcadia": (Category.MISSING_THERE, Ground.NONE),
        "borduria": (Category.CONFIRMED, Ground.NONE),
        "carpania": (Category.MISSING_HERE, Ground.NONE),
        "nam": (Category.MISSING_HERE, Ground.UNCONFIRMED),
    }
    assert [group.label for group in result.summary().unexplained] == [
        "arcadia, member: none there, 1961-09-01 to open here",
        "carpania, member: 1999- there, none here",
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "there are no rows"),
        ([ARCADIAN, {**ARCADIAN, "iso3": None}], "row 2: arcadia as member stands at row 1"),
        ([{**ARCADIAN, "status": "friend"}], "row 1, column 'status': expected member or observer"),
        ([{**ARCADIAN, "start": "early"}], "row 1, column 'start': expected a year such as 1961"),
        ([{**ARCADIAN, "current": "maybe"}], "row 1, column 'current': expected yes or no"),
        ([{**ARCADIAN, "name": 5, "iso3": ""}], "row 1, column 'name': expected text, found 5"),
        ([{**ARCADIAN, "name": "Arkadia", "iso3": ""}], "organization such as 'Arcadia', found"),
        ([{**ARCADIAN, "name": "?", "iso3": "ZZZ"}], "name of a state or organization, found '?'"),
        ([{"name": "Arcadia"}], "row 1: expected a column 'status'"),
    ],
)
def test_bad_lists_are_named(rows: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        membership_years(dataset(), rows)


def test_years_that_wikipedia_gives_are_claims_or_unconfirmed_where_they_differ(
    nam: Dataset, reference: Path
) -> None:
    result = membership_years(nam, reference / "membership_wikipedia.csv")
    assert result.summary().theirs == 157
    for one in result.rows:
        if one.listed and one.category is not Category.CONFIRMED:
            assert one.ground in {Ground.CLAIM, Ground.UNCONFIRMED}, one
