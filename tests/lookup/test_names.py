"""Names and codes, held against the packages that others use."""

from __future__ import annotations

from collections.abc import Iterator

import pycountry
import pytest
from countrycode import countrycode
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import AmbiguousStateError, Bound, Dataset, State, UnknownStateError, load
from nam_azerbaijan.text import fold

from factory import dataset, row, small

# The Gleditsch-Ward list gives 816 to Viet Nam and 817 to the Republic of Viet-Nam, to 1975.
EXCEPTIONS = {("viet-nam", "gwn")}


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
        if state.iso3c and pycountry.countries.get(alpha_3=state.iso3c) is None and state.id != "kosovo":
            assert state.iso3c in former, state.id
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


@pytest.mark.parametrize("system", ["iso2c", "iso3c", "iso3n", "cown", "gwn", "m49", "wikidata"])
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


def test_fold() -> None:
    assert fold("  The Côte  d'Ivoire ") == "cote d ivoire"
    assert fold("St. Kitts & Nevis") == "saint kitts and nevis"
    assert fold("Azərbaycan") == "azerbaycan"


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
