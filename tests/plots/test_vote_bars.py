"""Votes by group, held against the tally."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

pytest.importorskip("matplotlib")

from drawing import bars
from matplotlib import pyplot as plt

from nam_azerbaijan import CoverageError, Dataset
from nam_azerbaijan.errors import UnknownRecordError
from nam_azerbaijan.plots.vote_bars import votes_by_group


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    plt.close("all")


@pytest.mark.parametrize("by", ["status", "region", "oic"])
def test_the_pieces_are_as_long_as_the_counts(nam: Dataset, by: str) -> None:
    tally = nam.tally("A/RES/62/243", by=by)
    groups = [held for held in tally.values() if any(held.values())]
    expected = [number for held in (*groups, tally.total) for number in held.values()]
    pieces = bars(votes_by_group(nam, "A/RES/62/243", by=by))
    assert [piece.get_width() for piece in pieces] == expected
    for one, two in itertools.pairwise(pieces):
        if one.get_y() == two.get_y():
            assert one.get_x() + one.get_width() == two.get_x()


def test_the_counts_stand_above_the_bars(nam: Dataset) -> None:
    said = [text.get_text() for text in votes_by_group(nam, "A/RES/62/243").texts]
    assert "member 117: 32 yes, 3 no, 46 abstain, 36 absent" in said
    assert said[-1] == "all 192: 39 yes, 7 no, 100 abstain, 46 absent"


def test_choices_are_told_apart_without_colour(nam: Dataset) -> None:
    looks = {
        (piece.get_facecolor(), piece.get_hatch())
        for piece in bars(votes_by_group(nam, "A/RES/62/243"))
    }
    assert len(looks) == 4


def test_a_tally_of_own_rows_is_drawn(nam: Dataset) -> None:
    rows = [
        {"rcid": 1, "country": country, "vote": vote, "date": "1985-12-12"}
        for country, vote in (("Cuba", "yes"), ("Yugoslavia", "yes"), ("Norway", "no"))
    ]
    ax = votes_by_group(nam, nam.tally(rows))
    assert ax.get_title(loc="left").startswith("1 by status in the Movement")
    assert ax.texts[0].get_text() == "member 2: 2 yes"


def test_what_cannot_be_drawn_is_refused(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="grouped already"):
        votes_by_group(nam, nam.tally("A/RES/62/243"), by="region")
    with pytest.raises(ValueError, match="grouped already"):
        votes_by_group(nam, nam.tally("A/RES/62/243"), on="2000-01-01")
    with pytest.raises(UnknownRecordError):
        votes_by_group(nam, "A/RES/0/0")
    with pytest.raises(CoverageError):
        votes_by_group(nam, "vote-a-res-76-175")
