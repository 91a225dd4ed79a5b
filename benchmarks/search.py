"""How often a search finds what was asked for, and how fast, as ratios in one run.

`python benchmarks/search.py` asks the questions of `tests/lookup/questions.json`, which people
would ask in their own words, and prints how many find a wanted record first, among the first five
and among the first ten; then it times the first search of a process against reading all
collections, and later ones against a plain scan of all text. `--misses` lists the questions whose
wanted record is not among the first five.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import nam_azerbaijan
from nam_azerbaijan import Dataset

QUESTIONS = Path(__file__).parent.parent / "tests" / "lookup" / "questions.json"
PLACES = (1, 5, 10)

TIMED = """
import time, nam_azerbaijan
nam = nam_azerbaijan.load()
start = time.perf_counter()
{job}
print(time.perf_counter() - start)
"""
FIRST = 'nam.search("Karabakh")'
READ_ALL = "[list(collection) for collection in nam.collections.values()]"


def rank(nam: Dataset, question: dict[str, Any]) -> int | None:
    """The place, from 1, of the first wanted record; `None` where none was found."""
    found = [record.id for record in nam.search(question["asked"])]
    return min((found.index(key) + 1 for key in question["wanted"] if key in found), default=None)


def first_answer(job: str) -> float:
    """Seconds that a job takes in a new process, without starting it."""
    code = TIMED.format(job=job)
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def scan(nam: Dataset, word: str) -> list[str]:
    """The ids of the records that have a word, the long way."""
    return [
        record.id
        for collection in nam.collections.values()
        for record in collection
        if word in json.dumps(record.to_dict(), ensure_ascii=False).lower()
    ]


def seconds(job: Any) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def line(title: str, peer: str, ratios: list[float], bound: str) -> str:
    """A line of the table: the median of the ratios and their range."""
    middle = statistics.median(ratios)
    return f"| {title} | {peer} | {middle:.3f} ({min(ratios):.3f} to {max(ratios):.3f}) | {bound} |"


def main() -> int:
    """Ask the questions, run the timings and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="pairs of processes")
    parser.add_argument("--misses", action="store_true", help="list what is not among five")
    arguments = parser.parse_args()
    nam = nam_azerbaijan.load()
    questions = json.loads(QUESTIONS.read_text(encoding="utf-8"))
    places = [(question, rank(nam, question)) for question in questions]
    print("| asked | number | first | among five | among ten |")
    print("|---|---|---|---|---|")
    for kind, title in (("question", "whole questions"), ("subject", "bare subjects")):
        ranks = [place or sys.maxsize for question, place in places if question["kind"] == kind]
        counts = " | ".join(str(sum(place <= most for place in ranks)) for most in PLACES)
        print(f"| {title} | {len(ranks)} | {counts} |")
    if arguments.misses:
        for question, place in places:
            if place is None or place > PLACES[1]:
                print(f"{place}: {question['asked']}")
    print()
    print("| job | peer | ratio (range) | at most |")
    print("|---|---|---|---|")
    first_answer(FIRST)
    ratios = [first_answer(FIRST) / first_answer(READ_ALL) for _ in range(arguments.runs)]
    print(line("first search in a process", "reading all collections", ratios, "1.5"))
    texts = [question["asked"] for question in questions]
    ratios = [
        seconds(lambda: [nam.search(text) for text in texts])
        / len(texts)
        / seconds(lambda: scan(nam, "karabakh"))
        for _ in range(arguments.runs)
    ]
    print(line("later search", "a plain scan of all text", ratios, "0.05"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
