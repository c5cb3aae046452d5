"""Verbs around shifts."""

from .handover import hand_over
from .log import write
from .read import read
from .watch import end_watch, post_watch

__all__ = ["end_watch", "hand_over", "post_watch", "read", "write"]
