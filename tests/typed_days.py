"""Days and frames of numpy and pandas as a user gives them, as far as their types allow."""

from __future__ import annotations

from typing import assert_type

import numpy as np
import pandas as pd

from nam_azerbaijan import Day, Status, Tally, load
from nam_azerbaijan.frames import annotate

nam = load()
days: list[Day] = [
    np.datetime64("2012-08-30"),
    np.int64(2012),
    np.float64(2012.0),
    pd.Timestamp("2012-08-30"),
    pd.Period("2012-08", "M"),
]
for day in days:
    assert_type(nam.status("AZE", on=day), Status | None)
assert_type(nam.status("AZE", on=np.datetime64("2012-08")), Status | None)
assert_type(nam.status("AZE", on=pd.Period("2012", "Y")), Status | None)
assert_type(nam.status(np.int64(373), on=pd.Timestamp("2012-08-30")), Status | None)
assert_type(nam.find_meetings(since=pd.Timestamp("2012-01-01"))[0].number, int | None)
votes = pd.DataFrame([{"rcid": 1, "country": "Cuba", "vote": "yes", "date": "1990-01-01"}])
assert_type(nam.tally(votes), Tally)
assert_type(nam.tallies(votes)["1"], Tally)
frame = pd.DataFrame({"who": ["AZE"], "year": [2012]})
assert_type(annotate(frame, nam, state="who", on="year", partial="first"), pd.DataFrame)
