"""What an agent does on a shift, by the keys and places one would use."""

import contextlib
import re
from collections.abc import Collection
from typing import Any

from playwright.async_api import Locator, TimeoutError, expect

from tests.journeys.agent import Agent

NUMBER = re.compile(r"FRL-\d{4}-\d{6}")


class Shift:
    """An agent who works the queue."""

    def __init__(self, agent: Agent) -> None:
        self.agent, self.page, self.keys = agent, agent.page, agent.page.keyboard
        self.facts = self.page.locator(".talk .facts")
        self.state = self.page.locator(".my-state")
        self.dialog = self.page.locator("dialog[open]")
        self.offer = self.page.locator("section.offer")

    async def call(self, method: str, path: str, **body: Any) -> Any:
        """What another screen of theirs would ask."""
        return await self.agent.call(method, path, body or None)

    async def be(self, key: str, state: str) -> None:
        """S and a digit."""
        await self.leave_field()
        await self.keys.press("s")
        await expect(self.page.locator(".states :focus")).to_have_count(1)
        await self.keys.press(key)
        await expect(self.state).to_have_class(re.compile(rf"\b{state}\b"))

    async def screen(self, key: str) -> None:
        """G and a letter."""
        await self.leave_field()
        await self.keys.press("g")
        await self.keys.press(key)

    async def accept(self, wanted: Collection[str]) -> str:
        """Accepts the next offer that is one of these, by key; lets others go. Its number.

        Whose hands were busy elsewhere while an offer ran out is away, and comes back first.
        """
        while True:
            await expect(self.offer.or_(self.page.locator(".my-state.away")).first).to_be_visible()
            if not await self.offer.count():
                await self.be("1", "available")
                continue
            offered = NUMBER.findall(await self.offer.inner_text())
            if not offered:
                continue
            here = self.page.locator("section.offer", has_text=offered[0])
            if offered[0] not in wanted:
                with contextlib.suppress(TimeoutError):  # a more urgent one came before it
                    await here.get_by_role("button", name="先不接").click(timeout=1_000)
                    await expect(here).to_have_count(0)
                continue
            await self.keys.press("Alt+Enter")
            await expect(here).to_have_count(0)
            number = await self.number()
            if number in wanted:
                await expect(self.facts).to_contain_text("我")
                return number

    async def number(self) -> str:
        """Of the ticket that is open."""
        await self.facts.wait_for()
        return NUMBER.findall(await self.facts.inner_text())[0]

    async def leave_field(self) -> None:
        """To where letters are keys."""
        await self.page.evaluate("document.activeElement?.blur()")

    async def press(self, *keys: str) -> None:
        """Keys outside of any field."""
        await self.leave_field()
        for key in keys:
            await self.keys.press(key)

    async def reply(self, words: str, *, resolve: bool = False) -> None:
        """Writes and sends."""
        await self.press("r")
        await self.agent.field.fill(words)
        await self.send(resolve=resolve)

    async def send(self, *, resolve: bool = False) -> None:
        """What stands in the box, and waits until the conversation has it for good."""
        words = (await self.agent.field.input_value()).splitlines()[0]
        await self.agent.field.press("Control+Shift+Enter" if resolve else "Control+Enter")
        await expect(self.page.locator("#log .msg:not(.pending)", has_text=words)).to_have_count(1)

    async def macro(self, name: str, title: str, **blanks: str) -> None:
        """/ and a few letters; blanks are filled in the order in which the macro has them."""
        await self.press("r")
        await self.agent.field.fill("/")
        find = self.page.locator(".palette.macros input").first
        await find.fill(name)
        await expect(self.page.locator(".palette.macros [aria-selected=true]")).to_contain_text(title)
        await expect(self.page.locator(".palette.macros .shown")).to_be_visible()
        for blank, words in blanks.items():
            await self.page.locator(f'.palette.macros [data-blank="fill:{blank}"]').fill(words)
        await find.press("Control+Enter")
        await expect(self.page.locator(".palette.macros")).to_have_count(0)
        await expect(self.agent.field).not_to_have_value(re.compile(r"^/?$"))

    async def find(self, what: str) -> Locator:
        """Searches, from wherever one is: the tickets that were found."""
        await self.press("/")
        box = self.page.locator(".find input")
        await expect(box).to_be_focused()
        await box.fill(what)
        return self.agent.rows

    async def done_finding(self) -> None:
        """Escape empties the field and leaves it."""
        box = self.page.locator(".find input")
        await box.press("Escape")
        await expect(box).to_have_value("")
        await box.press("Escape")
