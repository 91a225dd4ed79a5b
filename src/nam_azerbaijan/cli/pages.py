"""What the command line prints that is more than one table: the brief, and a record's page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..dates import Bound, PartialDate, as_bound
from ..records.base import Standing
from ..records.evidence import Claim, Source
from ..records.meetings import Meeting
from ..records.persons import Person
from ..store import Row
from ..tables.lines import as_text, line
from ..tables.rows import Table, record_table
from .brief import ASPECTS, in_years
from .printing import bold, print_grid, print_labelled, width, wrapped

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..findings import Finding
    from ..records.parties import State
    from ..records.union import AnyRecord

__all__ = ["print_brief", "print_cited", "print_findings", "print_hits", "print_record"]


def _grouped(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    """Rows by one of their values, in order of first appearance."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[name], []).append(row)
    return groups


def _sources(rows: Iterable[Row]) -> str:
    """The sources of several rows in a few words."""
    first, *others = dict.fromkeys(row["source"] for row in rows)
    shown = ", ".join([first, *others[:1]])
    return f"{shown} and {len(others) - 1} more" if len(others) > 1 else shown


def _listed(label: str, rows: Iterable[Row], texts: Iterable[str]) -> None:
    print_labelled(label, f"{', '.join(texts)} [{_sources(rows)}]")


def print_brief(nam: Dataset, state: State, table: Table) -> None:
    """Print the brief as a person reads it: what belongs together on one line."""
    sections = _grouped(table.rows, "section")
    print(bold(f"{state.name} in the Non-Aligned Movement"))
    print(paragraph(f"Data {nam.version}, as of {nam.as_of}. In brackets: sources.", ""))
    _print_status(sections.get("status", []))
    if made := sections.get("applications"):
        print(f"\n{bold('Applications')}")
        for row in made:
            when = f"{row['date']}: " if row["date"] else ""
            outcome = row["answer"].replace("-", " ")
            print_labelled(row["subject"], f"{when}{outcome} [{row['source']}]")
    if terms := sections.get("chair"):
        print(f"\n{bold('In the chair')}")
        for row in terms:
            detail = f"; {row['detail']}" if row["detail"] else ""
            planned = "" if row["answer"] == Standing.HELD else f"{row['answer']}: "
            term = f"from {row['date']} {_until(row['until'])}"
            print_labelled(row["subject"], f"{planned}{term}{detail} [{row['source']}]")
    if attendance := sections.get("attendance"):
        _print_attendance(attendance)
    if paragraphs := sections.get("conflict paragraphs"):
        _print_paragraphs(paragraphs)
        _print_answers(sections.get("answers", []))
    if alignments := sections.get("alignments"):
        print(f"\n{bold('Alignments')}")
        for status, rows in _grouped(alignments, "answer").items():
            _listed(status, rows, in_years(rows))


def _until(end: str) -> str:
    """Until when something lasts, in words."""
    words = {Bound.OPEN: "to this day", Bound.UNKNOWN: "until an unknown day"}
    bound = as_bound(end)
    return f"until {end}" if isinstance(bound, PartialDate) else words[bound]


def _print_status(spells: list[Row]) -> None:
    print(f"\n{bold('Status')}")
    for row in spells:
        how = ", ".join(filter(None, (row["answer"], row["detail"])))
        how = f" ({how})" if how else ""
        text = f"since {row['date']}{how}, {_until(row['until'])} [{row['source']}]"
        print_labelled(row["subject"], text)
    if not spells:
        print("  never member or observer")


def _print_attendance(rows: list[Row]) -> None:
    print(f"\n{bold('Conferences and ministerial meetings')}")
    order = ("attended", "absent", "not known")
    for level in dict.fromkeys(row["detail"].split(", ")[0] for row in rows):
        print(f"  {level}")
        of_level = [row for row in rows if row["detail"].split(", ")[0] == level]
        groups = _grouped(of_level, "answer")
        for answer in sorted(groups, key=order.index):
            held = groups[answer]
            _listed(f"  {answer} ({len(held)})", held, (row["subject"] for row in held))


def _print_paragraphs(rows: list[Row]) -> None:
    print(f"\n{bold('Paragraphs on the Nagorno-Karabakh conflict in NAM documents')}")
    seen = [row for row in rows if row["detail"]]
    if seen:
        cells = [
            [
                row["subject"],
                row["answer"].replace("paragraph not known", "?"),
                *(
                    part.split(": ")[1].replace("unknown", "?")
                    for part in row["detail"].split("; ")
                ),
                row["source"],
            ]
            for row in seen
        ]
        print_grid(["document", "para.", *ASPECTS.values(), "source"], cells, "  ")
        legend = ", ".join(f"{short} {name.replace('_', ' ')}" for name, short in ASPECTS.items())
        print(paragraph(f"{legend}; ? not seen".replace("unsc", "UNSC")))
    if unseen := [row for row in rows if not row["detail"]]:
        _listed("text not seen", unseen, (row["subject"] for row in unseen))


def _print_answers(rows: list[Row]) -> None:
    if rows:
        print(f"\n{bold('Statements on these paragraphs')}")
    for row in rows:
        doubt = "" if row["answer"] == Standing.HELD else f"{row['answer']}: "
        print_labelled(row["date"], f"{doubt}{row['subject']} [{row['source']}]")


def print_record(nam: Dataset, record: AnyRecord) -> None:
    """Print a record's page: its fields, its citations, and what sources say about it."""
    print(bold(f"{type(record).__name__} {record.id}"))
    print(paragraph(line(record, nam.get), ""))
    print()
    (row,) = record_table(nam.home[record.id], [record], nam.get).rows
    for name, value in row.items():
        aside = name in ("id", "source", "locator", "sources") or name.endswith("_name")
        if aside or value in (None, "", []):
            continue
        for number, text in enumerate(_values(row, name)):
            print_labelled(name.replace("_", " ") if number == 0 else "", text)
    if not isinstance(record, Source):
        print(f"\n{bold('Citations')}")
        for citation in record.sources:
            fields = f" (for {', '.join(citation.fields)})" if citation.fields else ""
            place = ", ".join(filter(None, (citation.source, citation.locator)))
            print(paragraph(f"{place}{f': {citation.says}' if citation.says else ''}{fields}"))
    _print_about(nam, record)
    if isinstance(record, Meeting | Person):
        print(f"\n{bold('In time')}")
        for entry in nam.timeline(record):
            print(paragraph(f"{entry.date}: {entry.text} [{entry.record}]"))
    if isinstance(record, Source):
        print(f"\nWhat it says: nam-azerbaijan source {record.id}")


def _values(row: Row, name: str) -> list[str]:
    """The values of a field as text, ids with what they name."""
    value, named = row[name], row.get(f"{name}_name")
    if not isinstance(value, list):
        return [_with_name(value, named)]
    names = named or [None] * len(value)
    return [_with_name(one, called) for one, called in zip(value, names, strict=True)]


def _with_name(value: Any, called: str | None) -> str:
    text = as_text(value)
    return text if called in (None, text) else f"{text} ({called})"


def paragraph(text: str, indent: str = "  ") -> str:
    """A text wrapped to the width of the terminal, its further lines set in."""
    return "\n".join(wrapped(text, width(), indent, f"{indent}   "))


def _print_about(nam: Dataset, record: AnyRecord) -> None:
    """Print the claims and assertions about a record, each with its speaker."""
    said = nam.about(record)
    claims = sorted(
        (one for one in said if isinstance(one, Claim)),
        key=lambda one: (one.record != record.id, one.record, one.path, not one.preferred),
    )
    if claims:
        print(f"\n{bold('Sources that differ')}")
    for claim in claims:
        chosen = "preferred" if claim.preferred else claim.nature.value if claim.nature else ""
        judged = ": ".join(filter(None, (chosen.replace("-", " "), claim.reason)))
        print(paragraph(f"{line(claim, nam.get)} [{_place(claim)}] {judged}"))
    assertions = [one for one in said if not isinstance(one, Claim)]
    if assertions:
        print(f"\n{bold('What sources say about it')}")
    for one in assertions:
        print(paragraph(f"{line(one, nam.get)} [{_place(one)}]"))


def _place(record: Any) -> str:
    return record.sources[0].locator or "no place given"


def print_hits(table: Table) -> None:
    """Print what a search found, each with its speaker, and what was found where that shows it."""
    for number, row in enumerate(table.rows, 1):
        print(paragraph(f"{number}. {row['text']}", ""))
        place = ", ".join(filter(None, (row["source"], row["locator"])))
        print(paragraph(f"{row['kind']} {row['id']} [{place}]", "   "))
        if row["found"] and row["found"] not in row["text"]:
            print(paragraph(f"found: {row['found']}", "   "))


def print_cited(table: Table) -> None:
    """Print what a source says, place by place, with the record that it went to."""
    for place, rows in _grouped(table.rows, "locator").items():
        for heading in wrapped(place or "no place given", width()):
            print(bold(heading))
        for row in rows:
            says = f" - the source: {row['says']}" if row["says"] else ""
            print(paragraph(f"{row['text']}{says} [{row['id']}]"))


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings by file."""
    found = list(findings)
    file = None
    for one in found:
        if one.file != file:
            file = one.file
            print(file)
        where = ": ".join(part for part in (one.record, one.field) if part)
        print(f"  {one.code} {one.severity.value}  {where}: {one.message}")
    print(f"{len(found)} finding{'s' if len(found) != 1 else ''}")
