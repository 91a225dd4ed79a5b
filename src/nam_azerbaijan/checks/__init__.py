"""Consistency checks: rules with codes, and the findings they make."""

from __future__ import annotations

from . import (
    assertions,
    chairs,
    claims,
    codes,
    coverage,
    dates,
    documents,
    evidence,
    figures,
    ids,
    meeting_evidence,
    meetings,
    memberships,
    principles,
    references,
    sources,
    votes,
)
from .rules import FORM_CODES, RULES, Rule, check

__all__ = ["FORM_CODES", "RULES", "Rule", "check"]

del assertions, chairs, claims, codes, coverage, dates, documents, evidence, figures
del ids, meeting_evidence, meetings, memberships, principles, references, sources, votes
