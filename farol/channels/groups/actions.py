"""What staff do about groups."""

from datetime import timedelta

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Failed
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Keeps
from farol.channels.messengers.model import Chat, Parcel
from farol.channels.messengers.rendering import escaped
from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotFound

from . import store
from .events import GroupChanged, GroupDeedUndone, GroupRuleHeld
from .model import BUDGET_DAYS, RULES, Room, Settings, over_budget
from .problems import DeedUndone, GroupChangedMeanwhile, PlatformRefused
from .texts import GroupTexts, StaffTexts

NEVER_BACK = ("secret", "personal")
"""What is not put back into a group, whoever asks."""


async def change(kit: Kit, actor: Actor, room_id: int, settings: Settings, version: int) -> Room:
    """Sets how a group is kept. Raises NotFound, GroupChangedMeanwhile, Invalid."""
    if unknown := (set(settings.off) | set(settings.held)) - set(RULES):
        raise Invalid(errors=[{"field": "off", "why": f"no rule {min(unknown)[:40]}"}])
    if settings.ban_at < settings.mute_at:
        raise Invalid(errors=[{"field": "ban_at", "why": "less than mute_at"}])
    async with transaction(kit.db) as tx:
        room = await store.room(tx, room_id, lock=True)
        if room is None:
            raise NotFound
        if room.version != version:
            raise GroupChangedMeanwhile
        await store.set_settings(tx, room_id, settings)
        seq = await emit(tx, f"group:{room_id}", actor, GroupChanged(msgspec.to_builtins(settings)))
        after = await store.room(tx, room_id)
    await wake(kit.bus, f"group:{room_id}", seq)
    assert after
    return after


async def undo(kit: Kit, actor: Actor, deed_id: int, why: str, *, restore: bool) -> store.Deed:
    """Takes a deed back: who was put out may come back and write, a strike counts no more, and the words stand there again if wanted.

    The platform goes first: what it refuses is not called undone. Raises NotFound, DeedUndone, PlatformRefused.
    """
    deed = await store.deed(kit.db, deed_id)
    if deed is None:
        raise NotFound
    if deed.undone_at:
        raise DeedUndone
    room = await store.room(kit.db, deed.room_id)
    connection = await connections.known(kit, room.connection_id) if room else None
    if room is None or connection is None:
        raise NotFound
    restored = restore and bool(deed.message) and deed.did != "noted" and deed.rule not in NEVER_BACK
    try:
        await _at_platform(kit, connection, room, deed, restored=restored)
    except Failed as error:
        raise PlatformRefused(said=error.said) from error
    async with transaction(kit.db) as tx:
        locked = await store.deed(tx, deed_id, lock=True)
        if locked is None or locked.undone_at:
            raise DeedUndone
        await store.undone(tx, deed_id, actor.id, why)
        seq = await emit(tx, f"group:{room.id}", actor, GroupDeedUndone(deed_id, deed.rule, deed.did, restored, why))
        seq = await _budget(tx, actor, room.id, deed.rule) or seq
        after = await store.deed(tx, deed_id)
    await wake(kit.bus, f"group:{room.id}", seq)
    assert after
    return after


async def _at_platform(kit: Kit, connection: Connection, room: Room, deed: store.Deed, *, restored: bool) -> None:
    adapter = ADAPTERS[connection.channel]
    if deed.did in ("muted", "banished") and isinstance(adapter, Keeps):
        await adapter.readmit(kit, connection, room.as_chat, deed.who)
    if restored:
        chat = Chat(deed.chat, "group", room.title, room.chat if deed.chat != room.chat else "")
        lang: Lang = "zh" if room.settings.language == "zh" else "en"
        await adapter.send(kit, connection, chat, Parcel(f"group:back:{deed.id}", GroupTexts(lang).put_back.format(words=escaped(deed.words))))


async def _budget(tx: Tx, actor: Actor, room_id: int, rule: str) -> int:
    """Holds a rule that staff undo too often. Returns the event's seq, 0 for none."""
    room = await store.room(tx, room_id, lock=True)
    done, undone = await store.share(tx, room_id, rule, clock.now() - timedelta(days=BUDGET_DAYS))
    if room is None or rule in room.settings.held or rule not in RULES or not over_budget(done, undone, room.settings.budget):
        return 0
    await store.set_settings(tx, room_id, msgspec.structs.replace(room.settings, held=[*room.settings.held, rule]))
    title = {lang: StaffTexts(lang).held.format(title=room.title, rule=rule) for lang in ("zh", "en")}
    await notify(tx, await people.holders(tx, Can.COMMUNITY_MANAGE), "other", ticket_id=None, title=title, key=f"group.held:{room_id}:{rule}:{undone}")
    return await emit(tx, f"group:{room_id}", actor, GroupRuleHeld(rule, done, undone))
