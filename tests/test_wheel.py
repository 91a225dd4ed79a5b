"""What is built: the wheel and the source distribution, and that the wheel works by itself."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source distribution of the checkout, the wheel made from it."""
    if not (root / "pyproject.toml").exists() or not (root / "src").exists():
        pytest.skip("no checkout")
    if not all(map(importlib.util.find_spec, ("build", "hatchling"))):
        pytest.skip("build and hatchling are not installed")
    folder = tmp_path_factory.mktemp("dist")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        folder,
        root,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


def files(folder: Path, pattern: str) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob(pattern)
        if "__pycache__" not in file.parts
    }


def test_the_wheel_holds_code_and_data_and_nothing_else(root: Path, wheel: Path) -> None:
    expected = files(root / "src", "*.py") | {"nam_azerbaijan/py.typed"}
    expected |= {
        f"nam_azerbaijan/plots/world/{file.name}"
        for file in (root / "src/nam_azerbaijan/plots/world").iterdir()
    }
    for pattern in ("*.json", "*.md"):
        expected |= {f"nam_azerbaijan/data/{name}" for name in files(root / "data", pattern)}
    with zipfile.ZipFile(wheel) as held:
        names = set(held.namelist())
        packaged = {name for name in names if not name.split("/")[0].endswith(".dist-info")}
        assert packaged == expected
        for name in ("METADATA", "entry_points.txt", "licenses/LICENSE", "licenses/LICENSE-DATA"):
            assert any(one.endswith(f".dist-info/{name}") for one in names), name
        data = held.read("nam_azerbaijan/data/memberships.json")
    assert data == (root / "data" / "memberships.json").read_bytes()


def test_the_source_distribution_can_be_tested(root: Path, built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    for folder in ("src", "data", "tests", "docs", "benchmarks"):
        for pattern in ("*.py", "*.json", "*.md"):
            assert {f"{folder}/{name}" for name in files(root / folder, pattern)} <= names, folder
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "CITATION.cff", ".ci/run"):
        assert name in names
    assert not any("__pycache__" in name or name.endswith(".whl") for name in names)


ASK = """
import sys
sys.path.insert(0, {place!r})
import nam_azerbaijan
from nam_azerbaijan import *
assert nam_azerbaijan.__file__.startswith({place!r}), nam_azerbaijan.__file__
nam = load()
assert nam.status("AZE", on="2012-08-30") is Status.MEMBER
assert len(nam.members(on="2012-12-31")) == 120
assert nam.get("azerbaijan").label == "Azerbaijan"
assert isinstance(check(nam), tuple)
"""


@pytest.mark.parametrize("unpacked", [True, False], ids=["unpacked", "zipped"])
def test_the_wheel_answers_without_the_checkout(
    wheel: Path, tmp_path: Path, *, unpacked: bool
) -> None:
    place = tmp_path / "site" if unpacked else wheel
    if unpacked:
        with zipfile.ZipFile(wheel) as held:
            held.extractall(place)
    code = ASK.format(place=str(place))
    command = [sys.executable, "-I", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
