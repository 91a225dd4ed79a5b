"""The explorer as it is built from the packaged data."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset, KnownThrough, PartialDate
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.walk import citations
from nam_azerbaijan.tables.lines import meeting_label

from factory import script

pytest.importorskip("jinja2", reason="the explorer is written by jinja2, which is not here")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
from explorer import build  # noqa: E402
from explorer.addresses import addresses, citations_path  # noqa: E402
from explorer.words import VERDICTS, in_words  # noqa: E402

LINKS = script(ROOT / "tests" / "site" / "test_links.py")
LIMIT = 200_000
IDS = r"\(?\b[a-z0-9]+(?:-[a-z0-9]+)+\b\)?"
VOID = {"area", "br", "hr", "img", "input", "link", "meta", "source", "use"}


@pytest.fixture(scope="module")
def out(nam: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer, built alone."""
    folder = tmp_path_factory.mktemp("explorer")
    build(nam, folder)
    return folder


@pytest.fixture(scope="module")
def pages(out: Path) -> dict[str, str]:
    """The text of each page, by its path."""
    return {
        path.relative_to(out).as_posix(): path.read_text("utf-8")
        for path in sorted(out.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def places(nam: Dataset) -> dict[str, str]:
    """The permanent address of each record and dispute."""
    return addresses(nam)


def split(address: str) -> tuple[str, str]:
    page, _, place = address.partition("#")
    return page, place


def plain(html: str) -> str:
    """The words of a page, without its tags and the numbers of citations."""
    without = re.sub(r"<sup>.*?</sup>", "", html)
    inside = re.sub(r"</?(?:a|b|bdi|code|small|span|strong|time)\b[^>]*>", "", without)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split())


# Addresses and links


def test_every_record_has_a_permanent_address(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    assert set(nam.home) <= set(places)
    assert {one.id for one in nam.disputes()} <= set(places)
    for key, address in places.items():
        page, place = split(address)
        assert page in pages, key
        assert not place or f' id="{place}"' in pages[page], address


def test_no_two_records_share_an_address(places: dict[str, str]) -> None:
    assert [one for one, number in Counter(places.values()).items() if number > 1] == []


def test_every_link_and_anchor_resolves(out: Path) -> None:
    read = LINKS.read(out)
    assert LINKS.broken(out, read) == []
    assert {path: one.twice for path, one in read.items() if one.twice} == {}


def test_former_ids_lead_to_the_present_ones(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    for former, present in nam.manifest.renamed.items():
        key = nam.get(present).id
        page, place = split(places[key])
        if place:
            assert f'<span id="{former}"></span>' in pages[page], former
        else:
            folder = page.partition("/")[0]
            assert f'url=../{page}"' in pages[f"{folder}/{former}.html"], former


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        fetched = re.findall(
            r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"([^\"]*)", text
        )
        assert [one for one in fetched if re.match(r"\w+:|//", one)] == [], path


# Values and what stands beside them


def test_a_page_links_every_source_that_its_records_cite(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    for name in COLLECTIONS:
        for record in nam.collection(name):
            page, _ = split(places[record.id])
            for source in {one.source for _, one in citations(record)}:
                linked = f'sources/{source}.html"' in pages[page]
                assert linked or f'href="{source}.html"' in pages[page], (record.id, source)


def test_disputed_values_lead_to_their_dispute(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    for dispute in nam.disputes():
        for claim in dispute.claims:
            page, _ = split(places[claim.record])
            assert f'class="disputed" href="../disputes/{dispute.id}.html"' in pages[page], claim.id


def test_a_dispute_shows_every_side(nam: Dataset, pages: dict[str, str]) -> None:
    for dispute in nam.disputes():
        text = pages[f"disputes/{dispute.id}.html"]
        words = plain(text)
        for side in (*dispute.claims, *dispute.assertions):
            assert f"sources/{side.sources[0].source}.html" in text
        for claim in dispute.claims:
            for piece in re.split(IDS, " ".join(claim.reason.split())):  # Ids read as names.
                assert piece.strip() in words, claim.id
            assert nam.sources[claim.sources[0].source].kind.value.replace("-", " ") in words
        preferred = sum(claim.preferred for claim in dispute.claims)
        assert text.count('class="badge"') == preferred


def test_a_tally_shows_the_numbers_of_the_library(nam: Dataset, pages: dict[str, str]) -> None:
    words = plain(pages["votes/vote-a-res-62-243.html"])
    tally = nam.tally("A/RES/62/243")
    numbers = " ".join(str(tally["member"][one]) for one in ("yes", "no", "abstain", "absent"))
    assert f"Member {numbers} Observer" in words
    assert tally.official is not None
    assert "Official result " + " ".join(map(str, tally.official.values())) in words


def test_verdicts_stand_beside_statements(nam: Dataset, pages: dict[str, str]) -> None:
    for verdict in nam_azerbaijan.verify(nam):
        words = plain(pages[f"assertions/{verdict.assertion}.html"])
        sentence = in_words(" ".join(verdict.sentence.split()))
        for piece in re.split(IDS, sentence):  # Ids read as names.
            assert piece.strip() in words, verdict.assertion


# What people look for


def test_when_azerbaijan_joined_and_who_disagrees(pages: dict[str, str]) -> None:
    text = pages["states/azerbaijan.html"]
    lead = text[text.index('class="lead"') :].split("</p>")[0]
    assert "between 31 May and 3 June 1994" in lead
    joined = lead.index("25 May 2011")
    dispute = lead.index("dispute-azerbaijan-nam-member-start.html")
    assert joined < dispute < lead.index("Was")
    assert "26 May 2011" in plain(pages["disputes/dispute-azerbaijan-nam-member-start.html"])


def test_which_summits_azerbaijan_missed(nam: Dataset, pages: dict[str, str]) -> None:
    words = plain(pages["states/azerbaijan.html"].split('<section id="summits">')[1])
    told = {"yes": "attended", "no": "did not attend", "unknown": "not known"}
    summits = {one.id: meeting_label(one) for one in nam.find_meetings(kind="summit")}
    seen = [one for one in nam.participations.where(party="azerbaijan") if one.meeting in summits]
    assert seen
    for one in seen:
        row = words.split(summits[one.meeting])[1]
        assert told[one.attended.value] in row[:120], one.id


def test_what_paragraph_391_is(pages: dict[str, str]) -> None:
    text = pages["documents/final-document-tehran-2012.html"]
    words = plain(text.split('id="391"')[1])
    assert words.removeprefix("> ").startswith("Paragraph 391")
    assert "territorial integrity" in words


def test_who_chaired_in_1980(nam: Dataset, pages: dict[str, str]) -> None:
    words = plain(pages["chairs.html"])
    term = nam.chair(on="1980")
    assert term is not None
    assert isinstance(term.end, PartialDate)
    name = nam.states[term.state].name
    assert re.search(
        rf"{name} Fidel Castro from .{{,20}}{term.start.earliest.year} until .{{,20}}1983", words
    )


# What a reader is told of the evidence


def test_a_text_that_was_not_seen_is_said_to_be_so(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    for document in nam.documents:
        seen = [one.known_through is KnownThrough.TEXT for one in document.provisions]
        section = pages[places[document.id]].split('<section id="provisions">')
        shown = section[1].split("</article>\n</section>")[0] if seen else ""
        assert shown.count('class="unseen"') == seen.count(False), document.id


def test_a_verdict_on_a_text_that_was_not_seen_says_so(pages: dict[str, str]) -> None:
    for key in ("azerbaijan-nam-page-tehran-391", "strakes-2015-paragraph-391"):
        text = pages[f"assertions/{key}.html"]
        lead = text[text.index('class="lead"') :].split("</p>")[0]
        assert "agree" in lead
        assert 'class="unseen"' in lead


def test_verdicts_have_words_on_the_statement_and_no_colour(
    out: Path, pages: dict[str, str]
) -> None:
    verdicts = re.findall(r'<a class="(verdict[^"]*)"[^>]*>([^<]*)</a>', "".join(pages.values()))
    assert {style for style, _ in verdicts} == {"verdict"}
    assert {said for _, said in verdicts} <= set(VERDICTS.values())
    style = (out / "static" / "explorer.css").read_text("utf-8")
    assert not re.search(r"\.(?:verdict|badge)\.\w+", style)


def test_what_is_on_a_page_is_cited_with_its_own_sources(
    nam: Dataset, places: dict[str, str], pages: dict[str, str]
) -> None:
    for key in ("azerbaijan-nam-member", "chair-azerbaijan-2019", "ilham-aliyev-chair-2019"):
        page, place = split(places[key])
        whole = pages[citations_path(page)]
        assert f'id="{place}"' in whole
        for style in ("text", "bibtex"):
            assert nam_azerbaijan.cite(nam, key, style=style).strip() in unescape(whole)


def test_chairs_have_their_sources_and_disputes(nam: Dataset, pages: dict[str, str]) -> None:
    text = pages["chairs.html"]
    for term in nam.chairmanships:
        for dispute in nam.disputes(about=term.id):
            if any(claim.record == term.id for claim in dispute.claims):
                assert f"disputes/{dispute.id}.html" in text, term.id
        for cited in term.sources:
            assert f"sources/{cited.source}.html" in text
    assert "stand for some of the same days" in text
    assert "2027 (day not known)" in plain(text)


# Form


def test_pages_are_light(out: Path) -> None:
    heavy = {
        path.name: path.stat().st_size
        for path in out.rglob("*.html")
        if path.stat().st_size > LIMIT and path.name != "map.html"
    }
    assert heavy == {}


def test_pages_are_sound_and_have_one_heading_of_the_first_rank(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        assert len(re.findall(r"<h1\b", text)) == 1, path
        assert '<html lang="en">' in text
        assert text.count("<table") == text.count("<caption"), path
        assert re.findall(r"<th(?![^>]*scope=)[ >]", text) == [], path
        for mark in ("<main", "<header", "<footer", 'class="skip" href="#content"'):
            assert text.count(mark) == 1, (path, mark)


class Nesting(HTMLParser):
    """Follows which tags are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"{tag} at {self.getpos()}")


def test_tags_are_closed_in_order(pages: dict[str, str]) -> None:
    kinds: dict[str, list[str]] = {}
    for path in pages:
        kinds.setdefault(path.rpartition("/")[0], []).append(path)
    for paths in kinds.values():
        for path in paths[:: max(1, len(paths) // 8)]:
            reader = Nesting()
            reader.feed(pages[path])
            assert (reader.wrong, reader.open) == ([], []), path


# What is offered to take away


def json_of(out: Path, page: str) -> Any:
    return json.loads((out / page).with_suffix(".json").read_text("utf-8"))


def test_every_record_is_read_back_from_the_json_of_its_page(
    nam: Dataset, out: Path, places: dict[str, str]
) -> None:
    held: dict[str, dict[str, Any]] = {}
    for page in {split(address)[0] for address in places.values()}:
        whole = json_of(out, page)
        said = whole["data_set"]
        assert (said["version"], said["licence"]) == (nam.version, nam.manifest.licence)
        dispute = whole.get("dispute", {})
        rows = [
            *([whole["record"]] if "record" in whole else ()),
            *whole.get("records", ()),
            *(row for others in whole.get("with", {}).values() for row in others),
            *dispute.get("claims", ()),
        ]
        held.update((row["id"], row) for row in rows)
    assert set(held) == set(nam.home)
    for key, row in held.items():
        assert record_class(nam.home[key])(**row) == nam.get(key)


def test_pages_of_records_offer_their_json_and_a_citation(
    places: dict[str, str], pages: dict[str, str]
) -> None:
    for address in set(places.values()):
        page, _ = split(address)
        name = page.rpartition("/")[2].removesuffix(".html")
        assert f'href="{name}.json"' in pages[page]
        assert 'id="cite-1"' in pages[page]


def test_a_citation_is_that_of_the_library(nam: Dataset, pages: dict[str, str]) -> None:
    for key in ("azerbaijan", "cuba", "nam"):
        text = pages[f"{nam.home[key]}/{key}.html"]
        for style in ("text", "bibtex"):
            assert nam_azerbaijan.cite(nam, key, style=style).strip() in unescape(text)
