"""X, connected, where people talk about us."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

from farol.app.demo.doors.platforms import x
from farol.kit import clock
from tests.stand_ins.platform import Bench, bench, instead
from tests.world import World


class Square:
    """What is said on X, and what follows."""

    def __init__(self, there: x.X, ours: Bench) -> None:
        self.there, self.ours, self.world, self.kit = there, ours, ours.world, ours.kit

    async def post(self, words: str, *, n: int = 1, who: str = "3001969357", name: str = "Mei Lin") -> None:
        """Somebody names us."""
        tweet = {
            "id_str": f"18600000000000{n:05}", "text": f"@exchange {words}", "user": {"id_str": who, "name": name, "screen_name": name.lower().replace(" ", "_")},
            "entities": {"user_mentions": [{"id_str": x.USER}]}, "timestamp_ms": str(int(clock.now().timestamp() * 1000)),
        }  # fmt: skip
        await self.tell({"tweet_create_events": [tweet]})

    async def tell(self, event: dict[str, Any]) -> None:
        """Account activity."""
        body = msgspec.json.encode({"for_user_id": x.USER, **event})
        answer = await self.ours.post(body, self.there.signed(body))
        assert answer.status_code == 200, answer.text
        await self.ours.work()


@pytest.fixture
async def square(world: World) -> AsyncIterator[Square]:
    """X with our account."""
    async with x.X() as there, instead(world.kit, "x", there):
        yield Square(there, await bench(world, "x", user_id=x.USER, **x.KEYS))
