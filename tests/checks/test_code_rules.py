"""COD: each branch of each rule finds its own fault, and says what is wrong with which value."""

from __future__ import annotations

from faults import Fault, assert_found, more, part, put, told


def codes(*values: str) -> list[dict[str, str]]:
    """Codes from texts such as `cown 232`."""
    return [dict(zip(("system", "value"), one.split(), strict=True)) for one in values]


FAULTS = [
    Fault(
        "letters are small",
        part("arcadia", "codes", 0, value="qm"),
        ("states.json: arcadia: codes[0]: COD001 'qm' is no iso2c code",),
    ),
    Fault(
        "three letters are four",
        part("arcadia", "codes", 1, value="QAAA"),
        ("states.json: arcadia: codes[1]: COD001 'QAAA' is no iso3c code",),
    ),
    Fault(
        "numbers of ISO and M49 have two digits",
        put("borduria", codes=codes("iso3n 01", "m49 01")),
        (
            "states.json: borduria: codes[0]: COD001 '01' is no iso3n code",
            "states.json: borduria: codes[1]: COD001 '01' is no m49 code",
        ),
    ),
    Fault(
        "a number of the Correlates of War begins with zero",
        part("arcadia", "codes", 4, value="0981"),
        ("states.json: arcadia: codes[4]: COD001 '0981' is no cown code",),
    ),
    Fault(
        "each other system has a form too",
        put("borduria", codes=codes("cowc BO", "gwn 01", "gwc bor", "vdem 1000", "wikidata 12")),
        (
            "states.json: borduria: codes[0]: COD001 'BO' is no cowc code",
            "states.json: borduria: codes[1]: COD001 '01' is no gwn code",
            "states.json: borduria: codes[2]: COD001 'bor' is no gwc code",
            "states.json: borduria: codes[3]: COD001 '1000' is no vdem code",
            "states.json: borduria: codes[4]: COD001 '12' is no wikidata code",
        ),
    ),
    Fault(
        "a system of codes is misspelt",
        put("borduria", codes=codes("iso3 QBB")),
        (
            "states.json: borduria: codes[0]: COD001 'QBB' is no iso3 code, which no list is "
            "called; did you mean 'iso3n'?",
        ),
    ),
    Fault(
        "two states have one code",
        part("borduria", "codes", 0, value="QAA"),
        (
            "states.json: borduria: codes: COD002 iso3c code QAA is also that of arcadia at the"
            " same time",
        ),
    ),
    Fault(
        "two states have one code for a time",
        put("carpania", codes=[{"system": "iso3c", "value": "QBB", "start": "1998-01-01"}]),
        (
            "states.json: carpania: codes: COD002 iso3c code QBB is also that of borduria at "
            "the same time",
        ),
    ),
    Fault(
        "the number of M49 is not that of ISO",
        part("arcadia", "codes", 3, value="902"),
        ("states.json: arcadia: codes: COD003 ISO number 901, but M49 number 902",),
    ),
    Fault(
        "two states have one name",
        put("borduria", names=[{"name": "ARCADIA"}]),
        (
            "states.json: borduria: names: COD004 'ARCADIA' is also the name of arcadia at the "
            "same time",
        ),
    ),
    Fault(
        "two states have one name for a time",
        put("borduria", names=[{"name": "Old Arcadia"}]),
        (
            "states.json: borduria: names: COD004 'Old Arcadia' is also the name of arcadia at "
            "the same time",
        ),
    ),
    Fault(
        "the numbers of two lists differ",
        more("arcadia", "codes", *codes("gwn 982")),
        ("states.json: arcadia: codes: COD006 number 981 in one list, 982 in the other",),
    ),
    Fault(
        "a code stands in no list beside others that do",
        put("arcadia", codes=codes("iso2c AE", "iso3c ARX", "iso3n 785", "m49 785")),
        (
            "states.json: arcadia: codes[1]: COD008 the list of iso3c codes has no ARX",
            "states.json: arcadia: codes[2]: COD008 the list of iso3n codes has no 785",
            "states.json: arcadia: codes[3]: COD008 the list of m49 codes has no 785",
            "states.json: arcadia: codes: COD009 AE stands beside 784 in the list, and not "
            "beside iso3n 785",
            "states.json: arcadia: codes: COD009 AE stands beside ARE in the list, and not "
            "beside iso3c ARX",
        ),
    ),
    Fault(
        "a number stands in no list of V-Dem",
        put("arcadia", codes=codes("cown 2", "vdem 300")),
        ("states.json: arcadia: codes[1]: COD008 the list of vdem codes has no 300",),
    ),
    Fault(
        "codes stand in two lines of a list",
        put("arcadia", codes=codes("iso2c AD", "iso3c ARE", "iso3n 784")),
        (
            "states.json: arcadia: codes: COD009 784 stands beside AE in the list, and not "
            "beside iso2c AD",
            "states.json: arcadia: codes: COD009 AD stands beside 020 in the list, and not "
            "beside iso3n 784",
            "states.json: arcadia: codes: COD009 AD stands beside AND in the list, and not "
            "beside iso3c ARE",
            "states.json: arcadia: codes: COD009 ARE stands beside AE in the list, and not "
            "beside iso2c AD",
        ),
    ),
    Fault(
        "letters stand beside another number",
        put("arcadia", codes=codes("cown 2", "cowc CAN", "gwn 2", "gwc USA")),
        (
            "states.json: arcadia: codes: COD009 2 stands beside USA in the list, and not "
            "beside cowc CAN",
            "states.json: arcadia: codes: COD009 CAN stands beside 20 in the list, and not "
            "beside cown 2",
        ),
    ),
    Fault(
        "letters of the other list stand beside another number",
        put("arcadia", codes=codes("gwn 2", "gwc CAN")),
        (
            "states.json: arcadia: codes: COD009 2 stands beside USA in the list, and not "
            "beside gwc CAN",
            "states.json: arcadia: codes: COD009 CAN stands beside 20 in the list, and not "
            "beside gwn 2",
        ),
    ),
    Fault(
        "a movement has a code",
        put("borduria", kind="movement"),
        ("states.json: borduria: kind: COD010 is a movement, and yet has the code QBB",),
    ),
    Fault(
        "a government has codes",
        put("arcadia", kind="provisional-government"),
        (
            "states.json: arcadia: kind: COD010 is a provisional government, and yet has the "
            "code QM",
        ),
    ),
]


@told(*FAULTS)
def test_each_fault_is_found(fault: Fault) -> None:
    assert_found(fault)
