"""Read marks move forward and are shown to the other side."""

from farol.app.demo import cast
from tests.world import World


async def test_both_sides_see_how_far_the_other_read(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    assert (await ana.ok("GET", "/inbox"))["rows"][0]["unread"] == 1
    await ana.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 2})
    assert (await ana.ok("GET", "/inbox"))["rows"][0]["unread"] == 0
    seen = await mei.ok("GET", f"/tickets/{ticket}")
    assert seen["marks"]["staff"]["seq"] == 2
    await world.say(ana, ticket, "看到了")
    assert (await mei.ok("GET", "/tickets"))["tickets"][0]["unread"] == 1
    await mei.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 999})
    marks = (await ana.ok("GET", f"/tickets/{ticket}"))["marks"]
    assert marks["customer"]["seq"] == 4
    await mei.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 1})
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["marks"]["customer"]["seq"] == 4


async def test_nobody_marks_a_foreign_ticket(world: World) -> None:
    mei, mallory = await world.customer(), await world.customer(cast.MALLORY)
    ticket = (await world.open(mei))["ticket"]["id"]
    await mallory.put(f"/tickets/{ticket}/read", json={"seq": 2})
    assert (await mei.ok("GET", f"/tickets/{ticket}"))["marks"]["customer"] is None
