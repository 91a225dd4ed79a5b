"""Names in docstrings and signatures: which are links, and which are code."""

from __future__ import annotations

import importlib
import re
from operator import attrgetter
from typing import Any

from docutils import nodes
from sphinx import addnodes

from .offered import offered

__all__: list[str] = []


def _own_name(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Words in backticks: code, and a link where they are a name of the library."""
    code = nodes.literal(rawtext, text)
    if not re.fullmatch(r"[A-Za-z_][\w.]*", text):
        return [code], []
    env = inliner.document.settings.env
    link = addnodes.pending_xref(
        rawtext, code, refdomain="py", reftype="obj", reftarget=text, refdoc=env.docname, own=True
    )
    link["py:module"] = env.ref_context.get("py:module")
    link["py:class"] = env.ref_context.get("py:class")
    return [link], []


def _named(target: str, module: str | None) -> Any:
    """What a name means: a dotted path, or one that a module has; `None` where nothing."""
    home, _, last = target.rpartition(".")
    for start, rest in ((home, last), (module, target)):
        try:
            return attrgetter(rest)(importlib.import_module(start or ""))
        except (ImportError, AttributeError, ValueError):
            continue
    return None


def _stay_code(app: Any, env: Any, node: addnodes.pending_xref, code: nodes.Element) -> Any:
    """What to show where a reference leads to no page.

    Words in backticks may be no name. In signatures stand names of other libraries, for which no
    inventory is fetched, and of parts of this one that users do not import: they stay code. What
    is not there, or is offered to users and has no page, is a fault, and warned of.
    """
    if node.get("own"):
        return code
    if node.get("refdomain") != "py":
        return None
    python = env.get_domain("py")
    if node["reftarget"] in python.objects:  # Older Sphinx looks for no type among classes.
        return python.resolve_xref(
            env, node["refdoc"], app.builder, "obj", node["reftarget"], node, code
        )
    held = _named(node["reftarget"], node.get("py:module"))
    return None if held is None or offered(held) else code


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx read names so."""
    app.add_role("own", _own_name)
    app.connect("missing-reference", _stay_code)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
