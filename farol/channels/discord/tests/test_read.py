"""Every recorded payload says what it should."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.app.demo.doors.platforms import discord
from farol.channels.discord import incoming
from farol.channels.messengers.adapter import ADAPTERS, Arrived
from farol.channels.messengers.model import Update
from farol.kit import clock
from tests.stand_ins.platform import connection, payloads, plain

FILES = payloads(Path(__file__).parent)


def bot() -> Any:
    return connection("discord", application_id=discord.APP, public_key="0" * 64, bot_token=discord.TOKEN, support_channels=discord.FORUM)


def read(name: str) -> list[dict[str, Any]]:
    recorded = FILES[name]
    if "event" in recorded:
        event = recorded["event"]
        update = incoming.update(event["t"], event["d"], event["known"])
    else:
        there = discord.Discord()
        body = msgspec.json.encode(recorded["request"]["body"])
        of = connection("discord", application_id=discord.APP, public_key=there.public_key, bot_token=discord.TOKEN)
        now = clock.now()
        taken = ADAPTERS["discord"].take(of, Arrived("POST", there.signed(body, int(now.timestamp())), {}, body), now)
        update = taken.updates[0] if taken.updates else None
    return plain(incoming.read(bot(), update)) if update else []  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", FILES)
def test_a_recorded_payload_says_what_it_should(name: str) -> None:
    assert read(name) == FILES[name]["says"]


@given(st.dictionaries(st.text(max_size=10), st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda x: st.lists(x, max_size=3))))
def test_whatever_else_comes_is_refused_by_name(data: dict[str, Any]) -> None:
    for kind in incoming.READERS:
        with suppress(ValueError):
            incoming.read(bot(), Update("1", "1", None, {"t": kind, "d": data}))
