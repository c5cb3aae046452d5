"""The demo's outside world: a messenger as one of its people, and telephones."""

from playwright.async_api import Locator, Page, expect


class Outside:
    """One browser out there."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self._url = page, url
        self.said = page.locator(".talk .words")
        self.caller = page.locator("section[aria-labelledby=callers] article").first
        self.colleague = page.locator("section[aria-labelledby=colleagues] article.ringing, section[aria-labelledby=colleagues] article.talking").first

    async def talk(self, platform: str, room: str = "dm", who: str = "mei") -> None:
        """Opens a conversation as somebody."""
        await self.page.goto(f"{self._url}/on/{platform}/{room}?who={who}")

    async def follow(self, link: str) -> None:
        """A link of a messenger, and what its app does then."""
        await self.page.goto(link)
        await self.page.locator(".compose button").click()

    async def say(self, words: str) -> None:
        """Writes in the conversation that is open."""
        await self.page.locator("#words").fill(words)
        await self.page.locator(".compose button").click()
        await self.hears(words)

    async def hears(self, words: str) -> None:
        """Waits until it stands there; the page brings what is new."""
        await expect(self.said.filter(has_text=words).first).to_be_visible()

    async def dial(self, who: str = "mei") -> None:
        """Calls support."""
        await self.page.goto(f"{self._url}/phone-calls")
        await self.page.locator("#who").select_option(who)
        await self.page.locator(".dial button").click()
        await expect(self.caller.locator("blockquote")).to_be_visible()

    async def press(self, phone: Locator, keys: str, then: str = "") -> None:
        """Keys of a phone, while somebody asks for them; then: what is heard after."""
        if len(keys) == 1:
            await phone.locator(f".keys button[value='{keys}']").click()
        else:
            await phone.locator("input[name=keys]").fill(keys)
            await phone.locator("button[value=press]").click()
        if then:
            await expect(phone).to_contain_text(then)

    async def do(self, phone: Locator, deed: str) -> None:
        """A button of a phone: ``up``, ``down``, ``voicemail``."""
        await phone.locator(f"button[value='{deed}']").click()
