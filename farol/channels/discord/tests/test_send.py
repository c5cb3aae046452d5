"""What goes out to Discord has the documented form, goes once, and every refusal has a name."""

from datetime import timedelta

import pytest

from farol.app.demo.doors.platforms import discord
from farol.channels.connections.elsewhere import Away, Refused, Revoked
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.discord.adapter import Discord, begin, end
from farol.channels.messengers.adapter import Keeps
from farol.channels.messengers.model import Attached, Chat, Choice, Parcel
from farol.kit import clock
from farol.kit.core import Kit
from tests.stand_ins.platform import Said

DM = Chat(discord.DM, "private")
THREAD = Chat(discord.THREAD, "group", parent=discord.FORUM)
us = Discord()


async def test_words_buttons_and_an_answer_to(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    parcel = Parcel("k1", "**Received.** @everyone <@1>", choices=(Choice("My ticket", "case"), Choice("Help", link="https://help.example")), reply_to="3" * 18)
    sent = await us.send(kit, bot, DM, parcel)
    message = there.rooms[discord.DM][0]
    assert (sent.messages, message["reference"]) == ((message["id"],), "3" * 18)
    assert message["content"].startswith("**Received.**")
    assert [one["label"] for one in message["components"][0]["components"]] == ["My ticket", "Help"]


async def test_the_same_parcel_twice_is_one_message(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    parcel = Parcel("k2", "x " * 1500)
    assert await us.send(kit, bot, DM, parcel) == await us.send(kit, bot, DM, parcel)
    assert [len(one["content"]) <= 2000 for one in there.rooms[discord.DM]] == [True, True]


async def test_files_go_as_multipart(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    key = await kit.files.put(b"pdf")
    await us.send(kit, bot, DM, Parcel("k3", "See.", (Attached(key, "guide.pdf", "application/pdf", 3),)))
    assert there.rooms[discord.DM][0]["files"] == ["files[0]"]


async def test_a_command_in_a_server_is_answered_for_its_asker_alone(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    there.private["tok"] = []
    await us.send(kit, bot, Chat(f"user:{'5' * 18}", "private"), Parcel("c1.case.0", "word " * 700, answers="interaction:tok"))
    assert [one["flags"] & 64 for one in there.private["tok"]] == [64, 64]
    assert there.rooms == {}


async def test_after_fifteen_minutes_the_answer_goes_as_a_direct_message(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    await us.send(kit, bot, Chat(f"user:{'5' * 18}", "private"), Parcel("c1.case.0", "Hello", answers="interaction:gone"))
    assert there.rooms[discord.DM][0]["content"] == "Hello"


async def test_private_to_in_a_thread_is_a_direct_message(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    await us.send(kit, bot, THREAD, Parcel("k6", "Only you", private_to="5" * 18))
    assert list(there.rooms) == [discord.DM]


@pytest.mark.parametrize(("said", "kind", "code"), [
    (Said(429, {"message": "You are being rate limited.", "retry_after": 1.337, "global": True}), Away, 1.337),
    (Said(401, {"code": 0, "message": "401: Unauthorized"}), Revoked, None),
    (Said(403, {"code": 50007, "message": "Cannot send messages to this user"}), Refused, "closed"),
    (Said(403, {"code": 50013, "message": "Missing Permissions"}), Refused, "50013"),
    (Said(404, {"code": 10003, "message": "Unknown Channel"}), Refused, "gone"),
    (Said(400, {"code": 50035, "message": "Invalid Form Body", "errors": {"content": {}}}), Refused, "50035"),
    (Said(400, {"code": 200000, "message": "Message was blocked by automatic moderation"}), Refused, "200000"),
    (Said(502, b"bad gateway"), Away, 0.0),
])  # fmt: skip
async def test_refusals(kit: Kit, there: discord.Discord, bot: Connection, said: Said, kind: type[Exception], code: object) -> None:
    there.next = [said]
    with pytest.raises(kind) as failed:
        await us.send(kit, bot, DM, Parcel("k", "x"))
    assert type(failed.value) is kind
    assert getattr(failed.value, "code", getattr(failed.value, "after_s", None)) == code


async def test_moderation(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    sent = await us.send(kit, bot, THREAD, Parcel("k7", "x"))
    await us.remove(kit, bot, THREAD, sent.messages[0])
    await us.remove(kit, bot, THREAD, sent.messages[0])
    assert there.rooms[discord.THREAD] == []
    await us.banish(kit, bot, THREAD, "5" * 18, clock.now() + timedelta(days=1))
    assert there.timed_out["5" * 18]
    await us.banish(kit, bot, Chat(f"guild:{discord.GUILD}", "group"), "6" * 18, None)
    assert there.banned == {"6" * 18}
    await us.readmit(kit, bot, THREAD, "6" * 18)
    assert (there.banned, there.timed_out["6" * 18]) == (set(), None)
    assert [one.name for one in await us.stewards(kit, bot, THREAD)] == ["Sol"]
    assert isinstance(us, Keeps)


async def test_files_come_only_from_discords_hosts(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    there.files["a"] = b"png" * 10
    assert await us.fetch(kit, bot, f"{there.address}/files/a", 30) == b"png" * 10
    with pytest.raises(Refused) as large:
        await us.fetch(kit, bot, f"{there.address}/files/a", 29)
    assert large.value.code == "too_large"
    for place in ("http://169.254.169.254/latest", "https://cdn.discordapp.com.evil.example/x", "https://cdn.discordapp.com@evil.example/x", "file:///etc/passwd"):
        with pytest.raises(Refused) as refused:
            await us.fetch(kit, bot, place, 30)
        assert refused.value.code == "not_theirs"


async def test_connecting_registers_the_commands(kit: Kit, there: discord.Discord, bot: Connection) -> None:
    assert (await KINDS["discord"].test(kit, bot)).works
    await begin(kit, bot)
    assert [one.name for one in there.commands] == ["case", "stolen", "ask", "human", "link", "take"]
    assert there.endpoint == f"{kit.settings.public_url}/hooks/discord/{bot.token}"
    await end(kit, bot)
    assert there.commands == []
