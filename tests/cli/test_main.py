"""The command line, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset, __version__
from nam_azerbaijan.cli.main import INTERRUPTED, PIPE_CLOSED, main
from nam_azerbaijan.cli.printing import WIDEST
from nam_azerbaijan.records import COLLECTIONS

from factory import row, speak, undisputed, write


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    status = main(argv)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def as_json(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    status, out, _ = run(capsys, *argv, "--format", "json")
    assert status == 0
    return json.loads(out)  # type: ignore[no-any-return]


def test_brief_says_what_matters(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    for expected in (
        "observer", "member", "2011-05-25", "2019-10-25", "2024-01-19", "Ilham Aliyev",
        "Baku 2019", "Durban 1998", "absent", "391", "662", "strakes-2015", "OIC", "1991-",
    ):  # fmt: skip
        assert expected in out, expected
    assert "\033" not in out


def test_brief_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys) == run(capsys, "brief")


def test_possible_members_have_the_spell_that_makes_them_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for day in ("1971-07-01", "1979", "2011"):
        rows = as_json(capsys, "members", "--on", day, "--possible")
        assert {row["status"] for row in rows} == {"member"}
    _, _, err = run(capsys, "members", "--on", "1964")
    assert "more may be; --possible adds them" in err


def test_a_vague_day_is_not_denied(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "chair", "--on", "2012")[2] == (
        "nam-azerbaijan: none: no one was in the chair on all of these days; see --possible, or "
        "--all\n"
    )
    (term,) = as_json(capsys, "chair", "--on", "1991")
    assert (term["state"], term["person"]) == ("yugoslavia", None)
    status, _, err = run(capsys, "status", "Azerbaijan", "--on", "2011")
    assert status == 0
    assert "--possible" in err
    (spell,) = as_json(capsys, "status", "345", "--code", "cown", "--on", "1975-01-01")
    assert spell["party"] == "yugoslavia"
    with pytest.raises(SystemExit):
        run(capsys, "chair", "--all", "--on", "2012")


def test_csv_holds_json_where_a_value_has_parts(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", "azerbaijan", "--format", "csv")
    (shown,) = csv.DictReader(io.StringIO(out))
    assert json.loads(shown["codes"])[0]["system"] == "iso2c"


@pytest.mark.parametrize("width", [40, 60, 80, 120, 400])
@pytest.mark.parametrize(
    "argv",
    [
        ("meetings",),
        ("documents",),
        ("list", "events"),
        ("participations", "--party", "AZE"),
        ("source", "fuller"),
    ],
    ids=" ".join,
)
def test_ids_stay_whole_whatever_the_width(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    argv: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = set(re.split(r"[\s\[\](),;:]+", run(capsys, *argv)[1]))
    assert {row["id"] for row in as_json(capsys, *argv)} <= words


def test_a_wide_terminal_is_not_filled(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for width in (120, 400):
        monkeypatch.setenv("COLUMNS", str(width))
        for argv in ((), ("meetings",), ("members",)):
            longest = max(map(len, run(capsys, *argv)[1].splitlines()))
            assert longest <= WIDEST, (width, argv)


def test_a_terminal_gets_headings_in_bold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\033[1mStatus\033[0m" in run(capsys)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in run(capsys)[1]


def test_csv_and_json_are_complete(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    lines = as_json(capsys, "brief")
    _, out, _ = run(capsys, "brief", "--format", "csv")
    assert list(csv.DictReader(io.StringIO(out))) == [
        {name: str(value) for name, value in line.items()} for line in lines
    ]
    assert [line["section"] for line in lines if line["section"] in ("status", "chair")] == [
        "status", "status", "chair",
    ]  # fmt: skip
    assert all(line["source"] in nam.sources for line in lines)
    assert all(nam.get(line["record"]) for line in lines)
    absent = [line["subject"] for line in lines if line["answer"] == "absent"]
    assert "Durban 1998" in absent
    assert any(line["answer"] == "391" for line in lines)


def test_members(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "members", "--on", "1961-09-06")) == 25
    _, out, _ = run(capsys, "members", "--on", "1961-09-06", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [one["party_name"] for one in rows][:2] == ["Afghanistan", "Algeria"]
    observers = as_json(capsys, "observers", "--on", "2000-01-01", "--possible")
    assert "azerbaijan" in [one["party"] for one in observers]
    status, out, err = run(capsys, "members", "--on", "1960-01-01")
    assert (status, out) == (0, "")
    assert err == "nam-azerbaijan: none: nobody was member on 1960-01-01\n"
    status, out, err = run(capsys, "members", "--body", "un")
    assert (status, out) == (1, "")
    assert err.startswith("nam-azerbaijan: the data does not cover memberships of every party in")


def test_an_empty_answer_in_csv_has_a_header(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (
        ("members", "--on", "1960-01-01"),
        ("search", "zzzzz"),
        ("meetings", "--until", "1950"),
    ):
        status, out, err = run(capsys, *argv, "--format", "csv")
        assert status == 0
        assert len(out.splitlines()) == 1
        assert out.startswith("id,")
        assert err.startswith("nam-azerbaijan: none: ")
    assert run(capsys, "search", "zzzzz", "--format", "json")[1] == "[]\n"


def test_status(capsys: pytest.CaptureFixture[str]) -> None:
    (now,) = as_json(capsys, "status", "aze")
    assert (now["status"], now["start"]) == ("member", "2011-05-25")
    (then,) = as_json(capsys, "status", "373", "--code", "cown", "--on", "2000-01-01")
    assert then["status"] == "observer"
    assert len(as_json(capsys, "status", "AZ", "--all")) == 2
    status, out, err = run(capsys, "status", "AZE", "--on", "1993-01-01")
    assert (status, out) == (0, "")
    assert err == "nam-azerbaijan: none: AZE had no status in nam on 1993-01-01\n"
    (there,) = as_json(capsys, "status", "AZE", "--body", "un", "--on", "2000")
    assert (there["body"], there["status"]) == ("un", "member")
    (vague,) = as_json(capsys, "status", "AZE", "--on", "1994-06-01", "--possible")
    assert vague["status"] == "observer"


def test_a_look_up_that_misses(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "status", "Azerbaijann")
    assert (status, out) == (1, "")
    assert err == "nam-azerbaijan: no state is called 'Azerbaijann'; did you mean Azerbaijan?\n"
    assert run(capsys, "members", "--on", "2150-01-01")[0] == 1


def test_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "members", "--on", "tomorrow")
    assert status == 2
    assert "'tomorrow' is no day" in err
    status, _, err = run(capsys, "meetings", "--kind", "party")
    assert status == 2
    assert "unknown MeetingKind 'party'" in err
    for argv, named in (
        (["sing"], "argument COMMAND: invalid choice: 'sing'"),
        (["show"], "the following arguments are required: record"),
        (["brief", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
    ):
        with pytest.raises(SystemExit) as caught:
            main(argv)
        assert caught.value.code == 2
        assert named in capsys.readouterr().err


def test_chair(capsys: pytest.CaptureFixture[str]) -> None:
    (chair,) = as_json(capsys, "chair", "--on", "2020-05-04")
    assert (chair["state_name"], chair["person_name"]) == ("Azerbaijan", "Ilham Aliyev")
    assert run(capsys, "chair", "--on", "1960-01-01")[:2] == (0, "")
    titular, acting = as_json(capsys, "chair", "--on", "2007-01-01")
    assert (titular["person_name"], acting["capacity"]) == ("Fidel Castro", "acting")
    assert len(as_json(capsys, "chair", "--all")) > 30
    (vacant,) = as_json(capsys, "chair", "--on", "1991-06-01")
    assert (vacant["state"], vacant["person"]) == ("yugoslavia", None)
    three = as_json(capsys, "troika", "--on", "2020-05-04")
    assert [one["state"] for one in three] == ["venezuela", "azerbaijan", "uganda"]


def test_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "meetings", "--kind", "summit")) == 19
    (baku,) = as_json(capsys, "meetings", "--kind", "summit", "--host", "azerbaijan")
    assert (baku["number"], baku["city"]) == (18, "Baku")
    planned = as_json(capsys, "meetings", "--standing", "planned")
    assert "summit-20" in [one["id"] for one in planned]
    attended = as_json(capsys, "meetings", "--attended-by", "AZE", "--until", "2000-01-01")
    assert "summit-cartagena-1995" in [one["id"] for one in attended]


def test_documents(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "documents", "--topic", "armenia-azerbaijan-conflict")
    (tehran,) = [one for one in found if one["id"] == "final-document-tehran-2012"]
    assert tehran["paragraphs"] == ["391"]
    adopted = as_json(
        capsys, "documents", "--meeting", "summit-tehran-2012", "--kind", "final-document"
    )
    assert [one["id"] for one in adopted] == ["final-document-tehran-2012"]
    same = as_json(capsys, "documents", "--meeting", "Tehran 2012", "--kind", "final-document")
    assert same == adopted


def test_timeline(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "timeline", "azerbaijan", "--since", "2011", "--until", "2011")
    assert "azerbaijan-nam-member" in [one["record"] for one in found]
    assert len(as_json(capsys, "timeline")) > len(found)


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "search", "ilham", "aliyev")
    assert found[0]["id"] == "ilham-aliyev"
    assert all(one["source"] or one["kind"] == "Source" for one in found)
    status, out, err = run(capsys, "search", "zzzzz")
    assert (status, out, err) == (0, "", "nam-azerbaijan: none: no record fits these words\n")


def test_what_a_source_says_differs_from_the_data_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(
        capsys, "search", "start", "of", "Azerbaijan", "as", "member", "--kind", "claims"
    )
    told = (
        "azerbaijan-nam-page: start of Azerbaijan as member in Non-Aligned Movement is 2011-05-26"
    )
    assert f"{told} (data: 2011-05-25)" in " ".join(out.split())
    _, out, _ = run(capsys, "source", "strakes-2015", "25")
    assert out.startswith("section 1, fn 25\n")
    assert "[argentina-nam-observer-2]" in out
    status, _, err = run(capsys, "source", "nobody")
    assert status == 1
    assert "no record has the id or name 'nobody'" in err


def test_a_page_shows_what_is_said_about_a_record(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", "azerbaijan-nam-member")
    assert "2011-05-26" in out
    assert "azerbaijan-nam-page" in out


@pytest.mark.parametrize("state", ["India", "Cuba", "Yugoslavia", "Brazil", "Norway", "PLO"])
def test_brief_of_any_state(capsys: pytest.CaptureFixture[str], nam: Dataset, state: str) -> None:
    status, out, _ = run(capsys, "brief", state)
    assert status == 0
    assert out.startswith(f"{nam.state(state).name} in the Non-Aligned Movement\n")
    for spell in nam.spells(state):
        assert str(spell.start) in out


def test_vague_ends_add_no_year(capsys: pytest.CaptureFixture[str]) -> None:
    """One that ended within 2005 to 2007 is not said to have lasted to 2008."""
    _, out, _ = run(capsys, "brief")
    text = " ".join(out.split())
    assert "IPAP 2005-2008" not in text
    assert "IPAP" in text


COMMANDS = [
    ("brief",), ("brief", "Cuba"), ("members",), ("members", "--body", "nam"), ("observers",),
    ("status", "AZE", "--all"), ("chair", "--all"), ("troika",), ("state", "373", "--code", "cown"),
    ("meetings", "--city", "Baku"), ("documents", "--meeting", "Baku 2019"),
    ("participations", "--party", "AZE"), ("principles", "--set", "bandung"),
    ("persons", "Liz Fuller"), ("timeline", "Ilham Aliyev"), ("search", "Bandung principles"),
    ("source", "fuller"), ("show", "azerbaijan-nam-member"), ("list",),
    *(("list", name) for name in COLLECTIONS),
]  # fmt: skip


@pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)
def test_every_command_answers_in_every_form(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    status, out, _ = run(capsys, *argv)
    assert status == 0
    assert out.strip()
    rows = as_json(capsys, *argv)
    status, out, _ = run(capsys, *argv, "--format", "csv")
    read = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert len(read) == len(rows) > 0


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    (record,) = as_json(capsys, "show", "final-document-tehran-2012")
    assert record["provisions"][0]["locator"] == "391"
    _, out, _ = run(capsys, "show", "azerbaijan-nam-member")
    assert out.startswith("Membership azerbaijan-nam-member\n")
    assert "2011-05-25" in out
    assert run(capsys, "show", "azerbaijan-nam-membr")[0] == 1


def test_what_cannot_be_written() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nam_azerbaijan", "members"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "nam-azerbaijan: cannot write" in done.stderr


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "check") == (0, "0 findings\n", "")
    rows = undisputed()
    row(rows, "visit").update(until="1966-02-28")
    speak(rows)
    row(rows, "arcadia-at-summit-2").update(capacity="observer")
    folder = str(write(tmp_path / "data", rows))
    status, out, _ = run(capsys, "check", folder)
    assert status == 1
    assert out == (
        "events.json\n"
        "  DAT002 error  visit: until: begins on 1966-03-01, after its last day 1966-02-28\n"
        "participations.json\n"
        "  MTG006 error  arcadia-at-summit-2: capacity: "
        "takes part as observer, but is member on 1964-10-05\n"
        "2 findings\n"
    )
    status, out, _ = run(capsys, "check", folder, "--select", "DAT", "--format", "json")
    assert [one["code"] for one in json.loads(out)] == ["DAT002"]
    assert run(capsys, "check", folder, "--ignore", "DAT", "--ignore", "MTG")[0] == 0
    status, out, _ = run(capsys, "check", str(tmp_path / "nowhere"))
    assert status == 1
    assert "FMT001" in out
    assert run(capsys, "check", "--select", "XYZ")[0] == 2
    for option in ("--ignore", "--select"):
        status, out, err = run(capsys, "check", folder, option, "")
        assert (status, out) == (2, "")
        assert "take the code of a rule or the beginning of one" in err


def test_help_and_version(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    for argv in (["--help"], ["status", "--help"]):
        with pytest.raises(SystemExit) as caught:
            main(argv)
        assert caught.value.code == 0
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == (
        f"nam-azerbaijan {__version__}, data {nam.version} as of {nam.as_of}\n"
    )


def test_a_reader_that_has_seen_enough_is_no_success() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "nam_azerbaijan", "timeline"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == PIPE_CLOSED


def test_an_interruption_is_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("nam_azerbaijan.cli.main.load", interrupted)
    monkeypatch.setattr("nam_azerbaijan.cli.main._silence", lambda: None)
    assert run(capsys, "members") == (INTERRUPTED, "", "")


def test_a_terminal_without_letters() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nam_azerbaijan", "members"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert b"C?te d'Ivoire" in done.stdout


def test_an_exact_id_wins_over_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    """The Movement has the id that is the letter code of Namibia."""
    (shown,) = as_json(capsys, "show", "nam")
    assert shown["id"] == "nam"
