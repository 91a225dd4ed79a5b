"""Consistency checks: rules with codes, and the findings they make."""

from __future__ import annotations

from . import (
    assertion_evidence,
    assertions,
    chairs,
    claim_evidence,
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

del (
    assertion_evidence,
    assertions,
    chairs,
    claim_evidence,
    claims,
    codes,
    coverage,
    dates,
    documents,
    evidence,
)
del figures, ids, meeting_evidence, meetings, memberships, principles, references, sources, votes
