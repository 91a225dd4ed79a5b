"""States and organizations."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from ..dates import PartialDate, as_date
from ..periods import Period
from .base import ORGANIZATION, STATE, Record, Standing, record

__all__ = [
    "Dated",
    "DatedCode",
    "Organization",
    "OrganizationKind",
    "State",
    "StateKind",
]


class StateKind(enum.StrEnum):
    """What kind of party a `State` record describes."""

    STATE = "state"
    MOVEMENT = "movement"
    PROVISIONAL_GOVERNMENT = "provisional-government"


class OrganizationKind(enum.StrEnum):
    """What kind of thing an `Organization` record describes."""

    ORGANIZATION = "organization"
    ORGAN = "organ"
    NETWORK = "network"
    PROGRAMME = "programme"
    MISSION = "mission"
    TREATY = "treaty"
    FORMAT = "format"
    PROJECT = "project"
    MOVEMENT = "movement"


@record
class Dated:
    """A name and when it was in use.

    Attributes:
        name: the name.
        start: its first day; `None` means from the beginning.
        end: the first day on which it was no longer in use; `None` means to the last.
    """

    name: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@record
class DatedCode:
    """A code in one system and when it was in use.

    Attributes:
        system: `iso2c`, `iso3c`, `iso3n`, `cown`, `gwn`, `m49` or `wikidata`.
        value: the code as text, ISO and M49 numbers with three digits.
        start: its first day; `None` means from the beginning.
        end: the first day on which it was no longer in use; `None` means to the last.
    """

    system: str
    value: str
    start: PartialDate | None = None
    end: PartialDate | None = None

    def held_on(self, day: dt.date) -> bool:
        """Whether it was certainly in use on `day`."""
        return (self.start is None or self.start.latest <= day) and (
            self.end is None or day < self.end.earliest
        )


@record
class State(Record):
    """A state that existed since 1955, or a movement or government that was a party to NAM.

    Attributes:
        names: short names in English, oldest first.
        codes: codes in systems that other data sets use.
        aliases: other names and spellings that a look-up should find.
        region: the region it belongs to within NAM: `africa`, `asia`, `europe` or
            `latin-america-and-caribbean`; empty where no source places it.
        existence: the periods of its existence as an independent state (for movements: as a
            party), counted from their true beginning.
        predecessors: ids of the states it took the place of.
        successors: ids of the states that took its place.
        kind: state, movement or provisional government.
    """

    names: tuple[Dated, ...]
    codes: tuple[DatedCode, ...] = ()
    aliases: tuple[str, ...] = ()
    region: str = ""
    existence: tuple[Period, ...] = ()
    predecessors: tuple[str, ...] = attrs.field(default=(), metadata=STATE)
    successors: tuple[str, ...] = attrs.field(default=(), metadata=STATE)
    kind: StateKind = StateKind.STATE

    @property
    def name(self) -> str:
        """The current name, or the last."""
        return self.names[-1].name

    def name_on(self, on: str | dt.date | PartialDate) -> str:
        """The name in use on a day; outside its existence the nearest name.

        Of a vague day, as of a year, the first counts.

        Raises:
            ValueError: `on` is no date.
        """
        day = as_date(on).earliest
        for name in self.names:
            if name.end is None or day < name.end.earliest:
                return name.name
        return self.name

    def code(self, system: str, on: str | dt.date | PartialDate | None = None) -> str | None:
        """The code in `system`, current or last, or the one in use on a day.

        Of a vague day, as of a year, the first counts.

        Returns:
            The code, or `None` where the state has none in that system (on that day).

        Raises:
            ValueError: `on` is no date.
        """
        held = [code for code in self.codes if code.system == system]
        if on is not None:
            day = as_date(on).earliest
            held = [code for code in held if code.held_on(day)]
        return held[-1].value if held else None

    @property
    def iso2c(self) -> str | None:
        """ISO 3166-1 alpha-2 code, current or last."""
        return self.code("iso2c")

    @property
    def iso3c(self) -> str | None:
        """ISO 3166-1 alpha-3 code, current or last."""
        return self.code("iso3c")

    @property
    def iso3n(self) -> str | None:
        """ISO 3166-1 numeric code, three digits, current or last."""
        return self.code("iso3n")

    @property
    def cown(self) -> str | None:
        """Correlates of War number, current or last."""
        return self.code("cown")

    @property
    def gwn(self) -> str | None:
        """Gleditsch-Ward number, current or last."""
        return self.code("gwn")

    @property
    def m49(self) -> str | None:
        """UN M49 code, three digits, current or last."""
        return self.code("m49")

    @property
    def wikidata(self) -> str | None:
        """Wikidata item, such as Q227."""
        return self.code("wikidata")


@record
class Organization(Record):
    """An organization, organ of NAM, programme, mission, treaty, format or project.

    Attributes:
        name: its name in English, current or last.
        kind: what kind of thing it is.
        abbreviation: as the sources use it.
        aliases: other names and spellings, former ones among them.
        parent: id of the organization it belongs to.
        existence: when it existed, where evidenced.
        predecessor: id of the organization it continues.
        summary: what it is, in neutral words.
        standing: whether it came about.
    """

    name: str
    kind: OrganizationKind = OrganizationKind.ORGANIZATION
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    parent: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    existence: tuple[Period, ...] = ()
    predecessor: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    summary: str = ""
    standing: Standing = Standing.HELD
