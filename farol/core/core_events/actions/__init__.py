"""Every verb: receive a webhook, say what has its turn, repair from the exchange's list, forget what is old."""

from .receiving import receive
from .repairing import repair
from .saying import say_ready
from .tidying import overview, prune

__all__ = ["overview", "prune", "receive", "repair", "say_ready"]
