"""The package as a whole: what it offers, how it is built, what it does not name."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.files.packaged import read_packaged
from nam_azerbaijan.records import COLLECTIONS

from factory import script

PACKAGE = Path(nam_azerbaijan.__file__).parent
# What users import besides the package itself.
OFFERED = ("checks", "compare", "export", "frames", "plots", "testing")


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(
        [str(PACKAGE)], "nam_azerbaijan.", onerror=lambda name: None
    ):
        if not found.name.endswith("__main__") and not missing_extra(found.name):
            yield importlib.import_module(found.name)


def missing_extra(name: str) -> bool:
    """Whether a module needs an extra that is not installed here."""
    if ".plots" in name and not name.endswith(".plots.shapes"):
        return importlib.util.find_spec("matplotlib") is None
    return ".frames" in name and importlib.util.find_spec("narwhals") is None


def test_everything_promised_is_there() -> None:
    names: dict[str, object] = {}
    exec("from nam_azerbaijan import *", names)
    assert set(nam_azerbaijan.__all__) <= set(names)
    assert nam_azerbaijan.__all__ == sorted(nam_azerbaijan.__all__)
    assert set(nam_azerbaijan.__all__) <= set(dir(nam_azerbaijan))
    with pytest.raises(AttributeError, match="no attribute 'Dateset'"):
        _ = nam_azerbaijan.Dateset  # type: ignore[attr-defined]


def test_every_module_says_what_is_in_it() -> None:
    for module in modules():
        assert module.__doc__, module.__name__
        promised = getattr(module, "__all__", [])
        assert promised == sorted(promised, key=_constants_first), module.__name__
        assert all(hasattr(module, name) for name in promised), module.__name__


def _constants_first(name: str) -> tuple[int, str]:
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def test_a_public_name_is_listed_once() -> None:
    homes = [importlib.import_module(f"nam_azerbaijan.{home}") for home in nam_azerbaijan._HOMES]
    listed = Counter(name for home in homes for name in home.__all__)
    assert {name: listed[name] for name in nam_azerbaijan.__all__} == dict.fromkeys(
        nam_azerbaijan.__all__, 1
    )


# Documentation


def public() -> Iterator[tuple[str, Any]]:
    """What users are offered, by name."""
    yield from ((name, getattr(nam_azerbaijan, name)) for name in nam_azerbaijan.__all__)
    for name in (one for one in OFFERED if not missing_extra(f".{one}")):
        module = importlib.import_module(f"nam_azerbaijan.{name}")
        yield from ((f"{name}.{inner}", getattr(module, inner)) for inner in module.__all__)


def described(cls: type) -> set[str]:
    """The attributes that the docstrings of a class and its bases name."""
    found: set[str] = set()
    for base in cls.__mro__:
        text = inspect.cleandoc(base.__dict__.get("__doc__") or "")
        _, _, section = text.partition("Attributes:\n")
        found.update(re.findall(r"^ {4}(\w+):", section.split("\n\n")[0], re.MULTILINE))
    return found


def own_words(cls: type) -> bool:
    """Whether a class has a docstring that is neither its base's nor made by a decorator."""
    text = cls.__dict__.get("__doc__") or ""
    return bool(text) and not text.startswith((f"{cls.__name__}(", "Method generated"))


def undocumented(name: str, held: Any) -> list[str]:
    """What of a class or function has no words of its own."""
    if not inspect.isclass(held):
        return [name] if inspect.isroutine(held) and not held.__doc__ else []
    if not held.__module__.startswith("nam_azerbaijan"):
        return []
    found = [] if own_words(held) else [name]
    if attrs.has(held):
        fields = {field.name for field in attrs.fields(held) if not field.name.startswith("_")}
        found += [f"{name}.{field}" for field in sorted(fields - described(held))]
    elif issubclass(held, tuple):
        found += [
            f"{name}.{one}" for one in getattr(held, "_fields", ()) if one not in described(held)
        ]
    for attribute, value in vars(held).items():
        if not attribute.startswith("_"):
            inner = value.fget if isinstance(value, property) else getattr(value, "func", value)
            if inspect.isfunction(inner) and not inner.__doc__:
                found.append(f"{name}.{attribute}")
    return found


def test_everything_public_is_documented() -> None:
    missing = [one for name, held in public() for one in undocumented(name, held)]
    assert missing == []


def test_every_class_and_function_is_documented() -> None:
    missing = []
    for module in modules():
        for name in getattr(module, "__all__", ()):
            missing += undocumented(f"{module.__name__}.{name}", getattr(module, name))
    assert sorted(set(missing)) == []


def test_what_is_not_documented_is_found() -> None:
    @attrs.frozen
    class Bare:
        size: int

    @attrs.frozen
    class Half:
        """A half.

        Attributes:
            size: how large.
        """

        size: int
        colour: str
        _hidden: int

        @property
        def both(self) -> str:
            return self.colour

        def grow(self) -> None: ...

    class Heir(Half):
        pass

    for cls in (Bare, Half, Heir):
        cls.__module__ = "nam_azerbaijan.made"
    assert undocumented("Bare", Bare) == ["Bare", "Bare.size"]
    assert undocumented("Half", Half) == ["Half.colour", "Half.both", "Half.grow"]
    assert undocumented("Heir", Heir) == ["Heir", "Heir.colour"]
    assert undocumented("f", lambda: None) == ["f"]


# Words


def classes() -> Iterator[tuple[str, str]]:
    """Every class, private ones too, with the file that it stands in."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name, str(file.relative_to(PACKAGE))


def aliases() -> Iterator[tuple[str, str]]:
    """Every alias of a type, with the file that it stands in."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if re.fullmatch(r"_?[A-Z]\w*[a-z]\w*", name):
                    yield name, str(file.relative_to(PACKAGE))


def bare(name: str) -> str:
    """A name without what makes near-twins: case, low lines, and the ending of a plural."""
    word = name.replace("_", "").casefold()
    for plural, single in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(plural) and not word.endswith(("ss", "us")):
            return word.removesuffix(plural) + single
    return word


def test_bare_names() -> None:
    twins = [("Spell", "Spells"), ("reading", "readings"), ("StateYear", "state_years")]
    twins += [("Entry", "entries"), ("_Case", "Case"), ("Address", "addresses")]
    for one, two in twins:
        assert bare(one) == bare(two)
    assert len({bare(word) for word in ("status", "states", "StateYearTable", "Answer")}) == 4


def test_no_two_classes_have_one_name_or_nearly_one() -> None:
    homes: dict[str, list[str]] = {}
    for name, home in classes():
        homes.setdefault(bare(name), []).append(f"{name} in {home}")
    assert [held for held in homes.values() if len(held) > 1] == []
    assert len(homes) > 100


def test_no_alias_has_the_name_of_another_type() -> None:
    homes: dict[str, list[str]] = {}
    for name, home in (*classes(), *aliases()):
        homes.setdefault(name.lstrip("_"), []).append(f"{name} in {home}")
    assert [held for held in homes.values() if len(held) > 1] == []


# A function may have the name of the class that it gives; so has the decorator that makes a rule,
# and what makes a data frame of a table.
MAKERS = {"rule", "table"}


def test_a_function_with_the_name_of_a_class_gives_it() -> None:
    known = {bare(name): name for name, _ in classes()}
    for module in modules():
        for name in getattr(module, "__all__", ()):
            held = getattr(module, name)
            if inspect.isfunction(held) and bare(name) in known and name not in MAKERS:
                given = str(held.__annotations__["return"])
                assert known[bare(name)] in given, f"{module.__name__}.{name} gives {given}"


def test_a_module_with_the_name_of_a_class_has_it() -> None:
    """The rules of a family are in a module that has the name of what they are about."""
    homes = {
        bare(name): {bare(part) for part in Path(home).with_suffix("").parts}
        for name, home in classes()
    }
    for module in modules():
        last = bare(module.__name__.rpartition(".")[2])
        if not module.__name__.startswith("nam_azerbaijan.checks.") and last in homes:
            assert last in homes[last], module.__name__


# What is packaged, and what is said of it


def test_the_packaged_files_are_all_there() -> None:
    for name in (*COLLECTIONS, "dataset"):
        assert read_packaged(f"{name}.json")
    assert read_packaged("dataset.json")["version"] == nam_azerbaijan.load().version
    with pytest.raises(FileNotFoundError):
        read_packaged("nothing.json")
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


def test_every_code_of_a_finding_is_explained(root: Path) -> None:
    explained = set(re.findall(r"\b([A-Z]{3}[0-9]{3})`?: ", page(root, "docs/rules.md")))
    given = {
        code
        for file in PACKAGE.rglob("*.py")
        for code in re.findall(r'"([A-Z]{3}[0-9]{3})"', file.read_text(encoding="utf-8"))
    }
    assert given == explained


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


def listed(root: Path) -> list[Path]:
    """The files of the project."""
    done = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("no checkout")
    return [root / name for name in done.stdout.splitlines() if (root / name).is_file()]


def test_no_registry_and_no_machine_is_named(root: Path) -> None:
    machine = r"/(?:home|opt|root|tmp|users|work)/"
    named = re.compile(rf"pypi\.org|pythonhosted|npmjs|{machine}|--index-url", re.IGNORECASE)
    for file in listed(root):
        if file != Path(__file__).resolve() and file.suffix != ".png":
            assert not named.search(file.read_text(encoding="utf-8")), file


TEXT = {
    "", ".cff", ".css", ".html", ".js", ".json", ".md", ".py", ".rst", ".svg", ".toml", ".txt",
    ".typed",
}  # fmt: skip
"""The endings of files of text that the project has."""


def test_the_project_holds_text_and_few_small_pictures(root: Path) -> None:
    for file in listed(root):
        if file.suffix == ".png":
            assert file.parent == root / "docs" / "images", file
            assert file.stat().st_size < 100_000, file
            continue
        assert file.suffix in TEXT, file
        assert file.stat().st_size < 4 * 2**20, file
