"""Statements of sources decided by the data: the computations and the verdicts."""

from .values import Ruling
from .verify import Verdict, verify

__all__ = ["Ruling", "Verdict", "verify"]
