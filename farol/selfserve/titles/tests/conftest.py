"""Kai in front of the shipped articles, and visitors who look through lists."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from farol.selfserve.retrieval.gaps import Notebook as Gaps
from farol.selfserve.titles.counting import RIPE_S, Notebook, notebook
from farol.selfserve.titles.running import expire
from tests import articles
from tests.world import FAROL, Client, World

SLUG, OTHER = "memo-tag", "Forgot the memo? Do this first"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
LIST = "/help/en/t/deposits"


class Editor:
    """An editor's hands."""

    def __init__(self, world: World, client: Client) -> None:
        self.world, self.client = world, client

    async def article(self, slug: str = SLUG) -> int:
        """A shipped article's id."""
        return int(await self.world.kit.db.fetchval("select id from article where slug = $1", slug))

    async def begin(self, *titles: str, language: str = "en", slug: str = SLUG) -> int:
        """A trial's id."""
        body = {"article_id": await self.article(slug), "language": language, "titles": list(titles or (OTHER,))}
        return int((await self.client.ok("POST", "/titles", json=body))["id"])

    async def trial(self, trial_id: int) -> dict[str, Any]:
        """A trial as the console reads it."""
        buckets.clear()
        listed = (await self.client.ok("GET", "/titles"))["trials"]
        return next(one for one in listed if one["id"] == trial_id)

    async def numbers(self, trial_id: int, *counted: tuple[int, int]) -> None:
        """Sets shown and opened of each title."""
        for place, (shown, opened) in enumerate(counted):
            await self.world.kit.db.execute(
                "update title_variant set shown = $3, opened = $4 where trial_id = $1 and place = $2", trial_id, place, shown, opened)


Visits = Callable[[int], Client]


@pytest.fixture
async def kai(world: World) -> Editor:
    """Kai at the console."""
    await articles.publish(world.kit)
    for part in (Notebook, Gaps):
        world.kit._parts.pop(part, None)
    expire(world.kit)
    buckets.clear()
    return Editor(world, await world.staff(cast.KAI))


@pytest.fixture
def visitors(world: World) -> Visits:
    """Browsers, each another visitor by its number."""

    def visitor(number: int, **headers: str) -> Client:
        said = {"user-agent": f"{BROWSER} {number}", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", "sec-fetch-site": "none"}
        return world.client(FAROL, said | headers)

    return visitor


async def came(visitor: Client, path: str = f"/help/en/a/{SLUG}", referer: str = f"{FAROL}{LIST}") -> str:
    """A visitor follows a link to a page."""
    answer = await visitor.get(path, headers={"referer": referer, "sec-fetch-site": "same-origin"})
    assert answer.status_code == 200
    return answer.text


async def written(kit: Kit) -> None:
    """Writes all that is counted, as if it had waited."""
    await notebook(kit).write(kit, now=time.monotonic() + RIPE_S)
