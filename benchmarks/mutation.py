"""How many small changes to the code its tests notice: a seeded sample of mutants.

    python benchmarks/mutation.py [--sample 300] [--seed 8] [MODULE ...]

changes one place of a copy of the project at a time, by the operators of cosmic-ray, and runs the
tests of the changed module alone. What no test noticed is shown as a difference, to be read: a
test is missing, or the change is harmless. A module is given as `dates.py` or `lookup`, a folder.
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/nam_azerbaijan")
MODULES = (
    "dates.py", "store.py", "collection.py", "files", "checks", "lookup/filters.py",
    "lookup/names.py", "lookup/on_day.py", "lookup/spelling.py", "lookup/state_names.py",
)  # fmt: skip
COPIED = ("src", "data", "tests", "docs", "pyproject.toml")
# Tests that are not the mirror image of one module.
ELSEWHERE = {
    "lookup/names.py": ("lookup/test_record_names.py",),
    "lookup/state_names.py": ("lookup/test_spelling.py", "lookup/test_names.py"),
    "lookup/spelling.py": ("lookup/test_spelling.py", "lookup/test_names.py"),
}
TIMEOUT = 300


def files(modules: Iterable[str]) -> list[Path]:
    """The files of modules and folders, from the root of the project."""
    found = []
    for name in modules:
        path = ROOT / PACKAGE / name
        held = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        found += [one.relative_to(ROOT) for one in held if one.exists()]
    return found


def tests_of(file: Path) -> tuple[str, ...]:
    """The tests of a module: those in its mirror image, or else of its whole room."""
    name = file.relative_to(PACKAGE)
    own = ELSEWHERE.get(name.as_posix(), (name.with_name(f"test_{name.name}").as_posix(),))
    there = tuple(f"tests/{one}" for one in own if (ROOT / "tests" / one).exists())
    return there or (f"tests/{name.parent.as_posix()}",)


def annotated(file: Path) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where annotations reach, which nothing evaluates."""
    held: list[ast.expr | None] = []
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        held.append(getattr(node, "annotation", None))
        held.append(getattr(node, "returns", None))
    return [
        ((one.lineno, one.col_offset), (one.end_lineno or 0, one.end_col_offset or 0))
        for one in held
        if one is not None
    ]


def mutants(paths: Iterable[Path], chance: random.Random) -> Iterator[MutationSpec]:
    """One change of each kind at each place of some files."""
    for path in paths:
        places: dict[tuple[Any, str], list[MutationSpec]] = {}
        spans = annotated(path)
        for item in _all_work_items([path], {}):
            (one,) = item.mutations
            if not any(start <= one.start_pos < end for start, end in spans):
                kind = one.operator_name.split("/")[-1].split("_")[0]
                places.setdefault((one.start_pos, kind), []).append(one)
        for held in places.values():
            yield chance.choice(held)


def begin() -> None:
    """Give a worker a copy of the project, in which it may change things."""
    folder = Path(tempfile.mkdtemp(prefix="mutants"))
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    os.chdir(folder)
    os.environ["PYTHONPATH"] = str(folder / "src")


def command(tests: tuple[str, ...]) -> list[str]:
    """What runs some tests, up to the first that fails."""
    return [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]


def passes(tests: tuple[str, ...]) -> bool:
    """Whether some tests pass where nothing was changed."""
    return not subprocess.run(command(tests), capture_output=True, check=False).returncode


def tried(mutant: MutationSpec) -> tuple[MutationSpec, str]:
    """A mutant, and the difference that it makes where no test noticed it."""
    result = mutate_and_test([mutant], shlex.join(command(tests_of(mutant.module_path))), TIMEOUT)
    return mutant, result.diff or "" if result.test_outcome is TestOutcome.SURVIVED else ""


def main(argv: list[str] | None = None) -> int:
    """Try the mutants and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE")
    parser.add_argument("--sample", type=int, default=300, help="how many mutants (300)")
    parser.add_argument("--seed", type=int, default=8, help="of the sample (8)")
    arguments = parser.parse_args(argv)
    os.chdir(ROOT)
    chance = random.Random(arguments.seed)
    found = list(mutants(files(arguments.modules), chance))
    chosen = chance.sample(found, min(arguments.sample, len(found)))
    tried_of: Counter[str] = Counter()
    survived: Counter[str] = Counter()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, initializer=begin) as pool:
        needed = sorted({tests_of(mutant.module_path) for mutant in chosen})
        for tests, passed in zip(needed, pool.map(passes, needed), strict=True):
            if not passed:
                print(f"{' '.join(tests)} fails without any change", file=sys.stderr)
                return 2
        for mutant, difference in pool.map(tried, chosen):
            name = mutant.module_path.relative_to(PACKAGE).as_posix()
            tried_of[name] += 1
            if difference:
                survived[name] += 1
                print(f"{mutant.operator_name}\n{difference}\n", flush=True)
    print("| module | mutants | noticed | share |\n|---|---|---|---|")
    for name in [*sorted(tried_of), "all"]:
        count = tried_of.total() if name == "all" else tried_of[name]
        missed = survived.total() if name == "all" else survived[name]
        print(f"| {name} | {count} | {count - missed} | {1 - missed / count:.0%} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
