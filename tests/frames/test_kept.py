"""What `annotate` leaves as it is: rows, order, index, columns, types; and what it takes."""

from __future__ import annotations

import datetime as dt
import importlib
import random
from typing import Any

import pytest
from frame_engines import ALL, EAGER, LAZY, QUIET, Column, frame, need, rows

from nam_azerbaijan import Dataset

pytest.importorskip("narwhals")

from nam_azerbaijan.frames import annotate

pytestmark = QUIET

DAY = dt.date(2012, 8, 30)
ASKED: dict[str, Any] = {"state": "who", "on": "when", "code": "iso3c"}


def _library(name: str) -> Any:
    """An engine as a module."""
    need(name)
    return importlib.import_module(name)


def made(engine: str, **columns: Column) -> Any:
    need(engine)
    given = {"who": Column("text", ["AZE", "CHE"]), "when": Column("date", [DAY, DAY])}
    return frame(engine, {"number": Column("int", [0, 1]), **given, **columns})


@pytest.mark.parametrize("engine", EAGER)
def test_the_order_of_rows_is_kept(engine: str, nam: Dataset) -> None:
    draw = random.Random(3)
    codes = draw.choices(["AZE", "IND", "YUG", "XXX", None], k=5000)
    days = [dt.date(1960, 1, 1) + dt.timedelta(draw.randrange(20000)) for _ in codes]
    before = frame(
        _needed(engine),
        {
            "number": Column("int", draw.sample(range(5000), 5000)),
            "who": Column("text", codes),
            "when": Column("date", days),
        },
    )
    after = annotate(before, nam, **ASKED, unknown="ignore")
    assert list(map(int, _values(after, "number"))) == list(map(int, _values(before, "number")))
    told = dict(zip(zip(codes, days, strict=True), _values(after, "nam_status"), strict=True))
    for code, day in list(told)[:300]:
        wanted = None if code in ("XXX", None) else nam.status(code, day)
        found = told[code, day]
        assert (found if isinstance(found, str) else None) == wanted


def _needed(engine: str) -> str:
    need(engine)
    return engine


def _values(held: Any, column: str) -> list[Any]:
    values = held[column]
    return values.to_pylist() if hasattr(values, "to_pylist") else list(values)


@pytest.mark.parametrize("engine", [one for one in ALL if one != "pyspark"])
def test_a_second_body_goes_beside_the_first(engine: str, nam: Dataset) -> None:
    once = annotate(made(engine), nam, **ASKED, columns=["unknown"])
    twice = annotate(once, nam, **ASKED, body="UN", columns=["member"])
    assert [
        [row[name] for name in ("nam_status", "nam_unknown", "un_status", "un_member")]
        for row in rows(twice)
    ] == [["member", None, "member", True], [None, None, "member", True]]


@pytest.mark.parametrize("engine", EAGER + LAZY)
def test_names_can_be_chosen_but_not_taken(engine: str, nam: Dataset) -> None:
    named = annotate(made(engine), nam, **ASKED, name="status", columns={"member": "in it"})
    assert [(row["status"], row["in it"]) for row in rows(named)] == [
        ("member", True),
        (None, False),
    ]
    for name, columns in (("number", {}), ("when", {}), ("status", {"member": "who"})):
        with pytest.raises(ValueError, match="the frame has a column"):
            annotate(made(engine), nam, **ASKED, name=name, columns=columns)


def test_capitals_make_no_other_name_where_the_engine_does_not_tell_them(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="the frame has a column 'nam_STATUS'"):
        annotate(made("duckdb", nam_status=Column("int", [1, 2])), nam, **ASKED, name="nam_STATUS")
    held = annotate(
        made("polars", nam_status=Column("int", [1, 2])), nam, **ASKED, name="nam_STATUS"
    )
    assert rows(held)[0]["nam_STATUS"] == "member"


@pytest.mark.parametrize("engine", EAGER + LAZY)
@pytest.mark.parametrize(
    "name", ["select", "a.b", 'a"b', "a`b", "a b", "key", "row", "nam_at", "1"]
)
def test_columns_may_have_any_name(engine: str, name: str, nam: Dataset) -> None:
    need(engine)
    before = frame(
        engine,
        {
            "number": Column("int", [0]),
            name: Column("text", ["AZE"]),
            "order": Column("date", [DAY]),
            "day": Column("text", ["x"]),
        },
    )
    (row,) = rows(annotate(before, nam, state=name, on="order", code="iso3c", columns=["days"]))
    assert row["nam_status"] == "member"
    assert row["nam_days"] == (DAY - dt.date(2011, 5, 25)).days
    assert row["day"] == "x"


def test_pandas_keeps_its_index_its_labels_and_its_types(nam: Dataset) -> None:
    pd = _library("pandas")
    before = pd.DataFrame(
        {0: ["AZE", "IND"], ("when", 1): pd.to_datetime([DAY, DAY]), 2.5: pd.Categorical([1, 2])},
        index=pd.MultiIndex.from_tuples([("b", 2), ("b", 2)], names=["x", None]),
    )
    before.attrs["from"] = "a file"
    copy = before.copy()
    after = annotate(before, nam, state=0, on=("when", 1), code="iso3c", columns=["member", "days"])
    pd.testing.assert_frame_equal(before, copy)
    pd.testing.assert_frame_equal(
        after.drop(columns=["nam_status", "nam_member", "nam_days"]), copy
    )
    assert after.attrs == {"from": "a file"}
    assert after["nam_status"].tolist() == ["member", "member"]
    assert [str(kind) for kind in after.dtypes[-2:]] == ["boolean", "Int64"]
    levels = before.iloc[:, :2].copy()
    levels.columns = pd.MultiIndex.from_tuples([("a", "who"), ("a", "when")])
    after = annotate(levels, nam, state=("a", "who"), on=("a", "when"), code="iso3c")
    assert isinstance(after.columns, pd.MultiIndex)
    assert after["nam_status"].tolist() == ["member", "member"]


def test_pandas_has_one_type_whatever_the_rows(nam: Dataset) -> None:
    pd = _library("pandas")
    wanted = pd.Series(["text"]).dtype
    for keys in ([], ["CHE"], ["AZE"], ["AZE", "CHE"], ["XXX", None]):
        before = pd.DataFrame(
            {"who": pd.Series(keys, dtype=wanted), "when": pd.to_datetime([DAY] * len(keys))}
        )
        columns = ["member", "days", "start", "unknown"]
        after = annotate(before, nam, **ASKED, columns=columns, unknown="ignore")
        assert [str(kind) for kind in after.dtypes[2:]] == [
            str(wanted), "boolean", "Int64", str(wanted), str(wanted),
        ]  # fmt: skip


def test_pandas_takes_keys_and_days_of_all_kinds_in_one_column(nam: Dataset) -> None:
    pd = _library("pandas")
    days = [
        DAY,
        "2012",
        2012,
        pd.Period("2012-08"),
        pd.Timestamp(DAY),
        dt.datetime(2012, 8, 30, tzinfo=dt.UTC),
        pd.NaT,
        None,
    ]
    before = pd.DataFrame({"when": pd.Series(days, dtype=object), "who": 373})
    after = annotate(before, nam, state="who", on="when", code="cown")
    assert after["nam_status"].dropna().tolist() == ["member"] * 6
    keys = ["373", 373, 373.0, "373.0", None, pd.NA, float("nan")]
    before = pd.DataFrame({"who": pd.Series(keys, dtype=object), "when": pd.Timestamp(DAY)})
    after = annotate(before, nam, state="who", on="when", code="cown")
    assert after["nam_status"].dropna().tolist() == ["member"] * 4
    before = pd.DataFrame({"when": pd.PeriodIndex(["2011-05", None], freq="M"), "who": "AZE"})
    told = [annotate(before, nam, state="who", on="when", partial=one) for one in ("any", "first")]
    assert [one["nam_status"].dropna().tolist() for one in told] == [["member"], ["observer"]]


@pytest.mark.parametrize("kind", ["Int64", "float32", "string", "category", "arrow", "small"])
def test_pandas_takes_keys_of_every_type(kind: str, nam: Dataset) -> None:
    pd = _library("pandas")
    types: dict[str, Any] = {"small": "int16"}
    if kind == "arrow":
        types["arrow"] = pd.ArrowDtype(pytest.importorskip("pyarrow").string())
    numbers = kind in ("Int64", "float32", "small")
    keys = pd.Series([373, 750] if numbers else ["373", "750"])
    before = pd.DataFrame({"who": keys.astype(types.get(kind, kind)), "when": pd.Timestamp(DAY)})
    after = annotate(before, nam, state="who", on="when", code="cown")
    assert after["nam_status"].tolist() == ["member", "member"]
    assert after["who"].dtype == before["who"].dtype


def test_pandas_takes_days_of_every_type(nam: Dataset) -> None:
    pd = _library("pandas")
    arrow = pytest.importorskip("pyarrow")
    naive = pd.Series(pd.to_datetime(["2011-05-25 00:30", "2011-05-24 23:30", None]))
    for days in (
        *(naive.astype(f"datetime64[{unit}]") for unit in ("s", "ms", "us", "ns")),
        naive.dt.tz_localize("Asia/Baku"),
        naive.dt.tz_localize("America/New_York").astype("datetime64[ns, America/New_York]"),
        naive.astype(pd.ArrowDtype(arrow.timestamp("ns"))),
        naive.dt.date.astype(pd.ArrowDtype(arrow.date32())),
        naive.dt.date,
        naive.dt.strftime("%Y-%m-%dT%H:%M:%S"),
    ):
        before = pd.DataFrame({"who": "AZE", "when": days})
        after = annotate(before, nam, state="who", on="when")
        assert after["nam_status"].tolist()[:2] == ["member", "observer"]
        assert after["nam_status"].isna().tolist() == [False, False, True]
        assert after["when"].dtype == days.dtype


@pytest.mark.parametrize("engine", ["polars", "lazy polars", "pyarrow"])
def test_times_count_by_their_own_calendar_day(engine: str, nam: Dataset) -> None:
    need(engine)
    pl = pytest.importorskip("polars")
    day = pl.Series([dt.datetime(2011, 5, 24, 21, tzinfo=dt.UTC)]).dt.convert_time_zone("Asia/Baku")
    before = pl.DataFrame({"number": [0], "who": ["AZE"], "when": day})
    before = {"lazy polars": before.lazy, "pyarrow": before.to_arrow}.get(engine, lambda: before)()
    assert rows(annotate(before, nam, **ASKED))[0]["nam_status"] == "member"


@pytest.mark.parametrize("lazy", [False, True])
def test_polars_takes_columns_of_every_type(lazy: bool, nam: Dataset) -> None:  # noqa: FBT001
    pl = _library("polars")
    for keys in (
        pl.Series(["AZE"], dtype=pl.Categorical),
        pl.Series(["AZE"], dtype=pl.Enum(["ARM", "AZE"])),
        pl.Series([373], dtype=pl.Int16),
        pl.Series([373], dtype=pl.UInt64),
        pl.Series([373.0], dtype=pl.Float32),
        pl.Series([None]),
    ):
        before = pl.DataFrame({"number": [0], "who": keys, "when": [DAY]})
        code = "cown" if keys.dtype.is_numeric() else "iso3c"
        held = before.lazy() if lazy else before
        (row,) = rows(annotate(held, nam, state="who", on="when", code=code))
        assert row["nam_status"] == (None if keys[0] is None else "member")
    before = pl.DataFrame({"number": [0], "who": ["AZE"], "when": [None]})
    held = before.lazy() if lazy else before
    assert rows(annotate(held, nam, **ASKED))[0]["nam_status"] is None


@pytest.mark.parametrize("engine", EAGER + LAZY)
def test_what_is_no_key_or_no_day_is_said(engine: str, nam: Dataset) -> None:
    with pytest.raises(TypeError, match="the column 'who' of keys is of type D"):
        annotate(made(engine, who=Column("date", [DAY, DAY])), nam, **{**ASKED, "state": "who"})
    pytest.importorskip("pyarrow")
    with pytest.raises(KeyError, match="the frame has no column 'whom'; did you mean 'who'"):
        annotate(made(engine), nam, **{**ASKED, "state": "whom"})


def test_days_of_no_kind_are_said(nam: Dataset) -> None:
    pl = _library("polars")
    with pytest.raises(TypeError, match="the column 'when' of days is of type Boolean"):
        annotate(pl.DataFrame({"who": ["AZE"], "when": [True]}), nam, **ASKED)


def test_days_that_python_does_not_know_are_told(nam: Dataset) -> None:
    pl = _library("polars")
    days = pl.Series([-1_000_000, 2_932_896, 5_000_000], dtype=pl.Int32).cast(pl.Date)
    before = pl.DataFrame({"who": ["AZE"] * 3, "when": days})
    after = annotate(before, nam, **ASKED, columns=["unknown"], unknown="ignore")
    assert after["nam_status"].to_list() == [None] * 3
    assert after["nam_unknown"].to_list() == [None, "day", "day"]


def test_dates_of_duckdb_may_be_infinite(nam: Dataset) -> None:
    need("duckdb")
    duckdb = pytest.importorskip("duckdb")
    held = duckdb.sql(
        "select 'AZE' as who, "
        "unnest([date 'infinity', date '-infinity', date '500000-01-01']) as when_"
    )
    after = annotate(held, nam, state="who", on="when_", code="iso3c", columns=["unknown"])
    assert sorted(after.select("nam_status, nam_unknown").fetchall(), key=str) == [
        (None, "day"), (None, "day"), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("what", [[1, 2], "text", None, 5])
def test_what_is_no_frame_is_said(what: Any, nam: Dataset) -> None:
    with pytest.raises(TypeError):
        annotate(what, nam, state="who", on="when")
