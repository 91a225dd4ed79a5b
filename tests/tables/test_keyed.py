"""The data set as tables that refer to one another."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.dates import PartialDate, as_bound
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.base import plain
from nam_azerbaijan.records.walk import citations, field_types
from nam_azerbaijan.tables.keyed import CITATIONS, RECORDS, KeyedTable, keyed_tables

from factory import dataset


@pytest.fixture(scope="module")
def tables(nam: Dataset) -> dict[str, KeyedTable]:
    found = keyed_tables(nam.collections, nam.get)
    assert len({one.name for one in found}) == len(found)
    return {one.name: one for one in found}


def test_there_is_a_table_of_everything(nam: Dataset, tables: dict[str, KeyedTable]) -> None:
    expected = {RECORDS, CITATIONS, *COLLECTIONS}
    for name in COLLECTIONS:
        for field in field_types(record_class(name)).values():
            if field.many and (field.has_parts or field.refers) and field.name != "sources":
                expected.add(f"{name}_{field.name}")
    assert set(tables) == expected
    assert len(tables[RECORDS].table.rows) == len(nam.home)
    for row in tables[RECORDS].table.rows:
        assert nam.home[row["id"]] == row["collection"]


def test_keys_are_unique_and_lead_somewhere(tables: dict[str, KeyedTable]) -> None:
    ids = {name: {row["id"] for row in one.table.rows} for name, one in tables.items()}
    for one in tables.values():
        keys = Counter(tuple(row[name] for name in one.key) for row in one.table.rows)
        assert max(keys.values()) == 1, one.name
        assert one.name == RECORDS or "id" in one.refers
        for column, target in one.refers.items():
            held = {row[column] for row in one.table.rows} - {None}
            assert held <= ids[target], (one.name, column)


def test_every_id_is_a_foreign_key(tables: dict[str, KeyedTable]) -> None:
    for name in COLLECTIONS:
        for field in field_types(record_class(name)).values():
            if field.refers:
                table = tables[f"{name}_{field.name}" if field.many else name]
                one_kind = len(field.refers) == 1 and field.refers != ("*",)
                assert table.refers[field.name] == (field.refers[0] if one_kind else RECORDS)


def test_values_are_of_their_types_and_none_is_empty(tables: dict[str, KeyedTable]) -> None:
    for one in tables.values():
        for row in one.table.rows:
            assert tuple(row) == one.table.names
            for heading in one.table.headings:
                value = row[heading.name]
                assert value not in ("", []), (one.name, heading.name)
                if value is None:
                    assert heading.name not in one.required, (one.name, heading.name)
                elif heading.many:
                    assert isinstance(value, list)
                elif heading.cls is dt.date:
                    assert dt.date.fromisoformat(value).isoformat() == value
                elif heading.cls is not object:
                    assert type(value) is (str if heading.cls is PartialDate else heading.cls)
                if value is not None and heading.name in one.choices:
                    assert value in one.choices[heading.name]


def test_every_column_has_a_meaning(tables: dict[str, KeyedTable]) -> None:
    for one in tables.values():
        assert one.meaning
        assert tuple(one.meanings) == one.table.names
        assert all(one.meanings.values()), one.name


def test_days_lie_around_the_date(tables: dict[str, KeyedTable]) -> None:
    vague = 0
    for one in tables.values():
        for heading in one.table.headings:
            if heading.cls is PartialDate:
                for row in one.table.rows:
                    text = row[heading.name]
                    date = as_bound(text) if text else None
                    days = [row[f"{heading.name}_{end}"] for end in ("earliest", "latest")]
                    if isinstance(date, PartialDate):
                        assert days == [date.earliest.isoformat(), date.latest.isoformat()]
                        vague += not date.exact
                    else:
                        assert days == [None, None]
    assert vague > 1000


def test_no_value_of_a_record_is_lost(nam: Dataset, tables: dict[str, KeyedTable]) -> None:
    """What a record says stands in its row, or in the rows of its parts."""
    parts: dict[tuple[str, str], int] = Counter(
        (name, row["id"]) for name, one in tables.items() for row in one.table.rows
    )
    for name in COLLECTIONS:
        rows = {row["id"]: row for row in tables[name].table.rows}
        for record in nam.collection(name):
            row = rows[record.id]
            for field in field_types(record_class(name)).values():
                value = plain(getattr(record, field.name))
                if field.name == "sources":
                    continue
                if field.has_parts and field.many:
                    assert parts[f"{name}_{field.name}", record.id] == len(value)
                elif field.has_parts:
                    spread = {sub: row[f"{field.name}_{sub}"] for sub in field_types(field.cls)}
                    assert spread == {sub: (value or {}).get(sub) for sub in spread}
                else:
                    assert row[field.name] == (None if value in ("", []) else value)
            cited = len(list(citations(record)))
            assert parts[CITATIONS, record.id] == cited


def test_a_single_part_is_spread_with_its_defaults(tables: dict[str, KeyedTable]) -> None:
    offices = tables["persons_offices"].table.rows
    lasting = [row for row in offices if row["period_start"] and row["period_end"] == "open"]
    assert lasting
    assert all(row["period_end_latest"] is None for row in lasting)
    assert any(row["period_start"] is None and row["period_end"] is None for row in offices)


def test_lists_of_ids_keep_their_order(nam: Dataset, tables: dict[str, KeyedTable]) -> None:
    rows = list(tables["events_actors"].table.rows)
    event = next(one for one in nam.events if len(one.actors) > 2)
    assert [row["actors"] for row in rows if row["id"] == event.id] == list(event.actors)
    named = next(row for row in rows if row["actors"] == "azerbaijan")
    assert named["actors_name"] == "Azerbaijan"


def test_parts_of_parts_stay_with_them() -> None:
    nam = dataset()
    tables = {one.name: one for one in keyed_tables(nam.collections, nam.get)}
    rounds = tables["votes_rounds"].table.rows
    assert [row["tally"][0] for row in rounds] == [
        {"name": "arcadia", "value": 3},
        {"name": "arcadia", "value": 4},
    ]
    assert "sources" not in tables["documents_provisions"].table.names
    assert tables["events_figures"].table.rows == ()
