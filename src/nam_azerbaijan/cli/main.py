"""The command line: `nam-azerbaijan`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from .. import __version__
from ..checks import check
from ..cli.brief import brief
from ..cli.printing import Row, print_labelled, show, show_brief
from ..dataset import Dataset, load
from ..dates import as_date
from ..errors import CoverageError
from ..findings import DatasetError, Severity
from ..records.base import Standing
from ..records.chairs import ChairCapacity, Chairperson
from ..records.documents import DocumentKind
from ..records.meetings import MeetingKind
from ..records.status import Status

__all__ = ["main"]

MISSED = 1
MISUSED = 2
_ON = "YYYY-MM-DD; default: the last day known"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the arguments; those of the process where `None`.

    Returns:
        The exit status: 0, 1 where a look-up misses or a check finds an error, 2 for wrong use.
    """
    arguments = _parser().parse_args(argv)
    # A terminal that cannot show a letter gets a question mark rather than a traceback.
    with contextlib.suppress(AttributeError):
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # The reader has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"nam-azerbaijan: cannot write: {error.strerror}", file=sys.stderr)
        return MISSED
    except (LookupError, CoverageError, DatasetError) as error:
        print(f"nam-azerbaijan: {error.args[0] if error.args else error}", file=sys.stderr)
        return MISSED
    except ValueError as error:
        print(f"nam-azerbaijan: {error}", file=sys.stderr)
        return MISUSED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nam-azerbaijan",
        description="The Non-Aligned Movement and Azerbaijan's place in it, with sources.",
    )
    parser.add_argument("--version", action="version", version=_version())
    parser.set_defaults(run=_brief, format="table")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="default: table"
    )
    ranged = argparse.ArgumentParser(add_help=False)
    ranged.add_argument("--since", metavar="DAY", help="from this day on")
    ranged.add_argument("--until", metavar="DAY", help="up to this day")
    commands = parser.add_subparsers(title="commands", metavar="")

    def add(
        name: str,
        run: Callable[[argparse.Namespace], int],
        help_: str,
        *parents: argparse.ArgumentParser,
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=help_, description=help_, parents=[common, *parents]
        )
        command.set_defaults(run=run)
        return command

    add("brief", _brief, "Azerbaijan in the Movement on one screen (the default)")
    members = add("members", _members, "who is a member, or observer, on a day")
    members.add_argument("--on", metavar="DAY", help=_ON)
    members.add_argument("--observers", action="store_true", help="observers instead of members")
    members.add_argument("--possible", action="store_true", help="add those that may be")
    status = add("status", _status, "what a state is in the Movement on a day")
    days = status.add_mutually_exclusive_group()
    days.add_argument("--on", metavar="DAY", help=_ON)
    days.add_argument("--all", action="store_true", help="all spells, whatever the day")
    status.add_argument("state", help="a name or code")
    status.add_argument("--code", help="the system of codes that STATE belongs to, such as cown")
    status.add_argument("--possible", action="store_true", help="also what only may be")
    chair = add("chair", _chair, "who is in the chair on a day")
    days = chair.add_mutually_exclusive_group()
    days.add_argument("--on", metavar="DAY", help=_ON)
    days.add_argument("--all", action="store_true", help="everybody in the chair since 1961")
    meetings = add("meetings", _meetings, "meetings in order", ranged)
    meetings.add_argument("--kind", choices=[kind.value for kind in MeetingKind], metavar="KIND")
    meetings.add_argument("--host", metavar="STATE")
    meetings.add_argument("--attended-by", metavar="STATE")
    meetings.add_argument(
        "--standing", choices=[standing.value for standing in Standing], default="held"
    )
    documents = add("documents", _documents, "documents in order", ranged)
    documents.add_argument("--kind", choices=[kind.value for kind in DocumentKind], metavar="KIND")
    documents.add_argument("--topic", help="such as armenia-azerbaijan-conflict")
    documents.add_argument("--meeting", metavar="ID")
    timeline = add("timeline", _timeline, "dated entries from every kind of record", ranged)
    timeline.add_argument("state", nargs="?", help="only what concerns this state")
    search = add("search", _search, "records that have all the words")
    search.add_argument("text", nargs="+")
    shown = add("show", _show, "one record, whole, by its id")
    shown.add_argument("id")
    checks = add("check", _check, "what is wrong with the packaged data, or with a directory")
    checks.add_argument("directory", nargs="?")
    checks.add_argument("--select", action="append", default=[], metavar="CODE")
    checks.add_argument("--ignore", action="append", default=[], metavar="CODE")
    return parser


def _version() -> str:
    return f"nam-azerbaijan {__version__}, data {load().version} as of {load().as_of}"


def _brief(arguments: argparse.Namespace) -> int:
    nam = load()
    if arguments.format == "table":
        show_brief(nam, brief(nam))
    else:
        import attrs  # noqa: PLC0415

        show([attrs.asdict(line) for line in brief(nam)], arguments.format)
    return 0


def _shown(
    rows: Sequence[Row], arguments: argparse.Namespace, miss: str, columns: Sequence[str] = ()
) -> int:
    """Print rows, or say that there are none."""
    show(rows, arguments.format, columns)
    if not rows:
        print(f"nam-azerbaijan: {miss}", file=sys.stderr)
    return 0 if rows else MISSED


def _first_source(record: Any) -> Row:
    citation = record.sources[0]
    return {"source": citation.source, "locator": citation.locator}


def _spell_row(nam: Dataset, spell: Any) -> Row:
    return {
        "party": nam.get(spell.party).label,
        "status": spell.status.value,
        "start": str(spell.start),
        "end": str(spell.end),
        "began": spell.began.value if spell.began else "",
        "record": spell.id,
        **_first_source(spell),
    }


def _members(arguments: argparse.Namespace) -> int:
    nam = load()
    query = nam.observers if arguments.observers else nam.members
    parties = query(on=arguments.on, possible=arguments.possible)
    rows: list[Row] = []
    wanted = Status.OBSERVER if arguments.observers else Status.MEMBER
    day = as_date(nam.as_of if arguments.on is None else arguments.on)
    for party in parties:
        spell = next(
            one
            for one in nam.spells(party)
            if one.status is wanted and one.period.contains(day, possible=arguments.possible)
        )
        row = _spell_row(nam, spell)
        row["iso3c"] = party.iso3c or ""
        rows.append(row)
    columns = ("party", "iso3c", "start", "end", "source", "locator")
    if not arguments.possible and (more := len(query(on=arguments.on, possible=True)) - len(rows)):
        print(f"nam-azerbaijan: {more} more may be; --possible adds them", file=sys.stderr)
    return _shown(rows, arguments, "nobody is one then", columns)


def _status(arguments: argparse.Namespace) -> int:
    nam = load()
    state = arguments.state
    if arguments.code:
        state = nam.state(state, code=arguments.code, on=arguments.on)
    if arguments.all:
        spells = nam.spells(state)
    else:
        spell = nam.spell(state, on=arguments.on, possible=arguments.possible)
        spells = () if spell is None else (spell,)
    rows = [_spell_row(nam, spell) for spell in spells]
    miss = f"{arguments.state} has no status then"
    if not arguments.all and not spells and nam.spell(state, on=arguments.on, possible=True):
        miss = f"no one status of {arguments.state} is certain for all of then; see --possible"
    return _shown(rows, arguments, miss)


def _chair_row(nam: Dataset, person: Chairperson) -> Row:
    term = nam.chairmanships[person.term]
    return {
        "state": nam.states[term.state].name,
        "chairperson": nam.persons[person.person].name,
        "capacity": person.capacity.value,
        "office": person.office,
        "start": str(person.start),
        "end": str(person.end),
        "record": person.id,
        **_first_source(person),
    }


def _chair(arguments: argparse.Namespace) -> int:
    nam = load()
    if arguments.all:
        held = sorted(nam.chairpersons, key=lambda person: person.start.sort_key)
        rows = [_chair_row(nam, person) for person in held]
    else:
        both = (nam.chairperson_term(on=arguments.on, capacity=one) for one in ChairCapacity)
        rows = [_chair_row(nam, person) for person in both if person is not None]
        term = nam.chair(on=arguments.on)
        if term is not None and not rows:
            one_day = arguments.on is None or as_date(arguments.on).exact
            capacity = "vacant" if one_day else "several"
            vacant = {"chairperson": "", "capacity": capacity, "office": ""}
            dates = {"start": str(term.start), "end": str(term.end)}
            state = {"state": nam.states[term.state].name}
            rows = [{**state, **vacant, **dates, "record": term.id, **_first_source(term)}]
    return _shown(rows, arguments, "no one is in the chair on all of these days; --all shows all")


def _meetings(arguments: argparse.Namespace) -> int:
    nam = load()
    found = nam.find_meetings(
        kind=arguments.kind,
        host=arguments.host,
        since=arguments.since,
        until=arguments.until,
        attended_by=arguments.attended_by,
        standing=arguments.standing,
    )
    rows: list[Row] = [
        {
            "opened": str(meeting.opened),
            "closed": str(meeting.closed or ""),
            "kind": meeting.kind.value,
            "number": str(meeting.number or ""),
            "city": meeting.city,
            "name": meeting.name,
            "record": meeting.id,
            **_first_source(meeting),
        }
        for meeting in found
    ]
    columns = ("opened", "city", "name", "record", "source")
    return _shown(rows, arguments, "no such meeting is on record", columns)


def _documents(arguments: argparse.Namespace) -> int:
    nam = load()
    found = nam.find_documents(
        kind=arguments.kind,
        topic=arguments.topic,
        meeting=arguments.meeting,
        since=arguments.since,
        until=arguments.until,
    )
    rows: list[Row] = [
        {
            "date": str(document.date or ""),
            "kind": document.kind.value,
            "title": document.title,
            "symbol": ", ".join(document.symbols),
            "paragraphs": ", ".join(
                provision.locator
                for provision in document.provisions
                if provision.locator
                and (arguments.topic is None or provision.topic == arguments.topic)
            ),
            "record": document.id,
            **_first_source(document),
        }
        for document in found
    ]
    columns = ("date", "title", "paragraphs", "record", "source")
    return _shown(rows, arguments, "no such document is on record", columns)


def _timeline(arguments: argparse.Namespace) -> int:
    entries = load().timeline(arguments.state, since=arguments.since, until=arguments.until)
    rows: list[Row] = [
        {
            "date": str(entry.date),
            "text": entry.text,
            "standing": entry.standing.value,
            "kind": entry.collection,
            "record": entry.record,
        }
        for entry in entries
    ]
    return _shown(rows, arguments, "nothing is on record then", ("date", "text", "record"))


def _search(arguments: argparse.Namespace) -> int:
    nam = load()
    rows: list[Row] = [
        {
            "record": record.id,
            "kind": type(record).__name__,
            "text": next(
                (
                    text
                    for name in ("name", "title", "statement", "summary", "path")
                    if (text := getattr(record, name, ""))
                ),
                record.note,
            ),
        }
        for record in nam.search(" ".join(arguments.text))
    ]
    return _shown(rows, arguments, "no record has all the words", ("record", "kind", "text"))


def _show(arguments: argparse.Namespace) -> int:
    record = load().get(arguments.id)
    row = {name: value for name, value in record.to_dict().items() if name != "id"}
    if arguments.format == "table":
        print(f"{type(record).__name__} {record.id}")
        for name, value in row.items():
            print_labelled(name, value)
    else:
        show([record.to_dict()], arguments.format)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    try:
        nam = load(arguments.directory)
        findings = check(nam, select=arguments.select, ignore=arguments.ignore)
    except DatasetError as error:
        findings = error.findings
    rows: list[Row] = [
        {
            "file": finding.file,
            "record": finding.record,
            "field": finding.field,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
        }
        for finding in findings
    ]
    if arguments.format == "table":
        for number, row in enumerate(rows):
            if number == 0 or row["file"] != rows[number - 1]["file"]:
                print(row["file"])
            where = ": ".join(part for part in (row["record"], row["field"]) if part)
            print(f"  {row['code']} {row['severity']}  {where}: {row['message']}")
        print(f"{len(rows)} finding{'s' if len(rows) != 1 else ''}")
    else:
        show(rows, arguments.format)
    return MISSED if any(f.severity is Severity.ERROR for f in findings) else 0
