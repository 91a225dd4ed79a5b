"""The command line, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset, __version__
from nam_azerbaijan.cli.main import main
from nam_azerbaijan.cli.printing import WIDEST

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
        "nam-azerbaijan: no one is in the chair on all of these days; --all shows all\n"
    )
    (term,) = as_json(capsys, "chair", "--on", "1991")
    assert (term["state"], term["capacity"]) == ("Yugoslavia", "several")
    assert (
        "no one status of Azerbaijan is certain"
        in run(capsys, "status", "Azerbaijan", "--on", "2011")[2]
    )
    (spell,) = as_json(capsys, "status", "345", "--code", "cown", "--on", "1975-01-01")
    assert spell["party"] == "Yugoslavia"
    with pytest.raises(SystemExit):
        run(capsys, "chair", "--all", "--on", "2012")


def test_csv_holds_json_where_a_value_has_parts(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "show", "azerbaijan", "--format", "csv")
    (shown,) = csv.DictReader(io.StringIO(out))
    assert json.loads(shown["codes"])[0]["system"] == "iso2c"


@pytest.mark.parametrize("width", [40, 60, 80, 120, 400])
def test_the_width_of_the_terminal_is_respected(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for argv in ((), ("meetings",), ("members",)):
        _, out, _ = run(capsys, *argv)
        longest = max(map(len, out.splitlines()))
        # Narrow columns stay readable, and what has no space is not torn apart.
        assert longest <= max(min(width, WIDEST), 80), argv


def test_a_terminal_gets_headings_in_bold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nam_azerbaijan.show.sys.stdout.isatty", lambda: True, raising=False)
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
    assert [one["party"] for one in rows][:2] == ["Afghanistan", "Algeria"]
    observers = as_json(capsys, "members", "--observers", "--on", "2000-01-01", "--possible")
    assert "Azerbaijan" in [one["party"] for one in observers]
    status, out, err = run(capsys, "members", "--on", "1960-01-01")
    assert (status, out, err) == (1, "", "nam-azerbaijan: nobody is one then\n")


def test_status(capsys: pytest.CaptureFixture[str]) -> None:
    (now,) = as_json(capsys, "status", "aze")
    assert (now["status"], now["start"]) == ("member", "2011-05-25")
    (then,) = as_json(capsys, "status", "373", "--code", "cown", "--on", "2000-01-01")
    assert then["status"] == "observer"
    assert len(as_json(capsys, "status", "AZ", "--all")) == 2
    assert run(capsys, "status", "AZE", "--on", "1993-01-01")[0] == 1
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
    assert "'tomorrow' is no date" in err
    for argv in (["sing"], ["meetings", "--kind", "party"], ["status"]):
        with pytest.raises(SystemExit) as caught:
            main(argv)
        assert caught.value.code == 2


def test_chair(capsys: pytest.CaptureFixture[str]) -> None:
    (chair,) = as_json(capsys, "chair", "--on", "2020-05-04")
    assert (chair["state"], chair["chairperson"]) == ("Azerbaijan", "Ilham Aliyev")
    assert run(capsys, "chair", "--on", "1960-01-01")[0] == 1
    titular, acting = as_json(capsys, "chair", "--on", "2007-01-01")
    assert (titular["chairperson"], acting["capacity"]) == ("Fidel Castro", "acting")
    assert len(as_json(capsys, "chair", "--all")) > 30
    (vacant,) = as_json(capsys, "chair", "--on", "1991-06-01")
    assert (vacant["state"], vacant["chairperson"]) == ("Yugoslavia", "")


def test_meetings(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(as_json(capsys, "meetings", "--kind", "summit")) == 19
    (baku,) = as_json(capsys, "meetings", "--kind", "summit", "--host", "azerbaijan")
    assert (baku["number"], baku["city"]) == ("18", "Baku")
    planned = as_json(capsys, "meetings", "--standing", "planned")
    assert "summit-20" in [one["record"] for one in planned]
    attended = as_json(capsys, "meetings", "--attended-by", "AZE", "--until", "2000-01-01")
    assert "summit-cartagena-1995" in [one["record"] for one in attended]


def test_documents(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "documents", "--topic", "armenia-azerbaijan-conflict")
    (tehran,) = [one for one in found if one["record"] == "final-document-tehran-2012"]
    assert tehran["paragraphs"] == "391"
    adopted = as_json(
        capsys, "documents", "--meeting", "summit-tehran-2012", "--kind", "final-document"
    )
    assert [one["record"] for one in adopted] == ["final-document-tehran-2012"]


def test_timeline(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "timeline", "azerbaijan", "--since", "2011", "--until", "2011")
    assert "azerbaijan-nam-member" in [one["record"] for one in found]
    assert len(as_json(capsys, "timeline")) > len(found)


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "search", "ilham", "aliyev")
    assert found[0]["record"] == "ilham-aliyev"
    status, out, err = run(capsys, "search", "zzzzz")
    assert (status, out, err) == (1, "", "nam-azerbaijan: no record has all the words\n")


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
        "  DAT002 error  visit: until: opened on 1966-03-01, after its last day 1966-02-28\n"
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


def test_it_pipes() -> None:
    command = f"{sys.executable} -m nam_azerbaijan timeline | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_a_terminal_without_letters() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nam_azerbaijan", "members"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert b"C?te d'Ivoire" in done.stdout
