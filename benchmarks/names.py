"""Which names of states that public lists write are read, and whether ever a wrong state is.

`python benchmarks/names.py` prints the table that `benchmarks/README.md` holds, of the lists in
those of countrycode, country_converter and pycountry that are installed. Each row of a list has a
name and codes; the state that has the codes is the one that the name must mean, and a name of a
row whose codes no state has, such as that of a dependency, must mean none. With folders as
arguments, their CSV files are read as well: a column `name`, and a column `expected` with the ids
of the states that will do, parted by "|".
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.resources
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import AmbiguousStateError, Dataset, UnknownStateError

COUNTRYCODE = (
    *("country.name.en", "country.name.fr", "cow.name", "iso.name.en", "iso.name.fr", "p4.name"),
    *("un.name.en", "un.name.fr", "un.name.es", "un.name.ru", "un.name.ar", "un.name.zh"),
)

# What rows mean whose codes are missing, or are those of no state or of another.
SAID: dict[str, set[str]] = {
    "New Hebrides": {"vanuatu"},
    "Papal States": set(),  # They ended in 1870; Gleditsch and Ward's number is the Holy See's.
    "Republic of Tanganyika": {"tanzania"},
    "Serbia and Montenegro": {"serbia"},
    "Tanganjika": {"tanzania"},
    "United Arab Republic": {"egypt"},
    "Zanzibar": {"zanzibar"},
}

Names = dict[str, set[str]]
"""The states that each name of a list may mean; none if it must mean none."""


def module(name: str) -> Any:
    """A package, or `None` where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def holders(nam: Dataset, **codes: object) -> set[str]:
    """The states that have had one of some codes, by the first system in which any has."""
    for system, value in codes.items():
        text = str(value).split(".")[0].lstrip("0")
        found = {
            state.id
            for state in nam.states
            for code in state.codes
            if code.system == system and code.value.lstrip("0") == text
        }
        if found:
            return found
    return set()


def countrycode_lists(nam: Dataset) -> Iterator[tuple[str, Names]]:
    """The columns of countrycode's table of countries."""
    package = module("countrycode")
    if package is None:
        return
    table = package.codelist
    codes = zip(table["iso3c"], table["cown"], table["gwn"], strict=True)
    states = [holders(nam, iso3c=iso, cown=cow, gwn=gw) for iso, cow, gw in codes]
    for column in COUNTRYCODE:
        yield f"countrycode, {column}", gathered(zip(table[column], states, strict=True))


def country_converter_lists(nam: Dataset) -> Iterator[tuple[str, Names]]:
    """The names of country_converter, from the file that it brings."""
    try:
        file = importlib.resources.files("country_converter") / "country_data.tsv"
    except ImportError:
        return
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    states = [holders(nam, iso3c=row["ISO3"]) for row in rows]
    for column in ("name_short", "name_official"):
        names = (row[column] for row in rows)
        yield f"country_converter, {column}", gathered(zip(names, states, strict=True))


def pycountry_lists(nam: Dataset) -> Iterator[tuple[str, Names]]:
    """The names of pycountry, present and former."""
    package = module("pycountry")
    if package is None:
        return
    for countries, field in (
        (package.countries, "name"),
        (package.countries, "official_name"),
        (package.countries, "common_name"),
        (package.historic_countries, "name"),
    ):
        names = [(getattr(one, field, None), one.alpha_3) for one in countries]
        title = "former name" if countries is package.historic_countries else field
        yield (
            f"pycountry, {title}",
            gathered((name, holders(nam, iso3c=iso)) for name, iso in names),
        )


def folder_lists(folder: Path) -> Iterator[tuple[str, Names]]:
    """The lists in the CSV files of a folder."""
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = [(row["name"], set(row["expected"].split("|"))) for row in csv.DictReader(lines)]
        yield file.stem, gathered((name, states - {""}) for name, states in rows)


def gathered(rows: Iterable[tuple[object, set[str]]]) -> Names:
    """The names of some rows, each once, with the states of all rows that have it."""
    found: Names = {}
    for name, states in rows:
        if isinstance(name, str) and name.strip():
            found.setdefault(name, set()).update(SAID.get(name, states))
    return found


def outcome(nam: Dataset, name: str, expected: set[str]) -> str:
    """What becomes of a name: right, asked, missed or wrong."""
    try:
        return "right" if nam.state(name).id in expected else "wrong"
    except AmbiguousStateError:
        return "asked"
    except UnknownStateError:
        return "missed"


def main() -> None:
    """Print the table, and with `--all` each name that did not come out right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="*", type=Path, help="a folder of further lists, as CSV")
    parser.add_argument("--all", action="store_true", help="print each name that is not right")
    asked = parser.parse_args()
    nam = nam_azerbaijan.load()
    lists = [*countrycode_lists(nam), *country_converter_lists(nam), *pycountry_lists(nam)]
    lists.extend(one for folder in asked.folder for one in folder_lists(folder))
    print("| list | names of states | read | asked | missed | names of others | wrong |")
    print("|---|---|---|---|---|---|---|")
    rest = []
    for title, names in lists:
        counts: Counter[str] = Counter()
        for name, expected in names.items():
            came_out = outcome(nam, name, expected)
            if came_out == "wrong" or expected:
                counts[came_out] += 1
            if came_out != ("right" if expected else "missed"):
                rest.append(f"{came_out}: {name!r} of {title}, {' or '.join(expected) or 'none'}")
        states = sum(1 for expected in names.values() if expected)
        figures = (states, *(counts[one] for one in ("right", "asked", "missed")))
        print(f"| {title} | {' | '.join(map(str, figures))} | ", end="")
        print(f"{len(names) - states} | {counts['wrong']} |")
    if asked.all:
        print(*rest, sep="\n")


if __name__ == "__main__":
    main()
