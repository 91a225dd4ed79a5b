from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    """One Spark session for all tests; they are skipped where there can be none."""
    from frame_engines import ZONE_NAME, need

    need("pyspark")
    from pyspark.sql import SparkSession

    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": ZONE_NAME,
        # Small frames are read faster without code made for them.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    made = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()
