"""The sides of disputes, held against their claims and statements."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("matplotlib")

from drawing import overlaps, render, texts, xs
from matplotlib import pyplot as plt
from matplotlib.lines import Line2D

from nam_azerbaijan import Dataset, PartialDate, SourceKind
from nam_azerbaijan.errors import UnknownRecordError
from nam_azerbaijan.plots.sides import Scale, dispute_sides, scale_of, sides_of
from nam_azerbaijan.plots.style import day_place

MEMBER = "dispute-azerbaijan-nam-member-start"


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    plt.close("all")


def test_every_claim_and_statement_of_every_dispute_is_a_side(nam: Dataset) -> None:
    for dispute in nam.disputes():
        sides = sides_of(nam, dispute)
        assert [side.said for side in sides] == [*dispute.claims, *dispute.assertions]
        for side in sides:
            assert side.kind is nam.sources[side.said.sources[0].source].kind


@pytest.mark.parametrize(
    ("key", "scale"),
    [
        (MEMBER, Scale.DAYS),
        ("dispute-summit-baku-2019-figures-participants", Scale.NUMBERS),
        ("dispute-papua-new-guinea-nam-member-start", Scale.DAYS),
        ("dispute-votes-of-members-on-62-243", Scale.WORDS),
        ("dispute-why-azerbaijan-joined", Scale.WORDS),
        ("dispute-oic-name", Scale.WORDS),
    ],
)
def test_scales(nam: Dataset, key: str, scale: Scale) -> None:
    assert scale_of(sides_of(nam, nam.dispute(key))) is scale


def marks(lines: list[Line2D]) -> list[Line2D]:
    return [line for line in lines if line.get_marker() not in ("None", None, "")]


def test_days_lie_where_they_are(nam: Dataset) -> None:
    ax = dispute_sides(nam, MEMBER)
    found = {xs(line) for line in marks(list(ax.lines))}
    expected = set()
    for side in (one for one in sides_of(nam, nam.dispute(MEMBER)) if one.valued):
        date = PartialDate(str(side.said.value))
        ends = dict.fromkeys([date.earliest, date.latest])
        expected.add(tuple(day_place(day) for day in ends))
    assert found == expected


def test_numbers_lie_where_they_are(nam: Dataset) -> None:
    ax = dispute_sides(nam, "dispute-summit-baku-2019-figures-participants")
    found = sorted(xs(line)[0] for line in marks(list(ax.lines)))
    assert found == [158, 158, 159, 160]
    assert "120 UN member states" in ax.get_xlabel().replace("\n", " ")


def test_the_value_of_the_data_is_filled(nam: Dataset) -> None:
    dispute = nam.dispute(MEMBER)
    held = [line for line in marks(list(dispute_sides(nam, dispute).lines)) if filled(line)]
    preferred = next(claim for claim in dispute.claims if claim.preferred)
    assert [xs(line)[0] for line in held] == [day_place(PartialDate(preferred.value).earliest)]


def filled(line: Line2D) -> bool:
    return line.get_markerfacecolor() == line.get_markeredgecolor()


def test_statements_are_written_out(nam: Dataset) -> None:
    dispute = nam.dispute("dispute-why-azerbaijan-joined")
    said = " ".join(text.get_text() for text in dispute_sides(nam, dispute).texts)
    for one in dispute.assertions:
        assert one.statement in said


def test_every_kind_of_source_has_a_mark_of_its_own(nam: Dataset) -> None:
    shown: dict[SourceKind, set[object]] = {}
    for dispute in nam.disputes()[::9]:
        sides = sides_of(nam, dispute)
        if scale_of(sides) is Scale.WORDS:
            lines = marks(list(dispute_sides(nam, dispute).lines))
            for side, line in zip(sides, lines, strict=True):
                shown.setdefault(side.kind, set()).add(line.get_marker())
            plt.close("all")
    assert all(len(held) == 1 for held in shown.values())
    assert len(set().union(*shown.values())) == len(shown) > 4


def test_other_disputes_have_room_too(nam: Dataset) -> None:
    for dispute in nam.disputes()[::25]:
        ax = dispute_sides(nam, dispute)
        renderer = render(ax)
        assert overlaps(ax, renderer) == [], dispute.id
        for text in texts(ax):
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, (dispute.id, text.get_text())
            assert box.x1 <= ax.figure.bbox.x1 + 1, (dispute.id, text.get_text())
        plt.close("all")


def test_an_unknown_dispute_is_refused(nam: Dataset) -> None:
    with pytest.raises(UnknownRecordError):
        dispute_sides(nam, "dispute-nothing")
