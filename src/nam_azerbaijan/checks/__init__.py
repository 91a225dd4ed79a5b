"""Consistency checks: rules with codes, and the findings they make."""

from __future__ import annotations

from ..findings import Finding, Severity
from . import chairs, codes, dates, meetings, memberships, references, sources
from .rules import RULES, Rule, check

__all__ = ["RULES", "Finding", "Rule", "Severity", "check"]

del chairs, codes, dates, meetings, memberships, references, sources
