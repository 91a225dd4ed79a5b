"""How many wrong values are noticed: one at a time, put into random records of every file.

`python benchmarks/corruption.py` prints the tables that `benchmarks/README.md` holds. A try takes
a class of corruption by its weight and one of all records by chance, and spoils one value as a slip
of the pen or of a program would. It counts as noticed where reading the data refuses it, or a rule
finds fault.
"""

from __future__ import annotations

import argparse
import copy
import datetime as dt
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import attrs

import nam_azerbaijan
from nam_azerbaijan import Dataset, check
from nam_azerbaijan.checks import FORM_CODES
from nam_azerbaijan.records import COLLECTIONS, record_class
from nam_azerbaijan.records.walk import field_types
from nam_azerbaijan.store import HeldLayer, Store

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
    ("assertions", "comparison"),
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
        if field.choices and isinstance(row.get(name), str) and (collection, name) not in LEFT_OUT
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
    if not any(
        row["id"] in _named(other)
        for held in rows.values()
        for other in held.values()
        if other is not row
    ):
        return None
    del rows[collection][row["id"]]
    return "dropped"


def _named(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, list):
        return {text for item in value for text in _named(item)}
    if isinstance(value, dict):
        return {text for key, item in value.items() if key != "id" for text in _named(item)}
    return set()


CLASSES: dict[str, tuple[int, Spoil]] = {
    "date moved by years": (10, _date(0, 9)),
    "date moved by months": (8, _date(1, 6)),
    "date moved by a day": (8, _date(2, 1)),
    "start and end swapped": (4, swapped),
    "reference to another": (12, to_another),
    "reference to nothing": (6, to_nothing),
    "wrong choice": (10, wrong_choice),
    "wrong code": (8, wrong_code),
    "wrong count": (6, wrong_count),
    "wrong number": (4, wrong_number),
    "wrong locator": (3, wrong_locator),
    "wrong symbol": (3, wrong_symbol),
    "wrong id": (4, wrong_id),
    "record repeated": (4, repeated),
    "record dropped": (4, dropped),
    "another country": (6, another_country),
}
"""The classes of corruption, each with its weight in a hundred."""


class Bench:
    """The packaged data, and what is found in copies of it with one record spoiled."""

    def __init__(self, nam: Dataset) -> None:
        self.nam = nam
        self.rows: Rows = {
            name: {row["id"]: _stored(dict(row)) for row in nam._store.rows(name).values()}
            for name in COLLECTIONS
        }
        self.records = [(name, key) for name, held in self.rows.items() for key in held]
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
        names, weights = list(CLASSES), [weight for weight, _ in CLASSES.values()]
        for _ in range(count):
            kind = chance.choices(names, weights)[0]
            # A class keeps its weight: it is tried until it finds a record to which it applies.
            while True:
                collection, key = chance.choice(self.records)
                rows: Rows = {name: dict(held) for name, held in self.rows.items()}
                rows[collection][key] = copy.deepcopy(self.rows[collection][key])
                change = CLASSES[kind][1](chance, rows, collection, rows[collection][key])
                if change is not None:
                    break
            yield kind, Spoiled(collection, key, change), self.noticed(rows, collection)


def _stored(row: Row) -> Row:
    return {name: v for name, v in row.items() if name != "end" or "succeeded_by" not in row}


def _run(seed: int, tries: int) -> list[tuple[str, Spoiled, str]]:
    """The tries of one seed, in a process of its own."""
    return list(Bench(nam_azerbaijan.load()).tries(seed, tries))


def main() -> int:
    """Run the tries and print what was noticed, by class and by file, and what was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=1000, help="for each seed")
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--misses", type=int, default=40, help="how many misses to list")
    arguments = parser.parse_args()
    by_kind: dict[str, Counter[bool]] = defaultdict(Counter)
    by_file: dict[str, Counter[bool]] = defaultdict(Counter)
    by: Counter[str] = Counter()
    misses = []
    start = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        runs = pool.map(_run, arguments.seeds, [arguments.tries] * len(arguments.seeds))
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
