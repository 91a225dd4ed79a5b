"""Write the whole explorer, in order: pages of records, lists, the map, then the search."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
from pathlib import Path

import nam_azerbaijan
from nam_azerbaijan import Dataset

from .site import HERE, Site

__all__ = ["build"]


def build(nam: Dataset, out: Path, *, guide: str = "") -> None:
    """Write the explorer of a data set.

    Args:
        nam: the data set.
        out: the folder; what is there under the same names is written anew.
        guide: where the documentation begins, relative to `out`, such as `../index.html`; empty
            where the explorer stands alone.
    """
    site = Site(
        out, {"nam": nam, "guide": guide, "citation": nam_azerbaijan.cite(nam, style="text")}
    )
    shutil.copytree(HERE / "static", out / "static", dirs_exist_ok=True)
    site.render("home.html", "index.html")
    for name in ("world_map", "search"):  # The search comes last: it lists what was written.
        if importlib.util.find_spec(f"{__package__}.{name}"):
            importlib.import_module(f"{__package__}.{name}").write(nam, site)
