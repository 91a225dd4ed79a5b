"""Answers that must not change unseen, and the changelog that says when they did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset

from golden import write

HOW = (
    "\nIf the new answers are right, a line under Data in CHANGELOG.md is due; "
    'python tests/golden/write.py "What changed." writes both.'
)


def differences(kept: Any, now: Any, path: str) -> Iterator[str]:
    if isinstance(kept, dict) and isinstance(now, dict):
        for key in {**kept, **now}:
            yield from differences(kept.get(key), now.get(key), f"{path}/{key}")
    elif kept != now:
        yield f"{path}: was {kept}, is {now}"


@pytest.mark.parametrize("name", write.ANSWERS)
def test_answers_have_not_changed(nam: Dataset, name: str) -> None:
    found = list(differences(write.golden(name), write.ANSWERS[name](nam), name))
    assert not found, "\n".join([*found[:20], f"{len(found)} differences"]) + HOW


def test_every_golden_file_is_compared() -> None:
    assert {file.stem for file in write.FOLDER.glob("*.json")} == set(write.ANSWERS)


@pytest.fixture
def changelog(root: Path) -> str:
    return (root / "CHANGELOG.md").read_text("utf-8")


def test_the_newest_data_section_names_the_data_version(nam: Dataset, changelog: str) -> None:
    assert f"data {nam.version}" in write.data_sections(changelog)[0]


def test_the_changelog_has_a_line_for_the_golden_answers(changelog: str) -> None:
    assert write.stated_digest(changelog) == write.digest(), (
        "tests/golden is not what the changelog says it is." + HOW
    )


def test_a_line_is_added_or_renewed() -> None:
    before = (
        "## [2]\n\n### Data\n\n- Data 2.\n\n## [1]\n\n### Data\n\n- Old (golden answers `{}`).\n"
    )
    old = before.format("0" * 12)
    assert write.stated_digest(old) == "0" * 12
    added = write.with_line(old, "Brunei joins in 1993.")
    line = f"- Brunei joins in 1993 (golden answers `{write.digest()}`).\n"
    assert added == old.replace("- Data 2.\n", f"- Data 2.\n{line}")
    assert write.stated_digest(added) == write.digest()
    stale = added.replace(write.digest(), "1" * 12)
    assert write.with_line(stale, "Brunei joins in 1993.") == added


def test_differences_are_named() -> None:
    kept, now = {"1961": {"count": 25, "in": ["a"]}}, {"1961": {"count": 26, "in": ["a"]}}
    assert list(differences(kept, now, "members")) == ["members/1961/count: was 25, is 26"]
    assert list(differences(kept, {}, "x")) == ["x/1961: was {'count': 25, 'in': ['a']}, is None"]
