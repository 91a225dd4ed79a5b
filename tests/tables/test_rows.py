"""Records as flat rows: one row a record, under headings that say what they hold."""

from __future__ import annotations

import pytest

from nam_azerbaijan import Dataset, PartialDate
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.tables.rows import record_table


@pytest.mark.parametrize("name", COLLECTIONS)
def test_each_record_is_a_row_under_all_headings(nam: Dataset, name: str) -> None:
    table = record_table(name, nam.collection(name), nam.get)
    names = [heading.name for heading in table.headings]
    assert len(set(names)) == len(names)
    assert [row["id"] for row in table.rows] == [record.id for record in nam.collection(name)]
    for row in table.rows:
        assert list(row) == names
    for heading in table.headings:
        for row in table.rows:
            value = row[heading.name]
            if heading.many:
                assert isinstance(value, tuple | list), heading.name
            elif heading.cls is PartialDate and value is not None:
                assert str(value), heading.name


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_table_of_no_records_has_the_same_headings(nam: Dataset, name: str) -> None:
    whole = record_table(name, nam.collection(name), nam.get)
    empty = record_table(name, (), nam.get)
    assert [one.name for one in empty.headings] == [one.name for one in whole.headings]
    assert len(empty.rows) == 0


def test_references_come_with_names(nam: Dataset) -> None:
    (spell,) = record_table("memberships", [nam.memberships["azerbaijan-nam-member"]], nam.get).rows
    assert (spell["party"], spell["party_name"]) == ("azerbaijan", "Azerbaijan")
    assert spell["began_at_name"].endswith("(Bali)")
    (source, *_) = nam.memberships["azerbaijan-nam-member"].sources
    assert (spell["source"], spell["locator"]) == (source.source, source.locator)
