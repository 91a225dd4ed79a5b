"""Records: round trips, two entrances, and what a frozen record may be asked."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from nam_azerbaijan import Dataset, PartialDate, State, Status
from nam_azerbaijan.files.structure import structure
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.base import Citation
from nam_azerbaijan.records.evidence import Assertion
from nam_azerbaijan.records.memberships import Membership
from nam_azerbaijan.records.persons import Office, Person

from factory import SMALL

CITED = (Citation(source="yearbook", locator="p. 1"),)


def whole(nam: Dataset, collection: str) -> list[Mapping[str, Any]]:
    """The rows of a collection, with the ends that are stored in a successor."""
    return list(nam._store.rows(collection).values())


def stored(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in row.items() if name != "end" or "succeeded_by" not in row
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_json_to_record_to_json_is_the_identity(nam: Dataset, collection: str) -> None:
    assert len(nam.collection(collection)) > 0
    for row, record in zip(whole(nam, collection), nam.collection(collection), strict=True):
        written = record.to_row()
        assert written == stored(row)
        assert list(written) == list(stored(row))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_both_entrances_build_equal_records(nam: Dataset, collection: str) -> None:
    strict, findings = structure(record_class(collection), whole(nam, collection))
    assert [str(finding) for finding in findings] == []
    assert strict == list(nam.collection(collection))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_records_copy_pickle_hash_and_compare(nam: Dataset, collection: str) -> None:
    held = list(nam.collection(collection))
    assert len(set(held)) == len(held)
    for record in held:
        for twin in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
            assert twin == record
            assert hash(twin) == hash(record)
        assert record != attrs.evolve(record, note=record.note + "!")
        assert record.id in repr(record)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_records_are_frozen_slotted_and_keyword_only(nam: Dataset, collection: str) -> None:
    record = next(iter(nam.collection(collection)))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.note = "changed"
    assert not hasattr(record, "__dict__")
    with pytest.raises(TypeError):
        type(record)("an-id")


def test_a_typing_mistake_is_refused() -> None:
    row = SMALL["memberships"][0]
    with pytest.raises(TypeError, match="staus"):
        Membership(**{**row, "staus": "member"})
    with pytest.raises(ValueError, match="membre"):
        Membership(**{**row, "status": "membre"})
    with pytest.raises(TypeError, match="expected a list"):
        State(**{**SMALL["states"][0], "aliases": "Arcadia Felix"})


def test_parts_may_be_given_built() -> None:
    spell = Membership(
        id="a",
        party="arcadia",
        status=Status.MEMBER,
        start=PartialDate("1961-09-01"),
        end=PartialDate("1970"),
        sources=CITED,
    )
    assert spell.sources == CITED
    assert Membership(**spell.to_dict()) == spell


def test_a_repr_shows_what_is_set() -> None:
    person = Person(id="ada", name="Ada", sources=CITED, offices=(Office(title="Queen"),))
    assert repr(person) == (
        "Person(id='ada', name='Ada', offices=[{'title': 'Queen'}], sources='yearbook p. 1')"
    )


def test_computations_round_trip() -> None:
    row: dict[str, Any] = {
        "id": "a",
        "statement": "It counts five members.",
        "kind": "count",
        "computation": {"name": "count_members", "parameters": [["on", "1961-09-06"]]},
        "comparison": "equal",
        "value": ["a", "b"],
        "sources": [{"source": "yearbook"}],
    }
    assertion = Assertion(**row)
    assert assertion.to_dict() == row
    hash(assertion)
    (strict,), findings = structure(Assertion, [row])
    assert (strict, findings) == (assertion, [])


def test_names_and_codes_by_day() -> None:
    state = State(**next(row for row in SMALL["states"] if row["id"] == "arcadia"))
    assert state.name == "Arcadia"
    assert state.name_on("1969-12-31") == "Old Arcadia"
    assert state.name_on("1970-01-01") == "Arcadia"
    assert (state.iso2c, state.iso3c, state.iso3n) == ("QM", "QAA", "901")
    assert (state.m49, state.cown, state.gwn, state.wikidata) == ("901", "981", None, None)
    assert state.code("iso3c", on="1980") == "QAA"


def test_a_dated_code_holds_on_its_days() -> None:
    state = State(
        id="x",
        names=({"name": "X"},),
        codes=(
            {"system": "cown", "value": "1", "end": "1990-10-03"},
            {"system": "cown", "value": "2", "start": "1990-10-03"},
        ),
        sources=CITED,
    )
    assert state.code("cown", on="1990-10-02") == "1"
    assert state.code("cown", on="1990-10-03") == "2"
    assert state.cown == "2"


def test_each_collection_has_a_class() -> None:
    assert record_class("states") is State
    with pytest.raises(KeyError, match="nations"):
        record_class("nations")
