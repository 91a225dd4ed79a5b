"""The map in a browser: what it shows for a day is what the library answers."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from main_pages import MAP

from browsing import Visits
from nam_azerbaijan import Dataset

if TYPE_CHECKING:
    from playwright.sync_api import Page

YEARS = range(1961, 2026)


def told(page: Page) -> dict[str, int]:
    """The counts of the legend."""
    script = "all => all.map(one => [one.dataset.count, Number(one.textContent)])"
    return dict(page.locator("[data-count]").evaluate_all(script))


def listed(page: Page, group: str) -> list[str]:
    """The ids of a list, in its order."""
    lines = page.locator(f"[data-group={group}] li")
    return list(lines.evaluate_all("all => all.map(one => one.dataset.party)"))


def coloured(page: Page) -> dict[str, set[str]]:
    """The classes of the shapes and dots of each state on the map."""
    script = "all => all.map(one => [one.dataset.party, one.getAttribute('class')])"
    found: dict[str, set[str]] = {}
    for party, classes in page.locator(".world a").evaluate_all(script):
        found.setdefault(party, set()).add(classes)
    return found


def expect_day(page: Page, nam: Dataset, day: dt.date) -> None:
    """The legend, the line above the map and its colours say what the library does."""
    members = [one.id for one in nam.members(on=day)]
    observers = [one.id for one in nam.observers(on=day)]
    counts = told(page)
    assert (counts["member"], counts["observer"]) == (len(members), len(observers)), day
    assert page.locator("#shown").get_attribute("datetime") == day.isoformat()
    assert f"{len(members)} members, {len(observers)} observer states" in page.inner_text("#counts")
    chair = nam.chair(on=day)
    assert counts["chair"] == (chair is not None)
    shown = {party: one for party, (one,) in coloured(page).items()}  # Shape and dot agree.
    for kind, parties in (("member", members), ("observer", observers)):
        on_map = {party for party, one in shown.items() if one.split()[0] == kind}
        assert on_map == set(parties) & set(shown), day
    assert {party for party, one in shown.items() if one.endswith("chair")} == (
        {chair.state} & set(shown) if chair else set()
    )


def test_the_slider_shows_the_counts_of_every_year(visits: Visits, nam: Dataset) -> None:
    page = visits.open(MAP)
    slider = page.locator("#year")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == (
        str(YEARS[0]), str(nam.as_of.year)
    )  # fmt: skip
    for year in random.sample(YEARS, len(YEARS)):
        slider.fill(str(year))
        day = min(dt.date(year, 12, 31), nam.as_of)
        counts = told(page)
        assert counts["member"] == len(nam.members(on=day)), day
        assert counts["observer"] == len(nam.observers(on=day)), day
    assert visits.faults == []


def test_ten_years_drawn_at_random_are_coloured_as_the_library_has_them(
    visits: Visits, nam: Dataset
) -> None:
    page = visits.open(MAP)
    for year in random.sample(YEARS, 10):
        page.locator("#year").fill(str(year))
        expect_day(page, nam, min(dt.date(year, 12, 31), nam.as_of))


def test_the_day_field_shows_days_at_which_something_changes(visits: Visits, nam: Dataset) -> None:
    page = visits.open(MAP)
    turns = {spell.start.latest for spell in nam.memberships.where(body="nam")}
    days = random.sample(sorted(turns), 10)
    days += [day - dt.timedelta(1) for day in days]
    for day in days:
        page.locator("#day").fill(day.isoformat())
        expect_day(page, nam, day)
        assert listed(page, "member") == [one.id for one in nam.members(on=day)]
        assert page.locator("#year").input_value() == str(day.year)
        assert page.url.endswith(f"#{day}")


def test_the_address_names_a_day_or_a_year(visits: Visits, nam: Dataset) -> None:
    for asked, day in {
        "#1989-09-04": dt.date(1989, 9, 4),
        "#1975": dt.date(1975, 12, 31),
        "#content": nam.as_of,
        "#1989-02-30": nam.as_of,
        "#2999-01-01": nam.as_of,
    }.items():
        expect_day(visits.open(f"{MAP}{asked}"), nam, day)
    page = visits.open(f"{MAP}#1970-01-01")
    page.evaluate("location.hash = '#1999-12-31'")
    page.wait_for_function("document.getElementById('shown').dateTime === '1999-12-31'")
    expect_day(page, nam, dt.date(1999, 12, 31))
    assert visits.faults == []


def test_the_buttons_go_from_change_to_change(visits: Visits, nam: Dataset) -> None:
    page = visits.open(f"{MAP}#2011-05-24")
    expect_day(page, nam, dt.date(2011, 5, 24))
    page.get_by_role("button", name="Later change").click()
    assert page.locator("#day").input_value() == "2011-05-25"
    expect_day(page, nam, dt.date(2011, 5, 25))
    page.locator("#earlier").click()
    assert dt.date.fromisoformat(page.locator("#day").input_value()) < dt.date(2011, 5, 25)


def test_a_day_outside_the_data_is_told_and_taken_back(visits: Visits, nam: Dataset) -> None:
    page = visits.open(f"{MAP}#1970-01-01")
    for day in ("1950-01-01", "2030-01-01"):
        page.locator("#day").fill(day)
        told_so = page.inner_text("#no-day")
        assert told_so.startswith(f"No map of 1 January {day[:4]}: ")
        assert told_so.endswith("Shown is 1 January 1970.")
        expect_day(page, nam, dt.date(1970, 1, 1))
        page.locator("#later").focus()
        assert page.locator("#day").input_value() == "1970-01-01"
    page.locator("#day").fill("1970-01-02")
    assert page.inner_text("#no-day") == ""


def test_the_legend_counts_all_that_are_no_longer_members(visits: Visits, nam: Dataset) -> None:
    counts = told(visits.open(MAP))
    members = nam.memberships.where(body="nam", standing="held", status="member")
    present = {one.id for one in nam.members()}
    assert counts["former"] + counts["past"] + counts["guest"] + counts["observer"] >= len(
        {one.party for one in members} - present
    )
    assert (counts["former"], counts["past"]) == (1, 8)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_part_of_the_map_can_be_shown_by_the_keyboard(visits: Visits, width: int) -> None:
    page = visits.open(MAP, width=width)
    shape = page.locator("#shape-azerbaijan")
    dot = page.locator("#dot-lebanon")

    def size(of: Any) -> float:
        return float(of.evaluate("one => one.getBoundingClientRect().width"))

    small, round_before = size(shape), size(dot)
    page.get_by_role("button", name="South Caucasus").focus()
    page.keyboard.press("Enter")
    assert size(shape) > 7 * small
    assert size(shape) > 44
    assert size(dot) == pytest.approx(round_before, rel=0.02)
    assert page.locator("#parts [aria-pressed=true]").inner_text() == "South Caucasus and around"
    page.get_by_role("button", name="World").focus()
    page.keyboard.press("Enter")
    assert size(shape) == pytest.approx(small)
    assert visits.faults == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_legend_stands_above_the_map(visits: Visits, width: int) -> None:
    page = visits.open(MAP, width=width)
    legend, world = page.locator(".legend").bounding_box(), page.locator(".world").bounding_box()
    assert legend
    assert world
    assert legend["y"] + legend["height"] <= world["y"]


@pytest.mark.parametrize("state", ["brazil", "mongolia", "australia"])
def test_the_label_stands_beside_the_pointer(visits: Visits, state: str) -> None:
    page = visits.open(MAP)
    page.locator(".world").scroll_into_view_if_needed()
    box = page.locator(f"#shape-{state}").bounding_box()
    frame = page.locator(".world").bounding_box()
    assert box
    assert frame
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    label = page.locator("#pointed").bounding_box()
    assert label
    across = max(label["x"] - x, x - label["x"] - label["width"])
    down = max(label["y"] - y, y - label["y"] - label["height"])
    assert 0 < max(across, down) < 20
    assert frame["x"] <= label["x"]
    assert label["x"] + label["width"] <= frame["x"] + frame["width"] + 1


@pytest.mark.parametrize("javascript", [True, False])
def test_the_last_day_is_in_the_page_itself(visits: Visits, nam: Dataset, javascript: Any) -> None:
    page = visits.open(MAP, java_script_enabled=javascript)
    expect_day(page, nam, nam.as_of)
    assert listed(page, "member") == [one.id for one in nam.members()]
    assert listed(page, "observer") == [one.id for one in nam.observers()]
    assert listed(page, "organization-observer") == [one.id for one in nam.observer_organizations()]
    assert page.locator("#choose").is_visible() is javascript
    assert page.locator("#parts").is_visible() is javascript
    assert visits.faults == []


def test_states_of_the_past_stand_beside_the_map(visits: Visits, nam: Dataset) -> None:
    page = visits.open(f"{MAP}#1989-12-31")
    line = page.locator("#beside [data-party=yugoslavia]")
    assert "member, since 1 September 1961, in the chair" in line.inner_text()
    assert (
        page.locator("#beside [data-party=plo]")
        .inner_text()
        .endswith("ended, member until 15 November 1988, succeeded by Palestine")
    )
    assert Counter(coloured(page)).keys().isdisjoint({"yugoslavia", "plo", "north-yemen"})


def test_what_the_pointer_or_the_focus_is_on_is_named(visits: Visits) -> None:
    page = visits.open(f"{MAP}#1980-01-01")
    page.locator(".world #shape-burkina-faso").hover()
    said = page.locator("#pointed").inner_text()
    assert said == "Burkina Faso (then Upper Volta) member, since 5 September 1973"
    page.mouse.move(0, 0)  # What scrolls under the pointer counts as pointed at.
    page.locator("[data-group=observer] [data-party=brazil] a").focus()
    assert page.locator("#pointed").inner_text().startswith("Brazil observer, since")
    page.locator("[data-group=observer] [data-party=brazil] a").click()
    assert page.url.endswith("/states/brazil.html")


def test_the_keyboard_reaches_and_moves_the_slider(visits: Visits, nam: Dataset) -> None:
    page = visits.open(MAP)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "year":
            break
    assert page.evaluate("document.activeElement.id") == "year"
    for key, year in {
        "ArrowLeft": nam.as_of.year - 1,
        "Home": YEARS[0],
        "ArrowRight": 1962,
    }.items():
        page.keyboard.press(key)
        expect_day(page, nam, dt.date(year, 12, 31))
    assert page.locator("#year").get_attribute("aria-valuetext") == "31 December 1962"
