"""Collections in a notebook."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.tables.html import MOST_LETTERS, MOST_ROWS, html_table
from nam_azerbaijan.tables.rows import Heading, Table

HEADINGS = tuple(map(Heading, ("id", "text", "empty", "locator")))


def table(count: int, text: str = "text") -> Table:
    rows = tuple(
        {"id": f"r{n}", "text": text, "empty": "", "locator": "p. 1"} for n in range(count)
    )
    return Table(HEADINGS, rows, ("id",))


class Balance(HTMLParser):
    """Asserts that each tag is closed in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_is_small_and_says_how_many(nam: Dataset, name: str) -> None:
    collection = nam.collection(name)
    text = collection._repr_html_()
    assert len(text.encode()) < 60_000
    assert text.endswith(f"<p>{len(collection)} records</p>")
    balance = Balance()
    balance.feed(text)
    assert balance.open == []


@pytest.mark.parametrize("count", [0, 1, MOST_ROWS, MOST_ROWS + 1, 1197])
def test_of_many_rows_the_first_and_the_last_are_shown(count: int) -> None:
    text = html_table(table(count))
    shown = re.findall(r"<td>r(\d+)</td>", text)
    half = MOST_ROWS // 2
    every = [*range(count)]
    expected = every if count <= MOST_ROWS else every[:half] + every[-half:]
    assert list(map(int, shown)) == expected
    assert ("..." in text) == (count > MOST_ROWS)
    assert f"<p>{count} records</p>" in text


def test_empty_columns_and_what_is_about_the_record_are_left_out() -> None:
    assert re.findall(r"<th>(\w+)</th>", html_table(table(3))) == ["id", "text"]


def test_long_values_are_cut_and_all_are_escaped() -> None:
    assert f"<td>{'a' * MOST_LETTERS}</td>" in html_table(table(1, "a" * MOST_LETTERS))
    longer = html_table(table(1, "a" * (MOST_LETTERS + 1)))
    assert f"<td>{'a' * (MOST_LETTERS - 3)}...</td>" in longer
    assert "<td>&lt;b&gt; &amp; &quot;</td>" in html_table(table(1, '<b> & "'))
