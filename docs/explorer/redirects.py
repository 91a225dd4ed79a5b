"""Pages at the addresses of former ids, which lead to the present ones."""

from __future__ import annotations

from .addresses import PAGES, former_ids
from .library import Library
from .page import Page
from .site import Site

__all__ = ["write_redirects"]


def write_redirects(site: Site, library: Library) -> None:
    """Write a page for each former id of a record that has a page.

    Of records that are a place on a page the former ids are anchors there.
    """
    for former, present in former_ids(library.nam):
        collection = library.nam.home[present]
        if collection in PAGES:
            path = f"{collection}/{former}.html"
            page = Page(library, path)
            site.render("redirect.html", path, page=page, former=former, present=present)
