"""What those on shift should look out for."""

from datetime import timedelta

from farol.core.shield import scrub
from farol.desk.brief import store
from farol.desk.brief.events import WatchEnded, WatchPosted
from farol.desk.brief.model import Watch
from farol.desk.brief.problems import NothingWritten
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

STREAM = "brief:1"


async def post_watch(kit: Kit, actor: Actor, words: str, hours: float) -> Watch:
    """Everybody who comes on shift reads it until then. Raises NothingWritten."""
    text = scrub(words.strip()).text
    if not text:
        raise NothingWritten
    now = clock.now()
    until = now + timedelta(hours=hours)
    async with transaction(kit.db) as tx:
        id_: int = await tx.fetchval(store.ADD_WATCH, text, now, actor.id, until)
        seq = await emit(tx, STREAM, actor, WatchPosted(id_, until.isoformat().replace("+00:00", "Z")))
        found = await store.watch(tx, id_)
    await wake(kit.bus, STREAM, seq)
    assert found
    return found


async def end_watch(kit: Kit, actor: Actor, id_: int) -> None:
    """It no longer matters. Raises NotFound."""
    async with transaction(kit.db) as tx:
        if await tx.fetchval(store.END_WATCH, id_, clock.now(), actor.id) is None:
            raise NotFound
        seq = await emit(tx, STREAM, actor, WatchEnded(id_))
    await wake(kit.bus, STREAM, seq)
