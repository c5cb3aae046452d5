"""What is known about a group while its posts are read: which it is, who runs it, which addresses are ours."""

from typing import NamedTuple

from farol.channels.connections.elsewhere import Failed
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Keeps
from farol.channels.messengers.model import Chat, Who
from farol.kit.brief import Brief
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM
from farol.selfserve.community import checking
from farol.selfserve.community.links import Official

from . import store
from .events import GroupFound, GroupLeft
from .model import Room
from .names import Ours

_OF_A_CONNECTION = ("official",)
"""Fields of a connection that list further accounts of ours."""


class Rules(NamedTuple):
    """What names and addresses are held against."""

    official: Official
    ours: Ours


_stewards: Brief[tuple[int, int, str], tuple[Who, ...]] = Brief(300.0, 2_000)
_rules: Brief[tuple[int, int, str], Rules] = Brief(30.0, 2_000)


async def room_of(kit: Kit, connection: Connection, chat: Chat) -> Room:
    """The group, found now if we did not know it."""
    group = chat.parent or chat.id
    found = await store.room_of(kit.db, connection.id, group)
    if found is None:
        async with transaction(kit.db) as tx:
            id_ = await store.add_room(tx, connection.id, group, chat.title[:200])
            seq = await emit(tx, f"group:{id_}", SYSTEM, GroupFound(connection.channel, chat.title[:200])) if id_ else 0
        if id_:
            await wake(kit.bus, f"group:{id_}", seq)
        found = await store.room_of(kit.db, connection.id, group)
        assert found
    if chat.title and chat.title[:200] != found.title:
        await store.name_room(kit.db, found.id, chat.title[:200])
    return found


async def standing(kit: Kit, room: Room, here: bool) -> None:
    """Our bot was taken out of the group, or is back."""
    async with transaction(kit.db) as tx:
        if not await store.set_here(tx, room.id, here):
            return
        seq = await emit(tx, f"group:{room.id}", SYSTEM, GroupLeft(here))
    _stewards.drop((id(kit), room.connection_id, room.chat))
    await wake(kit.bus, f"group:{room.id}", seq)


async def stewards(kit: Kit, connection: Connection, room: Room) -> tuple[Who, ...]:
    """Who runs the group, as the platform said at most five minutes ago; nobody where it does not say."""
    adapter, key = ADAPTERS[connection.channel], (id(kit), connection.id, room.chat)
    if not isinstance(adapter, Keeps):
        return ()
    found = _stewards.get(key)
    if found is None:
        try:
            found = tuple(await adapter.stewards(kit, connection, room.as_chat))
        except Failed:
            found = ()
        _stewards.put(key, found)
    return found


async def rules(kit: Kit, connection: Connection, room: Room) -> Rules:
    """The exchange's addresses, and everybody who is ours in this group."""
    key = (id(kit), connection.id, room.chat)
    found = _rules.get(key)
    if found is None:
        running = await stewards(kit, connection, room)
        given = [name for field in _OF_A_CONNECTION for name in connection.value(field).split()]
        users = [connection.account, *given, *(one.username for one in running)]
        people = [*await store.people(kit.db), *(one.name for one in running)]
        _, official = await checking.rules(kit, kit.db)
        found = Rules(official, Ours(kit.settings.brand, tuple(one.removeprefix("@") for one in users if one), tuple(one for one in people if one)))
        _rules.put(key, found)
    return found


def forget(kit: Kit) -> None:
    """Drops what is remembered, for tests."""
    for kept in (_stewards, _rules):
        for key in [key for key in kept._kept if key[0] == id(kit)]:
            kept.drop(key)
