"""The pages on disputes and verdicts: by source, and whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset, Ruling

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {
    "strakes-2015": "disputes-strakes-2015.md",
    "azerbaijan-nam-page": "disputes-azerbaijan-nam-page.md",
    "gurbanov": "disputes-commentaries.md",
    "mammadov-2020": "disputes-commentaries.md",
    "fuller": "disputes-commentaries.md",
}
HEAD = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)


def under(text: str, heading: str) -> str:
    """What stands under a heading, as far as the next one of its level or a higher."""
    _, mark, rest = text.partition(f" {heading}\n")
    assert mark, heading
    level = text[: text.index(f" {heading}\n")].rpartition("\n")[2]
    return re.split(rf"^#{{2,{len(level)}}} ", rest, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("ruling", list(Ruling))
def test_every_verdict_stands_once_and_under_what_it_is(nam: Dataset, ruling: Ruling) -> None:
    text = (DOCS / "verdicts.md").read_text("utf-8")
    headings = [head for _, head in HEAD.findall(text) if head.endswith(f": {ruling.value}")]
    linked = [
        key
        for head in headings
        for key in re.findall(r"\(explorer:assertions/(.+?)\.html\)", under(text, head))
    ]
    expected = [one.assertion for one in nam_azerbaijan.verify(nam) if one.verdict is ruling]
    assert sorted(linked) == sorted(expected)


def test_the_verdicts_of_a_source_stand_together(nam: Dataset) -> None:
    text = under((DOCS / "verdicts.md").read_text("utf-8"), "Strakes (2015)")
    linked = re.findall(r"\(explorer:assertions/(.+?)\.html\)", text)
    assert len(linked) > 100
    assert {nam.assertions[key].sources[0].source for key in linked} == {"strakes-2015"}
    assert text.index(": contradicted") < text.index(": undecided") < text.index(": supported")


def test_numbers_and_names_are_for_people() -> None:
    text = (DOCS / "verdicts.md").read_text("utf-8")
    assert "the data gives from 36 to 44." in text
    assert "not named are Belarus, Uzbekistan." in text
    assert "not named are Europe, Latin America and Caribbean." in text
    assert not re.search(r"(Said|gives|open).*\d\.(0|\d\d+)\b[^.]*;", text)


@pytest.mark.parametrize("source", list(PAGES))
def test_a_page_has_each_dispute_of_its_source_and_marks_where_it_differs(
    nam: Dataset, source: str
) -> None:
    text = (DOCS / PAGES[source]).read_text("utf-8")
    for dispute in nam.disputes():
        claims = [one for one in dispute.claims if one.sources[0].source == source]
        said = [one for one in dispute.assertions if one.sources[0].source == source]
        if claims or said:
            assert f"[{dispute.id}]" in text, dispute.id
        if any(not claim.preferred for claim in claims):
            entry = text.partition(f"\n[{dispute.id}]")[2].partition("\n#")[0]
            assert f"({source}, not the value held)" in entry, dispute.id


def test_what_the_data_contradicts_is_marked_in_its_dispute(nam: Dataset) -> None:
    pages = {key: (DOCS / name).read_text("utf-8") for key, name in PAGES.items()}
    for one in nam_azerbaijan.verify(nam):
        said = nam.assertions[one.assertion]
        text = pages.get(said.sources[0].source, "")
        if one.verdict is Ruling.CONTRADICTED and text:
            line = re.search(rf"^- {re.escape(said.statement)} .*$", text, re.MULTILINE)
            assert line is not None, said.id
            assert line[0].endswith("**Verdict: contradicted.**"), said.id
