"""Work on messengers that may be tried again."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import enqueue_all, every_s, job


class Read(msgspec.Struct, frozen=True):
    """A chat in which something waits to be read."""

    connection_id: int
    chat: str


class Send(msgspec.Struct, frozen=True):
    """A chat into which something waits to go."""

    chat_id: int


@job("messengers.read", Read)
async def read(kit: Kit, due: Read) -> None:
    """Reads the chat's updates, oldest first."""
    from .reading import read_chat

    await read_chat(kit, due.connection_id, due.chat)


@job("messengers.send", Send)
async def send(kit: Kit, due: Send) -> None:
    """Sends the chat's parcels, in order."""
    from .sending import send_chat

    await send_chat(kit, due.chat_id)


@every_s(5, "messengers.left")
async def left(kit: Kit) -> None:
    """Finds chats that wait although nobody reads or sends there: who had their turn was stopped."""
    from . import in_store, out_store

    await enqueue_all(kit.db, read, [Read(*one) for one in await in_store.left(kit.db, 500)])
    await enqueue_all(kit.db, send, [Send(chat) for chat in await out_store.left(kit.db, 500)])


@every_s(3600, "messengers.prune")
async def prune(kit: Kit) -> None:
    """Forgets what is old."""
    from . import delivery_store, in_store, link_store, stolen_store

    await in_store.prune(kit.db, 50_000)
    await delivery_store.prune(kit.db, 50_000)
    await link_store.prune(kit.db)
    await stolen_store.prune(kit.db)
