"""Everything is right again after nothing ran for an hour, with one worker or several."""

import asyncio

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.model import Team
from farol.desk.queue.tests.conftest import Desk
from farol.kit.permission import SYSTEM
from tests.world import World, later


async def test_an_hour_without_workers(desk: Desk) -> None:
    mallory, mei = await desk.world.customer(cast.MALLORY), await desk.world.customer()
    ana = await desk.agent(cast.ANA)
    offered = await desk.ticket(mallory)
    await desk.now()
    assert await desk.offers(ana) == [offered]
    unseen = (await desk.world.open(mei, "你好", language="zh"))["ticket"]["id"]  # nobody reacts
    later(hours=1)
    sol = await desk.agent(cast.SOL)
    await asyncio.gather(*(desk.world.react() for _ in range(3)))
    await asyncio.gather(*(actions.sweep(desk.kit) for _ in range(4)))
    await desk.now()
    assert (await ana.ok("GET", "/me/state"))["state"] == "offline"
    assert sorted(await desk.offers(sol)) == [offered, unseen]
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'queue.bounced'") == 1
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'queue.offered'") == 3


async def test_tickets_older_than_the_team_find_it(world: World) -> None:
    mallory = await world.customer(cast.MALLORY)
    ticket = (await world.open(mallory, "你好", language="zh"))["ticket"]["id"]
    await world.react()
    assert await world.kit.db.fetchval("select count(*) from queue_entry") == 0
    await actions.add_team(world.kit, SYSTEM, Team(0, "l1", "一线", "First line", [""], [], 3, 30, 120, 60))
    await actions.heal(world.kit)
    assert await world.kit.db.fetchval("select ticket_id from queue_entry where left_at is null") == ticket
    await actions.heal(world.kit)
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'queue.entered'") == 1


async def test_a_silent_conversation_frees_its_slot(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    await ana.ok("POST", f"/tickets/{ticket}/take")
    await desk.world.say(ana, ticket, "已确认")
    assert (await ana.ok("GET", "/me/state"))["slots"]["used"] == 1
    later(seconds=181)
    await actions.heal(desk.kit)
    assert (await ana.ok("GET", "/me/state"))["slots"]["used"] == 0
    assert await desk.kit.db.fetchval("select done_at is not null from queue_entry")
