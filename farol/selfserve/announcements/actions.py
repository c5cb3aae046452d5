"""Publishing, correcting and withdrawing."""

from uuid import UUID

from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import model, store
from .events import AnnouncementCorrected, AnnouncementPublished, AnnouncementWithdrawn
from .model import Announcement, Said
from .problems import AnnouncementMoved, AnnouncementRefused


async def publish(kit: Kit, actor: Actor, client_id: UUID, said: Said) -> Announcement:
    """Tells everybody. The same client id again returns what it published. Raises AnnouncementRefused, and what the guard of replies raises."""
    async with transaction(kit.db) as tx:
        await _judge(tx, actor, said)
        made = await store.publish(tx, client_id, said)
        if made is None:
            found = await store.again(tx, client_id)
            assert found
            return found
        event = AnnouncementPublished(about=made.kind, title_zh=made.title_zh, title_en=made.title_en)
        seq = await emit(tx, _stream(made.id), actor, event, public=True)
    await wake(kit.bus, _stream(made.id), seq)
    return made


async def correct(kit: Kit, actor: Actor, announcement_id: int, version: int, said: Said) -> Announcement:
    """Other words in its place. Raises NotFound, AnnouncementMoved, AnnouncementRefused, and what the guard of replies raises."""
    async with transaction(kit.db) as tx:
        await _judge(tx, actor, said)
        before = _current(await store.lock(tx, announcement_id), version)
        after = await store.correct(tx, announcement_id, said)
        words = {name: getattr(before, name) for name in ("title_zh", "title_en", "body_zh", "body_en")}
        seq = await emit(tx, _stream(after.id), actor, AnnouncementCorrected(version=after.version, before=words), public=True)
    await wake(kit.bus, _stream(after.id), seq)
    return after


async def withdraw(kit: Kit, actor: Actor, announcement_id: int, version: int) -> None:
    """Takes it off the pages; again changes nothing. Raises NotFound, AnnouncementMoved."""
    async with transaction(kit.db) as tx:
        found = await store.lock(tx, announcement_id)
        if found and found.withdrawn_at:
            return
        _current(found, version)
        await store.withdraw(tx, announcement_id)
        seq = await emit(tx, _stream(announcement_id), actor, AnnouncementWithdrawn(version=version + 1), public=True)
    await wake(kit.bus, _stream(announcement_id), seq)


def _current(found: Announcement | None, version: int) -> Announcement:
    if found is None:
        raise NotFound
    if found.withdrawn_at or found.version != version:
        raise AnnouncementMoved
    return found


async def _judge(tx: Tx, actor: Actor, said: Said) -> None:
    if wrong := model.faults(said):
        raise AnnouncementRefused(errors=wrong)
    await check_told(tx, actor, f"{said.title_zh}\n{said.body_zh}", f"{said.title_en}\n{said.body_en}")


def _stream(announcement_id: int) -> str:
    return f"announcement:{announcement_id}"
