"""What the exchange told of. Stream: ``exchange:<uid>``; ``exchange`` alone for what concerns nobody in particular."""

from datetime import datetime
from typing import Any

from farol.kit.events import Event


class CoreEventArrived(Event, kind="core_event.arrived", frozen=True):
    """Something happened at the exchange: said once, and of one entity in the order of ``core_seq``, which may leave
    out what the exchange itself no longer has. type: as the exchange named it, such as ``withdrawal.failed``; one
    that nobody knows is nobody's. uid: empty when it concerns nobody in particular. at: when it happened there.
    """

    type: str
    uid: str
    entity_kind: str
    entity_id: str
    core_seq: int
    at: datetime
    data: dict[str, Any]
    core_id: str


def stream_of(uid: str | None) -> str:
    """The stream of a customer's events at the exchange."""
    return f"exchange:{uid}" if uid else "exchange"
