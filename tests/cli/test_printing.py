"""Tables and pages on terminals of any width."""

from __future__ import annotations

import contextlib
import io
import os
import re
import unicodedata
from collections.abc import Iterator
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import as_json, run

from nam_azerbaijan.cli.printing import (
    LEAST,
    WIDEST,
    print_grid,
    print_labelled,
    print_table,
    width,
)
from nam_azerbaijan.tables.rows import Heading, Table

WIDTHS = (40, 60, 80, 100, 120)
LABEL = 26  # A label and what stands around it.


def cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


@contextlib.contextmanager
def columns(number: int) -> Iterator[None]:
    with mock.patch.dict(os.environ, COLUMNS=str(number)):
        yield


words = st.text(st.sampled_from("abc-é中"), min_size=1, max_size=30)
texts = st.lists(words, max_size=6).map(" ".join)
heads = st.sampled_from(["id", "began at", "territorial integrity"])
grids = st.integers(1, 4).flatmap(
    lambda n: st.tuples(
        st.lists(heads, min_size=n, max_size=n),
        st.lists(st.lists(texts, min_size=n, max_size=n), max_size=4),
    )
)


def printed(number: int, *grid: object) -> list[str]:
    out = io.StringIO()
    with columns(number), contextlib.redirect_stdout(out):
        print_grid(*grid)  # type: ignore[arg-type]
    return out.getvalue().splitlines()


@given(grid=grids, number=st.sampled_from(WIDTHS))
def test_a_grid_breaks_no_word_and_is_as_narrow_as_its_words_allow(
    grid: tuple[list[str], list[list[str]]], number: int
) -> None:
    head, rows = grid
    lines = printed(number, head, rows)
    assert sorted(" ".join(lines).split()) == sorted(
        " ".join([*head, *(cell for row in rows for cell in row)]).split()
    )
    natural = [max(map(cells, column)) for column in zip(head, *rows, strict=True)]
    least = [
        max(cells(head[n]), *(cells(word) for row in rows for word in row[n].split()), 0)
        for n in range(len(head))
    ]
    narrowest = [min(wide, max(LEAST, word)) for wide, word in zip(natural, least, strict=True)]
    gaps = 2 * (len(head) - 1)
    assert max(map(cells, lines)) <= max(number, sum(narrowest) + gaps)


@pytest.mark.parametrize("number", WIDTHS)
@pytest.mark.parametrize(
    "argv", ["list meetings", "members", "documents", "list claims", "chair --all", "troika"]
)
def test_tables_break_no_id(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: str, number: int
) -> None:
    rows = as_json(capsys, *argv.split())
    monkeypatch.setenv("COLUMNS", str(number))
    _, out, _ = run(capsys, *argv.split())
    head = out.splitlines()[0].split()
    columns_of_ids = [name for name in ("id", "source", "record") if name in head]
    assert columns_of_ids
    for name in columns_of_ids:
        assert {row[name] for row in rows} <= set(out.split())


@pytest.mark.parametrize("number", [*WIDTHS, 400])
@pytest.mark.parametrize(
    "argv",
    [
        "show azerbaijan-nam-member", "show summit-baku-2019", "show final-document-tehran-2012",
        "search baku 2019", "source strakes-2015", "show ilham-aliyev", "brief india",
    ],
)  # fmt: skip
def test_pages_are_wider_only_by_a_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: str, number: int
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    whole = set(run(capsys, *argv.split())[1].split())
    monkeypatch.setenv("COLUMNS", str(number))
    status, out, _ = run(capsys, *argv.split())
    assert status == 0
    assert set(out.split()) == whole  # No word is broken, at a hyphen or elsewhere.
    for line in out.splitlines():
        if cells(line) > min(number, WIDEST):
            lead = re.match(r"\s*(\d+\. )?", line)
            assert lead is not None
            # One word after what stands before the text.
            longest = max(map(len, line.split()))
            assert max(lead.end(), LABEL) + longest > number, line


def test_the_width_is_that_of_the_terminal_within_bounds() -> None:
    for number, expected in ((1, 40), (40, 40), (77, 77), (120, 120), (400, WIDEST)):
        with columns(number):
            assert width() == expected


def test_a_terminal_gets_headings_in_bold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\033[1mStatus\033[0m" in run(capsys)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in run(capsys)[1]


def test_a_long_label_stands_above_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_labelled("short", "text")
    print_labelled("a label of very many letters", "text")
    print_labelled("empty", "")
    assert capsys.readouterr().out.splitlines() == [
        f"  {'short':22}  text",
        "  a label of very many letters",
        f"{'':26}text",
        "  empty",
    ]


HEADINGS = (Heading("id"), Heading("number", int), Heading("parts", object, many=True))


def test_an_empty_table(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(HEADINGS, (), ("id",))
    said = []
    for form in ("csv", "json", "table"):
        print_table(table, form)
        said.append(capsys.readouterr().out)
    assert said == ["id,number,parts\n", "[]\n", ""]


def test_values_with_parts_are_json_in_csv(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"id": "é", "number": None, "parts": [{"a": 1}]}
    table = Table(HEADINGS, (row,), ("id", "parts"))
    print_table(table, "csv")
    assert capsys.readouterr().out == 'id,number,parts\né,,"[{""a"": 1}]"\n'
    print_table(table, "table")
    assert capsys.readouterr().out == "id  parts\né   a: 1\n"
