"""What the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from .. import __version__
from ..dataset import AS_OF, Dataset, load
from ..records import COLLECTIONS, MOVEMENT, SYSTEMS
from ..records.base import Answer, Standing
from ..records.documents import DocumentKind
from ..records.evidence import Nature
from ..records.meetings import MeetingKind
from ..verdicts import Ruling
from . import commands, source_criticism
from .printing import FORMATS
from .reply import Reply
from .tallying import tallied

__all__ = ["EXPORTS", "parser"]

EXPORTS = (
    "csv", "parquet", "datapackage", "bibtex", "csl", "ical", "schema", "state-year", "groups",
)  # fmt: skip
"""The formats of `export`; written out, since its modules are needed for no other command."""

_EPILOG = """\
Names may be given as people write them, days as YYYY-MM-DD, YYYY-MM or YYYY. Every command takes
--help. Exit status: 0 where the question is answered, also by "none"; 1 where a name is not known,
the data does not cover the question, or a check finds an error; 2 for wrong use; 130 when
interrupted; 141 when the reader of a pipe has closed it.
"""

_Run = Callable[[Dataset, argparse.Namespace], Reply]


class _Version(argparse.Action):
    """Prints the versions of the library and of the data."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        nam = load()
        print(f"nam-azerbaijan {__version__}, data {nam.version} as of {nam.as_of}")
        parser.exit()


def _shared(*options: tuple[str, dict[str, Any]]) -> argparse.ArgumentParser:
    """Options that several commands share."""
    made = argparse.ArgumentParser(add_help=False)
    for name, settings in options:
        made.add_argument(name, **settings)
    return made


def _one_of(words: Iterable[str]) -> str:
    return f"one of {', '.join(words)}"


def parser() -> argparse.ArgumentParser:
    """What reads the arguments of the command line."""
    made = argparse.ArgumentParser(
        prog="nam-azerbaijan",
        description="The Non-Aligned Movement and Azerbaijan's place in it, with sources.",
        epilog=_EPILOG,
    )
    made.add_argument(
        "--version", action=_Version, nargs=0, help="show the versions of the library and the data"
    )
    made.set_defaults(run=commands.brief, format="table", state="azerbaijan", data=None, prefer=[])
    added = made.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    formatted = _shared(
        ("--format", {"choices": FORMATS, "default": "table", "help": "default: table"})
    )
    stored = _shared(
        ("--data", {"metavar": "DIR", "help": "a directory in place of the packaged data"}),
        (
            "--prefer",
            {
                "metavar": "SOURCE",
                "action": "append",
                "default": [],
                "help": "the data as this source has it; may be repeated, the first first",
            },
        ),
    )
    ranged = _shared(
        ("--since", {"metavar": "DAY", "help": "from this day on"}),
        ("--until", {"metavar": "DAY", "help": "up to this day"}),
    )
    in_body = _shared(
        ("--body", {"default": MOVEMENT, "help": "the body asked about; default: the Movement"})
    )
    possible = _shared(("--possible", {"action": "store_true", "help": "also what only may be"}))

    def add(name: str, run: _Run, text: str, *parents: argparse.ArgumentParser) -> _Command:
        every = {"check": [formatted], "export": [stored]}.get(name, [formatted, stored])
        command = added.add_parser(
            name, help=text, description=f"{text[0].upper()}{text[1:]}.", parents=[*every, *parents]
        )
        command.set_defaults(run=run)
        return command

    _add_statuses(add, in_body, possible)
    _add_records(add, ranged, possible)
    _add_votes(add, ranged, possible)
    _add_words(add, ranged, possible)
    _add_criticism(add)
    return made


_Command = argparse.ArgumentParser
_Add = Callable[..., _Command]


def _on(command: _Command, *, or_all: str = "") -> None:
    """Let a command take a day, or `--all` where it says what that is."""
    days = command.add_mutually_exclusive_group() if or_all else command
    days.add_argument(
        "--on", metavar="DAY", default=AS_OF, help="the day; default: the last day known"
    )
    if or_all:
        days.add_argument("--all", action="store_true", help=or_all)


def _add_statuses(add: _Add, in_body: _Command, possible: _Command) -> None:
    """Commands on what states are, and on the chair."""
    brief = add("brief", commands.brief, "a state in the Movement on one screen (the default)")
    brief.add_argument("state", nargs="?", default="azerbaijan", help="default: Azerbaijan")
    members = add("members", commands.members, "who is a member on a day", in_body, possible)
    _on(members)
    members.add_argument("--observers", action="store_true", help="as the command 'observers'")
    observers = add(
        "observers", commands.observers, "who is an observer on a day", in_body, possible
    )
    _on(observers)
    observers.add_argument("--organizations", action="store_true", help="instead of states")
    for command in (members, observers):
        command.add_argument(
            "--former", action="store_true", help="who was one before that day and no longer is"
        )
    status = add("status", commands.status, "what a state is on a day", in_body, possible)
    status.add_argument("state", help="a name or code of a state, or an organization")
    status.add_argument("--code", metavar="SYSTEM", help="STATE is a code: " + _one_of(SYSTEMS))
    _on(status, or_all="all spells, whatever the day")
    chair = add("chair", commands.chair, "who is in the chair on a day", possible)
    _on(chair, or_all="everybody in the chair since 1961")
    _on(add("troika", commands.troika, "the former, present and next chair on a day", possible))
    state = add("state", commands.state, "which state a name or code means, and its codes")
    state.add_argument("state", help="a name, a former name or a code")
    state.add_argument("--code", metavar="SYSTEM", help="STATE is a code: " + _one_of(SYSTEMS))
    state.add_argument("--on", metavar="DAY", help="read it by this day")


def _add_records(add: _Add, ranged: _Command, possible: _Command) -> None:
    """Commands on meetings, documents, principles and persons."""
    meetings = add("meetings", commands.meetings, "meetings in order", ranged, possible)
    meetings.add_argument("--kind", help=_one_of(MeetingKind))
    meetings.add_argument("--series", help="the series they are numbered in, such as nam-summit")
    meetings.add_argument("--number", type=int, metavar="N", help="their number in it")
    meetings.add_argument("--host", metavar="STATE", help="the host state")
    meetings.add_argument("--city", help="where they were held")
    meetings.add_argument("--attended-by", metavar="STATE", help="who took part")
    meetings.add_argument(
        "--standing", default="held", help=_one_of((*Standing, "all")) + "; default: held"
    )
    documents = add("documents", commands.documents, "documents in order", ranged, possible)
    documents.add_argument("--kind", help=_one_of(DocumentKind))
    documents.add_argument("--topic", help="such as armenia-azerbaijan-conflict")
    documents.add_argument("--meeting", help="the meeting that adopted them, as 'Baku 2019'")
    there = add(
        "participations", commands.participations, "who was at which meeting, and who was not",
        ranged, possible,
    )  # fmt: skip
    there.add_argument("--party", metavar="STATE", help="a state or an organization")
    there.add_argument("--meeting", help="a meeting, as 'Cartagena 1995'")
    there.add_argument("--attended", metavar="ANSWER", help=_one_of(Answer))
    principles = add("principles", commands.principles, "lists of principles, criteria and reasons")
    principles.add_argument("--set", metavar="LIST", help="such as bandung, panchsheel")
    principles.add_argument(
        "--corresponds-to", metavar="ID", help="an item of another list, such as bandung-1"
    )
    persons = add("persons", commands.persons, "persons and the offices they held")
    persons.add_argument("name", nargs="?", help="one person, in any spelling")


def _add_votes(add: _Add, ranged: _Command, possible: _Command) -> None:
    """Commands on votes."""
    command = add("tally", tallied, "how members, observers and others voted", ranged, possible)
    command.add_argument(
        "vote",
        metavar="SYMBOL_OR_FILE",
        help="a vote on record, such as A/RES/62/243, or a CSV file of roll calls: Voeten's, that "
        "of unvotes, or the UN Digital Library's",
    )
    command.add_argument(
        "--by",
        metavar="GROUPS",
        default="status",
        help="'status' in the Movement (the default), 'region', or a body, such as cis",
    )
    command.add_argument(
        "--on", metavar="DAY", help="the status of another day than that of the vote"
    )


def _add_words(add: _Add, ranged: _Command, possible: _Command) -> None:
    """Commands on time, words and sources, on single records and on whole collections."""
    timeline = add(
        "timeline", commands.timeline, "dated entries from every kind of record", ranged, possible
    )
    timeline.add_argument(
        "subject", nargs="?", help="only what concerns this state, organization, person or meeting"
    )
    search = add("search", commands.search, "records that fit some words, best first")
    search.add_argument("text", nargs="+", help="words, names, dates, symbols")
    search.add_argument("--kind", help="only this kind of record: " + ", ".join(COLLECTIONS))
    search.add_argument("--source", help="only what cites this source")
    search.add_argument("--limit", type=int, metavar="N", help="at most so many")
    source = add("source", commands.source, "what a source says, in its own order")
    source.add_argument("source", help="its id, its title or its author's name")
    source.add_argument("locator", nargs="?", help="a place in it, such as 'footnote 25'")
    show = add("show", commands.show, "one record whole, and what sources say about it")
    show.add_argument("record", help="an id, or the name of a state, person, meeting and the like")
    listing = add("list", commands.listing, "the records of a collection; without one, all of them")
    listing.add_argument("collection", nargs="?", choices=tuple(COLLECTIONS), metavar="COLLECTION")
    listing.add_argument(
        "--where", action="append", default=[], metavar="FIELD=VALUE", help="may be repeated"
    )
    listing.add_argument("--source", help="only what cites this source")
    listing.add_argument(
        "--per", metavar="FIELD", help="a row for each part, such as sources or provisions"
    )
    checks = add(
        "check", commands.checked, "what is wrong with the packaged data, or with a directory"
    )
    checks.add_argument("directory", nargs="?", help="a directory laid out like the packaged data")
    for name, text in (("--select", "only these rules"), ("--ignore", "all but these rules")):
        checks.add_argument(name, action="append", default=[], metavar="CODE", help=text)
    export = add("export", commands.exported, "the data in files that other programs read")
    export.add_argument("--format", dest="form", choices=EXPORTS, required=True, help="the format")
    export.add_argument(
        "target", help="a folder for csv, parquet, datapackage and schema, a file for the others"
    )


def _add_criticism(add: _Add) -> None:
    """Commands on where sources differ, and on what the data says of their statements."""
    disputes = add("disputes", source_criticism.disputes, "where sources differ")
    disputes.add_argument("id", nargs="?", help="one dispute, with every side")
    disputes.add_argument("--about", metavar="RECORD", help="only those about this record")
    disputes.add_argument("--nature", help=_one_of(Nature))
    disputes.add_argument("--source", help="only those in which this source takes a side")
    why = add("why", source_criticism.why, "why a value is what it is, and who says otherwise")
    why.add_argument("record", help="an id, or the name of a state, person, meeting and the like")
    why.add_argument("field", nargs="?", help="one field, such as start or figures/heads")
    verify = add("verify", source_criticism.verdicts, "what the data says of sources' statements")
    verify.add_argument("--source", help="only statements of this source")
    verify.add_argument("--verdict", choices=tuple(Ruling), help="only these")
