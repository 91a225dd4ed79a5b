"""Terms of the chair and summits, held against the records."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from drawing import bars, xs
from matplotlib import pyplot as plt

from nam_azerbaijan import Dataset
from nam_azerbaijan.plots.chair_terms import chairs, terms_and_summits
from nam_azerbaijan.plots.style import day_place


@given(st.dates(dt.date(1961, 9, 1), dt.date(2025, 12, 30)))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_the_term_of_a_day_is_that_of_the_chair(nam: Dataset, day: dt.date) -> None:
    term = nam.chair(on=day)
    assert [row.term for row in terms_and_summits(nam) if row.first <= day < row.last] == [term]


def test_every_summit_begins_a_term(nam: Dataset) -> None:
    summits = [row.summit for row in terms_and_summits(nam)]
    assert summits == list(nam.find_meetings(kind="summit"))


def test_bars_and_diamonds_lie_on_their_days(nam: Dataset) -> None:
    rows = terms_and_summits(nam)
    ax = chairs(nam)
    spans = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in bars(ax)]
    assert spans == [(day_place(row.first), day_place(row.last)) for row in rows]
    diamonds = [xs(line)[0] for line in ax.lines if line.get_marker() == "D"]
    opened = [day_place(row.summit.opened.earliest) for row in rows if row.summit]
    assert diamonds == opened
    assert [label.get_text() for label in ax.get_yticklabels()] == [row.name for row in rows]
    plt.close("all")


def test_states_and_places_have_the_names_that_people_look_for(nam: Dataset) -> None:
    rows = terms_and_summits(nam)
    assert [row.name for row in rows] == [nam.states[row.term.state].name for row in rows]
    shown = {text.get_text() for text in chairs(nam).texts}
    assert "Margarita Island" in shown
    plt.close("all")


def test_a_planned_term_is_drawn_when_asked_for(nam: Dataset) -> None:
    known = {row.term.id for row in terms_and_summits(nam)}
    more = [row for row in terms_and_summits(nam, planned=True) if row.term.id not in known]
    assert [row.term.standing for row in more] == ["planned"]
    assert more[0].first > nam.as_of
    lasting = terms_and_summits(nam, planned=True)[-2]
    assert lasting.last == nam.as_of
    hatches = [bar.get_hatch() for bar in bars(chairs(nam, planned=True))]
    assert hatches[-1]
    assert not any(hatches[:-1])
    plt.close("all")
