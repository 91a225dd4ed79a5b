"""The command line: `nam-azerbaijan`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from ..dataset import load
from ..errors import CoverageError, SearchUnavailableError
from ..findings import DatasetError
from .parser import parser
from .printing import print_table

__all__ = ["main"]

MISSED = 1
MISUSED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the arguments; those of the process where `None`.

    Returns:
        The exit status. 0: answered, also where the answer is that there is none. 1: what was
        asked about is not known or not covered, a check found an error, or the answer could not
        be written. 2: wrong use. 130: interrupted. 141: the reader closed the pipe.
    """
    arguments = parser().parse_args(argv)
    try:
        return _answered(arguments)
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return PIPE_CLOSED
    except OSError as error:
        _silence()
        target = f" {error.filename}" if error.filename else ""
        return _failed(f"cannot write{target}: {error.strerror or error}", MISSED)
    except (LookupError, ValueError, SearchUnavailableError) as error:
        return _failed(*_said(error))


def _said(error: Exception) -> tuple[object, int]:
    """What an error says, and the exit status that goes with it."""
    if isinstance(error, DatasetError):
        first, *others = error.findings
        more = f"; 'nam-azerbaijan check DIR' lists {len(others)} more" if others else ""
        return f"no data set: {first}{more}", MISSED
    misused = isinstance(error, ValueError) and not isinstance(error, CoverageError)
    return error.args[0] if error.args else error, MISUSED if misused else MISSED


def _answered(arguments: argparse.Namespace) -> int:
    """Run a command, print what it has to say, and return the exit status."""
    if sys.stdout is None:
        return _failed("cannot write: the output is closed", MISSED)
    _prepare(arguments.format)
    nam = load(getattr(arguments, "data", None)).prefer(*getattr(arguments, "prefer", ()))
    reply = arguments.run(nam, arguments)
    if arguments.format == "table" and reply.page is not None:
        reply.page()
    else:
        print_table(reply.table, arguments.format)
    sys.stdout.flush()
    notes = reply.notes if reply.table.rows or not reply.none else (f"none: {reply.none}",)
    for note in notes:
        print(f"nam-azerbaijan: {note}", file=sys.stderr)
    return int(reply.status)


def _prepare(form: str) -> None:
    """Let the output take every letter.

    CSV and JSON are for other programs and always UTF-8. A terminal that cannot show a letter gets
    a question mark in its place.
    """
    with contextlib.suppress(AttributeError):  # What stands in for it in a notebook or a test.
        if form == "table":
            sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        else:
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def _silence() -> None:
    """Send to nowhere what the interpreter would still write at its end."""
    with contextlib.suppress(OSError, ValueError):  # A stand-in has no file number.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(what: object, status: int) -> int:
    """Say in one line what went wrong, and return the exit status."""
    print(f"nam-azerbaijan: {' '.join(str(what).split())}", file=sys.stderr)
    return status
