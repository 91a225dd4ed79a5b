"""The main pages in a browser: no errors, nothing from elsewhere, fit for phones and readers."""

from __future__ import annotations

from typing import Any

import pytest
from main_pages import COLOURED, MAIN

from browsing import Visits

# Both widths and both schemes; and the two others where colours are most.
LOOKS: tuple[tuple[int, Any], ...] = ((1280, "light"), (390, "dark"))
OTHERS: tuple[tuple[int, Any], ...] = ((1280, "dark"), (390, "light"))


@pytest.mark.parametrize("path", MAIN)
def test_a_page_opens_without_an_error_or_a_foreign_request(visits: Visits, path: str) -> None:
    page = visits.open(path)
    page.wait_for_load_state("networkidle")
    assert visits.faults == []
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", MAIN)
def test_a_page_fits_a_narrow_screen(visits: Visits, path: str) -> None:
    page = visits.open(path, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", MAIN)
def test_axe_finds_no_serious_fault(visits: Visits, path: str) -> None:
    axe: Any = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not here"
    ).Axe()
    page = visits.open(path)
    serious = []
    for width, scheme in LOOKS + (OTHERS if path in COLOURED else ()):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page, options={"resultTypes": ["violations"]})
        serious += [
            f"{one['id']} at {width} in {scheme}: {node['html'][:200]}"
            for one in found.response["violations"]
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"][:5]
        ]
    assert serious == []


def test_the_content_is_the_first_stop_of_the_keyboard(visits: Visits) -> None:
    page = visits.open("states/azerbaijan.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
