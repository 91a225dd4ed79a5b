"""How often a state voted with the majority of the members of a body, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..frozen import FrozenMap
from ..records.parties import State

__all__ = ["Agreement", "YearAgreement"]


@attrs.frozen(kw_only=True)
class YearAgreement:
    """How often a state voted with the majority in the roll calls of a year.

    Attributes:
        year: the year.
        agreed: roll calls in which it voted as the majority did.
        of: roll calls in which it voted yes, no or abstain, and there was a majority.
        tied: roll calls left out: it voted, but no choice of the members was the most frequent.
        absent: roll calls left out: it cast no vote.
    """

    year: int
    agreed: int
    of: int
    tied: int
    absent: int

    @property
    def share(self) -> float:
        """The share of `of` in which it agreed: the nearest float to `agreed / of`."""
        return self.agreed / self.of

    def to_dict(self) -> dict[str, Any]:
        """The numbers and the share, as JSON has them."""
        return {**attrs.asdict(self), "share": self.share}


class Agreement(FrozenMap[int, YearAgreement]):
    """How often a state voted with the majority of a body, by year, in order.

    Attributes:
        state: the state.
        body: the id of the body.
        unknown: names and codes of voters that were not understood, each once.
    """

    __slots__ = ("body", "state", "unknown")
    state: State
    body: str
    unknown: tuple[str, ...]

    def __init__(
        self,
        years: Mapping[int, YearAgreement],
        state: State,
        body: str,
        unknown: tuple[str, ...] = (),
    ) -> None:
        super().__init__(years)
        self._set(state=state, body=body, unknown=unknown)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self), self.state, self.body, self.unknown)

    def to_dict(self) -> dict[str, Any]:
        """The years as JSON objects and lists, the state by its id."""
        return {
            "state": self.state.id,
            "body": self.body,
            "years": [year.to_dict() for year in self.values()],
            "unknown": list(self.unknown),
        }

    def __repr__(self) -> str:
        agreed, of = (sum(getattr(one, name) for one in self.values()) for name in ("agreed", "of"))
        return (
            f"<Agreement of {self.state.name} with {self.body}: {agreed} of {of} votes "
            f"in {len(self)} years>"
        )

    def _repr_html_(self) -> str:
        from ..tables.html import html_table  # noqa: PLC0415  Needed in notebooks only.
        from ..tables.of_queries import agreement_table  # noqa: PLC0415

        return html_table(agreement_table(self.values()), "years")
