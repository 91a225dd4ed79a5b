"""How fast a first and a later answer are, as ratios against named peers in one run.

`python benchmarks/speed.py` prints the table that `benchmarks/README.md` holds. Each job is run
in turn with its peer, and the ratio is that of each pair, so that a machine whose speed drifts
does not tilt it.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from importlib.metadata import version
from itertools import cycle
from pathlib import Path

import pycountry

import nam_azerbaijan
from nam_azerbaijan import Bound, Dataset
from nam_azerbaijan.files.packaged import PackagedLayer
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.store import Store

COLD = "import nam_azerbaijan; nam_azerbaijan.load().status('AZE', on='2012-01-01')"
COLD_PEER = "import pycountry; pycountry.countries.get(alpha_3='AZE')"


def process(code: str) -> float:
    """Seconds that a new interpreter takes for `code`."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def call(function: Callable[[], object], number: int) -> float:
    """Seconds that one call takes, the best of some rounds."""
    return min(timeit.repeat(function, number=number, repeat=5)) / number


def loop_over_members(nam: Dataset, day: dt.date) -> list[str]:
    """The members of a day, the long way."""
    return sorted(
        spell.party
        for spell in nam.memberships
        if spell.body == "nam"
        and spell.status.value == "member"
        and spell.start.latest <= day
        and (
            spell.end is Bound.OPEN
            or (not isinstance(spell.end, Bound) and day < spell.end.earliest)
        )
    )


def fresh() -> Dataset:
    """The packaged data set, of which nothing has been read yet."""
    return Dataset(Store((PackagedLayer(),)), nam_azerbaijan.load()._described)


def once(job: Callable[[Dataset], object], *first: Callable[[Dataset], object]) -> float:
    """Seconds that a job takes on a fresh data set, after others whose time does not count."""
    nam = fresh()
    for done in first:
        done(nam)
    start = time.perf_counter()
    job(nam)
    return time.perf_counter() - start


def read_all(nam: Dataset) -> None:
    """Read and build every record."""
    for name in COLLECTIONS:
        list(nam.collection(name))


def verify(nam: Dataset) -> None:
    """A verdict on every statement."""
    nam_azerbaijan.verify(nam)


def prefer(nam: Dataset) -> None:
    """Another reading, and what it moves."""
    assert nam.prefer("strakes-2015").moved


YEARS, A_YEAR = range(1946, 2026), 9
"""The years of the voting file, and how many roll calls there are in each."""


def voting_file(nam: Dataset, path: Path) -> int:
    """Write the votes of the states of each year in the layout of unvotes; how many there are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("rcid", "country", "country_code", "vote", "date"))
        rows = [
            (f"{year}{number}", state.name_on(day), state.iso2c, choice, day)
            for year in YEARS
            for number, day in enumerate(f"{year}-{month:02}-15" for month in range(1, A_YEAR + 1))
            for state, choice in zip(nam.states, cycle(("yes", "no", "yes", "abstain")))
            if any(period.contains(day) for period in state.existence)
        ]
        writer.writerows(rows)
    return len(rows)


def read(path: Path) -> int:
    """Read a file by csv alone."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def pairs(
    job: Callable[[], float], peer: Callable[[], float], runs: int
) -> list[tuple[float, float]]:
    """Timings of a job and its peer, in turn."""
    job(), peer()
    return [(job(), peer()) for _ in range(runs)]


def line(title: str, peer: str, timed: list[tuple[float, float]], bound: str) -> str:
    """A line of the table: medians, and the median and range of the ratios."""
    ratios = [ours / theirs for ours, theirs in timed]
    ours, theirs = (statistics.median(column) for column in zip(*timed, strict=True))
    ratio = statistics.median(ratios)
    return (
        f"| {title} | {peer} | {unit(ours)} | {unit(theirs)} | {ratio:.3f} "
        f"({min(ratios):.3f} to {max(ratios):.3f}) | {bound} |"
    )


def unit(seconds: float) -> str:
    """Seconds in a unit that reads well."""
    for factor, name in ((1, "s"), (1e3, "ms"), (1e6, "us")):
        if seconds * factor >= 1:
            return f"{seconds * factor:.1f} {name}"
    return f"{seconds * 1e9:.0f} ns"


def main() -> int:
    """Run the benchmarks and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=31, help="pairs of processes for the cold row")
    runs = parser.parse_args().runs
    nam = nam_azerbaijan.load()
    day = "2012-01-01"
    asked = dt.date(2012, 1, 1)
    get = pycountry.countries.get
    assert sorted(state.id for state in nam.members(on=day)) == loop_over_members(nam, asked)
    print(f"Python {platform.python_version()}, pycountry {version('pycountry')}, {runs} pairs.")
    print()
    print("| job | peer | ours | peer's | ratio (range) | at most |")
    print("|---|---|---|---|---|---|")
    timed = pairs(lambda: process(COLD), lambda: process(COLD_PEER), runs)
    print(line("first `status` in a new process", "pycountry's first `get`", timed, "1.1"))
    timed = pairs(
        lambda: call(lambda: nam.status("AZE", on=day), 20000),
        lambda: call(lambda: get(alpha_3="AZE"), 20000),
        7,
    )
    print(line("later `status`", "pycountry's later `get`", timed, "1.0"))
    timed = pairs(
        lambda: call(lambda: nam.members(on=day), 5000),
        lambda: call(lambda: loop_over_members(nam, asked), 50),
        7,
    )
    print(line("later `members`", "a loop over all memberships", timed, "0.02"))
    loaded = "reading all collections"
    timed = pairs(lambda: once(verify, read_all), lambda: once(read_all), 11)
    print(line("`verify`, whole", loaded, timed, "1.0"))
    timed = pairs(lambda: once(prefer, read_all), lambda: once(read_all), 11)
    print(line("`prefer` of a source, with what it moves", loaded, timed, "0.05"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "votes.csv"
        rows = voting_file(nam, path)
        assert nam.tallies(path).unknown == ()
        timed = pairs(
            lambda: timeit.timeit(lambda: nam.tallies(path), number=1),
            lambda: timeit.timeit(lambda: read(path), number=1),
            11,
        )
    print(line(f"`tallies` of {rows:,} rows", "reading them by `csv.DictReader`", timed, "2"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
