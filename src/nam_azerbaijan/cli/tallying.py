"""What the command `tally` answers."""

from __future__ import annotations

import argparse
import functools
import os

from ..dataset import Dataset
from ..tables.of_queries import vote_table
from .printing import print_table
from .reply import Reply

__all__ = ["tallied"]


def tallied(nam: Dataset, asked: argparse.Namespace) -> Reply:
    """How the states of each group voted: on record, or in the roll calls of a file."""
    of_file = os.path.isfile(asked.vote)  # noqa: PTH113  Never raises.
    if not of_file and (asked.since or asked.until):
        raise ValueError("--since and --until choose among the roll calls of a file")
    found = (
        nam.tallies(
            asked.vote,
            asked.by,
            on=asked.on,
            since=asked.since,
            until=asked.until,
            possible=asked.possible,
        ).values()
        if of_file
        else (nam.tally(asked.vote, asked.by, asked.on, possible=asked.possible),)
    )
    notes = []
    if unknown := dict.fromkeys(name for one in found for name in one.unknown):
        notes.append(f"not understood, and not counted: {', '.join(unknown)}")
    if unsure := dict.fromkeys(state.name for one in found for state in one.uncertain):
        as_what = "what they may have been" if asked.possible else "none; see --possible"
        notes.append(f"not certain on the day, counted as {as_what}: {', '.join(unsure)}")
    shown = vote_table(found, totals=not of_file)
    return Reply(
        table=vote_table(found),
        none="the file has no roll call of these days",
        notes=tuple(notes),
        page=functools.partial(print_table, shown, "table"),
    )
