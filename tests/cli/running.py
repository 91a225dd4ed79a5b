"""The command line, run inside the process of a test."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nam_azerbaijan.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit status, output and errors of a command, also where its arguments are wrong."""
    try:
        status = main(argv)
    except SystemExit as stopped:
        assert isinstance(stopped.code, int)
        status = stopped.code
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def as_json(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    """The rows that a command answers."""
    status, out, _ = run(capsys, *argv, "--format", "json")
    assert status == 0
    return json.loads(out)  # type: ignore[no-any-return]
