"""The package as a whole: what it offers, how it is built, what it does not name."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.records import COLLECTIONS

from factory import script

PACKAGE = Path(nam_azerbaijan.__file__).parent

# What may import what: each module only what stands before it.
LAYERS = [
    {"views"},
    {"dates", "findings", "errors", "fold", "manifest"},
    {"periods", "records.status"},
    {"records", "records.base"},
    {
        "records.parties", "records.spells", "records.meetings", "records.texts", "records.votes",
        "records.evidence",
    },
    {"codec"},
    {"store"},
    {"notebook"},
    {"integrity"},
    {"reading", "collection", "lookup", "spans", "searching"},
    {"catalogue", "ranges"},
    {"directory", "timeline"},
    {"dataset"},
    {"checks.rules"},
    {"paths", "checks.wording"},
    {
        "checks.chairs", "checks.claims", "checks.codes", "checks.dates", "checks.documents",
        "checks.evidence", "checks.ids", "checks.meetings", "checks.memberships",
        "checks.principles", "checks.references", "checks.sources", "checks.votes",
    },
    {"checks"},
    {"compare.results", "compare.tables"},
    {"compare.column", "compare.readings"},
    {"compare.grounds"},
    {"compare.admissions", "compare.cow"},
    {"compare"},
    {"brief"},
    {"show"},
    {"cli", "testing"},
    {"__main__"},
]  # fmt: skip


def test_everything_promised_is_there() -> None:
    names: dict[str, object] = {}
    exec("from nam_azerbaijan import *", names)
    assert set(nam_azerbaijan.__all__) <= set(names)
    assert nam_azerbaijan.__all__ == sorted(nam_azerbaijan.__all__)
    assert set(nam_azerbaijan.__all__) <= set(dir(nam_azerbaijan))
    with pytest.raises(AttributeError, match="no attribute 'Dateset'"):
        _ = nam_azerbaijan.Dateset  # type: ignore[attr-defined]


def test_everything_public_is_documented() -> None:
    for name in nam_azerbaijan.__all__:
        held = getattr(nam_azerbaijan, name)
        assert inspect.getdoc(held), name
        if inspect.isclass(held) and held.__module__.startswith("nam_azerbaijan"):
            for attribute, value in vars(held).items():
                if not attribute.startswith("_") and callable(value):
                    assert inspect.getdoc(value), f"{name}.{attribute}"


def modules() -> dict[str, Path]:
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.parent.name == "data":  # In a checkout it lies beside the package.
            continue
        name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = file
    return found


def imported(name: str, file: Path) -> set[str]:
    """The modules of the package that a module imports, but for what it names for typing only."""
    package = name.split(".") if file.stem == "__init__" else name.split(".")[:-1]
    skipped = {
        inner
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in map(ast.dump, ast.walk(node))
    }
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level and ast.dump(node) not in skipped:
            base = package[: len(package) - node.level + 1]
            target = [*base, *(node.module or "").split(".")] if node.module else base
            names = {".".join([*target, alias.name]) for alias in node.names}
            known = set(modules())
            found |= (names & known) or {".".join(target)}
    return found - {"", "data"}


def test_nothing_lower_imports_anything_higher() -> None:
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    assert set(rank) == set(modules()) - {"__init__"}
    for name, file in modules().items():
        if name != "__init__":
            for other in imported(name, file):
                assert rank[other] < rank[name] or (
                    # A package names its own modules.
                    name in ("records", "checks") and other.startswith(name)
                ), f"{name} imports {other}"


def test_no_module_is_too_long_to_read() -> None:
    for name, file in modules().items():
        assert len(file.read_text().splitlines()) <= 620, name


def test_the_packaged_files_are_all_there(nam: Dataset) -> None:
    data = importlib.import_module("nam_azerbaijan.data")
    folder = Path(str(data.__file__)).parent
    for name in (*COLLECTIONS, "dataset"):
        assert json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    assert (folder / "README.md").exists()
    assert (PACKAGE / "py.typed").exists()


# What follows needs the checkout, which the tests of an installed wheel may not have beside them.


def page(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


@pytest.fixture
def generate(root: Path) -> ModuleType:
    return script(root / "docs" / "generate.py")


def test_generated_pages_are_current(root: Path, generate: ModuleType) -> None:
    for name, written in generate.PAGES.items():
        assert page(root, name) == written(), f"run docs/generate.py: {name} is not current"


def test_what_was_left_out_is_said_of_each_document(generate: ModuleType, nam: Dataset) -> None:
    assert sorted(generate._left_out()) == sorted(generate.FIVE)
    assert set(generate.FIVE) <= {source.id for source in nam.sources}


def test_every_field_has_a_meaning_in_the_codebook(root: Path) -> None:
    for line in page(root, "data/README.md").splitlines():
        if line.startswith("| `"):
            assert not line.endswith("|  |"), line


def test_versions_agree(root: Path, nam: Dataset) -> None:
    project = tomllib.loads(page(root, "pyproject.toml"))["project"]
    assert project["version"] == nam_azerbaijan.__version__
    citation = page(root, "CITATION.cff")
    assert f"version: {nam.version}\n" in citation
    changelog = page(root, "CHANGELOG.md")
    assert f"## [{nam_azerbaijan.__version__}]" in changelog
    assert f"data {nam.version}" in changelog
    assert "### Data" in changelog


def test_run_time_dependencies_stay_few(root: Path) -> None:
    project = tomllib.loads(page(root, "pyproject.toml"))["project"]
    assert [re.match(r"[\w-]+", one)[0] for one in project["dependencies"]] == [  # type: ignore[index]
        "attrs", "cattrs", "python-dateutil",
    ]  # fmt: skip


def test_no_registry_and_no_machine_is_named(root: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no checkout")
    machine = r"/(?:home|opt|root|tmp|users|work)/"
    named = re.compile(rf"pypi\.org|pythonhosted|npmjs|{machine}|--index-url", re.IGNORECASE)
    for name in listed.stdout.splitlines():
        if name != "tests/test_package.py" and (root / name).is_file():
            assert not named.search(page(root, name)), name


def test_user_code_type_checks(root: Path) -> None:
    pytest.importorskip("mypy")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "typed_use.py"],
        cwd=root / "tests",
        env={**os.environ, "MYPYPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
