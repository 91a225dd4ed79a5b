"""Collections as data frames, held against the rows of which they are made."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from read_back import ENGINE, ENGINES, rows

from nam_azerbaijan import Dataset, PartialDate
from nam_azerbaijan.dates import as_bound
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.walk import field_types
from nam_azerbaijan.tables.rows import Heading, Table, part_table, record_table

from factory import dataset, small

pytest.importorskip("narwhals")

from nam_azerbaijan.frames import table

if ENGINE is None:
    pytest.skip("no engine is installed", allow_module_level=True)


def agrees(frame: Any, made: Table) -> None:
    """Assert that a data frame has all that a table has, and the days of its dates besides."""
    found = rows(frame)
    assert len(found) == len(made.rows)
    for one, row in zip(found, made.rows, strict=True):
        names = []
        for heading in made.headings:
            name, value = heading.name, row[heading.name]
            names.append(name)
            assert read(one[name], value, heading) == value
            if heading.cls is PartialDate and not heading.many:
                date = as_bound(value) if value else None
                known = isinstance(date, PartialDate)
                assert one[f"{name}_earliest"] == (date.earliest if known else None)  # type: ignore[union-attr]
                assert one[f"{name}_latest"] == (date.latest if known else None)  # type: ignore[union-attr]
                names += [f"{name}_earliest", f"{name}_latest"]
        assert list(one) == names


def read(cell: Any, value: Any, heading: Heading) -> Any:
    """A cell as the table has it."""
    if heading.cls is object and not isinstance(value, str | None):
        return json.loads(cell)
    return cell


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_collection_is_read_back(nam: Dataset, engine: Any, name: str) -> None:
    frame = table(nam, name, backend=engine)
    assert type(frame).__module__.startswith(engine)
    agrees(frame, record_table(name, nam.collection(name), nam.get))


def parts() -> list[tuple[str, str]]:
    return [
        (name, field.name)
        for name in COLLECTIONS
        for field in field_types(dataset().collection(name).record_class).values()
        if field.has_parts and field.many
    ]


@pytest.mark.parametrize(("name", "field"), parts())
def test_each_part_is_a_row_of_its_own(nam: Dataset, name: str, field: str) -> None:
    assert ENGINE is not None
    frame: Any = table(nam, name, per=field, backend=ENGINE)  # type: ignore[arg-type]
    agrees(frame, part_table(name, field, nam.collection(name), nam.get))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", COLLECTIONS)
def test_an_empty_collection_has_the_same_columns(nam: Dataset, engine: Any, name: str) -> None:
    import narwhals as nw

    empty = small()
    empty[name] = []
    one, two = (
        nw.from_native(table(held, name, backend=engine), eager_only=True)
        for held in (nam, dataset(empty))
    )
    assert len(two) == 0
    assert one.columns == two.columns
    for column, dtype in one.schema.items():  # pandas does not say of objects what they are.
        assert two.schema[column] == dtype or dtype == nw.Object


@pytest.mark.parametrize("engine", ENGINES)
def test_columns_have_types(nam: Dataset, engine: Any) -> None:
    import narwhals as nw

    types = nw.from_native(table(nam, "meetings", backend=engine), eager_only=True).schema
    assert types["opened"] == types["id"] == types["part_of"] == nw.String
    assert types["number"] == nw.Int64
    assert types["opened_earliest"] == (nw.Datetime if engine == "pandas" else nw.Date)
    assert types["aliases"] == (nw.Object if engine == "pandas" else nw.List(nw.String))
    types = nw.from_native(table(nam, "claims", backend=engine), eager_only=True).schema
    assert types["preferred"] == nw.Boolean
    assert types["value"] == nw.String


def test_dates_are_text_and_days(nam: Dataset) -> None:
    assert ENGINE is not None
    found: Any = table(nam, "memberships", backend=ENGINE)  # type: ignore[arg-type]
    held = {one["id"]: one for one in rows(found)}
    observer, member = held["azerbaijan-nam-observer"], held["azerbaijan-nam-member"]
    assert observer["start"] == "1994-05-31..1994-06-03"
    assert observer["start_earliest"] == dt.date(1994, 5, 31)
    assert observer["start_latest"] == dt.date(1994, 6, 3)
    assert observer["end"] == member["start"] == "2011-05-25"
    assert (member["end"], member["end_earliest"], member["end_latest"]) == ("open", None, None)
    assert member["party_name"] == "Azerbaijan"
    assert member["body_name"] == "Non-Aligned Movement"


def test_a_preference_has_its_own_table(nam: Dataset) -> None:
    assert ENGINE is not None
    other = nam.prefer("cow-igo-v3")
    frame: Any = table(other, "memberships", backend=ENGINE)  # type: ignore[arg-type]
    agrees(frame, record_table("memberships", other.memberships, other.get))


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="did you mean 'memberships'"):
        table(dataset(), "membership")
    with pytest.raises(ValueError, match="documents have no parts 'provision'"):
        table(dataset(), "documents", per="provision")
    with pytest.raises(ValueError, match="unknown backend 'spark'"):
        table(dataset(), "documents", backend="spark")  # type: ignore[arg-type]
