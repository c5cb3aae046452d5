"""Frames a client may send, and limits."""

from typing import Any

import msgspec

ROWS = "farol.rows"
"""Bus subject: the id of a ticket whose row in lists changed without an event of its own, such as a clock that began."""
MOST_WAITING = 256
"""Frames queued for one slow socket before it is closed; the client resumes from its cursor."""
MOST_WAITING_BYTES = 1024 * 1024
SEND_S = 10.0
HEAL_S = 2.0
MOST_WATCHED = 200
FRAMES_PER_S = 20.0
PASS_S = 60


class Watch(msgspec.Struct, tag_field="t", tag="watch", forbid_unknown_fields=True):
    """Send what happens in a ticket after a seq, from now on."""

    ticket: int
    after: int


class Unwatch(msgspec.Struct, tag_field="t", tag="unwatch", forbid_unknown_fields=True):
    """No more of this ticket."""

    ticket: int


class Inbox(msgspec.Struct, tag_field="t", tag="inbox", forbid_unknown_fields=True):
    """Send rows of the inbox as they change (staff)."""


class Typing(msgspec.Struct, tag_field="t", tag="typing", forbid_unknown_fields=True):
    """The person at this socket is writing a public message, or stopped."""

    ticket: int
    on: bool


class Ping(msgspec.Struct, tag_field="t", tag="ping", forbid_unknown_fields=True):
    """Answered with a pong."""


Request = Watch | Unwatch | Inbox | Typing | Ping
decoder = msgspec.json.Decoder(Request)


def frame(kind: str, **fields: Any) -> bytes:
    """A frame to the client."""
    return msgspec.json.encode({"t": kind, **fields})


def error(code: str) -> bytes:
    """One of the few fixed refusals: bad_frame, not_found, too_fast. Nothing of the request comes back."""
    return frame("error", code=code)
