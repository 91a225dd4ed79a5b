"""What a data set says of itself: coverage, waivers, former ids."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from nam_azerbaijan import Coverage, CoverageError, Manifest, PartialDate, Scope, Waiver
from nam_azerbaijan.files.manifest import merged

SAID: dict[str, Any] = {"version": "1", "as_of": "2000-12-31", "compiled": "2001-01-31"}
COVER: dict[str, Any] = {"since": "1955-01-01", "until": "1999-12-31", "scope": "All of them."}


def manifest(**cover: Any) -> Manifest:
    return Manifest(**SAID, coverage={"memberships": {**COVER, **cover}})


def test_what_is_left_out_is_empty() -> None:
    plain = Manifest(**SAID)
    assert (dict(plain.coverage), plain.waivers, dict(plain.renamed)) == ({}, (), {})
    cover = Coverage(**COVER)
    assert (cover.complete, cover.whole) == (False, ())


@pytest.mark.parametrize(
    ("cls", "values"),
    [
        (Manifest, ("1", "2000-12-31", "2001-01-31")),
        (Coverage, ("1955-01-01", "1999-12-31", "All.")),
        (Scope, (["nam"],)),
        (Waiver, ("DAT002", "visit", "Because.")),
    ],
)
def test_fields_are_given_by_name(cls: type, values: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        cls(*values)


def test_parts_are_made_from_objects_or_taken_as_they_are() -> None:
    scope = Scope(bodies=["nam"])
    cover = Coverage(**COVER, whole=[scope, {"parties": ["cuba"]}])
    waiver = Waiver(rule="DAT002", record="visit", reason="It is a test.")
    said = Manifest(**SAID, coverage={"votes": cover}, waivers=[waiver], renamed={"a": "b"})
    assert said.coverage["votes"] is cover
    assert cover.whole == (scope, Scope(parties=("cuba",)))
    assert said.waivers == (waiver,)
    assert hash(said) == hash(pickle.loads(pickle.dumps(said)))
    assert said.renamed == {"a": "b"}
    for held in (said.coverage, said.renamed):
        changing: Any = held
        with pytest.raises(TypeError):
            changing["a"] = None


@pytest.mark.parametrize(
    ("bodies", "parties", "inside", "outside"),
    [
        ([], [], [("nam", "cuba"), (None, None)], []),
        (["nam"], [], [("nam", "cuba"), ("nam", None)], [("un", "cuba"), (None, "cuba")]),
        ([], ["cuba"], [("nam", "cuba"), (None, "cuba")], [("nam", "fiji"), ("nam", None)]),
        (["nam"], ["cuba"], [("nam", "cuba")], [("nam", "fiji"), ("un", "cuba"), (None, None)]),
    ],
)
def test_a_scope_includes_what_lies_within_both(
    bodies: list[str],
    parties: list[str],
    inside: list[tuple[str | None, str | None]],
    outside: list[tuple[str | None, str | None]],
) -> None:
    scope = Scope(bodies=bodies, parties=parties)
    assert all(scope.includes(body, party, None) for body, party in inside)
    assert not any(scope.includes(body, party, None) for body, party in outside)


def test_a_scope_in_words() -> None:
    assert str(Scope()) == "every party"
    assert str(Scope(parties=["cuba", "fiji"])) == "cuba, fiji"
    assert str(Scope(bodies=["nam"])) == "every party in nam"
    assert str(Scope(bodies=["nam"], parties=["cuba"])) == "cuba in nam"
    assert str(Scope(bodies=["un"], statuses=["member"])) == "every party as member in un"


def test_a_scope_of_some_statuses_says_nothing_of_the_others() -> None:
    scope = Scope(bodies=["un"], statuses=["member", "suspended"])
    assert scope.includes("un", "cuba", "member")
    assert not scope.includes("un", "cuba", "observer")
    assert not scope.includes("un", "cuba", None)


def test_more_than_five_names_are_counted() -> None:
    five = ["a", "b", "c", "d", "e"]
    assert str(Scope(parties=five)) == "a, b, c, d, e"
    assert str(Scope(parties=[*five, "f", "g"])) == "a, b, c, d, e and 2 more"


def refused(said: Manifest, collection: str = "memberships", **asked: Any) -> str:
    with pytest.raises(CoverageError) as caught:
        said.require_covered(collection, **asked)
    return f"{caught.value.asked}; {caught.value.covered}"


def test_what_is_not_said_to_be_whole_is_not_refused() -> None:
    manifest().require_covered("memberships", party="fiji", body="un")
    manifest(whole=[{"bodies": ["nam"]}]).require_covered("votes", party="fiji")


def test_what_lies_outside_is_refused_in_words() -> None:
    said = manifest(whole=[{"bodies": ["nam"]}, {"parties": ["azerbaijan"]}])
    said.require_covered("memberships", party="fiji", body="nam")
    said.require_covered("memberships", party="azerbaijan", body="un")
    covered = "every party in nam; azerbaijan"
    assert refused(said, party="fiji", body="un") == f"memberships of fiji in un; {covered}"
    assert refused(said, body="un") == f"memberships of every party in un; {covered}"
    assert refused(said, party="fiji") == f"memberships of fiji; {covered}"


def test_days_of_which_none_is_covered_are_refused() -> None:
    said = manifest(whole=[{}])
    asked = "memberships of every party then; 1955-01-01 to 1999-12-31"
    for limits in ({"since": "2000"}, {"until": "1954"}, {"since": "1953", "until": "1954"}):
        days: dict[str, Any] = {name: PartialDate(text) for name, text in limits.items()}
        assert refused(said, **days) == asked
    for limits in (
        {},
        {"since": "1999"},
        {"since": "1999-12-31"},
        {"until": "1955"},
        {"until": "1955-01-01"},
        {"since": "1950", "until": "2005"},
    ):
        days = {name: PartialDate(text) for name, text in limits.items()}
        said.require_covered("memberships", **days)


def test_a_manifest_on_top_adds_and_says_how_far_the_whole_knows() -> None:
    lower = {
        **SAID,
        "coverage": {"votes": {**COVER, "whole": [{"bodies": ["un"]}]}, "states": COVER},
        "waivers": [{"rule": "A"}],
        "renamed": {"a": "b", "c": "d"},
    }
    upper = {
        "version": "2",
        "coverage": {"votes": {**COVER, "until": "2005-12-31", "whole": [{"parties": ["cuba"]}]}},
        "waivers": [{"rule": "B"}],
        "renamed": {"c": "e"},
    }
    assert merged(lower, None) is lower
    both = merged(lower, upper)
    assert (both["version"], both["as_of"]) == ("2", "2000-12-31")
    assert both["coverage"]["votes"] == {
        **COVER, "until": "2005-12-31", "whole": [{"bodies": ["un"]}, {"parties": ["cuba"]}],
    }  # fmt: skip
    assert both["coverage"]["states"] == COVER
    assert both["waivers"] == [{"rule": "A"}, {"rule": "B"}]
    assert both["renamed"] == {"a": "b", "c": "e"}
    assert lower["coverage"]["votes"]["whole"] == [{"bodies": ["un"]}]
    empty = merged(SAID, SAID)
    assert (empty["coverage"], empty["waivers"], empty["renamed"]) == ({}, [], {})
