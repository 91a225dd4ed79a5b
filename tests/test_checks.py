"""Every rule fires on a fault of its own, and is silent on sound data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nam_azerbaijan import Dataset, Severity, check
from nam_azerbaijan.checks import RULES
from nam_azerbaijan.checks.rules import rule
from nam_azerbaijan.manifest import Waiver

from factory import Rows, dataset, row, small

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
    return row(rows, "visit").update(until="1966-02-28")


@fault("DAT003")
def _(rows: Rows) -> object:
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
    rows["memberships"].append(
        {**row(rows, "borduria-nam-member"), "id": "twice", "status": "observer"}
    )
    return None


@fault("MEM002")
def _(rows: Rows) -> object:
    rows["memberships"].append(
        {
            **row(rows, "borduria-nam-member"),
            "id": "elsewhere",
            "body": "club",
            "start": "1999-01-01",
            "end": "2000-01-01",
            "party": "carpania",
            "began_at": None,
        }
    )
    rows["organizations"].append(
        {"id": "club", "name": "Club", "sources": row(rows, "nam")["sources"]}
    )
    spell = row(rows, "borduria-nam-member")
    del spell["end"]
    return spell.update(succeeded_by="elsewhere", ended="succeeded")


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
    return row(rows, "borduria-nam-member").update(began="founding")


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
        row(rows, key).update(start="1968-01-04")
    # The host must be in the chair on the last day; so the meeting has nobody to hand over to.
    return row(rows, "summit-3").update(host=None, kind="contact-group", series="")


@fault("CHR006")
def _(rows: Rows) -> object:
    row(rows, "borduria-at-summit-3").update(capacity="invited")
    return row(rows, "borduria-nam-member").update(status="suspended")


@fault("MTG001")
def _(rows: Rows) -> object:
    return row(rows, "summit-3").update(number=4)


@fault("MTG002")
def _(rows: Rows) -> object:
    row(rows, "summit-3").update(number=2)
    return row(rows, "summit-2").update(number=3)


@fault("MTG003")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(opened="1961-08-31")


@fault("MTG004")
def _(rows: Rows) -> object:
    return row(rows, "summit-2").update(host="arcadia")


@fault("MTG005")
def _(rows: Rows) -> object:
    return row(rows, "ministers-1").update(host="carpania")


@fault("MTG006")
def _(rows: Rows) -> object:
    return row(rows, "arcadia-at-summit-2").update(capacity="observer")


@fault("MTG007")
def _(rows: Rows) -> object:
    rows["participations"].append({**row(rows, "arcadia-at-summit-2"), "id": "again"})
    return None


@fault("COD001")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"][4]["value"] = "0981"
    return None


@fault("COD002")
def _(rows: Rows) -> object:
    row(rows, "borduria")["codes"][0]["value"] = "QAA"
    return None


@fault("COD003")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"][3]["value"] = "902"
    return None


@fault("COD004")
def _(rows: Rows) -> object:
    return row(rows, "borduria").update(names=[{"name": "Arcadia"}])


@fault("COD005")
def _(rows: Rows) -> object:
    row(rows, "arcadia")["codes"].append({"system": "iso3c", "value": "QAC"})
    return None


@fault("SRC001")
def _(rows: Rows) -> object:
    return row(rows, "visit").update(sources=[])


@fault("SRC002")
def _(rows: Rows) -> object:
    rows["sources"].append({**row(rows, "yearbook"), "id": "almanac"})
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
    rows = small()
    row(rows, "visit").update(actors=["nobody"], until="1966-02-28")
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
    waiver = Waiver(rule="DAT002", record="visit", reason="The calendar was changed that week.")
    assert check(dataset(rows, (waiver,))) == ()
    (idle,) = check(dataset(waivers=(waiver,)))
    assert (idle.code, idle.severity) == ("WVR001", Severity.WARNING)
    silent = Waiver(rule="DAT002", record="visit", reason=" ")
    assert [f.code for f in check(dataset(rows, (silent,)))] == ["WVR002"]


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="DAT001 is taken"):
        rule("DAT001", "Another", "nothing")(lambda nam: ())
