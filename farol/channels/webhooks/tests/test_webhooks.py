"""What is told to whom, how often it is tried, and what a bad endpoint can do to others."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from farol.channels.webhooks import delivery_store, sending
from farol.channels.webhooks.model import GIVE_UP, PAUSES_S, pause_s
from farol.core.exchange.webhooks import BadWebhook
from farol.kit import clock
from tests.stand_ins.receiver import Receiver
from tests.world import Client, World, later

from .conftest import Endpoint

UNDER_WAY = "select count(*) from webhook_delivery where webhook_id = $1 and state = 'waiting' and claimed_until > now()"
KINDS = ["ticket.opened", "ticket.changed", "message.posted"]


async def made(ada: Client, receiver: Receiver, **more: Any) -> dict[str, Any]:
    """An endpoint at the receiver."""
    body = {"name": "Ledger", "url": f"{receiver.address}/hook", "kinds": KINDS, **more}
    answer: dict[str, Any] = await ada.ok("POST", "/webhooks", json=body)
    return answer


async def carried(world: World) -> None:
    """Everything that is due now is sent."""
    await world.react()
    for row in await world.kit.db.fetch("select id from webhook"):
        await sending.carry(world.kit, row["id"])


async def due_now(world: World) -> None:
    """Pauses are over."""
    await world.kit.db.execute("update webhook_delivery set due_at = now(), claimed_until = null where state = 'waiting'")


async def listed(ada: Client, webhook_id: int) -> list[dict[str, Any]]:
    """Its deliveries, oldest first."""
    found: list[dict[str, Any]] = (await ada.ok("GET", f"/webhooks/{webhook_id}/deliveries"))["deliveries"]
    return found[::-1]


async def test_what_happens_is_told_signed_and_once(world: World, ada: Client, receiver: Receiver) -> None:
    hook = await made(ada, receiver)
    ana, mei = await world.staff(), await world.customer()
    ticket = (await world.open(mei, "USDT 还没到账"))["ticket"]
    await world.say(ana, ticket["id"], "正在看", seen=None)
    await carried(world)
    await carried(world)
    assert [told["type"] for told in receiver.asked] == ["ticket.opened", "message.posted", "message.posted"]
    told = {(body["type"], body["data"]["seq"]): body for body in receiver.asked}
    assert len(told) == len(receiver.asked), "each once"
    words = [body["data"]["message"]["body"] for body in receiver.asked if body["type"] == "message.posted"]
    assert words[:1] == ["USDT 还没到账"]
    assert "正在看" in words
    assert receiver.asked[0]["data"]["ticket"]["number"] == ticket["number"]
    for n in range(len(receiver.asked)):
        receiver.believed(n, hook["secret"], clock.now().timestamp())
    with pytest.raises(BadWebhook):
        receiver.believed(0, "whsec_" + "A" * 44, clock.now().timestamp())


async def test_notes_and_what_the_desk_does_for_itself_are_told_to_nobody(world: World, ada: Client, receiver: Receiver) -> None:
    ana, mei = await world.staff(), await world.customer()
    ticket = (await world.open(mei))["ticket"]
    await made(ada, receiver)
    await world.say(ana, ticket["id"], "INTERNAL margin desk", internal=True)
    seen = await ana.ok("GET", f"/tickets/{ticket['id']}")
    me = (await ana.ok("GET", "/session"))["id"]
    await ana.ok("PATCH", f"/tickets/{ticket['id']}", json={"version": seen["ticket"]["version"], "owner_id": me})
    await carried(world)
    assert b"INTERNAL" not in b"".join(receiver.raws)
    assert all(body["data"]["ticket"]["number"] == ticket["number"] for body in receiver.asked)
    assert "Ana Lin" not in b"".join(receiver.raws).decode()


async def test_only_what_was_asked_for(world: World, ada: Client, receiver: Receiver) -> None:
    await made(ada, receiver, kinds=["ticket.opened"])
    await world.open(await world.customer())
    await carried(world)
    assert {body["type"] for body in receiver.asked} == {"ticket.opened"}


@pytest.mark.parametrize("bad", [500, 404, 429, "redirect", "drop"])
async def test_what_does_not_arrive_is_tried_again_under_the_same_id(world: World, ada: Client, endpoint: Endpoint, bad: int | str) -> None:
    receiver = await endpoint(bad, 200)
    hook = await made(ada, receiver, kinds=["ticket.opened"])
    await world.open(await world.customer())
    await carried(world)
    [waiting] = await listed(ada, hook["webhook"]["id"])
    assert (waiting["state"], waiting["tries"]) == ("waiting", 1)
    await carried(world)
    assert len(receiver.asked) == 1, "not before its pause is over"
    await due_now(world)
    await carried(world)
    [done] = await listed(ada, hook["webhook"]["id"])
    assert (done["state"], done["tries"], done["status"]) == ("delivered", 2, 200)
    assert len({sent["webhook-id"] for sent in receiver.headers}) == 1
    assert len({raw for raw in receiver.raws}) == 1
    assert "/elsewhere" not in receiver.paths


@pytest.mark.parametrize("bad", ["hang", "drip"])
async def test_a_slow_endpoint_holds_nobody_else_up(world: World, ada: Client, receiver: Receiver, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    monkeypatch.setattr(sending, "TIMEOUT_S", 1.0)
    slow = await endpoint(bad)
    slow_id = (await made(ada, slow, name="Slow"))["webhook"]["id"]
    good = await made(ada, receiver, name="Good")
    carrier = sending.Carrier(world.kit)
    await carrier.start()
    mei = await world.customer()
    for n in range(6):
        await world.open(mei, f"words {n}")
    await world.react()
    async with asyncio.timeout(20):
        while sum(1 for each in await listed(ada, good["webhook"]["id"]) if each["state"] == "delivered") < 12:
            assert await world.kit.db.fetchval(UNDER_WAY, slow_id) <= sending.TOGETHER
            await asyncio.sleep(0.05)
    await carrier.stop()
    rows = await world.kit.db.fetch("select distinct said from webhook_try where status is null")
    assert all("10 s" in row["said"] for row in rows)


async def test_trouble_of_72_hours_switches_an_endpoint_off_and_tells(world: World, ada: Client, endpoint: Endpoint) -> None:
    receiver = await endpoint(500)
    hook = await made(ada, receiver, kinds=["ticket.opened"])
    await world.open(await world.customer())
    for _ in range(4):
        await carried(world)
        await due_now(world)
    assert (await ada.ok("GET", "/webhooks"))["webhooks"][0]["trouble_since"]
    later(hours=GIVE_UP.total_seconds() / 3600 + 1)
    await carried(world)
    [off] = (await ada.ok("GET", "/webhooks"))["webhooks"]
    assert (off["state"], off["why"]) == ("disabled", "unreachable")
    told = await ada.ok("GET", "/notices")
    assert "Ledger" in str(told)
    [dropped] = await listed(ada, hook["webhook"]["id"])
    assert dropped["state"] == "dropped"


async def test_gone_is_gone_at_once(world: World, ada: Client, endpoint: Endpoint) -> None:
    receiver = await endpoint(410)
    await made(ada, receiver)
    await world.open(await world.customer())
    await carried(world)
    [off] = (await ada.ok("GET", "/webhooks"))["webhooks"]
    assert (off["state"], off["why"], off["waiting"]) == ("disabled", "gone", 0)


async def test_what_is_queued_while_it_is_switched_off_is_queued_for_nobody(world: World, ada: Client, receiver: Receiver) -> None:
    """The list of who is told was read a moment before."""
    hook = (await made(ada, receiver))["webhook"]["id"]
    async with world.kit.db.acquire() as one, one.transaction():
        await one.execute("update webhook set state = 'disabled' where id = $1", hook)
        queued = asyncio.create_task(delivery_store.add(world.kit.db, [hook], "ticket.opened", "{}"))
        await asyncio.sleep(0.05)
        assert not queued.done(), "it waits for whoever is switching it off"
    assert await queued == []


async def test_what_was_missed_is_told_again_when_asked(world: World, ada: Client, endpoint: Endpoint) -> None:
    receiver = await endpoint(410, 200)
    hook = (await made(ada, receiver))["webhook"]["id"]
    began = clock.now() - timedelta(minutes=1)
    await world.open(await world.customer())
    await carried(world)
    assert (await ada.post(f"/webhooks/{hook}/replay", json={"since": began.isoformat()})).json()["code"] == "webhook_off"
    await ada.ok("POST", f"/webhooks/{hook}/resume")
    count = (await ada.ok("POST", f"/webhooks/{hook}/replay", json={"since": began.isoformat()}))["count"]
    assert count
    assert (await ada.ok("POST", f"/webhooks/{hook}/replay", json={"since": began.isoformat()}))["count"] == 0, "each once"
    await carried(world)
    again = [each["state"] for each in await listed(ada, hook) if each["replay_of"]]
    assert again == ["delivered"] * count


async def test_while_paused_things_wait(world: World, ada: Client, receiver: Receiver) -> None:
    hook = (await made(ada, receiver))["webhook"]["id"]
    await ada.ok("POST", f"/webhooks/{hook}/pause")
    await world.open(await world.customer())
    await carried(world)
    assert not receiver.asked
    assert (await ada.ok("GET", "/webhooks"))["webhooks"][0]["waiting"] >= 2
    await ada.ok("POST", f"/webhooks/{hook}/resume")
    await carried(world)
    assert len(receiver.asked) >= 2


async def test_both_secrets_sign_while_one_follows_the_other(world: World, ada: Client, receiver: Receiver) -> None:
    hook = await made(ada, receiver, kinds=["ticket.opened"])
    new = await ada.ok("POST", f"/webhooks/{hook['webhook']['id']}/secret")
    await world.open(await world.customer())
    await carried(world)
    for secret in (hook["secret"], new["secret"]):
        receiver.believed(0, secret, clock.now().timestamp())


async def test_the_button_shows_what_came_back(world: World, ada: Client, receiver: Receiver) -> None:
    hook = (await made(ada, receiver, kinds=["ticket.opened"]))["webhook"]["id"]
    sent = await ada.ok("POST", f"/webhooks/{hook}/test")
    await carried(world)
    told = await ada.ok("GET", f"/webhook-deliveries/{sent['delivery_id']}")
    assert told["tries"][0] | {"status": 200, "said": '{"said": "words of the receiver"}'} == told["tries"][0]
    assert receiver.asked[0]["type"] == "webhook.tested"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "https://localhost/x", "https://169.254.169.254/latest", "ftp://example.com/x", "https://user:pass@example.com/", "words of no kind"])
async def test_an_address_in_our_own_network_is_refused(world: World, ada: Client, url: str) -> None:
    answer = await ada.post("/webhooks", json={"name": "Inside", "url": url, "kinds": ["ticket.opened"]})
    assert answer.status_code == 422
    assert answer.json()["code"].startswith("address_") or answer.json()["code"] in ("port_refused", "invalid")


def test_pauses_grow_to_72_hours_and_jitter() -> None:
    least = sum(pause_s(n) for n in range(1, 20))
    assert least > GIVE_UP.total_seconds() / 2
    assert tuple(sorted(PAUSES_S)) == PAUSES_S
    assert len({pause_s(3) for _ in range(20)}) > 10
    assert pause_s(1, 1800) >= 1800
    assert pause_s(1, 10**6) <= 3600
