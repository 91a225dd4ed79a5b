from __future__ import annotations

from pathlib import Path

import pytest

import nam_azerbaijan

pytest_plugins = ["browsing"]


@pytest.fixture(scope="session")
def nam() -> nam_azerbaijan.Dataset:
    """The packaged data set."""
    return nam_azerbaijan.load()


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def reference(root: Path) -> Path:
    """Tables that are no part of the project, where they are beside the checkout."""
    folder = root.parent / "shared" / "reference"
    if not (folder / "cow_igo_nam.csv").exists():
        pytest.skip("the reference tables are not beside the checkout")
    return folder
