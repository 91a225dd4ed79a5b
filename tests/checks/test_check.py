"""`check`: silent on sound data, never at a loss on unsound, chosen and waived as it says."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from faults import Fault, put
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import Dataset, Finding, Severity, check
from nam_azerbaijan.checks import FORM_CODES, RULES, Rule
from nam_azerbaijan.checks.rules import rule
from nam_azerbaijan.dates import PartialDate
from nam_azerbaijan.files.manifest import Waiver
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.walk import FieldType, field_types
from nam_azerbaijan.store import HeldLayer, Store

from factory import MANIFEST, SMALL, Rows, dataset, row, small, speak

OVERLONG = "1" * 5000  # More digits than Python makes a number of.


def faults() -> Iterator[Fault]:
    for file in sorted(Path(__file__).parent.glob("test_*_rules.py")):
        yield from getattr(importlib.import_module(file.stem), "FAULTS", ())


def broken(*, speaking: bool = True, **values: Any) -> Dataset:
    """The small data set with the visit changed."""
    rows = small()
    rows["claims"].clear()
    rows["sources"] = [one for one in rows["sources"] if one["id"] != "almanac"]
    put("visit", **values)(rows)
    if speaking:
        speak(rows)
    return dataset(rows)


def with_waivers(*waivers: Waiver, **values: Any) -> Dataset:
    nam = broken(**values) if values else dataset()
    described = {**MANIFEST, "waivers": [attrs.asdict(waiver) for waiver in waivers]}
    return Dataset(nam._store, described)


def test_sound_data_is_sound(nam: Dataset) -> None:
    assert check(dataset()) == ()
    assert [str(finding) for finding in check(nam)] == []


# Those on coverage, and one on what a user prefers, have no fault in rows.
ROWS = sorted(code for code in RULES if not code.startswith(("COV", "CLM008")))


@pytest.mark.parametrize("code", ROWS)
def test_every_rule_has_a_fault(code: str) -> None:
    assert any(f" {code} " in found for fault in faults() for found in fault.found)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_explains_itself(code: str) -> None:
    one = RULES[code]
    assert one.code == code
    assert one.title
    assert not one.title.endswith(".")
    assert one.description.endswith(".")
    assert one.description[0].isupper()


def test_the_registry_is_read_only() -> None:
    with pytest.raises(TypeError):
        RULES["ABC001"] = next(iter(RULES.values()))  # type: ignore[index]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        next(iter(RULES.values())).code = "ABC001"  # type: ignore[misc]


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="DAT002 is taken by 'Begins before it ends'"):
        rule("DAT002", "Another", "nothing")(lambda nam: ())
    assert isinstance(RULES["DAT002"], Rule)


def test_no_rule_has_a_code_of_form() -> None:
    assert not set(FORM_CODES) & set(RULES)


def test_a_finding_says_where() -> None:
    (finding,) = check(broken(actors=["adda"]))
    assert finding == Finding(
        code="REF001",
        message="'adda' is the id of no record; did you mean 'ada'?",
        severity=Severity.ERROR,
        file="events.json",
        record="visit",
        field="actors",
    )


def test_form_is_told_alone() -> None:
    nam = broken(actors=["nobody"], until="1966-02-28")
    assert {finding.code for finding in check(nam)} == {"REF001"}
    assert {finding.code for finding in check(nam, select="DAT")} == {"REF001"}


def test_an_id_that_stands_twice_is_a_finding() -> None:
    rows = small()
    rows["events"].append(dict(row(rows, "visit")))
    assert {finding.code for finding in check(dataset(rows))} == {"FMT004"}


def test_findings_stand_in_the_order_of_files_and_records() -> None:
    rows = small()
    for key in ("visit", "arcadia", "ada"):
        put(key, sources=[])(rows)
    files = [(finding.file, finding.record) for finding in check(dataset(rows), select="SRC001")]
    assert files == [("events.json", "visit"), ("persons.json", "ada"), ("states.json", "arcadia")]


def test_rules_are_chosen_by_the_beginning_of_their_code() -> None:
    nam = broken(until="1966-02-28", about=["yearbook"])

    def codes(**chosen: Any) -> set[str]:
        return {finding.code for finding in check(nam, **chosen)}

    assert codes() == {"DAT002", "REF004"}
    assert codes(select="DAT") == codes(select=["DAT002"]) == {"DAT002"}
    assert codes(ignore="DAT002") == codes(ignore=["DAT"]) == {"REF004"}
    assert codes(select=["DAT", "REF"], ignore=["DAT002", "MEM"]) == {"REF004"}
    assert codes(select="DAT", ignore="DAT002") == set()
    assert codes(select="WVR") == codes(select="FMT") == set()


@pytest.mark.parametrize("wrong", ["XYZ", "", "DAT0022", "dat"])
def test_a_code_that_no_rule_has_is_refused(wrong: str) -> None:
    for chosen in ({"select": wrong}, {"ignore": [wrong]}):
        with pytest.raises(
            ValueError, match=f"no rule has the code '{wrong}'; families: AST, CHR, "
        ):
            check(dataset(), **chosen)


CALENDAR = Waiver(rule="DAT002", record="visit", reason="The calendar was changed that week.")


def test_a_waiver_silences_one_rule_on_one_record() -> None:
    assert check(with_waivers(CALENDAR, until="1966-02-28")) == ()
    other = attrs.evolve(CALENDAR, record="summit-1")
    codes = [finding.code for finding in check(with_waivers(other, until="1966-02-28"))]
    assert codes == ["WVR001", "DAT002"]


def test_an_idle_waiver_is_told_where_its_rule_is_run() -> None:
    nam = with_waivers(CALENDAR)
    (idle,) = check(nam)
    assert idle.severity is Severity.WARNING
    assert str(idle) == (
        "dataset.json: visit: waivers: WVR001 waives DAT002, which finds nothing wrong with the "
        "record"
    )
    assert check(nam, ignore="WVR") == check(nam, ignore="DAT002") == check(nam, select="DAT") == ()
    assert check(nam, ignore="MEM") == check(nam, select=["DAT", "WVR"]) == (idle,)
    unknown = with_waivers(attrs.evolve(CALENDAR, rule="DAT001"))
    assert [finding.code for finding in check(unknown, ignore="DAT")] == ["WVR001"]


def test_a_waiver_without_a_reason_is_a_finding() -> None:
    nam = with_waivers(attrs.evolve(CALENDAR, reason=" "), until="1966-02-28")
    assert [str(finding) for finding in check(nam)] == [
        "dataset.json: visit: waivers: WVR002 waives DAT002 without a reason"
    ]


def test_a_waiver_entered_twice_is_a_finding() -> None:
    again = attrs.evolve(CALENDAR, reason="It was changed.")
    nam = with_waivers(CALENDAR, again, until="1966-02-28")
    assert [str(finding) for finding in check(nam)] == [
        "dataset.json: visit: waivers: WVR003 waives DAT002 twice"
    ]
    other = attrs.evolve(CALENDAR, rule="DAT003")
    assert "WVR003" not in {finding.code for finding in check(with_waivers(CALENDAR, other))}


def test_what_the_coverage_leaves_out_is_checked_too() -> None:
    """Rules read records: a query would refuse what is not covered."""
    cover = {"since": "1961-09-01", "until": "2000-12-31", "scope": "Another body."}
    elsewhere = {**cover, "whole": [{"bodies": ["assembly"]}]}
    described = {**MANIFEST, "coverage": {"memberships": elsewhere, "participations": elsewhere}}
    assert check(Dataset(Store((HeldLayer(small()),)), described)) == ()


# Single fields with other values of the right form: `check` has findings or none, and never fails.

IDS = sorted(one["id"] for held in SMALL.values() for one in held)
HOME = {one["id"]: name for name, held in SMALL.items() for one in held}
DATES = (
    "0001-01-01", "0002", "1961-09-01", "1961-09", "1961", "1961..1964", "1964-10-05",
    "[1961-09-01..1961-09-06]", "1968-01-02..1968-01-03", "1999-01-01", "2000-12-31", "9999",
    "9999-12-31", "9998-12-31..9999-12-31",
)  # fmt: skip
PATHS = (
    "names/²", "names/0", "names/9", "", "/", "names//", "sources/0/fields", "existence/0/start",
    "tally/yes", f"names/{OVERLONG}", "votes/arcadia", "end", "id", "period", "provisions/7/topic",
)  # fmt: skip
TEXTS = (
    "", " ", "\n", "{", "{0}", "²", "٣", "\uff21", "-", "a-", "1st", "99999th", OVERLONG, "https://[",
    "5 to 10 May 1964", "0 January", "A/RES/62/243", "S/RES/1 (9999)", "NAM 0000/x", "the", *PATHS,
)  # fmt: skip
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


def values(field: FieldType) -> st.SearchStrategy[Any]:
    """Values of a data file that a field may hold, sound or not."""
    one: st.SearchStrategy[Any]
    if field.refers:
        permitted = [key for key in IDS if field.refers == ("*",) or HOME[key] in field.refers]
        one = st.sampled_from(permitted)
    elif field.choices:
        one = st.sampled_from(field.choices)
    elif field.has_parts:
        one = parts(field.cls)
    elif field.cls is PartialDate:
        bounds = ("open", "unknown") if field.bound else ()
        one = st.sampled_from((*DATES, *bounds))
    else:
        simple: dict[type, st.SearchStrategy[Any]] = {
            str: st.sampled_from(TEXTS) | st.text(max_size=5),
            int: st.integers(-2, 3) | st.integers(),
            bool: st.booleans(),
        }
        one = simple.get(field.cls, ANY)
    if field.many:
        return st.lists(one, max_size=3)
    return st.none() | one if field.default is None and not field.refers else one


def parts(cls: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Parts of a record as a data file has them."""
    held = {name: values(field) for name, field in field_types(cls).items()}
    needed = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    return st.fixed_dictionaries(
        {name: one for name, one in held.items() if name in needed},
        optional={name: one for name, one in held.items() if name not in needed},
    )


@st.composite
def corrupted(draw: st.DrawFn) -> Rows:
    """The small data set with one field of one row changed."""
    rows = small()
    collection = draw(st.sampled_from([name for name in COLLECTIONS if rows[name]]))
    one = draw(st.sampled_from(rows[collection]))
    types = dict(field_types(record_class(collection)))
    types.pop("id")
    name = draw(st.sampled_from(sorted(types)))
    one[name] = draw(values(types[name]))
    return rows


@settings(max_examples=300, deadline=None)
@given(rows=corrupted())
def test_check_never_fails(rows: Rows) -> None:
    for finding in check(dataset(rows)):
        assert finding.code in RULES or finding.code in FORM_CODES
        assert finding.message


def test_times_of_existence_in_the_wrong_order_are_a_finding() -> None:
    rows = small()
    wrong = [{"start": "1990", "end": "1991"}, {"start": "1955", "end": "1980"}]
    put("arcadia", existence=wrong)(rows)
    assert "DAT006" in {finding.code for finding in check(dataset(rows))}
