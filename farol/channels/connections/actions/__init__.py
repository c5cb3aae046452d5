"""Every verb on a connection."""

from .connecting import change, connect, probe, remove
from .failing import came, failed, refused, remember, worked
from .knowing import known, known_by_token, of_channel, offered
from .pausing import pause, pause_all, resume
from .spending import may_spend, price, spend

__all__ = [
    "came", "change", "connect", "failed", "known", "known_by_token", "may_spend", "of_channel", "offered", "pause", "pause_all", "price",
    "probe", "refused", "remember", "remove", "resume", "spend", "worked",
]
