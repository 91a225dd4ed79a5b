"""How well the data is evidenced: the counts that CONTRIBUTING asks to keep.

`python benchmarks/evidence.py` prints one line a measure. With `--list MEASURE` it prints the
records behind that count, one a line; with a directory as argument it counts that data set.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import nam_azerbaijan
from nam_azerbaijan import (
    Assertion,
    Citation,
    Dataset,
    Membership,
    Record,
    Source,
)
from nam_azerbaijan.evidence.witnesses import roots
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.text import fold

# Proxies, gateways and shorteners, hosts that are numbers or have a port, and copies of Wikipedia
# and of newspapers. Two archives are no such copies: jawawa.id (The Jakarta Post of the 1990s) and
# pltyw.com (Reference News) keep papers whose own addresses nobody has found. Nor is hitpages.com,
# which keeps documents as docslib.org and scribd.com do. A digit in a name says nothing (1news.az).
ODD = re.compile(
    r"""
      ^[\d.]+$ | :\d+$ | \.$
    | proxy | googleweblight | azurewebsites | cloudfront | ipfs | ipns | dweb\.link | deno\.dev
    | ^g\.co$ | ^wp\.me$ | cambridgecore | omega\.jstor | sapo\.pt$ | dynip
    | wiki(?!pedia\.org|source\.org|data\.org|leaks\.org|news\.org) | pedia\.(?!org|com$)
    | alchetron | infogalactic | liquisearch | movatter | richxsearch | studentb | clateway | piglix
    | worddisk | encycloreader | pinocchiopedia | polpedia | kiwix | eudic | zalansite
    | absoluteastronomy | academickids | stringtranslate | theinfolist | know\.cf | article\.wn\.com
    | verypages | 6jhxt | softbeam | sparkthread | jwtmh | nakedoat | nohib | enwikipedia
    | amansaja | colectoresindustriales | d1ce77 | garstangsburrows | infokontak | thelistacademy
    | en-academic | tyrantsanddictators | ukobiw
    """,
    re.VERBOSE,
)
PLACEHOLDER = re.compile(r"^\(?(Page|Item|Article) (on|at|of)\b", re.IGNORECASE)
STARTS = {"start", "party", "status", "began", "began_at"}


def citations(nam: Dataset) -> Iterator[tuple[Record, Citation]]:
    """Every citation of every record, those of its parts among them."""
    for name in COLLECTIONS:
        for record in nam.collection(name):
            if isinstance(record, Record):
                yield from ((record, one) for one in record.sources)
                parts = getattr(record, "provisions", ())
                yield from ((record, one) for part in parts for one in part.sources)


def witnesses(record: Record, nam: Dataset) -> set[str]:
    """The independent sources of the beginning of a spell or term: Wikipedia is none."""
    said = [one for one in record.sources if not one.fields or STARTS & set(one.fields)]
    for claim in nam.claims.where(record=record.id):
        if claim.preferred and claim.path.split("/")[0] in STARTS:
            said.extend(claim.sources)
    found: set[str] = set()
    for one in said:
        found |= roots(nam.sources, one.source)
    return {one for one in found if not is_wikipedia(nam.sources[one])} - {"reference-tables"}


def is_wikipedia(source: Source) -> bool:
    return source.publisher.startswith("Wikipedia")


def seen_enough(nam: Dataset) -> Iterator[str]:
    return (one.id for one in nam.sources if one.seen in {"whole", "passage"})


def behind_tables(nam: Dataset) -> Iterator[str]:
    for one in nam.sources:
        if one.id != "reference-tables" and "reference-tables" in roots(nam.sources, one.id):
            yield one.id


def odd_hosts(nam: Dataset) -> Iterator[str]:
    for one in nam.sources:
        if ODD.search(urlsplit(one.url).netloc):
            yield f"{one.id}: {one.url}"


def placeholders(nam: Dataset) -> Iterator[str]:
    return (f"{one.id}: {one.title}" for one in nam.sources if PLACEHOLDER.search(one.title))


def without_locator(nam: Dataset) -> Iterator[str]:
    for record, one in citations(nam):
        if not one.locator:
            yield f"{record.id}: {one.source}"


def spells_on_one_source(nam: Dataset) -> Iterator[str]:
    return (one.id for one in nam_spells(nam) if len(witnesses(one, nam)) < 2)


def chairs_on_one_source(nam: Dataset) -> Iterator[str]:
    return (one.id for one in nam.chairmanships if len(witnesses(one, nam)) < 2)


def nam_spells(nam: Dataset) -> Iterator[Membership]:
    return iter(nam.memberships.where(body="nam"))


def without_speaker(nam: Dataset) -> Iterator[str]:
    return (one.id for one in nam.assertions if not names_speaker(one, nam))


def names_speaker(one: Assertion, nam: Dataset) -> bool:
    """Whether a statement has a word of four letters or more from the name of who makes it."""
    if one.attributed_to:
        names = [one.attributed_to]
    else:
        sources = [nam.sources[cited.source] for cited in one.sources]
        names = [
            name for source in sources for name in (source.author, source.publisher, source.title)
        ]
    said = fold(one.statement).split()
    return any(word in said for name in names for word in fold(name).split() if len(word) >= 4)


MEASURES: dict[str, tuple[Callable[[Dataset], Iterator[str]], Callable[[Dataset], int]]] = {
    "seen": (seen_enough, lambda nam: len(nam.sources)),
    "tables": (behind_tables, lambda nam: len(nam.sources)),
    "hosts": (odd_hosts, lambda nam: len(nam.sources)),
    "titles": (placeholders, lambda nam: len(nam.sources)),
    "locators": (without_locator, lambda nam: sum(1 for _ in citations(nam))),
    "spells": (spells_on_one_source, lambda nam: sum(1 for _ in nam_spells(nam))),
    "chairs": (chairs_on_one_source, lambda nam: len(nam.chairmanships)),
    "speakers": (without_speaker, lambda nam: len(nam.assertions)),
}
SAYS = {
    "seen": "sources seen whole or to the passage cited",
    "tables": "sources known only through an unpublished table",
    "hosts": "sources at odd hosts",
    "titles": "sources with a placeholder for a title",
    "locators": "citations without a locator",
    "spells": "spells of the Movement on fewer than two independent sources",
    "chairs": "terms of the chair on fewer than two independent sources",
    "speakers": "statements that do not name their speaker",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?")
    parser.add_argument("--list", choices=MEASURES, dest="measure")
    options = parser.parse_args()
    nam = nam_azerbaijan.load(options.directory)
    if options.measure:
        for line in MEASURES[options.measure][0](nam):
            print(line)
        return
    for name, (found, all_of) in MEASURES.items():
        print(f"{sum(1 for _ in found(nam)):6,} of {all_of(nam):6,}  {name:9} {SAYS[name]}")


if __name__ == "__main__":
    main()
