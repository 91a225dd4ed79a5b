"""CHR: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, both, like, more, put, told

FAULTS = [
    Fault(
        "a day lies between two terms",
        put("chair-arcadia-1961", succeeded_by=..., end="1964-10-05", ended_at="summit-2"),
        (
            "chairmanships.json: chair-arcadia-1961: end: CHR001 ends on 1964-10-05, but "
            "chair-borduria-1964 begins on 1964-10-06",
            "chairpersons.json: ada-chair-1961: term: CHR003 in the chair from 1961-09-01 to "
            "1964-10-06, but the term lasts from 1961-09-01 to 1964-10-05",
        ),
    ),
    Fault(
        "a day lies between two persons in the chair",
        put("bo-chair-1964", succeeded_by=..., end="1967-12-31"),
        (
            "chairpersons.json: ada-chair-1968: start: CHR002 the chair is with bo until "
            "1967-12-31 and with ada from 1968-01-02",
        ),
    ),
    Fault(
        "somebody in the chair belongs to a term before",
        put("cy-chair-1969", term="chair-borduria-1964"),
        (
            "chairpersons.json: cy-chair-1969: term: CHR003 in the chair from 1969-01-01 to "
            "1969-02-01, but the term lasts from 1964-10-06 to 1968-01-02",
        ),
    ),
    Fault(
        "somebody is in the chair before the term",
        put("cy-chair-1969", start="1968-01-01", end="1968-01-03", id="cy-chair-1968"),
        (
            "chairpersons.json: cy-chair-1968: term: CHR003 in the chair from 1968-01-01 to "
            "1968-01-03, but the term lasts from 1968-01-02 to open",
        ),
    ),
    Fault(
        "a term lasts long without a reason",
        both(
            put("chair-arcadia-1968", end="1971-04-03", extensions=[{"planned_end": "1971-01"}]),
            put("ada-chair-1968", end="1971-04-03"),
        ),
        (
            "chairmanships.json: chair-arcadia-1968: extensions: CHR004 lasted 1187 days, and "
            "no extension gives the reason",
        ),
    ),
    Fault(
        "a term begins before its summit",
        both(
            put("chair-arcadia-1961", start="1961-08-31"), put("ada-chair-1961", start="1961-08-31")
        ),
        (
            "chairmanships.json: chair-arcadia-1961: start: CHR005 1961-08-31 is no day of "
            "summit-1, 1961-09-01 to 1961-09-06",
            "chairmanships.json: chair-arcadia-1961: state: CHR006 the state in the chair is "
            "nothing in the Movement on 1961-08-31",
        ),
    ),
    Fault(
        "a term ends after its summit",
        both(
            put("chair-arcadia-1968", end="1968-05-01", ended_at="summit-3"),
            put("ada-chair-1968", end="1968-05-01"),
            put("cy-chair-1969", start="1968-02-01", end="1968-05-01", id="cy-chair-1968"),
        ),
        (
            "chairmanships.json: chair-arcadia-1968: end: CHR005 1968-05-01 is no day of "
            "summit-3, 1968-01-02 to 1968-01-03",
        ),
    ),
    Fault(
        "an observer is in the chair",
        both(
            put("borduria-nam-member", status="observer", id="borduria-nam-observer-2"),
            put("borduria-nam-observer", succeeded_by="borduria-nam-observer-2"),
            put("borduria-application-1964", sought="observer"),
            put("borduria-at-summit-3", capacity="observer"),
        ),
        (
            "chairmanships.json: chair-borduria-1964: state: CHR006 the state in the chair is "
            "observer in the Movement on 1964-10-06",
        ),
    ),
    Fault(
        "a term hands over elsewhere",
        put("chair-arcadia-1961", ended_at="summit-3"),
        (
            "chairmanships.json: chair-arcadia-1961: ended_at: CHR007 ended at summit-3, but "
            "chair-borduria-1964 began at summit-2",
        ),
    ),
    Fault(
        "a term hands over nowhere",
        put("chair-arcadia-1961", ended_at=...),
        (
            "chairmanships.json: chair-arcadia-1961: ended_at: CHR007 ended at no meeting, but "
            "chair-borduria-1964 began at summit-2",
        ),
    ),
    Fault(
        "a meeting that is no summit begins a term",
        both(
            like(
                "summit-3",
                id="council-3",
                kind="special-ministerial",
                name="Council",
                series=...,
                number=...,
            ),
            put("chair-borduria-1964", ended_at="council-3"),
            put("chair-arcadia-1968", began_at="council-3"),
        ),
        (
            "chairmanships.json: chair-arcadia-1968: began_at: CHR008 council-3 is no summit "
            "that arcadia hosts",
        ),
    ),
    Fault(
        "a summit of another host begins a term",
        both(put("summit-3", host="carpania", city="Cor"), put("carpania", existence=[])),
        (
            "chairmanships.json: chair-arcadia-1968: began_at: CHR008 summit-3 is no summit "
            "that arcadia hosts",
            "meetings.json: summit-3: host: MTG004 hosted by carpania, but the chair on "
            "1968-01-03 is arcadia",
        ),
    ),
    Fault(
        "a term ends before it was planned to",
        put("chair-borduria-1964", extensions=[{"planned_end": "1970", "reason": "It was late."}]),
        (
            "chairmanships.json: chair-borduria-1964: extensions[0]: CHR009 planned to end on "
            "1970, but the term ends on 1968-01-02",
        ),
    ),
    Fault(
        "an extension shortens a term",
        put(
            "chair-arcadia-1968",
            extensions=[{"planned_end": "1971", "new_end": "1970", "reason": "It was late."}],
        ),
        (
            "chairmanships.json: chair-arcadia-1968: extensions[0]: CHR009 planned to end on "
            "1971, but is to end now on 1970",
        ),
    ),
    Fault(
        "a vacancy lies before the term",
        both(
            more("chair-arcadia-1968", "vacancies", {"start": "1968-01-01", "end": "1969-03-01"}),
        ),
        (
            "chairmanships.json: chair-arcadia-1968: vacancies[0]: CHR010 the chair is vacant "
            "1968-01-01 to 1969-03-01, but the term lasts from 1968-01-02 to open",
        ),
    ),
    Fault(
        "nobody left the chair when it became vacant",
        more("chair-arcadia-1968", "vacancies", {"start": "1970-01-01", "end": "1970-02-01"}),
        (
            "chairmanships.json: chair-arcadia-1968: vacancies[0]: CHR010 the chair is vacant "
            "1970-01-01 to 1970-02-01, but the term lasts from 1968-01-02 to open",
        ),
    ),
    Fault(
        "a vacancy lasts longer than the term",
        more("chair-borduria-1964", "vacancies", {"start": "1968-01-02", "end": "1968-02-01"}),
        (
            "chairmanships.json: chair-borduria-1964: vacancies[0]: CHR010 the chair is vacant "
            "1968-01-02 to 1968-02-01, but the term lasts from 1964-10-06 to 1968-01-02",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
