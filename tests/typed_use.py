"""Code as a user writes it; mypy holds it against the types that the library promises."""

from __future__ import annotations

import datetime as dt
from typing import assert_type

from nam_azerbaijan import (
    AnyRecord,
    Assertion,
    Chairmanship,
    Citation,
    Cited,
    Claim,
    Dataset,
    Document,
    Entry,
    Finding,
    Meeting,
    Membership,
    PartialDate,
    Person,
    SearchHit,
    State,
    Status,
    Troika,
    check,
    load,
)
from nam_azerbaijan.compare import (
    Admissions,
    StateYear,
    StateYears,
    Summary,
    cow_igo,
    membership_years,
)

nam = load()
assert_type(nam, Dataset)
assert_type(nam.state("AZE"), State)
assert_type(nam.state(373, code="cown"), State)
assert_type(nam.state("AZE").iso3c, str | None)
assert_type(nam.status("AZE", on="2012-08-30"), Status | None)
assert_type(nam.status(nam.state("AZE"), on=dt.date(2012, 8, 30)), Status | None)
assert_type(nam.spell("AZE", on=PartialDate("2012-08")), Membership | None)
assert_type(nam.members(), tuple[State, ...])
assert_type(nam.chair(), Chairmanship | None)
assert_type(nam.chairperson(), Person | None)
assert_type(nam.troika(), Troika | None)
assert_type(nam.find_meetings(kind="summit"), tuple[Meeting, ...])
assert_type(nam.find_documents(topic="peace"), tuple[Document, ...])
assert_type(nam.timeline("AZE"), tuple[Entry, ...])
assert_type(nam.search("Karabakh", kind="documents"), tuple[AnyRecord, ...])
assert_type(nam.search_hits("Karabakh", source="fuller"), tuple[SearchHit, ...])
assert_type(nam.cited("fuller", locator="paragraph 7"), tuple[Cited, ...])
assert_type(nam.cited("fuller")[0].citation, Citation)
assert_type(nam.about("azerbaijan-nam-member"), tuple[Claim | Assertion, ...])
assert_type(nam.memberships["azerbaijan-nam-member"], Membership)
assert_type(nam.memberships.get("x"), Membership | None)
assert_type(nam.memberships.where(party="azerbaijan"), tuple[Membership, ...])
assert_type(check(nam), tuple[Finding, ...])
for spell in nam.memberships:
    assert_type(spell.start, PartialDate)
    assert_type(spell.sources, tuple[Citation, ...])
column = cow_igo(nam, [{"ccode": 373, "year": 2012, "NAM": 1}], partial="last")
assert_type(column, StateYears)
assert_type(column.rows, tuple[StateYear, ...])
assert_type(column.summary(), Summary[StateYear])
assert_type(column.rows[0].explanation, str)
admissions = membership_years(nam, [{"name": "Cuba", "status": "member", "start": 1961, "end": ""}])
assert_type(admissions, Admissions)
