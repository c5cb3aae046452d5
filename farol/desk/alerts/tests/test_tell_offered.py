"""Who let an offer pass is told that it went back."""

from farol.desk.queue import actions
from tests.world import later


async def test_an_offer_nobody_looked_at(desk):
    _, client = await desk.agent(available=True)
    ticket = await desk.ticket(await desk.world.customer())
    await desk.world.react()
    await actions.sweep(desk.kit)
    assert await desk.told(client) == []
    later(seconds=31)
    await desk.kit.db.execute("update agent_state set seen_at = now() + interval '1 minute'")
    await actions.sweep(desk.kit)
    number = (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]["number"]
    assert await desk.told(client) == [("offer", f"您没有接下 {number}，已退回队列")]
    later(seconds=0)
