"""README and docs: code blocks run, commands work, counts are right."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.document import Document
from sybil.parsers.markdown import PythonCodeBlockParser

from nam_azerbaijan import Dataset
from nam_azerbaijan.cli.main import main
from nam_azerbaijan.records import COLLECTIONS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])

parser = PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | IGNORE_EXCEPTION_DETAIL)
sybil = Sybil(parsers=[parser])


def blocks(page: Path, language: str) -> list[str]:
    found = re.findall(
        rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return [str(block) for block in found]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to be in, so that what a page writes is not left in the checkout."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


NEEDED = {
    "frames": ["narwhals", "numpy"],
    "plots": ["matplotlib", "numpy"],
    "pandas": ["pandas"],
    "duckdb": ["duckdb"],
    "dask": ["dask", "pandas"],
    "pyspark": ["pyspark"],
}
"""What imports of pages need that the tests do without."""


def lacking(code: str) -> list[str]:
    """What lines of code import that is not here."""
    imported = re.findall(r"\b(?:from|import) (\w+)", code)
    needed = sorted({one for name in imported for one in NEEDED.get(name, [])})
    lacks = [name for name in needed if importlib.util.find_spec(name) is None]
    return lacks + ["Java"] * ("pyspark" in needed and shutil.which("java") is None)


@pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_blocks_run(page: Path, elsewhere: Path) -> None:
    """In order, up to an import of what is not here."""
    document: Document = sybil.parse(page)
    examples = list(document.examples())
    assert bool(examples) == bool(blocks(page, "python"))
    for example in examples:
        if lacks := lacking(example.parsed.source):
            pytest.skip(f"{page.name} from line {example.line} on: no {', '.join(lacks)} here")
        example.evaluate()


SET_UP = (
    "NAM_SITE=",
    "python -m pip install",
    "python -m sphinx",
    "python docs/",
    "python benchmarks/",
    "ruff ",
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_work(page: Path, elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for block in blocks(page, "sh"):
        for line in block.splitlines():
            if not line.startswith(SET_UP):
                program, *argv = shlex.split(line)
                assert program == "nam-azerbaijan", line
                assert main(argv) == 0, line
                assert capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_r_blocks_run(page: Path, elsewhere: Path, nam: Dataset) -> None:
    """Lines of R read what the page has written, and say what they should."""
    found = blocks(page, "r")
    if not found:
        return
    assert all(len(block.splitlines()) <= 4 for block in found)
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("Rscript is not here")
    for example in sybil.parse(page).examples():
        example.evaluate()
    (elsewhere / "page.R").write_text("\n".join(found), encoding="utf-8")
    done = subprocess.run(
        [program, "page.R"], cwd=elsewhere, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"373 2011 +member", done.stdout)
    day = "2012-08-30"
    counts = rf"{len(nam.members(on=day))} +{len(nam.observers(on=day))}"
    assert re.search(rf"NAM +NAM observers *\n *{counts}", done.stdout)


def test_ci_runs_the_set_up_commands_of_the_readme() -> None:
    first, second = (block.strip() for block in blocks(ROOT / "README.md", "sh")[:2])
    assert first.endswith("nam-azerbaijan brief")
    assert second.endswith("python -m pytest")
    assert "README.md" in (ROOT / ".ci" / "run").read_text()


def test_the_example_is_short_and_real() -> None:
    example = blocks(ROOT / "README.md", "python")[0]
    assert sum(line.startswith(">>>") for line in example.splitlines()) <= 10


def test_counts_are_right(nam: Dataset) -> None:
    table = re.findall(
        r"^\| `(\w+)` \| ([\d,]+) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert [name for name, _ in table] == list(COLLECTIONS)
    for name, count in table:
        assert int(count.replace(",", "")) == len(nam.collection(name)), name


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_findings_in_contributing_are_real(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (ROOT / "data").glob("*.json"):
        text = file.read_text("utf-8")
        if file.name == "memberships.json":
            spells = json.loads(text)
            next(one for one in spells if one["id"] == "fiji-nam-member")["start"] = "2012-05-25"
            text = json.dumps(spells)
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert blocks(ROOT / "CONTRIBUTING.md", "text") == [capsys.readouterr().out]
