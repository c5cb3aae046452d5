"""Verbs of transfers: offered, accepted, returned, taken back."""

from .answer import accept, give_back, overtaken, withdraw
from .offer import offer
from .to_queue import note_in, to_queue, to_queue_in

__all__ = ["accept", "give_back", "note_in", "offer", "overtaken", "to_queue", "to_queue_in", "withdraw"]
