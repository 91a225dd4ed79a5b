"""What each command answers."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from running import as_json, run

from nam_azerbaijan import Dataset
from nam_azerbaijan.cli.parser import parser
from nam_azerbaijan.cli.printing import FORMATS
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.walk import field_types

COMMANDS = [
    "",
    "brief India",
    "members",
    "members --former",
    "members --observers",
    "observers",
    "observers --former",
    "observers --organizations",
    "status Azerbaijan",
    "status Azerbaijan --all",
    "status Azerbaijan --body cis",
    "chair",
    "chair --all",
    "troika",
    "state Azerbaijan",
    "meetings --standing all",
    "documents --topic armenia-azerbaijan-conflict",
    "participations --party Azerbaijan",
    "principles --set bandung",
    "persons",
    "persons ilham-aliyev",
    "timeline",
    "timeline Azerbaijan",
    "tally A/RES/62/243",
    "tally A/RES/48/16 --by region",
    "search tehran 2012",
    "source strakes-2015 25",
    "show azerbaijan-nam-member",
    "disputes --about Azerbaijan",
    "disputes dispute-azerbaijan-nam-member-start",
    "why azerbaijan-nam-member",
    "why azerbaijan-nam-member start",
    "verify",
    "verify --source strakes-2015 --verdict contradicted",
    "status Azerbaijan --on 2011-05-25 --prefer azerbaijan-nam-page",
    "show strakes-2015",
    "show ilham-aliyev",
    "show nam",
    "list",
    *(f"list {name}" for name in COLLECTIONS),
    *(
        f"list {name} --per {field}"
        for name in COLLECTIONS
        for field, kind in field_types(record_class(name)).items()
        if kind.has_parts and kind.many
    ),
    "check",
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_everything_is_reached(capsys: pytest.CaptureFixture[str], command: str, form: str) -> None:
    argv = [*command.split(), "--format", form] if command else ["brief", "--format", form]
    status, out, _ = run(capsys, *argv)
    assert status == 0
    if command == "check":  # Nothing is wrong with the packaged data.
        nothing = {"table": "0 findings", "json": "[]"}
        assert out.strip() == nothing.get(form, "file,record,field,code,severity,message")
        return
    if form == "table":
        assert len(out.splitlines()) > 1
        assert "<" not in out.splitlines()[0]  # No repr of anything.
    elif form == "json":
        rows = json.loads(out)
        assert rows
        assert len({tuple(row) for row in rows}) == 1
    else:
        header, *rows = csv.reader(io.StringIO(out))
        assert rows
        assert {len(row) for row in rows} == {len(header)}


def test_no_command_is_left_out() -> None:
    help_text = parser().format_help()
    named = set(re.findall(r"^    (\w+)\b", help_text, re.MULTILINE))
    # What `export` writes, and where, has a module of its own.
    assert named == {"export", *(command.split()[0] for command in COMMANDS if command)}


def test_csv_and_json_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["meetings"], ["list", "claims"], ["documents"]):
        rows = as_json(capsys, *argv)
        _, out, _ = run(capsys, *argv, "--format", "csv")
        for row, line in zip(rows, csv.DictReader(io.StringIO(out)), strict=True):
            for name, value in row.items():
                if isinstance(value, list | dict):
                    assert json.loads(line[name]) == value
                else:
                    assert line[name] == ("" if value is None else str(value))


def test_members(capsys: pytest.CaptureFixture[str]) -> None:
    founders = as_json(capsys, "members", "--on", "1961-09-06")
    assert len(founders) == 25
    assert [one["party_name"] for one in founders][:2] == ["Afghanistan", "Algeria"]
    assert {one["status"] for one in founders} == {"member"}
    _, out, _ = run(capsys, "members", "--on", "1961-09-06")
    assert [line.split()[0] for line in out.splitlines()][:2] == ["party", "Afghanistan"]


def test_possible_members_have_the_spell_that_makes_them_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for day in ("1971-07-01", "1979", "2011"):
        certain = {one["id"] for one in as_json(capsys, "members", "--on", day)}
        rows = as_json(capsys, "members", "--on", day, "--possible")
        assert {row["status"] for row in rows} == {"member"}
        assert certain < {row["id"] for row in rows}
        _, _, err = run(capsys, "members", "--on", day)
        more = len(rows) - len(certain)
        assert err == f"nam-azerbaijan: {more} more may be; --possible adds them\n"


def test_observers(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    states = as_json(capsys, "observers", "--on", "2000-01-01")
    assert "azerbaijan" in {one["party"] for one in states}
    assert as_json(capsys, "members", "--observers", "--on", "2000-01-01") == states
    organizations = as_json(capsys, "observers", "--organizations")
    assert organizations
    assert all(one["party"] in nam.organizations for one in organizations)


def test_former_members_are_those_that_left(capsys: pytest.CaptureFixture[str]) -> None:
    former = {one["party"] for one in as_json(capsys, "members", "--former")}
    assert {"argentina", "cyprus", "malta", "yugoslavia"} <= former
    earlier = {one["party"] for one in as_json(capsys, "members", "--former", "--on", "2000")}
    assert "argentina" in earlier
    assert not earlier & {"cyprus", "malta"}
    observers = {one["party"] for one in as_json(capsys, "observers", "--former")}
    assert "azerbaijan" in observers


def test_status(capsys: pytest.CaptureFixture[str]) -> None:
    (now,) = as_json(capsys, "status", "aze")
    assert (now["status"], now["start"]) == ("member", "2011-05-25")
    (then,) = as_json(capsys, "status", "373", "--code", "cown", "--on", "2000-01-01")
    assert then["status"] == "observer"
    assert len(as_json(capsys, "status", "AZ", "--all")) == 2
    assert as_json(capsys, "status", "AZE", "--on", "1994-06-01") == []
    (vague,) = as_json(capsys, "status", "AZE", "--on", "1994-06-01", "--possible")
    assert vague["status"] == "observer"
    (other,) = as_json(capsys, "status", "AZE", "--body", "cis")
    assert (other["body"], other["status"]) == ("cis", "member")
    (coded,) = as_json(capsys, "status", "345", "--code", "cown", "--on", "1975-01-01")
    assert coded["party"] == "yugoslavia"


def test_a_field_on_which_sources_differ_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "status", "aze")
    assert "sources differ on its start: nam-azerbaijan show azerbaijan-nam-member" in err


def test_chair(capsys: pytest.CaptureFixture[str]) -> None:
    (chair,) = as_json(capsys, "chair", "--on", "2020-05-04")
    assert (chair["state"], chair["person_name"]) == ("azerbaijan", "Ilham Aliyev")
    titular, acting = as_json(capsys, "chair", "--on", "2007-01-01")
    assert (titular["person_name"], acting["capacity"]) == ("Fidel Castro", "acting")
    everybody = as_json(capsys, "chair", "--all")
    assert len(everybody) > 30
    assert [one["start"] for one in everybody] == sorted(one["start"] for one in everybody)


def test_an_empty_chair(capsys: pytest.CaptureFixture[str]) -> None:
    (vacant,) = as_json(capsys, "chair", "--on", "1991-06-01")
    assert (vacant["state"], vacant["person"]) == ("yugoslavia", None)
    assert "the chair was vacant" in run(capsys, "chair", "--on", "1991-06-01")[2]
    (term,) = as_json(capsys, "chair", "--on", "1991")
    assert (term["state"], term["person"]) == ("yugoslavia", None)
    assert "several, or nobody" in run(capsys, "chair", "--on", "1991")[2]
    assert as_json(capsys, "chair", "--on", "2012", "--possible") != []


def test_troika(capsys: pytest.CaptureFixture[str]) -> None:
    rows = as_json(capsys, "troika", "--on", "2020-05-04")
    assert [(one["place"], one["state"]) for one in rows] == [
        ("former", "venezuela"), ("present", "azerbaijan"), ("next", "uganda"),
    ]  # fmt: skip


def test_state(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = as_json(capsys, "state", "345", "--code", "cown", "--on", "1975-01-01")
    assert (found["id"], found["name_on_day"]) == ("yugoslavia", "Yugoslavia")
    (found,) = as_json(capsys, "state", "345", "--code", "cown")
    assert found["id"] == "serbia"


def test_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "meetings", "--kind", "summit")) == 19
    (baku,) = as_json(capsys, "meetings", "--kind", "summit", "--host", "azerbaijan")
    assert (baku["number"], baku["city"]) == (18, "Baku")
    assert as_json(capsys, "meetings", "--series", "nam-summit", "--number", "18") == [baku]
    assert baku in as_json(capsys, "meetings", "--city", "baku", "--since", "2019-10")
    planned = as_json(capsys, "meetings", "--standing", "planned")
    assert "summit-20" in [one["id"] for one in planned]
    unrealized = as_json(capsys, "meetings", "--standing", "unrealized")
    assert "summit-baghdad-1982" in [one["id"] for one in unrealized]
    attended = as_json(capsys, "meetings", "--attended-by", "AZE", "--until", "2000-01-01")
    assert "summit-cartagena-1995" in [one["id"] for one in attended]


def test_documents(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "documents", "--topic", "armenia-azerbaijan-conflict")
    (tehran,) = [one for one in found if one["id"] == "final-document-tehran-2012"]
    assert tehran["paragraphs"] == ["391"]
    for meeting in ("summit-tehran-2012", "Tehran 2012"):
        adopted = as_json(capsys, "documents", "--meeting", meeting, "--kind", "final-document")
        assert [one["id"] for one in adopted] == ["final-document-tehran-2012"]


def test_participations(capsys: pytest.CaptureFixture[str]) -> None:
    (there,) = as_json(capsys, "participations", "--meeting", "Cartagena 1995", "--party", "AZE")
    assert (there["attended"], there["city"]) == ("yes", "Cartagena")
    unknown = as_json(capsys, "participations", "--party", "AZE", "--attended", "unknown")
    assert "summit-durban-1998" in {one["meeting"] for one in unknown}


def test_principles(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "principles", "--set", "bandung")) == 10
    for one in as_json(capsys, "principles", "--corresponds-to", "bandung-1"):
        assert "bandung-1" in one["corresponds_to"]


def test_persons(capsys: pytest.CaptureFixture[str]) -> None:
    (person,) = as_json(capsys, "persons", "Ilham Aliyev")
    assert person["id"] == "ilham-aliyev"
    assert person["held"]


def test_timeline(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "timeline", "azerbaijan", "--since", "2011", "--until", "2011")
    assert "azerbaijan-nam-member" in [one["record"] for one in found]
    assert len(as_json(capsys, "timeline")) > len(found)
    meeting = as_json(capsys, "timeline", "Baku 2019")
    assert "summit-baku-2019" in [one["record"] for one in meeting]


def test_a_hit_names_its_source_and_what_the_data_holds(
    capsys: pytest.CaptureFixture[str], nam: Dataset
) -> None:
    assert as_json(capsys, "search", "ilham", "aliyev")[0]["id"] == "ilham-aliyev"
    key = next(one.id for one in nam.claims.where(record="azerbaijan-nam-member", preferred=False))
    claim = nam.claims[key]
    words = ("start", "Azerbaijan", "2011-05-26", "--source", claim.sources[0].source)
    _, out, err = run(capsys, "search", *words, "--kind", "claims", "--limit", "1")
    text = " ".join(out.split())
    assert text.startswith(f"1. {claim.sources[0].source}: start of Azerbaijan as member")
    assert "(data: 2011-05-25)" in text
    assert f"Claim {claim.id} [{claim.sources[0].source}" in text
    assert err == "" or "more fit less well" in err


def test_a_terminal_gets_the_best_hits_and_a_file_all(capsys: pytest.CaptureFixture[str]) -> None:
    everything = as_json(capsys, "search", "azerbaijan")
    _, out, err = run(capsys, "search", "azerbaijan")
    assert len(everything) > 20
    assert "\n20. " in out
    assert "\n21. " not in out
    assert f"{len(everything) - 20} more fit less well" in err
    assert as_json(capsys, "search", "azerbaijan", "--limit", "3") == everything[:3]


def test_a_place_in_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    rows = as_json(capsys, "source", "strakes-2015", "25")
    assert {one["source"] for one in rows} == {"strakes-2015"}
    assert "armenia-nam-observer" in {one["id"] for one in rows}
    assert all("25" in one["locator"] for one in rows)
    assert as_json(capsys, "source", "strakes-2015", "footnote 25") == rows
    assert len(as_json(capsys, "source", "strakes-2015")) > len(rows)
    _, out, _ = run(capsys, "source", "strakes-2015", "25")
    assert not out.startswith(" ")
    assert "the source: one of the 17 observer states" in " ".join(out.split())


def test_show_has_what_sources_say_of_it(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    _, out, _ = run(capsys, "show", "azerbaijan-nam-member")
    text = " ".join(out.split())
    assert out.startswith("Membership azerbaijan-nam-member\n")
    said = nam.about("azerbaijan-nam-member")
    assert said
    for one in said:
        assert f"{one.sources[0].source}: " in text
    for words in (
        "Citations", "Sources that differ", "preferred: ", "is 2011-05-26 (data: 2011-05-25)",
        "What sources say about it",
    ):  # fmt: skip
        assert words in text
    (record,) = as_json(capsys, "show", "azerbaijan-nam-member")
    assert {one["id"] for one in record["said_about_it"]} == {one.id for one in said}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("azerbaijan", "State azerbaijan"),
        ("Baku 2019", "Meeting summit-baku-2019"),
        ("Ilham Aliyev", "Person ilham-aliyev"),
        ("nam", "Organization nam"),  # And not Namibia, of which NAM is the code.
        ("strakes-2015", "Source strakes-2015"),
    ],
)
def test_show_takes_names(capsys: pytest.CaptureFixture[str], name: str, first: str) -> None:
    status, out, _ = run(capsys, "show", name)
    assert status == 0
    assert out.splitlines()[0] == first


def test_list(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    counts = {one["collection"]: one["records"] for one in as_json(capsys, "list")}
    assert counts == {name: len(nam.collection(name)) for name in COLLECTIONS}
    rows = as_json(capsys, "list", "memberships", "--where", "status=observer",
                   "--where", "party=AZE")  # fmt: skip
    assert [one["id"] for one in rows] == ["azerbaijan-nam-observer"]
    (one,) = as_json(capsys, "list", "meetings", "--where", "number=18",
                     "--where", "series=nam-summit")  # fmt: skip
    assert one["id"] == "summit-baku-2019"
    for value in (118, "2011-05-26"):
        expected = [claim.id for claim in nam.claims if str(claim.value) == str(value)]
        found = as_json(capsys, "list", "claims", "--where", f"value={value}")
        assert expected
        assert [one["id"] for one in found] == expected
    preferred = as_json(capsys, "list", "claims", "--where", "preferred=yes")
    assert len(preferred) == len(nam.claims.where(preferred=True))
    citing = as_json(capsys, "list", "memberships", "--source", "strakes-2015")
    assert citing
    assert all("strakes-2015" in one["sources"] for one in citing)


def test_tally_of_a_vote(capsys: pytest.CaptureFixture[str]) -> None:
    rows = as_json(capsys, "tally", "A/RES/62/243")
    assert rows[0] == {
        "resolution": "A/RES/62/243", "date": "2008-03-14", "group": "member",
        "yes": 32, "no": 3, "abstain": 46, "absent": 36,
    }  # fmt: skip
    assert [row["group"] for row in rows] == ["member", "observer", "guest", "none"]
    status, out, err = run(capsys, "tally", "A/RES/62/243")
    assert (status, err) == (0, "")
    head, *lines = [line.split() for line in out.splitlines()]
    assert head == ["resolution", "date", "group", "yes", "no", "abstain", "absent"]
    assert [line[2] for line in lines][-2:] == ["total", "official"]
    assert lines[-1][3:] == lines[-2][3:] == ["39", "7", "100", "46"]
    later = as_json(capsys, "tally", "A/RES/62/243", "--on", "2012-01-01", "--by", "nam")
    assert later[0]["yes"] == 33


def test_tally_says_what_is_not_certain(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "tally", "A/RES/48/16")
    assert "not certain on the day, counted as none; see --possible: " in err
    _, _, err = run(capsys, "tally", "A/RES/48/16", "--possible")
    assert "counted as what they may have been: " in err


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        ("A/RES/62/2433", 1, "did you mean vote-a-res-62-243"),
        ("A/RES/75/4", 1, "does not cover how each state voted on A/RES/75/4"),
        ("A/RES/62/243 --by pace", 1, "does not cover memberships of every party in pace"),
        ("A/RES/62/243 --on 2030", 1, "does not cover 2030"),
        ("A/RES/62/243 --since 2000", 2, "--since and --until choose among the roll calls"),
    ],
)
def test_tally_misses(
    capsys: pytest.CaptureFixture[str], argv: str, status: int, said: str
) -> None:
    code, out, err = run(capsys, "tally", *argv.split())
    assert (code, out) == (status, "")
    assert said in err


def test_tally_of_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "votes.csv"
    file.write_text(
        "rcid,country,vote,date\n"
        "1,Cuba,yes,1990-01-01\n"
        "1,Atlantis,no,1990-01-01\n"
        "2,Cuba,no,1991-01-01\n",
        encoding="utf-8",
    )
    rows = as_json(capsys, "tally", str(file))
    assert [(row["resolution"], row["group"], row["yes"], row["no"]) for row in rows] == [
        ("1", "member", 1, 0), ("1", "observer", 0, 0), ("1", "none", 0, 0),
        ("2", "member", 0, 1), ("2", "observer", 0, 0), ("2", "none", 0, 0),
    ]  # fmt: skip
    _, out, err = run(capsys, "tally", str(file), "--until", "1990")
    assert len(out.splitlines()) == 4
    assert err == "nam-azerbaijan: not understood, and not counted: Atlantis\n"
    _, out, err = run(capsys, "tally", str(file), "--since", "2000")
    assert (out, err) == ("", "nam-azerbaijan: none: the file has no roll call of these days\n")
    file.write_text("a,b\n", encoding="utf-8")
    code, _, err = run(capsys, "tally", str(file))
    assert (code, "no layout has the columns 'a', 'b'" in err) == (2, True)
