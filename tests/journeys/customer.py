"""A customer at the exchange's site, and what they do in the widget."""

from pathlib import Path

from playwright.async_api import Page, expect

from tests.journeys.ears import Ears

PASTE = """(field, [name, bytes]) => {
  const data = new DataTransfer();
  data.items.add(new File([new Uint8Array(bytes)], name, {type: "image/png"}));
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true, composed: true}));
}"""


class Customer:
    """Locators are what the customer sees; verbs are what they do."""

    def __init__(self, page: Page, ears: Ears) -> None:
        self.page, self.ears = page, ears
        widget = page.locator("farol-widget")
        self.pill = widget.locator("button.pill")
        self.panel = widget.get_by_role("dialog")
        self.field = self.panel.locator("textarea")
        self.said = self.panel.locator(".said")
        self.words = self.said.locator(".words")
        self.number = self.panel.locator(".standing .number")
        self.status = self.panel.locator(".standing .chip")
        self.typing = self.panel.locator(".typing")
        self.notice = self.panel.locator(".removed")

    async def open(self) -> None:
        """Presses the pill."""
        await self.pill.click()
        await self.panel.wait_for()

    async def open_ticket(self, subject: str) -> None:
        """Opens the widget at a ticket of the list."""
        await self.open()
        await self.panel.locator("button.item", has_text=subject).click()
        await self.said.first.wait_for()

    async def ask(self, words: str) -> str:
        """Opens the widget and writes first words: the ticket's number."""
        await self.open()
        await self.say(words)
        return await self.number.inner_text()

    async def say(self, words: str) -> None:
        """Writes and sends."""
        await self.field.fill(words)
        await self.field.press("Enter")

    async def paste(self, picture: bytes, name: str) -> None:
        """A picture from the clipboard, as after a screenshot."""
        await self.field.evaluate(PASTE, [name, list(picture)])

    async def attach(self, *files: Path) -> None:
        """Files by the paper clip."""
        await self.panel.locator("input[type=file]").set_input_files(files)

    async def hears(self, words: str) -> None:
        """Waits until somebody said it, once."""
        await expect(self.said.filter(has_text=words)).to_have_count(1)

    async def introduce(self, email: str, name: str = "") -> None:
        """A visitor says where answers go."""
        await self.panel.locator("input[type=email]").fill(email)
        await self.panel.locator("input[autocomplete=name]").fill(name)
        await self.panel.locator("form.who button").click()

    async def conversation(self) -> list[str]:
        """All words that are the server's by now, in order."""
        await expect(self.panel.locator(".said.going, .said.late, .said.failed")).to_have_count(0)
        return await self.words.all_inner_texts()
