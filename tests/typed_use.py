"""Code as a user writes it, held by type checkers against the types that the library promises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import attrs

import nam_azerbaijan
from nam_azerbaijan import (
    Agreement,
    AmbiguousRecordError,
    Answer,
    AnyRecord,
    Assertion,
    Bound,
    Chairmanship,
    Chairperson,
    Citation,
    Cited,
    Claim,
    Collection,
    Coverage,
    CoverageError,
    Dataset,
    DatasetError,
    DatedMeaning,
    Day,
    Document,
    Entry,
    Finding,
    Meeting,
    Membership,
    Office,
    Organization,
    PartialDate,
    Participation,
    Period,
    Person,
    SearchHit,
    Severity,
    Source,
    Standing,
    State,
    Status,
    Tally,
    TallyTable,
    Troika,
    UnknownStateError,
    Vote,
    YearAgreement,
    check,
    checks,
    cite,
    compare,
    export,
    load,
)
from nam_azerbaijan.checks import RULES, Rule
from nam_azerbaijan.compare import (
    Admission,
    AdmissionTable,
    Category,
    Ground,
    Group,
    StateYear,
    StateYearTable,
    Summary,
    cow_igo,
    membership_years,
)

# Look-ups

nam = load()
assert_type(nam, Dataset)
assert_type(nam.version, str)
assert_type(nam.as_of, dt.date)
assert_type(nam.coverage, Mapping[str, Coverage])
assert_type(nam.state("AZE"), State)
assert_type(nam.state(373, code="cown"), State)
assert_type(nam.state("Yemen", on=1970), State)
assert_type(nam.state("AZE").iso3c, str | None)
assert_type(nam.meanings("YEM"), tuple[DatedMeaning, ...])
assert_type(nam.status("AZE", on="2012-08-30"), Status | None)
assert_type(nam.status(nam.state("AZE"), on=dt.date(2012, 8, 30)), Status | None)
assert_type(nam.spell("AZE", on=PartialDate("2012-08")), Membership | None)
assert_type(nam.spells("AZE", body="nam"), tuple[Membership, ...])
assert_type(nam.members(), tuple[State, ...])
assert_type(nam.observers(on=2012, possible=True), tuple[State, ...])
assert_type(nam.observer_organizations(), tuple[Organization, ...])
assert_type(nam.chair(), Chairmanship | None)
assert_type(nam.chairperson(), Person | None)
assert_type(nam.chairperson_term(capacity="acting"), Chairperson | None)
assert_type(nam.troika(), Troika | None)
assert_type(nam.find_meetings(kind="summit", since=1961, until="1970"), tuple[Meeting, ...])
assert_type(nam.find_documents(topic="armenia-azerbaijan-conflict"), tuple[Document, ...])
assert_type(nam.timeline("AZE"), tuple[Entry, ...])
assert_type(nam.search("Karabakh", kind="documents"), tuple[AnyRecord, ...])
assert_type(nam.search_hits("Karabakh", source="fuller"), tuple[SearchHit, ...])
assert_type(nam.tally("A/RES/62/243"), Tally)
assert_type(nam.tally("A/RES/62/243", "region")["africa"]["yes"], int)
assert_type(nam.tally(nam.votes["vote-a-res-62-243"]).states("member", "no"), tuple[State, ...])
roll_call = [{"rcid": 1, "country": "Cuba", "vote": "yes", "date": "1990-01-01"}]
assert_type(nam.tally(roll_call, by="region", on=1990).total, Mapping[str, int])
assert_type(nam.tallies(roll_call, since=1990, possible=True), TallyTable)
assert_type(nam.tallies(roll_call)["1"], Tally)
assert_type(nam.agreement(roll_call, "Cuba"), Agreement)
assert_type(nam.agreement(roll_call, "Cuba")[1990], YearAgreement)
assert_type(nam.agreement(roll_call, "Cuba")[1990].share, float)
assert_type(nam.cited("fuller", locator="paragraph 7"), tuple[Cited, ...])
assert_type(nam.cited("fuller")[0].citation, Citation)
assert_type(nam.about("azerbaijan-nam-member"), tuple[Claim | Assertion, ...])
titles: list[str] = [found.label for found in nam.search("Karabakh")]


def of_my_own(folder: Path) -> None:
    """Data and tables in files."""
    assert_type(nam_azerbaijan.load(folder), Dataset)
    assert_type(nam.overlay(str(folder)), Dataset)
    assert_type(cow_igo(nam, folder / "column.csv").rows, tuple[StateYear, ...])
    assert_type(compare.membership_years(nam, "list.csv").rows, tuple[Admission, ...])
    assert_type(export.to_csv(nam, Path("folder")), tuple[Path, ...])
    assert_type(export.to_state_year_csv(nam, "file.csv", partial="last"), tuple[Path, ...])
    assert_type(export.to_dated_groups_csv(nam, "file.csv", bodies=["un"]), tuple[Path, ...])


# What is taken as a day

days: list[Day] = [
    dt.date(2012, 8, 30),
    dt.datetime(2012, 8, 30, tzinfo=dt.UTC),
    2012,
    2012.0,
    "2012-08-30T10:00:00Z",
    PartialDate("2012"),
]
for day in days:
    assert_type(nam.status("AZE", on=day), Status | None)
    assert_type(PartialDate("2012").may_be(day), bool)

# Collections

assert_type(nam.memberships, Collection[Membership])
assert_type(nam.memberships["azerbaijan-nam-member"], Membership)
assert_type(nam.memberships.get("x"), Membership | None)
assert_type(nam.memberships.get("x", 0), Membership | int)
assert_type(nam.memberships.where(party="azerbaijan", status=Status.MEMBER), tuple[Membership, ...])
assert_type(len(nam.sources), int)
assert_type("cuba" in nam.states, bool)
for spell in nam.memberships:
    assert_type(spell.start, PartialDate)
    assert_type(spell.end, PartialDate | Bound)
    assert_type(spell.sources, tuple[Citation, ...])
    assert_type(spell.period, Period)
    assert_type(spell.period.contains(2012), bool)
for vote in nam.votes:
    assert_type(vote, Vote)
    assert_type({ballot.state: ballot.choice.value for ballot in vote.votes}, dict[str, str])


def describe(record: AnyRecord) -> str:
    """Any record, told apart by its class."""
    if isinstance(record, State):
        return record.name_on("2012")
    if isinstance(record, Membership | Participation):
        return record.party
    if isinstance(record, Source):
        return record.title
    match record:
        case Claim(path=path) | Assertion(statement=path):
            return path
        case Meeting():
            return str(record.opened.earliest)
        case _:
            return record.sources[0].source


anything = nam.get("azerbaijan")
assert_type(anything, AnyRecord)
assert_type(anything.id, str)
assert_type(anything.label, str)
assert_type(anything.to_dict(), dict[str, Any])
describe(anything)

# Records of one's own: what a data file would hold, or what the record does

mine = Membership(
    id="azerbaijan-nam-guest",
    party="azerbaijan",
    status="guest",
    start="1992-09-01",
    end="open",
    began=None,
    sources=[{"source": "strakes-2015", "locator": "section 3"}],
)
same = Membership(
    id="azerbaijan-nam-guest",
    party="azerbaijan",
    status=Status.GUEST,
    start=dt.date(1992, 9, 1),
    end=Bound.OPEN,
    standing=Standing.HELD,
    sources=(Citation(source="strakes-2015", locator="section 3", fields=["start"]),),
)
assert_type(mine.status, Status)
assert_type(mine.standing, Standing)
State(
    id="qland",
    names=[{"name": "Qland"}],
    codes=[{"system": "iso3c", "value": "QQQ", "start": "1991"}],
    aliases=["Q"],
    existence=[Period("1991-10-18"), {"start": "1918", "end": "1920"}],
    sources=[Citation(source="yearbook")],
)
Person(
    id="ada",
    name="Ada",
    offices=[Office(title="Queen", period={"start": 1955}), {"title": "Minister", "seen": 1961}],
    sources=[{"source": "yearbook"}],
)
assert_type(Period(1991, "2011-05-25").end, PartialDate | Bound)

later = attrs.evolve(mine, start="2011-05-25", status=Status.MEMBER)
assert_type(later, Membership)
assert_type(attrs.evolve(nam.states["cuba"], note="Changed."), State)
assert_type(attrs.asdict(mine), dict[str, Any])
names: list[str] = [field.name for field in attrs.fields(Membership)]
name: str = attrs.fields(Membership).start.name
assert_type(attrs.has(Citation), bool)
assert_type(Answer("unknown"), Answer)

# Errors

try:
    nam.state("Azerbaijann")
except UnknownStateError as error:
    assert_type(error.suggestions, tuple[str, ...])
except AmbiguousRecordError as error:
    assert_type(error.candidates, tuple[str, ...])
except CoverageError as error:
    assert_type(error.covered, str)
except DatasetError as error:
    assert_type(error.findings, tuple[Finding, ...])

# Citations

assert_type(cite(nam), str)
assert_type(cite(nam, nam.memberships["azerbaijan-nam-member"], style="csl"), str)
assert_type(cite(nam, record="azerbaijan-nam-member"), str)
assert_type(export.json_schema("memberships"), dict[str, Any])

# Checks

assert_type(check(nam), tuple[Finding, ...])
assert_type(checks.check(nam, select="MEM", ignore=["MEM004"]), tuple[Finding, ...])
for finding in check(nam):
    assert_type(finding.severity, Severity)
assert_type(RULES, Mapping[str, Rule])
assert_type(checks.RULES["MEM001"].title, str)

# Other data sets

column = cow_igo(nam, [{"ccode": 373, "year": 2012, "NAM": 1}], partial="last")
assert_type(column, StateYearTable)
assert_type(column.rows, tuple[StateYear, ...])
assert_type(column.groups(), tuple[Group[StateYear], ...])
assert_type(column.summary(), Summary[StateYear])
assert_type(column.summary().counts, Mapping[Category, int])
assert_type(column.rows[0].explanation, str)
assert_type(column.rows[0].ground, Ground)
listed = [{"name": "Cuba", "status": "member", "start": 1961, "end": ""}]
assert_type(membership_years(nam, listed), AdmissionTable)
