"""Checks what was written against what it was written from: every figure, id, link and date must stand in the evidence.

Pure functions; no model takes part. A fact that is not certain to be the same counts as missing: then the verbatim
passage is used, which costs nothing but elegance.
"""

from .check import LONGEST_ANSWER, ungrounded
from .facts import facts
from .model import Fact, Kind

needs = ("chains",)

__all__ = ["LONGEST_ANSWER", "Fact", "Kind", "facts", "needs", "ungrounded"]
