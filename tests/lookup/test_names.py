"""Names and codes, held against the packages that others use."""

from __future__ import annotations

import datetime as dt
import sys
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pycountry
import pytest
from countrycode import countrycode
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import (
    AmbiguousStateError,
    Bound,
    Dataset,
    DatedCode,
    DatedName,
    PartialDate,
    State,
    UnknownStateError,
    load,
)
from nam_azerbaijan.records import SYSTEMS
from nam_azerbaijan.text import fold

from factory import dataset, row, small

# The Gleditsch-Ward list gives 816 to Viet Nam and 817 to the Republic of Viet-Nam, to 1975.
EXCEPTIONS = {("viet-nam", "gwn")}
# Letters that the standard leaves to its users, of which Kosovo's are in common use.
ASSIGNED_BY_USERS = {"XK", "XKX"}


def present(nam: Dataset) -> Iterator[State]:
    for state in nam.states:
        if state.existence and state.existence[-1].end is Bound.OPEN:
            yield state


def test_present_iso_codes_are_those_of_pycountry(nam: Dataset) -> None:
    checked = 0
    for state in present(nam):
        known = pycountry.countries.get(alpha_3=state.iso3c) if state.iso3c else None
        if known is not None:
            assert (state.iso2c, state.iso3n) == (known.alpha_2, known.numeric), state.id
            checked += 1
    assert checked >= 195


def test_former_iso_codes_are_those_of_pycountry(nam: Dataset) -> None:
    former = {country.alpha_3: country for country in pycountry.historic_countries}
    checked = 0
    for state in nam.states:
        if (
            state.iso3c
            and pycountry.countries.get(alpha_3=state.iso3c) is None
            and state.id != "kosovo"
        ):
            assert state.iso3c in former or state.iso3c in ASSIGNED_BY_USERS, state.id
            checked += 1
    assert checked >= 4


def test_every_present_state_has_codes(nam: Dataset) -> None:
    without = {
        state.id for state in present(nam) if not (state.iso2c and state.iso3c and state.iso3n)
    }
    assert without <= {"kosovo"}


@pytest.mark.parametrize("system", ["cown", "gwn"])
def test_numbers_are_those_of_countrycode(nam: Dataset, system: str) -> None:
    checked = 0
    for state in present(nam):
        if state.iso3c and (state.id, system) not in EXCEPTIONS:
            theirs = countrycode(state.iso3c, origin="iso3c", destination=system)
            if theirs is not None and state.code(system) is not None:
                ours = {code.value for code in state.codes if code.system == system}
                assert str(int(theirs)) in ours, (state.id, theirs)
                checked += 1
    assert checked >= 170


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_present_code_finds_its_state(nam: Dataset, system: str) -> None:
    for state in nam.states:
        value = state.code(system)
        exists = state.existence and str(state.existence[-1].end) == "open"
        if value and exists:
            assert nam.state(value, code=system) is state
            assert nam.state(value.lower(), code=system) is state


def test_every_present_name_and_id_finds_its_state(nam: Dataset) -> None:
    for state in nam.states:
        assert nam.state(state.id) is state
        if state.existence and str(state.existence[-1].end) == "open":
            assert nam.state(state.name) is state
            assert nam.state(state.name.upper()) is state


def test_every_name_finds_its_state_or_says_which(nam: Dataset) -> None:
    for state in nam.states:
        for name in (*(dated.name for dated in state.names), *state.aliases):
            try:
                found = nam.state(name)
            except AmbiguousStateError as error:
                assert state.name in error.candidates
            else:
                if found is not state:  # A present name goes before a former one.
                    assert fold(name) in {fold(found.name), fold(found.id)}, (state.id, name)


@given(st.text(max_size=12))
def test_any_text_finds_a_state_or_an_error_of_ours(text: str) -> None:
    try:
        load().state(text)
    except (UnknownStateError, AmbiguousStateError) as error:
        assert repr(text) in str(error)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fold_of_any_character_is_idempotent_and_has_words_or_nothing() -> None:
    for number in range(sys.maxunicode + 1):
        # Letters without case or parts, such as those of Chinese, stay as they are.
        if unicodedata.category(chr(number)) in ("Lo", "Cn", "Co") and number > 0x3400:
            continue
        folded = fold(chr(number))
        assert fold(folded) == folded, hex(number)
        assert not folded or any(map(str.isalnum, folded)), hex(number)
        assert "  " not in fold(f"a{chr(number)}b"), hex(number)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  The Côte  d'Ivoire ", "cote d ivoire"),
        ("St. Kitts & Nevis", "saint kitts and nevis"),
        ("Azərbaycan", "azerbaycan"),
        ("Türkiye\u00ad", "turkiye"),
        ("\u202b\u0623\u0630\u202c", "\u0627\u0630"),
        ("ИНДИЙ", "индии"),
        ("\N{MATHEMATICAL BOLD CAPITAL A}b", "ab"),
        ("\uff21\uff3a\uff25 \uff06 \uff22", "aze and b"),
        ("STRASSE Straße", "strasse strasse"),
        ("भारत", "भारत"),
        ("刚果\uff08布\uff09", "刚果 布"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["", " ", "..", "-", "?", "()", "\u0301", "\u093f", "\u200b", "…"])
def test_text_without_letters_means_nothing(nam: Dataset, text: str) -> None:
    assert fold(text) == ""
    for ask in (
        nam.state,
        nam.status,
        nam.spell,
        nam.spells,
        nam.timeline,
        lambda key: nam.find_meetings(host=key),
        lambda key: nam.find_meetings(attended_by=key),
        lambda key: nam.state(key, on="1990"),
        lambda key: nam.state(key, code="iso3c"),
    ):
        with pytest.raises(UnknownStateError):
            ask(text)


# Numbers

FORMS_OF_373 = [
    *(373, 373.0, "373", " 373 ", "0373", "373.0", "373.00", Fraction(373), Decimal("373.0")),
]
KINDS_OF_NUMPY = ["int16", "uint64", "float32", "float64", "str_", "array"]


@pytest.mark.parametrize("number", FORMS_OF_373, ids=repr)
def test_a_number_is_read_in_any_form_in_every_call(nam: Dataset, number: Any) -> None:
    check_every_call(nam, number)


@pytest.mark.parametrize("kind", KINDS_OF_NUMPY)
def test_numbers_of_numpy_are_read_in_every_call(nam: Dataset, kind: str) -> None:
    check_every_call(nam, getattr(pytest.importorskip("numpy"), kind)(373))


def check_every_call(nam: Dataset, number: Any) -> None:
    azerbaijan = nam.states["azerbaijan"]
    for system in ("cown", "gwn"):
        assert nam.state(number, code=system) is azerbaijan
        assert nam.state(number, code=system, on="2012") is azerbaijan
    assert nam.state(number) is azerbaijan
    assert nam.state(number, on="2012") is azerbaijan
    assert nam.status(number, on="2012") is nam.status("AZE", on="2012")
    assert nam.spell(number, on="2012") == nam.spell("AZE", on="2012")
    assert nam.spells(number) == nam.spells("AZE")
    assert nam.timeline(number) == nam.timeline("AZE")
    assert nam.find_meetings(host=number) == nam.find_meetings(host="AZE")
    assert nam.find_meetings(attended_by=number) == nam.find_meetings(attended_by="AZE")
    assert nam.memberships.where(party=number) == nam.memberships.where(party="azerbaijan")


@pytest.mark.parametrize("number", [31, 31.0, "31", "031", "31.0", "0031"])
def test_leading_zeros_do_not_count(nam: Dataset, number: Any) -> None:
    for system in ("iso3n", "m49"):
        assert nam.state(number, code=system).id == "azerbaijan"
    with pytest.raises(AmbiguousStateError) as caught:
        nam.state(number)
    assert caught.value.candidates == ("Azerbaijan (iso3n, m49)", "Bahamas (cown, gwn)")


@pytest.mark.parametrize(
    "key", [None, True, 37.3, float("nan"), float("inf"), b"AZE", ["AZE"], 1j, Decimal("0.5")]
)
def test_what_is_no_key_is_refused(nam: Dataset, key: Any) -> None:
    for ask in (nam.state, nam.status, nam.spell, nam.spells):
        with pytest.raises(TypeError, match="expected a name, a code or a whole number"):
            ask(key)


@pytest.mark.parametrize(
    ("key", "system", "state"),
    [
        ("XK", "iso2c", "kosovo"),
        ("XKX", "iso3c", "kosovo"),
        ("AUS", "cowc", "austria"),
        ("SLV", "cowc", "slovenia"),
        ("ALG", "cowc", "algeria"),
        ("DRV", "gwc", "viet-nam"),
        ("aze", "gwc", "azerbaijan"),
        (106, "vdem", "azerbaijan"),
    ],
)
def test_codes_of_other_systems(nam: Dataset, key: Any, system: str, state: str) -> None:
    assert nam.state(key, code=system).id == state


# Names and codes by the day

DAYS_AFTER_ALL = [dt.date(1955, 1, 1), dt.date(2025, 12, 31)]


def bounds(state: State) -> Iterator[tuple[PartialDate | None, PartialDate | Bound | None]]:
    yield from ((period.start, period.end) for period in state.existence)
    yield from ((dated.start, dated.end) for dated in (*state.names, *state.codes))


def border_days(states: set[State]) -> list[dt.date]:
    """Days on which what some states are called may change, and the days beside them."""
    days = set(DAYS_AFTER_ALL)
    for state in states:
        for bound in (bound for pair in bounds(state) for bound in pair):
            if isinstance(bound, PartialDate):
                for day in (bound.earliest, bound.latest):
                    days.update(day + dt.timedelta(step) for step in (-1, 0, 1))
    return sorted(day for day in days if day.year >= 1955)


def existed(state: State, day: dt.date) -> bool:
    """Whether a state may have existed on a day, from its periods alone."""
    return not state.existence or any(
        period.start.earliest <= day
        and (not isinstance(period.end, PartialDate) or day < period.end.latest)
        for period in state.existence
    )


def in_use(dated: DatedName | DatedCode | None, day: dt.date) -> bool:
    if dated is None:
        return True
    after = dated.start is None or dated.start.earliest <= day
    return after and (dated.end is None or day < dated.end.latest)


def sharing_a_number(nam: Dataset, state: State) -> set[State]:
    mine = {(code.system, code.value) for code in state.codes if code.system in ("cown", "gwn")}
    return {
        other
        for other in nam.states
        if other is not state and mine & {(code.system, code.value) for code in other.codes}
    }


Held = list[tuple[int, State, DatedName | DatedCode | None]]


def expected_on(nam: Dataset, held: Held, day: dt.date) -> set[State]:
    """The states that something means on a day: who may have existed, then who had it then."""
    alive = [(rank, state, dated) for rank, state, dated in held if existed(state, day)]
    if not alive:
        heirs = {heir for _, state, _ in held for heir in sharing_a_number(nam, state)}
        alive = [(3, heir, None) for heir in heirs if existed(heir, day)]
    left = [one for one in alive if in_use(one[2], day)] or alive or held
    best = min(rank for rank, _, _ in left)
    return {state for rank, state, _ in left if rank == best}


def rank_of_present(state: State) -> int:
    ended = bool(state.existence) and state.existence[-1].end is not Bound.OPEN
    return 2 if ended else 1


def check_each_day(nam: Dataset, key: str, held: Held, system: str | None = None) -> None:
    states = {state for _, state, _ in held}
    for heirs in [sharing_a_number(nam, state) for state in states]:
        states |= heirs
    for day in border_days(states):
        expected = expected_on(nam, held, day)
        try:
            found = {nam.state(key, system, on=day)}
        except AmbiguousStateError as error:
            assert len(error.candidates) == len(expected), (key, day)
            assert {state.name for state in expected} == set(error.candidates), (key, day)
        else:
            assert found == expected, (key, day)


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_code_is_read_by_the_day(nam: Dataset, system: str) -> None:
    held: dict[str, Held] = {}
    for state in nam.states:
        codes = [code for code in state.codes if code.system == system]
        for code in codes:
            rank = rank_of_present(state) if code.value == codes[-1].value else 3
            held.setdefault(code.value, []).append((rank, state, code))
    assert len(held) > 150
    for value, holders in held.items():
        check_each_day(nam, value, holders, system)


def test_each_name_is_read_by_the_day(nam: Dataset) -> None:
    held: dict[str, Held] = {}
    letters = {code.value for state in nam.states for code in state.codes if code.value.isalpha()}
    for state in nam.states:
        held.setdefault(fold(state.id), []).append((0, state, None))
        *former, last = state.names
        held.setdefault(fold(last.name), []).append((rank_of_present(state), state, last))
        for dated in former:
            held.setdefault(fold(dated.name), []).append((3, state, dated))
        for name in (*state.aliases, *(local.name for local in state.local_names)):
            held.setdefault(fold(name), []).append((3, state, None))
    for name, holders in held.items():
        if name and name.upper() not in letters and name.replace(" ", "-") not in nam.states:
            check_each_day(nam, name, holders)


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        (
            ("Yugoslavia", "Serbia", "SRB", "YUG", "FRY"),
            {"1985": "yugoslavia", "1992-04-26": "yugoslavia", "1992-04-27": "serbia"}
            | {"1996": "serbia", "2003-06-01": "serbia", "2012": "serbia"},
        ),
        (
            ("Yemen", "YEM", "North Yemen", "Yemen Arab Republic"),
            {"1958": "north-yemen", "1970": "north-yemen", "1990-05-21": "north-yemen"}
            | {"1990-05-22": "yemen", "1995": "yemen"},
        ),
        (("South Yemen", "YMD"), {"1970": "south-yemen", "1985": "south-yemen"}),
        (("Viet Nam", "North Vietnam"), {"1960": "viet-nam", "1980": "viet-nam"}),
        (("South Vietnam",), {"1960": "republic-of-vietnam"}),
        (("Germany", "West Germany", "DEU"), {"1970": "germany", "2000": "germany"}),
        (
            ("GDR", "East Germany", "DDR"),
            {"1970": "german-democratic-republic", "1990-10-02": "german-democratic-republic"},
        ),
        (("Russia", "USSR", "RUS", "SUN"), {"1985": "russia", "2000": "russia"}),
        (("Czechoslovakia", "CSK"), {"1970": "czechoslovakia", "2000": "czechoslovakia"}),
        (("Czechia", "CZE"), {"1970": "czechia", "2000": "czechia"}),
        (("Sudan", "SDN"), {"2000": "sudan", "2012": "sudan"}),
        (("South Sudan", "SSD"), {"2000": "south-sudan", "2012": "south-sudan"}),
        (("Ethiopia", "ETH"), {"1970": "ethiopia", "2000": "ethiopia"}),
        (("Pakistan", "PAK"), {"1960": "pakistan", "1980": "pakistan"}),
        (("Bangladesh", "BGD"), {"1960": "bangladesh", "1980": "bangladesh"}),
        (("Tanzania", "Tanganyika", "TZA"), {"1962": "tanzania", "1970": "tanzania"}),
        (("Zanzibar",), {"1964-01-01": "zanzibar", "1970": "zanzibar"}),
        (("Egypt", "United Arab Republic", "EGY"), {"1957": "egypt", "1960": "egypt"}),
        (("Syria", "SYR"), {"1957": "syria", "1960": "syria", "1970": "syria"}),
        (("COD", "Zaire", "DR Congo"), {"1965": "dr-congo", "1980": "dr-congo"}),
    ],
)
def test_successions(nam: Dataset, keys: tuple[str, ...], days: dict[str, str]) -> None:
    for key in keys:
        for day, expected in days.items():
            assert nam.state(key, on=day).id == expected, (key, day)


def test_queries_read_a_name_by_their_day(nam: Dataset) -> None:
    member = nam.status("north-yemen", on="1970")
    assert member is not None
    assert nam.status("Yemen", on="1970") is member
    spell = nam.spell("Yemen", on="1970")
    assert spell is not None
    assert spell.party == "north-yemen"
    assert nam.spell("SRB", on="1985") == nam.spell("yugoslavia", on="1985")
    assert nam.status("Czechia", on="1985") is None


def test_tiers() -> None:
    rows = small()
    row(rows, "carpania")["aliases"] = ["Arcadia", "Borduria"]
    row(rows, "carpania")["codes"] = [
        {"system": "iso3c", "value": "QBB", "start": "1999-01-01", "end": "2000-01-01"},
        {"system": "iso3c", "value": "QCC", "start": "2000-01-01"},
        {"system": "cown", "value": "901"},
    ]
    nam = dataset(rows)
    assert nam.state("Arcadia").id == "arcadia"
    assert nam.state("Borduria").id == "borduria"
    assert nam.state("QBB").id == "borduria"
    assert nam.state("QBB", code="iso3c").id == "borduria"
    assert nam.state("QCC").id == "carpania"
    assert nam.state("981").id == "arcadia"
    with pytest.raises(AmbiguousStateError) as caught:
        nam.state(901)
    assert caught.value.candidates == ("Arcadia (iso3n, m49)", "Carpania (cown)")


def with_one_number() -> Dataset:
    """Borduria to 1999 and Carpania of 1999, with one number."""
    rows = small()
    for key in ("borduria", "carpania"):
        row(rows, key).setdefault("codes", []).append({"system": "cown", "value": "950"})
    row(rows, "carpania")["existence"] = [{"start": "1999-01-01", "end": "2000-01-01"}]
    row(rows, "borduria-nam-member")["end"] = "2000-06-01"
    return dataset(rows)


@pytest.mark.parametrize(
    ("on", "state"),
    [("1998-12-31", "borduria"), ("1999-01-01", "carpania"), ("2000-01-01", "borduria")],
)
def test_a_number_is_handed_on_to_a_state_that_exists(on: str, state: str) -> None:
    assert with_one_number().state("Borduria", on=on).id == state


def test_a_status_is_that_of_the_state_of_the_day() -> None:
    nam = with_one_number()
    assert nam.status("Borduria", on="1998-12-31") is nam.status("borduria", on="1998-12-31")
    assert nam.status("Qb Borduria", on="1999-06-01") is None


KEYS = [
    *((name, None) for state in load().states for name in (state.name, *state.aliases[:2])),
    *((code.value, code.system) for state in load().states for code in state.codes),
]


@given(
    st.lists(st.sampled_from(KEYS), min_size=20, max_size=20),
    st.dates(dt.date(1946, 1, 1), dt.date(2025, 12, 31)),
    st.integers(0, 500),
)
def test_on_days_of_one_stretch_a_key_means_one_state(
    keys: list[tuple[str, str | None]], day: dt.date, more: int
) -> None:
    names = load()._names.states
    days = [PartialDate(str(one)) for one in (day, day + dt.timedelta(more))]
    if names.segment(days[0]) == names.segment(days[1]):
        for key, code in keys:
            assert meaning(key, code, days[0]) == meaning(key, code, days[1])
    for key, code in keys:
        if always := names.whatever_the_day(key, code):
            assert {meaning(key, code, one) for one in days} == {always}


def meaning(key: str, code: str | None, day: PartialDate) -> str:
    try:
        return load().state(key, code, on=day).id
    except (UnknownStateError, AmbiguousStateError) as error:
        return str(error)
