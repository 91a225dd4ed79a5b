"""Whether records hang together."""

from __future__ import annotations

from typing import Any

import pytest

from nam_azerbaijan.files import integrity
from nam_azerbaijan.files.directory import form_findings
from nam_azerbaijan.files.integrity import disorderly, renamed_to_nothing, unresolved
from nam_azerbaijan.records import record_class
from nam_azerbaijan.store import HeldLayer, Store

CITED = [{"source": "yearbook"}]


def person(key: str, state: str | None = None) -> Any:
    offices = [{"title": "Minister", "state": state}] if state else []
    return record_class("persons")(id=key, name="P", offices=offices, sources=CITED)


def said(findings: Any) -> list[str]:
    return [f"{finding.record} {finding.field}: {finding.message}" for finding in findings]


HOME = {"yearbook": "sources", "arcadia": "states", "arcadia-nam": "memberships"}


def test_references_lead_to_records_of_a_permitted_kind() -> None:
    held = {"persons": [person("a", "arcadia"), person("b", "arcada"), person("c", "arcadia-nam")]}
    assert said(unresolved(held, HOME)) == [
        "b offices[0].state: 'arcada' is the id of no record; did you mean 'arcadia'?",
        "c offices[0].state: 'arcadia-nam' is one of the memberships; expected one of the states",
    ]
    (first, _) = unresolved(held, HOME)
    assert (first.code, first.file) == ("REF001", "persons.json")
    assert said(unresolved({"persons": [person("d", "qqq")]}, HOME)) == [
        "d offices[0].state: 'qqq' is the id of no record"
    ]


def test_guesses_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def near(word: str, known: Any, count: int = 1) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(integrity, "near", near)
    monkeypatch.setattr(integrity, "MOST_GUESSES", 3)
    held = {"persons": [person(f"p{number}", f"s{number}") for number in range(5)]}
    assert len(list(unresolved(held, HOME))) == 5
    assert asked == ["s0", "s1", "s2"]


def test_the_nearest_is_guessed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "near", lambda *_: ["arcadia", "acadia"])
    (found,) = unresolved({"persons": [person("a", "arcada")]}, HOME)
    assert found.message.endswith("did you mean 'arcadia'?")


def rows(collection: str, **fields: Any) -> dict[str, dict[str, Any]]:
    """Rows of one collection by id, each with what is given for it."""
    return {collection: {key: {"id": key, **held} for key, held in fields.items()}}


def test_nothing_follows_itself() -> None:
    found = disorderly(
        rows(
            "organizations",
            a={"parent": "b"},
            b={"parent": "c"},
            c={"parent": "a"},
            d={"parent": "d"},
            e={"parent": "a"},
            f={},
        )
    )
    assert sorted(said(found)) == [
        f"{key} parent: following this field leads back to the record itself" for key in "abcd"
    ]


def test_several_may_follow_and_principles_may_correspond() -> None:
    held = rows("states", a={"successors": ["b", "c"]}, b={"successors": ["c"]}, c={})
    assert list(disorderly(held)) == []
    held["states"]["c"]["successors"] = ["a"]
    assert {finding.record for finding in disorderly(held)} >= {"a", "c"}
    mutual = rows("principles", a={"corresponds_to": ["b"]}, b={"corresponds_to": ["a"]})
    assert list(disorderly(mutual)) == []


def test_a_reference_to_another_kind_is_no_circle() -> None:
    """Only a record of one's own kind can be followed."""
    held = rows("meetings", a={"part_of": "b", "host": "a"}, b={"host": "b"})
    assert list(disorderly(held)) == []


def test_an_end_given_by_a_successor_lies_after_the_start() -> None:
    held = rows(
        "memberships",
        a={"start": "1961", "end": "1970", "succeeded_by": "b"},
        b={"start": "1970", "end": "open"},
        c={"start": "1971", "end": "1970", "succeeded_by": "b"},
        d={"start": "1971", "end": "1970"},
    )
    (found,) = disorderly(held)
    assert (found.code, found.file, found.record) == ("DAT001", "memberships.json", "c")
    assert found.field == "succeeded_by"
    assert found.message == "the end 1970 does not lie after the start 1971"


def test_what_follows_itself_is_told_once() -> None:
    held = rows(
        "memberships",
        a={"start": "1970", "end": "1961", "succeeded_by": "b"},
        b={"start": "1961", "end": "1970", "succeeded_by": "a"},
    )
    assert [finding.code for finding in disorderly(held)] == ["REF002", "REF002"]


def test_former_ids_lead_to_present_ones() -> None:
    renamed = {"good": "arcadia", "yearbook": "arcadia", "fine": "yearbook", "gone": "nowhere"}
    assert [(one.field, one.message) for one in renamed_to_nothing(renamed, HOME)] == [
        (
            "renamed/yearbook",
            "a former id leads to a present one, but 'yearbook' is the id of one of the sources",
        ),
        (
            "renamed/gone",
            "a former id leads to a present one, but 'nowhere' is the id of no record",
        ),
    ]
    (first, _) = renamed_to_nothing(renamed, HOME)
    assert (first.code, first.file, first.record) == ("FMT009", "dataset.json", "")


def test_the_form_of_all_rows_is_told_first() -> None:
    """Form and references first; what only shows when all lie together once these are right."""
    source = {"id": "yearbook", "title": "T", "kind": "academic", "seen": "whole"}
    ada = {"id": "ada", "name": "Ada", "sources": CITED}
    held: dict[str, Any] = {"sources": {"yearbook": source}, "persons": {"ada": ada}}
    assert [one.code for one in form_findings(held, {"a": "b"})] == ["FMT009"]
    assert form_findings(held, {"a": "ada"}) == []
    held["persons"]["ada"] = {**ada, "name": 5}
    (found,) = form_findings(held, {"a": "b"})
    assert str(found) == "persons.json: ada: name: FMT005 expected text, got a whole number: 5"
    held["persons"]["ada"] = {**ada, "sources": [{"source": "almanac"}]}
    assert [one.code for one in form_findings(held, {"a": "b"})] == ["REF001"]


def test_the_rows_of_a_store_are_whole() -> None:
    """What names a successor has its start as the end, so that the order can be told."""
    spells = [
        {"id": "a", "start": "1961", "succeeded_by": "b"},
        {"id": "b", "start": "1960", "end": "open"},
    ]
    store = Store((HeldLayer({"memberships": spells}),))
    (found,) = disorderly({"memberships": store.rows("memberships")})
    assert (found.record, found.code) == ("a", "DAT001")
