"""Other data sets held against this one.

`cow_igo` takes the column of the Correlates of War data on intergovernmental organizations,
`membership_years` a list of members with years. Both explain each difference by a record, found
by rules that know no particular case, and leave unexplained what no record explains.
"""

from __future__ import annotations

from .admissions import Admission, Admissions, membership_years
from .cow import StateYear, StateYears, cow_igo
from .results import Category, Ground, Group, Summary

__all__ = [
    "Admission",
    "Admissions",
    "Category",
    "Ground",
    "Group",
    "StateYear",
    "StateYears",
    "Summary",
    "cow_igo",
    "membership_years",
]
