"""Spellings of names, and above all that none is ever read as a wrong state."""

from __future__ import annotations

import html
import re
from itertools import combinations

import pycountry
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nam_azerbaijan import AmbiguousStateError, Dataset, State, UnknownStateError, load
from nam_azerbaijan.lookup.spelling import Spellings
from nam_azerbaijan.text import fold

# Made-up states, so that each rule is seen alone.
NAMES = {
    "Arcadia": "arcadia",
    "Republic of Arcadia": "arcadia",
    "Old Arcadia": "arcadia",
    "People's Republic of Borduria": "borduria",
    "Kingdom of Borduria": "carpania",
    "Northern Carpania": "carpania",
    "Doria": "doria",
    "Dorian Republic": "dorian",
    "Saint Elm and the Fosters": "elm",
    "Côte d'Ash": "ash",
    "UGO": "ugo",
    "Democratic Republic of Ugo": "ugo",
    "Hollow Isles": "hollow",
    "Ilian State": "ilia",
    "Ilia": "ilia",
    "Marble Islands": "marble",
    "Marbella Coast": "marbella",
}
OWNERS = {fold(name): frozenset({owner}) for name, owner in NAMES.items()}


def owners(text: str) -> list[set[str]] | None:
    """The states that each part of a text may mean."""
    read = Spellings(OWNERS).read(text)
    if read is None:
        return None
    return [{owner for name in names for owner in OWNERS[name]} for names in read.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arcadia, Republic of", ["arcadia"]),
        ("Rep. of Arcadia", ["arcadia"]),
        ("The Arcadia Republic", ["arcadia"]),
        ("Arcadia, Old (Republic)", ["arcadia"]),
        ("Commonwealth of Arcadia", ["arcadia"]),
        ("Peoples Rep. Borduria", ["borduria"]),
        ("P.R. Borduria", ["borduria"]),
        ("Borduria, PR", ["borduria"]),
        ("Borduria, Kingdom", ["carpania"]),
        ("People's Borduria", ["borduria"]),
        ("N. Carpania", ["carpania"]),
        ("Carpania, N", ["carpania"]),
        ("St. Elm and Fost.", ["elm"]),
        ("Elm/Saint Fosters", ["elm"]),
        ("Cote DAsh", ["ash"]),
        ("Ash, Cote", ["ash"]),
        ("C&ocirc;te d&#39;Ash", ["ash"]),
        ("U.G.O.", ["ugo"]),
        ("DR Ugo", ["ugo"]),
        ("D.R. of Ugo", ["ugo"]),
        ("Republic of Ugo", ["ugo"]),
        ("Hollow Isle", ["hollow"]),
        ("Republic of Ilian", ["ilia"]),
        ("Arcadia (country)", ["arcadia"]),
        ("Arcadia (el)", ["arcadia"]),
        ("Arcadia (l')", ["arcadia"]),
        ("Arcadia (Republic of) (the)", ["arcadia"]),
        ("Arcadia: Mainland", ["arcadia"]),
        ("Former Arcadia", ["arcadia"]),
        ("Arcadia (former)", ["arcadia"]),
        ("Arcadia excluding Borduria", ["arcadia"]),
        ("Arcadia (excl. Doria)", ["arcadia"]),
        ("Ilia (Ilian)", ["ilia", "ilia"]),
        ("Arcadia (Old Arcadia)", ["arcadia", "arcadia"]),
        ("Arcadia/Doria", ["arcadia", "doria"]),
        ("Arcadia, formerly Old Arcadia", ["arcadia", "arcadia"]),
        ("Arcadia [former UGO]", ["arcadia", "ugo"]),
        ("Arcadia \u2013 Doria", ["arcadia", "doria"]),
    ],
)
def test_rules(text: str, expected: list[str]) -> None:
    assert fold(text) not in OWNERS
    assert owners(text) == [{owner} for owner in expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "()",
        "Republic",
        "Democratic Republic",
        "Borduria",  # The one or the other.
        "Sultanate of Borduria",
        "Kingdom of Arcadia",  # No name of it has the word.
        "Islamic State of Arcadia",
        "Democratic Republic of Arcadia",
        "South Carpania",
        "Arcadia (Atlantis)",
        "Atlantis/Arcadia",
        "Arcadia: Atlantis",
        "Arcadia and Atlantis",
        "Arcadia, Atlantis",
        "Arcadia, Arcadia and Old",
        "Ilian",
        "Hollow Isless",
        "Arcad.",
        "Mar. Islands",
        "Elm Fost.",
        "Marbella C.",
        "Northern Carp",
        "Arcadia excl",
        "(excluding Arcadia)",
        "2012",
        "Arcadia (country)" + " " * 200,
        "Arcadia (2012) (2013)",
    ],
)
def test_what_no_rule_reads(text: str) -> None:
    read = owners(text)
    assert read is None or read == [{"borduria", "carpania"}]


def test_what_may_mean_two_is_both() -> None:
    assert owners("Doria Republic") == [{"doria", "dorian"}]
    assert owners("Republic of Doria") == [{"doria", "dorian"}]


def test_a_year_is_kept() -> None:
    read = Spellings(OWNERS).read("Arcadia (2012)")
    assert read is not None
    assert read.year == "2012"
    assert read.parts == (frozenset({"arcadia"}),)


# The rules on the packaged data


def english(nam: Dataset) -> list[tuple[str, str]]:
    """Each name and alias in English of each state."""
    return [
        (state.id, name)
        for state in nam.states
        for name in (*(dated.name for dated in state.names), *state.aliases)
    ]


def meant(nam: Dataset, text: str) -> set[str]:
    """The states that a text means: one, several if it asks, or none."""
    try:
        return {nam.state(text).id}
    except AmbiguousStateError as error:
        return {nam.state(re.sub(r" \(.*", "", one)).id for one in error.candidates}
    except UnknownStateError:
        return set()


# Names that are made of parts by themselves.
PARTED = re.compile("[(/:]| - ")

SHORTER = {
    "Republic": "Rep.",
    "Democratic": "Dem.",
    "Federal": "Fed.",
    "People's": "Peoples",
    "Islands": "Is.",
    "Saint": "St.",
    "North": "N.",
    "South": "S.",
    "Islamic": "Isl.",
    "Socialist": "Soc.",
    "and": "&",
}


def shortened(name: str) -> str:
    return " ".join(SHORTER.get(word, word) for word in name.split())


def inverted(name: str) -> str:
    before, of, after = name.partition(" of ")
    return f"{after.removeprefix('the ')}, {before} of" if of else name


def everything(name: str) -> str:
    return inverted(shortened(name)).upper()


@pytest.mark.parametrize(
    "spell",
    [
        shortened,
        inverted,
        str.upper,
        html.escape,
        lambda name: name.replace("'", "\u2019"),
        lambda name: name.replace("'", ""),
        lambda name: f"{name} (country)",
        lambda name: f"{name} (the)",
        everything,
    ],
    ids=["short", "inverted", "upper", "html", "quote", "no-quote", "remark", "article", "all"],
)
def test_a_name_spelt_otherwise_means_its_state(nam: Dataset, spell: object) -> None:
    assert callable(spell)
    for id_, name in english(nam):
        if PARTED.search(name) and spell in (inverted, everything):
            continue
        found = meant(nam, spell(name))
        assert id_ in found or found == meant(nam, name), (name, spell(name), found)
        assert found <= meant(nam, name), (name, spell(name), found)


def test_two_names_of_one_state_mean_it(nam: Dataset) -> None:
    for state in nam.states:
        names = [name for id_, name in english(nam) if id_ == state.id and not PARTED.search(name)]
        for one, two in combinations(names, 2):
            for text in (f"{one} ({two})", f"{two}/{one}"):
                assert state.id in meant(nam, text), text


@given(st.data())
def test_names_of_two_states_are_never_one_of_others(data: st.DataObject) -> None:
    nam = load()
    (one, first), (two, second) = (data.draw(st.sampled_from(english(nam))) for _ in range(2))
    assume(not PARTED.search(first) and not PARTED.search(second))  # Such names have parts too.
    text = data.draw(st.sampled_from(["{} ({})", "{}/{}", "{}: {}", "{} - {}"]))
    found = meant(nam, text.format(first, second))
    fits = {fit.state for name in (first, second) for fit in nam._names.states._fits(name)}
    assert found <= fits | {one, two}
    if len(found) == 1 and one != two:  # They share a number, or a name that both have decides.
        shared = meant(nam, first) & meant(nam, second)
        numbers = [{code.value for code in nam.state(id_).codes} for id_ in (one, two)]
        assert found == shared or numbers[0] & numbers[1]


@given(st.data())
def test_a_name_cut_short_never_means_another(data: st.DataObject) -> None:
    nam = load()
    _, name = data.draw(st.sampled_from(english(nam)))
    words = name.split()
    number = data.draw(st.integers(0, len(words) - 1))
    words[number] = words[number][: data.draw(st.integers(1, 6))] + "."
    text = " ".join(words)
    found = meant(nam, text)
    if len(found) == 1 and not found & meant(nam, name):
        # A shorter name that another has, as "Guinea B. Bissau" has not.
        other = nam.state(found.pop())
        cut = fold(text).split()
        assert any(
            len(fold(one).split()) == len(cut)
            for one in (other.name, *other.aliases, *(dated.name for dated in other.names))
        ), text


def names_of_no_state(nam: Dataset) -> set[str]:
    """Dependencies and parts of states, as ISO 3166 has them, less what is also a state's name."""
    states = {state.iso3c for state in nam.states}
    known = {fold(name) for _, name in english(nam)}
    found = {
        name
        for country in pycountry.countries
        if country.alpha_3 not in states
        for name in (country.name, getattr(country, "official_name", country.name))
    }
    found.update(part.name for part in pycountry.subdivisions)
    local = {fold(name.name) for state in nam.states for name in state.local_names}
    return {
        name
        for name in found
        if fold(name) not in known | local and not (name.isascii() and len(name) <= 3)
    }


def test_dependencies_and_parts_mean_no_state(nam: Dataset) -> None:
    names = names_of_no_state(nam)
    assert len(names) > 4000
    # By the fits, which need no suggestions of near names for each.
    wrong = {name: fits for name in names if (fits := nam._names.states._fits(name))}
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        *("Northern Ireland", "N. Ireland", "Ireland, N.", "Ireland (Northern)", "Scotland"),
        *("Hong Kong", "China, Hong Kong SAR", "China: Hong Kong SAR", "Hong Kong (China)"),
        *("Puerto Rico", "Commonwealth of Puerto Rico", "Puerto Rico (US)", "US Virgin Is."),
        *("American Samoa", "Samoa (American)", "Samoa, American", "A. Samoa", "E. Samoa"),
        *("French Guiana", "Fr. Guiana", "Netherlands Antilles", "Netherlands (Antilles)"),
        *("Papal States", "Baden", "Prussia", "Austria-Hungary", "Two Sicilies", "Bavaria"),
        *("Kingdom of Korea", "Korea (before the division)", "German Empire", "Ottoman Empire"),
        *("Azerbaijan Democratic Republic", "Azerbaijan SSR", "South Azerbaijan"),
        *("East Azerbaijan", "Democratic Republic of Armenia", "Democratic Republic of Georgia"),
        *("State of Georgia", "Georgia (US state)", "Kingdom of Montenegro", "Kingdom of Serbia"),
        *("Socialist Republic of Croatia", "People's Republic of Macedonia", "Slovak State"),
        *("Slovak Socialist Republic", "Independent State of Croatia", "Kingdom of Dahomey"),
        *("Kingdom of Congo", "Mali Federation", "Ghana Empire", "Islamic State of Iraq"),
        *("Turkish Republic of Northern Cyprus", "N. Cyprus", "Cyprus (North)", "Somaliland"),
        *("Republic of Somaliland", "Sahrawi Arab Democratic Republic", "W. Sahara", "Abkhazia"),
        *("Nagorno-Karabakh Republic", "Republic of Artsakh", "Biafra", "Republic of Biafra"),
        *("Mar. Is.", "Cay. Is.", "N. Mariana Is.", "Virgin Islands", "Virgin Island", "Réunion"),
        *("France (Réunion)", "Denmark/Greenland", "Netherlands, Aruba", "China (Tibet)"),
        *("Inner Mongolia", "New Mexico", "New Guinea", "New Jersey", "West Papua", "Papua"),
        *("Sudan and South Sudan", "Belgium and Luxembourg", "Germany and Austria"),
        *("West Indies Federation", "Federation of Rhodesia and Nyasaland", "Northern Rhodesia"),
        *("United Arab States", "Arab Federation", "Republika Srpska", "East Pakistan"),
        *("Germany, Dem. Rep.", "Cyprus (Greek)", "Macedonia (region)", "Niger River"),
        *("United Provinces of Central America", "Orange Free State", "Gran Colombia"),
        *("Republic", "Kingdom", "Union", "United Republic", "Islamic State", "N.", "South"),
        *("Aus.", "Nig.", "Guin.", "Dom. Rep.", "Somali", "Sweden except Stockholm"),
        *("Asia excluding China", "(country)", "(2012)", "2012", "A/B", "/", "()"),
    ],
)
def test_what_is_no_state_means_none(nam: Dataset, text: str) -> None:
    with pytest.raises(UnknownStateError):
        nam.state(text)


# One text, which the day can decide; two names beside one another ask on any day.
ONE_OF_THAT_DAY: dict[tuple[str, str | None], str] = {
    ("Republic of Yugoslavia", "1960"): "yugoslavia",
    ("Republic of Yugoslavia", "1995"): "serbia",
    ("Dominica Republic", "1960"): "dominican-republic",
}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Korea", "north-korea south-korea"),
        ("Dominica Republic", "dominica dominican-republic"),
        ("Sudan/South Sudan", "sudan south-sudan"),
        ("Guinea/Guinea-Bissau", "guinea guinea-bissau"),
        ("Niger/Nigeria", "niger nigeria"),
        ("Germany (DDR)", "germany german-democratic-republic"),
        ("Yemen (South Yemen)", "yemen south-yemen"),
        ("Tanzania: Zanzibar", "tanzania zanzibar"),
        ("Republic of Yugoslavia", "serbia yugoslavia"),
        ("Israel (Palestine)", "israel palestine"),
        ("France/Algeria", "algeria france"),
    ],
)
@pytest.mark.parametrize("on", [None, "1960", "1995"])
def test_what_may_mean_two_states_asks(
    nam: Dataset, text: str, states: str, on: str | None
) -> None:
    if (text, on) in ONE_OF_THAT_DAY:
        assert nam.state(text, on=on).id == ONE_OF_THAT_DAY[text, on]
        return
    with pytest.raises(AmbiguousStateError) as caught:
        nam.state(text, on=on)
    names = {nam.states[id_].name for id_ in states.split()}
    assert len(caught.value.candidates) >= 2
    assert set(caught.value.candidates) <= names


@pytest.mark.parametrize(
    ("text", "on", "state"),
    [
        ("Yemen (North Yemen)", "1970", "north-yemen"),
        ("Yemen (North Yemen)", "1995", "yemen"),
        ("Serbia (Yugoslavia)", "1985", "yugoslavia"),
        ("Serbia (Yugoslavia)", "1996", "serbia"),
        ("Yugoslavia (Serbia)", "1985", "yugoslavia"),
        ("Yugoslavia (1996)", None, "serbia"),
        ("Yemen (1970)", None, "north-yemen"),
        ("Korea (DPRK)", None, "north-korea"),
        ("Korea (ROK)", "1990", "south-korea"),
    ],
)
def test_parts_are_read_by_the_day(nam: Dataset, text: str, on: str | None, state: str) -> None:
    assert nam.state(text, on=on).id == state


def test_organizations_are_no_states(nam: Dataset) -> None:
    for body in nam.organizations:
        for name in (body.name, *body.aliases):
            assert not meant(nam, name), name


@given(st.text(max_size=60))
def test_any_text_means_known_names_or_nothing(text: str) -> None:
    read = Spellings(OWNERS).read(text)
    if read is not None:
        assert read.parts
        assert all(names and names <= OWNERS.keys() for names in read.parts)


def test_a_state_itself_is_taken(nam: Dataset) -> None:
    state = nam.states["azerbaijan"]
    assert isinstance(state, State)
    assert nam.state(state) is state
