"""What the library promises to type checkers, held against a real editable install."""

from __future__ import annotations

import importlib.util
import json
import os
import runpy
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# The checkers are to find the package as they find any other: no path is set, no setting read.
PLAIN = {
    name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")
}


def installed_from(root: Path) -> bool:
    """Whether this interpreter has the package as an editable install of the checkout."""
    for found in metadata.distributions(name="nam-azerbaijan"):
        said = json.loads(found.read_text("direct_url.json") or "{}")
        editable = said.get("dir_info", {}).get("editable", False)
        if editable and said.get("url") == root.as_uri():
            return True
    return False


@pytest.fixture(scope="session")
def python(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An interpreter in which the checkout is installed editable: this one, or a new one."""
    if not (root / "pyproject.toml").exists() or not (root / "src").exists():
        pytest.skip("no checkout")
    if installed_from(root):
        return sys.executable
    if not all(map(importlib.util.find_spec, ("hatchling", "editables"))):
        pytest.skip("the checkout is not installed editable, and hatchling is not here to do it")
    folder = tmp_path_factory.mktemp("editable")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    made = next(path for path in folder.glob("*/python*") if path.stem == "python")
    where: list[str | Path] = [made, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip())
    # What is installed here is there too; its own path files are not followed.
    (site / "outer.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    install = "-m pip install --quiet --no-deps --no-build-isolation --no-index --editable"
    done = subprocess.run(
        [made, *install.split(), root], env=PLAIN, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"an editable install failed: {done.stderr.strip()}")
    return str(made)


def mypy(python: str, folder: Path, *files: str) -> tuple[int, str]:
    """What mypy says in strict mode of files, run where no project is."""
    pytest.importorskip("mypy")
    options = ["--strict", "--no-error-summary", "--python-executable", python]
    return ran([sys.executable, "-m", "mypy", *options, *files], folder)


def pyright(python: str, folder: Path, *files: str) -> tuple[int, str]:
    """What basedpyright says of files, errors only."""
    pytest.importorskip("basedpyright")
    options = ["--level", "error", "--pythonpath", python]
    return ran([sys.executable, "-m", "basedpyright", *options, *files], folder)


def ran(command: list[str], folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        command, cwd=folder, env=PLAIN, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


Checker = Callable[..., tuple[int, str]]
CHECKERS: list[Checker] = [mypy, pyright]


@pytest.mark.parametrize("checker", CHECKERS)
def test_user_code_type_checks(checker: Checker, python: str, tmp_path: Path) -> None:
    shutil.copy(TESTS / "typed_use.py", tmp_path)
    code, said = checker(python, tmp_path, "typed_use.py")
    assert code == 0, said


@pytest.mark.parametrize("checker", CHECKERS)
def test_days_of_other_libraries_type_check(checker: Checker, python: str, tmp_path: Path) -> None:
    for name in ("narwhals", "numpy", "pandas", "pandas-stubs"):
        if not list(metadata.distributions(name=name)):
            pytest.skip(f"{name} is not installed")
    shutil.copy(TESTS / "typed_days.py", tmp_path)
    code, said = checker(python, tmp_path, "typed_days.py")
    assert code == 0, said


WRONG = """\
import attrs
from nam_azerbaijan import Citation, Membership, Period, load
nam = load()
nam.status("AZE", on=None)
nam.status("AZE", on=b"2012")
nam.status("AZE", day="2012")
nam.get("cuba").name
nam.memberships["x"].begin
Membership(id="x", party="cuba", status="member", start="1961")
Membership(id="x", party=1, status="member", start="1961", end="open", sources=[])
Membership(id="x", party="cuba", status="member", start="1961", end="open", sources=[], staus=1)
Citation("strakes-2015")
Citation(source="strakes-2015", fields=5)
Period(start=None)
nam.find_meetings(number="18")
nam.states["cuba"].note = "changed"
"""


@pytest.mark.parametrize("checker", CHECKERS)
def test_mistakes_of_users_are_found(checker: Checker, python: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(WRONG, encoding="utf-8")
    code, said = checker(python, tmp_path, "wrong.py")
    assert code == 1, said
    for number, line in enumerate(WRONG.splitlines(), start=1):
        assert (f"wrong.py:{number}:" in said) == (number > 3), line


def test_user_code_runs() -> None:
    """What type-checks is true: the values are what the types say."""
    names = runpy.run_path(str(TESTS / "typed_use.py"))
    assert (names["mine"].status, names["mine"].start) == (
        names["same"].status,
        names["same"].start,
    )
    assert names["later"].start.text == "2011-05-25"
    assert names["describe"](names["anything"]) == "Azerbaijan"
