"""Topics and series that the project knows: slugs that no class lists, in one place.

A new one is added here. In a data set of one's own, one that is used twice is known too, so that
what is found is the slip of the pen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..text import near

__all__ = ["SERIES", "TOPICS", "known", "meant"]

SERIES = (
    "nam-bureau-ministerial", "nam-health-ministers", "nam-information-ministers",
    "nam-mediterranean", "nam-ministerial", "nam-parliamentary-network", "nam-summit",
    "nam-women",
)  # fmt: skip

TOPICS = (
    "alliance", "armenia-azerbaijan-conflict", "assistance", "azerbaijan-nam",
    "balanced-foreign-policy", "bandung-principles", "chairmanship-extension", "cop29", "covid",
    "embargo-cuba", "euro-atlantic", "european-group", "expo-2025", "foreign-bases",
    "general-principles", "guam-protracted-conflicts", "heart-of-asia", "host-offer",
    "host-thanks", "human-rights", "idp", "labour", "membership-criteria", "methodology",
    "military-cooperation", "military-doctrine", "nam-human-rights-centre",
    "nazism-glorification", "neutrality", "observer-status", "palestine",
    "reconstruction", "regional-leadership", "sanctions", "south-south-cooperation", "sovereignty",
    "unaoc-forum", "vaccines", "vice-chair", "working-methods", "youth",
)  # fmt: skip


def known(listed: Iterable[str], used: Iterable[str]) -> list[str]:
    """What is listed, and what is used twice at least, in order."""
    twice = (slug for slug, times in Counter(used).items() if times > 1)
    return sorted({*listed, *twice})


def meant(slug: str, known_slugs: list[str]) -> str:
    """The end of a message: the known slug that is nearest, if one is near."""
    guesses = near(slug, known_slugs)
    return f"; did you mean {guesses[0]!r}?" if guesses else ""
