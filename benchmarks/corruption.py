"""How many wrong values are noticed: one at a time, put into random records of every file.

`python benchmarks/corruption.py` prints the tables that `benchmarks/README.md` holds. A try takes
a class of corruption by its weight and one of all records by chance, and spoils one value as a slip
of the pen or of a program would. It counts as noticed where reading the data refuses it, or a rule
finds fault. `--files claims assertions` takes the records of these files alone.
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import enum
import random
import re
import sys
import time
import typing
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import attrs

import nam_azerbaijan
from nam_azerbaijan import Dataset, check
from nam_azerbaijan.checks import FORM_CODES
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.evidence import Comparison
from nam_azerbaijan.records.walk import field_types, vocabularies
from nam_azerbaijan.store import HeldLayer, Store
from nam_azerbaijan.verdicts.registry import FORMULAS

Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
DATES = (
    "start", "end", "opened", "closed", "adopted", "signed", "in_force", "date", "until",
    "applied", "decided",
)  # fmt: skip


# Fields that nothing else tells wrong: how the project itself sorts things, and item numbers of
# Wikidata, which stand in no other list here. They are left out.
LEFT_OUT = {
    ("applications", "outcome"),
    ("assertions", "kind"),
    ("assertions", "nature"),
    ("claims", "nature"),
    ("events", "kind"),
    ("organizations", "kind"),
    ("sources", "kind"),
    ("sources", "cited_through"),
    ("sources", "seen"),
    ("sources", "derives_from"),
    ("states", "codes/wikidata"),
}


@attrs.frozen
class Spoiled:
    """A corruption: what was done to which record, or `None` where it does not apply there."""

    collection: str
    record: str
    change: str


Spoil = Callable[[random.Random, Rows, str, Row], "str | None"]


def _set(row: Row, field: str, value: Any) -> str | None:
    if row.get(field) == value:
        return None
    before = row.get(field)
    row[field] = value
    return f"{field}: {before} -> {value}"


def _date_field(chance: random.Random, row: Row) -> str | None:
    fields = [name for name in DATES if isinstance(row.get(name), str) and DATE.match(row[name])]
    return chance.choice(fields) if fields else None


def _moved(text: str, part: int, by: int) -> str | None:
    """A date with its year, month or day moved; a range with its first date moved."""
    first, dots, second = text.partition("..")
    numbers = [int(one) for one in first.split("-")]
    if part >= len(numbers):
        return None
    numbers[part] += by
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        numbers[1] = (numbers[1] - 1) % 12 + 1
    if len(numbers) > 2:
        try:
            dt.date(*numbers)
        except ValueError:
            numbers[2] = 1 if numbers[2] > 28 else 28
    moved = "-".join([f"{numbers[0]:04}", *(f"{one:02}" for one in numbers[1:])])
    return f"{moved}{dots}{second}"


def _date(part: int, most: int) -> Spoil:
    def spoil(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
        field = _date_field(chance, row)
        if field is None:
            return None
        by = chance.choice([-1, 1]) * chance.randint(1, most)
        moved = _moved(row[field], part, by)
        return None if moved is None else _set(row, field, moved)

    return spoil


def swapped(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """Start and end change places."""
    for first, last in (("start", "end"), ("opened", "closed"), ("date", "until")):
        if DATE.match(str(row.get(first))) and DATE.match(str(row.get(last))):
            if row[first] == row[last]:
                continue
            row[first], row[last] = row[last], row[first]
            return f"{first} and {last}: {row[last]}, {row[first]}"
    return None


def _refer(
    chance: random.Random, row: Row, collection: str, make: Callable[[str], str]
) -> str | None:
    held = [
        name
        for name, field in field_types(record_class(collection)).items()
        if field.refers and row.get(name) and (collection, name) not in LEFT_OUT
    ]
    if not held:
        return None
    field = chance.choice(held)
    value = row[field]
    if isinstance(value, list):
        place = chance.randrange(len(value))
        spoiled = make(value[place])
        return _set(row, field, [*value[:place], spoiled, *value[place + 1 :]])
    return _set(row, field, make(value))


def to_another(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A reference leads to another record of the same kind."""

    def make(key: str) -> str:
        home = next(name for name in rows if key in rows[name])
        return chance.choice([other for other in rows[home] if other != key])

    return _refer(chance, row, collection, make)


def to_nothing(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A reference leads to nothing."""
    return _refer(chance, row, collection, lambda key: key + "x")


def another_country(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """One country in place of another."""
    fields = [name for name in ("party", "state", "host") if row.get(name) in rows["states"]]
    if not fields:
        return None
    field = chance.choice(fields)
    return _set(row, field, chance.choice([key for key in rows["states"] if key != row[field]]))


def wrong_choice(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """Another value of a vocabulary, or one that is none."""
    choices = {
        name: field.choices
        for name, field in field_types(record_class(collection)).items()
        if field.choices
        and isinstance(row.get(name), str)
        and (collection, name) not in LEFT_OUT
        and name != "comparison"  # It has a class of its own.
    }
    if not choices:
        return None
    field = chance.choice(list(choices))
    others = [str(one) for one in choices[field] if one != row[field]]
    return _set(row, field, chance.choice([*others, row[field] + "s"]))


def wrong_code(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A code with one character changed."""
    if not row.get("codes"):
        return None
    code = chance.choice(row["codes"])
    if (collection, f"codes/{code['system']}") in LEFT_OUT:
        return None
    place = chance.randrange(len(code["value"]))
    letters = "0123456789" if code["value"][place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    letter = chance.choice([one for one in letters if one != code["value"][place]])
    before = code["value"]
    code["value"] = before[:place] + letter + before[place + 1 :]
    return f"codes/{code['system']}: {before} -> {code['value']}"


def wrong_count(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A claimed figure, or a figure of a tally, is another number."""
    figures = [*row.get("figures", ()), *row.get("tally", ())]
    if not figures:
        return None
    figure = chance.choice(figures)
    before = figure["value"]
    figure["value"] = before + chance.choice([-10, -2, -1, 1, 2, 10])
    return f"figures/{figure['name']}: {before} -> {figure['value']}"


def wrong_number(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """The number of a meeting or a principle is another one."""
    if not isinstance(row.get("number"), int):
        return None
    return _set(row, "number", row["number"] + chance.choice([-1, 1, 10]))


def wrong_locator(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A digit of the locator of a provision is another one."""
    held = [one for one in row.get("provisions", ()) if re.search(r"\d", one.get("locator", ""))]
    if not held:
        return None
    provision = chance.choice(held)
    before = provision["locator"]
    place = chance.choice([match.start() for match in re.finditer(r"\d", before)])
    digit = chance.choice([one for one in "123456789" if one != before[place]])
    provision["locator"] = before[:place] + digit + before[place + 1 :]
    return f"locator: {before} -> {provision['locator']}"


def wrong_symbol(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A digit of a symbol is another one."""
    held = [one for one in row.get("symbols", ()) if re.search(r"\d", one)]
    if row.get("symbol"):
        held.append(row["symbol"])
    if not held:
        return None
    before = chance.choice(held)
    place = chance.choice([match.start() for match in re.finditer(r"\d", before)])
    digit = chance.choice([one for one in "123456789" if one != before[place]])
    after = before[:place] + digit + before[place + 1 :]
    if row.get("symbol") == before:
        row["symbol"] = after
    else:
        row["symbols"] = [after if one == before else one for one in row["symbols"]]
    return f"symbol: {before} -> {after}"


def wrong_id(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A letter of an id is doubled or left out."""
    key = row["id"]
    place = chance.randrange(len(key))
    after = (
        key[:place] + key[place + 1 :]
        if chance.random() < 0.5
        else key[:place] + key[place] + key[place:]
    )
    return _set(row, "id", after)


def repeated(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A record stands twice, the second time under an id of its own."""
    twin = copy.deepcopy(row)
    twin["id"] = row["id"] + chance.choice(["", "-2", "-copy"])
    if twin["id"] != row["id"] and twin["id"] in rows[collection]:
        return None
    rows[collection]["\0twin"] = twin
    return f"repeated as {twin['id']}"


def dropped(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A record that others refer to is missing."""
    if not _referring(rows).get(row["id"], set()) - {(collection, row["id"])}:
        return None
    del rows[collection][row["id"]]
    return "dropped"


def _spoiled(chance: random.Random, rows: Rows, value: Any) -> Any:
    """A value of a claim, of an assertion or of a computation, with a slip; the same for none."""
    match value:
        case bool():
            return not value
        case int():
            return value + chance.choice([-10, -2, -1, 1, 2, 10])
        case float():
            return round(value * chance.choice([0.5, 0.8, 1.25, 2.0]), 3)
        case [_, *more]:
            place = chance.randrange(len(value))
            here = [_spoiled(chance, rows, value[place])]
            if more and chance.random() < 0.5:
                here = []
            return [*value[:place], *here, *value[place + 1 :]]
        case str() if value:
            return _another_text(chance, rows, value)
    return value


def _another_text(chance: random.Random, rows: Rows, value: str) -> str:
    """Another date, id or choice, or the text with a slip of the pen."""
    if DATE.match(value):
        parts = [part for part in range(3) if _moved(value, part, 1) is not None]
        part = chance.choice(parts)
        by = chance.choice([-1, 1]) * chance.randint(1, (9, 6, 1)[part])
        return _moved(value, part, by) or value
    home = next((rows[name] for name in rows if value in rows[name]), ())
    for choices in (home, ("open", "unknown"), *VOCABULARIES):
        if value in choices:
            return chance.choice([other for other in choices if other != value])
    return _misspelt(chance, value)


def _vocabularies() -> list[tuple[str, ...]]:
    """The vocabularies of the fields of records and of their parts, and of computations."""
    found: dict[tuple[str, ...], None] = {}
    for name in COLLECTIONS:
        for vocabulary in vocabularies(record_class(name)):
            found[tuple(str(one) for one in vocabulary)] = None
    return sorted(found)


VOCABULARIES = _vocabularies()


def _misspelt(chance: random.Random, text: str) -> str:
    """A text of which a letter is doubled or left out."""
    place = chance.randrange(len(text))
    letter = "" if chance.random() < 0.5 else 2 * text[place]
    return text[:place] + letter + text[place + 1 :]


def wrong_value(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """What a claim or an assertion gives as its value is something else."""
    if collection not in ("claims", "assertions") or row.get("value") is None:
        return None
    return _set(row, "value", _spoiled(chance, rows, row["value"]))


def wrong_parameter(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A parameter of a computation is something else."""
    if not isinstance(row.get("computation"), dict):
        return None
    places = list(_parameters(row["computation"].get("parameters", ()), row["computation"]["name"]))
    if not places:
        return None
    pair, hint = chance.choice(places)
    before = pair[1]
    after = _other_parameter(
        chance, rows, pair, hint, dict(map(tuple, row["computation"]["parameters"]))
    )
    if after == before:
        return None
    pair[1] = after
    return f"{pair[0]}: {before} -> {after}"


def _parameters(pairs: Any, name: str) -> Iterator[tuple[list[Any], Any]]:
    """Each parameter of a computation, and of those inside it, as name and value."""
    hints = typing.get_type_hints(FORMULAS[name], include_extras=True)
    for pair in pairs:
        if "nested" in getattr(hints[pair[0]], "__metadata__", ()):
            yield from _parameters(pair[1][1], pair[1][0])
        else:
            yield pair, hints[pair[0]]


def _other_parameter(
    chance: random.Random, rows: Rows, pair: list[Any], hint: Any, given: Row
) -> Any:
    name, value = pair
    if name.endswith("path"):
        # Another field of the record that holds something of the kind.
        key = given.get(name.removesuffix("_path") if name != "path" else "record", "")
        held = next((held[key] for held in rows.values() if key in held), {})
        dated = value.split("/")[0] in DATES
        others = [
            field
            for field, one in held.items()
            if field != value
            and (field in DATES if dated else isinstance(one, (str, int)) and field != "id")
        ]
        return chance.choice(others) if others else _misspelt(chance, value)
    choices = [tuple(str(one) for one in cls) for cls in _enums(hint)]
    if choices:
        many = isinstance(value, list)
        place = chance.randrange(len(value)) if many else 0
        other = chance.choice([c for c in choices[0] if c != (value[place] if many else value)])
        return [*value[:place], other, *value[place + 1 :]] if many else other
    return _spoiled(chance, rows, value)


def _enums(hint: Any) -> Iterator[type[enum.Enum]]:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        yield hint
    for inner in typing.get_args(hint):
        yield from _enums(inner)


def wrong_comparison(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """What is computed is compared in another way."""
    if not row.get("comparison"):
        return None
    return _set(row, "comparison", chance.choice([str(one) for one in Comparison]))


def wrong_dispute(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """The key of a dispute is misspelt, left out, or that of another dispute."""
    if not row.get("dispute"):
        return None
    way = chance.random()
    if way < 0.6:
        return _set(row, "dispute", _misspelt(chance, row["dispute"]))
    if way < 0.8:
        return f"dispute: {row.pop('dispute')} left out"
    keys = sorted(
        {one["dispute"] for name in SIDES for one in rows[name].values() if one.get("dispute")}
    )
    return _set(row, "dispute", chance.choice(keys))


SIDES = ("claims", "assertions")


def shifted(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """The day on which a statement is to be true is another one."""
    if not row.get("as_of"):
        return None
    return _set(row, "as_of", _spoiled(chance, rows, row["as_of"]))


def wrong_path(chance: random.Random, rows: Rows, collection: str, row: Row) -> str | None:
    """A claim is about another field of its record, or about none."""
    if collection != "claims":
        return None
    held = next(held[row["record"]] for held in rows.values() if row["record"] in held)
    others = [name for name in held if name not in ("id", "sources", row["path"])]
    if chance.random() < 0.5 or not others:
        return _set(row, "path", _misspelt(chance, row["path"]))
    return _set(row, "path", chance.choice(others))


def _referring(rows: Rows) -> dict[str, set[tuple[str, str]]]:
    """The records that name an id or another word, by it; those of the data as it is packaged."""
    if not _REFERRING:
        for collection, held in rows.items():
            for key, row in held.items():
                for name in _named(row):
                    _REFERRING.setdefault(name, set()).add((collection, key))
    return _REFERRING


_REFERRING: dict[str, set[tuple[str, str]]] = {}


def _named(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, list):
        return {text for item in value for text in _named(item)}
    if isinstance(value, dict):
        return {text for key, item in value.items() if key != "id" for text in _named(item)}
    return set()


CLASSES: dict[str, tuple[int, Spoil]] = {
    "date moved by years": (8, _date(0, 9)),
    "date moved by months": (6, _date(1, 6)),
    "date moved by a day": (6, _date(2, 1)),
    "start and end swapped": (3, swapped),
    "reference to another": (9, to_another),
    "reference to nothing": (5, to_nothing),
    "wrong choice": (8, wrong_choice),
    "wrong code": (6, wrong_code),
    "wrong count": (5, wrong_count),
    "wrong number": (3, wrong_number),
    "wrong locator": (2, wrong_locator),
    "wrong symbol": (2, wrong_symbol),
    "wrong id": (3, wrong_id),
    "record repeated": (3, repeated),
    "record dropped": (3, dropped),
    "another country": (5, another_country),
    "wrong value": (10, wrong_value),
    "wrong parameter": (4, wrong_parameter),
    "wrong comparison": (2, wrong_comparison),
    "wrong dispute": (3, wrong_dispute),
    "wrong path": (2, wrong_path),
    "as-of day shifted": (2, shifted),
}
"""The classes of corruption, each with its weight in a hundred."""


class Bench:
    """The packaged data, and what is found in copies of it with one record spoiled."""

    def __init__(self, nam: Dataset, files: Iterable[str] = ()) -> None:
        self.nam = nam
        self.rows: Rows = {
            name: {row["id"]: _stored(dict(row)) for row in nam._store.rows(name).values()}
            for name in COLLECTIONS
        }
        chosen = tuple(files) or COLLECTIONS
        self.records = [(name, key) for name in chosen for key in self.rows[name]]
        for name in COLLECTIONS:
            list(nam.collection(name))
        self.before = set(check(nam))

    def noticed(self, rows: Rows, collection: str) -> str:
        """What notices that a collection is spoiled: `load`, the code of a rule, or nothing."""
        layer = HeldLayer({name: list(one.values()) for name, one in rows.items()})
        spoiled = Dataset(Store((layer,)), self.nam._described)
        if not any("\0" in key for key in rows[collection]):
            self._keep_built(spoiled, collection)
        found = [one for one in check(spoiled) if one not in self.before]
        return next(("load" if one.code in FORM_CODES else one.code for one in found), "")

    def _keep_built(self, spoiled: Dataset, collection: str) -> None:
        """Hand on the records that are not spoiled, so that they need not be built again."""
        for name in COLLECTIONS:
            built = self.nam.collection(name)._built
            fresh, held = spoiled._store.rows(name), self.nam._store.rows(name)
            kept = {key: one for key, one in built.items() if fresh.get(key) == held[key]}
            spoiled.collection(name)._built.update(kept if name == collection else built)

    def tries(self, seed: int, count: int) -> Iterator[tuple[str, Spoiled, str]]:
        """Corruptions by seed, each with its class and what noticed it."""
        chance = random.Random(seed)
        names = [name for name in CLASSES if self._applies(name)]
        weights = [CLASSES[name][0] for name in names]
        for _ in range(count):
            kind = chance.choices(names, weights)[0]
            # A class keeps its weight: it is tried until it finds a record to which it applies.
            while True:
                collection, key = chance.choice(self.records)
                rows, change = self._try(chance, kind, collection, key)
                if change is not None:
                    break
            yield kind, Spoiled(collection, key, change), self.noticed(rows, collection)

    def _try(
        self, chance: random.Random, kind: str, collection: str, key: str
    ) -> tuple[Rows, str | None]:
        """The rows with one of them spoiled, and what was done to it."""
        rows: Rows = {name: dict(held) for name, held in self.rows.items()}
        row = rows[collection][key] = copy.deepcopy(self.rows[collection][key])
        return rows, CLASSES[kind][1](chance, rows, collection, row)

    def _applies(self, kind: str) -> bool:
        """Whether a class applies to some of the records."""
        chance = random.Random(0)
        return any(self._try(chance, kind, *one)[1] is not None for one in self.records)


def _stored(row: Row) -> Row:
    return {name: v for name, v in row.items() if name != "end" or "succeeded_by" not in row}


def _run(seed: int, tries: int, files: list[str]) -> list[tuple[str, Spoiled, str]]:
    """The tries of one seed, in a process of its own."""
    return list(Bench(nam_azerbaijan.load(), files).tries(seed, tries))


def main() -> int:
    """Run the tries and print what was noticed, by class and by file, and what was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=1000, help="for each seed")
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--files", nargs="*", choices=COLLECTIONS, default=[], help="none for all")
    parser.add_argument("--processes", type=int, help="as many as there are cores, if not given")
    parser.add_argument("--misses", type=int, default=40, help="how many misses to list")
    arguments = parser.parse_args()
    by_kind: dict[str, Counter[bool]] = defaultdict(Counter)
    by_file: dict[str, Counter[bool]] = defaultdict(Counter)
    by: Counter[str] = Counter()
    misses = []
    start = time.perf_counter()
    with ProcessPoolExecutor(arguments.processes) as pool:
        count = len(arguments.seeds)
        runs = pool.map(_run, arguments.seeds, [arguments.tries] * count, [arguments.files] * count)
        for kind, spoiled, by_what in (one for run in runs for one in run):
            by_kind[kind][bool(by_what)] += 1
            by_file[spoiled.collection][bool(by_what)] += 1
            by[by_what] += 1
            if not by_what:
                misses.append((kind, spoiled))
    total = sum(by.values())
    print(
        f"{total - by['']} of {total} noticed, {100 * (1 - by[''] / total):.2f} in a hundred; "
        f"seeds {arguments.seeds}; {time.perf_counter() - start:.0f} s."
    )
    for title, table in (("class", by_kind), ("file", by_file)):
        print(f"\n| {title} | tries | noticed | in a hundred |\n|---|---|---|---|")
        for name in sorted(table):
            seen, count = table[name][True], table[name].total()
            print(f"| {name} | {count} | {seen} | {100 * seen / count:.1f} |")
    print(
        "\nNoticed by: " + ", ".join(f"{name} {count}" for name, count in by.most_common() if name)
    )
    print(f"\n{len(misses)} misses:")
    for kind, spoiled in misses[: arguments.misses]:
        print(f"  {kind}: {spoiled.collection}/{spoiled.record}: {spoiled.change}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
