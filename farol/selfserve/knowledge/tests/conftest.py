"""Kai, who edits, and an article to work on."""

from typing import Any

import pytest

from farol.app.demo import cast
from tests.world import Client, World

TEXT = {"title": "How to deposit", "summary": "Copy the address.", "body": "## Steps {#steps}\n\n1. Copy it.\n2. Send.\n", "keywords": "top up",
        "related": []}
ZH = {"title": "怎么充值", "summary": "复制地址。", "body": "## 步骤 {#steps}\n\n1. 复制地址。\n2. 转出。\n", "keywords": "", "related": []}


class Desk:
    """An editor's hands."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def open(self, slug: str = "how-to-deposit", language: str = "en", category: str = "deposits") -> int:
        """A new article's id."""
        made = await self.client.ok("POST", "/knowledge/articles", json={"slug": slug, "category": category, "language": language, "title": "New"})
        return int(made["id"])

    async def write(self, article: int, language: str = "en", revision: int = 1, **change: Any) -> dict[str, Any]:
        """Saves a draft."""
        text = (TEXT if language == "en" else ZH) | change
        answer: dict[str, Any] = await self.client.ok(
            "PUT", f"/knowledge/articles/{article}/drafts/{language}", json=text | {"revision": revision})
        return answer

    async def publish(self, article: int, language: str = "en", revision: int = 2) -> int:
        """The version that readers see."""
        path = f"/knowledge/articles/{article}/drafts/{language}/publication"
        return int((await self.client.ok("POST", path, json={"revision": revision}))["version"])

    async def out(self, article: int, language: str = "en", **change: Any) -> int:
        """Writes a new draft and publishes it."""
        tongue = await self.tongue(article, language)
        saved = await self.write(article, language, tongue["draft"]["revision"] if tongue["draft"] else 0, **change)
        return await self.publish(article, language, saved["revision"])

    async def tongue(self, article: int, language: str) -> dict[str, Any]:
        """One language of the article."""
        whole = await self.client.ok("GET", f"/knowledge/articles/{article}")
        found: dict[str, Any] = next(each for each in whole["tongues"] if each["language"] == language)
        return found


@pytest.fixture
async def desk(world: World) -> Desk:
    """Kai at the console."""
    return Desk(await world.staff(cast.KAI))
