"""Verbs of transfers: offered, accepted, returned, taken back."""

from .answer import accept, give_back, overtaken, withdraw
from .offer import offer

__all__ = ["accept", "give_back", "offer", "overtaken", "withdraw"]
