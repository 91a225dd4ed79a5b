"""The data speaks in its own words, takes no side, and is written in plain letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from nam_azerbaijan import Assertion, Dataset, Document, Source
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.documents import DocumentKind, KnownThrough
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
# Words up to this length tell nothing of who is named.
SHORT = 4


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


def field_of(nam: Dataset, record: Any, field: str) -> str:
    """Where a text stands; that of a claim where it would stand if the claim were right."""
    if field == "claims.value" and (home := nam.home.get(record.record)):
        steps = (step for step in record.path.split("/") if not step.isdigit())
        return ".".join((home, *steps))
    return field


@pytest.fixture(scope="module")
def everything(nam: Dataset) -> list[Text]:
    return [
        Text(record.id, field_of(nam, record, field), text)
        for name in COLLECTIONS
        for record in nam.collection(name)
        for field, text in strings(record.to_dict(), name)
    ]


@pytest.fixture(scope="module")
def own(nam: Dataset, everything: list[Text]) -> list[Text]:
    """What the project wrote itself: no names and titles, and no ids, codes and addresses.

    A title in parentheses is a description, and so the project's own; a title that is claimed is
    not.
    """
    titles = {one.id for one in nam.claims if one.path in ("name", "theme", "title")}
    return [
        one
        for one in everything
        if (" " in one.text or one.field == "events.place")
        and not (one.field == "claims.value" and one.record in titles)
        and (one.field not in OFFICIAL | {NATIVE} or one.text.startswith("("))
    ]


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


def test_no_ten_words_are_copied_from_the_five_documents(
    root: Path, own: list[Text], nam: Dataset
) -> None:
    folder = root.parent / "shared" / "sources"
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip("the five documents are not beside the checkout")
    assert len(files) == 5
    # The note of a paper begins with the title of the volume that it stands in, and the value of a
    # claim on a title is a title.
    titles = {claim.id for claim in nam.claims if claim.path == "title"}
    written = [
        one
        for one in own
        if not (one.field == "sources.note" and one.text.startswith("In "))
        and not (one.field == "claims.value" and one.record in titles)
    ]
    assert copied(written, (file.read_text("utf-8") for file in files)) == []


def test_a_copied_run_is_found() -> None:
    source = "Of the Movement's twenty-five founders, none was asked *twice* whether it agreed."
    kept = Text("a", "events.summary", "None of the founders was asked twice.")
    taken = kept._replace(text="Twenty five founders, none was asked twice whether it agreed!")
    assert copied([kept, taken], [source]) == [
        "a: events.summary: twenty five founders none was asked twice whether it agreed"
    ]


# No voice of its own

# Words of one side, which the project takes into quotation marks, whoever says them.
ONE_SIDED = re.compile(
    r"""\b(
        aggressors? | occupants? | occupiers? | invaders? | separatis(?:m|ts?)
        | so-called | liberat(?:e[ds]?|ing|ors?) | puppets? | hero(?:es|ic|ism) | martyrs?
        | patriotic\ war | artsakh | regimes? | brutal\w* | barbar\w* | infamous | notorious\w*
        | unfortunately | fortunately | regrettably | sadly | tragic\w* | obviously | undoubtedly
        | of\ course | rightful\w* | ancestral | glorious\w* | shameful\w* | unprovoked | perfidious
        | ethnic\ cleansing | genocid\w* | vandal\w* | provocations?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that are terms as well: a sentence that has one says whose it is, or quotes it.
CONTESTED = re.compile(
    r"\b(terroris(?:m|ts?)|occup(?:y|ied|ying|ation)|aggression|seizure)\b", re.IGNORECASE
)
ATTRIBUTED = re.compile(
    r"""\b(
        according\ to | called | said | spoke | termed | named | wrote | described | quoted
        | (?:call|say|speak|term|nam|describ|writ|quot|assert|argu|credit|report)(?:s|es|ing)
        | in\ (?:his|her|its|their|the)\ (?:own\ )?(?:view|words?|text) | the\ (?:term|word)s?
        | (?:view|words|text|wording)\ of
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Here the document itself, or the source that is cited, is the one who speaks.
SPOKEN_FOR = re.compile(r"documents\.provisions\.summary|principles\..*|.*\.says")


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return re.sub(r'"[^"]*"', '""', text)


def partisan(texts: Iterable[Text]) -> list[str]:
    """Texts that use a word of one side unquoted, or a contested one as the project's own."""
    found = []
    for one in texts:
        for sentence in re.split(r"(?<=[.!?])\s", unquoted(one.text)):
            found += [f"{match[0]!r}: {one}" for match in ONE_SIDED.finditer(sentence)]
            if not (SPOKEN_FOR.fullmatch(one.field) or ATTRIBUTED.search(sentence)):
                found += [f"{match[0]!r}: {one}" for match in CONTESTED.finditer(sentence)]
    return found


def test_no_word_of_one_side_is_the_projects_own(own: list[Text]) -> None:
    assert partisan(own) == []


@pytest.mark.parametrize(
    "text",
    [
        "The aggressor withdrew.",
        "According to the ministry, the aggressor withdrew.",
        'The ministry speaks of "elections" by separatists.',
        "He spoke. Unfortunately nobody came.",
        "The so-called elections of March.",
        "Liberated by a regime.",
        "The occupation lasted.",
        "He calls it so. The occupation lasted.",
    ],
)
def test_a_word_of_one_side_is_found(text: str) -> None:
    assert partisan([Text("a", "assertions.statement", text)])


@pytest.mark.parametrize(
    "text",
    [
        'According to the ministry, the "aggressor" withdrew.',
        'In the words of the page, a "Patriotic War".',
        "According to the ministry, the occupation lasted.",
        "National liberation movements were observers; no use of force.",
    ],
)
def test_quoted_words_and_terms_pass(text: str) -> None:
    assert not partisan([Text("a", "events.summary", text)])


def test_a_document_may_speak_of_occupation() -> None:
    text = "Demands the withdrawal of occupying forces."
    assert not partisan([Text("a", "documents.provisions.summary", text)])
    assert partisan([Text("a", "documents.note", text)])


# Both sides alike

# Words of one side in the mouth of whoever is quoted: they stand in quotation marks even where it
# is said who speaks, and whether the one says so of the other or the other of the one.
OF_A_SIDE = re.compile(
    r"""\b(
        (?<!non-)aggress(?:ion|ive|ors?) | blockad(?:e[ds]?|ing) | siege | besieged | capitulat\w+
        | ethnic(?:ally)?\ cleans\w+ | deport\w+ | pogroms? | massacres? | atrocit\w+
        | annex(?:ed|ation) | war\ crimes? | anti-terror\w* | de-?occup\w+ | reunif\w+ | invaders?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Resolutions speak of occupied territories and occupying forces; who occupies, a side says.
OCCUPIER = re.compile(
    r"""
        \boccup\w*\b [^.;"]* \bby\ (?:the\ )? (?:armed\ forces\ of\ )? (?:Armenia|Azerbaijan)
        | \b(?:Armenian|Azerbaijani)\ occup\w*
        | \b(?:Armenian|Azerbaijani)\ (?:armed\ )?(?:troops|forces)\ (?:keep|kept|hold|held)
          [^.;]* \boccup\w*
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Each states: no verb judges what the one says, or the other.
CHARGES = re.compile(
    r"\b(?:Armenia|Azerbaijan)\b[^.;]*\b(?:accus|blam|alleg|claim|insist|admit)\w*\s"
    r"[^.;]*\b(?:Armenia|Azerbaijan)\b"
)
# The principles of the Movement speak of aggression as law does.
AS_LAW = re.compile(r"principles\..*")


def one_sided(texts: Iterable[Text]) -> list[str]:
    """Texts in which a word of either side stands without quotation marks."""
    return [
        f"{match[0]!r}: {one}"
        for one in texts
        if not AS_LAW.fullmatch(one.field)
        for pattern in (OF_A_SIDE, OCCUPIER, CHARGES)
        for match in pattern.finditer(unquoted(one.text))
    ]


def test_words_of_either_side_are_quoted(own: list[Text]) -> None:
    assert one_sided(own) == []


@pytest.mark.parametrize("one", ["Armenia", "Azerbaijan"])
@pytest.mark.parametrize(
    "text",
    [
        "{one}: an aggression of the other",
        "{one} calls it aggression.",
        "{one} speaks of a blockade of the road.",
        "{one} speaks of ethnic cleansing and deportation.",
        "{one} states that its land is under occupation by {other}.",
        "{other} accuses {one} of the beginning.",
    ],
)
def test_a_word_of_either_side_is_found(one: str, text: str) -> None:
    other = {"Armenia": "Azerbaijan", "Azerbaijan": "Armenia"}[one]
    said = text.format(one=one, other=other)
    for field in ("events.sources.says", "documents.provisions.summary", "assertions.statement"):
        assert one_sided([Text("a", field, said)])


@pytest.mark.parametrize(
    "text",
    [
        'Armenia: an "aggression" of Azerbaijan',
        'Azerbaijan: an "aggression" of Armenia',
        "Demands the withdrawal of all Armenian forces from all the occupied territories.",
        "Speaks of local Armenian forces in the preamble and of occupying forces.",
        'States that a fifth of its territory is under "occupation" by Armenia.',
    ],
)
def test_quoted_words_of_either_side_pass(text: str) -> None:
    assert not one_sided([Text("a", "documents.provisions.summary", text)])


CONFLICT = "armenia-azerbaijan-conflict"
TOLD_BY = re.compile(r"(?:According to|As) \w")


def untold(documents: Iterable[Document]) -> list[str]:
    """Paragraphs of the Movement on the conflict, read nowhere whole, that do not say who reports.

    Those of states and of the United Nations were read, or name the state that speaks.
    """
    return [
        f"{document.id}: {provision.summary}"
        for document in documents
        if document.kind in MOVEMENT
        for provision in document.provisions
        if provision.topic == CONFLICT
        and provision.known_through is not KnownThrough.TEXT
        and not TOLD_BY.match(provision.summary)
    ]


MOVEMENT = {
    DocumentKind.COMMUNIQUE,
    DocumentKind.DECLARATION,
    DocumentKind.FINAL_DOCUMENT,
    DocumentKind.SPECIAL_DECLARATION,
}


def test_paragraphs_known_through_a_party_say_so(nam: Dataset) -> None:
    assert untold(nam.documents) == []


def test_a_paragraph_without_its_reporter_is_found(nam: Dataset) -> None:
    document = nam.documents["final-document-caracas-2019"]
    (told,) = document.provisions
    bare = attrs.evolve(told, summary=told.summary.partition(": ")[2])
    assert untold([attrs.evolve(document, provisions=(bare,))])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khankendi", "Stepanakert"), ("Shusha", "Shushi"), ("Karabakh", "Artsakh")],
)
def test_a_place_is_found_by_the_name_of_either_side(nam: Dataset, one: str, other: str) -> None:
    found = {hit.id for hit in nam.search(one)}
    assert found
    assert found == {hit.id for hit in nam.search(other)}


# Who speaks

# What pages and data sets without an author are called.
CALLED = {
    "armenianclub-2012-05-11": "Abdullayev",
    "azerbaijan-nam-page": "Azerbaijani government page",
    "azerbaijan-nam-page-older": "Azerbaijani government page",
    "civilnet-2020-10-20": "CivilNet",
    "cow-igo-v3-igo-years": "Correlates of War",
    "mfa-am-2012-05-10": "Nalbandian",
    "mfa-am-margarita-2016": "Hovakimian",
    "mfa-az-2019-10-30": "foreign ministry of Azerbaijan",
    "mfa-az-coe-2019-10-23": "Elmar Mammadyarov",
    "news-az-2020-10-23": "News.Az",
    "nkr-mfa-2019-10-29": "MFA of the Republic of Artsakh",
    "scribd-belgrade-declaration-1961": "declaration of the Belgrade conference",
    "tass-2020-11-06": "TASS",
    "thediplomaticinsight-2022-07-28": "Diplomatic Insight",
    "ukremb-1999-10-18": "embassy of Ukraine",
    "ungd-arm-2014": "Armenia",
    "ungd-arm-2019": "Armenia",
    "ungd-aze-1994": "Heydar Aliyev",
    "ungd-aze-2014": "Azerbaijan",
    "upi-ministerial-nicosia-1988": "United Press International",
    "wikipedia-simple-president-azerbaijan": "Simple English Wikipedia",
}


def speakers(nam: Dataset, source: Source) -> list[str]:
    """What a statement may call who speaks: the family name, or the whole one if two share it."""
    if not source.author:
        return [CALLED.get(source.id) or source.publisher or source.title]
    names = []
    for author in re.split(r",| and ", source.author):
        family = author.split()[-1]
        shared = sum(family in person.name.split() for person in nam.persons) > 1
        names.append(author.strip() if shared else family)
    return names


def telling(nam: Dataset, attributed_to: str) -> set[str]:
    """Words of which one tells who is quoted: the family name of a person, or any long word."""
    name = re.split(r"[,(]", attributed_to)[0].strip()
    if any(person.name == name for person in nam.persons):
        return {fold(name.split()[-1])}
    return {word for word in fold(attributed_to).split() if len(word) > SHORT}


def unspoken(nam: Dataset, assertions: Iterable[Assertion]) -> list[str]:
    """Statements that do not name who makes them, or whom the source quotes."""
    found = []
    for one in assertions:
        named = speakers(nam, nam.sources[one.sources[0].source])
        if not any(name in one.statement for name in named):
            found.append(f"{one.id} names none of {named}: {one.statement}")
        words = set(fold(one.statement).split())
        if one.attributed_to and not telling(nam, one.attributed_to) & words:
            found.append(f"{one.id} does not name {one.attributed_to}: {one.statement}")
    return found


def test_every_statement_names_its_speaker(nam: Dataset) -> None:
    assert unspoken(nam, nam.assertions) == []


@pytest.mark.parametrize(
    ("key", "statement"),
    [
        ("fuller-jafarov-blow", "To be a member is a blow."),
        ("fuller-jafarov-blow", "Fuller quotes an expert: to be a member is a blow."),
        ("fuller-jafarov-blow", "Uzeir Jafarov calls it a blow."),
        ("mammadov-2020-tribune", "Mammadov calls the Movement a platform."),
        ("azerbaijan-nam-page-members-120", "The page counts 120 members."),
    ],
)
def test_a_statement_without_its_speaker_is_found(nam: Dataset, key: str, statement: str) -> None:
    assert unspoken(nam, [attrs.evolve(nam.assertions[key], statement=statement)])


JUDGING = re.compile(
    r"""\b(
        close\ to | near\ to | supports? | critical | independent | view | takes | sides? | biased
        | propaganda | left-wing | right-wing | opposition | exile | loyal | hostile | reliable
        | pro-\w+ | anti-\w+
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def judged(texts: Iterable[Text]) -> list[str]:
    """What is said of who stands behind a source beyond owner and office."""
    return [str(one) for one in texts if one.field == "sources.stance" and JUDGING.search(one.text)]


def test_of_a_source_owner_and_office_are_said(everything: list[Text]) -> None:
    assert judged(everything) == []


def test_a_judgement_on_a_source_is_found() -> None:
    for text in ("Newspaper close to the government", "Independent agency", "A left-wing daily"):
        assert judged([Text("a", "sources.stance", text)])
    assert not judged([Text("a", "sources.stance", "State news agency of Cuba")])


# Names

# Forms that stand in names, titles and quotations only, and what the project writes.
FOREIGN = {
    re.compile(r"\bTurkey\b"): "Türkiye",
    re.compile(r"(?<!Nagorno-)\bKarabakh\b|\b(?:Garabagh|Qarabag|Artsakh)\b"): "Nagorno-Karabakh",
    re.compile(r"\b(?:Shushi|Khankendi|Stepanakert)\b"): "the name of the source, quoted",
    re.compile(r"\bKiev\b"): "Kyiv",
}
# Resolutions of 1993 write "Nagorny Karabakh", which summaries of paragraphs and votes follow.
AS_THERE = re.compile(r"documents\.provisions\.summary|votes\.title|.*\.says|.*\.locator")


def misnamed(texts: Iterable[Text]) -> list[str]:
    """Texts that use another form of a name than that of the codebook."""
    return [
        f"{match[0]!r} for {name}: {one}"
        for one in texts
        if not AS_THERE.fullmatch(one.field)
        for pattern, name in FOREIGN.items()
        for match in pattern.finditer(unquoted(one.text))
    ]


def test_names_are_those_of_the_codebook(own: list[Text], root: Path) -> None:
    assert misnamed(own) == []
    codebook = (root / "data" / "README.md").read_text("utf-8")
    assert "Türkiye" in codebook
    assert "Nagorno-Karabakh" in codebook


def test_other_forms_of_names_are_found() -> None:
    for text in ("Turkey and Iran", "the Karabakh issue", "Nagorny Karabakh", "held in Shushi"):
        assert misnamed([Text("a", "events.summary", text)])
    for text in ('Türkiye (in his text "Turkey")', "the Nagorno-Karabakh conflict"):
        assert not misnamed([Text("a", "events.summary", text)])


def undescribed(documents: Iterable[Document]) -> list[str]:
    """Documents whose title is in parentheses, but not said to be a description, or the reverse."""
    return [
        one.id
        for one in documents
        if one.title.startswith("(") != ("title is a description" in one.note)
    ]


def test_titles_in_parentheses_are_descriptions(nam: Dataset) -> None:
    assert undescribed(nam.documents) == []


def test_a_title_that_is_none_is_found(nam: Dataset) -> None:
    document = nam.documents["communique-2020-04-04"]
    assert undescribed([attrs.evolve(document, title=document.title.strip("()"))])
    assert undescribed([attrs.evolve(document, note="The text was not seen.")])


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
