"""How long `frames.annotate` takes beside the join that people write by hand, and how it grows.

`python benchmarks/annotate.py` prints the tables that `benchmarks/README.md` holds: jobs in turn
with their peers, and the cost per row from Parquet to Parquet at growing sizes, each in a process
of its own. `--rows` and `--sizes` say how many rows, `--coco PYTHON` names an interpreter that has
country_converter, which cannot start beside pandas 3. The hand-written joins keep every row.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.frames import annotate

Job = Callable[[], object]

FIRST, LAST = np.datetime64("1955-01-01"), np.datetime64("2025-12-31")
ASKED: dict[str, Any] = {"state": "iso3c", "on": "day", "code": "iso3c"}
KEYS = 20_000
PART = 1_000_000
TRIES = 3  # Of which the least counts, since other load only adds.


def events(nam: Dataset, rows: int) -> pl.DataFrame:
    """Events of random states on random days, with a number each."""
    draw = np.random.default_rng(7)
    codes = pl.Series(sorted({state.iso3c for state in nam.states if state.iso3c}))
    days = FIRST + draw.integers(0, int((LAST - FIRST).astype(int)) + 1, rows)
    return pl.DataFrame(
        {
            "iso3c": codes[draw.integers(0, len(codes), rows)],
            "day": days.astype("datetime64[D]"),
            "value": draw.random(rows),
        }
    )


def spells(nam: Dataset) -> pl.DataFrame:
    """The table that somebody who writes the join by hand would make."""
    far = dt.date(2100, 1, 1).toordinal()
    rows = [
        (
            state.iso3c,
            dt.date.fromordinal(days.certain_from),
            dt.date.fromordinal(int(min(days.certain_until, far))),
            spell.status.value,
        )
        for state in nam.states
        for spell in nam.spells(state)
        if state.iso3c and (days := spell.period.day_numbers).certain_from < days.certain_until
    ]
    return pl.DataFrame(rows, ["code", "start", "stop", "status"], orient="row")


def _output(command: list[str], sent: str = "") -> str:
    """What a process prints."""
    done = subprocess.run(command, input=sent, capture_output=True, text=True, check=True)
    return done.stdout


# The jobs and their peers, each from rows in memory to rows in memory


def on_duckdb(nam: Dataset, rows: int) -> tuple[Job, Job]:
    held, by_hand = events(nam, rows).to_arrow(), spells(nam).to_arrow()
    connection = duckdb.connect()
    connection.register("held", held)
    connection.register("by_hand", by_hand)
    connection.execute("create table events as from held; create table spells as from by_hand")

    def ours() -> None:
        annotate(connection.table("events"), nam, **ASKED).create("ours")
        connection.execute("drop table ours")

    def theirs() -> None:
        connection.execute(
            "create table theirs as select events.*, status from events left join spells "
            "on iso3c = code and day >= start and day < stop"
        )
        connection.execute("drop table theirs")

    return ours, theirs


def on_lazy_polars(nam: Dataset, rows: int) -> tuple[Job, Job]:
    held, by_hand = events(nam, rows).lazy(), spells(nam).lazy()

    def theirs() -> pl.DataFrame:
        numbered = held.with_row_index("row")
        hits = numbered.join(by_hand, left_on="iso3c", right_on="code")
        hits = hits.filter(pl.col("day").is_between("start", "stop", closed="left"))
        return numbered.join(hits.select("row", "status"), on="row", how="left").collect()

    return lambda: annotate(held, nam, **ASKED).collect(), theirs


def on_polars(nam: Dataset, rows: int) -> tuple[Job, Job]:
    held = events(nam, rows)
    return lambda: annotate(held, nam, **ASKED), on_lazy_polars(nam, rows)[1]


def on_pandas(nam: Dataset, rows: int) -> tuple[Job, Job]:
    held, by_hand = _pandas(events(nam, rows), "day"), _pandas(spells(nam), "start", "stop")

    def theirs() -> pd.DataFrame:
        numbered = held.reset_index()
        pairs = numbered.merge(by_hand, how="left", left_on="iso3c", right_on="code")
        hits = pairs[(pairs["day"] >= pairs["start"]) & (pairs["day"] < pairs["stop"])]
        return held.assign(status=hits.set_index("index")["status"])

    return lambda: annotate(held, nam, **ASKED), theirs


def _pandas(frame: pl.DataFrame, *days: str) -> pd.DataFrame:
    """The same as pandas has it, days as the times that pandas reads from files."""
    made = pd.DataFrame(frame.to_dict(as_series=False))
    return made.astype(dict.fromkeys(days, "datetime64[us]"))


PAIRS = {
    "DuckDB": (on_duckdb, 10_000_000, "1.25"),
    "lazy Polars": (on_lazy_polars, 10_000_000, "1.0"),
    "Polars": (on_polars, 10_000_000, "1.0"),
    "pandas": (on_pandas, 1_000_000, "1.0"),
}


def timed(job: Job) -> tuple[float, float]:
    """Seconds by the clock, and seconds that all processors together were at work."""
    clock, work = time.perf_counter(), time.process_time()
    job()
    return time.perf_counter() - clock, time.process_time() - work


def beside_by_hand(nam: Dataset, rows: int | None, runs: int) -> None:
    """Print the table of jobs beside hand-written joins."""
    print("| engine | rows | ours | by hand | ratio (range) | ratio of work | at most |")
    print("|---|---|---|---|---|---|---|")
    for engine, (make, usual, bound) in PAIRS.items():
        number = rows or usual
        ours, theirs = make(nam, number)
        ours(), theirs()
        pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
        clock, work = ([one[place] / two[place] for one, two in pairs] for place in (0, 1))
        spent = [statistics.median(one[0] for one in side) for side in zip(*pairs, strict=True)]
        print(
            f"| {engine} | {number:,} | {' | '.join(f'{one:.2f} s' for one in spent)} | "
            f"{statistics.median(clock):.2f} ({min(clock):.2f} to {max(clock):.2f}) | "
            f"{statistics.median(work):.2f} | {bound} |",
            flush=True,
        )


# country_converter, in an environment of its own

COCO = """
import json, sys, time, logging
import country_converter, pandas
logging.disable(logging.CRITICAL)
keys = pandas.Series(json.load(sys.stdin))
call, target = sys.argv[1:]
convert = getattr(country_converter.CountryConverter(), call)
start = time.process_time()
convert(keys, to=target)
print(time.process_time() - start)
"""


def beside_coco(nam: Dataset, python: str, runs: int) -> None:
    """Print how much work it is to give keys a status here, and only to read them there."""
    names = {state.iso3c: state.name for state in nam.states}
    held = events(nam, KEYS)
    frame = _pandas(held, "day").assign(name=[names[code] for code in held["iso3c"]])
    print(f"| {KEYS:,} keys | peer | ours | peer's | ratio | at most |")
    print("|---|---|---|---|---|---|")
    for what, column, call, target, bound in (
        ("codes", "iso3c", "convert", "name_short", "0.001"),
        ("names", "name", "convert", "ISO3", "0.001"),
        ("names", "name", "pandas_convert", "ISO3", ""),
    ):
        sent = json.dumps(list(frame[column]))
        annotate(frame, nam, state=column, on="day")
        pairs = []
        for _ in range(runs):
            peer = float(_output([python, "-W", "ignore", "-c", COCO, call, target], sent))
            call_ours = functools.partial(annotate, frame, nam, state=column, on="day")
            ours = min(timed(call_ours)[1] for _ in range(5))
            pairs.append((ours / peer, ours, peer))
        ratio, ours, theirs = sorted(pairs)[len(pairs) // 2]
        print(
            f"| {what} | `{call}` | {ours * 1000:.0f} ms | {theirs:.2f} s | "
            f"{ratio:.4f} | {bound} |",
            flush=True,
        )


# From Parquet to Parquet, in a process of its own


def parquet_duckdb(nam: Dataset, source: Path, target: Path) -> None:
    connection = duckdb.connect()
    annotate(connection.read_parquet(str(source)), nam, **ASKED).write_parquet(str(target))


def parquet_polars(nam: Dataset, source: Path, target: Path) -> None:
    annotate(pl.scan_parquet(source), nam, **ASKED).sink_parquet(target)


SCALES = {"DuckDB": parquet_duckdb, "lazy Polars": parquet_polars}


def write_events(nam: Dataset, rows: int, target: Path) -> None:
    """A Parquet file of events, written part by part."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    part = events(nam, min(rows, PART)).to_arrow()
    with pq.ParquetWriter(target, part.schema) as writer:
        for _ in range(max(1, rows // PART)):
            writer.write_table(part)


def scale(engine: str, source: str, target: str) -> None:
    """Annotate a file, and print seconds, work and peak memory."""
    nam = nam_azerbaijan.load()
    annotate(events(nam, 1000).lazy(), nam, **ASKED)
    clock, work = timed(lambda: SCALES[engine](nam, Path(source), Path(target)))
    status = Path("/proc/self/status").read_text("utf-8")
    peak = int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024
    print(json.dumps([clock, work, peak]))


def scales(nam: Dataset, sizes: list[int]) -> None:
    """Print the table of costs per row, beyond what a single row costs."""
    print("| engine | rows | seconds | work for a million rows more | peak memory |")
    print("|---|---|---|---|---|")
    first: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for rows in (1, *sizes):
            source = Path(folder) / "events.parquet"
            write_events(nam, rows, source)
            for engine in SCALES:
                target = str(Path(folder) / "annotated.parquet")
                job = [sys.executable, __file__, "--scale", engine, str(source), target]
                clock, work, peak = map(
                    min, zip(*(json.loads(_output(job)) for _ in range(TRIES)), strict=True)
                )
                fixed = first.setdefault(engine, work)
                each = f"{(work - fixed) / rows * 1e6:.2f} s" if rows > 1 else ""
                print(f"| {engine} | {rows:,} | {clock:.2f} | {each} | {peak:.0f} MB |", flush=True)
                assert pl.scan_parquet(target).select(pl.len()).collect().item() == rows


def on_spark(nam: Dataset, rows: int) -> None:
    """Print how long Spark takes in local mode with one and with two cores."""
    print(f"| Spark, {rows:,} rows | seconds | of the rows alone |")
    print("|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "events.parquet"
        write_events(nam, rows, source)
        for cores in (1, 2):
            job = [sys.executable, "-W", "ignore", __file__, "--cores", str(cores), str(source)]
            ours, alone = json.loads(_output(job))
            print(f"| `local[{cores}]` | {ours:.2f} | {alone:.2f} |", flush=True)


def with_cores(cores: str, source: str) -> None:
    """Print seconds to annotate a file on Spark, and to read it and do nothing more."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "4g").getOrCreate()
    held = session.read.parquet(source)
    made = annotate(held, nam_azerbaijan.load(), **ASKED)

    def run(frame: Any) -> None:
        frame.write.format("noop").mode("overwrite").save()

    for frame in (made, held):  # Which warms up.
        run(frame)
    timings = [(timed(lambda: run(made))[0], timed(lambda: run(held))[0]) for _ in range(3)]
    print(json.dumps([statistics.median(column) for column in zip(*timings, strict=True)]))
    session.stop()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, help="rows of each job, instead of those of the table")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000, 10_000_000]
    )
    parser.add_argument("--runs", type=int, default=5, help="pairs of a job and its peer")
    parser.add_argument("--coco", help="an interpreter that has country_converter")
    parser.add_argument("--spark", type=int, help="rows to annotate on Spark")
    parser.add_argument("--scale", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--cores", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.scale:
        scale(*asked.scale)
        return
    if asked.cores:
        with_cores(*asked.cores)
        return
    nam = nam_azerbaijan.load()
    if asked.runs:
        beside_by_hand(nam, asked.rows, asked.runs)
        print()
    if asked.coco:
        beside_coco(nam, asked.coco, asked.runs or 1)
        print()
    if asked.spark:
        on_spark(nam, asked.spark)
        print()
    if asked.sizes:
        scales(nam, asked.sizes)


if __name__ == "__main__":
    main()
