"""What a command has to say."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ..tables.rows import Table

__all__ = ["Reply"]


@attrs.frozen(kw_only=True)
class Reply:
    """What a command has to say.

    Attributes:
        table: the rows of the answer.
        none: what it means that there are none.
        notes: what the user should know besides.
        page: prints the answer for a person to read, where that is not the table.
        status: the exit status.
    """

    table: Table
    none: str = ""
    notes: tuple[str, ...] = ()
    page: Callable[[], None] | None = None
    status: int = 0
