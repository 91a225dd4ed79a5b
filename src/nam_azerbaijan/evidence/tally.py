"""Votes counted by groups of states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..dates import PartialDate
from ..frozen import Frozen, FrozenMap
from ..records.parties import State
from ..records.votes import Choice
from ..text import did_you_mean, fold

__all__ = ["CHOICES", "GroupedVotes", "Tally", "TallyTable", "by_name"]

CHOICES = tuple(choice.value for choice in Choice)


def by_name(states: Iterable[State]) -> tuple[State, ...]:
    """States by name."""
    return tuple(sorted(states, key=lambda state: (fold(state.name), state.id)))


class GroupedVotes(NamedTuple):
    """Votes, side by side.

    Attributes:
        states: who voted.
        groups: the group of each of them.
        choices: how each of them voted.
    """

    states: tuple[State, ...]
    groups: tuple[str, ...]
    choices: tuple[str, ...]


class Tally(Frozen, Mapping[str, Mapping[str, int]]):
    """How the states of each group voted: a mapping of group to a mapping of choice to a number.

    The groups are `member`, `observer` and what else a voter was, then `none`; or regions, then
    `none`. Each has all four choices `yes`, `no`, `abstain` and `absent`. Immutable.

    Attributes:
        resolution: what was voted on: the symbol or id of a vote on record, or what tells the
            roll call apart among the rows of a user.
        date: the day of the vote; `None` where rows do not say it.
        on: the day by which the states are grouped.
        by: `status`, `region` or the id of the body in which the groups are statuses.
        total: the numbers of all groups together.
        official: the official result of a vote on record, as far as it is known; `None` for the
            rows of a user.
        unknown: names and codes of voters that were not understood, which no group counts.
        uncertain: voters whose status on the day is not certain, by name: they count as `none`,
            or with `possible=True` as what they may have been.
    """

    __slots__ = (
        "_counts", "_votes", "by", "date", "official", "on", "resolution", "total", "uncertain",
        "unknown",
    )  # fmt: skip
    resolution: str
    date: PartialDate | None
    on: PartialDate
    by: str
    total: Mapping[str, int]
    official: Mapping[str, int] | None
    unknown: tuple[str, ...]
    uncertain: tuple[State, ...]
    _votes: GroupedVotes
    _counts: Mapping[str, Mapping[str, int]]

    def __init__(  # noqa: PLR0913
        self,
        *,
        resolution: str,
        date: PartialDate | None,
        on: PartialDate,
        by: str,
        groups: tuple[str, ...],
        votes: GroupedVotes,
        official: Mapping[str, int] | None = None,
        unknown: tuple[str, ...] = (),
        uncertain: tuple[State, ...] = (),
    ) -> None:
        found = Counter(zip(votes.groups, votes.choices, strict=True))
        counts = {
            group: FrozenMap({choice: found[group, choice] for choice in CHOICES})
            for group in groups
        }
        total = {choice: sum(held[choice] for held in counts.values()) for choice in CHOICES}
        self._set(resolution=resolution, date=date, on=on, by=by, official=official)
        self._set(unknown=unknown, uncertain=uncertain, total=FrozenMap(total))
        self._set(_counts=counts, _votes=votes)

    def __getitem__(self, group: str) -> Mapping[str, int]:
        return self._counts[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def __reduce__(self) -> tuple[Any, ...]:
        return _tally_of, (
            {
                "resolution": self.resolution,
                "date": self.date,
                "on": self.on,
                "by": self.by,
                "groups": tuple(self),
                "votes": self._votes,
                "official": self.official,
                "unknown": self.unknown,
                "uncertain": self.uncertain,
            },
        )

    def states(self, group: str, choice: str) -> tuple[State, ...]:
        """The states of a group that voted so, by name.

        Args:
            group: one of its groups.
            choice: `yes`, `no`, `abstain` or `absent`.

        Raises:
            ValueError: there is no such group or choice.
        """
        for word, known, what in ((group, self._counts, "group"), (choice, CHOICES, "choice")):
            if word not in known:
                raise ValueError(f"no {what} {word!r}; {did_you_mean(str(word), known)}")
        votes = zip(*self._votes, strict=True)
        return by_name(state for state, *cell in votes if cell == [group, choice])

    def to_dict(self) -> dict[str, Any]:
        """The tally as JSON objects and lists, dates as text and states by their ids."""
        return {
            "resolution": self.resolution,
            "date": None if self.date is None else self.date.text,
            "on": self.on.text,
            "by": self.by,
            "groups": {group: dict(counts) for group, counts in self.items()},
            "total": dict(self.total),
            "official": None if self.official is None else dict(self.official),
            "unknown": list(self.unknown),
            "uncertain": [state.id for state in self.uncertain],
        }

    def __repr__(self) -> str:
        groups = "; ".join(f"{group} {_counted(held)}" for group, held in self.items())
        more = f", {len(self.unknown)} not understood" if self.unknown else ""
        return f"<Tally of {self.resolution} by {self.by}: {groups}{more}>"

    def _repr_html_(self) -> str:
        from ..tables.html import html_table  # noqa: PLC0415  Needed in notebooks only.
        from ..tables.of_queries import vote_table  # noqa: PLC0415

        return html_table(vote_table([self], totals=True), f"votes by {self.by}, {self.on}")


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{choice} {number}" for choice, number in counts.items())


def _tally_of(parts: dict[str, Any]) -> Tally:
    """A tally made again from what it was made from."""
    return Tally(**parts)


class TallyTable(FrozenMap[str, Tally]):
    """The tallies of many roll calls, by what tells each apart, in the order of their rows."""

    __slots__ = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names and codes of voters that were not understood, each once."""
        return tuple(dict.fromkeys(name for tally in self.values() for name in tally.unknown))

    def to_dict(self) -> dict[str, Any]:
        """The tallies as JSON objects and lists, in order."""
        return {key: tally.to_dict() for key, tally in self.items()}

    def __repr__(self) -> str:
        more = f", {len(self.unknown)} voters not understood" if self.unknown else ""
        return f"<{len(self)} tallies{more}>"

    def _repr_html_(self) -> str:
        from ..tables.html import html_table  # noqa: PLC0415  Needed in notebooks only.
        from ..tables.of_queries import vote_table  # noqa: PLC0415

        return html_table(vote_table(self.values()), f"groups in {len(self)} tallies")
