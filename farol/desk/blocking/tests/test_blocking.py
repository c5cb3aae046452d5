"""A blocked customer is told one honest sentence, loses nothing, and is always heard in an emergency and with a complaint."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections.elsewhere import Elsewhere
from farol.kit import clock
from tests.stand_ins.platform import bench
from tests.world import Client, World


async def blocked(world: World, sol: Client, mei: Client, until: str | None = None) -> int:
    ticket = int((await world.open(mei))["ticket"]["id"])
    await sol.ok("POST", f"/tickets/{ticket}/block", json={"reason": "Threats", "until": until})
    return ticket


async def say(client: Client, ticket: int, body: str) -> Any:
    return await client.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": body})


async def opened(client: Client, body: str) -> Any:
    return await client.post("/tickets", json={"client_id": str(uuid4()), "body": body})


async def test_they_cannot_write_and_nothing_is_lost(world: World) -> None:
    sol, mei = await world.staff(cast.SOL), await world.customer()
    ticket = await blocked(world, sol, mei)
    for answer in (await say(mei, ticket, "Answer me."), await opened(mei, "Answer me now.")):
        assert (answer.status_code, answer.json()["code"]) == (403, "customer_blocked"), answer.text
    said = await world.kit.db.fetchval("select count(*) from message where author_kind = 'customer' and ticket_id = $1", ticket)
    assert said == 1
    shown = await sol.ok("GET", f"/tickets/{ticket}/block")
    assert [one["body"] for one in shown["unheard"]] == ["Answer me now.", "Answer me."]
    assert (shown["blocks"][0]["by"], shown["blocks"][0]["reason"], shown["blocks"][0]["unheard"]) == (cast.SOL.name, "Threats", 2)
    other = await world.customer(cast.ROSA)
    await world.open(other)


@pytest.mark.parametrize("words", ["My account was hacked, somebody took my coins!", "账户被盗了，请马上冻结", "This is a formal complaint.", "我要投诉", "I want to kill myself"])
async def test_an_emergency_and_a_complaint_are_heard(world: World, words: str) -> None:
    sol, mei = await world.staff(cast.SOL), await world.customer()
    await blocked(world, sol, mei)
    answer = await opened(mei, words)
    assert answer.status_code in (200, 201), answer.text


async def test_a_complaints_ticket_goes_on(world: World) -> None:
    sol, mei = await world.staff(cast.SOL), await world.customer()
    ticket = await blocked(world, sol, mei)
    await world.kit.db.execute("update ticket set reason = 'leg.complaint' where id = $1", ticket)
    assert (await say(mei, ticket, "Here is what happened.")).status_code in (200, 201)


async def test_unblocked_by_hand_and_by_time(world: World) -> None:
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(), await world.customer()
    ticket = await blocked(world, sol, mei, (clock.now() + timedelta(hours=1)).isoformat())
    assert (await ana.post(f"/tickets/{ticket}/unblock", json={"why": "x"})).status_code == 403
    assert (await sol.post(f"/tickets/{ticket}/block", json={"reason": "x"})).json()["code"] == "blocked_already"
    assert "UTC" in (await say(mei, ticket, "Hello")).json()["detail"]
    await sol.ok("POST", f"/tickets/{ticket}/unblock", json={"why": "Apologised"})
    assert (await say(mei, ticket, "Hello again")).status_code in (200, 201)
    bad = await sol.post(f"/tickets/{ticket}/block", json={"reason": "x", "until": (clock.now() - timedelta(hours=1)).isoformat()})
    assert bad.json()["code"] == "block_ends_before"
    [row] = (await sol.ok("GET", "/blocks"))["blocks"]
    assert (row["ended_by"], row["ended_why"], row["over"]) == (cast.SOL.name, "Apologised", True)
    kinds = [one["kind"] for one in await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'customer.%' order by seq", f"ticket:{ticket}")]
    assert kinds == ["customer.blocked", "customer.unblocked"]
    await sol.ok("POST", f"/tickets/{ticket}/block", json={"reason": "Again", "until": (clock.now() + timedelta(hours=1)).isoformat()})
    await world.kit.db.execute("update customer_block set until = now() - interval '1 s' where ended_at is null")
    from farol.desk.blocking.actions import blocked as of
    of(world.kit).forget()
    assert (await say(mei, ticket, "It is over")).status_code in (200, 201)


async def test_a_messenger_keeps_it_and_says_so_once(world: World) -> None:
    async with Telegram() as telegram, httpx2.AsyncClient() as client:
        before = world.kit.get(Elsewhere) if world.kit.has(Elsewhere) else None
        world.kit.put(Elsewhere(client, {"telegram": telegram.address}))
        bot = telegram.bot()
        telegram.person(5123456789, "Mei", "mei_lin", "en")
        chat = await bench(world, "telegram", token=bot.token)
        telegram._client = world.client("http://farol.test", {})
        await telegram.says(bot, 5123456789, "Hello", 0)
        await chat.work()
        ticket = await world.kit.db.fetchval("select id from ticket order by id desc limit 1")
        sol = await world.staff(cast.SOL)
        await sol.ok("POST", f"/tickets/{ticket}/block", json={"reason": "Threats"})
        for words in ("You will be sorry.", "Answer me."):
            await telegram.says(bot, 5123456789, words, 0)
            await chat.work()
        assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'customer'") == 1
        assert len((await sol.ok("GET", f"/tickets/{ticket}/block"))["unheard"]) == 2
        told = [one for one in telegram.messages[5123456789].values() if one["from"]["is_bot"] and "formal complaint" in one.get("text", "")]
        assert len(told) == 1
        await telegram.says(bot, 5123456789, "My account was hacked", 0)
        await chat.work()
        assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'customer'") == 2
        if before:
            world.kit.put(before)
