"""One try to hand a mail over, and how long until the next."""

from datetime import datetime, timedelta

import msgspec

from farol.kit import clock
from farol.kit.core import Kit

from . import dsn, servers, transport

ANSWERABLE = timedelta(days=365)
"""How long after our last mail an answer still joins the ticket."""
GIVE_UP = timedelta(days=3)
LONGEST_PAUSE_S = 300
CLAIM_S = transport.LONGEST_S + 30


class End(msgspec.Struct, frozen=True):
    """How one try ended. state: ``sent``, ``failed`` for good, ``suppressed``, or ``away`` while it is worth trying again, with the seconds
    until then where they are known. said: by the other server. gone: there is no such mailbox."""

    state: str
    said: str = ""
    after_s: float = 0.0
    gone: bool = False


async def attempt(kit: Kit, sender: str, recipient: str, raw: bytes, since: datetime) -> End:
    """Hands a mail over once. sender: where bounces go. since: from when on it is tried."""
    try:
        await transport.hand_over(kit, sender, recipient, raw, await servers.of(kit, raw))
    except transport.Refused as refusal:
        return End("failed", str(refusal), gone=refusal.recipient and dsn.gone(dsn.status_in(str(refusal)), str(refusal)))
    except transport.Away as gone:
        return End("away" if clock.now() - since < GIVE_UP else "failed", str(gone), gone.after_s)
    return End("sent")


def pause_s(attempts: int) -> float:
    """Seconds until the next try: each pause twice the last, up to the longest."""
    return float(min(5 * 2**min(attempts, 10), LONGEST_PAUSE_S))
