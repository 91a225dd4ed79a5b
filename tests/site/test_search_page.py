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


SUMMIT_17 = "meetings/summit-margarita-2016.html"
START = "disputes/dispute-azerbaijan-nam-member-start.html"
VISIT = "events/un-mission-nagorno-karabakh-2023.html"
# What is asked, what is to be found, and among how many of the first.
WANTED = {
    "Azerbaijan": ("states/azerbaijan.html", 1),
    "azerbaijann": ("states/azerbaijan.html", 1),
    "Азербайджан": ("states/azerbaijan.html", 1),
    "Azərbaycan": ("states/azerbaijan.html", 1),
    "AZE": ("states/azerbaijan.html", 1),
    "Ceylon": ("states/sri-lanka.html", 1),
    "Belgrade": ("meetings/summit-belgrade-1961.html", 1),
    "paragraph 391": ("documents/final-document-tehran-2012.html#391", 1),
    "who chaired in 1980": ("states/cuba.html#chair-cuba-1979", 1),
    "who chaired in 2020": ("states/azerbaijan.html#chair-azerbaijan-2019", 1),
    "who is chair now": ("states/uganda.html#chair-uganda-2024", 1),
    "when did Azerbaijan join": ("states/azerbaijan.html#azerbaijan-nam-member", 1),
    "azerbaijan joined": ("states/azerbaijan.html#azerbaijan-nam-member", 1),
    "what Azerbaijan did at Cartagena 1995": (
        "meetings/summit-cartagena-1995.html#azerbaijan-at-summit-cartagena-1995",
        1,
    ),
    "26 may 2011": (START, 8),
    "Baku": ("meetings/summit-baku-2019.html", 1),
    "Baku summit": ("meetings/summit-baku-2019.html", 1),
    "17 summit": (SUMMIT_17, 1),
    "17th summit": (SUMMIT_17, 1),
    "seventeenth summit": (SUMMIT_17, 1),
    "XVII summit": (SUMMIT_17, 1),
    "Strakes 2015": ("sources/strakes-2015.html", 1),
    "NAM": ("organizations/nam.html", 1),
    "A/RES/62/243": ("documents/a-res-62-243.html", 1),
    "Alieyv": ("persons/ilham-aliyev.html", 1),
    "nagornokarabakh": ("events/armenia-azerbaijan-fighting-2020.html", 1),
    "second karabakh war": ("events/armenia-azerbaijan-fighting-2020.html", 1),
    "Xankendi": (VISIT, 2),
    "Xankəndi": (VISIT, 2),
    "Stepanakert": (VISIT, 2),
    "Khankendi": (VISIT, 2),
    "palestine status": ("states/palestine.html", 1),
    "how many members": ("map.html", 1),
    "Armenia objection": (
        "meetings/bureau-sharm-el-sheikh-2012.html#armenia-at-bureau-sharm-el-sheikh-2012",
        4,
    ),
    "licence": ("licence.html", 1),
    "license": ("licence.html", 1),
}


@pytest.mark.parametrize("asked", WANTED)
def test_what_is_asked_is_found(visits: Visits, asked: str) -> None:
    wanted, among = WANTED[asked]
    found = results(visits.open(f"{SEARCH}?q={quote(asked)}"))
    first = [one.partition("#")[0] if "#" not in wanted else one for one in found[:among]]
    assert wanted in first
    assert visits.faults == []


def test_what_was_missed_is_found_among_meetings(visits: Visits) -> None:
    found = results(visits.open(f"{SEARCH}?q=missed"))
    assert all("-at-" in one.partition("#")[2] for one in found[:10])


@pytest.mark.parametrize("asked", ["Western Sahara", "paragraph 12"])
def test_answers_to_some_of_the_words_are_told_as_such(visits: Visits, asked: str) -> None:
    page = visits.open(f"{SEARCH}?q={quote(asked)}")
    assert results(page)
    assert page.inner_text("#told").startswith("Nothing has all of these words. ")


def test_words_that_are_near_are_told_as_such(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q=Alieyv")
    assert page.inner_text("#told").startswith("Nothing is spelled so. ")
    page.locator("#query").fill("Aliyev")
    page.wait_for_function("document.getElementById('told').textContent.match(/^\\d+ found/)")


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


@pytest.mark.parametrize("asked", ["qqqqzzzzxx", "Crimea", "Hadrut"])
def test_nothing_found_is_said_with_what_to_try(visits: Visits, asked: str) -> None:
    page = visits.open(f"{SEARCH}?q={asked}")
    assert page.locator("#results li").count() == 0
    assert page.inner_text("#told") == f"Nothing was found for “{asked}”."
    assert "Try fewer words" in page.inner_text("#tips")
    page.locator("#query").fill("Belgrade")
    assert results(page)
    assert not page.locator("#tips").is_visible()


def test_the_question_goes_on_to_the_guide(visits: Visits) -> None:
    page = visits.open(f"{SEARCH}?q=pandas+%26+polars")
    page.locator("#guide a").click()
    page.wait_for_url("**/search.html?q=pandas%20%26%20polars")


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
