"""Other data sets held against this one: input, categories, and the grounds of explanations."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Bound, CoverageError, Dataset, PartialDate
from nam_azerbaijan.compare import (
    Category,
    Ground,
    StateYear,
    StateYearTable,
    cow_igo,
)
from nam_azerbaijan.dates import as_bound

from factory import Rows, claim, dataset, row, small, spell

ARCADIA, BORDURIA = "981", "982"


def rows_of(states: Rows) -> Rows:
    """The small data set with a number for Borduria, which Carpania takes over."""
    row(states, "borduria")["codes"].append({"system": "cown", "value": BORDURIA})
    return states


def column(**years: dict[int, int]) -> list[dict[str, object]]:
    """Rows of the column, the years given by number as `n981={1961: 1}`."""
    return [
        {"ccode": name[1:], "year": year, "state": "x", "NAM": value}
        for name, held in years.items()
        for year, value in held.items()
    ]


def agreeing(since: int = 1960, until: int = 1999) -> dict[str, dict[int, int]]:
    """The column that agrees with the small data set."""
    return {
        f"n{ARCADIA}": {year: int(year >= 1961) for year in range(since, until + 1)},
        f"n{BORDURIA}": {
            year: 0 if not 1961 <= year < 1999 else 3 if year < 1964 else 1
            for year in range(since, until + 1)
        },
    }


def compared(
    states: Rows | None = None, changes: dict[tuple[str, int], int] | None = None, **options: Any
) -> StateYearTable:
    years = agreeing()
    for (number, year), value in (changes or {}).items():
        years[f"n{number}"][year] = value
    nam = dataset(rows_of(small()) if states is None else states)
    return cow_igo(nam, column(**years), **options)


def differences(result: StateYearTable) -> list[StateYear]:
    return [one for one in result.rows if one.category is not Category.CONFIRMED]


def only(result: StateYearTable) -> StateYear:
    (one,) = differences(result)
    return one


# The column that is given


def test_what_agrees_is_confirmed() -> None:
    result = compared()
    assert not differences(result)
    assert (result.since, result.until, result.partial, result.skipped) == (1960, 1999, "any", 0)
    assert [one.year for one in result.rows if one.state == "arcadia"] == [*range(1961, 2000)]
    by_year = {one.year: one.ours for one in result.rows if one.state == "borduria"}
    assert (by_year[1963], by_year[1964], by_year[1998]) == ("observer", "member", "member")
    assert result.summary().agreement == 1


def as_text(rows: list[dict[str, object]], delimiter: str) -> str:
    lines = [delimiter.join(rows[0]), *(delimiter.join(map(str, one.values())) for one in rows)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_file_is_read_like_its_rows(tmp_path: Path, delimiter: str) -> None:
    nam, rows = dataset(rows_of(small())), column(**agreeing())
    path = tmp_path / "state_year_formatv3.csv"
    path.write_text("\ufeff" + as_text(rows, delimiter), encoding="utf-8")
    assert cow_igo(nam, path) == cow_igo(nam, str(path)) == cow_igo(nam, rows)


def test_the_reduced_form_says_the_same() -> None:
    nam, rows = dataset(rows_of(small())), column(**agreeing())
    reduced = [
        {"cow_code": one["ccode"], "state": "x", "year": one["year"], "status_code": one["NAM"]}
        for one in rows
        if one["NAM"]
    ]
    assert cow_igo(nam, reduced).rows == cow_igo(nam, rows).rows


def test_numbers_may_be_written_as_data_frames_write_them() -> None:
    nam, rows = dataset(rows_of(small())), column(**agreeing())
    loose = [
        {"CCODE": float(str(one["ccode"])), "Year": f" {one['year']}.0", "nam": str(one["NAM"])}
        for one in rows
    ]
    assert cow_igo(nam, iter(loose)).rows == cow_igo(nam, rows).rows


def test_columns_may_change_places_from_row_to_row() -> None:
    nam, rows = dataset(rows_of(small())), column(**agreeing())
    mixed = [dict(reversed(one.items())) if n % 2 else one for n, one in enumerate(rows)]
    mixed.append({"cown": 981, "year": 1959, "NAM": -1})
    assert cow_igo(nam, mixed).rows == cow_igo(nam, rows).rows


GOOD = {"ccode": 981, "year": 1961, "NAM": 1}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "there are no rows"),
        ([GOOD, 7], r"row 2: expected a mapping from columns to values, found 7"),
        ({"ccode": 981}, r"row 1: expected a mapping"),
        ([{"year": 1961, "NAM": 1}], r"row 1: expected a column 'ccode' or 'cow_code' or 'cown'"),
        ([{"ccode": 981, "NAM": 1, "a": 1}], r"'year', found only 'ccode', 'nam', 'a'$"),
        ([{"ccode": 981, "year": 1961}], r"'nam' or 'status_code'"),
        ([{**GOOD, "status_code": 1}], r"row 1: the columns 'NAM', 'status_code' mean the same"),
        ([GOOD, {"ccode": 981, "year": 1962}], r"row 2: expected a column 'nam'"),
        ([GOOD, {**GOOD, "NAM": 4}], r"row 2: 981 in 1961 stands at row 1 already"),
        ([{**GOOD, "NAM": 4}], r"row 1, column 'NAM': expected -9, -1, 0, 1, 2 or 3, found 4"),
        ([{**GOOD, "NAM": ""}], r"column 'NAM': expected .*, found ''"),
        ([{**GOOD, "NAM": None}], r"column 'NAM': expected .*, found None"),
        ([{**GOOD, "NAM": float("nan")}], r"column 'NAM': expected .*, found nan"),
        ([{**GOOD, "NAM": True}], r"column 'NAM': expected .*, found True"),
        ([{**GOOD, "NAM": [1]}], r"column 'NAM': expected .*, found \[1\]"),
        ([{**GOOD, "ccode": "USA"}], r"column 'ccode': expected a Correlates of War number"),
        ([{**GOOD, "ccode": 1.5}], r"column 'ccode': expected a Correlates of War number"),
        ([{**GOOD, "ccode": 999}], r"row 1, column 'ccode': expected the number of a state"),
        ([{**GOOD, "year": "61"}], r"column 'year': expected a year such as 1961, found '61'"),
        ([{**GOOD, "year": 10**400}], r"column 'year': expected a year"),
    ],
)
def test_bad_rows_are_named(rows: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cow_igo(dataset(), rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"igo.csv, line 1: expected a column 'ccode'"),
        ("ioname,afghanistan\nNAM,1\n", r"found only 'ioname', 'afghanistan'"),
        ("ccode,year,NAM\n981,1961,1\n981,1962\n", r"igo.csv, line 3: 2 cells under 3 columns"),
        ("ccode,year,NAM\n\n981,1961,x\n", r"igo.csv, line 3, column 'NAM': .*found 'x'"),
        ('ccode,year,NAM\n981,1961,"1', r"igo.csv: no table of values"),
        ("ccode,year,NAM,nam\n981,1961,1,1\n", r"the columns 'NAM', 'nam' mean the same"),
        (b"ccode,year,NAM\n981,1961,\xff\n", r"igo.csv: expected UTF-8"),
        ("ccode,year,NAM\n", r"there are no rows"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, text: str | bytes, message: str) -> None:
    path = tmp_path / "igo.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ValueError, match=message):
        cow_igo(dataset(), path)


def test_a_missing_file_is_the_system_s_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cow_igo(dataset(), tmp_path / "none.csv")


def test_numbers_without_status_need_no_state() -> None:
    nam = dataset(rows_of(small()))
    rows = column(**agreeing())
    assert cow_igo(nam, [*rows, {"ccode": 300, "year": 1961, "NAM": -1}]) == cow_igo(nam, rows)


def test_partial_is_one_of_three() -> None:
    with pytest.raises(ValueError, match="unknown partial 'most'; known: any, first, last"):
        compared(partial="most")


def test_years_end_with_what_the_data_knows() -> None:
    rows = column(n981={1999: 1, 2000: 1, 2001: 1, 2002: 0})
    result = cow_igo(dataset(), rows)
    assert (result.until, result.skipped) == (2000, 1)
    with pytest.raises(CoverageError):
        cow_igo(dataset(), rows, until=2001)
    assert cow_igo(dataset(), column(n981={2001: 1})).rows == ()


def test_years_before_the_organization_do_not_count() -> None:
    nam, rows = dataset(rows_of(small())), column(**agreeing())
    early = [{"ccode": 981, "year": year, "NAM": -1} for year in range(1816, 1960)]
    assert cow_igo(nam, [*early, *rows]) == cow_igo(nam, rows)
    assert cow_igo(nam, early).since == 1816


def test_years_can_be_confined() -> None:
    result = compared(since=1965, until=1966)
    assert {one.year for one in result.rows} == {1965, 1966}
    assert result.skipped == 39 + 38 - 4


# Categories and grounds


def test_the_four_categories_and_the_unexplained() -> None:
    result = compared(
        changes={(ARCADIA, 1960): 1, (ARCADIA, 1980): 3, (ARCADIA, 1981): 2, (ARCADIA, 1990): 0}
    )
    assert [(one.year, one.theirs, one.ours, one.category) for one in differences(result)] == [
        (1960, "member", "", Category.MISSING_HERE),
        (1980, "observer", "member", Category.CONFLICT),
        (1981, "associate", "member", Category.CONFLICT),
        (1990, "", "member", Category.MISSING_THERE),
    ]
    assert {(one.explanation, one.ground, one.text) for one in differences(result)} == {
        ("", Ground.NONE, "")
    }
    summary = result.summary()
    assert dict(summary.counts) == {
        Category.CONFIRMED: 38 - 2 + 38,
        Category.CONFLICT: 2,
        Category.MISSING_HERE: 1,
        Category.MISSING_THERE: 1,
    }
    assert summary.theirs == 38 + 38 + 2 - 2 + 1
    assert summary.unexplained_share == 4 / summary.rows
    assert sum(summary.shares.values()) == pytest.approx(1)
    assert [group.label for group in summary.unexplained] == [
        "arcadia 1960: member there, none here",
        "arcadia 1980: observer there, member here",
        "arcadia 1981: associate there, member here",
        "arcadia 1990: none there, member here",
    ]
    assert "unexplained: 4" in str(summary)


def test_an_own_claim_explains_what_would_agree_if_it_were_right() -> None:
    states = rows_of(small())
    states["claims"] = [
        claim("arcadia-nam-member", "end", "1990"),
        claim("arcadia-nam-member", "start", "1961-09-01") | {"preferred": True},
    ]
    result = compared(states, {(ARCADIA, 1990): 0, (ARCADIA, 1991): 0, (ARCADIA, 1989): 0})
    assert [(one.year, one.ground) for one in differences(result)] == [
        (1989, Ground.NONE),
        (1990, Ground.CLAIM),
        (1991, Ground.CLAIM),
    ]
    explained = differences(result)[1]
    assert explained.explanation == "claim-arcadia-nam-member-end-cow-igo-v3"
    assert explained.text == "cow-igo-v3 has end 1990 for arcadia-nam-member. A made reason."
    assert [group.label for group in result.groups()] == [
        "arcadia 1989: none there, member here",
        "arcadia 1990-1991: none there, member here",
    ]


def test_a_claim_on_a_start_moves_the_end_of_the_spell_before() -> None:
    states = rows_of(small())
    states["claims"] = [claim("borduria-nam-member", "start", "1966-01-01")]
    result = compared(states, {(BORDURIA, 1964): 3, (BORDURIA, 1965): 3})
    assert [one.ground for one in differences(result)] == [Ground.CLAIM, Ground.CLAIM]


def test_a_claim_may_deny_a_spell_or_its_status() -> None:
    states = rows_of(small())
    states["claims"] = [
        claim("borduria-nam-observer", "standing", "unrealized"),
        claim("arcadia-nam-member", "status", "observer"),
    ]
    result = compared(states, {(BORDURIA, 1962): 0, (ARCADIA, 1962): 3})
    assert [one.ground for one in differences(result)] == [Ground.CLAIM, Ground.CLAIM]


def test_claims_of_one_source_may_explain_together_only() -> None:
    states = rows_of(small())
    states["claims"] = [
        claim("borduria-nam-observer", "status", "guest"),
        claim("borduria-nam-member", "start", "1965"),
    ]
    result = compared(states, {(BORDURIA, 1964): 0})
    assert only(result).ground is Ground.CLAIM
    assert "for borduria-nam-observer; cow-igo-v3 has start" in only(result).text


@pytest.mark.parametrize("value", ["soon", 7, None])
def test_a_claim_that_no_field_can_have_explains_nothing(value: object) -> None:
    states = rows_of(small())
    states["claims"] = [claim("arcadia-nam-member", "start", value)]
    assert only(compared(states, {(ARCADIA, 1980): 0})).ground is Ground.NONE


def test_another_source_s_claim_explains_too() -> None:
    states = rows_of(small())
    states["claims"] = [claim("arcadia-nam-member", "end", "1999-01-01", "yearbook")]
    one = only(compared(states, {(ARCADIA, 1999): 0}))
    assert (one.ground, one.explanation) == (
        Ground.OTHER_CLAIM,
        "claim-arcadia-nam-member-end-yearbook",
    )


def test_vague_dates_leave_a_year_open() -> None:
    states = rows_of(small())
    row(states, "arcadia-nam-member")["start"] = "1960..1961"
    one = only(compared(states, {(ARCADIA, 1960): 1}))
    assert (one.category, one.ground, one.explanation) == (
        Category.MISSING_HERE,
        Ground.VAGUE,
        "arcadia-nam-member",
    )


def test_a_part_of_a_year_may_count_or_not() -> None:
    result = compared(changes={(ARCADIA, 1961): 0, (BORDURIA, 1964): 3})
    assert [(one.ground, one.explanation, one.text) for one in differences(result)] == [
        (Ground.PART_OF_YEAR, "arcadia-nam-member", "within the year: member from 1961-09-01"),
        (
            Ground.PART_OF_YEAR,
            "borduria-nam-observer",
            "within the year: observer until 1964-10-05..1964-10-06",
        ),
    ]
    assert only(compared(partial="first", changes={(BORDURIA, 1961): 0, (ARCADIA, 1961): 1,
                                                   (BORDURIA, 1964): 3})).year == 1961  # fmt: skip
    assert not differences(compared(partial="last"))


def test_what_has_no_number_is_not_coded() -> None:
    states = rows_of(small())
    states["memberships"].append(spell("carpania", "member", "1999-01-01"))
    one = only(compared(states))
    assert (one.cown, one.category, one.ground, one.explanation) == (
        "",
        Category.MISSING_THERE,
        Ground.NOT_CODED,
        "carpania",
    )


def test_what_was_no_state_is_not_coded() -> None:
    states = rows_of(small())
    row(states, "arcadia")["existence"] = [{"start": "1963-05-01"}]
    result = compared(states, {(ARCADIA, 1962): 0})
    assert only(result).ground is Ground.NOT_CODED
    assert only(result).text == "independent 1963-05-01 to open"


def test_a_year_may_be_counted_under_the_successor() -> None:
    states = rows_of(small())
    row(states, "carpania")["codes"] = [{"system": "cown", "value": "983"}]
    row(states, "borduria-nam-member")["end"] = "1999-06-01"
    states["memberships"].append(spell("carpania", "member", "1999-06-01"))
    years = agreeing()
    years["n983"] = {1999: 1}
    one = only(cow_igo(dataset(states), column(**years)))
    assert (one.state, one.ground, one.explanation) == (
        "borduria",
        Ground.SUCCESSION,
        "carpania-member-1999",
    )
    assert one.text == "counted there as Carpania"


def test_a_year_may_be_counted_under_the_successor_too_early() -> None:
    states = rows_of(small())
    row(states, "carpania")["codes"] = [{"system": "cown", "value": "983"}]
    states["memberships"].append(spell("carpania", "member", "1999-01-01"))
    years = agreeing()
    years["n983"] = {1998: 1, 1999: 1}
    years[f"n{BORDURIA}"][1998] = 0
    result = differences(cow_igo(dataset(states), column(**years)))
    assert [(one.state, one.ground, one.explanation) for one in result] == [
        ("borduria", Ground.NONE, ""),
        ("carpania", Ground.SUCCESSION, "borduria-nam-member"),
    ]


def test_a_number_that_passes_on_is_one_row_in_the_year_of_the_change() -> None:
    states = rows_of(small())
    row(states, "borduria")["codes"][-1]["end"] = "1999-07-01"
    row(states, "carpania")["codes"] = [
        {"system": "cown", "value": BORDURIA, "start": "1999-07-01"}
    ]
    row(states, "borduria-nam-member")["end"] = "1999-06-01"
    states["memberships"].append(spell("carpania", "observer", "1999-06-01"))
    years = agreeing(until=2000)
    years[f"n{BORDURIA}"] |= {1999: 1, 2000: 3}
    result = cow_igo(dataset(states), column(**years))
    assert not differences(result)
    assert [one.state for one in result.rows if one.cown == BORDURIA][-2:] == [
        "borduria",
        "carpania",
    ]


def test_a_number_out_of_use_is_its_last_state_s() -> None:
    states = rows_of(small())
    row(states, "borduria")["codes"][-1]["end"] = "1999-01-01"
    one = only(compared(states, {(BORDURIA, 1999): 1}))
    assert (one.state, one.category) == ("borduria", Category.MISSING_HERE)


def test_a_guest_is_there_in_another_capacity() -> None:
    states = rows_of(small())
    states["memberships"].append(spell("borduria", "guest", "1999-02-01", "1999-02-05"))
    one = only(compared(states, {(BORDURIA, 1999): 3}))
    assert (one.ours, one.ground, one.explanation) == (
        "",
        Ground.CAPACITY,
        "borduria-guest-1999",
    )


def test_an_unconfirmed_spell_explains_last() -> None:
    states = rows_of(small())
    states["memberships"].append(
        spell("borduria", "observer", "1999-02-01", "unknown", standing="unconfirmed")
    )
    one = only(compared(states, {(BORDURIA, 1999): 3}))
    assert (one.ground, one.explanation) == (Ground.UNCONFIRMED, "borduria-observer-1999")
    assert one.text == "observer from 1999-02-01 is unconfirmed here"


@pytest.mark.parametrize("known", [True, False])
def test_what_the_column_does_not_cover(known: bool) -> None:  # noqa: FBT001
    states = rows_of(small())
    if known:
        states["sources"].append({"id": "cow-igo-v3", "title": "x", "kind": "data-set",
                                  "seen": "whole"})  # fmt: skip
    years = agreeing(until=1998)
    years[f"n{ARCADIA}"][1970] = -9
    result = cow_igo(dataset(states), column(**years), until=2000)
    assert [(one.year, one.ground, one.text) for one in differences(result)] == [
        (1970, Ground.NOT_COVERED, "the column says that it does not know"),
        (1999, Ground.NOT_COVERED, "the column goes from 1960 to 1998"),
        (2000, Ground.NOT_COVERED, "the column goes from 1960 to 1998"),
    ]
    record = "cow-igo-v3" if known else "arcadia-nam-member"
    assert {one.explanation for one in differences(result)} == {record}


# An oracle that tries every day that dates may mean

NOTABLE = [
    *(dt.date(year, month, day) for year in (1961, 1962, 1963) for month, day in
      ((1, 1), (1, 2), (6, 15), (12, 30), (12, 31))),
]  # fmt: skip


@st.composite
def vague_dates(draw: st.DrawFn) -> str:
    first, last = sorted(draw(st.tuples(st.sampled_from(NOTABLE), st.sampled_from(NOTABLE))))
    return f"{first}..{last}" if first != last else str(first)


def completions(start: PartialDate, end: PartialDate | Bound) -> Iterator[tuple[Any, Any]]:
    """Each first day and first day after it that a spell may have, of the notable ones."""
    extra = [day + dt.timedelta(days=1) for day in NOTABLE]
    starts = [day for day in {*NOTABLE, *extra} if start.may_be(day)]
    if isinstance(end, PartialDate):
        ends = [day for day in {*NOTABLE, *extra} if end.may_be(day)]
    else:
        ends = [dt.date.max] if end is Bound.OPEN else sorted({*extra, dt.date.max})
    return ((a, b) for a, b in itertools.product(starts, ends) if a < b)


def has_year(first: dt.date, after: dt.date, year: int, partial: str) -> bool:
    january, december = dt.date(year, 1, 1), dt.date(year, 12, 31)
    if partial == "any":
        return first <= december and january < after
    day = january if partial == "first" else december
    return first <= day < after


spells = st.lists(
    st.tuples(
        st.sampled_from(["member", "observer", "guest"]),
        vague_dates(),
        vague_dates() | st.sampled_from(["open", "unknown"]),
    ),
    max_size=3,
)


@given(
    spells,
    st.lists(st.sampled_from([-9, -1, 0, 1, 2, 3]), min_size=5, max_size=5),
    st.sampled_from(["any", "first", "last"]),
)
def test_categories_agree_with_trying_every_day(
    held: list[tuple[str, str, str]], codes: list[int], partial: str
) -> None:
    held = [one for one in held if list(completions(PartialDate(one[1]), as_bound(one[2])))]
    states = rows_of(small())
    states["memberships"] = [
        spell("arcadia", status, start, end) | {"id": f"spell-{number}"}
        for number, (status, start, end) in enumerate(held)
    ]
    theirs = dict(zip(range(1960, 1965), codes, strict=True))
    result = cow_igo(dataset(states), column(n981=theirs), partial=partial, since=1960, until=1964)
    found = {one.year: one for one in result.rows}
    words = {1: "member", 2: "associate", 3: "observer"}
    for year, code in theirs.items():
        certain = set()
        for status, start, end in held:
            days = completions(PartialDate(start), as_bound(end))
            if all(has_year(*pair, year, partial) for pair in days):
                certain.add(status)
        ours = next((status for status in ("member", "observer") if status in certain), "")
        said = words.get(code, "")
        if not (ours or said):
            assert year not in found
            continue
        one = found[year]
        assert (one.theirs, one.ours) == (said, ours)
        assert (one.category is Category.CONFIRMED) == (said == ours)
        assert (one.category is Category.CONFLICT) == (bool(said and ours) and said != ours)
        assert (one.category is Category.MISSING_HERE) == (not ours)
        assert (one.category is Category.MISSING_THERE) == (not said)


# The packaged data


@pytest.mark.parametrize("partial", ["any", "first", "last"])
def test_a_column_made_from_the_spells_is_confirmed(nam: Dataset, partial: str) -> None:
    blank = [{"ccode": 373, "year": year, "NAM": 0} for year in range(1961, 2026)]
    result = cow_igo(nam, blank, partial=partial)
    codes = {"member": 1, "observer": 3}
    made = [
        {"ccode": one.cown, "year": one.year, "NAM": codes[one.ours]}
        for one in result.rows
        if one.cown
    ]
    again = cow_igo(nam, made, partial=partial)
    assert len(again.rows) == len(result.rows)
    assert {one.cown for one in differences(again)} == {""}
    assert {one.ground for one in differences(again)} <= {Ground.NOT_CODED, Ground.SUCCESSION}


def test_years_of_the_packaged_data_agree_with_its_status_by_day(nam: Dataset) -> None:
    blank = [{"ccode": 373, "year": year, "NAM": 0} for year in range(1961, 2026)]
    for partial, day in (("first", "01-01"), ("last", "12-31")):
        held = {
            (one.state, one.year): one.ours for one in cow_igo(nam, blank, partial=partial).rows
        }
        for year in range(1961, 2026):
            on = f"{year}-{day}"
            members = {state.id for state in nam.members(on=on)}
            observers = {state.id for state in nam.observers(on=on)}
            assert members == {
                state for (state, y), ours in held.items() if y == year and ours == "member"
            }
            assert observers == {
                state for (state, y), ours in held.items() if y == year and ours == "observer"
            }


def test_azerbaijan_is_an_observer_where_the_column_has_nothing(nam: Dataset) -> None:
    rows = [{"ccode": 373, "year": year, "NAM": int(year >= 2011)} for year in range(1991, 2015)]
    held = [one for one in cow_igo(nam, rows).rows if one.state == "azerbaijan"]
    first = held[0]
    assert (first.year, first.ours, first.category) == (1994, "observer", Category.MISSING_THERE)
    assert [one.year for one in held if one.category is Category.CONFIRMED] == [*range(2011, 2015)]


# What needs the official figures, which are not part of the project.


def test_the_column_is_explained(nam: Dataset, reference: Path) -> None:
    result = cow_igo(nam, reference / "cow_igo_nam.csv")
    summary = result.summary()
    assert (summary.theirs, result.since, result.until, result.skipped) == (5377, 1961, 2014, 0)
    assert summary.unexplained_share <= 2 / 1000, str(summary)
    assert summary.agreement > 0.98
    for one in differences(result):
        assert bool(one.explanation) == (one.ground is not Ground.NONE)
        if one.explanation:
            assert nam.get(one.explanation).id == one.explanation


def test_any_day_of_a_year_is_what_the_column_counts(nam: Dataset, reference: Path) -> None:
    with (reference / "cow_igo_nam.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    agreement = {
        partial: cow_igo(nam, rows, partial=partial).summary().counts[Category.CONFIRMED]
        for partial in ("any", "last", "first")
    }
    assert agreement["any"] > agreement["last"] > agreement["first"]
