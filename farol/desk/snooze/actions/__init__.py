"""Every verb of putting aside: until a time, and until the customer answers."""

from .aside import come_back, snooze, tick, wake_up
from .waiting import REACTION, remind, set_rule, settle

__all__ = ["REACTION", "come_back", "remind", "set_rule", "settle", "snooze", "tick", "wake_up"]
