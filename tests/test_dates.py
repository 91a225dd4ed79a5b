"""Dates and periods, held against a count of days."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nam_azerbaijan import Bound, Dataset, PartialDate, Period, load
from nam_azerbaijan.dates import as_bound, as_calendar_day, as_date, as_optional_date

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


def plain(day: dt.date, form: int) -> str:
    return day.isoformat()[: (4, 7, 10)[form]]


@st.composite
def texts(draw: st.DrawFn, days: st.SearchStrategy[dt.date] = DAYS) -> str:
    first = plain(draw(days), draw(st.integers(0, 2)))
    if draw(st.booleans()):
        return first
    second = plain(draw(days), draw(st.integers(0, 2)))
    one, two = PartialDate(first), PartialDate(second)
    assume(one.earliest < two.earliest and one.latest < two.latest)
    return f"{first}..{second}"


DATES = texts().map(PartialDate)
# A few weeks, so that every day of every reading can be counted.
NEAR = st.dates(dt.date(2000, 1, 1), dt.date(2000, 1, 12))


@st.composite
def near_dates(draw: st.DrawFn) -> PartialDate:
    first, second = sorted((draw(NEAR), draw(NEAR)))
    return PartialDate(
        first.isoformat() if first == second else f"{first.isoformat()}..{second.isoformat()}"
    )


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(near_dates())
    end = draw(st.one_of(near_dates(), st.sampled_from(Bound)))
    assume(isinstance(end, Bound) or start.possibly_before(end))
    return Period(start, end)


HORIZON = dt.date(2000, 2, 10).toordinal()
FAR = HORIZON + 1000  # Where an open end is put: beyond every other day.


def readings(period: Period) -> list[tuple[int, int]]:
    """Every pair of first day and first day after that the period may be."""
    starts = range(period.start.earliest.toordinal(), period.start.latest.toordinal() + 1)
    if period.end is Bound.OPEN:
        return [(start, FAR) for start in starts]
    if period.end is Bound.UNKNOWN:
        ends: range | list[int] = [*range(starts[0] + 1, HORIZON), FAR]
    else:
        assert isinstance(period.end, PartialDate)
        ends = range(period.end.earliest.toordinal(), period.end.latest.toordinal() + 1)
    return [(start, end) for start in starts for end in ends if start < end]


@given(texts())
def test_prints_as_written(text: str) -> None:
    date = PartialDate(text)
    assert str(date) == text
    assert PartialDate(str(date)) == date
    assert pickle.loads(pickle.dumps(date)) == date
    assert repr(date) == f"PartialDate({text!r})"


@given(DAYS, st.integers(0, 2))
def test_earliest_and_latest_bracket_every_day_meant(day: dt.date, form: int) -> None:
    date = PartialDate(plain(day, form))
    assert date.earliest <= day <= date.latest
    assert date.may_be(day)
    assert plain(date.earliest, form) == plain(date.latest, form) == date.text
    before, after = date.earliest.toordinal() - 1, date.latest.toordinal() + 1
    if before >= 1:
        assert plain(dt.date.fromordinal(before), form) != date.text
    if after <= dt.date.max.toordinal():
        assert plain(dt.date.fromordinal(after), form) != date.text


@given(DAYS, DAYS)
def test_a_range_may_be_every_day_from_first_to_last(one: dt.date, two: dt.date) -> None:
    assume(one < two)
    date = PartialDate(f"{one.isoformat()}..{two.isoformat()}")
    assert (date.earliest, date.latest) == (one, two)
    assert not date.exact


@given(DATES, DATES, DATES)
def test_certainly_before_is_a_strict_partial_order(
    a: PartialDate, b: PartialDate, c: PartialDate
) -> None:
    assert not a.certainly_before(a)
    assert not (a.certainly_before(b) and b.certainly_before(a))
    if a.certainly_before(b) and b.certainly_before(c):
        assert a.certainly_before(c)


@given(DATES, DATES)
def test_sort_key_is_total_and_agrees(a: PartialDate, b: PartialDate) -> None:
    assert (a.sort_key == b.sort_key) == (a == b)
    if a.certainly_before(b):
        assert a.sort_key < b.sort_key
    if a.certainly_before(b):
        assert a.possibly_before(b)


@given(near_dates(), near_dates())
def test_before_agrees_with_every_pair_of_days(a: PartialDate, b: PartialDate) -> None:
    pairs = [
        x < y
        for x in range(a.earliest.toordinal(), a.latest.toordinal() + 1)
        for y in range(b.earliest.toordinal(), b.latest.toordinal() + 1)
    ]
    assert a.certainly_before(b) == all(pairs)
    assert a.possibly_before(b) == any(pairs)


@given(periods(), NEAR)
def test_containment_agrees_with_a_count_of_days(period: Period, day: dt.date) -> None:
    held = [start <= day.toordinal() < end for start, end in readings(period)]
    assert period.contains(day) == all(held)
    assert period.contains(day, possible=True) == any(held)


@given(periods(), periods())
def test_overlap_agrees_with_a_count_of_days(one: Period, two: Period) -> None:
    shared = [
        max(start, first) < min(end, last)
        for start, end in readings(one)
        for first, last in readings(two)
    ]
    assert one.overlaps(two) == two.overlaps(one) == all(shared)
    assert one.overlaps(two, possible=True) == two.overlaps(one, possible=True) == any(shared)


@given(periods(), periods())
def test_gap_agrees_with_a_count_of_days(one: Period, two: Period) -> None:
    gaps = [
        max(0, first - end, start - last)
        for start, end in readings(one)
        for first, last in readings(two)
    ]
    assert one.gap(two) == two.gap(one) == (min(gaps), max(gaps))


@pytest.mark.parametrize(
    "text",
    [
        "", "94", "1994-5", "1994-13", "1994-02-30", "1994-05-31 ", "1994..1994", "1995..1994",
        "1994..", "..1994", "1994...1995", "19940531", "+1994", "1994-05-31T00:00", "٢٠٠٠",
        "0000", "1994-1a", "unknown", "1994-05..1994", "1994..1994-05", "1994..1994-12-31",
        "1994-01-01..1994", "1994-05-31..1994-05", "1994-+5", "1994- 5", "+994-05", "1_94-05",
        "1994-05-3 ", "+994", "1_94", "1994/05", "1994-0531", "19-94-05", "199405-31", "199 -05",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        PartialDate(text)


@pytest.mark.parametrize("value", [None, b"1994", ["1994"], True, complex(1994)])
def test_only_dates_are_dates(value: object) -> None:
    with pytest.raises(TypeError, match="is no day: expected a date, a datetime"):
        as_date(value)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        PartialDate(value)  # type: ignore[arg-type]


def test_there_is_no_less_than() -> None:
    with pytest.raises(TypeError):
        PartialDate("1994") < PartialDate("1995")  # type: ignore[operator]  # noqa: B015


def test_what_counts_as_a_date() -> None:
    day = PartialDate("2012-08-30")
    assert as_date("2012-08-30") == day
    assert as_date(dt.date(2012, 8, 30)) == day
    assert as_date(dt.datetime(2012, 8, 30, 23, 59, tzinfo=dt.UTC)) == day
    assert as_date(day) is day


@given(DATES, DATES)
def test_two_may_be_one_day_where_they_share_one(a: PartialDate, b: PartialDate) -> None:
    (first, last), (early, late) = a.numbers, b.numbers
    assert a.may_be(b) == b.may_be(a) == bool(range(max(first, early), min(last, late) + 1))


def test_a_date_may_be_left_out() -> None:
    assert as_optional_date(None) is None
    assert as_optional_date("1994") == PartialDate("1994")


def test_exact_days() -> None:
    assert as_calendar_day("1994-05-31") == as_calendar_day(dt.date(1994, 5, 31))
    assert as_calendar_day("1994-05-31") == dt.date(1994, 5, 31)
    for wrong in ("1994-05", "1994", "1994-05-31..1994-06-04", "19940531", "yesterday", "open"):
        with pytest.raises(ValueError, match="expected a day as YYYY-MM-DD, got"):
            as_calendar_day(wrong)


def test_ends() -> None:
    assert as_bound("open") is Bound.OPEN
    assert as_bound(Bound.UNKNOWN) is Bound.UNKNOWN
    assert as_bound("1994") == PartialDate("1994")
    assert str(Bound.OPEN) == "open"


def test_a_period_has_a_day() -> None:
    with pytest.raises(ValueError, match="does not lie after"):
        Period(PartialDate("1994"), PartialDate("1993"))
    with pytest.raises(ValueError, match="does not lie after"):
        Period(PartialDate("1994-05-01"), PartialDate("1994-05-01"))
    assert str(Period(PartialDate("1994"))) == "1994 to open"


def test_dates_are_frozen() -> None:
    date = PartialDate("1994")
    with pytest.raises(AttributeError):
        date.text = "1995"


# What queries take as a day


class FakePeriod:
    """As `pandas.Period`, recognized by what it has."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.start_time = dt.datetime.combine(first, dt.time())
        self.end_time = dt.datetime.combine(last, dt.time.max)


@given(DAYS, DAYS)
def test_a_period_of_pandas_is_one_unknown_day_of_it(one: dt.date, two: dt.date) -> None:
    first, last = sorted((one, two))
    date = as_date(FakePeriod(first, last))
    assert (date.earliest, date.latest) == (first, last)
    assert PartialDate(date.text) == date


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2011-05-01", "2011-05-31", "2011-05"),
        ("2011-01-01", "2011-12-31", "2011"),
        ("2011-05-25", "2011-05-25", "2011-05-25"),
        ("2011-04-01", "2011-06-30", "2011-04-01..2011-06-30"),
    ],
)
def test_a_period_reads_as_what_it_is(first: str, last: str, text: str) -> None:
    period = FakePeriod(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert as_date(period).text == text


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from(["", " ", "\t"]), st.times(), st.booleans())
def test_exported_text_means_its_own_calendar_day(
    day: dt.date,
    space: str,
    time: dt.time,
    compact: bool,  # noqa: FBT001
) -> None:
    iso = day.isoformat().replace("-", "") if compact else day.isoformat()
    for text in (
        iso,
        f"{iso} {time}",
        f"{iso}T{time}",
        f"{iso}T{time}Z",
        f"{iso}T{time}+05:00",
        f"{iso} {time} -0930",
    ):
        assert as_date(f"{space}{text}{space}") == as_date(day), text


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_a_datetime_counts_by_its_own_calendar_day(moment: dt.datetime) -> None:
    assert as_date(moment) == as_date(moment.date())


@given(st.integers(1000, 9999))
def test_years_may_be_numbers(year: int) -> None:
    date = PartialDate(str(year))
    assert as_date(year) == as_date(float(year)) == as_date(str(year)) == date


def test_other_libraries_days() -> None:
    numpy = pytest.importorskip("numpy")
    for text in ("2011", "2011-05", "2011-05-25"):
        assert as_date(numpy.datetime64(text)).text == text
    assert as_date(numpy.datetime64("2011-05-25T10:00:00.5", "ns")).text == "2011-05-25"
    assert as_date(numpy.int16(2011)) == as_date(numpy.float32(2011)) == PartialDate("2011")
    pandas = pytest.importorskip("pandas")
    assert as_date(pandas.Timestamp("2011-05-25 23:00", tz="Asia/Baku")).text == "2011-05-25"
    assert as_date(pandas.Period("2011-05", "M")).text == "2011-05"
    assert as_date(pandas.Period("2011Q2", "Q")).text == "2011-04-01..2011-06-30"
    for missing in (pandas.NaT, numpy.datetime64("NaT"), float("nan")):
        with pytest.raises(ValueError, match="expected a date"):
            as_date(missing)
    with pytest.raises(TypeError, match="is no day"):
        as_date(pandas.NA)


@pytest.mark.parametrize("day", [2011.5, 0, 999, 10000, 20110525, -1, float("inf"), float("nan")])
def test_numbers_that_are_no_years(day: float) -> None:
    with pytest.raises(ValueError, match="is no year: expected a date"):
        as_date(day)


@pytest.mark.parametrize("text", ["25 May 2011", "", "NaT", "nan", "None", "2011.0", "2011-5-25"])
def test_text_that_is_no_day_is_told_what_is(text: str) -> None:
    with pytest.raises(ValueError, match="is no day: expected a date, a datetime") as caught:
        as_date(text)
    assert "the year comes first" not in str(caught.value)


@pytest.mark.parametrize("text", ["25.05.2011", "25/05/2011", "5-25-2011"])
def test_text_with_the_day_first_is_told_the_order(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no day: .*; the year comes first: YYYY-MM-DD"):
        as_date(text)


def test_edtf_reads_as_the_same() -> None:
    one, two = PartialDate("1994-05-31..1994-06-04"), PartialDate("[1994-05-31..1994-06-04]")
    assert one == two
    assert hash(one) == hash(two)
    assert str(two) == "[1994-05-31..1994-06-04]"
    assert one != "1994-05-31..1994-06-04"
    for text in ("[1994]", "[1994..1995", "1994..1995]", "[]", "[..]"):
        with pytest.raises(ValueError, match="is no date"):
            PartialDate(text)


def test_the_same_question_has_the_same_answer_whatever_was_asked_before() -> None:
    """Equal datetimes in two zones are two days; what one is asked does not answer the other."""
    utc = dt.datetime(2011, 5, 24, 20, tzinfo=dt.UTC)
    east = utc.astimezone(dt.timezone(dt.timedelta(hours=5)))
    assert utc == east
    answers = [(utc, "observer"), (east, "member")]
    for asked in (answers, answers[::-1]):
        nam = Dataset(load()._store, load()._described)
        assert [nam.status("AZE", on=day) for day, _ in asked] == [answer for _, answer in asked]
