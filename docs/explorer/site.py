"""The site that is being written: its templates, its folder, and what was written to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

__all__ = ["Listed", "Site"]

HERE = Path(__file__).resolve().parent


class Listed(NamedTuple):
    """What the search may find.

    Attributes:
        path: address of the page relative to the explorer's folder, an anchor included.
        title: what the reader is shown.
        kind: what kind of thing it is, in words: `state`, `meeting`, `provision`, ...
        keywords: further words by which it is found: other names, places, years, symbols.
    """

    path: str
    title: str
    kind: str
    keywords: str = ""


class Site:
    """A folder that pages are written to.

    Args:
        out: the folder; it is made where it is not there.
        shared: what all templates may use.

    Attributes:
        out: the folder.
        entries: what the search may find, in the order in which it was listed.
        templates: the templates, which escape all text.
    """

    def __init__(self, out: Path, shared: Mapping[str, Any]) -> None:
        self.out = out
        self.entries: list[Listed] = []
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.globals.update(shared)

    def render(self, template: str, path: str, **context: Any) -> None:
        """Write a page.

        Args:
            template: file name of the template.
            path: where the page goes, relative to the folder, with `/`.
            context: what the template is given, besides `path`, and `root`: what leads from the
                page to the folder, for relative links.
        """
        root = "../" * path.count("/")
        page = self.templates.get_template(template).render(root=root, path=path, **context)
        self.write_text(path, page)

    def write_text(self, path: str, text: str) -> None:
        """Write a file; `path` is relative to the folder, with `/`."""
        target = self.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")

    def list(self, path: str, title: str, kind: str, keywords: str = "") -> None:
        """Let the search find a page, or a place on one."""
        self.entries.append(Listed(path, title, kind, keywords))
