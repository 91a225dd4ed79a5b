"""Answers that must not change without a line under "Data" in CHANGELOG.md.

    python tests/golden/write.py "Brunei is a member from 1993 on."

writes the answers of the packaged data into this folder and puts that line, with a digest of the
folder, into the newest "Data" section of the changelog. A line of the same words in that section
gets the new digest instead. Without words only the answers are written.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.records.base import Figure, Standing
from nam_azerbaijan.records.documents import COMPARED
from nam_azerbaijan.records.votes import Vote

FOLDER = Path(__file__).resolve().parent
CHANGELOG = FOLDER.parent.parent / "CHANGELOG.md"
YEARS = range(1961, 2026)
FIVE = ("azerbaijan-nam-page", "fuller", "gurbanov", "mammadov-2020", "strakes-2015")
CONFLICT = "armenia-azerbaijan-conflict"
DIGEST = re.compile(r"\(golden answers `([0-9a-f]{12})`\)")


def _by_year(parties: Callable[..., Iterable[Any]]) -> dict[str, Any]:
    """Who is in at each year's end: how many, and who came and went since the last."""
    rows: dict[str, Any] = {}
    before: set[str] = set()
    for year in YEARS:
        now = {party.id for party in parties(on=f"{year}-12-31")}
        rows[str(year)] = {"count": len(now), "in": sorted(now - before)}
        if before - now:
            rows[str(year)]["out"] = sorted(before - now)
        before = now
    return rows


def _chairs(nam: Dataset) -> dict[str, Any]:
    rows = {}
    for year in YEARS:
        day = f"{year}-12-31"
        term, person = nam.chair(on=day), nam.chairperson(on=day)
        rows[str(year)] = [term and term.state, person and person.name]
    return rows


def _summits(nam: Dataset) -> dict[str, Any]:
    return {
        meeting.id: {
            "number": meeting.number,
            "city": meeting.city,
            "host": meeting.host,
            "opened": str(meeting.opened),
            "closed": str(meeting.closed or ""),
            "standing": meeting.standing.value,
        }
        for meeting in nam.find_meetings(kind="summit", standing=None)
    }


def _admissions(nam: Dataset) -> dict[str, Any]:
    """Who became a member when: by the meeting that decided it, or else by the day."""
    spells = nam.memberships.where(body="nam", status="member", standing="held")
    rows: dict[str, Any] = {}
    for spell in sorted(spells, key=lambda spell: (spell.start.sort_key, spell.id)):
        began = spell.began.value if spell.began else ""
        round_ = rows.setdefault(spell.began_at or str(spell.start), {})
        round_.setdefault(f"{spell.start} {began}".strip(), []).append(spell.party)
    return rows


def _spells(nam: Dataset) -> dict[str, Any]:
    return {
        spell.id: {
            "status": spell.status.value,
            "start": str(spell.start),
            "end": str(spell.end),
            "began": spell.began.value if spell.began else "",
            "began_at": spell.began_at,
        }
        for spell in nam.spells("azerbaijan")
    }


def _participations(nam: Dataset) -> dict[str, Any]:
    held = nam.participations.where(party="azerbaijan")
    return {
        one.meeting: [one.capacity.value, one.attended.value, one.head_of_delegation]
        for one in sorted(
            held, key=lambda one: (nam.meetings[one.meeting].opened.sort_key, one.meeting)
        )
    }


def _conflict_paragraphs(nam: Dataset) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for document in nam.find_documents(topic=CONFLICT):
        for provision in document.provisions:
            if provision.topic == CONFLICT:
                answers = {name: getattr(provision, name).value for name in COMPARED}
                known = {"locator": provision.locator, "known": provision.known_through.value}
                rows.setdefault(document.id, []).append({**known, **answers})
    return rows


def _alignments(nam: Dataset) -> dict[str, Any]:
    return {
        spell.id: [spell.body, spell.status.value, str(spell.start), str(spell.end)]
        for spell in nam.memberships.where(party="azerbaijan")
        if spell.body != "nam" and spell.standing is Standing.HELD
    }


def _principles(nam: Dataset) -> dict[str, Any]:
    bandung = sorted(nam.principles.where(set="bandung"), key=lambda one: one.number)
    return {
        "bandung": [one.name for one in bandung],
        "sets": dict(sorted(Counter(one.set for one in nam.principles).items())),
    }


def _tally(figures: Iterable[Figure]) -> dict[str, int]:
    return {figure.name: figure.value for figure in figures}


def _ballots(nam: Dataset, vote: Vote) -> dict[str, dict[str, int]]:
    """How states voted, by their status in the Movement on the day."""
    counts: dict[str, Counter[str]] = {}
    for ballot in vote.votes:
        status = nam.status(nam.states[ballot.state], on=vote.date)
        counts.setdefault(status.value if status else "neither", Counter())[
            ballot.choice.value
        ] += 1
    return {status: dict(sorted(held.items())) for status, held in sorted(counts.items())}


def _votes(nam: Dataset) -> dict[str, Any]:
    return {
        vote.id: {
            "date": str(vote.date),
            "tally": _tally(vote.tally),
            "rounds": {str(one.number): _tally(one.tally) for one in vote.rounds},
            "ballots": _ballots(nam, vote),
        }
        for vote in nam.votes
    }


def _claims(nam: Dataset) -> dict[str, Any]:
    return {
        source: {
            "preferred": sum(one.preferred for one in held),
            "not preferred": sum(not one.preferred for one in held),
        }
        for source in FIVE
        for held in [[one for one in nam.claims if one.sources[0].source == source]]
    }


def _disputes(nam: Dataset) -> dict[str, Any]:
    """The disputes: why the sides differ, and who takes one, the preferred side first."""
    return {one.id: [one.nature.value, *one.sources] for one in nam.disputes()}


def _verdicts(nam: Dataset) -> dict[str, Any]:
    """The verdicts, with what was computed: of a set how many it has."""
    return {
        one.assertion: [
            one.verdict.value,
            len(one.computed) if isinstance(one.computed, list) else one.computed,
        ]
        for one in nam_azerbaijan.verify(nam)
    }


ANSWERS: dict[str, Callable[[Dataset], dict[str, Any]]] = {
    "members": lambda nam: _by_year(nam.members),
    "observers": lambda nam: _by_year(nam.observers),
    "observer-organizations": lambda nam: _by_year(nam.observer_organizations),
    "chairs": _chairs,
    "summits": _summits,
    "admissions": _admissions,
    "azerbaijan-spells": _spells,
    "azerbaijan-participations": _participations,
    "azerbaijan-alignments": _alignments,
    "conflict-paragraphs": _conflict_paragraphs,
    "principles": _principles,
    "votes": _votes,
    "claims": _claims,
    "disputes": _disputes,
    "verdicts": _verdicts,
}


def golden(name: str) -> Any:
    """The answer as it is kept."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def digest() -> str:
    """A digest of all answers that are kept."""
    made = hashlib.sha256()
    for name in sorted(ANSWERS):
        made.update(json.dumps([name, golden(name)], sort_keys=True).encode())
    return made.hexdigest()[:12]


def data_sections(changelog: str) -> list[str]:
    """The sections of the changelog that are headed "Data", the newest first."""
    return re.findall(r"^### Data\n(.*?)(?=^##|\Z)", changelog, re.MULTILINE | re.DOTALL)


def stated_digest(changelog: str) -> str | None:
    """The digest in the newest line that states one."""
    for section in data_sections(changelog):
        if stated := DIGEST.findall(section):
            return str(stated[-1])
    return None


def with_line(changelog: str, words: str) -> str:
    """The changelog with a line in its newest Data section that states the digest."""
    section = data_sections(changelog)[0]
    line = f"- {words.rstrip('.')} (golden answers `{digest()}`)."
    same = re.compile(rf"^- {re.escape(words.rstrip('.'))} {DIGEST.pattern}\.$", re.MULTILINE)
    written = same.sub(line, section) if same.search(section) else f"{section.rstrip()}\n{line}\n"
    if section.endswith("\n\n") and not written.endswith("\n\n"):
        written += "\n"
    return changelog.replace(section, written, 1)


def dumped(answer: dict[str, Any]) -> str:
    """JSON with one line for each key."""
    lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in answer.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(argv: list[str]) -> int:
    """Write the answers and, where words are given, the line in the changelog."""
    nam = nam_azerbaijan.load()
    for name, answer in ANSWERS.items():
        (FOLDER / f"{name}.json").write_text(dumped(answer(nam)), "utf-8")
    if argv:
        changelog = CHANGELOG.read_text("utf-8")
        CHANGELOG.write_text(with_line(changelog, " ".join(argv)), "utf-8")
    print(f"golden answers {digest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
