"""What follows a commit: wake-ups of the log's readers, and frames to the screens of those who take part. All of it may be lost."""

from collections.abc import Iterable

import msgspec

from farol.core.live.model import frame
from farol.core.live.personal import SUBJECT, tell
from farol.core.tickets.log_store import bump
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import WAKE, Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.reactions import Said


class After(msgspec.Struct):
    """Collects what is to be said once the transaction stands."""

    streams: list[tuple[str, int]] = []
    frames: list[tuple[int, bytes]] = []

    def woke(self, stream: str, seq: int) -> None:
        """The stream has grown to this seq."""
        self.streams.append((stream, seq))

    def tell(self, staff_ids: Iterable[int], kind: str, **fields: object) -> None:
        """These members of staff get a frame on all their screens."""
        encoded = frame(kind, **fields)
        self.frames += [(staff_id, encoded) for staff_id in sorted(set(staff_ids))]

    async def say(self, kit: Kit) -> None:
        """Says it all. Call it after the commit."""
        for stream, seq in self.streams:
            await wake(kit.bus, stream, seq)
        for staff_id, encoded in self.frames:
            await tell(kit.bus, "staff", staff_id, encoded)

    def said(self) -> list[Said]:
        """The same for a reaction, which returns it."""
        return [(WAKE, f"{stream} {seq}".encode()) for stream, seq in self.streams] + [
            (SUBJECT, f"staff:{staff_id}\n".encode() + encoded) for staff_id, encoded in self.frames]


async def note(tx: Tx, actor: Actor, ticket_id: int, event: Event, after: After) -> None:
    """Writes the event into the ticket's log, with its next number."""
    stream = f"ticket:{ticket_id}"
    after.woke(stream, await emit(tx, stream, actor, event, seq=await bump(tx, ticket_id)))
