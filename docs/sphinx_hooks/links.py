"""Links that lead to files of the repository lead, on the site, to the page that has the file."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

__all__ = ["site_links"]

DOCS = Path(__file__).resolve().parent.parent
PAGES = {
    "../README.md": "index.md",
    "../CHANGELOG.md": "changelog.md",
    "../CONTRIBUTING.md": "contributing.md",
    "../LICENSE-DATA": "licence.md",
    "../benchmarks/README.md": "benchmarks.md",
    "../data/README.md": "codebook.md",
}
"""Files outside of docs, from there, and the pages of the site that have them."""

_LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def site_links(text: str, folder: str) -> str:
    """The text of a page with the addresses that its links have on the site.

    Args:
        text: Markdown as it stands in the repository.
        folder: where its file is, from docs, such as `../data`; empty for docs itself.
    """

    def led(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, match[1]))
        target = PAGES.get(target, target)
        return f"]({target.removeprefix('../docs/')}"

    return _LINK.sub(led, text)


def _on_page(app: Any, docname: str, content: list[str]) -> None:
    if Path(app.env.doc2path(docname)).suffix == ".md":
        content[0] = site_links(content[0], posixpath.dirname(docname))


def _on_included(app: Any, path: Path, docname: str, content: list[str]) -> None:
    content[0] = site_links(content[0], path.parent.as_posix())


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx read every page, and every file that one includes, so."""
    app.connect("source-read", _on_page)
    app.connect("include-read", _on_included)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
