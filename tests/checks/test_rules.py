"""Every rule fires on a fault of its own, and is silent on sound data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nam_azerbaijan import Dataset, Severity, check
from nam_azerbaijan.checks import RULES
from nam_azerbaijan.checks.rules import rule
from nam_azerbaijan.files.manifest import Waiver

from factory import Rows, dataset, row, small, speak, undisputed

FAULTS: dict[str, Callable[[Rows], object]] = {}


def fault(code: str) -> Callable[[Callable[[Rows], object]], Callable[[Rows], object]]:
    def register(change: Callable[[Rows], object]) -> Callable[[Rows], object]:
        FAULTS[code] = change
        return change

    return register


@fault("DAT001")
def _(rows: Rows) -> object:
    return row(rows, "cy-chair-1969").update(start="1969-02-01", end="1969-01-01")


@fault("DAT002")
def _(rows: Rows) -> object:
    rows.update(undisputed())
    return row(rows, "visit").update(until="1966-02-28")


@fault("DAT003")
def _(rows: Rows) -> object:
    rows.update(undisputed())
    return row(rows, "visit").update(date="2001-01-01", until="2001-01-02")


@fault("DAT004")
def _(rows: Rows) -> object:
    return row(rows, "declaration-1").update(in_force="1961-01-01")


@fault("DAT005")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["names"][0]["end"] = "1969"
    return None


@fault("REF001")
def _(rows: Rows) -> object:
    return row(rows, "visit").update(actors=["nobody"])


@fault("REF002")
def _(rows: Rows) -> object:
    return row(rows, "nam").update(parent="nam")


@fault("REF003")
def _(rows: Rows) -> object:
    return row(rows, "carpania").update(predecessors=[])


@fault("MEM001")
def _(rows: Rows) -> object:
    spell = {**row(rows, "borduria-nam-member"), "id": "borduria-nam-observer-2", "began": None}
    rows["memberships"].append({**spell, "status": "observer"})
    return None


@fault("MEM002")
def _(rows: Rows) -> object:
    rows["memberships"].append(
        {
            **row(rows, "borduria-nam-member"),
            "id": "carpania-club-member",
            "body": "club",
            "start": "1999-01-01",
            "end": "2000-01-01",
            "party": "carpania",
            "began": "succeeded",
            "began_at": None,
        }
    )
    club = {"id": "club", "name": "Club", "sources": row(rows, "nam")["sources"]}
    rows["organizations"].append(club)
    spell = row(rows, "borduria-nam-member")
    del spell["end"]
    return spell.update(succeeded_by="carpania-club-member", ended="succeeded")


@fault("MEM003")
def _(rows: Rows) -> object:
    return row(rows, "borduria-nam-member").update(end="1999-01-02")


@fault("MEM004")
def _(rows: Rows) -> object:
    return row(rows, "borduria-nam-observer").update(start="1961-09-07")


@fault("MEM005")
def _(rows: Rows) -> object:
    return row(rows, "borduria-nam-member").update(ended="succeeded")


@fault("MEM006")
def _(rows: Rows) -> object:
    return row(rows, "borduria-nam-observer").update(start="1960", began_at=None)


@fault("MEM007")
def _(rows: Rows) -> object:
    spell = {**row(rows, "arcadia-nam-member"), "id": "carpania-nam-member", "party": "carpania"}
    rows["memberships"].append({**spell, "start": "1999-05-01", "began_at": None})
    return None


@fault("CHR001")
def _(rows: Rows) -> object:
    term = row(rows, "chair-arcadia-1961")
    del term["succeeded_by"]
    return term.update(end="1964-10-07")


@fault("CHR002")
def _(rows: Rows) -> object:
    person = row(rows, "bo-chair-1964")
    del person["succeeded_by"]
    return person.update(end="1967-12-31")


@fault("CHR003")
def _(rows: Rows) -> object:
    return row(rows, "cy-chair-1969").update(term="chair-borduria-1964")


@fault("CHR004")
def _(rows: Rows) -> object:
    for key in ("chair-arcadia-1968", "ada-chair-1968"):
        row(rows, key).update(end="1973-01-01")
    return None


@fault("CHR005")
def _(rows: Rows) -> object:
    for key in ("chair-arcadia-1968", "ada-chair-1968"):
        row(rows, key).update(start="1968-01-01")
    return None


@fault("CHR006")
def _(rows: Rows) -> object:
    row(rows, "borduria-at-summit-3").update(capacity="invited")
    del row(rows, "borduria-application-1964")["decided"]
    return row(rows, "borduria-nam-member").update(standing="planned", note="No list has it.")


@fault("MTG001")
def _(rows: Rows) -> object:
    return row(rows, "summit-3").update(number=4, name="Fourth summit")


@fault("MTG002")
def _(rows: Rows) -> object:
    row(rows, "summit-3").update(number=2, name="Second summit")
    return row(rows, "summit-2").update(number=3, name="Third summit")


@fault("MTG003")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(opened="1961-08-31")


@fault("MTG004")
def _(rows: Rows) -> object:
    return row(rows, "summit-2").update(host=None)


@fault("MTG005")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(host="carpania")


@fault("MTG006")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(capacity="observer")


@fault("MTG007")
def _(rows: Rows) -> object:
    twin = {"id": "arcadia-at-summit-2-2", "summary": "Spoke at length."}
    rows["participations"].append({**row(rows, "arcadia-at-summit-2"), **twin})
    return None


@fault("MEM008")
def _(rows: Rows) -> object:
    spell = {**row(rows, "arcadia-nam-member"), "id": "carpania-nam-member", "party": "carpania"}
    later = {"start": "1999-05-01", "began_at": None, "began": "readmitted"}
    rows["memberships"].append({**spell, **later})
    return None


@fault("MEM009")
def _(rows: Rows) -> object:
    return row(rows, "borduria-nam-observer").update(ended="withdrew")


@fault("MEM010")
def _(rows: Rows) -> object:
    return row(rows, "borduria-application-1964").update(outcome="rejected")


@fault("CHR007")
def _(rows: Rows) -> object:
    return row(rows, "chair-arcadia-1961").update(ended_at="summit-3")


@fault("CHR008")
def _(rows: Rows) -> object:
    council = {"id": "council-3", "kind": "special-ministerial", "name": "Council", "series": ""}
    rows["meetings"].append({**row(rows, "summit-3"), **council, "number": None})
    row(rows, "chair-borduria-1964").update(ended_at="council-3")
    return row(rows, "chair-arcadia-1968").update(began_at="council-3")


@fault("CHR009")
def _(rows: Rows) -> object:
    planned = {"planned_end": "1970", "reason": "It was late."}
    return row(rows, "chair-borduria-1964").update(extensions=[planned])


@fault("MTG008")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(city="Arx", host="borduria")


@fault("MTG009")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(capacity="host")


@fault("MTG010")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(attended="unknown")


@fault("MTG011")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(capacity="guest")


@fault("MTG012")
def _(rows: Rows) -> object:
    row(rows, "summit-2").update(figures=[{"name": "member-states", "value": 3}])
    speak(rows)
    return None


@fault("MTG013")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(kind="preparatory")


def another_meeting(rows: Rows, **changed: str) -> None:
    other = {
        "id": "talks",
        "name": "Talks",
        "opened": "1970-02-01",
        "city": "Arx",
        "host": "arcadia",
        "sources": row(rows, "summit-1")["sources"],
    }
    rows["meetings"].append({**other, **changed})


@fault("MTG014")
def _(rows: Rows) -> object:
    another_meeting(rows, kind="bureau", name="Ministerial talks")
    return None


@fault("MTG015")
def _(rows: Rows) -> object:
    another_meeting(rows, kind="external")
    one = {**row(rows, "arcadia-at-summit-2"), "id": "arcadia-at-talks", "meeting": "talks"}
    rows["participations"].append(one)
    return None


@fault("CLM001")
def _(rows: Rows) -> object:
    rows["claims"] = [
        {**one, "path": "colour", "id": one["id"].replace("until", "colour")}
        for one in rows["claims"]
    ]
    return None


@fault("CLM002")
def _(rows: Rows) -> object:
    return row(rows, "claim-visit-until-yearbook").update(value="1966-03-06")


@fault("CLM003")
def _(rows: Rows) -> object:
    claim = row(rows, "claim-visit-until-yearbook")
    return claim.update(preferred=False, nature="scope", value="1966")


@fault("CLM004")
def _(rows: Rows) -> object:
    return row(rows, "claim-visit-until-almanac").update(value="1966-03-04")


@fault("CLM005")
def _(rows: Rows) -> object:
    return row(rows, "claim-visit-until-almanac").update(reason=" ")


@fault("CLM006")
def _(rows: Rows) -> object:
    return row(rows, "claim-visit-until-almanac").update(value="some day")


@fault("CLM007")
def _(rows: Rows) -> object:
    claim = row(rows, "claim-visit-until-almanac")
    claim["id"] += "-almanac"
    return claim.update(sources=claim["sources"] * 2)


@fault("DOC001")
def _(rows: Rows) -> object:
    return row(rows, "declaration-1").update(adopted="1961-09-07")


@fault("DOC002")
def _(rows: Rows) -> object:
    return row(rows, "declaration-1").update(symbols=["A/16/9"], adopted="1960", adopted_by=[])


@fault("DOC003")
def _(rows: Rows) -> object:
    row(rows, "declaration-1")["provisions"][0]["locator"] = "7 "
    return None


@fault("DOC004")
def _(rows: Rows) -> object:
    provisions = row(rows, "declaration-1")["provisions"]
    provisions.append({**provisions[0], "summary": "Peace is best."})
    return None


@fault("DOC005")
def _(rows: Rows) -> object:
    return row(rows, "nac-res-7").update(symbols=["NAC/RES/7", "NAC/1"])


@fault("DOC006")
def _(rows: Rows) -> object:
    row(rows, "vote-res-7").update(symbol="NAC/RES/8")
    return row(rows, "nac-res-7").update(symbols=["NAC/RES/8"])


@fault("DOC007")
def _(rows: Rows) -> object:
    return row(rows, "declaration-1").update(kind="doctrine")


@fault("DOC008")
def _(rows: Rows) -> object:
    row(rows, "declaration-1")["provisions"][0]["known_through"] = "extract"
    return None


@fault("PRN001")
def _(rows: Rows) -> object:
    return row(rows, "rules-3").update(number=4, id="rules-4")


@fault("PRN002")
def _(rows: Rows) -> object:
    return row(rows, "virtues-1").update(corresponds_to=[])


@fault("PRN003")
def _(rows: Rows) -> object:
    return row(rows, "rules-3").update(stated_in="nac-res-7")


@fault("VOT001")
def _(rows: Rows) -> object:
    row(rows, "vote-res-7")["tally"][0]["value"] = 2
    return None


@fault("VOT002")
def _(rows: Rows) -> object:
    row(rows, "vote-res-7")["votes"][1]["state"] = "carpania"
    return None


@fault("VOT003")
def _(rows: Rows) -> object:
    row(rows, "vote-res-7")["votes"][1]["state"] = "arcadia"
    return None


@fault("VOT004")
def _(rows: Rows) -> object:
    row(rows, "election-1971")["tally"][0]["value"] = 5
    return None


@fault("VOT005")
def _(rows: Rows) -> object:
    row(rows, "election-1971")["rounds"][0]["number"] = 2
    return None


@fault("VOT006")
def _(rows: Rows) -> object:
    return row(rows, "vote-res-7").update(date="1970-06-02")


@fault("VOT008")
def _(rows: Rows) -> object:
    return row(rows, "assembly").update(kind="programme")


@fault("VOT007")
def _(rows: Rows) -> object:
    return row(rows, "vote-res-7").update(kind="decision")


@fault("IDS001")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(id="borduria-at-summit-2")


@fault("IDS002")
def _(rows: Rows) -> object:
    for round_ in row(rows, "election-1971")["rounds"]:
        round_["date"] = "1972-05-02"
    return row(rows, "election-1971").update(date="1972-05-02", note="Held again after 1971.")


@fault("IDS003")
def _(rows: Rows) -> object:
    rows["meetings"].append(
        {**row(rows, "ministers-1"), "id": "ministers-brod-1961", "city": "Arx", "host": "arcadia"}
    )
    return None


@fault("IDS004")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(kind="youth")


@fault("IDS005")
def _(rows: Rows) -> object:
    rows["events"].append({**row(rows, "visit"), "id": "visit-2"})
    return None


@fault("IDS006")
def _(rows: Rows) -> object:
    row(rows, "vote-res-7").update(symbol="NAC 7", document="nac-res-7-resolushun")
    return row(rows, "nac-res-7").update(id="nac-res-7-resolushun", symbols=["NAC 7"])


@fault("EVD001")
def _(rows: Rows) -> object:
    return row(rows, "cy-chair-1969").update(end="1969-02-02")


@fault("EVD002")
def _(rows: Rows) -> object:
    return row(rows, "summit-1").update(figures=[{"name": "heads", "value": 25}])


@fault("EVD003")
def _(rows: Rows) -> object:
    return row(rows, "visit").update(actors=["ada", "carpania"])


@fault("EVD004")
def _(rows: Rows) -> object:
    row(rows, "declaration-1")["provisions"][0]["locator"] = "8"
    return None


@fault("EVD005")
def _(rows: Rows) -> object:
    return row(rows, "borduria-at-summit-3").update(attended="yes")


@fault("EVD006")
def _(rows: Rows) -> object:
    return row(rows, "summit-2").update(name="Another summit")


@fault("EVD007")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(city="Elsewhere", host="borduria")


@fault("EVD008")
def _(rows: Rows) -> object:
    rows["applications"].append(
        {
            "id": "carpania-application-1999",
            "party": "carpania",
            "sought": "observer",
            "outcome": "rejected",
            "decided": "1999-05-01",
            "sources": [{"source": "yearbook", "says": "The application failed on 1999-05-01."}],
        }
    )
    return None


@fault("EVD009")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-nam-member").update(end="unknown")


@fault("EVD011")
def _(rows: Rows) -> object:
    return row(rows, "visit").update(standing="planned")


@fault("EVD010")
def _(rows: Rows) -> object:
    vote = {"id": "vote-9", "symbol": "NAC/9", "document": None, "title": "Another vote"}
    rows["votes"].append({**row(rows, "vote-res-7"), **vote, "kind": "decision"})
    return None


@fault("COD001")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"][4]["value"] = "0981"
    return None


@fault("COD002")
def _(rows: Rows) -> object:
    row(rows, "borduria").update(aliases=["Qaa Borduria"])
    row(rows, "borduria")["codes"][0]["value"] = "QAA"
    return None


@fault("COD003")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"][3]["value"] = "902"
    return None


@fault("COD004")
def _(rows: Rows) -> object:
    return row(rows, "borduria").update(names=[{"name": "Arcadia"}])


@fault("COD006")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"].append({"system": "gwn", "value": "982"})
    return None


@fault("COD007")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"][1]["value"] = "QAZ"
    return None


@fault("COD005")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"].append({"system": "iso3c", "value": "QAC"})
    return None


@fault("SRC001")
def _(rows: Rows) -> object:
    return row(rows, "cy").update(sources=[])


@fault("SRC002")
def _(rows: Rows) -> object:
    rows["sources"].append({**row(rows, "yearbook"), "id": "gazette", "title": "Gazette"})
    return None


@fault("SRC003")
def _(rows: Rows) -> object:
    return row(rows, "visit").update(sources=[{"source": "yearbook", "fields": ["colour"]}])


@fault("SRC004")
def _(rows: Rows) -> object:
    return row(rows, "declaration-1").update(url="example.org/declaration")


@fault("SRC005")
def _(rows: Rows) -> object:
    del row(rows, "yearbook")["accessed"]
    return None


@fault("SRC006")
def _(rows: Rows) -> object:
    return row(rows, "yearbook").update(accessed="2001-02-01")


@fault("SRC007")
def _(rows: Rows) -> object:
    return row(rows, "yearbook").update(cited_through="yearbook")


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_alone_fires_on_its_fault(code: str) -> None:
    rows = small()
    FAULTS[code](rows)
    if not code.startswith(
        ("EVD", "IDS006")
    ):  # The words go with the values, but where that is the fault.
        speak(rows)
    assert {finding.code for finding in check(dataset(rows))} == {code}


def test_rules_are_silent_on_sound_data() -> None:
    assert check(dataset()) == ()


def test_rules_are_silent_on_the_packaged_data(nam: Dataset) -> None:
    assert [str(finding) for finding in check(nam)] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_explains_itself(code: str) -> None:
    one = RULES[code]
    assert one.code == code
    assert one.title
    assert not one.title.endswith(".")
    assert one.description.endswith(".")


def test_a_finding_says_where() -> None:
    rows = small()
    row(rows, "visit").update(actors=["adda"])
    (finding,) = check(dataset(rows))
    assert (finding.file, finding.record, finding.field) == ("events.json", "visit", "actors")
    assert finding.severity is Severity.ERROR
    assert str(finding) == (
        "events.json: visit: actors: REF001 'adda' is the id of no record; did you mean 'ada'?"
    )


def test_rules_are_chosen_by_the_beginning_of_their_code() -> None:
    rows = undisputed()
    row(rows, "visit").update(actors=["nobody"], until="1966-02-28")
    speak(rows)
    nam = dataset(rows)
    assert {f.code for f in check(nam)} == {"DAT002", "REF001"}
    assert {f.code for f in check(nam, select=["DAT"])} == {"DAT002"}
    assert {f.code for f in check(nam, ignore=["DAT002"])} == {"REF001"}
    assert check(nam, select=["DAT"], ignore=["DAT002"]) == ()
    with pytest.raises(ValueError, match="no rule has the code 'XYZ'"):
        check(nam, select=["XYZ"])


def test_a_waiver_silences_one_rule_on_one_record() -> None:
    rows = small()
    FAULTS["DAT002"](rows)
    speak(rows)
    waiver = Waiver(rule="DAT002", record="visit", reason="The calendar was changed that week.")
    assert check(dataset(rows, (waiver,))) == ()
    (idle,) = check(dataset(waivers=(waiver,)))
    assert (idle.code, idle.severity) == ("WVR001", Severity.WARNING)
    silent = Waiver(rule="DAT002", record="visit", reason=" ")
    assert [f.code for f in check(dataset(rows, (silent,)))] == ["WVR002"]
    assert check(dataset(waivers=(waiver,)), ignore="WVR") == ()
    assert check(dataset(waivers=(waiver,)), ignore="DAT002") == ()
    assert len(check(dataset(waivers=(waiver,)), ignore="MEM")) == 1


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="DAT001 is taken"):
        rule("DAT001", "Another", "nothing")(lambda nam: ())
