"""A Discord of the test's own, and our bot there."""

from collections.abc import AsyncIterator

import pytest

from farol.app.demo.doors.platforms import discord
from farol.channels.connections.model import Connection
from farol.kit.core import Kit
from tests.stand_ins.platform import connection, instead


@pytest.fixture
async def there(kit: Kit) -> AsyncIterator[discord.Discord]:
    """Discord, instead of the real one."""
    async with discord.Discord() as there, instead(kit, "discord", there):
        yield there


@pytest.fixture
def bot(there: discord.Discord) -> Connection:
    """Our bot, which answers in one forum."""
    return connection("discord", application_id=discord.APP, public_key=there.public_key, bot_token=discord.TOKEN, support_channels=discord.FORUM)
