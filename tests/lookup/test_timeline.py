"""The timeline."""

from __future__ import annotations

import pytest

from nam_azerbaijan import Dataset

from factory import dataset, row, small


def test_a_timeline_is_in_order_and_names_its_records(nam: Dataset) -> None:
    entries = nam.timeline()
    keys = [entry.date.sort_key for entry in entries]
    assert keys == sorted(keys)
    for entry in entries:
        assert entry.record in nam.collection(entry.collection)
        assert entry.text


def test_azerbaijan_has_a_timeline(nam: Dataset) -> None:
    entries = nam.timeline("AZE")
    records = {entry.record for entry in entries}
    assert {
        "azerbaijan-nam-observer",
        "azerbaijan-nam-member",
        "chair-azerbaijan-2019",
        "summit-baku-2019",
        "azerbaijan-at-summit-baku-2019",
        "final-document-tehran-2012",
    } <= records
    assert "tito" not in " ".join(records)
    kinds = {entry.collection for entry in entries}
    assert {"memberships", "participations", "documents", "events", "votes"} <= kinds


def test_the_small_timeline() -> None:
    assert [(str(entry.date), entry.text) for entry in dataset().timeline("borduria")] == [
        ("1950-01-01", "Borduria: existence as a state begins"),
        ("1961-09-01..1961-09-06", "Borduria: observer in Non-Aligned Movement"),
        ("1964-09-01", "Borduria applies for member status in Non-Aligned Movement"),
        ("1964-10-05", "Second summit, Brod"),
        ("1964-10-05..1964-10-06", "Borduria: member in Non-Aligned Movement (upgraded)"),
        ("1964-10-06", "Bo becomes chairperson (President)"),
        ("1964-10-06", "Borduria: application for member status granted"),
        ("1964-10-06", "Borduria takes the chair"),
        ("1966-03-01", "Ada visits Borduria"),
        ("1968-01-02", "Borduria (member): does not take part in Third summit"),
        ("1970-06-01", "The vote on peace (yes 1, no 1)"),
        ("1971-05-02", "A seat (arcadia 4, borduria 3)"),
        ("1999-01-01", "Borduria: existence as a state ends"),
        ("1999-01-01", "Borduria: no longer member in Non-Aligned Movement (dissolved)"),
    ]


def test_a_timeline_between_days() -> None:
    nam = dataset()
    assert [entry.record for entry in nam.timeline(since="1966", until="1966-12-31")] == ["visit"]
    (one,) = nam.timeline("arcadia", since="1969-01-02", until="1970-05")
    assert one.text == "Old Arcadia is called Arcadia from now on"
    everything = nam.timeline()
    assert {entry.record for entry in nam.timeline(until="1963")} < {e.record for e in everything}
    with pytest.raises(ValueError, match="since 1966 lies after until 1965"):
        nam.timeline(since="1966", until="1965")


def test_every_kind_of_record_has_entries() -> None:
    rows = small()
    cited = row(rows, "visit")["sources"]
    rows["applications"] = [
        {
            "id": "a",
            "party": "carpania",
            "sought": "member",
            "outcome": "rejected",
            "applied": "1999-02",
            "decided": "1999-03",
            "meeting": "summit-3",
            "sources": cited,
        }
    ]
    rows["votes"] = [
        {
            "id": "v",
            "kind": "resolution",
            "title": "On peace",
            "body": "nam",
            "date": "1999-04-01",
            "tally": [{"name": "yes", "value": 2}],
            "votes": [{"state": "carpania", "choice": "yes"}],
            "sources": cited,
        }
    ]
    nam = dataset(rows)
    assert [entry.text for entry in nam.timeline("carpania")] == [
        "Carpania: existence as a state begins",
        "Carpania applies for member status in Non-Aligned Movement",
        "Carpania: application for member status rejected",
        "On peace (yes 2)",
    ]
    signed = row(rows, "declaration-1")
    signed.update(signed="1961-09-07")
    assert {entry.text for entry in dataset(rows).timeline() if "Declaration" in entry.text} == {
        "Declaration of Arx (NAC/1) adopted",
        "Declaration of Arx (NAC/1) signed",
        "Declaration of Arx (NAC/1) in force",
    }


def test_the_open_end_of_the_chair_is_no_entry() -> None:
    rows = small()
    term = row(rows, "chair-arcadia-1968")
    assert "leaves" not in " ".join(entry.text for entry in dataset(rows).timeline())
    term.update(end="1971-01-01")
    assert "Arcadia leaves the chair" in [entry.text for entry in dataset(rows).timeline()]
