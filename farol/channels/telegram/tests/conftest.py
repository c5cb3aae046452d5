"""A bot at a Telegram of its own."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections.elsewhere import Elsewhere
from farol.kit.core import Kit


@pytest.fixture
async def telegram(kit: Kit) -> AsyncIterator[Telegram]:
    """Telegram with our bot, Mei's private chat with it, and a group."""
    async with Telegram() as there, httpx2.AsyncClient() as client:
        before = kit.get(Elsewhere) if kit.has(Elsewhere) else None
        kit.put(Elsewhere(client, {"telegram": there.address}))
        there.bot()
        there.person(5123456789, "Mei", "mei_lin", "zh-hans")
        there.person(1111111, "Bob", "bob_42")
        there.person(2222222, "Sol", "sol_farol")
        there.group(-1001234567890, "Demo Exchange Users", 5123456789, 1111111, stewards=(2222222,), username="demo_users")
        yield there
        if before:
            kit.put(before)
