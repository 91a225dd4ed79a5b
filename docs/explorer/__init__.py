"""The explorer: static pages that show every record of a data set, cross-linked and cited.

`build` writes them; `python docs/explorer OUT` does so without the rest of the site. Each page has
a permanent address made from an id, such as `states/azerbaijan.html`; `addresses` says which.
"""

from __future__ import annotations

from .building import build

__all__ = ["build"]
