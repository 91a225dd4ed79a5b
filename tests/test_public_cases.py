"""Inputs of public reports on other libraries, and what this one answers.

`public_cases.json` has the calls: a method, its arguments, and the status, the id or the error
that is the answer.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nam_azerbaijan import Dataset

CASES = json.loads(Path(__file__).with_name("public_cases.json").read_text(encoding="utf-8"))
# Neither status holds for certain in the month in which the one became the other.
VAGUE = pytest.mark.xfail(reason="a month in which the status changed answers None", strict=True)

EARLIER = dt.datetime(2011, 5, 24, 20, tzinfo=dt.UTC)
LATER = EARLIER.astimezone(dt.timezone(dt.timedelta(hours=5)))


def argument(value: Any) -> Any:
    """An argument, one of pandas' where it is described as such."""
    if isinstance(value, dict):
        pandas = pytest.importorskip("pandas")
        return pandas.Period(*value["pandas.Period"])
    return value


def names(answer: Any) -> list[str]:
    """The ids or the status that an answer has."""
    several = answer if isinstance(answer, tuple) else (answer,)
    return [str(getattr(one, "id", one)) for one in several]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["id"], marks=[VAGUE] if case["id"] == "P-DATE-15" else [])
        for case in CASES
    ],
)
def test_public_case(nam: Dataset, case: dict[str, Any]) -> None:
    args = [argument(value) for value in case["args"]]
    kwargs = {name: argument(value) for name, value in case["kwargs"].items()}
    try:
        answers = names(getattr(nam, case["call"])(*args, **kwargs))
    except (LookupError, ValueError) as error:
        answers = [type(error).__name__]
    assert case["expected"] in answers


@pytest.mark.parametrize("first", ["EARLIER", "LATER"])
def test_equal_moments_on_two_days_answer_by_their_day(first: str) -> None:
    """In a new process, so that nothing was asked before."""
    assert EARLIER == LATER
    assert EARLIER.date() != LATER.date()
    second = "LATER" if first == "EARLIER" else "EARLIER"
    code = (
        "import datetime as dt, nam_azerbaijan as n; nam = n.load();"
        "EARLIER = dt.datetime(2011, 5, 24, 20, tzinfo=dt.UTC);"
        "LATER = EARLIER.astimezone(dt.timezone(dt.timedelta(hours=5)));"
        f"print(*(nam.status('AZE', on=day) for day in ({first}, {second})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    statuses = {"EARLIER": "observer", "LATER": "member"}
    assert done.stdout.split() == [statuses[first], statuses[second]]
