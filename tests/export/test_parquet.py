"""Parquet files: the tables with typed columns."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.export import to_parquet
from nam_azerbaijan.export.parquet import _held
from nam_azerbaijan.export.tables import tables_of

from factory import dataset


def test_values_come_back(nam: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    files = to_parquet(nam, tmp_path)
    tables = tables_of(nam)
    assert [file.name for file in files] == [f"{one.name}.parquet" for one in tables]
    for one, file in zip(tables, files, strict=True):
        table = parquet.read_table(file)
        assert table.column_names == list(one.table.names)
        expected = [
            {heading.name: _held(row[heading.name], heading) for heading in one.table.headings}
            for row in one.table.rows
        ]
        assert table.to_pylist() == expected
        said = json.loads(table.schema.metadata[b"nam_azerbaijan"])
        assert said["version"] == nam.version
        assert "CC-BY-4.0" in said["citation"]


def test_columns_are_typed(nam: Dataset, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    to_parquet(dataset(), tmp_path)
    schema = parquet.read_schema(tmp_path / "memberships.parquet")
    assert schema.field("start").type == pa.string()
    assert schema.field("start_earliest").type == pa.date32()
    assert schema.field("sources").type == pa.list_(pa.string())
    assert not schema.field("party").nullable
    assert schema.field("note").nullable
    assert schema.field("party").metadata[b"description"] == b"id of a state or organization."
    assert parquet.read_schema(tmp_path / "claims.parquet").field("preferred").type == pa.bool_()
    figures = parquet.read_schema(tmp_path / "meetings_figures.parquet")
    assert figures.field("value").type == pa.int64()
    # Also where there are no rows.
    assert parquet.read_table(tmp_path / "meetings_figures.parquet").num_rows == 0


def test_what_is_missing_is_named(
    nam: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"needs pyarrow: .*'nam-azerbaijan\[parquet\]'"):
        to_parquet(nam, tmp_path / "out")
    assert not (tmp_path / "out").exists()
