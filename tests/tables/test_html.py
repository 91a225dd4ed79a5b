"""Collections as tables in a notebook: short, and honest about what they leave out."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.tables.html import MOST_ROWS

from factory import dataset, row, small


class Cells(HTMLParser):
    """Counts rows and checks that every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.rows += tag == "tr"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_table_is_small_and_whole(nam: Dataset, name: str) -> None:
    held = nam.collection(name)
    html = held._repr_html_()
    cells = Cells()
    cells.feed(html)
    assert cells.open == []
    assert len(html) < 60_000
    assert cells.rows <= MOST_ROWS + 2  # The heading, and a row for what is left out.
    assert cells.rows >= min(len(held), MOST_ROWS) + 1
    assert str(len(held)) in html or len(held) <= MOST_ROWS


def test_what_is_written_in_data_is_no_markup() -> None:
    rows = small()
    row(rows, "ada")["name"] = "<b>Ada & Bo</b>"
    html = dataset(rows).persons._repr_html_()
    assert "&lt;b&gt;Ada &amp; Bo&lt;/b&gt;" in html
    assert "<b>" not in html
