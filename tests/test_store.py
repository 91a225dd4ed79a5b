"""Reading what is asked for, once, also when many ask at the same time."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import nam_azerbaijan
from nam_azerbaijan import DatasetError
from nam_azerbaijan.dataset import Dataset
from nam_azerbaijan.store import HeldLayer, Store
from nam_azerbaijan.text import by_number

from factory import MANIFEST, SMALL, dataset, row, small

THREADS = 24


def race(ask: Any) -> list[Any]:
    """The answers that many threads get, all let loose at once."""
    gate = threading.Barrier(THREADS)
    answers: list[Any] = []

    def run() -> None:
        gate.wait()
        answers.append(ask())

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == THREADS
    return answers


@pytest.mark.parametrize("_", range(5))
def test_threads_race_on_the_first_load(_: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nam_azerbaijan.dataset._packaged", None)
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        answers = race(
            lambda: (
                nam := nam_azerbaijan.load(),
                nam.spell("AZE", on="2012-01-01"),
                nam.members(on="1961-09-06"),
                nam.search("Karabakh"),
            )
        )
    finally:
        sys.setswitchinterval(switch)
    first = answers[0]
    assert first[1] is not None
    assert len(first[2]) == 25
    for answer in answers:
        assert answer[0] is first[0]
        assert answer[1] is first[1]
        assert answer[2:] == first[2:]


def test_a_collection_is_read_when_first_asked_for() -> None:
    asked: list[str] = []

    class Watched(HeldLayer):
        def rows(self, collection: str) -> list[dict[str, Any]]:
            asked.append(collection)
            return super().rows(collection)

    nam = Dataset(Store((Watched(small()),)), MANIFEST)
    assert asked == []
    assert nam.status("arcadia", on="1999-01-01") is not None
    assert sorted(asked) == ["memberships", "states"]
    assert nam.status("arcadia", on="1999-01-01") is not None
    assert sorted(asked) == ["memberships", "states"]


def test_a_repeated_key_is_no_silent_choice() -> None:
    rows = small()
    rows["persons"].append(row(rows, "ada"))
    with pytest.raises(DatasetError) as caught:
        len(dataset(rows).persons)
    assert [str(finding) for finding in caught.value.findings] == [
        "persons.json: ada: id: FMT004 the id stands 2 times; ids are unique"
    ]


def layer(*ids: str, **more: Any) -> HeldLayer:
    return HeldLayer({"memberships": [{"id": key, **more} for key in ids]})


def test_later_layers_win_and_ids_stay_in_order() -> None:
    below = Store((layer("a-2", "a-10", side="below"),))
    both = below.with_layer(layer("a-9", "a-2", side="above"))
    assert [(key, held["side"]) for key, held in both.rows("memberships").items()] == [
        ("a-2", "above"), ("a-9", "above"), ("a-10", "below"),
    ]  # fmt: skip
    assert list(below.rows("memberships")) == ["a-2", "a-10"]
    assert list(layer("b", "a").rows("memberships")) == [{"id": "b"}, {"id": "a"}]
    assert dict(both.rows("votes")) == {}


def test_one_layer_keeps_the_order_of_its_file() -> None:
    assert list(Store((layer("b", "a"),)).rows("memberships")) == ["b", "a"]


def test_a_successors_start_is_the_end() -> None:
    spells: list[dict[str, Any]] = [
        {"id": "a", "start": "1961", "succeeded_by": "b"},
        {"id": "b", "start": "1970", "end": "open", "succeeded_by": None},
        {"id": "c", "start": "1971", "succeeded_by": "nowhere"},
    ]
    rows = Store((HeldLayer({"memberships": spells}),)).rows("memberships")
    assert [row["end"] for row in rows.values()] == ["1970", "open", "unknown"]
    assert "end" not in spells[0]


def test_a_store_travels() -> None:
    store = Store((layer("a"),))
    store.rows("memberships")
    twin = pickle.loads(pickle.dumps(store))
    assert twin.rows("memberships") == store.rows("memberships")
    assert store.rows("memberships") is store.rows("memberships")


def test_the_packaged_data_is_one() -> None:
    assert nam_azerbaijan.load() is nam_azerbaijan.load()


def test_a_first_answer_needs_little(root: Path) -> None:
    """Neither attrs nor cattrs nor dateutil nor any record class is read for a status."""
    code = (
        "import sys, nam_azerbaijan as n; n.load().status('AZE', on='2012-01-01');"
        "print([m for m in sys.modules if m.startswith(('attr', 'cattr', 'dateutil', 'argparse'))],"
        "sorted(m for m in sys.modules if m.startswith('nam_azerbaijan.records.')))"
    )
    needed = [f"nam_azerbaijan.records.{name}" for name in ("constants", "status")]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"[] {needed}"


def test_files_are_in_the_one_format(root: Path) -> None:
    for file in sorted((root / "data").glob("*.json")):
        text = file.read_text(encoding="utf-8")
        value = json.loads(text)
        assert text == json.dumps(value, indent=2, ensure_ascii=False) + "\n", file.name
        if file.name != "dataset.json":
            ids = [one["id"] for one in value]
            assert ids == sorted(ids, key=by_number), file.name


def test_the_small_data_is_not_changed_by_use() -> None:
    before = json.dumps(SMALL)
    nam = dataset()
    nam.members(on="1999-01-01")
    nam.timeline()
    assert json.dumps(SMALL) == before
