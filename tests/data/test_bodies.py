"""The members of other bodies, held against counts that sources state."""

from __future__ import annotations

import pytest

from nam_azerbaijan import CoverageError, Dataset, Status

BODIES = ("cis", "eu", "oic", "un")


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [
        # filaw-un-member-states, first paragraph of "Additions since 1990".
        ("un", "1945-12-31", 51),
        ("un", "1950-12-31", 60),
        ("un", "1960-12-31", 99),
        ("un", "1970-12-31", 127),
        ("un", "1980-12-31", 154),
        ("un", "2002-09-27", 191),
        # Sixteen states were admitted on 14 December 1955.
        ("un", "1955-12-31", 76),
        # io-membership-chart-1965, without Indonesia.
        ("un", "1965-03-15", 114),
        # cia-factbook-1991, -1993 and -1998, the later two "excluding Yugoslavia".
        ("un", "1990-12-31", 159),
        ("un", "1993-07-01", 182),
        ("un", "1998-01-01", 184),
        # ethos-countries and worldometers-un.
        ("un", "2011-07-14", 193),
        ("un", "2025-12-31", 193),
        # ep-eu-enlargements, ec-together-eu and ec-glossary-enlargement.
        ("eu", "1957-12-31", 0),
        ("eu", "1958-01-01", 6),
        ("eu", "1985-12-31", 10),
        ("eu", "1986-01-01", 12),
        ("eu", "1995-01-01", 15),
        ("eu", "2004-05-01", 25),
        ("eu", "2013-07-01", 28),
        ("eu", "2020-01-31", 28),
        ("eu", "2020-02-01", 27),
        ("eu", "2025-12-31", 27),
        # cia-factbook-1991: 44 and the Palestine Liberation Organization; -2002: 56 and it.
        ("oic", "1991-01-01", 45),
        ("oic", "2002-01-01", 57),
        # sis-gov-eg-oic counts 57, Syria among them.
        ("oic", "2011-12-31", 57),
        ("oic", "2025-12-31", 57),
        # en-academic-cis-members, without the two that take part.
        ("cis", "2010-01-01", 9),
        ("cis", "2025-12-31", 9),
    ],
)
def test_members_are_as_many_as_sources_count(
    nam: Dataset, body: str, day: str, count: int
) -> None:
    assert len(nam.members(on=day, body=body)) == count


# cia-factbook-1993 and -1995 count all who founded the Commonwealth or joined it.
@pytest.mark.parametrize(("day", "count"), [("1993-03-01", 10), ("1995-01-01", 12)])
def test_members_of_the_commonwealth_and_who_takes_part(nam: Dataset, day: str, count: int) -> None:
    inside = {Status.MEMBER, Status.PARTICIPANT}
    assert sum(nam.status(state, on=day, body="cis") in inside for state in nam.states) == count


def test_china_has_one_seat(nam: Dataset) -> None:
    for year in range(1955, 2026):
        held = {state.id for state in nam.members(f"{year}-12-31", body="un")}
        assert len(held & {"china", "taiwan"}) == 1
    assert nam.status("taiwan", "1971-10-24", body="un") is Status.MEMBER
    assert nam.status("china", "1971-10-25", body="un") is Status.MEMBER


@pytest.mark.parametrize(
    ("state", "body", "day", "status"),
    [
        ("syria", "un", "1958-02-21", Status.MEMBER),
        ("syria", "un", "1960-01-01", None),
        ("syria", "un", "1961-10-13", Status.MEMBER),
        ("indonesia", "un", "1965-02-28", Status.MEMBER),
        ("indonesia", "un", "1966-01-01", None),
        ("indonesia", "un", "1966-12-31", Status.MEMBER),
        ("zanzibar", "un", "1964-01-01", Status.MEMBER),
        ("tanzania", "un", "1964-01-01", Status.MEMBER),
        ("south-yemen", "un", "1990-05-21", Status.MEMBER),
        ("yemen", "un", "1990-05-22", Status.MEMBER),
        ("yugoslavia", "un", "1992-09-21", Status.MEMBER),
        ("serbia", "un", "1999-01-01", None),
        ("serbia", "un", "2000-11-01", Status.MEMBER),
        ("kosovo", "un", "2020-01-01", None),
        ("holy-see", "un", "2020-01-01", Status.OBSERVER),
        ("turkiye", "eu", "2020-01-01", None),
        ("georgia", "cis", "2009-08-17", Status.MEMBER),
        ("georgia", "cis", "2009-08-18", None),
        ("ukraine", "cis", "2018-05-18", Status.PARTICIPANT),
        ("turkmenistan", "cis", "2005-08-26", Status.PARTICIPANT),
        ("egypt", "oic", "1980-01-01", Status.SUSPENDED),
        ("syria", "oic", "2020-01-01", Status.SUSPENDED),
        ("syria", "oic", "2025-03-07", Status.MEMBER),
        ("afghanistan", "oic", "1985-01-01", Status.SUSPENDED),
    ],
)
def test_successions_and_breaks(
    nam: Dataset, state: str, body: str, day: str, status: Status | None
) -> None:
    if status is None:  # Who else observed the United Nations or the OIC is not covered.
        assert nam.states[state] not in nam.members(on=day, body=body)
    else:
        assert nam.status(nam.states[state], on=day, body=body) is status


def test_whether_a_state_was_an_observer_is_not_covered(nam: Dataset) -> None:
    for body in ("oic", "un"):
        with pytest.raises(CoverageError, match="member and suspended"):
            nam.status("Switzerland", on="1990-01-01", body=body)


def test_no_state_has_two_spells_at_once_and_all_are_cited(nam: Dataset) -> None:
    for body in BODIES:
        spells = nam.memberships.where(body=body)
        assert len(spells) > 12
        for spell in spells:
            assert all(one.source for one in spell.sources)
            assert any(one.locator for one in spell.sources), spell.id
