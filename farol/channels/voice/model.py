"""Nouns of calls and what may follow what. No I/O."""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Annotated, Literal

import msgspec

Kind = Literal["voice", "video"]
Side = Literal["customer", "staff"]
SignalKind = Literal["offer", "answer", "candidate", "restart", "media"]
CHANNEL = "call"
ASKED_FOR = timedelta(seconds=90)
"""A customer who asks is told after this that nobody could come."""
INVITED_FOR = timedelta(seconds=90)
CONNECT_WITHIN = timedelta(seconds=60)
"""Both agreed and no sound arrived: something between them is in the way."""
SILENT_FOR = timedelta(seconds=25)
"""A side that has not been heard of for so long is gone."""
LONGEST = timedelta(hours=2)
MOST_SIGNALS = 400
MOST_BODY = 64 * 1024
TURN_FOR = timedelta(hours=3)
WHY = ("hung_up", "missed", "declined", "cancelled", "failed", "lost", "too_long")


class Call(msgspec.Struct, frozen=True):
    """A call in a ticket.

    state: asked (the customer waits for somebody) · invited (an agent waits for the customer) · taken (both agreed, the way is
    being found) · live · ended, with ``why``: hung_up, missed, declined, cancelled, failed (no way was found), lost (a side was
    gone), too_long. who: the agent by alias. recording: whether the customer agreed to being recorded, null while not asked.
    """

    id: int
    ticket_id: int
    kind: str
    state: str
    why: str
    who: str
    recording: bool | None
    asked_at: datetime
    taken_at: datetime | None
    live_at: datetime | None
    ended_at: datetime | None


class IceServer(msgspec.Struct, frozen=True):
    """As a browser's RTCPeerConnection takes it."""

    urls: list[str]
    username: str = ""
    credential: str = ""


class Way(msgspec.Struct, frozen=True):
    """How the two may reach each other. relay_only: addresses of the two are not shown to each other."""

    servers: Annotated[list[IceServer], msgspec.Meta(max_length=10)]
    relay_only: bool


class Signal(msgspec.Struct, frozen=True):
    """What one side's browser tells the other's."""

    seq: int
    kind: str
    body: str


class Standing(msgspec.Struct, frozen=True):
    """open: whether a call can be asked for now. call: the one that is not over, else the last one of this minute."""

    open: bool
    call: Call | None
    way: Way | None


class Heard(msgspec.Struct, frozen=True):
    """The call as it is, and what the other side said after a seq."""

    call: Call
    signals: Annotated[list[Signal], msgspec.Meta(max_length=MOST_SIGNALS)]


def turn_credential(secret: str, name: str, until: datetime) -> tuple[str, str]:
    """User and password of a TURN server with a shared secret (``use-auth-secret`` of coturn, draft-uberti-behave-turn-rest)."""
    user = f"{int(until.timestamp())}:{name}"
    return user, base64.b64encode(hmac.new(secret.encode(), user.encode(), hashlib.sha1).digest()).decode()


def spoken(seconds: int) -> str:
    """``3:20``, ``1:02:05``: read alike in every language."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
