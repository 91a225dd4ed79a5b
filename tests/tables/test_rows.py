"""Records as rows."""

from __future__ import annotations

import json

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.dates import PartialDate, as_bound
from nam_azerbaijan.records import COLLECTIONS, SYSTEMS
from nam_azerbaijan.records.walk import citations, field_types
from nam_azerbaijan.tables.rows import Heading, Table, name_of, part_table, record_table

from factory import dataset


def fits(value: object, heading: Heading) -> bool:
    """Whether a value is what its column says."""
    if value is None or heading.cls is object:
        return True
    if heading.many:
        return isinstance(value, list) and all(type(one) is heading.cls for one in value)
    if heading.cls is PartialDate:
        return isinstance(value, str) and (value == "" or bool(as_bound(value)))
    return type(value) is heading.cls


def held(table: Table) -> None:
    """Assert that each row has the columns in order and values of their types."""
    assert set(table.shown) <= set(table.names)
    assert len(set(table.names)) == len(table.names)
    for row in table.rows:
        assert tuple(row) == table.names
        for heading in table.headings:
            assert fits(row[heading.name], heading), (heading, row[heading.name])
    json.dumps(table.rows, allow_nan=False)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_field_is_a_typed_column(nam: Dataset, name: str) -> None:
    collection = nam.collection(name)
    table = record_table(name, collection, nam.get)
    held(table)
    assert set(field_types(collection.record_class)) <= set(table.names)
    assert [row["id"] for row in table.rows] == [one.id for one in collection]
    for row, one in zip(table.rows, collection, strict=True):
        stored = one.to_dict()
        for field, value in stored.items():
            if field != "sources" and field in table.names:
                assert row[field] == value, (one.id, field)


@pytest.mark.parametrize("name", [one for one in COLLECTIONS if one != "sources"])
def test_sources_are_the_first_place_and_all_ids(nam: Dataset, name: str) -> None:
    collection = nam.collection(name)
    for row, one in zip(record_table(name, collection).rows, collection, strict=True):
        cited = [citation.source for _, citation in citations(one)]
        assert row["source"] == one.sources[0].source
        assert row["locator"] == one.sources[0].locator
        assert row["sources"] == list(dict.fromkeys(cited))


def test_references_have_the_name_beside_them() -> None:
    small = dataset()
    for name in ("memberships", "participations"):
        table = record_table(name, small.collection(name), small.get)
        for at, heading in enumerate(table.names):
            if heading.endswith("_name"):
                assert table.names[at - 1] == heading.removesuffix("_name")
        for row in table.rows:
            assert row["party_name"] == small.get(row["party"]).label
        assert "party_name" not in record_table(name, small.collection(name)).names


def test_a_name_of_nothing_is_its_id() -> None:
    small = dataset()
    assert name_of(small.get, "arcadia") == "Arcadia"
    assert name_of(small.get, "nowhere") == "nowhere"


def test_codes_and_further_columns() -> None:
    small = dataset()
    extra = {Heading("letters", int): lambda one: len(one.name)}
    table = record_table("states", small.states, small.get, extra)
    held(table)
    assert set(SYSTEMS) <= set(table.names)
    arcadia = table.rows[0]
    assert (arcadia["name"], arcadia["iso3c"], arcadia["cown"]) == ("Arcadia", "QAA", "981")
    assert arcadia["letters"] == len("Arcadia")
    assert table.rows[2]["iso3c"] is None


def test_no_records_have_columns_too() -> None:
    full = record_table("states", dataset().states)
    assert record_table("states", []).headings == full.headings
    assert record_table("states", []).rows == ()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_kind_of_part_is_a_table(nam: Dataset, name: str) -> None:
    collection = nam.collection(name)
    for field, kind in field_types(collection.record_class).items():
        if not (kind.has_parts and kind.many):
            with pytest.raises(ValueError, match=f"{name} have no parts '{field}'"):
                part_table(name, field, collection)
            continue
        table = part_table(name, field, collection, nam.get)
        held(table)
        assert table.names[:3] == ("id", "place", "path")
        parts = (
            (lambda one: list(citations(one)))
            if field == "sources"
            else (lambda one, field=field: getattr(one, field))
        )
        assert [(row["id"], row["place"]) for row in table.rows] == [
            (one.id, place) for one in collection for place in range(1, len(parts(one)) + 1)
        ]


def test_parts_that_there_are_none_of() -> None:
    with pytest.raises(ValueError, match="they have no parts at all"):
        part_table("sources", "sources", [])
    with pytest.raises(ValueError, match="did you mean 'provisions'"):
        part_table("documents", "provision", [])


def test_showing_changes_what_is_shown_only() -> None:
    table = record_table("states", dataset().states)
    other = table.showing("id")
    assert other.shown == ("id",)
    assert (other.headings, other.rows) == (table.headings, table.rows)


def test_citations_show_the_id_of_the_source() -> None:
    """The id is what `source` and `show` take; the title is in the row all the same."""
    small = dataset()
    table = part_table("memberships", "sources", small.memberships, small.get)
    assert table.shown == ("id", "source", "locator", "fields", "says")
    assert {"source_name"} < set(table.names)
