"""Verbs of the queue: a ticket waits, is offered, taken, given back; an agent comes and goes."""

from .agents import add_team, mark_gone, notice, place_staff, set_state
from .callback import ask_callback, call_back
from .hand import forget_route, send_to_team
from .offers import bounce, dispatch, give_back, return_work, take
from .overflow import set_overflow
from .sweep import heal, learn, sweep
from .teams import set_visibility
from .waiting import ask_people, settle

__all__ = [
    "add_team", "ask_callback", "ask_people", "bounce", "call_back", "dispatch", "forget_route", "give_back", "heal", "learn", "mark_gone", "notice",
    "place_staff", "return_work", "send_to_team", "set_overflow", "set_state", "set_visibility", "settle", "sweep", "take",
]
