"""What can be asked of a frame, what is said of rows without an answer, and what is put off."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from frame_engines import EAGER, LAZY, QUIET, Column, frame, need, rows

from nam_azerbaijan import CoverageError, Dataset

pytest.importorskip("narwhals")

from nam_azerbaijan.frames import UnmatchedRowsError, UnmatchedRowsWarning, annotate

pytestmark = QUIET

DAY = dt.date(2012, 8, 30)
ASKED: dict[str, Any] = {"state": "who", "on": "when"}


def made(engine: str, keys: list[Any], days: list[Any] | None = None, kind: str = "text") -> Any:
    need(engine)
    return frame(
        engine,
        {
            "number": Column("int", list(range(len(keys)))),
            "who": Column(kind, keys),
            "when": Column("date", days or [DAY] * len(keys)),
        },
    )


# Rows without an answer

LOST = ["AZE", "Atlantis", "Atlantis", "Narnia", None, "IND", "IND"]
LOST_DAYS = [*[DAY] * 5, dt.date(2026, 1, 5), None]


@pytest.mark.parametrize("engine", EAGER)
def test_rows_without_an_answer_are_counted_and_named_once(engine: str, nam: Dataset) -> None:
    before = made(engine, LOST, LOST_DAYS)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        annotate(before, nam, **ASKED)
    (one,) = said
    assert one.category is UnmatchedRowsWarning
    assert one.filename == __file__
    text = str(one.message).replace(" 00:00:00.000000", "").replace(" 00:00:00", "")
    assert text == (
        "4 of 7 rows have no answer: 3 with a key that means no one state: 'Atlantis' (2), "
        "'Narnia' (1); 1 with a day that is no date and no ISO text or lies after 2025-12-31: "
        "2026-01-05 (1). The column 'unknown' says it of each row"
    )


@pytest.mark.parametrize(("code", "said"), [(None, "where code= names it"), ("cown", "each row$")])
def test_numbers_without_a_system_are_told_of_code(
    nam: Dataset, code: str | None, said: str
) -> None:
    before = made(EAGER[0], [373, 9999], [DAY] * 2, kind="int")
    with pytest.warns(UnmatchedRowsWarning, match=said):
        annotate(before, nam, **{**ASKED, "code": code})


@pytest.mark.parametrize("engine", EAGER)
def test_rows_without_an_answer_can_raise_or_be_ignored(engine: str, nam: Dataset) -> None:
    before = made(engine, LOST, LOST_DAYS)
    with pytest.raises(UnmatchedRowsError, match="4 of 7 rows have no answer"):
        annotate(before, nam, **ASKED, unknown="raise")
    after = annotate(before, nam, **ASKED, unknown="ignore", columns=["unknown"])
    wanted = [None, "state", "state", "state", None, "day", None]
    assert [row["nam_unknown"] for row in rows(after)] == wanted
    known = made(engine, ["AZE", "CHE", None], [DAY, DAY, None])
    for policy in ("warn", "raise", "ignore"):
        annotate(known, nam, **ASKED, unknown=policy)


@pytest.mark.parametrize("engine", LAZY)
def test_lazy_frames_have_a_column_for_rows_without_an_answer(engine: str, nam: Dataset) -> None:
    before = made(engine, LOST, LOST_DAYS)
    after = annotate(before, nam, **ASKED, columns=["unknown"])
    wanted = [None, "state", "state", "state", None, "day", None]
    assert [row["nam_unknown"] for row in rows(after)] == wanted
    with pytest.raises(ValueError, match="ask for the column 'unknown'"):
        annotate(before, nam, **ASKED, unknown="raise")


def test_at_most_some_names_are_said(nam: Dataset) -> None:
    before = made("polars", [f"Land {number}" for number in range(9)])
    with pytest.warns(UnmatchedRowsWarning, match=r"'Land 0' \(1\), .*'Land 4' \(1\), 4 more\. "):
        annotate(before, nam, **ASKED)


def test_what_is_not_covered_is_said(nam: Dataset) -> None:
    before = made("polars", ["AZE", "CHE"])
    with pytest.warns(UnmatchedRowsWarning, match=r"1 of states that .* not cover in un: 'CHE'"):
        after = annotate(before.with_columns(when=dt.date(1990, 1, 1)), nam, **ASKED, body="un")
    assert after["un_status"].to_list() == [None, None]
    with pytest.raises(CoverageError):
        annotate(before, nam, **ASKED, body="asean")


def test_keys_that_may_mean_several_are_not_known(nam: Dataset) -> None:
    before = made("polars", ["Korea", "Korea"], [DAY, dt.date(1948, 9, 1)])
    after = annotate(before, nam, **ASKED, columns=["state", "unknown"], unknown="ignore")
    assert after["nam_state"].to_list() == [None, "south-korea"]
    assert after["nam_unknown"].to_list() == ["state", None]


def test_keys_that_are_no_whole_numbers_are_not_known(nam: Dataset) -> None:
    before = made("polars", [373.0, 373.5, float("nan"), float("inf")], kind="float")
    columns = ["state", "unknown"]
    after = annotate(before, nam, **ASKED, code="cown", columns=columns, unknown="ignore")
    assert after["nam_state"].to_list() == ["azerbaijan", None, None, None]
    assert after["nam_unknown"].to_list() == [None, "state", None, "state"]


# The system of codes


@pytest.mark.parametrize("engine", EAGER)
@pytest.mark.parametrize(
    ("code", "kind", "keys"),
    [
        ("iso3c", "text", ["AZE", "DZA", "ZWE", None]),
        ("cowc", "text", ["AZE", "ALG", "ZIM"]),
        ("cown", "int", [373, 615, 552]),
        ("cown", "float", [373.0, 615.0, 552.0, None]),
        ("iso3n", "text", ["031", "012", "716"]),
        ("names", "text", ["Azerbaijan", "Algeria", "Zimbabwe"]),
        ("wikidata", "text", ["Q227", "Q262", "Q954"]),
    ],
)
def test_the_system_is_recognized(
    engine: str, code: str, kind: str, keys: list[Any], nam: Dataset
) -> None:
    after = annotate(made(engine, keys, kind=kind), nam, **ASKED, code="auto", columns=["state"])
    found = [row["nam_state"] for row in rows(after)]
    assert found[:3] == ["azerbaijan", "algeria", "zimbabwe"]
    assert found[3:] in ([], [None])


@pytest.mark.parametrize(
    ("kind", "keys", "said"),
    [
        ("int", [20, 31], "they may be iso3n, cown, gwn, m49, vdem"),
        ("int", [2, 20, 200, 255, 340], "they may be iso3n, cown, gwn, m49"),
        ("int", [373, 371, 970], "they may be cown, gwn"),
        ("text", ["AUS", "AZE"], "they may be iso3c, cowc, gwc, names"),
        ("text", ["AZE", "x", "y", "z"], "at most 1 of 4 are known, as iso3c"),
        ("int", list(range(1000, 1400)), "at most 0 of 400 are known"),
    ],
)
def test_doubt_about_the_system_is_said(
    kind: str, keys: list[Any], said: str, nam: Dataset
) -> None:
    with pytest.raises(ValueError, match=f"leaves doubt about the keys in 'who'.*: {said}"):
        annotate(made("polars", keys, kind=kind), nam, **ASKED, code="auto")


AGGREGATES = ["WLD", "EUU", "ARB", "SSA", "HIC", "OED", "LCN", "NAC", "AFE", "AFW", "OWID_KOS"]


@pytest.mark.parametrize(
    ("code", "kind", "strays"),
    [
        ("iso2c", "text", ["1A", "XC"]),
        ("iso3c", "text", AGGREGATES),
        ("iso3n", "int", [1, 2, 150]),
        ("cown", "int", [300, 305, 1000]),
        ("cown", "float", []),
        ("gwn", "int", [300, 305]),
        ("cowc", "text", ["AUH"]),
        ("vdem", "int", [999]),
        (None, "text", ["World", "High income", "Arab World", "Austria-Hungary"]),
    ],
)
def test_strange_keys_leave_no_doubt(
    code: str | None, kind: str, strays: list[Any], nam: Dataset
) -> None:
    codes = {held.value for state in nam.states for held in state.codes if held.system == code}
    keys: list[Any] = sorted(codes or {state.name for state in nam.states})
    as_key: Callable[[Any], Any] = {"text": str, "int": int, "float": float}[kind]
    before = made("polars", [as_key(key) for key in [*keys, *strays]], kind=kind)
    asked = {**ASKED, "columns": ["state"], "unknown": "ignore"}
    told, wanted = (annotate(before, nam, **asked, code=one) for one in ("auto", code))
    assert rows(told) == rows(wanted)


@pytest.mark.parametrize("keys", [[345, 373], [678, 666], [404, 501, 560]])
def test_systems_that_mean_the_same_leave_no_doubt(keys: list[int], nam: Dataset) -> None:
    days = [dt.date(1989, 1, 1), dt.date(2012, 1, 1)] * len(keys)
    before = made("polars", sorted(keys * 2), days, kind="int")
    told = [annotate(before, nam, **ASKED, code=one) for one in ("auto", "cown", "gwn")]
    assert rows(told[0]) == rows(told[1]) == rows(told[2])


@pytest.mark.parametrize("kind", ["text", "int", "float"])
def test_where_there_is_no_key_there_is_no_doubt(kind: str, nam: Dataset) -> None:
    after = annotate(made("polars", [None, None], kind=kind), nam, **ASKED, code="auto")
    assert after["nam_status"].to_list() == [None, None]


@pytest.mark.parametrize("engine", LAZY)
def test_the_keys_of_lazy_frames_are_not_looked_at(engine: str, nam: Dataset) -> None:
    with pytest.raises(ValueError, match="say their system by code="):
        annotate(made(engine, ["AZE"]), nam, **ASKED, code="auto")


@pytest.mark.parametrize("engine", LAZY)
def test_lazy_frames_know_what_the_data_holds(engine: str, nam: Dataset) -> None:
    keys = ["Azerbaijan", "azerbaijan", "Азербайджан", "aze", "AZ", "OIC", "Burma", "031"]
    after = annotate(made(engine, keys), nam, **ASKED, columns=["state"])
    wanted = [*["azerbaijan"] * 5, "oic", "myanmar"]
    assert [row["nam_state"] for row in rows(after)][:7] == wanted
    keys = ["031", "31", "31.0", "36", "036"]
    after = annotate(made(engine, keys), nam, **ASKED, code="iso3n", columns=["state"])
    wanted = [*["azerbaijan"] * 3, *["australia"] * 2]
    assert [row["nam_state"] for row in rows(after)] == wanted


# Nothing is computed of lazy frames


def test_lazy_polars_reads_nothing(nam: Dataset) -> None:
    need("polars")
    pl = pytest.importorskip("polars")

    def read(_: Any) -> Any:
        raise AssertionError("rows were read")

    before = pl.LazyFrame({"who": ["AZE"], "when": [DAY]})
    later = annotate(before.map_batches(read, schema=before.collect_schema()), nam, **ASKED)
    assert isinstance(later, pl.LazyFrame)
    with pytest.raises(Exception, match="rows were read"):
        later.collect()


def test_dask_reads_nothing(nam: Dataset) -> None:
    need("dask")
    pandas, dask = pytest.importorskip("pandas"), pytest.importorskip("dask.dataframe")

    def read(number: int) -> Any:
        raise AssertionError("rows were read")

    meta = pandas.DataFrame({"who": pandas.Series(["x"]), "when": pandas.to_datetime([DAY])})
    later = annotate(dask.from_map(read, [1, 2], meta=meta.iloc[:0]), nam, **ASKED)
    assert later.npartitions == 2
    with pytest.raises(AssertionError, match="rows were read"):
        later.compute()


def test_duckdb_keeps_its_connection_as_it_was(nam: Dataset) -> None:
    need("duckdb")
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.execute("create table nam_azerbaijan as select 'IND' who, date '2012-08-30' when_")
    catalog = "select * from duckdb_tables() union all by name select * from duckdb_views()"
    before = connection.sql(catalog).fetchall()
    held = connection.table("nam_azerbaijan")
    after = annotate(held, nam, state="who", on="when_", code="iso3c")
    assert after.fetchall() == [("IND", dt.date(2012, 8, 30), "member")]
    assert connection.sql(catalog).fetchall() == before
    connection.execute("insert into nam_azerbaijan values ('CHE', date '2012-08-30')")
    assert len(after.fetchall()) == 2


def test_spark_plans_one_broadcast_join_and_runs_no_job(nam: Dataset, session: Any) -> None:
    need("pyspark")
    columns = {"who": Column("text", ["AZE", "CHE"]), "when": Column("date", [DAY, DAY])}
    before = frame("pyspark", columns, session)
    jobs = session.sparkContext.statusTracker().getJobIdsForGroup(None)
    after = annotate(before, nam, **ASKED, code="iso3c", columns=["unknown"])
    assert session.sparkContext.statusTracker().getJobIdsForGroup(None) == jobs
    plan = after._jdf.queryExecution().executedPlan().toString()
    assert plan.count("BroadcastHashJoin") == plan.count("Join") == 1
    assert "Exchange" not in plan.replace("BroadcastExchange", "")
    assert sorted(after.collect()) == [
        ("AZE", DAY, "member", None),
        ("CHE", DAY, None, None),
    ]


@pytest.mark.parametrize("name", ["a.b", "a b", "select", "Key", "1"])
def test_columns_of_spark_may_have_any_name(name: str, nam: Dataset, session: Any) -> None:
    need("pyspark")
    columns = {name: Column("text", ["AZE"]), "x.y": Column("date", [DAY])}
    before = frame("pyspark", columns, session)
    after = annotate(before, nam, state=name, on="x.y", code="iso3c")
    assert after.columns == [name, "x.y", "nam_status"]
    assert [tuple(row) for row in after.collect()] == [("AZE", DAY, "member")]


@pytest.mark.parametrize("labels", [[0, 1], [dt.date(2011, 1, 1), None]])
def test_columns_of_dask_may_have_any_label(labels: list[Any], nam: Dataset) -> None:
    need("dask")
    pandas, dask = pytest.importorskip("pandas"), pytest.importorskip("dask.dataframe")
    before = pandas.DataFrame({labels[0]: ["AZE"], labels[1]: pandas.to_datetime([DAY])})
    later = annotate(
        dask.from_pandas(before, npartitions=1), nam, state=labels[0], on=labels[1], code="iso3c"
    )
    assert list(later.columns) == [*before.columns, "nam_status"]
    assert later.compute()["nam_status"].tolist() == ["member"]


def test_an_engine_that_is_not_known_is_said() -> None:
    from types import SimpleNamespace

    from nam_azerbaijan.frames.engines import beside

    class Engine:
        def __getattr__(self, name: str) -> Any:
            return lambda: False

    strange: Any = SimpleNamespace(implementation=Engine(), to_native=dict)
    with pytest.raises(TypeError, match=r"expected a frame of pandas, .* got dict"):
        beside(strange, {}, {})


# What an argument may be


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"partial": "some"}, "unknown partial 'some'; known: any, first, last, all"),
        ({"unknown": "skip"}, "unknown value of unknown 'skip'"),
        ({"code": "iso3"}, "unknown code 'iso3'; did you mean 'iso3"),
        ({"columns": ["membr"]}, "unknown column 'membr'; did you mean 'member'"),
        ({"columns": ["status"]}, "unknown column 'status'"),
        ({"columns": {"member": "nam_status"}}, "two new columns have one name"),
        ({"body": "un", "columns": ["chair"]}, "nothing is on record of a chair of un"),
    ],
)
def test_wrong_arguments_are_said(asked: dict[str, Any], said: str, nam: Dataset) -> None:
    with pytest.raises(ValueError, match=said):
        annotate(made("polars", []), nam, **ASKED, **asked)


def test_names_of_columns_are_no_single_text(nam: Dataset) -> None:
    with pytest.raises(TypeError, match="got one text: 'member'"):
        annotate(made("polars", []), nam, **ASKED, columns="member")


def test_a_body_may_be_any_that_the_data_covers(nam: Dataset) -> None:
    before = made("polars", ["AZE"])
    for body in ("oic", "OIC", nam.organizations["oic"]):
        assert annotate(before, nam, **ASKED, body=body)["oic_status"].to_list() == ["member"]
    with pytest.raises(LookupError):
        annotate(before, nam, **ASKED, body="Atlantic Club")


def test_another_reading_has_other_answers(nam: Dataset) -> None:
    before = made("polars", ["AZE"], [dt.date(2011, 5, 25)])
    other = nam.prefer("azerbaijan-nam-page")
    told = [annotate(before, one, **ASKED)["nam_status"].to_list() for one in (nam, other)]
    assert told == [["member"], ["observer"]]


# The extra

WITHOUT = """
import sys
sys.modules["narwhals"] = None
import nam_azerbaijan
nam_azerbaijan.load().status("AZE", on="2012-01-01")
try:
    import nam_azerbaijan.frames
except ImportError as error:
    print(error)
"""


def test_a_missing_extra_is_named() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "data frames need the package narwhals: pip install 'nam-azerbaijan[frames]'\n"
    )


def test_the_library_imports_no_data_frames() -> None:
    code = (
        "import sys, nam_azerbaijan; nam_azerbaijan.load().status('AZE'); print(sorted("
        "{'narwhals', 'pandas', 'numpy', 'polars', 'pyarrow', 'duckdb'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
