"""Reading what is asked for, once, also when many ask at the same time."""

from __future__ import annotations

import json
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
    with pytest.raises(DatasetError, match=r"persons\.json: ada: id: FMT004 the id stands 2 times"):
        len(dataset(rows).persons)


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
