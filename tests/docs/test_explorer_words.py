"""Words, dates and text as the explorer writes them."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nam_azerbaijan
from nam_azerbaijan import Bound, Dataset, KnownThrough, PartialDate, Ruling
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.testing import datasets, partial_dates

from factory import MANIFEST, SMALL, script, write

pytest.importorskip("jinja2", reason="the explorer is written by jinja2, which is not here")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
from explorer import build, words  # noqa: E402

LINKS = script(ROOT / "tests" / "site" / "test_links.py")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2011-05-25", "25 May 2011"),
        ("1994-05", "May 1994"),
        ("1994", "1994"),
        ("1994-05-31..1994-06-03", "between 31 May and 3 June 1994"),
        ("1973-09-05..1973-09-09", "between 5 and 9 September 1973"),
        ("1991-12-08..1992-01-03", "between 8 December 1991 and 3 January 1992"),
        ("1992-03..1997", "between March 1992 and 1997"),
        ("1992-03..1992-05", "between March and May 1992"),
        ("1992..1997", "between 1992 and 1997"),
    ],
)
def test_dates_read_in_words(written: str, said: str) -> None:
    assert words.date_words(PartialDate(written)) == said


def test_bounds_read_in_words() -> None:
    assert [words.date_words(one) for one in Bound] == ["open", "not known"]


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_in_words_names_all_of_it(day: dt.date) -> None:
    number, month, year = words.date_words(PartialDate(day.isoformat())).split()
    assert (int(number), int(year)) == (day.day, day.year)
    assert words.MONTHS.index(month) + 1 == day.month


@given(partial_dates(), partial_dates())
def test_different_dates_read_differently(one: PartialDate, two: PartialDate) -> None:
    same = words.date_words(one) == words.date_words(two)
    assert same <= (one == two)


@pytest.mark.parametrize(
    ("slug", "text", "said"),
    [
        ("votes-on-62-243", "The votes on A/RES/62/243 of 2008", "votes on 62/243"),
        ("war-of-nagorno-karabakh", "the war of Nagorno-Karabakh", "war of Nagorno-Karabakh"),
        ("mid-term-conference", "a mid-term conference", "mid-term conference"),
        ("first-summit", "the first summit", "first summit"),
    ],
)
def test_a_slug_is_spelled_as_a_text_has_it(slug: str, text: str, said: str) -> None:
    assert words.spelled(slug, text) == said


@given(partial_dates(), partial_dates())
def test_dates_in_a_text_read_in_words(one: PartialDate, two: PartialDate) -> None:
    text = words.in_words(f"member from {one.text} until {two.text}")
    start, end = (
        f"{'' if words.dated(date) else 'a day '}{words.date_words(date)}" for date in (one, two)
    )
    assert text == f"member from {start} until {end}"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("existence/0/start", "existence, start"),
        ("provisions/382 (p. 106)/summary", "paragraph 382 (p. 106), summary"),
        ("provisions/391", "paragraph 391"),
        ("provisions/preamble, 1, 3/names_forces", "preamble, 1, 3, names forces"),
        ("standing", "whether it came true"),
    ],
)
def test_paths_read_in_words(path: str, said: str) -> None:
    assert words.path_words(path) == said


def test_every_verdict_and_way_of_knowing_has_words() -> None:
    assert set(words.VERDICTS) == set(words.RULED) == set(Ruling)
    assert all(map(words.known_words, KnownThrough))
    assert [bool(words.unseen_words(one)) for one in KnownThrough] == [
        one is not KnownThrough.TEXT for one in KnownThrough
    ]


@given(st.text())
def test_an_anchor_is_a_slug(text: str) -> None:
    made = words.anchor(text)
    assert made == words.anchor(made)
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in made)


def built(nam: Dataset, folder: Path) -> dict[str, bytes]:
    build(nam, folder)
    return files(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@settings(deadline=None, max_examples=3, suppress_health_check=list(HealthCheck))
@given(nam=datasets())
def test_any_sound_data_set_has_an_explorer_without_a_broken_link(
    nam: Dataset, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    built(nam, folder)
    assert LINKS.broken(folder, LINKS.read(folder)) == []


def test_the_pages_are_the_same_each_time(tmp_path: Path) -> None:
    """Run as a command, under other seeds of hashes."""
    rows = {name: SMALL.get(name, []) for name in COLLECTIONS}
    data = write(tmp_path / "data", rows, MANIFEST)
    made = []
    for seed in "12":
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, str(ROOT / "docs" / "explorer"), str(out), str(data)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
        made.append(files(out))
    assert made[0] == made[1]


def test_text_is_escaped(tmp_path: Path) -> None:
    mark = "<script>alert('x')</script> & \"y\""
    rows: Any = {name: [dict(row) for row in SMALL.get(name, [])] for name in COLLECTIONS}
    for held in rows.values():
        for row in held:
            row["note"] = f"{row.get('note', '')} {mark}".strip()
    rows["sources"][0]["title"] = mark
    nam = nam_azerbaijan.load(write(tmp_path / "data", rows, MANIFEST))
    for path, text in built(nam, tmp_path / "out").items():
        if path.endswith(".html"):
            assert b"<script>alert" not in text, path
    shown = (tmp_path / "out" / "states" / "arcadia.html").read_text("utf-8")
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;y&#34;" in shown
