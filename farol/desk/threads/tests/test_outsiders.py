"""Who may be written to outside, and by whom."""

from collections.abc import Iterator
from uuid import uuid4

import msgspec
import pytest

from farol.app.demo import cast
from farol.desk.threads.model import permitted
from tests.world import World

from .test_threads import ask, me, ticket


@pytest.fixture(autouse=True)
def domains(world: World) -> Iterator[None]:
    """One domain is permitted."""
    before = world.kit.settings
    world.kit.settings = msgspec.structs.replace(before, thread_domains=("demo-exchange.example", "bank.example"))
    yield
    world.kit.settings = before


def test_domains() -> None:
    assert not permitted("a@bank.example", ())
    assert permitted("a@bank.example", ("Bank.example",))
    assert not permitted("a@evil-bank.example", ("bank.example",))
    assert not permitted("a@bank.example", ("*.bank.example",))
    assert permitted("a@eu.bank.example", ("*.bank.example",))


async def test_only_permitted_mailboxes_that_are_not_ours(world: World) -> None:
    ana, dan = await world.staff(cast.ANA), await world.staff(cast.DAN)
    mine = await ticket(world)
    thread = await ask(ana, mine, await me(dan))
    assert (await ana.ok("GET", "/threads/domains"))["domains"] == ["demo-exchange.example", "bank.example"]
    for address, code in {
        "x@evil.example": "address_not_permitted", "not an address": "invalid", "a@bank.example\r\nBcc: b@evil.example": "invalid",
        f"reply+x@{world.kit.settings.mail_domain}": "address_ours", world.kit.settings.mail_from: "address_ours",
    }.items():
        assert (await ana.post(f"/threads/{thread}/outsiders", json={"address": address})).json()["code"] == code, address
    first = (await ana.ok("POST", f"/threads/{thread}/outsiders", json={"address": "Wallet-Ops@Demo-Exchange.example", "name": "Wallet"}))["id"]
    again = (await ana.ok("POST", f"/threads/{thread}/outsiders", json={"address": "wallet-ops@demo-exchange.example"}))["id"]
    assert first == again
    [shown] = (await dan.ok("GET", f"/threads/{thread}"))["thread"]["outside"]
    assert (shown["address"], shown["name"]) == ("wallet-ops@demo-exchange.example", "Wallet")
    for _ in range(9):
        await ana.ok("POST", f"/threads/{thread}/outsiders", json={"address": f"{uuid4().hex}@bank.example"})
    assert (await ana.post(f"/threads/{thread}/outsiders", json={"address": "z@bank.example"})).json()["code"] == "too_many_outside"
    await ana.ok("DELETE", f"/threads/{thread}/outsiders/{first}")
    assert (await ana.delete(f"/threads/{thread}/outsiders/{first}")).status_code == 404
    body = {"client_id": str(uuid4()), "body": "Hello", "to": [first]}
    assert (await ana.post(f"/threads/{thread}/messages", json=body)).json()["code"] == "not_outside"
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'thread.outsider%'", f"ticket:{mine}")
    assert len(kinds) == 11


async def test_a_trainee_and_who_may_not_open_the_ticket_write_to_nobody_outside(world: World) -> None:
    ana, tim = await world.staff(cast.ANA), await world.staff(cast.TIM)
    thread = await ask(ana, await ticket(world), await me(tim))
    assert (await tim.post(f"/threads/{thread}/outsiders", json={"address": "a@bank.example"})).status_code == 403
    bank = (await ana.ok("POST", f"/threads/{thread}/outsiders", json={"address": "a@bank.example"}))["id"]
    body = {"client_id": str(uuid4()), "body": "Hello", "to": [bank]}
    assert (await tim.post(f"/threads/{thread}/messages", json=body)).status_code == 403
    assert len((await ana.ok("GET", f"/threads/{thread}"))["messages"]) == 1


async def test_a_whisper_stays_between_two_and_a_closed_thread_takes_nobody(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff(cast.ANA)
    mine = await ticket(world)
    await ana.ok("POST", f"/tickets/{mine}/take")
    whisper = (await sol.ok("POST", f"/tickets/{mine}/whispers", json={"client_id": str(uuid4()), "body": "Ask first"}))["id"]
    assert (await sol.post(f"/threads/{whisper}/outsiders", json={"address": "a@bank.example"})).json()["code"] == "invalid"
    thread = await ask(ana, mine, await me(sol))
    await ana.ok("PUT", f"/threads/{thread}/closure")
    assert (await ana.post(f"/threads/{thread}/outsiders", json={"address": "a@bank.example"})).json()["code"] == "thread_closed"


async def test_a_thread_with_nobody_but_somebody_outside(world: World) -> None:
    ana, tim, mine = await world.staff(cast.ANA), await world.staff(cast.TIM), await ticket(world)
    body = {"client_id": str(uuid4()), "title": "Wire of 3 March", "body": "Did you send wire 77?", "kind": "side", "outside": "Ops@bank.example"}
    assert (await tim.post(f"/tickets/{mine}/threads", json=body)).status_code == 403
    assert (await ana.post(f"/tickets/{mine}/threads", json={**body, "outside": "a@evil.example"})).json()["code"] == "address_not_permitted"
    opened = {(await ana.ok("POST", f"/tickets/{mine}/threads", json=body))["id"] for _ in range(2)}
    shown = await ana.ok("GET", f"/threads/{opened.pop()}")
    assert not opened
    assert [one["address"] for one in shown["thread"]["outside"]] == ["ops@bank.example"]
    assert [[letter["state"] for letter in m["letters"]] for m in shown["messages"]] == [["queued"]]


async def test_the_customer_is_not_somebody_outside(world: World) -> None:
    ana, mine = await world.staff(cast.ANA), await ticket(world)
    thread = await ask(ana, mine, await me(await world.staff(cast.DAN)))
    world.kit.settings = msgspec.structs.replace(world.kit.settings, thread_domains=(cast.MEI.email.rpartition("@")[2],))
    refused = await ana.post(f"/threads/{thread}/outsiders", json={"address": cast.MEI.email.upper()})
    assert refused.json()["code"] == "address_of_customer"
