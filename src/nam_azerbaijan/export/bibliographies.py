"""The data set and all its sources, for reference managers and texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..bibliography.bibtex import as_bibtex
from ..bibliography.csl import as_csl
from ..bibliography.works import Work, work_of_data_set, work_of_source
from .writing import write_text

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["to_bibtex", "to_csl_json"]


def to_bibtex(nam: Dataset, file: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the data set and its sources as BibTeX, an entry each under the id of the source.

    Args:
        nam: the data set.
        file: the file, such as `sources.bib`.

    Returns:
        The file.

    Raises:
        OSError: it cannot be written.
    """
    return (write_text(file, as_bibtex(_works(nam))),)


def to_csl_json(nam: Dataset, file: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the data set and its sources as CSL-JSON, an item each under the id of the source.

    Args:
        nam: the data set.
        file: the file, such as `sources.json`.

    Returns:
        The file.

    Raises:
        OSError: it cannot be written.
    """
    return (write_text(file, as_csl(_works(nam))),)


def _works(nam: Dataset) -> Iterator[Work]:
    yield work_of_data_set(nam)
    for source in nam.sources:
        yield work_of_source(nam, source)
