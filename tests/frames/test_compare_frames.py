"""Codings of one's own, in data frames, held against the data."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_back import ENGINE, ENGINES, rows

from nam_azerbaijan import Dataset
from nam_azerbaijan.compare import cow_igo

from factory import Rows, claim, dataset, row, small, spell

pytest.importorskip("narwhals")

from nam_azerbaijan.frames import compare, panel

nw = pytest.importorskip("narwhals")

if ENGINE is None:
    pytest.skip("no engine is installed", allow_module_level=True)


def frame(columns: dict[str, list[Any]], engine: str | None = None) -> Any:
    return nw.from_dict(columns, backend=engine or ENGINE).to_native()


def coded(status: Any = "member", **columns: Any) -> dict[str, list[Any]]:
    """A coding of Arcadia in some years."""
    years = columns.pop("year", [1970, 1971])
    held = status if isinstance(status, list) else [status] * len(years)
    keys = columns.pop("state", ["arcadia"] * len(years))
    return {"state": keys, "year": years, "status": held, **columns}


def compared(
    columns: dict[str, list[Any]], nam: Dataset | None = None, **options: Any
) -> list[dict[str, Any]]:
    options = {"state": "state", "year": "year", "status": "status", **options}
    return rows(compare(frame(columns), dataset() if nam is None else nam, **options))


def told(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(one["theirs"], one["ours"], one["category"], one["ground"]) for one in found]


# Categories and explanations


@pytest.mark.parametrize("engine", ENGINES)
def test_each_row_has_both_and_how_they_stand(engine: str) -> None:
    columns = coded(
        ["member", "observer", "", None, "Guest"],
        year=[1970, 1970, 1970, 1958, 1958],
        other=[5, 4, 3, 2, 1],
    )
    native = frame(columns, engine)
    made = compare(native, dataset(), state="state", year="year", status="status")
    assert type(made).__module__.startswith(engine)
    found = rows(made)
    assert list(found[0]) == [
        "row", "state", "name", "year", "theirs", "ours", "category", "explanation", "ground",
        "text",
    ]  # fmt: skip
    assert [one["row"] for one in found] == [0, 1, 2, 3, 4]
    assert {(one["state"], one["name"]) for one in found[:3]} == {("arcadia", "Arcadia")}
    assert found[3]["name"] == "Old Arcadia"
    assert [one["year"] for one in found] == columns["year"]
    assert told(found) == [
        ("member", "member", "confirmed", None),
        ("observer", "member", "conflict", None),
        (None, "member", "missing-there", None),
        (None, None, "confirmed", None),
        ("guest", None, "missing-here", None),
    ]


def test_a_difference_names_the_record_that_explains_it() -> None:
    states = small()
    states["claims"] = [
        claim("arcadia-nam-member", "end", "1990", "almanac"),
        claim("arcadia-nam-member", "start", "1955", "yearbook"),
    ]
    row(states, "borduria-nam-member")["start"] = "1964..1966"
    columns = coded(
        ["", "member", "member", "observer"],
        year=[1995, 1957, 1965, 1961],
        state=["arcadia", "arcadia", "borduria", "borduria"],
    )
    found = compared(columns, dataset(states), source="almanac")
    assert [(one["explanation"], one["ground"]) for one in found] == [
        ("claim-arcadia-nam-member-end-almanac", "claim"),
        ("claim-arcadia-nam-member-start-yearbook", "other-claim"),
        ("borduria-nam-member", "vague"),
        (None, None),
    ]
    assert found[2]["text"].endswith("the dates leave the year open")


def test_parts_of_a_year_count_or_not() -> None:
    found = {
        partial: compared(coded(["member", ""], year=[1961, 1961]), partial=partial)
        for partial in ("any", "first", "last", "all")
    }
    assert {partial: told(held) for partial, held in found.items()} == {
        partial: [
            ("member", "member", "confirmed", None),
            (None, "member", "missing-there", "part-of-year"),
        ]
        if partial in ("any", "last")
        else [
            ("member", None, "missing-here", "part-of-year"),
            (None, None, "confirmed", None),
        ]
        for partial in found
    }


def test_a_year_may_be_counted_under_another_state() -> None:
    columns = coded(
        ["", "member"], year=[1998, 1998], state=["borduria", "carpania"]
    )  # Carpania took its place in 1999.
    found = compared(columns)
    assert [(one["ground"], one["explanation"]) for one in found] == [
        (None, None),
        ("succession", "borduria-nam-member"),
    ]
    assert found[1]["text"] == "counted there as Carpania"


# What a frame may hold


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([True, False], ["member", None]),
        ([1, 0], ["member", None]),
        ([1.0, 0.0], ["member", None]),
        ([1.0, float("nan")], ["member", None]),
        ([" Member ", "OBSERVER"], ["member", "observer"]),
    ],
)
def test_statuses_may_be_text_or_numbers(cells: list[Any], said: list[Any]) -> None:
    assert [one["theirs"] for one in compared(coded(cells))] == said


def test_a_coding_of_members_knows_no_observers() -> None:
    columns = coded([0, 1, 0], year=[1962, 1970, 1970], state=["borduria"] * 3)
    assert told(compared(columns)) == [
        (None, None, "confirmed", None),
        ("member", "member", "confirmed", None),
        (None, "member", "missing-there", None),
    ]
    columns = coded([0, 1, 0], year=[1962, 1962, 1970], state=["borduria"] * 3)
    assert told(compared(columns, values={1: "observer"})) == [
        (None, "observer", "missing-there", None),
        ("observer", "observer", "confirmed", None),
        (None, None, "confirmed", None),
    ]


def test_a_missing_number_is_not_known_and_a_missing_text_is_none() -> None:
    states = small()
    found = compared(coded([1.0, None, None], year=[1970, 1970, 1950]), dataset(states))
    assert told(found)[1:] == [
        (None, "member", "missing-there", "not-covered"),
        (None, None, None, None),
    ]
    assert found[1]["text"] == "the coding says that it does not know"
    assert told(compared(coded(["member", None]))) == [
        ("member", "member", "confirmed", None),
        (None, "member", "missing-there", None),
    ]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["member", "friend"], "row 1, column 'status': expected member, .*, found 'friend'"),
        ([1.0, 0.5], "row 1, column 'status': expected member, .*, found 0.5"),
    ],
)
def test_a_status_that_is_none_is_named(cells: list[Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compared(coded(cells))


def test_values_say_what_others_mean() -> None:
    columns = coded([1, 2, 3, 0, -9], year=[1970] * 5)
    values = {1: "member", 2: "associate", 3: "observer", 0: None, -9: "unknown"}
    assert [one["theirs"] for one in compared(columns, values=values)] == [
        "member", "associate", "observer", None, None,
    ]  # fmt: skip
    with pytest.raises(
        ValueError, match=r"row 1, column 'status': expected member, .*found 2; `val"
    ):
        compared(columns)


def test_whatever_else_a_text_has_counts_too() -> None:
    states = small()
    states["memberships"].append(spell("carpania", "guest", "1999-02-01", "1999-03-01"))
    columns = coded(["guest", "member"], year=[1999, 1970], state=["carpania", "arcadia"])
    assert [one["category"] for one in compared(columns, dataset(states))] == ["confirmed"] * 2
    columns = coded(["", "member"], year=[1999, 1970], state=["carpania", "arcadia"])
    assert [one["category"] for one in compared(columns, dataset(states))] == ["confirmed"] * 2
    columns = coded(["observer"], year=[1999], state=["carpania"])
    assert told(compared(columns, dataset(states))) == [
        ("observer", None, "missing-here", "capacity")
    ]


@pytest.mark.parametrize(
    ("days", "noun"),
    [
        (["1961-08-31", "1961-09-01"], "day"),
        ([dt.date(1961, 8, 31), dt.date(1961, 9, 1)], "day"),
        ([dt.datetime(1961, 8, 31, 12), dt.datetime(1961, 9, 1, 1)], "day"),  # noqa: DTZ001
        (["1961-08", "1961-09"], "month"),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_coding_may_be_of_days(engine: str, days: list[Any], noun: str) -> None:
    native = frame({"state": ["QAA"] * 2, "day": days, "status": ["member"] * 2}, engine)
    found = rows(compare(native, dataset(), state="state", on="day", status="status", code="iso3c"))
    assert [one["category"] for one in found] == ["missing-here", "confirmed"]
    length = 10 if noun == "day" else 7
    assert [one["on"] for one in found] == [str(day)[:length] for day in days]


def test_keys_are_read_by_the_period(nam: Dataset) -> None:
    columns = coded("member", year=[1990, 1990], state=["Yemen", "678"])
    assert {one["state"] for one in compared(columns, nam, code=None, unknown="ignore")} == {
        "north-yemen", None,
    }  # fmt: skip
    columns = coded("member", year=[1992, 1985, 1993], state=[345.0, 345.0, 345.0])
    found = compared(columns, nam, code="cown")
    assert [(one["state"], one["ours"]) for one in found] == [
        ("yugoslavia", "member"), ("yugoslavia", "member"), ("serbia", None),
    ]  # fmt: skip
    columns = coded("member", year=[1985], state=["serbia"])
    assert compared(columns, nam)[0]["state"] == "yugoslavia"
    assert compared(columns, nam, code="id")[0]["state"] == "serbia"


# Rows that cannot be compared, and rows that are left out


def test_rows_that_mean_no_state_are_told() -> None:
    columns = coded(
        "member", year=[1970, 1970, 1970, 2001], state=["Atlantis", None, "Atlantis", "arcadia"]
    )
    told_ = (
        r"4 rows cannot be compared: no state is called 'Atlantis' \(2\); "
        r"no state is named \(1\); the data knows the days up to 2000-12-31 \(1\)"
    )
    with pytest.warns(UserWarning, match=told_) as caught:
        found = compared(columns)
    assert len(caught) == 1
    assert caught[0].filename == __file__
    assert [(one["state"], one["category"], one["ours"]) for one in found] == [
        (None, None, None), (None, None, None), (None, None, None), ("arcadia", None, None),
    ]  # fmt: skip
    assert found[1]["text"] == "no state is named"
    with pytest.raises(ValueError, match=told_):
        compared(columns, unknown="raise")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compared(columns, unknown="ignore") == found
    many = coded("member", year=[1970] * 7, state=[f"Atlantis {n}" for n in range(7)])
    with pytest.warns(UserWarning, match=r"; and 2 reasons more$"):
        compared(many)


def test_a_key_that_may_mean_two_is_told(nam: Dataset) -> None:
    (one,) = compared(coded(year=[2000], state=[31]), nam, unknown="ignore")
    assert (one["state"], one["category"]) == (None, None)
    assert "31 may mean Azerbaijan (iso3n, m49) or Bahamas (cown, gwn)" in one["text"]


def test_what_the_data_does_not_cover_is_told(nam: Dataset) -> None:
    columns = coded("member", year=[2010, 2010], state=["France", "Azerbaijan"])
    found = compared(columns, nam, body="Council of Europe", unknown="ignore")
    assert [one["category"] for one in found] == [None, "confirmed"]
    assert "does not cover memberships of france in council-of-europe" in found[0]["text"]


def test_what_is_covered_of_a_body_is_compared(nam: Dataset) -> None:
    columns = coded([1, 0, 1], year=[1970, 1970, 1971], state=["France", "China", "China"])
    assert [one["category"] for one in compared(columns, nam, body="un")] == ["confirmed"] * 3
    columns = coded(["member", None], year=[1970, 1970], state=["France", "Switzerland"])
    found = compared(columns, nam, body="un", unknown="ignore")  # Not all observers are known.
    assert [one["category"] for one in found] == ["confirmed", None]


def test_a_complete_coding_is_told_what_it_leaves_out() -> None:
    columns = coded("member", year=[1963, 1965])
    assert len(compared(columns)) == 2
    found = compared(columns, complete=True)
    assert [(one["row"], one["state"], one["year"], one["ours"]) for one in found] == [
        (0, "arcadia", 1963, "member"),
        (1, "arcadia", 1965, "member"),
        (None, "arcadia", 1964, "member"),
        (None, "borduria", 1963, "observer"),
        (None, "borduria", 1964, "member"),
        (None, "borduria", 1965, "member"),
    ]
    assert {one["category"] for one in found[2:]} == {"missing-there"}
    states = small()
    states["memberships"].append(spell("assembly", "observer", "1961-09-01"))
    assert compared(columns, dataset(states), complete=True) == found
    coded_ = coded("member", year=[1963, 1965], state=[981, 981])
    found = compared(coded_, complete=True, code="cown")
    assert {(one["state"], one["ground"], one["text"]) for one in found[3:]} == {
        ("borduria", "not-coded", "has no cown code then")
    }
    assert compared(coded([], year=[], state=[]), complete=True) == []


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"state": "stat"}, ValueError, "the frame has no column 'stat'; did you mean 'state'"),
        ({"year": None}, ValueError, "give the column of the year or that of the day"),
        ({"on": "year"}, ValueError, "give the column of the year or that of the day"),
        ({"year": None, "on": "year", "complete": True}, ValueError, "complete is of years"),
        ({"unknown": "stop"}, ValueError, "known: raise, warn, ignore"),
        ({"partial": "most"}, ValueError, "known: any, first, last, all"),
        ({"body": "club"}, LookupError, "club"),
        ({"source": "diary"}, LookupError, "diary"),
        ({"code": "icow"}, ValueError, "icow"),
    ],
)
def test_bad_arguments_are_named(
    options: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        compared(coded(), **options)


@pytest.mark.parametrize(
    ("years", "message"),
    [
        (["1970-05", "1971"], "row 0: expected a year, found '1970-05'; `on` takes days"),
        (["1970", "soon"], "row 1: 'soon' is no day"),
        ([1970.0, None], "row 1: None is no day"),
    ],
)
def test_bad_years_are_named(years: list[Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compared(coded(year=years))


def test_only_frames_in_memory_are_taken() -> None:
    with pytest.raises(TypeError, match="expected a data frame in memory of pandas, polars"):
        compare([1], dataset(), state="state", year="year", status="status")
    polars = pytest.importorskip("polars")
    lazy = polars.LazyFrame(coded())
    with pytest.raises(TypeError, match="expected a data frame in memory of pandas, polars"):
        compare(lazy, dataset(), state="state", year="year", status="status")


# Against the panel and the comparison with the Correlates of War


@pytest.mark.parametrize("partial", ["any", "first", "last", "all"])
def test_a_panel_agrees_with_itself(nam: Dataset, partial: Any) -> None:
    assert ENGINE is not None
    own: Any = panel(nam, 1961, 2024, partial=partial, backend=ENGINE)  # type: ignore[arg-type]
    for status in ("status", "member"):
        found = rows(
            compare(own, nam, state="state", year="year", status=status, code="id", partial=partial)
        )
        assert {one["category"] for one in found} == {"confirmed"}


def test_a_panel_of_another_reading_is_explained_by_its_claims(nam: Dataset) -> None:
    assert ENGINE is not None
    other = nam.prefer("cow-igo-v3")
    own: Any = panel(other, 1961, 2014, backend=ENGINE)  # type: ignore[arg-type]
    found = rows(
        compare(own, nam, state="state", year="year", status="status", code="id",
                source="cow-igo-v3")
    )  # fmt: skip
    differ = [one for one in found if one["category"] != "confirmed"]
    assert len(differ) > 200
    # A claim on the state that took its place is not looked for.
    assert {one["state"] for one in differ if not one["explanation"]} <= {"south-viet-nam-prg"}
    claims = [one for one in differ if one["ground"] == "claim"]
    assert len(claims) > 0.9 * len(differ)
    for one in claims:
        assert nam.claims[one["explanation"]].sources[0].source == "cow-igo-v3"


SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50)


def numbered() -> Rows:
    states = small()
    row(states, "borduria")["codes"].append({"system": "cown", "value": "982"})
    states["claims"] = [claim("arcadia-nam-member", "end", "1990")]
    states["memberships"].append(
        spell("borduria", "observer", "1960-02-01", "1960-08-01", standing="unconfirmed")
    )
    states["sources"].append(
        {"id": "cow-igo-v3", "title": "x", "kind": "data-set", "seen": "whole"}
    )
    return states


@SLOW
@given(
    st.lists(st.sampled_from([-9, 0, 1, 2, 3]), min_size=82, max_size=82),
    st.sampled_from(["any", "first", "last", "all"]),
)
def test_it_says_what_the_comparison_with_the_correlates_of_war_says(
    codes: list[int], partial: str
) -> None:
    nam = dataset(numbered())
    years = [*range(1960, 2001)] * 2
    numbers = [981] * 41 + [982] * 41
    given_ = [
        {"ccode": number, "year": year, "NAM": code}
        for number, year, code in zip(numbers, years, codes, strict=True)
    ]
    expected = {
        (one.state, one.year): (
            one.theirs,
            one.ours,
            one.category.value,
            one.explanation,
            one.ground.value,
        )
        for one in cow_igo(nam, given_, partial=partial, since=1960, until=2000).rows
    }
    found = compared(
        coded(codes, year=years, state=numbers), nam, code="cown", partial=partial,
        values={1: "member", 2: "associate", 3: "observer", 0: None, -9: "unknown"},
        source="cow-igo-v3", complete=True,
    )  # fmt: skip
    assert expected == {
        (one["state"], one["year"]): tuple(
            one[name] or "" for name in ("theirs", "ours", "category", "explanation", "ground")
        )
        for one in found
        if one["theirs"] or one["ours"]
    }
