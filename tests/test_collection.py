"""Collections: read-only, looked into by id and by the values of fields."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import (
    AmbiguousRecordError,
    Dataset,
    PartialDate,
    UnknownRecordError,
    Vote,
    load,
)
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.walk import field_types

from factory import dataset


def test_a_missing_id_is_a_key_error_that_suggests(nam: Dataset) -> None:
    with pytest.raises(KeyError) as caught:
        nam.states["azerbaijann"]
    assert isinstance(caught.value, UnknownRecordError)
    assert str(caught.value).endswith("did you mean azerbaijan?")
    assert nam.states.get("azerbaijann") is None
    assert nam.states.get("azerbaijann", 5) == 5


def test_at_most_three_are_suggested(nam: Dataset) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        nam.meetings["bureau-baku"]
    assert len(caught.value.suggestions) == 3
    assert caught.value.suggestions[0].startswith("bureau-")


def test_a_former_id_is_known() -> None:
    nam = dataset()
    assert nam.states["old-arcadia"] is nam.states.get("old-arcadia") is nam.states["arcadia"]
    assert nam.meetings.get("old-arcadia") is None
    with pytest.raises(UnknownRecordError):
        nam.meetings["old-arcadia"]
    assert "old-arcadia" not in nam.states


def test_a_collection_in_words(nam: Dataset) -> None:
    assert repr(nam.votes) == f"<{len(nam.votes)} votes>"
    assert nam.votes.record_class is Vote
    assert nam.votes.where() == tuple(nam.votes)


def test_membership_of_a_collection(nam: Dataset) -> None:
    azerbaijan = nam.states["azerbaijan"]
    assert "azerbaijan" in nam.states
    assert azerbaijan in nam.states
    assert azerbaijan not in nam.meetings
    assert "summit-baku-2019" not in nam.states
    assert 5 not in nam.states
    assert list(nam.states)[11] is azerbaijan
    assert len(list(nam.states)) == len(nam.states)


@pytest.mark.parametrize("name", ["name", "_rows", "_built", "new"])
def test_a_collection_cannot_be_changed(nam: Dataset, name: str) -> None:
    with pytest.raises(AttributeError, match="Collection cannot be changed"):
        setattr(nam.states, name, {})
    with pytest.raises(AttributeError, match="Collection cannot be changed"):
        delattr(nam.states, name)


def test_neither_can_the_data_set_nor_its_rows(nam: Dataset) -> None:
    for held in (nam, nam._store):
        for name in ("states", "_store", "layers", "new"):
            with pytest.raises(AttributeError, match="cannot be changed"):
                setattr(held, name, None)
            with pytest.raises(AttributeError, match="cannot be changed"):
                delattr(held, name)
    rows: Any = nam._store.rows("states")
    with pytest.raises(TypeError):
        rows["azerbaijan"] = {}
    with pytest.raises(TypeError):
        del rows["azerbaijan"]
    collections: Any = nam.collections
    with pytest.raises(TypeError):
        collections["states"] = None


@given(st.data())
def test_where_agrees_with_a_walk_over_all_records(data: st.DataObject) -> None:
    nam = load()
    name = data.draw(st.sampled_from(list(COLLECTIONS)))
    records = list(nam.collection(name))
    fields = [field for field in field_types(type(records[0])).values() if not field.has_parts]
    asked: dict[str, Any] = {}
    record = data.draw(st.sampled_from(records))
    for field in data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=3)):
        value = getattr(record, field.name)
        asked[field.name] = value
    found = nam.collection(name).where(**asked)
    assert record in found
    assert found == tuple(
        one
        for one in records
        if all(getattr(one, field) == value for field, value in asked.items())
    )


def test_where_takes_what_names_a_record(nam: Dataset) -> None:
    azerbaijan = nam.states["azerbaijan"]
    spells = nam.memberships.where(party=azerbaijan, body="nam")
    assert len(spells) == 2
    for party in ("azerbaijan", "Azerbaijan", "AZE"):
        for body in ("nam", "NAM", "Non-Aligned Movement", nam.organizations["nam"]):
            assert nam.memberships.where(party=party, body=body) == spells
    (first,) = nam.meetings.where(opened=dt.date(1961, 9, 1))
    assert nam.meetings.where(opened=PartialDate("1961-09-01")) == (first,)
    assert nam.meetings.where(number=1.0, series="nam-summit") == (first,)
    assert first in nam.meetings.where(host="Yugoslavia")
    assert nam.memberships.where(end="open", party="AZE", body="nam") == (spells[0],)
    assert nam.claims.where(preferred=True)


@pytest.mark.parametrize(
    ("collection", "asked", "error", "words"),
    [
        ("memberships", {"partys": "x"}, TypeError, "no field 'partys'; did you mean 'party'"),
        ("states", {"names": "Azerbaijan"}, TypeError, "names has parts"),
        ("states", {"nmaes": "Azerbaijan"}, TypeError, "no field 'nmaes'"),
        ("memberships", {"status": "membr"}, ValueError, "did you mean 'member'"),
        ("memberships", {"party": "Azerbaijann"}, UnknownRecordError, "did you mean Azerbaijan?"),
        ("memberships", {"party": ""}, UnknownRecordError, "the id or name ''"),
        ("memberships", {"body": "IPAP"}, AmbiguousRecordError, "ipap-2005 or ipap-2008"),
        ("memberships", {"body": 3}, TypeError, "expected an id or a name, got 3"),
        ("memberships", {"start": "yesterday"}, ValueError, "is no day"),
        ("memberships", {"start": None}, TypeError, "start is never None"),
        ("memberships", {"party": None}, TypeError, "party is never None"),
        ("meetings", {"number": "18"}, TypeError, "number holds a whole number, not '18'"),
        ("meetings", {"number": True}, TypeError, "number holds a whole number"),
        ("meetings", {"city": 5}, TypeError, "city holds text, not 5"),
        ("claims", {"preferred": "yes"}, TypeError, "preferred holds True or False"),
        ("claims", {"record": "nothing"}, UnknownRecordError, "the id or name 'nothing'"),
        ("events", {"actors": ["ilham-aliyev", "nobody"]}, LookupError, "nobody"),
    ],
)
def test_where_refuses_nonsense(
    nam: Dataset, collection: str, asked: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        nam.collection(collection).where(**asked)
    assert words in str(caught.value)


def test_every_field_that_is_hinted_at_can_be_asked(nam: Dataset) -> None:
    for name in COLLECTIONS:
        with pytest.raises(TypeError) as caught:
            nam.collection(name).where(qqqqq=1)
        fields = str(caught.value).partition("known: ")[2].split(", ")
        record = next(iter(nam.collection(name)))
        for field in fields:
            value = getattr(record, field)
            if value is not None:
                assert record in nam.collection(name).where(**{field: value}), field
