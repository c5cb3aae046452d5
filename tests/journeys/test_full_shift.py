"""A whole shift of one agent: twelve tickets in four languages, from the brief in the morning to the hand-over at night."""

import asyncio
import re

from playwright.async_api import expect

from farol.app.demo.cast import MEI
from tests.journeys.day import ANSWERS, ASKED, HEARD, TXID, Day, day
from tests.journeys.matters import WORK
from tests.journeys.shift import NUMBER
from tests.journeys.stage import Stage

WATCH = "TRC20 钱包 18:00 前维护，充值会慢"


async def test_twelve_tickets_from_the_brief_to_the_hand_over(stage: Stage) -> None:
    await stage.free_desk()
    async with day(stage) as today:
        await begin(today)
        await morning(today)
        await noon(today)
        await evening(today)
        await search(today)
        await sums(today)
        await hand_over(today)


async def figure(day: Day, row: str) -> set[str]:
    """Which of the day's tickets stand behind a figure, as the lead sees them."""
    sol = day.sol
    await sol.screen("f")
    await sol.page.locator("table.of-figures").get_by_role("button", name=re.compile(row)).click()
    await sol.dialog.locator(".behind li, .behind p:not([role])").first.wait_for()
    found = set(NUMBER.findall(await sol.dialog.inner_text()))
    await sol.keys.press("Escape")
    await expect(sol.dialog).to_have_count(0)
    return {matter for matter, number in day.numbers.items() if number in found}


async def begin(today: Day) -> None:
    """Sol says what to look out for; Ana reads it and goes available."""
    ana, sol = today.ana, today.sol
    await sol.screen("b")
    await sol.page.locator(".watch-form textarea").fill(WATCH)
    await sol.page.locator(".watch-form button[type=submit]").click()
    await expect(sol.page.locator(".brief li.watch", has_text=WATCH)).to_have_count(1)
    await ana.page.reload()
    await ana.page.locator(".list .bar", has_text="班次简报还没读").get_by_role("button").click()
    await expect(ana.page.locator(".brief li.watch", has_text=WATCH)).to_contain_text("Sol Navarro")
    await ana.page.get_by_role("button", name="我已读").click()
    await expect(ana.page.locator(".brief .good")).to_contain_text("已读")
    await ana.be("1", "available")
    await ana.page.keyboard.press("Escape")


async def morning(today: Day) -> None:
    """A deposit asked twice, a recovery that waits for its customer, a refused identity check, an expert's matter."""
    ana, stage = today.ana, today.stage
    mei = await stage.customer(MEI)
    today.numbers["deposit"] = await mei.ask(f"{ASKED['deposit'][1]} {TXID}")
    await today.accept("deposit")
    await expect(ana.agent.side.locator(".obj").first).to_contain_text("0x51f7")
    await ana.press("r")
    await ana.agent.field.fill("查到了，正在等确认，90 分钟内回复您。")
    await ana.page.locator(".composer .found").click()
    await ana.send()
    await expect(ana.page.locator(".promise-bar")).to_be_visible()
    await mei.hears("90 分钟内回复您")

    # The same matter again: the radar says so, M makes one of two.
    await today.ask("again", "tag", "kyc", "api")
    for _ in range(4):
        await WORK[await today.accept("again", "tag", "kyc", "api")](today)


async def noon(today: Day) -> None:
    """Four small questions: one resolved with its answer, three all at once, and back, and again. Thanks open nothing; a doubt does."""
    ana = today.ana
    await today.ask("fees", "csv", "name", "order")
    for _ in range(4):
        matter = await today.accept("fees", "csv", "name", "order")
        await ana.reply(ANSWERS[matter], resolve=matter == "order")
        if matter != "order":
            await ana.page.get_by_role("button", name="等客户").click()
        await expect(ana.facts.locator(".chip", has_text="已解决" if matter == "order" else "等客户").first).to_be_visible()

    await ana.page.get_by_role("button", name="选择视图").click()
    await ana.page.get_by_role("option", name="我负责的").click()
    bar = ana.page.locator(".bulk-bar")
    for word in ("已撤销 3 张", ""):
        for matter in ("fees", "csv", "name"):
            await ana.agent.rows.filter(has_text=ANSWERS[matter]).focus()
            await ana.keys.press("x")
        await expect(bar).to_contain_text("已选 3 张")
        await bar.get_by_role("button", name="解决").click()
        await expect(bar).to_contain_text("已完成 3 张")
        if word:
            await bar.get_by_role("button", name="撤销").click()
            await expect(bar).to_contain_text(word)
            await bar.get_by_role("button", name="关闭").click()
            assert await today.app("fees").status(today.numbers["fees"]) == "pending"

    await today.app("order").say(today.numbers["order"], "好的，谢谢")
    await today.app("csv").say(today.numbers["csv"], "The file is empty")
    await expect(ana.agent.row("The file is empty")).to_have_count(1)
    await today.go("order")
    await ana.agent.hears("好的，谢谢")
    await expect(ana.facts.locator(".chip", has_text="已解决").first).to_be_visible()


async def evening(today: Day) -> None:
    """A review that risk left to her, put aside so that it holds no slot; a dispute; a theft of the security desk's; J and K walk between."""
    ana = today.ana
    await today.ask("review")
    await take(today, "review")
    await WORK["review"](today)
    await today.ask("p2p", "stolen")
    await WORK[await today.accept("p2p")](today)
    await take(today, "stolen")
    await WORK["stolen"](today)
    here = await ana.number()
    await ana.press("k")
    await expect(ana.facts).not_to_contain_text(here)
    await ana.press("j")
    await expect(ana.facts).to_contain_text(here)


async def take(today: Day, matter: str) -> None:
    """Ana takes a ticket of another team, once triage has given it to them."""
    while (await today.ana.call("GET", f"/tickets/{await today.app(matter).id(today.numbers[matter])}"))["ticket"]["reason"] is None:
        await asyncio.sleep(0.2)
    await today.go(matter)
    await today.ana.press("a")
    await expect(today.ana.facts).to_contain_text("我")


async def search(today: Day) -> None:
    """By hash, by number, by two characters in the middle of a sentence."""
    ana = today.ana
    for what, matter in ((TXID, "deposit"), (today.numbers["api"], "api"), ("放币", "p2p")):
        await ana.find(what)
        hit = ana.page.locator(f'.list a[href="/console/tickets/{await today.app(matter).id(today.numbers[matter])}"]').first
        await expect(hit).to_be_visible()
        await hit.click()
        await expect(ana.facts).to_contain_text(today.numbers[matter])
        await ana.page.locator(".find input").focus()
        await ana.done_finding()


async def sums(today: Day) -> None:
    """Every ticket stands where the day left it, for its customer too, and the figures say so."""
    resolved = {"fees", "name", "order"}
    for matter in ASKED:
        stands = await today.app(matter).status(today.numbers[matter])
        assert stands == ("closed" if matter == "again" else "resolved" if matter in resolved else "pending" if matter in ("tag", "kyc") else "open"), matter
    for matter, words in HEARD.items():
        await today.app(matter).hears(today.numbers[matter], words)
    assert await figure(today, "Resolution time") == resolved, "what was undone, or opened again by its customer, is not among them"
    assert await figure(today, "Reopened") == {"csv"}
    assert await figure(today, "Promises kept") == set()


async def hand_over(today: Day) -> None:
    """What is promised goes to Sol with its notes, the rest back to the queue; nothing is left with who goes home."""
    ana, sol = today.ana, today.sol
    await ana.screen("b")
    await expect(ana.page.locator(".brief .clock")).to_have_count(2)
    await ana.page.get_by_role("tab", name="交接").click()
    notes = ana.page.locator("ul.notes > li")
    await expect(notes).to_have_count(7)
    for matter in ("deposit", "p2p", "stolen", "review"):
        note = notes.filter(has_text=today.numbers[matter])
        if matter in ("deposit", "p2p"):
            await expect(note.locator("textarea")).to_have_value(re.compile("承诺：.+前再回复"))
        await note.locator("select").select_option(label=await note.locator("option", has_text="Sol Navarro").inner_text())
        await note.get_by_role("button", name="交接").click()
        await expect(note).to_have_count(0)
    await ana.page.get_by_role("button", name="全部交接（3）").click()
    await expect(ana.page.locator(".brief .empty")).to_contain_text("不用交接")
    await ana.be("4", "offline")
    await sol.screen("b")
    for matter in ("deposit", "p2p", "stolen", "review"):
        await expect(sol.page.locator(".brief li.watch", has_text=ASKED[matter][1][:12])).to_contain_text("Ana Duarte")
    await expect(sol.page.locator(".brief .clock:not(.breach)")).to_have_count(2)
