"""Rooms that many read: whoever keeps groups, or gathers posts, takes what happens there."""

from collections.abc import Awaitable, Callable

from farol.channels.connections.model import Connection
from farol.kit.core import Kit

from .model import Happening, Room

Handler = Callable[[Kit, Connection, Happening], Awaitable[bool]]
"""True: it is done with; False: the next may have it."""
HANDLERS: dict[Room, list[Handler]] = {"private": [], "group": [], "post": []}


def register(room: Room, handler: Handler) -> Handler:
    """Adds one; asked in the order of their registration. In private chats they are asked before words become a ticket's."""
    HANDLERS[room].append(handler)
    return handler


async def handled(kit: Kit, connection: Connection, room: Room, happening: Happening) -> bool:
    """Whether somebody took it."""
    for each in HANDLERS[room]:
        if await each(kit, connection, happening):
            return True
    return False
