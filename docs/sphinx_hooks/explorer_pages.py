"""The explorer's pages, written into the site beside those of Sphinx."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

from docutils import nodes

import nam_azerbaijan

__all__ = ["SCHEME"]

SCHEME = "explorer:"
"""How addresses of its pages begin in pages of Sphinx.

Where the repository is shown instead of the site, such an address is no link, as there is no page.
"""


def _lead(app: Any, doctree: nodes.document) -> None:
    """Let links to pages of the explorer lead there from the page that they stand on."""
    up = "../" * app.env.docname.count("/")
    for link in doctree.findall(nodes.reference):
        address = str(link.get("refuri", ""))
        if address.startswith(SCHEME):
            link["refuri"] = f"{up}{address.removeprefix(SCHEME)}"
            link["internal"] = True


def _build(app: Any, exception: Exception | None) -> None:
    """Write the explorer's pages where Sphinx has written its own."""
    wanted = app.config.with_explorer and app.builder.name == "html"
    if exception is None and wanted and importlib.util.find_spec("explorer"):
        explorer = importlib.import_module("explorer")
        explorer.build(nam_azerbaijan.load(), Path(app.outdir), guide="index.html")


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx end with the explorer."""
    app.add_config_value("with_explorer", default=True, rebuild="", types=[bool])
    app.connect("doctree-read", _lead)
    app.connect("build-finished", _build)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
