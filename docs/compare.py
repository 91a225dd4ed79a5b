"""Write docs/compare.md: other data sets held against this one.

`python docs/compare.py COLUMN YEARS` takes the state-year file of the Correlates of War data on
intergovernmental organizations, version 3, and a list of members with years as the English
Wikipedia has them (columns: see `nam_azerbaijan.compare.membership_years`). Neither is part of
the project; a path that is left out is asked for.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nam_azerbaijan import Dataset, load
from nam_azerbaijan.compare import (
    Admission,
    Category,
    Ground,
    StateYear,
    StateYearTable,
    Summary,
    cow_igo,
    membership_years,
)
from nam_azerbaijan.compare.results import spelled_years

TARGET = Path(__file__).resolve().parent / "compare.md"
ASKED = ("Path of the state-year file: ", "Path of the list of members with years: ")
MOST_SOURCES = 3

HEAD = """# Other data sets

<!-- Written by docs/compare.py. Do not edit. -->

What other data sets say of who was a member or an observer when, held against this one by
`nam_azerbaijan.compare`. A difference is explained by a record: a claim that keeps the other
reading with the reason why it is not preferred, a spell whose dates decide or leave it open, a
state that is coded otherwise. The rules that look for it know no particular case.

"Right" means: *here*, the other reading is contradicted by the record of the time; *open*, the
sources conflict, and one of them is preferred; *both*, the two count by different rules.
"""

COLUMN = """
## The Correlates of War column

The column NAM of the state-year data on intergovernmental organizations, version 3, {since} to
{until}: {theirs} state-years with a status, of which {confirmed} ({agreement}) are confirmed.
{unexplained} of the {rows} state-years that have a status in either ({unexplained_share}) are
unexplained.
"""

YEARS = """
## Years of admission in Wikipedia

A list of members and observers with years, as the English Wikipedia has them: {theirs} parties
and statuses, of which {confirmed} ({agreement}) are confirmed. A year is confirmed where the date
here may lie in it.
"""

# Who is right, by the nature of the claim that explains a difference, or else by the ground.
RIGHT = {
    "contradicted-by-record": "here",
    "self-contradiction": "here",
    "garbled": "here",
    "overtaken": "here",
    "unrealized-plan": "here",
    "conflict": "open",
    "scope": "both",
    Ground.VAGUE: "open",
    Ground.SUCCESSION: "both",
    Ground.NOT_CODED: "both",
    Ground.NOT_COVERED: "both",
    Ground.PART_OF_YEAR: "both",
    Ground.CAPACITY: "both",
    Ground.UNCONFIRMED: "open",
}

Row = StateYear | Admission


def page(column: Path, years: Path) -> str:
    """The page.

    Args:
        column: the state-year file of the Correlates of War data.
        years: the list of members with years.
    """
    nam = load()
    parts = [HEAD, *_column(nam, column), *_years(nam, years)]
    return "\n".join(parts).rstrip() + "\n"


def _column(nam: Dataset, path: Path) -> Iterator[str]:
    result = cow_igo(nam, path)
    summary = result.summary()
    yield COLUMN.format(since=result.since, until=result.until, **_figures(summary))
    for assertion in nam.assertions.where(about="cow-igo-v3"):
        yield f"{assertion.statement} ({_links(nam, assertion.sources)})\n"
    yield from _counts(summary)
    right = Counter(
        _right(nam, row) for row in result.rows if row.category is not Category.CONFIRMED
    )
    yield "| right | state-years that differ |\n|---|---|"
    for verdict, count in sorted(right.items()):
        yield f"| {verdict} | {_number(count)} |"
    yield ""
    yield "Which part of a year counts decides little. Differences are those of either:\n"
    yield "| a year counts by | confirmed | differences |\n|---|---|---|"
    for partial, words in (
        ("any", "any day of it (the default)"),
        ("last", "its last day"),
        ("first", "its first day"),
    ):
        counts = cow_igo(nam, path, partial=partial).summary()
        confirmed = counts.counts[Category.CONFIRMED]
        yield f"| {words} | {_number(confirmed)} | {_number(counts.rows - confirmed)} |"
    yield ""
    yield "### State-years that differ\n"
    yield "| states | years | there | here | right | why | sources |\n|---|---|---|---|---|---|---|"
    yield from _state_years(nam, result)
    yield ""


def _state_years(nam: Dataset, result: StateYearTable) -> Iterator[str]:
    """One line for all states that differ in the same years for the same reason."""
    lines: dict[tuple[str, ...], list[StateYear]] = {}
    for group in result.groups():
        first = group.rows[0]
        span = spelled_years(row.year for row in group.rows)
        key = (span, first.theirs, first.ours, _right(nam, first), _why(nam, first))
        lines.setdefault(key, []).append(first)
    for (span, theirs, ours, right, why), rows in sorted(lines.items(), key=_by_year):
        names = ", ".join(sorted({nam.states[row.state].name for row in rows}))
        states = f"{names} ({len(rows)})" if len(rows) > 1 else names
        yield _line(states, span, theirs, ours, right, why, _evidence(nam, rows))


def _by_year(item: tuple[tuple[str, ...], list[StateYear]]) -> tuple[str, str, str]:
    (span, *_), rows = item
    return span[:4], span, rows[0].state


def _years(nam: Dataset, path: Path) -> Iterator[str]:
    result = membership_years(nam, path)
    summary = result.summary()
    yield YEARS.format(**_figures(summary))
    yield from _counts(summary)
    yield "### Parties that differ\n"
    yield "| party | as | there | here | right | why | sources |\n|---|---|---|---|---|---|---|"
    for group in result.groups():
        (row,) = group.rows
        yield _line(
            nam.get(row.party).label,
            row.status,
            row.theirs,
            row.ours,
            _right(nam, row),
            _why(nam, row),
            _evidence(nam, [row]),
        )
    yield ""


def _figures(summary: Summary[Any]) -> dict[str, str]:
    return {
        "rows": _number(summary.rows),
        "theirs": _number(summary.theirs),
        "confirmed": _number(summary.counts[Category.CONFIRMED]),
        "agreement": f"{summary.agreement:.1%}",
        "unexplained": _number(summary.grounds[Ground.NONE]),
        "unexplained_share": f"{summary.unexplained_share:.2%}",
    }


def _number(count: int) -> str:
    return f"{count:,}"


def _counts(summary: Summary[Any]) -> Iterator[str]:
    yield "| category | rows | share |\n|---|---|---|"
    for category, count in summary.counts.items():
        yield f"| {category.value} | {_number(count)} | {summary.shares[category]:.1%} |"
    yield ""
    yield "| differences, by what explains them | rows |\n|---|---|"
    for ground, count in summary.grounds.items():
        if count:
            yield f"| {ground.value or 'unexplained'} | {_number(count)} |"
    yield ""


def _right(nam: Dataset, row: Row) -> str:
    if row.ground is Ground.NONE:
        return "?"
    claim = nam.claims.get(row.explanation)
    if claim is None:
        return RIGHT[row.ground]
    return RIGHT[claim.nature.value] if claim.nature else "open"


def _why(nam: Dataset, row: Row) -> str:
    claim = nam.claims.get(row.explanation)
    if claim is None:
        return row.text or "unexplained"
    if row.ground is Ground.OTHER_CLAIM:
        return f"So has {claim.sources[0].source}. {claim.reason}"
    return claim.reason


def _evidence(nam: Dataset, rows: Iterable[Row]) -> str:
    """Links to what the value held here rests on."""
    cited: list[Any] = []
    for row in rows:
        claim = nam.claims.get(row.explanation)
        if claim is not None:
            for preferred in nam.claims.where(record=claim.record, path=claim.path, preferred=True):
                cited.extend(preferred.sources)
        elif row.explanation:
            cited.extend(getattr(nam.get(row.explanation), "sources", ()))
    return _links(nam, cited)


def _links(nam: Dataset, citations: Iterable[Any]) -> str:
    ids = list(dict.fromkeys(citation.source for citation in citations))
    links = []
    for key in ids[:MOST_SOURCES]:
        url = nam.sources[key].url.replace("(", "%28").replace(")", "%29")
        links.append(f"[{key}]({url})" if url else key)
    return ", ".join([*links, *(["..."] if len(ids) > MOST_SOURCES else [])])


def _line(*cells: str) -> str:
    shown = (" ".join(cell.split()).replace("|", "\\|") or "none" for cell in cells)
    return f"| {' | '.join(shown)} |"


def main(arguments: list[str] | None = None) -> int:
    """Write the page from the files given, or asked for."""
    given = sys.argv[1:] if arguments is None else arguments
    paths = [Path(path) for path in given[:2]]
    paths += [Path(input(prompt).strip()) for prompt in ASKED[len(paths) :]]
    TARGET.write_text(page(*paths), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
