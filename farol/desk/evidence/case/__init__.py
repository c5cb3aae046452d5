"""The case card: a reason's slots with who said what, where sources differ, what the core says, and what to do next."""

from .card import Dealt, Read, card, deal
from .model import Case

__all__ = ["Case", "Dealt", "Read", "card", "deal"]
