"""The search in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from main_pages import MAP, SEARCH

from browsing import Visits

if TYPE_CHECKING:
    from playwright.sync_api import Page


def results(page: Page) -> list[str]:
    """Where the results lead, best first."""
    page.wait_for_selector("#results a")
    links = page.locator("#results a").all()
    return [str(one.get_attribute("href")) for one in links]


# What is asked, what is to be found, and among how many of the first.
WANTED = {
    "Azerbaijan": ("states/azerbaijan.html", 1),
    "azerbaijann": ("states/azerbaijan.html", 3),
    "Азербайджан": ("states/azerbaijan.html", 1),
    "Azərbaycan": ("states/azerbaijan.html", 1),
    "AZE": ("states/azerbaijan.html", 3),
    "Ceylon": ("states/sri-lanka.html", 3),
    "Belgrade": ("meetings/summit-belgrade-1961.html", 1),
    "paragraph 391": (
        "documents/final-document-tehran-2012.html#391",
        3,
    ),
    "who chaired in 1980": ("states/cuba.html#chair-cuba-1979", 1),
    "who chaired in 2020": ("states/azerbaijan.html#chair-azerbaijan-2019", 1),
    "when did Azerbaijan join": ("states/azerbaijan.html#azerbaijan-nam-member", 1),
    "Baku": ("meetings/summit-baku-2019.html", 3),
    "Strakes 2015": ("sources/strakes-2015.html", 3),
}


@pytest.mark.parametrize("asked", WANTED)
def test_what_is_asked_is_found(visits: Visits, asked: str) -> None:
    wanted, among = WANTED[asked]
    found = results(visits.open(f"{SEARCH}?q={quote(asked)}"))
    first = [one.partition("#")[0] if "#" not in wanted else one for one in found[:among]]
    assert wanted in first
    assert visits.faults == []


def test_typing_finds_and_the_address_keeps_the_question(visits: Visits) -> None:
    page = visits.open(SEARCH)
    page.keyboard.type("Belgr")  # The field has the focus.
    assert any("belgrade" in one for one in results(page))
    page.wait_for_url("**/find.html?q=Belgr")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "find.html" not in url)
    assert visits.faults == []


def test_results_can_be_narrowed_to_a_kind(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q=Azerbaijan")
    page.locator("#kinds button", has_text="meeting").first.click()
    assert {one.inner_text() for one in page.locator("#results .kind").all()} == {"meeting"}


def test_nothing_found_is_said(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q=qqqqzzzzxx")
    assert page.locator("#results li").count() == 0
    assert page.inner_text("#told") == "Nothing was found for “qqqqzzzzxx”."


def test_markup_in_a_question_is_text(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q={quote('<img src=x onerror=alert(1)> Azerbaijan')}")
    assert results(page)
    assert page.locator("main img").count() == 0
    assert visits.faults == []


def test_every_page_asks_the_search(visits: Visits) -> None:
    page = visits.open(MAP)
    field = page.locator("header input[name=q]")
    field.fill("Belgrade")
    field.press("Enter")
    page.wait_for_url("**/find.html?q=Belgrade")
    assert results(page)


def test_a_page_that_was_opened_as_a_file_searches_too(visits: Visits, site: Path) -> None:
    page = visits.open(SEARCH)
    page.goto((site / SEARCH).as_uri() + "?q=Azerbaijan")
    assert results(page)[0] == "states/azerbaijan.html"
