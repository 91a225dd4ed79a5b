"""The data speaks in its own words, takes no side, and is written in plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.text import fold

# Names and titles are those of others, and may be as long and as partial as these made them.
OFFICIAL = {
    "documents.title",
    "meetings.aliases",
    "meetings.name",
    "meetings.theme",
    "organizations.aliases",
    "organizations.name",
    "persons.name",
    "persons.offices.title",
    "persons.spellings",
    "sources.author",
    "sources.publisher",
    "sources.title",
    "states.aliases",
    "states.local_names.name",
    "states.names.name",
}
# Names in other languages are in their scripts.
NATIVE = "states.local_names.name"
RUN = 10


class Text(NamedTuple):
    """One text of a record; `field` as in `documents.provisions.summary`."""

    record: str
    field: str
    text: str

    def __str__(self) -> str:
        return f"{self.record}: {self.field}: {self.text}"


def strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, path)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from strings(part, f"{path}.{name}")


@pytest.fixture(scope="module")
def everything(nam: Dataset) -> list[Text]:
    return [
        Text(record.id, *found)
        for name in COLLECTIONS
        for record in nam.collection(name)
        for found in strings(record.to_dict(), name)
    ]


@pytest.fixture(scope="module")
def own(everything: list[Text]) -> list[Text]:
    """What the project wrote itself: no names and titles, and no ids, codes and addresses."""
    return [one for one in everything if one.field not in OFFICIAL and " " in one.text]


# Own words


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = fold(text).split()
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def copied(texts: Iterable[Text], sources: Iterable[str]) -> list[str]:
    theirs = {run for source in sources for run in runs(source)}
    return [
        f"{one.record}: {one.field}: {' '.join(run)}"
        for one in texts
        for run in runs(one.text)
        if run in theirs
    ]


def test_no_ten_words_are_copied_from_the_five_documents(root: Path, own: list[Text]) -> None:
    folder = root.parent / "shared" / "sources"
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip("the five documents are not beside the checkout")
    assert len(files) == 5
    assert copied(own, (file.read_text("utf-8") for file in files)) == []


def test_a_copied_run_is_found() -> None:
    source = "Of the Movement's twenty-five founders, none was asked *twice* whether it agreed."
    kept = Text("a", "events.summary", "None of the founders was asked twice.")
    taken = kept._replace(text="Twenty five founders, none was asked twice whether it agreed!")
    assert copied([kept, taken], [source]) == [
        "a: events.summary: twenty five founders none was asked twice whether it agreed"
    ]


# No voice of its own

PARTISAN = re.compile(
    r"""\b(
        aggressors? | occupants? | occupiers? | invaders? | terroris(?:m|ts?) | separatis(?:m|ts?)
        | so-called | liberat(?:e[ds]?|ing|ors?) | puppets? | hero(?:es|ic|ism) | martyrs?
        | patriotic\ war | artsakh | regimes? | brutal\w* | barbar\w* | infamous | notorious\w*
        | unfortunately | fortunately | regrettably | sadly | tragic\w* | obviously | undoubtedly
        | of\ course | rightful\w* | ancestral | glorious\w* | shameful\w* | unprovoked | perfidious
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What shows that a sentence gives the words or the view of somebody else.
ATTRIBUTED = re.compile(
    r"""\b(
        according\ to | (?<!so-)called | said | spoke | termed | named | wrote | described | quoted
        | (?:call|say|speak|term|nam|describ|writ|quot|assert|argu|credit)(?:s|es|ing)
        | in\ (?:his|her|its|their|the)\ (?:own\ )?(?:view|words?|text) | the\ (?:term|word)s?
        | (?:view|words|text|wording)\ of
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def partisan(texts: Iterable[Text], quotations: frozenset[str] = frozenset()) -> list[str]:
    """Texts that use a word of one side in a sentence that attributes it to nobody."""
    return [
        f"{match[0]!r} is attributed to nobody: {one}"
        for one in texts
        if not (one.field == "assertions.statement" and one.record in quotations)
        for sentence in re.split(r"(?<=[.!?])\s", one.text)
        for match in PARTISAN.finditer(sentence)
        if not ATTRIBUTED.search(sentence)
    ]


def test_no_word_of_one_side_is_the_projects_own(nam: Dataset, own: list[Text]) -> None:
    quotations = frozenset(one.id for one in nam.assertions.where(kind="quotation"))
    assert partisan(own, quotations) == []


@pytest.mark.parametrize(
    "text",
    [
        "The aggressor withdrew.",
        "He spoke. Unfortunately nobody came.",
        "The so-called elections of March.",
        "Liberated by separatists.",
    ],
)
def test_a_word_of_one_side_is_found(text: str) -> None:
    one = Text("a", "assertions.statement", text)
    assert partisan([one])
    assert not partisan([one], frozenset({"a"}))
    assert partisan([one._replace(field="assertions.note")], frozenset({"a"}))


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry, the aggressor withdrew.",
        "He calls them terrorists.",
        "In the words of the page, a Patriotic War.",
        "National liberation movements were observers; no aggression, no use of force.",
    ],
)
def test_attributed_words_and_terms_pass(text: str) -> None:
    assert not partisan([Text("a", "events.summary", text)])


# Plain letters


def strange(text: str) -> set[str]:
    """Letters that are not Latin, marks that are not ASCII, and what cannot be seen."""
    latin = re.compile(r"[ -~À-ÖØ-öø-žƏəȘ-țḀ-ỹ]")
    return {letter for letter in text if not latin.fullmatch(letter)}


def test_letters_are_latin_and_marks_are_plain(everything: list[Text]) -> None:
    assert any(strange(one.text) for one in everything if one.field == NATIVE)
    for one in everything:
        assert unicodedata.is_normalized("NFC", one.text), one
        assert " ".join(one.text.split()) == one.text, f"blanks in {one}"
        if one.field == NATIVE:
            continue
        named = [unicodedata.name(letter, repr(letter)) for letter in strange(one.text)]
        assert not named, f"{named} in {one}"


@pytest.mark.parametrize(
    "text",
    [
        "Non-\N{CYRILLIC CAPITAL LETTER A}ligned",
        "N\N{GREEK CAPITAL LETTER ALPHA}M",
        "a\N{ZERO WIDTH SPACE}b",
        "a\N{NO-BREAK SPACE}b",
        "a\N{SOFT HYPHEN}b",
        "\N{LEFT DOUBLE QUOTATION MARK}a\N{RIGHT DOUBLE QUOTATION MARK}",
        "1961\N{EN DASH}1964",
        "a\N{MULTIPLICATION SIGN}b",
        "e\N{COMBINING ACUTE ACCENT}",
    ],
)
def test_strange_letters_are_found(text: str) -> None:
    assert strange(text)


def test_names_keep_their_letters() -> None:
    assert not strange("Pérez, İlham Əliyev, Milošević, Đukanović, Shūshā, Ștefan, Việt Nam")
