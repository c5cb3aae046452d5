"""What people write is shown as they wrote it and never becomes anything else (W01); secrets are not kept at all."""

import re
import uuid
from pathlib import Path

from playwright.async_api import BrowserContext, Page, expect

from tests.journeys.stage import Stage

CANARY = "canary.example.invalid"
SEED = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
PAYLOADS = (
    "<script>hit(1)</script>",
    "<img src=x onerror=hit(2)>",
    "<svg><animate onbegin=hit(3) attributeName=x dur=1s>",
    "\"><iframe srcdoc='<script>parent.hit(4)</script>'></iframe>",
    "</textarea></title></style></script><script>hit(5)</script>",
    "javascript:hit(6)//",
    "[read](javascript:hit(7)) ![x](https://canary.example.invalid/8.png)",
    "<a href='java\tscript:hit(9)' autofocus onfocus=hit(9)>x</a>",
    "{{constructor.constructor('hit(10)')()}} ${hit(11)} <%= hit(12) %>",
    "<link rel=stylesheet href=https://canary.example.invalid/13.css><base href=https://canary.example.invalid/>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=hit(14)&gt;'>",
    "\u202egnp.exe\u202c \u2066<b onmouseover=hit(15)>x</b>\u2069 \ufeff\u200b",
)
TRAP = """
window.hits = [];
window.hit = what => window.hits.push(what);
for (const name of ["alert", "confirm", "prompt"]) window[name] = what => { window.hits.push(name + what); };
"""
MARKUP = """() => [document, document.querySelector("farol-widget")?.shadowRoot].flatMap(root =>
  [...root?.querySelectorAll("[onerror], [onfocus], [onbegin], [onmouseover], iframe, base, .msg script, .said script") ?? []]
    .map(one => one.outerHTML))"""


class Trap:
    """Notices when anything that was written is run or fetched."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._pages: list[Page] = []

    async def set(self, page: Page) -> None:
        """Before anything hostile is shown there."""
        context: BrowserContext = page.context
        await context.add_init_script(TRAP)
        await page.reload()
        context.on("request", lambda request: self.asked.append(request.url))
        self._pages.append(page)

    async def sprung(self) -> list[str]:
        """What ran, what was fetched, and what only a content policy kept from running."""
        found = [url for url in self.asked if CANARY in url]
        for page in self._pages:
            found += await page.evaluate(MARKUP)
            found += [f"{page.url} {hit}" for hit in await page.evaluate("window.hits")]
        return found


async def test_nothing_that_is_written_runs(stage: Stage, tmp_path: Path) -> None:
    trap = Trap()
    ana = await stage.agent(locale="en-US")
    eve = await stage.visitor(locale="en-US")
    for person in (ana, eve):
        await trap.set(person.page)
    named = tmp_path / "<img src=x onerror=hit(0)>.txt"
    named.write_text("<script>hit(20)</script>")

    # First words make the subject; the name and the file's name are the visitor's too.
    await eve.open()
    await eve.attach(named)
    await eve.say(PAYLOADS[1])
    await eve.introduce(f"eve.{uuid.uuid4().hex[:8]}@example.net", PAYLOADS[1])
    await expect(eve.number).to_contain_text("FRL-")
    await ana.open(PAYLOADS[1])
    for payload in PAYLOADS:
        await eve.say(payload)
    await expect(eve.said).to_have_count(1 + len(PAYLOADS))
    await expect(ana.messages).to_have_count(1 + len(PAYLOADS))
    shown = [PAYLOADS[1], *PAYLOADS]
    assert [visible(words) for words in await eve.conversation()] == [visible(words) for words in shown]
    assert [visible(words) for words in await ana.conversation()] == [visible(words) for words in shown]

    # Back the same way, in a note, in a search, and everywhere the subject stands.
    await ana.note(PAYLOADS[0])
    await ana.say(PAYLOADS[2])
    await expect(eve.said).to_have_count(2 + len(PAYLOADS))
    for link in await ana.page.locator("#log a, .talk a").all():
        assert (await link.get_attribute("href") or "").startswith(("/", "https://", "http://", "#"))
    await ana.page.locator(".find input").fill(PAYLOADS[0])
    await ana.page.keyboard.press("Control+k")
    await ana.page.keyboard.type("<img src=x onerror=hit(21)>")
    await ana.page.keyboard.press("Escape")
    await eve.panel.get_by_role("button", name="Back").click()
    await expect(eve.panel.locator("button.item")).to_contain_text("<img src=x onerror=hit(2)>")
    assert await trap.sprung() == []


async def test_nothing_that_a_page_shows_runs(stage: Stage) -> None:
    trap = Trap()
    mei = await stage.customer()
    await mei.ask(PAYLOADS[4])
    for payload in PAYLOADS[5:]:
        await mei.say(payload)
    await expect(mei.said).to_have_count(len(PAYLOADS) - 4)
    await trap.set(mei.page)
    await mei.page.goto(f"{stage.exchange}/my-tickets")
    await mei.page.get_by_role("link", name="</textarea>").click()
    await expect(mei.page.locator(".tm").nth(len(PAYLOADS) - 5)).to_be_visible()
    for payload in PAYLOADS[:6]:
        await mei.page.goto(f"{stage.farol}/help/zh")
        await mei.page.locator("input[type=search]").fill(payload)
        await mei.page.locator("input[type=search]").press("Enter")
        await expect(mei.page.get_by_role("heading", level=1)).to_be_visible()
        assert await trap.sprung() == []


async def test_a_seed_phrase_is_gone_before_anybody_sees_it(stage: Stage) -> None:
    ana = await stage.agent()
    mei = await stage.customer()
    await mei.ask(f"钱包打不开了，助记词是 {SEED}，帮我看看")
    await expect(mei.notice).to_contain_text("我们已删掉")
    await ana.open("钱包打不开了")
    await expect(ana.message("钱包打不开了")).to_contain_text("助记词")
    await expect(ana.message("钱包打不开了").locator(".removed")).to_be_visible()
    for person in (ana, mei):
        assert SEED[:15] not in await person.page.content()
        assert SEED[:15] not in await person.ears.told()
    stored = await mei.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert SEED[:15] not in stored


def visible(words: str) -> str:
    """Without what has no width, and with runs of space as one."""
    return re.sub(r"\s+", " ", re.sub("[\u200b\ufeff\u202a-\u202e\u2066-\u2069]", "", words)).strip()
