"""The event log. Every change emits one event, in the transaction of the change, on the stream of the thing changed."""

from datetime import datetime
from typing import Any, ClassVar

import msgspec

from . import bus
from .db import Tx
from .permission import Actor

WAKE = "farol.wake"
"""Bus subject, said after a commit: ``<stream> <seq>``, then perhaps a line for staff and one for the customer,
ready to be shown. A hint only; readers also sweep."""

KINDS: dict[str, type["Event"]] = {}


class EventMeta(msgspec.StructMeta):
    """Takes ``kind=`` on the class line, registers it, and refuses a kind that is taken."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], kind: str = "", **options: Any) -> Any:
        made: Any = super().__new__(cls, name, bases, body, **options)
        if kind:
            if kind in KINDS:
                raise TypeError(f"two events share the kind {kind}")
            made.kind = kind
            KINDS[kind] = made
        return made


class Event(msgspec.Struct, metaclass=EventMeta, frozen=True):
    """Base of all events; a subclass names its ``kind`` (past tense) and its fields are the body."""

    kind: ClassVar[str]


class Recorded(msgspec.Struct, frozen=True):
    """An event as it stands in the log."""

    stream: str
    seq: int
    kind: str
    actor: str
    public: bool
    body: dict[str, Any]
    at: datetime

    @property
    def id(self) -> int:
        """The number in the stream's name: 7 for ``ticket:7``."""
        return int(self.stream.rpartition(":")[2])

    def event(self) -> Event:
        """The typed event. Unknown fields are ignored, so that old code reads new events."""
        return msgspec.convert(self.body, KINDS[self.kind])


NEXT = """
insert into stream as s (name, seq) values ($1, 1) on conflict (name) do update set seq = s.seq + 1 returning seq"""
INSERT = "insert into event (stream, seq, kind, actor, public, body) values ($1, $2, $3, $4, $5, $6)"


async def emit(tx: Tx, stream: str, actor: Actor, event: Event, *, public: bool = False, seq: int = 0) -> int:
    """Writes the event and returns its seq. Streams whose thing keeps its own seq pass the one they spent."""
    if not seq:
        seq = await tx.fetchval(NEXT, stream)
    await tx.execute(INSERT, stream, seq, event.kind, actor.ref, public, msgspec.to_builtins(event))
    return seq


async def wake(to: "bus.Bus", stream: str, seq: int, *frames: bytes) -> None:
    """Tells readers that the stream has grown. Call it after the commit."""
    await to.publish(WAKE, b"\n".join((f"{stream} {seq}".encode(), *frames)))
