"""Types in signatures, as a reader wants them: resolved, but long aliases by their names."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import nam_azerbaijan

__all__: list[str] = []

ALIASES = {
    "AnyRecord": "nam_azerbaijan",
    "Day": "nam_azerbaijan",
    "RollCallRows": "nam_azerbaijan.evidence.roll_call",
}
"""Names of types that would be shown as the many that they stand for, and where they are."""


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(nam_azerbaijan.__path__, "nam_azerbaijan."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _for_checkers_only(module: ModuleType) -> Iterator[ast.stmt]:
    """What stands under `if TYPE_CHECKING`."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from node.body


def _import_all(app: Any) -> None:
    """Give modules what their annotations name, now that no import can come too early."""
    names = {name: type(name, (), {"__module__": home}) for name, home in ALIASES.items()}
    for module in list(_modules()):
        for statement in _for_checkers_only(module):
            code = compile(ast.Module([statement], []), str(module.__file__), "exec")
            exec(code, vars(module))  # noqa: S102  The library's own lines.
        vars(module).update({name: held for name, held in names.items() if name in vars(module)})


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx begin so."""
    app.connect("builder-inited", _import_all)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
