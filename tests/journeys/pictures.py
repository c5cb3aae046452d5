"""Takes the pictures of the README and the guides: ``python -m tests.journeys.pictures [FOLDER]``.

The story is that of ``test_missing_deposit``. Pictures are made small enough to live in the repository.
"""

import asyncio
import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, async_playwright, expect

from farol.app.demo.cast import MEI
from farol.kit.supervisor import home
from tests.journeys.agent import Agent
from tests.journeys.conftest import CHROMIUM, Demo
from tests.journeys.stage import PATIENCE_MS, Stage
from tests.journeys.test_missing_deposit import ANSWER, NOTE, QUESTION, screenshot
from tests.journeys.test_three_doors import one_matter

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 150_000
"""Bytes of one picture."""
PHONE = {"width": 360, "height": 640}
NARROW = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
TALL = {"width": 1440, "height": 1500}
"""A whole conversation at once."""
ADMIN = r"\w+(?=, admin)"
"""Whoever administers the demo."""
POSTED = (
    ("rosa", "大家好，我的 XRP 充值忘了填标签，我邮箱 rosa.vega@example.com"),
    ("ivan", "Send 100 USDT get 200 USDT back, today only"),
    ("noor", "My wallet: abandon ability able about above absent absorb abstract absurd abuse access accident"),
    ("fake", "Support team here. Verify your wallet at demo-exchange-support.example"),
)
"""What is said in the group, each of which a rule is for."""


class Camera:
    """Puts what a page shows into the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def take(self, page: Page, name: str) -> None:
        """When nothing moves any more."""
        await page.evaluate("Promise.all(document.getAnimations({subtree: true}).map(one => one.finished.catch(() => null)))")
        await page.wait_for_timeout(300)
        picture = Image.open(io.BytesIO(await page.screenshot(animations="disabled"))).convert("RGB")
        path = self._folder / f"{name}.png"
        picture.quantize(palette=palette(picture), dither=Image.Dither.NONE).save(path, optimize=True)
        size = path.stat().st_size
        print(f"{name:32} {size / 1000:5.0f} KB")
        assert size <= LARGEST, name


def palette(picture: Image.Image) -> Image.Image:
    """The commonest colours as they are, so that no paper is tinted, and the widest spread of the others: a small red mark stays red."""
    counted = sorted(picture.getcolors(2**24) or [], reverse=True)
    chosen = [level for _, colour in counted[:160] for level in colour]
    chosen += (picture.quantize(96, Image.Quantize.MAXCOVERAGE).getpalette() or [])[: 96 * 3]
    result = Image.new("P", (1, 1))
    result.putpalette(chosen)
    return result


async def story(stage: Stage, camera: Camera) -> None:
    """A missing deposit, seen by both."""
    ana = await stage.agent()
    await ana.page.mouse.move(700, 450)
    mei = await stage.customer()
    txid = await mei.page.locator(".move", has_text="4,000 USDT").first.locator("[data-copy]").get_attribute("data-copy")
    await camera.take(mei.page, "exchange-zh")
    await mei.open()
    await expect(mei.panel.locator(".bad-box")).to_be_visible()
    await camera.take(mei.page, "widget-home-1280-zh")
    await mei.paste(screenshot(), "转账截图.png")
    await mei.say(f"{QUESTION} {txid}")
    await ana.open(QUESTION)
    await ana.say(ANSWER)
    await mei.hears(ANSWER)
    await ana.note(NOTE)
    await mei.say("明白了，那我等到 64 个确认")
    await ana.hears("明白了，那我等到 64 个确认")
    await camera.take(mei.page, "widget-conversation-1280-zh")
    await desk(ana, camera)
    await phones(stage, camera)
    await mei.page.goto(f"{stage.exchange}/my-tickets")
    await mei.page.wait_for_url(f"{stage.farol}/my")
    await camera.take(mei.page, "portal-zh")
    await mei.page.get_by_role("link", name=QUESTION).click()
    await camera.take(mei.page, "portal-ticket-zh")


async def desk(ana: Agent, camera: Camera) -> None:
    """The console in both languages and themes."""
    await expect(ana.side.locator(".gates").first).to_be_visible()
    await ana.page.get_by_role("tab").first.click()
    await ana.field.fill("不客气，到了您就可以提币。")
    for language in ("zh", "en"):
        for theme in ("light", "dark"):
            await ana.page.emulate_media(color_scheme=theme)
            await camera.take(ana.page, f"console-{language}-{theme}")
        if language == "zh":
            await ana.page.locator(".rail .lang").click()
    await ana.page.emulate_media(color_scheme="light")
    await ana.page.set_viewport_size({"width": 390, "height": 844})
    await camera.take(ana.page, "console-390-en")
    await ana.field.fill("")


async def doors(stage: Stage, camera: Camera) -> None:
    """One matter through three doors: at the desk in both languages and themes, and the outside world on a phone."""
    ana, outside, _ = await one_matter(stage)
    await ana.page.set_viewport_size(TALL)
    await ana.page.mouse.move(700, 450)
    for language in ("zh", "en"):
        for theme in ("light", "dark"):
            await ana.page.emulate_media(color_scheme=theme)
            await camera.take(ana.page, f"doors-{language}-{theme}")
        if language == "zh":
            await ana.page.locator(".rail .lang").click()
    await ana.page.emulate_media(color_scheme="light")
    await ana.page.set_viewport_size(NARROW)
    await camera.take(ana.page, "doors-390-en")
    await outside.page.set_viewport_size(NARROW)
    await outside.talk("telegram")
    await camera.take(outside.page, "doors-telegram-390-zh")


async def channels(stage: Stage, camera: Camera) -> None:
    """What an administrator sees of the connections, and how a group is kept."""
    outside = await stage.outside()
    for who, words in POSTED:
        await outside.talk("telegram", "group", who)
        await outside.say(words)
    admin, sol = await stage.agent(ADMIN), await stage.agent("Sol")
    await admin.page.goto(f"{stage.farol}/console/channels")
    await sol.page.goto(f"{stage.farol}/console/groups")
    await sol.page.locator(".record-row", has_text="Demo Exchange users").click()
    await expect(sol.page.locator(".groups-deeds li")).to_have_count(len(POSTED))
    for agent, name, seen in ((admin, "channels", ".doors-kinds"), (sol, "group", ".groups-deeds")):
        for language in ("en", "zh"):  # both work in English
            await expect(agent.page.locator(seen)).to_be_visible()
            await agent.page.mouse.move(1200, 880)
            await camera.take(agent.page, f"{name}-{language}-light")
            if language == "en":
                await agent.page.locator(".rail .lang").click()
        await agent.page.emulate_media(color_scheme="dark")
        await camera.take(agent.page, f"{name}-zh-dark")
    await admin.page.emulate_media(color_scheme="light")
    await admin.page.locator(".record-row", has_text="WhatsApp").click()
    await admin.page.locator(".record-head button").first.click()
    await expect(admin.page.locator(".doors-probe")).to_be_visible()
    await camera.take(admin.page, "channel-zh")
    await admin.page.set_viewport_size(NARROW)
    await camera.take(admin.page, "channel-390-zh")


async def phones(stage: Stage, camera: Camera) -> None:
    """The widget as wide as a small phone."""
    for language, locale in (("zh", "zh-CN"), ("en", "en-US")):
        mei = await stage.customer(MEI, viewport=PHONE, locale=locale)
        await mei.page.goto(f"{stage.exchange}/?lang={language}")
        await mei.open()
        await expect(mei.panel.locator(".bad-box")).to_be_visible()
        await camera.take(mei.page, f"widget-home-360-{language}")
        await mei.panel.locator("button.item", has_text=QUESTION).click()
        await mei.hears(ANSWER)
        await expect(mei.said.first.locator("canvas")).to_have_attribute("height", "480")
        await camera.take(mei.page, f"widget-conversation-360-{language}")


async def others(stage: Stage, camera: Camera) -> None:
    """The pages, the sign-in, the mailbox."""
    page, _ = await stage.window()
    for name, address in (
        ("help-zh", f"{stage.farol}/help/zh"), ("help-en", f"{stage.farol}/help/en"),
        ("article-zh", f"{stage.farol}/help/zh/a/deposit-not-credited"), ("article-en", f"{stage.farol}/help/en/a/deposit-not-credited"),
    ):
        await page.goto(address)
        await camera.take(page, name)
    page, _ = await stage.window(viewport=DESK, locale="en-US")
    await page.goto(f"{stage.farol}/console/")
    await expect(page.locator("section.demo button").first).to_be_visible()
    await camera.take(page, "sign-in-en")
    mail = await stage.mailbox("rosa.vega@example.com")
    await mail.read("250 XRP")
    await camera.take(mail.page, "mailbox-zh")


async def main(folder: Path) -> None:
    """Everything in one demo of its own."""
    data = Path(tempfile.mkdtemp(prefix="farol-"))
    home.passable(data)
    demo = Demo(data)
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=CHROMIUM)
            expect.set_options(timeout=PATIENCE_MS)
            stage = Stage(browser, demo.address)
            await story(stage, Camera(folder))
            await others(stage, Camera(folder))
            await channels(stage, Camera(folder))
            await doors(stage, Camera(folder))
            await stage.close()
            await browser.close()
    finally:
        demo.running.end()


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    chosen.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(chosen))
