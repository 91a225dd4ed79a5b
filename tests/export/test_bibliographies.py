"""The data set and its sources as BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nam_azerbaijan import Dataset, cite
from nam_azerbaijan.export import to_bibtex, to_csl_json


def test_bibtex_has_the_data_set_and_every_source(nam: Dataset, tmp_path: Path) -> None:
    (file,) = to_bibtex(nam, tmp_path / "sources.bib")
    text = file.read_text("utf-8")
    assert text.startswith(cite(nam))
    for key in ("strakes-2015", "gurbanov"):
        assert cite(nam, key) in text
    assert text.count("\n@misc{") == len(nam.sources)


def test_a_parser_reads_it(nam: Dataset, tmp_path: Path) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    (file,) = to_bibtex(nam, tmp_path / "sources.bib")
    if not hasattr(bibtexparser, "parse_file"):
        pytest.skip("an older bibtexparser")
    library = bibtexparser.parse_file(str(file))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries][1:] == [source.id for source in nam.sources]
    fields = library.entries_dict["strakes-2015"].fields_dict
    assert fields["year"].value == "2015"
    assert fields["month"].value in ("may", "5")


def test_csl_has_them_too(nam: Dataset, tmp_path: Path) -> None:
    (file,) = to_csl_json(nam, tmp_path / "sources.json")
    items = json.loads(file.read_text("utf-8"))
    assert items[0] == json.loads(cite(nam, style="csl"))[0]
    assert [item["id"] for item in items][1:] == [source.id for source in nam.sources]
    # What the schema of CSL-JSON knows.
    known = {
        "id", "type", "title", "author", "publisher", "container-title", "issued", "version",
        "URL", "accessed", "note",
    }  # fmt: skip
    assert set().union(*items) == known
    assert {item["type"] for item in items} == {
        "article", "article-newspaper", "dataset", "document", "report", "webpage",
    }  # fmt: skip
