"""An agent in the console, and what they do there."""

from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.journeys.ears import Ears

CALL = """async ([method, path, body]) => {
  const answer = await fetch(`/api/console${path}`, {
    method, headers: {"content-type": "application/json"}, body: body ? JSON.stringify(body) : undefined});
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}"""


class Agent:
    """Locators are what the agent sees; verbs are what they do, by keyboard where one would."""

    def __init__(self, page: Page, ears: Ears) -> None:
        self.page, self.ears = page, ears
        self.rows = page.locator("a.tick")
        self.messages = page.locator("#log .msg")
        self.field = page.locator("#write textarea")
        self.side = page.locator("aside.side")
        self.status = page.locator(".talk .facts .chip")
        self.customer = page.locator(".composer .to")

    def row(self, words: str) -> Locator:
        """The inbox row that shows these words."""
        return self.rows.filter(has_text=words)

    def message(self, words: str) -> Locator:
        """What was said, whoever said it."""
        return self.messages.filter(has_text=words)

    async def open(self, words: str) -> None:
        """Opens the ticket whose row shows these words, and goes to where one writes: the list rests under the pointer."""
        await self.row(words).click()
        await self.message(words).first.wait_for()
        await self.field.click()

    async def find(self, what: str) -> None:
        """Searches, and opens the first ticket that is found."""
        await self.page.locator(".find input").fill(what)
        await expect(self.rows).to_have_count(1)
        await self.rows.click()
        await self.messages.first.wait_for()

    async def number(self) -> str:
        """Of the ticket that is open."""
        return str((await self.call("GET", f"/tickets/{self.page.url.rsplit('/', 1)[1]}"))["ticket"]["number"])

    async def say(self, words: str) -> None:
        """Replies; the reply goes after the time to undo."""
        await self.page.get_by_role("tab").first.click()
        await self._write(words)

    async def note(self, words: str) -> None:
        """Adds an internal note, and waits until it is stored."""
        await self.page.get_by_role("tab").last.click()
        await self._write(words)
        await expect(self.page.locator(".msg.note:not(.pending)", has_text=words)).to_have_count(1)

    async def hears(self, words: str) -> None:
        """Waits until it stands in the conversation, once."""
        await expect(self.message(words)).to_have_count(1)

    async def resolve(self) -> None:
        """E."""
        await self.page.locator("#log").focus()
        await self.page.keyboard.press("e")

    async def call(self, method: str, path: str, body: object = None) -> Any:
        """What another screen of theirs would ask."""
        return await self.page.evaluate(CALL, [method, path, body])

    async def conversation(self) -> list[str]:
        """All words that the customer may see and the server has, in order."""
        await expect(self.page.locator(".msg.pending, .msg.failed")).to_have_count(0)
        return await self.page.locator("#log .msg:not(.note) .txt").all_inner_texts()

    async def _write(self, words: str) -> None:
        await self.field.fill(words)
        await self.field.press("Control+Enter")
