"""What stands under "On this page": only the main headings where there would be very many."""

from __future__ import annotations

from typing import Any

from docutils import nodes

__all__: list[str] = []

MOST = 60
"""How many headings a reader is shown beside a page."""


def _shorten(app: Any, doctree: nodes.document) -> None:
    if sum(1 for _ in doctree.findall(nodes.section)) > MOST:
        app.env.metadata[app.env.docname].setdefault("tocdepth", 2)


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx list headings so."""
    app.connect("doctree-read", _shorten, priority=900)  # After what the page itself asks for.
    return {"parallel_read_safe": True, "parallel_write_safe": True}
