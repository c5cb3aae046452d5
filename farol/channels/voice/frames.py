"""What screens hear of calls."""

from farol.core.live.model import frame

from .model import Call


def call(now: Call) -> bytes:
    """Something happened to a call: look again."""
    return frame("call", ticket=now.ticket_id, call=now.id, state=now.state)
