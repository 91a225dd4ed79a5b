"""States and organizations."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..dates import Day, PartialDate, as_date, as_optional_date
from ..text import did_you_mean
from .base import ORGANIZATION, STATE, Record, Standing
from .constants import SYSTEMS
from .convert import parts, texts
from .periods import Period, as_periods

__all__ = [
    "DatedCode",
    "DatedName",
    "LocalName",
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


@attrs.frozen(kw_only=True, cache_hash=True)
class Dated:
    """Something that was in use for a time.

    Attributes:
        start: its first day; `None` means from the beginning.
        end: the first day on which it was no longer in use; `None` means to the last.
    """

    start: PartialDate | None = attrs.field(default=None, converter=as_optional_date)
    end: PartialDate | None = attrs.field(default=None, converter=as_optional_date)

    def in_use(self, day: Day, *, possible: bool = False) -> bool:
        """Whether it was certainly in use on `day`, or with `possible` whether it may have been.

        Raises:
            TypeError, ValueError: `day` is no day.
        """
        on, start, end = as_date(day), self.start, self.end
        if possible:
            return (start is None or start.earliest <= on.latest) and (
                end is None or on.earliest < end.latest
            )
        return (start is None or start.latest <= on.earliest) and (
            end is None or on.latest < end.earliest
        )


@attrs.frozen(kw_only=True, cache_hash=True)
class DatedName(Dated):
    """A name and when it was in use.

    Attributes:
        name: the name.
        start: its first day; `None` means from the beginning.
        end: the first day on which it was no longer in use; `None` means to the last.
    """

    name: str


@attrs.frozen(kw_only=True, cache_hash=True)
class DatedCode(Dated):
    """A code in one system and when it was in use.

    Attributes:
        system: one of `SYSTEMS`, such as `iso3c` or `cown`.
        value: the code as text, ISO and M49 numbers with three digits.
        start: its first day; `None` means from the beginning.
        end: the first day on which it was no longer in use; `None` means to the last.
    """

    system: str
    value: str


@attrs.frozen(kw_only=True, cache_hash=True)
class LocalName:
    """A name in a language: one of the six of the United Nations, or the state's own.

    Attributes:
        language: the language, as a BCP 47 tag such as `fr` or `az`.
        name: the name, in the script of the language.
    """

    language: str
    name: str


def as_names(items: Iterable[DatedName | Mapping[str, Any]]) -> tuple[DatedName, ...]:
    """Names, made from objects where they are given as such."""
    return parts(DatedName, items)


def as_codes(items: Iterable[DatedCode | Mapping[str, Any]]) -> tuple[DatedCode, ...]:
    """Codes, made from objects where they are given as such."""
    return parts(DatedCode, items)


def as_local_names(items: Iterable[LocalName | Mapping[str, Any]]) -> tuple[LocalName, ...]:
    """Names in languages, made from objects where they are given as such."""
    return parts(LocalName, items)


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class State(Record):
    """A state that existed since 1955, or a movement or government that was a party to NAM.

    Attributes:
        names: short names in English, oldest first.
        codes: codes in systems that other data sets use.
        aliases: other names and spellings in English that a look-up should find.
        local_names: names in the six languages of the United Nations and its own.
        region: the region it belongs to within NAM: `africa`, `asia`, `europe` or
            `latin-america-and-caribbean`; empty where no source places it.
        existence: the periods of its existence as an independent state (for movements: as a
            party), counted from their beginning, or from where a list that is cited begins, such
            as 1816.
        predecessors: ids of the states it took the place of.
        successors: ids of the states that took its place.
        kind: state, movement or provisional government.
    """

    names: tuple[DatedName, ...] = attrs.field(converter=as_names)
    codes: tuple[DatedCode, ...] = attrs.field(default=(), converter=as_codes)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts)
    local_names: tuple[LocalName, ...] = attrs.field(default=(), converter=as_local_names)
    region: str = ""
    existence: tuple[Period, ...] = attrs.field(default=(), converter=as_periods)
    predecessors: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=STATE)
    successors: tuple[str, ...] = attrs.field(default=(), converter=texts, metadata=STATE)
    kind: StateKind = attrs.field(default=StateKind.STATE, converter=StateKind)

    @property
    def name(self) -> str:
        """The current name, or the last."""
        return self.names[-1].name

    def name_on(self, on: Day) -> str:
        """The name in use on a day; outside its existence the nearest name.

        Of a vague day, as of a year, the first counts.

        Raises:
            TypeError, ValueError: `on` is no day.
        """
        day = as_date(on).earliest
        for name in self.names:
            if name.end is None or day < name.end.earliest:
                return name.name
        return self.name

    def code(self, system: str, on: Day | None = None) -> str | None:
        """The code in `system`, current or last, or the one in use on a day.

        Of a vague day, as of a year, the first counts.

        Returns:
            The code, or `None` where the state has none in that system (on that day).

        Raises:
            ValueError: there is no such system, or `on` is no day.
            TypeError: `on` is no day.
        """
        if system not in SYSTEMS:
            raise ValueError(f"no system of codes {system!r}; {did_you_mean(system, SYSTEMS)}")
        held = [code for code in self.codes if code.system == system]
        if on is not None:
            day = as_date(on).earliest
            held = [code for code in held if code.in_use(day)]
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
    def cowc(self) -> str | None:
        """Correlates of War letters, current or last."""
        return self.code("cowc")

    @property
    def gwn(self) -> str | None:
        """Gleditsch-Ward number, current or last."""
        return self.code("gwn")

    @property
    def gwc(self) -> str | None:
        """Gleditsch-Ward letters, current or last."""
        return self.code("gwc")

    @property
    def m49(self) -> str | None:
        """UN M49 code, three digits, current or last."""
        return self.code("m49")

    @property
    def vdem(self) -> str | None:
        """V-Dem country number, current or last."""
        return self.code("vdem")

    @property
    def wikidata(self) -> str | None:
        """Wikidata item, such as Q227."""
        return self.code("wikidata")


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
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
    kind: OrganizationKind = attrs.field(
        default=OrganizationKind.ORGANIZATION, converter=OrganizationKind
    )
    abbreviation: str = ""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts)
    parent: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    existence: tuple[Period, ...] = attrs.field(default=(), converter=as_periods)
    predecessor: str | None = attrs.field(default=None, metadata=ORGANIZATION)
    summary: str = ""
    standing: Standing = attrs.field(default=Standing.HELD, converter=Standing)
