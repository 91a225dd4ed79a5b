"""The reference has what users import, each once, and nothing else."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset

from factory import script

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "api").glob("*.rst"))
WHOLE = "automodule"
OFFERED = script(ROOT / "docs" / "sphinx_hooks" / "offered.py").MODULES


def listed() -> Counter[str]:
    """What the pages have an entry for, by dotted name."""
    found: Counter[str] = Counter()
    for page in PAGES:
        module = ""
        for directive, name in re.findall(
            r"^\.\. ((?:auto|py:|current)\w+):: ([\w.]+)", page.read_text("utf-8"), re.MULTILINE
        ):
            if directive in ("currentmodule", WHOLE):
                module = name
            else:
                found[f"{module}.{name}"] += 1
    return found


def offered() -> set[str]:
    """What users import, and the public members of the data set."""
    names = {
        f"{module}.{name}" for module in OFFERED for name in importlib.import_module(module).__all__
    }
    # `check` is a name of the package, too, and has its entry there.
    names -= {"nam_azerbaijan.checks.check"}
    members = {name for name in vars(Dataset) if not name.startswith("_")}
    return names | {f"nam_azerbaijan.Dataset.{name}" for name in members}


@pytest.mark.skipif(not importlib.util.find_spec("narwhals"), reason="narwhals is not here")
def test_the_reference_has_an_entry_for_everything_that_users_import() -> None:
    assert set(listed()) == offered()


def test_nothing_has_two_entries() -> None:
    assert [name for name, count in listed().items() if count > 1] == []


def test_every_module_introduces_itself() -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    introduced = set(re.findall(r"^\.\. automodule:: ([\w.]+)$", text, re.MULTILINE))
    assert introduced == set(OFFERED) - {nam_azerbaijan.__name__}


def test_every_page_is_reached_from_the_first() -> None:
    first = (ROOT / "docs" / "api" / "index.rst").read_text("utf-8")
    linked = set(re.findall(r":doc:`([\w-]+)`", first))
    tree = set(re.findall(r"^   ([\w-]+)$", first.partition(".. toctree::")[2], re.MULTILINE))
    assert linked == tree == {page.stem for page in PAGES} - {"index"}
