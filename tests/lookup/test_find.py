"""Meetings, documents, participations and principles by what is asked about them."""

from __future__ import annotations

from typing import Any

import pytest

from nam_azerbaijan import (
    AmbiguousRecordError,
    Dataset,
    UnknownRecordError,
    UnknownStateError,
)

from factory import dataset, row, small


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


def with_parts() -> Dataset:
    """Ministers sit at Brod before the summit there, and a place goes by two names."""
    rows = small()
    row(rows, "ministers-1").update(opened="1964-10-01", closed="1964-10-02", city="Brod")
    row(rows, "summit-3").update(city="Arx (Old Harbour)")
    return dataset(rows)


def test_meetings_by_city() -> None:
    nam = with_parts()
    assert ids(nam.find_meetings(city="BROD")) == ["ministers-1", "summit-2"]
    assert ids(nam.find_meetings(city="Brod", kind="summit")) == ["summit-2"]
    for name in ("Old Harbour", "Arx (Old Harbour)"):
        assert ids(nam.find_meetings(city=name)) == ["summit-3"]
    assert ids(nam.find_meetings(city="arx")) == ["summit-1", "summit-3"]
    with pytest.raises(ValueError, match=r"the city 'Brodd'; did you mean Brod\?$"):
        nam.find_meetings(city="Brodd")
    for nowhere in ("Xyzzyx", "", "..."):
        with pytest.raises(ValueError, match=r"no meeting was in the city '[^;]*'$"):
            nam.find_meetings(city=nowhere)
    with pytest.raises(TypeError, match="the name of a city"):
        nam.find_meetings(city=3)  # type: ignore[arg-type]


def test_a_meeting_by_place_and_year() -> None:
    nam = with_parts()
    assert nam.named("Brod 1964").id == "summit-2"  # Heads of state before ministers.
    assert nam.named("Old Harbour 1968").id == "summit-3"
    assert nam.named("Arx 1961").id == "summit-1"
    for nothing in ("Brod 1965", "Harbour 1964", "1964", "Brod", " 1964"):
        with pytest.raises(UnknownRecordError):
            nam.find_documents(meeting=nothing)
    rows = small()
    row(rows, "summit-3").update(opened="1961-12-01", closed="1961-12-02")
    with pytest.raises(AmbiguousRecordError, match="summit-1 or summit-3"):
        dataset(rows).find_documents(meeting="Arx 1961")


def test_documents_by_meeting() -> None:
    nam = dataset()
    for meeting in ("summit-1", "First summit", "Arx 1961", nam.meetings["summit-1"]):
        assert ids(nam.find_documents(meeting=meeting)) == ["declaration-1"]
    assert nam.find_documents(meeting="Arx 1968") == ()
    assert nam.find_documents(meeting="Arx 1961", kind="resolution") == ()


def test_participations() -> None:
    rows = small()
    for number, (party, meeting, attended) in enumerate(
        [("borduria", "summit-2", "unknown"), ("arcadia", "summit-1", "yes")]
    ):
        rows["participations"].append(
            {
                "id": f"part-{number}",
                "party": party,
                "meeting": meeting,
                "capacity": "member",
                "attended": attended,
                "sources": [{"source": "yearbook", "locator": "p. 1"}],
            }
        )
    nam = dataset(rows)
    first, second, asked, third = "part-1", "arcadia-at-summit-2", "part-0", "borduria-at-summit-3"
    assert ids(nam.find_participations()) == [first, second, asked, third]
    assert ids(nam.find_participations(party="QAA")) == [first, second]
    assert ids(nam.find_participations(party=nam.states["borduria"])) == [asked, third]
    assert ids(nam.find_participations(meeting="Brod 1964")) == [second, asked]
    assert ids(nam.find_participations(attended="no")) == [third]
    assert ids(nam.find_participations(attended="no", possible=True)) == [asked, third]
    assert ids(nam.find_participations(attended="yes", until="1961")) == [first]
    assert ids(nam.find_participations(since="1964-10-10", until="1964-10-10")) == [second, asked]
    assert ids(nam.find_participations(since="1964-10-11")) == [third]
    with pytest.raises(ValueError, match="unknown Answer 'maybe'"):
        nam.find_participations(attended="maybe")
    with pytest.raises(ValueError, match="lies after"):
        nam.find_participations(since="1965", until="1964")
    with pytest.raises(UnknownStateError):
        nam.find_participations(party="Nowhere")


def test_principles() -> None:
    rows = small()
    del row(rows, "virtues-1")["corresponds_to"]
    nam = dataset(rows)
    assert ids(nam.find_principles()) == ["rules-1", "rules-2", "rules-3", "virtues-1"]
    assert ids(nam.find_principles(set="virtues")) == ["virtues-1"]
    # Whichever of the two refers to the other.
    assert ids(nam.find_principles(corresponds_to="virtues-1")) == ["rules-1"]
    assert ids(nam.find_principles(corresponds_to=nam.principles["rules-1"])) == ["virtues-1"]
    assert nam.find_principles(corresponds_to="rules-1", set="rules") == ()
    assert nam.find_principles(corresponds_to="rules-2") == ()
    with pytest.raises(ValueError, match="no principle is of the list 'rule'; did you mean"):
        nam.find_principles(set="rule")
    with pytest.raises(UnknownRecordError):
        nam.find_principles(corresponds_to="rules-9")


def test_principles_are_in_order_of_number() -> None:
    rows = small()
    row(rows, "rules-1").update(number=12)
    assert ids(dataset(rows).find_principles(set="rules")) == ["rules-2", "rules-3", "rules-1"]


def test_persons_by_name(nam: Dataset) -> None:
    assert nam.person("Liz Fuller") is nam.person("liz-fuller") is nam.persons["liz-fuller"]
    assert nam.person(nam.persons["liz-fuller"]).name == "Liz Fuller"
    with pytest.raises(UnknownRecordError):
        nam.person("Azerbaijan")
    with pytest.raises(TypeError):
        nam.person(nam.states["azerbaijan"])  # type: ignore[arg-type]


def test_any_record_by_name(nam: Dataset) -> None:
    for name, id_ in (
        ("nam", "nam"),  # An id comes before the code of Namibia.
        ("NAM", "namibia"),
        ("AZE", "azerbaijan"),
        ("Ceylon", "sri-lanka"),
        ("Ilham Aliyev", "ilham-aliyev"),
        ("Cartagena 1995", "summit-cartagena-1995"),
        ("A/RES/62/243", "a-res-62-243"),
        ("azerbaijan-nam-member", "azerbaijan-nam-member"),
    ):
        assert nam.named(name).id == id_
    with pytest.raises(UnknownRecordError):
        nam.named("Narnia")


def test_the_timeline_of_a_person_a_meeting_an_organization() -> None:
    nam = dataset()
    ada = ["ada-chair-1961", "arcadia-at-summit-2", "visit", "ada-chair-1968"]
    for subject in ("Ada", nam.persons["ada"]):
        assert [entry.record for entry in nam.timeline(subject)] == ada
    records = {entry.record for entry in nam.timeline("Second summit")}
    assert {"summit-2", "arcadia-at-summit-2", "borduria-nam-member"} <= records
    assert not {"summit-1", "summit-3", "visit"} & records
    decided = {entry.record for entry in nam.timeline(nam.organizations["assembly"])}
    assert decided == {"nac-res-7", "vote-res-7", "election-1971"}
    with pytest.raises(UnknownStateError, match="no state is called 'Nobody'"):
        nam.timeline("Nobody")


def test_the_timeline_of_a_state_has_no_steps_of_its_successor() -> None:
    texts = [entry.text for entry in dataset().timeline("borduria")]
    assert not any("Carpania" in text for text in texts)
