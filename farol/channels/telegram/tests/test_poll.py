"""Bots that are fetched instead of called."""

import asyncio

import pytest

from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.channels.telegram.calling import Conflict
from farol.channels.telegram.polling import Polling, once
from farol.channels.telegram.tests.bots import TOKEN
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM

BOB = 1111111


async def polled(kit: Kit) -> Connection:
    """Our bot, connected to be fetched."""
    id_, probe = await connections.connect(kit, SYSTEM, "telegram", "Bot", {"token": TOKEN, "updates": "polling"})
    assert probe.works, probe
    found = await connections.known(kit, id_, fresh=True)
    assert found
    return found


async def kept(kit: Kit) -> list[str]:
    """Ids of updates that are ours."""
    return [row["external_id"] for row in await kit.db.fetch("select external_id from update_in order by id")]


async def test_updates_are_kept_before_the_offset_moves(kit: Kit, telegram: Telegram) -> None:
    connection = await polled(kit)
    await telegram.says(telegram.bot(), BOB, "one")
    await telegram.says(telegram.bot(), BOB, "two")
    assert await once(kit, connection, 0) == 2
    assert await once(kit, connection, 0) == 2  # the offset we were given is old: Telegram gives them again
    assert len(await kept(kit)) == 2
    fresh = await connections.known(kit, connection.id, fresh=True)
    assert fresh
    assert await once(kit, fresh, 0) == 0
    assert not telegram.bot().waiting


async def test_a_button_is_acknowledged(kit: Kit, telegram: Telegram) -> None:
    connection = await polled(kit)
    message = await telegram.says(telegram.bot(), BOB, "one")
    await telegram.presses(telegram.bot(), BOB, message, "human")
    await once(kit, connection, 0)
    assert telegram.asked[-1][0] == "answerCallbackQuery"


async def test_a_webhook_in_the_way_is_taken_away(kit: Kit, telegram: Telegram) -> None:
    connection = await polled(kit)
    telegram.bot().webhook = {"url": "https://elsewhere.example/x"}
    with pytest.raises(Conflict):
        await once(kit, connection, 0)
    assert await once(kit, connection, 0) == 0


async def test_somebody_else_who_fetches_is_told(kit: Kit, telegram: Telegram) -> None:
    connection = await polled(kit)
    telegram.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
    with pytest.raises(Conflict):
        await once(kit, connection, 0)


async def test_two_workers_fetch_once(kit: Kit, telegram: Telegram) -> None:
    await polled(kit)
    workers = [Polling(kit, wait_s=1, look_every_s=0.05) for _ in range(2)]
    try:
        for number in range(20):
            await telegram.says(telegram.bot(), BOB, f"words {number}")
        async with asyncio.timeout(20):
            while len(await kept(kit)) < 20:
                await asyncio.sleep(0.02)
        assert not [one for method, one in telegram.asked if method == "getUpdates" and one.get("offset", 0) < 0]
        assert not await kit.db.fetchval("select failures from connection")
    finally:
        for worker in workers:
            await worker.stop()


async def test_a_token_that_was_taken_back_switches_the_bot_off(kit: Kit, telegram: Telegram) -> None:
    connection = await polled(kit)
    telegram.fail("getUpdates", 401, "Unauthorized")
    worker = Polling(kit, wait_s=0, look_every_s=0.05)
    try:
        async with asyncio.timeout(10):
            while (await connections.known(kit, connection.id, fresh=True)).state != "broken":  # type: ignore[union-attr]
                await asyncio.sleep(0.02)
    finally:
        await worker.stop()
