"""What the explorer's search is given to find."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset

pytest.importorskip("jinja2", reason="the explorer is written by jinja2, which is not here")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
addresses = importlib.import_module("explorer.addresses")
search = importlib.import_module("explorer.search")
search_entries = importlib.import_module("explorer.search_entries")
search_guide = importlib.import_module("explorer.search_guide")
search_names = importlib.import_module("explorer.search_names")
search_ways = importlib.import_module("explorer.search_ways")
search_words = importlib.import_module("explorer.search_words")
site = importlib.import_module("explorer.site")

Listed = site.Listed
LISTED = [
    Listed("states/azerbaijan.html", "Azerbaijan", "state", "AZE 373"),
    Listed("states/andorra.html", "Andorra", "state"),
    Listed("meetings/summit-baku-2019.html", "Eighteenth Conference", "meeting", "18th"),
    Listed("meetings/ministerial-baku-2018.html", "Conference (Baku)", "meeting"),
    Listed("documents/final-document-tehran-2012.html#391", "Paragraph 391", "provision"),
    Listed("sources/strakes-2015.html", "Azerbaijan and NAM", "source"),
    Listed("principles/bandung.html#bandung-10", "Bandung 10", "principle"),
    Listed("map.html", "Map", "map", "world"),
    Listed("disputes/dispute-azerbaijan-nam-member-start.html", "Start", "dispute"),
]


@pytest.fixture(scope="module")
def entries(nam: Dataset) -> dict[str, Any]:
    return {one.path: one for one in search_entries.search_entries(nam, LISTED)}


def test_all_that_is_listed_can_be_found(entries: dict[str, Any]) -> None:
    for one in LISTED:
        found = entries[one.path]
        assert found.kind == one.kind
        assert found.keywords.startswith(one.keywords)
        assert found.title.startswith(one.title)


def test_meetings_are_called_with_their_place_once(entries: dict[str, Any]) -> None:
    titles = {path: one.title for path, one in entries.items() if one.kind == "meeting"}
    assert titles == {
        "meetings/summit-baku-2019.html": "Eighteenth Conference (Baku 2019)",
        "meetings/ministerial-baku-2018.html": "Conference (Baku)",
    }


def test_spells_and_terms_are_found_at_their_place(nam: Dataset, entries: dict[str, Any]) -> None:
    where = addresses.addresses(nam)
    for spell in nam.memberships.where(body="nam", standing="held"):
        assert entries[where[spell.id]].kind == "membership"
    for term in nam.chairmanships.where(standing="held"):
        assert entries[where[term.id]].kind == "term in the chair"
    cuba = entries[where["chair-cuba-1979"]]
    assert cuba.title == "Cuba: in the chair from 3 September 1979 until 7 March 1983"
    assert cuba.said == "Fidel Castro"
    assert {"chaired", "1979", "1980", "1981", "1982", "1983"} <= set(cuba.keywords.split())
    uganda = entries[where["chair-uganda-2024"]].keywords.split()
    assert str(nam.as_of.year) in uganda
    assert str(nam.as_of.year + 1) not in uganda


def test_what_is_said_in_a_result(entries: dict[str, Any]) -> None:
    said = {one.path: one.said for one in entries.values()}
    assert said["states/azerbaijan.html"] == "member since 25 May 2011"
    assert said["states/andorra.html"] == ""
    assert said["meetings/summit-baku-2019.html"].startswith("Baku, 2019-10-25")
    assert said["documents/final-document-tehran-2012.html#391"].startswith("As Strakes quotes")
    assert said["principles/bandung.html#bandung-10"].endswith(".")
    assert said["sources/strakes-2015.html"] == "Jason E. Strakes"


def test_what_more_refer_to_weighs_more(entries: dict[str, Any]) -> None:
    weights = {one.path: one.weight for one in entries.values()}
    assert weights["states/azerbaijan.html"] > weights["states/andorra.html"]
    assert weights["states/azerbaijan.html"] > weights["sources/strakes-2015.html"]


def test_a_dispute_says_its_sides(nam: Dataset, entries: dict[str, Any]) -> None:
    said = entries["disputes/dispute-azerbaijan-nam-member-start.html"].said
    assert said == "25 May 2011 or 26 May 2011"
    for dispute in nam.disputes():
        assert all(search_words.sides(dispute).split(" or ")) or not dispute.claims


def test_who_was_at_a_meeting_is_found_there(nam: Dataset, entries: dict[str, Any]) -> None:
    where = addresses.addresses(nam)
    for one in nam.participations:
        found = entries[where[one.id]]
        assert found.kind == "participation"
        assert ("missed" in found.keywords) == (one.attended.value != "yes")
    tehran = entries[where["azerbaijan-at-summit-tehran-2012"]]
    assert tehran.title == "Azerbaijan at Tehran 2012, summit: attended"


def test_what_lasts_is_found_by_now(nam: Dataset, entries: dict[str, Any]) -> None:
    now = {path for path, one in entries.items() if "now" in one.keywords.split()}
    where = addresses.addresses(nam)
    chair = nam.chair()
    assert chair
    assert {one for one in now if "#chair-" in one} == {where[chair.id]}
    assert where["azerbaijan-nam-member"] in now
    assert where["azerbaijan-nam-observer"] not in now


def test_records_are_called_by_their_other_names(nam: Dataset) -> None:
    def names(key: str) -> set[str]:
        return set(search_names.names(nam.get(key), nam))

    assert {"Azerbaijan", "AZE", "373", "Азербайджан"} <= names("azerbaijan")
    assert {"NAM", "Non-Aligned Movement"} <= names("nam")
    assert {"Baku summit", "18th summit", "Baku 2019", "Azerbaijan summit"} <= names(
        "summit-baku-2019"
    )
    assert "62/243" not in names("a-res-62-243")
    assert "A/RES/62/243" in names("a-res-62-243")
    assert "strakes 2015" in names("strakes-2015")


def test_what_a_text_names_is_found(nam: Dataset) -> None:
    named = search_words.named_in(nam.get("un-mission-nagorno-karabakh-2023")).split()
    assert {"Khankendi", "Stepanakert"} <= set(named)
    assert all(word[0].isupper() for word in named)


def test_words_stand_for_words_of_the_texts_only() -> None:
    found = search_ways.ways(["17th Summit at Stepanakert", "the licence", "Khankendi"])
    assert found["17"] == found["xvii"] == found["seventeenth"] == ["17th"]
    assert found["license"] == ["licence"]
    assert set(found["xankendi"]) == {"khankendi", "stepanakert"}
    assert found["stepanakert"] == ["khankendi"]
    assert "summit" not in found
    assert search_ways.ways([]) == {}


def test_pages_of_the_guide_are_read_from_its_own_index(tmp_path: Path) -> None:
    path = tmp_path / "searchindex.js"
    assert list(search_guide.guide_pages(path)) == []
    index = {
        "docnames": ["api/dates", "licence", "changelog"],
        "titles": ["Dates", "The licence", "Changelog"],
        "alltitles": {"Dates": [[0, None]], "The licence": [[1, None]], "In short": [[1, "s"]]}
        | {f"Change {number}": [[2, "c"]] for number in range(100)},
    }
    path.write_text(f"Search.setIndex({json.dumps(index)})")
    assert list(search_guide.guide_pages(path)) == [
        Listed("api/dates.html", "Dates", "reference", "Dates"),
        Listed("licence.html", "The licence", "page of the guide", "In short The licence"),
        Listed("changelog.html", "Changelog", "page of the guide", ""),
    ]
    path.write_text("[]")
    with pytest.raises(ValueError, match="does not begin"):
        list(search_guide.guide_pages(path))


def test_the_guide_is_found_where_there_is_one(nam: Dataset, tmp_path: Path) -> None:
    index = {"docnames": ["why"], "titles": ["Why"], "alltitles": {}}
    (tmp_path / "searchindex.js").write_text(f"Search.setIndex({json.dumps(index)})")
    for guide in ("", "index.html"):
        made = site.Site(tmp_path, {"nam": nam, "guide": guide, "citation": "", "today": ""})
        search.write(nam, made)
        assert ('"why.html"' in (tmp_path / "search-index.js").read_text("utf-8")) == bool(guide)
        assert ("search.html" in (tmp_path / "find.html").read_text("utf-8")) == bool(guide)


def test_the_index_is_a_script_that_can_be_read(nam: Dataset, tmp_path: Path) -> None:
    made = site.Site(tmp_path, {"nam": nam, "guide": "", "citation": "", "today": ""})
    made.entries.extend(LISTED)
    search.write(nam, made)
    name, _, text = (tmp_path / "search-index.js").read_text("utf-8").partition(" = ")
    index = json.loads(text.rstrip(";\n"))
    assert name == "globalThis.namSearchIndex"
    assert index["letters"]["ə"] == "e"
    first = dict(zip(("kind", "path", "title"), index["entries"][0], strict=False))
    assert index["kinds"][first["kind"]] == "state"
    assert first["path"] == "states/azerbaijan.html"
    assert 'src="search-index.js"' in (tmp_path / "find.html").read_text("utf-8")
