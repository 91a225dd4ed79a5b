from __future__ import annotations

from pathlib import Path

import pytest

import nam_azerbaijan
from nam_azerbaijan.export import to_csv, to_datapackage


@pytest.fixture(scope="session")
def csv_folder(nam: nam_azerbaijan.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged data set as CSV."""
    folder = tmp_path_factory.mktemp("csv")
    to_csv(nam, folder)
    return folder


@pytest.fixture(scope="session")
def package(nam: nam_azerbaijan.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged data set as a Data Package."""
    folder = tmp_path_factory.mktemp("package")
    to_datapackage(nam, folder)
    return folder
