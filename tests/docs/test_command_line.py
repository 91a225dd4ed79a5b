"""The page on the command line has every command, with all that it takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nam_azerbaijan.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
SECTIONS = {
    head: body
    for head, _, body in (part.partition("\n") for part in PAGE.split("\n## ")[1:])
    if head != "Options"
}


def helped(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What `--help` says."""
    with pytest.raises(SystemExit):
        main([*argv, "--help"])
    return capsys.readouterr().out


def test_every_command_has_a_section(capsys: pytest.CaptureFixture[str]) -> None:
    said = helped(capsys).partition("commands:")[2]
    assert list(SECTIONS) == re.findall(r"^ {4}([a-z-]+)(?: |$)", said, re.MULTILINE)


@pytest.mark.parametrize("command", SECTIONS)
def test_every_option_of_a_command_is_told(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = helped(capsys, command)
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", said)) - {"--help"}
    assert options == set(re.findall(r"--[a-z][a-z-]*", SECTIONS[command]))


def test_the_table_leads_to_every_section() -> None:
    assert re.findall(r"\]\(#([a-z-]+)\)", PAGE) == list(SECTIONS)
