"""Changing status, owner, reason, severity."""

import asyncio

from farol.app.demo import cast
from tests.world import World


async def test_rel_30_fifty_hands_take_a_ticket_once(world: World) -> None:
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ticket = (await world.open(mei))["ticket"]["id"]
    me = {c: (await c.ok("GET", "/session"))["id"] for c in (ana, sol)}
    answers = await asyncio.gather(*(
        c.patch(f"/tickets/{ticket}", json={"version": 1, "owner_id": me[c]}) for c in (ana, sol) * 25))
    assert sorted(a.status_code for a in answers) == [200] + [409] * 49
    row = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert row["version"] == 2
    assert row["owner"]["id"] in me.values()


async def test_only_what_is_named_is_changed(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    done = await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "reason": "dep.unconfirmed", "severity": "P2"})
    assert done == {"version": 2, "seq": 3}
    row = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (row["reason"], row["reason_label"]["zh"], row["severity"], row["status"]) == (
        "dep.unconfirmed", "充币未到账:确认数不足", "P2", "open")
    frames = (await mei.ok("GET", f"/tickets/{ticket}/events?after=2"))["frames"]
    assert frames == [{"t": "at", "ticket": ticket, "seq": 3}]


async def test_unknown_values_change_nothing(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    for wrong in ({"status": "gone"}, {"severity": "P9"}, {"reason": "no.such"}, {"owner_id": 999_999}, {}, {"customer_id": 1}):
        answer = await ana.patch(f"/tickets/{ticket}", json={"version": 1, **wrong})
        assert answer.status_code in (409, 422), wrong
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"] == 1


async def test_a_customer_cannot_change_a_ticket(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    console = world.client("http://farol.test/api/console", dict(mei.headers))
    assert (await console.patch(f"/tickets/{ticket}", json={"version": 1, "status": "closed"})).status_code in (401, 403)
