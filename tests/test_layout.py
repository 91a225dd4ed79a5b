"""The rooms of the house, and who may import whom: at run time, for types only, or lazily."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import nam_azerbaijan
from nam_azerbaijan.records import COLLECTIONS

PACKAGE = Path(nam_azerbaijan.__file__).parent
FACE = "__init__"

# A room imports only those before it. Some are not built yet.
ROOMS = (
    "frozen", "text", "dates", "errors", "findings", "records", "store", "files", "tables",
    "lookup", "collection", "evidence", "dataset", "verdicts", "checks", "compare", "bibliography",
    FACE, "frames", "plots", "export", "cli", "testing", "__main__",
)  # fmt: skip

# Two modules import by name what is asked of them, and so import all that they name.
BY_NAME = {
    FACE: {*nam_azerbaijan._HOMES, *nam_azerbaijan._SUBMODULES},
    "records": {f"records.{path.partition('.')[0]}" for path in COLLECTIONS.values()},
}


def modules(package: Path) -> dict[str, Path]:
    """The files of the modules of a package by dotted name, that of a room being the room's."""
    found = {}
    for file in sorted(package.rglob("*.py")):
        name = ".".join(file.relative_to(package).with_suffix("").parts)
        found[name.removesuffix(f".{FACE}")] = file
    return found


def imports(name: str, file: Path, known: set[str]) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it the import stands."""
    room = [*name.split(".")[:-1]] if file.stem != FACE else [*name.split(".")]
    here = [] if name == FACE else room
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
            paths = [one.split(".")[1:] for one in targets if one.split(".")[0] == PACKAGE.name]
        elif isinstance(node, ast.ImportFrom):
            base = (node.module or "").split(".") if node.module else []
            if node.level:
                base = [*here[: len(here) - node.level + 1], *base]
            elif base[0] == PACKAGE.name:
                base = base[1:]
            else:
                continue
            paths = [[*base, alias.name] for alias in node.names]
        else:
            continue
        for path in paths:
            whole, above = ".".join(path), ".".join(path[:-1])
            yield whole if whole in known else above or FACE


def wrong(package: Path) -> list[str]:
    """What stands against the order of rooms, or closes a circle."""
    files = modules(package)
    graph = {
        name: set(imports(name, file, set(files))) | BY_NAME.get(name, set())
        for name, file in files.items()
    }
    rank = {room: number for number, room in enumerate(ROOMS)}
    found = [f"{name} stands in no room" for name in files if name.split(".")[0] not in rank]
    for name, others in graph.items():
        for other in sorted(others):
            one, two = name.split(".")[0], other.split(".")[0]
            if rank.get(two, 0) > rank.get(one, 0):
                found.append(f"{name} imports {other}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append(f"a circle: {' imports '.join(reversed(error.args[1]))}")
    return found


def test_rooms_import_only_those_before_them() -> None:
    assert wrong(PACKAGE) == []
    assert len(modules(PACKAGE)) > 60


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=lambda *_: {"data"}))


AGAINST = {
    "at run time": "from .dataset import Dataset\n",
    "for types only": "if TYPE_CHECKING:\n    from .dataset import Dataset\n",
    "at run time and for types": (
        "if TYPE_CHECKING:\n    from .dataset import Dataset\nfrom .dataset import Dataset\n"
    ),
    "in a function": "def later():\n    from .dataset import Dataset\n    return Dataset\n",
    "a whole module": "from . import dataset\n",
    "by its full name": "import nam_azerbaijan.dataset\n",
    "from its full name": "from nam_azerbaijan.dataset import Dataset\n",
}


@pytest.mark.parametrize("case", AGAINST)
def test_an_import_against_the_order_is_found(copy: Path, case: str) -> None:
    with (copy / "text.py").open("a", encoding="utf-8") as file:
        file.write(AGAINST[case])
    found = wrong(copy)
    assert found[0] == "text imports dataset"
    assert len(found) == 2  # And it closes a circle.
    assert found[1].startswith("a circle: ")


def test_the_face_is_not_to_be_imported_from_within(copy: Path) -> None:
    with (copy / "lookup" / "on_day.py").open("a", encoding="utf-8") as file:
        file.write("from .. import load\n")
    assert wrong(copy)[0] == "lookup.on_day imports __init__"


@pytest.mark.parametrize("line", ["from .votes import Vote", "def f(): from . import votes"])
def test_a_circle_within_a_room_is_found(copy: Path, line: str) -> None:
    with (copy / "records" / "base.py").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    (found,) = wrong(copy)
    assert found.startswith("a circle: ")
    assert "records.base imports records.votes" in found


def test_what_records_import_by_name_closes_circles_too(copy: Path) -> None:
    with (copy / "records" / "votes.py").open("a", encoding="utf-8") as file:
        file.write("from . import COLLECTIONS\n")
    assert "records imports records.votes" in wrong(copy)[0]


def test_a_module_in_no_room_is_found(copy: Path) -> None:
    (copy / "attic.py").write_text("", encoding="utf-8")
    assert wrong(copy) == ["attic stands in no room"]


def test_modules_are_imported_by_name_in_few_places() -> None:
    dynamic = {
        name
        for name, file in modules(PACKAGE).items()
        if {"import_module", "__import__"} & set(_words(file))
    }
    assert dynamic == set(BY_NAME)


def _words(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name | ast.Attribute | ast.alias):
            yield getattr(node, "id", "") or getattr(node, "attr", "") or getattr(node, "name", "")


def test_files_can_be_read_in_one_sitting() -> None:
    long = {
        name: lines
        for name, file in modules(PACKAGE).items()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES.get(name, 400)
    }
    assert long == {}


# What may be longer, up to how much: the one face of the data set, mostly words about each call.
MOST_LINES = {"dataset": 1300}
