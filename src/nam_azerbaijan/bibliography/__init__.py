"""Citations of the data set, of its records, and of the sources that these rest on."""

from __future__ import annotations

from .citing import cite

__all__ = ["cite"]
