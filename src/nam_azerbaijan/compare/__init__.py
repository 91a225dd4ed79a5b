"""Other data sets held against this one.

`cow_igo` takes the column of the Correlates of War data on intergovernmental organizations,
`membership_years` a list of members with years. Both explain each difference by a record, found
by rules that know no particular case, and leave unexplained what no record explains.
"""

from __future__ import annotations

from .admissions import Admission, AdmissionTable, membership_years
from .cow import StateYear, StateYearTable, cow_igo
from .grounds import Ground
from .results import Category, Group, Summary

__all__ = [
    "Admission",
    "AdmissionTable",
    "Category",
    "Ground",
    "Group",
    "StateYear",
    "StateYearTable",
    "Summary",
    "cow_igo",
    "membership_years",
]
