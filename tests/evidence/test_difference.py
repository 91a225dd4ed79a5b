"""What differs between two data sets, and paths into rows."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import Dataset, Vote
from nam_azerbaijan.evidence.rows import changed_paths, with_value

from factory import dataset, row, small


def test_a_data_set_does_not_differ_from_itself(nam: Dataset) -> None:
    assert nam.diff(nam) == ()


def test_values_records_and_parts_that_differ() -> None:
    rows = small()
    row(rows, "summit-2")["city"] = "Ford"
    row(rows, "election-1971")["tally"][0]["value"] = 5
    rows["persons"].append(
        {"id": "di", "name": "Di", "sources": [{"source": "yearbook", "locator": "p. 1"}]}
    )
    gone = rows["votes"].pop()
    before, after = dataset(small()), dataset(rows)
    found = {(one.collection, one.record, one.path): (one.before, one.after)
             for one in before.diff(after)}  # fmt: skip
    assert found.pop(("meetings", "summit-2", "city")) == ("Brod", "Ford")
    tally = ("votes", "election-1971", "tally/arcadia/value")
    assert found.pop(tally) == (4, 5)
    assert found.pop(("persons", "di", ""))[0] is None
    assert found.pop(("votes", gone["id"], ""))[1] is None
    assert not found
    turned = {(one.record, one.path): (one.after, one.before) for one in after.diff(before)}
    assert turned == {(one.record, one.path): (one.before, one.after)
                      for one in before.diff(after)}  # fmt: skip


def test_a_renamed_record_is_the_same() -> None:
    rows = small()
    row(rows, "virtues-1")["id"] = "virtues-one"
    row(rows, "rules-1")["corresponds_to"] = ["virtues-one"]
    after = dataset(rows, renamed={"virtues-1": "virtues-one"})
    found = [(one.record, one.path) for one in dataset(small()).diff(after)]
    assert found == [("rules-1", "corresponds_to"), ("virtues-one", "id")]


def test_only_data_sets_are_compared(nam: Dataset) -> None:
    with pytest.raises(TypeError, match="data set"):
        nam.diff({})  # type: ignore[arg-type]


json_rows = st.recursive(
    st.integers() | st.text(max_size=3),
    lambda parts: (
        st.lists(parts, max_size=3)
        | st.dictionaries(st.sampled_from("abc"), parts, max_size=3)
        | st.lists(
            st.fixed_dictionaries({"name": st.sampled_from("xyz"), "value": parts}),
            max_size=3,
            unique_by=lambda part: part["name"],
        )
    ),
    max_leaves=8,
)


@given(json_rows, json_rows)
def test_paths_are_found_where_and_only_where_rows_differ(one: Any, other: Any) -> None:
    found = list(changed_paths(one, other))
    assert bool(found) == (one != other)
    assert all(before != after for _, before, after in found)


VOTE: dict[str, Any] = {
    "id": "v",
    "kind": "resolution",
    "title": "A vote",
    "body": "nam",
    "date": "1970",
    "tally": [{"name": "yes", "value": 3}],
    "rounds": [{"number": 2, "date": "1970-01-02"}, {"number": 7, "date": "1970-01-03"}],
    "votes": [{"state": "arcadia", "choice": "yes"}, {"state": "borduria", "choice": "no"}],
    "sources": [],
}


@pytest.mark.parametrize(
    ("path", "value", "read"),
    [
        ("title", "Another", lambda row: row["title"]),
        ("tally/yes", 5, lambda row: row["tally"][0]["value"]),
        ("votes/borduria", "abstain", lambda row: row["votes"][1]["choice"]),
        ("rounds/7/date", "1971", lambda row: row["rounds"][1]["date"]),
        ("rounds/0/date", "1971", lambda row: row["rounds"][0]["date"]),
    ],
)
def test_a_value_is_put_where_a_path_leads(path: str, value: object, read: Any) -> None:
    before = copy.deepcopy(VOTE)
    made = with_value(Vote, VOTE, path, value)
    assert read(made) == value
    assert before == VOTE
    assert len(list(changed_paths(VOTE, made))) == 1


def test_a_value_that_is_the_default_is_left_out() -> None:
    assert "document" not in with_value(Vote, {**VOTE, "document": "x"}, "document", None)
