"""What of the library its users import."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["MODULES", "offered"]

MODULES = (
    "nam_azerbaijan",
    "nam_azerbaijan.checks",
    "nam_azerbaijan.compare",
    "nam_azerbaijan.export",
    "nam_azerbaijan.frames",
    "nam_azerbaijan.plots",
    "nam_azerbaijan.testing",
)
"""The modules that users import from. Nothing else of the library is in the reference."""


def offered(held: Any) -> bool:
    """Whether something is a name that users import."""
    name = str(getattr(held, "__name__", ""))
    modules = map(importlib.import_module, MODULES)
    return any(
        name in getattr(one, "__all__", ()) and getattr(one, name) is held for one in modules
    )
