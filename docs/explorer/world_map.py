"""The page with the map: what each state is in the Movement on any day, in today's shapes."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from nam_azerbaijan import Dataset, PartialDate
from nam_azerbaijan.text import fold

from .map_days import Kept, Party, histories, names_by_day, years
from .map_shapes import Drawing, draw
from .site import Site
from .words import date_words

__all__ = ["write"]

# What each kind is called: of one party, and as the heading of a list of them.
KINDS = {
    "member": ("member", "Members"),
    "observer": ("observer", "Observers"),
    "suspended": ("suspended", "Suspended"),
    "guest": ("guest", "Guests"),
    "unsure": ("status not certain", "Status not certain"),
    "former": ("former member", "Former members"),
    "past": ("ended", "Ended, or succeeded by another"),
    "none": ("no status", "No status"),
}
NEVER = Kept("", "none", chair=False, words="")


class Entry(NamedTuple):
    """A party of the list and the map, as it is on the last day.

    Attributes:
        id: its id.
        name: its name.
        address: its page.
        organization: whether it is an organization, or a movement that is on record as one.
        shaped: whether it is on the map.
        now: what it is.
    """

    id: str
    name: str
    address: str
    organization: bool
    shaped: bool
    now: Kept


def write(nam: Dataset, site: Site) -> None:
    """Write `map.html` and its data."""
    steps = years(nam)
    first = steps[0].day.replace(month=1, day=1)
    kept, drawing = histories(nam, first), draw(nam)
    entries = _entries(nam, kept, drawing)
    chairs = [party for party, held in kept.items() if any(one.chair for one in held)]
    centres = {party: drawing.centres[party] for party in chairs if party in drawing.centres}
    data = {
        "first": first.isoformat(),
        "last": nam.as_of.isoformat(),
        "years": {one.year: one.day.isoformat() for one in steps},
        "kept": {one.id: kept[one.id] for one in entries if one.id in kept},
        "centres": centres,
        "labels": {kind: label for kind, (label, _) in KINDS.items()},
        "names": _names(nam, kept, first),
    }
    site.render(
        "map.html",
        "map.html",
        centres=centres,
        drawing=drawing,
        kinds=KINDS,
        entries={one.id: one for one in entries},
        listed=[one for one in entries if one.id in kept],
        unshaped=[one for one in entries if not one.shaped and not one.organization],
        years=steps,
        shown=date_words(PartialDate(nam.as_of.isoformat())),
        highest=max(one.members + one.observers for one in steps),
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    )
    site.list("map.html", "Map of members and observers", "map", "world year day slider")


def _entries(nam: Dataset, kept: dict[str, list[Kept]], drawing: Drawing) -> list[Entry]:
    """All states, and the organizations with a spell, by name."""
    parties: list[tuple[Party, str]] = [(state, "states") for state in nam.states]
    parties += [(one, "organizations") for one in nam.organizations if one.id in kept]
    drawn = {*drawing.states, *drawing.dots}
    found = [
        Entry(
            id=party.id,
            name=party.name,
            address=f"{folder}/{party.id}.html",
            organization=folder == "organizations",
            shaped=party.id in drawn,
            now=kept[party.id][-1] if party.id in kept else NEVER,
        )
        for party, folder in parties
    ]
    return sorted(found, key=lambda one: (fold(one.name), one.id))


def _names(nam: Dataset, kept: dict[str, list[Kept]], first: Any) -> dict[str, Any]:
    """The names by day of the parties that had more than one."""
    named = {
        state.id: names_by_day(state, first, nam.as_of) for state in nam.states if state.id in kept
    }
    return {party: names for party, names in named.items() if len(names) > 1}
