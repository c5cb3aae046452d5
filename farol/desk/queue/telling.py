"""What follows a commit: wake-ups of the log's readers, a word to one agent, a push to whoever gives out tickets.

All of it may be lost; readers sweep, the console asks for its state, and the queue is swept every second.
"""

import asyncio
from datetime import UTC, datetime

import msgspec

from farol.core.live.personal import tell
from farol.kit.core import Kit
from farol.kit.events import wake

PUSH = "farol.queue"
"""Bus subject: somebody became free or something came."""
SOON_S = 0.05


class After(msgspec.Struct):
    """Collects what is to be said once the transaction stands."""

    streams: list[tuple[str, int]] = []
    words: list[tuple[int, bytes]] = []

    def woke(self, stream: str, seq: int) -> None:
        """The stream has grown to this seq."""
        self.streams.append((stream, seq))

    def offer(self, staff_id: int, ticket_id: int, deadline: str | None) -> None:
        """The agent is to see an offer; without deadline, that it is over."""
        self.words.append((staff_id, msgspec.json.encode({"t": "offer", "ticket": ticket_id, "deadline": deadline})))

    def state(self, staff_id: int, state: str, note: str) -> None:
        """The agent is to see where they are now."""
        self.words.append((staff_id, msgspec.json.encode({"t": "state", "state": state, "note": note})))

    async def say(self, kit: Kit) -> None:
        """Says it all. Call it after the commit."""
        for stream, seq in self.streams:
            await wake(kit.bus, stream, seq)
        for staff_id, frame in self.words:
            await tell(kit.bus, "staff", staff_id, frame)

    def say_soon(self, kit: Kit) -> None:
        """For reactions, which end before their commit: says it, and pushes, a moment later."""
        kit.background(self._soon(kit))

    async def _soon(self, kit: Kit) -> None:
        await asyncio.sleep(SOON_S)
        await self.say(kit)
        await push(kit)


def rfc3339(at: datetime) -> str:
    """A time as the API writes it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


async def push(kit: Kit) -> None:
    """Lets a worker look at the queue now instead of within a second."""
    await kit.bus.publish(PUSH, b"")
