"""The demo's mailbox, as somebody sees it who reads mail."""

import asyncio
from typing import Any

import httpx2
from playwright.async_api import Page, expect


class Mailbox:
    """One address."""

    def __init__(self, page: Page, url: str, address: str) -> None:
        self.page, self._url, self._address = page, url, address
        self.mails = page.locator(".mails a")
        self.paper = page.frame_locator("iframe.paper")

    async def open(self) -> None:
        """The list of this address; new mail comes into view by itself."""
        await self.page.goto(f"{self._url}/?box={self._address}")

    async def read(self, words: str) -> None:
        """Opens the newest mail when it holds these words; waits until it comes."""
        while not any(words in mail["text"] for mail in (await self.all())[:1]):
            await asyncio.sleep(0.1)
        await self.open()
        await self.mails.first.click()
        await expect(self.paper.get_by_text(words)).to_be_visible()

    async def headers(self) -> dict[str, str]:
        """Of the mail that is open; names in small letters."""
        address = self.page.url.partition("?")[0]
        await self.page.goto(f"{address}?as=headers")
        names = await self.page.locator("dl.headers dt").all_inner_texts()
        values = await self.page.locator("dl.headers dd").all_inner_texts()
        await self.page.goto(address)
        return dict(zip(map(str.lower, names), values, strict=True))

    async def answer(self, words: str) -> None:
        """Replies to the mail that is open, with the original quoted below."""
        await self.page.locator("#words").fill(words)
        await self.page.locator("form button").click()
        await self.page.get_by_role("status").wait_for()

    async def write(self, subject: str, words: str) -> None:
        """A first letter to support from this address."""
        await self.page.goto(f"{self._url}/new?box={self._address}")
        await self.page.locator("[name=subject]").fill(subject)
        await self.page.locator("[name=words]").fill(words)
        await self.page.locator("form button").click()
        await self.page.get_by_role("status").wait_for()

    async def all(self) -> list[dict[str, Any]]:
        """What came to the address, newest first."""
        async with httpx2.AsyncClient(trust_env=False) as client:
            mails: list[dict[str, Any]] = (await client.get(f"{self._url}/mails", params={"box": self._address})).json()
        return [mail for mail in mails if mail["way"] == "in"]
