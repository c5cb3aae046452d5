"""Somebody in the community, and what they do there."""

import re

from playwright.async_api import Locator, Page, expect

PAUSE = re.compile(r"请 \d+ 秒后再发|Wait \d+ s before the next post")
PAUSES = 90
"""Presses a second apart: the longest pause the rules want, and some."""


class Member:
    """Locators are what the member sees; verbs are what they do."""

    def __init__(self, page: Page, farol: str, language: str) -> None:
        self.page, self._home = page, f"{farol}/community/{language}"
        self.words = page.locator("#body")
        self.told = page.locator("p.said[role=status]")
        self.refused = page.locator("p.said.bad[role=alert]")

    async def go(self, place: str = "") -> None:
        """A page of the community, in the member's language."""
        await self.page.goto(self._home + place)

    def post(self, words: str) -> Locator:
        """The post that holds these words."""
        return self.page.locator("article.post", has_text=words)

    async def ask(self, title: str, words: str, category: str) -> str:
        """Opens a topic: its place, as ``go`` takes it."""
        await self.go()
        await self.page.locator("main a[href$='/new']").click()
        await self.page.locator("#title").fill(title)
        await self.page.locator("#category").select_option(category)
        await self.post_when_allowed(words)
        found = re.search(r"/t/\d+", self.page.url)
        assert found, self.page.url
        return found[0]

    async def reply(self, topic: str, words: str) -> None:
        """Replies in a topic."""
        await self.go(topic)
        await self.post_when_allowed(words)

    async def send(self, words: str) -> None:
        """Fills the form and presses its button, whatever comes of it."""
        await self.words.fill(words)
        await self._press()

    async def post_when_allowed(self, words: str) -> None:
        """Posts; where the rules want a pause, presses again, the words being kept."""
        await self.send(words)
        for _ in range(PAUSES):
            if not await self.refused.filter(has_text=PAUSE).count():
                break
            await expect(self.words).to_have_value(words)
            await self.page.wait_for_timeout(1_000)
            await self._press()
        await expect(self.told).to_be_visible()

    async def press(self, button: Locator) -> None:
        """Presses a button of a plain form, and waits for the page that comes of it."""
        async with self.page.expect_navigation():
            await button.click()

    async def _press(self) -> None:
        await self.press(self.page.locator("main form.reply button.go"))
