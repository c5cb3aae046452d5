"""Feeds: added once they answer, asked now and then, ended."""

import structlog

from farol.channels.opinions import watch_store
from farol.channels.opinions.actions.gathering import take_in
from farol.channels.opinions.events import WatchAdded, WatchEnded
from farol.channels.opinions.feeds import NoFeed, items
from farol.channels.opinions.model import Item
from farol.channels.opinions.problems import WatchUnreadable
from farol.kit import clock, outbound
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

log = structlog.get_logger()
LARGEST = 2 * 1024 * 1024


async def _asked(kit: Kit, source: str, url: str) -> list[Item]:
    """What stands there now. Raises NoFeed, outbound.Failure."""
    async with outbound.client(kit, purpose="opinions", most=LARGEST, seconds=15.0) as client:
        answer = await client.get(url)
    if answer.status_code != 200:
        raise NoFeed(f"status {answer.status_code}")
    return items(answer.content, source, clock.now())


async def add(kit: Kit, actor: Actor, source: str, name: str, url: str) -> int:
    """Asked at once, so that a wrong address is told now. Raises WatchUnreadable, and what ``farol.kit.outbound`` refuses."""
    try:
        found = await _asked(kit, source, url)
    except NoFeed:
        raise WatchUnreadable from None
    async with transaction(kit.db) as tx:
        id_ = await watch_store.add(tx, source, name, url, actor.id)
        seq = await emit(tx, f"opinion_watch:{id_}", actor, WatchAdded(source, url))
    await wake(kit.bus, f"opinion_watch:{id_}", seq)
    await _keep(kit, id_, found)
    return id_


async def end(kit: Kit, actor: Actor, id_: int) -> None:
    """Asked no more; what it brought stays. Raises NotFound."""
    async with transaction(kit.db) as tx:
        if not await watch_store.end(tx, id_):
            raise NotFound
        seq = await emit(tx, f"opinion_watch:{id_}", actor, WatchEnded())
    await wake(kit.bus, f"opinion_watch:{id_}", seq)


async def ask(kit: Kit, id_: int) -> int:
    """Asks one feed. Returns how many entries were new."""
    watch = await watch_store.watch(kit.db, id_)
    if watch is None:
        return 0
    try:
        found = await _asked(kit, watch.source, watch.url)
    except (NoFeed, outbound.Failure) as failure:
        log.info("opinions.feed_silent", watch=id_, why=type(failure).__name__)
        await watch_store.asked(kit.db, id_, f"{type(failure).__name__}: {failure}"[:200])
        return 0
    return await _keep(kit, id_, found)


async def _keep(kit: Kit, id_: int, found: list[Item]) -> int:
    new = 0
    for item in found:
        new += await take_in(kit, item, watch_id=id_) is not None
    await watch_store.asked(kit.db, id_)
    return new
