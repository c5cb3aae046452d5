"""Every verb of service levels: clocks that follow events, promises, and the rules both run by."""

from .clocks import REACTION, rebuild, take_in, tick
from .promises import move, promise
from .rules import remove_calendar, remove_policy, save_calendar, save_policy, seed

__all__ = [
    "REACTION", "move", "promise", "rebuild", "remove_calendar", "remove_policy", "save_calendar", "save_policy", "seed", "take_in", "tick",
]
