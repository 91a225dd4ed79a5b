"""COV: what the data set says that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..records import COLLECTIONS
from ..text import did_you_mean
from .rules import Hit, hit, rule

if TYPE_CHECKING:
    from ..dataset import Dataset

_KINDS = {"bodies": ("organizations",), "parties": ("states", "organizations")}


@rule("COV001", "What is covered exists", "{key!r} is the id of none of the {kinds}")
def strange_scopes(nam: Dataset) -> Iterator[Hit]:
    """The bodies and parties of which a collection is whole are records of the data set."""
    for name, cover in nam.coverage.items():
        for number, scope in enumerate(cover.whole):
            for field, kinds in _KINDS.items():
                for key in getattr(scope, field):
                    if nam.home.get(key) not in kinds:
                        path = f"coverage/{name}/whole/{number}/{field}"
                        yield hit(None, path, key=key, kinds=" or ".join(kinds))


@rule("COV002", "Coverage is of a collection", "there is no collection {name!r}; {hint}")
def strange_collections(nam: Dataset) -> Iterator[Hit]:
    """What is said to be covered is one of the collections."""
    for name in nam.coverage:
        if name not in COLLECTIONS:
            hint = did_you_mean(name, COLLECTIONS)
            yield hit(None, f"coverage/{name}", name=name, hint=hint)


@rule("COV003", "Days go in their order", "{later} is {second}, before {earlier}, {first}")
def strange_days(nam: Dataset) -> Iterator[Hit]:
    """A collection covers days in their order and no later ones than the data set knows.

    What the data set knows it knows from sources read on that day or later.
    """
    for name, cover in nam.coverage.items():
        for earlier, first, later, second in (
            ("since", cover.since, "until", cover.until),
            ("until", cover.until, "as_of", nam.as_of),
        ):
            if second < first:
                yield hit(
                    None,
                    f"coverage/{name}/until",
                    earlier=earlier,
                    first=first,
                    later=later,
                    second=second,
                )
    if nam.manifest.compiled < nam.as_of:
        yield hit(
            None,
            "compiled",
            earlier="as_of",
            first=nam.as_of,
            later="compiled",
            second=nam.manifest.compiled,
        )


@rule("COV004", "What is covered has spells", "no spell of {party} in {body} is recorded")
def empty_scopes(nam: Dataset) -> Iterator[Hit]:
    """Where the spells of a party in a body are said to be whole by name, there is one at least."""
    cover = nam.coverage.get("memberships")
    held = {(spell.party, spell.body) for spell in nam.memberships}
    for number, scope in enumerate(cover.whole if cover else ()):
        for party in scope.parties:
            for body in scope.bodies:
                if (party, body) not in held and party in nam.home and body in nam.home:
                    yield hit(None, f"coverage/memberships/whole/{number}", party=party, body=body)
