"""Interactions: signed over time and body, answered at once, old ones refused."""

from datetime import timedelta

import msgspec
import pytest

from farol.app.demo.doors.platforms import discord
from farol.channels.connections.model import Connection
from farol.channels.discord.adapter import Discord
from farol.channels.messengers.adapter import Arrived, BadSignature
from farol.kit import clock
from tests.stand_ins.platform import connection

PING = b'{"type":1}'


def bot(there: discord.Discord) -> Connection:
    return connection("discord", application_id=discord.APP, public_key=there.public_key, bot_token=discord.TOKEN)


def test_a_ping_is_answered() -> None:
    there, now = discord.Discord(), clock.now()
    taken = Discord().take(bot(there), Arrived("POST", there.signed(PING, int(now.timestamp())), {}, PING), now)
    assert (taken.body, taken.updates) == (b'{"type":1}', ())


@pytest.mark.parametrize("harm", ["no headers", "other body", "other key", "other time", "old", "no hex"])
def test_anything_else_is_no_signature(harm: str) -> None:
    there, now = discord.Discord(), clock.now()
    headers, body = there.signed(PING, int(now.timestamp())), PING
    match harm:
        case "no headers":
            headers = {}
        case "other body":
            body = b'{"type":2}'
        case "other key":
            headers = discord.Discord().signed(PING, int(now.timestamp()))
        case "other time":
            headers["x-signature-timestamp"] = str(int(now.timestamp()) + 1)
        case "old":
            headers = there.signed(PING, int((now - timedelta(days=10)).timestamp()))
        case "no hex":
            headers["x-signature-ed25519"] = "zz"
    with pytest.raises(BadSignature):
        Discord().take(bot(there), Arrived("POST", headers, {}, body), now)


@pytest.mark.parametrize(("body", "answer"), [
    ({"type": 2, "guild_id": discord.GUILD}, {"type": 5, "data": {"flags": 64}}),
    ({"type": 3, "guild_id": discord.GUILD}, {"type": 5, "data": {"flags": 64}}),
    ({"type": 3}, {"type": 6}),
])  # fmt: skip
def test_the_answer_comes_later_and_privately(body: dict[str, object], answer: dict[str, object]) -> None:
    there, now = discord.Discord(), clock.now()
    raw = msgspec.json.encode({"id": there.snowflake(), "channel_id": discord.DM, **body})
    taken = Discord().take(bot(there), Arrived("POST", there.signed(raw, int(now.timestamp())), {}, raw), now)
    assert msgspec.json.decode(taken.body) == answer
    assert len(taken.updates) == 1
