"""`python -m nam_azerbaijan`: the command line."""

from __future__ import annotations

import sys

__all__ = ["run"]


def run() -> int:
    """Run the command line as a process of its own; Ctrl-C ends it quietly at any time."""
    try:
        from .cli.main import INTERRUPTED, main  # noqa: PLC0415  Much of a short run is importing.

        return main()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(run())
