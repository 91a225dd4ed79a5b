"""Frames of every engine with the same rows, and their rows back as plain values."""

from __future__ import annotations

import datetime as dt
import math
import os
import shutil
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest

EAGER = ("pandas", "polars", "pyarrow")
LAZY = ("lazy polars", "duckdb", "dask")
ALL = (*EAGER, *LAZY, "pyspark")

# What engines say of themselves, which is none of our doing.
QUIET = [
    pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


ZONE = dt.timezone(dt.timedelta(hours=4))
ZONE_NAME = "Etc/GMT-4"  # Which says the sign the other way round.


class Column(NamedTuple):
    """A column: what it holds (text, int, float, date, time or zoned), and its values.

    What is zoned is in `ZONE`, which is also the time zone of engines that have one of their own.
    """

    kind: str
    values: Sequence[Any]


KEPT: list[Any] = []

Columns = Mapping[str, Column]
Made = list[dict[str, Any]]


def need(engine: str) -> None:
    """Skip the test, saying so, where an engine is missing."""
    pytest.importorskip("narwhals")
    for module in {"lazy polars": ["polars"], "dask": ["pandas", "dask.dataframe"]}.get(
        engine, [engine]
    ):
        pytest.importorskip(module)
    if engine in ("pyarrow", "duckdb", "polars", "lazy polars"):
        pytest.importorskip("pyarrow")
    if engine == "pyspark" and not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("PySpark needs Java, which is not here")


def frame(engine: str, columns: Columns, session: Any = None) -> Any:
    """A frame of an engine."""
    if engine == "pandas":
        return _pandas(columns)
    if engine == "dask":
        return pytest.importorskip("dask.dataframe").from_pandas(_pandas(columns), npartitions=2)
    if engine == "pyspark":
        return _spark(columns, session)
    made = _arrow(columns)
    if engine == "pyarrow":
        return made
    if engine == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        connection = duckdb.connect()
        connection.execute(f"set TimeZone = '{ZONE_NAME}'")
        connection.register("held", made)
        KEPT.append(connection)  # In some versions a relation does not keep it.
        return connection.sql("select * from held")
    held = pytest.importorskip("polars").from_arrow(made)
    return held.lazy() if engine == "lazy polars" else held


def rows(made: Any) -> Made:
    """The rows of a frame, as plain values with `None` for what is missing, by their number."""
    kind = f"{type(made).__module__}.{type(made).__name__}"
    if kind.startswith("dask"):
        made = made.compute()
    if kind.startswith("polars"):
        found = (made.collect() if hasattr(made, "collect") else made).to_dicts()
    elif kind.startswith("pyarrow"):
        found = made.to_pylist()
    elif "duckdb" in kind:
        found = [dict(zip(made.columns, row, strict=True)) for row in made.fetchall()]
    elif kind.startswith("pyspark"):
        found = [row.asDict() for row in made.collect()]
    else:
        found = made.to_dict("records")
    plain = [{name: _plain(value) for name, value in row.items()} for row in found]
    return sorted(plain, key=lambda row: row["number"])


def _plain(value: Any) -> Any:
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if type(value).__name__ == "Timestamp":
        return value.to_pydatetime()
    return value.item() if hasattr(value, "item") else value


def _pandas(columns: Columns) -> Any:
    pandas = pytest.importorskip("pandas")
    made = {}
    for name, (kind, values) in columns.items():
        if kind == "int":
            made[name] = pandas.Series(values, dtype="Int64" if None in values else "int64")
        elif kind in ("date", "time"):
            made[name] = pandas.Series(values, dtype="datetime64[us]")
        elif kind == "zoned":
            made[name] = pandas.Series(values, dtype=f"datetime64[us, {ZONE_NAME}]")
        else:
            made[name] = pandas.Series(values, dtype="float64" if kind == "float" else None)
            if kind == "text":
                made[name] = made[name].astype(pandas.Series(["text"]).dtype)
    return pandas.DataFrame(made)


def _arrow(columns: Columns) -> Any:
    arrow = pytest.importorskip("pyarrow")
    types = {
        "text": arrow.string(),
        "int": arrow.int32(),
        "float": arrow.float64(),
        "date": arrow.date32(),
        "time": arrow.timestamp("us"),
        "zoned": arrow.timestamp("us", ZONE_NAME),
    }
    return arrow.table(
        {name: arrow.array(values, types[kind]) for name, (kind, values) in columns.items()}
    )


def _spark(columns: Columns, session: Any) -> Any:
    types = {
        "text": "string",
        "int": "int",
        "float": "double",
        "date": "date",
        "time": "timestamp_ntz",
        "zoned": "timestamp",
    }
    schema = ", ".join(f"`{name}` {types[kind]}" for name, (kind, _) in columns.items())
    return session.createDataFrame(
        list(zip(*(column.values for column in columns.values()), strict=True)), schema
    )
