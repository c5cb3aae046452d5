"""An event of the exchange becomes messages that wait: one for its customer, or one for each who has something on the way."""

from datetime import timedelta

from farol.core.core_events.events import CoreEventArrived
from farol.desk.plays import jobs, store
from farol.desk.plays.model import VALID_FOR, Play, Say, Spread, due, play_for, plays
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.jobs import enqueue

PAGE = 500
BACK = timedelta(days=7)
"""How far back something can have set out that is still under way."""
TOLD_BACK = timedelta(days=30)
NETWORKS = ("network_suspended", "network_resumed")


async def hear(tx: Tx, event: CoreEventArrived) -> None:
    """Queues what follows. An event that came late, after a gap was repaired, is news no more."""
    play = play_for(event.type)
    if play is None or clock.now() - event.at > VALID_FOR:
        return
    if play.key in NETWORKS:
        await enqueue(tx, jobs.spread, Spread(play.key, event.core_id, event.at, event.entity_id, event.data), key=f"plays.spread:{event.core_id}")
    elif event.uid:
        await _wait(tx, play, event.uid, event)


async def _wait(tx: Tx, play: Play, uid: str, event: CoreEventArrived) -> None:
    now = clock.now()
    at = due(play, now, (await store.reached(tx, uid)).time_zone)
    id_ = await store.add(
        tx, play=play.key, topic=play.topic, uid=uid, core_id=event.core_id, entity=(event.entity_kind, event.entity_id),
        data={**event.data, "event": event.type}, happened_at=event.at, due_at=at)
    if id_ is not None:
        await enqueue(tx, jobs.say, Say(id_), delay_s=max(0.0, (at - now).total_seconds()), key=f"plays.say:{id_}")


async def spread(kit: Kit, given: Spread) -> int:
    """A message for everybody who has something of that coin and network on its way, and of a network that is back for those who
    were told of its pause: how many. A page a transaction; running it again adds nobody twice."""
    coin, network = str(given.data.get("coin", "")), str(given.data.get("network", ""))
    event = CoreEventArrived("", "", "network", given.entity_id, 0, given.at, given.data, given.core_id)
    made = 0
    for told in (False, True) if given.play == "network_resumed" else (False,):
        after = ""
        while True:
            async with db.transaction(kit.db) as tx:
                if told:
                    uids = await store.told(tx, coin, network, clock.now() - TOLD_BACK, after, PAGE)
                else:
                    uids = await store.under_way(tx, coin, network, clock.now() - BACK, after, PAGE)
                for uid in uids:
                    await _wait(tx, plays()[given.play], uid, event)
            made += len(uids)
            if len(uids) < PAGE:
                break
            after = uids[-1]
    return made

