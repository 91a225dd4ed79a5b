"""Every link of every page leads somewhere; no browser is needed for that."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

LINKING = {"href", "src", "action", "data"}


class PageReader(HTMLParser):
    """The anchors of a page, and the addresses that it refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.twice: list[str] = []
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                if value in self.anchors:
                    self.twice.append(value)
                self.anchors.add(value)
            elif name in LINKING and value:
                self.links.add(value)


def read(site: Path) -> dict[Path, PageReader]:
    return {
        path: PageReader(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    }


def broken(site: Path, pages: dict[Path, PageReader]) -> list[str]:
    """The links that lead nowhere, each with the first page that has it."""
    found: dict[str, str] = {}
    for page, reader in pages.items():
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = page
            if parts.path:
                target = Path(os.path.normpath(page.parent / unquote(parts.path)))
            place = unquote(parts.fragment)
            known = pages.get(target)
            lost = not target.is_file() or (
                place and known is not None and place not in known.anchors
            )
            if lost:
                where = f"{target.relative_to(site) if target.is_relative_to(site) else target}"
                found.setdefault(f"{where}#{place}", str(page.relative_to(site)))
    return [f"{page} links to {link}" for link, page in found.items()]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, PageReader]:
    return read(site)


def test_every_link_and_anchor_of_the_site_resolves(
    site: Path, pages: dict[Path, PageReader]
) -> None:
    assert len(pages) > 1000
    assert broken(site, pages) == []


def test_all_that_the_search_finds_is_there(site: Path, pages: dict[Path, PageReader]) -> None:
    text = (site / "search-index.js").read_text(encoding="utf-8")
    index = json.loads(text.partition(" = ")[2].rstrip(";\n"))
    lost = []
    for _, path, *_ in index["entries"]:
        name, _, place = path.partition("#")
        page = pages.get(site / name)
        if page is None or (place and place not in page.anchors):
            lost.append(path)
    assert lost == []
    assert len(index["entries"]) > 3000


def test_no_page_has_an_anchor_twice(site: Path, pages: dict[Path, PageReader]) -> None:
    twice = {
        str(path.relative_to(site)): reader.twice for path, reader in pages.items() if reader.twice
    }
    assert twice == {}


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(
        '<a href="two.html#there">1</a><a href="two.html#lost">2</a><a href="three.html">3</a>'
        '<a href="#own">4</a><p id="own"></p><a href="https://example.org/">5</a>',
        encoding="utf-8",
    )
    (tmp_path / "two.html").write_text('<p id="there"></p>', encoding="utf-8")
    assert sorted(broken(tmp_path, read(tmp_path))) == [
        "one.html links to three.html#",
        "one.html links to two.html#lost",
    ]


def test_pages_are_light(site: Path) -> None:
    limits = {"map.html": 500_000, "search-index.js": 1_200_000}
    heavy = {
        name: size
        for path in sorted(site.rglob("*.html"))
        if (size := path.stat().st_size)
        > limits.get(name := path.relative_to(site).as_posix(), 200_000)
    }
    assert heavy == {}
    assert (site / "search-index.js").stat().st_size < limits["search-index.js"]
