"""Write the whole explorer: pages of records, lists, the map, and at last the search."""

from __future__ import annotations

import shutil
from pathlib import Path

from nam_azerbaijan import Dataset, PartialDate

from . import search, world_map
from .home import write_home
from .library import Library
from .listings import write_lists
from .meaning_page import write_meanings
from .pages import write_disputes, write_principles, write_records
from .redirects import write_redirects
from .site import HERE, Site
from .words import date_words, label

__all__ = ["build"]


def build(nam: Dataset, out: Path, *, guide: str = "") -> None:
    """Write the explorer of a data set.

    Args:
        nam: the data set.
        out: the folder; what is there under the same names is written anew.
        guide: where the documentation begins, relative to `out`, such as `index.html`; empty
            where the explorer stands alone.
    """
    library = Library(nam)
    today = date_words(PartialDate(nam.as_of.isoformat()))
    shared = {"nam": nam, "guide": guide, "citation": library.citation, "today": today}
    site = Site(out, shared)
    site.templates.filters["label"] = label
    shutil.copytree(HERE / "static", out / "static", dirs_exist_ok=True)
    write_home(site, library)
    write_lists(site, library)
    write_records(site, library)
    write_disputes(site, library)
    write_principles(site, library)
    write_redirects(site, library)
    write_meanings(site, library)
    world_map.write(nam, site)
    search.write(nam, site)  # Last, since it finds what was listed.
