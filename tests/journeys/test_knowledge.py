"""An article from its first word to its reader: written in two languages by two people, read by a third, found by everybody, changed."""

import asyncio

import httpx2
from playwright.async_api import expect

from tests.journeys.editor import Editor
from tests.journeys.stage import PATIENCE_MS, Stage

SLUG = "change-address"
ZH, EN = "提币里的找零地址是什么", "What the change address in a withdrawal is"
ANSWER_ZH, ANSWER_EN = "找零地址是我们自己的，多出来的币回到那里，您不用做任何事。", "A change address is ours: what is left over comes back to it. You need not do anything."
TIMS, CHANGED = f"{ANSWER_ZH}手续费也不变。", "找零地址属于平台。剩下的币回到那里，您的余额不受影响。"
TERM_ZH, TERM_EN = "找零地址", "change address"
LIVE = "{{core:network coin=USDT net=TRC20}}"
BODY_ZH = "## 适合谁看 {#who}\n\n您在区块浏览器里看到一笔提币有两个收款地址。\n\n## 现在的数字 {#live}\n\n"
TAIL_ZH = "\n\n找零地址不收费。"
BODY_EN = "## Who this is for {#who}\n\nYou see two receivers of one withdrawal in a block explorer.\n\n## The figures now {#live}\n\n" + LIVE
CONNECTIONS = 12
"""More than there are web processes, by far: connections of their own go to each."""


async def everywhere(address: str, words: str, question: str = "") -> None:
    """Waits until the page has the words on every one of many connections, so that no web process shows an older one."""
    async def once() -> bool:
        async with httpx2.AsyncClient(timeout=PATIENCE_MS / 1000, trust_env=False) as reader:
            return words in (await reader.get(address, params={"q": question} if question else None)).text

    async with asyncio.timeout(PATIENCE_MS / 1000):
        while not all(await asyncio.gather(*(once() for _ in range(CONNECTIONS)))):
            await asyncio.sleep(0.1)


async def test_an_article_reaches_its_readers(stage: Stage) -> None:
    kai = Editor((await stage.agent("Kai")).page, stage.farol)
    await kai.define(TERM_ZH, TERM_EN, "一笔交易剩下的币回到的地址", "Where what is left over of a transaction comes back to")
    number = await kai.begin(ZH, SLUG, "withdrawals", "zh")
    await kai.write(kai.zh, answer=ANSWER_ZH, body=BODY_ZH)
    await kai.put_live(kai.zh, "core:network", coin="USDT", net="TRC20")
    await expect(kai.zh.get_by_role("textbox", name="Text", exact=True)).to_have_value(f"{BODY_ZH}{LIVE}\n\n")
    await kai.press(kai.zh, "Preview")
    await expect(kai.zh.locator(".text-shown .live-block")).to_contain_text("coin=USDT net=TRC20")
    await expect(kai.zh.locator(".text-shown h2").first).to_have_text("适合谁看")
    await kai.press(kai.zh, "Text")
    await kai.save(kai.zh)

    # Tim has it open too and saves first. Kai is asked, and takes his sentence into hers.
    tim = Editor((await stage.agent("Tim")).page, stage.farol)
    await tim.go(number)
    await tim.write(tim.zh, answer=TIMS)
    await tim.save(tim.zh)
    await tim.write(tim.zh, title=f"{ZH}？")
    await kai.write(kai.zh, body=f"{BODY_ZH}{LIVE}{TAIL_ZH}")
    await kai.press(kai.zh, "Save draft")
    await expect(kai.dialog).to_contain_text("Somebody saved meanwhile")
    await kai.take_theirs("30-second answer", TIMS)
    await kai.settle("Save mine over it")

    # What Tim had not saved survives his closed window, and does not go over Kai's words unasked.
    page = await tim.page.context.new_page()
    await tim.page.close()
    tim = Editor(page, stage.farol)
    await tim.go(number)
    await expect(tim.zh).to_contain_text("Your unsaved words from before are back.")
    await expect(tim.zh.get_by_role("textbox", name="Title", exact=True)).to_have_value(f"{ZH}？")
    await tim.press(tim.zh, "Save draft")
    await tim.take_theirs("Text", f"{BODY_ZH}{LIVE}{TAIL_ZH}")
    await tim.settle("Save mine over it")

    # The other language beside it; both wait for somebody else to read them.
    await kai.go(number)
    await expect(kai.zh.get_by_role("textbox", name="30-second answer")).to_have_value(TIMS)
    await kai.press(kai.en, "Write this language")
    await kai.press(kai.en, "Translate")
    await expect(kai.dialog.locator(".memory-rows .txt").first).to_have_text(f"{ZH}？")
    await kai.press(kai.dialog, "Close")
    await kai.write(kai.en, title=EN, answer=ANSWER_EN, body=BODY_EN)
    await kai.save(kai.en)
    for pane in (kai.zh, kai.en):
        await kai.press(pane, "Send for review")
        await expect(pane.locator(".chip.good")).to_have_text("In review")

    dan = Editor((await stage.agent("Dan")).page, stage.farol)
    await dan.go()
    await dan.page.get_by_role("combobox", name="State").select_option("in_review")
    await dan.page.get_by_role("link", name=EN).click()
    for pane in (dan.zh, dan.en):
        await dan.publish(pane, 1)

    # Whoever searches finds it, on every process, with the exchange's own figures and the term in the glossary.
    await everywhere(f"{stage.farol}/help/zh/search", f"/help/zh/a/{SLUG}", TERM_ZH)
    await everywhere(f"{stage.farol}/help/en/search", f"/help/en/a/{SLUG}", "two receivers in the explorer: change address")
    reader, _ = await stage.window(java_script_enabled=False)
    await reader.goto(f"{stage.farol}/help/zh")
    await reader.get_by_role("searchbox").fill("找零地址是谁的")
    await reader.get_by_role("searchbox").press("Enter")
    await reader.locator("ol.found a").first.click()
    await expect(reader).to_have_url(f"{stage.farol}/help/zh/a/{SLUG}")
    await expect(reader.locator(".short")).to_have_text(TIMS)
    await expect(reader.locator(".live")).to_contain_text("波场（TRC-20）")
    await expect(reader.locator(".livetag").first).to_be_visible()
    await reader.get_by_role("link", name="这一版的永久地址").click()
    quoted = f"{stage.farol}/help/zh/a/{SLUG}/v/1"
    await expect(reader).to_have_url(quoted)
    await reader.goto(f"{stage.farol}/help/zh/glossary")
    await expect(reader.locator("dl.terms")).to_contain_text(TERM_ZH)

    # A change in one language leaves the other behind, for editors and readers; the first version stays as it was.
    await kai.go(number)
    await kai.press(kai.zh, "Change it")
    await kai.write(kai.zh, answer=CHANGED)
    await kai.save(kai.zh)
    await kai.publish(kai.zh, 2)
    await expect(kai.en.locator(".chip.risk")).to_have_text("Behind")
    await kai.press(kai.en, "See what changed")
    await expect(kai.dialog).to_contain_text(CHANGED)
    await kai.press(kai.dialog, "Close")
    await kai.go()
    await kai.page.get_by_role("combobox", name="Behind").select_option("en")
    await expect(kai.page.get_by_role("row", name=EN)).to_contain_text("Behind")
    await everywhere(f"{stage.farol}/help/zh/a/{SLUG}", CHANGED)
    await reader.goto(f"{stage.farol}/help/en/a/{SLUG}")
    await expect(reader.locator(".aged")).to_contain_text("The Chinese version was updated since")
    await reader.goto(quoted)
    await expect(reader.locator(".short")).to_have_text(TIMS)
    await expect(reader.locator(".aged")).to_contain_text("这是第 1 版，留作引用。")
