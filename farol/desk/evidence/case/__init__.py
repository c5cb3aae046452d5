"""The case card: a reason's slots with who said what, where sources differ, what the core says, and what to do next."""

from .card import card
from .model import Case

__all__ = ["Case", "card"]
