"""Work goes back when its agent does not do it."""

from farol.app.demo import cast
from farol.desk.queue.tests.conftest import Desk
from tests.wire import screen
from tests.world import later


async def test_who_has_no_screen_is_offline_and_their_unanswered_work_returns(desk: Desk) -> None:
    mallory, mei = await desk.world.customer(cast.MALLORY), await desk.world.customer()
    ana = await desk.agent(cast.ANA)
    waits, answered = await desk.ticket(mallory), await desk.ticket(mei)
    for ticket in (waits, answered):
        await ana.ok("POST", f"/tickets/{ticket}/take")
    await desk.world.say(ana, answered, "看到了")
    entered = await desk.kit.db.fetchval("select entered_at from queue_entry where ticket_id = $1", waits)
    later(seconds=61)
    await desk.now()
    assert (await ana.ok("GET", "/me/state"))["state"] == "offline"
    assert await desk.owner(waits) == "Ana Duarte", "she may be back in a moment"
    later(seconds=61 + 121)
    await desk.now()
    assert await desk.owner(waits) is None
    assert await desk.owner(answered) == "Ana Duarte", "nobody waits for her there"
    row = await desk.kit.db.fetchrow("select * from queue_entry where ticket_id = $1 and left_at is null", waits)
    assert row
    assert row["entered_at"] == entered, "with the time it had"
    sol = await desk.agent(cast.SOL)
    await desk.now()
    assert await desk.offers(sol) == [waits]
    assert await desk.kinds(waits) == ["entered", "taken", "returned", "entered", "offered"]


async def test_a_connected_screen_keeps_an_agent_there(desk: Desk) -> None:
    ana = await desk.agent(cast.ANA)
    wire = await screen(desk.world, ana)
    later(seconds=61)
    await desk.world.hub.rounds.seen()
    await desk.now()
    assert (await ana.ok("GET", "/me/state"))["state"] == "available"
    await wire.close()


async def test_a_screen_that_comes_back_soon_brings_the_agent_back(desk: Desk) -> None:
    """After a restart of everything nobody has to say again where they are; after a night they have to."""
    ana = await desk.agent(cast.ANA)
    for away, back in ((61, True), (3600, False)):
        await ana.ok("PUT", "/me/state", json={"state": "available"})
        start = await desk.kit.db.fetchval("select extract(epoch from since - now())::float8 from agent_state")
        later(seconds=start + 61)
        await desk.now()
        assert (await ana.ok("GET", "/me/state"))["state"] == "offline"
        later(seconds=start + 61 + away)
        wire = await screen(desk.world, ana)
        await desk.world.hub.rounds.seen()
        assert ((await ana.ok("GET", "/me/state"))["state"] == "available") is back
        await wire.close()


async def test_going_away_lets_go_of_what_was_only_offered(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    await desk.now()
    state = await ana.ok("PUT", "/me/state", json={"state": "busy", "note": "wrap-up"})
    assert (state["state"], state["note"], state["offers"]) == ("busy", "wrap-up", [])
    assert (await desk.kinds(ticket))[-1] == "bounced"
    await desk.now()
    assert await desk.offers(ana) == []


async def test_giving_back_is_not_offered_to_the_same_at_once(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    taken = await ana.ok("POST", f"/tickets/{ticket}/take")
    done = await ana.ok("POST", f"/tickets/{ticket}/return")
    assert done["version"] == taken["version"] + 1
    assert (await ana.post(f"/tickets/{ticket}/return")).json()["code"] == "not_yours"
    await desk.now()
    assert await desk.offers(ana) == []
    later(seconds=121)
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    await desk.now()
    assert await desk.offers(ana) == [ticket]
    assert await ana.ok("POST", f"/tickets/{ticket}/return") == {"version": None, "seq": None}
    assert (await ana.post("/tickets/999999/return")).status_code == 404
