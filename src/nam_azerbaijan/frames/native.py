"""Columns and data frames of pandas, Polars and PyArrow, made in one way."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .arguments import require_known

if TYPE_CHECKING:
    import narwhals as nw

__all__ = ["ENGINES", "ColumnKind", "FrameMaker", "missing_package"]

ENGINES = ("pandas", "polars", "pyarrow")
"""The engines that hold a whole data frame in memory, and so can make one."""


class ColumnKind(enum.Enum):
    """What the values of a column are.

    `TEXT`, `TEXTS`: text, lists of text. `WHOLE`: whole numbers. `YES_NO`: true or false. `DATE`:
    days. Every kind has a missing value: pandas gets `str`, lists as objects, `Int64`, `boolean`
    and `datetime64[s]`, the other engines their own types.
    """

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole"
    YES_NO = "yes-no"
    DATE = "date"


# What narwhals calls them, and what pandas does where narwhals' choice cannot have gaps.
_TYPES = {"text": "String", "whole": "Int64", "yes-no": "Boolean", "date": "Date"}
_PANDAS = {"texts": "object", "whole": "Int64", "yes-no": "boolean", "date": "datetime64[s]"}


def missing_package(package: str) -> ImportError:
    """The error that says what to install where a package is missing."""
    also = f" {package}" if package in ENGINES else ""
    return ImportError(
        f"data frames need the package {package}: pip install 'nam-azerbaijan[frames]'{also}",
        name=package,
    )


class FrameMaker:
    """Makes data frames of one engine.

    Args:
        backend: one of `ENGINES`.

    Raises:
        ValueError: `backend` is none of them.
        ImportError: narwhals or the engine is not installed; the extra is named.
    """

    def __init__(self, backend: str) -> None:
        require_known("backend", backend, ENGINES)
        try:
            import narwhals  # noqa: PLC0415  Nothing else needs it.
        except ImportError as error:
            raise missing_package("narwhals") from error
        try:
            self._engine: Any = narwhals.Implementation(backend).to_native_namespace()
        except ImportError as error:
            raise missing_package(backend) from error
        self._narwhals: Any = narwhals
        self._backend = backend

    def column(
        self, name: str, values: Sequence[Any], kind: ColumnKind, places: Any = None
    ) -> nw.Series[Any]:
        """A column.

        Args:
            name: its name.
            values: its values; `None` where one is missing.
            kind: what they are.
            places: where in `values` the value of each row stands, as an array of numpy; without
                it, each value is a row.
        """
        narwhals = self._narwhals
        if self._backend == "pandas" and kind.value in _PANDAS:
            native = self._engine.Series(values, dtype=_PANDAS[kind.value], name=name)
            made = narwhals.from_native(native, series_only=True)
        else:
            known = _TYPES.get(kind.value)
            text = narwhals.String
            dtype = narwhals.List(text) if known is None else getattr(narwhals, known)
            made = narwhals.new_series(name, list(values), dtype, backend=self._backend)
        column: nw.Series[Any] = made if places is None else made[places]
        return column

    def frame(self, columns: Mapping[str, nw.Series[Any]]) -> Any:
        """A data frame of the engine, of columns that are equally long, under the names given."""
        native = {name: column.to_native() for name, column in columns.items()}
        if self._backend == "pandas":  # Their indexes say nothing.
            return self._engine.DataFrame({name: held.array for name, held in native.items()})
        made = self._engine.table if self._backend == "pyarrow" else self._engine.DataFrame
        return made(native)
