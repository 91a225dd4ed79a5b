"""Blocks of code, which end in an empty line for the tests that run them, end without it."""

from __future__ import annotations

from typing import Any

from docutils import nodes

__all__: list[str] = []


def _trim(app: Any, doctree: nodes.document) -> None:
    for block in doctree.findall(nodes.literal_block):
        block.rawsource = block.astext().rstrip()
        block[:] = [nodes.Text(block.rawsource)]


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx show blocks of code so."""
    app.connect("doctree-read", _trim)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
