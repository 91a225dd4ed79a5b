"""What the site asks of Sphinx: links that lead where they should, and faults that are noticed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from factory import script

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
LINKS = script(DOCS / "sphinx_hooks" / "links.py")
OUTSIDE = [DOCS / page for page in LINKS.PAGES if page.endswith(".md")]


def targets(text: str) -> list[str]:
    return [target for target in re.findall(r"\]\(([^)#\s]+)", text) if ":" not in target]


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_on_the_site_every_link_leads_to_a_page_of_it(page: Path) -> None:
    """A file outside of docs would be no page, but a download."""
    for target in targets(LINKS.site_links(page.read_text("utf-8"), "")):
        assert not target.startswith(".."), target
        assert (DOCS / target).is_file(), target


@pytest.mark.parametrize("page", OUTSIDE, ids=lambda page: page.parent.name + page.name)
def test_links_of_files_outside_of_docs_are_read_from_docs(page: Path) -> None:
    folder = "../" + page.resolve().parent.relative_to(ROOT).as_posix()
    text = LINKS.site_links(page.read_text("utf-8"), folder)
    for target in targets(text):
        assert (DOCS / target).is_file(), target


def test_addresses_and_places_are_left_alone() -> None:
    text = "[a](https://example.org/x) [b](#place) [c](explorer:map.html) [d](why.md#x)"
    assert LINKS.site_links(text, "") == text


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What a build of a page with faults warns of, and the page."""
    for module in ("sphinx", "docutils", "narwhals", "matplotlib"):
        pytest.importorskip(module, reason=f"the reference is built by {module}, not here")
    folder = tmp_path_factory.mktemp("faulty")
    hooks = ", ".join(f"'sphinx_hooks.{name}'" for name in ("annotations", "names", "docstrings"))
    (folder / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(DOCS)!r})\ndefault_role = 'own'\n"
        f"extensions = ['sphinx.ext.autodoc', 'sphinx.ext.napoleon', {hooks}]\n",
        encoding="utf-8",
    )
    (folder / "index.rst").write_text(
        "Title\n=====\n\n.. currentmodule:: nam_azerbaijan\n\n"
        ".. autoclass:: Period\n\n.. autoclass:: Bound\n\n.. autoclass:: PartialDate(text)\n\n"
        "`Period`, `Period.start` and `per se`, :class:`Perod`, :class:`Status`.\n\n"
        ".. py:function:: made(when: datetime.date, inner: nam_azerbaijan.store.Store)\n",
        encoding="utf-8",
    )
    out = folder / "out"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-n", "-q", str(folder), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr, (out / "index.html").read_text("utf-8")


def test_names_that_are_not_there_or_have_no_entry_are_faults(warned: tuple[str, str]) -> None:
    faults = re.findall(r"reference target not found: (\S+)", warned[0])
    # `Status` is offered and has no entry here; names of others and of inner parts are no faults.
    assert {"Perod", "Status"} == set(faults)


def test_words_in_backticks_are_links_where_they_are_names(warned: tuple[str, str]) -> None:
    page = warned[1]
    assert re.search(r'href="#nam_azerbaijan.Period"[^>]*><code[^>]*>.*?Period', page)
    assert re.search(r'href="#nam_azerbaijan.Period.start"[^>]*><code[^>]*>.*?start', page)
    assert re.search(
        r"<code[^>]*><span class=\"pre\">per</span> <span class=\"pre\">se</span>", page
    )


def test_an_entry_has_attributes_with_types_and_a_vocabulary_its_values(
    warned: tuple[str, str],
) -> None:
    text = re.sub(r"<[^>]+>", "", warned[1])
    assert "start: nam_azerbaijan.dates.PartialDate" in text
    assert "OPEN ('open')" in text
