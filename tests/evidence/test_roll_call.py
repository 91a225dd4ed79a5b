"""Voting files of users: their layouts, what is read in them, and what is wrong with them."""

from __future__ import annotations

import copy
import csv
import datetime as dt
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from countrycode import codelist
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import CoverageError, Dataset, RollCallError, UnknownRecordError, load
from nam_azerbaijan.evidence.roll_call import LAYOUTS, RollCallRows

Rows = list[dict[str, Any]]
DAY = "2008-03-14"


def voeten(nam: Dataset) -> Rows:
    """The vote of 2008 as Voeten's data has it, with a state that was no member."""
    numbers = {"yes": 1, "abstain": 2, "no": 3, "absent": 8}
    rows = [
        {"rcid": 4828, "session": 62, "vote": numbers[one.choice], "date": "3/14/2008",
         "ccode": nam.states[one.state].code("cown", on=DAY), "year": 2007, "Country": "-"}
        for one in nam.votes["vote-a-res-62-243"].votes
    ]  # fmt: skip
    return [*rows, {**rows[0], "ccode": 626, "vote": 9}]


def unvotes(nam: Dataset) -> Rows:
    """The vote as unvotes has it, joined with its roll calls."""
    return [
        {"rcid": 4828, "country": nam.states[one.state].name,
         "country_code": nam.states[one.state].iso2c, "vote": str(one.choice), "date": DAY}
        for one in nam.votes["vote-a-res-62-243"].votes
    ]  # fmt: skip


def library(nam: Dataset) -> Rows:
    """The vote as the United Nations Digital Library exports it."""
    letters = {"yes": "Y", "abstain": "A", "no": "N", "absent": "X"}
    return [
        {"undl_id": 623132, "ms_code": nam.states[one.state].iso3c,
         "ms_name": nam.states[one.state].name.upper(), "ms_vote": letters[one.choice],
         "date": DAY, "session": "62", "resolution": "A/RES/62/243", "title": 'A, "B"\nand C'}
        for one in nam.votes["vote-a-res-62-243"].votes
    ]  # fmt: skip


MADE: dict[str, Callable[[Dataset], Rows]] = {
    "Voeten": voeten, "unvotes": unvotes, "UN Digital Library": library,
}  # fmt: skip


def write(path: Path, rows: Rows, **form: Any) -> Path:
    encoding = form.pop("encoding", "utf-8")
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]], **form)
        writer.writeheader()
        writer.writerows(rows)
    return path


# Layouts


def test_every_layout_has_a_round_trip() -> None:
    assert [*MADE] == [layout.name for layout in LAYOUTS]


@pytest.mark.parametrize("name", MADE)
def test_layouts(nam: Dataset, tmp_path: Path, name: str) -> None:
    rows = MADE[name](nam)
    known = nam.tally("A/RES/62/243")
    given: list[RollCallRows] = [
        rows,
        iter(rows),
        write(tmp_path / "commas.csv", rows),
        str(write(tmp_path / "semicolons.csv", rows, delimiter=";")),
        write(tmp_path / "tabs.tsv", rows, delimiter="\t", quoting=csv.QUOTE_ALL),
        write(tmp_path / "mark.csv", rows, encoding="utf-8-sig", lineterminator="\n"),
        [{key.upper(): value for key, value in row.items()} for row in rows],
        [{key: str(value) for key, value in row.items()} for row in rows],
        [{key: float(v) if isinstance(v, int) else v for key, v in row.items()} for row in rows],
        [{key: f"{v}.0" if isinstance(v, int) else v for key, v in row.items()} for row in rows],
        [dict(reversed(row.items())) for row in reversed(rows)],
    ]
    for one in given:
        tally = nam.tally(one)
        assert tally == known
        assert tally.states("observer", "yes") == known.states("observer", "yes")
        assert (tally.date, tally.official, tally.unknown) == (known.date, None, ())
        assert tally.resolution == ("A/RES/62/243" if name == "UN Digital Library" else "4828")


@pytest.mark.parametrize("name", MADE)
def test_data_frames(nam: Dataset, tmp_path: Path, name: str) -> None:
    pandas = pytest.importorskip("pandas")
    rows = MADE[name](nam)
    known = nam.tally("A/RES/62/243")
    frame = pandas.DataFrame(rows).assign(id=1)
    assert nam.tally(frame) == known
    if name != "Voeten":
        assert nam.tally(frame.assign(date=pandas.Timestamp(DAY))) == known
    read = pandas.read_csv(write(tmp_path / "votes.csv", rows))
    assert nam.tally(read) == known  # Namibia's code NA is read as a gap.
    assert nam.tally(read.convert_dtypes()) == known
    gaps = [row(country=name, country_code=code, date=pandas.NA, year=1999, **{"5": 1})
            for name, code in ((pandas.NA, "CU"), ("Fiji", pandas.NA))]  # fmt: skip
    for votes in (gaps, pandas.DataFrame(gaps, dtype=object)):
        assert nam.tally(votes).total["yes"] == 2


def test_a_frame_with_named_rows(nam: Dataset) -> None:
    class Frame:
        """As Polars has it."""

        def iter_rows(self, *, named: bool) -> Iterator[dict[str, Any]]:
            assert named
            return iter(unvotes(load()))

    assert nam.tally(Frame()) == nam.tally("A/RES/62/243")


def test_a_number_is_the_same_however_it_is_written(nam: Dataset) -> None:
    rows = [
        row(rcid=3),
        row(rcid="3.0", country="Mali"),
        row(rcid=" 3 ", country="Chad", vote="NO"),
    ]
    tally = nam.tally([{5: "five", **one} for one in rows])  # type: ignore[dict-item]
    assert (tally.resolution, tally.total["yes"], tally.total["no"]) == ("3", 2, 1)


def test_two_votes_on_one_symbol_are_told_apart(nam: Dataset) -> None:
    rows = [
        {"undl_id": key, "resolution": symbol, "ms_name": "CUBA", "ms_vote": vote, "date": DAY}
        for key, symbol, vote in ((7, "A/1", "Y"), (8, "A/1", "N"), (9, "A/2", "X"), (5, None, "A"))
    ]
    found = nam.tallies(rows)
    assert [*found] == ["A/1 (7)", "A/1 (8)", "A/2", "5"]
    assert [next(c for c, n in one.total.items() if n) for one in found.values()] == [
        "yes", "no", "absent", "abstain",
    ]  # fmt: skip
    assert [*nam.tallies([{**rows[0], "undl_id": ""}, *rows[1:]])][:2] == ["A/1", "A/1 (8)"]


def test_a_file_is_named_by_text_where_no_vote_is(nam: Dataset, tmp_path: Path) -> None:
    with pytest.raises(UnknownRecordError):
        nam.tally(str(tmp_path / "votes.csv"))
    with pytest.raises(FileNotFoundError):
        nam.tally(tmp_path / "votes.csv")
    with pytest.raises(FileNotFoundError):
        nam.tallies("votes.csv")
    for text in (str(tmp_path), "votes" * 2000, "", "votes\0"):
        with pytest.raises(UnknownRecordError):
            nam.tally(text)
    with pytest.raises(TypeError, match="expected one of the votes"):
        nam.tally(nam.states["cuba"])  # type: ignore[arg-type]
    for wrong in (None, 5):
        with pytest.raises(TypeError, match="expected a path, rows or a data frame"):
            nam.tally(wrong)  # type: ignore[arg-type]


def test_many_roll_calls(nam: Dataset, tmp_path: Path) -> None:
    rows = [
        {"resolution": resolution, "ms_name": name, "ms_code": "", "ms_vote": vote, "date": day}
        for name, votes in {"CUBA": "YN", "YUGOSLAVIA": "YA", "ATLANTIS": "YY"}.items()
        for resolution, vote, day in zip(
            ("A/RES/1", "A/RES/2"), votes, ("1985-12-12", "1999-12-12"), strict=True
        )
    ]
    for votes in (rows, write(tmp_path / "votes.csv", rows)):
        found = nam.tallies(votes)
        assert [*found] == ["A/RES/1", "A/RES/2"]
        assert found["A/RES/1"]["member"] == {"yes": 2, "no": 0, "abstain": 0, "absent": 0}
        assert [one.id for one in found["A/RES/1"].states("member", "yes")] == [
            "cuba", "yugoslavia",
        ]  # fmt: skip
        assert [one.id for one in found["A/RES/2"].states("suspended", "abstain")] == ["serbia"]
        assert found.unknown == found["A/RES/1"].unknown == ("ATLANTIS",)
        assert repr(found) == "<2 tallies, 1 voters not understood>"
    assert found._repr_html_().endswith("<p>7 groups in 2 tallies</p>")
    assert found.to_dict()["A/RES/2"] == found["A/RES/2"].to_dict()
    assert pickle.loads(pickle.dumps(found)).to_dict() == found.to_dict()
    assert nam.tallies(rows, "region", since=1990).keys() == {"A/RES/2"}
    assert nam.tallies(rows, until="1999-12-11", by="region").keys() == {"A/RES/1"}
    with pytest.raises(RollCallError, match="one resolution, found 2: A/RES/1, A/RES/2; `tallies`"):
        nam.tally(rows)
    with pytest.raises(ValueError, match="since 1990 lies after until 1980"):
        nam.tallies(rows, since=1990, until=1980)


# States


def row(**cells: Any) -> dict[str, Any]:
    return {"rcid": 1, "country": "Cuba", "vote": "yes", "date": "1999-01-01", **cells}


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("Yugoslavia", "1990-01-01", "yugoslavia"),
        ("Yugoslavia", DAY, "serbia"),
        ("Yemen", "1975-01-01", "north-yemen"),
        ("Yemen", "1990-05-21", "north-yemen"),
        ("Yemen", "1990-05-22", "yemen"),
        ("Yemen Arab Republic", "1990-12-01", "yemen"),
        ("Russia", "1985-01-01", "russia"),
        ("Germany", "1975-01-01", "germany"),
        ("Congo - Kinshasa", "1975-01-01", "dr-congo"),
    ],
)
def test_names_are_read_by_the_day(nam: Dataset, name: str, day: str, state: str) -> None:
    tally = nam.tally([row(country=name, date=day)], by="region")
    assert [one.id for group in tally for one in tally.states(group, "yes")] == [state]


@pytest.mark.parametrize(("number", "day", "state"), [
    (345, "1990-01-01", "yugoslavia"), (345, "2000-01-01", "serbia"),
    (678, "1980-01-01", "north-yemen"), (679, "2000-01-01", "yemen"),
    (255, "2000-01-01", "germany"), (260, "1980-01-01", "germany"),
])  # fmt: skip
def test_numbers_are_read_by_the_day(nam: Dataset, number: int, day: str, state: str) -> None:
    tally = nam.tally([{"rcid": 1, "ccode": number, "vote": 1, "date": day}], by="region")
    assert [one.id for group in tally for one in tally.states(group, "yes")] == [state]


@given(st.dates(dt.date(1946, 1, 1), dt.date(2025, 12, 31)), st.dates(dt.date(1946, 1, 1)))
def test_a_name_of_one_day_is_not_that_of_another(one: dt.date, two: dt.date) -> None:
    nam = load()
    days = [min(day, nam.as_of) for day in (one, two)]
    names = ("Yemen", "Serbia", "Czechoslovakia", "Germany", "Russia", "Egypt", "Tanzania")
    rows = [
        row(rcid=number, country=name, date=str(day))
        for number, day in enumerate(days)
        for name in names
        if number == 0 or days[0] != days[1]
    ]
    for number, tally in enumerate(nam.tallies(rows, by="region").values()):
        found = {state for group in tally for state in tally.states(group, "yes")}
        assert found == {nam.state(name, on=days[number]) for name in names}


def test_names_of_all_states_are_understood(nam: Dataset) -> None:
    """As unvotes makes its names: from the numbers of states, by countrycode."""
    numbers = {int(number) for one in nam.states if (number := one.cown)}
    columns = (codelist[name] for name in ("country.name.en", "cown", "iso2c"))
    listed = [one for one in zip(*columns, strict=True) if one[1] in numbers]
    found = nam.tallies(
        [row(rcid=number, country=name, country_code=code) for name, number, code in listed]
    )
    assert len(found) > 195
    assert found.unknown == ()
    others = ("Yemen Arab Republic", "Zanzibar", "Federal Republic of Germany", "Yugoslavia")
    assert nam.tallies([row(rcid=n, country=name) for n, name in enumerate(others)]).unknown == ()


OF_THE_LIBRARY = """
    BOLIVIA (PLURINATIONAL STATE OF)|BRUNEI DARUSSALAM|BURMA|BYELORUSSIAN SSR|CABO VERDE
    CENTRAL AFRICAN EMPIRE|CEYLON|CONGO|CONGO (BRAZZAVILLE)|CONGO (DEMOCRATIC REPUBLIC OF)
    CONGO (LEOPOLDVILLE)|CÔTE D'IVOIRE|"COTE D'IVOIRE"|CZECH REPUBLIC|CZECHOSLOVAKIA|DAHOMEY
    DEMOCRATIC KAMPUCHEA|"DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA"|DEMOCRATIC YEMEN
    DEMOCRATIC REPUBLIC OF THE CONGO|FEDERATION OF MALAYA|GERMAN DEMOCRATIC REPUBLIC
    GERMANY, FEDERAL REPUBLIC OF|IRAN (ISLAMIC REPUBLIC OF)|IVORY COAST|KHMER REPUBLIC|LAO
    LAO PEOPLE'S DEMOCRATIC REPUBLIC|LIBYAN ARAB JAMAHIRIYA|LIBYAN ARAB REPUBLIC
    MALDIVE ISLANDS|MICRONESIA (FEDERATED STATES OF)|PHILIPPINE REPUBLIC|REPUBLIC OF KOREA
    REPUBLIC OF MOLDOVA|RUSSIAN FEDERATION|SAINT CHRISTOPHER AND NEVIS|SERBIA AND MONTENEGRO
    SOUTHERN YEMEN|SURINAM|SWAZILAND|SYRIAN ARAB REPUBLIC|TANGANYIKA|TURKEY|TÜRKİYE
    THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA|UKRAINIAN SSR|UNITED ARAB REPUBLIC
    UNITED REPUBLIC OF CAMEROON|UNITED REPUBLIC OF TANZANIA|UPPER VOLTA|USSR|VIET NAM|YEMEN
    VENEZUELA (BOLIVARIAN REPUBLIC OF)|YUGOSLAVIA|ZAIRE|ZANZIBAR
"""


def test_names_of_the_library_are_understood(nam: Dataset) -> None:
    names = [
        name.strip() for line in OF_THE_LIBRARY.strip().splitlines() for name in line.split("|")
    ]
    for year in (1950, 1965, 1980, 1995, 2010):
        rows = [
            {"resolution": name, "ms_name": name, "ms_vote": "Y", "date": f"{year}-12-12"}
            for name in names
        ]
        assert nam.tallies(rows).unknown == ()


def test_the_code_helps_where_the_name_is_not_understood(nam: Dataset) -> None:
    siam = {"resolution": "1", "ms_name": "SIAMESIA", "ms_code": "THA", "ms_vote": "Y",
            "date": "1950-01-01"}  # fmt: skip
    assert nam.tally([siam], by="region").states("asia", "yes")[0].id == "thailand"
    named = {"rcid": 1, "ccode": "", "Countryname": "Cuba", "vote": 1, "date": "1990-01-01"}
    assert nam.tally([named])["member"]["yes"] == 1


def test_what_is_not_understood_is_reported(nam: Dataset) -> None:
    rows = [
        row(country_code="CU"),
        row(country="Atlantis", country_code="", vote="no"),
        row(country="Korea", country_code="KX"),  # Which of two?
        row(country=" ", country_code="QQ"),
        row(country=None, country_code=float("nan")),
        row(country="Nowhere", country_code=None, vote="9"),  # No member, and no state either.
        row(country=7.5, country_code=None),
    ]
    tally = nam.tally(rows)
    assert tally.unknown == ("Atlantis", "Korea", "QQ", "(empty)", "7.5", "Nowhere")
    assert tally.total == {"yes": 1, "no": 0, "abstain": 0, "absent": 0}
    assert "6 not understood" in repr(tally)
    assert nam.agreement(rows, "Cuba").unknown == tally.unknown


# Days


def test_days(nam: Dataset) -> None:
    for day in ("1999-01-01", "19990101", dt.date(1999, 1, 1), " 1999-01-01T00:00:00Z "):
        assert str(nam.tally([row(date=day)]).date) == "1999-01-01"
    for gap in ("", None, "NA", float("nan")):
        tally = nam.tally([row(date=gap, year="1999.0")])
        assert str(tally.date) == "1999"
        assert nam.tally([row(date=gap)], on=1999) == tally
    no_day = {key: value for key, value in row().items() if key != "date"}
    assert nam.tally([no_day], on="1999-01-01").date is None
    assert nam.tally([{**no_day, "year": 1999}])["member"]["yes"] == 1
    numbered = {"rcid": 1, "ccode": 40, "vote": 1, "date": "12/7/1983"}
    assert str(nam.tally([numbered]).date) == "1983-12-07"
    with pytest.raises(RollCallError, match="no day: expected a column 'date' or 'year', or `on`"):
        nam.tally([no_day])


def test_days_that_the_data_does_not_know(nam: Dataset) -> None:
    rows = [row(), row(rcid=2, date="2026-01-01"), row(rcid=3, date=2026)]
    with pytest.raises(CoverageError, match="2 roll calls after 2025-12-31"):
        nam.tallies(rows)
    with pytest.raises(CoverageError, match="2 roll calls after 2025-12-31"):
        nam.agreement(rows, "Cuba")
    assert nam.tallies(rows, until=nam.as_of).keys() == {"1"}
    assert nam.tallies(rows, on="1999-01-01").keys() == {"1", "2", "3"}


# What is wrong


def test_a_layout_that_is_not_known(nam: Dataset, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    for table, found in (
        ([{"a": 1, "b": 2}], "'a', 'b'"),
        ([5], "none"),
        (tmp_path / "empty.csv", "none"),
        (write(tmp_path / "one.csv", [{"rcid": 1, "vote": 1}]), "'rcid', 'vote'"),
    ):
        with pytest.raises(RollCallError) as caught:
            nam.tallies(table)  # type: ignore[arg-type]
        assert str(caught.value) == (
            f"no layout has the columns {found}; expected those of one of: "
            "Voeten: rcid, ccode or countryname, vote; unvotes: rcid, country or country_code, "
            "vote; UN Digital Library: resolution or undl_id, ms_name or ms_code, ms_vote"
        )
    with pytest.raises(RollCallError, match="two columns are called 'vote'"):
        nam.tallies([{**row(), "Vote": "no"}])


def test_nothing_is_no_fault(nam: Dataset, tmp_path: Path) -> None:
    (tmp_path / "header.csv").write_text("rcid,country,vote\n", encoding="utf-8")
    tables: list[RollCallRows] = [[], iter(()), tmp_path / "header.csv"]
    for table in tables:
        assert nam.tallies(table) == {}
    with pytest.raises(RollCallError, match="one resolution, found none"):
        nam.tally([])


def test_everything_wrong_is_said_at_once(nam: Dataset) -> None:
    rows: list[Any] = [
        row(),
        row(country="Fiji", vote="maybe"),
        row(country="Chad", vote="maybe"),
        row(country="Mali", vote=None),
        row(country="Peru", vote=True),
        row(country="Iraq", date="1999-01-02"),
        row(rcid=2, date="31.12.1999"),
        row(rcid="", country="Togo"),
        row(rcid=2.5),
        row(country="cuba"),
        {"resolution": "A", "ms_name": "Cuba", "ms_vote": "Y"},
        "row",
        row(rcid=[3]),
        row(rcid=4, date=b"1999"),
        row(rcid=5, date=""),
        row(rcid=6, date=""),
    ]
    with pytest.raises(RollCallError) as caught:
        nam.tallies(rows)
    votes = "expected a vote as one of yes, y, 1, no, n, 3, abstain, a, 2, absent, x, 8, 9, found"
    found = [*caught.value.problems]
    assert found[:4] == [
        f"row 2 and 1 more: {votes} 'maybe'",
        f"row 4: {votes} None",
        f"row 5: {votes} True",
        "row 6: roll call 1 has another day, 1999-01-02, than row 1, 1999-01-01",
    ]
    assert "the year comes first" in found[4]
    assert found[5:9] == [
        "row 8: expected what tells the roll call apart, found ''",
        "row 9: expected what tells the roll call apart, found 2.5",
        "row 11: has no column 'rcid', as the first row has",
        "row 12: expected a mapping from columns to plain values, found 'row'",
    ]
    assert found[9].startswith("row 13: expected a mapping from columns to plain values, found {")
    assert found[10].startswith("row 14: b'1999' is no day")
    assert found[11:] == [
        "row 1: roll call 1: 2 votes of Cuba",
        "row 15 and 1 more: no day: expected a column 'date' or 'year', or `on`",
    ]
    assert str(caught.value).endswith("; and 3 more problems")
    for twin in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert (str(twin), twin.problems) == (str(caught.value), caught.value.problems)


def test_a_state_votes_once(nam: Dataset) -> None:
    """By any name; but what was no member has no vote."""
    with pytest.raises(RollCallError, match="row 1: roll call 1: 2 votes of Serbia"):
        nam.tally([row(country="Serbia"), row(country="Yugoslavia", vote="no")])
    twice = [{"rcid": 1, "ccode": code, "vote": vote, "date": "1980-01-01"}
             for code, vote in ((255, 9), (260, 1))]  # fmt: skip
    for rows in (twice, twice[::-1]):
        assert nam.tally(rows).total["yes"] == 1


def test_files_that_are_no_tables(nam: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    path.write_bytes("rcid,country,vote\n1,C\xf4te d'Ivoire,yes\n".encode("latin-1"))
    with pytest.raises(RollCallError, match=r"votes\.csv: expected UTF-8"):
        nam.tallies(path)
    path.write_text('rcid,country,vote\n1,"Cuba"x,yes\n', encoding="utf-8")
    with pytest.raises(RollCallError, match=r"votes\.csv: no table of values"):
        nam.tallies(path)
    path.write_text("rcid,country,vote\n1,Korea, North,yes\n\n1,Cuba\n", encoding="utf-8")
    with pytest.raises(RollCallError) as caught:
        nam.tallies(path, on=1999)
    assert caught.value.problems == (
        "row 1: expected 3 cells as in the header, found 4",
        "row 3: expected 3 cells as in the header, found 2",
    )


CELLS: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, 9, 40, 1999, 2.0, 2.5, float("nan"), float("inf"), "", " ", "1", "1.0", "x",
     "yes", "Y", "Cuba", "CU", "1999", "1999-12-12", "3/4/1999", "31/31/1999", dt.date(1999, 1, 1),
     (), b"yes", [1], {}]
)  # fmt: skip
NAMES = {name for one in LAYOUTS for name in (*one.resolution, *dict(one.voters), one.choice)}
COLUMNS = st.sampled_from([*sorted(NAMES), "date", "year", "other"])


@given(st.lists(st.dictionaries(COLUMNS, CELLS), max_size=6), st.booleans())
def test_whatever_rows_hold_is_read_or_refused(rows: Rows, whole: bool) -> None:  # noqa: FBT001
    if whole:
        rows = [{**row(), **one} for one in rows]
    try:
        found = load().tallies(rows, until="2025-12-31")
    except RollCallError as error:
        assert error.problems
    else:
        assert sum(sum(tally.total.values()) for tally in found.values()) <= len(rows)
