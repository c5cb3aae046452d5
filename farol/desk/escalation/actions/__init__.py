"""Verbs of escalation: a ticket goes on a ladder, its steps come, somebody acknowledges, hands back, solves."""

from .answers import acknowledge, hand_back, solve
from .ladders import remove_ladder, save_ladder, seed
from .start import escalate, on_breach, on_broken_promise, on_ticket_ended
from .tick import tick

__all__ = [
    "acknowledge", "escalate", "hand_back", "on_breach", "on_broken_promise", "on_ticket_ended", "remove_ladder", "save_ladder", "seed",
    "solve", "tick",
]
