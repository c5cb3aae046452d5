"""The operator's view of the exchange's events."""

from farol.app.demo.cast import ANA, DAN
from farol.core.core_events import actions
from tests.world import World

from .conftest import Desk
from .exchange import event


async def test_the_duty_manager_sees_what_came_what_is_missing_and_what_was_turned_away(desk: Desk, world: World) -> None:
    await desk.post(event(1))
    await desk.post(event(4))
    await desk.post(event(5), secrets=("wrong",))
    await desk.post(b"{")
    await desk.said()
    desk.exchange.down = True
    await actions.repair(desk.kit)
    dan = await world.staff(DAN)
    seen = await dan.ok("GET", "/core-events")
    assert seen["secrets"] == 1
    assert seen["arrivals"]["last_webhook"]
    assert (seen["arrivals"]["hour"], seen["waiting"]) == (2, 1)
    [gap] = seen["gaps"]
    assert (gap["kind"], gap["id"], gap["said"], gap["held"], gap["waiting"]) == ("deposit", "D1", 1, 4, 1)
    assert seen["reading"]["problem"] == "exchange_down"
    assert [(row["reason"], row["day"]) for row in seen["refused"]] == [("signature", 1), ("unreadable", 1)]


async def test_each_type_has_its_last_arrival(desk: Desk, world: World) -> None:
    for seq, type_ in enumerate(("deposit.detected", "deposit.available", "kyc.retry"), 1):
        await desk.post(event(seq if type_ != "kyc.retry" else 1, type_=type_))
    await desk.said()
    await desk.kit.db.execute("update core_event set arrived_at = now() - interval '2 days' where type = 'kyc.retry'")
    seen = await (await world.staff(DAN)).ok("GET", "/core-events")
    assert [(row["type"], row["day"]) for row in seen["types"]] == [("deposit.available", 1), ("deposit.detected", 1), ("kyc.retry", 0)]
    assert seen["types"][2]["last_at"] < seen["types"][0]["last_at"]


async def test_what_was_passed_over_is_listed(desk: Desk, world: World) -> None:
    desk.exchange.told = [event(1), event(3)]
    await actions.repair(desk.kit)
    seen = await (await world.staff(DAN)).ok("GET", "/core-events")
    assert [(row["first"], row["last"], row["why"]) for row in seen["lost"]] == [(2, 2, "not_listed")]
    assert (seen["gaps"], seen["waiting"]) == ([], 0)


async def test_an_agent_does_not_see_it(desk: Desk, world: World) -> None:
    assert (await (await world.staff(ANA)).get("/core-events")).status_code == 403
