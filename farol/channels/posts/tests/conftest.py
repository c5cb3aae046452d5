"""X and a group at Telegram, both connected."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from farol.app.demo import cast
from farol.app.demo.doors.platforms import x
from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections.elsewhere import Elsewhere
from tests.stand_ins.platform import Bench, bench
from tests.world import Client, World

GROUP = -1001234567890
SAID: dict[str, Any] = {
    "kind": "support", "title_zh": "客服方式有变", "title_en": "How support works changes", "body_zh": "从下周起，人工客服按先后接待。详见 [帮助中心](https://farol.test/help)。",
    "body_en": "From next week people are answered in the order in which they came. We answer within 2 hours.",
}


class Square:
    """Two platforms, and who writes."""

    def __init__(self, world: World, telegram: Telegram, there: x.X, group: Bench, page: Bench, kai: Client, dan: Client) -> None:
        self.world, self.telegram, self.x, self.group, self.page, self.kai, self.dan = world, telegram, there, group, page, kai, dan
        self.places = [
            {"connection_id": group.id, "chat": str(GROUP), "language": "zh"}, {"connection_id": page.id, "chat": "", "language": "en"}]

    async def propose(self, **more: Any) -> int:
        """Kai's words, for both and for the help pages."""
        body = {"client_id": str(uuid4()), "in_product": True, "places": self.places, **SAID, **more}
        return int((await self.kai.ok("POST", "/posts", json=body))["id"])

    async def shown(self, post: int) -> dict[str, Any]:
        """As the console shows it."""
        found: dict[str, Any] = await self.kai.ok("GET", f"/posts/{post}")
        return found

    def group_says(self) -> list[str]:
        """What stands in the group from us."""
        return [one["text"] for one in self.telegram.messages.get(GROUP, {}).values() if one["from"]["is_bot"]]


@pytest.fixture
async def square(world: World) -> AsyncIterator[Square]:
    """Both, with Kai who writes and Dan who lets out."""
    async with Telegram() as telegram, x.X() as there, httpx2.AsyncClient() as client:
        before = world.kit.get(Elsewhere) if world.kit.has(Elsewhere) else None
        world.kit.put(Elsewhere(client, {"telegram": telegram.address, "x": there.address}))
        bot = telegram.bot()
        telegram.group(GROUP, "Demo Exchange Users", stewards=(), username="demo_users")
        group = await bench(world, "telegram", token=bot.token)
        page = await bench(world, "x", user_id=x.USER, **x.KEYS)
        yield Square(world, telegram, there, group, page, await world.staff(cast.KAI), await world.staff(cast.DAN))
        if before:
            world.kit.put(before)
