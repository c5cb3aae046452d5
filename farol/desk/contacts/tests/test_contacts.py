"""The same person again: who told them what, when, and what was promised."""

from datetime import timedelta
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.sla import actions as sla
from farol.kit import clock
from tests.world import World


async def test_everything_that_was_told_to_a_customer_with_its_promises(world: World) -> None:
    await sla.seed(world.kit)
    ana, sol, kai = [await world.staff(who) for who in (cast.ANA, cast.SOL, cast.KAI)]
    mei = await world.customer()
    first = (await world.open(mei, "第一次"))["ticket"]["id"]
    await world.say(ana, first, "您好")
    await world.say(ana, first, "还在查")
    by = clock.now() + timedelta(minutes=5)
    await ana.ok("POST", f"/tickets/{first}/promises", json={"client_id": str(uuid4()), "by": by.isoformat(), "words": "五分钟内答复"})
    await world.say(sol, first, "内部话", internal=True)
    second = (await world.open(mei, "又来了"))["ticket"]["id"]
    await world.say(sol, second, "好的")
    other = (await world.open(await world.customer(cast.IVAN), "Hello"))["ticket"]["id"]
    await world.say(sol, other, "Hi")
    found = (await sol.ok("GET", f"/tickets/{second}/contacts"))["contacts"]
    assert [(c["ticket_id"], c["name"], c["replies"]) for c in found] == [(second, "Sol Navarro", 1), (first, "Ana Duarte", 3)]
    assert [p["state"] for p in found[1]["promises"]] == ["open"]
    assert (await kai.get(f"/tickets/{second}/contacts")).status_code == 403
