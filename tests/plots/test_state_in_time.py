"""One state over time, held against asking day by day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from drawing import bars, xs
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from nam_azerbaijan import Dataset, UnknownStateError
from nam_azerbaijan.plots.presence import presences
from nam_azerbaijan.plots.state_in_time import state_history, stretches
from nam_azerbaijan.plots.style import day_place

from factory import dataset, small, spell

PARTIES = ("azerbaijan", "argentina", "serbia", "cyprus", "south-sudan", "plo", "austria")


@given(st.sampled_from(PARTIES), st.dates(dt.date(1961, 9, 1), dt.date(2025, 12, 31)))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_the_bars_of_a_day_are_the_status_of_it(nam: Dataset, key: str, day: dt.date) -> None:
    state = nam.states[key]
    held = stretches(nam, state)
    certain = [one.lane for one in held if one.certain and one.certain[0] <= day < one.certain[1]]
    status, term = nam.status(state, on=day), nam.chair(on=day)
    expected = [status.value] if status else []
    assert certain == expected + ["in the chair"] * (term is not None and term.state == key)
    possible = {one.lane for one in held if one.possible[0] <= day < one.possible[1]}
    assert (nam.status(state, on=day, possible=True) is not None) == bool(possible)


def test_bars_and_marks_lie_on_their_days(nam: Dataset) -> None:
    state = nam.states["azerbaijan"]
    ax = state_history(nam, "AZE")
    spans = {(bar.get_x(), bar.get_x() + bar.get_width()) for bar in bars(ax)}
    for one in stretches(nam, state):
        assert tuple(map(day_place, one.possible)) in spans
        assert one.certain is not None
        assert tuple(map(day_place, one.certain)) in spans
    marks = sorted(xs(line)[0] for line in ax.lines if line.get_marker() in ("o", "X"))
    assert marks == sorted(day_place(one.day) for one in presences(nam, state))
    lanes = [label.get_text() for label in ax.get_yticklabels()]
    assert lanes == ["observer", "member", "in the chair", "summits", "other meetings"]
    plt.close("all")


def test_the_dates_are_written_below(nam: Dataset) -> None:
    said = state_history(nam, "AZE").get_xlabel().split("\n")
    assert "observer from 1994-05-31..1994-06-03 to 2011-05-25" in said
    assert "member from 2011-05-25" in said
    assert "records only some" in state_history(nam, "Armenia").get_xlabel().replace("\n", " ")
    plt.close("all")


def test_a_state_without_record_is_refused(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="nothing is on record of Iceland in the Movement"):
        state_history(nam, "Iceland")
    with pytest.raises(UnknownStateError):
        state_history(nam, "Atlantis")


def test_a_state_with_meetings_only_is_drawn(nam: Dataset) -> None:
    ax = state_history(nam, "Spain")
    assert bars(ax) or ax.lines
    plt.close("all")


def test_a_vague_stretch_is_explained_where_it_can_be_seen() -> None:
    rows = small()
    rows["memberships"] += [spell("carpania", "guest", "1970", "unknown")]
    made = dataset(rows)
    assert samples(state_history(made, "Borduria")) == ["did not"]
    ax = state_history(made, "Carpania")
    assert samples(ax) == ["possible"]
    assert "guest from 1970, its end is unknown" in ax.get_xlabel().replace("\n", " ")
    (one,) = stretches(made, made.states["carpania"])
    assert one.certain is None
    assert len(bars(ax)) == 1
    plt.close("all")


def samples(ax: Axes) -> list[str]:
    legend = ax.get_legend()
    return [text.get_text() for text in legend.get_texts()] if legend else []
