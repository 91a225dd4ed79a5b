"""The data set in files that other programs read.

Every function takes the data set and where to write, and returns the files that it wrote. Each
export says the version of the data, the last day that it knows, its licence, and how to cite it.
Text is UTF-8 with a line feed at the end of a line (a calendar has what its standard asks for), in
the order of ids, and byte by byte the same for the same data, whenever and wherever it is written.
What `prefer` or `overlay` gave is exported as it is read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .bibliographies import to_bibtex, to_csl_json
from .calendar import to_icalendar
from .datapackage import to_datapackage
from .parquet import to_parquet
from .r_and_stata import to_dated_groups_csv, to_state_year_csv
from .schemas import json_schema, write_schemas
from .tables import to_csv

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = [
    "FORMATS",
    "json_schema",
    "to_bibtex",
    "to_csl_json",
    "to_csv",
    "to_datapackage",
    "to_dated_groups_csv",
    "to_icalendar",
    "to_parquet",
    "to_state_year_csv",
    "write_schemas",
]


def _schemas(nam: Dataset, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """The schemas, which are the same for every data set."""
    return write_schemas(folder)


FORMATS: Mapping[str, Callable[[Dataset, str | os.PathLike[str]], tuple[Path, ...]]] = {
    "csv": to_csv,
    "parquet": to_parquet,
    "datapackage": to_datapackage,
    "bibtex": to_bibtex,
    "csl": to_csl_json,
    "ical": to_icalendar,
    "schema": _schemas,
    "state-year": to_state_year_csv,
    "groups": to_dated_groups_csv,
}
"""What writes each format, by the name that the command line has for it."""
