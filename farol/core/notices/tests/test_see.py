"""Notices are seen: one, those of a ticket, or all that were on screen."""

import asyncio

from farol.app.demo import cast


async def test_some_of_a_ticket_and_the_rest(told):
    ana, client = await told.person()
    ticket = (await told.world.open(await told.world.customer()))["ticket"]["id"]
    for key, of in (("a", None), ("b", ticket), ("c", None), ("d", ticket)):
        await told.tell(ana, key=key, ticket=of)
    newest, *_, oldest = [n["id"] for n in (await client.ok("GET", "/notices"))["notices"]]
    frames = told.console(ana)
    assert await client.ok("POST", "/notices/seen", json={"upto": newest, "ids": [oldest]}) == {"unseen": 3}
    assert await client.ok("POST", "/notices/seen", json={"upto": newest, "ticket": ticket}) == {"unseen": 1}
    await told.tell(ana, key="e")
    assert await client.ok("POST", "/notices/seen", json={"upto": newest}) == {"unseen": 1}
    await asyncio.sleep(0.05)
    assert [(f["t"], len(f["ids"]), f["unseen"]) for f in frames] == [
        ("notices_seen", 1, 3), ("notices_seen", 2, 1), ("notices_seen", 1, 1)]


async def test_nobody_sees_for_another(told):
    (ana, client), (_, tim) = await told.person(), await told.person(cast.TIM)
    await told.tell(ana)
    id_ = (await client.ok("GET", "/notices"))["notices"][0]["id"]
    assert await tim.ok("POST", "/notices/seen", json={"upto": id_, "ids": [id_]}) == {"unseen": 0}
    assert (await client.ok("GET", "/notices"))["unseen"] == 1
    assert (await tim.ok("GET", "/notices"))["notices"] == []


async def test_earlier_ones_come_by_page(told):
    ana, client = await told.person()
    for n in range(32):
        await told.tell(ana, key=f"k{n}")
    first = await client.ok("GET", "/notices")
    assert (len(first["notices"]), first["more"], first["unseen"]) == (30, True, 32)
    rest = await client.ok("GET", "/notices", params={"before": first["notices"][-1]["id"]})
    assert (len(rest["notices"]), rest["more"]) == (2, False)
