"""Each publisher has one name, and what repeats Wikipedia says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from urllib.parse import urlsplit

import pytest

from nam_azerbaijan import Dataset, Source
from nam_azerbaijan.text import fold

# Sites that write their name with its ending.
SITES = {
    "1News.Az",
    "About.com African History",
    "Caliber.Az",
    "China.org.cn",
    "Epress.am",
    "Life.az",
    "Metbuat.az",
    "Neqativ.com",
    "News.Az",
    "Oneclick.az",
    "PanARMENIAN.Net",
    "Sanctionslists.org",
    "Suara.com",
    "Today.Az",
    "Turkmenistan.Ru",
    "Zaxid.net",
    "commonspace.eu",
}
HOST = re.compile(r"\w\.[a-z]{2,}", re.IGNORECASE)
NOBODY = {"n a", "none", "null", "unknown"}
ARTICLES = {"a", "al", "an", "das", "der", "die", "el", "il", "la", "le", "les"}
ENDINGS = {"am", "az", "cn", "com", "eu", "info", "net", "org", "ru"}
# Shorter names differ by a letter and yet are those of others: APA and ANI.
LONG = 8


def bare(name: str) -> str:
    """`name` without articles, spaces and the ending of a host."""
    words = [word for word in fold(name).split() if word not in ARTICLES] or fold(name).split()
    if len(words) > 1 and words[-1] in ENDINGS:
        words.pop()
    return "".join(words)


def near(one: str, other: str) -> bool:
    """Whether a letter more, less or other makes one of the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if len({*pair}) > 1), None
    )
    if at is None:
        return True
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def twins(names: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of names that seem to be those of one publisher."""
    keys = {name: bare(name) for name in sorted(names)}
    return [
        (one, other)
        for one, other in combinations(keys, 2)
        if keys[one] == keys[other]
        or (min(len(keys[one]), len(keys[other])) >= LONG and near(keys[one], keys[other]))
    ]


@pytest.fixture(scope="module")
def publishers(nam: Dataset) -> set[str]:
    return {source.publisher for source in nam.sources if source.publisher}


def test_no_publisher_has_two_names(publishers: set[str]) -> None:
    assert twins(publishers) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Jakarta Post", "Jakarta Post"),
        ("El País", "Pais"),
        ("Azertag", "AZERTAG"),
        ("Trend", "Trend.az"),
        ("News.Az", "News Az"),
        ("VietnamPlus", "Viet Nam Plus"),
        ("Encyclopaedia Britannica", "Encyclopedia Britannica"),
        ("Jamestown Foundation", "Jamestoun Foundation"),
    ],
)
def test_two_names_of_one_publisher_are_found(one: str, other: str) -> None:
    assert twins([one, other])


@pytest.mark.parametrize(
    ("one", "other"), [("APA", "ANI"), ("Ministry of Chile", "Ministry of China"), ("TASS", "Time")]
)
def test_names_of_two_publishers_are_none(one: str, other: str) -> None:
    assert twins([one, other]) == []


def test_no_publisher_is_a_host(publishers: set[str]) -> None:
    assert {name for name in publishers if HOST.search(name)} == SITES


def test_no_publisher_is_nobody(publishers: set[str]) -> None:
    assert not {name for name in publishers if fold(name) in NOBODY}


# Copies of Wikipedia


def of_wikipedia(source: Source) -> bool:
    host = urlsplit(source.url).netloc
    return host.endswith("wikipedia.org") or "wikipedia.org" in urlsplit(source.url).path


def test_whose_articles_are_those_of_wikipedia(nam: Dataset) -> None:
    wrong = [
        source.id
        for source in nam.sources
        if (source.publisher == "Wikipedia") != of_wikipedia(source) and not source.cited_through
    ]
    assert wrong == []


def test_a_copy_of_an_article_has_its_publisher(nam: Dataset) -> None:
    said = re.compile(r"\b(copy|state|mirror|translation) of (the|an?) (Wikipedia )?article\b")
    assert [
        source.id
        for source in nam.sources
        if said.search(f"{source.stance} {source.note}") and source.publisher != "Wikipedia"
    ] == []


def test_an_article_is_one_source(nam: Dataset) -> None:
    """But for older states of it, which say in the title that they are such."""
    found: dict[str, list[str]] = defaultdict(list)
    for source in nam.sources:
        if of_wikipedia(source) and "(older state)" not in source.title:
            found[source.url.replace(".m.wikipedia", ".wikipedia")].append(source.id)
    assert {url: ids for url, ids in found.items() if len(ids) > 1} == {}
