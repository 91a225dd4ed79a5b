"""The data set as the pages ask of it: what is at hand for each record, found once."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import nam_azerbaijan
from nam_azerbaijan import AnyRecord, Assertion, Dataset, Dispute, Verdict
from nam_azerbaijan.records.walk import references

from .addresses import addresses, former_ids
from .titles import dispute_title, set_title

__all__ = ["Library", "Referring"]


class Referring(NamedTuple):
    """A record that refers to another.

    Attributes:
        collection: the collection that it is of.
        path: the field that refers, without numbers of parts, such as `offices.state`.
        record: the record.
    """

    collection: str
    path: str
    record: AnyRecord


class Library:
    """A data set and what the pages need of it.

    Attributes:
        nam: the data set.
        addresses: where each record and dispute is shown.
        verdicts: what the data says of statements, by their ids.
        disputed: the disputes on values of a record, by its id: path and dispute.
        former: the former ids of records, by the present one.
        titles: what disputes are called, by their ids.
        sets: what lists of principles are called, by their keys.
        citation: how the data set is cited.
    """

    def __init__(self, nam: Dataset) -> None:
        self.nam = nam
        self.addresses = addresses(nam)
        self.verdicts: dict[str, Verdict] = {
            one.assertion: one for one in nam_azerbaijan.verify(nam)
        }
        self.disputed: dict[str, list[tuple[str, Dispute]]] = {}
        for dispute in nam.disputes():
            for record, path in dict.fromkeys((one.record, one.path) for one in dispute.claims):
                self.disputed.setdefault(record, []).append((path, dispute))
        self.titles = {one.id: dispute_title(one, nam) for one in nam.disputes()}
        self.sets = {
            name: set_title([*nam.principles.where(set=name)], nam)
            for name in dict.fromkeys(one.set for one in nam.principles)
        }
        self.former: dict[str, list[str]] = {}
        for former, present in former_ids(nam):
            self.former.setdefault(present, []).append(former)
        self.citation = nam_azerbaijan.cite(nam, style="text").strip()
        self._referring = self._all_referring()
        self._on_page: dict[str, list[str]] = {}
        for key, address in self.addresses.items():
            if key in nam.home:
                self._on_page.setdefault(address.partition("#")[0], []).append(key)

    def _all_referring(self) -> dict[str, list[Referring]]:
        found: dict[str, list[Referring]] = {}
        for name, collection in self.nam.collections.items():
            for record in collection:
                seen = dict.fromkeys(
                    (one.key, re.sub(r"\[\d+\]", "", one.path))
                    for one in references(record)
                    if not one.path.endswith("].source")  # That is a citation.
                )
                for key, path in seen:
                    found.setdefault(key, []).append(Referring(name, path, record))
        return found

    def on_page(self, path: str) -> list[str]:
        """The ids of the records that have their permanent place on a page."""
        return self._on_page.get(path, [])

    def referring(self, key: str) -> list[Referring]:
        """The records that refer to one, other than by citing it, in the order of the files."""
        return self._referring.get(key, [])

    def referring_by(self, key: str, collection: str, path: str) -> list[Any]:
        """The records of a collection that refer to one by a field."""
        wanted = (collection, path)
        return [one.record for one in self.referring(key) if (one.collection, one.path) == wanted]

    def statements(self, key: str) -> list[Assertion]:
        """What sources say about a record beyond plain values, in order of id."""
        return [one for one in self.nam.about(key) if isinstance(one, Assertion)]
