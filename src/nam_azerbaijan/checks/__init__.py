"""Consistency checks: rules with codes, and the findings they make."""

from __future__ import annotations

from ..findings import Finding, Severity
from . import (
    chairs,
    claims,
    codes,
    dates,
    documents,
    evidence,
    ids,
    meetings,
    memberships,
    principles,
    references,
    sources,
    votes,
)
from .rules import RULES, Rule, check

__all__ = ["RULES", "Finding", "Rule", "Severity", "check"]

del chairs, claims, codes, dates, documents, evidence, ids
del meetings, memberships, principles, references, sources, votes
