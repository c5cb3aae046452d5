"""An offer nobody looks at goes back to its place."""

from farol.app.demo import cast
from farol.desk.queue import actions
from farol.desk.queue.tests.conftest import Desk
from tests.world import later


async def test_an_unanswered_offer_goes_to_somebody_else_first_in_line(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    await desk.team(slots=1)
    ana = await desk.agent(cast.ANA)
    first = await desk.ticket(mallory)
    await desk.now()
    assert await desk.offers(ana) == [first]
    second = await desk.ticket(mallory)
    later(seconds=31)
    sol = await desk.agent(cast.SOL)
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    await desk.now()
    assert await desk.offers(sol) == [first], "it kept its place before the second"
    assert await desk.offers(ana) == [second], "she is asked about another one"
    assert await desk.kinds(first) == ["entered", "offered", "bounced", "offered"]


async def test_two_in_a_row_and_the_agent_is_away(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    await desk.now()
    for n in (1, 2):
        later(seconds=31 * n)
        await desk.kit.db.execute("update agent_state set seen_at = now() + interval '1 hour'")
        await desk.now()
    state = await ana.ok("GET", "/me/state")
    assert (state["state"], state["set_by"], state["note"], state["offers"]) == ("away", "system:0", "offers were not looked at", [])
    assert (await desk.kinds(ticket))[-1] == "bounced"
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    await desk.now()
    assert await desk.offers(ana) == [ticket]


async def test_who_looked_while_no_worker_ran_is_not_bounced(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    await desk.now()
    await ana.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 2})
    later(seconds=31)
    await actions.sweep(desk.kit)
    await desk.world.react()
    assert await desk.kinds(ticket) == ["entered", "offered", "taken"]


async def test_taking_forgets_the_bounce(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    await desk.now()
    later(seconds=31)
    await desk.now()
    assert await desk.kit.db.fetchval("select bounces from agent_state") == 1
    await ana.ok("POST", f"/tickets/{ticket}/take")
    assert await desk.kit.db.fetchval("select bounces from agent_state") == 0
