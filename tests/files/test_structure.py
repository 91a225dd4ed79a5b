"""From JSON objects to records, strictly."""

from __future__ import annotations

from typing import Any

import pytest

from nam_azerbaijan import Bound, PartialDate
from nam_azerbaijan.files.manifest import Manifest
from nam_azerbaijan.files.structure import structure
from nam_azerbaijan.records.evidence import Claim
from nam_azerbaijan.records.memberships import Membership
from nam_azerbaijan.records.parties import State

CITED = [{"source": "yearbook"}]
SPELL: dict[str, Any] = {
    "id": "s", "party": "arcadia", "status": "member", "start": "1961", "end": "open",
    "sources": CITED,
}  # fmt: skip
STATE = {"id": "arcadia", "names": [{"name": "Arcadia"}], "sources": CITED}
CLAIM = {"id": "c", "record": "s", "path": "start", "value": "1961", "sources": CITED}
MANIFEST = {"version": "1", "as_of": "2000-12-31", "compiled": "2001-01-31"}


def wrong(cls: type, row: Any) -> list[str]:
    findings = structure(cls, [row], "some.json")[1]
    return [f"{finding.record}: {finding.field}: {finding.message}" for finding in findings]


def test_what_is_right_is_a_record() -> None:
    rows = [SPELL, {**SPELL, "id": "t", "end": "unknown"}, {**SPELL, "id": "u", "end": "1970-01"}]
    records, findings = structure(Membership, rows)
    assert findings == []
    assert records == [Membership(**row) for row in rows]
    assert [one.end for one in records] == [Bound.OPEN, Bound.UNKNOWN, PartialDate("1970-01")]


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    records, findings = structure(Membership, [{**SPELL, "party": 1}, SPELL, 5, {}], "some.json")
    assert [one.id for one in records] == ["s"]
    assert {(one.file, one.code) for one in findings} == {("some.json", "FMT005")}
    named = [(one.record, one.field) for one in findings]
    assert named[0] == ("s", "party")
    assert ("record 3", "") in named
    assert ("record 4", "party") in named


@pytest.mark.parametrize(
    ("cls", "row", "expected"),
    [
        (Membership, {**SPELL, "id": 5}, "record 1: id: expected text, got a whole number: 5"),
        (Membership, {**SPELL, "party": None}, "s: party: expected text, got null"),
        (Membership, {**SPELL, "party": ["a"]}, "s: party: expected text, got a list: ['a']"),
        (Membership, {**SPELL, "start": True}, "s: start: expected a date as text, got true or"),
        (Membership, {**SPELL, "start": "open"}, "s: start: 'open' is no date: expected YYYY"),
        (Membership, {**SPELL, "start": "1961-01-01T00:00"}, "'1961-01-01T00:00' is no date"),
        (Membership, {**SPELL, "end": "opne"}, "s: end: 'opne' is no date"),
        (Membership, {**SPELL, "end": "20110525"}, "s: end: '20110525' is no date"),
        (Membership, {**SPELL, "end": "1960"}, "s: : the end 1960 does not lie after the start"),
        (Membership, {**SPELL, "status": "membr"}, "got 'membr'; did you mean 'member'?"),
        (Membership, {**SPELL, "status": "observre"}, "; did you mean 'observer'?"),
        (Membership, {**SPELL, "status": 5}, "s: status: expected one of member, observer"),
        (Membership, {**SPELL, "status": "qqq"}, "signatory, applicant, got 'qqq'"),
        (Membership, {**SPELL, "sources": {}}, "s: sources: expected a list, got an object: {}"),
        (Membership, {**SPELL, "sources": [5]}, "s: sources[0]: expected an object, got a whole"),
        (
            Membership,
            {**SPELL, "sources": [*CITED, {"source": "x", "locatr": "p. 1"}]},
            "s: sources[1]: unknown field 'locatr'; did you mean 'locator'?",
        ),
        (Membership, {**SPELL, "strat": 1}, "s: : unknown field 'strat'; did you mean 'start'?"),
        (State, {**STATE, "aliases": "Arcadia"}, "arcadia: aliases: expected a list, got text"),
        (State, {**STATE, "aliases": ["a", 1]}, "arcadia: aliases[1]: expected text, got a whole"),
        (
            State,
            {**STATE, "existence": [{"start": "1961"}, {"start": "1971", "end": "1970"}]},
            "arcadia: existence[1]: the end 1970 does not lie after the start 1971",
        ),
        (Claim, {**CLAIM, "value": {"a": 1}}, "c: value: expected text, a number, true, false"),
        (Claim, {**CLAIM, "value": ["a", {"b": 1}]}, "c: value: expected text, a number"),
        (Claim, {**CLAIM, "value": ["a", ["b", {"c": 1}]]}, "c: value: expected text, a number"),
        (Claim, {**CLAIM, "preferred": 1}, "c: preferred: expected true or false, got a whole"),
        (Manifest, {**MANIFEST, "as_of": "2000-12"}, "as_of: expected a day as YYYY-MM-DD"),
        (Manifest, {**MANIFEST, "as_of": 2000}, "as_of: expected a day as YYYY-MM-DD, got a whole"),
        (Manifest, {**MANIFEST, "coverage": []}, "coverage: "),
    ],
)
def test_what_is_wrong_is_told_with_its_path(cls: type, row: Any, expected: str) -> None:
    (found,) = wrong(cls, row)
    assert expected in found


def test_every_fault_of_a_record_is_told() -> None:
    row = {**SPELL, "party": 1, "status": "x", "bgean": 1, "zz": 2}
    del row["start"]
    found = wrong(Membership, row)
    assert len(found) == 4
    assert "s: start: required, but missing" in found
    (unknown,) = [one for one in found if "unknown" in one]
    assert "unknown field 'bgean'; did you mean 'began'?; unknown field 'zz'; known: id," in unknown


def test_values_are_kept_as_they_are() -> None:
    for value in ("1961", 5, True, None, 1.5):
        (claim,), _ = structure(Claim, [{**CLAIM, "value": value}])
        assert claim.value == value
        assert type(claim.value) is type(value)
    (claim,), _ = structure(Claim, [{**CLAIM, "value": ["a", ["b", None]]}])
    assert claim.value == ("a", ("b", None))


def test_the_nearest_choice_is_guessed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nam_azerbaijan.files.structure.near", lambda *_: ["member", "observer"])
    (found,) = wrong(Membership, {**SPELL, "status": "x"})
    assert found.endswith("did you mean 'member'?")
