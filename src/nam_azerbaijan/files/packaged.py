"""The data that comes with the library."""

from __future__ import annotations

import json
import os
from typing import Any

__all__ = ["PackagedLayer", "read_packaged"]


def read_packaged(name: str) -> Any:
    """The JSON value of a packaged data file.

    Raises:
        OSError: there is no such file.
    """
    # The loader reads from zip files too, and costs a tenth of importlib.resources.
    get_data = __spec__.loader.get_data  # type: ignore[union-attr]
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    try:
        text = get_data(os.path.join(package, "data", name))  # noqa: PTH118
    except FileNotFoundError:  # A checkout keeps its data at the top.
        text = get_data(os.path.join(package, "..", "..", "data", name))  # noqa: PTH118
    return json.loads(text)


class PackagedLayer:
    """The packaged rows."""

    def rows(self, collection: str) -> list[dict[str, Any]]:
        """The rows of one collection, in file order."""
        return read_packaged(f"{collection}.json")  # type: ignore[no-any-return]
