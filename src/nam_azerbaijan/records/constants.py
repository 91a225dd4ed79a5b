"""Names that the records and all who read them share."""

from __future__ import annotations

__all__ = ["MOVEMENT", "SYSTEMS"]

MOVEMENT = "nam"
"""The id of the organization that a spell or a term is in where nothing else is said."""

SYSTEMS = ("iso2c", "iso3c", "iso3n", "cown", "cowc", "gwn", "gwc", "m49", "vdem", "wikidata")
"""The systems of codes, by the names that countrycode gives them."""
