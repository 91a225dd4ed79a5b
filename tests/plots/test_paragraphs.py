"""What documents say, held against their provisions."""

from __future__ import annotations

import pytest

pytest.importorskip("matplotlib")

from drawing import bars, xs, ys
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex

from nam_azerbaijan import Answer, Dataset, KnownThrough
from nam_azerbaijan.plots.paragraphs import (
    CONFLICT,
    DocumentColumn,
    ToldThrough,
    columns_of,
    wording,
)
from nam_azerbaijan.records.documents import COMPARED

from factory import dataset, row, small


def test_every_provision_is_in_its_column(nam: Dataset) -> None:
    columns = {column.document.id: column for column in columns_of(nam, kinds=None)}
    for document in nam.find_documents(topic=CONFLICT):
        held = [one for one in document.provisions if one.topic == CONFLICT]
        drawn = document.standing == "held" and document.date is not None and bool(held)
        assert (document.id in columns) == drawn
        if drawn:
            for name in COMPARED:
                check(columns[document.id], name, [getattr(one, name) for one in held])
                ways = {one.known_through for one in held if getattr(one, name) == "yes"}
                if ways:
                    assert columns[document.id].cells[name].through in ways


def check(column: DocumentColumn, name: str, said: list[Answer]) -> None:
    answer, through = column.cells[name]
    assert (answer is Answer.YES) == (Answer.YES in said)
    assert (answer is Answer.NO) == all(one is Answer.NO for one in said)
    assert (through is None) == (answer is Answer.UNKNOWN)
    if answer is Answer.NO:
        assert through in (KnownThrough.TEXT, KnownThrough.QUOTATION)


def test_columns_are_in_order_of_time(nam: Dataset) -> None:
    dates = [column.document.date for column in columns_of(nam, kinds=None)]
    keys = [date.sort_key for date in dates if date]
    assert keys == sorted(keys)
    assert len(keys) == len(dates)


def test_cells_differ_by_answer_and_by_how_it_is_known(nam: Dataset) -> None:
    columns = columns_of(nam, kinds=None)
    ax = wording(nam, kinds=None)
    cells = iter(bars(ax))
    looks: dict[ToldThrough, set[tuple[object, ...]]] = {}
    for column in columns:
        for name in COMPARED:
            cell = next(cells)
            look = (to_hex(cell.get_facecolor()), cell.get_hatch(), to_hex(cell.get_edgecolor()))
            looks.setdefault(column.cells[name], set()).add(look)
    assert all(len(held) == 1 for held in looks.values())
    yes = [next(iter(held)) for cell, held in looks.items() if cell.answer is Answer.YES]
    assert len(set(yes)) == len(yes) == len(KnownThrough)
    lines = {(round(sum(xs(line)) / 2), round(ys(line)[0])) for line in ax.lines}
    assert lines == {
        (x, y)
        for x, column in enumerate(columns)
        for y, name in enumerate(COMPARED)
        if column.cells[name].answer is Answer.NO
    }
    plt.close("all")


def test_columns_have_different_labels(nam: Dataset) -> None:
    labels = [label.get_text() for label in wording(nam).get_xticklabels()]
    assert len(set(labels)) == len(labels)
    assert "2012-08 Tehran" in labels
    plt.close("all")


def test_answers_of_several_provisions_are_joined() -> None:
    rows = small()
    provisions = row(rows, "declaration-1")["provisions"]
    more = {**provisions[0], "locator": "8", "occupation": "yes", "known_through": "extract"}
    more["names_state"] = "unknown"
    provisions[0]["names_state"] = "no"
    provisions.append(more)
    cells = columns_of(dataset(rows), "peace")[0].cells
    assert cells["occupation"] == (Answer.YES, KnownThrough.EXTRACT)
    assert cells["names_state"] == (Answer.UNKNOWN, None)


def test_what_cannot_be_drawn_is_refused(nam: Dataset) -> None:
    with pytest.raises(ValueError, match="no document of these kinds has a provision on"):
        wording(nam, kinds=["law"])
    with pytest.raises(ValueError, match="armenia-azerbaijan-conflict"):
        wording(nam, "armenia-azerbaijan-conflct")
    with pytest.raises(ValueError, match="leter"):
        wording(nam, kinds=["leter"])
