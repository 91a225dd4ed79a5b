from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from frame_engines import need


@pytest.fixture(scope="session")
def session() -> Iterator[Any]:
    """One Spark session for all tests; they are skipped where there can be none."""
    need("pyspark")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2")
    made = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()
