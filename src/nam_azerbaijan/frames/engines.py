"""Small tables on the engine, and the connection, of a user's frame."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

import narwhals.stable.v2 as nw

__all__ = [
    "AnyFrame",
    "Frame",
    "Kind",
    "SmallColumn",
    "beside",
    "each",
    "finished",
    "has_dates",
    "numbered",
    "tells_case",
]

AnyFrame = nw.DataFrame[Any] | nw.LazyFrame[Any]
"""A frame of any engine, as narwhals sees it."""

Frame = TypeVar("Frame", nw.DataFrame[Any], nw.LazyFrame[Any])

Kind = Literal["text", "bool", "int", "float", "date", "time"]
"""What a column holds; `time` is a day at midnight."""

_ENGINES = "pandas, Polars, PyArrow, DuckDB, Dask or PySpark"
_PARTED = "\x1f"  # Stands in no name and no code.

_NARWHALS = {
    "text": nw.String(),
    "bool": nw.Boolean(),
    "int": nw.Int64(),
    "float": nw.Float64(),
    "date": nw.Date(),
    "time": nw.Datetime("us"),
}
_PANDAS = {"bool": "boolean", "int": "Int64", "float": "float64", "time": "datetime64[us]"}
_SQL = {"text": "string", "bool": "boolean", "int": "bigint", "float": "double", "date": "date"}


class SmallColumn(NamedTuple):
    """A column of a small table.

    Attributes:
        kind: what it holds.
        values: the values; `None` where there is none.
    """

    kind: Kind
    values: Sequence[Any]


def tells_case(frame: AnyFrame) -> bool:
    """Whether the engine tells capitals from small letters in the names of columns."""
    engine = frame.implementation
    return not (engine.is_duckdb() or engine.is_pyspark() or engine.is_pyspark_connect())


def has_dates(frame: AnyFrame) -> bool:
    """Whether the engine has dates of its own, and not only times."""
    engine = frame.implementation
    return not (engine.is_pandas() or engine.is_dask())


def beside(frame: Frame, columns: Mapping[str, SmallColumn], joined: Mapping[str, str]) -> Frame:
    """A small table that a frame can be joined with.

    Args:
        frame: the frame.
        columns: the columns of the table.
        joined: columns of the table, and those of the frame with which they are joined.

    Raises:
        TypeError: the frame's engine is not known here.
    """
    engine = frame.implementation
    native = frame.to_native()
    if engine.is_polars() or engine.is_pyarrow():
        data = {name: column.values for name, column in columns.items()}
        schema = {name: _NARWHALS[column.kind] for name, column in columns.items()}
        made = nw.from_dict(data, schema, backend=engine)
        return made.lazy() if isinstance(frame, nw.LazyFrame) else made
    small: Any
    if engine.is_pandas():
        small = _pandas(engine.to_native_namespace(), columns)
    elif engine.is_dask():
        types = {column: native.dtypes[name] for column, name in joined.items()}
        held = _pandas(nw.dependencies.get_pandas(), columns).astype(types)
        small = engine.to_native_namespace().from_pandas(held, npartitions=1)
    elif engine.is_duckdb():
        small = native.query("nam_azerbaijan", _duckdb(columns))
    elif engine.is_pyspark() or engine.is_pyspark_connect():
        small = _spark(native.sparkSession, columns)
    else:
        raise TypeError(f"expected a frame of {_ENGINES}, got {type(native).__name__}")
    return nw.from_native(small)  # type: ignore[no-any-return]


def numbered(series: nw.Series[Any]) -> tuple[nw.Series[Any], list[Any]]:
    """The values of a series in a form in which its engine joins fast, and each value once.

    pandas joins numbers far faster than texts: there the number of each value stands in the list's
    order, and -1 for a missing one. Elsewhere it is the series itself.
    """
    if series.implementation.is_pandas():
        codes, distinct = series.to_native().factorize()
        return _of_pandas(series, codes), list(distinct)
    distinct = series.drop_nulls().unique().to_list()
    return series, [value for value in distinct if value == value]  # noqa: PLR0124  NaN.


def each(series: nw.Series[Any], read: Callable[[Any], float]) -> nw.Series[Any]:
    """A number for each value of a pandas series, for equal ones read once."""
    codes, distinct = series.to_native().factorize()
    numbers = series.implementation.to_native_namespace().Series(
        [read(value) for value in distinct], dtype="float64"
    )
    return _of_pandas(series, numbers.reindex(codes).array)


def _of_pandas(series: nw.Series[Any], values: Any) -> nw.Series[Any]:
    """A series of other values in the place of one."""
    native = series.to_native()
    made = series.implementation.to_native_namespace().Series(values, native.index)
    return nw.from_native(made, series_only=True)


def widened(frame: nw.DataFrame[Any], new: Mapping[str, nw.Series[Any]]) -> nw.DataFrame[Any]:
    """A frame with new columns, whose values are in the order of its rows."""
    if not frame.implementation.is_pandas():
        return frame.with_columns(*(series.alias(name) for name, series in new.items()))
    made = frame.to_native().copy(deep=False)  # Which has labels that narwhals does not know.
    for name, series in new.items():
        made[name] = series.to_native().array
    return nw.from_native(made, eager_only=True)


def plainly_named(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """A lazy frame with other names of its columns, where its engine might misread one."""
    engine, names = frame.implementation, frame.collect_schema().names()
    plain = [f"c{number}" for number in range(len(names))]
    made: Any = frame.to_native()
    if engine.is_pyspark() or engine.is_pyspark_connect():
        if all("." not in name and "`" not in name for name in names):
            return frame
        made = made.toDF(*plain)
    elif engine.is_dask() and not all(isinstance(name, str) for name in names):
        made = made.rename(columns=dict(zip(names, plain, strict=True)))
    else:
        return frame
    return nw.from_native(made)  # type: ignore[no-any-return]


def finished(
    frame: nw.LazyFrame[Any], old: Sequence[Any], new: Mapping[str, str]
) -> nw.LazyFrame[Any]:
    """A lazy frame with new columns as it is given to the user.

    Args:
        frame: the frame.
        old: what its other columns are called, which may be named plainly.
        new: the names of its new columns, by what they hold.
    """
    engine, names = frame.implementation, [*old, *new.values()]
    made: Any = frame.to_native()
    if engine.is_dask():
        made = made.rename(columns=dict(zip(made.columns, names, strict=True)))
        made = made.astype({new["days"]: "Int64"}) if "days" in new else made
    elif (engine.is_pyspark() or engine.is_pyspark_connect()) and made.columns != names:
        made = made.toDF(*names)
    return nw.from_native(made)  # type: ignore[no-any-return]


def _pandas(pandas: Any, columns: Mapping[str, SmallColumn]) -> Any:
    """A pandas table, whose types know missing values."""
    text = pandas.Series(["text"]).dtype  # Which depends on the version.
    return pandas.DataFrame(
        {
            name: pandas.Series(column.values, dtype=_PANDAS.get(column.kind, text))
            for name, column in columns.items()
        }
    )


def _duckdb(columns: Mapping[str, SmallColumn]) -> str:
    """The query that makes a table: long texts that are split, which is read far faster than rows.

    No empty text is among the values, so that it can stand for none.
    """
    lists, made = [], []
    for number, (name, column) in enumerate(columns.items()):
        held = _PARTED.join("" if value is None else str(value) for value in column.values)
        coded = base64.b64encode(held.encode()).decode()  # A query of ASCII is read faster still.
        text = f"decode(from_base64('{coded}'))"
        lists.append(f"unnest(string_split({text}, chr({ord(_PARTED)}))) as c{number}")
        kind = "varchar" if column.kind == "text" else _SQL[column.kind]
        made.append(f"cast(nullif(c{number}, '') as {kind}) as \"{name}\"")
    return f"select {', '.join(made)} from (select {', '.join(lists)})"  # noqa: S608


def _spark(session: Any, columns: Mapping[str, SmallColumn]) -> Any:
    """A Spark table, small enough to be sent to every worker."""
    rows = list(zip(*(column.values for column in columns.values()), strict=True))
    types = ", ".join(f"`{name}` {_SQL[column.kind]}" for name, column in columns.items())
    return session.createDataFrame(rows, types, verifySchema=False).hint("broadcast")
