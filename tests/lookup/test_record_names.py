"""What names a record of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from nam_azerbaijan import (
    AmbiguousRecordError,
    AmbiguousStateError,
    PartialDate,
    UnknownRecordError,
    UnknownStateError,
)
from nam_azerbaijan.dataset import Dataset
from nam_azerbaijan.lookup.names import Names
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.parties import State
from nam_azerbaijan.store import HeldLayer, Store

from factory import dataset, row, small

MEETINGS, PERSONS = ("meetings",), ("persons",)
PARTIES = ("states", "organizations")


@pytest.fixture(scope="module")
def nam() -> Dataset:
    rows = small()
    row(rows, "assembly").update(abbreviation="ASM", aliases=["The General Assembly"])
    rows["organizations"].append({**row(rows, "assembly"), "id": "assembly-2", "aliases": []})
    row(rows, "ada").update(spellings=["Adda"])
    row(rows, "ministers-1").update(name="Summit A")
    row(rows, "declaration-1").update(symbols=["A/RES/1"])
    return dataset(rows)


@pytest.fixture(scope="module")
def names(nam: Dataset) -> Names:
    return Names(nam._store, {"old-arcadia": "arcadia", "old-ada": "ada"})


def every_name(nam: Dataset) -> Iterator[tuple[str, str, str]]:
    for collection in COLLECTIONS:
        for record in nam.collection(collection):
            yield collection, record.id, record.id


def test_every_id_is_a_name(nam: Dataset, names: Names) -> None:
    for collection, key, name in every_name(nam):
        assert names.resolve((collection,), name) == key
        assert names.resolve(("*",), name) == key
        assert names.resolve((collection,), nam.get(key)) == key


@pytest.mark.parametrize(
    ("permitted", "value", "meant"),
    [
        (PERSONS, "Ada", "ada"),
        (PERSONS, "ADDA", "ada"),
        (PERSONS, "old-ada", "ada"),
        (("organizations",), "Non-Aligned Movement", "nam"),
        (("organizations",), "general assembly", "assembly"),
        (("organizations",), "assembly 2", "assembly-2"),
        (("documents",), "a/res/1", "declaration-1"),
        (("votes",), "vote res 7", "vote-res-7"),
        (("states",), "QAA", "arcadia"),
        (("states",), 901, "arcadia"),
        (PARTIES, "Arcadia", "arcadia"),
        (PARTIES, "old-arcadia", "arcadia"),
        (PARTIES, "nam", "nam"),
        (("*",), "Ada", "ada"),
    ],
)
def test_names_are_read_without_case(
    names: Names, permitted: tuple[str, ...], value: Any, meant: str
) -> None:
    assert names.resolve(permitted, value) == meant


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("text", ["", " ", "-", "."])
def test_text_of_nothing_names_nothing(names: Names, collection: str, text: str) -> None:
    with pytest.raises(LookupError) as caught:
        names.resolve((collection,), text)
    assert isinstance(caught.value, UnknownRecordError | UnknownStateError)


def test_several_of_one_name_are_named(names: Names) -> None:
    with pytest.raises(AmbiguousRecordError) as caught:
        names.resolve(("organizations",), "asm")
    assert caught.value.candidates == ("assembly", "assembly-2")
    assert not isinstance(caught.value, AmbiguousStateError)


def test_near_names_are_suggested_as_ids(names: Names) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        names.resolve(("organizations",), "Non-Alinged Movement")
    assert caught.value.suggestions == ("nam",)
    with pytest.raises(UnknownRecordError) as caught:
        names.resolve(MEETINGS, "sumit-1")
    assert caught.value.suggestions[0] == "summit-1"
    assert len(caught.value.suggestions) == 3
    with pytest.raises(UnknownRecordError) as caught:
        names.resolve(("*",), "Arcadya")
    assert caught.value.suggestions == ("Arcadia",)


@pytest.mark.parametrize("value", [None, 3, 3.5, b"ada", ["ada"]])
def test_what_is_no_name_is_refused(names: Names, value: Any) -> None:
    with pytest.raises(TypeError, match="expected an id or a name, got"):
        names.resolve(PERSONS, value)


def test_a_record_of_another_kind_is_refused(nam: Dataset, names: Names) -> None:
    with pytest.raises(TypeError, match="expected one of the persons or what names it, got State"):
        names.resolve(PERSONS, nam.states["arcadia"])
    with pytest.raises(TypeError, match="expected one of the states or organizations or what"):
        names.party(nam.persons["ada"])
    stranger = State(id="atlantis", names=[{"name": "A"}], sources=[{"source": "yearbook"}])
    with pytest.raises(UnknownRecordError, match="atlantis"):
        names.resolve(PARTIES, stranger)
    foreign: Any = type("State", (), {"id": "arcadia"})()
    with pytest.raises(TypeError, match="expected one of the states"):
        names.party(foreign)


def test_a_party_is_a_state_or_an_organization(nam: Dataset, names: Names) -> None:
    assert names.party("Arcadia") == names.party(nam.states["arcadia"]) == "arcadia"
    assert names.party("NAM") == names.party(nam.organizations["nam"]) == "nam"
    assert names.party("Non-Aligned Movement") == "nam"
    with pytest.raises(UnknownStateError) as caught:
        names.party("Arcadya")
    assert caught.value.suggestions == ("Arcadia",)
    with pytest.raises(AmbiguousRecordError):
        names.party("ASM")


def test_a_party_is_read_by_the_day() -> None:
    rows = small()
    codes = [{"system": "cown", "value": "981", "start": "1990"}]
    row(rows, "borduria").update(codes=codes, existence=[{"start": "1990"}])
    row(rows, "arcadia").update(
        codes=[{"system": "cown", "value": "981", "end": "1990"}],
        existence=[{"start": "1900", "end": "1990"}],
    )
    names = Names(Store((HeldLayer(rows),)), {})
    assert names.party("981", PartialDate("1970")) == "arcadia"
    assert names.party("981", PartialDate("1995")) == "borduria"
