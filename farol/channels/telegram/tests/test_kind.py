"""Connecting a bot, and what a customer meets there, through the real webhook."""

import time
from typing import Any

from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections import actions as connections
from farol.channels.groups.tests.conftest import BOB, MEI, Bench
from farol.channels.groups.tests.conftest import bench as bench
from farol.channels.telegram import kind
from farol.channels.telegram.model import secret_of
from farol.channels.telegram.tests.bots import connection
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests.world import FAROL


async def test_a_bot_is_connected_with_webhook_commands_and_words(bench: Bench) -> None:
    bot = bench.bot
    ours = await connections.known(bench.kit, bench.connection, fresh=True)
    assert ours
    assert ours.account == "@farol_bot"
    assert bot.webhook["url"] == f"{FAROL}/hooks/telegram/{ours.token}"
    assert bot.webhook["secret_token"] == secret_of(ours)
    assert {"chat_member", "my_chat_member", "callback_query"} <= set(bot.webhook["allowed_updates"])
    assert [one["command"] for one in bot.commands["all_private_chats:zh"]] == ["case", "stolen", "human", "start"]
    assert any("从不先私信" in call["description"] for method, call in bench.telegram.asked if method == "setMyDescription")
    found = await kind.test(bench.kit, ours)
    assert found.works
    assert dict(found.facts)["updates"] == "webhook"
    bot.webhook["url"] = "https://elsewhere.example"
    assert not (await kind.test(bench.kit, ours)).works
    await connections.pause(bench.kit, SYSTEM, bench.connection, "for now")
    await connections.remove(bench.kit, SYSTEM, bench.connection)


async def test_a_wrong_token_is_refused_with_telegrams_words(kit: Kit, telegram: Telegram) -> None:
    wrong = connection()
    wrong.secrets["token"] = "7000000002:" + "x" * 35
    found = await kind.test(kit, wrong)
    assert (found.works, found.final) == (False, True)
    assert "Unauthorized" in found.said


async def test_a_call_without_the_secret_is_turned_away(bench: Bench) -> None:
    update: dict[str, Any] = {"update_id": 5, "message": {"message_id": 1, "date": 0, "chat": {"id": 9, "type": "private"}, "from": {"id": 9}, "text": "x"}}
    await bench.telegram.deliver(bench.bot, update, secret="wrong")
    assert bench.telegram.answered[5][0] == 401
    assert not await bench.kit.db.fetchval("select count(*) from update_in where external_id = '5'")


async def test_words_become_a_ticket_and_the_answer_comes_back(bench: Bench) -> None:
    await bench.says(MEI, "USDT 还没到账", MEI)
    photo = [{"file_id": bench.telegram.file(PNG, "photos/file_1.jpg"), "file_unique_id": "x", "width": 9, "height": 9, "file_size": len(PNG)}]
    await bench.says(MEI, "", MEI, photo=photo, caption="截图")
    lead = await bench.lead()
    ticket = await bench.kit.db.fetchrow("select id, customer_id from ticket where id = (select ticket_id from chat where external_id = $1)", str(MEI))
    await bench.world.say(lead, ticket["id"], "已到账，请刷新 <b>页面</b>。")
    await bench.world.react()
    await bench.work()
    assert any("已到账，请刷新 <b>页面</b>。" in words for words in bench.telegram.said_in(MEI))
    assert await bench.kit.db.fetchval("select count(*) from message where ticket_id = $1 and author_kind = 'customer'", ticket["id"]) == 2
    assert await bench.kit.db.fetchval("select state from parcel_out where ticket_id = $1", ticket["id"]) == "sent"


async def test_commands(bench: Bench) -> None:
    await bench.says(BOB, "/start", BOB)
    assert "never write first" in bench.telegram.said_in(BOB)[-1]
    await bench.says(BOB, "/case FRL-2026-000001", BOB)
    told = bench.telegram.said_in(BOB)[-1]
    await bench.says(BOB, "/case FRL-2026-999999", BOB)
    assert bench.telegram.said_in(BOB)[-1] == told
    await bench.says(BOB, "/stolen", BOB)
    assert any(f"{FAROL}/stolen" in words for words in bench.telegram.said_in(BOB))


async def test_a_person_who_blocks_us_is_no_longer_written_to(bench: Bench) -> None:
    await bench.says(MEI, "hello, my deposit", MEI)
    user, chat = bench.telegram.people[MEI], bench.telegram.chats[MEI]
    ours = bench.bot.user
    await bench.telegram.push(bench.bot, {"my_chat_member": {
        "chat": chat, "from": user, "date": int(time.time()), "old_chat_member": {"user": ours, "status": "member"}, "new_chat_member": {"user": ours, "status": "kicked", "until_date": 0}}})
    await bench.work()
    assert await bench.kit.db.fetchval("select here from contact where external_id = $1", str(MEI)) is False


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082")
