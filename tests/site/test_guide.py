"""The pages of Sphinx as they are built: the reference, and the ways from the first page."""

from __future__ import annotations

import importlib
import os
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

import nam_azerbaijan
from browsing import Visits

from factory import script

ROOT = Path(__file__).resolve().parents[2]
OFFERED = script(ROOT / "docs" / "sphinx_hooks" / "offered.py").MODULES

# Of the parts of a page those that load what they name.
LOADING = {
    "audio": "src", "embed": "src", "iframe": "src", "img": "src", "input": "src", "link": "href",
    "object": "data", "script": "src", "source": "src", "track": "src", "video": "src",
}  # fmt: skip
STYLE = r"(?:@import\s+|url\()[\"']?((?:https?:)?//[^\"')]+)"
NAMING_ONLY = {"canonical", "license", "next", "prev", "search", "index", "help"}


ALIAS = "-1"


def entries(site: Path) -> dict[str, str]:
    """What the site has an entry for, with its kind, as Sphinx lists it for other projects."""
    *_, packed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    rows = (line.split(" ", 3) for line in zlib.decompress(packed).decode("utf-8").splitlines())
    return {name: kind for name, kind, rank, _ in rows if kind[:3] == "py:" and rank != ALIAS}


def test_the_reference_has_what_users_import_and_nothing_else(site: Path) -> None:
    held = entries(site)
    modules = {name for name, kind in held.items() if kind == "py:module"}
    assert modules == set(OFFERED) - {nam_azerbaijan.__name__}
    offered = {
        f"{module}.{name}" for module in OFFERED for name in importlib.import_module(module).__all__
    }
    assert offered - set(held) == {"nam_azerbaijan.checks.check"}  # An entry of the package.
    parts = {name for name in set(held) - modules - offered if name.rpartition(".")[0] in offered}
    assert set(held) == modules | (offered & set(held)) | parts


class Loading(HTMLParser):
    """What a page loads from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        address = held.get(LOADING.get(tag, ""), "")
        only_named = tag == "link" and set(held.get("rel", "").split()) <= NAMING_ONLY
        if re.match(r"(?:[a-z]+:)?//", address) and not only_named:
            self.foreign.append(f"{tag} {address}")


def foreign(site: Path) -> dict[str, list[str]]:
    """The pages and style sheets that load something from elsewhere."""
    found = {}
    for page in site.rglob("*.html"):
        if loaded := Loading(page.read_text("utf-8")).foreign:
            found[page.relative_to(site).as_posix()] = loaded
    for sheet in site.rglob("*.css"):
        loaded = re.findall(
            r"(?:@import\s+|url\()[\"']?((?:https?:)?//[^\"')]+)", sheet.read_text()
        )
        if loaded:
            found[sheet.relative_to(site).as_posix()] = loaded
    return found


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    assert foreign(site) == {}


def test_what_is_loaded_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<link rel="license" href="https://example.org/by"><img src="a.png">'
        '<script src="//example.org/x.js"></script><a href="https://example.org/">a</a>'
    )
    (tmp_path / "b.css").write_text("@import 'https://example.org/f.css'; a { b: url(c.png) }")
    assert foreign(tmp_path) == {
        "a.html": ["script //example.org/x.js"],
        "b.css": ["https://example.org/f.css"],
    }


# The questions of the first page, and words of the answers.
QUESTIONS = {
    "When did Azerbaijan join": ("25 May 2011", "26 May 2011"),
    "Which summits": ("Cartagena", "not known"),
    "paragraph 391": ("391", "territorial integrity"),
    "panel into pandas": ("frames.panel",),
    "in the chair in 1980": ("Cuba", "1979"),
}


def words(page: Path) -> str:
    """The text of a page, without its head and its marks."""
    body = page.read_text("utf-8").partition("<body")[2]
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_page_leads_to_an_answer_in_one_click(site: Path, question: str) -> None:
    rows = re.findall(r"<tr.*?</tr>", (site / "index.html").read_text("utf-8"), re.DOTALL)
    (row,) = (row for row in rows if question in row)
    links = re.findall(r'href="([^"#]+)', row)
    answers = [words(Path(os.path.normpath(site / link))) for link in links]
    for answer in QUESTIONS[question]:
        assert any(answer in text for text in answers), answer


def test_every_page_leads_to_the_explorer(site: Path) -> None:
    pages = [*site.glob("*.html"), *(site / "api").glob("*.html")]
    assert len(pages) > 40
    for page in pages:
        text = page.read_text("utf-8")
        for door in (
            "explorer", "map", "states/index", "chairs", "meetings/index", "votes/index",
            "disputes/index", "sources/index", "find",
        ):  # fmt: skip
            assert re.search(rf'href="(\.\./)?{door}\.html"', text), f"{page}: {door}"


def test_the_search_of_the_guide_hands_the_question_to_that_of_the_records(visits: Visits) -> None:
    page = visits.open("search.html?q=pandas+%26+Zaire")
    page.locator("main, article").get_by_role("link", name="search the records for").click()
    page.wait_for_url("**/find.html?q=pandas+%26+Zaire")
    assert visits.faults == []
