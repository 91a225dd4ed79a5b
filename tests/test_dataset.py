"""Queries by date: the promised answers, and an oracle that goes through every record."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan import (
    AmbiguousRecordError,
    AmbiguousStateError,
    Bound,
    CoverageError,
    Dataset,
    Membership,
    PartialDate,
    Standing,
    Status,
    UnknownRecordError,
    UnknownStateError,
    load,
)

from factory import dataset, row, small

DAYS = st.dates(dt.date(1955, 1, 1), dt.date(2025, 12, 31))


def holds(record: Any, day: dt.date) -> bool:
    """The long way: whichever first day and end the record has, the day is between them."""
    end = record.end
    if record.start.latest > day:
        return False
    if end is Bound.UNKNOWN:
        return bool(record.start.exact and record.start.earliest == day)
    return end is Bound.OPEN or bool(day < end.earliest)


def spells_on(nam: Dataset, day: dt.date, body: str = "nam") -> list[Membership]:
    return [
        spell
        for spell in nam.memberships
        if spell.body == body and spell.standing is Standing.HELD and holds(spell, day)
    ]


@given(DAYS)
def test_members_and_observers_agree_with_a_walk_through_all_spells(day: dt.date) -> None:
    nam = load()
    spells = spells_on(nam, day)
    for status, found in (
        (Status.MEMBER, nam.members(on=day)),
        (Status.OBSERVER, (*nam.observers(on=day), *nam.observer_organizations(on=day))),
    ):
        assert {party.id for party in found} == {
            spell.party for spell in spells if spell.status is status
        }
        assert len({party.id for party in found}) == len(found)


@given(DAYS, st.data())
def test_status_agrees_with_a_walk_through_all_spells(day: dt.date, data: st.DataObject) -> None:
    nam = load()
    state = data.draw(st.sampled_from(list(nam.states)))
    expected = [spell for spell in spells_on(nam, day) if spell.party == state.id]
    assert len(expected) <= 1
    assert nam.spell(state, on=day) == (expected[0] if expected else None)
    assert nam.status(state, on=day.isoformat()) == (expected[0].status if expected else None)


@given(DAYS, DAYS)
def test_a_vague_day_has_the_status_of_all_its_days(one: dt.date, two: dt.date) -> None:
    nam = load()
    if one >= two:
        return
    vague = PartialDate(f"{one}..{two}")
    throughout = {
        party.id
        for party in nam.members(on=one)
        if all(
            spell.period.contains(one) <= spell.period.contains(two) for spell in nam.spells(party)
        )
    }
    assert {party.id for party in nam.members(on=vague)} <= throughout
    assert {party.id for party in nam.members(on=one)} <= {
        party.id for party in nam.members(on=vague, possible=True)
    }


@given(DAYS)
def test_what_is_certain_is_possible(day: dt.date) -> None:
    nam = load()
    assert set(nam.members(on=day)) <= set(nam.members(on=day, possible=True))
    assert set(nam.observers(on=day)) <= set(nam.observers(on=day, possible=True))


@given(DAYS)
def test_one_chair_a_day(day: dt.date) -> None:
    nam = load()
    terms = [t for t in nam.chairmanships if t.standing is Standing.HELD and holds(t, day)]
    assert [term.id for term in terms] == ([nam.chair(on=day).id] if nam.chair(on=day) else [])  # type: ignore[union-attr]
    people = [
        one for one in nam.chairpersons if one.capacity.value == "titular" and holds(one, day)
    ]
    found = nam.chairperson(on=day)
    assert [one.person for one in people] == ([found.id] if found else [])


# What the first release promised


def test_azerbaijan(nam: Dataset) -> None:
    assert nam.status("AZE", on="1993-01-01") is None
    assert nam.status("AZE", on="2000-01-01") is Status.OBSERVER
    assert nam.status("AZE", on="2012-08-30") is Status.MEMBER
    assert nam.status("AZE") is Status.MEMBER
    for day in ("2000-01-01", "2012-08-30"):
        spell = nam.spell("AZE", on=day)
        assert spell is not None
        assert all(citation.source in nam.sources for citation in spell.sources)
        assert any(citation.locator for citation in spell.sources)
    assert [spell.status.value for spell in nam.spells("azerbaijan")] == ["observer", "member"]


def test_the_chair_in_may_2020(nam: Dataset) -> None:
    chair = nam.chair(on="2020-05-04")
    assert chair is not None
    assert chair.state == "azerbaijan"
    assert chair.extensions[0].reason
    person = nam.chairperson(on="2020-05-04")
    assert person is not None
    assert person.name == "Ilham Aliyev"
    troika = nam.troika(on="2020-05-04")
    assert troika is not None
    assert [troika.former.state, troika.present.state, troika.next.state] == [  # type: ignore[union-attr]
        "venezuela", "azerbaijan", "uganda",
    ]  # fmt: skip


def test_nineteen_summits(nam: Dataset) -> None:
    summits = nam.find_meetings(kind="summit")
    assert [summit.number for summit in summits] == list(range(1, 20))
    assert summits[17].city == "Baku"
    assert all(summit.host in nam.states for summit in summits)


def test_paragraph_391(nam: Dataset) -> None:
    found = {
        document.id: [provision.locator for provision in document.provisions]
        for document in nam.find_documents(topic="armenia-azerbaijan-conflict")
    }
    assert "391" in found["final-document-tehran-2012"]


@pytest.mark.parametrize(
    ("day", "count"),
    [("1961-08-31", 0), ("1961-09-06", 25), ("2012-12-31", 120), ("2024-12-31", 121)],
)
def test_numbers_of_members(nam: Dataset, day: str, count: int) -> None:
    assert len(nam.members(on=day)) == count


def test_one_state_by_many_keys(nam: Dataset) -> None:
    azerbaijan = nam.states["azerbaijan"]
    for key in ("AZ", "aze", "azerbaijan", "AZERBAIJAN", "Republic of Azerbaijan"):
        assert nam.state(key) is azerbaijan
    assert nam.state("373", code="cown") is azerbaijan
    assert nam.state(373, code="cown") is azerbaijan
    assert nam.state("031", code="iso3n") is nam.state("31", code="iso3n") is azerbaijan
    assert nam.state(azerbaijan) is azerbaijan


def test_former_names(nam: Dataset) -> None:
    assert nam.state("Ceylon").name_on("1961-09-01") == "Ceylon"
    assert nam.state("ceylon").name == "Sri Lanka"
    assert nam.state("Upper Volta") is nam.state("Burkina Faso")


def test_unknown_states(nam: Dataset) -> None:
    with pytest.raises(UnknownStateError, match="did you mean Azerbaijan") as caught:
        nam.state("Azerbaijann")
    assert caught.value.suggestions[0] == "Azerbaijan"
    with pytest.raises(LookupError):
        nam.status("Atlantis", on="2000-01-01")
    with pytest.raises(UnknownStateError, match="cown code '374'"):
        nam.state("374", code="cown")
    with pytest.raises(ValueError, match="no system of codes 'cow'; did you mean 'cown'"):
        nam.state("373", code="cow")


def test_ambiguous_states(nam: Dataset) -> None:
    with pytest.raises(AmbiguousStateError) as caught:
        nam.state("31")
    assert [name.split(" (")[0] for name in caught.value.candidates] == ["Azerbaijan", "Bahamas"]
    with pytest.raises(AmbiguousStateError, match="North Korea or South Korea"):
        nam.state("Korea")


def test_after_the_data(nam: Dataset) -> None:
    with pytest.raises(CoverageError, match=f"it covers the days up to {nam.as_of}"):
        nam.members(on="2150-01-01")
    for ask in (nam.chair, nam.chairperson, nam.observers, nam.observer_organizations, nam.troika):
        with pytest.raises(CoverageError):
            ask(on="2150-01-01")
    with pytest.raises(CoverageError):
        nam.status("AZE", on=dt.date(2150, 1, 1))


@pytest.mark.parametrize("on", ["2012-13-01", "yesterday", "", "2012/08/30"])
def test_no_date(nam: Dataset, on: str) -> None:
    with pytest.raises(ValueError, match="is no day: expected a date"):
        nam.status("AZE", on=on)


def test_other_bodies(nam: Dataset) -> None:
    assert nam.status("AZE", on="2012-08-30", body="un") is Status.MEMBER
    assert nam.status("AZE", on="1990-01-01", body="un") is None
    assert nam.status("OIC", on="2012-08-30") is Status.OBSERVER
    assert nam.spells("Organisation of Islamic Cooperation")


# The same questions to the small data set, whose answers one can see


def test_vague_spells() -> None:
    nam = dataset()
    assert nam.status("borduria", on="1961-09-01") is None
    assert nam.status("borduria", on="1961-09-01", possible=True) is Status.OBSERVER
    assert nam.status("borduria", on="1961-09-06") is Status.OBSERVER
    assert nam.status("borduria", on="1964-10-05") is None
    assert nam.status("borduria", on="1964-10-05", possible=True) is Status.OBSERVER
    assert nam.status("borduria", on="1964-10-06") is Status.MEMBER
    assert nam.status("borduria", on="1961") is None
    assert nam.status("borduria", on="1962") is Status.OBSERVER
    assert nam.status("borduria", on="1998-12-31") is Status.MEMBER
    assert nam.status("borduria", on="1999-01-01", possible=True) is None
    assert nam.status("borduria", on="1998-12", possible=False) is Status.MEMBER


def test_what_was_only_planned_is_no_answer() -> None:
    rows = small()
    row(rows, "borduria-nam-member").update(standing="planned")
    row(rows, "summit-3").update(standing="planned")
    nam = dataset(rows)
    assert nam.status("borduria", on="1970-01-01") is None
    assert [meeting.id for meeting in nam.find_meetings(kind="summit")] == ["summit-1", "summit-2"]
    assert len(nam.find_meetings(kind="summit", standing=None)) == 3
    assert [meeting.id for meeting in nam.find_meetings(standing="planned")] == ["summit-3"]


def test_the_chair() -> None:
    nam = dataset()
    assert nam.chair(on="1961-08-31") is None
    assert nam.troika(on="1961-08-31") is None
    assert nam.chairperson(on="1961-08-31") is None
    assert nam.chair(on="1964-10-05").state == "arcadia"  # type: ignore[union-attr]
    assert nam.chair(on="1964-10-06").state == "borduria"  # type: ignore[union-attr]
    assert nam.acting_on("1969-01-15").name == "Cy"  # type: ignore[union-attr]
    assert nam.chairperson("1969-01-15").name == "Ada"  # type: ignore[union-attr]
    assert nam.acting_on("1969-02-01") is None
    first = nam.troika(on="1962")
    assert first is not None
    assert (first.former, first.next.state) == (None, "borduria")  # type: ignore[union-attr]
    last = nam.troika()
    assert last is not None
    assert last.next is None


def test_find_meetings() -> None:
    nam = dataset()

    def ids(**asked: Any) -> list[str]:
        return [meeting.id for meeting in nam.find_meetings(**asked)]

    assert ids() == ["summit-1", "ministers-1", "summit-2", "summit-3"]
    assert ids(series="nam-summit", number=2) == ["summit-2"]
    assert ids(host="Arcadia") == ["summit-1", "summit-3"]
    assert ids(attended_by="arcadia") == ["summit-2"]
    assert ids(attended_by="borduria") == []
    assert ids(since="1961-09-06", until="1964") == ["summit-1", "summit-2"]
    assert ids(until="1961-09-01") == ["summit-1"]
    with pytest.raises(ValueError, match="unknown MeetingKind 'sumit'"):
        ids(kind="sumit")


def test_find_documents() -> None:
    rows = small()
    undated = {**row(rows, "declaration-1"), "id": "undated", "kind": "law", "provisions": []}
    for name in ("adopted", "in_force", "adopted_by"):
        del undated[name]
    rows["documents"].append({**undated, "mentions": [{"topic": "peace", "answer": "unknown"}]})
    nam = dataset(rows)

    def ids(**asked: Any) -> list[str]:
        return [document.id for document in nam.find_documents(**asked)]

    assert ids() == ["declaration-1", "nac-res-7", "undated"]
    assert ids(kind="law") == ["undated"]
    assert ids(topic="peace") == ["declaration-1"]
    assert ids(meeting="summit-1") == ids(meeting=nam.meetings["summit-1"]) == ["declaration-1"]
    assert ids(since="1961-09-07") == ["nac-res-7"]
    with pytest.raises(ValueError, match="unknown DocumentKind"):
        ids(kind="novel")


def test_get() -> None:
    nam = dataset()
    assert nam.get("ada").label == "Ada"
    assert nam.get("old-arcadia").label == "Arcadia"
    with pytest.raises(UnknownRecordError, match="did you mean"):
        nam.get("adaa")


def test_collections() -> None:
    nam = dataset()
    assert len(nam.persons) == 3
    assert [person.id for person in nam.persons] == ["ada", "bo", "cy"]
    assert "ada" in nam.persons
    assert nam.persons["ada"] in nam.persons
    assert "zoe" not in nam.persons
    assert nam.states["arcadia"] not in nam.persons
    assert nam.persons.get("zoe") is None
    assert nam.persons.get("zoe", 5) == 5
    with pytest.raises(UnknownRecordError, match="did you mean ada"):
        nam.persons["adda"]
    assert repr(nam.persons) == "<3 persons>"
    assert "<td>Ada</td>" in nam.persons._repr_html_()
    assert "<td>ada, borduria</td>" in nam.events._repr_html_()
    assert repr(nam) == "<Dataset 0, as of 2000-12-31>"


def test_where() -> None:
    nam = dataset()

    def ids(**asked: Any) -> list[str]:
        return [spell.id for spell in nam.memberships.where(**asked)]

    assert ids(party="arcadia") == ["arcadia-nam-member"]
    assert ids(status="member", party="borduria") == ["borduria-nam-member"]
    assert ids(status=Status.OBSERVER) == ["borduria-nam-observer"]
    assert ids(body="nam") == ids()
    assert ids(start=PartialDate("1961-09-01")) == ["arcadia-nam-member"]
    assert ids(end="1964-10-05..1964-10-06") == ["borduria-nam-observer"]
    assert ids(party="carpania") == []
    assert [event.id for event in nam.events.where(actors="ada")] == ["visit"]
    assert [event.id for event in nam.events.where(actors=("ada", "borduria"))] == ["visit"]
    with pytest.raises(TypeError, match="no field 'partys'; did you mean 'party'"):
        ids(partys="arcadia")
    with pytest.raises(TypeError, match="known: id, note, party"):
        ids(zzz=1)


def test_unknown_words_are_no_empty_answer() -> None:
    nam = dataset()
    with pytest.raises(UnknownRecordError, match="the id or name 'nan'; did you mean nam"):
        nam.status("arcadia", on="1999-01-01", body="nan")
    with pytest.raises(UnknownRecordError):
        nam.members(on="1999-01-01", body="club")
    with pytest.raises(ValueError, match="unknown Status 'membr'; did you mean 'member'"):
        nam.memberships.where(status="membr")
    with pytest.raises(ValueError, match="speaks of the topic 'peas'; did you mean 'peace'"):
        nam.find_documents(topic="peas")
    with pytest.raises(UnknownRecordError):
        nam.find_documents(meeting="summit-9")
    with pytest.raises(ValueError, match="no meeting is of the series 'sumits'"):
        nam.find_meetings(series="sumits")
    for strange in (None, 3.5, b"arcadia"):
        with pytest.raises(TypeError, match="expected a"):
            nam.state(strange)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="expected a"):
            nam.status(strange)  # type: ignore[arg-type]


def test_choices_are_words(nam: Dataset) -> None:
    status: object = nam.status("AZE", on="2012-08-30")
    assert status == "member"
    assert f"{status}" == "member"


def test_a_data_set_cannot_be_changed_and_travels(nam: Dataset) -> None:
    with pytest.raises(AttributeError, match="cannot be changed"):
        nam.status = None  # type: ignore[assignment, method-assign]
    with pytest.raises(AttributeError):
        nam.colour = "red"
    assert pickle.loads(pickle.dumps(nam)) is nam
    assert copy.deepcopy(nam) is nam
    mine = dataset()
    twin = pickle.loads(pickle.dumps(mine))
    assert list(twin.persons) == list(mine.persons)
    assert twin.status("arcadia", on="1999-01-01") is Status.MEMBER


def test_a_dict_has_the_end_that_is_stored_elsewhere(nam: Dataset) -> None:
    spell = nam.memberships["azerbaijan-nam-observer"]
    assert spell.to_dict()["end"] == str(spell.end)
    assert "end" not in spell.to_row()


def test_what_is_not_covered_raises_and_says_what_is(nam: Dataset) -> None:
    for ask in (
        lambda: nam.status("Turkiye", on="2012-01-01", body="nam-security-council-caucus"),
        lambda: nam.spell("Turkiye", on="2012-01-01", body="osce"),
        lambda: nam.spells("Turkiye", body="osce"),
        lambda: nam.members(body="osce"),
        lambda: nam.members(on="2012", body="osce"),
        lambda: nam.observers(body="eco", possible=True),
        lambda: nam.find_meetings(attended_by="India"),
    ):
        for _ in range(2):
            with pytest.raises(CoverageError, match=r"it covers .*azerbaijan"):
                ask()
    # What is recorded is told, and for Azerbaijan, and in the Movement, an empty answer means none.
    assert nam.status("Russia", on="2023", body="azerbaijan-russia-allied-interaction")
    assert nam.status("AZE", on="1990-01-01", body="un") is None
    assert nam.status("Norway", on="1990-01-01") is None
    assert nam.status("Switzerland", on="2002-01-01", body="eu") is None
    assert nam.spells("Norway") == ()
    assert len(nam.find_meetings(attended_by="AZE", kind="summit")) > 3
    # Days of which a part is covered are asked of that part.
    assert nam.find_meetings(attended_by="AZE", since="1990", until="1995")
    with pytest.raises(CoverageError, match="it covers 1994-05-31 to 2025-12-31"):
        nam.find_meetings(attended_by="AZE", until="1990")
    assert not nam.coverage["meetings"].complete
    assert nam.coverage["states"].complete


def test_a_name_that_several_bodies_share_asks_which(nam: Dataset) -> None:
    with pytest.raises(AmbiguousRecordError, match="ipap-2005 or ipap-2008 or ipap-2012"):
        nam.status("AZE", body="IPAP")


def test_a_vague_day_in_the_chair(nam: Dataset) -> None:
    asks: tuple[Any, ...] = (nam.chair, nam.chairperson, nam.chairperson_term, nam.troika)
    for ask in asks:
        assert ask(on="2019") is None
        assert ask(on="2019", possible=True) is not None
        assert ask(on="1961-08-31", possible=True) is None
        assert ask(on="2020") == ask(on="2020", possible=True) is not None
    assert nam.chair(on="2019", possible=True).state == "venezuela"  # type: ignore[union-attr]


def test_find_answers_what_is_certain() -> None:
    rows = small()
    row(rows, "summit-3").update(opened="1968-01", closed="1968-02")
    row(rows, "visit").update(date="1966", until="1966")
    nam = dataset(rows)

    def found(*, possible: bool, **days: str) -> list[str]:
        held: Any = nam.find_meetings(kind="summit", possible=possible, **days)  # type: ignore[arg-type]
        return [one.id for one in held]

    assert found(possible=False, since="1968") == found(possible=True, since="1968") == ["summit-3"]
    assert found(possible=False, since="1968-02-03") == []
    assert found(possible=True, since="1968-02-03") == ["summit-3"]
    assert found(possible=False, until="1968-01-30") == ["summit-1", "summit-2"]
    assert found(possible=True, until="1968-01-30") == ["summit-1", "summit-2", "summit-3"]
    entries = {entry.record for entry in nam.timeline(since="1966-03", until="1966-03")}
    assert "visit" not in entries
    entries = {e.record for e in nam.timeline(since="1966-03", until="1966-03", possible=True)}
    assert "visit" in entries


def test_what_is_remembered_does_not_grow_without_end(nam: Dataset) -> None:
    nam.status("AZE", on="2012-01-01")
    before = len(nam._spells._made)
    for padding in range(5000):
        assert nam.status("AZE" + " " * padding, on="2012-01-01") == "member"
    assert len(nam._spells._made) == before
    held: Any = (nam._spells_of_text, nam._day_of_text, nam._names.states._fits)
    for remembered in held:
        info = remembered.cache_info()
        assert info.currsize <= info.maxsize == 4096


def test_text_without_letters_names_nothing(nam: Dataset) -> None:
    asks: tuple[Any, ...] = (
        lambda text: nam.status(text, on="2012-06-01"),
        nam.spells,
        nam.timeline,
        lambda text: nam.find_meetings(host=text),
        lambda text: nam.status("AZE", body=text),
        nam.state,
    )
    for text in ("", " ", "..", "-", "?", "&", "\u00a0", "'", "\U0001f30d"):
        for ask in asks:
            with pytest.raises(LookupError):
                ask(text)
