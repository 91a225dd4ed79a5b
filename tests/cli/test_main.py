"""How the command line ends: its exit status, and what it says on the way out."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import run

from nam_azerbaijan import Dataset, __version__

from factory import MANIFEST, row, speak, undisputed, write

COMMAND = (sys.executable, "-m", "nam_azerbaijan")

unix = pytest.mark.skipif(os.name != "posix", reason="needs pipes with names and a shell")


@unix
@pytest.mark.parametrize("argv", [("check", "{}"), ("members", "--data", "{}")])
def test_an_interrupt_ends_it_quietly(tmp_path: Path, argv: tuple[str, ...]) -> None:
    ready = tmp_path / "ready"
    hook = (
        "import signal, sys, time, pathlib\n"
        "import nam_azerbaijan.files.strict_json as files\n"
        # A shell tells what runs in its background to ignore interrupts.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def wait(*_):\n"
        f"    pathlib.Path({str(ready)!r}).touch()\n"
        "    time.sleep(60)\n"
        "pathlib.Path.read_bytes = wait\n"
        "from nam_azerbaijan.__main__ import run\n"
        "sys.exit(run())\n"
    )
    folder = write(tmp_path / "data", undisputed(), MANIFEST)
    filled = [part.format(folder) for part in argv]
    with subprocess.Popen(
        [sys.executable, "-c", hook, *filled], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        while not ready.exists() and child.poll() is None:
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, b"", b"")


@unix
def test_a_reader_that_leaves_ends_it_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "timeline", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline() == b"[\n"
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


@unix
def test_it_pipes_into_head() -> None:
    shell = f"{{ {' '.join(COMMAND)} timeline --format csv; echo $? >&2; }} | head -n 1"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout == "date,text,standing,collection,record\n"
    assert done.stderr == "141\n"


@unix
@pytest.mark.parametrize("to", ["/dev/full", "&-"])
@pytest.mark.parametrize("argv", ["members", "check", "list --format csv"])
def test_what_cannot_be_written_is_no_success(to: str, argv: str) -> None:
    shell = f"{' '.join(COMMAND)} {argv} >{to}"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("nam-azerbaijan: cannot write")
    assert len(done.stderr.splitlines()) == 1


def test_a_terminal_without_letters() -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PATH": ""}
    if "PYTHONPATH" in os.environ:
        environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
    done = [
        subprocess.run([*COMMAND, *argv], capture_output=True, check=True, env=environment).stdout
        for argv in (("members",), ("members", "--format", "csv"))
    ]
    assert b"C?te d'Ivoire" in done[0]
    assert "Côte d'Ivoire".encode() in done[1]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("status", "Azerbaijann"), "no state is called 'Azerbaijann'; did you mean Azerbaijan?"),
        (("show", "azerbaijan-nam-membr"), "did you mean azerbaijan-nam-member"),
        (("brief", ""), "no state is called ''"),
        (("source", "nosuch"), "no record has the id or name 'nosuch'"),
        (("participations", "--meeting", "cartagena"), "did you mean summit-cartagena-1995"),
        (("documents", "--meeting", "nowhere 1234"), "'nowhere 1234'"),
        (("status", "AZE", "--body", "ipap"), "may mean ipap-2005 or ipap-2008 or ipap-2012"),
        (("members", "--on", "2150-01-01"), "it covers the days up to 2025-12-31"),
        (("status", "Turkiye", "--body", "osce"), "the data does not cover"),
        (("members", "--former", "--body", "eco"), "the data does not cover"),
        (("list", "memberships", "--where", "party=nope"), "'nope'"),
        (("members", "--data", "no such place"), "no data set: no such place"),
    ],
)
def test_what_is_not_known_has_status_1(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    status, out, err = run(capsys, *argv)
    assert (status, out) == (1, "")
    assert said in err
    assert err.startswith("nam-azerbaijan: ")
    assert not err.startswith("nam-azerbaijan: none: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("status", "AZE", "--on", "1993-01-01"), "AZE had no status in Non-Aligned Movement on"),
        (("status", "Norway", "--all"), "Norway never had a status in Non-Aligned Movement"),
        (("status", "AZE", "--on", "2011"), "no one status of AZE is certain for all of 2011"),
        (("members", "--on", "1960-01-01"), "nobody was a member on 1960-01-01"),
        (("members", "--on", "1955"), "nobody was a member in 1955"),
        (("observers", "--on", "1960-01-01"), "nobody was an observer on 1960-01-01"),
        (("chair", "--on", "1960-01-01"), "nobody was in the chair then"),
        (("chair", "--on", "2012"), "no one was in the chair on all of these days"),
        (("troika", "--on", "1960-01-01"), "there was no chair then"),
        (("meetings", "--host", "AZE", "--until", "1961"), "no such meeting is on record"),
        (("documents", "--since", "1900", "--until", "1901"), "no such document is on record"),
        (("search", "zzzzz"), "no record fits these words"),
        (("source", "strakes-2015", "footnote 999"), "nothing cites the source at 'footnote 999'"),
        (("list", "meetings", "--where", "city=Oslo"), "no such record among the meetings"),
    ],
)
def test_none_is_an_answer(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    status, out, err = run(capsys, *argv)
    assert (status, out) == (0, "")
    assert err.startswith(f"nam-azerbaijan: none: {said}")
    assert run(capsys, *argv, "--format", "json")[1] == "[]\n"
    _, out, _ = run(capsys, *argv, "--format", "csv")
    header, *rows = csv.reader(io.StringIO(out))
    assert len(header) > 3
    assert rows == []


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("members", "--on", "tomorrow"), "'tomorrow' is no day"),
        (("meetings", "--kind", "party"), "'party'"),
        (("meetings", "--standing", "nope"), "'nope'"),
        (("meetings", "--since", "2020", "--until", "2010"), "since 2020 lies after until 2010"),
        (("documents", "--topic", "nope"), "no document speaks of the topic 'nope'"),
        (("search", "baku", "--limit", "0"), "--limit takes a number from 1"),
        (("search", "baku", "--kind", "nope"), "'nope'"),
        (("status", "373", "--code", "cow"), "did you mean 'cown'?"),
        (("list", "claims", "--where", "foo=1"), "claims have no field 'foo'"),
        (("list", "claims", "--where", "path"), "--where takes FIELD=VALUE"),
        (("list", "claims", "--where", "value=1", "--where", "value=2"), "each field once"),
        (("list", "meetings", "--where", "number=x"), "number holds a whole number, not 'x'"),
        (("list", "sources", "--per", "spellings"), "they have no parts at all"),
        (("list", "documents", "--per", "provision"), "did you mean 'provisions'?"),
        (("check", "--select", "XYZ"), "no rule has the code 'XYZ'"),
        (("check", "--ignore", ""), "take the code of a rule"),
        (("check", "--ignore", "  "), "take the code of a rule"),
        (("check", "--ignore", "DAT", "--ignore", ""), "take the code of a rule"),
        (("check", "--select", ""), "take the code of a rule"),
        (("sing",), "argument COMMAND: invalid choice: 'sing'"),
        (("list", "stat"), "argument COLLECTION: invalid choice: 'stat'"),
        (("members", "--format", "xml"), "argument --format: invalid choice: 'xml'"),
        (("chair", "--all", "--on", "2012"), "not allowed with argument"),
        (("meetings", "--number", "x"), "argument --number"),
        (("status",), "required: state"),
    ],
)
def test_wrong_use_has_status_2(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    status, out, err = run(capsys, *argv)
    assert (status, out) == (2, "")
    assert said in err


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = undisputed()
    speak(rows)
    folder = str(write(tmp_path / "data", rows))
    assert run(capsys, "check", folder) == (0, "0 findings\n", "")
    row(rows, "visit").update(until="1966-02-28")
    row(rows, "arcadia-at-summit-2").update(capacity="observer")
    speak(rows)
    write(tmp_path / "data", rows)
    status, out, _ = run(capsys, "check", folder, "--select", "DAT", "--select", "MTG")
    assert status == 1
    events, dates, participations, meetings, count = out.splitlines()
    assert (events, participations, count) == (
        "events.json", "participations.json", "2 findings",
    )  # fmt: skip
    assert dates.startswith("  DAT002 error  visit: until: ")
    assert meetings.startswith("  MTG006 error  arcadia-at-summit-2: capacity: ")
    status, out, _ = run(capsys, "check", folder, "--select", "DAT", "--format", "csv")
    assert status == 1
    assert [one["code"] for one in csv.DictReader(io.StringIO(out))] == ["DAT002"]
    status, out, _ = run(capsys, "check", folder, "--ignore", "DAT", "--ignore", "MTG")
    assert (status, out) == (0, "0 findings\n")
    assert run(capsys, "check", folder, "--ignore", "")[0] == 2


def test_check_of_what_is_no_data_set(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = run(capsys, "check", str(tmp_path / "nowhere"))
    assert status == 1
    assert "FMT001" in out
    assert out.endswith("\n1 finding\n")


def test_another_data_set(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = str(write(tmp_path / "data", undisputed()))
    status, out, _ = run(capsys, "state", "Arcadia", "--data", folder)
    assert status == 0
    assert "QAA" in out
    rows = undisputed()
    row(rows, "visit").update(date="never")
    row(rows, "arcadia-at-summit-2").update(capacity="king")
    folder = str(write(tmp_path / "data", rows))
    status, _, err = run(capsys, "state", "Arcadia", "--data", folder)
    assert status == 1
    assert "no data set: " in err
    assert "'nam-azerbaijan check DIR' lists 1 more" in err


def test_help_and_version(capsys: pytest.CaptureFixture[str], nam: Dataset) -> None:
    for argv in (("--help",), ("status", "--help")):
        status, out, _ = run(capsys, *argv)
        assert status == 0
        assert out.startswith("usage: nam-azerbaijan")
    assert run(capsys, "--version")[:2] == (
        0,
        f"nam-azerbaijan {__version__}, data {nam.version} as of {nam.as_of}\n",
    )
