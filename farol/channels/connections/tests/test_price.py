"""What a month costs and may cost: told at 80 and at 100 per cent, once each."""

from typing import Any

from farol.channels.connections import actions
from farol.channels.connections.tests.conftest import Office
from farol.kit.db import transaction

PRICE = {"prices": {"template": 100_000}, "currency": "EUR", "month_limit": 1_000_000}


async def spend(office: Office, id_: int, n: int) -> None:
    for _ in range(n):
        async with transaction(office.kit.db) as tx:
            await actions.spend(tx, id_, "template")


async def told(office: Office) -> list[Any]:
    return [one for one in (await office.roy.ok("GET", "/notices"))["notices"] if "limit" in str(one)]


async def test_a_price_is_set_and_use_is_counted(office: Office) -> None:
    made = await office.connect()
    after = await office.roy.ok("PUT", f"/channels/connections/{made['id']}/price", json=PRICE)
    assert (after["prices"], after["currency"], after["month_limit"]) == ({"template": 100_000}, "EUR", 1_000_000)
    await spend(office, made["id"], 3)
    assert [(one["unit"], one["count"], one["micro"]) for one in (await office.shown(made["id"]))["spent"]] == [("template", 3, 300_000)]
    months = (await office.sol.ok("GET", f"/channels/connections/{made['id']}/use"))["months"]
    assert [(one["count"], one["micro"]) for one in months] == [(3, 300_000)]
    assert (await office.sol.get("/channels/connections/987654321/use")).status_code == 404


async def test_admins_are_told_at_80_and_100_per_cent_once_each(office: Office) -> None:
    made = await office.connect()
    await office.roy.ok("PUT", f"/channels/connections/{made['id']}/price", json=PRICE)
    await spend(office, made["id"], 7)
    assert await told(office) == []
    await spend(office, made["id"], 1)
    assert len(await told(office)) == 1
    assert await actions.may_spend(office.kit.db, made["id"])
    await spend(office, made["id"], 2)
    assert len(await told(office)) == 2
    assert not await actions.may_spend(office.kit.db, made["id"])
    await spend(office, made["id"], 2)
    assert len(await told(office)) == 2


async def test_a_unit_of_another_channel_and_who_may_not(office: Office) -> None:
    made = await office.connect()
    path = f"/channels/connections/{made['id']}/price"
    assert (await office.roy.put(path, json={**PRICE, "prices": {"minute": 1}})).status_code in (400, 422)
    assert (await office.dan.put(path, json=PRICE)).status_code == 403
