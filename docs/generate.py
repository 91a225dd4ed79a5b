"""Write what comes from code and data: codebook, schemas, and pages such as that on the rules.

`python docs/generate.py` writes them; a test sees to it that they are current.
"""

from __future__ import annotations

import enum
import functools
import itertools
import re
import sys
import typing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.checks import RULES
from nam_azerbaijan.export import json_schema
from nam_azerbaijan.export.writing import json_text
from nam_azerbaijan.files.manifest import Coverage, Manifest, Scope, Waiver
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.base import Citation, Qualifier, Record, plain
from nam_azerbaijan.records.documents import Principle
from nam_azerbaijan.records.evidence import Claim, Nature, Source
from nam_azerbaijan.records.meaning import meanings, overview
from nam_azerbaijan.records.walk import field_types, references

sys.path.insert(0, str(Path(__file__).parent))
import command_line
import criticism
import data_news
import judged
from cited import FIVE

ROOT = Path(__file__).resolve().parent.parent

FAMILIES = {
    "AST": "statements and disputes",
    "CHR": "chairmanship",
    "CLM": "claims",
    "COD": "codes and names",
    "COV": "coverage",
    "DAT": "dates and order",
    "DOC": "documents and provisions",
    "EVD": "evidence in words",
    "FIG": "figures and tallies",
    "IDS": "ids",
    "MEM": "spells",
    "MTG": "meetings",
    "PRN": "principles",
    "REF": "references",
    "SRC": "sources and citations",
    "VOT": "votes",
}

CODEBOOK_HEAD = """# Codebook

<!-- Written by docs/generate.py from the record classes. Do not edit. -->

One JSON file per kind of record, a list of objects sorted by `id`. Fields that are equal to
their default are left out. Dates are `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of these with `..`
between for one unknown day from the first to the last. Spells, terms and periods are half open:
the start counts, the end does not; an end is a date, `open` (it lasts) or `unknown`. Meetings
include both of their days. Where `succeeded_by` names a record, its start is the end, and is
stored there only. An id is a slug, unique across all files.

`schema/` has a JSON Schema of each file, made from the same classes: an editor that is told of it
names what is wrong with the form of a file while it is written.

## How sources differ

Claims on one value of one record, and sides that share a key (`dispute`), make a dispute. Why a
side differs is its `nature`; it has one, the first of these whose test it meets:

1. `garbled`: the words as printed cannot be meant (a slip, a wrong name, a mistranslation), and
   what was meant is plain from the source itself.
2. `self-contradiction`: the same source says otherwise at another place.
3. `unrealized-plan`: said before the day, of what was to come, and it did not come so.
4. `overtaken`: right when it was said, and changed later.
5. `scope`: both can be right, since they speak of another part, count, day or definition, such as
   the opening for ministers and for heads, or "more than 100" beside 105.
6. `contradicted-by-record`: the thing itself, such as a roll call, a list of participants, or the
   text of the document, shows otherwise.
7. `conflict`: the two speak of the same and cannot both be right.

## Voice and names

The data has no view of its own. What a source states is entered as its statement, and an
assertion names who speaks: by the family name of the author, or as "the Azerbaijani government
page". Words that adopt a side stand in quotation marks, whoever says them: aggression, blockade,
ethnic cleansing, liberation and the like, and occupation where it is said by which state. The marks
say whose word it is, not whether it is right. Words of resolutions of the United Nations, such as
occupied territories, displaced persons or self-determination, need none where a speaker is named.
What is known through one party says so, of whichever side, and the answer of the other stands
beside it where one was found. What is known by hearsay says from whom. `stance` of a source is
owner and office, for all alike.

A title is the document's own. One that stands whole in parentheses is a description by this
project, since no title was seen; a place or year in parentheses behind a title tells it apart.

Names of states are those that the United Nations use today. The project writes Türkiye for every
day; Turkey stays where a source, a title or a former name has it. It writes Nagorno-Karabakh, as
the United Nations do, for the region and the conflict there. The topic
`armenia-azerbaijan-conflict` has its name from documents of the Movement, of which Azerbaijan is a
member and Armenia an observer; Armenia and others use other names, and the name says nothing of who
the parties are. Resolutions of the Security Council of 1993 and of the General Assembly of 2008
speak of the Nagorny Karabakh region of Azerbaijan; other names are those of a source and stand in
quotation marks or in a title. A town has the name that the document or report has which is cited,
and `search` finds it by either: Khankendi and Stepanakert, Shusha and Shushi. Topics are named in
the words of the documents. Those who held power in Nagorno-Karabakh until 2023 have no record. No
name, record or kind, and none that is missing, implies a view of status.

`existence` of a state is as listed by the lists and other sources that are cited. That a state,
a government or a movement is listed, or not, implies no view of its status or its borders.

The plain form, without accents, of a name that a citation carries needs no citation of its own, nor
does an alias made of the kind, series, number, city or year of its record.

## State systems

`cown` and `cowc` are those of the Correlates of War State System Membership, version 2024, which
is evidenced to 31 December 2024; it was held against version 2016, and where the two differ there
are claims. `gwn` and `gwc` are those of the list of Gleditsch and Ward, states and microstates,
which is evidenced to 31 December 2020. A code without an `end` is in use on the last day of its
list; that it is so later is not evidenced.
"""

RULES_HEAD = """# Rules

<!-- Written by docs/generate.py from the registry of rules. Do not edit. -->

What `nam_azerbaijan.check(nam)` and `nam-azerbaijan check` look for. A real-world exception is
waived in `dataset.json`, by rule and record, with a reason. Some rules hold the data against lists
that stand apart from it: `checks/code_lists.py` has the codes of each system, and
`checks/vocabulary.py` the topics of documents and the series of meetings.
"""

# How many of the records that rest on one document are named, and of which collections none is:
# that a person or a body exists is no statement of its own, and the others have a line each.
NOTABLE = 15
COUNTED_ONLY = ("organizations", "persons", "principles", "claims", "assertions")
# Where a note to an assertion says that its place in the source is faulty.
FAULTY = re.compile(
    r"\b(garbled|misprint|breaks off|is unclear|contradicts|the page writes|is missing in)\b",
    re.IGNORECASE,
)
AT_ODDS = (Nature.GARBLED, Nature.SELF_CONTRADICTION)

SOURCES_HEAD = f"""# The five documents

<!-- Written by docs/generate.py from the data and from left-out.md. Do not edit. -->

The data set starts from five documents. This page shows, from the data, who speaks in each, what
it covers, what it alone states, where it differs from what the data prefers, and what was left
out.

- **Records** are those that cite it, for the whole record or a part of it.
- **Alone** are those that cite nothing else but what was seen only through it or derives from it.
  Of these at most {NOTABLE} are named, from each collection in turn the one that most other
  records refer to (of equals first what concerns Azerbaijan, then by id); of organizations,
  persons, claims and assertions none, and of principles all, by list.
- **Differs** are its claims that are not preferred, with the value that is. The
  [codebook](../data/README.md) lists the natures.
- **Garbled or at odds with itself** are its claims of these two natures, and its assertions whose
  note says that the place is faulty.
- **Left out** comes from [what was left out](left-out.md), which people write.
"""


def _type(hint: Any) -> str:
    if isinstance(hint, type):
        return {str: "text", int: "number", bool: "true or false"}.get(hint, hint.__name__)
    arguments = [part for part in typing.get_args(hint) if part not in (type(None), ...)]
    if typing.get_origin(hint) is tuple:
        return "list of " + _type(arguments[0])
    if arguments:
        return " or ".join(map(_type, arguments))
    return "any JSON value" if hint is Any else str(hint)


def _fields(cls: type) -> list[str]:
    said = meanings(cls)
    hints = typing.get_type_hints(cls)
    lines = ["| field | type | default | meaning |", "|---|---|---|---|"]
    fields = [field for field in attrs.fields(cls) if field.init]
    fields.sort(key=lambda field: (field.name != "id", field.inherited, field.name == "note"))
    for field in fields:
        refers = field.metadata.get("refers", ())
        kind = _type(hints[field.name])
        if refers:
            target = "any record" if refers == ("*",) else " or ".join(refers)
            kind += f" (id: {target})"
        if field.default is attrs.NOTHING:
            default = "required"
        else:
            held = plain(field.default)
            default = f"`{held}`" if held not in ("", [], None, {}) else ""
        lines.append(f"| `{field.name}` | {kind} | {default} | {said.get(field.name, '')} |")
    return lines


def _values(cls: type[enum.Enum]) -> list[str]:
    values = ", ".join(f"`{member.value}`" for member in cls)
    return [f"### {cls.__name__}", "", overview(cls), "", f"Values: {values}.", ""]


def _reached(cls: Any) -> Iterator[type]:
    """The classes of the parts of a record class, and the vocabularies of their fields."""
    for field in field_types(cls).values():
        if field.has_parts or field.choices:
            yield field.cls
        if field.has_parts:
            yield from _reached(field.cls)


def codebook() -> str:
    """The codebook: every class, field and vocabulary."""
    lines = [CODEBOOK_HEAD]
    classes = {collection: record_class(collection) for collection in COLLECTIONS}
    for collection, cls in classes.items():
        lines += [f"## {collection}.json: {cls.__name__}", "", overview(cls), "", *_fields(cls), ""]
    reached = {one for cls in classes.values() for one in _reached(cls)}
    others = sorted(reached, key=lambda cls: cls.__name__)
    lines += ["## Parts of records", ""]
    for cls in filter(attrs.has, others):
        lines += [f"### {cls.__name__}", "", overview(cls), "", *_fields(cls), ""]
    lines += ["## Vocabularies", ""]
    for cls in others:
        if issubclass(cls, enum.Enum):
            lines += _values(cls)
    lines += ["## dataset.json", ""]
    for cls in (Manifest, Coverage, Scope, Waiver):
        lines += [f"### {cls.__name__}", "", overview(cls), "", *_fields(cls), ""]
    return "\n".join(lines).rstrip() + "\n"


def schema(name: str) -> str:
    """The JSON Schema of a data file."""
    return json_text(json_schema(name))


AT_READING = """## Form, references and waivers

The codes of form and references are given where a directory is read (`load`, `overlay`), and by
`check` before any rule is run; those of waivers by `check` behind the rules. None can be waived.

- `FMT001`: a file is missing, or has a name that no data file has.
- `FMT002`: a file cannot be read: no UTF-8, no JSON, too large, too deep, a key twice in an object,
  a link that leads out of the directory.
- `FMT003`: a file does not hold a list of objects.
- `FMT004`: an id stands twice, in one file or in two.
- `FMT005`: a field is unknown or missing, or its value has the wrong type or form.
- `FMT006`: an id is no slug.
- `FMT007`: an end stands beside a successor, whose start is the end.
- `FMT008`: a record has no citation, or a state no name.
- `FMT009`: a former id in `renamed` leads nowhere, or is the id of a record.
- `DAT001`: a record ends before it starts, the end being the start of its successor.
- `REF001`: a reference leads to no record, or to one of a kind that cannot stand there.
- `REF002`: following successors, wholes, parents or predecessors leads back to the record itself.
- `WVR001`: a waiver is not needed (warning).
- `WVR002`: a waiver has no reason.
- `WVR003`: a waiver is entered twice.
"""


def rules() -> str:
    """The catalogue of rules, by family."""
    lines = [RULES_HEAD, AT_READING]
    for family in sorted({code[:3] for code in RULES}):
        lines += [f"## {family}: {FAMILIES[family]}", ""]
        for code, rule in sorted(RULES.items()):
            if code.startswith(family):
                lines += [
                    f"### {code}: {rule.title}",
                    "",
                    rule.description,
                    "",
                    f"Severity: {rule.severity.value}. Finding: `{rule.message}`.",
                    "",
                ]
    return "\n".join(lines).rstrip() + "\n"


def _collections(nam: Dataset) -> Iterator[tuple[str, Iterable[Record]]]:
    """Each collection of records that have citations."""
    return ((name, nam.collection(name)) for name in COLLECTIONS if name != "sources")


def _citations(part: Any) -> Iterator[Citation]:
    """The citations of a record and of its parts."""
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Citation):
                yield one
            elif attrs.has(type(one)):
                yield from _citations(one)


def _witnesses(nam: Dataset, record: Record, source: str) -> set[str]:
    """The sources of a record, without those that are no second witness beside `source`."""
    named = {citation.source for citation in _citations(record)}
    if source not in named:
        return named
    repeats = (
        key
        for key in named
        if nam.sources[key].cited_through == source or source in nam.sources[key].derives_from
    )
    return named.difference(repeats)


def _title(nam: Dataset, record: Any, entries: dict[str, str]) -> str:
    """What a record is called: its name or title, or what the timeline says of it."""
    for name in ("name", "title", "statement"):
        if text := getattr(record, name, ""):
            return str(text)
    return entries.get(record.id) or str(record.id)


def _notable(nam: Dataset, alone: dict[str, list[Record]]) -> list[tuple[str, Record]]:
    """From each collection in turn the record that most others refer to."""
    refers = {
        record.id: {key for _, key, _ in references(record)}
        for _, held in _collections(nam)
        for record in held
    }
    referred = Counter(itertools.chain.from_iterable(refers.values()))

    def rank(record: Record) -> tuple[int, bool, str]:
        return -referred[record.id], "azerbaijan" not in refers[record.id], record.id

    ranked = [
        [(name, record) for record in sorted(held, key=rank)]
        for name, held in alone.items()
        if name not in COUNTED_ONLY
    ]
    turns = itertools.zip_longest(*ranked)
    return [one for turn in turns for one in turn if one][:NOTABLE]


def _cell(value: Any) -> str:
    """A value as a cell of a table shows it."""
    held = plain(value)
    if isinstance(held, list):
        return ", ".join(map(_cell, held))
    return str(held).replace("|", "\\|")


def _claimed(claim: Claim) -> str:
    """The value of a claim as a cell, such as `more than 100` where it is hedged."""
    if claim.qualifier is Qualifier.EXACTLY:
        return _cell(claim.value)
    return f"{claim.qualifier.value.replace('-', ' ')} {_cell(claim.value)}"


def _claims(nam: Dataset, claims: Iterable[Claim]) -> list[str]:
    lines = [
        "| record | path | it says | preferred | nature | reason |",
        "|---|---|---|---|---|---|",
    ]
    for claim in claims:
        held = nam.claims.where(record=claim.record, path=claim.path, preferred=True)
        cells = (
            f"`{claim.record}`",
            f"`{claim.path}`",
            _claimed(claim),
            _claimed(held[0]) if held else "",
            claim.nature.value if claim.nature else "",
            _cell(claim.reason),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _covers(cited: dict[str, list[Record]], alone: dict[str, list[Record]]) -> list[str]:
    lines = ["| collection | records | alone |", "|---|---|---|"]
    lines += [f"| {name} | {len(cited[name])} | {len(alone.get(name, ()))} |" for name in cited]
    total, own = (sum(map(len, held.values())) for held in (cited, alone))
    return [*lines, f"| all | {total} | {own} |"]


def _counted(words: Iterable[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in sorted(Counter(words).items()))


def _stated_alone(
    nam: Dataset, alone: dict[str, list[Record]], entries: dict[str, str]
) -> Iterator[str]:
    kinds = [nam.assertions[one.id].kind.value for one in alone.get("assertions", ())]
    if kinds:
        yield f"Assertions by kind: {_counted(kinds)}."
        yield ""
    notable = _notable(nam, alone)
    for name, record in notable:
        yield f"- {_title(nam, record, entries)} (`{record.id}`, {name})"
    if notable:
        yield ""
    sets: dict[str, list[Principle]] = {}
    for one in alone.get("principles", ()):
        sets.setdefault(nam.principles[one.id].set, []).append(nam.principles[one.id])
    for name, items in sets.items():
        items.sort(key=lambda item: item.number)
        yield f"- Principles `{name}`: {'; '.join(item.name for item in items)}"
    if sets:
        yield ""


def _left_out() -> dict[str, str]:
    """The sections of the page on what was left out."""
    _, *sections = (ROOT / "docs" / "left-out.md").read_text(encoding="utf-8").split("\n## ")
    return {head: body.strip() for head, _, body in (one.partition("\n") for one in sections)}


def _by_collection(held: Iterable[tuple[str, Record]]) -> dict[str, list[Record]]:
    gathered: dict[str, list[Record]] = {}
    for name, record in held:
        gathered.setdefault(name, []).append(record)
    return gathered


def _who(source: Source) -> list[str]:
    facts = {
        "Id": f"`{source.id}`",
        "Author": source.author,
        "Published by": source.publisher,
        "Written": str(source.published),
        "Kind": source.kind.value,
        "Who stands behind it": source.stance,
        "Note": source.note,
    }
    lines = [f"- {name}: {fact}" for name, fact in facts.items() if fact]
    return [f"## {source.title}", "", *lines, ""]


class _Document:
    """One of the documents and the records that cite it.

    Attributes:
        source: its record.
        cited: the records that cite it, by collection.
        alone: those of them that no other source supports.
        differs: its claims that are not preferred.
        at_odds: those of its claims that are garbled or contradict another of its own.
        faulty: its assertions whose note says that the place is faulty.
    """

    def __init__(self, nam: Dataset, key: str) -> None:
        seen = [
            (name, record, _witnesses(nam, record, key))
            for name, held in _collections(nam)
            for record in held
        ]
        self.source = nam.sources[key]
        self.cited = _by_collection((name, record) for name, record, by in seen if key in by)
        self.alone = _by_collection((name, record) for name, record, by in seen if by == {key})
        claims = [nam.claims[one.id] for one in self.cited.get("claims", ())]
        claims = [one for one in claims if not one.preferred]
        self.differs = [one for one in claims if one.nature not in AT_ODDS]
        self.at_odds = [one for one in claims if one.nature in AT_ODDS]
        assertions = [nam.assertions[one.id] for one in self.cited.get("assertions", ())]
        self.faulty = [one for one in assertions if FAULTY.search(one.note)]

    def summary(self) -> str:
        """Its line in the table at the top of the page."""
        counts = (
            *(sum(map(len, held.values())) for held in (self.cited, self.alone)),
            len(self.differs),
            len(self.at_odds) + len(self.faulty),
        )
        source = self.source
        cells = (f"`{source.id}`", source.kind.value, source.published, *counts)
        return f"| {' | '.join(map(str, cells))} |"

    def section(self, nam: Dataset, entries: dict[str, str], left_out: str) -> list[str]:
        """Its section of the page."""
        lines = [*_who(self.source), "### What it covers", ""]
        lines += [*_covers(self.cited, self.alone), "", "### What it alone states", ""]
        lines += [*_stated_alone(nam, self.alone, entries), "### Where it differs", ""]
        lines += (
            [*_claims(nam, self.differs), ""]
            if self.differs
            else ["No claim of it is set aside.", ""]
        )
        lines += ["### Where it is garbled or at odds with itself", ""]
        lines += [*_claims(nam, self.at_odds), ""] if self.at_odds else []
        lines += [f"- {one.statement} {one.note} (`{one.id}`)" for one in self.faulty]
        lines += [""] if self.faulty else []
        lines += [] if self.at_odds or self.faulty else ["No such place is on record.", ""]
        return [*lines, "### What was left out", "", left_out, ""]


def five_documents() -> str:
    """The page on the five documents that the data set starts from."""
    nam = nam_azerbaijan.load()
    entries: dict[str, str] = {}
    for entry in nam.timeline():
        entries.setdefault(entry.record, entry.text)
    left_out = _left_out()
    documents = [_Document(nam, key) for key in FIVE]
    lines = [
        SOURCES_HEAD,
        "| document | kind | written | records | alone | differs | garbled or at odds |",
        "|---|---|---|---|---|---|---|",
        *(document.summary() for document in documents),
        "",
    ]
    for document in documents:
        lines += document.section(nam, entries, left_out[document.source.id])
    return "\n".join(lines).rstrip() + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "data/README.md": codebook,
    **{
        f"data/schema/{name}.json": functools.partial(schema, name)
        for name in (*COLLECTIONS, "dataset")
    },
    "docs/rules.md": rules,
    "docs/sources.md": five_documents,
    "docs/command-line.md": command_line.page,
    "docs/data-news.md": data_news.page,
    "docs/disputes.md": criticism.disputes,
    **{
        f"docs/{name}.md": functools.partial(criticism.before_quoting, name)
        for name in criticism.DISPUTE_PAGES
    },
    f"docs/{criticism.OTHERS}.md": criticism.other_disputes,
    "docs/verdicts.md": judged.page,
}


def main() -> int:
    """Write the pages."""
    for name, page in PAGES.items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
