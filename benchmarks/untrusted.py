"""What becomes of directories that nobody vouches for: a data set, or one `DatasetError`.

`python benchmarks/untrusted.py --inputs 100000` loads that many directories, in which one file
holds arbitrary JSON, bytes with some of them changed, or rows of the packaged data with values
changed, and prints how they ended. Anything but a data set or a `DatasetError` stops it.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import DatasetError
from nam_azerbaijan.records import COLLECTIONS

MANIFEST = {"version": "0", "as_of": "2000-12-31", "compiled": "2001-01-31"}
SCALARS: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**12, 10**40, 1.5, 1e308, "", "x", "open", "unknown", "1994",
    "1994-13", "\u0000", "\ud800", "é" * 50, "nam", "azerbaijan", [], {}, [[]], [{}],
)  # fmt: skip


def arbitrary(chance: random.Random, depth: int = 0) -> Any:
    """Some JSON value."""
    kind = chance.random()
    if depth > 4 or kind < 0.5:
        return chance.choice(SCALARS)
    if kind < 0.75:
        return [arbitrary(chance, depth + 1) for _ in range(chance.randrange(4))]
    names = ("id", "name", "sources", "start", "end", "status", "succeeded_by", "x")
    return {chance.choice(names): arbitrary(chance, depth + 1) for _ in range(chance.randrange(5))}


def changed(chance: random.Random, value: Any) -> Any:
    """A value with one of its parts replaced, repeated or taken away."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(list(value))
        if chance.random() < 0.2:
            del value[key]
        elif chance.random() < 0.2:
            value[key + chance.choice("sx")] = value.pop(key)
        else:
            value[key] = changed(chance, value[key])
        return value
    if isinstance(value, list) and value and chance.random() < 0.85:
        place = chance.randrange(len(value))
        if chance.random() < 0.2:
            value.append(copy.deepcopy(value[place]))
        else:
            value[place] = changed(chance, value[place])
        return value
    return copy.deepcopy(arbitrary(chance, 3))


def spoiled(chance: random.Random, rows: list[Any]) -> bytes:
    """The content of a file."""
    kind = chance.random()
    if kind < 0.2:
        return json.dumps(arbitrary(chance)).encode("utf-8", "surrogatepass")
    start = chance.randrange(len(rows))
    held = copy.deepcopy(rows[start : start + 3])
    if kind < 0.8:
        for _ in range(chance.randint(1, 3)):
            held = changed(chance, held)
        return json.dumps(held).encode("utf-8", "surrogatepass")
    content = bytearray(json.dumps(held).encode())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content))
        content[place : place + chance.randrange(3)] = bytes(chance.choices(range(256), k=1))
    return bytes(content)


def main() -> int:
    """Load the directories and print how they ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    packaged = nam_azerbaijan.load()
    rows = {name: list(packaged._store.rows(name).values()) for name in COLLECTIONS}
    ended: Counter[str] = Counter()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "dataset.json").write_text(json.dumps(MANIFEST))
        for name in COLLECTIONS:
            (folder / f"{name}.json").write_text("[]")
        for _ in range(arguments.inputs):
            name = chance.choice([*COLLECTIONS, "dataset"])
            file = folder / f"{name}.json"
            before = file.read_bytes()
            file.write_bytes(spoiled(chance, rows.get(name, [MANIFEST])))
            try:
                nam_azerbaijan.load(folder)
                ended["a data set"] += 1
            except DatasetError as error:
                str(error)
                ended["a DatasetError"] += 1
            file.write_bytes(before)
    took = time.perf_counter() - start
    print(f"{arguments.inputs} inputs in {took:.0f} s, seed {arguments.seed}: {dict(ended)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
