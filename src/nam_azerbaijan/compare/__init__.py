"""Other data sets held against this one.

`cow_igo` takes the column of the Correlates of War data on intergovernmental organizations. It
explains each difference by a record, found by rules that know no particular case, and leaves
unexplained what no record explains.
"""

from __future__ import annotations

from .cow import StateYear, StateYears, cow_igo
from .results import Category, Ground, Group, Summary

__all__ = [
    "Category",
    "Ground",
    "Group",
    "StateYear",
    "StateYears",
    "Summary",
    "cow_igo",
]
