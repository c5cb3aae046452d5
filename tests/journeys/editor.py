"""An editor of the knowledge base in the console, in English."""

from playwright.async_api import Locator, Page, expect


class Editor:
    """Locators are what the editor sees; verbs are what they do. A pane is one language of the article that is open."""

    def __init__(self, page: Page, farol: str) -> None:
        self.page, self._home = page, f"{farol}/console/knowledge"
        self.dialog = self.page.locator("dialog[open]")
        self.zh, self.en = (self.page.get_by_role("region", name=name, exact=True) for name in ("Chinese", "English"))

    async def go(self, place: str = "") -> None:
        """A part of the knowledge base, or an article by its number."""
        await self.page.goto(f"{self._home}/{place}")

    async def begin(self, title: str, slug: str, topic: str, language: str) -> str:
        """A new article: its number."""
        await self.go()
        await self.page.get_by_role("button", name="New article").click()
        await self.dialog.get_by_label("Title").fill(title)
        await self.dialog.get_by_label("Address").fill(slug)
        await self.dialog.get_by_label("Topic").select_option(topic)
        await self.dialog.get_by_label("Language").select_option(language)
        await self.press(self.dialog, "Begin")
        await expect(self.dialog).to_have_count(0)
        await expect(self.page.locator(".article-view h1")).to_have_text(title)
        return self.page.url.rsplit("/", 1)[1]

    async def define(self, zh: str, en: str, meaning_zh: str, meaning_en: str) -> None:
        """A term of the glossary."""
        await self.go("glossary")
        await self.page.get_by_role("button", name="New term").click()
        for name, words in (("Chinese", zh), ("English", en), ("Meaning in Chinese", meaning_zh), ("Meaning in English", meaning_en)):
            await self.dialog.get_by_label(name, exact=True).fill(words)
        await self.press(self.dialog, "Save")
        await expect(self.page.get_by_role("row", name=zh)).to_contain_text(en)

    async def press(self, where: Locator, name: str) -> None:
        """A button, by all of its name."""
        await where.get_by_role("button", name=name, exact=True).click()

    async def write(self, pane: Locator, **parts: str) -> None:
        """Fills fields of a text: title, answer, body."""
        names = {"title": "Title", "answer": "30-second answer", "body": "Text"}
        for part, words in parts.items():
            await pane.get_by_role("textbox", name=names[part], exact=True).fill(words)

    async def put_live(self, pane: Locator, kind: str, **filters: str) -> None:
        """Live data where the caret stands."""
        await self.press(pane, "Live data")
        form = pane.get_by_role("dialog", name="Live data")
        await form.get_by_role("combobox", name="Live data").select_option(kind)
        for name, value in filters.items():
            await form.get_by_label(name, exact=True).fill(value)
        await self.press(form, "Put it in")

    async def save(self, pane: Locator) -> None:
        """Saves, and waits until nothing is unsaved."""
        await self.press(pane, "Save draft")
        await expect(pane.get_by_text("Not saved yet")).to_have_count(0)
        await expect(pane.get_by_role("button", name="Save draft")).to_be_disabled()

    async def publish(self, pane: Locator, version: int) -> None:
        """Lets it out as this version."""
        await self.press(pane, "Publish")
        await expect(pane.locator(".chip", has_text=f"v{version}")).to_be_visible()
        await expect(pane.get_by_role("button", name="Change it")).to_be_visible()

    async def take_theirs(self, part: str, words: str) -> None:
        """In the dialog of two texts: takes over what the other wrote in this part, having seen that it is this."""
        mine, theirs = (self.dialog.locator("section").filter(has=self.page.get_by_role("heading", name=part)).locator("textarea").nth(n) for n in (0, 1))
        await expect(theirs).to_have_value(words)
        await mine.fill(words)

    async def settle(self, choice: str) -> None:
        """Leaves that dialog by one of its buttons, and waits until nothing is unsaved."""
        await self.press(self.dialog, choice)
        await expect(self.dialog).to_have_count(0)
        await expect(self.zh.get_by_text("Not saved yet")).to_have_count(0)
